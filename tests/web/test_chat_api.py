"""``POST /api/chat``: events and JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import EVENTS, JSON
from tests.web.fake_assistant import FakeAssistant

KNOWN = {"question": "Waar waren de meeste voorstellingen?"}
KEYS = {
    *("id", "question", "standalone_question", "lang", "status", "text", "claims"),
    *("citations", "notices", "referrals", "engine", "latency_ms"),
}


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Server-sent events as (name, data)."""
    found = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def test_json_holds_the_whole_answer(client: TestClient) -> None:
    answer = client.post("/api/chat", json=KNOWN, headers=JSON).json()
    assert answer.keys() >= KEYS
    assert answer["status"] == "answered"
    assert answer["text"] == "De meeste voorstellingen waren in Duitsland. [1]"
    assert answer["claims"][0]["citations"] == [1]
    cited = answer["citations"][0]
    assert (cited["document"], cited["page"], cited["page_label"]) == ("rapport-podia", 2, "1")


@pytest.mark.parametrize(
    "accept", ["text/event-stream", "*/*", "application/json, text/event-stream"]
)
def test_events_are_the_rule(client: TestClient, accept: str) -> None:
    reply = client.post("/api/chat", json=KNOWN, headers={"Accept": accept})
    assert reply.headers["content-type"].startswith("text/event-stream")
    names = [name for name, _ in events(reply.text)]
    assert names == ["understood", "retrieved", "claim", "done"]


def test_a_place_in_line_is_an_event(client: TestClient, assistant: FakeAssistant) -> None:
    assistant.release.set()
    question = {"question": "Waar waren de meeste voorstellingen? Ik sta in de rij."}
    told = events(client.post("/api/chat", json=question, headers=EVENTS).text)
    signs = [data for name, data in told if name == "working"]
    assert signs == [{"stage": "waiting", "place": 2}, {"stage": "drafting", "place": 0}]


def test_the_last_event_is_the_answer_of_json(client: TestClient) -> None:
    streamed = events(client.post("/api/chat", json=KNOWN, headers=EVENTS).text)
    plain = client.post("/api/chat", json=KNOWN, headers=JSON).json()
    assert streamed[-1][1] == plain
    claim = dict(streamed)["claim"]
    assert claim["text"] == plain["claims"][0]["text"]
    assert claim["sources"] == plain["citations"]


def test_programs_leave_no_trace(client: TestClient) -> None:
    client.post("/api/chat", json=KNOWN, headers=EVENTS)
    assert len(client.app.state.services.conversations) == 0  # type: ignore[attr-defined]


def test_the_page_gets_html_and_a_conversation(client: TestClient) -> None:
    reply = client.post("/api/chat", json=KNOWN | {"conversation": ""}, headers=EVENTS)
    by_name = dict(events(reply.text))
    assert '<a class="node" href="/documents/rapport-podia/pages/2' in by_name["claim"]["html"]
    assert '<section class="turn" id="turn-1"' in by_name["done"]["html"]
    kept = client.get(f"/conversations/{by_name['done']['conversation']}")
    assert "De meeste voorstellingen" in kept.text


def test_history_reaches_the_assistant(client: TestClient, assistant: FakeAssistant) -> None:
    turns = [{"role": "user", "content": "Een?"}, {"role": "assistant", "content": "Ja."}]
    client.post("/api/chat", json=KNOWN | {"history": turns, "lang": "nl"}, headers=JSON)
    asked = assistant.asked[-1]
    assert [(turn.role, turn.content) for turn in asked.history] == [
        ("user", "Een?"),
        ("assistant", "Ja."),
    ]
    assert asked.lang == "nl"


def test_a_conversation_gives_the_history(client: TestClient, assistant: FakeAssistant) -> None:
    reply = client.post("/api/chat", json=KNOWN | {"conversation": ""}, headers=EVENTS)
    identity = events(reply.text)[-1][1]["conversation"]
    follow_up = {"question": "en in Duitsland?", "conversation": identity}
    client.post("/api/chat", json=follow_up, headers=EVENTS)
    assert assistant.asked[-1].history[0].content == KNOWN["question"]


def test_a_failure_half_way_is_an_event(
    client: TestClient, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assistant, "_answer", lambda *_: 1 / 0)
    name, data = events(client.post("/api/chat", json=KNOWN, headers=EVENTS).text)[-1]
    assert name == "error"
    assert data["error"]["code"] == "internal"
    assert "ZeroDivision" not in json.dumps(data)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"question": ""}, "empty_question"),
        ({"question": "   "}, "empty_question"),
        ({"question": "v" * 10_000}, "question_too_long"),
        ({"question": "niet te doen"}, "bad_question"),
        ({}, "invalid_request"),
        ({"question": 7}, "invalid_request"),
        ({"question": "x", "lang": "fr"}, "invalid_request"),
        ({"question": "x", "history": [{"role": "system", "content": "x"}]}, "invalid_request"),
    ],
)
@pytest.mark.parametrize("accept", [JSON, EVENTS])
def test_a_question_that_cannot_be_taken(
    client: TestClient, body: dict[str, Any], code: str, accept: dict[str, str]
) -> None:
    reply = client.post("/api/chat", json=body, headers=accept)
    assert reply.status_code == 422
    assert reply.json()["error"]["code"] == code


def test_a_crash_shows_nothing_of_its_insides(client: TestClient) -> None:
    reply = client.post("/api/chat", json={"question": "kapot"}, headers=JSON)
    assert reply.status_code == 500
    assert reply.json()["error"]["code"] == "internal"
    assert "secret detail" not in reply.text


def test_lone_surrogates_do_no_harm(client: TestClient) -> None:
    raw = b'{"question": "half \\ud800 teken over voorstellingen"}'
    headers = JSON | {"Content-Type": "application/json"}
    reply = client.post("/api/chat", content=raw, headers=headers)
    assert reply.status_code in (200, 422)
    page = client.post(
        "/api/chat", content=raw, headers=EVENTS | {"Content-Type": "application/json"}
    )
    assert page.status_code in (200, 422)


def notices(answer: dict[str, Any]) -> list[str]:
    return [notice["kind"] for notice in answer["notices"]]


@pytest.mark.parametrize("headers", [EVENTS, JSON])
def test_a_follow_up_of_a_conversation_that_is_gone_says_so(
    client: TestClient, headers: dict[str, str]
) -> None:
    body = {"question": "en in Frankrijk, de voorstellingen?", "conversation": "forgotten"}
    reply = client.post("/api/chat", json=body, headers=headers)
    answer = reply.json() if headers is JSON else events(reply.text)[-1][1]
    assert notices(answer)[0] == "earlier-gone"
    assert "voluit" in answer["notices"][0]["text"]
    if headers is EVENTS:
        assert "voluit" in answer["html"]


def test_a_conversation_that_is_kept_or_begins_has_no_such_notice(client: TestClient) -> None:
    first = client.post("/api/chat", json={**KNOWN, "conversation": ""}, headers=EVENTS)
    begun = events(first.text)[-1][1]
    body = {**KNOWN, "conversation": begun["conversation"]}
    follow = events(client.post("/api/chat", json=body, headers=EVENTS).text)[-1][1]
    assert "earlier-gone" not in [*notices(begun), *notices(follow)]


def test_the_form_without_scripts_says_so_too(client: TestClient) -> None:
    asked = {"question": KNOWN["question"], "conversation": "forgotten"}
    page = client.post("/ask", data=asked, follow_redirects=True)
    assert "De vorige vragen van dit gesprek" in page.text
