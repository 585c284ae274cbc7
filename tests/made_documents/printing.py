"""Prints a text as a PDF: running titles, page numbers, ruled tables, notes at the foot."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from tests.made_documents.source import Piece, Written

_MARGIN = 68  # points
_GUTTER = 20
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13.5, spaceAfter=6)
_ITEM = ParagraphStyle("item", _BODY, leftIndent=16, bulletIndent=2, spaceAfter=3)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9, leading=11, spaceAfter=0)
_FIGURES = ParagraphStyle("figures", _CELL, alignment=TA_RIGHT)
_FIGURE = re.compile(r"[\d.,%-]+$")
_NOTE = ParagraphStyle("note", _BODY, fontSize=8, leading=10, spaceAfter=2)
_HEADINGS = {
    level: ParagraphStyle(
        f"heading{level}", fontName="Helvetica-Bold", fontSize=size, leading=size * 1.25,
        spaceBefore=9, spaceAfter=5, keepWithNext=1,
    )
    for level, size in ((1, 17), (2, 13), (3, 11))
}  # fmt: skip


def write_pdf(text: Written, path: Path) -> None:
    """Print ``text`` into ``path``; a note stands on the page on which its part ends.

    What is said of the text may ask for ``columns``, ``page: landscape`` and ``rulings: none``
    (tables without lines, their figures to the right, as a spreadsheet is printed).
    """
    columns = int(text.about.get("columns", "1"))
    size = landscape(A4) if text.about.get("page") == "landscape" else A4
    ruled = text.about.get("rulings") != "none"
    width = (size[0] - 2 * _MARGIN - _GUTTER * (columns - 1)) / columns

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, size[1] - 40, text.about["title"])
        canvas.drawRightString(size[0] - _MARGIN, 36, str(document.page))

    frames = [
        Frame(
            _MARGIN + n * (width + _GUTTER), _MARGIN, width, size[1] - 2 * _MARGIN,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )
        for n in range(columns)
    ]  # fmt: skip
    document = BaseDocTemplate(
        str(path), pagesize=size, title=text.about["title"], author=text.about["publisher"],
        lang=text.about["lang"], invariant=1,
    )  # fmt: skip
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    story: list[Flowable] = []
    notes: list[Flowable] = []
    for piece in text.pieces:
        if piece.kind == "note":
            notes.append(Paragraph(f"<super>{piece.number}</super> {escape(piece.text)}", _NOTE))
        elif piece.kind == "break":
            story.extend((*_at_the_foot(notes), PageBreak()))
            notes = []
        else:
            story.append(_flowable(piece, width, ruled))
    document.build([*story, *_at_the_foot(notes)])


class _Foot(Flowable):
    """Pushes what follows down to the foot of the page."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, max(0.0, height - self._height)

    def draw(self) -> None:
        return


def _at_the_foot(notes: list[Flowable]) -> list[Flowable]:
    if not notes:
        return []
    width = A4[0] - 2 * _MARGIN
    return [_Foot(sum(note.wrap(width, A4[1])[1] + 3 for note in notes)), *notes]


def _flowable(piece: Piece, width: float, ruled: bool) -> Flowable:
    if piece.kind == "heading":
        return Paragraph(escape(piece.text), _HEADINGS[piece.level])
    if piece.kind == "table":
        return _table(piece, width, ruled)
    marked = re.sub(r"\[\^(\d+)\]", r"<super>\1</super>", escape(piece.text))
    if piece.kind in ("item", "numbered"):
        bullet = f"{piece.number}." if piece.number else "•"
        return Paragraph(marked, _ITEM, bulletText=bullet)
    return Paragraph(marked, _BODY)


def _table(piece: Piece, width: float, ruled: bool) -> Flowable:
    styles = [_CELL] * len(piece.rows[0])
    if not ruled:
        body = piece.rows[1:]
        numeric = [
            all(not row[n] or _FIGURE.match(row[n]) for row in body) for n in range(len(styles))
        ]
        styles = [_FIGURES if figures else _CELL for figures in numeric]
    cells = [
        [Paragraph(escape(cell), style) for cell, style in zip(row, styles, strict=True)]
        for row in piece.rows
    ]
    columns = len(piece.rows[0])
    widths = [width * 1.6 / (columns + 0.6)] + [width / (columns + 0.6)] * (columns - 1)
    table = Table(cells, colWidths=widths, repeatRows=1, spaceBefore=4, spaceAfter=8)
    lines = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
    ]
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *(lines if ruled else ())]))
    return table
