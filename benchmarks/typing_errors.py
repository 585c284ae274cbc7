"""What a typing error costs: questions as they stand, and with one realistic error each.

    python -m benchmarks.typing_errors SUITE --data DIR [--corpus DIR] [--without-fiches]

Takes answerable questions that stand alone, evenly from the whole suite, and puts one error of a
kind in each, in a word of at least five letters; the same seed makes the same errors. Prints per
kind how many were right without and with the error.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from evals.robustness.misspelling import KINDS, misspelled
from evals.run_folder import Run
from evals.running import run_suite
from evals.suite import Item, load_suite, suite_of
from evals.targets import InProcess, Target


def chosen(items: tuple[Item, ...], number: int, seed: int) -> list[tuple[str, Item, Item]]:
    """Kind, question and misspelled question, ``number`` of them, each kind as often as it goes."""
    chance = random.Random(seed)
    usable = [item for item in items if item.answerable and not item.history]
    chance.shuffle(usable)
    found: list[tuple[str, Item, Item]] = []
    kinds = list(KINDS)
    for item in usable:
        if len(found) == number:
            break
        for kind in kinds:
            wrong = misspelled(item.question, kind, chance)
            if wrong != item.question:
                found.append((kind, item, replace(item, question=wrong)))
                kinds.remove(kind)
                kinds.append(kind)
                break
    return found


def _right(run: Run) -> dict[str, float]:
    return {one.item.id: one.scores["correct"] or 0.0 for one in run.scored}


def _run(items: list[Item], target: Target, out: Path) -> dict[str, float]:
    return _right(run_suite(suite_of(items), target, out, resume=False))


def main() -> None:
    """Print the table."""
    from assistant.assembly import assemble
    from assistant.settings import WegwijsSettings
    from indexing.command_line import index_with_progress

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--without-fiches", action="store_true")
    parser.add_argument("--number", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    given = parser.parse_args()
    settings = WegwijsSettings(
        data=given.data, corpus=tuple(given.corpus), with_fiches=not given.without_fiches
    )
    index_with_progress(settings.indexing_settings, settings.corpus_settings, quiet=True)
    target = InProcess(assemble(settings))
    cases = chosen(load_suite(given.suite).items, given.number, given.seed)
    before = _run([item for _, item, _ in cases], target, given.data / "typing" / "plain")
    after = _run([wrong for _, _, wrong in cases], target, given.data / "typing" / "misspelled")
    target.close()
    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for kind, item, wrong in cases:
        rows[kind].append((before[item.id], after[item.id]))
        rows["all"].append((before[item.id], after[item.id]))
        if given.show and before[item.id] > after[item.id]:
            print(f"{kind}: {item.id}: {wrong.question}")
    print("| error | questions | right without | right with |\n|---|---:|---:|---:|")
    for kind in (*KINDS, "all"):
        pairs = rows[kind]
        plain, typed = (sum(values) for values in zip(*pairs, strict=True)) if pairs else (0, 0)
        print(f"| {kind} | {len(pairs)} | {plain:.0f} | {typed:.0f} |")


if __name__ == "__main__":
    main()
