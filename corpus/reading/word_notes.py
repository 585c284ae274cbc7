"""Footnotes and endnotes of Word documents, in the order in which the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_STEPS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Note:
    """A note's mark as Word shows it, and its text; an endnote's text comes at the end."""

    marker: str
    text: str


class WordNotes:
    """Numbers the notes of a document as its text refers to them.

    Word numbers footnotes 1, 2, 3 and endnotes i, ii, iii, unless the document says otherwise; a
    note may also have a mark of its own.
    """

    def __init__(self, part: Any) -> None:
        """Args:
        part: the main part of the package, as python-docx opens it.
        """
        self._texts = {kind: dict(_notes(part, kind)) for kind in ("footnote", "endnote")}
        self._counts = {"footnote": 0, "endnote": 0}
        self._roman = {
            "footnote": _format(part, "footnote") == "lowerRoman",
            "endnote": _format(part, "endnote") in (None, "lowerRoman"),
        }
        self._end: list[Note] = []
        self._seen: set[tuple[str, str]] = set()

    def referred(self, element: Any) -> list[Note]:
        """The notes that an element refers to and no element before it did.

        An endnote comes without its text, which :meth:`at_the_end` gives.
        """
        found: list[Note] = []
        for kind, reference in _references(element):
            identity = reference.get(f"{_W}id") or ""
            text = self._texts[kind].get(identity, "")
            if not text or (kind, identity) in self._seen:
                continue
            self._seen.add((kind, identity))
            marker = self._marker(kind, reference)
            if kind == "endnote":
                self._end.append(Note(marker, text))
            found.append(Note(marker, "" if kind == "endnote" else text))
        return found

    def at_the_end(self) -> list[Note]:
        """The endnotes, and whatever notes no element referred to."""
        rest = [
            Note("", text)
            for kind, texts in self._texts.items()
            for identity, text in texts.items()
            if (kind, identity) not in self._seen
        ]
        return [*self._end, *rest]

    def _marker(self, kind: str, reference: Any) -> str:
        if reference.get(f"{_W}customMarkFollows") in ("1", "true", "on"):
            return "".join(one.text or "" for one in reference.itersiblings(f"{_W}t")).strip()
        self._counts[kind] += 1
        count = self._counts[kind]
        return _roman(count) if self._roman[kind] else str(count)


def _references(element: Any) -> Iterator[tuple[str, Any]]:
    for one in element.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"):
        yield ("footnote" if one.tag.endswith("footnoteReference") else "endnote"), one


def _notes(part: Any, kind: str) -> Iterator[tuple[str, str]]:
    """The id and text of each note of a kind, paragraphs joined by spaces."""
    for relation in part.rels.values():
        if relation.is_external or not relation.reltype.endswith(f"/{kind}s"):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}{kind}"):
            if note.get(f"{_W}type") in _SEPARATORS:
                continue
            paragraphs = (
                "".join(
                    (one.text or "") if one.tag == f"{_W}t" else " "
                    for one in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
                )
                for paragraph in note.iter(f"{_W}p")
            )
            text = " ".join(" ".join(paragraphs).split())
            if text:
                yield note.get(f"{_W}id") or "", text


def _format(part: Any, kind: str) -> str | None:
    """How the document numbers notes of a kind, where it says so."""
    for holder in (part.element, part.settings.element):
        for one in holder.iter(f"{_W}{kind}Pr"):
            stated = one.find(f"{_W}numFmt")
            if stated is not None:
                return str(stated.get(f"{_W}val"))
    return None


def _roman(number: int) -> str:
    found = ""
    for value, letters in _STEPS:
        while number >= value:
            found += letters
            number -= value
    return found
