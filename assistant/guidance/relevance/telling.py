"""What is told to who asks for guidance: the statements that belong, the best first, for each part
of a question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import AnswerStatus
from assistant.extracting.answer_type import holds
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.concluding import conclusion, in_order, introduction, measured
from assistant.guidance.fiches import FUNDING, ORGANISATION, Fiches
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.limits import Dimension, quantities
from assistant.guidance.relevance.relevance import Judged, Relevance
from assistant.guidance.relevance.settings import TellingSettings
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.repeating import overlap
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import HELP
from assistant.guidance.sought import OTHER_KINDS
from assistant.guidance.wanting import ARRANGE, START
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import answer_kind
from indexing.passage import Passage


class RelevantAdvice:
    """Tells the relevant statements of one index. Safe for several threads.

    Only who tells of themselves, or surely asks for guidance, is answered so: what a text says on
    something is looked up in it.
    """

    def __init__(
        self,
        fiches: Fiches,
        relevance: Relevance,
        statements: StatementReader,
        hearing: Hearing,
        settings: TellingSettings,
    ) -> None:
        self._fiches = fiches
        self._relevance = relevance
        self._statements = statements
        self._hearing = hearing
        self._settings = settings

    def revised(
        self, advice: Advice, understood: Understanding, scope: Scope, today: date
    ) -> Advice:
        """Advice without the statements that hardly belong to any part of the question."""
        other = HELP in scope.requests or understood.kind in OTHER_KINDS or scope.incoming
        if other or advice.choices or advice.status.refused or not self._seeks(understood):
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
            if any(stays(group[0]) for group in block)
            for place, group in enumerate(block)
            if not place or stays(group[0])
            for line in group
        )
        return replace(advice, lines=kept) if any(map(_tells, kept)) else advice

    def _framed(self, understood: Understanding, scope: Scope) -> bool:
        """Whether it asks for all that comes with a plan, or only tells one: then each need has its
        step."""
        needs = self._hearing.heard(understood, scope).needs
        return not needs or bool({ARRANGE, START} & {*needs})

    def told(
        self, understood: Understanding, scope: Scope, part: str, today: date
    ) -> Advice | None:
        """What an adviser would tell to one part of a question; None where nothing likely belongs.
        Where what belongs says that it is not known, it is partly answered."""
        if not self._seeks(understood) or not understood.stands_alone or understood.pointers:
            return None
        if scope.incoming or {ARRANGE, START} & {*self._hearing.heard(understood, scope).needs}:
            return None
        read = self._relevance.read(understood, scope, today)
        case = self._relevance.cases.of_part(read, part)
        judged = [
            one
            for one in self._relevance.judged(read, part)
            if not self._relevance.cases.on_other_formality(one.passage, case)
        ]
        chosen = list(self._chosen(judged))
        kind = answer_kind(part)
        if kind.numeric and not any(holds(kind, one.passage.text) for one in chosen):
            return None
        if not chosen:
            return None
        sought = replace(read.whole.sought, asked=part)
        lines = self._concluded([one.passage for one in chosen], sought)
        known = not all(self._unknown(one.passage) for one in chosen)
        status = AnswerStatus.ANSWERED if known else AnswerStatus.PARTLY_ANSWERED
        return Advice(status, lines)

    def _chosen(self, judged: Sequence[Judged]) -> Iterator[Judged]:
        """The few that are told of a part, the best first, no two of which say the same."""
        settings = self._settings
        told = [one for one in judged if self._statements.traits(one.passage).kind != ORGANISATION]
        least = settings.first
        said: list[frozenset[str]] = []
        for one in told:
            if one.probability < least or len(said) == settings.most:
                return
            traits = self._statements.traits(one.passage)
            if said and traits.unknown:
                continue  # that something is not known is told where nothing is
            if not said and traits.unknown:
                yield one
                return
            if any(overlap(traits.terms, other) > settings.same for other in said):
                continue
            said.append(traits.terms)
            least = max(settings.others, settings.share * told[0].probability)
            yield one

    def _may_belong(self, line: Line, likely: dict[str, float]) -> bool:
        """Whether a line of advice stays: what says nothing, whom to turn to, grants, whose limits
        were read, and what may belong."""
        if not _tells(line):
            return True
        return any(
            likely[said.passage.id] >= self._settings.kept
            or self._statements.traits(said.passage).kind == FUNDING
            for said in line.statements
        )

    def _names(self, line: Line, names: Collection[str]) -> bool:
        """Whether a line tells of something that the question names."""
        said = (self._statements.traits(one.passage).terms for one in line.statements)
        return any(not terms.isdisjoint(names) for terms in said)

    def _seeks(self, understood: Understanding) -> bool:
        """Whether somebody asks for themselves, or surely for guidance."""
        return tells(understood) or self._hearing.surely_needs(understood)

    def _unknown(self, passage: Passage) -> bool:
        return self._statements.traits(passage).unknown

    def _concluded(self, passages: Sequence[Passage], sought: Sought) -> tuple[Line, ...]:
        """A line for each statement, with the yes, the no or the "it depends" that they give, and
        how what is told in numbers lies to their limits."""
        scope, lang, numbers = sought.scope, sought.lang, quantities(sought.text)
        needs = list(dict.fromkeys(key for one in passages for key in self._needs_of(one)))
        verdicts = {
            key: verdict
            for key in needs
            if (
                verdict := conclusion(
                    sought.asked,
                    key,
                    [one for one in passages if key in self._needs_of(one)],
                    scope,
                    lang,
                    numbers,
                )
            )
        }
        lines: list[Line] = []
        settled: set[Dimension] = set()
        for line in self._lines(in_order(passages, numbers, answers=bool(verdicts)), lang):
            own = [key for key in self._needs_of(line.statements[0].passage) if key in verdicts]
            if own and not line.lead:
                line = replace(line, lead=f"**{verdicts[own[0]]}**")
                verdicts.clear()
            if not lines and self._statements.traits(line.statements[0].passage).kind == FUNDING:
                lines += introduction([line], scope, sought.asked, lang, plainly=False)
            lines.append(line)
            if compared := measured(line.text, numbers, lang, settled):
                lines.append(Line(compared))
        return tuple(lines)

    def _needs_of(self, passage: Passage) -> list[str]:
        return sorted(self._statements.traits(passage).needs)

    def _lines(self, passages: Iterable[Passage], lang: str) -> tuple[Line, ...]:
        """A line for each statement; those of one grant together, under its name."""
        lines: list[Line] = []
        grants: dict[str, int] = {}
        for passage in passages:
            traits = self._statements.traits(passage)
            said = whole(passage)
            if traits.pair in grants:
                known = lines[grants[traits.pair]]
                lines[grants[traits.pair]] = replace(known, statements=(*known.statements, said))
                continue
            lead = ""
            if traits.kind == FUNDING:
                grants[traits.pair] = len(lines)
                lead = say("need", lang, title=self._fiches.source(traits.pair, lang).title)
            lines.append(Line(lead, (said,), missing=traits.unknown))
        return tuple(lines)


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


def _blocks(lines: Iterable[Line]) -> list[list[list[Line]]]:
    """The groups of lines that stand under the same words of ours: these go with the first, and are
    said as long as anything under them is."""
    blocks: list[list[list[Line]]] = []
    for group in _grouped(lines):
        under = blocks and _tells(blocks[-1][0][0]) and _tells(group[0]) and not group[0].lead
        if under:
            blocks[-1].append(group)
        else:
            blocks.append([group])
    return blocks


def _parts(understood: Understanding) -> list[str]:
    return [part.text for part in understood.parts] if len(understood.parts) > 1 else [""]
