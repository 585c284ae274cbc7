"""Formats without pages: the structure that each of them states."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import BlockKind, Document
from tests.corpus.reading.checking import check
from tests.corpus.reading.made import SENTENCE, read_file


def outline(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def test_markdown_keeps_its_structure(tmp_path: Path) -> None:
    file = tmp_path / "nota.md"
    file.write_text(
        "---\ntitle: Nota\n---\n# Reizen\n\n"
        f"{SENTENCE} Zie de *noot*[^1].\n\n"
        "## Steun\n\n- eerste\n  - binnenste\n- tweede\n\n3. derde\n\n> Zonder steun geen reis.\n\n"
        "| Jaar | Bedrag |\n|---|---|\n| 2021 | 96 |\n| 2022 | 104 |\n\n[^1]: Een noot.\n",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    assert outline(document)[:9] == [
        ("heading", 1, "Reizen"),
        ("paragraph", 0, f"{SENTENCE} Zie de noot."),
        ("heading", 2, "Steun"),
        ("list-item", 1, "eerste"),
        ("list-item", 2, "binnenste"),
        ("list-item", 1, "tweede"),
        ("list-item", 1, "derde"),
        ("quote", 0, "Zonder steun geen reis."),
        ("table-row", 0, "Jaar; Bedrag"),
    ]
    row = document.blocks[9]
    assert row.text == "Jaar: 2021; Bedrag: 96"
    assert row.table is not None
    assert (row.table.row, row.table.header, row.table.cells) == (
        1, ("Jaar", "Bedrag"), ("2021", "96"),
    )  # fmt: skip
    assert row.section == ("Reizen", "Steun")
    assert document.blocks[-1].marker == "1"
    assert document.blocks[1].notes == ("1",)


def test_markdown_as_converters_and_sites_write_it(tmp_path: Path) -> None:
    file = tmp_path / "regeling.md"
    file.write_text(
        '---\ntitle: "Regels voor de haven"\ndate: 2021-05-03T10:00\nlang: nl-BE\n---\n'
        "<meta charset='utf-8' />\n\n"
        "### Hoofdstuk 2\n####: Steun\n\n### Artikel 2.1\n####Wie\n\n"
        "1.  Een schipper vraagt:   \n\na. een lamp;  \n\nb) een touw.    \n2.  Wie vraagt, wacht."
        "\n\nWie:\n\n    - **schipper** van een boot\n    - stuurman\n\n"
        "**Wat kost een lamp?**\n\nEen lamp kost<br>niets, {{< ref x >}}zegt <de haven>.\n\n"
        "#boten varen uit.\n\n– eind\n",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    assert (document.source.title, document.source.date, document.source.language) == (
        "Regels voor de haven", "2021-05-03", "nl",
    )  # fmt: skip
    assert outline(document) == [
        ("heading", 1, "Regels voor de haven"),
        ("heading", 3, "Hoofdstuk 2 Steun"),
        ("heading", 3, "Artikel 2.1 Wie"),
        ("list-item", 1, "Een schipper vraagt:"),
        ("list-item", 2, "a. een lamp;"),
        ("list-item", 2, "b) een touw."),
        ("list-item", 1, "Wie vraagt, wacht."),
        ("paragraph", 0, "Wie:"),
        ("list-item", 1, "schipper van een boot"),
        ("list-item", 1, "stuurman"),
        ("heading", 7, "Wat kost een lamp?"),
        ("paragraph", 0, "Een lamp kost niets, zegt <de haven>."),
        ("paragraph", 0, "#boten varen uit."),
        ("paragraph", 0, "– eind"),
    ]
    assert document.blocks[3].section[1:] == ("Hoofdstuk 2 Steun", "Artikel 2.1 Wie")
    assert document.blocks[11].section[-1] == "Wat kost een lamp?"


def test_bold_lines_of_a_title_page_are_no_headings(tmp_path: Path) -> None:
    file = tmp_path / "voor.md"
    file.write_text(
        "**Haven De Kade**\n\n**Kaaistraat 3**\n\n**Een zin in vet.**\n\nDe haven is open.\n\n"
        "```\n##Geen kop\n```\n",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 5


def test_what_stands_right_under_an_article_number_names_it(tmp_path: Path) -> None:
    file = tmp_path / "besluit.html"
    text = f"<p>{SENTENCE}</p>" * 3
    file.write_text(
        "<!doctype html><html lang=nl><head><title>Besluit</title></head><body><main><article>"
        f"<h1>Besluit</h1><h2>Hoofdstuk I</h2><h3>Lampen</h3>{text}"
        f"<h2>Artikel 3</h2><h3>Touwen</h3>{text}<h2>Hoofdstuk II</h2>{text}"
        "</article></main></body></html>",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    heads = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(one.text, one.section) for one in heads] == [
        ("Besluit", ()),
        ("Hoofdstuk I Lampen", ("Besluit",)),
        ("Artikel 3 Touwen", ("Besluit", "Hoofdstuk I Lampen")),
        ("Hoofdstuk II", ("Besluit",)),
    ]


def test_markdown_of_pages_is_made_whole_again(tmp_path: Path) -> None:
    file = tmp_path / "boek.md"
    pages = "".join(
        f"Bladzij | **{n}**\n\nDe haven is er voor boten nummer {n}.\n\n" for n in range(4)
    )
    file.write_text(
        f"{pages}De schipper vraagt een lamp en\n\nBladzij | 5\n\neen touw aan de haven.\n\n"
        "Wie\n\nwil weten hoe.\n\n**1** **Een lamp**\n\n**2** **Een touw**\n\n7 boten varen.\n",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    assert [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH][4:] == [
        "De schipper vraagt een lamp en een touw aan de haven.",
        "Wie",
        "wil weten hoe.",
        "7 boten varen.",
    ]
    items = [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["Een lamp", "Een touw"]
    assert sum(block.kind is BlockKind.FURNITURE for block in document.blocks) == 5


def test_html_keeps_its_main_text_and_drops_the_rest(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{SENTENCE} Deel {n} gaat daar verder op in.</p>" for n in range(4))
    file = tmp_path / "pagina.html"
    file.write_text(
        "<!doctype html><html lang=nl><head><title>Reizen | Huis</title>"
        '<meta name="author" content="Huis De Kade">'
        '<meta property="article:published_time" content="2021-03-12"></head><body>'
        "<nav><ul><li><a href=/>Start</a></li><li><a href=/c>Contact</a></li></ul></nav>"
        "<div class='cookie-banner'>Wij gebruiken cookies. <button>Aanvaarden</button></div>"
        f"<main><article><h1>Reizen</h1>{paragraphs}<h2>Wat</h2>"
        "<ul><li>een aanvraag</li><li>een begroting</li></ul>"
        "<table><tr><th>Jaar</th><th>Bedrag</th></tr><tr><td>2021</td><td>96</td></tr></table>"
        f"<p>{SENTENCE}</p></article></main><footer>Privacy en voorwaarden</footer></body></html>",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    text = document.page(1).text
    assert "cookies" not in text
    assert "Privacy" not in text
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING] == ["Reizen", "Wat"]
    assert [b.text for b in document.blocks if b.kind is BlockKind.LIST_ITEM] == [
        "een aanvraag",
        "een begroting",
    ]
    assert "Jaar: 2021; Bedrag: 96" in [b.text for b in document.blocks]
    assert (document.source.language, document.source.date) == ("nl", "2021-03-12")


def test_the_title_of_a_folded_part_stands_below_the_heading_before_it(tmp_path: Path) -> None:
    path = tmp_path / "vragen.html"
    path.write_text(
        "<html><body><main><h1>Vragen</h1><h2>Geld</h2>"
        "<details><summary>Wat kost het?</summary><p>Het lidmaatschap kost tien euro.</p></details>"
        "<h2>Tijd</h2><details><summary>Hoelang duurt het?</summary><p>Drie jaar, en daarna kan je"
        " opnieuw vragen.</p></details></main></body></html>",
        encoding="utf-8",
    )
    blocks = read_file(path).blocks
    assert [(b.level, b.text) for b in blocks if b.kind is BlockKind.HEADING] == [
        (1, "Vragen"),
        (2, "Geld"),
        (3, "Wat kost het?"),
        (2, "Tijd"),
        (3, "Hoelang duurt het?"),
    ]


def test_the_style_of_a_word_list_tells_its_level(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "lijst.docx"
    made = docx.Document()
    for text, style in (("Gereedschap", "List Bullet"), ("hamer", "List Bullet 2")):
        made.add_paragraph(text, style=style)
    made.save(str(path))
    assert [(b.level, b.text) for b in read_file(path).blocks] == [(1, "Gereedschap"), (2, "hamer")]


def test_word_files_keep_their_styles(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.core_properties.title = "Nota over reizen"
    made.add_heading("Reizen", 1)
    made.add_paragraph(SENTENCE)
    made.add_paragraph("een aanvraag", style="List Bullet")
    made.add_paragraph("een begroting", style="List Bullet")
    made.add_heading("Bedragen", 2)
    table = made.add_table(3, 2)
    for at, cells in enumerate((("Jaar", "Bedrag"), ("2021", "96"), ("2022", "104"))):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    made.add_paragraph("Zonder steun geen reis.", style="Quote")
    made.save(str(tmp_path / "nota.docx"))
    document = read_file(tmp_path / "nota.docx")
    check(document)
    assert outline(document) == [
        ("heading", 1, "Reizen"),
        ("paragraph", 0, SENTENCE),
        ("list-item", 1, "een aanvraag"),
        ("list-item", 1, "een begroting"),
        ("heading", 2, "Bedragen"),
        ("table-row", 0, "Jaar; Bedrag"),
        ("table-row", 0, "Jaar: 2021; Bedrag: 96"),
        ("table-row", 0, "Jaar: 2022; Bedrag: 104"),
        ("quote", 0, "Zonder steun geen reis."),
    ]
    assert document.source.title == "Nota over reizen"


def test_a_merged_cell_of_a_word_table_keeps_the_columns_in_place(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    table = made.add_table(3, 3)
    for at, cells in enumerate((("Regio", "Land", "Loket"), ("Zuid", "", "Sportello"))):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Elders"
    table.cell(2, 2).text = "Niet volledig"
    made.save(str(tmp_path / "nota.docx"))
    rows = [b.table.cells for b in read_file(tmp_path / "nota.docx").blocks if b.table]
    assert rows == [
        ("Regio", "Land", "Loket"),
        ("Zuid", "", "Sportello"),
        ("Elders", "", "Niet volledig"),
    ]


def test_opendocument_keeps_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.table import Table, TableCell, TableRow
    from odf.text import H, List, ListItem, Note, NoteBody, NoteCitation, P

    made = OpenDocumentText()
    made.text.addElement(H(outlinelevel=1, text="Reizen"))
    paragraph = P(text=SENTENCE)
    note = Note(id="n1", noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="Een noot."))
    note.addElement(body)
    paragraph.addElement(note)
    made.text.addElement(paragraph)
    items = List()
    item = ListItem()
    item.addElement(P(text="een aanvraag"))
    items.addElement(item)
    made.text.addElement(items)
    table = Table()
    for cells in (("Jaar", "Bedrag"), ("2021", "96")):
        row = TableRow()
        for text in cells:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    made.text.addElement(table)
    made.save(str(tmp_path / "nota.odt"))
    document = read_file(tmp_path / "nota.odt")
    check(document)
    assert outline(document) == [
        ("heading", 1, "Reizen"),
        ("paragraph", 0, SENTENCE),
        ("list-item", 1, "een aanvraag"),
        ("table-row", 0, "Jaar; Bedrag"),
        ("table-row", 0, "Jaar: 2021; Bedrag: 96"),
        ("footnote", 0, "Een noot."),
    ]
    assert (document.blocks[1].notes, document.blocks[-1].marker) == (("1",), "1")


def test_presentations_become_a_section_for_each_slide(tmp_path: Path) -> None:
    import pptx

    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Reizen"
    slide.placeholders[1].text = "een aanvraag\neen begroting"
    made.save(str(tmp_path / "nota.pptx"))
    document = read_file(tmp_path / "nota.pptx")
    check(document)
    assert document.source.title == "Reizen"
    assert outline(document) == [
        ("heading", 1, "1. Reizen"),
        ("list-item", 1, "een aanvraag"),
        ("list-item", 1, "een begroting"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_plain_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "nota.txt"
    text = f"Één reis.\r\n{SENTENCE}\r\n\r\n- financiën\r\n- coördinatie en ‘meer’\r\n"
    file.write_bytes(text.encode(encoding))
    document = read_file(file)
    check(document)
    assert outline(document) == [
        ("paragraph", 0, f"Één reis. {SENTENCE}"),
        ("list-item", 1, "financiën"),
        ("list-item", 1, "coördinatie en ‘meer’"),
    ]


def test_highlights_stand_where_the_words_do(tmp_path: Path) -> None:
    from corpus.reading.pdf import highlight_rectangles
    from tests.corpus.reading.made import write_pdf

    file = write_pdf(tmp_path / "nota.pdf", [[SENTENCE, "Tweede regel over steun."]])
    text = read_file(file).page(1).text
    start = text.index("Tweede")
    (box,) = highlight_rectangles(file, 1, start, start + len("Tweede"))
    assert box.left == pytest.approx(72, abs=1)
    # The baseline of the second line stands 842 - 760 + 14.3 points from the top.
    assert box.top < 96.2 < box.bottom
    assert 30 < box.right - box.left < 50
    over_two = highlight_rectangles(file, 1, start - 10, start + 6)
    assert len(over_two) == 2


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(tmp_path: Path, rotation: int) -> None:
    from corpus.reading.pdf import highlight_rectangles
    from tests.corpus.reading.made import write_pdf

    file = write_pdf(tmp_path / "nota.pdf", [[SENTENCE]], rotation=rotation)
    document = read_file(file)
    assert document.blocks[0].text == SENTENCE
    page = document.page(1)
    boxes = highlight_rectangles(file, 1, 0, 3)
    assert boxes
    assert all(0 <= box.left <= box.right <= page.width for box in boxes)
    assert all(0 <= box.top <= box.bottom <= page.height for box in boxes)
