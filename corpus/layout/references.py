"""Reference lists: where they begin, and where one entry ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.layout.grouping import Group
from corpus.layout.positioned import Line

REFERENCES = re.compile(
    r"^(?:(?:\d+(?:\.\d+)*\.?|[IVX]+\.|bijlage\s+\w+[.:]?)\s+)?"
    r"(?:referenties|referentielijst|bibliografie|literatuur(?:lijst)?|"
    r"(?:geraadpleegde|geciteerde) (?:bronnen|literatuur|werken)|bronnen(?:lijst)?|bronvermelding|"
    r"references|reference list|bibliography|works cited|literature|bibliographie|références)"
    r"\s*:?$",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"^(?:\[\d+\]|\d{1,3}[.)]\s|[^\W\d_].{1,200}?"
    r"(?:\((?:(?:1[89]|20)\d\d|[zns]\.d\.)|,\s(?:1[89]|20)\d\d\b))"
)
"""How an entry begins: a number, or a name with a year or "no date" in its first line."""
_INDENT = 6.0


def entries(one: Group) -> list[Group]:
    """A group of a reference list cut where entries begin.

    Hanging indents tell; where there are none, a line that opens as entries do, after a line that
    ends as entries do.
    """
    if one.kinds or len(one.lines) < 2:
        return [one]
    left = one.left
    hanging = sum(line.left > left + _INDENT for line in one.lines)
    parts: list[list[Line]] = []
    for line in one.lines:
        beside = bool(parts) and abs(parts[-1][-1].bottom - line.bottom) < 0.4 * line.size
        if hanging >= 0.25 * len(one.lines):
            begins = line.left <= left + _INDENT / 2 and not beside
        else:
            begins = bool(
                OPENS.match(line.text)
                and parts
                and re.search(r"[.\])/]$|\w/?$", parts[-1][-1].text)
                and _complete(parts[-1])
            )
        if not parts or begins:
            parts.append([line])
        else:
            parts[-1].append(line)
    return [replace(one, lines=tuple(lines)) for lines in parts]


def _complete(lines: list[Line]) -> bool:
    """Whether lines hold as much as an entry does: a year or "no date" and an end."""
    text = " ".join(line.text for line in lines)
    dated = re.search(r"(?:19|20)\d\d|z\.d\.|n\.d\.|s\.d\.", text)
    return bool(dated) and bool(re.search(r"[.\])]$|https?://\S+$", text))
