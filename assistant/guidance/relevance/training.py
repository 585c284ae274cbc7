"""Learns from judgements: which numbers go with a statement that an adviser tells."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assistant.answer import Question
from assistant.guidance.fiches import Fiches
from assistant.guidance.relevance.features import RELEVANCE_VERSION
from assistant.guidance.relevance.growing import grow
from assistant.guidance.relevance.model import Matrix, Trees
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.relevance.settings import RelevanceFitting
from assistant.guidance.scope import Scope
from assistant.understanding import Understanding
from corpus.judgements import Judgement
from indexing.passage import Passage
from indexing.tokenising import folded, tokens

Reading = Callable[[Question], tuple[Understanding, Scope]]
"""How a question is understood, and what it is about."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement beside one part of a question: what is seen of it, and what was judged.

    ``writer`` and ``question`` tell whose and which; ``part`` is its place among the parts as they
    are understood (from 0). ``answers`` tells that it belongs there, ``first`` that it is the best,
    ``other`` that it belongs to another part, ``fine`` that it may be told, ``unseen`` that the
    adviser was not shown it.
    """

    writer: str
    question: int
    lang: str
    part: int
    statement: str
    seen: tuple[float, ...]
    answers: bool
    first: bool
    other: bool
    fine: bool
    unseen: bool


class Judgements:
    """Reads judgements as rows, over one index."""

    def __init__(self, relevance: Relevance, fiches: Fiches, reading: Reading, today: date) -> None:
        self._relevance = relevance
        self._fiches = fiches
        self._reading = reading
        self._today = today

    def rows(self, judged: dict[str, tuple[Judgement, ...]]) -> tuple[tuple[str, ...], list[Row]]:
        """The names of what is seen, and the rows; a file's name up to the first hyphen is its
        writer's. Statements that are not there any more are left out."""
        names: tuple[str, ...] = ()
        rows: list[Row] = []
        number = 0
        for file, every in judged.items():
            for one in every:
                names, own = self._of(one, file.partition("-")[0], number, names)
                rows += own
                number += 1
        return names, rows

    def statement(self, reference: str, lang: str) -> Passage | None:
        """The statement that a reference tells, in a language; None where there is none any more,
        or several begin so."""
        pair, _, opening = reference.partition(": ")
        if pair not in self._fiches.sources:
            return None
        english = self._fiches.fiche(pair, "en").statements
        found = [
            at
            for at, item in enumerate(english)
            if " ".join(item.passage.text.split()).startswith(opening)
        ]
        if len(found) != 1:
            return None
        return self._fiches.fiche(pair, lang).statements[found[0]].passage

    def _of(
        self, one: Judgement, writer: str, number: int, names: tuple[str, ...]
    ) -> tuple[tuple[str, ...], list[Row]]:
        understood, scope = self._reading(Question(one.ask, lang=one.lang))
        read = self._relevance.read(understood, scope, self._today)
        several = len(understood.parts) > 1
        parts = [part.text for part in understood.parts] if several else [""]
        places = [_place(part.asked, parts) for part in one.parts]
        known = {
            reference: passage
            for reference in one.statements
            if (passage := self.statement(reference, understood.lang)) is not None
        }
        references, passages = list(known), list(known.values())
        shown = {passage.id for passage in passages}
        beside = [passage for passage in read.candidates if passage.id not in shown]
        references += ["" for _ in beside]
        everywhere = {reference for part in one.parts for reference in part.answers}
        rows = []
        for place, part in enumerate(parts):
            if place not in places or not passages:
                continue  # nobody judged what is read there
            own = [p for p, at in zip(one.parts, places, strict=True) if at == place]
            answers = {reference for p in own for reference in p.answers}
            first = {reference for p in own for reference in p.answers[:1]}
            case = self._relevance.cases.of_part(read, part)
            seen = self._relevance.features.named(case, [*passages, *beside])
            names = names or tuple(seen[0])
            for reference, values in zip(references, seen, strict=True):
                rows.append(
                    Row(
                        writer,
                        number,
                        understood.lang,
                        place,
                        reference,
                        tuple(values.values()),
                        reference in answers,
                        reference in first,
                        reference in everywhere and reference not in answers,
                        reference in one.fine,
                        not reference,
                    )
                )
        return names, rows


def fit(
    names: tuple[str, ...], rows: Sequence[Row], settings: RelevanceFitting, checked: str = ""
) -> Trees:
    """The trees that the rows make."""
    wanted = np.array([1.0 if r.answers else settings.fine * r.fine for r in rows])
    weights = np.array(
        [settings.other if r.other else settings.unseen if r.unseen else 1.0 for r in rows]
    )
    return grow(names, matrix(rows), wanted, weights, settings, checked)


def matrix(rows: Iterable[Row]) -> Matrix:
    """What is seen, one row each."""
    return np.array([row.seen for row in rows], np.float32)


def checksum(judged: dict[str, tuple[Judgement, ...]], settings: RelevanceFitting) -> str:
    """Tells whether trees are those of these judgements, features and settings (SHA-256)."""
    told = {file: [one.model_dump() for one in every] for file, every in judged.items()}
    content = json.dumps([RELEVANCE_VERSION, settings.model_dump(), told], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _place(asked: str, parts: Sequence[str]) -> int:
    """The part, as it is understood, that has most of the words of what somebody judged."""
    own = _words(asked)
    return max(range(len(parts)), key=lambda at: (len(own & _words(parts[at])), -at))


def _words(text: str) -> frozenset[str]:
    return frozenset(_folded(text))


def _folded(text: str) -> Iterator[str]:
    yield from (folded(word) for word in tokens(text))
