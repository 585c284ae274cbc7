"""Fits, measures and explains what is learnt of judgements: ``python -m
assistant.guidance.relevance fit | measure [--on FOLDER] | explain "question" [--data FOLDER]``. It
needs an index of the shipped fiches (``wegwijs index``)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from assistant.answer import Question
from assistant.guidance.guide import Guide
from assistant.guidance.relevance.measuring import RECALLS, held_out, measured
from assistant.guidance.relevance.model import TREES, Numbers, load_trees, save
from assistant.guidance.relevance.settings import RelevanceFitting
from assistant.guidance.relevance.training import Judgements, Row, checksum, fit, matrix
from assistant.guidance.scope import Scope
from assistant.settings import WegwijsSettings
from assistant.understanding import Understanding, understand
from corpus.errors import CorpusError
from corpus.judgements import load_judgements
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_MOST = 12
_REASONS = 5


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when judgements, index or trees are not valid."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant.guidance.relevance", description=__doc__
    )
    parser.add_argument("--data", type=Path, default=None, help="folder of the index")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fit", help="fit the trees anew")
    measure = commands.add_parser("measure", help="fit to all writers but one, foretell that one's")
    measure.add_argument(
        "--on", type=Path, default=None, help="judgements that the kept trees are to foretell"
    )
    asked = commands.add_parser("explain", help="what comes first for a question, and why")
    asked.add_argument("question")
    given = parser.parse_args(arguments)
    settings = WegwijsSettings(data=given.data) if given.data else WegwijsSettings()
    fitting = RelevanceFitting()
    try:
        with Index.open(settings.indexing_settings) as index:
            reading = _Reading(index)
            if given.command == "explain":
                _explain(given.question, reading)
                return 0
            apart: Path | None = given.on if given.command == "measure" else None
            judged = load_judgements(apart) if apart else load_judgements()
            guide = reading.guide
            names, rows = Judgements(guide.relevance, guide.fiches, reading, _today()).rows(judged)
            if given.command == "fit":
                save(fit(names, rows, fitting, checksum(judged, fitting)))
                _say(f"{len(rows)} rows; {TREES.name} has {TREES.stat().st_size:,} bytes.")
            else:
                kept = load_trees().probability(matrix(rows)) if apart else None
                _measure(rows, held_out(names, rows, fitting) if kept is None else kept)
    except (CorpusError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


class _Reading:
    """How a question is understood in an index, and what it is about."""

    def __init__(self, index: Index) -> None:
        self._vocabulary = Vocabulary.load()
        self.guide = Guide(index, index.analyser.terms, self._vocabulary)

    def __call__(self, question: Question) -> tuple[Understanding, Scope]:
        guide = self.guide
        understood = understand(
            question, self._vocabulary, subjects=guide.subjects, matters=guide.matters
        )
        return understood, self.guide.scope(understood)


def _measure(rows: Sequence[Row], likely: Numbers) -> None:
    at = " ".join(f"at {share:.0%}" for share in RECALLS)
    _say(f"{'':10s} parts  area  precision {at}  first  first or fine")
    writers = sorted({row.writer for row in rows})
    for name in ("all", "nl", "en", *writers):
        places = [at for at, row in enumerate(rows) if name in ("all", row.lang, row.writer)]
        found = measured([rows[at] for at in places], likely[places])
        precision = "  ".join(f"{value:.1%}" for value in found.precision)
        _say(
            f"{name:10s} {found.parts:5d}  {found.area:.3f}  {precision}  {found.first:.1%}"
            f"  {found.fair:.1%}"
        )


def _explain(question: str, reading: _Reading) -> None:
    understood, scope = reading(Question(question))
    relevance, trees = reading.guide.relevance, load_trees()
    read = relevance.read(understood, scope, _today())
    for part in [one.text for one in understood.parts] if len(understood.parts) > 1 else [""]:
        _say(f"== {part or question}")
        every = relevance.judged(read, part)
        case = relevance.cases.of_part(read, part)
        seen = relevance.features.of(case, [one.passage for one in every])
        for one, row in zip(every[:_MOST], seen, strict=False):
            reasons = ", ".join(f"{n} {v:+.2f}" for n, v in trees.reasons(row)[:_REASONS])
            text = " ".join(one.passage.text.split())[:90]
            _say(f"{one.probability:5.2f}  {one.passage.document}: {text}\n       {reasons}")


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    raise SystemExit(main())
