"""Is each claim carried by its quotes? What is not does not reach the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Citation, Claim
from corpus.document import Document

DocumentOf = Callable[[str], Document]
"""The stored copy of a document, by id; raises KeyError when there is none."""


@dataclass(frozen=True, slots=True)
class Verified:
    """Claims that stand, the citations they use (renumbered from 1), what was dropped and why."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    dropped: tuple[str, ...] = ()


NOTHING = Verified((), ())
"""Nothing to say."""


def stands_on_page(citation: Citation, document: Document) -> bool:
    """Whether the quote occurs verbatim, white space folded, in the text of the cited page."""
    try:
        page = document.page(citation.page)
    except IndexError:
        return False
    return bool(citation.quote) and citation.quote in " ".join(page.text.split())


def verify(
    claims: tuple[Claim, ...], citations: tuple[Citation, ...], document_of: DocumentOf
) -> Verified:
    """Drop every claim that is not carried: no citation, or a quote that is not on its page.

    A claim keeps its other citations when one fails, unless none is left. Frames stay as long as a
    claim does; without one, nothing is left to say.
    """
    dropped: list[str] = []
    sound: set[int] = set()
    for citation in citations:
        try:
            held = stands_on_page(citation, document_of(citation.document))
        except KeyError:
            held = False
        if held:
            sound.add(citation.n)
        else:
            dropped.append(
                f"[{citation.n}] {citation.document} p. {citation.page}: quote not there"
            )
    kept: list[Claim] = []
    for claim in claims:
        numbers = tuple(n for n in claim.citations if n in sound)
        if claim.frame:
            kept.append(replace(claim, citations=numbers))
        elif numbers and len(numbers) == len(claim.citations):
            kept.append(claim)
        else:
            dropped.append(f"claim not carried: {claim.text[:80]}")
    if all(claim.frame for claim in kept):
        return Verified((), (), tuple(dropped))
    used = {n for claim in kept for n in claim.citations}
    remaining = [citation for citation in citations if citation.n in used]
    numbers_of = {citation.n: number for number, citation in enumerate(remaining, start=1)}
    return Verified(
        tuple(
            replace(claim, citations=tuple(numbers_of[n] for n in claim.citations))
            for claim in kept
        ),
        tuple(replace(citation, n=numbers_of[citation.n]) for citation in remaining),
        tuple(dropped),
    )
