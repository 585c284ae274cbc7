"""Whether what fiches say of a statement fits who asks, what they are going to do and where."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from assistant.guidance.scope import Scope
from assistant.guidance.settings import ClosenessSettings
from assistant.route_plan import load_plan
from corpus.annotation import OUTSIDE, PARTS, Annotation, Doing, Who

_CLOSE = ClosenessSettings()
_REMEMBERED = 1024  # sets of disciplines
# Of each of these somebody is one; the first is taken of who does not tell.
SIDES: tuple[tuple[Who, ...], ...] = (
    ("eu", "non-eu"),
    ("person", "organisation"),
    ("self-employed", "employee", "hired"),
    ("solo", "group"),
)
_STATUS: tuple[Who, ...] = ("self-employed", "employee", "hired")
_ELSEWHERE: Who = "hired"
_BY_THEMSELVES: tuple[Who, ...] = ("minor", "hired")  # only meant by who says so
# None of these is taken for granted; who tells nothing may be any.
_UNTOLD: tuple[Who, ...] = (*_STATUS, "solo", "group")
_MINOR: Who = "minor"
_AMATEURS = frozenset({"amateur-arts"})  # none of them works unless they say so
_REMOTE: Doing = "remote"
_ON_STAGE: frozenset[Doing] = frozenset({"perform", "tour"})
_SHOWN = frozenset({"film"})
# What is the same for those who do it, and what else may come with what somebody does.
_SAME: dict[Doing, tuple[Doing, ...]] = {
    "tour": ("perform",),
    "publish": ("translate",),
    "translate": ("publish",),
    "film": ("co-produce",),
}
_NOT_PAID_ALIKE: frozenset[Doing] = frozenset({"film"})  # not every film is a co-production
_WITH: dict[Doing, tuple[Doing, ...]] = {
    "perform": ("tour",),
    "showcase": ("perform", "network"),
    "reside": ("create",),
    "create": ("reside",),
    "film": ("create",),
    "teach": ("perform",),
}
# What a discipline does that does not say what it is going to do.
_USUAL: dict[str, Doing] = {
    "literature": "publish",
    "film": "film",
    "visual-arts": "exhibit",
    "design": "exhibit",
    "architecture": "exhibit",
    "heritage": "exhibit",
}


def usual(disciplines: Iterable[str]) -> tuple[Doing, ...]:
    """What people of these disciplines mostly do abroad, each once; who tells none performs."""
    return tuple(dict.fromkeys(_USUAL.get(key, "perform") for key in disciplines)) or ("perform",)


def trades(disciplines: Iterable[str]) -> frozenset[str]:
    """The disciplines, those that a wider one stands for among them."""
    return _trades(frozenset(disciplines))


@lru_cache(maxsize=_REMEMBERED)
def _trades(told: frozenset[str]) -> frozenset[str]:
    wider = load_plan().wider
    return told.union(*(wider.get(key, ()) for key in told))


def fits(
    said: Annotation, scope: Scope, disciplines: Iterable[str] = (), *, strict: bool = False
) -> bool:
    """Whether a statement holds for who asks, where they go; ``disciplines`` are theirs, or those
    of their words.

    What the question leaves open does not tell against it, but a child, or who is hired there, is
    only meant by who says so. ``strict`` takes the plan at its word, as whoever gives a grant does.
    """
    return holds_there(said, scope) and suits(said, scope, disciplines, strict=strict)


def holds_there(said: Annotation, scope: Scope) -> bool:
    """Whether a statement holds in a country, or a part of the world, that is asked for; all do
    where none is told, and for guests, who come here."""
    if not said.places or scope.incoming or not scope.reach:
        return True
    return any(_lies_in(code, place) for place in said.places for code in scope.reach)


def _lies_in(code: str, place: str) -> bool:
    if place.startswith(OUTSIDE):
        return not _lies_in(code, place.removeprefix(OUTSIDE))
    return code in load_plan().parts[PARTS[place]] if place in PARTS else code == place


def suits(
    said: Annotation, scope: Scope, disciplines: Iterable[str] = (), *, strict: bool = False
) -> bool:
    """Whether a statement is for who asks, as :func:`fits` does, wherever they go."""
    own = trades(disciplines or scope.disciplines)
    if said.trades and own and not trades(said.trades) & own:
        return False
    if said.who and not _is_one(said, scope):
        return False
    status = set(said.who) & set(_STATUS)
    if own == _AMATEURS and len(status) == 1 and not status & set(scope.who):
        return False
    if _REMOTE in said.doing and not set(said.doing) & set(scope.doing):
        return False
    planned = plans(scope)
    return not (said.doing and planned) or bool(
        set(said.doing) & (_alike(planned, strict) | set(scope.doing))
    )


def closeness(said: Annotation, scope: Scope, disciplines: Iterable[str] = ()) -> float:
    """How much a fitting statement is for the very people who ask and what they do; negative when
    it is for people that they do not say to be (:class:`ClosenessSettings` has the range)."""
    own = trades(disciplines or scope.disciplines)
    score = _CLOSE.child * (_MINOR in said.who and _MINOR in scope.who)
    who = _told(scope)
    for side in SIDES:
        meant = set(said.who) & set(side)
        if meant & who:
            score += _CLOSE.told * (len(meant) == 1)
        elif len(meant) == 1 and (side[0] not in meant or side[0] in _UNTOLD):
            score -= _CLOSE.untold
    if said.trades and own:
        score += _CLOSE.trade / len(trades(said.trades))
    if said.doing and scope.doing:
        planned = plans(scope) | set(scope.doing)
        score += _CLOSE.does if set(said.doing) & planned else _CLOSE.does_alike
    elif said.doing and own and not set(said.doing) & set(usual(own)):
        score -= _CLOSE.unusual
    return max(_CLOSE.least, min(_CLOSE.most, score))


def plans(scope: Scope) -> set[Doing]:
    """What somebody is going to do there: those whose discipline shows its work show it where
    others perform, and that somebody does it from home is no plan."""
    found: set[Doing] = set(scope.doing) - {_REMOTE}
    if found & _ON_STAGE and scope.disciplines and set(scope.disciplines) <= _SHOWN:
        found = (found - _ON_STAGE) | {"exhibit"}
    return found


def _alike(planned: set[Doing], strict: bool) -> set[Doing]:
    """What is ``planned``, with what may come with it unless that is ``strict``."""
    found = set(planned)
    for key in planned:
        if not (strict and key in _NOT_PAID_ALIKE):
            found.update(_SAME.get(key, ()))
    if not strict:
        for key in tuple(found):
            found.update(_WITH.get(key, ()))
    return found


def _told(scope: Scope) -> set[Who]:
    """What people tell that they are; who is hired there works for nobody here."""
    found = set(scope.who)
    return found - (set(_STATUS) - {_ELSEWHERE}) if _ELSEWHERE in found else found


def _is_one(said: Annotation, scope: Scope) -> bool:
    if len(said.who) == 1 and said.who[0] in _BY_THEMSELVES and said.who[0] not in scope.who:
        return False
    who = _told(scope)
    for side in SIDES:
        meant, told = set(said.who) & set(side), who & set(side)
        if meant and told and not meant & told:
            return False
    return True
