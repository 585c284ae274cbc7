"""A scripted Ollama, and an assistant that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from assistant.generating.choosing import OllamaSource, OpenAiSource
from assistant.generating.engine import GenerativeEngine
from assistant.generating.settings import GeneratingSettings
from assistant.pipeline import Assistant
from corpus.language import detect
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.ollama.server import ScriptedOllama

QUICK: dict[str, Any] = {
    # Longer than a busy machine needs: a test that waits for a limit sets its own.
    "connect_seconds": 5.0,
    "first_token_seconds": 30.0,
    "silence_seconds": 30.0,
    "whole_seconds": 60.0,
    "rewrite_seconds": 30.0,
    "waiting_seconds": 30.0,
    "discovery_seconds": 0.0,
}

Asking = Callable[..., Assistant]


@pytest.fixture(scope="session", autouse=True)
def _llama_index_is_loaded() -> None:
    """Takes seconds the first time, which must not count as the server's."""
    import llama_index.llms.ollama
    import llama_index.llms.openai_like  # noqa: F401


@pytest.fixture
def server() -> Iterator[ScriptedOllama]:
    with ScriptedOllama() as running:
        yield running


@pytest.fixture
def asking(small_index: Index, server: ScriptedOllama) -> Asking:
    """Makes an assistant whose model is played by the server; settings as keywords."""

    def make(
        *,
        url: str = "",
        model: str = "tiny:1b",
        openai: bool = False,
        quiet: bool = False,
        **limits: Any,
    ) -> Assistant:
        vocabulary = Vocabulary.load()
        settings = GeneratingSettings(**{**QUICK, **limits})
        source: Any = (
            OpenAiSource(f"{url or server.url}/v1", model, "", settings)
            if openai
            else OllamaSource(url or server.url, model, settings, quiet=quiet)
        )
        engine = GenerativeEngine(source, vocabulary, settings, detect)
        return Assistant(
            small_index, vocabulary, today=lambda: date(2026, 1, 15), generation=engine
        )

    return make
