"""From files to a highlighted quote: real reading, real index, real assistant, real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from assistant.assembly import assemble
from assistant.settings import WegwijsSettings
from indexing.synchronise import synchronise
from tests.browser.conftest import Opened
from tests.web.live import served
from tests.web.made_pdf import QUOTE, make

PAGE_HTML = """<!doctype html><html lang="nl"><head><title>Reisgids voor podia</title></head><body>
<article><h1>Reisgids voor podia</h1><h2>Vrachtwagens</h2>
<p>Een vrachtwagen met decor heeft in Portugal een ecovignet nodig, dat twaalf euro kost.</p>
<h2>Hotels</h2><p>Hotels voor gezelschappen worden ten laatste drie weken vooraf geboekt.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a PDF and a web page, read and indexed as always."""
    folder = tmp_path_factory.mktemp("corpus")
    make(folder / "verslag.pdf")
    (folder / "reisgids.html").write_text(PAGE_HTML, encoding="utf-8")
    data = tmp_path_factory.mktemp("whole")
    settings = WegwijsSettings(data=data, corpus=(folder,), with_fiches=False)
    report = synchronise(settings.indexing_settings, settings.corpus_settings)
    assert report.failed == ()
    assistant = assemble(settings)
    with served(assistant, data) as address:
        yield address
    assistant.index.close()
    shutil.rmtree(data, ignore_errors=True)


def test_a_pdf_citation_shows_the_page_with_the_quote_highlighted(
    opened: Opened, whole: str
) -> None:
    page = opened(whole)
    page.locator("#question").fill("Hoeveel gezelschappen reisden in 2021 naar het buitenland?")
    page.locator("#question").press("Enter")
    expect(page.locator(".answer-foot")).to_be_visible()
    expect(page.locator(".claims")).to_contain_text("140")
    expect(page.locator(".source .place").first).to_have_text("p. 1 [pdf 2]")
    page.locator(".claims a.node").first.click()
    highlight = page.locator("#panel .highlight").first
    expect(highlight).to_be_visible()
    expect(page.locator("#panel .viewer-quote")).to_contain_text(QUOTE)
    sheet = page.locator("#panel .sheet-page").bounding_box()
    marked = highlight.bounding_box()
    assert sheet is not None
    assert marked is not None
    # The line stands 142 points below the top of a page of 842 points.
    assert (marked["y"] - sheet["y"]) / sheet["height"] == pytest.approx(132 / 842, abs=0.01)


def test_a_citation_of_a_web_page_marks_the_words(opened: Opened, whole: str) -> None:
    page = opened(whole)
    page.locator("#question").fill("Wat kost een ecovignet voor een vrachtwagen in Portugal?")
    page.locator("#question").press("Enter")
    expect(page.locator(".answer-foot")).to_be_visible()
    page.locator(".claims a.node").first.click()
    expect(page.locator("#panel .reading mark").first).to_contain_text("twaalf euro")
    expect(page.locator("#panel .reading h3, #panel .reading h2")).to_contain_text(["Vrachtwagens"])


def test_the_same_without_scripts(opened: Opened, whole: str) -> None:
    page = opened(whole, java_script_enabled=False)
    page.locator("#question").fill("Hoeveel gezelschappen reisden in 2021 naar het buitenland?")
    page.locator("#ask button").click()
    page.locator(".claims a.node").first.click()
    expect(page.locator(".sheet-page .highlight").first).to_be_visible()
    page.locator('a[rel="prev"]').click()
    expect(page.locator(".pager-place")).to_have_text("Bladzijde 1 van 2")
