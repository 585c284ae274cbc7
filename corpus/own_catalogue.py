"""The catalogue of the folder with fetched and added documents: what somebody said of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from corpus import strict_yaml
from corpus.catalogue import CATALOGUE_NAME, Catalogue, Entry
from corpus.errors import CatalogueError, CorpusError

_FORMS = {
    "id": "small letters, digits and hyphens, such as policy-note-2024",
    "date": "YYYY, YYYY-MM or YYYY-MM-DD",
    "language": "two small letters, such as nl",
}


class OwnCatalogue:
    """``catalogue.yaml`` in ``folder``; there is none until something is described."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / CATALOGUE_NAME

    def entries(self) -> dict[str, dict[str, object]]:
        """What was said of each document, by id.

        Raises:
            CatalogueError: the file cannot be read or is not valid.
        """
        if not self._file.is_file():
            return {}
        Catalogue.load(self._file)
        text = self._file.read_text(encoding="utf-8")
        listed = strict_yaml.load(text, where=self._file.name) or {}
        return {str(entry["id"]): entry for entry in listed.get("documents") or []}

    def described(self, values: Mapping[str, str]) -> Entry:
        """The entry that :meth:`describe` would write. Writes nothing.

        Args:
            values: keys of a catalogue entry, ``id`` and ``title`` among them.

        Raises:
            CatalogueError: a value is not valid, or the file is not.
        """
        said = {key: value for key, value in values.items() if value}
        where = said.get("id", CATALOGUE_NAME)
        for key in (key for key in _FORMS if key in said):
            try:
                strict_yaml.validated(Entry, {"id": "x", "title": "x", key: said[key]}, where)
            except CatalogueError:
                raise CatalogueError(
                    f"the {key} {said[key]!r} is not valid.", hint=f"Give {_FORMS[key]}."
                ) from None
        return strict_yaml.validated(Entry, {**self.entries().get(where, {}), **said}, where)

    def describe(self, values: Mapping[str, str]) -> bool:
        """Adds what is said in ``values`` to what was said before of that ``id``.

        Returns whether that says anything new.

        Raises:
            CatalogueError: a value is not valid, or the file is not.
            CorpusError: the folder cannot be written.
        """
        identity = self.described(values).id
        own = self.entries()
        before = own.get(identity, {})
        own[identity] = {**before, **{key: value for key, value in values.items() if value}}
        if own[identity] == before:
            return False
        self._write(own)
        return True

    def forget(self, identity: str) -> None:
        """Takes a document's entry out, if it has one.

        Raises:
            CorpusError: the folder cannot be written.
        """
        own = self.entries()
        if own.pop(identity, None):
            self._write(own)

    def _write(self, own: Mapping[str, dict[str, object]]) -> None:
        part = self._file.with_name(self._file.name + ".part")
        listed = {"documents": list(own.values())}
        text = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False)
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(self._file)
        except OSError as error:
            raise CorpusError(
                f"the folder cannot be written ({error.strerror or error}).",
                where=str(self._folder),
            ) from None
