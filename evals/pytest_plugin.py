"""A pytest plugin: known questions in ``*.questions.yaml`` files become tests.

An organisation keeps its questions beside its documents and runs ``pytest``. The plugin is loaded
through the entry point ``wegwijs`` and costs nothing until such a file is found. The documents are
those of ``--wegwijs-corpus`` (default: the folder of the questions file); the index is built in a
throw-away folder, or kept in ``--wegwijs-data``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from evals.result import Result
    from evals.suite import Item
    from evals.targets import InProcess

ENDING = ".questions.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the plugin's options."""
    group = parser.getgroup("wegwijs", "questions with known answers")
    group.addoption("--wegwijs-corpus", action="append", default=[], help="folder with documents")
    group.addoption("--wegwijs-data", default=None, help="folder that keeps the index")
    group.addoption(
        "--wegwijs-engine",
        default="extractive",
        help="engine that answers; the extractive one gives the same answer every time",
    )
    group.addoption(
        "--wegwijs-fiches", action="store_true", help="let the shipped fiches take part"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collects ``*.questions.yaml``."""
    if file_path.name.endswith(ENDING):
        return QuestionsFile.from_parent(parent, path=file_path)
    return None


class QuestionsFile(pytest.File):
    """A suite; each of its items is a test."""

    def collect(self) -> Iterator[pytest.Item]:
        from evals.errors import SuiteError
        from evals.suite import load_suite

        try:
            suite = load_suite(self.path)
        except SuiteError as error:
            raise self.CollectError(str(error)) from None
        for item in suite.items:
            yield QuestionTest.from_parent(self, name=item.id, question=item)


class QuestionTest(pytest.Item):
    """One question: it passes when the answer is strictly correct."""

    def __init__(self, *, question: Item, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.question = question

    def runtest(self) -> None:
        from evals.measures import faults, measured

        target = _target(self.config, self.path.parent)
        result, _ = target.answer(self.question)
        why = list(faults(self.question, result))
        if measured(self.question, result, target.page_text)["quote_fidelity"] not in (None, 1.0):
            why.append("a quote does not stand on the page it names")
        if why:
            raise WrongAnswer(self.question, result, why)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, WrongAnswer):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.name}: {self.name}"


class WrongAnswer(AssertionError):
    """An answer that is not strictly correct; says what was asked, expected and given."""

    def __init__(self, item: Item, result: Result, why: Sequence[str]) -> None:
        expected = "to be refused"
        if item.answerable:
            expected = "; ".join(" / ".join(nugget.any_of) for nugget in item.vital)
        super().__init__(
            f"question: {item.question}\nexpected: {expected}\nwhy: {'; '.join(why)}\n"
            f"status: {result.status}\nanswer: {result.answer}"
        )


_TARGETS: pytest.StashKey[dict[tuple[str, ...], InProcess]] = pytest.StashKey()


def _target(config: pytest.Config, folder: Path) -> InProcess:
    """The assistant over the documents asked for; one index per set of folders and session."""
    targets = config.stash.setdefault(_TARGETS, {})
    from assistant.assembly import assemble
    from assistant.settings import WegwijsSettings
    from evals.targets import InProcess
    from indexing.synchronise import synchronise

    folders = tuple(config.getoption("--wegwijs-corpus") or [str(folder.resolve())])
    if folders not in targets:
        kept = config.getoption("--wegwijs-data")
        if kept:
            data = Path(kept)
        else:
            throw_away = tempfile.TemporaryDirectory(prefix="wegwijs-questions-")
            config.add_cleanup(throw_away.cleanup)
            data = Path(throw_away.name)
        settings = WegwijsSettings(
            data=data,
            corpus=tuple(Path(name) for name in folders),
            with_fiches=config.getoption("--wegwijs-fiches"),
            engine=config.getoption("--wegwijs-engine"),
        )
        synchronise(settings.indexing_settings, settings.corpus_settings)
        targets[folders] = InProcess(assemble(settings))
        # Clean-ups run last in, first out: the index is closed before its folder goes.
        config.add_cleanup(targets[folders].close)
    return targets[folders]
