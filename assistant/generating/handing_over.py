"""From the extractive answer to the generative engine and back: what the pipeline calls."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from assistant.answer import Claim, Notice, NoticeKind
from assistant.events import ClaimReady, Event
from assistant.finding import Found
from assistant.generating.engine import GenerativeEngine
from assistant.generating.improving import Request
from assistant.understanding import Understanding
from assistant.verifying import Verified
from assistant.wording import Wording
from corpus.document import Document
from indexing.passage import Passage

EXTRACTIVE = "extractive"


class Decided(Protocol):
    """Whether the evidence for one part of a question holds its answer."""

    @property
    def answerable(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Worded:
    """The answer as it will be shown, and who worded it."""

    verified: Verified
    engine: str = EXTRACTIVE
    notices: tuple[Notice, ...] = ()
    trace: dict[str, Any] | None = None


def word(
    engine: GenerativeEngine | None,
    understood: Understanding,
    verified: Verified,
    standing: Sequence[Claim],
    findings: Sequence[Found],
    decisions: Sequence[Decided],
    document_of: Callable[[str], Document],
    today: date,
    wording: Wording,
) -> Generator[Event, None, Worded]:
    """Yields the claims of the answer as they become ready; without ``engine`` those of
    ``verified``. ``standing`` are claims that stay whoever words it. Returns the whole."""
    if engine is None:
        by_number = {citation.n: citation for citation in verified.citations}
        for claim in verified.claims:
            yield ClaimReady(claim, tuple(by_number[n] for n in claim.citations))
        return Worded(verified)
    lang = "en" if understood.lang == "en" else "nl"
    improved = yield from engine.improve(
        Request(
            question=understood.standalone,
            lang="en" if lang == "en" else "nl",
            claims=verified.claims,
            citations=verified.citations,
            passages=_passages(verified, findings),
            anchors=_anchors(verified, findings, decisions),
            document_of=document_of,
            today=today,
            closing=_closing(verified, standing, findings, decisions, lang, wording),
        )
    )
    notices: tuple[Notice, ...] = ()
    if improved.fallback:
        reason = wording.frame(f"model-{improved.fallback}", lang)
        text = wording.notice(NoticeKind.ENGINE_FALLBACK, lang, reason=reason)
        notices = (Notice(NoticeKind.ENGINE_FALLBACK, text),)
    return Worded(
        Verified(improved.claims, improved.citations, verified.dropped),
        improved.engine,
        notices,
        improved.trace,
    )


def _passages(verified: Verified, findings: Sequence[Found]) -> tuple[Passage, ...]:
    """The evidence: passages that the answer cites, then the others, best first, of each part."""
    cited = {citation.passage for citation in verified.citations}
    ranked: dict[str, Passage] = {}
    longest = max((len(found.weighed) for found in findings), default=0)
    for rank in range(longest):
        for found in findings:
            if rank < len(found.weighed):
                passage = found.weighed[rank].unit.passage
                ranked.setdefault(passage.id, passage)
    found_first = sorted(ranked.values(), key=lambda passage: passage.id not in cited)
    return tuple(found_first)


def _anchors(
    verified: Verified, findings: Sequence[Found], decisions: Sequence[Decided]
) -> tuple[frozenset[str], ...]:
    """For every answered part, the passages found for it that the answer cites."""
    cited = frozenset(citation.passage for citation in verified.citations)
    anchors = []
    for found, decision in zip(findings, decisions, strict=True):
        own = cited & {item.unit.passage.id for item in found.weighed}
        if decision.answerable and own:
            anchors.append(own)
    return tuple(anchors) or (cited,)


def _closing(
    verified: Verified,
    standing: Sequence[Claim],
    findings: Sequence[Found],
    decisions: Sequence[Decided],
    lang: str,
    wording: Wording,
) -> tuple[Claim, ...]:
    """The frames that say for which parts nothing was found, and what stays anyway."""
    missing = {
        wording.frame("partly", lang, part=found.text)
        for found, decision in zip(findings, decisions, strict=True)
        if not decision.answerable
    }
    staying = {(claim.text, claim.frame) for claim in standing} | {(one, True) for one in missing}
    return tuple(claim for claim in verified.claims if (claim.text, claim.frame) in staying)
