"""The words that say something in a claim, and whether a quote holds them in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from pathlib import Path

from assistant.support.names import folded
from assistant.support.polarity import words as turning_words
from assistant.support.quantities import is_measure
from assistant.support.two_ends import are_opposite
from assistant.words import own_yaml
from corpus.lexicon.inflection import closed, dutch_lemmas, infinitives
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import Analyser, all_stop_words

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*", re.UNICODE)
_DETERMINER = frozenset(
    ("the", "a", "an", "de", "het", "een", "of", "van", "for", "voor", "een", "no", "geen")
)
# "International" does not hold "national", nor "non-member" "member".
_TURNS = re.compile(r"(?:inter|supra|multi|trans|non|niet|on|un|bi|extra|anti|ex|sub)-?$")
_MODIFIED = re.compile(r"\s+[^\W\d_]{3,}")
_LONGEST_PHRASE = 3
_SHORTEST_PART = 5
_COGNATE = 0.75
_FROM_WHOLE = 0.9
_KEPT_TEXTS = 5_000
_TITLE_WORDS = 3
_BACK = 0.85  # weight from which a word back in the first language means the same
_PLURALS = ("", "s", "n", "en", "'s")
_SHORTEST_DEED = 3  # letters of what is left of a noun without its ending
# Endings that make the name of a deed of a verb; those of who does it would make an employer of
# whoever is employed.
_OF_DEEDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "nl": (("ing", ()), ("ingen", ()), ("atie", ("eren",)), ("aties", ("eren",))),
    "en": (
        ("ment", ("", "e")), ("ation", ("e", "", "ate")), ("tion", ("t", "te")),
        ("sion", ("d", "de", "se")), ("al", ("", "e")), ("ance", ("", "e")), ("ence", ("", "e")),
        ("ing", ("", "e")), ("ings", ("", "e")),
    ),
}  # fmt: skip
_TURNING = (
    "negations", "up", "down", "before", "after", "everything", "some", "limits", "must", "should",
    "can", "calendar", "light",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A content word or known phrase of a text, folded, with its place in the text.

    ``noun`` tells that the lexicon knows it as nothing but a noun; ``known`` that it knows it.
    """

    text: str
    start: int
    end: int
    noun: bool
    known: bool


class Stems:
    """The stems of a text; a form is held whole or as part of a compound."""

    def __init__(self, text: str, lang: str, analyser: Analyser, vocabulary: Vocabulary) -> None:
        self.lang = lang
        found = [folded(word) for word in _WORD.findall(text)]
        plain = {part for word in found for part in (word, *word.split("-")) if len(part) > 1}
        self.words = frozenset(plain)
        self._stems = {analyser.stem(word, lang) for word in plain} | plain
        if lang in ("nl", "en"):
            known: Language = "nl" if lang == "nl" else "en"
            # The lexicon knows "enquête", not "enquete".
            for word in plain | {word.casefold() for word in _WORD.findall(text)}:
                # "steden" is "stad": no stemmer knows that.
                lemmas = vocabulary.lemmas(word, known)
                parts = vocabulary.compound_parts(word) if known == "nl" else ()
                self._stems.update(
                    analyser.stem(folded(part), lang)
                    for term in (*lemmas, *parts)
                    for part in term.split()
                )

    def add(self, stems: Iterable[str]) -> None:
        """Takes in stems of words that the text's own words stand for."""
        self._stems.update(stems)

    def hold(self, form: str) -> bool:
        """Whether a stem is here."""
        if form in self._stems:
            return True
        return len(form) >= _SHORTEST_PART and any(
            (form in stem and not _TURNS.match(stem.partition(form)[0]))
            or (form.startswith(stem) and len(stem) >= 0.6 * len(form))
            for stem in self._stems
            if len(stem) >= _SHORTEST_PART
        )

    def resemble(self, word: str) -> bool:
        """Whether a word of the text is spelled alike: cognates that the lexicon does not have."""
        return any(
            abs(len(word) - len(other)) <= 3
            and other[:2] == word[:2]
            and SequenceMatcher(None, word, other).ratio() >= _COGNATE
            for other in self.words
            if len(other) >= _SHORTEST_PART
        )


@cache
def _groups() -> tuple[dict[Language, frozenset[str]], ...]:
    """Words that may stand for each other, by language."""
    content = own_yaml.load(Path(__file__).parent / "alike.yaml")
    groups: list[dict[Language, frozenset[str]]] = []
    for line in content["groups"]:
        dutch, _, english = line.partition("|")
        groups.append({"nl": frozenset(dutch.split()), "en": frozenset(english.split())})
    return tuple(groups)


def _most(form: frozenset[str], stems: Stems) -> bool:
    """All of an expression, or two thirds of one with at least three words."""
    held = sum(stems.hold(part) for part in form)
    return held == len(form) or (len(form) >= 3 and held >= 2 * len(form) / 3)


class Matcher:
    """Finds a claim's content in quotes. Keeps what it looked up; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._analyser = Analyser()
        self._stems: dict[tuple[str, str], Stems] = {}
        self._forms: dict[tuple[str, str, str], frozenset[frozenset[str]]] = {}
        self._empty = all_stop_words() | {
            folded(word) for name in _TURNING for word in turning_words()[name]
        }

    def stems(self, text: str, lang: str) -> Stems:
        """The stems of a text."""
        key = (text, lang)
        known = self._stems.get(key)
        if known is None:
            if len(self._stems) > _KEPT_TEXTS:
                self._stems.clear()
            known = self._stems[key] = Stems(text, lang, self._analyser, self._vocabulary)
            if lang in ("nl", "en"):
                known.add(self._deeds_in(text, "en" if lang == "en" else "nl"))
        return known

    def words(self, text: str, lang: Language) -> tuple[Word, ...]:
        """The content words of a text, known phrases as one."""
        tokens = [(folded(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[Word] = []
        position = 0
        while position < len(tokens):
            length = self._phrase(tokens, position, lang)
            token, start, end = tokens[position]
            if length > 1:
                end = tokens[position + length - 1][2]
                phrase = " ".join(part for part, _, _ in tokens[position : position + length])
                thing = any(
                    "n" in self._kinds[lang].get(lemma, ())
                    for lemma in self._vocabulary.lemmas(phrase, lang)
                )
                found.append(Word(phrase, start, end, noun=thing, known=True))
            elif len(token) > 2 and not is_measure(token) and not self._light(token, lang):
                determined = self._determined(text[:start], lang)
                modifies = bool(_MODIFIED.match(text[end:]))
                noun = self._is_noun(token, lang, determined, modifies)
                found.append(Word(token, start, end, noun, self._vocabulary.knows(token, lang)))
            position += length
        return tuple(found)

    def describes(self, word: str, lang: Language) -> bool:
        """Whether a word is made of words of the language, no name of its own."""
        if self._vocabulary.country(word, lang) is not None:
            return False
        parts = (word, *self._vocabulary.compound_parts(word)) if lang == "nl" else (word,)
        return self._vocabulary.knows(word, lang) or len(parts) > 1

    def named_alike(self, word: str, lang: Language, text: str, other: str) -> bool:
        """Whether the parts of a title stand close together: Feitendossier, "fact dossier"."""
        tokens = text.split()
        return any(
            self.held(word, lang, self.stems(" ".join(tokens[at : at + _TITLE_WORDS]), other))
            for at in range(max(1, len(tokens) - _TITLE_WORDS + 1))
        )

    def held(self, word: str, lang: Language, stems: Stems) -> bool:
        """Whether a text holds a word: itself, a synonym, a translation, or enough of its parts."""
        if are_opposite((word,), stems.words):
            return False
        if any(all(stems.hold(part) for part in form) for form in self._of(word, lang, stems.lang)):
            return True
        if stems.lang != lang and len(word) >= _SHORTEST_PART and stems.resemble(word):
            return True
        parts = self._parts(word, lang)
        return len(parts) > 1 and all(
            any(_most(form, stems) for form in self._of(part, lang, stems.lang)) for part in parts
        )

    def _parts(self, word: str, lang: Language) -> tuple[str, ...]:
        """The words that a phrase, a hyphenated word or a Dutch compound is made of."""
        split = tuple(
            part
            for part in re.split(r"[\s-]", word)
            if part and part not in self._empty and len(part) > 2
        )
        if len(split) > 1:
            return split
        return self._vocabulary.compound_parts(word) if lang == "nl" else ()

    def _phrase(self, tokens: list[tuple[str, int, int]], position: int, lang: Language) -> int:
        for length in range(min(_LONGEST_PHRASE, len(tokens) - position), 1, -1):
            several = [token for token, _, _ in tokens[position : position + length]]
            if several[0] in self._empty or several[-1] in self._empty:
                continue
            if self._vocabulary.knows(" ".join(several), lang):
                return length
        return 1

    def _of(self, word: str, lang: Language, other: str) -> frozenset[frozenset[str]]:
        """The sets of stems, any of which stands for ``word`` in a text in ``other``."""
        key = (word, lang, other)
        word = self._spelt(re.sub(r"'s$", "", word), lang)
        known = self._forms.get(key)
        if known is None:
            if len(self._forms) > 50_000:
                self._forms.clear()
            known = self._forms[key] = frozenset(
                stems
                for term, of in self._equivalents(word, lang, other)
                if (stems := self._stemmed(term, of))
            )
        return known

    def _spelt(self, word: str, lang: Language) -> str:
        """A word without accents as the lexicon has it: "enquetes", enquêtes."""
        for ending in _PLURALS:
            stem = word.removesuffix(ending)
            known = self._accented[lang].get(stem)
            if known is not None and stem + ending == word:
                return known + ending
        return word

    def _equivalents(self, word: str, lang: Language, other: str) -> list[tuple[str, str]]:
        if other not in ("nl", "en"):
            return [(word, other), (word, lang)]
        found = [*self._translations(word, lang, other), *self._alike(word, lang, other)]
        for lemma in dict.fromkeys((word, *self._vocabulary.lemmas(word, lang))):
            for kin in (*self._families[lang].get(lemma, ()), *self._deeds(lemma, lang)):
                found += [(kin, lang), *self._translations(kin, lang, other)]
                found += self._alike(kin, lang, other)
        return found

    def _deeds_in(self, text: str, lang: Language) -> Iterator[str]:
        """The stems of the verbs whose deeds the nouns of a text name."""
        for word in map(folded, _WORD.findall(text)):
            for noun in (word, *self._vocabulary.lemmas(word, lang)):
                yield from (self._analyser.stem(verb, lang) for verb in self._deeds(noun, lang))

    def _deeds(self, noun: str, lang: Language) -> Iterator[str]:
        """The verbs whose deed a noun names: agreement, agree; terugbetaling, terugbetalen."""
        for suffix, endings in _OF_DEEDS[lang]:
            stem = noun.removesuffix(suffix)
            if stem == noun or len(stem) < _SHORTEST_DEED:
                continue
            if lang == "nl" and not endings:
                verbs = [verb for part in closed(stem) for verb in infinitives(part)]
                verbs += infinitives(stem)
            else:
                verbs = [stem + ending for ending in endings]
            yield from (
                verb for verb in dict.fromkeys(verbs) if "v" in self._kinds[lang].get(verb, ())
            )

    def _alike(self, word: str, lang: Language, other: str) -> Iterator[tuple[str, str]]:
        """What may stand for a word when a statement is reworded or translated (alike.yaml)."""
        known = {word, *self._vocabulary.lemmas(word, lang)}
        for group in _groups():
            if known & group[lang]:
                yield from ((term, other) for term in group["en" if other == "en" else "nl"])

    def _translations(self, word: str, lang: Language, other: str) -> list[tuple[str, str]]:
        vocabulary = self._vocabulary
        terms: list[tuple[str, str]] = [(word, other), (word, lang)]
        # What the lexicon makes of a compound's parts stands for the parts, not for the whole.
        whole = vocabulary.knows(word, lang)
        if other == lang:
            terms.extend((synonym, lang) for synonym in vocabulary.synonyms(word, lang))
            away: Language = "en" if lang == "nl" else "nl"
            # Two words for one foreign word are near enough: doorgaans, meestal (usually).
            for there in vocabulary.translate(word, lang, away)[:3]:
                if there.weight >= (0.75 if whole else _FROM_WHOLE):
                    terms.extend(
                        (back.term, lang)
                        for back in vocabulary.translate(there.term, away, lang)
                        if back.weight >= _BACK
                    )
        elif other in ("nl", "en"):
            target: Language = "nl" if other == "nl" else "en"
            for equivalent in vocabulary.translate(word, lang, target):
                if not whole and equivalent.weight < _FROM_WHOLE:
                    continue
                terms.append((equivalent.term, target))
                if equivalent.weight >= 0.75:
                    terms.extend((s, target) for s in vocabulary.synonyms(equivalent.term, target))
            for synonym in vocabulary.synonyms(word, lang)[:4]:
                terms.extend((t.term, target) for t in vocabulary.translate(synonym, lang, target))
        return terms

    def _stemmed(self, term: str, lang: str) -> frozenset[str]:
        return frozenset(
            self._analyser.stem(part, lang)
            for part in folded(term).split()
            if part not in self._empty and len(part) > 1
        )

    def _light(self, token: str, lang: Language) -> bool:
        if token in self._empty:
            return True
        light = turning_words()["light"]
        return any(lemma in light for lemma in self._vocabulary.lemmas(token, lang))

    def _determined(self, before: str, lang: Language) -> bool:
        """Whether an article or preposition comes before, with nothing but adjectives between."""
        for word in reversed(before.split()[-3:]):
            if word.casefold() in _DETERMINER:
                return True
            lemmas = self._vocabulary.lemmas(word, lang)
            adjective = any("a" in self._kinds[lang].get(lemma, ()) for lemma in lemmas)
            if not adjective and not word.endswith(("'", "'s", "’", "’s")):
                return False
        return False

    def _is_noun(self, word: str, lang: Language, determined: bool, modifies: bool) -> bool:
        """Whether a word is a noun, or may be one and stands where nouns stand.

        ``determined`` tells that an article or preposition comes before, ``modifies`` that another
        word follows, so that what may be an adjective probably is.
        """
        kinds = self._kinds[lang]
        lemmas = self._vocabulary.lemmas(word, lang)
        if lang == "nl":
            # "vraag" is a noun and a form of "vragen".
            lemmas += tuple(dutch_lemmas(word, self._vocabulary.irregular["nl"]))
        found = {kind for lemma in lemmas for kind in kinds.get(lemma, ())}
        if not found and lang == "nl" and len(self._vocabulary.compound_parts(word)) > 1:
            return True
        if found and found <= {"n", "name"}:
            return True
        if "n" not in found:
            return False
        return determined and not (modifies and found & {"a", "num", "det", "adv"})

    @cached_property
    def _families(self) -> dict[Language, dict[str, tuple[str, ...]]]:
        """Verbs and the nouns of their families with another stem, either way: advise, advice."""
        found: dict[Language, dict[str, tuple[str, ...]]] = {"nl": {}, "en": {}}
        for lang, own in found.items():
            for verb, nouns in self._vocabulary.families[lang].items():
                own[verb] = (*own.get(verb, ()), *nouns)
                for noun in nouns:
                    own[noun] = (*own.get(noun, ()), verb)
        return found

    @cached_property
    def _accented(self) -> dict[Language, dict[str, str]]:
        """The words of the lexicon that have accents, by what they are without, unless that is a
        word, too."""
        found: dict[Language, dict[str, str]] = {"nl": {}, "en": {}}
        for lang, own in found.items():
            known = self._vocabulary.words(lang)
            own.update({folded(w): w for w in known if folded(w) != w and folded(w) not in known})
        return found

    @cached_property
    def _kinds(self) -> dict[str, dict[str, set[str]]]:
        found: dict[str, dict[str, set[str]]] = {"nl": {}, "en": {}}
        for entry in self._vocabulary.tables.entries:
            found["en"].setdefault(entry.english, set()).add(entry.kind)
            for dutch in entry.dutch:
                found["nl"].setdefault(dutch, set()).add(entry.kind)
        return found
