"""Which rule a part of a question is on, and what it asks of it: "do we need a visa, and how long
does that take"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guidance.needs import Needs
from assistant.guidance.relevance.aspects import GENERAL, Aspect, aspect_of
from assistant.guidance.relevance.case import Case
from assistant.guidance.wanting import COMBINING, FRAMING, GRANTS, MATTERS
from assistant.guidance.words import pattern
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere

_SURE = 0.5  # probability from which a part is on a rule that none of its words tell
_FEW = 1  # content word of its own up to which a part that points elsewhere is on what that is
_OF_PEOPLE = ("papers", "visa")  # papers for people are what that rule is about
_BENEFIT, _INSURED = "arts-work", "social-security"
_PLACE = pattern("daar; ginder; ginds; there; over there; aldaar")


@dataclass(frozen=True, slots=True)
class Matter:
    """The ``needs`` that a part is on, empty where it is on no rule; ``leaning`` tells that another
    part, or what is told before, names them, ``aspect`` what it asks of them; ``text`` is the part
    with the one that it leans on."""

    needs: frozenset[str] = frozenset()
    leaning: bool = False
    aspect: Aspect | None = None
    text: str = ""


def matter(parts: Sequence[Part], cases: Sequence[Case], at: int, needs: Needs) -> Matter:
    """The matter of the part ``at`` a place (from 0), as words of it tell; else that which it leans
    on, of the nearest part that names one, or told before the questions."""
    part, case = parts[at], cases[at]
    aspect = aspect_of(part)
    if aspect is not None and aspect.key == _OF_PEOPLE[0] and _named(case) == _OF_PEOPLE[1]:
        aspect = None
    if own := _named(case):
        return Matter(frozenset({own}), False, aspect, part.asked)
    others = case.listed - {*FRAMING} - ({GRANTS} if aspect and aspect.returns else set())
    likely = _likely(case)
    if others or not leans(part) or (likely and not points_elsewhere(part.asked)):
        return Matter(likely, False, aspect, part.asked)
    told = frozenset({*needs.asked(f"{part.told} {part.setting} {part.text}")} & {*MATTERS})
    if aspect is not None and aspect.overall:
        return Matter(_overall(cases[:at], told), True, aspect, part.asked)
    for before, earlier in zip(reversed(parts[:at]), reversed(cases[:at]), strict=True):
        own = _named(earlier)
        if not own and leans(before) and not earlier.listed - {*FRAMING}:
            continue
        found = frozenset({own}) if own else _likely(earlier)
        return Matter(found, bool(found), aspect, f"{before.asked} {part.asked}")
    return Matter(told, True, aspect, part.asked) if len(told) == 1 else Matter()


def _overall(before: Sequence[Case], told: frozenset[str]) -> frozenset[str]:
    """The rules that parts before one are on, else those told of; none where one asks for grants:
    whether these can still be had is told of them."""
    if any(GRANTS in one.listed for one in before):
        return frozenset()
    return frozenset(key for one in before for key in one.listed & {*MATTERS}) or told


def leans(part: Part) -> bool:
    """Whether a part that names no rule is on one that is named elsewhere: it points there, or says
    no more than what it asks of it."""
    aspect = aspect_of(part)
    if aspect is not None and aspect.overall:
        return True
    bare = _PLACE.sub(" ", part.asked)
    rest = GENERAL.sub(" ", aspect.asked.sub(" ", bare) if aspect else bare)
    if points_elsewhere(bare):
        return content_size(rest) <= _FEW
    return not content_size(rest)


def _named(case: Case) -> str:
    """The one rule that words of a part tell; empty without one, and where it is likelier asked
    for grants."""
    named = case.listed & {*MATTERS}
    if _BENEFIT in named:
        named -= {_INSURED}  # "report it to the RVA"
    if len(named) != 1:
        return ""
    own = next(iter(named))
    if own == COMBINING:
        return own  # of grants, and asks for none
    grants = GRANTS in case.listed and case.part_needs.get(GRANTS, 0.0) > case.part_needs.get(
        own, 0
    )
    return "" if grants else own


def _likely(case: Case) -> frozenset[str]:
    """The rule that a part is likely on though its words tell none, and no grant."""
    if case.listed - {*FRAMING}:
        return frozenset()
    best = max(case.part_needs, key=lambda key: case.part_needs[key], default="")
    return frozenset({best} if best in MATTERS and case.part_needs[best] >= _SURE else ())
