"""Whether an index still says what the documents say, without reading one of them.

Every run notes which files it saw. Who opens the index later compares names, sizes and times (of
the shipped fiches what they say) with those of the folders given now. A run leaves out what is not
given, and so must be told all folders; who only asks may leave out folders that the index holds.
"""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from pathlib import Path

from corpus.listing import DOWNLOADS_ROOT, FICHES_ROOT, Listing, list_files
from corpus.settings import CorpusSettings
from indexing import generations

FILE_NAME = "seen.json"


@dataclass(frozen=True, slots=True)
class Staleness:
    """In what an index differs from the documents; names are those of a listing.

    ``fiches`` tells that the index holds the shipped fiches where they are to be left out.
    ``folders`` are all that a run must be given so that nothing is lost, ``with_fiches`` likewise.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    fiches: bool
    folders: tuple[str, ...]
    with_fiches: bool

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone or self.fiches)

    def __str__(self) -> str:
        """What differs, in a sentence."""
        counts = {"new": self.new, "changed": self.changed, "gone": self.gone}
        told = [f"{len(names)} {what} ({names[0]})" for what, names in counts.items() if names]
        if self.fiches:
            told.append("it holds the shipped fiches")
        return f"The index is not up to date with the documents: {', '.join(told)}."

    def command(self, data: Path) -> str:
        """What to run for the index in the data folder ``data``."""
        words = ["wegwijs", "index", "--data", str(data)]
        for folder in self.folders:
            words += ["--corpus", folder]
        return shlex.join(words if self.with_fiches else [*words, "--without-fiches"])


def note(folder: Path, corpus: CorpusSettings, seen: Listing) -> None:
    """Notes in the index's ``folder`` which files a run saw.

    Raises:
        DataNotWritable: the folder cannot be written.
    """
    partial = folder / f"{FILE_NAME}.partial"
    folders = [one.resolve().as_posix() for one in corpus.folders]
    try:
        partial.write_text(json.dumps({"folders": folders, "files": seen}), encoding="utf-8")
        partial.replace(folder / FILE_NAME)
    except OSError as error:
        raise generations.not_writable(folder, error) from error


def staleness(folder: Path, corpus: CorpusSettings) -> Staleness:
    """How the index in ``folder`` differs from the documents that ``corpus`` names.

    Only folders that are named are compared, with what was added; the fiches where the index holds
    them.
    """
    folders, seen = _noted(folder)
    has_fiches = any(_below(name, FICHES_ROOT) for name in seen)
    given = [one.resolve().as_posix() for one in corpus.folders]
    compared = corpus.with_fiches and has_fiches
    now = list_files(corpus.model_copy(update={"with_fiches": compared}))
    roots = [*given, DOWNLOADS_ROOT, *([FICHES_ROOT] if compared else [])]
    return Staleness(
        new=tuple(name for name in now if name not in seen),
        changed=tuple(name for name in now if name in seen and seen[name] != now[name]),
        gone=tuple(
            name for name in seen if name not in now and any(_below(name, root) for root in roots)
        ),
        fiches=has_fiches and not corpus.with_fiches,
        folders=tuple(dict.fromkeys([*(one for one in folders if Path(one).exists()), *given])),
        with_fiches=corpus.with_fiches and (has_fiches or not seen),
    )


def left_out(folder: Path, corpus: CorpusSettings) -> tuple[str, ...]:
    """Folders whose documents a run over ``corpus`` takes out of the index in ``folder``: those
    that the last run was given, that still exist, and that are not given now."""
    given = [one.resolve().as_posix() for one in corpus.folders]
    return tuple(
        one
        for one in _noted(folder)[0]
        if Path(one).exists() and not any(_below(one, root) for root in given)
    )


def _below(name: str, root: str) -> bool:
    return name == root or name.startswith(f"{root.rstrip('/')}/")


def _noted(folder: Path) -> tuple[list[str], Listing]:
    """What the last run was given and saw; nothing when that is not known."""
    try:
        noted = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        files = {name: (int(size), int(time)) for name, (size, time) in noted["files"].items()}
        return [str(one) for one in noted["folders"]], files
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return [], {}
