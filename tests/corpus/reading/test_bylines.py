"""Who wrote a web page, and when: kept in its metadata and found in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from tests.corpus.reading.checking import check
from tests.corpus.reading.made import SENTENCE, read_file

_TEXT = "".join(f"<p>{SENTENCE} Deel {n} gaat daar verder op in.</p>" for n in range(4))


def read_page(folder: Path, *, head: str = "", above: str = "", below: str = "") -> Document:
    file = folder / "pagina.html"
    file.write_text(
        f"<!doctype html><html lang=nl><head><title>Reizen | Huis</title>{head}</head><body>"
        "<header><a href=/>Huis</a><time datetime=2024-01-01>Vandaag 1 januari</time></header>"
        f"<main><article><h1>Reizen</h1>{above}{_TEXT}{below}</article>"
        "<article class=teaser><h2><a href=/x>Ander stuk</a></h2>"
        "<p class=byline>Door Een Ander</p><time>2 mei 2019</time></article></main>"
        "<aside><p class=author>Nog iemand</p></aside>"
        "<section class=comments><p class=author>Een lezer</p></section>"
        "<footer><p class=author>Webmeester</p></footer></body></html>",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    return document


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Lena Aerts"><meta property="article:published_time" '
        'content="2021-03-12">',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", '
        '"headline": "Reizen", "author": {"@type": "Person", "name": "Lena Aerts"}, '
        '"datePublished": "2021-03-12"}</script>',
        '<meta name="dc.creator" content="Lena Aerts"><meta name="dc.date" content="2021-03-12">',
    ],
)
def test_what_the_page_states_of_itself_is_its_metadata(tmp_path: Path, head: str) -> None:
    source = read_page(tmp_path, head=head).source
    assert (source.author, source.date) == ("Lena Aerts", "2021-03-12")


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=byline>Door Lena Aerts</p>",
        "<div class='post-meta'>Lena Aerts, 12 maart 2021</div>",
        "<address><a rel=author href=/lena>Lena Aerts</a></address>",
        "<span itemprop=author>Lena Aerts</span>",
        "<p>Geschreven door Lena Aerts</p>",
        "<p>By Lena Aerts</p>",
        "<time datetime=2021-03-12>12 maart 2021</time>",
    ],
)
def test_a_visible_byline_is_found_above_and_below_the_text(tmp_path: Path, byline: str) -> None:
    shown = " ".join(byline.split(">", 1)[1].split("<")[0].split()) or "Lena Aerts"
    for place in ("above", "below"):
        texts = [block.text for block in read_page(tmp_path, **{place: byline}).blocks]
        assert texts.count(shown) == 1
        kept = texts.index(shown) > 0
        # What extraction itself took for text stays where it stands.
        assert kept or texts[1] == "Reizen", "above the title, apart from the text"
        assert not kept or not byline.startswith(("<time", "<div", "<p class"))


def test_bylines_of_other_pages_and_of_readers_are_not_its_own(tmp_path: Path) -> None:
    text = read_page(tmp_path, above="<p class=byline>Door Lena Aerts</p>").page(1).text
    for other in ("Een Ander", "2 mei 2019", "Nog iemand", "Een lezer", "Webmeester", "Vandaag"):
        assert other not in text


def test_running_text_that_mentions_an_author_is_told_once(tmp_path: Path) -> None:
    sentence = f"Door Lena Aerts weten we dat reizen tijd kost. {SENTENCE}"
    document = read_page(tmp_path, above=f"<p>{sentence}</p>")
    assert document.page(1).text.count("Door Lena Aerts") == 1


@pytest.mark.parametrize(
    ("byline", "author"),
    [("<span itemprop=author>Lena Aerts</span>", "Lena Aerts"), ("<p>Zonder naam</p>", "")],
)
def test_who_stands_in_the_margin_is_not_the_author(
    tmp_path: Path, byline: str, author: str
) -> None:
    assert read_page(tmp_path, above=byline).source.author == author


def test_loose_text_between_elements_is_kept(tmp_path: Path) -> None:
    loose = "Los staat hier nog een regel over het loket."
    texts = [block.text for block in read_page(tmp_path, above=loose).blocks]
    assert texts[1] == loose
