"""From a verb to its other forms and to the nouns of its family: oprichten, opgericht.

Regular forms are made by rule, irregular ones and nouns that go another way (kiezen, keuze) stand
in the tables. Not every form that the rules make exists: who calls keeps those that are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.lexicon.inflection import (
    INSEPARABLE,
    SEPARABLE,
    closed,
    dutch_verbs,
    infinitives,
)
from corpus.lexicon.tables import Language

_SHORTEST_VERB = 5
_MAYBE_UNSTRESSED = ("er", "el", "en", "em")
# Before -er a doubled consonant closes a stressed syllable: bibberen, schipperen. Not every one
# does: programmeren, installeren, blokkeren.
_STRESSED_BEFORE = ("bb", "dd", "gg", "pp")
_STRESSED = ("iser", "cer", "uer")  # borrowed: organiseren, lanceren, evalueren
# What a verb may be put together with that is no prefix of verbs: oordelen, zinspelen, benadelen.
_PUT_BEFORE = ("al", "mede", "oor", "zin")
_WITHOUT_GE = ("be", "ge", "her", "ont", "ver", "er")
_EITHER = ("door", "om", "onder", "over", "vol", "voor", "weer")  # separable or not
_VERBS = 3  # verbs that a word may be a form of
_PREFIXES = ("be", "ge", "her", "ont", "ver")  # of verbs whose participle looks like any other
# Prefixes that a verb shares with the noun that is its bare stem; "geld" is not made of "ld".
_PREFIXED = tuple(prefix for prefix in (*SEPARABLE, *INSEPARABLE) if prefix not in ("ge", "er"))

_VOWELS = frozenset("aeiouyëïöü")

Forms = Mapping[str, Sequence[str]]


class Kinds(NamedTuple):
    """Dutch words, in small letters: those that are verbs, and nouns that are never one."""

    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Conjugation:
    """What the tables say of verbs: dictionary form -> irregular forms, verb -> nouns and back, and
    which Dutch words are of which kind."""

    irregular: Forms
    families: Forms
    kinds: Kinds

    @classmethod
    def of(cls, lemmas: Forms, nouns: Forms, kinds: Kinds) -> Conjugation:
        """From the tables: ``lemmas`` has the dictionary forms of an irregular form, ``nouns``
        those of a verb."""
        irregular: dict[str, list[str]] = {}
        for form, verbs in lemmas.items():
            for verb in verbs:
                irregular.setdefault(verb, []).append(form)
        families = {verb: list(of_verb) for verb, of_verb in nouns.items()}
        for verb, of_verb in nouns.items():
            for noun in of_verb:
                families.setdefault(noun, []).append(verb)
        return cls(irregular, families, kinds)

    def other_forms(self, word: str, lemmas: Iterable[str], lang: Language) -> tuple[str, ...]:
        """Other forms of the verb that ``word`` (lower case) is a form or the noun of, with that
        verb: "voert" leads to "voeren" and "voerde", "versnippering" to "versnipperd", "keuze" to
        "gekozen". Some do not exist. ``lemmas`` are the dictionary forms that are known of it. Of
        English verbs only what has another stem: "rise" and "rose", "decide" and "decision".
        """
        known = tuple(lemmas)
        verbs = [verb for lemma in (*known, word) for verb in self.families.get(lemma, ())]
        if lang == "en":
            return self._irregular((*known, *verbs), word)
        nouns = self.kinds.nouns
        # "Middelen" are means, and seldom to average.
        verbs.extend(lemma for lemma in known if lemma.endswith("en") and lemma not in nouns)
        if word.endswith("ing"):
            verbs.append(f"{word.removesuffix('ing')}en")
        elif word.startswith(_PREFIXES) and word.endswith(("d", "t", "de", "te")):
            # A participle that is used as an adjective has no entry of its verb. "Geld" is none.
            verbs.extend(dutch_verbs(word, {}) if word not in nouns else ())
        verbs.extend(verb for lemma in known for verb in self._of_its_stem(lemma))
        verbs = [verb for verb in dict.fromkeys(verbs) if verb.endswith("en")][:_VERBS]
        found: dict[str, None] = {}
        for verb in verbs:
            found.update(dict.fromkeys((verb, *conjugated(verb, self.irregular))))
            found.update(dict.fromkeys(self.families.get(verb, ())))
        return tuple(form for form in found if form != word)

    def _of_its_stem(self, noun: str) -> Iterator[str]:
        """The verb that a noun with a prefix is the bare stem of: "aanvraag", "aanvragen". Without
        one it may be another word: to book is not done with a book."""
        if noun in self.kinds.nouns and noun.startswith(_PREFIXED):
            yield from (verb for verb in infinitives(noun) if verb in self.kinds.verbs)

    def _irregular(self, verbs: Iterable[str], word: str) -> tuple[str, ...]:
        """The verbs with their nouns and irregular forms, without ``word``."""
        found: dict[str, None] = {}
        for verb in list(dict.fromkeys(verbs))[:_VERBS]:
            forms = (*self.irregular.get(verb, ()), *self.families.get(verb, ()))
            found.update(dict.fromkeys((verb, *forms) if forms else ()))
        return tuple(form for form in found if form != word)


def doers(lemmas: Iterable[str], kinds: Kinds) -> tuple[str, ...]:
    """Who does what a Dutch verb says, "besturen" and "bestuurder", and the verb of who does it;
    ``lemmas`` are the dictionary forms of the verb or the noun. Some do not exist."""
    known, found = tuple(lemmas), dict[str, None]()
    for lemma in known:
        if lemma in kinds.verbs and lemma.endswith("en") and len(lemma) >= _SHORTEST_VERB:
            base = lemma[:-2]
            # Huren, huurder: after an r the syllable is closed.
            doer = f"{next(closed(base))}der" if base.endswith("r") else f"{base}er"
            found[doer] = None
        elif lemma.endswith("er") and len(lemma) > _SHORTEST_VERB:
            bases = (lemma.removesuffix("er"), lemma.removesuffix("der"))
            made = (verb for base in bases for stem in closed(base) for verb in infinitives(stem))
            found.update((verb, None) for verb in made if verb in kinds.verbs)
    return tuple(doer for doer in found if doer not in known)


def conjugated(infinitive: str, irregular: Forms) -> Iterator[str]:
    """The forms of a Dutch verb (lower case): klaag, klaagt, klaagde, klaagden, geklaagd.

    A verb with a prefix goes as the verb it is made with: opgericht, deelnam, besloten.
    """
    if not infinitive.endswith("en") or len(infinitive) < _SHORTEST_VERB:
        return
    bases = [
        (prefix, infinitive.removeprefix(prefix))
        for prefix in SEPARABLE
        if infinitive.startswith(prefix) and len(infinitive) - len(prefix) >= _SHORTEST_VERB
    ]
    if irregular.get(infinitive) or all(prefix in _EITHER for prefix, _ in bases):
        yield from _forms(infinitive, irregular)
    for prefix, base in bases:
        yield from (prefix + form for form in _forms(base, irregular))
    for prefix in INSEPARABLE:
        # Besluiten goes as sluiten, without ge- in its participle.
        past = irregular.get(infinitive.removeprefix(prefix), ())
        if infinitive.startswith(prefix):
            yield from (prefix + form.removeprefix("ge") for form in past)


def _forms(infinitive: str, irregular: Forms) -> Iterator[str]:
    base = infinitive[:-2]
    listed = [form for form in irregular.get(infinitive, ()) if " " not in form]
    # "'t kofschip" goes by the letter of the infinitive: leven, leefde; praten, praatte.
    past = "t" if base.endswith(("t", "k", "f", "s", "ch", "p", "x")) else "d"
    yield from listed
    for stem in dict.fromkeys(_stems(base)):
        yield stem
        if not stem.endswith("t"):
            yield f"{stem}t"
        if not listed:
            whole = stem if stem.startswith(_WITHOUT_GE) else f"ge{stem}"
            yield from (f"{stem}{past}e", f"{stem}{past}en")
            yield whole if stem.endswith(past) else f"{whole}{past}"


def _stems(base: str) -> tuple[str, ...]:
    """The stem of the Dutch verb that ``base`` with -en is the infinitive of: the vowel is doubled
    where it is stressed (deel, not verzamel); both ways where spelling does not tell (verander)."""
    stressed = next(closed(base))
    if not base.endswith(_MAYBE_UNSTRESSED) or base.endswith(_STRESSED):
        return (stressed,)
    root = _without_prefixes(base)
    if not _VOWELS.intersection(root[:-2]):
        # One syllable; of a prefix it is not certain that it is one: bedelt begs, bedeelt endows.
        return (stressed,) if root == base else (stressed, base)
    if not base.endswith("er") or root[:-2].endswith(_STRESSED_BEFORE):
        return (base,)
    return (stressed, base)


def _without_prefixes(base: str) -> str:
    """What is left of a verb's base without what it is put together with: "herverdel" is "del"."""
    for prefix in (*SEPARABLE, *INSEPARABLE, *_PUT_BEFORE):
        rest = base.removeprefix(prefix)
        if rest != base and len(rest) > 2:  # an ending by itself is no verb
            return _without_prefixes(rest)
    return base
