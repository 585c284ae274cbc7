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
    ("paid", "unpaid"),
    ("author", "translator"),
    ("supported", "unsupported"),
    ("non-classical", "classical"),
)
_STATUS: tuple[Who, ...] = ("self-employed", "employee", "hired")
_ELSEWHERE: Who = "hired"
_FRENCH: Who = "french-community"
# Only meant by who says so.
_BY_THEMSELVES: tuple[Who, ...] = ("minor", "hired", "translator", _FRENCH)
# Who is one of these is told nothing the sooner for it, and what is for the other not at all.
_NO_CLOSER: tuple[tuple[Who, ...], ...] = (
    ("author", "translator"),
    ("supported", "unsupported"),
    ("non-classical", "classical"),
)
# None of these is taken for granted; who tells nothing may be any.
_UNTOLD: tuple[Who, ...] = (*_STATUS, "solo", "group")
_UNPAID: Who = "unpaid"
_MINOR: Who = "minor"
_POSTED: Who = "posted"
_AMATEURS = frozenset({"amateur-arts"})  # none of them works unless they say so
_REMOTE: Doing = "remote"
_OFF_STAGE: Doing = "off-stage"
_COMBINE: Doing = "combine"
_ATTEND: Doing = "attend"
_SETTLE: Doing = "settle"
_INTO_DUTCH: Doing = "into-dutch"
# What one does with a book in another language as well as in Dutch.
_WITH_BOOKS: frozenset[Doing] = frozenset({"translate", "publish"})
# Nobody is sent who does one of these, nor who does nothing but learn or look.
_NOT_SENT: frozenset[Doing] = frozenset({_COMBINE, _ATTEND, _SETTLE})
_NO_WORK: frozenset[Doing] = frozenset({"study", _ATTEND})
# Where several countries are told, these are done in each of them.
_IN_EACH: frozenset[Doing] = frozenset({"perform", "tour", "teach"})
# What a statement names that is for just who does it.
_JUST: frozenset[Doing] = frozenset({_COMBINE, _ATTEND, _SETTLE, _REMOTE, "license", _INTO_DUTCH})
_ON_STAGE: frozenset[Doing] = frozenset({"perform", "tour"})
_BEFORE_PUBLIC: frozenset[Doing] = _ON_STAGE | {"showcase"}
# Disciplines that perform; what others do abroad is no performance.
_PERFORMING = frozenset({"music", "dance", "theatre", "circus", "amateur-arts", "performing-arts"})
# What is paid for rights, or made from home, and needs nobody to go.
_FROM_HOME: frozenset[Doing] = frozenset({"publish", "translate", "sell", "create"})
# Work that somebody does without performing, whatever their discipline.
_NO_PERFORMANCE: frozenset[Doing] = frozenset(
    {"create", "reside", "teach", "study", "network", "exhibit", "publish", "translate"}
)
_SHOWN = frozenset({"film", "games"})
# What goes with any plan and is none by itself.
_ONLY_WHO_SAYS_SO: frozenset[Doing] = frozenset(
    {_REMOTE, "license", _COMBINE, _ATTEND, _SETTLE, _INTO_DUTCH}
)
# Pay for these is no pay for a performance.
_PAID_OTHERWISE: frozenset[Doing] = frozenset({_REMOTE, "license"})
_NO_PLAN: frozenset[Doing] = frozenset(
    {_REMOTE, _OFF_STAGE, "transport", "license", _COMBINE, _ATTEND, _INTO_DUTCH}
)
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
    "co-produce": ("perform", "create"),
    "fair": ("sell",),
}
# What a discipline does that does not say what it is going to do.
_USUAL: dict[str, Doing] = {
    "literature": "publish",
    "film": "film",
    "games": "exhibit",
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
    """Whether a statement holds in a country, or a part of the world, that is asked for, or for
    guests in one that they come from; all do where none is told."""
    codes = scope.visitors if scope.incoming else scope.reach
    if not said.places or not codes:
        return True
    return any(_is_held_in(code, said.places) for code in codes)


def _is_held_in(code: str, places: Iterable[str]) -> bool:
    """Whether a country lies in one of the places, or outside each of those that it may not."""
    every = tuple(places)
    beyond = [place.removeprefix(OUTSIDE) for place in every if place.startswith(OUTSIDE)]
    inside = [place for place in every if not place.startswith(OUTSIDE)]
    return any(_lies_in(code, place) for place in inside) or (
        bool(beyond) and not any(_lies_in(code, place) for place in beyond)
    )


def _lies_in(code: str, place: str) -> bool:
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
    told = _doing(scope)
    does = told or (set(usual(own)) if own else set())
    if _ONLY_WHO_SAYS_SO & {*said.doing} and not set(said.doing) & does:
        return False
    if said.doing and set(said.doing) <= _WITH_BOOKS and _INTO_DUTCH in scope.doing:
        return False
    if _OFF_STAGE in said.doing:
        return _is_off_stage(said, scope, own)
    if said.doing and set(said.doing) <= _BEFORE_PUBLIC and _is_no_performance(said, scope):
        return False
    planned = plans(scope)
    if said.doing and not planned and _REMOTE in scope.doing:
        return bool({_REMOTE, "create"} & {*said.doing})
    if said.doing and not planned and _ATTEND in scope.doing:
        return _ATTEND in said.doing
    return not (said.doing and planned) or bool(set(said.doing) & (_alike(planned, strict) | told))


def _is_no_performance(said: Annotation, scope: Scope) -> bool:
    """Whether who asks says that they do not perform, or is paid for what is no performance: rights
    in a work are another pay, but come with its performance."""
    if _OFF_STAGE in scope.doing:
        return True
    paid_otherwise = _PAID_OTHERWISE if "paid" in said.who else {_REMOTE}
    return bool(paid_otherwise & {*scope.doing}) and not _BEFORE_PUBLIC & {*scope.doing}


def _is_off_stage(said: Annotation, scope: Scope, own: frozenset[str]) -> bool:
    """Whether a statement for those who work without performing is for who asks: who says so, does
    other work, or is of a discipline that does not perform."""
    if set(said.doing) & set(scope.doing):
        return True
    planned = plans(scope)
    if _lives_there(scope) or (_PAID_OTHERWISE & {*scope.doing} and planned <= _FROM_HOME):
        return False
    if _BEFORE_PUBLIC & {*said.doing}:  # for both
        return not (planned or _is_no_performance(said, scope))
    if len(said.doing) > 1:
        return bool(set(said.doing) & _alike(planned, strict=False))
    if planned & _BEFORE_PUBLIC:
        return bool(own) and not own & _PERFORMING
    return bool(planned & _NO_PERFORMANCE) or not own & _PERFORMING


def is_for_others(said: Annotation, scope: Scope) -> bool:
    """Whether a statement is kept for others by what who asks says of their work: who is not paid,
    does not perform, works from home or is hired there; what is said of pay, by their discipline
    too."""
    if _UNPAID in scope.who and not _is_one(said, scope):
        return True
    if said.doing and set(said.doing) <= _BEFORE_PUBLIC and _is_no_performance(said, scope):
        return True
    if _is_for_who_stays_here(said, scope):
        return True
    own = trades(scope.disciplines)
    if "paid" in said.who and said.trades and own and not trades(said.trades) & own:
        return True
    status = set(said.who) & set(_STATUS)
    return _ELSEWHERE in scope.who and bool(status) and _ELSEWHERE not in status


def _is_for_who_stays_here(said: Annotation, scope: Scope) -> bool:
    """Whether a statement is for people who are sent from here, or work from here, and who asks
    moves there, works there and here by turns, or does not work there at all; or for who works in
    one country alone."""
    if _POSTED in said.who and not is_sent(scope):
        return True
    if _ELSEWHERE in said.who and _by_turns(said, scope):
        return True
    status = set(said.who) & set(_STATUS)
    works_here = _OFF_STAGE in said.doing or (bool(status) and _ELSEWHERE not in status)
    return _lives_there(scope) and works_here and _SETTLE not in said.doing


def is_sent(scope: Scope) -> bool:
    """Whether who asks goes there from here for a time, as far as they tell: they neither move nor
    work there and here by turns, and do not only study or look around."""
    planned = plans(scope) | (set(scope.doing) & _NO_WORK)
    only_learns = bool(planned) and planned <= _NO_WORK and not _told(scope) & {*_STATUS}
    return not (set(scope.doing) & _NOT_SENT or only_learns)


def _lives_there(scope: Scope) -> bool:
    return _SETTLE in scope.doing


def is_of_work(said: Annotation, scope: Scope) -> bool:
    """Whether a statement says what holds for some work there, or for pay, and who asks does no
    work: on papers for people it is then not for them."""
    of_work = bool(said.doing) or "paid" in said.who
    return _ATTEND in scope.doing and of_work and _ATTEND not in said.doing


def goes_otherwise(said: Annotation, scope: Scope, going: bool, people: bool) -> bool:
    """Whether a statement on a need of who is ``going`` there, or of ``people`` who work there, is
    for others: who asks works from home, or does no work."""
    stays_home = going and stays(scope) and not for_who_stays(said)
    return stays_home or (people and is_of_work(said, scope))


def is_theirs(said: Annotation, scope: Scope) -> bool:
    """Whether a deciding statement is for just what who asks tells of themselves: hired there, sent
    by an employer, self-employed, not paid or a child; or for just how they work or are there: in
    several countries, from home, for rights, without working, or living there."""
    meant, who = set(said.who) & {*_STATUS, _UNPAID, _MINOR}, _told(scope)
    own = len(meant) == 1 and bool(meant & who) and not _by_turns(said, scope)
    just = _JUST - (_PAID_OTHERWISE if _BEFORE_PUBLIC & {*scope.doing} else set())
    how = bool(just & {*said.doing} & _doing(scope)) and meant <= {*scope.who}
    return said.key and (own or how)


def decides_for(said: Annotation, scope: Scope) -> bool:
    """Whether a yes or a no of a statement is that of who asks: it is for them, and they do what it
    speaks of."""
    return suits(said, scope) and not _by_turns(said, scope)


def _by_turns(said: Annotation, scope: Scope) -> bool:
    """Whether a statement is on who has one status in one country, and who asks works in several:
    then the rule on those decides."""
    of_status = bool({*_STATUS} & {*said.who}) and _COMBINE not in said.doing
    return of_status and _COMBINE in scope.doing


def _doing(scope: Scope) -> set[Doing]:
    """What somebody tells that they are going to do; who performs or teaches in several countries
    works in several."""
    found: set[Doing] = set(scope.doing)
    if len(scope.countries) > 1 and found & _IN_EACH:
        found.add(_COMBINE)
    return found


def closeness(said: Annotation, scope: Scope, disciplines: Iterable[str] = ()) -> float:
    """How much a fitting statement is for the very people who ask and what they do; negative when
    it is for people that they do not say to be (:class:`ClosenessSettings` has the range)."""
    own = trades(disciplines or scope.disciplines)
    score = _CLOSE.child * (_MINOR in said.who and _MINOR in scope.who)
    who = _told(scope)
    for side in SIDES:
        meant = set(said.who) & set(side)
        if meant & who:
            score += _CLOSE.told * (len(meant) == 1 and side not in _NO_CLOSER)
        elif len(meant) == 1 and (side[0] not in meant or side[0] in _UNTOLD):
            score -= _CLOSE.untold
    if said.trades and set(said.trades) <= _AMATEURS and not _AMATEURS & {*scope.disciplines}:
        score -= _CLOSE.untold  # who is one says so
    elif said.trades and own:
        score += _CLOSE.trade / len(trades(said.trades))
    if said.doing and scope.doing:
        planned = plans(scope) | set(scope.doing)
        score += _CLOSE.does if set(said.doing) & planned else _CLOSE.does_alike
    elif said.doing and own and not set(said.doing) & set(usual(own)):
        score -= _CLOSE.unusual
    return max(_CLOSE.least, min(_CLOSE.most, score))


def stays(scope: Scope) -> bool:
    """Whether who asks works for people abroad without going there."""
    return _REMOTE in scope.doing


def for_who_stays(said: Annotation) -> bool:
    """Whether a statement is for who does not go there."""
    return _REMOTE in said.doing


def plans(scope: Scope) -> set[Doing]:
    """What somebody is going to do there: those whose discipline shows its work show it where
    others perform, those on stage perform what was selected; that it is done from home or off stage
    is no plan, and that things are taken along is none by itself."""
    found: set[Doing] = set(scope.doing) - _NO_PLAN
    if found & _ON_STAGE and scope.disciplines and set(scope.disciplines) <= _SHOWN:
        found = (found - _ON_STAGE) | {"exhibit"}
    if "exhibit" in found and scope.disciplines and set(scope.disciplines) <= _PERFORMING:
        found = (found - {"exhibit"}) | {"perform"}  # a band that is selected
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
    if _UNPAID in scope.who and _UNPAID not in said.who and {*_STATUS, "paid"} & {*said.who}:
        return False
    for side in (*SIDES, (_MINOR,), (_FRENCH,)):
        only = [key for key in said.who if key in side]
        if len(only) == 1 and only[0] in _BY_THEMSELVES and only[0] not in scope.who:
            return False
    if _POSTED in said.who and not is_sent(scope):
        return False
    who = _told(scope)
    for side in SIDES:
        meant, told = set(said.who) & set(side), who & set(side)
        if meant and told and not meant & told:
            return False
    return True
