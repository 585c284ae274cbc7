"""Words of a question that tell which document is meant, whatever it is called: hardly another one
says them.

"The Northfield music centre", "zo'n beurs van het Havenfonds": nobody says "according to the
report". What a document is about stands in its title, in its headings or all over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.concept import Concept
from assistant.extracting.evidence import Terms, told_of
from indexing.index import Index
from indexing.passage import RetrievedPassage

_SURE_FORM = 0.8  # of a form that says a concept, and nothing that is merely like it
_OPENS = 7  # letters of a word with which a compound in a title may begin
_LEAST_HELD = 2  # passages in which a word stands that is no slip
_MOST_TOLD = 3  # documents that are searched one by one
_NAMING = 0.5  # share of a document from which a word that tells it is of no use within it
_WORD = re.compile(r"[\w'’-]+")


class Distinctive:
    """Knows the words that tell one publication of an index."""

    def __init__(self, index: Index, terms: Terms, settings: AnsweringSettings) -> None:
        self._index = index
        self._settings = settings
        publications = [source for source in index.sources() if source.pair is None]
        self._titles = {
            source.id: (frozenset(terms(told_of(source), lang)), lang)
            for source in publications
            for lang in (source.language or "nl",)
        }

    def told(self, concepts: Iterable[Concept]) -> Mapping[str, Mapping[str, float]]:
        """The publications that concepts tell, each with the surfaces that do and how much of it is
        about them (0 to 1); none where there is but one, or that the concepts tell too many."""
        if len(self._titles) < 2:
            return {}
        found: dict[str, dict[str, float]] = {}
        for concept in concepts:
            # What is asked of a year is often written in another one.
            number = concept.surface[0].isdigit()
            if not (concept.frame or number) and (told := self._told_by(concept)):
                document, share = told
                found.setdefault(document, {})[concept.surface] = share
        sure = {document: sum(tells.values()) for document, tells in found.items()}
        least = self._settings.beside_told * max(sure.values(), default=0.0)
        kept = {one: tells for one, tells in found.items() if sure[one] >= least}
        return kept if len(kept) <= _MOST_TOLD else {}

    def passages(
        self, told: Mapping[str, Mapping[str, float]], text: str, lang: str
    ) -> Iterator[tuple[RetrievedPassage, float]]:
        """The passages of the publications that are told that fit a question best, each with its
        place among them, 0 to 1; all passages of a short one."""
        settings = self._settings
        naming = {
            surface
            for tells in told.values()
            for surface, share in tells.items()
            if share >= _NAMING
        }
        rest = _WORD.sub(lambda match: "" if match.group() in naming else match.group(), text)
        for document in told:
            hits = self._index.retriever.retrieve(
                rest if _WORD.search(rest) else text,
                lang=lang,
                k=settings.told_candidates,
                documents=frozenset({document}),
            ).hits
            top = max((hit.score for hit in hits), default=0.0) or 1.0
            for hit in hits:
                yield hit, settings.told_standing * max(0.0, hit.score / top)
            if self._index.spread.size(document) <= settings.whole_document:
                for passage in self._index.passages(document):
                    yield RetrievedPassage(passage, 0.0), 0.0

    def _told_by(self, concept: Concept) -> tuple[str, float] | None:
        """The publication that one concept tells, and how much of it is about that."""
        spread = self._index.spread
        forms = {
            form.terms
            for options in concept.forms.values()
            for form in options
            if form.weight >= _SURE_FORM
        }
        counts = spread.counts(forms)
        shares = {document: count / spread.size(document) for document, count in counts.items()}
        titled = {
            document
            for document, (terms, lang) in self._titles.items()
            if _titles(concept, terms, lang)
        }
        shares |= dict.fromkeys(titled, 1.0)
        best = max(shares, key=lambda document: (shares[document], document), default="")
        if best not in self._titles or shares[best] < self._settings.least_spread:
            return None
        if best not in titled and counts[best] < _LEAST_HELD:
            return None
        surely = shares[best] >= self._settings.concentrated * sum(shares.values())
        return (best, shares[best]) if surely else None


def _titles(concept: Concept, title: frozenset[str], lang: str) -> bool:
    """Whether a title has a concept, or a compound that begins with it ("havengeldregeling")."""
    if concept.strength(title, lang) >= _SURE_FORM:
        return True
    opening = tuple(
        form.terms[0]
        for form in concept.forms.get(lang, ())
        if len(form.terms) == 1 and len(form.terms[0]) >= _OPENS and form.weight >= _SURE_FORM
    )
    return bool(opening) and any(term.startswith(opening) for term in title)
