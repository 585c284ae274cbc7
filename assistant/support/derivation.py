"""Is a claim put together from its quote as the quote puts it? Every word, and what is beside it.

The strict half of the judge: what it cannot explain fails. A claim that is dropped for nothing
costs little, because its quote is shown instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support import said_otherwise
from assistant.support.clause_parts import misplaced_parts
from assistant.support.clause_turns import turned_clauses
from assistant.support.content import Matcher, Stems
from assistant.support.content_words import ContentWord, ContentWordFinder, classes, is_free
from assistant.support.contrasts import exchanged_sides
from assistant.support.converses import is_converse
from assistant.support.denial import turned_denials
from assistant.support.everyday_words import said_for
from assistant.support.evidence import LEANS, Failure, QuoteInContext
from assistant.support.expressions import reworded
from assistant.support.names import folded
from assistant.support.narrowing import narrowed
from assistant.support.near_meaning import NearMeaning
from assistant.support.other_sentences import of_other_sentences
from assistant.support.phrases import PhraseFinder
from assistant.support.polarity import words as turning_words
from assistant.support.shares import is_share
from assistant.support.splices import spliced
from assistant.support.times import (
    apart,
    crossed,
    exchanged,
    mistimed,
    of_another_deed,
    redated,
    replaced,
)
from assistant.support.word_alignment import Pair, WordAligner
from assistant.support.word_order import Text, misplaced, turned, unjoined
from corpus.vocabulary import Language, Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_NO_LONGER = re.compile(r"\b(?:no|not|geen|niet)\b.*\b(?:longer|meer)\b", re.IGNORECASE)
_DEEDS = frozenset(("V", "L"))
_NO_LATER = re.compile(r"\b(?:no|not|niet) (?:later|earlier)$", re.IGNORECASE)
_PAYING = ("pay", "betalen")
_HELD = 3  # words that must have a partner where a verb has none
_HELD_SHARE = 0.7
_POSSIBLE = {"can"}  # small words that an everyday one may stand for: "open to", "eligible"
_ROMAN = re.compile(r"[IVX]+")
_IN_TIME = frozenset(("later", "earlier"))


class DerivationCheck:
    """Derives claims from quotes, word by word. May be shared by threads."""

    def __init__(self, matcher: Matcher, finder: PhraseFinder, vocabulary: Vocabulary) -> None:
        self._matcher = matcher
        self._finder = finder
        self._vocabulary = vocabulary
        self._units = ContentWordFinder(finder, vocabulary)
        self._words = WordAligner(matcher, self._units, vocabulary)
        self._near = NearMeaning(vocabulary, finder.tagger)

    def failures(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> list[Failure]:
        """What keeps a claim from being derived from its quotes; quotes in one language are read
        as one text, of several languages the one that explains the claim best counts."""
        texts: dict[Language, list[QuoteInContext]] = {}
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
        tagger = self._finder.tagger
        stems = self._matcher.stems(title, other)
        absent = self._absent(pairs, claim, lang, quote, units, other, stems)
        yield from _each("content", absent)
        if not any(pair.partners for pair in pairs):
            yield Failure("content", "no word of the quote")
        yield from _each("content", self._shortened(pairs, lang, other))
        yield from _each("binding", mistimed(claim, quote))
        yield from _each("binding", apart(claim, said.frames, quote))
        for number in {pair.unit.sentence for pair in pairs}:
            own = [p for p in pairs if p.unit.sentence == number and p.partners]
            yield from _each("role", turned(own, said, quoted, tagger))
            yield from _each("role", misplaced(own))
            yield from _each("name", unjoined(claim, own))
            yield from _each("role", of_other_sentences(own, units, quoted, lang, self._words))
            yield from _each("binding", self._rivals(own, units, lang, other))
            yield from _each("binding", _misdated(own, units))
            yield from _each("binding", crossed(own))
            yield from _each("binding", exchanged(own))
            yield from _each("binding", exchanged_sides(own, said, quoted, units))
            yield from _each("binding", spliced(own, quoted, units, self._finder.tagger))
            said_here = [p for p in pairs if p.unit.sentence == number]
            yield from _each("binding", replaced(said_here, units))
            yield from _each("binding", redated(own, units))
            yield from _each("binding", of_another_deed(own, units, _DEEDS))
            yield from _each("content", self._headless(own, units, lang, other))
        yield from _each("role", misplaced_parts(pairs, said, quoted, units, tagger))
        yield from _each("polarity", narrowed(pairs, said, quoted, units, tagger))
        yield from _each("polarity", turned_denials(pairs, said, quoted, units, tagger))
        yield from _each("polarity", turned_clauses(pairs, said, quoted, self._matcher, tagger))

    def _absent(
        self,
        pairs: Sequence[Pair],
        claim: str,
        lang: Language,
        quote: str,
        units: Sequence[ContentWord],
        other: Language,
        title: Stems,
    ) -> Iterator[str]:
        """Words of the claim that stand for nothing in the quote."""
        there = frozenset().union(*(classes(folded(word)) for word in _WORD.findall(quote)))
        there -= _IN_TIME
        if said_otherwise.bounds(claim, lang) or _NO_LONGER.search(claim):
            # A bound, which is compared with the number, or the end of something.
            there |= {"more", "less"}
        bare = [pair.unit for pair in pairs if not pair.partners and not pair.unit.number]
        phrased = reworded(bare, claim, quote) if bare else set()
        if bare:
            held = {partner.place for pair in pairs for partner in pair.partners}
            free = [unit for unit in units if unit.place not in held and not unit.name]
            small = [u for u in bare if not u.name and classes(folded(u.text)) <= _POSSIBLE]
            phrased |= said_for(
                small, claim, lang, free, quote, other, self._matcher, self._vocabulary
            )
        parts = said_otherwise.shared(claim, lang, quote) if bare else ()
        missing = []
        for unit in bare:
            word = folded(unit.text)
            if (
                unit.place in phrased
                or classes(word) & there
                or said_otherwise.counts(word, lang, quote)
            ):
                continue
            if any(start <= unit.start < end for start, end in parts):
                continue
            if said_otherwise.is_money(word, quote) or said_otherwise.is_kept(unit, quote):
                continue
            if _is_deed(unit) and is_converse(word, lang, units, other, self._finder.tagger):
                continue
            if word in _IN_TIME and _NO_LATER.search(claim[: unit.end]):
                continue
            if not self._is_light(word, lang) and not self._matcher.held(word, lang, title):
                missing.append(unit)
        missing = [
            unit for unit in missing if not self._near.explains(unit, pairs, lang, units, other)
        ]
        if (
            len(missing) == 1
            and self._is_said_otherwise(missing[0], pairs, lang)
            and not self._displaces(missing[0], pairs, units, other)
        ):
            return
        yield from (unit.text for unit in missing)

    def _is_said_otherwise(self, unit: ContentWord, pairs: Sequence[Pair], lang: Language) -> bool:
        """Whether a word is a verb that may stand for another of the quote, which holds everything
        else: verbs are what translations choose most freely."""
        if not unit.verb and unit.tag not in ("V", "L", "D"):
            return False
        tagger = self._finder.tagger
        if unit.text[0].isupper() or tagger.is_any(unit.text, lang, "weighty"):
            return False
        if unit.tag == "L" and unit.text.endswith("s") and "n" in tagger.kinds(unit.text, lang):
            return False
        word = folded(unit.text)
        turning = turning_words()
        if any(word in turning[name] for name in ("must", "asks", "can", "plan", "up", "down")):
            return False
        held = sum(bool(pair.partners) for pair in pairs)
        return held >= _HELD and held >= _HELD_SHARE * len(pairs)

    def _displaces(
        self,
        verb: ContentWord,
        pairs: Sequence[Pair],
        units: Sequence[ContentWord],
        other: Language,
    ) -> bool:
        """Whether a verb without a partner stands where the quote has one that says much and that
        the claim leaves out: "works" for "lives". Paying is told in too many ways to count."""
        held = {partner.place for pair in pairs for partner in pair.partners}
        frames = Counter(
            partner.frame
            for pair in pairs
            if pair.unit.frame == verb.frame
            for partner in pair.partners
        )
        if not frames:
            return False
        ((frame, _),) = frames.most_common(1)
        tagger = self._finder.tagger
        return any(
            _is_deed(unit)
            and unit.frame == frame
            and unit.place not in held
            and tagger.is_any(unit.text, other, "weighty")
            and not tagger.is_one_of(unit.text, other, _PAYING)
            for unit in units
        )

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

    def _shortened(self, pairs: Sequence[Pair], lang: Language, other: Language) -> Iterator[str]:
        """ "Arts Decree" for "Amateurkunstendecreet": two words for a compound of three."""
        for one, two in pairwise(pairs) if other == "nl" else ():
            if not (one.partners and two.partners and one.partners[-1] is two.partners[0]):
                continue
            whole = one.partners[-1]
            own = [pair.unit.text for pair in pairs if whole in pair.partners]
            stems = self._matcher.stems(" ".join(own), lang)
            parts = self._vocabulary.compound_parts(folded(whole.text))
            count = sum(max(1, len(self._vocabulary.compound_parts(part))) for part in parts)
            held = all(self._matcher.held(part, "nl", stems) for part in parts)
            if count > len(own) and not held:
                yield f"{' '.join(own)} for {whole.text}"

    def _rivals(
        self, own: Sequence[Pair], units: Sequence[ContentWord], lang: Language, other: Language
    ) -> Iterator[str]:
        """ "A has 547 members" where B stands between A and the members: B has them."""
        held = {partner.place for pair in own for partner in pair.partners}
        counted = (
            (one, three)
            for one, two, three in zip(own, own[1:], own[2:], strict=False)
            if _is_deed(two.unit) and three.unit.number and not three.unit.year
        )
        for one, two in (*pairwise(own), *counted):
            for named, told in ((one.unit, two.unit), (two.unit, one.unit)):
                kind = _kind(named)
                if not kind or not (told.verb or (kind == "name" and told.number)):
                    continue
                if kind == "when" and named.mark == "of":
                    # "The agreement of 2018 was renewed": no time of the deed.
                    continue
                found = [
                    _between(a, b, kind, units, held)
                    for a in self._words.everywhere(named, lang, units, other)
                    for b in self._words.everywhere(told, lang, units, other)
                    if a.sentence == b.sentence
                ]
                if found and all(found):
                    yield f"{named.text} {told.text}, with {found[0]} between"

    def _compares(self, word: str, lang: Language) -> bool:
        """Whether a word is a comparative: "a performance longer than an hour"."""
        stem = folded(word).removesuffix("er")
        stems = (stem, stem + "e", stem[:-1])
        return stem != word and any("a" in self._finder.tagger.kinds(one, lang) for one in stems)

    def _headless(
        self, own: Sequence[Pair], units: Sequence[ContentWord], lang: Language, other: Language
    ) -> Iterator[str]:
        """ "The band" where the quote has "the band member"."""
        held = {partner.place for pair in own for partner in pair.partners}
        for pair in own:
            last = pair.partners[-1]
            if not pair.unit.head or pair.unit.text[0].isupper() or last.tag != "N":
                continue
            if is_share(pair.unit.text):
                continue
            after = units[last.place + 1] if last.place + 1 < len(units) else None
            if last.phrase is None or after is None or after.phrase is not last.phrase:
                continue
            if not after.head or after.verb or after.place in held or after.text[0].isupper():
                continue
            if self._compares(after.text, other):
                continue
            # "Opleidingsbeurs" holds both words of "training grant".
            if self._words.stands(pair.unit, lang, after, other) or (
                self._words.stands(after, other, pair.unit, lang)
                or self._finder.tagger.kinds(pair.unit.text, lang) == {"a"}
                or "n" not in (self._finder.tagger.kinds(after.text, other) or {"n"})
            ):
                continue
            if not self._is_light(folded(after.text), other):
                yield f"{pair.unit.text}, not {after.text}"


def _each(kind: str, details: Iterator[str]) -> Iterator[Failure]:
    return (Failure(kind, detail) for detail in details)


def _misdated(own: Sequence[Pair], units: Sequence[ContentWord]) -> Iterator[str]:
    """ "Founded in 2011" from "founded in 1998 and moved in 2011": another year is nearer to the
    verb, and another verb nearer to the year."""
    for one in own:
        if _kind(one.unit) != "when" or one.unit.mark == "of":
            continue
        deeds = [p for p in own if p.unit.frame == one.unit.frame and _is_deed(p.unit)]
        if len(deeds) != 1:
            continue
        when, deed = one.partners[-1], deeds[0].partners[-1]
        low, high = sorted((when.place, deed.place))
        if when.sentence != deed.sentence or not any(map(_is_deed, units[low + 1 : high])):
            continue
        for unit in units:
            reach = sorted((unit.place, deed.place))
            nearer = reach[1] - reach[0] < high - low and unit.sentence == deed.sentence
            other = _kind(unit) == "when" and unit.mark != "of" and unit.text != when.text
            if nearer and other and not any(map(_is_deed, units[reach[0] + 1 : reach[1]])):
                yield f"{deeds[0].unit.text} in {one.unit.text}, not {unit.text}"
                break


def _is_deed(unit: ContentWord) -> bool:
    return unit.verb or unit.tag in ("V", "L", "D")


def _kind(unit: ContentWord) -> str:
    """What a unit can be confused with: a name, or when something is."""
    if unit.number:
        return "when" if (unit.year and unit.mark) or (unit.dated and not unit.year) else ""
    return "name" if unit.name else ""


def _between(
    a: ContentWord, b: ContentWord, kind: str, units: Sequence[ContentWord], held: set[int]
) -> str:
    """What of the same kind stands between two units, empty for nothing."""
    low, high = sorted((a.place, b.place))
    for unit in units[low + 1 : high]:
        other = _kind(unit) == kind and unit.text != a.text and unit.aside == a.aside
        named = unit.phrase is not None and unit.phrase is (b if b.name else a).phrase
        day = unit.dated and units[unit.place + 1] in (a, b)
        day = day or (unit.year and units[unit.place - 1] in (a, b) and units[unit.place - 1].dated)
        # "The Dutch fund", "chapter IV": the name is no thing of its own.
        modifies = kind == "name" and (not unit.head or _ROMAN.fullmatch(unit.text))
        if named or day or modifies or (kind == "name" and unit.mark == "in"):
            continue
        if other and (kind == "when" or unit.place not in held):
            return unit.text
    return ""
