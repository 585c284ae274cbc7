"""Documents, search, highlights, routes, feedback and operations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.route_plan import load_plan
from assistant.settings import WegwijsSettings
from corpus.coverage import Cell
from tests.web.conftest import JSON
from web.pages.coverage import age

KNOWN = {"question": "Waar waren de meeste voorstellingen?"}


def test_search_gives_passages(client: TestClient) -> None:
    found = client.get("/api/search", params={"q": "meeste voorstellingen", "k": 1}).json()
    assert found["query"] == "meeste voorstellingen"
    assert found["hits"][0]["document"] == "rapport-podia"
    assert found["hits"][0]["page"] == 2
    assert len(found["hits"]) == 1


def test_documents_and_one_of_them(client: TestClient) -> None:
    listed = client.get("/api/documents").json()["documents"]
    assert {document["id"] for document in listed} == {"rapport-podia", "land-nl", "land-en"}
    one = client.get("/api/documents/rapport-podia").json()
    assert one["validity"] == "ended"
    assert [page["page_label"] for page in one["pages"]] == ["i", "1"]
    assert one["contents"][1]["text"] == "Voorstellingen"


def test_a_page_and_a_quote_in_it(client: TestClient) -> None:
    text = client.get("/api/documents/rapport-podia/pages/2").json()["text"]
    address = "/api/documents/rapport-podia/pages/2/highlights"
    by_words = client.get(address, params={"quote": "meeste  voorstellingen"}).json()
    assert text[by_words["start"] : by_words["end"]] == "meeste voorstellingen"
    span = {"start": by_words["start"], "end": by_words["end"]}
    assert client.get(address, params=span).json() == by_words


def test_a_quote_that_is_not_there(client: TestClient) -> None:
    address = "/api/documents/rapport-podia/pages/2/highlights"
    reply = client.get(address, params={"quote": "staat er niet"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "quote_not_found")


def test_a_page_without_image(client: TestClient) -> None:
    reply = client.get("/api/documents/land-nl/pages/1/image")
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "no_page_image")


def test_routes_and_what_can_be_chosen(client: TestClient) -> None:
    chosen = client.get("/api/routes/choices").json()
    assert chosen["destinations"]["de"] == {"nl": "Duitsland", "en": "Germany"}
    query = {"discipline": "music", "destination": "de", "lang": "en"}
    route = client.get("/api/routes", params=query).json()
    assert route["title"]
    assert isinstance(route["steps"], list)
    wrong = client.get("/api/routes", params=query | {"destination": "atlantis"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "bad_question")


def test_coverage(client: TestClient) -> None:
    known = client.get("/api/coverage", params={"lang": "en"}).json()
    assert [row["name"] for row in known["countries"]] == ["Germany"]
    assert [row["code"] for row in known["disciplines"]] == list(load_plan().disciplines)
    page = client.get("/coverage", headers={"Accept": "text/html", "Accept-Language": "en"}).text
    assert '<a href="/documents/land-en">Germany</a>' in page


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell(), "none"),
        (Cell(count=2, undated=2), "undated"),
        (Cell(count=1, dated=1, newest=2025, median=2025), "fresh"),
        (Cell(count=1, dated=1, newest=2022, median=2022), "recent"),
        (Cell(count=1, dated=1, newest=2021, median=2021), "old"),
        # One young fact does not speak for all.
        (Cell(count=5, dated=5, newest=2026, oldest=2015, median=2016), "old"),
        (Cell(count=5, dated=1, undated=4, newest=2026, median=2026), "undated"),
    ],
)
def test_the_age_of_what_is_known(cell: Cell, expected: str) -> None:
    assert age(cell, 2026) == expected


def test_a_judgement_keeps_no_question(client: TestClient, settings: WegwijsSettings) -> None:
    answer = client.post("/api/chat", json=KNOWN, headers=JSON).json()
    body = {"answer": answer["id"], "verdict": "not-useful", "reason": "outdated"}
    assert client.post("/api/feedback", json=body).status_code == 201
    line = (settings.data / "feedback.jsonl").read_text("utf-8")
    kept = json.loads(line)
    assert kept["verdict"] == "not-useful"
    assert kept["reason"] == "outdated"
    assert kept["citations"] == [{"document": "rapport-podia", "page": 2}]
    assert "voorstellingen" not in line
    assert kept["time"].endswith(":00Z")
    assert 'verdict="not-useful"} 1.0' in client.get("/metrics").text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"answer": "unknown", "verdict": "useful"}, 404),
        ({"answer": "unknown", "verdict": "meh"}, 422),
        ({"verdict": "useful"}, 422),
        ({"answer": "x", "verdict": "useful", "reason": "my name is"}, 422),
    ],
)
def test_a_judgement_that_cannot_be_taken(
    client: TestClient, settings: WegwijsSettings, body: dict[str, str], status: int
) -> None:
    reply = client.post("/api/feedback", json=body)
    assert reply.status_code == status
    assert reply.json()["error"]["message"]
    assert not (settings.data / "feedback.jsonl").exists()


def test_operations(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert (ready["documents"], ready["up_to_date"]) == (3, True)
    client.get("/documents/rapport-podia")
    text = client.get("/metrics").text
    assert 'route="/documents/{identity}",status="200"' in text
    assert "rapport-podia" not in text
    assert "wegwijs_documents 3.0" in text


def test_the_description_names_every_address_for_programs(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    promised = {
        "/api/chat",
        "/api/search",
        "/api/documents",
        "/api/documents/{identity}",
        "/api/feedback",
        "/api/routes",
        "/v1/chat/completions",
        "/v1/models",
        "/healthz",
        "/readyz",
        "/metrics",
    }
    assert promised <= paths.keys()
    page = client.get("/docs", headers={"Accept": "text/html"}).text
    assert all(path in page for path in promised)


def test_static_files_are_kept_by_what_they_hold(client: TestClient) -> None:
    root = Path(__file__).parent.parent.parent / "web" / "static"
    for file in root.iterdir():
        plain = client.get(f"/static/{file.name}")
        assert plain.headers["cache-control"] == "no-cache"
        assert "immutable" in client.get(f"/static/{file.name}?v=1").headers["cache-control"]
