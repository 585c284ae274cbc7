"""Makes a file of every text, in the format that its name asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from pathlib import Path

from docx import Document
from pptx import Presentation
from pptx.util import Inches

from tests.made_documents.printing import write_pdf
from tests.made_documents.source import Piece, Written, texts

_WRITTEN = datetime(2025, 3, 14, tzinfo=UTC)


def build(folder: Path) -> tuple[Path, ...]:
    """Write every document into ``folder``, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for text in texts():
        path = folder / f"{text.name}.{text.ending}"
        _WRITERS[text.ending](text, path)
        written.append(path)
    return tuple(written)


def _write_markdown(text: Written, path: Path) -> None:
    lines: list[str] = []
    for kind, group in groupby(text.pieces, key=lambda piece: piece.kind):
        for piece in group:
            if kind == "heading":
                lines.append(f"{'#' * piece.level} {piece.text}\n")
            elif kind == "table":
                head, *rows = piece.rows
                table = [head, ("---",) * len(head), *rows]
                lines.append("\n".join(f"| {' | '.join(row)} |" for row in table) + "\n")
            elif kind in ("item", "numbered"):
                mark = f"{piece.number}." if piece.number else "-"
                lines.append(f"{'  ' * (piece.level - 1)}{mark} {piece.text}")
            else:
                lines.append(f"{piece.text}\n")
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def _write_html(text: Written, path: Path) -> None:
    """A page with navigation above and a footer below, as sites have them.

    In the layout ``questions`` each third heading folds what stands under it, as many lists of
    questions and answers do.
    """
    folded = text.about.get("layout") == "questions"
    open_fold = ""
    body: list[str] = []
    for kind, group in groupby(text.pieces, key=lambda piece: piece.kind):
        pieces = list(group)
        if kind in ("item", "numbered"):
            tag = "ol" if kind == "numbered" else "ul"
            items = "".join(f"<li>{escape(piece.text)}</li>" for piece in pieces)
            body.append(f"<{tag}>{items}</{tag}>")
            continue
        for piece in pieces:
            if kind == "heading":
                body.append(open_fold)
                open_fold = "</div></details>" if folded and piece.level == 3 else ""
                title = f"<h{piece.level}>{escape(piece.text)}</h{piece.level}>"
                body.append(f"<details><summary>{title}</summary><div>" if open_fold else title)
            elif kind == "table":
                body.append(_html_table(piece))
            else:
                body.append(f"<p>{escape(piece.text)}</p>")
    body.append(open_fold)
    about = {key: escape(value) for key, value in text.about.items()}
    path.write_text(
        f'<!doctype html><html lang="{about["lang"]}"><head><meta charset="utf-8">'
        f"<title>{about['title']} | {about['publisher']}</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/agenda">Agenda</a> <a href="/contact">Contact</a>'
        f"</nav><main>{''.join(body)}</main><footer>© {about['publisher']}</footer></body></html>",
        encoding="utf-8",
    )


def _html_table(piece: Piece) -> str:
    head, *rows = piece.rows
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _write_word(text: Written, path: Path) -> None:
    document = Document()
    document.core_properties.title = text.about["title"]
    document.core_properties.author = text.about["publisher"]
    document.core_properties.modified = _WRITTEN
    for piece in text.pieces:
        if piece.kind == "heading":
            document.add_heading(piece.text, piece.level)
        elif piece.kind == "table":
            table = document.add_table(rows=0, cols=len(piece.rows[0]))
            table.style = "Table Grid"
            for row in piece.rows:
                for cell, value in zip(table.add_row().cells, row, strict=True):
                    cell.text = value
        elif piece.kind in ("item", "numbered"):
            style = "List Number" if piece.number else "List Bullet"
            style += f" {piece.level}" if piece.level > 1 else ""
            document.add_paragraph(piece.text, style=style)
        elif piece.kind == "break":
            document.add_page_break()
        else:
            document.add_paragraph(piece.text)
    document.save(str(path))


def _write_slides(text: Written, path: Path) -> None:
    slides = Presentation()
    slides.core_properties.title = text.about["title"]
    slides.core_properties.author = text.about["publisher"]
    for new, group in groupby(text.pieces, key=lambda piece: piece.kind == "break"):
        if new:
            continue
        slide = slides.slides.add_slide(slides.slide_layouts[1])
        frame = slide.placeholders[1].text_frame
        lines = 0
        for piece in group:
            if piece.kind == "heading":
                slide.shapes.title.text = piece.text
            elif piece.kind == "table":
                size = (len(piece.rows), len(piece.rows[0]))
                shape = slide.shapes.add_table(
                    *size, Inches(0.5), Inches(4.2), Inches(9), Inches(2.5)
                )
                for row, values in enumerate(piece.rows):
                    for column, value in enumerate(values):
                        shape.table.cell(row, column).text = value
            else:
                paragraph = frame.add_paragraph() if lines else frame.paragraphs[0]
                paragraph.text = f"{piece.number}. {piece.text}" if piece.number else piece.text
                lines += 1
    slides.save(str(path))


_WRITERS: dict[str, Callable[[Written, Path], None]] = {
    "md": _write_markdown,
    "html": _write_html,
    "docx": _write_word,
    "pptx": _write_slides,
    "pdf": write_pdf,
}
