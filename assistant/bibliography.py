"""The sources of an answer: each document once, each source behind a fiche once, and where in a
document a citation stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from assistant.answer import Citation, Claim
from corpus.document import Provenance, Source

_CERTAINTY = ("low", "medium", "high")
_PAGED = (".pdf", ".pptx")


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document with everything that an answer cites of it, in the order of the answer.

    ``origins`` are the sources behind a fiche's statements, each once; several places in one source
    stand together in its ``locator``.
    """

    document: str
    citations: tuple[Citation, ...]
    origins: tuple[Provenance, ...]

    @property
    def first(self) -> Citation:
        """The citation that tells the document's title, publisher, date and validity."""
        return self.citations[0]

    @property
    def certainty(self) -> str:
        """How sure the least sure of the cited facts is: low, medium or high."""
        return certainty(self.origins)


def has_pages(source: Source) -> bool:
    """Whether a document has pages of its own: a PDF and a presentation do."""
    return source.file.suffix.lower() in _PAGED


def place(citation: Citation, source: Source | None) -> str:
    """Where a citation stands, as people say it: page as printed and in the file, section. Without
    a known source the page is told."""
    page = ""
    if source is None or has_pages(source):
        page = f"p. {citation.page_label or citation.page}"
        if citation.page_label and citation.page_label != str(citation.page):
            page += f" [pdf {citation.page}]"
    section = citation.section if citation.section != citation.title else ""
    return ", ".join(filter(None, (page, section)))


def cited_documents(citations: Iterable[Citation]) -> tuple[CitedDocument, ...]:
    """The cited documents in order of first citation."""
    by_document: dict[str, list[Citation]] = {}
    for citation in citations:
        by_document.setdefault(citation.document, []).append(citation)
    return tuple(
        CitedDocument(
            document,
            tuple(cited),
            distinct_origins(origin for citation in cited for origin in citation.provenance),
        )
        for document, cited in by_document.items()
    )


def by_place(
    citations: Iterable[Citation], claims: Collection[Claim]
) -> tuple[tuple[Citation, ...], ...]:
    """The citations of one document by page and section, in order of first citation.

    One whose quote no claim gives in full stands alone, since its quote is to be shown.
    """
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for citation in citations:
        alone = () if told_in_full(citation, claims) else (citation.n,)
        groups.setdefault((citation.page, citation.section, *alone), []).append(citation)
    return tuple(tuple(group) for group in groups.values())


def certainty(origins: Iterable[Provenance]) -> str:
    """The least certainty among the facts drawn from these sources; high where there are none."""
    return min((origin.confidence for origin in origins), key=_CERTAINTY.index, default="high")


def distinct_origins(origins: Iterable[Provenance]) -> tuple[Provenance, ...]:
    """Each source once, in the order given.

    What differs between the facts drawn from it is joined: its places, whether one changes often,
    and the least certainty.
    """
    found: dict[tuple[str, str, str | None, str], Provenance] = {}
    for origin in origins:
        key = (origin.title, origin.publisher, origin.url, origin.date)
        known = found.get(key)
        if known is None:
            found[key] = origin
            continue
        places = dict.fromkeys(filter(None, (*known.locator.split("; "), origin.locator)))
        found[key] = replace(
            known,
            locator="; ".join(places),
            volatile=known.volatile or origin.volatile,
            confidence=min(known.confidence, origin.confidence, key=_CERTAINTY.index),
        )
    return tuple(found.values())


def told_in_full(citation: Citation, claims: Iterable[Claim]) -> bool:
    """Whether a claim that cites it already gives the whole quote, white space folded."""
    quote = " ".join(citation.quote.split())
    return any(
        quote in " ".join(claim.text.split()) for claim in claims if citation.n in claim.citations
    )
