"""Files made for the tests of the readers."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document, Source
from corpus.reading.dispatch import read
from corpus.settings import ReadingLimits

SENTENCE = "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen."


def read_file(file: Path, limits: ReadingLimits | None = None) -> Document:
    return read(Source(id=file.stem, title="", file=file), limits)


def write_pdf(
    path: Path,
    pages: Sequence[Sequence[str]] = ((SENTENCE,),),
    *,
    title: str = "",
    author: str = "",
    outline: bool = False,
    size: float = 11.0,
    rotation: int = 0,
) -> Path:
    """A PDF with these lines of text on each page."""
    canvas = Canvas(str(path), pagesize=A4, pageCompression=0)
    if title:
        canvas.setTitle(title)
    if author:
        canvas.setAuthor(author)
    for number, lines in enumerate(pages, start=1):
        if outline and lines:
            canvas.bookmarkPage(f"p{number}")
            canvas.addOutlineEntry(lines[0], f"p{number}", 0)
        canvas.setFont("Helvetica", size)
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - at * size * 1.3, line)
        canvas.showPage()
    canvas.save()
    if rotation:
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(path))
        for page in writer.pages:
            page.rotate(rotation)
        writer.write(path)
    return path


def encrypted(path: Path, password: str) -> Path:
    """A PDF that asks for a password; an empty one opens by itself."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(write_pdf(path)))
    writer.encrypt(password, owner_password="eigenaar", algorithm="AES-256")
    writer.write(path)
    return path


def picture_only(path: Path) -> Path:
    """A PDF whose only page is a picture, as a scan is."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("RGB", (200, 280), "grey")), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return path


def raw_pdf(*objects: str, root: str = "1 0 R") -> bytes:
    """A PDF out of the text of its objects, numbered from 1."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    out.write(
        f"trailer\n<< /Size {len(objects) + 1} /Root {root} >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def stream_bomb(megabytes: int) -> bytes:
    """A PDF whose page content unpacks to so many megabytes of operators."""
    content = zlib.compress(b"0 0 m 1 1 l S\n" * (megabytes * 71_428), 9)
    header = (
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n"
        f"4 0 obj\n<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n"
    ).encode()
    return header + content + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"
