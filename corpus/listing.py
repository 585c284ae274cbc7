"""Which files make up the corpus, by name, size and time: cheap to ask, only fiches are read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from corpus.catalogue import CATALOGUE_NAME, document_files
from corpus.settings import FICHES, CorpusSettings

FICHES_ROOT = "fiches"
DOWNLOADS_ROOT = "documents"

Listing = Mapping[str, tuple[int, int]]
"""Size in bytes and a stamp, by name: the time of change in nanoseconds, or for a shipped fiche a
digest of what it says, since an install gives all of them a new time.

The shipped fiches stand below ``fiches/`` and what was fetched or added below ``documents/``, so
that a data folder may move; files of other folders have their absolute path.
"""


def list_files(settings: CorpusSettings) -> Listing:
    """The files that :func:`corpus.catalogue.gather` would read, and the folders' catalogues."""
    found: dict[str, tuple[int, int]] = {}
    roots = {Path(one).resolve(): "" for one in settings.folders}
    roots[settings.downloads.resolve()] = DOWNLOADS_ROOT
    if settings.with_fiches:
        roots[FICHES] = FICHES_ROOT
    for root, name in roots.items():
        files = [root / CATALOGUE_NAME, *document_files(root, [])]
        for file in files:
            try:
                status = file.stat()
            except OSError:
                continue
            key = f"{name}/{file.relative_to(root).as_posix()}" if name else file.as_posix()
            stamp = _digest(file) if name == FICHES_ROOT else status.st_mtime_ns
            found[key] = (status.st_size, stamp)
    return found


def _digest(file: Path) -> int:
    """64 bits over the content; 0 for a file that cannot be read."""
    try:
        return int.from_bytes(hashlib.blake2b(file.read_bytes(), digest_size=8).digest(), "big")
    except OSError:
        return 0
