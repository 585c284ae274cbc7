"""``wegwijs doctor``: what works, what is missing, and what to do about it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from enum import StrEnum

from assistant.settings import WegwijsSettings
from corpus.catalogue import gather
from corpus.errors import CorpusError
from indexing.errors import IndexingError
from indexing.index import Index


class State(StrEnum):
    """How a part is doing: well, working with less, or not working."""

    OK = "ok"
    LIMITED = "limited"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it is doing, and what to do next."""

    part: str
    state: State
    text: str
    remedy: str = ""

    @property
    def broken(self) -> bool:
        return self.state is State.BROKEN


def examine(settings: WegwijsSettings) -> tuple[Finding, ...]:
    """Looks at everything Wegwijs needs; opens no connection but to Ollama's address."""
    return (
        _python(),
        _data_folder(settings),
        *_documents(settings),
        _index(settings),
        _ocr(),
        *_model(settings),
    )


def _python() -> Finding:
    return Finding("Python", State.OK, f"Python {platform.python_version()} on {platform.system()}")


def _data_folder(settings: WegwijsSettings) -> Finding:
    folder = settings.data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding(
            "Data folder",
            State.BROKEN,
            f"{folder} cannot be written: {error.strerror or error}.",
            "Give another folder with --data, or change its permissions.",
        )
    if free < 500_000_000:
        text = f"{folder}: only {free // 1_000_000} MB left on the disk."
        return Finding("Data folder", State.LIMITED, text, "Free some space before indexing.")
    return Finding("Data folder", State.OK, f"{folder}, {free // 1_000_000_000} GB free")


def _documents(settings: WegwijsSettings) -> tuple[Finding, ...]:
    findings = []
    for folder in settings.corpus:
        if not folder.exists():
            findings.append(
                Finding(
                    "Documents",
                    State.BROKEN,
                    f"{folder} does not exist.",
                    "Give the folder with your documents with --corpus.",
                )
            )
        elif not os.access(folder, os.R_OK):
            text = f"{folder} cannot be read."
            findings.append(Finding("Documents", State.BROKEN, text, "Change its permissions."))
    try:
        gathered = gather(settings.corpus_settings)
    except CorpusError as error:
        return (*findings, Finding("Documents", State.BROKEN, error.message, error.hint))
    findings.append(
        Finding(
            "Documents",
            State.OK if gathered.sources else State.LIMITED,
            f"{len(gathered.sources)} documents found",
            "" if gathered.sources else "Add documents with 'wegwijs corpus add' or --corpus.",
        )
    )
    findings.extend(Finding("Documents", State.LIMITED, problem) for problem in gathered.problems)
    return tuple(findings)


def _index(settings: WegwijsSettings) -> Finding:
    try:
        with Index.open(settings.indexing_settings) as index:
            return Finding(
                "Index",
                State.OK,
                f"{len(index.sources())} documents, {index.passage_count} passages",
            )
    except IndexingError as error:
        return Finding("Index", State.LIMITED, error.message, error.hint or "Run 'wegwijs index'.")


def _ocr() -> Finding:
    if shutil.which("tesseract") is None:
        return Finding(
            "Scans",
            State.LIMITED,
            "Tesseract is not installed: scanned pages cannot be read.",
            "Install the packages tesseract-ocr and tesseract-ocr-nld, then index again.",
        )
    return Finding("Scans", State.OK, "Tesseract is installed")


def _model(settings: WegwijsSettings) -> tuple[Finding, ...]:
    if settings.engine == "extractive":
        return (Finding("Language model", State.OK, "switched off: the extractive engine answers"),)
    import httpx

    address = settings.ollama_address
    try:
        reply = httpx.get(f"{address}/api/tags", timeout=2.0, trust_env=False)
        reply.raise_for_status()
        models = [str(model.get("name", "")) for model in reply.json().get("models", ())]
    except (httpx.HTTPError, ValueError, AttributeError):
        return (
            Finding(
                "Language model",
                State.LIMITED,
                f"no Ollama at {address}: the extractive engine answers",
                "Start it with 'ollama serve'; set WEGWIJS_OLLAMA_URL if it is elsewhere.",
            ),
        )
    findings = [Finding("Language model", State.OK, f"Ollama at {address}: {len(models)} models")]
    for wanted in filter(None, (settings.ollama_model, settings.embed_model)):
        if not any(name == wanted or name == f"{wanted}:latest" for name in models):
            findings.append(
                Finding(
                    "Language model",
                    State.LIMITED,
                    f"{wanted} is not pulled.",
                    f"Run 'ollama pull {wanted}'.",
                )
            )
    return tuple(findings)


def print_findings(findings: tuple[Finding, ...], *, as_json: bool = False) -> None:
    """Prints the findings for a person, or as JSON."""
    if as_json:
        sys.stdout.write(json.dumps([asdict(finding) for finding in findings]) + "\n")
        return
    from rich.console import Console
    from rich.markup import escape

    console = Console()
    marks = {State.OK: "[green]✓[/]", State.LIMITED: "[yellow]·[/]", State.BROKEN: "[red]✗[/]"}
    for finding in findings:
        line = f"{marks[finding.state]} [bold]{finding.part}[/]: {escape(finding.text)}"
        console.print(line, highlight=False)
        if finding.remedy:
            console.print(f"    {escape(finding.remedy)}", highlight=False)
