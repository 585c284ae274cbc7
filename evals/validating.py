"""Is a suite itself right? Its evidence stands in the documents; test differs from development."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Document
from evals.measures import holds
from evals.suite import Item, Suite

NEAR_COPY = 0.8
"""Share of character 4-grams (Jaccard) from which two questions count as near-copies. Chosen by
looking: reworded questions about one fact score below 0.6, one changed word in ten above 0.8."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an item."""

    file: str
    item: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}: item {self.item}: {self.text}"


def validate(suite: Suite, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Checks every item against the documents it names.

    Each document must exist, its evidence pages too; the evidence must stand in the documents, and
    every vital nugget must have a surface form there (white space, case and hyphens at line ends
    aside). A refusable item names no documents and no nuggets; an answerable one names both.
    """
    findings: list[Finding] = []
    for item in suite.items:
        findings.extend(Finding(item.file, item.id, text) for text in _faults(item, documents))
    return tuple(findings)


def _faults(item: Item, documents: Mapping[str, Document]) -> Iterable[str]:
    if not item.answerable:
        if item.documents:
            yield "is not answerable, and yet names documents."
        if item.vital:
            yield "is not answerable, and yet has vital nuggets."
        return
    if item.kind not in ("smalltalk", "ambiguous") and not item.documents:
        yield "is answerable, but names no document."
    if item.kind not in ("smalltalk", "ambiguous") and not item.vital:
        yield "is answerable, but has no vital nugget."
    unknown = [name for name in item.documents if name not in documents]
    for name in unknown:
        yield f"names document {name}, which is not in the corpus."
    if unknown:
        return
    for name, pages in item.pages.items():
        if name not in item.documents:
            yield f"gives pages of {name}, which is not among its documents."
        elif any(page > len(documents[name].pages) for page in pages):
            yield f"gives a page that {name} does not have."
    text = "\n".join(_text(documents[name]) for name in item.documents)
    for piece in re.split(r"\s*(?:…|\.\.\.)\s*", item.evidence):
        if piece and _squeezed(piece) not in _squeezed(text):
            yield f"evidence not found: {piece!r}."
    for nugget in item.vital:
        if item.documents and not holds(text, nugget.any_of):
            yield f"no form of a vital nugget stands in the documents: {list(nugget.any_of)}."


def _text(document: Document) -> str:
    pages = (page.text for page in document.pages)
    blocks = (block.text for block in document.blocks)
    return "\n".join([*pages, *blocks])


def _squeezed(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w%€]+", "", folded)


def near_copies(test: Sequence[Item], development: Sequence[Item]) -> tuple[Finding, ...]:
    """Test questions that are near-copies of development questions (with the same history)."""
    known = [(item, _grams(item)) for item in development]
    findings = []
    for item in test:
        grams = _grams(item)
        for other, theirs in known:
            union = len(grams | theirs)
            if union and len(grams & theirs) / union >= NEAR_COPY:
                text = f"is a near-copy of development question {other.id}."
                findings.append(Finding(item.file, item.id, text))
    return tuple(findings)


def _grams(item: Item) -> set[str]:
    said = " ".join(
        [*(turn.content for turn in item.history if turn.role == "user"), item.question]
    )
    text = re.sub(r"\W+", " ", said.casefold())
    return {text[i : i + 4] for i in range(max(1, len(text) - 3))}
