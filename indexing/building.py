"""Fill a new generation: documents in, passages split, analysed, embedded; the manifest last."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.document import Document, Source
from indexing import generations, reranking
from indexing.analysis import Analyser, words
from indexing.embedding import Embedder, Vectors, embedder
from indexing.index import GRAM_COUNTS
from indexing.keyword_index import Entry, KeywordWriter, write_words
from indexing.manifest import Build, Failure, Manifest
from indexing.passage import Passage
from indexing.passage_store import PassageStore, Signals
from indexing.references import heading_references
from indexing.settings import IndexingSettings
from indexing.splitting import split
from indexing.vector_index import VectorIndex

_GROWTH = 1.25
"""Compounds are split by the words that are known; when these have grown by more than this since
all passages were last analysed together, all are analysed again."""

_STALE = 0.05
"""The keyword index counts a passage that was taken out until its files are merged; when these are
a larger share than this, all are analysed again, so that rarity stays right."""

_FEW = 20_000
"""Up to so many passages all are analysed again whatever changes: 4,500 take half a second, and the
index is the same as one that is built from nothing. One in five confidences over the fiches was
another by some thousandths in an index that was brought up to date, and 2 of 840 answers."""

_EMBED_BATCH = 512


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``done`` of ``total`` documents in a step; ``what`` is the one at hand."""

    step: str
    done: int
    total: int
    what: str = ""


Report = Callable[[Progress], None]


def context(passage: Passage, source: Source) -> str:
    """What stands above a passage and says what it is about: title, section path, caption."""
    return "\n".join(part for part in (source.title, *passage.section, passage.caption) if part)


def passage_references(passage: Passage, source: Source) -> tuple[str, ...]:
    """The references that lead to this passage: "§ 4.1", "Tabel 2", "artikel 31", "noot 13"."""
    found: list[str] = []
    if passage.marker:
        found.append(f"noot:{passage.marker.lower()}")
    if passage.section:
        found.extend(heading_references(passage.heading))
    found.extend(heading_references(passage.caption))
    found.extend(heading_references(source.title))
    for part in passage.parts[:1]:
        if part.kind in ("heading", "caption"):
            found.extend(heading_references(passage.text[part.start : part.end], part.number))
        if part.table is not None:
            found.extend(heading_references(part.table.caption))
    return tuple(dict.fromkeys(found))


class GenerationBuilder:
    """One new generation under way; call :meth:`finish` to make it whole."""

    def __init__(self, folder: Path, settings: IndexingSettings, base: Manifest | None) -> None:
        self.folder = folder
        self._settings = settings
        self._base = base
        self._store = PassageStore(folder / generations.PASSAGES, writable=True)
        self._fresh: dict[str, Source] = {}
        self._gone: set[str] = set()
        self._removed = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        noted = self._store.note(GRAM_COUNTS)
        self._grams = (
            np.zeros(reranking.GRAM_SLOTS, np.int64)
            if noted is None
            else np.frombuffer(noted, np.uint32).astype(np.int64)
        )

    def close(self) -> None:
        self._store.close()

    def remove(self, identity: str) -> None:
        """Take a document out."""
        stored = self._store.rows(identity)
        if not stored:
            self._store.remove_document(identity)
            return
        source = self._store.source(identity)
        self._count_words([passage for _, passage in stored], source, -1)
        for one in self._store.signals([row for row, _ in stored]).values():
            self._grams[np.unique(reranking.gram_slots(one.text))] -= 1
        self._store.remove_document(identity)
        self._gone.add(identity)
        self._removed += len(stored)

    def add(self, document: Document, fingerprint: str) -> None:
        """Put a document in, that must not be there any more."""
        passages = split(document, self._settings)
        self._store.put_document(document, fingerprint)
        self._store.put_passages(passages)
        self._count_words(passages, document.source, 1)
        self._fresh[document.source.id] = document.source

    def _count_words(self, passages: Iterable[Passage], source: Source, sign: int) -> None:
        for passage in passages:
            for word in words(f"{context(passage, source)}\n{passage.text}"):
                self._counts[word, passage.language] += sign

    def finish(self, failed: dict[str, Failure], report: Report) -> Manifest:
        """Analyse and embed what is new, write the vocabulary and, last of all, the manifest."""
        store = self._store
        store.add_words(
            (word, lang, count) for (word, lang), count in self._counts.items() if count
        )
        store.drop_unused_words()
        known, total = self._vocabulary()
        analysed = self._base.words_when_analysed if self._base else 0
        stale = self._removed + (self._base.stale if self._base else 0)
        count = store.count()
        everything = count <= _FEW or len(total) > _GROWTH * analysed or stale > _STALE * count
        self._analyse(known, report, everything=everything)
        write_words(self.folder / generations.WORDS, total)
        dimension = self._embed(report) if self._settings.vectors else 0
        store.put_note(GRAM_COUNTS, np.maximum(self._grams, 0).astype(np.uint32).tobytes())
        store.commit()
        length, above, characters = store.mean_lengths()
        manifest = Manifest(
            build=Build.of(self._settings),
            generation=self.folder.name,
            passages=store.count(),
            documents=store.fingerprints(),
            failed=failed,
            languages=store.languages(),
            dimension=dimension,
            mean_length=length,
            mean_context=above,
            mean_grams=characters,
            stale=0 if everything else stale,
            words=len(total),
            words_when_analysed=len(total) if everything else analysed,
        )
        store.close()
        manifest.write(self.folder)
        return manifest

    def _vocabulary(self) -> tuple[dict[str, int], dict[str, int]]:
        """In how many passages a word stands: of those in Dutch, and of all."""
        dutch: dict[str, int] = {}
        total: dict[str, int] = {}
        for word, language, count in self._store.all_words():
            total[word] = total.get(word, 0) + count
            if language == "nl":
                dutch[word] = count
        return dutch, total

    def _analyse(self, known: dict[str, int], report: Report, *, everything: bool) -> None:
        folder = self.folder / generations.KEYWORD
        if everything:
            shutil.rmtree(folder, ignore_errors=True)
            self._grams[:] = 0
            wanted = {source.id: source for source in self._store.sources()}
        else:
            wanted = self._fresh
        writer = KeywordWriter(folder)
        if not everything:
            for identity in self._gone:
                writer.remove_document(identity)
        analyser = Analyser(lambda word: known.get(word, 0))
        for done, source in enumerate(wanted.values()):
            report(Progress("analysing", done, len(wanted), source.title))
            signals = []
            for row, passage in self._store.rows(source.id):
                signal, entry = self._entry(analyser, row, passage, source)
                signals.append(signal)
                writer.add(entry)
                self._grams[np.unique(reranking.gram_slots(signal.text))] += 1
            self._store.put_signals(signals)
        writer.commit()

    def _entry(
        self, analyser: Analyser, row: int, passage: Passage, source: Source
    ) -> tuple[Signals, Entry]:
        above = context(passage, source)
        context_terms = analyser.terms(above, passage.language)
        terms = analyser.terms(passage.text, passage.language)
        repeats = round(self._settings.retrieval.context_repeats)
        signals = Signals(
            row=row,
            document=source.id,
            kind=passage.kind.value,
            language=passage.language,
            context=reranking.term_hashes(context_terms),
            terms=reranking.term_hashes(terms),
            text=reranking.gram_text(f"{above}\n{passage.text}"),
        )
        entry = Entry(
            row=row,
            document=source.id,
            topics=source.topics,
            body=[*context_terms * repeats, *terms],
            context=context_terms,
            references=passage_references(passage, source),
        )
        return signals, entry

    def _embed(self, report: Report) -> int:
        """Bring the vectors up to date; how many numbers each has."""
        index = VectorIndex(self.folder / generations.VECTORS, create=True)
        embed = embedder(self._settings, self._base.dimension if self._base else 0)
        old = index.vectors(self._store.ids(self._fresh)) if self._gone else {}
        for identity in self._gone:
            index.remove_document(identity)
        batch: list[tuple[int, Passage]] = []
        for done, source in enumerate(self._fresh.values(), start=1):
            report(Progress("embedding", done - 1, len(self._fresh), source.title))
            batch.extend(self._store.rows(source.id))
            while len(batch) >= _EMBED_BATCH or (batch and done == len(self._fresh)):
                index.add(batch[:_EMBED_BATCH], _vectors(batch[:_EMBED_BATCH], old, embed))
                del batch[:_EMBED_BATCH]
        index.close()
        return embed.dimension


def _vectors(
    batch: Sequence[tuple[int, Passage]], old: Mapping[str, tuple[str, Vectors]], embed: Embedder
) -> Vectors:
    """The vectors of passages; one whose text is as it was keeps the vector it had."""
    kept = {
        at: old[passage.id][1]
        for at, (_, passage) in enumerate(batch)
        if old.get(passage.id, ("",))[0] == passage.digest
    }
    new = [at for at in range(len(batch)) if at not in kept]
    made = embed.embed([f"{batch[at][1].heading}\n{batch[at][1].text}".strip() for at in new])
    found = np.zeros((len(batch), embed.dimension), np.float32)
    for at, vector in kept.items():
        found[at] = vector
    if new:
        found[new] = made
    return found


def disk_full(error: sqlite3.Error) -> bool:
    """Whether SQLite stopped because the disk is full or read-only."""
    return getattr(error, "sqlite_errorname", "") in (
        "SQLITE_FULL",
        "SQLITE_READONLY",
        "SQLITE_IOERR",
    )
