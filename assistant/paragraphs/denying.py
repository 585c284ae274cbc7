"""Does a stretch deny what a sentence says, or only something near it?

"The city pays no insurance" does not deny that the city pays the heating, nor "artists need not
show their film" that they show a budget: most of the words stand there, yet another thing is
denied. What is denied has to be what is said, and the side that denies may not say more than the
other, because who gives no legal advice may well give advice, while who gives no advice gives no
legal advice either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.support.clauses import plain
from assistant.support.content import Matcher
from assistant.support.content_words import ContentWord, ContentWordFinder, is_free
from assistant.support.denial import Denial, denials
from assistant.support.phrases import PhraseFinder
from assistant.support.word_alignment import Pair, WordAligner
from assistant.support.word_order import Text
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

_LISTED = re.compile(r"(?:\s|,|\b(?:of|or|en|and|noch|nor|een|an?|the|de|het)\b)+", re.IGNORECASE)
_DEEDS = ("V", "L")
_SHORTEST = 4  # letters of a word that another can be a compound of


@dataclass(frozen=True, slots=True)
class _Sides:
    """A sentence aligned with a stretch: ``told`` are the words of the stretch, ``held`` the places
    of those that a word of the sentence stands for, ``missing`` the sentence's words that do not
    stand there."""

    pairs: tuple[Pair, ...]
    told: tuple[ContentWord, ...]
    held: frozenset[int]
    missing: tuple[ContentWord, ...]
    quote: str


class Denying:
    """Tells what denies a sentence. Keeps what it looked up; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary, least: float) -> None:
        """``least`` is the share (0 to 1) of what is denied that the other side has to say."""
        self._finder = PhraseFinder(vocabulary)
        self._units = ContentWordFinder(self._finder, vocabulary)
        self._words = WordAligner(Matcher(vocabulary), self._units, vocabulary)
        self._least = least

    def denies(
        self, claim: str, lang: Language, missing: Iterable[str], text: str, other: Language
    ) -> bool:
        """Whether ``text``, in the language ``other``, denies what ``claim`` says, or says what the
        claim denies. ``missing`` are the words of the claim that do not stand there."""
        claim, text = plain(claim), plain(text)
        absent = {folded(word) for word in missing}
        told = self._units.units(text, other)
        pairs = _with_kinds(self._words.aligned(claim, lang, text, other), told)
        sides = _Sides(
            pairs,
            told,
            frozenset(partner.place for pair in pairs for partner in pair.partners),
            tuple(p.unit for p in pairs if not p.partners and folded(p.unit.text) in absent),
            text,
        )
        if any(_is_another(unit, sides) for unit in sides.missing):
            return False
        tagger = self._finder.tagger
        said = Text(claim, lang, self._finder.frames(claim, lang))
        quoted = Text(text, other, self._finder.frames(text, other))
        mine = denials(said, [pair.unit for pair in pairs], tagger)
        theirs = denials(quoted, sides.told, tagger)
        return any(self._there(one, mine, sides) for one in theirs) or any(
            self._here(one, theirs, sides) for one in mine
        )

    def _there(self, denial: Denial, mine: Sequence[Denial], sides: _Sides) -> bool:
        """Whether a denial of the stretch denies what the sentence says."""
        said = [p.unit for p in sides.pairs if any(o.place in denial.reach for o in p.partners)]
        if _mostly(said, mine):
            return False
        listed = _listed(denial, sides.told, sides.quote)
        kept = listed & sides.held if denial.focus - sides.held else denial.focus
        kinds = {o.place for p in sides.pairs for o in p.partners if _is_kind_of(o, p.unit)}
        if not kept or kept & kinds:
            return False
        inside = [
            unit
            for unit in sides.told
            if unit.place in denial.reach and (unit.place in kept or unit.place not in listed)
        ]
        return self._says(inside, sides.held, kept)

    def _here(self, denial: Denial, theirs: Sequence[Denial], sides: _Sides) -> bool:
        """Whether the stretch says what a denial of the sentence denies."""
        inside = [pair for pair in sides.pairs if pair.unit.place in denial.reach]
        partners = [partner for pair in inside for partner in pair.partners]
        if _mostly(partners, theirs):
            return False
        absent = {unit.place for unit in sides.missing}
        held = {pair.unit.place for pair in inside} - absent
        kinds = {p.unit.place for p in inside if any(_is_kind_of(p.unit, o) for o in p.partners)}
        if not denial.focus & held or denial.focus & kinds:
            return False
        return self._says([pair.unit for pair in inside], held, denial.focus)

    def _says(
        self, inside: Sequence[ContentWord], held: Collection[int], focus: Collection[int]
    ) -> bool:
        """Whether the other side says enough of what is denied: all that tells which thing it is,
        and most of the rest."""
        counted = [unit for unit in inside if not (unit.aside or unit.source or _is_small(unit))]
        denied = [unit.phrase for unit in counted if unit.place in focus and unit.phrase]
        for unit in counted:
            if unit.place not in held and unit.phrase is not None and unit.phrase in denied:
                return False
        there = sum(unit.place in held for unit in counted)
        return bool(there) and there >= self._least * len(counted)


def _is_another(unit: ContentWord, sides: _Sides) -> bool:
    """Whether a word of the sentence that the stretch has not makes it tell of another deed or
    thing: a verb, what has it done or is done by it, or what stands where the stretch has something
    else."""
    free = [there for there in sides.told if there.place not in sides.held]
    if unit.verb or (unit.tag in _DEEDS and unit.phrase is None):
        return True
    if unit.phrase is None or not unit.head:
        return False
    return not unit.mark or any(there.head and there.mark == unit.mark for there in free)


def _with_kinds(pairs: Sequence[Pair], told: Sequence[ContentWord]) -> tuple[Pair, ...]:
    """The pairs, with the kind of thing as the partner of a word that has none."""
    held = {partner.place for pair in pairs for partner in pair.partners}
    free = [there for there in told if there.place not in held]
    return tuple(
        pair
        if pair.partners
        else replace(pair, partners=tuple(o for o in free if _is_kind_of(pair.unit, o))[:1])
        for pair in pairs
    )


def _is_kind_of(unit: ContentWord, there: ContentWord) -> bool:
    """Whether a word is a compound of another: who lends no instruments lends no wind
    instruments."""
    one, two = folded(unit.text), folded(there.text)
    return one != two and len(two) >= _SHORTEST and one.endswith(two)


def _listed(denial: Denial, told: Sequence[ContentWord], quote: str) -> frozenset[int]:
    """The places of what is denied before all, and of what is listed with it: "no paint, canvas or
    tools"."""
    found = set(denial.focus)
    before: ContentWord | None = None
    for unit in told:
        if before is not None and unit.place in denial.reach and unit.place not in found:
            same = unit.phrase is not None and unit.phrase is before.phrase
            if not same and not _LISTED.fullmatch(quote[before.end : unit.start]):
                break
            found.add(unit.place)
        before = unit if unit.place in found else before
    return frozenset(found)


def _mostly(words: Sequence[ContentWord], found: Sequence[Denial]) -> bool:
    """Whether most of these words are denied on their own side, too."""
    reach = frozenset[int]().union(*(one.reach for one in found))
    return bool(reach) and 2 * sum(word.place in reach for word in words) >= len(words)


def _is_small(unit: ContentWord) -> bool:
    return unit.tag == "O" or is_free(folded(unit.text))
