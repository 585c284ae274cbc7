"""One answer on its way from the extractive engine's words to the model's.

What is shown is only ever added to, so that people who read along never see a claim taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.answer import Citation, Claim
from assistant.errors import (
    ContextCut,
    ModelBusy,
    ModelError,
    ModelMissing,
    ModelNonsense,
    ModelTimeout,
)
from assistant.events import ClaimReady
from assistant.generating.checking import CheckedDraft
from corpus.document import Document
from corpus.vocabulary import Language
from indexing.passage import Passage

COVERED = 0.9
"""Share of what an extractive claim quotes on which the model's claims must rest to stand in its
place; the rest is room for a lead-in. With less, models that leave things out turned right answers
to wrong ones: docs/verification.md."""

REASONS: dict[type[ModelError], str] = {
    ModelMissing: "missing",
    ModelTimeout: "timeout",
    ModelNonsense: "nonsense",
    ModelBusy: "busy",
    ContextCut: "context",
}
"""What a failure is called in the wording; any other is ``unreachable``."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the extractive engine found and answered.

    ``passages`` are the evidence, those that the answer cites first. ``anchors`` holds, for every
    part of the question, the ids of the passages that its extractive answer cites. ``closing`` are
    those of the claims that stay whoever words the answer, such as what was not found.
    """

    question: str
    lang: Language
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    passages: tuple[Passage, ...]
    anchors: tuple[frozenset[str], ...]
    document_of: Callable[[str], Document]
    today: date
    closing: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Improved:
    """The whole answer. ``engine`` is who worded it; ``fallback`` is why the model did not, or not
    all of it, when readers should know: one of the words in ``REASONS``, else empty."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    engine: str
    fallback: str
    trace: dict[str, Any]


class Improving:
    """The claims shown so far, those held back, and what became of the rest."""

    def __init__(self, request: Request, smallest_kept_share: float) -> None:
        self.request = request
        self.kept: list[CheckedDraft] = []
        self.trace: dict[str, Any] = {"model": "", "kept": 0, "quoted": 0, "dropped": []}
        self._smallest_kept_share = smallest_kept_share
        self._held: list[CheckedDraft] = []
        self._quoted: list[CheckedDraft] = []
        self._claims: list[Claim] = []
        self._citations: list[Citation] = []
        self._rested: list[Citation] = []
        self._opening = _opening(request.claims)
        self._dropped = 0
        self._failure: ModelError | None = None
        self._told = True

    @property
    def released(self) -> bool:
        """Whether a claim of the model was shown."""
        return len(self.kept) > len(self._held)

    def opening(self) -> Iterator[ClaimReady]:
        """The extractive short answer, which stands whatever the model says."""
        for claim in self.request.claims[: self._opening]:
            yield self._show(claim, self.request.citations)

    def took(self, checked: CheckedDraft) -> Iterator[ClaimReady]:
        """Shows a claim that stands, once one of them rests on what the extractive answer cites.

        Until then true but beside-the-point claims are held back.
        """
        if checked.claim is None:
            self._dropped += 1
            self.trace["dropped"].append(checked.reason)
            if checked.instead is not None and self._anchored(checked):
                self._quoted.append(checked)
                if self.released:
                    yield from self._show_quoted()
            return
        self.kept.append(checked)
        self._held.append(checked)
        self.trace["kept"] = len(self.kept)
        if self.released or self._anchored(checked):
            waiting, self._held = self._held, []
            for item in waiting:
                assert item.claim is not None
                self._rested.extend(item.citations)
                yield self._show(item.claim, item.citations)
            yield from self._show_quoted()

    def _show_quoted(self) -> Iterator[ClaimReady]:
        """What dropped claims quoted, in their place, but for what stands in the answer anyway: so
        that a strict judge takes nothing away. Never without a claim of the model that stands."""
        waiting, self._quoted = self._quoted, []
        for item in waiting:
            said = (*self._rested, *self.request.citations)
            length = sum(one.page_end - one.page_start for one in item.citations)
            if sum(_shared(one, said) for one in item.citations) >= COVERED * length:
                continue
            assert item.instead is not None
            self._rested.extend(item.citations)
            self.trace["quoted"] += 1
            yield self._show(item.instead, item.citations)

    def retry(self, error: ModelError) -> None:
        """Forgets a draft of which nothing was shown."""
        self.trace["retried"] = error.message
        self.kept.clear()
        self._held.clear()
        self._quoted.clear()
        self._dropped = 0

    def judge_whole(self) -> None:
        """Raises ModelNonsense when too little of the draft stands."""
        drafted = len(self.kept) + self._dropped
        if not drafted:
            raise ModelNonsense("The language model found nothing to say.")
        if not self.released or len(self.kept) < self._smallest_kept_share * drafted:
            raise ModelNonsense("Too little of what the language model said stands in the sources.")

    def failed(self, error: ModelError, *, told: bool) -> None:
        """Takes note that the extractive answer is wanted after all."""
        self._failure = error
        self._told = told
        self.trace["failure"] = f"{type(error).__name__}: {error.message}"

    def closing(self) -> Iterator[ClaimReady]:
        """The extractive claims, but for those on whose quotes the model's claims rest from end to
        end. What a model leaves out, or says of something else, takes nothing away."""
        for claim in self.request.claims[self._opening :]:
            if claim in self.request.closing or not self._covered(claim):
                yield self._show(claim, self.request.citations)

    def improved(self, engine: str) -> Improved:
        """The whole answer."""
        failure = self._failure
        told = failure is not None and self._told
        return Improved(
            tuple(self._claims),
            tuple(self._citations),
            engine if self.released else "extractive",
            _reason(failure) if told and failure is not None else "",
            self.trace,
        )

    def _covered(self, claim: Claim) -> bool:
        """Whether the model's claims rest on as good as all that an extractive claim quotes. A
        frame goes with its claim."""
        cited = _cited(self._framed(claim), self.request.citations)
        length = sum(item.page_end - item.page_start for item in cited)
        return bool(length) and sum(_shared(one, self._rested) for one in cited) >= COVERED * length

    def _framed(self, claim: Claim) -> Claim:
        """The claim that a frame leads up to, or comes after."""
        at = self.request.claims.index(claim)
        claims = (*self.request.claims[at:], *reversed(self.request.claims[:at]))
        return next((one for one in claims if not one.frame), claim)

    def _anchored(self, checked: CheckedDraft) -> bool:
        anchors = frozenset().union(*self.request.anchors)
        return any(item.passage in anchors for item in checked.citations)

    def _show(self, claim: Claim, citations: Sequence[Citation]) -> ClaimReady:
        """Adds a claim, its citations renumbered in order of first use."""
        used = []
        for item in _cited(claim, citations):
            used.append(self._numbered(item))
        shown = replace(claim, citations=tuple(item.n for item in used))
        self._claims.append(shown)
        return ClaimReady(shown, tuple(used))

    def _numbered(self, wanted: Citation) -> Citation:
        for known in self._citations:
            if _place(known) == _place(wanted):
                return known
        self._citations.append(replace(wanted, n=len(self._citations) + 1))
        return self._citations[-1]


def _reason(error: ModelError) -> str:
    return REASONS.get(type(error), "unreachable")


def _opening(claims: Sequence[Claim]) -> int:
    """How many claims make the short answer: bold ones, with the frames that lead up to them."""
    count = 0
    for position, claim in enumerate(claims):
        if claim.frame:
            continue
        if not (claim.text.startswith("**") and claim.text.endswith("**")):
            break
        count = position + 1
    return count


def _cited(claim: Claim, citations: Sequence[Citation]) -> list[Citation]:
    by_number = {item.n: item for item in citations}
    return [by_number[number] for number in claim.citations]


def _shared(citation: Citation, others: Sequence[Citation]) -> int:
    """How many characters of a citation's span stand in others too."""
    places: set[int] = set()
    for item in others:
        if (item.document, item.page) == (citation.document, citation.page):
            start = max(item.page_start, citation.page_start)
            places.update(range(start, min(item.page_end, citation.page_end)))
    return len(places)


def _place(citation: Citation) -> tuple[str, int, int, int]:
    return citation.document, citation.page, citation.page_start, citation.page_end
