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

from assistant.command_options import over_same_data
from assistant.errors import ModelMissing, ModelUnreachable
from assistant.generating.discovery import (
    Discovery,
    Server,
    ollama_server,
    openai_models,
    pulled_model,
)
from assistant.settings import WegwijsSettings
from corpus import receipts
from corpus.catalogue import gather
from corpus.document import count_documents
from corpus.errors import CorpusError
from indexing.errors import IndexingError
from indexing.freshness import staleness
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
    """Looks at everything Wegwijs needs; opens no connection but to the model server's address."""
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
        receipts.load(settings.corpus_settings.downloads)
    except CorpusError as error:
        findings.append(Finding("Documents", State.BROKEN, error.message, error.hint))
    try:
        gathered = gather(settings.corpus_settings)
    except CorpusError as error:
        return (*findings, Finding("Documents", State.BROKEN, error.message, error.hint))
    add = over_same_data("Add documents with `wegwijs corpus add` or --corpus.", settings)
    findings.append(
        Finding(
            "Documents",
            State.OK if gathered.sources else State.LIMITED,
            f"{count_documents(gathered.sources)} documents found",
            "" if gathered.sources else add,
        )
    )
    findings.extend(Finding("Documents", State.LIMITED, problem) for problem in gathered.problems)
    return tuple(findings)


def _index(settings: WegwijsSettings) -> Finding:
    try:
        with Index.open(settings.indexing_settings) as index:
            text = f"{count_documents(index.sources())} documents, {index.passage_count} passages"
        if stale := staleness(settings.indexing_settings.folder, settings.corpus_settings):
            remedy = f"Run '{stale.command(settings.data)}'."
            return Finding("Index", State.LIMITED, f"{text}. {stale}", remedy)
        return Finding("Index", State.OK, text)
    except IndexingError as error:
        remedy = over_same_data(error.hint or "Run `wegwijs index`.", settings)
        return Finding("Index", State.LIMITED, error.message, remedy)


def _ocr() -> Finding:
    if shutil.which("tesseract") is None:
        return Finding(
            "Scans",
            State.LIMITED,
            "Tesseract is not installed: scanned pages cannot be read.",
            "Install the packages tesseract-ocr and tesseract-ocr-nld, then index again.",
        )
    return Finding("Scans", State.OK, "Tesseract is installed")


_MODEL = "Language model"
_VECTORS = "Embedding model"


def _model(settings: WegwijsSettings) -> tuple[Finding, ...]:
    if settings.engine == "openai":
        return (_openai(settings), *_embedding(settings))
    if settings.engine == "extractive":
        off = Finding(_MODEL, State.OK, "switched off: the extractive engine answers")
        return (off, *_embedding(settings))
    server = _ollama(settings.ollama_address)
    if isinstance(server, Finding):
        return (server,)
    names = ", ".join(server.models[:8]) or "none"
    found = f"Ollama {server.version} at {server.url}; models pulled: {names}"
    return (
        Finding("Ollama", State.OK, found),
        _language_model(settings, server),
        *_embedding(settings, server),
    )


def _ollama(address: str) -> Server | Finding:
    try:
        return ollama_server(address)
    except ModelUnreachable:
        remedy = (
            "Start it with 'ollama serve'; set WEGWIJS_OLLAMA_URL if it is elsewhere."
            if shutil.which("ollama")
            else "Install it from https://ollama.com, or set WEGWIJS_OLLAMA_URL if it is elsewhere."
        )
        text = f"no Ollama at {address}: the extractive engine answers"
        return Finding(_MODEL, State.LIMITED, text, remedy)


def _language_model(settings: WegwijsSettings, server: Server) -> Finding:
    """The model that would be asked, what it can read, and what of that is asked for."""
    generating = settings.generating
    discovery = Discovery(server.url, settings.ollama_model, generating)
    try:
        model = discovery.model()
    except (ModelMissing, ModelUnreachable) as error:
        return Finding(_MODEL, State.LIMITED, error.message, error.hint)
    if not model.chats:
        text = f"{model.name} makes vectors and writes no text."
        return Finding(_MODEL, State.LIMITED, text, "Name another model in WEGWIJS_OLLAMA_MODEL.")
    size = f" ({model.parameters})" if model.parameters else ""
    asked = discovery.context_tokens(model)
    most = f"{model.context_tokens}" if model.context_tokens else "an untold number of"
    text = f"{model.name}{size} reads up to {most} tokens; {asked} are asked for"
    if asked < generating.context_tokens:
        remedy = "Long answers get fewer passages. Pull a model that reads more."
        return Finding(_MODEL, State.LIMITED, text, remedy)
    if not settings.ollama_model:
        text += "; it was chosen because WEGWIJS_OLLAMA_MODEL is not set"
    return Finding(_MODEL, State.OK, text)


def _embedding(settings: WegwijsSettings, server: Server | None = None) -> tuple[Finding, ...]:
    wanted = settings.embed_model
    if not wanted:
        return ()
    if server is None:
        there = _ollama(settings.ollama_address)
        if isinstance(there, Finding):
            text = f"{wanted} cannot be asked: no Ollama at {settings.ollama_address}"
            return (Finding(_VECTORS, State.BROKEN, text, there.remedy),)
        server = there
    name = server.has(wanted)
    if name is None:
        pull = f"Run 'ollama pull {wanted}'."
        return (Finding(_VECTORS, State.BROKEN, f"{wanted} is not pulled.", pull),)
    try:
        model = pulled_model(server.url, name)
    except (ModelMissing, ModelUnreachable) as error:
        return (Finding(_VECTORS, State.BROKEN, error.message, error.hint),)
    length = f" of {model.embedding_length} numbers" if model.embedding_length else ""
    return (Finding(_VECTORS, State.OK, f"{name} makes vectors{length}"),)


def _openai(settings: WegwijsSettings) -> Finding:
    try:
        offered = openai_models(settings.openai_url, settings.openai_key)
    except ModelUnreachable:
        text = f"no model server at {settings.openai_url}: the extractive engine answers"
        return Finding(_MODEL, State.LIMITED, text, "Start it, or set WEGWIJS_OPENAI_URL.")
    wanted = settings.openai_model
    if not offered or (wanted and wanted not in offered):
        text = f"{settings.openai_url} offers {', '.join(offered) or 'no model'}"
        return Finding(_MODEL, State.LIMITED, text, "Name one of these in WEGWIJS_OPENAI_MODEL.")
    return Finding(_MODEL, State.OK, f"{wanted or offered[0]} at {settings.openai_url}")


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
