"""What words mean across Dutch and English: equivalents, synonyms, abbreviations, names.

`Vocabulary.load()` reads the tables in `corpus/lexicon` once; nothing it gives changes afterwards.
Words may be asked in any inflected form and any case; equivalents come back as dictionary forms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import product
from pathlib import Path

from corpus.lexicon import equivalents as lookups
from corpus.lexicon import tables as files
from corpus.lexicon.compounds import compounds, split
from corpus.lexicon.conjugation import Conjugation, Kinds, doers
from corpus.lexicon.derivation import dutch_bases, english_bases
from corpus.lexicon.equivalents import LONGEST_PHRASE, Tables, ranked
from corpus.lexicon.expressions import Expression, Expressions
from corpus.lexicon.lemmas import Lemmas, fold
from corpus.lexicon.phrase_tree import PhraseTree
from corpus.lexicon.places import Gazetteer
from corpus.lexicon.relatives import Translation, by_way_of_dutch, joined, there_and_back
from corpus.lexicon.tables import LANGUAGES, Abbreviation, Country, Discipline, Language, Region
from corpus.settings import LEXICON

__all__ = [
    "Abbreviation",
    "Country",
    "Discipline",
    "Language",
    "Region",
    "Translation",
    "Vocabulary",
    "fold",
]

# A form may hide a word that is itself an entry: "landen" (to land) is mostly the plural of "land".
_HIDDEN = 0.8
# The parts of an expression that is unknown as a whole say less than a known expression.
_PART = 0.7
_WHOLE_FROM_PARTS = 0.9
_DERIVED = 0.5
_SYNONYM = 0.9
_MOST_EQUIVALENTS = 10
_REMEMBERED = 20_000


@dataclass(frozen=True)
class Vocabulary:
    """The lexicon in memory. Look-ups never raise: an unknown word has no equivalents."""

    tables: Tables
    irregular: dict[Language, dict[str, tuple[str, ...]]]
    linking: dict[str, tuple[str, ...]]
    families: dict[Language, dict[str, tuple[str, ...]]]

    @classmethod
    def load(cls, folder: Path = LEXICON) -> Vocabulary:
        """The vocabulary in ``folder``, read once. Raises LexiconError on a malformed table."""
        return _load(folder)

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Short forms with what they stand for, in both languages."""
        return self.tables.abbreviations

    @property
    def countries(self) -> tuple[Country, ...]:
        """Countries with their names, adjectives, inhabitants and languages."""
        return self.tables.countries

    @property
    def gazetteer(self) -> Gazetteer:
        """Towns, regions of a country and islands by the names that people type."""
        return self.tables.gazetteer

    @property
    def regions(self) -> tuple[Region, ...]:
        """Parts of the world with their names, adjectives and countries."""
        return self.tables.regions

    @property
    def disciplines(self) -> tuple[Discipline, ...]:
        """Disciplines with the words that point to them, in both languages."""
        return self.tables.disciplines

    def translate(self, term: str, source: Language, target: Language) -> tuple[Translation, ...]:
        """Equivalents of ``term``, likeliest first; empty when unknown (leave a name as it is).

        A phrase is looked up whole, then in parts. Two nouns in English also give the Dutch
        compounds they may form; an unknown Dutch compound is translated from its parts.
        """
        if source == target:
            return tuple(Translation(word, _SYNONYM) for word in self.synonyms(term, source))
        return self._remembered_translations(term.strip(), source)

    def _translate(self, term: str, source: Language) -> tuple[Translation, ...]:
        short = self._short_forms[source].get(term)
        folded = fold(term)
        # US is not "us", but btw in lower case is both a short form and an entry.
        found = {} if short and term != folded else self._known(folded, source)
        found.update(ranked(short or ()))
        if not found:
            found = self._from_parts(folded, source)
        best = sorted(found.items(), key=lambda pair: -pair[1])[:_MOST_EQUIVALENTS]
        return tuple(Translation(equivalent, round(weight, 3)) for equivalent, weight in best)

    def lemmas(self, form: str, lang: Language) -> tuple[str, ...]:
        """Dictionary forms that ``form`` may come from, itself first when it is one."""
        return self._lemmas.of(form, lang)

    def knows(self, term: str, lang: Language) -> bool:
        """Whether ``term`` (in any form) is a word or phrase of the lexicon."""
        return term.strip() in self._short_forms[lang] or bool(
            self._lemmas_of_term(fold(term), lang)
        )

    def synonyms(self, term: str, lang: Language) -> tuple[str, ...]:
        """Other terms for the same thing in the same language, standard words before others."""
        folded = fold(term)
        found: dict[str, None] = {}
        for lemma in dict.fromkeys((folded, *self._lemmas_of_term(folded, lang))):
            found.update(dict.fromkeys(self._synonyms[lang].get(lemma, ())))
        return tuple(word for word in found if word.casefold() != folded)

    def relatives(self, term: str, lang: Language) -> tuple[Translation, ...]:
        """Words of the same language that share a meaning: "plafond" and "maximum" as a ceiling.

        Those of the thesaurus, and those found by translating there and back; worthiest first.
        """
        return self._remembered_relatives(term, lang)

    def _relatives(self, term: str, lang: Language) -> tuple[Translation, ...]:
        other, folded = lookups.OTHER[lang], fold(term)
        thesaurus = self.tables.thesaurus
        near = (
            thesaurus.near((folded, *self._lemmas_of_term(folded, lang)))
            if lang == "nl"
            else by_way_of_dutch(
                folded, self._known(folded, "en"), thesaurus, self._equivalents["nl"]
            )
        )
        returned = there_and_back(
            self.translate(term, lang, other), lambda meaning: self.translate(meaning, other, lang)
        )
        best = sorted(joined(near, returned).items(), key=lambda pair: -pair[1])
        return tuple(Translation(word, weight) for word, weight in best if word != term)

    def written(self, term: str, lang: Language) -> tuple[Translation, ...]:
        """What documents write for what people say, in one language; tells no claims apart."""
        found = self.tables.everyday.written(fold(term), lang, self.lemmas)
        return tuple(Translation(word, worth) for word, worth in found.items())

    def verb_forms(self, word: str, lang: Language = "nl") -> tuple[str, ...]:
        """Other forms of the verb that ``word`` is a form or the noun of: "keuze", "gekozen"."""
        return self._remembered_verb_forms(fold(word), lang)

    def doers(self, word: str) -> tuple[str, ...]:
        """Who does a Dutch verb, in any form, and back: "besturen" leads to "bestuurder"."""
        return doers((fold(word), *self.lemmas(word, "nl")), self._dutch_kinds)

    def expressions(self, words: Sequence[str], lang: Language) -> tuple[Expression, ...]:
        """The terms of several words among those of a question, inflected or taken apart, too."""
        return self._expressions.read([fold(word) for word in words], lang)

    def words(self, lang: Language) -> frozenset[str]:
        """The dictionary forms of one word, lower case."""
        return self._words[lang]

    def phrase_words(self, lang: Language) -> frozenset[str]:
        """The words that stand in a term of more than one word: brass, of brass band."""
        return self._phrase_words[lang]

    def function_words(self, lang: Language) -> frozenset[str]:
        """Words that say nothing by themselves: articles, pronouns, prepositions, auxiliaries."""
        return self._function_words[lang]

    def compound_parts(self, word: str) -> tuple[str, ...]:
        """Dictionary forms of the parts of a Dutch compound; empty when it is not one we know."""
        # Oostende is neither the east nor an end.
        return () if self.gazetteer.names(word) else split(fold(word), self._part_lemmas)

    def country(self, word: str, lang: Language) -> Country | None:
        """The country that a name, abbreviation, adjective, inhabitant or place belongs to."""
        known = self._country_words[lang]
        for form in (word.strip(), fold(word), *self.lemmas(word, lang)):
            if form in known:
                return known[form]
        return None

    def discipline(self, word: str, lang: Language) -> tuple[str, ...]:
        """Keys of the disciplines that ``word`` points to, likeliest first."""
        found: dict[str, None] = {}
        for form in (fold(word), *self.lemmas(word, lang)):
            found.update(dict.fromkeys(self._discipline_words[lang].get(form, ())))
        return tuple(found)

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(self._equivalents, self.irregular, self.gazetteer)

    @cached_property
    def _remembered_relatives(self) -> Callable[[str, Language], tuple[Translation, ...]]:
        # Asked for what is searched, for what is weighed, and of the meanings of either.
        return lru_cache(maxsize=_REMEMBERED)(self._relatives)

    @cached_property
    def _remembered_verb_forms(self) -> Callable[[str, Language], tuple[str, ...]]:
        verbs = {
            lang: Conjugation.of(self.irregular[lang], self.families[lang], self._dutch_kinds)
            for lang in LANGUAGES
        }
        return lru_cache(maxsize=_REMEMBERED)(
            lambda word, lang: verbs[lang].other_forms(word, self.lemmas(word, lang), lang)
        )

    @cached_property
    def _remembered_translations(
        self,
    ) -> Callable[[str, Language], tuple[Translation, ...]]:
        return lru_cache(maxsize=_REMEMBERED)(self._translate)

    def _known(self, folded: str, source: Language) -> dict[str, float]:
        """Equivalents of a term that is an entry, or a form of one."""
        found: dict[str, float] = {}
        for position, lemma in enumerate(self._lemmas_of_term(folded, source)):
            scale = 1.0 if position == 0 else _HIDDEN
            # "Trained" is first to train, and only then a train.
            verb = source == "en" and folded != lemma and folded.endswith(("ed", "ing"))
            acts = self._verb_meanings.get(lemma, ()) if verb else ()
            for equivalent, weight in self._equivalents[source][lemma].items():
                fits = scale if not acts or equivalent in acts else scale * _HIDDEN
                found[equivalent] = max(found.get(equivalent, 0.0), weight * fits)
        return found

    def _lemmas_of_term(self, folded: str, lang: Language) -> tuple[str, ...]:
        """Entries that a word or a phrase is a form of."""
        found = self.lemmas(folded, lang)
        if found:
            return found
        if "-" in folded:
            for written in (folded.replace("-", ""), folded.replace("-", " ")):
                if found := self._lemmas_of_term(written, lang):
                    return found
        words = folded.split()
        if not 1 < len(words) <= LONGEST_PHRASE:
            return ()
        forms = [self._in_phrases(word, lang) for word in words]
        phrases = (" ".join(combination) for combination in product(*forms))
        known = self._lemmatised_phrases[lang]
        return tuple(dict.fromkeys(known[phrase] for phrase in phrases if phrase in known))

    def _in_phrases(self, word: str, lang: Language) -> tuple[str, ...]:
        """The forms of a word that stand in some phrase, as it is written there."""
        known = self._words_of_phrases[lang]
        forms = (word, *self.lemmas(word, lang))[:4]
        return tuple(form for form in forms if form in known or " " in form)

    def _from_parts(self, folded: str, source: Language) -> dict[str, float]:
        if " " in folded:
            return self._from_words(folded.split(), source)
        if source == "en":
            found = self._from_words(folded.split("-"), source) if "-" in folded else {}
            return found or self._from_base(folded, source)
        translated = [self._best(part) for part in self.compound_parts(folded)]
        if not translated:
            return self._from_base(folded, source)
        found = {" ".join(options[0] for options in translated): _WHOLE_FROM_PARTS}
        for options in translated:
            for rank, equivalent in enumerate(options[:2]):
                found.setdefault(equivalent, _PART if rank == 0 else _PART * _PART)
        return found

    def _from_base(self, folded: str, source: Language) -> dict[str, float]:
        """Equivalents of the first known word that an unknown one is derived from."""
        bases = dutch_bases if source == "nl" else english_bases
        for base in bases(folded):
            if known := self._known(base, source):
                return {term: weight * _DERIVED for term, weight in known.items()}
        return {}

    def _best(self, dutch: str) -> tuple[str, ...]:
        known = self._known(dutch, "nl")
        return tuple(sorted(known, key=lambda term: -known[term]))

    def _from_words(self, words: list[str], source: Language) -> dict[str, float]:
        """Equivalents of the phrases and words in an expression, and the compounds they form."""
        found: dict[str, float] = {}
        meanings: list[tuple[str, ...] | None] = []

        for segment in lookups.longest_known(words, lambda term: self.knows(term, source)):
            lemmas = self._lemmas_of_term(segment, source)
            if lemmas and self._function_terms[source].issuperset(lemmas):
                meanings.append(() if segment in ("of", "for") else None)
                continue
            known = self._known(segment, source)
            if not known and " " not in segment:
                known = self._from_parts(segment, source)
            for equivalent, weight in known.items():
                found[equivalent] = max(found.get(equivalent, 0.0), weight * _PART)
            nouns = sorted(filter(self._parts.get, known), key=lambda term: -known[term])
            meanings.append(tuple(nouns[:2]) or None)
        if source == "en":
            for compound, weight in compounds(meanings, self.linking, self._words["nl"]):
                found[compound] = max(found.get(compound, 0.0), weight)
        return found

    def _part_lemmas(self, word: str) -> tuple[str, ...]:
        parts = [lemma for lemma in self.lemmas(word, "nl") if lemma in self._parts]
        # Compounds are mostly made of nouns: "bijdragen" is contributions there, not to contribute.
        return tuple(sorted(parts, key=lambda lemma: not self._parts[lemma]))

    @cached_property
    def _equivalents(self) -> lookups.Equivalents:
        return lookups.equivalents(self.tables)

    @cached_property
    def _verb_meanings(self) -> dict[str, frozenset[str]]:
        return lookups.verb_meanings(self.tables)

    @cached_property
    def _short_forms(self) -> dict[Language, dict[str, tuple[str, ...]]]:
        return lookups.short_forms(self.tables)

    @cached_property
    def _synonyms(self) -> dict[Language, dict[str, tuple[str, ...]]]:
        return lookups.synonyms(self.tables)

    @cached_property
    def _lemmatised_phrases(self) -> dict[Language, dict[str, str]]:
        return lookups.lemmatised(self._equivalents, self.lemmas, self.gazetteer.certain)

    @cached_property
    def _expressions(self) -> Expressions:
        return Expressions(
            self.tables,
            self.lemmas,
            self._lemmas_of_term,
            self._function_words,
            {lang: self._phrase_tree(lang) for lang in LANGUAGES},
        )

    def _phrase_tree(self, lang: Language) -> PhraseTree:
        known = (self._lemmatised_phrases[lang], self.tables.everyday.formal[lang])
        return PhraseTree(
            (term for terms in (*known, self.irregular[lang]) for term in terms if " " in term),
            lambda word: self.lemmas(word, lang),
            lambda phrase: self._lemmas.guesses(phrase, lang),
        )

    @cached_property
    def _words_of_phrases(self) -> dict[Language, frozenset[str]]:
        return {lang: lookups.words_of(known) for lang, known in self._lemmatised_phrases.items()}

    @cached_property
    def _words(self) -> dict[Language, frozenset[str]]:
        return {lang: lookups.single_words(self._equivalents[lang]) for lang in LANGUAGES}

    @cached_property
    def _phrase_words(self) -> dict[Language, frozenset[str]]:
        return lookups.phrase_words(lookups.phrases(self._equivalents), self._discipline_words)

    @cached_property
    def _function_words(self) -> dict[Language, frozenset[str]]:
        return {lang: lookups.single_words(self._function_terms[lang]) for lang in LANGUAGES}

    @cached_property
    def _function_terms(self) -> dict[Language, frozenset[str]]:
        return lookups.function_terms(self.tables)

    @cached_property
    def _parts(self) -> dict[str, bool]:
        return lookups.compound_parts(self.tables)

    @cached_property
    def _dutch_kinds(self) -> Kinds:
        return lookups.dutch_kinds(self.tables)

    @cached_property
    def _country_words(self) -> dict[Language, dict[str, Country]]:
        return lookups.country_words(self.tables)

    @cached_property
    def _discipline_words(self) -> dict[Language, dict[str, tuple[str, ...]]]:
        return lookups.discipline_words(self.tables)


@cache
def _load(folder: Path) -> Vocabulary:
    return Vocabulary(
        tables=Tables.read(folder),
        irregular={lang: files.read_forms(folder, lang) for lang in LANGUAGES},
        linking=files.read_linking(folder),
        families={lang: files.read_families(folder, lang) for lang in LANGUAGES},
    )
