"""Which statements are told to which of the parts of a question: to each its own best one, and
every other where it answers most."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.relevance import log_odds
from assistant.guidance.relevance.settings import TellingSettings
from assistant.guidance.repeating import overlap


@dataclass(frozen=True, slots=True)
class Share:
    """The statements that answer ``parts`` (places among all, from 0), the best first. More than
    one part where the same statement answers them."""

    parts: tuple[int, ...]
    told: tuple[Judged, ...]


def shared(
    judged: Sequence[Sequence[Judged]],
    may_be_first: Sequence[Sequence[Judged]],
    leaning: Collection[int],
    terms: Callable[[Judged], AbstractSet[str]],
    unknown: Callable[[Judged], bool],
    beside: Callable[[Judged, Judged], bool],
    settings: TellingSettings,
) -> tuple[Share, ...]:
    """What is told to each part of what was ``judged`` for it, the likeliest first, and of which
    some ``may_be_first``; no share for a part of which none may.

    The first statements are chosen for all parts at once, so that their log-odds together are
    highest: "how much tax, and is the hotel taxed" each get their own, though that on the hotel is
    the likeliest for both. One that answers another part better counts the less, and so does one
    for two parts, unless one of them is ``leaning`` on the other; a part may stay open. Every other
    statement goes to the part for which it is likeliest, where it may stand ``beside`` the first
    one there. What is ``unknown`` stands alone, and none says again (in ``terms``) what is told
    before it.
    """
    likely = [{one.passage.id: one.probability for one in every} for every in judged]
    first = _first(may_be_first, likely, leaning, terms, settings)
    parts_of: dict[str, list[int]] = {}
    for part, one in first.items():
        parts_of.setdefault(one.passage.id, []).append(part)
    said = {key: terms(first[parts[0]]) for key, parts in parts_of.items()}
    shares = []
    for key, parts in parts_of.items():
        best = first[parts[0]]
        told = [best]
        if not unknown(best):
            for one in _others(judged, parts, first, likely, settings):
                own = terms(one)
                # What a scheme says of its date has the words of what it says first, told before.
                before = (
                    [terms(other) for other in told] if {*parts} <= {*leaning} else said.values()
                )
                same = any(overlap(own, other) > settings.same for other in before)
                apart = unknown(one) or same or not beside(best, one)
                if len(told) == settings.most or apart:
                    continue
                told.append(one)
                said[f"{key}+{one.passage.id}"] = own
        shares.append(Share(tuple(parts), tuple(told)))
    return tuple(shares)


def _first(
    may_be_first: Sequence[Sequence[Judged]],
    likely: Sequence[Mapping[str, float]],
    leaning: Collection[int],
    terms: Callable[[Judged], AbstractSet[str]],
    settings: TellingSettings,
) -> dict[int, Judged]:
    """The first statement of each part that has one."""
    open_ = log_odds(settings.open)
    alike: dict[frozenset[str], bool] = {}

    def repeat(one: Judged, other: Judged) -> bool:
        ids = frozenset((one.passage.id, other.passage.id))
        if ids not in alike:
            alike[ids] = len(ids) == 1 or overlap(terms(one), terms(other)) > settings.same
        return alike[ids]

    def taken_from_another(one: Judged, chosen: Sequence[Judged | None]) -> float:
        """How much likelier a statement is for a part that it is not told to."""
        key = one.passage.id
        parts = [part for part, other in enumerate(chosen) if other and other.passage.id == key]
        best = max(log_odds(every.get(key, 0.0)) for every in likely)
        return best - max(log_odds(likely[part].get(key, 0.0)) for part in parts)

    def together(chosen: Sequence[Judged | None]) -> float:
        told = [one for one in chosen if one]
        again = sum(
            any(two and repeat(one, two) for two in chosen[:part])
            for part, one in enumerate(chosen)
            if one and part not in leaning
        )
        fit = sum(log_odds(one.probability) - taken_from_another(one, chosen) for one in told)
        return fit + open_ * (len(chosen) - len(told)) - settings.again * again

    # Of many parts fewer are weighed in turn: the choices are as many as their product.
    weighed = min(settings.weighed, int(settings.choices ** (1 / max(1, len(may_be_first)))) - 1)
    every = [[*part[:weighed], None] for part in may_be_first]
    best = max(product(*every), key=together)
    return {part: one for part, one in enumerate(best) if one}


def _others(
    judged: Sequence[Sequence[Judged]],
    parts: Iterable[int],
    first: Mapping[int, Judged],
    likely: Sequence[Mapping[str, float]],
    settings: TellingSettings,
) -> list[Judged]:
    """What may be told beside the first statement of parts, the likeliest first: what is likely for
    one of them, and not likelier for another part that is told something."""
    firsts = {one.passage.id for one in first.values()}
    found: dict[str, Judged] = {}
    for part in parts:
        least = max(settings.others, settings.share * first[part].probability)
        for one in judged[part]:
            key = one.passage.id
            if one.probability < least:
                break
            elsewhere = max((likely[other].get(key, 0.0) for other in first), default=0.0)
            if key not in firsts and elsewhere <= one.probability:
                found.setdefault(key, one)
    return sorted(found.values(), key=lambda one: -one.probability)
