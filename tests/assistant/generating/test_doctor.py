"""What ``wegwijs doctor`` tells about models."""

from __future__ import annotations

import pytest

from assistant.doctor import Finding, State, examine
from assistant.settings import WegwijsSettings


def told(tmp_path, **settings) -> dict[str, Finding]:
    """The findings on models, by part."""
    found = examine(WegwijsSettings(data=tmp_path, with_fiches=False, **settings))
    return {
        finding.part: finding
        for finding in found
        if finding.part in ("Ollama", "Language model", "Embedding model")
    }


def test_all_is_well(tmp_path, server):
    found = told(tmp_path, ollama_url=server.url, ollama_model="tiny:1b")
    assert found["Ollama"].state is State.OK
    assert "0.12.0" in found["Ollama"].text
    assert found["Language model"].state is State.OK
    assert "32768" in found["Language model"].text
    assert "8192 are asked for" in found["Language model"].text


def test_a_model_that_is_not_pulled_gives_the_exact_command(tmp_path, server):
    found = told(tmp_path, ollama_url=server.url, ollama_model="big:70b")
    assert found["Language model"].state is State.LIMITED
    assert "'ollama pull big:70b'" in found["Language model"].remedy


def test_a_small_context_is_told(tmp_path, server):
    server.context = 2048
    found = told(tmp_path, ollama_url=server.url, ollama_model="tiny:1b")
    assert found["Language model"].state is State.LIMITED
    assert "2048" in found["Language model"].text


def test_a_model_that_writes_no_text(tmp_path, server):
    server.models["vectors:1b"] = ("embedding",)
    found = told(tmp_path, ollama_url=server.url, ollama_model="vectors:1b")
    assert found["Language model"].state is State.LIMITED


def test_the_embedding_model_and_its_dimension(tmp_path, server):
    server.models["vectors:1b"] = ("embedding",)
    found = told(tmp_path, ollama_url=server.url, embed_model="vectors:1b")
    assert "8 numbers" in found["Embedding model"].text
    found = told(tmp_path, ollama_url=server.url, embed_model="other")
    assert "'ollama pull other'" in found["Embedding model"].remedy


@pytest.mark.parametrize("engine", ["auto", "ollama"])
def test_no_server(tmp_path, engine):
    found = told(tmp_path, ollama_url="http://127.0.0.1:9", engine=engine)
    assert found["Language model"].state is State.LIMITED
    assert "no Ollama at http://127.0.0.1:9" in found["Language model"].text


def test_an_openai_compatible_server(tmp_path, server):
    found = told(tmp_path, engine="openai", openai_url=f"{server.url}/v1")
    assert "tiny:1b" in found["Language model"].text
    found = told(tmp_path, engine="openai", openai_url=f"{server.url}/v1", openai_model="big")
    assert found["Language model"].state is State.LIMITED


def test_no_model_pulled_gives_a_whole_command(tmp_path, server):
    server.models = {}
    found = told(tmp_path, ollama_url=server.url)
    assert "'ollama pull qwen2.5:7b-instruct'" in found["Language model"].remedy
    assert "none was measured" in found["Language model"].remedy


def test_an_ollama_that_is_starting_is_not_there_yet(tmp_path, server):
    server.starting = True
    found = told(tmp_path, ollama_url=server.url)
    assert found["Language model"].state is State.LIMITED
    assert "no Ollama" in found["Language model"].text


def test_an_ollama_that_is_installed_and_stopped_gives_its_command(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.doctor.shutil.which", lambda name: f"/usr/bin/{name}")
    found = told(tmp_path, ollama_url="http://127.0.0.1:9")
    assert "'ollama serve'" in found["Language model"].remedy


def test_a_damaged_list_of_received_documents_is_told(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "receipts.json").write_text("[{")
    found = examine(WegwijsSettings(data=tmp_path, with_fiches=False, engine="extractive"))
    (broken,) = [finding for finding in found if finding.broken]
    assert broken.part == "Documents"
    assert "received documents cannot be read" in broken.text
