"""Which documents have something in their titles, looked up by their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import takewhile

from assistant.extracting.concept import Concept
from assistant.extracting.forms import Form

SURE_FORM = 0.8  # of a form that says a concept, and nothing that is merely like it
_OPENS = 7  # letters of a word with which a compound in a title may begin


class Titled:
    """Looks titles up by the index terms in them. Safe for several threads."""

    def __init__(self, titles: Mapping[str, tuple[frozenset[str], str]]) -> None:
        """``titles``: the index terms of each document's title, and their language."""
        self._held: dict[str, dict[str, set[str]]] = {}
        for document, (terms, lang) in titles.items():
            held = self._held.setdefault(lang, {})
            for term in terms:
                held.setdefault(term, set()).add(document)
        self._sorted = {lang: sorted(held) for lang, held in self._held.items()}

    def documents(self, concept: Concept) -> frozenset[str]:
        """The documents whose title has a concept, or a compound that begins with it
        ("havengeldregeling")."""
        return frozenset(
            document
            for lang in self._held
            for form in concept.forms.get(lang, concept.forms.get("nl", ()))
            if form.weight >= SURE_FORM
            for document in self._with_form(form, lang, opens=lang in concept.forms)
        )

    def _with_form(self, form: Form, lang: str, *, opens: bool) -> Iterator[str]:
        held = self._held[lang]
        if not form.terms:
            return
        yield from set.intersection(*(held.get(term, set()) for term in form.terms))
        (opening, *more) = form.terms
        if opens and not more and len(opening) >= _OPENS:
            known = self._sorted[lang]
            compounds = (known[at] for at in range(bisect_left(known, opening), len(known)))
            for term in takewhile(lambda term: term.startswith(opening), compounds):
                yield from held[term]
