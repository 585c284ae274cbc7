"""Is a claim put together from its quote as the quote puts it? Every word, and what is beside it.

The strict half of the judge: what it cannot explain fails. A claim that is dropped for nothing
costs little, because its quote is shown instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support.clause_turns import turned_clauses
from assistant.support.content import Matcher, Stems
from assistant.support.evidence import LEANS, Evidence, Failure
from assistant.support.names import folded
from assistant.support.phrases import PhraseFinder
from assistant.support.polarity import words as turning_words
from assistant.support.units import Unit, UnitFinder, classes, is_free
from assistant.support.word_alignment import Pair, WordAligner
from assistant.support.word_order import Text, misplaced, mistimed, turned
from corpus.vocabulary import Language, Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_HALF = re.compile(r"\b50\s?(?:%|percent|procent|per cent)")
_MORE_THAN = re.compile(
    r"\b(?:more|less|fewer|meer|minder) (?:than|dan)\b"
    r"|\b(?:no|not|geen|niet)\b.*\b(?:longer|meer)\b",
    re.IGNORECASE,
)
_IN_TIME = frozenset(("later", "earlier"))


class DerivationCheck:
    """Derives claims from quotes, word by word. May be shared by threads."""

    def __init__(self, matcher: Matcher, finder: PhraseFinder, vocabulary: Vocabulary) -> None:
        self._matcher = matcher
        self._finder = finder
        self._vocabulary = vocabulary
        self._units = UnitFinder(finder, vocabulary)
        self._words = WordAligner(matcher, self._units, vocabulary)

    def failures(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> list[Failure]:
        """What keeps a claim from being derived from its quotes; quotes in one language are read
        as one text, of several languages the one that explains the claim best counts."""
        texts: dict[Language, list[Evidence]] = {}
        for one in evidence:
            texts.setdefault("en" if one.lang == "en" else "nl", []).append(one)
        found = []
        for other, own in texts.items():
            quote = " ".join(one.quote for one in own)
            # "It pays ...": what "it" is, the title tells.
            title = " ".join(one.context for one in own if LEANS.match(one.quote))
            found.append(list(self._failures(claim, lang, quote, other, title)))
        return min(found, key=len, default=[])

    def _failures(
        self, claim: str, lang: Language, quote: str, other: Language, title: str
    ) -> Iterator[Failure]:
        pairs = self._words.aligned(claim, lang, quote, other)
        units = self._units.units(quote, other)
        said = Text(claim, lang, self._finder.frames(claim, lang))
        quoted = Text(quote, other, self._finder.frames(quote, other))
        absent = self._absent(pairs, claim, lang, quote, self._matcher.stems(title, other))
        yield from _each("content", absent)
        yield from _each("content", self._shortened(pairs, other))
        yield from _each("binding", mistimed(claim, quote))
        for number in {pair.unit.sentence for pair in pairs}:
            own = [p for p in pairs if p.unit.sentence == number and p.partners]
            yield from _each("role", turned(own, said, quoted, self._finder.tagger))
            yield from _each("role", misplaced(own))
            yield from _each("role", _mixed(own, units))
            yield from _each("binding", self._rivals(own, units, lang, other))
            yield from _each("content", self._headless(own, units, other))
        yield from _each("polarity", turned_clauses(pairs, said, quoted, self._matcher))

    def _absent(
        self, pairs: Sequence[Pair], claim: str, lang: Language, quote: str, title: Stems
    ) -> Iterator[str]:
        """Words of the claim that stand for nothing in the quote."""
        there = frozenset().union(*(classes(folded(word)) for word in _WORD.findall(quote)))
        there -= _IN_TIME
        if _HALF.search(quote):
            there |= {"half"}
        if _MORE_THAN.search(claim):
            # A bound, which is compared with the number, or the end of something.
            there |= {"more", "less"}
        for pair in pairs:
            word = folded(pair.unit.text)
            if pair.partners or pair.unit.number or classes(word) & there:
                continue
            if not self._is_light(word, lang) and not self._matcher.held(word, lang, title):
                yield pair.unit.text

    def _is_light(self, word: str, lang: Language) -> bool:
        """Whether a word says so little that a claim may bring it in."""
        if classes(word) or is_free(word):
            return is_free(word)
        light = turning_words()["light"]
        if word in light or word in self._vocabulary.function_words(lang):
            return True
        if any(lemma in light for lemma in self._vocabulary.lemmas(word, lang)):
            return True
        return self._finder.tagger.is_any(word, lang, "light")

    def _shortened(self, pairs: Sequence[Pair], other: Language) -> Iterator[str]:
        """ "Arts Decree" for "Amateurkunstendecreet": two words for a compound of three."""
        for one, two in pairwise(pairs) if other == "nl" else ():
            if not (one.partners and two.partners and one.partners[-1] is two.partners[0]):
                continue
            whole = one.partners[-1]
            own = [pair.unit.text for pair in pairs if whole in pair.partners]
            parts = self._vocabulary.compound_parts(folded(whole.text))
            if sum(max(1, len(self._vocabulary.compound_parts(p))) for p in parts) > len(own):
                yield f"{' '.join(own)} for {whole.text}"

    def _rivals(
        self, own: Sequence[Pair], units: Sequence[Unit], lang: Language, other: Language
    ) -> Iterator[str]:
        """ "A has 547 members" where B stands between A and the members: B has them."""
        held = {partner.place for pair in own for partner in pair.partners}
        for one, two in pairwise(own):
            for named, told in ((one.unit, two.unit), (two.unit, one.unit)):
                kind = _kind(named)
                if not kind or not (told.verb or (kind == "name" and told.number)):
                    continue
                found = [
                    _between(a, b, kind, units, held)
                    for a in self._words.everywhere(named, lang, units, other)
                    for b in self._words.everywhere(told, lang, units, other)
                    if a.sentence == b.sentence
                ]
                if found and all(found):
                    yield f"{named.text} {told.text}, with {found[0]} between"

    def _headless(
        self, own: Sequence[Pair], units: Sequence[Unit], other: Language
    ) -> Iterator[str]:
        """ "The band" where the quote has "the band member"."""
        held = {partner.place for pair in own for partner in pair.partners}
        for pair in own:
            last = pair.partners[-1]
            if not pair.unit.head or pair.unit.text[0].isupper() or last.tag != "N":
                continue
            after = units[last.place + 1] if last.place + 1 < len(units) else None
            if last.phrase is None or after is None or after.phrase is not last.phrase:
                continue
            if not after.head or after.verb or after.place in held or after.text[0].isupper():
                continue
            if not self._is_light(folded(after.text), other):
                yield f"{pair.unit.text}, not {after.text}"


def _each(kind: str, details: Iterator[str]) -> Iterator[Failure]:
    return (Failure(kind, detail) for detail in details)


def _mixed(own: Sequence[Pair], units: Sequence[Unit]) -> Iterator[str]:
    """Things that the quote names in another sentence, where this one has a thing of its own or
    comes first."""
    sentences = Counter(s for pair in own for s in {p.sentence for p in pair.partners})
    if len(sentences) < 2:
        return
    main = max(sentences, key=lambda number: sentences[number])
    held = {partner.place for pair in own for partner in pair.partners}
    free = any(
        unit.sentence == main and unit.thing and unit.head and not unit.mark
        for unit in units
        if unit.place not in held
    )
    here = {id(p.unit.phrase) for p in own if any(q.sentence == main for q in p.partners)}
    for pair in own:
        if not pair.unit.thing or any(p.sentence == main for p in pair.partners):
            continue
        bare = not pair.unit.mark
        later = pair.partners[0].sentence > main
        inside = pair.unit.phrase is not None and id(pair.unit.phrase) in here
        if (bare and (later or free)) or inside:
            yield f"{pair.unit.text} of another sentence"


def _kind(unit: Unit) -> str:
    """What a unit can be confused with: a name, or when something is."""
    if unit.number:
        return "when" if (unit.year and unit.mark) or (unit.dated and not unit.year) else ""
    return "name" if unit.name else ""


def _between(a: Unit, b: Unit, kind: str, units: Sequence[Unit], held: set[int]) -> str:
    """What of the same kind stands between two units, empty for nothing."""
    low, high = sorted((a.place, b.place))
    for unit in units[low + 1 : high]:
        other = _kind(unit) == kind and unit.text != a.text and unit.aside == a.aside
        if other and (kind == "when" or unit.place not in held):
            return unit.text
    return ""
