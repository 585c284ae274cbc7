"""What people see without scripts: every page, in both languages, with nothing unescaped."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import PAGE
from tests.web.fake_assistant import FakeAssistant

PAGES = (
    "/",
    "/routes",
    "/check",
    "/routes?discipline=music&destination=de",
    "/documents",
    "/documents?q=voorstellingen+duitsland",
    "/documents/rapport-podia",
    "/documents/land-nl",
    "/documents/rapport-podia/pages/2?start=69&end=113",
    "/about",
    "/coverage",
    "/docs",
)
KNOWN = "Waar waren de meeste voorstellingen?"


def ask(client: TestClient, question: str, conversation: str = "") -> str:
    """The conversation page that asking leads to."""
    reply = client.post("/ask", data={"question": question, "conversation": conversation})
    assert reply.status_code == 200, reply.text
    return reply.text


def conversation_of(html: str) -> str:
    found = re.search(r'name="conversation" value="([^"]+)"', html)
    assert found
    return found.group(1)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_page_is_whole(client: TestClient, address: str, lang: str) -> None:
    reply = client.get(address, headers=PAGE | {"Accept-Language": lang})
    assert reply.status_code == 200
    html = reply.text
    assert f'<html lang="{lang}">' in html
    assert html.count("<h1") == 1
    assert html.count("<main") == 1
    assert 'class="skip"' in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_fetched_from_elsewhere(client: TestClient, address: str) -> None:
    html = client.get(address, headers=PAGE).text
    fetched = re.findall(
        r'<(?:script|link|img|image|iframe|source)[^>]+(?:src|href)="([^"]+)"', html
    )
    assert fetched
    assert [where for where in fetched if not re.match(r"/(static|api)/", where)] == []
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)
    assert not re.search(r'\s(style|on\w+)="', html)


def test_asking_leads_to_an_answer_with_a_source(client: TestClient) -> None:
    html = ask(client, KNOWN)
    assert "De meeste voorstellingen waren in Duitsland." in html
    assert 'href="/documents/rapport-podia/pages/2?start=69&amp;end=113#quote"' in html
    assert "p. 1 [pdf 2]" in html
    assert "Het rapport loopt tot 2023." in html


def test_titles_and_texts_are_escaped(client: TestClient) -> None:
    html = ask(client, KNOWN)
    assert "Rapport over &lt;reizende&gt; podia &amp; publiek" in html
    assert "<reizende>" not in html


def test_html_in_a_question_is_text(client: TestClient) -> None:
    html = ask(client, '<script>alert("x")</script><b>vet</b>')
    assert "<script>alert" not in html
    assert "<b>vet" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("question", ["🎻🎺 muziek?", "שלום", "a" * 500, "‮omgekeerd", "x\ny"])
def test_odd_questions_get_a_page(client: TestClient, question: str) -> None:
    assert 'class="answer' in ask(client, question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "Er staat nog geen vraag."),
        ("  \n ", "Er staat nog geen vraag."),
        ("v" * 10_000, "Je vraag is te lang: 10000 tekens"),
        ("Dit is niet te doen", "That cannot be asked."),
    ],
)
def test_a_question_that_cannot_be_taken_stays_in_the_box(
    client: TestClient, question: str, said: str
) -> None:
    reply = client.post("/ask", data={"question": question}, headers=PAGE)
    assert reply.status_code == 422
    assert said in reply.text
    assert 'aria-invalid="true"' in reply.text
    assert question.strip()[:50] in reply.text


def test_a_follow_up_shows_how_it_was_understood(
    client: TestClient, assistant: FakeAssistant
) -> None:
    first = ask(client, KNOWN)
    second = ask(client, "en in Duitsland?", conversation_of(first))
    assert "Begrepen als" in second
    assert f"<q>{KNOWN} (en in Duitsland?)</q>" in second
    assert [turn.role for turn in assistant.asked[-1].history] == ["user", "assistant"]
    assert second.count('class="turn"') == 2


def test_a_counter_question_offers_choices(client: TestClient) -> None:
    html = ask(client, "steun")
    assert 'value="Is een visum nodig in Duitsland?"' in html
    assert "Kies wat je bedoelt" in html
    shown = html.split('<textarea hidden id="copy-')[0]
    assert shown.count("Is een visum nodig in Duitsland?") == 2  # a button: its value and its label


def test_an_answer_leads_to_the_whole_of_its_route(client: TestClient) -> None:
    html = ask(client, "waar begin ik met voorstellingen in Duitsland")
    address = "/routes?discipline=music&amp;destination=de&amp;stage=first-steps"
    assert f'href="{address}&amp;applicant=organisation"' in html
    page = client.get(f"{address}&amp;applicant=organisation".replace("&amp;", "&"), headers=PAGE)
    assert '<option value="organisation" selected>' in page.text
    assert "/routes?" not in ask(client, "de meeste voorstellingen in Duitsland").split("</nav>")[1]


def test_not_knowing_says_who_does_and_cites_nothing(client: TestClient) -> None:
    html = ask(client, "Wat kost een olifant?")
    assert "Niet gevonden" in html
    assert "Steunpunt Voorbeeld" in html
    assert 'class="source"' not in html


def test_a_statement_shows_where_it_comes_from(client: TestClient) -> None:
    html = client.get("/documents/land-nl", headers=PAGE).text
    assert "Reisgids voor podia" in html
    assert 'href="https://example.org/reisgids"' in html
    assert "verandert vaak" in html


def test_the_viewer_marks_the_quote_in_the_text(client: TestClient) -> None:
    html = client.get("/documents/rapport-podia/pages/2?start=69&end=113", headers=PAGE).text
    assert '<mark id="quote">De meeste voorstellingen waren in Duitsland.</mark>' in html
    assert 'rel="prev"' in html
    assert 'rel="next"' not in html
    assert 'href="https://example.org/rapport"' in html


def test_the_viewer_finds_a_quote_by_its_words(client: TestClient) -> None:
    address = "/documents/rapport-podia/pages/2"
    html = client.get(address, params={"quote": "140  gezelschappen"}, headers=PAGE).text
    assert '<mark id="quote">140 gezelschappen</mark>' in html


@pytest.mark.parametrize("span", ["start=-5&end=9", "start=0&end=999999", "start=50&end=20"])
def test_a_strange_span_is_no_accident(client: TestClient, span: str) -> None:
    assert client.get(f"/documents/rapport-podia/pages/1?{span}", headers=PAGE).status_code == 200


def test_the_viewer_alone_is_for_beside_a_conversation(client: TestClient) -> None:
    html = client.get("/documents/land-nl/pages/1?start=0&end=9&fragment=1").text
    assert "<html" not in html
    assert html.strip().startswith('<div class="viewer"')


def test_a_list_shows_a_fiche_in_the_readers_language(client: TestClient) -> None:
    dutch = client.get("/documents", headers=PAGE | {"Accept-Language": "nl"}).text
    assert "/documents/land-nl" in dutch
    assert "/documents/land-en" not in dutch
    both = client.get("/documents?language=en", headers=PAGE | {"Accept-Language": "nl"}).text
    assert "/documents/land-en" in both


def test_a_choice_of_language_is_remembered(client: TestClient) -> None:
    client.get("/?lang=en", headers=PAGE | {"Accept-Language": "nl"})
    again = client.get("/about", headers=PAGE | {"Accept-Language": "nl"})
    assert '<html lang="en">' in again.text


def test_the_language_switch_keeps_the_address(client: TestClient) -> None:
    html = client.get("/documents?q=a%26b&lang=nl", headers=PAGE).text
    assert 'href="/documents?q=a%26b&amp;kind=' not in html
    assert 'href="/documents?q=a%26b&amp;lang=en"' in html


def test_a_forgotten_conversation_invites_to_ask_again(client: TestClient) -> None:
    reply = client.get("/conversations/unknown", headers=PAGE)
    assert reply.status_code == 404
    assert "niet bewaard" in reply.text
    assert 'action="/ask"' in reply.text


def test_a_judgement_by_form(client: TestClient) -> None:
    html = ask(client, KNOWN)
    answer = re.search(r'name="answer" value="([^"]+)"', html)
    assert answer
    form = {
        "answer": answer.group(1),
        "conversation": conversation_of(html),
        "verdict": "useful",
    }
    reply = client.post("/feedback", data=form, headers=PAGE)
    assert reply.status_code == 200
    assert "Dank je" in reply.text
    assert 'class="feedback"' not in reply.text


def test_a_search_shows_a_document_once_with_its_passages(client: TestClient) -> None:
    html = client.get("/documents?q=meeste voorstellingen waren Duitsland", headers=PAGE).text
    found = html[html.index('class="hits"') : html.index("</section>")]
    assert found.count("<h3>") == 1
    assert "De meeste voorstellingen waren in Duitsland." in found
    assert 'class="hits"' not in client.get("/documents?q=voorstellingen&kind=country").text


def test_a_route_that_cannot_be_chosen_is_told_in_the_readers_language(client: TestClient) -> None:
    reply = client.get("/routes?discipline=atlantis&destination=de", headers=PAGE)
    assert reply.status_code == 422
    assert "Die keuze ken ik niet" in reply.text
    assert 'action="/routes"' in reply.text


def test_a_route_takes_names_and_shows_what_was_chosen(client: TestClient) -> None:
    html = client.get("/routes?discipline=strip&destination=Brazil", headers=PAGE).text
    assert '<option value="literature" selected>' in html
    assert '<option value="br" selected>' in html


def test_the_frame_of_an_answer_speaks_the_language_of_the_answer(client: TestClient) -> None:
    html = client.post("/ask", data={"question": KNOWN}, headers={**PAGE, "Accept-Language": "en"})
    assert '<html lang="en">' in html.text
    assert "Bronnen" in html.text
    assert ">Sources" not in html.text


def test_a_source_of_several_claims_stands_once(client: TestClient) -> None:
    html = ask(client, "Worden optredens in Duitsland belast? Visum voor Duitsland nodig?")
    assert html.count('class="cited"') == 1
    assert html.count('class="source"') == 2
    assert html.count('href="https://example.org/reisgids"') == 1
    shown = html.split('<textarea hidden id="copy-')[0]
    assert shown.count("verandert vaak") == 1


def test_a_source_says_whether_it_is_a_fiche_or_a_document(client: TestClient) -> None:
    html = ask(client, "Waar waren de meeste voorstellingen?")
    assert '<span class="origin">Document</span>' in html
    fiche = ask(client, "Is een visum nodig in Duitsland?")
    assert '<span class="origin">Document</span>' not in fiche
