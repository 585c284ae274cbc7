"""Everything that is known of one document, for ``corpus show`` and the web."""

from __future__ import annotations

from datetime import date
from typing import Any

from corpus import receipts
from corpus.catalogue import CATALOGUE_NAME, Catalogue, gather
from corpus.errors import CatalogueError, CorpusError
from corpus.fiche import parse
from corpus.settings import CorpusSettings


def details(name: str, settings: CorpusSettings, today: date | None = None) -> dict[str, Any]:
    """What is known of the document with this id, as JSON values.

    A fiche comes with its statements and their sources; a document that is only in the catalogue
    has ``here`` false.

    Raises:
        CorpusError: no document has this id.
    """
    day = today or date.today()  # noqa: DTZ011 - a calendar day where the user is
    own = settings.downloads / CATALOGUE_NAME
    catalogue = Catalogue.load()
    if own.is_file():
        catalogue = Catalogue.load(own).over(catalogue)
    entry = catalogue.entries.get(name)
    source = next((s for s in gather(settings).sources if s.id == name), None)
    if source is None and entry is None:
        raise CorpusError(f"no document has the id {name}.", hint="`corpus list` shows them.")
    if source is None and entry is not None:
        values = entry.model_dump(mode="json")
        validity = values.pop("validity")
        status = entry.validity.as_validity().status_on(day).value
        return {**values, "validity": status, **_dates(validity), "here": False}
    assert source is not None
    receipt = receipts.load(settings.downloads).get(name)
    found: dict[str, Any] = {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "kind": source.kind,
        "language": source.language,
        "date": source.date,
        "url": source.url,
        "terms": source.terms,
        "validity": source.validity.status_on(day).value,
        "valid_from": source.validity.valid_from,
        "valid_until": source.validity.valid_until,
        "superseded_by": source.validity.superseded_by,
        "topics": list(source.topics),
        "pair": source.pair,
        "file": str(source.file),
        "sha256": source.digest,
        "received": receipt.received if receipt else None,
        "here": True,
    }
    if source.pair:
        try:
            fiche = parse(source.file.read_text(encoding="utf-8"), where=source.file.name)
        except CatalogueError as error:
            found["problem"] = str(error)
        else:
            found["related"] = list(fiche.head.related)
            found["statements"] = [
                {
                    "section": list(statement.section),
                    "text": statement.text,
                    "facts": list(statement.facts),
                    "outdated": any(p.outdated_on(day) for p in fiche.provenance(statement)),
                }
                for statement in fiche.statements
            ]
            found["facts"] = {
                fact: entry.model_dump(mode="json") for fact, entry in fiche.facts.items()
            }
    return found


def reading(name: str, settings: CorpusSettings) -> dict[str, Any]:
    """How well the document with this id could be read, as JSON values.

    Raises:
        CorpusError: no document here has this id, or it could not be read.
    """
    from corpus.quality import quality
    from corpus.reading.worker import read_safely

    source = next((s for s in gather(settings).sources if s.id == name), None)
    if source is None:
        raise CorpusError(f"no document here has the id {name}.", hint="`corpus list` shows them.")
    return quality(read_safely(source, settings.limits)).as_json()


def _dates(validity: dict[str, Any]) -> dict[str, Any]:
    return {key: validity[key] for key in ("valid_from", "valid_until", "superseded_by")}
