"""Bring the index up to date with the corpus: created, updated, deleted, skipped, failed.

Reading is the slow part, and one bad document must not stop the others: what cannot be read is
reported and remembered, so that it is not tried again while it is the same. Documents that were
read are kept aside until the run is done: a run that was stopped goes on where it was.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter

from corpus.document import Document, Source
from corpus.errors import ReadingError
from corpus.listing import list_files
from corpus.settings import CorpusSettings, ReadingLimits
from indexing import freshness, generations
from indexing.building import GenerationBuilder, Progress, Report, disk_full
from indexing.errors import DataNotWritable, IndexCorrupt, IndexingError, IndexMissing
from indexing.keyword_index import KeywordIndex
from indexing.manifest import Build, Failure, Manifest, fingerprint
from indexing.passage_store import PassageStore
from indexing.program_digest import program_digest
from indexing.settings import IndexingSettings

__all__ = ["FailedDocument", "Progress", "SyncReport", "synchronise"]

_READ = "read"
_WORTH_KEEPING_SECONDS = 0.05
"""A document that took longer to read is kept aside until the run is done."""


@dataclass(frozen=True, slots=True)
class FailedDocument:
    """A document that could not be read, and what to do about it."""

    id: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a run did, by document id. ``passages`` counts the whole index, ``seconds`` the run."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: tuple[FailedDocument, ...] = ()
    passages: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the index is another than before."""
        return bool(self.created or self.updated or self.deleted)


class Gathered(Protocol):
    """What the catalogue gives."""

    @property
    def sources(self) -> Sequence[Source]: ...
    @property
    def problems(self) -> Sequence[str]: ...


Gather = Callable[[CorpusSettings], Gathered]
Read = Callable[[Source, ReadingLimits], Document]


def synchronise(
    indexing: IndexingSettings,
    corpus: CorpusSettings,
    *,
    rebuild: bool = False,
    progress: Report | None = None,
    gather: Gather | None = None,
    read: Read | None = None,
) -> SyncReport:
    """Make the index say what the corpus says.

    Args:
        indexing, corpus: where the index lives and what belongs in it.
        rebuild: start from nothing instead of from the current index.
        progress: told how far the run is.
        gather, read: where sources and documents come from; the catalogue and the readers unless
            given.

    Raises:
        IndexBusy: another process is writing.
        DataNotWritable: the folder cannot be written, or the disk is full.
        EmbeddingFailed: the embedding model does not answer.
    """
    started = time.monotonic()
    folder = indexing.folder
    with generations.writing(folder):
        # Listed first: what changes while this runs is then seen to have changed.
        seen = list_files(corpus)
        gathered = (gather or _gather())(corpus)
        wanted = {source.id: (source, fingerprint(source)) for source in gathered.sources}
        base = None if rebuild else _base(folder, indexing)
        generations.sweep(folder, base[0] if base else _current(folder))
        run = _Run(indexing, corpus.limits, read or _reader(), progress or _silent, base, wanted)
        report = run.report if run.is_done else run.build()
        freshness.note(folder, corpus, seen)
    return SyncReport(
        created=report.created,
        updated=report.updated,
        deleted=report.deleted,
        skipped=report.skipped,
        failed=report.failed,
        passages=report.passages,
        seconds=time.monotonic() - started,
        problems=tuple(gathered.problems),
    )


class _Run:
    """One run under the writer's lock: what has to change, and the changing."""

    def __init__(
        self,
        settings: IndexingSettings,
        limits: ReadingLimits,
        read: Read,
        progress: Report,
        base: tuple[Path, Manifest] | None,
        wanted: Mapping[str, tuple[Source, str]],
    ) -> None:
        self._settings = settings
        self._limits = limits
        self._read = read
        self._progress = progress
        self._base = base
        self._wanted = wanted
        there = base[1].documents if base else {}
        known = base[1].failed if base else {}
        self._failed = {
            identity: failure
            for identity, failure in known.items()
            if identity in wanted
            and self._tried(wanted[identity][1]) == failure.fingerprint
            and not failure.retryable
        }
        self._skipped = [name for name, (_, mark) in wanted.items() if there.get(name) == mark]
        self._todo = [
            name
            for name in wanted
            if name not in self._failed and there.get(name) != wanted[name][1]
        ]
        self._deleted = [name for name in there if name not in wanted]
        # A document that can no longer be read is not served from its older text.
        self._deleted += [name for name in there if name in self._failed]
        self._there = there

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to do."""
        return self._base is not None and not self._todo and not self._deleted

    @property
    def report(self) -> SyncReport:
        """The report of a run that changed nothing."""
        return SyncReport(
            skipped=tuple(self._skipped),
            failed=self._failures(),
            passages=self._base[1].passages if self._base else 0,
        )

    def _failures(self) -> tuple[FailedDocument, ...]:
        return tuple(
            FailedDocument(name, failure.message, failure.hint)
            for name, failure in sorted(self._failed.items())
        )

    def build(self) -> SyncReport:
        """Make a new generation and switch to it."""
        folder = self._settings.folder
        generation = generations.begin(folder, self._base[0] if self._base else None)
        builder = None
        try:
            builder = GenerationBuilder(
                generation, self._settings, self._base[1] if self._base else None
            )
            created, updated = self._fill(builder)
            if self._base and self._came_to_nothing(created, updated):
                builder.close()
                shutil.rmtree(generation, ignore_errors=True)
                return self.report
            manifest = builder.finish(self._failed, self._progress)
            generations.make_current(folder, generation)
        except BaseException as error:
            if builder is not None:
                builder.close()
            shutil.rmtree(generation, ignore_errors=True)
            if isinstance(error, OSError):
                raise generations.not_writable(folder, error) from error
            if isinstance(error, sqlite3.Error) and disk_full(error):
                raise DataNotWritable(
                    f"The index could not be written ({error}).", hint="Free some disk space."
                ) from error
            raise
        shutil.rmtree(folder / _READ, ignore_errors=True)
        generations.sweep(folder, generation)
        return SyncReport(
            created=tuple(created),
            updated=tuple(updated),
            deleted=tuple(self._deleted),
            skipped=tuple(self._skipped),
            failed=self._failures(),
            passages=manifest.passages,
        )

    def _came_to_nothing(self, created: list[str], updated: list[str]) -> bool:
        """Whether all that was tried failed again, the way it is already known to."""
        known = self._base[1].failed if self._base else {}
        return not (created or updated or self._deleted) and known == self._failed

    def _fill(self, builder: GenerationBuilder) -> tuple[list[str], list[str]]:
        created: list[str] = []
        updated: list[str] = []
        for name in self._deleted:
            builder.remove(name)
        for done, name in enumerate(self._todo):
            source, mark = self._wanted[name]
            self._progress(Progress("reading", done, len(self._todo), source.title))
            document = self._document(source, mark)
            if name in self._there:
                builder.remove(name)
            if document is None:
                if name in self._there:
                    self._deleted.append(name)
                continue
            builder.add(document, mark)
            (updated if name in self._there else created).append(name)
        return created, updated

    def _tried(self, mark: str) -> str:
        """What reading depends on: the document, how far the reader was allowed to go, and the
        reader."""
        whole = f"{mark} {self._limits.model_dump_json()} {program_digest()}"
        return hashlib.sha256(whole.encode()).hexdigest()[:32]

    def _document(self, source: Source, mark: str) -> Document | None:
        """The document, read now or kept from a run that was stopped; None when it cannot be."""
        aside = self._settings.folder / _READ / f"{self._tried(mark)}.z"
        with suppress(OSError, ValueError, zlib.error):
            return _ADAPTER.validate_json(zlib.decompress(aside.read_bytes()))
        started = time.monotonic()
        try:
            document = self._read(source, self._limits)
        except ReadingError as error:
            self._failed[source.id] = Failure(
                fingerprint=self._tried(mark),
                message=str(error.message),
                hint=error.hint,
                retryable=error.retryable,
            )
            return None
        if time.monotonic() - started < _WORTH_KEEPING_SECONDS:
            return document
        aside.parent.mkdir(exist_ok=True)
        partial = aside.with_suffix(".partial")
        partial.write_bytes(zlib.compress(_ADAPTER.dump_json(document), 1))
        partial.replace(aside)
        return document


_ADAPTER = TypeAdapter(Document)


def _current(folder: Path) -> Path | None:
    try:
        return generations.current(folder)
    except IndexMissing:
        return None


def _base(folder: Path, settings: IndexingSettings) -> tuple[Path, Manifest] | None:
    """The current generation, when it is whole and was built with these settings."""
    current = _current(folder)
    if current is None:
        return None
    try:
        manifest = Manifest.read(current)
        manifest.check(settings)
        keywords = KeywordIndex(current / generations.KEYWORD)
        store = PassageStore(current / generations.PASSAGES)
        counted = {manifest.passages, keywords.count, store.count()}
        keywords.close()
        store.close()
        words = (current / generations.WORDS / "meta.json").exists()
        vectors = (
            not settings.vectors or (current / generations.VECTORS / "chroma.sqlite3").exists()
        )
        if len(counted) > 1 or not words or not vectors:
            raise IndexCorrupt("The index's parts do not agree.")
    except IndexingError:
        return None
    if manifest.build != Build.of(settings):
        return None
    return current, manifest


def _gather() -> Gather:
    from corpus.catalogue import gather

    return gather


def _reader() -> Read:
    from corpus.reading.worker import read_safely

    return read_safely


def _silent(progress: Progress) -> None:
    del progress
