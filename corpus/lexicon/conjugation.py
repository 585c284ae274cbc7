"""From a verb to its other forms and to the nouns of its family: oprichten, opgericht.

Regular forms are made by rule, irregular ones and nouns that go another way (kiezen, keuze) stand
in the tables. Not every form that the rules make exists: who calls keeps those that are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.lexicon.inflection import INSEPARABLE, SEPARABLE, closed, dutch_verbs
from corpus.lexicon.tables import Language

_SHORTEST_VERB = 5
_MAYBE_UNSTRESSED = ("er", "el", "en", "em")
_WITHOUT_GE = ("be", "ge", "her", "ont", "ver", "er")
_EITHER = ("door", "om", "onder", "over", "vol", "voor", "weer")  # separable or not
_VERBS = 3  # verbs that a word may be a form of
_PREFIXES = ("be", "ge", "her", "ont", "ver")  # of verbs whose participle looks like any other

Forms = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Conjugation:
    """What the tables say of verbs: dictionary form -> irregular forms, verb -> nouns and back."""

    irregular: Forms
    families: Forms

    @classmethod
    def of(cls, lemmas: Forms, nouns: Forms) -> Conjugation:
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
        return cls(irregular, families)

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
        verbs.extend(lemma for lemma in known if lemma.endswith("en"))
        if word.endswith("ing"):
            verbs.append(f"{word.removesuffix('ing')}en")
        elif word.startswith(_PREFIXES) and word.endswith(("d", "t", "de", "te")):
            # A participle that is used as an adjective has no entry of its verb.
            verbs.extend(dutch_verbs(word, {}))
        verbs = [verb for verb in dict.fromkeys(verbs) if verb.endswith("en")][:_VERBS]
        found: dict[str, None] = {}
        for verb in verbs:
            found.update(dict.fromkeys((verb, *conjugated(verb, self.irregular))))
            found.update(dict.fromkeys(self.families.get(verb, ())))
        return tuple(form for form in found if form != word)

    def _irregular(self, verbs: Iterable[str], word: str) -> tuple[str, ...]:
        """The verbs with their nouns and irregular forms, without ``word``."""
        found: dict[str, None] = {}
        for verb in list(dict.fromkeys(verbs))[:_VERBS]:
            forms = (*self.irregular.get(verb, ()), *self.families.get(verb, ()))
            found.update(dict.fromkeys((verb, *forms) if forms else ()))
        return tuple(form for form in found if form != word)


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
    # Versnipperen, coördineren: spelling does not tell which syllable is stressed.
    stems = (*closed(base), base) if base.endswith(_MAYBE_UNSTRESSED) else (next(closed(base)),)
    yield from listed
    for stem in dict.fromkeys(stems):
        yield stem
        if not stem.endswith("t"):
            yield f"{stem}t"
        if not listed:
            whole = stem if stem.startswith(_WITHOUT_GE) else f"ge{stem}"
            yield from (f"{stem}{past}e", f"{stem}{past}en")
            yield whole if stem.endswith(past) else f"{whole}{past}"
