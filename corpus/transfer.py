"""One transfer: what has arrived, unpacking without bombs, and what kind of file it is."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from corpus.errors import DownloadError

SUFFIX_OF_TYPE = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_UNTYPED = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_MAGIC = {".pdf": b"%PDF-", ".docx": b"PK", ".pptx": b"PK", ".odt": b"PK"}


@dataclass(frozen=True, slots=True)
class Version:
    """What a server said to recognise a version of a file by; empty when it said nothing."""

    etag: str = ""
    last_modified: str = ""

    @property
    def validator(self) -> str:
        """What If-Range accepts: a strong tag, else the date."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that arrived whole. ``url`` is where it came from in the end."""

    file: Path
    url: str
    sha256: str
    size_bytes: int
    content_type: str
    version: Version
    resumed: bool


class Part:
    """What has arrived so far of one file, and the version it belongs to."""

    def __init__(self, place: Path, asked: str) -> None:
        self._asked = asked
        self.file = place.with_name(place.name + ".part")
        self._note = place.with_name(place.name + ".part.json")

    def resume_headers(self) -> dict[str, str]:
        """Headers that ask for the rest; empty when it must start anew."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            size = self.file.stat().st_size
        except (OSError, ValueError):
            return {}
        if not size or not note.get("validator") or note.get("asked") != self._asked:
            return {}
        return {"Range": f"bytes={size}-", "If-Range": note["validator"]}

    def begin(self, response: httpx.Response) -> int:
        """Bytes that are here already and that the response goes on from; 0 to start anew."""
        if response.status_code == 206 and self.file.exists():
            size = self.file.stat().st_size
            start = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
            if start and int(start[1]) == size:
                return size
            self.forget()
            raise DownloadError(
                "the server sent the wrong piece.", where=self._asked, retryable=True
            )
        note = {"asked": self._asked, "validator": version_of(response).validator}
        self._note.write_text(json.dumps(note), encoding="utf-8")
        return 0

    def forget(self) -> None:
        self.file.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)


def version_of(response: httpx.Response) -> Version:
    headers = response.headers
    return Version(headers.get("etag", ""), headers.get("last-modified", ""))


def expected_bytes(response: httpx.Response, have: int) -> int | None:
    length = response.headers.get("content-length", "")
    if not length.isdigit() or response.headers.get("content-encoding", "identity") != "identity":
        return None
    return have + int(length)


def unpacked(response: httpx.Response, step: int = 1 << 16) -> Iterator[bytes]:
    """The bytes of a response, unpacked in steps so small that a bomb is seen in time."""
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding in ("identity", ""):
        # Unbuffered: what arrived before a connection broke must not be lost.
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise DownloadError(
            f"comes packed as {encoding}, which was not asked for.", where=str(response.url)
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for packed in response.iter_raw():
            rest = packed
            while rest:
                yield unpacker.decompress(rest, step)
                rest = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error:
        raise DownloadError(
            "the packed content is damaged.", where=str(response.url), retryable=True
        ) from None


def beginning(response: httpx.Response, most: int) -> str:
    collected = b""
    for chunk in unpacked(response):
        collected += chunk
        if len(collected) >= most:
            break
    return collected[:most].decode("utf-8", errors="replace")


def kind_of(url: str, response: httpx.Response, file: Path) -> tuple[str, str]:
    """Content type and suffix of what arrived; both what is said and what is seen must agree."""
    content_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    with file.open("rb") as stream:
        head = stream.read(1024)
    if not head:
        raise DownloadError("the file is empty.", where=url)
    suffix = SUFFIX_OF_TYPE.get(content_type, "")
    if content_type in _UNTYPED:
        suffix = ".pdf" if b"%PDF-" in head else Path(urlsplit(url).path).suffix.lower()
        if suffix not in SUFFIX_OF_TYPE.values():
            suffix = ""
    if not suffix:
        raise DownloadError(
            f"is of a kind that cannot be read ({content_type or 'not said'}).", where=url
        )
    if suffix == ".html" and urlsplit(url).path.lower().endswith((".pdf", ".docx", ".pptx")):
        raise DownloadError(
            "gives a page where a document was expected.",
            where=url,
            hint="Perhaps it asks for a login or has moved; look in a browser.",
        )
    magic = _MAGIC.get(suffix)
    if magic and magic not in head:
        raise DownloadError(
            f"says that it is {content_type or suffix}, but it is not.",
            where=url,
            hint="Perhaps the publisher shows a page instead; look in a browser.",
        )
    return content_type, suffix
