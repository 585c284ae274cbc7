"""The documents of one's own: fetching, adding, removing and verifying them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from corpus import receipts
from corpus.catalogue import CATALOGUE_NAME, Catalogue, Entry, document_files, gather
from corpus.document import Source
from corpus.download import Downloader
from corpus.errors import (
    CatalogueError,
    CorpusError,
    DownloadError,
    NoConnection,
    ReadingError,
)
from corpus.fiche import parse
from corpus.fiche_pairs import disagreements
from corpus.outcomes import Outcome, Report
from corpus.own_catalogue import OwnCatalogue
from corpus.reading.dispatch import SUFFIXES
from corpus.reading.worker import read_safely
from corpus.receipts import Receipt
from corpus.settings import CorpusSettings
from corpus.transfer import Version

_HOSTS_TO_GIVE_UP = 3
"""So many servers out of reach, and none reached, mean that there is no network."""


class Holdings:
    """The folder with fetched and added documents.

    Args:
        settings: names the folder; it is made when something is put in it.
        today: the day that receipts are dated.
    """

    def __init__(self, settings: CorpusSettings, today: date | None = None) -> None:
        self._settings = settings
        self.folder = settings.downloads
        self._own = OwnCatalogue(self.folder)
        self._today = (today or date.today()).isoformat()  # noqa: DTZ011 - a calendar day here

    def catalogue(self) -> Catalogue:
        """What is known of documents: the folder's own catalogue over the shipped one."""
        own = self.folder / CATALOGUE_NAME
        shipped = Catalogue.load()
        return Catalogue.load(own).over(shipped) if own.is_file() else shipped

    def fetch(
        self,
        ids: Iterable[str],
        downloader: Downloader,
        *,
        refresh: bool = False,
        report: Callable[[Report], None] | None = None,
        progress: Callable[[str, int, int | None], None] | None = None,
    ) -> tuple[Report, ...]:
        """Fetches catalogued documents from their publishers.

        Args:
            ids: which ones; all that can be fetched when empty.
            downloader: does the transfers.
            refresh: ask also for those that are here whether they changed.
            report: called after each document.
            progress: called with id, bytes so far and bytes expected.

        Raises:
            CorpusError: an id is not in the catalogue, the folder cannot be written, or there is
                no network at all.
        """
        catalogue = self.catalogue()
        wanted = tuple(ids)
        if unknown := [name for name in wanted if name not in catalogue.entries]:
            raise CorpusError(
                f"{unknown[0]} is not in the catalogue.", hint="`corpus list` shows what is."
            )
        entries = (
            [catalogue.entries[name] for name in wanted]
            if wanted
            else [entry for entry in catalogue.entries.values() if entry.url and entry.fetch]
        )
        self._make_folder()
        done: list[Report] = []
        unreachable: set[str | None] = set()
        for entry in entries:
            try:
                done.append(self._fetch(entry, downloader, refresh, progress))
            except NoConnection as error:
                unreachable.add(urlsplit(entry.url or "").hostname)
                if len(unreachable) == _HOSTS_TO_GIVE_UP and not any(
                    r.outcome in (Outcome.FETCHED, Outcome.UNCHANGED) for r in done
                ):
                    raise CorpusError(
                        "there is no network: no server could be reached.",
                        hint="Try again with a network, or give files with `corpus add FILE`.",
                        retryable=True,
                    ) from error
                done.append(Report(entry.id, Outcome.FAILED, error.message, error.hint))
            if report:
                report(done[-1])
        return tuple(done)

    def _fetch(
        self,
        entry: Entry,
        downloader: Downloader,
        refresh: bool,
        progress: Callable[[str, int, int | None], None] | None,
    ) -> Report:
        if not entry.url:
            return Report(
                entry.id,
                Outcome.FAILED,
                "no address is known for it.",
                "Give the file itself with `corpus add FILE`.",
            )
        received = receipts.load(self.folder)
        receipt = received.get(entry.id)
        present = receipt is not None and _digest_of(self.folder / receipt.file) == receipt.sha256
        if receipt and present and not refresh:
            return Report(entry.id, Outcome.SKIPPED, "is here already.", file=receipt.file)
        known = Version(receipt.etag, receipt.last_modified) if receipt and present else None
        try:
            fetched = downloader.fetch(
                entry.url,
                self.folder / entry.id,
                sha256=entry.sha256,
                known=known,
                progress=(lambda got, of: progress(entry.id, got, of)) if progress else None,
            )
        except NoConnection:
            raise
        except DownloadError as error:
            return Report(entry.id, Outcome.FAILED, error.message, error.hint)
        except OSError as error:
            return Report(entry.id, Outcome.FAILED, f"cannot be kept ({error.strerror or error}).")
        if fetched is None:
            return Report(entry.id, Outcome.UNCHANGED, "has not changed.")
        if receipt and receipt.file != fetched.file.name:
            (self.folder / receipt.file).unlink(missing_ok=True)
        received[entry.id] = Receipt(
            id=entry.id,
            file=fetched.file.name,
            sha256=fetched.sha256,
            size_bytes=fetched.size_bytes,
            received=self._today,
            url=fetched.url,
            content_type=fetched.content_type,
            etag=fetched.version.etag,
            last_modified=fetched.version.last_modified,
        )
        receipts.save(self.folder, received)
        same = receipt is not None and present and receipt.sha256 == fetched.sha256
        return Report(
            entry.id,
            Outcome.UNCHANGED if same else Outcome.FETCHED,
            "taken up again" if fetched.resumed else "",
            file=fetched.file.name,
            size_bytes=fetched.size_bytes,
        )

    def add_files(self, path: Path, about: dict[str, str] | None = None) -> tuple[Report, ...]:
        """Copies a file, or every file of a folder that can be read, into the holdings.

        Args:
            path: file or folder.
            about: what is known of a single file: keys of a catalogue entry, such as ``title``.
                Of a file that is here already it is added to what was known.

        Raises:
            CorpusError: there is nothing there, what is said about it is not valid, or the folder
                cannot be written. Nothing was written when one of the first two is raised.
        """
        if not path.exists():
            raise CorpusError("there is no such file or folder.", where=str(path))
        if about:
            plain = {"id": receipts.identifier(path.stem), "title": path.stem}
            self._own.described({**plain, **about})
        problems: list[str] = []
        files = list(document_files(path, problems))
        self._make_folder()
        reports = [self._add(file, about or {}) for file in files]
        reports += [
            Report(problem.split(": ")[0], Outcome.SKIPPED, problem.split(": ", 1)[-1])
            for problem in problems
        ]
        if not files:
            raise CorpusError("holds no document that can be read.", where=str(path))
        return tuple(reports)

    def _add(self, file: Path, about: dict[str, str]) -> Report:
        name = about.get("id") or receipts.identifier(file.stem)
        if file.suffix.lower() not in SUFFIXES:
            known = ", ".join(sorted(SUFFIXES))
            message = f"no reader for this kind of file; known are {known}."
            return Report(str(file), Outcome.FAILED, message)
        try:
            if file.stat().st_size == 0:
                return Report(str(file), Outcome.FAILED, "the file is empty.")
            if file.stat().st_size > self._settings.limits.max_bytes:
                limit = self._settings.limits.max_bytes
                return Report(str(file), Outcome.FAILED, f"is larger than {limit:,} bytes.")
            digest = _digest_of(file)
            received = receipts.load(self.folder)
            for receipt in received.values():
                if receipt.sha256 == digest and (self.folder / receipt.file).is_file():
                    return self._added_again(receipt, about)
            # Read once now: what cannot be read is better refused than complained of ever after.
            trial = Source(id=name, title=file.stem, file=file.absolute(), digest=digest or "")
            title = read_safely(trial, self._settings.limits).source.title
            origin = str(file.resolve())
            name = receipts.free_name(name, origin, received)
            target = self.folder / (name + file.suffix.lower())
            part = target.with_name(target.name + ".part")
            shutil.copyfile(file, part)
            part.replace(target)
        except ReadingError as error:
            return Report(str(file), Outcome.FAILED, error.message, error.hint)
        except OSError as error:
            said = f"cannot be copied ({error.strerror or error})."
            return Report(str(file), Outcome.FAILED, said)
        replaced = name in received
        if replaced and received[name].file != target.name:
            (self.folder / received[name].file).unlink(missing_ok=True)
        received[name] = Receipt(
            id=name,
            file=target.name,
            sha256=digest or "",
            size_bytes=target.stat().st_size,
            received=self._today,
            origin=origin,
            title=title,
        )
        receipts.save(self.folder, received)
        if about:
            self._own.describe({"title": title, **about, "id": name})
        message = "replaces the one that was here" if replaced else ""
        size = target.stat().st_size
        return Report(name, Outcome.ADDED, message, file=target.name, size_bytes=size)

    def _added_again(self, receipt: Receipt, about: dict[str, str]) -> Report:
        """A file that is here already, with what is newly said about it."""
        if about.get("id", receipt.id) != receipt.id:
            return Report(
                receipt.id,
                Outcome.FAILED,
                f"is here already, and not as {about['id']}.",
                f"Leave out --id, or take it away first: wegwijs corpus remove {receipt.id}",
            )
        title = self._title(receipt.id) or receipt.title or Path(receipt.file).stem
        if about and self._own.describe({"title": title, **about, "id": receipt.id}):
            return Report(receipt.id, Outcome.UPDATED, "was here; what is known of it is new.")
        return Report(receipt.id, Outcome.UNCHANGED, "is here already.")

    def _title(self, name: str) -> str:
        """The title that somebody gave a document before; empty when nobody did."""
        return str(self._own.entries().get(name, {}).get("title", ""))

    def add_address(
        self,
        url: str,
        downloader: Downloader,
        about: dict[str, str] | None = None,
        progress: Callable[[str, int, int | None], None] | None = None,
    ) -> Report:
        """Fetches one's own address and describes it in the folder's catalogue.

        Raises:
            CorpusError: what is said about it is not valid, or the folder cannot be written.
        """
        stem = url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
        values: dict[str, str] = {**(about or {}), "url": url}
        values.setdefault("id", receipts.identifier(stem or url))
        values = {"title": self._title(values["id"]) or stem or url, **values}
        entry = self._own.described(values)
        self._make_folder()
        try:
            report = self._fetch(entry, downloader, True, progress)
        except NoConnection as error:
            return Report(entry.id, Outcome.FAILED, error.message, error.hint)
        if not report.failed:
            told = self._own.describe(values)
            if report.outcome is Outcome.FETCHED:
                report = replace(report, outcome=Outcome.ADDED)
            elif told:
                report = replace(report, outcome=Outcome.UPDATED)
        return report

    def remove(self, name: str) -> Report:
        """Removes a fetched or added document.

        Raises:
            CorpusError: it was not fetched or added, or the folder cannot be written.
        """
        self._own.entries()
        received = receipts.load(self.folder)
        receipt = received.pop(name, None)
        if receipt is None:
            raise CorpusError(
                f"{name} was not fetched or added here.",
                hint="Files in a folder of your own are removed from that folder; fiches are left "
                "out with --without-fiches.",
            )
        try:
            (self.folder / receipt.file).unlink(missing_ok=True)
        except OSError as error:
            raise CorpusError(
                f"the file cannot be removed ({error.strerror or error}).",
                where=str(self.folder / receipt.file),
                hint="Give the folder write permission, or run as who owns it.",
            ) from None
        receipts.save(self.folder, received)
        self._own.forget(name)
        return Report(name, Outcome.REMOVED, file=receipt.file)

    def verify(self) -> tuple[Report, ...]:
        """Checks everything: the catalogue, every fiche, and every file against its checksum."""
        reports = []
        catalogue = self.catalogue()
        for problem in catalogue.check():
            name, _, message = problem.partition(": ")
            reports.append(Report(name, Outcome.FAILED, message))
        for receipt in receipts.load(self.folder).values():
            reports.append(self._verified(receipt, catalogue))
        gathered = gather(self._settings)
        for problem in gathered.problems:
            name, _, message = problem.partition(": ")
            reports.append(Report(name, Outcome.FAILED, message))
        fiches = []
        for source in gathered.sources:
            if source.pair:
                try:
                    text = source.file.read_text(encoding="utf-8")
                    fiches.append(parse(text, where=source.file.name))
                except CatalogueError as error:
                    reports.append(Report(source.id, Outcome.FAILED, str(error)))
                else:
                    reports.append(Report(source.id, Outcome.SOUND, file=source.file.name))
        reports += [Report(name, Outcome.FAILED, said) for name, said in disagreements(fiches)]
        return tuple(reports)

    def _verified(self, receipt: Receipt, catalogue: Catalogue) -> Report:
        digest = _digest_of(self.folder / receipt.file)
        entry = catalogue.entries.get(receipt.id)
        if digest is None:
            message, hint = "the file is gone.", "`corpus fetch` or `corpus add` brings it back."
        elif digest != receipt.sha256:
            message, hint = "the file changed since it came in.", "Fetch or add it again."
        elif entry and entry.sha256 and entry.sha256 != digest:
            message, hint = "the file is not the one that the catalogue describes.", ""
        else:
            return Report(receipt.id, Outcome.SOUND, file=receipt.file)
        return Report(receipt.id, Outcome.FAILED, message, hint, file=receipt.file)

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(
                f"the folder cannot be made ({error.strerror}).", where=str(self.folder)
            ) from None


def _digest_of(file: Path) -> str | None:
    """SHA-256 of a file's bytes in hexadecimal, or None when it is not there."""
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
