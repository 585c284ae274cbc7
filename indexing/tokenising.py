"""Text to tokens: words, numbers, dates, percentages, section numbers and abbreviations kept whole.

A token is written the way an index term is: lower case, numbers in one notation. Which language a
text is in plays no part here; :mod:`indexing.analysis` stems what comes out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

PERCENT = "%"

TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?     # b.v.  o.a.  s.a.b.a.m
    | \d+(?:[.,:]\d+)+[a-z]?(?![^\W_])            # 70,6  5.900  4.1.1  2:24  3.2a
    | \d+[^\W\d_]{0,3}(?![^\W_])                  # 31  31a  2e  19th
    | [^\W_]+(?:['’.-][^\W\d_][^\W_]*|-\d+)*      # foto's  EU-lidstaat  covid-19  vlaanderen.be
    | [%€§]
    """,
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)([a-z]?)")
_GROUPED_BY_SPACE = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?![\d])")
_SIGNS = {"€": "euro", "§": "sectie"}
_PERCENT_WORDS = frozenset({"procent", "percent", "pct", "pourcent"})
_OTHER_NOTATION = re.compile("[" + "".join(_SIGNS) + "]|" + "|".join(sorted(_PERCENT_WORDS)))

_MULTIPLES = {
    "duizend": 10**3,
    "thousand": 10**3,
    "mille": 10**3,
    "miljoen": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "millions": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
    "mia": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
    "billion": 10**9,
    "billions": 10**9,
}
_MULTIPLE = re.compile(
    r"(\d+(?:[.,]\d+)*)[ \u00a0]?(" + "|".join(sorted(_MULTIPLES, key=len, reverse=True)) + r")\b"
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january janvier jan",
            "februari february février fevrier feb",
            "maart march mars mrt",
            "april avril apr",
            "mei may mai",
            "juni june juin jun",
            "juli july juillet jul",
            "augustus august août aout aug",
            "september septembre sep sept",
            "oktober october octobre okt oct",
            "november novembre nov",
            "december décembre decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:er|e|st|nd|rd|th)? (?P<n>{_MONTH_NAMES})\.? (?P<y>\d{{4}})\b"
    ),
    re.compile(
        # Few words begin as a month does.
        r"\b(?=[" + "".join(sorted({name[0] for name in _MONTHS})) + "])"
        rf"(?P<n>{_MONTH_NAMES})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b"
    ),
)


def folded(text: str) -> str:
    """Lower case, without accents, ligatures undone: what two spellings of a word share."""
    text = text.lower()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text).lower()
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return kept.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").replace("ø", "o")


def prepared(text: str) -> str:
    """Lower case NFC with straight apostrophes and hyphens and no soft hyphens."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text.translate(_STRAIGHT)


_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200b": None,
    }
)


def tokens(text: str) -> list[str]:
    """The tokens of ``text``, in order, with :func:`extras` behind them.

    Words stay as written apart from lower case; numbers are normalised (see :func:`number`).
    """
    text = prepared(text)
    found: list[str] = []
    numeric = _HAS_DIGIT.search(text)
    if numeric:
        text = _GROUPED_BY_SPACE.sub(_without_spaces, text)
    plain = TOKEN.findall(text)
    if not numeric and not _OTHER_NOTATION.search(text):
        return plain  # most sentences
    for token in plain:
        first = token[0]
        if first.isdigit():
            found.append(number(token))
        elif first in _SIGNS:
            found.append(_SIGNS[first])
        elif token in _PERCENT_WORDS:
            found.append(PERCENT)
        else:
            found.append(token)
    if numeric:
        found.extend(extras(text))
    return found


_HAS_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")  # stands in every whole date


def _without_spaces(match: re.Match[str]) -> str:
    groups = re.sub(r"\D", "", match[2])
    # "2019 2020" are two years and "12 345" is one number: a year has four digits, a group three.
    return match[1] + groups


@lru_cache(maxsize=65_536)
def number(token: str) -> str:
    """One notation for a number: ``5.900`` and ``5,900`` are ``5900``, ``70,6`` is ``70.6``.

    A number such as ``2.24`` or ``4.1.1`` keeps its points: it may be a section.
    """
    if token.isdigit():
        return token.lstrip("0") or "0" if len(token) < 4 else token
    if match := _THOUSANDS.fullmatch(token):
        separator = match[1]
        other = "," if separator == "." else "."
        whole, _, fraction = token.replace(separator, "").partition(other)
        return f"{whole}.{fraction}" if fraction else whole
    if match := _DECIMAL.fullmatch(token):
        return f"{match[1]}.{match[2]}{match[3]}"
    return token


def extras(text: str) -> Iterator[str]:
    """Terms that several tokens make together: whole dates and amounts in full.

    ``12 maart 2021`` and ``12/03/2021`` give ``2021-03-12``, the latter ``2021``
    too; ``2,5 miljoen`` gives ``2500000``.
    """
    for pattern in _DATES if _YEAR.search(text) else ():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = _MONTHS[parts["n"]] if parts.get("n") else int(parts["m"])
            day = int(parts["d"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield f"{parts['y']}-{month:02}-{day:02}"
                if not parts.get("n"):
                    yield parts["y"]  # of a date in words it is a token already
    for match in _MULTIPLE.finditer(text):
        try:
            amount = float(number(match[1])) * _MULTIPLES[match[2]]
        except ValueError:
            continue
        if amount < 1e15:
            yield str(round(amount))
