"""What a claim rests on, and what it was found to lack."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEANS = re.compile(
    r"^\W*(?:dit|deze|die|dat|het|hij|zij|ze|daar\w*|hier\w*|er|this|these|it|its|they|that|those"
    r"|there|here)\b",
    re.IGNORECASE,
)
"""A quote that begins with what its title or the sentence before it names."""


@dataclass(frozen=True, slots=True)
class QuoteInContext:
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
    polarity or content."""

    kind: str
    detail: str
