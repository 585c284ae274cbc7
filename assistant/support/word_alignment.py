"""Which word of a quote each word of a claim stands for: a word alignment, as translators make.

Every word with content is aligned by itself, so that what the quote does not say shows as a word
without a partner, however well the rest fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.support import names, quantities
from assistant.support.content import Matcher
from assistant.support.content_words import ContentWord, ContentWordFinder, classes
from assistant.support.names import folded
from assistant.support.number_readings import ORDINALS
from corpus.vocabulary import Language, Vocabulary

_LONGEST_WINDOW = 4  # words of a quote that one word of a claim may stand for
_AROUND = ((-1, 1), (0, 2), (-2, 1), (0, 3))  # phrases of a claim that a word may be part of
_SHORTEST_SPLIT = 6  # letters of a word with a hyphen whose parts are looked for
# What makes an alignment worse; only their order matters much: leaving a word without a partner,
# another clause or sentence than the word before, going back, a partner that says more.
_ABSENT = 6.0
_LOOSE = 0.8
_FAR_FROM = 0.3
_TWICE = 0.5
_SENTENCE = 0.5
_CLAUSE = 0.4
_BACK = 0.2
_FIRST = 0.9  # weight of a translation that is no second best
_FAR = 12  # words from which further away costs no more

Choice = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of a claim with the words of the quote that it stands for, none where none does."""

    unit: ContentWord
    partners: tuple[ContentWord, ...]


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    chosen: tuple[Choice, ...]
    last: int


class WordAligner:
    """Aligns words. May be shared by threads."""

    def __init__(self, matcher: Matcher, finder: ContentWordFinder, vocabulary: Vocabulary) -> None:
        self._matcher = matcher
        self._finder = finder
        self._vocabulary = vocabulary
        self._holds = lru_cache(maxsize=200_000)(self._holding)

    def aligned(self, claim: str, lang: Language, quote: str, other: Language) -> tuple[Pair, ...]:
        """Each word of the claim with its partner, chosen so that neighbours stay together."""
        mine, theirs = self._finder.units(claim, lang), self._finder.units(quote, other)
        options = []
        for at, unit in enumerate(mine):
            found = self._options(at, mine, lang, theirs, other)
            options.append(
                [(one, self._loose(unit, lang, [theirs[i] for i in one], other)) for one in found]
            )
        return tuple(
            Pair(unit, tuple(theirs[at] for at in chosen))
            for unit, chosen in zip(mine, _best(mine, options, theirs), strict=True)
        )

    def everywhere(
        self, unit: ContentWord, lang: Language, units: Sequence[ContentWord], other: Language
    ) -> list[ContentWord]:
        """All words of a text that a word may stand for."""
        return [there for there in units if self.stands(unit, lang, there, other)]

    def _options(
        self,
        at: int,
        mine: Sequence[ContentWord],
        lang: Language,
        theirs: Sequence[ContentWord],
        other: Language,
    ) -> list[Choice]:
        """The words that a word may stand for: one, several that together hold it, or what holds
        the phrase that it is part of ("film pages", filmpagina's)."""
        unit = mine[at]
        found: list[Choice] = [
            (i,) for i, there in enumerate(theirs) if self.stands(unit, lang, there, other)
        ]
        for length in range(2, _LONGEST_WINDOW + 1):
            if found:
                return found
            found = self._windows(unit.text, length, lang, theirs, other)
        for before, after in _AROUND:
            first, last = at + before, at + after
            if found or first < 0 or last > len(mine):
                continue
            text = " ".join(one.text for one in mine[first:last])
            if self._vocabulary.knows(text, lang):
                found = self._windows(text, 1, lang, theirs, other) or self._windows(
                    text, 2, lang, theirs, other
                )
        return found

    def _windows(
        self, text: str, length: int, lang: Language, theirs: Sequence[ContentWord], other: Language
    ) -> list[Choice]:
        """Words that stand beside each other in a clause and together hold a text."""
        return [
            tuple(range(first, first + length))
            for first in range(len(theirs) - length + 1)
            if theirs[first].frame == theirs[first + length - 1].frame
            and self._holds(
                text, lang, " ".join(one.text for one in theirs[first : first + length]), other
            )
        ]

    def _loose(
        self, unit: ContentWord, lang: Language, partners: Sequence[ContentWord], other: Language
    ) -> float:
        """What it costs that the partner says more than the word (a compound, for a part of it), or
        is another word than the one that the lexicon gives first."""
        cost = 0.0 if any(self.stands(p, other, unit, lang) for p in partners) else _LOOSE
        plain = any(self._is_plain(unit, lang, partner, other) for partner in partners)
        return cost if plain else cost + _FAR_FROM

    def _is_plain(
        self, unit: ContentWord, lang: Language, partner: ContentWord, other: Language
    ) -> bool:
        """Whether a word is another in another form, or its first translation."""
        if unit.number or unit.name:
            return True
        theirs = {folded(partner.text), *self._vocabulary.lemmas(partner.text, other)}
        own = (folded(unit.text), *self._vocabulary.lemmas(unit.text, lang))
        if lang == other:
            return any(word in theirs for word in own)
        return any(
            one.term in theirs and one.weight >= _FIRST
            for word in own
            for one in self._vocabulary.translate(word, lang, other)
        )

    def stands(self, one: ContentWord, lang: Language, two: ContentWord, other: Language) -> bool:
        """Whether a word may stand for another."""
        return any(self._holds(a, lang, b, other) for a in one.forms for b in two.forms)

    def _holding(self, word: str, lang: Language, text: str, other: Language) -> bool:
        if classes(folded(word)) & classes(folded(text)):
            return True
        if "-" in word and len(word) >= _SHORTEST_SPLIT:
            parts = [part for part in word.split("-") if part]
            if len(parts) > 1 and all(self._holds(part, lang, text, other) for part in parts):
                return True
        if word[0].isdigit() or text[0].isdigit():
            if folded(word) in ORDINALS:
                # "The third action point" is "action point 3".
                return text == str(ORDINALS[folded(word)])
            return bool(_values(word, lang) & _values(text, other))
        # What begins a sentence may have lost its capital: "Britse vervoerders".
        named = word[0].isupper() or self._vocabulary.country(word, lang) is not None
        if named and names.carried(word, lang, [text], self._vocabulary):
            return True
        return self._matcher.held(folded(word), lang, self._matcher.stems(text, other))


def _values(text: str, lang: Language) -> set[object]:
    return {value for number in quantities.quantities(text, lang) for value in number.values}


def _best(
    mine: Sequence[ContentWord],
    options: Sequence[Sequence[tuple[Choice, float]]],
    theirs: Sequence[ContentWord],
) -> tuple[Choice, ...]:
    """The partners that together cost least (Viterbi's algorithm)."""
    paths: dict[Choice, _Path] = {(): _Path(0.0, (), -1)}
    for at, here in enumerate(options):
        step: dict[Choice, _Path] = {}
        alike = at > 0 and mine[at - 1].verb == mine[at].verb
        for choice, loose in (*here, ((), _ABSENT)):
            for path in paths.values():
                # "Gross fee": two words for one compound.
                goes_on = alike and bool(choice) and path.chosen[-1:] == (choice,)
                cost = path.cost + (0.0 if goes_on else loose)
                if choice:
                    again = choice in (path.chosen[:-1] if goes_on else path.chosen)
                    cost += _move(path.last, choice[0], theirs) + _TWICE * again
                if choice not in step or cost < step[choice].cost:
                    last = choice[0] if choice else path.last
                    step[choice] = _Path(cost, (*path.chosen, choice), last)
        paths = step

    return min(paths.values(), key=lambda path: path.cost).chosen


def _move(last: int, at: int, theirs: Sequence[ContentWord]) -> float:
    if last < 0:
        return 0.0
    one, two = theirs[last], theirs[at]
    return (
        min(abs(at - last), _FAR) / _FAR
        + _CLAUSE * (one.frame != two.frame)
        + _SENTENCE * (one.sentence != two.sentence)
        + _BACK * (at < last)
    )
