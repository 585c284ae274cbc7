"""The documents as pages show them: metadata, text and page images, the costly ones remembered."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from corpus.document import Document, Page, Source
from corpus.errors import CorpusError
from web.errors import NotFound

if TYPE_CHECKING:
    from indexing.index import Index

Value = TypeVar("Value")

# A newer index is looked for at most this often, in seconds.
_LOOK_AGAIN = 3.0


@dataclass(frozen=True, slots=True)
class RelativeRectangle:
    """A rectangle in percent of the page's width and height, from its top left."""

    left: float
    top: float
    width: float
    height: float


class Library:
    """What the index holds, for reading. Safe for several threads.

    pdfium, which draws the pages, must not be entered twice at once: one lock guards it.
    """

    def __init__(self, index: Index, *, page_images: int, scale: float) -> None:
        self._index = index
        self._scale = scale
        self._drawing = threading.Lock()
        self._images: _Remembered[bytes] = _Remembered(page_images)
        self._documents: _Remembered[Document] = _Remembered(160)
        self._fiches: _Remembered[tuple[Document, ...]] = _Remembered(2)
        self._looked = time.monotonic()

    @property
    def index(self) -> Index:
        """The index, brought up to a newer generation when another process wrote one."""
        now = time.monotonic()
        if now - self._looked > _LOOK_AGAIN:
            self._looked = now
            if self._index.refresh():
                self._documents.forget()
                self._fiches.forget()
        return self._index

    def sources(self) -> tuple[Source, ...]:
        """Every document's metadata, by title."""
        return tuple(sorted(self.index.sources(), key=lambda source: source.title.casefold()))

    def find(self, identity: str) -> Source | None:
        """A document's metadata, or None."""
        try:
            return self._index.source(identity)
        except KeyError:
            return None

    def source(self, identity: str) -> Source:
        """A document's metadata. Raises NotFound."""
        found = self.find(identity)
        if found is None:
            raise NotFound("document_not_found", id=identity)
        return found

    def document(self, identity: str) -> Document:
        """A document as it was read. Raises NotFound."""
        source = self.source(identity)
        return self._documents.get(
            (identity, source.digest), lambda: self._index.document(identity)
        )

    def fiches(self, lang: str) -> tuple[Document, ...]:
        """Every fiche in one language."""
        index = self.index
        return self._fiches.get(
            lang,
            lambda: tuple(
                index.document(source.id)
                for source in index.sources()
                if source.pair and source.language == lang
            ),
        )

    def page(self, identity: str, number: int) -> Page:
        """A page (from 1) of a document. Raises NotFound."""
        document = self.document(identity)
        try:
            return document.page(number)
        except IndexError:
            raise NotFound(
                "page_not_found", id=identity, page=number, count=len(document.pages)
            ) from None

    def has_images(self, identity: str) -> bool:
        """Whether the pages of this document can be drawn."""
        source = self.source(identity)
        return source.file.suffix.lower() == ".pdf" and source.file.is_file()

    def page_image(self, identity: str, number: int, scale: float | None = None) -> bytes:
        """A page as PNG, ``scale`` pixels to the point. Raises NotFound."""
        source = self.source(identity)
        self.page(identity, number)
        if not self.has_images(identity):
            raise NotFound("no_page_image")
        from corpus.reading.pdf import page_image

        wanted = scale or self._scale

        def draw() -> bytes:
            with self._drawing:
                return page_image(source.file, number, wanted)

        try:
            return self._images.get((source.digest, number, wanted), draw)
        except (CorpusError, OSError, IndexError):
            raise NotFound("no_page_image") from None

    def highlights(
        self, identity: str, number: int, start: int, end: int
    ) -> tuple[RelativeRectangle, ...]:
        """Where characters ``start`` to ``end`` of a page's text stand on it; may be empty."""
        source = self.source(identity)
        page = self.page(identity, number)
        if not self.has_images(identity) or page.width <= 0 or page.height <= 0 or end <= start:
            return ()
        from corpus.reading.pdf import highlight_rectangles

        try:
            with self._drawing:
                rectangles = highlight_rectangles(source.file, number, start, end, page.text)
        except (CorpusError, OSError, IndexError):
            return ()
        return tuple(
            RelativeRectangle(
                left=round(100 * r.left / page.width, 3),
                top=round(100 * r.top / page.height, 3),
                width=round(100 * (r.right - r.left) / page.width, 3),
                height=round(100 * (r.bottom - r.top) / page.height, 3),
            )
            for r in rectangles
        )


class _Remembered(Generic[Value]):
    """The last ``size`` values asked for."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._size:
                self._values.popitem(last=False)
        return value

    def forget(self) -> None:
        with self._lock:
            self._values.clear()
