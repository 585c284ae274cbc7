"""References in running text: "(Surname, 2023, p. 12)", "Institute (2010)", "[3]", and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR = r"(?:(?:1[89]|20)\d\d[a-z]?|z\.\s?d\.(?:[a-z]\b\.?)?|n\.\s?d\.(?:[a-z]\b\.?)?)"
_PAGE = re.compile(
    r"(?:\b(?:pp?\.|blz\.?|pg\.?|pagina(?:'s)?|pages?|bladzijden?)\s?|(?<=\d{4})\s?:\s?)"
    r"(?P<page>\d{1,4})(?:\s?[-–]\s?(?P<last>\d{1,4}))?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s?[(\[](?P<inside>[^()\[\]]{2,240})[)\]]")
_LEAD = re.compile(r"^\s*(?:zie(?: ook)?|vgl\.|cf\.|see(?: also)?|e\.g\.|bv\.|in)\s+", re.I)
_ENDS_IN_YEAR = re.compile(rf"^(?P<names>.*?)[\s,]+(?P<year>{_YEAR})\W*$", re.I)
_ONLY_YEAR = re.compile(rf"^\W*(?P<year>{_YEAR})\W*$", re.I)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# "[12]", "¹³", and digits glued behind the full stop that ends a sentence.
_MARK = re.compile(
    r"\s?\[(?P<square>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+)"
    r"|\^\{?(?P<caret>\d{1,3})\}?"
    r"|(?<=[^\W\d_][.!?;,)”\"’])(?P<glued>\d{1,3})(?=\s+[A-Z“\"'(‘]|\s*$)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LIST_HEADING = re.compile(
    r"^\W*(?:bronnen(?:lijst)?|referenties?|literatuur(?:lijst)?|bibliografie|voetnoten|noten"
    r"|references?|sources|bibliography|literature|works cited|footnotes|notes)\W*$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"^\W*(?:\[?(?P<mark>\d{{1,3}})[\].)]?\s+)?(?=[A-Z“\"‘']).{{2,160}}?[\s(,.]{_YEAR}[)\].,:;\s]",
)
_LISTED_SURELY = re.compile(
    rf"^[\W\d]*[A-ZÀ-Þ][\w'’-]+,\s(?:[A-Z]\.\s?)+|^.{{2,90}}?\({_YEAR}\)\.?\s.*(?:https?://|www\.|\bdoi\b)"
    r"|\bop\. cit\.|\bibid\b"
)
_NUMBERED = re.compile(r"^\s*(?:\[(?P<square>\d{1,3})\]|(?P<plain>\d{1,3})[.)]?)\s+(?=[A-Z“\"‘'h])")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: whose it is (``names``, as written), the year as written, and the first and last
    page (as the text numbers them; None where it gives none). ``mark`` is that of a footnote or of
    an entry in a numbered list."""

    text: str
    names: str = ""
    year: str = ""
    page: int | None = None
    last_page: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference and its span in a text."""

    start: int
    end: int
    references: tuple[Reference, ...]


def bracketed(text: str) -> Iterator[Placed]:
    """References between brackets, with the brackets' span: names with a year or a page. Several
    are parted by semicolons."""
    for match in _BRACKETED.finditer(text):
        parts = [_read(part) for part in match["inside"].split(";")]
        found = tuple(part for part in parts if part is not None)
        if found and len(found) == len(parts):
            yield Placed(match.start(), match.end(), found)


def years_behind_names(text: str) -> Iterator[tuple[re.Match[str], Reference]]:
    """Brackets with no more than a year, and a page maybe: "Institute (2010, p. 3)". Whose it is
    stands before them; that may also be no reference at all."""
    for match in _BRACKETED.finditer(text):
        bare, page, last = _without_page(match["inside"])
        only = _ONLY_YEAR.match(bare)
        if only:
            yield match, Reference(match.group().strip(), "", only["year"], page, last)


def _read(text: str) -> Reference | None:
    bare, page, last = _without_page(_LEAD.sub("", text))
    ended = _ENDS_IN_YEAR.match(bare)
    names = (ended["names"] if ended else bare).strip(" ,;")
    year = ended["year"] if ended else ""
    named = _LETTERS.search(names) is not None and names[:1].isupper()
    if not named or not (year or page is not None) or len(names.split()) > 14:
        return None
    return Reference(text.strip(), names, year, page, last)


def _without_page(text: str) -> tuple[str, int | None, int | None]:
    match = _PAGE.search(text)
    if match is None:
        return text, None, None
    page = int(match["page"])
    last = int(match["last"]) if match["last"] else page
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,"), page, max(page, last)


def without_marks(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A text without its footnote marks, and each mark with where it stood in what is left."""
    kept: list[str] = []
    marks: list[tuple[int, str]] = []
    end = length = 0
    for match in _MARK.finditer(text):
        before = text[end : match.start()]
        kept.append(before)
        length += len(before)
        end = match.end()
        written = next(group for group in match.groups() if group)
        for mark in re.findall(r"\d+", written.translate(_RAISED)):
            marks.append((length, mark))
    return "".join((*kept, text[end:])), tuple(marks)


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of sources or notes."""
    return _LIST_HEADING.match(line) is not None


def listed(line: str, *, under_heading: bool) -> Reference | None:
    """An entry of a list of sources, or a footnote; None where the line is neither."""
    bare, _, _ = _without_page(line)
    told = _LISTED.match(f"{bare} ")
    sure = told is not None and _LISTED_SURELY.search(line) is not None
    numbered = _NUMBERED.match(line)
    if not (sure or (under_heading and _LETTERS.search(line))):
        return None
    mark = (numbered["square"] or numbered["plain"]) if numbered else ""
    body = line[numbered.end() :] if numbered else line
    year = re.search(_YEAR, body)
    names = body[: year.start()] if year else body
    _, page, last = _without_page(body)
    return Reference(
        line.strip(), names.strip(" (,.;–-"), year[0] if year else "", page, last, mark
    )
