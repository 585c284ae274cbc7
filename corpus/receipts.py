"""What was fetched or added: which file, from where, when, with which checksum."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.catalogue import RECEIPTS_NAME
from corpus.document import document_id
from corpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Receipt:
    """One document that was put in the folder. ``file`` is its name there; dates are ISO 8601.

    ``url`` is where it was fetched from, ``origin`` the file that it was copied from and ``title``
    what the document calls itself.
    """

    id: str
    file: str
    sha256: str
    size_bytes: int
    received: str
    url: str = ""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    origin: str = ""
    title: str = ""


def load(folder: Path) -> dict[str, Receipt]:
    """The receipts in ``folder`` by id; none when there are none yet.

    Raises:
        CorpusError: the file with receipts is damaged.
    """
    file = folder / RECEIPTS_NAME
    if not file.exists():
        return {}
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
        receipts = [Receipt(**values) for values in listed]
        if elsewhere := [one.file for one in receipts if Path(one.file).name != one.file]:
            # Files are removed by this name: it may not lead out of the folder.
            raise ValueError(f"{elsewhere[0]!r} is no name of a file in the folder")
    except (OSError, ValueError, TypeError) as error:
        raise CorpusError(
            f"the list of received documents cannot be read ({error}).",
            where=str(file),
            hint="Move it away; `corpus fetch` writes a new one.",
        ) from None
    return {receipt.id: receipt for receipt in receipts}


def save(folder: Path, receipts: dict[str, Receipt]) -> None:
    """Writes the receipts, all or nothing.

    Raises:
        CorpusError: the folder cannot be written.
    """
    file = folder / RECEIPTS_NAME
    part = file.with_name(file.name + ".part")
    listed = [asdict(receipts[key]) for key in sorted(receipts)]
    try:
        part.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise CorpusError(
            f"the folder cannot be written ({error.strerror}).", where=str(folder)
        ) from None


def identifier(name: str) -> str:
    """An id for the catalogue made of a name: :func:`document_id` without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return document_id(plain + ".")


def free_name(name: str, origin: str, received: dict[str, Receipt]) -> str:
    """``name``, or with a number where another file has it; a file from ``origin`` is replaced."""
    number, free = 1, name
    while free in received and received[free].origin not in ("", origin):
        number += 1
        free = f"{name}-{number}"
    return free
