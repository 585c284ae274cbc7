"""The index's folder: generations, of which one is current.

    index/
      CURRENT              the name of the generation that readers open
      writer.lock          held by the one process that writes
      generations/000007/  manifest.json, keyword/, words/, passages.sqlite, vectors/

A new generation is built beside the current one and becomes current by one atomic replacement of
``CURRENT``. Whatever stops a build half-way leaves the current generation as it was.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from indexing.errors import DataNotWritable, IndexBusy, IndexMissing
from indexing.manifest import FILE_NAME

KEYWORD = "keyword"
WORDS = "words"
PASSAGES = "passages.sqlite"
VECTORS = "vectors"

_KEPT = 2


def current(folder: Path) -> Path:
    """The folder of the current generation.

    Raises:
        IndexMissing: nothing was indexed yet.
    """
    try:
        name = (folder / "CURRENT").read_text("utf-8").strip()
    except OSError as error:
        raise IndexMissing("There is no index yet.", hint="Make one: wegwijs index") from error
    found = folder / "generations" / name
    if not name or not found.is_dir():
        raise IndexMissing("The index is gone.", hint="Make it anew: wegwijs index --rebuild")
    return found


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Be the one writer.

    Raises:
        IndexBusy: another process is writing.
        DataNotWritable: the folder cannot be made or written.
    """
    try:
        (folder / "generations").mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "writer.lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexBusy(
            "Another process is writing the index.", hint="Wait until it is done and try again."
        ) from error
    except OSError as error:
        raise not_writable(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def begin(folder: Path, base: Path | None) -> Path:
    """Start a new generation, as a copy of ``base`` or empty.

    The keyword index's files are never changed in place, so that hard links do; the others are
    copied. The base's manifest stays behind: the copy does not count until it has its own.
    """
    generations = folder / "generations"
    taken = [int(path.name) for path in generations.iterdir() if path.name.isdigit()]
    fresh = generations / f"{max(taken, default=0) + 1:06}"
    try:
        fresh.mkdir()
        if base is not None:
            _link_tree(base / KEYWORD, fresh / KEYWORD)
            shutil.copyfile(base / PASSAGES, fresh / PASSAGES)
            if (base / VECTORS).is_dir():
                shutil.copytree(base / VECTORS, fresh / VECTORS)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise not_writable(folder, error) from error
    return fresh


def make_current(folder: Path, generation: Path) -> None:
    """Switch readers to a finished generation."""
    partial = folder / "CURRENT.partial"
    try:
        with partial.open("w", encoding="utf-8") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / "CURRENT")
    except OSError as error:
        raise not_writable(folder, error) from error


def sweep(folder: Path, keep: Path | None) -> None:
    """Remove unfinished generations and old ones, but for the last before the current.

    A reader that has an old generation open keeps its files until it lets go.
    """
    finished = []
    for path in sorted((folder / "generations").iterdir()):
        if path == keep:
            continue
        if (path / FILE_NAME).exists():
            finished.append(path)
        else:
            shutil.rmtree(path, ignore_errors=True)
    for path in finished[: max(0, len(finished) - (_KEPT - 1))]:
        shutil.rmtree(path, ignore_errors=True)


def not_writable(folder: Path, error: OSError) -> DataNotWritable:
    """The error for a folder that cannot be written, with what to do about it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DataNotWritable(
            f"The disk is full: {folder}.", hint="Free some space and try again."
        )
    return DataNotWritable(
        f"The folder {folder} cannot be written ({error.strerror or error}).",
        hint="Check its rights, or choose another with --data.",
    )


def _link_tree(origin: Path, target: Path) -> None:
    target.mkdir()
    for file in origin.iterdir():
        if file.name.endswith(".lock"):
            continue
        try:
            os.link(file, target / file.name)
        except OSError:
            shutil.copyfile(file, target / file.name)
