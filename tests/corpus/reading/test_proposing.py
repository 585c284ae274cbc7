"""Title, date, publisher and language out of the document itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from corpus.proposing import propose_metadata
from corpus.reading.dispatch import read
from tests.corpus.reading.made import SENTENCE, read_file, write_pdf

BARE = Source("scan-0042", "scan_0042", Path("scan_0042.pdf"))


def document(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    text = "\n".join(texts)
    blocks = tuple(Block(kind, one, (Run(0, 1, text.index(one), len(one)),)) for one in texts)
    return Document(BARE, (Page(1, None, text),), blocks)


def test_the_files_own_title_and_author_are_taken(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "x.pdf", title="Reizen met steun", author="Huis De Kade")
    source = read_file(file).source
    assert (source.title, source.author, source.language) == (
        "Reizen met steun",
        "Huis De Kade",
        "nl",
    )


@pytest.mark.parametrize(
    "stated",
    [
        "untitled",
        "Microsoft Word - nota_def2.docx",
        "nota v3.indd",
        "Naamloos",
        "Word Document",
        "New Text Document (2)",
        "PowerPoint-presentatie",
    ],
)
def test_a_title_that_says_nothing_gives_way_to_the_one_on_the_page(stated: str) -> None:
    found = propose_metadata(document(SENTENCE), {"title": stated}, "Spelen over de grens")
    assert found.title == "Spelen over de grens"


def test_what_the_source_states_is_kept(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "nota.pdf", title="Iets anders")
    stated = Source(
        "nota", "De nota", file, publisher="Het huis", author="Iemand", date="2020", language="fr"
    )
    assert read(stated).source == stated


def test_a_title_that_is_only_the_files_name_is_replaced(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "nota.pdf", title="Reizen met steun")
    assert read(Source("nota", "nota", file)).source.title == "Reizen met steun"


@pytest.mark.parametrize("stated", ["", "Word Document"])
def test_a_word_document_without_a_title_is_called_by_its_heading(
    tmp_path: Path, stated: str
) -> None:
    import docx

    made = docx.Document()
    made.core_properties.title = stated
    made.add_heading("Reglement voor gastateliers", 1)
    made.add_paragraph(SENTENCE)
    made.save(str(tmp_path / "reglement v2.docx"))
    source = read_file(tmp_path / "reglement v2.docx").source
    assert source.title == "Reglement voor gastateliers"


def test_without_any_title_the_files_name_remains() -> None:
    long = " ".join([SENTENCE] * 4)
    assert propose_metadata(document(long)).title == "scan_0042"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Brussel, 12 maart 2021", "2021-03-12"),
        ("Brussel, 1er août 2019", "2019-08-01"),
        ("30 september ’21", "2021-09-30"),
        ("March 5, 2020", "2020-03-05"),
        ("Versie van 2022-11-03", "2022-11-03"),
        ("3/11/2022", "2022-11-03"),
        ("Najaarsnummer, oktober 2018", "2018-10"),
        ("31 februari 2020", "2020-02"),
        ("Een beleid tot 2035", None),
    ],
)
def test_dates_are_found_as_they_are_written(text: str, date: str | None) -> None:
    assert propose_metadata(document(text)).date == date


def test_the_day_a_file_was_made_counts_unless_it_is_a_later_copy() -> None:
    about = {"creationdate": "D:20210312101500+01'00'"}
    assert propose_metadata(document("Cijfers van 2020."), about).date == "2021-03-12"
    assert propose_metadata(document("Cijfers van 2009."), about).date is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Een uitgave van Huis De Kade, Gent", "Huis De Kade"),
        ("© 2021 Steunpunt Voorbeeld", "Steunpunt Voorbeeld"),
        ("Published by Northern House.", "Northern House"),
        ("De uitgave van middelen steeg", ""),
    ],
)
def test_colophons_name_the_publisher(text: str, publisher: str) -> None:
    assert propose_metadata(document(text)).publisher == publisher


def test_the_largest_print_on_the_first_page_is_the_title(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "nota.pdf"))
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(72, 700, "Spelen over")
    canvas.drawString(72, 672, "de grens")
    canvas.setFont("Helvetica", 11)
    for at in range(8):
        canvas.drawString(72, 600 - 14 * at, SENTENCE)
    canvas.save()
    assert read_file(tmp_path / "nota.pdf").source.title == "Spelen over de grens"


def test_headings_stand_in_for_a_title() -> None:
    found = document("Spelen over de grens", kind=BlockKind.HEADING)
    assert propose_metadata(found).title == "Spelen over de grens"
    numbered = replace(found, blocks=(replace(found.blocks[0], number="1"),))
    assert propose_metadata(numbered).title == "scan_0042"


def test_a_report_may_be_dated_where_it_is_signed() -> None:
    texts = ["Spelen over de grens", *(f"{at}. {SENTENCE}" for at in range(60)), "Huis, juni 2010"]
    assert propose_metadata(document(*texts)).date == "2010-06"
    assert propose_metadata(document(*texts[:-1], f"{'Zie ook ' * 20} juni 2010")).date is None


def test_a_programs_own_name_for_nobody_is_no_author(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "x.pdf", title="Reizen met steun", author="(anonymous)")
    assert read_file(file).source.author == ""
