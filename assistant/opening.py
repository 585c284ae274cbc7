"""What the title page of a document tells: by whom and for whom it was made, which no catalogue
knows of a document that somebody brings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from assistant.extracting.sentences import sentences
from corpus.document import BlockKind
from indexing.analysis import stop_words
from indexing.index import Index
from indexing.passage import Passage
from indexing.tokenising import folded

_PASSAGES = 4  # of which a title page is read
_LONGEST_LINE = 160  # characters of a line of a title page: what is longer is prose
_REACH = 45  # characters between "study" and the name it goes with
_SHORTEST = 3
_EMPTY = stop_words("nl") | stop_words("en")
_NOUN = re.compile(
    r"\b(?:[\w-]*(?:rapport|dossier|document|verslag|studie|nota|onderzoek|bevraging|enqu[eê]te"
    r"|peiling|reglement|handboek|gids|brief|oproep|evaluatie|analyse)"
    r"|report|paper|study|survey|poll|research|regulations?|handbook|guide|letter|evaluation|note"
    r"|according to|volgens)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w-]+")


class Openings:
    """The title pages of the documents of an index, each read when it is first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, str] = {}

    def named(
        self, question: str, documents: Iterable[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Which of the ``documents`` a question names by a name on its title page, and the words,
        folded, that do; none where several bear it."""
        if not _NOUN.search(question):
            return frozenset(), frozenset()
        return named_by_opening(question, {one: self._of(one) for one in documents})

    def _of(self, document: str) -> str:
        """What stands before the first chapter of a publication, or at the head of a letter. A
        fiche has no such page."""
        if self._index.source(document).pair is not None:
            return ""
        if document not in self._known:
            first = self._index.passages(document, 0, _PASSAGES - 1)
            self._known[document] = "\n".join(_title_lines(first))
        return self._known[document]


def _title_lines(opening: Iterable[Passage]) -> Iterator[str]:
    """The lines of a title page or of the head of a letter, from the first passages of a document;
    of prose no more than a first short sentence."""
    # A title is followed by what is said of all; an outline lists what comes later.
    told = [passage for passage in opening if passage.kind is not BlockKind.HEADING]
    for passage in takewhile(lambda one: one.section == told[0].section, told):
        for part in passage.parts:
            first = next(iter(sentences(passage.text, part.start, part.end)), None)
            if first is not None and first.end - first.start <= _LONGEST_LINE:
                yield passage.text[first.start : first.end]


def named_by_opening(
    question: str, openings: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The document that a question names by a name on its title page ("the Northfield study"), and
    the words, folded, that do; none where several bear it.

    Args:
        question: as it stands by itself.
        openings: the title pages of the documents that come into question, by document.
    """
    cues = [match.span() for match in _NOUN.finditer(question)]
    if not cues:
        return frozenset(), frozenset()
    for match in _NAME.finditer(question):
        word = folded(match.group())
        near = any(a - _REACH <= match.start() <= b + _REACH for a, b in cues)
        if not near or len(word) < _SHORTEST or word in _EMPTY or not match.start():
            continue
        if any(a <= match.start() < b for a, b in cues):
            continue
        held = [one for one, text in openings.items() if _stands(match.group(), text)]
        if len(held) == 1:
            return frozenset(held), frozenset({word})
    return frozenset(), frozenset()


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
