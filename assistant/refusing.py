"""Answers that give none: what was searched, what came near, who does know, and what was meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Answer, AnswerStatus, Citation, Claim, Referral
from assistant.extracting.numbers import NUMBER_WORDS
from assistant.finding import Finder, Found
from assistant.generating.handing_over import EXTRACTIVE
from assistant.referral import HelpDesk, help_desk, near_misses
from assistant.understanding.small_talk import SmallTalk
from assistant.verifying import NOTHING, Verified
from assistant.wording import Wording
from assistant.work import Work
from corpus.document import Source, Status, count_documents
from indexing.tokenising import folded

_MOST_TERMS = 8
_MOST_TITLES = 20


class Refuser:
    """Words refusals and counter-questions."""

    def __init__(
        self,
        wording: Wording,
        desks: tuple[HelpDesk, ...],
        sources: Callable[[], dict[str, Source]],
        finder: Callable[[], Finder],
    ) -> None:
        self._wording = wording
        self._desks = desks
        self._sources = sources
        self._finder = finder

    def asked_back(self, work: Work, readings: tuple[str, ...]) -> Answer:
        """A counter-question with choices, or what it is about where there are none."""
        status, lang = AnswerStatus.CLARIFICATION_WANTED, work.understood.lang
        if readings:
            claim = Claim(self._wording.status(status, lang), frame=True)
        else:
            claim = self._frame("about-what", lang)
        return work.answer(status, EXTRACTIVE, claims=(claim,), choices=readings)

    def nothing_more(self, work: Work) -> Answer:
        """The answer to who wants to hear more where nothing is left to tell."""
        claim = self._frame("nothing-more", work.understood.lang)
        return work.answer(AnswerStatus.NOT_IN_CORPUS, EXTRACTIVE, claims=(claim,))

    def refused(
        self,
        work: Work,
        status: AnswerStatus,
        findings: Sequence[Found] = (),
        nearest: Verified = NOTHING,
        gap: str = "",
        *,
        unclear: bool = False,
    ) -> Answer:
        """The answer to a question that gets none; with what the fiches do not know of it (``gap``
        where what was found does not tell), the ``nearest`` that was found, said to be that, or
        else what was searched. ``unclear`` tells that the nearest may well be the answer."""
        lang = work.understood.lang
        said = work.understood.small_talk
        if status is AnswerStatus.OUT_OF_SCOPE and said is not None:
            return work.answer(status, EXTRACTIVE, claims=self._said(said, work))
        opening = self._frame("unclear", lang) if unclear else None
        claims = [opening or Claim(self._wording.status(status, lang), frame=True)]
        referred: tuple[Referral, ...] = ()
        cited: tuple[Citation, ...] = ()
        if findings:
            sources = self._sources()
            unknown, referred = self._finder().guide.unknown(findings)
            if gap and not unknown:
                unknown = [Claim(gap, frame=True)]
            claims.extend(unknown)
            claims.extend(nearest.claims)
            cited = nearest.citations
            if not (unknown or nearest.claims):
                claims.extend(self._what_was_searched(work, findings[0], sources))
            unheard_of = self._finder().guide.unheard_of(findings[0].scope, lang)
            claims.extend(Claim(text, frame=True) for text in unheard_of)
            referred = self._finder().guide.whom(work.understood, work.today, referred)
            referred = referred or help_desk(work.understood.standalone, lang, self._desks)
        return work.answer(
            status, EXTRACTIVE, claims=tuple(claims), citations=cited, referrals=referred
        )

    def _said(self, said: SmallTalk, work: Work) -> tuple[Claim, ...]:
        """The reply to what asks nothing of the documents; to who asks which there are, or which
        hold no more, their titles."""
        lang = work.understood.lang
        sources = [one for one in self._sources().values() if not one.pair or one.language == lang]
        if said is SmallTalk.COLLECTION:
            own = [one.title for one in sources if not one.pair]
            fiches = len(sources) - len(own)
            lead = (self._frame(said.value, lang, count=fiches),) if fiches else ()
            others = "collection-others" if fiches else "collection-own"
            return (*lead, *self._titles(others, own, lang))
        if said is SmallTalk.ENDED:
            ended = [
                one.title
                for one in sources
                if one.validity.status_on(work.today) in (Status.ENDED, Status.REPLACED)
            ]
            return self._titles(said.value, ended, lang) or (self._frame("ended-none", lang),)
        return (self._frame(said.value, lang),)

    def _titles(self, name: str, titles: list[str], lang: str) -> tuple[Claim, ...]:
        if not titles:
            return ()
        more = len(titles) - _MOST_TITLES
        lines = [f"- *{title}*" for title in sorted(titles)[:_MOST_TITLES]]
        lines += [f"- … (+{more})"] if more > 0 else []
        lead = self._wording.frame(name, lang, count=len(titles))
        return (Claim("\n".join((lead, "", *lines)), frame=True),)

    def _what_was_searched(
        self, work: Work, found: Found, sources: dict[str, Source]
    ) -> list[Claim]:
        lang = work.understood.lang
        asked = folded(found.text)
        # A figure or date is searched in one notation more than it was written in.
        words = [
            concept.surface
            for concept in found.asked.concepts
            if not concept.frame
            and folded(concept.surface) in asked
            and folded(concept.surface) not in NUMBER_WORDS
            and "'" not in concept.surface
        ]
        searched = count_documents(sources.values())
        name = "searched" if searched != 1 else "searched-one"
        claims = []
        if words:
            terms = ", ".join(words[:_MOST_TERMS])
            claims.append(self._frame(name, lang, count=searched, terms=terms))
        fits = self._finder().guide.scoping.fits
        fitting = [
            item for item in found.weighed if fits(sources[item.unit.passage.document], found.scope)
        ]
        near = near_misses(found.asked, fitting, sources)
        if near:
            claims.append(
                self._frame("near", lang, titles="; ".join(f"“{title}”" for title in near))
            )
        return claims

    def _frame(self, name: str, lang: str, **values: object) -> Claim:
        return Claim(self._wording.frame(name, lang, **values), frame=True)
