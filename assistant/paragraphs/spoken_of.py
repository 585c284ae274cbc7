"""Is a stretch about what a paragraph speaks of, where a sentence of it names nothing?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.paragraphs.stretches import Stretch
from corpus.document import Source
from indexing.analysis import stop_words
from indexing.tokenising import folded

_WORD = re.compile(r"[^\W_]{3,}")
_EMPTY = stop_words("nl") | stop_words("en")
_SHARE = 0.6  # of a name's words that have to be around


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence without a name is told of: ``name``, empty where it names something itself
    or nothing was named before it. ``documents`` are those that the sentences before rest on."""

    name: str
    documents: frozenset[str]
    source: Callable[[str], Source]

    def goes_on_in(self, stretch: Stretch) -> bool:
        """Whether a stretch is in a document that the sentences before rest on, where the sentence
        goes on about what was named there."""
        return bool(self.name) and self._is_known(stretch.passage.document)

    def is_in(self, stretch: Stretch) -> bool:
        """Whether a stretch can be about it: it is in one of those documents, or has the name in
        its passage, its headings or its title."""
        wanted = {folded(word) for word in _WORD.findall(self.name)} - _EMPTY
        passage = stretch.passage
        source = self.source(passage.document)
        if not wanted or self._is_known(passage.document):
            return True
        around = " ".join((passage.text, *passage.section, source.title, source.publisher))
        told = {folded(word) for word in _WORD.findall(around)}
        return len(wanted & told) >= _SHARE * len(wanted)

    def _is_known(self, document: str) -> bool:
        """Whether a document, or the fiche that says the same in the other language, is one that
        the sentences before rest on."""
        pair = self.source(document).pair
        pairs = {self.source(one).pair for one in self.documents} - {None}
        return document in self.documents or (pair is not None and pair in pairs)
