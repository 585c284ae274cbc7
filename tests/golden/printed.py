"""A made document printed from HTML by a browser: tagged, or with its tags taken away."""

from __future__ import annotations

import os
import shutil
import subprocess
from html import escape
from pathlib import Path

import pypdf

from tests.golden.truth import Truth
from tests.golden.wording import Words

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_STYLE = """
@page { size: A4; margin: 22mm 24mm;
  @top-left { content: "Verkenning in opdracht"; font: 8pt sans-serif; }
  @bottom-right { content: counter(page); font: 8pt sans-serif; } }
body { font: 10.5pt/1.4 serif; text-align: justify; }
h1 { font: bold 20pt sans-serif; } h2 { font: bold 15pt sans-serif; }
h3 { font: bold 12pt sans-serif; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; text-align: left; }
td, th { border: 0.5pt solid #444; padding: 3pt 5pt; vertical-align: top; }
tr { break-inside: avoid; } caption { text-align: left; font-style: italic; }
blockquote { margin: 10pt 36pt; }
"""


def browser() -> str | None:
    """The path of a Chromium, if there is one."""
    named = os.environ.get("WEGWIJS_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


def html(seed: int, truth: Truth) -> str:
    """A document in HTML; what is in it goes into ``truth``."""
    words = Words(10 * seed + 7)
    parts: list[str] = []

    def add(tag: str, text: str) -> None:
        parts.append(f"<{tag}>{escape(text)}</{tag}>")

    def heading(level: int, text: str) -> None:
        add(f"h{level}", text)
        truth.headings.append((level, text))

    def paragraph(text: str) -> None:
        add("p", text)
        truth.paragraphs.append(text)

    for chapter in range(1, 4):
        heading(1, f"{chapter}. {words.title()}")
        for part in range(1, 4):
            heading(2, f"{chapter}.{part}. {words.title()}")
            for _ in range(3):
                paragraph(words.paragraph())
        heading(3, f"{chapter}.3.1. {words.title()}")
        paragraph("De werkgroep noemt:")
        parts.append("<ul>")
        for at in range(3):
            text = words.sentence()
            truth.items.append((1, text))
            parts.append(f"<li>{escape(text)}")
            if at == 1:
                inner = [words.sentence(), words.phrase()]
                truth.items += [(2, one) for one in inner]
                parts.append("<ul>" + "".join(f"<li>{escape(one)}</li>" for one in inner) + "</ul>")
            parts.append("</li>")
        parts.append("</ul>")
        paragraph(words.paragraph())
        quote = words.paragraph(2, 3)
        parts.append(f"<blockquote>{escape(quote)}</blockquote>")
        truth.quotes.append(quote)
        paragraph(words.paragraph())
    caption = "Tabel 1: Wie doet wat"
    truth.captions.append(caption)
    parts.append(f"<table><caption>{caption}</caption><thead><tr>")
    header = ("Huis", "Taak", "Termijn")
    parts.append("".join(f"<th>{cell}</th>" for cell in header) + "</tr></thead><tbody>")
    rows = [header]
    for at in range(14):
        row = (f"Huis {at + 1}", words.sentence(), f"{2020 + at % 5}")
        rows.append(row)
        parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>")
    parts.append("</tbody></table>")
    truth.cells += [(0, r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    paragraph(words.paragraph())
    body = "\n".join(parts)
    return f"<!doctype html><html lang=nl><title>Proef</title><style>{_STYLE}</style>{body}</html>"


def printed(program: str, path: Path, seed: int, *, tagged: bool) -> Truth:
    """Prints a document; without its tags and outline unless ``tagged``."""
    truth = Truth()
    page = path.with_suffix(".html")
    page.write_text(html(seed, truth), encoding="utf-8")
    subprocess.run(
        [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={path.parent / 'profile'}", f"--print-to-pdf={path}", page.as_uri(),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    reader = pypdf.PdfReader(path)
    truth.labels = [str(number + 1) for number in range(len(reader.pages))]
    for number in range(1, len(reader.pages) + 1):
        truth.furniture += [(number, "Verkenning in opdracht"), (number, str(number))]
    if not tagged:
        strip_tags(path, path)
    return truth


def strip_tags(source: Path, target: Path) -> None:
    """Copies a PDF without its structure and outline, as most PDFs are."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(source))
    for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        if key in writer.root_object:
            del writer.root_object[key]
    writer.write(target)
