"""From a question to its weighted terms, each with the forms that may match.

Every content word becomes a term with variants: its stem in each language of the index, its
translations, its corrected spelling. Variants of one term are alternatives; they never add up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import log

from corpus.lexicon.derivation import cognates
from corpus.lexicon.inflection import other_number
from indexing.analysis import Analyser, all_stop_words, parts, stop_words
from indexing.protocols import Equivalent, Lang, Spelling, Vocabulary
from indexing.query import Query, QueryTerm, Variant
from indexing.references import is_lookup, references
from indexing.settings import RetrievalSettings
from indexing.tokenising import folded, tokens

MAX_TOKENS = 200
"""Longest question in tokens; what stands behind is not searched for."""

LEAST_SHARE = 0.01
"""A language with a smaller share of the passages is most often a passage misjudged."""

LIKELY = 2
"""Translations of each word whose spelling takes part in likeness."""

_WORDS = 1_000  # words that are kept with what they are searched as
_MIN_TYPO_LENGTH = 4
_MIN_COGNATE_LENGTH = 5
_COGNATE_LIKENESS = 0.55
_NUMBER_WORDS = {
    word: str(value)
    for words in (
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for value, word in enumerate(words.split())
    if word not in {"een", "one", "un"}
}


class QueryAnalyser:
    """Analyses questions against one index.

    Args:
        analyser: the analyser that the index was built with.
        frequency: in how many passages an index term stands.
        word_count: in how many passages a folded word stands.
        size: how many passages there are.
        languages: the languages of the passages, with their counts.
        spelling: the vocabulary, for typing errors and look-alikes; None: neither.
        vocabulary: gives the lexicon; called only when languages differ. None: no translation.
    """

    def __init__(
        self,
        analyser: Analyser,
        frequency: Callable[[str], int],
        word_count: Callable[[str], int],
        size: int,
        languages: dict[str, int],
        settings: RetrievalSettings,
        spelling: Spelling | None = None,
        vocabulary: Callable[[], Vocabulary | None] | None = None,
    ) -> None:
        self._analyser = analyser
        self._frequency = frequency
        self._word_count = word_count
        self._size = max(1, size)
        self._languages = languages
        self._settings = settings
        self._spelling = spelling
        self._vocabulary = vocabulary
        # The parts of a question, what is told beside it and an earlier turn share their words.
        self._remembered = lru_cache(maxsize=_WORDS)(self._read_word)

    def analyse(self, text: str, lang: str) -> Query:
        """The question as weighted terms. ``lang`` is its language as far as known."""
        found = list(dict.fromkeys(tokens(text)[:MAX_TOKENS]))
        pointers = references(text)
        kept = [token for token in found if not self._is_empty(token, lang)] or found
        corrections: list[tuple[str, str]] = []
        terms: dict[tuple[str, ...], QueryTerm] = {}
        for term in (*self._phrases(text, lang), *self._words(kept, lang, corrections)):
            if term.analysed and term.analysed not in terms:
                terms[term.analysed] = term
        translated = (
            variant.surface
            for term in terms.values()
            for variant in term.variants
            if variant.surface
        )
        return Query(
            likeness_text=" ".join((text, *dict.fromkeys(translated))),
            text=text,
            lang=lang,
            terms=tuple(terms.values()),
            corrections=tuple(dict.fromkeys(corrections)),
            references=pointers,
            reference_route=self._settings.reference_route
            and bool(pointers)
            and is_lookup(text, pointers, lang),
        )

    def idf(self, frequency: float) -> float:
        """Rarity of a term that stands in so many passages (Robertson & Zaragoza 2009, eq. 3.3)."""
        return log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))

    def _is_empty(self, token: str, lang: str) -> bool:
        empty = stop_words(lang) or all_stop_words()
        if not self._settings.drop_stop_words:
            empty = frozenset()
        return folded(token) in empty or not any(sign.isalnum() or sign == "%" for sign in token)

    def _words(
        self, kept: Iterable[str], lang: str, corrections: list[tuple[str, str]]
    ) -> Iterator[QueryTerm]:
        for token in kept:
            pieces = parts(token) if token[0].isalpha() else (token,)
            whole = 1.0 if len(pieces) == 1 else 0.5
            for at, piece in enumerate(pieces):
                # The parts of a hyphenated word are words, that often stand alone as well.
                terms, corrected = self._remembered(piece, lang, whole if at == 0 else 0.8)
                corrections.extend(corrected)
                yield from terms

    def _read_word(
        self, word: str, lang: str, weight: float
    ) -> tuple[tuple[QueryTerm, ...], tuple[tuple[str, str], ...]]:
        """What a word is searched as, and as what it was mistyped."""
        corrections: list[tuple[str, str]] = []
        return tuple(self._word(word, lang, weight, corrections)), tuple(corrections)

    def _word(
        self, word: str, lang: str, weight: float, corrections: list[tuple[str, str]]
    ) -> Iterator[QueryTerm]:
        settings = self._settings
        translations = list(self._translations(word, lang)) if word[0].isalpha() else []
        # A word with a translation rarely stands in the other language as it is.
        untranslated = settings.other_language_weight if translations else 1.0
        variants = list(self._stems(word, lang, 1.0, "word", untranslated))
        variants.extend(self._lemma(word, lang))
        if word in _NUMBER_WORDS:
            variants.append(Variant(_NUMBER_WORDS[word], 0.5, "number"))
        variants.extend(translations)
        variants.extend(self._relatives(word, lang))
        variants.extend(self._written(word, lang))
        split = self._analyser.compound(word) if lang in ("nl", "de", "") else ()
        unknown = not any(self._frequency(variant.term) for variant in variants)
        if unknown and not split and word[0].isalpha():
            variants.extend(self._respelled(word, lang, corrections))
        yield self._term(word, variants, weight, "word")
        for part in split:
            several = [
                *self._stems(part, lang, 1.0, "part"),
                *self._translations(part, lang, only_if=not translations),
            ]
            yield self._term(part, several, weight * settings.compound_weight, "part")

    def _stems(
        self, word: str, lang: str, weight: float, origin: str, other: float = 1.0
    ) -> Iterator[Variant]:
        """The word as it would stand in the index in each language that the index holds."""
        seen: dict[str, float] = {}
        for target in (lang, *(known for known in self._languages if known != lang)):
            stem = self._analyser.stem(word, target)
            seen.setdefault(stem, weight if target == lang else weight * other)
            plain = self._analyser.stem(folded(word), target)
            seen.setdefault(plain, weight if target == lang else weight * other)
        for term, worth in seen.items():
            yield Variant(term, worth, origin)

    def _lemma(self, word: str, lang: str) -> Iterator[Variant]:
        """The dictionary form where no stemmer finds it: "vaststelt" for "vaststellen"."""
        source = _lexicon_language(lang)
        lexicon = self._vocabulary() if self._vocabulary and source else None
        if lexicon is None or source is None or not word[0].isalpha():
            return
        forms = lexicon.verb_forms(word) if source == "nl" else ()
        numbers = other_number(word) if source == "nl" else ()
        for lemma in (*lexicon.lemmas(word, source)[:1], *forms, *numbers):
            if " " not in lemma and lemma != word:
                stem = self._analyser.stem(lemma, lang)
                if self._frequency(stem):
                    yield Variant(stem, self._settings.lemma_weight, "lemma")

    def _relatives(self, word: str, lang: str) -> Iterator[Variant]:
        """Words of the same language that may say the same: "fragmentatie" for "versnippering"."""
        source = _lexicon_language(lang)
        lexicon = self._vocabulary() if self._vocabulary and source else None
        if not self._settings.relative_weight or lexicon is None or source is None:
            return
        if not word[0].isalpha():
            return
        settings = self._settings
        for relative in lexicon.relatives(word, source)[: settings.most_relatives]:
            if " " not in relative.term:
                worth = relative.weight * settings.relative_weight
                yield Variant(self._analyser.stem(relative.term, lang), worth, "relative")

    def _written(self, said: str, lang: str) -> Iterator[Variant]:
        """What documents write for a word or an expression that people say, in both languages."""
        source = _lexicon_language(lang)
        lexicon = self._vocabulary() if self._vocabulary and source else None
        if lexicon is None or source is None or not said[0].isalpha():
            return
        for written in lexicon.written(said, source):
            worth = written.weight * self._settings.written_weight
            if " " not in written.term:
                yield Variant(self._analyser.stem(written.term, lang), worth, "written")
            for _, _, target in self._targets(lang):
                for there in lexicon.translate(written.term, source, target)[:LIKELY]:
                    if " " not in there.term:
                        stem = self._analyser.stem(there.term, target)
                        yield Variant(stem, worth * there.weight, "written")

    def _targets(self, lang: str) -> Iterator[tuple[Vocabulary, Lang, Lang]]:
        """The lexicon, and from and to which languages it is needed."""
        if self._vocabulary is None:
            return
        pairs: tuple[tuple[Lang, Lang], ...] = (("nl", "en"), ("en", "nl"))
        for source, target in pairs:
            if source == lang and self._languages.get(target, 0) >= LEAST_SHARE * self._size:
                lexicon = self._vocabulary()
                if lexicon is not None:
                    yield lexicon, source, target

    def _translations(self, word: str, lang: str, *, only_if: bool = True) -> Iterator[Variant]:
        if not only_if:
            return
        for lexicon, source, target in self._targets(lang):
            for rank, equivalent in enumerate(lexicon.translate(word, source, target)):
                yield from self._equivalent(equivalent, target, likely=rank < LIKELY)
            if not lexicon.lemmas(word, source):
                for cognate in cognates(word, source):
                    worth = self._settings.translation_weight
                    yield Variant(self._analyser.stem(cognate, target), worth, "cognate", cognate)

    def _equivalent(
        self, equivalent: Equivalent, target: str, *, likely: bool
    ) -> Iterator[Variant]:
        worth = equivalent.weight * self._settings.translation_weight
        several = [token for token in tokens(equivalent.term) if not self._is_empty(token, target)]
        for token in several:
            for at, term in enumerate(self._analyser.token(token, target)):
                share = 1.0 if at == 0 else self._settings.compound_weight
                # One word of an expression says less than the expression.
                surface = token if likely and at == 0 else ""
                yield Variant(term, worth * share / len(several), "translation", surface)

    def _phrases(self, text: str, lang: str) -> Iterator[QueryTerm]:
        """Expressions of several words that the lexicon knows as a whole, with what else says them
        in their own language and what they are in the other one."""
        source = _lexicon_language(lang)
        lexicon = self._vocabulary() if self._vocabulary and source else None
        if lexicon is None or source is None:
            return
        words = re.findall(r"[\w'-]+", text.lower())[:MAX_TOKENS]
        taken: set[int] = set()
        for expression in lexicon.expressions(words, source):
            if taken.isdisjoint(expression.places):
                taken.update(expression.places)
                variants = list(self._said_otherwise(expression.term, lexicon, lang, source))
                variants += self._written(expression.term, lang)
                for _, _, target in self._targets(lang):
                    for rank, equivalent in enumerate(
                        lexicon.translate(expression.term, source, target)
                    ):
                        variants += self._equivalent(equivalent, target, likely=rank < LIKELY)
                yield self._term(expression.term, variants, 1.0, "phrase")

    def _said_otherwise(
        self, term: str, lexicon: Vocabulary, lang: str, source: Lang
    ) -> Iterator[Variant]:
        """What may stand in the place of an expression: "attend" for "turn up"."""
        settings = self._settings
        said = [(synonym, settings.synonym_weight) for synonym in lexicon.synonyms(term, source)]
        said += [
            (one.term, one.weight * settings.relative_weight)
            for one in lexicon.relatives(term, source)
        ]
        for other, worth in said[: settings.most_relatives] if settings.relative_weight else ():
            if " " not in other:
                yield Variant(self._analyser.stem(other, lang), worth, "relative")

    def _respelled(
        self, word: str, lang: str, corrections: list[tuple[str, str]]
    ) -> Iterator[Variant]:
        """What an unknown word may have been meant to be."""
        plain = folded(word)
        if self._spelling is None or len(plain) < _MIN_TYPO_LENGTH:
            return
        distance = 1 if len(plain) < 8 else 2
        lexicon = self._vocabulary() if self._vocabulary else None
        near = [
            (other, count)
            for other, count in self._spelling.near(plain, distance)
            if count and not of_other_language(other, lang, lexicon)
        ]
        if near and not self._is_word(word, lang):
            best = max(near, key=lambda pair: (_same_start(plain, pair[0]), pair[1]))
            corrections.append((word, best[0]))
            yield from self._stems(best[0], lang, self._settings.correction_weight, "correction")
            return
        if len(plain) < _MIN_COGNATE_LENGTH:
            return
        for other, likeness in self._spelling.alike(plain, 3):
            if likeness >= _COGNATE_LIKENESS:
                worth = self._settings.cognate_weight * likeness
                yield from self._stems(other, lang, worth, "look-alike")

    def _is_word(self, word: str, lang: str) -> bool:
        """Whether the lexicon has it: a right word that the corpus lacks is no typing error."""
        lexicon = self._vocabulary() if self._vocabulary else None
        if lexicon is None:
            return False
        pairs: tuple[tuple[Lang, Lang], ...] = (("nl", "en"), ("en", "nl"))
        return any(
            source == lang and bool(lexicon.translate(word, source, target))
            for source, target in pairs
        )

    def _term(
        self, surface: str, variants: Sequence[Variant], weight: float, origin: str
    ) -> QueryTerm:
        best: dict[str, Variant] = {}
        for variant in variants:
            if variant.term not in best or best[variant.term].weight < variant.weight:
                best[variant.term] = variant
        # Rarity of the term as a whole: how many passages hold the word in its likeliest form.
        counts = {term: self._frequency(term) for term in best}
        present = [variant for variant in best.values() if counts[variant.term]]
        if present:
            top = max(variant.weight for variant in present)
            frequency = max(counts[v.term] for v in present if v.weight >= 0.8 * top)
        else:
            frequency = 0
        return QueryTerm(
            surface=surface,
            analysed=tuple(best),
            weight=weight,
            idf=self.idf(frequency),
            origin=origin,
            variants=tuple(best.values()),
        )


def of_other_language(word: str, lang: str, lexicon: Vocabulary | None) -> bool:
    """Whether a word is the other language's alone: no typing error in ``lang`` means it."""
    source = _lexicon_language(lang)
    if lexicon is None or source is None:
        return False
    other: Lang = "en" if source == "nl" else "nl"
    return not _is_of(word, source, lexicon) and _is_of(word, other, lexicon)


def _is_of(word: str, lang: Lang, lexicon: Vocabulary) -> bool:
    return word in stop_words(lang) or bool(lexicon.lemmas(word, lang))


def _lexicon_language(lang: str) -> Lang | None:
    """The language as the lexicon has it."""
    return "nl" if lang == "nl" else "en" if lang == "en" else None


def _same_start(word: str, other: str) -> int:
    """Typing errors rarely fall on the first letter."""
    return int(word[0] == other[0])
