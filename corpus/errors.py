"""What can go wrong with sources and their reading.

CorpusError
├── CatalogueError       the catalogue or a fiche's front matter is not valid
├── ReadingError         a document could not be read
│   ├── EmptyDocument        no bytes, or no text in it
│   ├── EncryptedDocument    a password is needed
│   ├── MalformedDocument    not (or no longer) the format it claims to be
│   ├── UnsupportedFormat    no reader for this kind of file
│   └── LimitExceeded        too large, too many pages, too slow, too much memory
├── LexiconError         a table of the lexicon is not valid
└── DownloadError        a publisher's file could not be fetched
    └── NoConnection         the server cannot be reached at all
"""

from __future__ import annotations


class CorpusError(Exception):
    """Base of this folder's errors.

    Args:
        message: what happened, in one sentence a person understands.
        where: the document (and page) it happened in.
        hint: what to do next.
        retryable: whether doing the same again may succeed.
    """

    def __init__(
        self, message: str, *, where: str = "", hint: str = "", retryable: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self.retryable = retryable

    def __str__(self) -> str:
        located = f"{self.where}: {self.message}" if self.where else self.message
        return f"{located} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Readers run in a worker process; errors travel back whole.
        return (_revive, (type(self), self.message, self.where, self.hint, self.retryable))


def _revive(
    kind: type[CorpusError], message: str, where: str, hint: str, retryable: bool
) -> CorpusError:
    return kind(message, where=where, hint=hint, retryable=retryable)


class CatalogueError(CorpusError):
    """The catalogue or a fiche's front matter is not valid."""


class ReadingError(CorpusError):
    """A document could not be read."""


class EmptyDocument(ReadingError):
    """No bytes, or no text in it (a scan without OCR)."""


class EncryptedDocument(ReadingError):
    """A password is needed."""


class MalformedDocument(ReadingError):
    """Not, or no longer, the format it claims to be."""


class UnsupportedFormat(ReadingError):
    """No reader for this kind of file."""


class LimitExceeded(ReadingError):
    """Too large, too many pages, too slow, or too much memory."""


class LexiconError(CorpusError):
    """A table of the lexicon is missing or not valid."""


class DownloadError(CorpusError):
    """A publisher's file could not be fetched."""


class NoConnection(DownloadError):
    """The server cannot be reached at all."""
