"""How often an answer that was right alone stays right when the question is asked otherwise."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from evals.measures import faults
from evals.result import Result
from evals.robustness.frames import FrameList, Frames, load_frames
from evals.robustness.joining import (
    JOINS,
    half_known,
    joinable,
    pairs,
    pairs_of_country,
    place_once,
)
from evals.robustness.rewriting import REWRITES
from evals.robustness.settings import RobustnessSettings
from evals.run_folder import Run, write_json
from evals.running import run_suite
from evals.scoring import clusters
from evals.statistics import Difference, Estimate, estimate, paired_difference
from evals.suite import Item, Suite, suite_of
from evals.targets import Target

ALONE, CHANGED = "alone", "changed"
REPORT = "robustness.json"
HALF_KNOWN = "joined, one half not known"
_NEVER = ("smalltalk", "injection", "ambiguous")
_PARTLY = "partly-answered"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A changed question: ``item`` as it is asked, ``of`` the one or two questions it holds."""

    change: str
    item: Item
    of: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What one change does to answers.

    ``kept`` is the share of those right alone that stay right, ``difference`` what the change does
    to the share of right answers among all that were asked; ``lost`` the ids of changed questions
    that are no longer right.
    """

    change: str
    kept: Estimate
    difference: Difference
    lost: tuple[str, ...]


def cases(suite: Suite, which: FrameList, settings: RobustnessSettings) -> tuple[Case, ...]:
    """The questions of a suite, changed in every way; the same for the same settings.

    Follow-ups, small talk, orders and questions that are to be asked back are left out.
    """
    frames = load_frames(which)

    def order(item: Item) -> str:
        return hashlib.sha256(f"{settings.seed} {item.id}".encode()).hexdigest()

    usable = [item for item in suite.items if not item.history and item.kind not in _NEVER]
    found: list[Case] = []
    for change, rewrite in REWRITES.items():
        made: list[Case] = []
        for item in sorted(usable, key=order):
            text = rewrite(item, _of(frames, item), _chance(settings, change, item))
            if text != item.question and len(made) < settings.questions:
                made.append(Case(change, _asked(change, text, item), (item,)))
        found += made
    about = pairs(usable, settings.longest, order)
    within = pairs_of_country(usable, settings.longest, order)
    halves = half_known(usable, settings.longest, order)
    joins = [(name, join, within if join is place_once else about) for name, join in JOINS.items()]
    joins += [(HALF_KNOWN, JOINS["joined by and"], halves)]
    for change, join, paired in joins:
        made = []
        for pair in paired:
            chance = _chance(settings, change, pair[0])
            first, second = pair
            if (
                joinable(first, settings.longest)
                and join is not place_once
                and chance.random() < 0.5
            ):
                first, second = second, first
            text = join(first, second, _of(frames, first), chance)
            if text != first.question and len(made) < settings.questions:
                made.append(Case(change, _both(change, text, first, second), (first, second)))
        found += made
    return tuple(found)


def _of(frames: Mapping[str, Frames], item: Item) -> Frames:
    return frames[item.lang]


def _chance(settings: RobustnessSettings, change: str, item: Item) -> random.Random:
    return random.Random(f"{settings.seed} {change} {item.id}")  # noqa: S311 - repeatable, not secret


def _asked(change: str, text: str, item: Item) -> Item:
    return replace(item, id=f"{item.id}--{_slug(change)}", question=text, must=False)


def _both(change: str, text: str, first: Item, second: Item) -> Item:
    """One item that holds what both hold; what is not known of one half is judged apart."""
    return replace(
        first,
        id=f"{first.id}--{second.id}--{_slug(change)}",
        question=text,
        kind="multi-document",
        answerable=True,
        documents=tuple(dict.fromkeys((*first.documents, *second.documents))),
        nuggets=(*first.nuggets, *second.nuggets),
        pages={**second.pages, **first.pages},
        forbid=(*first.forbid, *second.forbid),
        notices=(),
        attribution=(),
        must=False,
    )


def _slug(change: str) -> str:
    return "-".join(change.replace(",", "").split())


def right(case: Case, result: Result) -> bool:
    """Whether every question that a changed one holds is answered as it should be: of one half
    that the documents do not answer it has to be said that they do not."""
    if result.error:
        return False
    known = [item for item in case.of if item.answerable]
    if len(case.of) > 1 and len(known) < len(case.of) and result.status != _PARTLY:
        return False
    if len(case.of) == 1:
        return not faults(case.of[0], result)
    return not any(faults(item, result) for item in known)


def measure(
    suite: Suite,
    target: Target,
    out: Path,
    which: FrameList,
    settings: RobustnessSettings,
    *,
    progress: Progress | None = None,
) -> tuple[Kept, ...]:
    """Asks every chosen question alone and changed; writes both runs and ``robustness.json``.

    Raises:
        RunError: a folder holds a run of something else.
    """
    made = cases(suite, which, settings)
    single = {item.id: item for case in made for item in case.of}
    todo = len(single) + len(made)

    def after(offset: int) -> Progress | None:
        return progress and (lambda done, _: progress(offset + done, todo))

    alone = run_suite(
        suite_of(list(single.values()), name=suite.name),
        target, out / ALONE, resume=False, progress=after(0),
    )  # fmt: skip
    changed = run_suite(
        suite_of([case.item for case in made], name=f"{suite.name}, {which.value} frames"),
        target, out / CHANGED, resume=False, progress=after(len(single)),
    )  # fmt: skip
    found = compared(made, _results(alone), _results(changed), settings.seed)
    write_json(out / REPORT, as_json(found, which, settings))
    return found


def _results(run: Run) -> dict[str, Result]:
    return {one.item.id: one.result for one in run.scored}


def compared(
    made: Sequence[Case], alone: Mapping[str, Result], changed: Mapping[str, Result], seed: int
) -> tuple[Kept, ...]:
    """What each change, and all together, did to the answers.

    ``alone`` are the results of the questions as they stand, ``changed`` those of the changed ones,
    by id.
    """
    scored = [
        (
            case,
            float(all(right(Case("", item, (item,)), alone[item.id]) for item in case.of)),
            float(right(case, changed[case.item.id])),
        )
        for case in made
    ]
    names = (*dict.fromkeys(case.change for case in made), "all")
    found = []
    for name in names:
        own = [one for one in scored if name in (one[0].change, "all")]
        kept = [one for one in own if one[1]]
        found.append(
            Kept(
                name,
                estimate(
                    [after for _, _, after in kept],
                    seed=seed,
                    clusters=clusters([case.of[0] for case, _, _ in kept]),
                ),
                paired_difference(
                    [before for _, before, _ in own],
                    [after for _, _, after in own],
                    seed=seed,
                    clusters=clusters([case.of[0] for case, _, _ in own]),
                ),
                tuple(case.item.id for case, before, after in own if before > after),
            )
        )
    return tuple(found)


def as_json(
    found: Sequence[Kept], which: FrameList, settings: RobustnessSettings
) -> dict[str, Any]:
    """The measurement for programs."""
    return {
        "frames": which.value,
        "settings": settings.model_dump(),
        "changes": [asdict(one) for one in found],
    }
