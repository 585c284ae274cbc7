"""What can go wrong with the index.

IndexingError
├── IndexMissing        nothing was indexed yet
├── IndexMismatch       built with other settings than those asked for
├── IndexCorrupt        the files on disk do not make a whole index
├── IndexBusy           another process is writing
├── DataNotWritable     the data folder cannot be written
└── EmbeddingFailed     the embedding model did not answer, or with another dimension
"""

from __future__ import annotations


class IndexingError(Exception):
    """Base of this folder's errors: ``message`` says what happened, ``hint`` what to do next."""

    retryable = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class IndexMissing(IndexingError):
    """Nothing was indexed yet."""


class IndexMismatch(IndexingError):
    """The index was built with other settings than those asked for."""


class IndexCorrupt(IndexingError):
    """The files on disk do not make a whole index."""


class IndexBusy(IndexingError):
    """Another process is writing the index."""

    retryable = True


class DataNotWritable(IndexingError):
    """The data folder cannot be written."""


class EmbeddingFailed(IndexingError):
    """The embedding model did not answer, or with vectors of another dimension."""

    retryable = True
