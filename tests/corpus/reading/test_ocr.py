"""Scanned pages: what Tesseract tells becomes lines with positions; and what happens without it."""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind
from corpus.layout.positioned import PositionedPage, Word
from corpus.reading import ocr
from corpus.reading.scanned_marks import Seen, raised, with_marks
from corpus.settings import ReadingLimits
from tests.corpus.reading.checking import check
from tests.corpus.reading.made import SENTENCE, read_file, write_pdf
from tests.golden.typesetting import Style, Typesetter
from tests.golden.wording import Words

needs_tesseract = pytest.mark.skipif(
    not ocr.available(), reason="Tesseract with Dutch is not installed"
)


def scanned(source: Path, target: Path, *, text_pages: int = 0, angle: float = 0.0) -> Path:
    """A copy of a PDF whose pages are pictures of 200 dots per inch, as a scanner makes them.

    Args:
        text_pages: how many pages of running text come first, as text.
        angle: by how many degrees the paper lay askew.
    """
    document = pdfium.PdfDocument(source)
    canvas = Canvas(str(target))
    for number in range(text_pages):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 700, f"{number + 1}. {SENTENCE}")
        canvas.showPage()
    for page in document:
        width, height = page.get_size()
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        if angle:
            picture = picture.rotate(angle, fillcolor=255)
        stored = io.BytesIO()
        picture.save(stored, format="JPEG", quality=80)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(stored), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    document.close()
    return target


def letter(path: Path) -> list[str]:
    """A page with a heading, two paragraphs, a list and a table without rules; its texts."""
    setter, words = Typesetter(path, Style(hyphens=True)), Words(5)
    setter.heading(1, "Reizen en verblijven")
    for _ in range(2):
        setter.paragraph(words.paragraph(4, 5))
    setter.paragraph("De commissie noemt:")
    for marker in "123":
        setter.item(words.sentence(), f"{marker}.")
    truth = setter.save()
    return [*truth.paragraphs, *(text for _, text in truth.items)]


def close(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.97


@needs_tesseract
@pytest.mark.parametrize("angle", [0.0, 0.6], ids=["straight", "askew"])
def test_a_scan_is_read_into_its_paragraphs(tmp_path: Path, angle: float) -> None:
    expected = letter(tmp_path / "brief.pdf")
    document = read_file(
        scanned(tmp_path / "brief.pdf", tmp_path / "scan.pdf", text_pages=1, angle=angle)
    )
    check(document)
    assert document.warnings == ("Page 2 is a scan, read with OCR.",)
    (heading,) = [b.text for b in document.blocks if b.kind is BlockKind.HEADING]
    assert close(heading, "Reizen en verblijven")
    told = [
        block.text
        for block in document.blocks
        if block.pages == (2,) and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    ]
    assert len(told) == len(expected)
    for ours, theirs in zip(told, expected, strict=True):
        assert close(ours, theirs), (ours, theirs)
    assert document.source.language == "nl"


@needs_tesseract
def test_words_of_a_scan_stand_where_they_were_printed(tmp_path: Path) -> None:
    write_pdf(tmp_path / "text.pdf", [[SENTENCE]], size=14)
    from corpus.reading.pdf import highlight_rectangles

    document = read_file(scanned(tmp_path / "text.pdf", tmp_path / "scan.pdf"))
    assert close(document.page(1).text, SENTENCE)
    (printed,) = highlight_rectangles(tmp_path / "text.pdf", 1, 0, len(SENTENCE))
    place = document.page(1).text.index("grens")
    (shown,) = highlight_rectangles(tmp_path / "scan.pdf", 1, place, place + 5)
    (true,) = highlight_rectangles(
        tmp_path / "text.pdf", 1, SENTENCE.index("grens"), SENTENCE.index("grens") + 5
    )
    assert (shown.left, shown.right) == pytest.approx((true.left, true.right), abs=2)
    first, *others = document.page(1).text.split()
    numbered = " ".join([f"{first}12", *others])  # as a note that pages before it count on
    moved = highlight_rectangles(tmp_path / "scan.pdf", 1, place + 2, place + 7, numbered)
    assert moved == (shown,)
    image = pdfium.PdfDocument(tmp_path / "scan.pdf")[0].render(scale=ocr.DPI / 72).to_pil()
    stored = io.BytesIO()
    image.save(stored, format="PNG")
    page, _ = ocr.recognise(stored.getvalue(), 1, 595, 842)
    assert page.lines[0].left == pytest.approx(printed.left, abs=2)
    assert page.lines[0].right == pytest.approx(printed.right, abs=2)
    assert page.lines[0].bottom == pytest.approx(printed.bottom, abs=2)
    assert page.lines[0].size == pytest.approx(14, abs=1.5)


def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)


def test_without_tesseract_the_pages_of_text_are_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(monkeypatch)
    write_pdf(tmp_path / "text.pdf")
    document = read_file(scanned(tmp_path / "text.pdf", tmp_path / "scan.pdf", text_pages=2))
    assert document.warnings == ("Page 3 is a scan; its text was not read.",)
    assert [page.text != "" for page in document.pages] == [True, True, False]


def test_a_long_scan_stops_in_time_and_keeps_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def recognise(
        image: bytes, number: int, width: float, height: float, *, after: int
    ) -> tuple[PositionedPage, int]:
        read.append(number)
        return ocr.positioned(HOCR, number, width, height, after)

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", recognise)
    write_pdf(tmp_path / "text.pdf", [[SENTENCE], [SENTENCE]])
    file = scanned(tmp_path / "text.pdf", tmp_path / "scan.pdf", text_pages=1)
    document = read_file(file, ReadingLimits(timeout_seconds=0.0))
    assert not read
    assert document.warnings == tuple(
        f"Page {number} is a scan; there was no time left to read it." for number in (2, 3)
    )
    assert read_file(file).warnings[0] == "Page 2 is a scan, read with OCR."
    assert read == [2, 3]


HOCR = b"""<!DOCTYPE html><html><body><div class='ocr_page' title='image "x"; bbox 0 0 2480 3508'>
<span class='ocr_header' title="bbox 300 200 900 266; baseline 0 -14; x_size 66; x_ascenders 16">
 <span class='ocrx_word' title='bbox 300 200 560 252; x_wconf 96'>Reizen</span>
 <span class='ocrx_word' title='bbox 590 200 900 266; x_wconf 94'>verblijf</span></span>
<span class='ocr_line' title="bbox 300 400 1300 442; baseline 0 -10; x_size 42">
 <span class='ocrx_word' title='bbox 300 400 400 442; x_wconf 96'>Wie</span>
 <span class='ocrx_word' title='bbox 410 400 600 442; x_wconf 95'>reist</span>
 <span class='ocrx_word' title='bbox 605 400 610 442; x_wconf 93'>|</span>
 <span class='ocrx_word' title='bbox 1200 400 1300 442; x_wconf 95'><b>2024</b></span></span>
<span class='ocr_line' title="bbox 300 460 900 503; baseline 0 -10; x_size 43.5">
 <span class='ocrx_word' title='bbox 300 460 500 503; x_wconf 96'>betaalt</span>
 <span class='ocrx_word' title='bbox 520 460 530 470; x_wconf 12'>v~k</span></span>
</div></body></html>"""


def test_what_tesseract_tells_becomes_lines() -> None:
    page, last = ocr.positioned(HOCR, 4, 595, 842)
    assert last == 0
    assert (page.number, page.text) == (4, "Reizen verblijf\nWie reist\n2024\nbetaalt")
    assert [line.text for line in page.lines] == ["Reizen verblijf", "Wie reist", "2024", "betaalt"]
    for line in page.lines:
        assert page.text[line.start : line.end] == line.text
    first = page.lines[1].words[0]
    assert (first.left, first.right) == pytest.approx((72, 96))
    assert first.baseline == pytest.approx(432 * 72 / 300)
    assert page.lines[2].left == pytest.approx(288)


def test_sizes_that_differ_by_a_dot_or_two_are_one() -> None:
    (page,) = ocr.with_level_sizes([ocr.positioned(HOCR, 1, 595, 842)[0]])
    sizes = [line.size for line in page.lines]
    assert sizes[1] == sizes[2] == sizes[3] == 11.0
    assert sizes[0] > 15
    assert page.lines[0].top < page.lines[0].words[0].baseline < page.lines[0].bottom


@pytest.mark.parametrize(
    "output",
    [
        b"",
        b"<html></html>",
        b"\x00\xff",
        b"<span title='x_size'>",
        b"<span title='x_size 4; bbox 1'>",
    ],
)
def test_a_page_that_tesseract_fails_on_has_no_text(output: bytes) -> None:
    assert ocr.positioned(output, 1, 595, 842)[0].text == ""


def seen(text: str, raised: str = "") -> Seen:
    return Seen(Word(0, 0, 0, 0, 0, 0, 10), text, raised)


def test_raised_signs_are_numbered_in_order_whatever_they_were_read_as() -> None:
    lines = [
        [seen("gezamenlijk", "!"), seen("loket")],
        [seen("de", "?"), seen("werkgroep", "6")],
        [seen("", "'"), seen("Zie")],
        [seen("", "5"), seen("Gesprek")],
        [seen("", "$"), seen("Cijfers")],
    ]
    told, last = with_marks(lines, 0)
    assert [[one.mark for one in line if one.raised] for line in told] == [
        ["4"], ["5", "6"], ["4"], ["5"], ["6"],
    ]  # fmt: skip
    assert last == 6
    assert with_marks([lines[0], lines[2]], 7)[0][1][0].mark == "8", "else they count on"
    # Where the two do not agree in number, the text's count where they were read as a note's.
    odd, _ = with_marks([[seen("het", "5"), seen("loket", "!")], *lines[1:4]], 3)
    assert [[one.mark for one in line if one.raised] for line in odd] == [
        ["5", ""], ["", ""], ["4"], ["5"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("signs", "count"),
    [
        ([("k", 32, 0), ("!", 35, 17)], 1),
        ([("n", 21, 0), ("1", 35, 16), ("2", 35, 16)], 2),
        ([("n", 21, 0), ("\u2019", 34, 24)], 0),
        ([("n", 21, 0), ("-", 14, 10)], 0),
        ([("!", 35, 0)], 0),
    ],
)
def test_what_stands_raised_is_told_from_its_box(
    signs: list[tuple[str, float, float]], count: int
) -> None:
    assert raised(signs, 42) == count


@needs_tesseract
def test_notes_of_a_scan_are_linked(tmp_path: Path) -> None:
    setter, words = Typesetter(tmp_path / "nota.pdf", Style()), Words(8)
    for at in range(4):
        setter.paragraph(words.paragraph(4, 5), [(6, words.note())] if at % 2 else [])
    truth = setter.save()
    document = read_file(scanned(tmp_path / "nota.pdf", tmp_path / "scan.pdf"))
    check(document)
    notes = [(b.marker, b.text) for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [mark for mark, _ in notes] == ["1", "2"]
    for (_, ours), (_, theirs, _) in zip(notes, truth.footnotes, strict=True):
        assert close(ours, theirs)
    assert [b.notes for b in document.blocks if b.notes] == [("1",), ("2",)]
