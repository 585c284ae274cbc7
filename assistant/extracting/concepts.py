"""Reads what a question is about, each concept with the forms it may take in either language."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from assistant.extracting.across import across
from assistant.extracting.concept import DERIVED, Concept, opening
from assistant.extracting.forms import CALLED, Form, as_written, prefixed, put, with_alternatives
from assistant.extracting.handed_in import handed_in, in_capitals
from assistant.extracting.joined_names import joined_to_names
from assistant.extracting.numbers import NUMBER_WORDS
from assistant.extracting.phrases import LANGUAGES, PhraseReader
from assistant.extracting.regions import (
    HOME,
    countries_of_region,
    land_of_people,
    may_name,
    says_where,
)
from assistant.extracting.wholes import wholes
from assistant.extracting.written import written
from assistant.words import words as word_list
from corpus.lexicon.inflection import other_number
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import Analyser, stop_words
from indexing.tokenising import folded, tokens

# Words that frame a question without being what it is about.
_FRAME = word_list("frame")

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PART = 0.4  # one part of a compound for the whole
_LEMMA = 0.95
_INFLECTED = 0.9  # another form of the verb
_APART = 0.85  # the parts of a compound that names, all of them
_JOINED = 0.85  # the pieces of a hyphenated word, each by itself in the text
_RELATED = 0.8  # a country for its continent, a region for who comes from it
_ADJECTIVE = 0.9
_OF_A_TOWN = "se"  # "Austinse", "Gentse"
_SHORT_NAME = 5  # letters: what looks like a typing error is as likely a name
_SYNONYM = 0.85
_RELATIVE = 0.5  # 0.7 won as many questions and lost four
# Of the translation of an English word, each at _RELATIVE: of 133 questions over made documents 103
# right with none, 105 with 6 and 105 with 12, at 0.3 instead of 0.5 104.
_RELATIVES = 6
# What documents write for a word that people say: of 160 questions in their own words 86 right,
# at 0.45 82 and at 0.75 84; 75 without. Measured with 370 lines that were left out later (83).
_WRITTEN = 0.6
_UNKNOWN_WEIGHT = 3.0
_LEAST_UNKNOWN = 2.5  # at 2.0 "who leads x" was answered with the name x alone
_LEAST_WEIGHT = 0.3
_SHORTEST_NAME = 5
_OPENS_COMPOUND = 6  # letters of a name
_CLAIMED_FIGURE = 0.4  # a figure that the question itself gives is to be checked, not looked for


class ConceptReader:
    """Reads the concepts of a question against one index."""

    def __init__(
        self,
        analyser: Analyser,
        vocabulary: Vocabulary,
        frequency: Callable[[str], int],
        passages: int,
        *,
        frame_weight: float,
        context_weight: float,
        rarity_passages: int = 0,
        few_passages_weight: float = 0.0,
    ) -> None:
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._frequency = frequency
        self._passages = max(passages, 1)
        # In few passages no word can be rare: rarity is told as it would be in more of them.
        self._scale = max(1.0, math.log(rarity_passages + 1) / math.log(self._passages + 1))
        # What one document is about stands in every passage of it, and is no less what is asked.
        self._least = _LEAST_WEIGHT + few_passages_weight * (self._scale - 1.0)
        self._as_terms = wholes(analyser)
        self._phrases = PhraseReader(analyser, vocabulary, frequency, self._as_terms)
        self._frame_weight = frame_weight
        self._context_weight = context_weight
        self._empty: dict[Language, frozenset[str]] = {
            code: frozenset(folded(word) for word in vocabulary.function_words(code))
            for code in LANGUAGES
        }

    def read(
        self,
        text: str,
        lang: str,
        *,
        origin: str = "own",
        names: frozenset[str] = frozenset(),
        corrections: tuple[tuple[str, str], ...] = (),
        known: frozenset[str] = frozenset(),
    ) -> tuple[Concept, ...]:
        """The concepts of ``text`` in order; a word in ``known`` (folded) is skipped.

        ``lang`` is ``nl`` or ``en``; ``names`` are the folded words written as names;
        ``corrections`` are pairs of a mistyped word and what the corpus has.
        """
        lang = lang if lang in LANGUAGES else "en"
        source: Language = "nl" if lang == "nl" else "en"
        other = "en" if lang == "nl" else "nl"
        # A word that the lexicon knows is no typing error, however rare it is here.
        fixed = {
            folded(wrong): right
            for wrong, right in corrections
            if not self._vocabulary.knows(wrong, source)
            and not (folded(wrong) in names and len(wrong) <= _SHORT_NAME)
        }
        if lang == "nl":
            text, joined = joined_to_names(text)
            names |= joined
        words = [fixed.get(folded(token), token) for token in tokens(text)]
        # What is asked for by a name in capitals ("STUK") is no piece of text.
        apart = handed_in(text) | in_capitals(text)
        phrases = self._phrases.read(words, source)
        seen = known | self._empty[source]
        found: list[Concept] = []
        for position, word in enumerate(words):
            key = folded(word)
            if key in seen or key in stop_words(lang) or (len(key) < 2 and not key.isdigit()):
                continue
            if not any(sign.isalnum() for sign in key):
                continue
            if key in stop_words(other) and not self._vocabulary.knows(key, source):
                continue  # "the" and "voor", in names
            seen |= {key}
            people = land_of_people(word, source, self._vocabulary) if key in names else ""
            name = may_name(word, source, self._vocabulary, named=key in names) and not people
            concept = self._concept(
                word,
                lang,
                phrases.get(position, ()),
                name,
                origin,
                people,
                framing=key not in apart,
            )
            found.append(concept)
        return with_alternatives(tuple(found), words, lang)

    def _concept(
        self,
        word: str,
        lang: str,
        phrase_forms: tuple[tuple[Language, Form], ...],
        name: bool,
        origin: str,
        people: str,
        *,
        framing: bool,
    ) -> Concept:
        forms: dict[str, dict[tuple[str, ...], float]] = {code: {} for code in LANGUAGES}
        prefixes: dict[str, str] = {}
        source: Language = "nl" if lang == "nl" else "en"
        for code in LANGUAGES:
            analysed = self._analyser.token(word, code)
            if not analysed:
                continue
            own = code == lang or name or word[0].isdigit()
            put(forms[code], analysed[:1], 1.0 if own else 0.9)
            # Every part of a compound together mean nearly the whole; one alone about half.
            inner = analysed[1:]
            if not inner and code == "nl" and lang == "nl":
                parts = self._vocabulary.compound_parts(word) or self._name_and_noun(word)
                inner = tuple(self._analyser.stem(part, code) for part in parts)
            if name:
                # A name is written with or without its accents, which the stemmer minds.
                put(forms[code], (folded(word),), _LEMMA)
                if lang == "nl" and folded(word).endswith(_OF_A_TOWN):
                    town = self._analyser.stem(word[: -len(_OF_A_TOWN)], code)
                    if self._frequency(town):
                        put(forms[code], (town,), _ADJECTIVE)
                # "Het fonds voor havens" for "Havenfonds": all of it, in whatever order.
                parts = self._vocabulary.compound_parts(word) if code == "nl" == lang else ()
                whole = tuple(self._analyser.stem(part, code) for part in parts)
                if len(whole) > 1:
                    put(forms[code], whole, _APART)
                # Of a name only what it is called counts: "Arkimedes" for "Arkimedesfonds".
                inner = ()
                for part in self._name_and_noun(word)[:1]:
                    put(forms[code], (self._analyser.stem(part, code),), CALLED)
                if code == "nl" and len(folded(word)) >= _OPENS_COMPOUND:
                    prefixes[code] = folded(word)  # "Schengen" opens "Schengenzone"
            if inner and code == lang:
                put(forms[code], tuple(inner), 0.9)
                for part in inner:
                    put(forms[code], (part,), _PART)
            stem = analysed[0]
            opens = not (name or stem[0].isdigit() or self._vocabulary.gazetteer.names(word))
            if code == lang and opens and (begins := opening(stem)):
                prefixes[code] = begins
            if people and code == lang and not self._frequency(stem):
                prefixes[code] = people
            if code == "nl" and lang == "nl" and stem.isalpha() and opens:
                for relative in prefixed(stem):
                    put(forms[code], (relative,), DERIVED)
        other: Language = "en" if lang == "nl" else "nl"
        called = name and not framing and folded(word) in _FRAME
        if not word[0].isdigit() and not called:
            self._add_meanings(forms, word, lang, other, name=name)
            for term in countries_of_region(word, self._vocabulary):
                for code in LANGUAGES:
                    self._put_text(forms[code], term, code, _RELATED)
            pieces = [piece for piece in re.split("[-'’]", word) if len(piece) > 1]
            if len(pieces) < len(re.split("[-'’]", word)) or len(pieces) > 1:
                self._add_pieces(forms, pieces, lang, other)
        if lang == "nl" and not name:
            # "Startsubsidie" is a grant, whatever else it is called.
            for head in self._vocabulary.compound_parts(word)[-1:]:
                for term, weight in across(self._vocabulary, head, source, other):
                    self._put_text(forms[other], term, other, weight * _PART)
        if lang == "nl" and not name:
            self._put_doers(forms["nl"], word, DERIVED)
        elif not name:
            for there in self._vocabulary.translate(word, source, other)[:1]:
                prefixes.setdefault(other, opening(self._analyser.stem(there.term, other)))
        if lang == "nl":
            self._put_other_number(forms["nl"], word.lower(), _LEMMA)
        for number in as_written(folded(word)):
            for code in LANGUAGES:
                put(forms[code], (number,), _LEMMA)
        for target, form in phrase_forms:
            put(forms[target], form.terms, form.weight)
        frequency = self._document_frequency(forms)
        idf = self._scale * math.log((self._passages + 1) / (frequency + 0.5))
        frame = framing and folded(word) in _FRAME
        weight = max(idf, self._least)
        if not frequency and not name and not word[0].isdigit():
            # A common word that the corpus happens to lack says little about what is asked.
            weight = min(weight, max(_UNKNOWN_WEIGHT / self._scale, _LEAST_UNKNOWN))
        if frame:
            weight *= self._frame_weight
        if (word[0].isdigit() and not _YEAR.fullmatch(word)) or folded(word) in NUMBER_WORDS:
            weight *= _CLAIMED_FIGURE
        if origin != "own":
            weight *= self._context_weight
        return Concept(
            surface=word,
            weight=weight,
            forms={
                code: tuple(
                    Form(terms, value)
                    for terms, value in sorted(options.items(), key=lambda item: -item[1])
                )
                for code, options in forms.items()
            },
            prefixes=prefixes,
            known=frequency > 0,
            name=name,
            frame=frame,
            place=says_where(word, source, self._vocabulary),
            origin=origin,
            idf=idf,
        )

    def _add_pieces(
        self,
        forms: dict[str, dict[tuple[str, ...], float]],
        pieces: list[str],
        lang: str,
        other: Language,
    ) -> None:
        """What a word joined with a hyphen or an apostrophe says in pieces ("av-sector")."""
        per_piece = []
        for piece in pieces:
            held: dict[str, dict[tuple[str, ...], float]] = {code: {} for code in LANGUAGES}
            for code in LANGUAGES:
                self._put_text(held[code], piece, code, 1.0)
            self._add_meanings(held, piece, lang, other)
            per_piece.append(held)
        for code in LANGUAGES:
            options: list[tuple[tuple[str, ...], float]] = [((), _JOINED)]
            for held in per_piece:
                best = sorted(held[code].items(), key=lambda item: -item[1])[:3]
                options = [
                    (terms + more, weight * worth)
                    for terms, weight in options
                    for more, worth in best or [((), 1.0)]
                ]
            for terms, weight in options:
                put(forms[code], terms, weight)

    def _name_and_noun(self, word: str) -> tuple[str, ...]:
        """A compound of a name that the corpus knows and a Dutch noun ("Arkimedesfonds")."""
        if self._vocabulary.gazetteer.names(word):
            return ()
        for cut in range(len(word) - 4, _SHORTEST_NAME - 1, -1):
            name, noun = word[:cut], word[cut:]
            if (
                self._frequency(self._analyser.stem(name, "nl"))
                and self._vocabulary.knows(noun, "nl")
                and not self._vocabulary.knows(name, "nl")
            ):
                return name, noun
        return ()

    def _add_meanings(
        self,
        forms: dict[str, dict[tuple[str, ...], float]],
        word: str,
        lang: str,
        other: str,
        *,
        name: bool = False,
    ) -> None:
        source: Language = "nl" if lang == "nl" else "en"
        target: Language = "en" if lang == "nl" else "nl"
        country = self._vocabulary.country(word, source)
        town = self._vocabulary.gazetteer.names(word)
        # Every other passage names Belgium: it says nothing of Ostend.
        if country is not None and not (town and country.iso2.lower() == HOME):
            # "Franse" for "Frankrijk": the adjective says where as well as the name does.
            for code in LANGUAGES:
                for other_word in (*country.names(code)[:3], *country.adjectives(code)[:3]):
                    self._put_text(forms[code], other_word, code, _ADJECTIVE)
        for lemma in self._vocabulary.lemmas(word, source)[:2]:
            self._put_text(forms[lang], lemma, lang, _LEMMA)
        self._put_verb_forms(forms[lang], word, lang, _INFLECTED)
        for synonym in self._vocabulary.synonyms(word, source)[:6]:
            self._put_text(forms[lang], synonym, lang, _SYNONYM)
        # "Wachthuis" is neither a house nor waiting: of a name only the whole says it.
        coined = name and " " not in word and not self._vocabulary.knows(word, source)
        if not coined:
            for relative in self._vocabulary.relatives(word, source):
                self._put_relative(forms[lang], relative.term, lang, relative.weight * _RELATIVE)
        for code, term, worth in written(self._vocabulary, word, source):
            self._put_relative(forms[code], term, code, worth * _WRITTEN)
        for term, weight in across(self._vocabulary, word, source, target):
            if coined and " " not in term and weight < _SYNONYM:
                continue
            self._put_text(forms[other], term, other, weight)
            self._put_verb_forms(forms[other], term, other, weight * _INFLECTED)
            if target == "nl":
                self._put_other_number(forms[other], term, weight * _LEMMA)
                self._put_doers(forms[other], term, weight * DERIVED)
        for translation in self._vocabulary.translate(word, source, target)[:2]:
            for synonym in self._vocabulary.synonyms(translation.term, target)[:4]:
                self._put_text(
                    forms[other], synonym, other, translation.weight * _SYNONYM * _SYNONYM
                )
            if not coined:
                for relative in self._vocabulary.relatives(translation.term, target)[:_RELATIVES]:
                    worth = translation.weight * relative.weight * _RELATIVE
                    self._put_relative(forms[other], relative.term, other, worth)

    def _put_verb_forms(
        self, forms: dict[tuple[str, ...], float], word: str, lang: str, weight: float
    ) -> None:
        """The forms of a verb that no stemmer brings together, as far as the corpus has them:
        "voerde" for "voeren", "rose" for "rise"."""
        if " " not in word:
            for form in self._vocabulary.verb_forms(word, "nl" if lang == "nl" else "en"):
                stem = self._analyser.stem(form, lang)
                if self._frequency(stem):
                    put(forms, (stem,), weight)

    def _put_doers(self, forms: dict[tuple[str, ...], float], verb: str, weight: float) -> None:
        """Who does a Dutch verb, and back: "kijkers" for "kijken", and so for "watch"."""
        for doer in self._vocabulary.doers(verb):
            if self._frequency(stem := self._analyser.stem(doer, "nl")):
                put(forms, (stem,), weight)

    def _put_other_number(
        self, forms: dict[tuple[str, ...], float], noun: str, weight: float
    ) -> None:
        """The plural of a Dutch noun, or what it is one of, where no stemmer joins the two."""
        for number in other_number(noun):
            if self._frequency(stem := self._analyser.stem(number, "nl")):
                put(forms, (stem,), weight)

    def _put_text(
        self, forms: dict[tuple[str, ...], float], text: str, lang: str, weight: float
    ) -> None:
        if terms := self._as_terms(text, lang):
            put(forms, terms, weight)

    def _put_relative(
        self, forms: dict[tuple[str, ...], float], text: str, lang: str, weight: float
    ) -> None:
        """The same for what may stand in a word's place: of "call into being" no "call" is left."""
        terms = self._as_terms(text, lang)
        if len(terms) > 1 or " " not in text:
            put(forms, terms, weight)

    def _document_frequency(self, forms: dict[str, dict[tuple[str, ...], float]]) -> int:
        """In how many passages the concept's surest forms stand (a phrase: its rarest term)."""
        best = 0
        for options in forms.values():
            for terms, weight in options.items():
                if weight >= 0.75:
                    best = max(best, min(self._frequency(term) for term in terms))
        return best
