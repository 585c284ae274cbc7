"""Page images and highlights of a real PDF, and what happens when its file is gone."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from assistant.settings import WegwijsSettings
from corpus.document import Source
from corpus.reading.pdf import read_pdf
from corpus.settings import ReadingLimits
from tests.web.conftest import PAGE
from tests.web.fake_assistant import FakeAssistant, FakeIndex
from tests.web.made_pdf import QUOTE, make
from web.app import create_app
from web.errors import NotFound
from web.library import Library, RelativeRectangle
from web.locating import find_quote


@pytest.fixture
def index(tmp_path: Path) -> FakeIndex:
    file = make(tmp_path / "verslag.pdf")
    digest = sha256(file.read_bytes()).hexdigest()
    source = Source(id="verslag", title="Verslag", file=file, digest=digest, language="nl")
    return FakeIndex({"verslag": read_pdf(source, ReadingLimits())})


@pytest.fixture
def library(index: FakeIndex) -> Library:
    return Library(index, page_images=2, scale=2.0)  # type: ignore[arg-type]


@pytest.fixture
def client(index: FakeIndex, tmp_path: Path) -> Iterator[TestClient]:
    settings = WegwijsSettings(data=tmp_path / "data")
    with TestClient(create_app(FakeAssistant(index), settings)) as client:  # type: ignore[arg-type]
        yield client


def ink(image: bytes, rectangle: RelativeRectangle) -> float:
    """The share of dark pixels inside a rectangle of an image."""
    picture = Image.open(io.BytesIO(image)).convert("L")
    wide, high = picture.size
    box = (
        round(rectangle.left * wide / 100),
        round(rectangle.top * high / 100),
        round((rectangle.left + rectangle.width) * wide / 100),
        round((rectangle.top + rectangle.height) * high / 100),
    )
    pixels = list(picture.crop(box).tobytes())
    return sum(pixel < 128 for pixel in pixels) / len(pixels)


def test_highlights_cover_the_quoted_line_and_no_other(library: Library) -> None:
    page = library.page("verslag", 2)
    span = find_quote(page, QUOTE)
    assert span is not None
    rectangles = library.highlights("verslag", 2, *span)
    assert len(rectangles) == 1
    line = rectangles[0]
    # The line stands 700 points above the bottom of a page of 842 points, from 72 points.
    assert line.left == pytest.approx(100 * 72 / 595.3, abs=0.5)
    assert line.top < 100 * (842 - 700) / 842 < line.top + line.height + 0.5
    assert line.height < 2.5
    image = library.page_image("verslag", 2)
    assert ink(image, line) > 0.05
    assert ink(image, replace(line, top=60.0)) == 0


def test_an_image_has_the_scale_asked_for(library: Library) -> None:
    small = Image.open(io.BytesIO(library.page_image("verslag", 1, 1.0)))
    large = Image.open(io.BytesIO(library.page_image("verslag", 1)))
    assert small.size[0] == pytest.approx(595, abs=2)
    assert large.size[0] == pytest.approx(1190, abs=3)


def test_images_are_remembered_and_bounded(library: Library) -> None:
    first = library.page_image("verslag", 1, 1.0)
    assert library.page_image("verslag", 1, 1.0) is first
    for scale in (0.5, 0.75):
        library.page_image("verslag", 1, scale)
    assert library.page_image("verslag", 1, 1.0) is not first


def test_many_readers_at_once(library: Library) -> None:
    images: list[bytes] = []
    threads = [
        threading.Thread(target=lambda n=n: images.append(library.page_image("verslag", 1 + n % 2)))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(images)) == 2


def test_a_file_that_is_gone_leaves_the_text(client: TestClient, library: Library) -> None:
    library.source("verslag").file.unlink()
    assert library.highlights("verslag", 2, 0, 5) == ()
    with pytest.raises(NotFound):
        library.page_image("verslag", 2)
    html = client.get("/documents/verslag/pages/2?start=7&end=20", headers=PAGE).text
    assert "geen beeld beschikbaar" in html
    assert "<mark" in html


def test_the_viewer_lays_the_highlight_over_the_page(client: TestClient) -> None:
    address = "/documents/verslag/pages/2"
    html = client.get(address, params={"quote": QUOTE}, headers=PAGE).text
    assert 'href="/api/documents/verslag/pages/2/image"' in html
    assert html.count('class="highlight"') == 1
    assert "p. 1 [pdf 2]" in html
    assert f"<p>{QUOTE}</p></blockquote>" in html
    image = client.get("/api/documents/verslag/pages/2/image")
    assert image.headers["content-type"] == "image/png"
    assert image.content.startswith(b"\x89PNG")
    again = client.get(
        "/api/documents/verslag/pages/2/image", headers={"If-None-Match": image.headers["etag"]}
    )
    assert again.status_code == 304


def test_highlights_over_http(client: TestClient) -> None:
    address = "/api/documents/verslag/pages/2/highlights"
    found = client.get(address, params={"quote": QUOTE}).json()
    assert (found["page"], found["page_label"], found["quote"]) == (2, "1", QUOTE)
    assert set(found["rectangles"][0]) == {"left", "top", "width", "height"}


@pytest.mark.parametrize("scale", ["0.1", "9", "x"])
def test_a_scale_has_bounds(client: TestClient, scale: str) -> None:
    reply = client.get(f"/api/documents/verslag/pages/1/image?scale={scale}")
    assert reply.status_code == 422
