"""The chat as people use it, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.web.fake_assistant import FakeAssistant
from tests.web.live import served

KNOWN = "Waar waren de meeste voorstellingen, en hoe worden optredens in Duitsland belast?"
FIRST = "De meeste voorstellingen waren in Duitsland."
SECOND = "Optredens in Duitsland worden belast aan de bron."


def ask(page: Page, question: str = KNOWN) -> None:
    """Types a question, sends it, and waits for the whole answer."""
    answers = page.locator(".answer-foot").count()
    page.locator("#question").fill(question)
    page.locator("#ask button").click()
    expect(page.locator(".answer-foot")).to_have_count(answers + 1)


def test_an_answer_streams_in_claim_by_claim(opened: Opened, address: str) -> None:
    page = opened(address)
    page.locator("#question").fill(KNOWN)
    page.locator("#question").press("Enter")
    arriving = page.locator('article[aria-busy="true"]')
    expect(arriving).to_contain_text(FIRST)
    expect(page.locator(".progress")).to_be_visible()
    expect(page.locator(".claims")).to_contain_text(SECOND)
    expect(page.locator(".answer-foot")).to_be_visible()
    expect(page.locator(".source")).to_have_count(2)
    expect(page).to_have_url(re.compile("/conversations/"))
    expect(page.locator("#live")).to_have_text("Antwoord klaar, 2 bronnen.")


@pytest.mark.parametrize(
    ("locale", "place"),
    [("nl-BE", "je bent nummer 2 in de rij"), ("en-GB", "you are number 2 in line")],
)
def test_who_waits_for_the_model_sees_a_place_in_line(
    opened: Opened, tmp_path: Path, locale: str, place: str
) -> None:
    assistant = FakeAssistant()
    with served(assistant, tmp_path) as address:
        page = opened(address, locale=locale)
        page.locator("#question").fill(f"{KNOWN} Ik sta in de rij.")
        page.locator("#question").press("Enter")
        expect(page.locator(".progress")).to_contain_text(place)
        expect(page.locator("#live")).to_contain_text(place)
        assistant.release.set()
        expect(page.locator(".answer-foot")).to_be_visible()


def test_a_reload_keeps_the_conversation(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    before = page.locator(".turn").inner_text()
    page.reload()
    assert page.locator(".turn").inner_text() == before


def test_a_citation_opens_the_source_with_the_quote_marked(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    page.locator(".claims a.node").first.click()
    panel = page.locator("#panel")
    expect(panel.locator(".reading mark")).to_have_text(FIRST)
    expect(panel).to_contain_text("p. 1 [pdf 2]")
    expect(panel).to_be_focused()
    panel.locator('a[rel="prev"]').click()
    expect(panel).to_contain_text("Bladzijde 1 van 2")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(".claims a.node").first).to_be_focused()


def test_back_goes_step_by_step(opened: Opened, address: str) -> None:
    """Back closes the source, then leads to where the question was asked; forward comes back."""
    page = opened(f"{address}/about")
    page.goto(address)
    ask(page)
    talk = page.url
    page.locator(".claims a.node").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    assert page.url == talk
    page.go_back()
    expect(page.locator("#welcome")).to_be_visible()
    page.go_forward()
    expect(page.locator(".claims")).to_contain_text(FIRST)
    page.go_back()
    expect(page.locator("#welcome")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{address}/about")


def test_closing_the_source_leaves_no_dead_step(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    page.locator(".claims a.node").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    page.locator("[data-close-panel]").click()
    expect(page.locator("#panel")).to_be_hidden()
    page.go_back()
    expect(page.locator("#welcome")).to_be_visible()


def test_a_follow_up_stays_in_the_same_step(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    ask(page, "Waar waren de meeste voorstellingen?")
    page.go_back()
    expect(page.locator("#welcome")).to_be_visible()


def test_on_a_narrow_screen_sources_fold(opened: Opened, address: str) -> None:
    page = opened(address, viewport={"width": 375, "height": 760})
    ask(page)
    expect(page.locator(".cited").first).to_be_hidden()
    page.locator(".sources > summary").click()
    expect(page.locator(".cited").first).to_be_visible()
    page.reload()
    expect(page.locator(".cited").first).to_be_hidden()


def test_the_frame_of_an_answer_is_in_its_language(opened: Opened, address: str) -> None:
    page = opened(address, locale="en-GB")
    ask(page)
    expect(page.locator(".sources h3")).to_contain_text("Bronnen")
    expect(page.locator(".feedback")).to_contain_text("Had je hier iets aan?")
    expect(page.locator(".ask")).to_contain_text("Ask")


def test_pointing_at_a_citation_shows_the_quote(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    page.locator(".claims a.node").nth(1).hover()
    expect(page.locator(".peek")).to_contain_text(SECOND)
    page.mouse.move(5, 5)
    expect(page.locator(".peek")).to_have_count(0)


def test_everything_works_without_scripts(opened: Opened, address: str) -> None:
    page = opened(address, java_script_enabled=False)
    page.locator("#question").fill(KNOWN)
    page.locator("#ask button").click()
    expect(page).to_have_url(re.compile(r"/conversations/.+#turn-1$"))
    expect(page.locator(".claims")).to_contain_text(FIRST)
    page.locator("#question").fill("en in Duitsland?")
    page.locator("#ask button").click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".understood q")).to_contain_text("en in Duitsland?")
    page.locator("#turn-1 a.node").first.click()
    expect(page.locator(".reading mark")).to_have_text(FIRST)
    page.go_back()
    page.locator("#turn-1 .feedback button").first.click()
    expect(page.locator("#turn-1 .thanks")).to_be_visible()


def test_the_keyboard_is_enough(opened: Opened, address: str) -> None:
    page = opened(address)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(KNOWN)
    page.keyboard.press("Enter")
    expect(page.locator(".answer-foot")).to_be_visible()
    expect(page.locator("#question")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.claims a.node')"):
            break
    expect(page.locator(".claims a.node:focus")).to_have_count(1)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    expect(page.locator(".peek")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark").first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#question")).to_be_focused()


def test_the_first_stop_skips_to_the_content(opened: Opened, address: str) -> None:
    page = opened(f"{address}/about")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_language_can_be_switched(opened: Opened, address: str) -> None:
    page = opened(address)
    expect(page.locator("h1")).to_have_text("Vind je weg in cultuurbeleid")
    page.locator(".languages a", has_text="EN").click()
    expect(page.locator("h1")).to_have_text("Find your way in cultural policy")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".nav a", has_text="Documents").click()
    expect(page.locator("h1")).to_have_text("Documents")


def test_an_english_browser_is_spoken_to_in_english(opened: Opened, address: str) -> None:
    page = opened(address, locale="en-GB")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("scripts", [True, False])
def test_html_in_a_question_is_inert(opened: Opened, address: str, scripts: bool) -> None:
    page = opened(address, java_script_enabled=scripts)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    question = '<img src=x onerror="alert(1)"><script>alert(2)</script> & <b>vet</b>'
    ask(page, question)
    expect(page.locator(".question")).to_contain_text("<script>alert(2)</script> & <b>vet</b>")
    assert page.locator(".turn img, .turn script, .question b").count() == 0
    assert dialogs == []


def test_an_empty_and_a_long_question_get_a_word(opened: Opened, address: str) -> None:
    page = opened(address)
    page.locator("#question").press("Enter")
    problem = page.locator("#ask-problem")
    expect(page.locator(".turn")).to_have_count(0)
    page.locator("#question").fill("v" * 10_001)
    page.locator("#ask button").click()
    expect(problem).to_contain_text("Je vraag is te lang: 10001 tekens")
    expect(page.locator(".turn")).to_have_count(0)


def test_a_choice_is_asked_with_a_click(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page, "steun")
    page.locator(".choice").first.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator("#turn-2 .claims")).to_contain_text(FIRST)


def test_the_question_as_understood_can_be_corrected(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page, "Waar waren de meeste voorstellingen?")
    ask(page, "en in Duitsland?")
    expect(page.locator("#turn-2 .understood q")).to_contain_text("en in Duitsland?")
    page.locator("#turn-2 .understood summary").click()
    page.locator("#correct-2").fill("Is een visum nodig in Duitsland?")
    page.locator("#turn-2 .correct button").click()
    expect(page.locator("#turn-3 .claims")).to_contain_text("Een visum voor Duitsland")


def test_a_refusal_is_calm_and_points_on(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page, "Wat kost een olifant?")
    expect(page.locator(".status")).to_have_text("Niet gevonden")
    expect(page.locator(".referrals")).to_contain_text("Steunpunt Voorbeeld")
    assert page.locator(".source").count() == 0


def test_a_failure_offers_another_try(opened: Opened, address: str) -> None:
    page = opened(address)
    page.locator("#question").fill("Dit is niet te doen")
    page.locator("#ask button").click()
    expect(page.locator(".answer-failed .status")).to_contain_text("That cannot be asked.")
    expect(page.locator(".answer-failed button")).to_have_text("Probeer opnieuw")


def test_waiting_can_be_stopped(opened: Opened, address: str) -> None:
    page = opened(address)
    page.locator("#question").fill("wacht even")
    page.locator("#question").press("Enter")
    page.locator(".progress button").click()
    expect(page.locator(".progress")).to_have_text(re.compile("Gestopt"))
    ask(page, "Wat kost een olifant?")
    expect(page.locator(".status")).to_have_text("Niet gevonden")


def test_a_judgement_is_thanked_for(opened: Opened, address: str) -> None:
    page = opened(address)
    ask(page)
    page.locator(".feedback button").first.click()
    expect(page.locator(".thanks")).to_have_text("Dank je. Er is niets over jou bewaard.")


def test_an_answer_can_be_copied(opened: Opened, address: str) -> None:
    page = opened(address, permissions=["clipboard-read", "clipboard-write"])
    ask(page)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copy]")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert FIRST in copied
    assert "p. 1 [pdf 2]" in copied


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/documents",
        "/routes",
        "/check",
        "/about",
        "/coverage",
        "/docs",
        "/documents/rapport-podia/pages/2?start=69&end=113",
    ],
)
def test_nothing_runs_off_the_screen(opened: Opened, address: str, width: int, path: str) -> None:
    page = opened(f"{address}{path}", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
