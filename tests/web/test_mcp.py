"""The Model Context Protocol at ``/mcp``: list the tools and use them, as a client does."""

from __future__ import annotations

import json
from typing import Any

from fastapi.testclient import TestClient

HEADERS = {
    "Accept": "application/json, text/event-stream",
    "Content-Type": "application/json",
    "Host": "127.0.0.1:8000",
}


def call(client: TestClient, method: str, **params: Any) -> dict[str, Any]:
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    reply = client.post("/mcp", json=body, headers=HEADERS)
    assert reply.status_code == 200, reply.text
    result: dict[str, Any] = reply.json()["result"]
    return result


def use(client: TestClient, name: str, **arguments: Any) -> dict[str, Any]:
    return call(client, "tools/call", name=name, arguments=arguments)


def content(result: dict[str, Any]) -> Any:
    return result.get("structuredContent") or json.loads(result["content"][0]["text"])


def initialise(client: TestClient) -> dict[str, Any]:
    return call(
        client,
        "initialize",
        protocolVersion="2025-06-18",
        capabilities={},
        clientInfo={"name": "test", "version": "1"},
    )


def test_it_introduces_itself(client: TestClient) -> None:
    hello = initialise(client)
    assert hello["serverInfo"]["name"] == "wegwijs"
    assert "verbatim quote" in hello["instructions"]


def test_its_tools_are_described(client: TestClient) -> None:
    tools = {tool["name"]: tool for tool in call(client, "tools/list")["tools"]}
    assert tools.keys() == {"search", "ask", "check", "document"}
    for tool in tools.values():
        assert tool["description"]
        for parameter in tool["inputSchema"]["properties"].values():
            assert parameter["description"]


def test_check(client: TestClient) -> None:
    text = "De meeste voorstellingen waren in Duitsland. De koning fietst."
    checked = content(use(client, "check", text=text))
    assert [claim["verdict"] for claim in checked["claims"]] == ["supported", "not_in_corpus"]


def test_ask(client: TestClient) -> None:
    answer = content(use(client, "ask", question="Waar waren de meeste voorstellingen?"))
    assert answer["status"] == "answered"
    assert answer["citations"][0]["document"] == "rapport-podia"


def test_search(client: TestClient) -> None:
    found = content(use(client, "search", query="meeste voorstellingen", k=1))
    assert found["hits"][0]["document"] == "rapport-podia"


def test_document_and_its_page(client: TestClient) -> None:
    whole = content(use(client, "document", id="rapport-podia"))
    assert whole["page_count"] == 2
    page = content(use(client, "document", id="rapport-podia", page=2))
    assert "meeste voorstellingen" in page["text"]


def test_errors_say_what_to_do(client: TestClient) -> None:
    for name, arguments in (
        ("document", {"id": "none"}),
        ("document", {"id": "rapport-podia", "page": 9}),
        ("ask", {"question": " "}),
    ):
        result = use(client, name, **arguments)
        assert result["isError"]
        assert "Traceback" not in result["content"][0]["text"]


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = HEADERS | {"Host": "attacker.example"}
    assert client.post("/mcp", json=body, headers=headers).status_code == 421
