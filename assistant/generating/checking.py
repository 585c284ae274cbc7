"""A drafted claim against the passages it names: cited and judged, or dropped with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Citation, Claim
from assistant.citing import CitationList
from assistant.generating.drafting import DraftClaim
from assistant.generating.locating import locate
from assistant.generating.prompting import Shelf
from assistant.support.judging import QuoteInContext, SupportJudge
from assistant.support.names import folded
from assistant.verifying import stands_on_page
from corpus.document import Document
from corpus.vocabulary import Language
from indexing.passage import Passage

Detect = Callable[[str], str | None]
"""The language of a text (ISO 639-1), or None when it cannot tell."""

_MARKERS = re.compile(r"\s*\[\d+\]")
_LINK = re.compile(r"https?://|www\.|\]\(|<\w")
_SHORTEST_TO_DETECT = 5


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A claim that stands, with its citations, or the reason why it was dropped.

    ``instead`` is what it quoted, word for word, where only its own words were at fault; then
    ``citations`` are those of the quote.
    """

    claim: Claim | None
    citations: tuple[Citation, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""
    instead: Claim | None = None


class ClaimChecker:
    """Checks the claims of one draft in the order they come."""

    def __init__(
        self,
        shelf: Shelf,
        lang: Language,
        judge: SupportJudge,
        citations: CitationList,
        document_of: Callable[[str], Document],
        detect: Detect,
    ) -> None:
        self._shelf = shelf
        self._lang = lang
        self._judge = judge
        self._citations = citations
        self._document_of = document_of
        self._detect = detect
        self._said: set[str] = set()
        self.repeated = 0

    def check(self, draft: DraftClaim) -> CheckedDraft:
        """The claim with citations when its quotes carry it."""
        text = " ".join(_MARKERS.sub("", draft.text).split())
        if not any(sign.isalnum() for sign in text):
            return CheckedDraft(None, reason="empty")
        if folded(text) in self._said:
            self.repeated += 1
            return CheckedDraft(None, reason="repeated")
        self._said.add(folded(text))
        if _LINK.search(text):
            # Addresses come from the catalogue, never from a model.
            return CheckedDraft(None, reason="link")
        if len(text.split()) >= _SHORTEST_TO_DETECT:
            spoken = self._detect(text)
            if spoken is not None and spoken != self._lang:
                return CheckedDraft(None, reason=f"language: {spoken}")
        spans, reason = self._located(draft)
        if not spans:
            return CheckedDraft(None, reason=reason)
        evidence = [
            _evidence(passage, start, end, self._title(passage)) for passage, start, end in spans
        ]
        support = self._judge.judge(text, self._lang, evidence)
        if not support.carried:
            failed = "; ".join(f"{item.kind}: {item.detail}" for item in support.failures)
            quoted = self._cited(self._verbatim(spans), spans)
            return replace(quoted, claim=None, reason=failed, instead=quoted.claim)
        return self._cited(text, spans)

    def _verbatim(self, spans: list[tuple[Passage, int, int]]) -> str:
        """The quotes as a claim, set apart where they are not in the reader's language."""
        return "\n".join(
            ("" if passage.language == self._lang else "> ")
            + " ".join(passage.text[start:end].split())
            for passage, start, end in spans
        )

    def _located(self, draft: DraftClaim) -> tuple[list[tuple[Passage, int, int]], str]:
        found: list[tuple[Passage, int, int]] = []
        reason = "unknown key"
        for item in draft.evidence:
            passage = self._shelf.passages.get(item.key)
            if passage is None:
                continue
            spans = locate(item.quote, passage)
            if not spans:
                reason = "quote is not in its passage"
                continue
            found.extend((passage, start, end) for start, end in spans)
        return list(dict.fromkeys(found)), reason

    def _cited(self, text: str, spans: list[tuple[Passage, int, int]]) -> CheckedDraft:
        numbers: list[int] = []
        for passage, start, end in spans:
            document = self._document_of(passage.document)
            numbers.extend(self._citations.cite(passage, start, end, document))
        numbers = list(dict.fromkeys(numbers))
        used = [item for item in self._citations.citations if item.n in numbers]
        if not used or not all(
            stands_on_page(item, self._document_of(item.document)) for item in used
        ):
            return CheckedDraft(None, reason="quote is not on its page")
        quotes = tuple(passage.text[start:end] for passage, start, end in spans)
        return CheckedDraft(Claim(text, tuple(numbers)), tuple(used), quotes)

    def _title(self, passage: Passage) -> str:
        return self._document_of(passage.document).source.title


def _evidence(passage: Passage, start: int, end: int, title: str) -> QuoteInContext:
    quote = " ".join(passage.text[start:end].split())
    context = " ".join((title, *passage.section))
    return QuoteInContext(quote, quote, passage.language, context)
