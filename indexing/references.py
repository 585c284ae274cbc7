"""References by number: "artikel 31", "§ 4.1.1", "Tabel 2", "voetnoot 13".

The same reference gives the same term whatever the language or spelling: ``tabel:2``. Passages
carry the references of their own headings, captions and marks; a question that is little more than
a reference and a title takes a route of its own (title-heavy scoring, see ``docs/retrieval.md``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexing.analysis import all_stop_words, stop_words
from indexing.tokenising import folded, number, tokens

_KINDS = {
    "artikel": "artikel artikelen artikels article articles art",
    "sectie": (
        "sectie section sections paragraaf paragrafen paragraph § par hoofdstuk chapter chapitre "
        "hfst titel afdeling deel part punt"
    ),
    "tabel": "tabel tabellen table tables tableau",
    "figuur": "figuur figuren figure figures fig grafiek graph chart graphique",
    "noot": "voetnoot voetnoten footnote footnotes noot note eindnoot endnote",
    "bijlage": "bijlage bijlagen annex annexe annexes appendix",
    "lid": "lid",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_ROMAN = r"[ivxlc]+"
_NUMBER = rf"\d+(?:[.:]\d+)*[a-z]{{0,2}}|{_ROMAN}|[a-z]"
_REFERENCE = re.compile(
    r"(?<!\w)("
    + "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
    + rf")\.?\s*(?:nr\.?|no\.?|n°)?\s*({_NUMBER})(?![\w])"
)
_LEADING_NUMBER = re.compile(r"^\s*(?:§\s*)?(\d+(?:[.:]\d+)*[a-z]?)(?=[.)\s]|$)")
_ROMAN_ONLY = re.compile(_ROMAN)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CHAPTERS = frozenset({"hoofdstuk", "chapter", "chapitre", "titel"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered thing that a text points at; ``term`` is its index term, such as ``tabel:2``."""

    kind: str
    number: str
    start: int
    end: int

    @property
    def term(self) -> str:
        return f"{self.kind}:{self.number}"


def references(text: str) -> tuple[Reference, ...]:
    """The references in a text, in order. Offsets are in the folded text."""
    found = []
    for match in _REFERENCE.finditer(folded(text).replace("\u00a0", " ")):
        kind, value = _KIND_OF[match[1]], match[2]
        if value in ("i", "v", "x") and match[1] in _CHAPTERS:
            found.append(Reference(kind, _value(value), match.start(), match.end()))
            continue
        if len(value) == 1 and value.isalpha() and kind != "bijlage":
            # "the part I play", "deel a"
            continue
        found.append(Reference(kind, _value(value), match.start(), match.end()))
    return tuple(found)


def heading_references(heading: str, own_number: str = "") -> tuple[str, ...]:
    """The terms that a heading, caption or title answers to: its number and its name."""
    terms = [reference.term for reference in references(heading)]
    for text in (own_number, heading):
        if match := _LEADING_NUMBER.match(folded(text)):
            terms.append(f"sectie:{_value(match[1])}")
    return tuple(dict.fromkeys(terms))


def _value(text: str) -> str:
    if _ROMAN_ONLY.fullmatch(text) and (len(text) > 1 or text in "ivx"):
        return str(_roman(text))
    return number(text) if text.isdigit() else text


def _roman(text: str) -> int:
    values = [_VALUES[sign] for sign in text]
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value
        for at, value in enumerate(values)
    )


def is_lookup(text: str, pointers: Sequence[Reference], lang: str) -> bool:
    """Whether a question is little more than a reference and the name of what it stands in."""
    if len(text) > 400:
        return False
    outside = folded(text)
    for pointer in reversed(pointers):
        outside = outside[: pointer.start] + " " + outside[pointer.end :]
    empty = stop_words(lang) or all_stop_words()
    rest = [token for token in tokens(outside) if token not in empty]
    return len(rest) <= 14 and "?" not in text[:-1]
