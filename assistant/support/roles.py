"""Does a claim give its parts to others than its quote? Who does what, whose it is, of what kind.

Every check needs the quote's own words against the claim: two that changed places, one that does
what another does, "in" for "outside". What merely cannot be found fails nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assistant.support import names
from assistant.support.alignment import Aligner, Quote, Said
from assistant.support.content_words import classes
from assistant.support.converses import turns_round
from assistant.support.names import folded
from assistant.support.phrases import AGENT, OBJECT, RECEIVER, Frame, Phrase
from assistant.support.tagging import tables
from corpus.vocabulary import Language

_OPPOSITE = {
    "in": "outside", "outside": "in", "with": "without", "without": "with", "after": "before",
    "before": "after", "from": "to",
}  # fmt: skip
_OF_DEEDS = {"", "by", "of", "from", "to", "on", "under"}
_OF_PLACES = {"in", "from", "to", "of", "at", "under"}
_UNCLEAR = {"with", "in", "at", "on", "place", "through", "under"}
_HANGING = ("of", "by", "in", "at", "from", "for")
_FIRST_THEN = re.compile(
    r"\b(?:first|eerst)\b(.*?)\b(?:then|later|afterwards|dan|daarna|nadien|vervolgens)\b(.*)",
    re.IGNORECASE,
)


class RoleCheck:
    """Compares who does what to whom. May be shared by threads."""

    def __init__(self, aligner: Aligner) -> None:
        self._aligner = aligner

    def failures(self, said: Said) -> Iterator[str]:
        """What a claim turns around, in words for a trace."""
        for frame in said.frames:
            yield from self._exchanged(frame, said)
            for phrase in frame.phrases:
                yield from self._taken(phrase, frame, said)
                yield from self._rival(phrase, said)
                yield from self._given_back(phrase, frame, said)
                yield from self._against(phrase, frame, said)
            yield from self._shared_out(frame, said)
            yield from self._asked(frame, said)
        for quote in said.quotes:
            yield from self._crossed(said, quote)
            yield from self._ordered(said, quote)

    def displaces(self, name: str, said: Said) -> bool:
        """Whether a place that only a title names stands where the quote has another: "in Polish"
        where it has "in English"."""
        vocabulary = self._aligner.vocabulary
        own = vocabulary.country(name, said.lang)
        for frame in said.frames:
            for phrase in (one for one in frame.phrases if one.head == name):
                for there, other in said.quoted:
                    if not self._aligner.same_verb(frame, said.lang, there, other):
                        continue
                    for rival in (one for one in there.phrases if one.mark == phrase.mark):
                        place = vocabulary.country(rival.head, other)
                        named = names.carried(rival.head, other, [said.claim], vocabulary)
                        if place is not None and place is not own and not named:
                            return True
        return False

    def _exchanged(self, frame: Frame, said: Said) -> Iterator[str]:
        """Two that have each other's part in the quote."""
        for one, two in combinations(frame.phrases, 2):
            if not _alike(one, two) and _may_turn(one, two) and self._turned(one, two, said):
                yield f"{one.head} and {two.head} have changed places"

    def _turned(self, one: Phrase, two: Phrase, said: Said) -> bool:
        turned = False
        same, lang = self._aligner.same, said.lang
        for frame, other in said.quoted:
            if self._holds(frame, other):
                # "The committee consists of assessors": the assessors of the committee.
                continue
            for mine in (p for p in frame.phrases if same(one, lang, p, other)):
                for theirs in (p for p in frame.phrases if same(two, lang, p, other)):
                    if mine is theirs:
                        continue
                    if _alike(mine, one) and _alike(theirs, two):
                        return False
                    turned = turned or (_alike(mine, two) and _alike(theirs, one))
        return turned

    def _holds(self, frame: Frame, lang: Language) -> bool:
        return any(self._aligner.finder.tagger.is_any(verb, lang, "hold") for verb in frame.verbs)

    def _taken(self, phrase: Phrase, frame: Frame, said: Said) -> Iterator[str]:
        """ "Sabam collects" where the quote says that JASRAC does, and of Sabam something else."""
        aligner, lang = self._aligner, said.lang
        if phrase.role != AGENT or self._is_weak(frame, lang):
            return
        others: list[str] = []
        for there, other in said.quoted:
            if not aligner.same_verb(frame, lang, there, other):
                continue
            if turns_round(frame.verbs, lang, there.verbs, other, aligner.finder.tagger):
                return
            agents = [p for p in there.phrases if p.role == AGENT]
            if not agents and there.spoken and not frame.spoken and phrase.head[0].isupper():
                # "The service sends you" where the quote has "you send".
                others.append("you")
                continue
            unclear = [p for p in there.phrases if p.mark in _UNCLEAR]
            if not agents or any(aligner.same(phrase, lang, p, other) for p in unclear):
                return
            mine = [p for p in frame.phrases if p.role == AGENT]
            # "The grant of Sabam pays" tells what Sabam pays.
            theirs = [*agents, *(two for one, two in _hanging(there) if one in agents)]
            if any(aligner.near(one, lang, two, other) for one in mine for two in theirs):
                return
            others.append(agents[0].head)
        elsewhere = any(
            p.role in (AGENT, OBJECT, RECEIVER) or p.mark in ("from", "of", "by", "with")
            for there, other in said.quoted
            for p in there.phrases
            if aligner.same(phrase, lang, p, other)
        )
        if others and elsewhere:
            yield f"{phrase.head} does what {others[0]} does"

    def _is_weak(self, frame: Frame, lang: Language) -> bool:
        """Whether a clause's verb says too little to tell who does it."""
        return any(self._aligner.finder.tagger.is_any(verb, lang, "weak") for verb in frame.verbs)

    def _rival(self, phrase: Phrase, said: Said) -> Iterator[str]:
        """ "The Flemish government" where the quote has the Dutch one."""
        aligner, lang = self._aligner, said.lang
        alike = [
            (p, other)
            for there, other in said.quoted
            for p in there.phrases
            if aligner.holds(phrase, lang, p, other)
        ]
        if any(not p.modifiers for p, _ in alike):
            return
        for modifier in phrase.modifiers:
            kind = self._kind(modifier, phrase, lang)
            held = any(aligner.word(modifier, lang, " ".join(p.words), o) for p, o in alike)
            small = classes(folded(modifier))
            held = held or any(small & classes(folded(one)) for p, _ in alike for one in p.words)
            if not kind or held:
                continue
            rivals = [
                word
                for p, other in alike
                for word in p.modifiers
                if self._kind(word, p, other) == kind
                and not aligner.word(word, other, " ".join(phrase.words), lang)
            ]
            if rivals:
                yield f"{modifier} {phrase.head}, not {rivals[0]}"

    def _kind(self, word: str, phrase: Phrase, lang: Language) -> str:
        """What a modifier tells: where from, which in a row, or how; empty for what tells nothing
        by itself."""
        aligner, own = self._aligner, folded(word)
        if names.is_place(word, lang, aligner.vocabulary):
            return "place"
        if own in tables()["ordinals"]:
            return "row"
        adjective = "a" in aligner.finder.tagger.kinds(word, lang)
        if not adjective or not aligner.matcher.words(word, lang):
            return ""
        # "Performing arts" is one thing.
        whole = aligner.matcher.words(" ".join(phrase.words), lang)
        return "how" if any(one.text == own for one in whole) else ""

    def _given_back(self, phrase: Phrase, frame: Frame, said: Said) -> Iterator[str]:
        """ "Gives support to the fund" where the quote has "support from the fund"."""
        is_any = self._aligner.finder.tagger.is_any
        if phrase.role != RECEIVER or phrase.mark != "to":
            return
        if not any(is_any(verb, said.lang, "give") for verb in frame.verbs):
            return
        marks = self._marks(phrase, said, said.quoted)
        if marks and marks <= {"from", "of", "by"}:
            yield f"given to {phrase.head}, not by"

    def _against(self, phrase: Phrase, frame: Frame, said: Said) -> Iterator[str]:
        """ "In France" where the quote has "outside France"."""
        opposite = _OPPOSITE.get(phrase.mark)
        if opposite is None:
            return
        alike = [pair for pair in said.quoted if self._aligner.same_verb(frame, said.lang, *pair)]
        marks = self._marks(phrase, said, alike) or self._marks(phrase, said, said.quoted)
        if opposite in marks and phrase.mark not in marks:
            yield f"{phrase.mark} {phrase.head}, not {opposite}"

    def _marks(
        self, phrase: Phrase, said: Said, quoted: Sequence[tuple[Frame, Language]]
    ) -> set[str]:
        """With what prepositions a phrase stands in the quotes."""
        return {
            p.mark
            for there, other in quoted
            for p in there.phrases
            if self._aligner.same(phrase, said.lang, p, other)
        }

    def _shared_out(self, frame: Frame, said: Said) -> Iterator[str]:
        """Two of different pairs: "from A for X, from B for Y" has no A for Y."""
        for there, other in said.quoted:
            for four in _dealt(there):
                held = tuple(
                    any(self._aligner.same(p, said.lang, one, other) for p in frame.phrases)
                    for one in four
                )
                if held in ((True, False, False, True), (False, True, True, False)):
                    one, two = (p for p, here in zip(four, held, strict=True) if here)
                    yield f"{one.head} with {two.head}"
                    return

    def _asked(self, frame: Frame, said: Said) -> Iterator[str]:
        """What the quote only asks: "ask whether it still exists"."""
        if frame.open or not frame.verbs:
            return
        alike = [
            there
            for there, other in said.quoted
            if self._aligner.same_verb(frame, said.lang, there, other)
        ]
        if alike and all(there.open for there in alike):
            yield f"{frame.verbs[0]} is asked, not said"

    def _crossed(self, said: Said, quote: Quote) -> Iterator[str]:
        """Two that stand beside each other's neighbour: A-X and B-Y for A-Y and B-X."""
        there = _beside(quote.frames)
        equal, lang, other = self._aligner.equal, said.lang, quote.lang

        def found(one: str, two: str) -> bool:
            return any(
                (equal(one, lang, a, other) and equal(two, lang, b, other))
                or (equal(one, lang, b, other) and equal(two, lang, a, other))
                for a, b in there
            )

        for (a, x), (b, y) in combinations(sorted(_beside(said.frames)), 2):
            if len({folded(word) for word in (a, x, b, y)}) < 4:
                continue
            for c, z in ((b, y), (y, b)):
                if found(a, z) and found(c, x) and not found(a, x) and not found(c, z):
                    yield f"{a} {x} and {c} {z}"
                    return

    def _ordered(self, said: Said, quote: Quote) -> Iterator[str]:
        """ "First A, then B" where the quote has first B, then A."""
        mine, theirs = _FIRST_THEN.search(said.claim), _FIRST_THEN.search(quote.text)
        if mine is None or theirs is None:
            return
        finder, same = self._aligner.finder, self._aligner.same

        def shared(one: str, two: str) -> bool:
            return any(
                same(p, said.lang, q, quote.lang)
                for f in finder.frames(one, said.lang)
                for p in f.phrases
                for g in finder.frames(two, quote.lang)
                for q in g.phrases
            )

        if shared(mine[1], theirs[2]) and shared(mine[2], theirs[1]):
            yield f"the order of {mine[0]}"


def _alike(one: Phrase, two: Phrase) -> bool:
    """Whether two have the same part; what stands bare and has no part is like any that does."""
    if one.role and two.role:
        return one.role == two.role
    if all(not p.mark or p.role in (AGENT, OBJECT) for p in (one, two)):
        return True
    return one.mark == two.mark


def _may_turn(one: Phrase, two: Phrase) -> bool:
    """Whether the marks of two tell them apart enough: both of the deed, or both of place."""
    marks = {one.mark, two.mark}
    return marks <= _OF_DEEDS or (
        marks <= _OF_PLACES and not {one.role, two.role} & {AGENT, OBJECT}
    )


def _beside(frames: Sequence[Frame]) -> set[tuple[str, str]]:
    """Words that stand beside each other: in a phrase, and the heads of two of which the second
    hangs on the first."""
    found: set[tuple[str, str]] = set()
    for frame in frames:
        for phrase in frame.phrases:
            found.update((word, phrase.head) for word in phrase.modifiers)
        found.update(
            (one.head, two.head) for one, two in pairwise(frame.phrases) if two.mark in _HANGING
        )
    return found


def _dealt(frame: Frame) -> Iterator[tuple[Phrase, Phrase, Phrase, Phrase]]:
    """ "From A for X, from B for Y": pairs that follow each other with the same marks."""
    phrases = frame.phrases
    for one, two, three, four in zip(phrases, phrases[1:], phrases[2:], phrases[3:], strict=False):
        marks = (one.mark, two.mark)
        if all(marks) and one.mark != two.mark and marks == (three.mark, four.mark):
            yield one, two, three, four


def _hanging(frame: Frame) -> Iterator[tuple[Phrase, Phrase]]:
    """Phrases with what hangs on them by "of" or "by"."""
    return ((one, two) for one, two in pairwise(frame.phrases) if two.mark in ("of", "by"))
