"""What a claim rests on, and what it was found to lack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and what surrounds it.

    ``sentence`` is the whole sentence (or list item, or row) that the quote is part of, so that
    half a quote does not hide a condition. ``context`` is the document's title and section path:
    names may come from there, numbers and other words may not.
    """

    quote: str
    sentence: str
    lang: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a claim says that its quotes do not: ``kind`` is number, date, name, binding, role,
    polarity, content or coverage."""

    kind: str
    detail: str
