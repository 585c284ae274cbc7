"""The keyword index: tantivy, fed with terms that were analysed already.

Fields: ``body`` (the context's terms as often as the settings say, then the text's), ``context``
(title, section path, caption, table header), ``reference`` (exact references such as ``tabel:2``),
``document`` and ``topic`` (to search in a few documents only) and ``row`` (the passage's row in the
passage store). A second, small index holds the vocabulary, for spelling and look-alikes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import tantivy

from indexing.errors import DataNotWritable, IndexCorrupt

_HEAP_BYTES = 64_000_000
_SPELLINGS = 24
_META = "meta.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as the keyword index takes it."""

    row: int
    document: str
    topics: Sequence[str]
    body: Sequence[str]
    context: Sequence[str]
    references: Sequence[str]


def _passage_schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in ("body", "context", "reference"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("document", "topic"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("row", indexed=True, fast=True)
    return builder.build()


def _word_schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("count", fast=True)
    return builder.build()


class KeywordWriter:
    """Adds and removes passages; nothing counts before :meth:`commit`.

    Raises:
        DataNotWritable: the folder cannot be written, or the disk is full.
    """

    def __init__(self, folder: Path) -> None:
        with _writing():
            folder.mkdir(parents=True, exist_ok=True)
            exists = tantivy.Index.exists(str(folder))
            self._index = (
                tantivy.Index.open(str(folder))
                if exists
                else tantivy.Index(_passage_schema(), path=str(folder))
            )
            self._writer = self._index.writer(_HEAP_BYTES, 1)

    def add(self, entry: Entry) -> None:
        document = tantivy.Document()
        document.add_text("body", " ".join(entry.body))
        document.add_text("context", " ".join(entry.context))
        document.add_text("reference", " ".join(entry.references))
        document.add_text("document", entry.document)
        for topic in entry.topics:
            document.add_text("topic", topic)
        document.add_unsigned("row", entry.row)
        with _writing():
            self._writer.add_document(document)

    def remove_document(self, identity: str) -> None:
        self._writer.delete_documents_by_term("document", identity)

    def commit(self) -> None:
        with _writing():
            self._writer.commit()
            self._writer.wait_merging_threads()


def _opened(folder: Path) -> tuple[Any, tempfile.TemporaryDirectory[str] | None]:
    """An index open for reading, and the folder of links that it was opened by, if any.

    Tantivy wants to make a lock file even to read. In a folder that may only be read it cannot;
    then it gets a folder of its own with links to the files, which are never changed in place.
    """
    try:
        return tantivy.Index.open(str(folder)), None
    except (OSError, ValueError):
        if not (folder / _META).is_file():
            raise
        links = tempfile.TemporaryDirectory(prefix="wegwijs-")
        for file in folder.absolute().iterdir():
            if file.is_file() and file.suffix != ".lock":
                (Path(links.name) / file.name).symlink_to(file)
        try:
            return tantivy.Index.open(links.name), links
        except BaseException:
            links.cleanup()
            raise


class KeywordIndex:
    """Reads one generation's keyword index.

    Raises:
        IndexCorrupt: the folder does not hold a whole index.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._index, self._links = _opened(folder)
            self._schema = self._index.schema
            self._searcher = self._index.searcher()
        except (OSError, ValueError) as error:
            raise IndexCorrupt(
                f"The keyword index cannot be opened ({error}).",
                hint="Build it anew: wegwijs index --rebuild",
            ) from error

    def __enter__(self) -> KeywordIndex:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        del self._searcher, self._index
        if self._links is not None:
            self._links.cleanup()

    @property
    def count(self) -> int:
        """How many passages it holds."""
        return int(self._searcher.num_docs)

    def frequency(self, term: str, field: str = "body") -> int:
        """In how many passages a term stands."""
        return int(self._searcher.doc_freq(field, term))

    def search(
        self,
        weights: Mapping[tuple[str, str], float],
        limit: int,
        *,
        documents: Iterable[str] | None = None,
        topics: Iterable[str] | None = None,
    ) -> list[tuple[int, float]]:
        """Rows and BM25 scores of the best passages, best first.

        Args:
            weights: per field and term, what its BM25 score is multiplied by.
            limit: how many at most.
            documents, topics: when given, only passages of these documents, on these topics.
        """
        query = tantivy.Query
        wanted = [
            (
                tantivy.Occur.Should,
                query.boost_query(query.term_query(self._schema, field, term, "freq"), weight),
            )
            for (field, term), weight in weights.items()
            if weight > 0
        ]
        if not wanted:
            return []
        whole = query.boolean_query(wanted)
        filters = [
            (tantivy.Occur.Must, query.const_score_query(self._any(field, values), 0.0))
            for field, values in (("document", documents), ("topic", topics))
            if values is not None
        ]
        if filters:
            whole = query.boolean_query([(tantivy.Occur.Must, whole), *filters])
        hits = self._searcher.search(whole, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return [(int(row or 0), float(score)) for row, (score, _) in zip(rows, hits, strict=True)]

    def _any(self, field: str, values: Iterable[str]) -> Any:
        return tantivy.Query.term_set_query(self._schema, field, sorted(values))


def grams(word: str, size: int = 3) -> list[str]:
    """The character n-grams of a word with its ends marked."""
    marked = f"_{word}_"
    return [marked[at : at + size] for at in range(max(1, len(marked) - size + 1))]


def write_words(folder: Path, counts: Mapping[str, int]) -> None:
    """Make the vocabulary index: every word with the number of passages that hold it."""
    with _writing():
        folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(_word_schema(), path=str(folder))
        writer = index.writer(_HEAP_BYTES, 1)
        for word, count in counts.items():
            document = tantivy.Document()
            document.add_text("word", word)
            document.add_text("grams", " ".join(grams(word)))
            document.add_unsigned("count", count)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()


@contextmanager
def _writing() -> Iterator[None]:
    """Tantivy tells a full disk and a closed folder as ValueError."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise DataNotWritable(
            f"The keyword index cannot be written ({error}).",
            hint="Check the folder's rights and the free space.",
        ) from error


class WordIndex:
    """The vocabulary of one generation, searched by spelling."""

    def __init__(self, folder: Path) -> None:
        try:
            self._index, self._links = _opened(folder)
            self._schema = self._index.schema
            self._searcher = self._index.searcher()
        except (OSError, ValueError) as error:
            raise IndexCorrupt(
                f"The vocabulary cannot be opened ({error}).",
                hint="Build it anew: wegwijs index --rebuild",
            ) from error

    def close(self) -> None:
        """Let go of the files."""
        del self._searcher, self._index
        if self._links is not None:
            self._links.cleanup()

    def near(self, word: str, distance: int) -> list[tuple[str, int]]:
        """Words within an edit distance (a swap counts once), most frequent first, with counts."""
        query = tantivy.Query.fuzzy_term_query(
            self._schema, "word", word, distance=distance, transposition_cost_one=True
        )
        result = self._searcher.search(query, _SPELLINGS, count=False, order_by_field="count")
        return [(self._word(address), int(count)) for count, address in result.hits]

    def alike(self, word: str, limit: int) -> list[tuple[str, float]]:
        """Words that share many 3-grams, with the Dice coefficient (0 to 1), best first."""
        wanted = set(grams(word))
        query = tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.term_query(self._schema, "grams", gram, "freq"),
                )
                for gram in sorted(wanted)
            ]
        )
        found = []
        for _, address in self._searcher.search(query, limit * 4, count=False).hits:
            other = self._word(address)
            theirs = set(grams(other))
            found.append((other, 2 * len(wanted & theirs) / (len(wanted) + len(theirs))))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _word(self, address: Any) -> str:
        return str(self._searcher.doc(address).get_first("word"))
