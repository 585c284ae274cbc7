"""The reference check as people use it, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opened

TEXT = "De meeste voorstellingen waren in Duitsland. De koning fietst naar zee."


def test_a_paragraph_is_checked_and_its_source_opens_beside_it(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}/check")
    page.locator("#text").fill(TEXT)
    page.locator(".check-form button").click()
    expect(page.locator("#check-result")).to_contain_text("1 van de 2 zinnen is gedragen")
    sentences = page.locator(".check-sentence")
    expect(sentences).to_have_count(2)
    expect(sentences.nth(0)).to_have_attribute("data-verdict", "supported")
    expect(sentences.nth(1)).to_contain_text("Niet gevonden")
    expect(page.locator("#text")).to_have_value(TEXT)
    sentences.nth(0).locator("a[data-viewer]").first.click()
    expect(page.locator("#panel")).to_contain_text("Duitsland")
    expect(page).to_have_url(re.compile("/check"))


def test_it_fits_a_phone(opened: Opened, address: str) -> None:
    page = opened(f"{address}/check")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("#text").fill(TEXT)
    page.locator(".check-form button").click()
    expect(page.locator(".check-sentence")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
