"""Whether it is worth a word that no Ollama answers."""

from __future__ import annotations

import pytest

from assistant.generating.choosing import OllamaSource, generative_engine
from assistant.settings import WegwijsSettings
from corpus.vocabulary import Vocabulary

NOBODY = "http://127.0.0.1:9"


@pytest.mark.parametrize(
    ("told", "host", "quiet"),
    [
        ({}, "", True),
        ({"ollama_url": NOBODY}, "", False),
        ({"ollama_model": "tiny:1b"}, "", False),
        ({"engine": "ollama"}, "", False),
        ({}, NOBODY, False),
    ],
)
def test_who_told_of_an_ollama_hears_that_it_is_not_there(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], host: str, quiet: bool
) -> None:
    for name in ("OLLAMA_HOST", "WEGWIJS_ENGINE", "WEGWIJS_OLLAMA_URL", "WEGWIJS_OLLAMA_MODEL"):
        monkeypatch.delenv(name, raising=False)
    if host:
        monkeypatch.setenv("OLLAMA_HOST", host)
    engine = generative_engine(WegwijsSettings(**told), Vocabulary.load())
    assert engine is not None
    source = engine._source
    assert isinstance(source, OllamaSource)
    assert source.quiet is quiet
