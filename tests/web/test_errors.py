"""One error shape everywhere, and headers on everything."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import JSON, PAGE
from web.security import HEADERS


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("GET", "/api/nowhere", 404, "not_found"),
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/static/nothing.css", 404, "not_found"),
        ("GET", "/static/../app.py", 404, "not_found"),
        ("GET", "/api/chat", 405, "method_not_allowed"),
        ("DELETE", "/api/documents", 405, "method_not_allowed"),
        ("PUT", "/", 405, "method_not_allowed"),
        ("GET", "/api/search", 422, "invalid_request"),
        ("GET", "/api/search?q=x&k=0", 422, "invalid_request"),
        ("GET", "/api/search?q=+", 422, "empty_question"),
        ("GET", "/api/documents/none", 404, "document_not_found"),
        ("GET", "/api/documents/none/pages/1", 404, "document_not_found"),
        ("GET", "/api/documents/rapport-podia/pages/3", 404, "page_not_found"),
        ("GET", "/api/documents/rapport-podia/pages/0", 404, "page_not_found"),
        ("GET", "/api/documents/rapport-podia/pages/x", 422, "invalid_request"),
        ("GET", "/documents/rapport-podia/pages/99999999999999999999", 404, "page_not_found"),
        ("GET", "/v1/models/gpt", 404, "not_found"),
        ("POST", "/v1/chat/completions", 422, "invalid_request"),
        ("GET", "/mcp", 405, "method_not_allowed"),
    ],
)
def test_every_error_has_the_one_shape(
    client: TestClient, method: str, address: str, status: int, code: str
) -> None:
    reply = client.request(method, address, headers=JSON)
    assert reply.status_code == status
    assert reply.json().keys() == {"error"}
    error = reply.json()["error"]
    assert error.keys() == {"code", "message", "hint"}
    assert error["code"] == code
    assert error["message"]


def test_people_get_a_page(client: TestClient) -> None:
    reply = client.get("/nowhere", headers=PAGE | {"Accept-Language": "nl"})
    assert reply.status_code == 404
    assert "Deze pagina bestaat niet." in reply.text
    assert "not_found" in reply.text


def test_programs_get_json_whatever_they_accept(client: TestClient) -> None:
    assert client.get("/api/nowhere", headers=PAGE).json()["error"]["code"] == "not_found"


def test_the_message_is_in_the_language_asked(client: TestClient) -> None:
    dutch = client.get("/api/documents/x", headers=JSON | {"Accept-Language": "nl"}).json()
    english = client.get("/api/documents/x", headers=JSON).json()
    assert dutch["error"]["message"] == "Er is geen document met de naam x."
    assert english["error"]["message"] == "There is no document called x."


def test_what_was_sent_does_not_come_back_as_html(client: TestClient) -> None:
    reply = client.get("/documents/<script>alert(1)</script>", headers=PAGE)
    assert reply.status_code == 404
    assert "<script>alert" not in reply.text


def test_braces_in_what_was_sent_are_only_braces(client: TestClient) -> None:
    reply = client.get("/api/documents/{count}", headers=JSON)
    assert "{count}" in reply.json()["error"]["message"]


def test_a_body_that_is_too_large(client: TestClient) -> None:
    reply = client.post("/api/chat", content=b"x" * 600_000, headers=JSON)
    assert (reply.status_code, reply.json()["error"]["code"]) == (413, "body_too_large")


def test_a_body_that_is_too_large_and_does_not_say_so(client: TestClient) -> None:
    pieces = (b"x" * 100_000 for _ in range(6))
    headers = JSON | {"Content-Type": "application/json"}
    reply = client.post("/api/chat", content=pieces, headers=headers)
    assert (reply.status_code, reply.json()["error"]["code"]) == (413, "body_too_large")


def test_a_body_that_is_no_json(client: TestClient) -> None:
    headers = JSON | {"Content-Type": "application/json"}
    for body in (b"{", b"[]", b"\xff\xfe", b"null", b'{"question": NaN}'):
        reply = client.post("/api/chat", content=body, headers=headers)
        assert reply.status_code in (400, 422), body
        assert reply.json()["error"]["code"] == "invalid_request"


def test_a_form_of_another_site_is_turned_away(client: TestClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    reply = client.post("/ask", data={"question": "x"}, headers=headers)
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "foreign_form")


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/"),
        ("GET", "/nowhere"),
        ("GET", "/api/documents"),
        ("GET", "/static/base.css"),
        ("GET", "/metrics"),
    ],
)
def test_headers_are_on_everything(client: TestClient, method: str, address: str) -> None:
    headers = client.request(method, address).headers
    for name, value in HEADERS.items():
        assert headers[name] == value


def test_headers_are_on_a_crash_too(client: TestClient) -> None:
    reply = client.post("/ask", data={"question": "kapot"}, headers=PAGE)
    assert reply.status_code == 500
    assert reply.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert "secret detail" not in reply.text


def test_the_policy_allows_no_inline_script_or_style() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
