"""A small PDF of two pages, made for the tests, with page labels i and 1."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

FIRST = "Dit verslag gaat over reizende gezelschappen en hun publiek."
QUOTE = "In 2021 reisden 140 gezelschappen naar het buitenland, vooral naar Portugal."


def make(file: Path) -> Path:
    """Writes the PDF."""
    canvas = Canvas(str(file), pagesize=A4, invariant=True)
    for heading, text in (("Inleiding", FIRST), ("Reizen", QUOTE)):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 740, heading)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 700, text)
        canvas.drawString(72, 680, "Deze regel staat eronder en hoort niet bij het citaat.")
        canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(file))
    writer.set_page_label(0, 0, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(1, 1, style=PageLabelStyle.DECIMAL)
    writer.write(file)
    return file
