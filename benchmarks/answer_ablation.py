"""What each ingredient of answering brings: everything on, against one ingredient off.

    python -m benchmarks.answer_ablation --out FOLDER [--corpus FOLDER] [--only WORDS]

Runs the development questions over the shipped fiches and, with a folder of publications, those
over the publications alone. Prints a Markdown table for each: right answers, false answers and
false refusals of the whole, and per ingredient the difference that leaving it out makes, in points,
with a paired 95 % bootstrap interval (questions of one conversation or document resampled
together). ``answers`` counts the questions that were answered otherwise: an ingredient that changes
no answer was not at work. What was measured is kept in ``--out`` and not measured again.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.pipeline import Assistant
from benchmarks.answer_ingredients import VARIATIONS, WHOLE, Variation
from corpus.document import Document, Source
from corpus.reading.dispatch import read
from corpus.settings import CorpusSettings, ReadingLimits
from corpus.vocabulary import Vocabulary
from evals.comparing import difference
from evals.measures import by_name
from evals.result import Result
from evals.scoring import Scored
from evals.suite import Suite, load_suite
from evals.targets import InProcess
from indexing.index import Index
from indexing.synchronise import synchronise

MEASURES = ("correct", "false_answer", "false_refusal")
_HEADS = ("right", "false answers", "false refusals")
_SUITES = Path("evals/suites")


@dataclass(frozen=True)
class Leg:
    """A suite and the documents that it is asked over."""

    name: str
    suite: Suite
    corpus: CorpusSettings


def legs(corpus: Path | None) -> tuple[Leg, ...]:
    """The development suites that can be run."""
    found = [Leg("fiches", load_suite(_SUITES / "fiches-development"), CorpusSettings())]
    if corpus is not None:
        alone = CorpusSettings(folders=(corpus,), with_fiches=False)
        found.append(Leg("published", load_suite(_SUITES / "published-development"), alone))
    return tuple(found)


def measured(leg: Leg, variation: Variation, out: Path) -> tuple[tuple[Scored, ...], list[str]]:
    """Every question of a leg, scored, and the answers; kept in ``out``."""
    kept = out / leg.name / f"{variation.name}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(_asked(leg, variation, out)), encoding="utf-8")
    entries = json.loads(kept.read_text(encoding="utf-8"))
    scored = tuple(
        Scored(item, Result(id=item.id), entries[item.id]["scores"]) for item in leg.suite.items
    )
    return scored, [entries[item.id]["answer"] for item in leg.suite.items]


@cache
def _read(source: Source, limits: ReadingLimits) -> Document:
    """A document as it was read for the first of the indexes."""
    return read(source, limits)


def _asked(leg: Leg, variation: Variation, out: Path) -> dict[str, dict[str, object]]:
    folder = out / f"index-{leg.name}-{variation.index or 'plain'}"
    settings = variation.indexing_settings().model_copy(update={"folder": folder})
    with variation.in_place():
        synchronise(settings, leg.corpus, read=_read)
        answering = variation.answering_settings()
        with Assistant(Index.open(settings), Vocabulary.load(), answering) as assistant:
            target = InProcess(assistant)
            results = []
            for item in leg.suite.items:
                asked = item if variation.history else replace(item, history=())
                results.append(target.answer(asked)[0])
            return {
                item.id: {
                    "scores": {
                        name: by_name(name).function(item, result, target.page_text)
                        for name in MEASURES
                    },
                    "answer": result.answer,
                }
                for item, result in zip(leg.suite.items, results, strict=True)
            }


def table(leg: Leg, variations: tuple[Variation, ...], out: Path) -> None:
    """Measure and print one leg, a row at a time."""
    whole, said = measured(leg, WHOLE, out)
    print(f"\n{leg.name}: {len(whole)} questions\n")
    print(f"| | {' | '.join(_HEADS)} | answers |\n|---|" + "---:|" * (len(_HEADS) + 1))
    cells = [_mean(whole, name) for name in MEASURES]
    print(f"| {WHOLE.name} | {' | '.join(cells)} | |", flush=True)
    for variation in variations:
        other, answers = measured(leg, variation, out)
        pairs = list(zip(whole, other, strict=True))
        cells = []
        for name in MEASURES:
            found = difference(pairs, name)
            assert found.mean is not None
            assert found.low is not None
            assert found.high is not None
            cells.append(
                f"{100 * found.mean:+.1f} ({100 * found.low:+.1f} to {100 * found.high:+.1f})"
            )
        changed = sum(a != b for a, b in zip(said, answers, strict=True))
        print(f"| {variation.name} | {' | '.join(cells)} | {changed} |", flush=True)


def _mean(scored: tuple[Scored, ...], name: str) -> str:
    values = [value for one in scored if (value := one.scores.get(name)) is not None]
    return f"{100 * sum(values) / len(values):.1f} %"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for what is measured")
    parser.add_argument("--corpus", type=Path, help="folder with the publications")
    parser.add_argument("--only", default="", help="variations whose name holds this")
    parser.add_argument("--leg", default="", help="fiches or published alone")
    given = parser.parse_args()
    chosen = tuple(one for one in VARIATIONS if given.only in one.name)
    for leg in legs(given.corpus):
        if given.leg in ("", leg.name):
            table(leg, chosen, given.out)


if __name__ == "__main__":
    main()
