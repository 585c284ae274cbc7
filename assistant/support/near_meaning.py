"""How near the meanings of two words are, by the thesaurus and the dictionary: evidence that a word
of a claim stands for one of its quote which no plain look-up finds.

Words are compared as Dutch ones, for that is what the thesaurus knows; an English word counts as
its translations, each as much as it is likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.support.content_words import ContentWord, classes
from assistant.support.names import folded
from assistant.support.polarity import opposed
from assistant.support.tagging import Tagger, tables
from assistant.support.word_alignment import Pair
from corpus.lexicon.settings import ThesaurusSettings
from corpus.vocabulary import Language, Vocabulary

NEAR = 0.6
"""Worth from which a word may stand for another.

Of carried claims that nobody had tuned on and that nothing but a word without a partner dropped,
5 of 50 have such a word, and 1 of 46 changed ones; from 0.5, 10 and 3. With the guards below it
lets none of the 1,818 changed development claims pass (docs/verification.md).
"""

_SYNONYM = 0.9  # what a word counts that the thesaurus or the dictionary names for another
_BACK = 0.3  # weight of a translation there and back from which it counts
_WORDS = 4  # letters from which a word is compared
_SLOT = 4  # words of the quote between which one that is left out stood in the place of another

Worths = dict[str, float]


class NearMeaning:
    """Compares words. Keeps what it looked up; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary, tagger: Tagger) -> None:
        self._vocabulary = vocabulary
        self._tagger = tagger
        self._worths = ThesaurusSettings()
        self._synonyms = lru_cache(maxsize=20_000)(self._find_synonyms)
        self._senses = lru_cache(maxsize=20_000)(self._find_senses)

    def explains(
        self,
        unit: ContentWord,
        pairs: Sequence[Pair],
        lang: Language,
        units: Sequence[ContentWord],
        other: Language,
    ) -> bool:
        """Whether a word of a claim without a partner stands for a near one among the ``units`` of
        its quote that nothing else of the claim stands for, or is a noun that only names what the
        rest tells ("the result", "the decision") and takes nobody's place."""
        if unit.name or classes(folded(unit.text)) or self._is_weighty(unit, lang):
            return False
        held = {partner.place for pair in pairs for partner in pair.partners}
        frames = {partner.frame for pair in pairs for partner in pair.partners}
        free = [one for one in units if one.place not in held and not one.number]
        if any(
            there.frame in frames and self._is_near(unit, lang, there, other)
            for there in free
            if _is_deed(there) is _is_deed(unit) and not there.name and not _has_more(there, free)
        ):
            return True
        return self._is_shell(unit, lang) and not any(_slots(unit, pairs, free))

    def worth(self, one: str, lang: Language, two: str, other: Language) -> float:
        """How likely two words say the same (0 to 1)."""
        mine, theirs = self._senses(folded(one), lang), self._senses(folded(two), other)
        return max(_shared(mine[1], theirs[0]), _shared(theirs[1], mine[0]))

    def _is_near(
        self, unit: ContentWord, lang: Language, there: ContentWord, other: Language
    ) -> bool:
        if (
            len(there.text) < _WORDS
            or classes(folded(there.text))
            or self._is_weighty(there, other)
        ):
            return False
        if opposed(folded(unit.text), folded(there.text)):
            return False
        # A compound says more than what is none: "geldgebrek" is not any "lack".
        if self._is_compound(unit, lang) is not self._is_compound(there, other):
            return False
        return any(self.worth(a, lang, b, other) >= NEAR for a in unit.forms for b in there.forms)

    def _is_compound(self, unit: ContentWord, lang: Language) -> bool:
        return lang == "nl" and len(self._vocabulary.compound_parts(unit.text)) > 1

    def _is_weighty(self, unit: ContentWord, lang: Language) -> bool:
        return _is_deed(unit) and self._tagger.is_any(unit.text, lang, "weighty")

    def _is_shell(self, unit: ContentWord, lang: Language) -> bool:
        words = {folded(unit.text), *self._vocabulary.lemmas(unit.text, lang)}
        return not unit.verb and not words.isdisjoint(tables()["shells"][lang])

    def _find_senses(self, word: str, lang: Language) -> tuple[Worths, Worths]:
        """The Dutch words that a word is, and those with their synonyms."""
        own: Worths = {}
        lemmas = dict.fromkeys((word, *self._vocabulary.lemmas(word, lang)))
        for lemma in lemmas:
            if lang == "nl":
                own[lemma] = 1.0
                continue
            for found in self._vocabulary.translate(lemma, "en", "nl"):
                term = found.term.casefold()
                own[term] = max(own.get(term, 0.0), found.weight)
        wider = dict(own)
        for term, weight in own.items():
            for synonym, worth in self._synonyms(term).items():
                wider[synonym] = max(wider.get(synonym, 0.0), weight * worth * _SYNONYM)
        return own, wider

    def _find_synonyms(self, word: str) -> Worths:
        """Dutch words that may stand for a Dutch one: by the thesaurus, either way, and by way of
        English."""
        thesaurus, found = self._vocabulary.tables.thesaurus, Worths()
        line = thesaurus.lines.get(word)
        if line is not None:
            listed = map(str.casefold, line.synonyms)
            found.update(zip(listed, self._worths.synonyms, strict=False))
        for other in thesaurus.named_by.get(word, ()):
            place = [synonym.casefold() for synonym in other.synonyms].index(word)
            worth = self._worths.synonyms[place] * self._worths.names_it
            key = other.word.casefold()
            found[key] = max(found.get(key, 0.0), worth)
        for there in self._vocabulary.translate(word, "nl", "en"):
            for back in self._vocabulary.translate(there.term, "en", "nl"):
                key, worth = back.term.casefold(), there.weight * back.weight
                if worth >= _BACK:
                    found[key] = max(found.get(key, 0.0), worth)
        # "Geldgebrek" is no "gebrek", nor the other way round.
        return {term: worth for term, worth in found.items() if not _is_part(term, word)}


def _is_part(one: str, two: str) -> bool:
    return one in two or two in one


def _has_more(there: ContentWord, free: Sequence[ContentWord]) -> bool:
    """Whether a claim leaves out another word of a phrase: "designers" of "set designers"."""
    return there.phrase is not None and any(
        one.phrase is there.phrase and one is not there for one in free
    )


def _slots(
    unit: ContentWord, pairs: Sequence[Pair], free: Sequence[ContentWord]
) -> Iterator[ContentWord]:
    """What of the quote, left out of the claim, stands where a word of the claim does: in its
    phrase, with its part in the clause, or between the partners of its neighbours."""
    phrases = [
        partner.phrase
        for pair in pairs
        if unit.phrase is not None and pair.unit.phrase is unit.phrase
        for partner in pair.partners
        if partner.phrase is not None
    ]
    frames = {p.frame for pair in pairs if pair.unit.frame == unit.frame for p in pair.partners}
    around = [pair for pair in pairs if pair.partners and pair.unit.sentence == unit.sentence]
    between = [
        sorted((one.partners[-1].place, two.partners[0].place))
        for one, two in pairwise(around)
        if one.unit.place < unit.place < two.unit.place
    ]
    for there in free:
        if _is_deed(there) is not _is_deed(unit):
            continue
        inside = any(phrase is there.phrase for phrase in phrases)
        alike = (
            there.frame in frames
            and unit.head
            and there.head
            and (unit.mark, _role(unit)) == (there.mark, _role(there))
        )
        beside = any(a < there.place < b and b - a <= _SLOT for a, b in between)
        if inside or alike or beside:
            yield there


def _shared(one: Worths, two: Worths) -> float:
    return max((weight * two[term] for term, weight in one.items() if term in two), default=0.0)


def _is_deed(unit: ContentWord) -> bool:
    return unit.verb or unit.tag in ("V", "L")


def _role(unit: ContentWord) -> str:
    return unit.phrase.role if unit.phrase is not None else ""
