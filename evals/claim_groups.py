"""Statements and the claims about them; what publishers say is found, not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.extracting.sentences import sentences
from assistant.support.evidence import QuoteInContext
from corpus.catalogue import gather
from corpus.document import Document
from corpus.reading.dispatch import read
from corpus.settings import CorpusSettings
from corpus.vocabulary import Language
from evals.errors import EvaluationError

FOLDER = Path(__file__).parent / "claims"


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """One claim. ``kind`` is what was changed, empty for a claim that its statement carries."""

    text: str
    lang: Language
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """A statement as evidence, and the claims about it."""

    document: str
    evidence: QuoteInContext
    claims: tuple[WrittenClaim, ...]


def read_groups(file: Path, corpus: Path | None = None) -> tuple[ClaimGroup, ...]:
    """The groups of a file. ``corpus`` is the folder with publishers' documents, needed where a
    statement is not written in the file but found: the sentence on ``page`` (from 1, in the file)
    that holds all of ``words``.

    Raises:
        KeyError: an entry lacks a field.
        EvaluationError: no sentence, or more than one, holds the words; or there is no ``corpus``.
    """
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return tuple(
        ClaimGroup(str(entry["document"]), _evidence(entry, corpus), _claims(entry))
        for entry in entries
    )


def _claims(entry: Mapping[str, Any]) -> tuple[WrittenClaim, ...]:
    return tuple(
        WrittenClaim(
            str(claim["text"]),
            "en" if claim["lang"] == "en" else "nl",
            str(claim.get("kind", "")),
        )
        for name in ("carried", "changed")
        for claim in entry[name]
    )


def _evidence(entry: Mapping[str, Any], corpus: Path | None) -> QuoteInContext:
    if "quote" in entry:
        quote = str(entry["quote"])
        context = " ".join((str(entry["title"]), *map(str, entry["section"])))
        return QuoteInContext(quote, quote, str(entry["lang"]), context)
    if corpus is None:
        raise EvaluationError(
            "These statements stand in publishers' documents.", hint="Add --corpus DIR."
        )
    document = _documents(corpus)[str(entry["document"])]
    return _found(document, int(entry["page"]), [str(word) for word in entry["words"]])


def _found(document: Document, page: int, words: Sequence[str]) -> QuoteInContext:
    found = []
    for block in document.blocks:
        if page not in block.pages:
            continue
        for span in sentences(block.text):
            text = span.of(block.text)
            if all(word in text for word in words):
                context = " ".join((document.source.title, *block.section))
                found.append(QuoteInContext(text, text, block.language or "nl", context))
    if len(found) != 1:
        raise EvaluationError(
            f"{len(found)} sentences on page {page} of {document.source.id} hold {words}."
        )
    return found[0]


@cache
def _documents(corpus: Path) -> dict[str, Document]:
    settings = CorpusSettings(folders=(corpus,), with_fiches=False, downloads=corpus)
    return {source.id: read(source) for source in gather(settings).sources}
