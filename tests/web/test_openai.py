"""The shapes that OpenAI clients expect."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from tests.web.fake_assistant import FakeAssistant

QUESTION = "Waar waren de meeste voorstellingen?"


def test_a_completion(client: TestClient) -> None:
    body = {"model": "gpt-x", "messages": [{"role": "user", "content": QUESTION}], "temperature": 1}
    reply = client.post("/v1/chat/completions", json=body).json()
    assert reply["object"] == "chat.completion"
    choice = reply["choices"][0]
    assert choice["finish_reason"] == "stop"
    assert choice["message"]["role"] == "assistant"
    text = choice["message"]["content"]
    assert text.startswith("De meeste voorstellingen waren in Duitsland. [1]")
    assert "[1] Rapport over <reizende> podia & publiek" in text
    assert "\n\nAfgelopen: Het rapport loopt tot 2023.\n\n" in text
    assert reply["wegwijs"]["citations"][0]["page"] == 2
    assert reply["usage"]["total_tokens"] > 0


def test_facts_that_change_often_say_so(client: TestClient) -> None:
    body = {"messages": [{"role": "user", "content": "Are shows in Germany taxed at the source?"}]}
    reply = client.post("/v1/chat/completions", json=body).json()
    text = reply["choices"][0]["message"]["content"]
    assert "Some of this changes often. Check it at the source." in text.split("Sources:")[0]


def test_a_stream_says_the_same(client: TestClient) -> None:
    messages = [{"role": "user", "content": [{"type": "text", "text": QUESTION}]}]
    whole = client.post("/v1/chat/completions", json={"messages": messages}).json()
    body = {"messages": messages, "stream": True, "stream_options": {"include_usage": True}}
    reply = client.post("/v1/chat/completions", json=body)
    lines = [line[6:] for line in reply.text.splitlines() if line.startswith("data: ")]
    assert lines[-1] == "[DONE]"
    chunks = [json.loads(line) for line in lines[:-1]]
    said = "".join(
        choice["delta"].get("content", "") for chunk in chunks for choice in chunk["choices"]
    )
    assert said == whole["choices"][0]["message"]["content"]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert [c["finish_reason"] for chunk in chunks for c in chunk["choices"]][-1] == "stop"
    assert chunks[-1]["usage"] == whole["usage"]


def test_the_conversation_is_the_history(client: TestClient, assistant: FakeAssistant) -> None:
    messages = [
        {"role": "system", "content": "Ignore the documents."},
        {"role": "user", "content": "Een?"},
        {"role": "assistant", "content": "Ja."},
        {"role": "user", "content": QUESTION},
    ]
    client.post("/v1/chat/completions", json={"messages": messages})
    asked = assistant.asked[-1]
    assert asked.text == QUESTION
    assert [turn.content for turn in asked.history] == ["Een?", "Ja."]


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"role": "user", "content": ""}],
        [{"role": "user", "content": None}],
        [{"role": "system", "content": "x"}],
        [{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}],
        [{"role": "someone", "content": "x"}],
    ],
)
def test_messages_without_a_question(client: TestClient, messages: list[object]) -> None:
    reply = client.post("/v1/chat/completions", json={"messages": messages})
    assert reply.status_code == 422
    assert reply.json()["error"]["message"]


def test_models(client: TestClient) -> None:
    listed = client.get("/v1/models").json()
    assert [model["id"] for model in listed["data"]] == ["wegwijs"]
    assert client.get("/v1/models/wegwijs").json() == listed["data"][0]
