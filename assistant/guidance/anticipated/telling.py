"""What the editors of the fiches anticipate that people ask, told in answers, in advice and near
refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from assistant.answer import AnswerStatus
from assistant.extracting.answer_type import holds
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.anticipated.matching import Alike
from assistant.guidance.anticipated.statements import AnticipatedStatements
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, PRACTICE, pair_of
from assistant.guidance.fitting import is_theirs
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.knowing import says_unknown
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES, HELP
from assistant.guidance.sought import OTHER_KINDS, one_thing, sought_of
from assistant.guidance.wanting import GRANTS
from assistant.guidance.wording import say
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.answer_kind import answer_kind
from indexing.passage import Passage

_OPEN = (AnswerKind.OPEN, AnswerKind.PROCEDURE)
_RESIDENCIES = "residencies"
_LOOKED_AT = 8  # statements, for a figure
_MOST_RULES = 2  # general ones, behind those of the country


class AnticipatedAdvice:
    """Answers, or helps to, where editors thought of such a question. Safe for several threads.

    Only who tells of themselves, or surely asks for guidance, is answered so: what a text says on
    something is looked up in it.
    """

    def __init__(
        self, statements: AnticipatedStatements, hearing: Hearing, contacting: Contacting
    ) -> None:
        self._statements = statements
        self._hearing = hearing
        self._contacting = contacting
        self._fiches = statements.fiches
        self._settings = statements.settings

    def beside(
        self, advice: Advice, understood: Understanding, scope: Scope, today: date
    ) -> Advice:
        """Advice on a plan with what is anticipated told first, and without rules that are about
        something else."""
        other = HELP in scope.requests or understood.kind in OTHER_KINDS or scope.incoming
        among = {line.among for line in advice.lines if line.among}
        if other or not self._hearing.seeks(understood) or advice.choices or advice.status.refused:
            return advice
        heard = self._hearing.heard(understood, scope)
        anticipated = tuple(
            one
            for one in self._anticipated(understood, heard.scope, today)
            if not self._of_other_need(one, heard.needs, scope)
            and (not among or self._of_rule(one, among))
        )
        if not anticipated:
            return advice
        text, lang = _text(understood), understood.lang
        least = self._settings.noise * max(one.likeness for one in anticipated)
        own = {one.passage.document for one in anticipated}
        kept = tuple(
            line
            for line in advice.lines
            if any(
                said.passage.document in own or is_theirs(said.passage.annotation, heard.scope)
                for said in line.statements
            )
            or not self._aside(line, text, lang, least)
        )
        told = self._joined(self._lines(anticipated, lang), replace(advice, lines=kept))
        known = any(self._says(said.passage) for line in told.lines for said in line.statements)
        return told if known else replace(told, status=AnswerStatus.NOT_IN_CORPUS)

    def surely(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """What is anticipated of the very question that somebody asks of themselves, if it is open
        and about one thing."""
        several = len(understood.parts) > 1 or len(scope.countries) > 1
        if not tells(understood) or understood.kind not in _OPEN or several:
            return None
        anticipated = self._anticipated(understood, scope, today)
        if not anticipated or anticipated[0].clear < self._settings.surest:
            return None
        if says_unknown(anticipated[0].passage):
            return None
        return Advice(AnswerStatus.ANSWERED, self._lines(anticipated, understood.lang))

    def at_last(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """What is anticipated, with whom to turn to, for a question that nothing else answers; not
        for a name or a place, and for a figure only what holds one of that kind."""
        if not tells(understood) or one_thing(understood):
            return None
        anticipated = self._anticipated(understood, scope, today)
        kind = understood.kind
        if kind.numeric and anticipated and not holds(kind, anticipated[0].passage.text):
            return None
        if not anticipated or anticipated[0].clear < self._settings.sure:
            return None
        if any(says_unknown(one.passage) for one in anticipated):
            return None  # the fiche says that it does not know this
        sought = sought_of(understood, scope, today)
        needs = self._hearing.heard(understood, scope).needs
        return Advice(
            AnswerStatus.ANSWERED,
            (
                *self._lines(anticipated, understood.lang),
                *self._contacting.lines(needs, sought),
                *self._contacting.elsewhere(sought),
            ),
        )

    def near(self, understood: Understanding, scope: Scope, today: date) -> tuple[Line, ...]:
        """What is anticipated of a question that is refused; where that is not known, just that."""
        anticipated = self._anticipated(understood, scope, today)
        if not anticipated:
            return ()
        admitted = says_unknown(anticipated[0].passage)
        clearly = anticipated[0].clear >= self._settings.sure and not admitted
        if not (clearly or self._hearing.seeks(understood)):
            return ()
        return self._lines(anticipated[:1] if admitted else anticipated, understood.lang)

    def of_part(
        self, understood: Understanding, scope: Scope, part: str, today: date
    ) -> Advice | None:
        """What is anticipated of one part of a question, as it stands there; of a figure what holds
        one of that kind."""
        if not self._hearing.seeks(understood) or not understood.stands_alone:
            return None
        sought = sought_of(understood, scope, today)
        told = self._statements.told(_text(understood), sought, [part])
        kind = answer_kind(part)
        if kind.numeric and told:
            near = islice(self._statements.fitting(_text(understood), sought, part), _LOOKED_AT)
            least = self._settings.noise * told[0].likeness
            told = tuple(
                one for one in near if one.likeness >= least and holds(kind, one.passage.text)
            )[:2]
        return Advice(AnswerStatus.ANSWERED, self._lines(told, understood.lang)) if told else None

    def _anticipated(
        self, understood: Understanding, scope: Scope, today: date
    ) -> tuple[Alike, ...]:
        if understood.pointers or not understood.stands_alone:
            return ()
        several = len(understood.parts) > 1
        parts = [part.text for part in understood.parts] if several else []
        sought = sought_of(understood, scope, today)
        return self._statements.told(_text(understood), sought, parts)

    def _of_rule(self, one: Alike, needs: Iterable[str]) -> bool:
        """Whether a statement stands in a fiche on practice that is on one of these needs."""
        source = self._fiches.source(one.pair, one.passage.language)
        return source.kind == PRACTICE and not {*needs}.isdisjoint(source.topics)

    def _of_other_need(self, one: Alike, needs: Sequence[str], scope: Scope) -> bool:
        """Whether a statement stands in a country's part on a need that is not among ``needs`` (who
        asks for money for a residency has found one). Where nothing but formalities are asked for,
        a rule on other formalities is of another need, too, and so is a scheme that nobody named
        when no plan was told: how one applies for an A1 is not how one applies for a grant."""
        source = self._fiches.source(one.pair, one.passage.language)
        kind = source.kind
        if needs and set(needs) <= set(FORMALITIES):
            if kind == FUNDING:
                return not (scope.disciplines or scope.doing or one.pair in scope.named)
            held = set(FORMALITIES) & set(source.topics)
            if kind == PRACTICE and held and not held & set(needs):
                return True
        section = self._fiches.section(one.passage)
        asked = set(needs) - ({_RESIDENCIES} if GRANTS in needs else set())
        return kind == COUNTRY and section in load_needs().needs and section not in asked

    def _joined(self, lines: tuple[Line, ...], advice: Advice) -> Advice:
        """What is anticipated before the rest of the advice, behind what that begins with (a
        conclusion, the first grant); general rules behind those of the country."""
        contacts = [at for at, one in enumerate(advice.lines) if self._of_kind(one, ORGANISATION)]
        before = advice.lines[: contacts[0]] if contacts else advice.lines
        own = [at for at, line in enumerate(before) if self._of_kind(line, COUNTRY)]
        stated = next((at for at, line in enumerate(before) if line.statements), len(before))
        begins = stated + bool(before[stated:] and before[stated].lead)
        rules = [line for line in lines if own and self._of_kind(line, PRACTICE)]
        others = [line for line in lines if line not in rules]
        at = max(own, default=-1) + 1
        advice = _inserted(rules[:_MOST_RULES], advice, max(at, begins))
        return _inserted(others, advice, begins)

    def _of_kind(self, line: Line, kind: str) -> bool:
        return any(
            self._fiches.source(pair_of(said.passage), said.passage.language).kind == kind
            for said in line.statements
        )

    def _aside(self, line: Line, text: str, lang: str, least: float) -> bool:
        """Whether a line of advice tells a general rule on something else than what is asked."""
        return (
            not line.lead
            and self._of_kind(line, PRACTICE)
            and all(
                self._statements.likeness(said.passage, text, lang) < least
                for said in line.statements
            )
        )

    def _says(self, passage: Passage) -> bool:
        """Whether a statement tells more than whom to ask."""
        kind = self._fiches.source(pair_of(passage), passage.language).kind
        return kind != ORGANISATION and not says_unknown(passage)

    def _lines(self, anticipated: Iterable[Alike], lang: str) -> tuple[Line, ...]:
        """A line for each statement; those of one grant together, under its name."""
        lines: list[Line] = []
        grants: dict[str, int] = {}
        for number, one in enumerate(anticipated):
            if number and says_unknown(one.passage):
                continue  # that something is not known is told where nothing is
            said = whole(one.passage)
            if one.pair in grants:
                known = lines[grants[one.pair]]
                lines[grants[one.pair]] = replace(known, statements=(*known.statements, said))
                continue
            source = self._fiches.source(one.pair, lang)
            lead = ""
            if source.kind == FUNDING:
                grants[one.pair] = len(lines)
                lead = say("need", lang, title=source.title)
            lines.append(Line(lead, (said,)))
        return tuple(lines)


def _inserted(lines: list[Line], advice: Advice, at: int) -> Advice:
    """Advice with lines that it does not tell yet, before its ``at``-th."""
    told = {said.passage.id for line in advice.lines for said in line.statements}
    texts = {line.text for line in advice.lines}
    new = (
        line
        for line in lines
        if line.text not in texts and all(said.passage.id not in told for said in line.statements)
    )
    return replace(advice, lines=(*advice.lines[:at], *new, *advice.lines[at:]))


def _text(understood: Understanding) -> str:
    """The question, with what was told before it."""
    return f"{understood.told} {understood.text}".strip()
