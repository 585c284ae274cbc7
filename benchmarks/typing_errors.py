"""What a typing error costs: questions as they stand, and with one realistic error each.

    python -m benchmarks.typing_errors SUITE --data DIR [--corpus DIR] [--without-fiches]

Takes answerable questions that stand alone, evenly from the whole suite, and puts one error of a
kind in each, in a word of at least five letters; the same seed makes the same errors. Prints per
kind how many were right without and with the error.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from corpus.vocabulary import Vocabulary
from evals.run_folder import Run
from evals.running import run_suite
from evals.suite import Item, load_suite, suite_of
from evals.targets import InProcess, Target
from indexing.tokenising import folded

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 5
_WORD = re.compile(r"[^\W\d_]+")


def neighbour(word: str, chance: random.Random) -> str:
    """The key beside the right one."""
    near = {
        key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
        for row in _ROWS
        for at, key in enumerate(row)
    }
    places = [at for at in range(1, len(word)) if near.get(word[at])]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(near[word[at]]) + word[at + 1 :]


def dropped(word: str, chance: random.Random) -> str:
    """A letter too few."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def doubled(word: str, chance: random.Random) -> str:
    """A letter twice."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def swapped(word: str, chance: random.Random) -> str:
    """Two letters that changed places."""
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def without_accents(word: str, chance: random.Random) -> str:
    """No diacritics; words with them first."""
    del chance
    return folded(word) if folded(word) != word.lower() else word


def sounds_alike(word: str, chance: random.Random) -> str:
    """Letters for the same sound: d and t at the end, ei and ij, c and k, ise and ize."""
    options = []
    for ours, theirs in (("ei", "ij"), ("ij", "ei"), ("au", "ou"), ("isation", "ization")):
        if ours in word:
            options.append(word.replace(ours, theirs, 1))
    for ours, theirs in (("dt", "d"), ("d", "t"), ("t", "d"), ("ible", "able"), ("ance", "ence")):
        if word.endswith(ours):
            options.append(word.removesuffix(ours) + theirs)
    return chance.choice(options) if options else word


def written_apart(word: str, chance: random.Random) -> str:
    """A Dutch compound in two words."""
    del chance
    vocabulary = Vocabulary.load()
    if not vocabulary.compound_parts(word):
        return word
    for cut in range(len(word) - 3, 3, -1):
        head, tail = word[:cut], word[cut:]
        if vocabulary.knows(tail, "nl") and vocabulary.knows(head.removesuffix("s"), "nl"):
            return f"{head} {tail}"
    return word


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "neighbouring key": neighbour,
    "letter dropped": dropped,
    "letter doubled": doubled,
    "letters swapped": swapped,
    "accents left out": without_accents,
    "sounds alike": sounds_alike,
    "written apart": written_apart,
    "written together": lambda word, chance: word,
}


def misspelled(question: str, kind: str, chance: random.Random) -> str:
    """``question`` with one error of ``kind``; as it was when it offers no place for one."""
    words = [match for match in _WORD.finditer(question) if len(match[0]) >= _SHORTEST]
    if kind == "written together":
        pairs = re.finditer(r"\b[^\W\d_]{4,} (?=[^\W\d_]{4,})", question)
        places = [match.end() - 1 for match in pairs]
        if not places:
            return question
        at = chance.choice(places)
        return question[:at] + question[at + 1 :]
    chance.shuffle(words)
    for match in words:
        wrong = KINDS[kind](match[0], chance)
        if wrong != match[0]:
            return question[: match.start()] + wrong + question[match.end() :]
    return question


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
