"""Words of a question that say something together: expressions, and one word written as two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.extracting.forms import Form
from assistant.extracting.written import written
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import Analyser, stop_words
from indexing.tokenising import folded

LANGUAGES: tuple[Language, ...] = ("nl", "en")
_LONGEST = 3  # words of what is put together from them
_SYNONYM = 0.85
_RELATIVE = 0.5
_RELATIVES = 6
# What documents write for an expression that people say: of 160 questions 86 right, at 0.6 84
# (with 370 lines that were left out later).
_WRITTEN = 0.8
# An expression of the lexicon may be said in every way it lists; one that was put together from
# its words only in the surest.
_LISTED = 0.45
_PUT_TOGETHER = 0.7

AsTerms = Callable[[str, Language], tuple[str, ...]]
"""Text and its language to index terms, empty words left out."""


class PhraseReader:
    """Reads what the words of a question mean together, against one index."""

    def __init__(
        self,
        analyser: Analyser,
        vocabulary: Vocabulary,
        frequency: Callable[[str], int],
        as_terms: AsTerms,
    ) -> None:
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._frequency = frequency
        self._as_terms = as_terms

    def read(
        self, words: list[str], lang: Language
    ) -> dict[int, tuple[tuple[Language, Form], ...]]:
        """Per position in ``words``, the forms that it may take, each with its language."""
        found: dict[int, list[tuple[Language, Form]]] = {}
        expressions = self._vocabulary.expressions(words, lang)
        listed = {expression.places for expression in expressions}
        for expression in expressions:
            for form in self._meanings(expression.term, lang, known=True):
                for position in expression.places:
                    found.setdefault(position, []).append(form)
        for size in range(_LONGEST, 1, -1) if lang == "en" else ():
            for start in range(len(words) - size + 1):
                places = tuple(range(start, start + size))
                if places not in listed:
                    for form in self._put_together(words[start : start + size], lang):
                        for position in places:
                            found.setdefault(position, []).append(form)
        for start, pair in enumerate(pairwise(words)):
            for form in self._as_one(pair, lang):
                for position in (start, start + 1):
                    found.setdefault(position, []).append(form)
        return {position: tuple(forms) for position, forms in found.items()}

    def _put_together(self, group: list[str], lang: Language) -> Iterator[tuple[Language, Form]]:
        """What a few words in a row mean that are no expression of the lexicon."""
        # "on the payroll" is an expression, "of the office" is not.
        if any(folded(word) in stop_words(lang) for word in (group[0], group[-1])):
            return
        if all(any(sign.isalpha() for sign in word) for word in group):
            yield from self._meanings(" ".join(group), lang, known=False)

    def _meanings(
        self, phrase: str, lang: Language, *, known: bool
    ) -> Iterator[tuple[Language, Form]]:
        """What an expression may be said as, there and across."""
        other: Language = "en" if lang == "nl" else "nl"
        least = _LISTED if known else _PUT_TOGETHER
        options: dict[tuple[Language, tuple[str, ...]], float] = {}
        for translation in self._vocabulary.translate(phrase, lang, other)[:4]:
            if translation.weight > least:
                key = (other, self._as_terms(translation.term, other))
                options[key] = max(options.get(key, 0.0), translation.weight)
        for synonym in self._vocabulary.synonyms(phrase, lang)[:4] if known else ():
            options.setdefault((lang, self._as_terms(synonym, lang)), _SYNONYM)
        for code, term, worth in written(self._vocabulary, phrase, lang) if known else ():
            key = (code, self._as_terms(term, code))
            options[key] = max(options.get(key, 0.0), worth * _WRITTEN)
        if known:
            # "Come about": what may stand in its place, there and across.
            for code, said, worth in ((lang, phrase, 1.0), *self._surest(phrase, lang, other)):
                for relative in self._vocabulary.relatives(said, code)[:_RELATIVES]:
                    terms = self._as_terms(relative.term, code)
                    if len(terms) > 1 or " " not in relative.term:
                        options.setdefault((code, terms), relative.weight * _RELATIVE * worth)
        for (code, terms), weight in options.items():
            if terms:
                yield code, Form(terms, weight)

    def _surest(
        self, phrase: str, lang: Language, other: Language
    ) -> Iterator[tuple[Language, str, float]]:
        for translation in self._vocabulary.translate(phrase, lang, other)[:1]:
            yield other, translation.term, translation.weight

    def _as_one(self, pair: tuple[str, str], lang: Language) -> Iterator[tuple[Language, Form]]:
        """ "live stream" and "Studio 100" stand in the documents as one word."""
        if not pair[0].isalpha():
            return
        joined = "".join(map(folded, pair))
        stems = [(code, self._analyser.stem(joined, code)) for code in LANGUAGES]
        there = [(code, stem) for code, stem in stems if self._frequency(stem)]
        vocabulary = self._vocabulary
        # Whether the corpus has it is told sooner than whether it is a word.
        if there and (
            pair[1].isdecimal()
            or vocabulary.knows(joined, lang)
            or vocabulary.compound_parts(joined)
        ):
            yield from ((code, Form((stem,), 1.0)) for code, stem in there)
