"""Is a suite itself right? Its evidence stands in the documents; test differs from development."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Document
from evals.measures import holds
from evals.suite import Item, Suite

NEAR_COPY = 0.8
"""Share of character 4-grams (Jaccard) from which two questions count as near-copies. Chosen by
looking: reworded questions about one fact score below 0.6, one changed word in ten above 0.8."""

_WITHOUT_EVIDENCE = ("smalltalk", "ambiguous")


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

    Each document must exist, and so must its evidence pages; the evidence must stand on those
    pages, and every vital nugget must have a surface form in the documents (white space, case and
    hyphens at line ends aside). What is forbidden may be part of no right answer. A refusable item
    names no documents and no nuggets; an answerable one names both, small talk aside.
    """
    findings: list[Finding] = []
    for item in suite.items:
        faults = (*_contradictions(item), *_against_documents(item, documents))
        findings.extend(Finding(item.file, item.id, text) for text in faults)
    return tuple(findings)


def _contradictions(item: Item) -> Iterable[str]:
    """What is wrong with an item whatever the documents say."""
    if not item.question.strip() and item.answerable:
        yield "asks nothing, and yet is answerable."
    if not item.answerable:
        if item.documents:
            yield "is not answerable, and yet names documents."
        if item.vital:
            yield "is not answerable, and yet has vital nuggets."
    elif item.kind not in _WITHOUT_EVIDENCE:
        if not item.documents:
            yield "is answerable, but names no document."
        if not item.vital:
            yield "is answerable, but has no vital nugget."
    if item.kind == "follow-up" and not item.history:
        yield "is a follow-up without a history."
    for name in item.pages:
        if name not in item.documents:
            yield f"gives pages of {name}, which is not among its documents."
    for nugget in item.nuggets:
        # A form that holds a forbidden one can never be said rightly.
        if all(holds(form, item.forbid) for form in nugget.any_of):
            yield f"every form of a nugget is forbidden: {list(nugget.any_of)}."


def _against_documents(item: Item, documents: Mapping[str, Document]) -> Iterable[str]:
    unknown = [name for name in item.documents if name not in documents]
    for name in unknown:
        yield f"names document {name}, which is not in the corpus."
    if unknown or not item.documents:
        return
    for name, pages in item.pages.items():
        if name in documents and any(page > len(documents[name].pages) for page in pages):
            yield f"gives a page that {name} does not have."
    text = "\n".join(_text(documents[name]) for name in item.documents)
    squeezed = _squeezed(text)
    on_pages = _squeezed("\n".join(_text(documents[n], item.pages.get(n)) for n in item.documents))
    for piece in re.split(r"\s*(?:…|\.\.\.)\s*", item.evidence):
        if piece and _squeezed(piece) not in squeezed:
            yield f"evidence not found: {piece!r}."
        elif piece and _squeezed(piece) not in on_pages:
            yield f"evidence stands on another page: {piece!r}."
    for nugget in item.vital:
        if not holds(text, nugget.any_of):
            yield f"no form of a vital nugget stands in the documents: {list(nugget.any_of)}."


def _text(document: Document, pages: tuple[int, ...] | None = None) -> str:
    """A document's text, raw and clean; with ``pages`` (from 1) only what stands on those."""
    raw = (page.text for page in document.pages if not pages or page.number in pages)
    clean = (
        block.text
        for block in document.blocks
        if not pages or any(run.page in pages for run in block.runs)
    )
    return "\n".join([*raw, *clean])


def _squeezed(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\w%€]+", "", folded)


def counts(suite: Suite) -> dict[str, dict[str, int]]:
    """How many questions there are per kind, language and persona, and how many are refusable."""
    by: dict[str, Counter[str]] = {
        "kind": Counter(item.kind for item in suite.items),
        "language": Counter(item.lang for item in suite.items),
        "persona": Counter(item.persona or "none" for item in suite.items),
        "behaviour": Counter(
            "to be answered" if item.answerable else "to be refused" for item in suite.items
        ),
        "marked": Counter(
            name
            for item in suite.items
            for name, on in (("must", item.must), ("with a history", bool(item.history)))
            if on
        ),
    }
    return {name: dict(counter.most_common()) for name, counter in by.items()}


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
