"""Fits, measures and explains what is learnt from example questions: ``python -m
assistant.guidance.intent fit | measure | explain "question"``."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from assistant.guidance.intent.examples import EXAMPLES, Example, example_files, load_examples
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.intent.measuring import held_out, table
from assistant.guidance.intent.model import WEIGHTS, Reading, load_model, save
from assistant.guidance.intent.settings import FittingSettings, IntentSettings
from assistant.guidance.intent.training import fit, rows_of
from assistant.guidance.scope import ScopeReader
from corpus.errors import CorpusError
from corpus.language import detect
from corpus.vocabulary import Language, Vocabulary

_MOST_LABELS = 8
_MOST_WORDS = 6
_LEAST = 0.05


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when the examples or the weights are not valid."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant.guidance.intent", description=__doc__
    )
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="folder of example files")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fit", help="fit the weights anew")
    commands.add_parser("measure", help="fit to all writers but one, ask that one's questions")
    asked = commands.add_parser("explain", help="what is read in a question, and by which words")
    asked.add_argument("question")
    given = parser.parse_args(arguments)
    vocabulary = Vocabulary.load()
    scopes = ScopeReader(vocabulary)
    reader = FeatureReader(scopes, vocabulary)
    settings = FittingSettings()
    try:
        if given.command == "explain":
            _explain(given.question, reader)
        elif given.command == "fit":
            rows = rows_of(load_examples(example_files(given.examples)), vocabulary, settings)
            save(fit(rows, reader, settings))
            _say(f"{len(rows)} rows; {WEIGHTS.name} has {WEIGHTS.stat().st_size:,} bytes.")
        else:
            groups = _by_writer(given.examples)
            read = held_out(groups, reader, vocabulary, settings, _say)
            _say(table([one for group in groups for one in group], read, scopes, IntentSettings()))
    except (CorpusError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _by_writer(folder: Path) -> list[tuple[Example, ...]]:
    """The examples of each writer: a file's name up to the first hyphen is its writer's."""
    files = defaultdict(list)
    for file in example_files(folder):
        files[file.stem.partition("-")[0]].append(file)
    return [load_examples(own) for _, own in sorted(files.items())]


def _explain(question: str, reader: FeatureReader) -> None:
    language: Language = "en" if detect(question) == "en" else "nl"
    features = reader.read(question, language)
    reading = Reading(load_model())
    likely = sorted(reading.probabilities(features).items(), key=lambda pair: -pair[1])
    for label, probability in likely[:_MOST_LABELS]:
        if probability < _LEAST:
            break
        reasons = reading.reasons(features, label)[:_MOST_WORDS]
        said = ", ".join(f"{word} {added:+.2f}" for word, added in reasons)
        _say(f"{probability:5.2f}  {label:24s} {said}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    raise SystemExit(main())
