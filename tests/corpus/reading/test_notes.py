"""Footnotes and endnotes of formats without pages, linked to where the text refers to them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from corpus.document import BlockKind, Document
from tests.corpus.reading.checking import check
from tests.corpus.reading.made import SENTENCE, read_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_notes(file: Path, footnotes: dict[str, str], endnotes: dict[str, str]) -> Path:
    """Puts notes into a Word file, in place of "@f1@" for a footnote and "@e1@" for an endnote."""

    def part(kind: str, texts: dict[str, str]) -> str:
        separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
        notes = "".join(
            f'<w:{kind} w:id="{identity}">'
            + "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in text.split("|"))
            + f"</w:{kind}>"
            for identity, text in texts.items()
        )
        return f'<?xml version="1.0"?><w:{kind}s xmlns:w="{_W}">{separator}{notes}</w:{kind}s>'

    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    for letter, kind in (("f", "footnote"), ("e", "endnote")):
        reference = rf'</w:t><w:{kind}Reference w:id="\1"/><w:t xml:space="preserve">'
        text = re.sub(rf"@{letter}(\d+)@", reference, text)
    parts["word/document.xml"] = text.encode()
    kind_of = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rels, types = "", ""
    for at, (kind, texts) in enumerate((("footnotes", footnotes), ("endnotes", endnotes))):
        parts[f"word/{kind}.xml"] = part(kind[:-1], texts).encode()
        rels += (
            f'<Relationship Id="rIdNote{at}" Target="{kind}.xml" Type="http://schemas.openxml'
            f'formats.org/officeDocument/2006/relationships/{kind}"/>'
        )
        types += f'<Override PartName="/word/{kind}.xml" ContentType="{kind_of}.{kind}+xml"/>'
    for name, end, more in (
        ("word/_rels/document.xml.rels", "</Relationships>", rels),
        ("[Content_Types].xml", "</Types>", types),
    ):
        parts[name] = parts[name].decode().replace(end, more + end).encode()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file


def notes_of(document: Document) -> list[tuple[str, str]]:
    return [(b.marker, b.text) for b in document.blocks if b.kind is BlockKind.FOOTNOTE]


def test_notes_of_word_files_are_linked_in_the_order_of_the_text(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_heading("Reizen", 1)
    made.add_paragraph(f"{SENTENCE}@f7@ Dat kost tijd.@e2@")
    made.add_paragraph("een aanvraag@f3@", style="List Bullet")
    made.add_paragraph("een begroting", style="List Bullet")
    table = made.add_table(2, 2)
    for at, cells in enumerate((("Jaar", "Bedrag"), ("2021", "96@f9@"))):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    made.add_heading("Steun", 1)
    made.add_paragraph("Zonder steun geen reis.")
    made.save(str(tmp_path / "nota.docx"))
    file = with_notes(
        tmp_path / "nota.docx",
        {
            "3": "Zie het formulier.",
            "7": "Uit de bevraging.|In twee alinea\u0027s.",
            "9": "In euro.",
        },
        {"2": "Gesprek in het voorjaar."},
    )
    document = read_file(file)
    check(document)
    assert notes_of(document) == [
        ("1", "Uit de bevraging. In twee alinea\u0027s."),
        ("2", "Zie het formulier."),
        ("3", "In euro."),
        ("i", "Gesprek in het voorjaar."),
    ]
    referring = {block.text: block.notes for block in document.blocks if block.notes}
    assert referring == {
        f"{SENTENCE} Dat kost tijd.": ("1", "i"),
        "een aanvraag": ("2",),
        "Jaar: 2021; Bedrag: 96": ("3",),
    }
    # They wait for the end of their section, so that the list stays whole.
    kinds = [block.kind for block in document.blocks]
    first = kinds.index(BlockKind.FOOTNOTE)
    assert kinds[first - 1] is BlockKind.TABLE_ROW
    assert document.blocks[first].section == ("Reizen",)
    assert document.blocks[-1].marker == "i"


def test_a_word_file_with_broken_notes_is_still_read(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.add_paragraph(f"{SENTENCE}@f5@")
    made.save(str(tmp_path / "nota.docx"))
    document = read_file(with_notes(tmp_path / "nota.docx", {"1": "Nergens genoemd."}, {}))
    assert [block.text for block in document.blocks] == [SENTENCE, "Nergens genoemd."]
    assert document.blocks[0].notes == ()


def test_endnotes_of_opendocument_come_at_the_end(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.text import H, Note, NoteBody, NoteCitation, P

    made = OpenDocumentText()
    for title, mark, kind in (("Reizen", "i", "endnote"), ("Steun", "1", "footnote")):
        made.text.addElement(H(outlinelevel=1, text=title))
        paragraph = P(text=f"{title} kost tijd.")
        note = Note(id=f"n{mark}", noteclass=kind)
        note.addElement(NoteCitation(text=mark))
        body = NoteBody()
        body.addElement(P(text=f"Een noot bij {title}."))
        note.addElement(body)
        paragraph.addElement(note)
        made.text.addElement(paragraph)
    made.save(str(tmp_path / "nota.odt"))
    document = read_file(tmp_path / "nota.odt")
    check(document)
    assert notes_of(document) == [("1", "Een noot bij Steun."), ("i", "Een noot bij Reizen.")]
    assert [block.notes for block in document.blocks if block.notes] == [("i",), ("1",)]


@pytest.mark.parametrize(
    ("sign", "note"), [("[1]", "[1] Uit de bevraging."), ("[^7]", "[^7]: Uit de bevraging.")]
)
def test_written_marks_are_lifted_and_linked(tmp_path: Path, sign: str, note: str) -> None:
    file = tmp_path / "nota.md"
    file.write_text(f"# Reizen\n\nDat kost tijd{sign} en geld.\n\n{note}\n", encoding="utf-8")
    document = read_file(file)
    check(document)
    (paragraph,) = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert paragraph.text == "Dat kost tijd en geld."
    assert paragraph.notes == (sign.strip("[]^"),)
    assert notes_of(document) == [(sign.strip("[]^"), "Uit de bevraging.")]


def test_brackets_without_a_note_stay(tmp_path: Path) -> None:
    file = tmp_path / "nota.md"
    file.write_text(
        "# Reizen\n\nDat kost tijd [2] en geld [sic].\n\n## Bronnen\n\n[2] Bakker, J. (2021).\n",
        encoding="utf-8",
    )
    document = read_file(file)
    assert "Dat kost tijd [2] en geld [sic]." in [block.text for block in document.blocks]
    assert not notes_of(document)


def test_rows_of_groups_are_read_alike_in_all_formats(tmp_path: Path) -> None:
    file = tmp_path / "nota.md"
    file.write_text(
        "| Land | Loket |\n|---|---|\n| Zuid | |\n| Italië | Sportello |\n| Noord | |\n"
        "| Zweden | Byrån |\n",
        encoding="utf-8",
    )
    document = read_file(file)
    check(document)
    rows = [b.table for b in document.blocks if b.table is not None]
    assert [(row.row, row.group, row.cells[0]) for row in rows] == [
        (0, "", "Land"), (0, "", "Zuid"), (1, "Zuid", "Italië"), (0, "", "Noord"),
        (2, "Noord", "Zweden"),
    ]  # fmt: skip
    assert document.blocks[-1].text == "Noord – Land: Zweden; Loket: Byrån"
