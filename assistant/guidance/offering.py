"""Counter-questions and choices: the question again, with what it left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line
from assistant.guidance.wanting import GRANTS
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.route_plan import load_plan

_OFFERED = 4  # choices of a counter-question


def which_discipline(lang: str) -> Advice:
    """A counter-question to who tells neither a discipline nor a country."""
    choices = tuple(
        say("start-choice-discipline", lang, discipline=choice.name(lang))
        for choice in list(load_plan().disciplines.values())[: 2 * _OFFERED]
    )
    lines = (Line(say("start-neither", lang)),)
    return Advice(AnswerStatus.CLARIFICATION_WANTED, lines, choices)


def offer(needs: Sequence[str], sought: Sought) -> Iterator[Line]:
    """What to add to a question for grants that leaves the discipline open."""
    if list(needs) == [GRANTS] and not (sought.scope.disciplines or sought.scope.incoming):
        key = "grants-discipline" if sought.scope.countries else "grants-choice"
        yield Line(say(key, sought.lang))


def choices(
    needs: Sequence[str], sought: Sought, discipline: str, destination: str
) -> tuple[str, ...]:
    """The questions to go on with where the discipline or the destination (empty) is left open."""
    if list(needs) == [GRANTS] and not discipline and not sought.scope.incoming:
        return grant_questions(sought.lang)
    if not needs and not (discipline and destination) and not sought.scope.incoming:
        return start_questions(discipline, destination, sought.lang)
    return ()


def start_questions(discipline: str, destination: str, lang: str) -> tuple[str, ...]:
    """Where do I start, completed with a discipline or a destination that is missing (empty)."""
    plan = load_plan()
    pairs = [
        (discipline or key, destination or code)
        for key in ([discipline] if discipline else list(plan.disciplines))[:_OFFERED]
        for code in ([destination] if destination else list(plan.destinations))[:_OFFERED]
    ]
    return tuple(
        say(
            "start-choice",
            lang,
            discipline=plan.disciplines[key].name(lang),
            destination=plan.destinations[code].name(lang),
        )
        for key, code in pairs
    )


def grant_questions(lang: str) -> tuple[str, ...]:
    """Which grants there are, for some disciplines."""
    return tuple(
        say("grants-question", lang, discipline=choice.name(lang))
        for choice in list(load_plan().disciplines.values())[: _OFFERED + 1]
    )


def need_questions(
    key: str, name: str, lang: str, countries: Iterable[str] = ()
) -> tuple[str, ...]:
    """What is asked of a formality, for some destinations, those of ``countries`` (codes) if there
    are any; ``name`` is what it is called."""
    wording = "visa-question" if key == "visa" else "need-question"
    within = set(countries)
    offered = [
        one
        for code, one in load_plan().destinations.items()
        if (code in within if within else one.region != "home")
    ]
    return tuple(
        say(wording, lang, need=name, destination=choice.name(lang))
        for choice in offered[:_OFFERED]
    )
