"""The report on how well a document could be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from corpus.quality import quality
from tests.corpus.reading.made import read_file
from tests.golden.documents import report

DUTCH = "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen. "
ENGLISH = "A company that wants to play abroad will find here what it should arrange in advance. "


def document(*pages: str, blocks: tuple[Block, ...] = ()) -> Document:
    return Document(
        Source("verslag", "Verslag", Path("verslag.pdf")),
        tuple(Page(n, str(n), text, 595, 842) for n, text in enumerate(pages, start=1)),
        blocks,
    )


def test_a_made_report_is_counted_right(tmp_path: Path) -> None:
    truth = report(tmp_path / "made.pdf")
    found = quality(read_file(tmp_path / "made.pdf"))
    assert found.pages == found.labels == len(truth.labels)
    assert found.headings == len(truth.headings)
    assert found.deepest_heading == 3
    assert (found.footnotes, found.footnotes_linked) == (16, 16)
    assert (found.tables, found.untrusted_tables, found.references) == (1, 0, 8)
    assert found.suspicious == ()
    assert json.loads(json.dumps(found.as_json()))["unlinked"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\ue001\ue002\ue003 \ufffd\ufffd" + DUTCH, "garbled"),
        (" ".join(["Bvrrt xkcdw Hgfds qwrtp Zxcvb"] * 6), "garbled"),
        (DUTCH.replace(" ", "") + "  " + "deSteunVoor gezelschappenDie spelenOver " * 3, "glued"),
        ("afbeelding", "almost-no-text"),
    ],
)
def test_pages_that_may_be_wrong_are_named(text: str, reason: str) -> None:
    found = quality(document(DUTCH * 3, text, DUTCH * 3))
    assert [(page.page, page.label, page.reason) for page in found.suspicious] == [(2, "2", reason)]
    assert found.suspicious[0].example


def test_a_cover_with_a_few_words_is_in_order() -> None:
    assert quality(document("Verslag", DUTCH * 3, "Colofon")).suspicious == ()


def test_addresses_and_names_are_not_glued_words() -> None:
    text = (
        DUTCH + "Zie https://voorbeeld.test/EenLangAdres.MetPunten en info@huisDeKade.test. "
    ) * 3
    assert quality(document(text, text)).suspicious == ()


def test_notes_that_nothing_refers_to_are_listed() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, DUTCH.strip(), (Run(0, 1, 0, 5),), notes=("1",)),
        Block(BlockKind.FOOTNOTE, "Zie daar.", marker="1"),
        Block(BlockKind.FOOTNOTE, "En hier.", marker="2"),
        Block(BlockKind.FOOTNOTE, "Opnieuw geteld.", marker="1"),
    )
    found = quality(document(DUTCH * 3, blocks=blocks))
    assert (found.footnotes, found.footnotes_linked, found.unlinked) == (3, 1, ("2", "1"))


def test_the_language_is_told_for_each_part() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Samenvatting", level=1),
        Block(BlockKind.PARAGRAPH, DUTCH * 4, section=("Samenvatting",)),
        Block(BlockKind.PARAGRAPH, ENGLISH * 4, section=("Summary",)),
        Block(BlockKind.PARAGRAPH, DUTCH * 4, section=("Vervolg",)),
    )
    found = quality(document(DUTCH, blocks=blocks)).languages
    assert [(part.section, part.language) for part in found] == [
        ("", "nl"),
        ("Summary", "en"),
        ("Vervolg", "nl"),
    ]
