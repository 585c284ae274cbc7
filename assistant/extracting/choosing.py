"""From weighed sentences to what is shown: the best, what completes it, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.announced import announced_list, announced_sizes
from assistant.extracting.asked import Asked
from assistant.extracting.definitions import points_back
from assistant.extracting.evidence import Weighed
from assistant.extracting.numbers import figures
from assistant.extracting.quoting import Extract, is_list, list_extract, whole_list, window
from assistant.extracting.sentences import sentences
from assistant.extracting.spreading import spread
from assistant.extracting.tables import rows
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind, Document
from indexing.passage import Passage
from indexing.tokenising import folded, tokens

# Kinds whose answer is one thing: a sentence or two carry it.
_BRIEF = (
    AnswerKind.SHARE,
    AnswerKind.AMOUNT,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
    AnswerKind.ORGANISATION,
    AnswerKind.YES_NO,
)
_NO_SEQUEL = (BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.REFERENCE, BlockKind.HEADING)
_IN_TURN = re.compile(
    r"\W*(?:(?:een|het|de|ten|a|the)\s)?(?:tweede|derde|vierde|vijfde|laatste|ander|second|third"
    r"|fourth|fifth|last)|\W*(?:tot slot|ten slotte|vervolgens|daarnaast|finally|lastly|next)\b",
    re.IGNORECASE,
)
_ANNOUNCERS = 6  # how many of the best units may announce the list
_TABLE_REACH = 60  # passages before and after a row in which its table lies
# From when the best sentence plainly answers a question for one thing.
_PLAIN_TYPE = 0.75
_PLAIN_OWN = 0.6
_REPEATED = 0.85  # share of a sentence's words that are shown already
_MOST_EXTRACTS = 6
_MOST_DOCUMENTS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much may be shown: words in all, the size of the list asked for, several documents;
    ``spread`` that nothing is surely the answer, so that more passages are quoted."""

    words: int
    size: int | None = None
    several: bool = False
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where more of a document is fetched: passages by ordinal, and the document as it was read."""

    around: Callable[[str, int, int], tuple[Passage, ...]]
    document: Callable[[str], Document]


class Chooser:
    """Chooses what is shown for one question."""

    def __init__(
        self,
        asked: Asked,
        weighed: tuple[Weighed, ...],
        wanted: Wanted,
        shelf: Shelf,
        settings: AnsweringSettings,
    ) -> None:
        self._asked = asked
        self._weighed = weighed
        self._wanted = wanted
        self._shelf = shelf
        self._settings = settings
        total = sum(concept.weight for concept in asked.concepts) or 1.0
        self._weights = {concept.surface: concept.weight / total for concept in asked.concepts}
        self._shown: tuple[str, frozenset[str]] = ("", frozenset())
        self._siblings: dict[str, list[Weighed]] = {}
        for item in weighed:
            self._siblings.setdefault(item.unit.passage.id, []).append(item)

    def choose(self) -> tuple[Extract, ...]:
        """What is shown, best first; empty when nothing was found."""
        if not self._weighed:
            return ()
        table = self._table()
        if table:
            return table
        listed = self._announced()
        if listed:
            return listed
        if self._wanted.several or len(self._asked.named) > 1:
            return self._one_of_each_document()
        shown = self._best_first(self._headed())
        if not self._wanted.spread:
            return shown
        return spread(shown, self._weighed, self._siblings, self._is_repeated, self._settings)

    def _headed(self) -> tuple[Weighed, ...]:
        """The units, those of a section that is asked after behind its heading."""
        best = self._weighed[0]
        if not best.pointed or self._asked.subject:
            return self._weighed
        for item in self._weighed:
            if item.pointed and item.unit.kind is BlockKind.HEADING and not item.unit.start:
                return (item, *(other for other in self._weighed if other is not item))
        return self._weighed

    def _best_first(self, weighed: tuple[Weighed, ...]) -> tuple[Extract, ...]:
        best = weighed[0]
        chosen: list[Extract] = []
        held: set[str] = set()
        words = 0
        for item in weighed:
            if chosen and not self._worth_adding(item, best, held, chosen):
                continue
            if chosen and self._is_repeated(item, chosen):
                continue
            extracts = self._extract(item)
            merged = _merge(extracts[0], chosen) if len(extracts) == 1 else None
            if merged is not None:
                place, whole = merged
                if words + whole.words - chosen[place].words <= self._wanted.words:
                    words += whole.words - chosen[place].words
                    chosen[place] = whole
                    held.update(item.own_found)
                continue
            extracts = tuple(
                new for new in extracts if not any(_overlap(new, old) for old in chosen)
            )
            size = sum(extract.words for extract in extracts)
            if not extracts or (chosen and words + size > self._wanted.words):
                continue
            chosen.extend(extracts)
            words += size
            held.update(item.own_found)
            if words >= self._wanted.words or len(chosen) >= _MOST_EXTRACTS:
                break
        return tuple(chosen)

    def _worth_adding(
        self, item: Weighed, best: Weighed, held: set[str], chosen: list[Extract]
    ) -> bool:
        settings = self._settings
        if best.pointed and not item.pointed:
            return False  # the question points at the place that it wants
        gain = sum(
            self._weights.get(surface, 0.0) for surface in item.own_found if surface not in held
        )
        if item.unit.passage.document not in {extract.passage.document for extract in chosen}:
            # Another document only joins when it holds what the first one lacks.
            return (
                (best.fiche or not item.fiche)
                and gain >= settings.other_document_gain
                and item.own >= settings.other_document_own
                and item.score >= settings.other_document_share * best.score
            )
        clear = (
            self._asked.kind in (*_BRIEF, AnswerKind.DEFINITION)
            and best.type_fit >= _PLAIN_TYPE
            and best.own >= _PLAIN_OWN
        )
        share = settings.second_share_when_clear if clear else settings.second_share
        return item.score >= share * best.score or (
            gain >= settings.same_document_gain
            and item.score >= settings.same_document_share * best.score
        )

    def _is_repeated(self, item: Weighed, chosen: list[Extract]) -> bool:
        """Whether the unit says again what is shown already, elsewhere in the documents."""
        shown = " ".join(extract.text for extract in chosen)
        text = " ".join(item.unit.text.split())
        if text in shown:
            return True
        if not _values(text) <= _values(shown):
            return False  # the same words with another figure are another rule
        terms = _words(text)
        return bool(terms) and len(terms & self._held(shown)) >= _REPEATED * len(terms)

    def _held(self, shown: str) -> frozenset[str]:
        """The words of what is shown, which stays the same for many a unit."""
        if self._shown[0] != shown:
            self._shown = (shown, _words(shown))
        return self._shown[1]

    def _one_of_each_document(self) -> tuple[Extract, ...]:
        """The best of each document that says enough about it."""
        best = self._weighed[0]
        named = self._asked.named if len(self._asked.named) > 1 else frozenset()
        firsts: dict[str, Weighed] = {}
        for item in self._weighed:
            document = item.unit.passage.document
            share = self._settings.several_share
            if document in named or (
                (best.fiche or not item.fiche) and item.score >= share * best.score
            ):
                firsts.setdefault(document, item)
        chosen: list[Extract] = []
        order = sorted(firsts, key=lambda name: (name not in named, -firsts[name].score))
        for document in order[: max(_MOST_DOCUMENTS, len(named))]:
            chosen.extend(self._extract(firsts[document])[:1])
        if len(chosen) < 2:
            return self._best_first(self._weighed)
        return tuple(chosen)

    def _table(self) -> tuple[Extract, ...]:
        """The whole table, when the question points at it or asks how many rows it has."""
        best = self._weighed[0]
        row = best.unit.table
        asks_rows = self._asked.kind is AnswerKind.COUNT and self._asked.about_table
        if row is None or not (asks_rows or (best.pointed and not self._asked.subject)):
            return ()
        passage = best.unit.passage
        around = self._shelf.around(
            passage.document, max(0, passage.ordinal - _TABLE_REACH), passage.ordinal + _TABLE_REACH
        )
        whole = [
            Extract(found.passage, found.start, found.end, best.score)
            for found in rows(around)
            if found.table.table == row.table
        ]
        captions = [
            Extract(found, 0, len(found.text), best.score)
            for found in around
            if found.kind is BlockKind.CAPTION and found.text.startswith(row.caption[:40])
        ]
        shown: list[Extract] = captions[:1] if row.caption else []
        words = sum(extract.words for extract in shown)
        for extract in whole:
            words += extract.words
            if words > self._settings.list_words:
                break
            shown.append(extract)
        return tuple(shown)

    def _announced(self) -> tuple[Extract, ...]:
        """The list that one of the best units announces, when a list is asked for."""
        listing = self._asked.kind in (AnswerKind.LIST, AnswerKind.REFERENCE, AnswerKind.OPEN)
        if not listing and self._wanted.size is None:
            return ()
        best = self._weighed[0]
        for item in self._weighed[:_ANNOUNCERS]:
            if item.score < self._settings.announcer_share * best.score:
                break
            passage = item.unit.passage
            if item.unit.table is not None:
                continue  # the numbers in a row announce nothing
            if is_list(passage) and item.unit.kind is not BlockKind.LIST_ITEM:
                break  # what it announces stands right below it
            sizes = announced_sizes(item.unit.text)
            if self._wanted.size is not None:
                sizes &= {self._wanted.size}
            elif not item.unit.text.rstrip().endswith(":"):
                continue
            if len(sizes) != 1:
                continue
            size = next(iter(sizes))
            if is_list(passage) and len(passage.parts) - item.unit.part > size:
                break  # an item that announces those below it
            told = self._told_in_turn(item, size)
            if told:
                return told
            listed = announced_list(
                self._shelf.document(passage.document), passage, item.unit.start, size
            )
            if listed is None or len(listed.text.split()) > self._settings.list_words:
                continue
            lead = Extract(passage, item.unit.start, item.unit.end, item.score)
            return (lead, list_extract(listed, item.score))
        return ()

    def _told_in_turn(self, item: Weighed, size: int) -> tuple[Extract, ...]:
        """What is announced as ``size`` things and told in as many paragraphs ("Een tweede")."""
        passage = item.unit.passage
        if ":" not in item.unit.text:
            return ()
        shown = [Extract(passage, item.unit.start, passage.parts[-1].end, item.score)]
        for after in self._shelf.around(
            passage.document, passage.ordinal + 1, passage.ordinal + size - 1
        ):
            if after.section != passage.section or not _IN_TURN.match(after.text):
                break
            shown.append(Extract(after, 0, after.parts[-1].end, item.score))
        words = sum(extract.words for extract in shown)
        return tuple(shown) if len(shown) > 1 and words <= self._settings.list_words else ()

    def _extract(self, item: Weighed) -> tuple[Extract, ...]:
        passage = item.unit.passage
        kind = self._asked.kind
        listing = self._wanted.size is not None or kind in (
            AnswerKind.LIST,
            AnswerKind.COUNT,
            AnswerKind.REFERENCE,
        )
        leads = item.unit.text.rstrip().endswith(":") or passage.kind is BlockKind.HEADING
        if passage.kind is BlockKind.HEADING and kind is AnswerKind.COUNT and not self._wanted.size:
            listing = False
        if is_list(passage) and (listing or leads):
            found = self._list(item)
            if found:
                return found
        words = self._settings.brief_quote_words if kind in _BRIEF else self._settings.quote_words
        shown = window(item, tuple(self._siblings[passage.id]), min(words, self._wanted.words))
        before = self._pointed_back(item)
        if shown.end == passage.parts[-1].end and self._goes_on(shown, words):
            return (*before, shown, *self._next(passage, item.score, words))
        return (*before, shown)

    def _pointed_back(self, item: Weighed) -> tuple[Extract, ...]:
        """The sentence before the passage, when a definition at its head points back at it."""
        passage = item.unit.passage
        if (
            self._asked.kind is not AnswerKind.DEFINITION
            or item.unit.start
            or not passage.ordinal
            or not points_back(item.unit.text)
        ):
            return ()
        for before in self._shelf.around(
            passage.document, passage.ordinal - 1, passage.ordinal - 1
        ):
            last = sentences(before.text)[-1]
            if before.section == passage.section and before.kind is BlockKind.PARAGRAPH:
                return (Extract(before, last.start, last.end, item.score),)
        return ()

    def _goes_on(self, shown: Extract, words: int) -> bool:
        """Whether what is shown announces what stands in the next passage."""
        if shown.text.rstrip().endswith(":"):
            return True
        return self._asked.kind is AnswerKind.DEFINITION and shown.words < words / 2

    def _next(self, passage: Passage, score: float, words: int) -> tuple[Extract, ...]:
        """The start of the passage after this one, in the same section."""
        for after in self._shelf.around(passage.document, passage.ordinal + 1, passage.ordinal + 1):
            if after.section != passage.section or after.kind in _NO_SEQUEL:
                continue
            if is_list(after):
                return (list_extract(after, score),)
            end = after.parts[0].end
            if len(after.text[:end].split()) <= words:
                return (Extract(after, 0, end, score),)
        return ()

    def _list(self, item: Weighed) -> tuple[Extract, ...]:
        passage = item.unit.passage
        found = whole_list(
            passage,
            item.score,
            lambda first, last: self._shelf.around(passage.document, first, last),
        )
        kept: list[Extract] = []
        words = 0
        for extract in found:
            words += extract.words
            if words > self._settings.list_words:
                break
            kept.append(extract)
        return tuple(kept)


def _values(text: str) -> frozenset[float]:
    return frozenset(figure.value for figure in figures(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(token) for token in tokens(text))


def _merge(new: Extract, chosen: list[Extract]) -> tuple[int, Extract] | None:
    """An extract already chosen that ``new`` overlaps or touches, widened; None without one."""
    for place, old in enumerate(chosen):
        near = new.start <= old.end + 2 and old.start <= new.end + 2
        if new.passage.id == old.passage.id and near and not (old.items or new.items):
            start, end = min(new.start, old.start), max(new.end, old.end)
            return place, replace(old, start=start, end=end)
    return None


def _overlap(first: Extract, second: Extract) -> bool:
    return (
        first.passage.id == second.passage.id
        and first.start < second.end
        and second.start < first.end
    )
