"""Documents, passages and what reordering needs of them, in one SQLite file per generation.

Written by one process while its generation is being built; afterwards only read (``immutable``),
by as many threads and processes as there are.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from corpus.document import Document, Source
from indexing.errors import IndexCorrupt
from indexing.passage import Passage

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, source BLOB NOT NULL, content BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, document TEXT NOT NULL, ordinal INTEGER NOT NULL,
    digest TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, content BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS passage_ids ON passages (id);
CREATE UNIQUE INDEX IF NOT EXISTS passage_ordinals ON passages (document, ordinal);
CREATE TABLE IF NOT EXISTS signals (
    row INTEGER PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
    context BLOB NOT NULL, terms BLOB NOT NULL, text BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS words (
    word TEXT NOT NULL, language TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (word, language)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
_MAX_VARIABLES = 900


class Signals(NamedTuple):
    """What reordering needs of one passage; made by the hundred for each question.

    ``context`` and ``terms`` are hashed terms (32-bit, little endian) of the section path with the
    title and of the text; ``text`` is both, folded, for character n-grams.
    """

    row: int
    document: str
    kind: str
    language: str
    context: bytes
    terms: bytes
    text: bytes


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _passages() -> TypeAdapter[Passage]:
    return TypeAdapter(Passage)


@cache
def _sources() -> TypeAdapter[Source]:
    return TypeAdapter(Source)


class PassageStore:
    """One generation's documents and passages.

    Raises:
        IndexCorrupt: the file is missing or is not what it should be.
    """

    def __init__(self, file: Path, *, writable: bool = False) -> None:
        self._lock = threading.Lock()
        try:
            if writable:
                self._db = sqlite3.connect(file, check_same_thread=False)
                # The generation only counts once its manifest stands, so that speed may win here.
                self._db.execute("PRAGMA journal_mode = MEMORY")
                self._db.execute("PRAGMA synchronous = OFF")
                self._db.executescript(_SCHEMA)
            else:
                uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
                self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
                self._db.execute("PRAGMA mmap_size = 1073741824")
                self._db.execute("SELECT count(*) FROM notes").fetchone()
        except sqlite3.Error as error:
            raise _corrupt(error) from error

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._db.close()

    def commit(self) -> None:
        self._db.commit()

    def _all(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _corrupt(error) from error

    # Documents

    def put_document(self, document: Document, fingerprint: str) -> None:
        """Keep a document as it was read, replacing an earlier one with the same id."""
        self._db.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)",
            (
                document.source.id,
                fingerprint,
                _sources().dump_json(document.source),
                zlib.compress(_documents().dump_json(document), 6),
            ),
        )

    def document(self, identity: str) -> Document:
        """The document with this id, as it was read.

        Raises:
            KeyError: no such document in the index.
        """
        found = self._all("SELECT content FROM documents WHERE id = ?", (identity,))
        if not found:
            raise KeyError(identity)
        return _documents().validate_json(zlib.decompress(_bytes(found[0][0])))

    def sources(self) -> tuple[Source, ...]:
        """The sources of all documents, by id."""
        rows = self._all("SELECT source FROM documents ORDER BY id")
        return tuple(_sources().validate_json(_bytes(row[0])) for row in rows)

    def source(self, identity: str) -> Source:
        """One document's source. Raises KeyError when there is none."""
        found = self._all("SELECT source FROM documents WHERE id = ?", (identity,))
        if not found:
            raise KeyError(identity)
        return _sources().validate_json(_bytes(found[0][0]))

    def fingerprints(self) -> dict[str, str]:
        """Per document what it was built from."""
        return {
            str(row[0]): str(row[1]) for row in self._all("SELECT id, fingerprint FROM documents")
        }

    def remove_document(self, identity: str) -> None:
        """Forget a document and its passages."""
        self.remove_passages(identity)
        self._db.execute("DELETE FROM documents WHERE id = ?", (identity,))

    # Passages

    def put_passages(self, passages: Iterable[Passage]) -> None:
        self._db.executemany(
            "INSERT INTO passages (id, document, ordinal, digest, language, kind, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    passage.id,
                    passage.document,
                    passage.ordinal,
                    passage.digest,
                    passage.language,
                    passage.kind.value,
                    zlib.compress(_passages().dump_json(passage), 1),
                )
                for passage in passages
            ),
        )

    def remove_passages(self, document: str) -> None:
        rows = "SELECT row FROM passages WHERE document = ?"
        self._db.execute(f"DELETE FROM signals WHERE row IN ({rows})", (document,))  # noqa: S608
        self._db.execute("DELETE FROM passages WHERE document = ?", (document,))

    def passage(self, identity: str) -> Passage:
        """The passage with this id.

        Raises:
            KeyError: no such passage in the index.
        """
        found = self._all("SELECT content FROM passages WHERE id = ?", (identity,))
        if not found:
            raise KeyError(identity)
        return _passage(found[0][0])

    def passages(self, document: str, first: int = 0, last: int = 2**31) -> tuple[Passage, ...]:
        """A document's passages with ordinals from ``first`` to ``last``, both included."""
        found = self._all(
            "SELECT content FROM passages WHERE document = ? AND ordinal BETWEEN ? AND ?"
            " ORDER BY ordinal",
            (document, first, last),
        )
        return tuple(_passage(row[0]) for row in found)

    def by_rows(self, rows: Sequence[int]) -> dict[int, Passage]:
        """Passages by row number."""
        found: dict[int, Passage] = {}
        for some in _batches(rows):
            marks = ",".join("?" * len(some))
            query = f"SELECT row, content FROM passages WHERE row IN ({marks})"  # noqa: S608
            for row, content in self._all(query, some):
                found[int(str(row))] = _passage(content)
        return found

    def rows(self, document: str) -> list[tuple[int, Passage]]:
        """Row number and passage of all passages of a document, in order."""
        found = self._all(
            "SELECT row, content FROM passages WHERE document = ? ORDER BY row", (document,)
        )
        return [(int(str(row)), _passage(content)) for row, content in found]

    def count(self) -> int:
        return int(str(self._all("SELECT count(*) FROM passages")[0][0]))

    def languages(self) -> dict[str, int]:
        """How many passages there are in each language."""
        rows = self._all("SELECT language, count(*) FROM passages GROUP BY language")
        return {str(lang): int(str(count)) for lang, count in rows}

    def ids(self, documents: Iterable[str]) -> list[str]:
        """The ids of the passages of these documents."""
        query = "SELECT id FROM passages WHERE document = ?"
        return [str(row[0]) for document in documents for row in self._all(query, (document,))]

    def documents_by_row(self) -> Iterator[tuple[int, str]]:
        """The row of every passage with the document it is of, by row."""
        for row, document in self._all("SELECT row, document FROM passages ORDER BY row"):
            yield int(str(row)), str(document)

    def mean_lengths(self) -> tuple[float, float, float]:
        """Per passage: terms of text, terms of context, characters of both."""
        sizes = "avg(length(terms)) / 4.0, avg(length(context)) / 4.0, avg(length(text))"
        found = self._all(f"SELECT {sizes} FROM signals")[0]  # noqa: S608
        length, context, characters = (float(str(value or 0.0)) for value in found)
        return length, context, characters

    # Signals

    def put_signals(self, signals: Iterable[Signals]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO signals VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (one.row, one.document, one.kind, one.language, one.context, one.terms, one.text)
                for one in signals
            ),
        )

    def signals(self, rows: Sequence[int]) -> dict[int, Signals]:
        """Signals by row number."""
        found: dict[int, Signals] = {}
        for some in _batches(rows):
            marks = ",".join("?" * len(some))
            query = f"SELECT * FROM signals WHERE row IN ({marks})"  # noqa: S608
            for values in self._all(query, some):
                one = Signals._make(values)
                found[one.row] = one
        return found

    # Words

    def add_words(self, counts: Iterable[tuple[str, str, int]]) -> None:
        """Add to (or, negative, take from) the number of passages that hold a word, by language."""
        self._db.executemany(
            "INSERT INTO words VALUES (?, ?, ?) ON CONFLICT (word, language)"
            " DO UPDATE SET count = count + excluded.count",
            counts,
        )

    def drop_unused_words(self) -> None:
        self._db.execute("DELETE FROM words WHERE count <= 0")

    def word_count(self, word: str, language: str | None = None) -> int:
        """In how many passages a folded word stands, of one language or of all."""
        if language is None:
            found = self._all("SELECT sum(count) FROM words WHERE word = ?", (word,))
        else:
            found = self._all(
                "SELECT count FROM words WHERE word = ? AND language = ?", (word, language)
            )
        return int(str(found[0][0])) if found and found[0][0] is not None else 0

    def all_words(self) -> Iterator[tuple[str, str, int]]:
        """Every word with its language and count."""
        for word, language, count in self._all("SELECT word, language, count FROM words"):
            yield str(word), str(language), int(str(count))

    # Notes: small binary facts about the whole

    def put_note(self, name: str, value: bytes) -> None:
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def note(self, name: str) -> bytes | None:
        found = self._all("SELECT value FROM notes WHERE name = ?", (name,))
        return _bytes(found[0][0]) if found else None


def _batches(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(rows), _MAX_VARIABLES):
        yield rows[start : start + _MAX_VARIABLES]


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value


def _passage(content: object) -> Passage:
    return _passages().validate_json(zlib.decompress(_bytes(content)))


def _corrupt(error: Exception) -> IndexCorrupt:
    return IndexCorrupt(
        f"The index cannot be read ({error}).", hint="Build it anew: wegwijs index --rebuild"
    )
