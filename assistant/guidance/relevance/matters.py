"""Which rule a part of a question is on, and what it asks of it: "do we need a visa, and how long
does that take"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guidance.needs import Needs
from assistant.guidance.relevance.aspects import GENERAL, Aspect, aspect_of
from assistant.guidance.relevance.case import Case
from assistant.guidance.wanting import COMBINING, FRAMING, GRANTS, MATTERS
from assistant.guidance.words import pattern
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere
from corpus.annotation import Doing

_SURE = 0.5  # probability from which a part is on a rule that none of its words tell
_FEW = 1  # content word of its own up to which a part that points elsewhere is on what that is
_OF_PEOPLE = ("papers", "visa")  # papers for people are what that rule is about
_BENEFIT, _INSURED = "arts-work", "social-security"
_HURT = frozenset({"health", "insurance"})  # who pays for who gets hurt
_PLACE = pattern("daar; ginder; ginds; there; over there; aldaar")
# The rules under which a country asks to be told of who comes to work there.
NOTICES = frozenset({"visa", "social-security"})
# The rules at a border, for people and for what they take along.
CROSSING = frozenset({"visa", "customs"})
_REPORT = "report"
_OF_MONEY = 0.7  # probability from which it is money, or goods, that are to be declared
# Rules that a plan brings with it, of a part that tells the plan and no rule.
_OF_PLANS: dict[Doing, frozenset[str]] = {"sell": frozenset({"vat", "customs"})}
# A person is no rule: "may he come along" leans on none.
_PERSON = pattern("hij; hem; he; him; she")
_MAY = re.compile(
    r"\W*(?:(?:en|and|of|or|dus|so)\s)?(?:mag|mogen|kan|kunnen|can|could|may|am\s(?:i\s)?allowed"
    r"|are\s(?:we|they)\sallowed)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s(?:ik|we|wij|hij|ze|zij|i|he|she|they)\b", re.IGNORECASE)
_COMES_ALONG = pattern(
    "mee; meekomen; meegaan; meereizen; meespelen; come along; come with; tag along; join us"
)
_GOES = pattern(
    "vertrekken; rijden; vliegen; binnen; binnenkomen; come over; drive; fly; travel; enter; cross;"
    " just go; just come"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """The ``needs`` that a part is on, empty where it is on no rule; ``leaning`` tells that another
    part, or what is told before, names them, ``aspect`` what it asks of them; ``text`` is the part
    with the one that it leans on. ``plans`` are what somebody is going to do that brings the rules
    with it: only what is said of that is on them."""

    needs: frozenset[str] = frozenset()
    leaning: bool = False
    aspect: Aspect | None = None
    text: str = ""
    plans: frozenset[Doing] = frozenset()


def matter(parts: Sequence[Part], cases: Sequence[Case], at: int, needs: Needs) -> Matter:
    """The matter of the part ``at`` a place (from 0), as words of it tell; else that which it leans
    on, of the nearest part that names one, or told before the questions."""
    part, case = parts[at], cases[at]
    aspect = aspect_of(part)
    own = _named(case)
    if aspect is not None and aspect.key == _OF_PEOPLE[0] and own == {_OF_PEOPLE[1]}:
        aspect = None
    if own:
        return Matter(own, False, aspect, part.asked)
    if brought := _brought(part, case, aspect):
        return brought
    others = case.listed - {*FRAMING} - ({GRANTS} if aspect and aspect.returns else set())
    likely = _likely(case)
    if others or not leans(part) or (likely and not points_elsewhere(part.asked)):
        if not others and _reports(aspect):
            return _notice(case, aspect, part)
        return Matter(likely, False, aspect, part.asked)
    told = frozenset({*needs.asked(f"{part.told} {part.setting} {part.text}")} & {*MATTERS})
    if aspect is not None and aspect.overall:
        return Matter(_overall(cases[:at], told), True, aspect, part.asked)
    for before, earlier in zip(reversed(parts[:at]), reversed(cases[:at]), strict=True):
        own = _named(earlier)
        if not own and leans(before) and not earlier.listed - {*FRAMING}:
            continue
        found = own or _likely(earlier)
        if found or not _reports(aspect):
            return Matter(found, bool(found), aspect, f"{before.asked} {part.asked}")
        break
    if len(told) == 1:
        return Matter(told, True, aspect, part.asked)
    return _notice(case, aspect, part) if _reports(aspect) else Matter()


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
    bare = _PERSON.sub(" ", _PLACE.sub(" ", part.asked))
    rest = GENERAL.sub(" ", aspect.asked.sub(" ", bare) if aspect else bare)
    if points_elsewhere(bare):
        return content_size(rest) <= _FEW
    return not content_size(rest)


def _reports(aspect: Aspect | None) -> bool:
    return aspect is not None and aspect.key == _REPORT


def _notice(case: Case, aspect: Aspect | None, part: Part) -> Matter:
    """The matter of a part that asks whether one has to report, and names nothing that is to be:
    oneself, unless it is likely on money or goods."""
    likely = _likely(case)
    sure = any(case.part_needs.get(key, 0.0) >= _OF_MONEY for key in likely - NOTICES)
    return Matter(likely if sure else NOTICES, False, aspect, part.asked)


def _brought(part: Part, case: Case, aspect: Aspect | None) -> Matter | None:
    """The matter that comes with what a part says that somebody is going to do, or with whether
    they may go at all; None where its words tell a need."""
    if case.listed - {*FRAMING} or _likely(case) or case.likely_grants:
        return None
    for plan, needs in _OF_PLANS.items():
        if plan in case.plans:
            return Matter(needs, False, aspect, part.asked, frozenset({plan}))
    if not (may := _MAY.match(part.asked)):
        return None
    if _COMES_ALONG.search(part.asked) and _SUBJECT.match(part.asked[may.end() :]):
        return Matter(frozenset({"visa"}), False, aspect, part.asked)
    if _COMES_ALONG.search(part.asked) or _GOES.search(part.asked):
        return Matter(CROSSING, False, aspect, part.asked)
    return None


def _named(case: Case) -> frozenset[str]:
    """The one rule that words of a part tell, or both that pay for who gets hurt; empty without
    one, and where it is likelier asked for grants."""
    named = case.listed & {*MATTERS}
    if _BENEFIT in named:
        named -= {_INSURED}  # "report it to the RVA"
    if len(named) != 1 and named != _HURT:
        return frozenset()
    if COMBINING in named:
        return named  # of grants, and asks for none
    likely = max(case.part_needs.get(key, 0.0) for key in named)
    grants = GRANTS in case.listed and case.part_needs.get(GRANTS, 0.0) > likely
    return frozenset() if grants and named != _HURT else named


def _likely(case: Case) -> frozenset[str]:
    """The rule that a part is likely on though its words tell none, and no grant."""
    if case.listed - {*FRAMING}:
        return frozenset()
    best = max(case.part_needs, key=lambda key: case.part_needs[key], default="")
    return frozenset({best} if best in MATTERS and case.part_needs[best] >= _SURE else ())
