"""Structure that a file shows in unusual ways: several main parts or none, headings and cells."""

from __future__ import annotations

from pathlib import Path

from corpus.document import BlockKind, Document
from tests.corpus.reading.made import SENTENCE, read_file


def headings(document: Document) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in document.blocks if b.kind is BlockKind.HEADING]


def test_every_main_part_of_a_page_is_read(tmp_path: Path) -> None:
    file = tmp_path / "jaar.html"
    parts = "".join(
        f"<main><h1>{name}</h1><p>{name}: {SENTENCE}</p></main>" for name in ("Dans", "Film")
    )
    file.write_text(f"<html><head><title>Jaarboek</title></head><body>{parts}</body></html>")
    document = read_file(file)
    text = " ".join(block.text for block in document.blocks)
    assert f"Dans: {SENTENCE}" in text
    assert f"Film: {SENTENCE}" in text
    # Of several headings of the first level none is the title.
    assert document.source.title == "Jaarboek"


def test_a_page_without_a_main_part_keeps_its_headings(tmp_path: Path) -> None:
    file = tmp_path / "deel.html"
    file.write_text(f"<h2>1. Reizen</h2><h3>1.1 Tol</h3><p>{SENTENCE}</p><p>{SENTENCE * 2}</p>")
    document = read_file(file)
    assert "1.1 Tol" in [text for _, text in headings(document)]
    assert document.blocks[-1].section[-1] == "1.1 Tol"


def test_markdown_headings_in_html_numbers_and_labels(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text(
        f'# Plan\n\n<h3 id="doel">Doel</h3>\n\n{SENTENCE}\n\n**Wie doet mee:**\n\n{SENTENCE}\n\n'
        f"2.1. Geld\n\n2.1.1. Zalen\n\n{SENTENCE}\n\n2.1.2. Wij huren\n\n2.1.3. Wij delen\n"
    )
    assert headings(read_file(file)) == [
        (1, "Plan"),
        (3, "Doel"),
        (7, "Wie doet mee:"),
        (3, "2.1. Geld"),
        (4, "2.1.1. Zalen"),
    ]


def test_dashes_rule_a_table_and_a_first_cell_reaches_down(tmp_path: Path) -> None:
    file = tmp_path / "tarief.md"
    file.write_text(
        "Tarieven.\n\n| --- | --- | --- |\n|:---|:---|:---|\n| Zaal | tot 50 man | 20 |\n"
        "| --- | meer dan 50 man | 35 |\n| --- | --- | --- |\n| Tuin | tot 50 man | 10 |\n"
        "| --- | 65 | --- |\n"
    )
    rows = [b.table for b in read_file(file).blocks if b.table is not None]
    assert [(row.group, row.cells) for row in rows] == [
        ("", ("Zaal", "tot 50 man", "20")),
        ("Zaal", ("", "meer dan 50 man", "35")),
        ("", ("Tuin", "tot 50 man", "10")),
        ("", ("", "65", "")),
    ]
