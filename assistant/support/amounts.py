"""Does a number of a claim stand with what it stands with in the quote? Things, years, tellers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support import quantities
from assistant.support.alignment import Aligner, Quote, Said
from assistant.support.dates import MONTH_NAMES
from assistant.support.names import folded
from assistant.support.phrases import AGENT, Frame
from assistant.support.quantities import Quantity, is_measure
from corpus.vocabulary import Language

_BEHIND = 48  # characters behind a number within which stands what it counts
_TAIL = 4  # characters behind a clause's last word that are still its own
_IN_BRACKETS = re.compile(r"\((?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_END = re.compile(r"[,;.:()]|\b(?:en|and|of|or|maar|but|met|with)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:in|since|from|until|till|by|for|after|before|on|sinds|sedert|vanaf|tot|voor|na|op)"
    rf"\s+(?:\d{{1,2}}\s+)?(?:(?:{MONTH_NAMES})\s+)?$|[-–]$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\w (?:who|that|die|dat)\s*$", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|each|every|elke?|iedere?)\s+([^\W\d_][\w-]+)", re.IGNORECASE)
_SPREAD = re.compile(r"\b(?:per|each|every|elke?|iedere?|apiece|a|an)\b", re.IGNORECASE)


class AmountCheck:
    """Compares what numbers belong to. May be shared by threads."""

    def __init__(self, aligner: Aligner) -> None:
        self._aligner = aligner

    def failures(self, said: Said) -> Iterator[str]:
        """Numbers that stand with another's thing, year, verb or teller, in words for a trace."""
        for quote in said.quotes:
            yield from self._of_another(said, quote)
            yield from self._of_another_year(said, quote)
            yield from self._widened(said, quote)
            for frame in said.frames:
                yield from self._dated(frame, said, quote)
                yield from self._told(frame, said, quote)
        yield from self._spread(said)

    def _of_another(self, said: Said, quote: Quote) -> Iterator[str]:
        """ "29 projects" from "13 projects with 29 groups"."""
        there = self._counted(quote.text, quote.lang)
        word = self._aligner.word
        for number, counted in self._counted(said.claim, said.lang):
            own = [w for n, w in there if n.values & number.values and n.unit == number.unit]
            if not own or any(
                word(counted, said.lang, w, quote.lang) or word(w, quote.lang, counted, said.lang)
                for w in own
            ):
                continue
            if any(
                n.unit == number.unit
                and not n.values & number.values
                and self._aligner.equal(counted, said.lang, w, quote.lang)
                for n, w in there
            ):
                yield f"{number.text} {counted}"

    def _counted(self, text: str, lang: Language) -> list[tuple[Quantity, str]]:
        """Each number that is no year with the word behind it that it counts."""
        found = []
        numbers = quantities.quantities(text, lang)
        for at, number in enumerate(numbers):
            if number.year:
                continue
            until = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
            behind = _END.split(text[number.end : min(until, number.end + _BEHIND)])[0]
            words = self._aligner.matcher.words(behind, lang)
            # "850 large employers": the noun, where there is one, else what stands there.
            chosen = next((word for word in words if word.noun), words[0] if words else None)
            if chosen is not None:
                found.append((number, chosen.text))
        return found

    def _of_another_year(self, said: Said, quote: Quote) -> Iterator[str]:
        """ "1,561 in 2013" from "from 1,561 (2000) to 2,715 (2013)"."""
        pairs = _with_years(quote)
        numbers = quantities.quantities(said.claim, said.lang)
        years = {number.text for number in numbers if number.year}
        amounts = [
            number
            for number in numbers
            if not number.year and number.text not in {year[2:] for year in years}
        ]
        if len(pairs) < 2 or len(amounts) != 1:
            return
        (amount,) = amounts
        own = [y for n, y in pairs if n.values & amount.values and n.unit == amount.unit]
        rest = {year for n, y in pairs if not n.values & amount.values for year in y}
        if own and not any(years & y for y in own) and years & rest:
            yield f"{amount.text} in {min(years)}"

    def _widened(self, said: Said, quote: Quote) -> Iterator[str]:
        """ "Artists need no notice" from "artists who work at most 90 days need no notice"."""
        if any(not number.year for number in quantities.quantities(said.claim, said.lang)):
            return
        numbers = quantities.quantities(quote.text, quote.lang)
        for before, clause in pairwise(quote.frames):
            bounds = [n for n in _within(clause, numbers) if n.bound and not n.year]
            opened = _RELATIVE.search(quote.text[: clause.start])
            if not bounds or not before.phrases or opened is None:
                continue
            whom = before.phrases[-1]
            if any(
                self._aligner.same(p, said.lang, whom, quote.lang)
                for frame in said.frames
                for p in frame.phrases
            ):
                yield f"{whom.head} without {bounds[0].text}"

    def _dated(self, frame: Frame, said: Said, quote: Quote) -> Iterator[str]:
        """ "Begun in 2023" from "published in 2023, begun in 2020"."""
        mine = _years(said.claim, said.lang, frame)
        if not mine or not frame.verbs:
            return
        theirs = {
            year
            for there in quote.frames
            if self._aligner.same_verb(frame, said.lang, there, quote.lang)
            for year in _years(quote.text, quote.lang, there)
        }
        everywhere = {n.text for n in quantities.quantities(quote.text, quote.lang) if n.year}
        if theirs and (mine - theirs) & everywhere:
            yield f"{frame.verbs[0]} in {min(mine - theirs)}"

    def _told(self, frame: Frame, said: Said, quote: Quote) -> Iterator[str]:
        """ "The fund adds 10 %" where the artist does, and the fund something else."""
        tellers = [p for p in frame.phrases if p.role == AGENT or p.mark == "under"]
        near = self._aligner.near
        for number in _within(frame, quantities.quantities(said.claim, said.lang)):
            holding = [
                there
                for there in quote.frames
                if any(
                    n.values & number.values
                    for n in _within(there, quantities.quantities(quote.text, quote.lang))
                )
            ]
            theirs = [p for there in holding for p in there.phrases]
            told = any(p.role == AGENT or p.mark == "under" for p in theirs)
            if number.year or not told:
                continue
            if any(near(t, said.lang, p, quote.lang) for t in tellers for p in theirs):
                continue
            for teller in tellers:
                if any(
                    p.role == AGENT and self._aligner.same(teller, said.lang, p, quote.lang)
                    for there in quote.frames
                    for p in there.phrases
                ):
                    yield f"{number.text} of {teller.head}"

    def _spread(self, said: Said) -> Iterator[str]:
        """ "200,000 per partner" where the quote counts nothing per partner."""
        if not quantities.quantities(said.claim, said.lang):
            return
        if any(_SPREAD.search(quote.text) for quote in said.quotes):
            return
        for match in _PER.finditer(said.claim):
            word = folded(match[1])
            content = self._aligner.matcher.words(match[1], said.lang)
            if content and not is_measure(word) and word not in quantities.PERIODS:
                yield match[0]


def _within(frame: Frame, numbers: Sequence[Quantity]) -> list[Quantity]:
    return [n for n in numbers if frame.start <= n.start < frame.end + _TAIL]


def _years(text: str, lang: str, frame: Frame) -> set[str]:
    """The years in a clause that say when, not those in a name or a title."""
    return {
        number.text
        for number in _within(frame, quantities.quantities(text, lang))
        if number.year and _DATED.search(text[: number.start])
    }


def _with_years(quote: Quote) -> list[tuple[Quantity, set[str]]]:
    """Numbers with the years in brackets behind them."""
    numbers = quantities.quantities(quote.text, quote.lang)
    found = []
    for match in _IN_BRACKETS.finditer(quote.text):
        before = [n for n in numbers if n.end <= match.start() and not n.year]
        if before and match.start() - before[-1].end <= _BEHIND:
            found.append((before[-1], set(_YEAR.findall(match[0]))))
    return found
