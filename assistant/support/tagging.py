"""The words of a sentence with their kinds: preposition, verb, what may be a verb, and the rest.

Tags: ``N`` a word of content, ``V`` a verb, ``L`` what may be a verb, ``D`` a participle behind its
noun, ``B`` a form of "be", ``W`` of "worden", ``M`` another auxiliary, ``S`` a pronoun that acts,
``P`` a preposition, ``A`` an article or what stands for one, ``C`` "and" or "or", ``R`` what begins
a clause, ``#`` a number or measure, ``O`` what says nothing here, ``.``, ``,`` and ``"`` marks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from assistant.support.names import folded
from assistant.support.polarity import words as turning_words
from assistant.support.quantities import CURRENCIES, is_measure
from assistant.words import own_yaml
from corpus.lexicon.inflection import dutch_verbs
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import all_stop_words

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/+-][^\W_]+)*\+?|[^\w\s]", re.UNICODE)
_STOPS = frozenset(".;:()?!–—")
_NOMINAL = frozenset(("n", "a", "name"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its tag; ``mark`` is the class of a preposition."""

    text: str
    start: int
    end: int
    tag: str
    mark: str = ""


@cache
def tables() -> Mapping[str, Any]:
    """The small words and verbs of roles.yaml."""
    content = own_yaml.load(Path(__file__).parent / "roles.yaml")
    return dict(content)


@cache
def _marks(lang: Language) -> Mapping[str, str]:
    """The class of each preposition."""
    classes = tables()["prepositions"][lang].items()
    return {form: mark for mark, forms in classes for form in forms}


class Tagger:
    """Tags words by the lexicon's parts of speech and their neighbours. Threads may share one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def tagged(self, text: str, lang: Language) -> list[Token]:
        """The tokens of a text, with certain and likely verbs told apart."""
        return self._with_certain_verbs(self._plain(text, lang), lang)

    def kinds(self, word: str, lang: Language) -> frozenset[str]:
        """Parts of speech that the lexicon gives a word or the words it may be a form of."""
        kinds = self._kinds[lang]
        own = folded(word)
        lemmas = (own, *self._vocabulary.lemmas(word, lang))
        if lang == "en" and own.endswith(("er", "ers")):
            # "Employer" is no form of "employ".
            lemmas = tuple(lemma for lemma in lemmas if lemma.endswith("er") or lemma == own)
        if lang == "nl":
            known = self._vocabulary.irregular["nl"]
            lemmas += tuple(
                verb for verb in dutch_verbs(folded(word), known) if "v" in kinds.get(verb, ())
            )
        return frozenset(kind for lemma in lemmas for kind in kinds.get(lemma, ()))

    def is_any(self, word: str, lang: Language, listed: str) -> bool:
        """Whether a word is a form of one of the verbs of a list in roles.yaml."""
        return self.is_one_of(word, lang, tables()[listed][lang])

    def is_one_of(self, word: str, lang: Language, wanted: Collection[str]) -> bool:
        """Whether a word is a form of one of some verbs."""
        own = folded(word)
        if own in wanted or any(lemma in wanted for lemma in self._vocabulary.lemmas(word, lang)):
            return True
        known = self._vocabulary.irregular[lang]
        return any(own == form for verb in wanted for form in known.get(verb, ())) or (
            lang == "nl" and any(verb in wanted for verb in dutch_verbs(own, known))
        )

    def _plain(self, text: str, lang: Language) -> list[Token]:
        """The tokens as their own letters and the token before them tell."""
        found: list[Token] = []
        matches = list(_TOKEN.finditer(text))
        for position, match in enumerate(matches):
            written = match.group()
            begins = not found or found[-1].tag in (".", '"')
            if begins and not written.isupper() and self._vocabulary.knows(written, lang):
                # What begins a sentence has a capital that says nothing.
                written = written[:1].lower() + written[1:]
            if lang == "en" and written == "to" and found and found[-1].text == "according":
                found[-1] = Token("according to", found[-1].start, match.end(), "P", "under")
                continue
            after = matches[position + 1].group() if position + 1 < len(matches) else ""
            tag = self._mark_tag(written, after) or self._word_tag(written, after, found, lang)
            mark = _marks(lang)[folded(written)] if tag == "P" else ""
            found.append(Token(written, match.start(), match.end(), tag, mark))
        return found

    def _mark_tag(self, written: str, after: str) -> str:
        if written in "?!" and after[:1].islower():
            return '"'
        if written in _STOPS:
            return "."
        if written == ",":
            return ","
        return "" if written[0].isalnum() else '"'

    def _word_tag(self, written: str, after: str, found: Sequence[Token], lang: Language) -> str:
        word, known = folded(written), tables()
        before = found[-1].tag if found else ""
        if written.isupper() and len(written) > 1:
            return "#" if word in CURRENCIES else "N"
        if word in known["order"] and before != "A":
            return "O"
        if word == "of" and lang == "nl":
            return "R" if self._asks(after, found) else "C"
        if word in ("en", "and", "or"):
            return "C"
        if word in known["subjects"][lang] and word not in known["breaks"][lang]:
            # "Je betaalt", but "je werkgever".
            owns = word == "je" and after and not self._is_verb(after, lang)
            owns = owns and "aux" not in self.kinds(after, lang)
            # "Als je korter blijft": what stands before a noun has an ending, or is "eigen".
            bare = "n" not in self.kinds(after, lang) and not after.endswith(("e", "eigen"))
            owns = owns and not (bare and "a" in self.kinds(after, lang))
            owns = owns and folded(after) not in self._vocabulary.function_words(lang)
            return "A" if owns else "S"
        if word in known["be"][lang] and not (word == "zijn" and before in ("P", "V")):
            return "B"
        if word in known["passive"][lang] and lang == "nl":
            return "W"
        if word in known["modal"][lang]:
            return "M"
        if word in ("before", "after", "als") and folded(after) in known["subjects"][lang]:
            return "R"
        if word in _marks(lang) and not (word == "te" and self._is_verb(after, lang)):
            return "P"
        begins = word in known["breaks"][lang]
        # "Beveelt aan dat het huis ..."
        joins = begins and folded(after) in known["articles"][lang] + known["subjects"][lang]
        if (
            word in known["articles"][lang]
            and not (begins and before in ("N", ",", "#") and not self._points(word, found, lang))
            and not (joins)
        ):
            return "A"
        if begins:
            return "R"
        if word[0].isdigit() or is_measure(word) or word in turning_words()["calendar"]:
            return "#"
        empty = word in all_stop_words() and "v" not in self.kinds(word, lang)
        function = word in self._vocabulary.function_words(lang)
        return "O" if empty or function or word in turning_words()["negations"] else "N"

    def _points(self, word: str, found: Sequence[Token], lang: Language) -> bool:
        """Whether "die" stands behind a verb, where it begins no clause: "betaalt die terug"."""
        if word != "die" or lang != "nl" or found[-1].tag != "N":
            return False
        return self.kinds(found[-1].text, lang) == {"v"}

    def _asks(self, after: str, tokens: Sequence[Token]) -> bool:
        """Whether "of" is "whether": a verb of asking comes before it and a subject behind it."""
        if folded(after) not in tables()["articles"]["nl"] + tables()["subjects"]["nl"] + ["er"]:
            return False
        return any(self.is_any(t.text, "nl", "ask") for t in tokens if t.tag == "N")

    def _is_verb(self, word: str, lang: Language) -> bool:
        return bool(word) and "v" in self.kinds(word, lang)

    def _with_certain_verbs(self, tokens: Sequence[Token], lang: Language) -> list[Token]:
        """The same tokens: verbs, what may be one, participles behind their noun, and adverbs."""
        found = list(tokens)
        for position, token in enumerate(found):
            if token.tag == "N" and not token.text[0].isupper():
                found[position] = replace(token, tag=self._content_tag(found, position, lang))
        return found

    def _content_tag(self, tokens: Sequence[Token], position: int, lang: Language) -> str:
        token = tokens[position]
        kinds = self.kinds(token.text, lang)
        before = tokens[position - 1].tag if position else ""
        after = tokens[position + 1].tag if position + 1 < len(tokens) else ""
        if "adv" in kinds and not kinds & {"n", "v", "name"}:
            return "O" if before != "A" and after != "N" else "N"
        if not kinds and lang == "en" and before == "N" and after in ("A", "#", "S", '"'):
            return "L" if _inflected(token.text) else "N"
        nominal = kinds & _NOMINAL
        attributive = before in ("A", "P", "#") and after == "N"
        if "v" not in kinds or attributive or (before == "A" and nominal):
            return "N"
        if self._described(tokens, position, lang):
            return "N"
        participle = is_participle(token.text, lang)
        if lang == "en" and before == "N":
            own = self._kinds["en"].get(token.text, set())
            if token.text.endswith("ing") and after in ("N", "A") and not own & {"n", "a"}:
                return "V"
            if after == "P" and participle:
                return "D" if nominal else "V"
        if not nominal or before == "M" or (before in ("B", "W") and participle):
            return "V"
        begins = before in ("N", "L", '"', "", ".", ",", "#", "O", "C")
        return "L" if begins and (lang == "nl" or after not in ("", ".")) else "N"

    def _described(self, tokens: Sequence[Token], position: int, lang: Language) -> bool:
        """Whether an adjective with an article or preposition before it comes before a word: what
        follows "the Dutch" is a noun."""
        if position < 2 or tokens[position - 1].tag != "N":
            return False
        word = tokens[position - 1].text
        own = tokens[position].text
        if _inflected(own) and not self.kinds(own, lang) & _NOMINAL:
            return False
        country = self._vocabulary.country(word, lang)
        adjective = "a" in self.kinds(word, lang) or (
            country is not None and word in (*country.adjectives_nl, *country.adjectives_en)
        )
        return adjective and tokens[position - 2].tag in ("A", "P", "#")

    def with_likely_verb(self, tokens: Sequence[Token], lang: Language) -> list[Token]:
        """The tokens of a clause: the first that may be a verb is one where it has no other."""
        found = list(tokens)
        verbless = not any(token.tag in ("V", "B", "W") for token in found)
        inflected = lang == "en" and any(t.tag == "L" and _inflected(t.text) for t in found)
        passive = any(token.tag == "W" for token in found)
        last = len(found) - 1
        for position, token in enumerate(found):
            if token.tag not in ("N", "L"):
                continue
            # "Wordt door het departement gegeven"
            ends = passive and position == last and is_participle(token.text, lang)
            if ends and self._is_verb(token.text, lang):
                found[position] = replace(token, tag="V")
            elif token.tag == "L":
                of = lang == "en" and position < last and found[position + 1].mark == "of"
                is_verb = verbless and not of and (not inflected or _inflected(token.text))
                verbless = verbless and not is_verb
                found[position] = replace(token, tag="V" if is_verb else "N")
        return found

    @cached_property
    def _kinds(self) -> dict[str, dict[str, set[str]]]:
        found: dict[str, dict[str, set[str]]] = {"nl": {}, "en": {}}
        for entry in self._vocabulary.tables.entries:
            found["en"].setdefault(entry.english, set()).add(entry.kind)
            for dutch in entry.dutch:
                found["nl"].setdefault(dutch, set()).add(entry.kind)
        for concept in self._vocabulary.tables.concepts:
            for lang, terms in (("nl", concept.dutch), ("en", concept.english)):
                for term in terms:
                    found[lang].setdefault(term, set()).add("n")
        return found


def _inflected(word: str) -> bool:
    return word.endswith(("s", "ed")) and not word.endswith("ss")


def is_participle(word: str, lang: Language) -> bool:
    """Whether a word has the form of a participle."""
    own = folded(word)
    if lang == "en":
        return own.endswith(("ed", "en", "wn", "ne")) or own in frozenset(tables()["participles"])
    return own.endswith(("d", "t", "en"))
