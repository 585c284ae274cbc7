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
from assistant.titled import SURE_FORM, Titled
from indexing.index import Index
from indexing.passage import RetrievedPassage

_LEAST_HELD = 2  # passages in which a word stands that is no slip
_MOST_TOLD = 3  # documents that are searched one by one
_NAMING = 0.5  # share of a document from which a word that tells it is of no use within it
_WORD = re.compile(r"[\w'’-]+")


class Distinctive:
    """Knows the words that tell one publication of an index."""

    def __init__(self, index: Index, terms: Terms, settings: AnsweringSettings) -> None:
        self._index = index
        self._settings = settings
        titles = {
            source.id: (frozenset(terms(told_of(source), lang)), lang)
            for source in index.sources()
            if source.pair is None
            for lang in (source.language or "nl",)
        }
        self._publications = frozenset(titles)
        self._titled = Titled(titles)

    def told(self, concepts: Iterable[Concept]) -> Mapping[str, Mapping[str, float]]:
        """The publications that concepts tell, each with the surfaces that do and how much of it is
        about them (0 to 1); none where there is but one, or that the concepts tell too many."""
        if len(self._publications) < 2:
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

    def about(self, concepts: Iterable[Concept]) -> str:
        """The one publication that is about what a word says, where a question calls a document by
        it ("the film report"); empty for none, or for a word that only frames a question."""
        found = {
            told[0]
            for concept in concepts
            if not concept.frame
            and (told := self._told_by(concept, self._settings.called_concentrated))
        }
        return next(iter(found)) if len(found) == 1 and len(self._publications) > 1 else ""

    def _told_by(
        self, concept: Concept, concentrated: float | None = None
    ) -> tuple[str, float] | None:
        """The publication that one concept tells, and how much of it is about that; it has the
        share ``concentrated`` of what is said of it."""
        spread = self._index.spread
        forms = {
            form.terms
            for options in concept.forms.values()
            for form in options
            if form.weight >= SURE_FORM
        }
        counts = spread.counts(forms)
        shares = {document: count / spread.size(document) for document, count in counts.items()}
        titled = self._titled.documents(concept)
        shares |= dict.fromkeys(titled, 1.0)
        best = max(shares, key=lambda document: (shares[document], document), default="")
        if best not in self._publications or shares[best] < self._settings.least_spread:
            return None
        if best not in titled and counts[best] < _LEAST_HELD:
            return None
        least = self._settings.concentrated if concentrated is None else concentrated
        surely = shares[best] >= least * sum(shares.values())
        return (best, shares[best]) if surely else None
