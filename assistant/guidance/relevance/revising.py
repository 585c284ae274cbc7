"""Advice without what hardly belongs to any part of the question."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from assistant.guidance.advice import Advice, Line
from assistant.guidance.fiches import FUNDING
from assistant.guidance.hearing import Hearing
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.relevance.settings import TellingSettings
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import HELP
from assistant.guidance.sought import OTHER_KINDS
from assistant.guidance.wanting import ARRANGE, START
from assistant.understanding import Understanding
from indexing.passage import Passage


class Revising:
    """Revises advice from the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        relevance: Relevance,
        statements: StatementReader,
        hearing: Hearing,
        settings: TellingSettings,
    ) -> None:
        self._relevance = relevance
        self._statements = statements
        self._hearing = hearing
        self._settings = settings

    def revised(
        self, advice: Advice, understood: Understanding, scope: Scope, today: date
    ) -> Advice:
        """Advice without the statements that hardly belong to any part of the question."""
        other = HELP in scope.requests or understood.kind in OTHER_KINDS or scope.incoming
        if other or advice.choices or advice.status.refused or not self._hearing.seeks(understood):
            return advice
        if not understood.stands_alone or understood.pointers or self._framed(understood, scope):
            return advice
        read = self._relevance.read(understood, scope, today)
        own = {said.passage.id: said.passage for line in advice.lines for said in line.statements}
        likely: dict[str, float] = {}
        for part in _parts(understood):
            for one in self._relevance.judged(read, part, own.values()):
                likely[one.passage.id] = max(likely.get(one.passage.id, 0.0), one.probability)
        names = read.whole.names.keys()

        def stays(line: Line) -> bool:
            return self._may_belong(line, likely) or self._names(line, names)

        kept = tuple(
            line
            for block in _blocks(advice.lines)
            if any(stays(group[0]) for group in _telling(block))
            for place, group in enumerate(block)
            if not place or group[0].among or stays(group[0])
            for line in group
        )
        return replace(advice, lines=kept) if any(map(_tells, kept)) else advice

    def _framed(self, understood: Understanding, scope: Scope) -> bool:
        """Whether it asks for all that comes with a plan, or only tells one: then each need has its
        step."""
        needs = self._hearing.heard(understood, scope).needs
        return not needs or bool({ARRANGE, START} & {*needs})

    def _may_belong(self, line: Line, likely: dict[str, float]) -> bool:
        """Whether a line of advice stays: what says nothing, whom to turn to, grants, whose limits
        were read, and what may belong."""
        if not _tells(line):
            return True
        return any(
            likely[said.passage.id] >= self._settings.kept or self._is_grant(said.passage)
            for said in line.statements
        )

    def _names(self, line: Line, names: Collection[str]) -> bool:
        """Whether a line tells of something that the question names."""
        said = (self._statements.traits(one.passage).terms for one in line.statements)
        return any(not terms.isdisjoint(names) for terms in said)

    def _is_grant(self, passage: Passage) -> bool:
        return self._statements.traits(passage).kind == FUNDING


def _grouped(lines: Iterable[Line]) -> list[list[Line]]:
    """Each line with those behind it that only say something about it."""
    groups: list[list[Line]] = []
    for line in lines:
        about = not (line.statements or line.contact or line.missing)
        if about and groups and _tells(groups[-1][0]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _tells(line: Line) -> bool:
    return bool(line.statements) and not line.contact


def _telling(block: list[list[Line]]) -> list[list[Line]]:
    """The groups that tell something; all where none does."""
    return [group for group in block if _tells(group[0])] or block


def _blocks(lines: Iterable[Line]) -> list[list[list[Line]]]:
    """The groups of lines that stand under the same words of ours: these go with the first, and are
    said as long as anything under them is. What is told country by country is told of all."""
    blocks: list[list[list[Line]]] = []
    for group in _grouped(lines):
        before = blocks[-1][0][0] if blocks else Line()
        beside = bool(group[0].among) and group[0].among == before.among
        under = _tells(before) and _tells(group[0]) and not (group[0].lead or group[0].among)
        if under or beside:
            blocks[-1].append(group)
        else:
            blocks.append([group])
    return blocks


def _parts(understood: Understanding) -> list[str]:
    return [part.text for part in understood.parts] if len(understood.parts) > 1 else [""]
