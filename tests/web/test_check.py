"""The reference check over HTTP and as a page, around the fake assistant."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.web.conftest import PAGE

TEXT = (
    "De meeste voorstellingen waren in Duitsland. Optredens in Duitsland worden belast aan de zee."
)


def test_each_sentence_has_verdict_and_citations(client: TestClient) -> None:
    reply = client.post("/api/check", json={"text": TEXT})
    assert reply.status_code == 200
    content = reply.json()
    assert [claim["verdict"] for claim in content["claims"]] == ["supported", "contradicted"]
    assert content["claims"][0]["citations"][0].keys() >= {"document", "page", "quote", "section"}
    assert content["audit"][0]["kind"] == "listed-not-cited"
    assert content["summary"].startswith("1 van de 2 zinnen")


def test_explanations_in_the_language_that_is_asked_for(client: TestClient) -> None:
    content = client.post("/api/check", json={"text": TEXT, "lang": "en"}).json()
    assert content["claims"][0]["verdict_text"] == "Carried"


def test_no_text_and_too_much_are_errors_in_the_one_shape(client: TestClient) -> None:
    for text in ("  ", "x" * 501, "Dit is te lang."):
        reply = client.post("/api/check", json={"text": text})
        assert reply.status_code == 422
        assert reply.json()["error"].keys() == {"code", "message", "hint"}
    assert client.post("/api/check", json={}).status_code == 422


def test_the_page_shows_the_verdict_on_each_sentence(client: TestClient) -> None:
    form = client.get("/check", headers=PAGE)
    assert 'action="/check"' in form.text
    reply = client.post("/check", data={"text": f"{TEXT} <script>kwaad</script>."}, headers=PAGE)
    assert reply.status_code == 200
    assert "1 van de 3 zinnen is gedragen" in reply.text
    assert reply.text.count('class="check-sentence"') == 3
    assert 'data-verdict="contradicted"' in reply.text
    assert "<script>kwaad" not in reply.text
    assert "&lt;script&gt;kwaad" in reply.text
    assert "Jansen (2019)" in reply.text


def test_the_page_says_what_is_wrong_and_keeps_the_text(client: TestClient) -> None:
    reply = client.post("/check", data={"text": "Dit is te lang."}, headers=PAGE)
    assert reply.status_code == 422
    assert 'role="alert"' in reply.text
    assert "Dit is te lang." in reply.text


def test_the_page_speaks_the_readers_language(client: TestClient) -> None:
    page = client.post("/check?lang=en", data={"text": TEXT}, headers=PAGE).text
    assert "1 of 2 sentences is carried by the documents" in page
    assert "What the verdicts mean" in page
