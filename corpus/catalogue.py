"""The catalogue: which documents there are, where they come from, and which of them lie here.

``catalogue.yaml`` describes documents; a folder of one's own may hold a ``catalogue.yaml`` of the
same form for the files in it. :func:`gather` turns fiches and folders into sources.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from corpus import strict_yaml
from corpus.document import Source, document_id
from corpus.errors import CatalogueError
from corpus.fiche import Address, Flag, Identifier, Name, PartialDate, ValidityEntry
from corpus.fiche import is_fiche as _is_fiche
from corpus.fiche import read_head as _read_head
from corpus.reading.dispatch import SUFFIXES
from corpus.settings import CATALOGUE, FICHES, CorpusSettings

CATALOGUE_NAME = "catalogue.yaml"
RECEIPTS_NAME = "receipts.json"


class Kind(StrEnum):
    """What a catalogued document is."""

    POLICY_NOTE = "policy-note"
    FRAMEWORK = "framework"
    DECREE = "decree"
    LAW = "law"
    TREATY = "treaty"
    PLAN = "plan"
    STUDY = "study"
    REPORT = "report"
    STATISTICS = "statistics"
    ARTICLE = "article"
    GUIDE = "guide"
    COUNTRY_PAGE = "country-page"
    PAGE = "page"


class Entry(BaseModel):
    """One document of the catalogue."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier = Field(description="Unique id; also the name that a fetched file gets.")
    title: Name = Field(description="Title as its publisher gives it.")
    publisher: str = Field("", description="Who published it.")
    author: str = Field("", description="Who wrote it, where that is not the publisher.")
    kind: Kind = Field(Kind.REPORT, description="What it is.")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = Field(
        None, description="ISO 639-1 code."
    )
    date: PartialDate | None = Field(None, description="Date of publication.")
    url: Address = Field(None, description="The publisher's address for it.")
    terms: str = Field("", description="Terms of re-use, as far as known.")
    validity: ValidityEntry = Field(
        ValidityEntry(), description="Whether what it lays down still holds."
    )
    topics: tuple[Identifier, ...] = Field((), description="Country codes, disciplines, subjects.")
    file: str | None = Field(None, description="Name of the file, where it differs from the id.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Checksum of the file, when known."
    )
    fetch: Flag = Field(True, description="Whether fetching it makes sense (not: a database).")
    referred_by: tuple[Identifier, ...] = Field(
        (), description="Documents of the catalogue that refer to it."
    )

    def source(self, file: Path, digest: str) -> Source:
        """The entry as the metadata of ``file``."""
        return Source(
            id=self.id,
            title=self.title,
            file=file,
            publisher=self.publisher,
            author=self.author,
            kind=self.kind.value,
            language=self.language,
            date=self.date,
            url=self.url,
            terms=self.terms,
            validity=self.validity.as_validity(),
            topics=self.topics,
            digest=digest,
        )


class _CatalogueFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """Entries by id, in the order of the file."""

    entries: dict[str, Entry]

    @classmethod
    def load(cls, file: Path = CATALOGUE) -> Catalogue:
        """The catalogue in ``file``.

        Raises:
            CatalogueError: it cannot be read or is not valid; file, id and key are named.
        """
        where = file.name
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogueError(f"the catalogue cannot be read ({error}).", where=where) from None
        values = strict_yaml.load(text, where=where) or {}
        listed = strict_yaml.validated(_CatalogueFile, values, where)
        entries: dict[str, Entry] = {}
        for number, value in enumerate(listed.documents, start=1):
            name = value.get("id", f"document {number}")
            entry = strict_yaml.validated(Entry, value, f"{where}, {name}")
            if entry.id in entries:
                raise CatalogueError("this id stands here twice.", where=f"{where}, {entry.id}")
            entries[entry.id] = entry
        return cls(entries)

    def check(self) -> tuple[str, ...]:
        """References to ids that the catalogue does not have, and addresses given twice."""
        problems = []
        addresses: dict[str, str] = {}
        for entry in self.entries.values():
            wanted = [*entry.referred_by, entry.validity.superseded_by]
            problems += [
                f"{entry.id}: refers to {other}, which is not in the catalogue"
                for other in wanted
                if other and other not in self.entries
            ]
            if entry.url and entry.url in addresses:
                problems.append(f"{entry.id}: has the address of {addresses[entry.url]}")
            elif entry.url:
                addresses[entry.url] = entry.id
        return tuple(problems)

    def find(self, file: Path, digest: str = "") -> Entry | None:
        """The entry that describes ``file``: by checksum, by file name, or by id."""
        for key in (digest, file.name, file.stem):
            if key in self._by_content_or_name:
                return self._by_content_or_name[key]
        return self.entries.get(document_id(file.name))

    @cached_property
    def _by_content_or_name(self) -> dict[str, Entry]:
        named = {entry.file: entry for entry in self.entries.values() if entry.file}
        return named | {entry.sha256: entry for entry in self.entries.values() if entry.sha256}

    def over(self, other: Catalogue) -> Catalogue:
        """Both, with this one's entry where both have the id."""
        return Catalogue({**other.entries, **self.entries})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The sources that were found, ids unique, and what was wrong with others, for people."""

    sources: tuple[Source, ...]
    problems: tuple[str, ...]


def gather(settings: CorpusSettings) -> Gathered:
    """All sources: the fiches, every readable file in the folders, and what was fetched or added.

    Files with the same bytes count once. Unknown kinds of file and invalid fiches are left out and
    named among the problems. Nothing is raised for a single file.

    Raises:
        CatalogueError: the shipped catalogue is not valid.
    """
    shipped = Catalogue.load()
    problems: list[str] = []
    sources: list[Source] = []
    files: set[Path] = set()
    digests: dict[str, Path] = {}
    ids: set[str] = set()
    roots = [FICHES] if settings.with_fiches else []
    roots += settings.folders
    if settings.downloads.is_dir():
        roots.append(settings.downloads)
    # The reader's process may have another working directory.
    for root in (named.absolute() for named in roots):
        if not root.exists():
            problems.append(f"{root}: there is no such file or folder")
            continue
        catalogue = _local(root, problems).over(shipped)
        before = len(sources)
        for file in document_files(root, problems):
            if file.resolve() in files:
                continue
            files.add(file.resolve())
            try:
                digest = _digest(file)
                source = _source(file, digest, catalogue)
            except (OSError, CatalogueError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                problems.append(f"{file}: {reason}")
                continue
            if digest in digests:
                problems.append(f"{file}: has the same content as {digests[digest]}, counted once")
                continue
            digests[digest] = file
            source = replace(source, id=_unique(source.id, ids))
            ids.add(source.id)
            sources.append(source)
        if len(sources) == before and root in {one.absolute() for one in settings.folders}:
            problems.append(f"{root}: holds no document that can be read")
    return Gathered(tuple(sources), tuple(problems))


def _local(root: Path, problems: list[str]) -> Catalogue:
    """The catalogue that lies in a folder itself, if any."""
    file = root / CATALOGUE_NAME
    if root.is_dir() and file.is_file():
        try:
            return Catalogue.load(file)
        except CatalogueError as error:
            problems.append(f"{root}: {error}")
    return Catalogue({})


def document_files(root: Path, problems: list[str]) -> Iterator[Path]:
    """Readable kinds of file under ``root``, sorted; office lock files and hidden files are not."""
    if root.is_file():
        yield root
        return
    for folder, folders, names in os.walk(root, onerror=lambda e: problems.append(str(e))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if name.startswith((".", "~$")) or name in (CATALOGUE_NAME, RECEIPTS_NAME):
                continue
            if name.endswith((".yaml", ".part")):
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
                problems.append(f"{file}: links to a file outside the folder; copy that file here")
                continue
            if file.suffix.lower() in SUFFIXES:
                yield file
            else:
                problems.append(f"{file}: no reader for this kind of file")


def _source(file: Path, digest: str, catalogue: Catalogue) -> Source:
    if file.suffix.lower() == ".md":
        text = file.read_text(encoding="utf-8", errors="replace")
        if _is_fiche(file, text):
            return _read_head(text, where=file.name).source(file, digest)
    entry = catalogue.find(file, digest)
    if entry:
        return entry.source(file, digest)
    return Source(id=document_id(file.name), title=file.stem, file=file, digest=digest)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unique(wanted: str, taken: Iterable[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
