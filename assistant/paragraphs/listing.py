"""A list of sources that was pasted along, held against the references in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.paragraphs.references import Reference
from assistant.paragraphs.verdicts import Finding
from assistant.paragraphs.wording import ParagraphWording
from indexing.tokenising import folded

_YEAR = re.compile(r"\d{4}")
_NAME = re.compile(r"[^\W\d_][\w.&'’-]+")


def audit(
    cited: Iterable[Reference],
    marks: Iterable[str],
    entries: tuple[Reference, ...],
    wording: ParagraphWording,
) -> Iterator[Finding]:
    """What does not agree between the references in the text (``cited``, and footnote ``marks``)
    and the ``entries`` of its list; nothing without a list."""
    if not entries:
        return
    used: set[Reference] = {entry for entry in entries if entry.mark and entry.mark in set(marks)}
    for reference in dict.fromkeys(cited):
        named = [entry for entry in entries if _same_name(reference, entry)]
        right = [entry for entry in named if _same_year(reference, entry)]
        used.update(right or named)
        if not named:
            yield wording.finding("cited-not-listed", reference.text)
        elif not right:
            yield wording.finding("year-mismatch", reference.text, named[0].text)
    for mark in dict.fromkeys(marks):
        numbered = [entry for entry in entries if entry.mark]
        if numbered and not any(entry.mark == mark for entry in numbered):
            yield wording.finding("cited-not-listed", f"[{mark}]")
    for entry in entries:
        if entry not in used:
            yield wording.finding("listed-not-cited", entry.text)


def _same_name(reference: Reference, entry: Reference) -> bool:
    first = _NAME.search(reference.names)
    return first is not None and folded(first.group()) in folded(entry.text[:120])


def _same_year(reference: Reference, entry: Reference) -> bool:
    year = _YEAR.search(reference.year)
    return year is None or year.group() in entry.text
