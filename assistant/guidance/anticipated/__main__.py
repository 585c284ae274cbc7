"""Fits and measures the anticipated questions: ``python -m assistant.guidance.anticipated fit |
measure``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.guidance.anticipated.measuring import FIRST, held_out
from assistant.guidance.anticipated.model import DIRECTIONS, save
from assistant.guidance.anticipated.training import fit, statements_in
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.scope import ScopeReader
from assistant.guidance.settings import AnticipatedSettings
from corpus.errors import CorpusError
from corpus.settings import FICHES, QUESTIONS
from corpus.vocabulary import Vocabulary


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when a fiche is not valid."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant.guidance.anticipated", description=__doc__
    )
    parser.add_argument("--fiches", type=Path, default=FICHES, help="folder of the fiches")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="folder of the questions")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fit", help="read the questions anew")
    commands.add_parser("measure", help="ask every question without itself")
    given = parser.parse_args(arguments)
    try:
        said = statements_in(given.fiches, given.questions)
        vocabulary = Vocabulary.load()
        reader = FeatureReader(ScopeReader(vocabulary), vocabulary)
        if given.command == "measure":
            for found in held_out(said, reader, AnticipatedSettings()):
                _say(f"{found.lang}, {found.asked} questions")
                for name, shares in (("statement", found.statement), ("group", found.group)):
                    told = (f"{most}: {s:.0%}" for most, s in zip(FIRST, shares, strict=True))
                    _say(f"  its {name} among the first {', '.join(told)}")
            return 0
        save(fit(said, reader, AnticipatedSettings()))
    except (CorpusError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    asked = sum(len(one.questions) for one in said)
    size = DIRECTIONS.stat().st_size
    _say(f"{asked} questions; {DIRECTIONS.name} has {size:,} bytes.")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    raise SystemExit(main())
