"""From a form, in any case, to the entries of the lexicon that it may come from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from corpus.lexicon.inflection import dutch_lemmas, english_lemmas, looks_inflected
from corpus.lexicon.places import Gazetteer
from corpus.lexicon.tables import Language

_REMEMBERED = 20_000


def fold(term: str) -> str:
    """``term`` in lower case, white space single, apostrophes straight."""
    return " ".join(term.replace("’", "'").split()).casefold()


class Lemmas:
    """Looks up dictionary forms, and keeps them in bounds; may be shared by threads.

    ``entries`` are those of each language, ``irregular`` maps forms to dictionary forms, and what
    the ``gazetteer`` names is a form of nothing else.
    """

    def __init__(
        self,
        entries: Mapping[Language, Collection[str]],
        irregular: Mapping[Language, Mapping[str, tuple[str, ...]]],
        gazetteer: Gazetteer,
    ) -> None:
        self._entries = entries
        self._irregular = irregular
        self._gazetteer = gazetteer
        # A question asks for the same words many times over: per passage, per sentence, per claim.
        self.of = lru_cache(maxsize=_REMEMBERED)(self._of)

    def guesses(self, folded: str, lang: Language) -> Iterator[str]:
        """What a word or a phrase (as :func:`fold` gives it) may come from by the rules, likelier
        first; most guesses are no words."""
        rules = dutch_lemmas if lang == "nl" else english_lemmas
        return rules(folded, self._irregular[lang])

    def _of(self, form: str, lang: Language) -> tuple[str, ...]:
        folded = fold(form)
        known = self._entries[lang]
        found = [folded] if folded in known else []
        if self._gazetteer.names(folded):
            return tuple(found)  # a name is no form of a word: Oostende does not come from the east
        listed = self._irregular["en"].get(folded, ()) if lang == "en" else ()
        for lemma in self.guesses(folded, lang):
            if lemma not in known:
                continue
            if found and lang == "en" and looks_inflected(folded, lemma):
                continue
            if self._gazetteer.names(lemma) and folded not in (f"{lemma}s", f"{lemma}'s"):
                continue  # a name is not inflected either: "bonnetje" is no small Bonn
            # By rule no dictionary form comes from a longer one: "land" is not "landen".
            if not found or len(lemma) < len(folded) or lemma in listed:
                found.append(lemma)
        return tuple(dict.fromkeys(found))
