"""Figures in text: percentages, amounts, counts, fractions, number words; Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby


class FigureKind(StrEnum):
    """What a figure measures."""

    PERCENTAGE = "percentage"
    FRACTION = "fraction"
    AMOUNT = "amount"
    COUNT = "count"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in a text, and its value.

    ``start`` and ``end`` are offsets in the text; ``value`` is in units (2,5 miljoen is 2500000.0;
    70,6 % is 70.6). ``surface`` is the figure with its sign, multiplier or currency.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    surface: str


NUMBER_WORDS: dict[str, int] = {
    "nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14,
    "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20,
    "vijfentwintig": 25, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000,
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_FRACTIONS: dict[str, float] = {
    "helft": 50.0, "half": 50.0, "derde": 100 / 3, "kwart": 25.0, "vierde": 25.0, "vijfde": 20.0,
    "tiende": 10.0, "driekwart": 75.0, "tweederde": 200 / 3, "third": 100 / 3, "quarter": 25.0,
    "fifth": 20.0, "tenth": 10.0,
}  # fmt: skip
_MULTIPLIERS = {
    "duizend": 1e3, "thousand": 1e3, "k": 1e3, "miljoen": 1e6, "million": 1e6, "mln": 1e6,
    "mio": 1e6, "m": 1e6, "miljard": 1e9, "billion": 1e9, "mld": 1e9, "bn": 1e9,
}  # fmt: skip


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest that fits: by first letter, which is faster."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    return "|".join(
        f"{first}(?:{'|'.join(word[1:] for word in same)})"
        for first, same in groupby(ordered, key=lambda word: word[0])
    )


_DIGIT = re.compile(r"\d")
_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
# Codes of ISO 4217; in small letters some are words.
_CODES = (
    r"(?-i:GBP|USD|CAD|AUD|CHF|DKK|SEK|NOK|ISK|JPY|CNY|KRW|INR|HUF|PLN|CZK|RON|TRY|ZAR|MAD|BRL|XOF)"
)
_FIGURE = re.compile(
    rf"(?P<currency>(?:€|EUR|euro|\$|£|{_CODES})\s?)?(?<![\w.,/-])(?P<number>{_DIGITS})(?![\d])"
    r"(?!(?-i:[AC-JLN-Z])\b)"  # "3C" and "3D" are names
    r"(?P<ordinal>(?:ste|de|e|st|nd|rd|th)\b)?"
    r"(?:\s?(?P<percent>%|procent\b|percent\b|per cent\b|pct\b))?"
    r"(?:[\s-]?(?P<multiplier>(?:miljoen|miljard|duizend|million|billion|thousand|mln|mld|mio"
    r"|bn)\b\.?))?"
    rf"(?:\s?(?P<unit>€|euros?\b|EUR\b|eur\b|dollars?\b|pond\b|pounds?\b|kron(?:en|or|er)\b|yen\b"
    rf"|{_CODES}\b))?",
    re.IGNORECASE,
)
_WORD_FIGURE = re.compile(
    rf"\b(?P<word>{_one_of(NUMBER_WORDS)})(?:tal|-tal)?\b"
    r"(?:\s(?P<fraction>derde[n]?|vierde|vijfde[n]?|tiende|kwart|thirds?|quarters?|fifths?"
    r"|tenths?)\b)?"
    r"(?:\s(?P<percent>procent|percent|per cent)\b)?"
    r"(?:\s(?P<multiplier>miljoen|miljard|duizend|million|billion|thousand)\b)?"
    r"(?:\s(?P<unit>euros?|dollars?|pond|pounds?)\b)?",
    re.IGNORECASE,
)
_LONE_FRACTION = re.compile(
    r"\b(?:de helft|een derde|een kwart|een vijfde|een vierde|een tiende|driekwart|tweederde"
    r"|half of|a third|a quarter|a fifth|a tenth|vijfde van|kwart van|derde van)\b",
    re.IGNORECASE,
)
# What turns a bare number into a pointer or a heading and not into a figure.
_POINTER = re.compile(
    r"(?:\b(?:art(?:ikel)?|tabel|table|figuur|figure|hoofdstuk|chapter|sectie|section|bijlage|annex"
    r"|p|pp|pag(?:ina)?|page|blz|voetnoot|footnote|nr|no|deel|thema|trend|vol|dossier|§)\.?"
    r"|§)\s?\Z",
    re.IGNORECASE,
)

_DECADE_REACH = 8  # characters before a figure in which it is said to name a decade
_DECADES = frozenset(range(10, 100, 10))
_DECADE = re.compile(r"\bjaren\s(?:'|’)?\Z", re.IGNORECASE)

UNIT = re.compile(
    r"[\s-]?(?:jaar|jaren|maand(?:en)?|dag(?:en)?|daagse|week|weken|uur|uren|minuten|min|years?|months?"
    r"|days?|weeks?|hours?|minutes?|km|kilomet(?:er|re)s?|met(?:er|re)s?|m²|pages?|pagina.?s|woorden|words)\b",
    re.IGNORECASE,
)
"""What a length of time or space is counted in, right behind its figure."""


_LIMIT = re.compile(
    r"\b(?:jonger|ouder|minder|meer|hoger|lager|langer|korter|younger|older|less|more|fewer|higher"
    r"|lower|longer|shorter)\s(?:dan|than)\s\Z"
    r"|\b(?:onder|boven|beneden|vanaf|hoogstens|maximaal|maximum(?:\svan(?:[^.;]{0,60}\sof)?)?|max\.?"
    r"|minstens|minimaal|minimum(?:\svan)?|ten\s(?:minste|hoogste)|niet\smeer\sdan|tot|plafond\svan"
    r"|under|over|above|below|at\s(?:least|most)|up\sto|a?\s?maximum\sof|a?\s?minimum\sof"
    r"|no\smore\sthan|capped\sat)\s(?:de\s|the\s|een\s)?(?:EUR\s|€\s?)?\Z",
    re.IGNORECASE,
)
# Texts. With 4,096, a fifth of the sentences that 940 questions met were read again.
_REMEMBERED = 8192
_SPACE, _SEPARATOR = re.compile(r"[\s\u00a0\u202f]"), re.compile(r"[.,]")
_SEPARATED = re.compile(r"\d+(?:[.,]\d+)*")
_LIMIT_REACH = 90  # characters before a figure in which it is said to be a limit
_SAYS_LIMIT = re.compile(
    r"\b(?:plafond|maxim\w+|minim\w+|hoogstens|minstens|limiet|ceiling|limit|at (?:least|most)"
    r"|up to|jonger|ouder|younger|older|onder|under|boven|above|vanaf)\b",
    re.IGNORECASE,
)


def is_limit(text: str, start: int) -> bool:
    """Whether the figure that begins at ``text[start]`` is the end of a range: "younger than 16",
    "at most 500 euro". What lies within the range does not go against it."""
    return bool(_LIMIT.search(text[max(0, start - _LIMIT_REACH) : start]))


def speaks_of_limit(text: str) -> bool:
    """Whether a text says or asks where a range ends."""
    return bool(_SAYS_LIMIT.search(text))


def number_value(text: str) -> float | None:
    """The value of digits in Dutch or English notation (``5.900``, ``5,900``, ``70,6``), or None.

    One separator followed by exactly three digits groups thousands; any other is a decimal sign.
    """
    if text.isdecimal():
        return float(text)  # most are
    compact = _SPACE.sub("", text)
    if not _SEPARATED.fullmatch(compact):
        return None
    separators = _SEPARATOR.findall(compact)
    if not separators:
        return float(compact)
    last = separators[-1]
    decimals = len(compact) - compact.rindex(last) - 1
    if len(set(separators)) == 2:
        whole, _, fraction = compact.rpartition(last)
        return float(re.sub(r"[.,]", "", whole) + "." + fraction)
    if decimals == 3 and (len(separators) > 1 or not compact.startswith("0")):
        return float(re.sub(r"[.,]", "", compact))
    if len(separators) > 1:
        return None  # 4.1.1 is a section, no figure
    return float(compact.replace(",", "."))


@lru_cache(maxsize=_REMEMBERED)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of ``text`` in order of appearance; pointers such as "Tabel 2" are left out."""
    digits = _FIGURE.finditer(text) if _DIGIT.search(text) else ()
    found = [figure for match in digits if (figure := _digits(text, match))]
    found.extend(figure for match in _WORD_FIGURE.finditer(text) if (figure := _words(match)))
    for match in _LONE_FRACTION.finditer(text):
        word = re.sub(r"\b(?:de|een|a|of|van)\b", "", match.group().lower()).strip()
        if word in _FRACTIONS:
            found.append(
                Figure(
                    match.start(), match.end(), FigureKind.FRACTION, _FRACTIONS[word], match.group()
                )
            )
    found.sort(key=lambda figure: (figure.start, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if kept and figure.start < kept[-1].end:
            if figure.end - figure.start > kept[-1].end - kept[-1].start:
                kept[-1] = figure
            continue
        kept.append(figure)
    return tuple(kept)


def _digits(text: str, match: re.Match[str]) -> Figure | None:
    value = number_value(match["number"])
    if value is None or match["ordinal"]:
        return None
    before = text[max(0, match.start("number") - 14) : match.start("number")]
    if _POINTER.search(before) or (_DECADE.search(before) and value in _DECADES):
        return None
    tail = text[match.end("number") : match.end("number") + 2]
    if re.match(r"\.\d", tail) or (re.match(r"[.]\s?\Z", tail) and not before.strip()):
        return None
    start, end = match.start(), match.end()
    surface = text[start:end].strip()
    if match["multiplier"]:
        value *= _MULTIPLIERS[match["multiplier"].lower().rstrip(".")]
    if match["percent"]:
        kind = FigureKind.PERCENTAGE
    elif match["currency"] or match["unit"]:
        kind = FigureKind.AMOUNT
    elif re.fullmatch(r"(?:1[5-9]|20)\d\d", match["number"]) and not match["multiplier"]:
        kind = FigureKind.YEAR
    else:
        kind = FigureKind.COUNT
    return Figure(start, start + len(text[start:end].rstrip()), kind, value, surface)


def _words(match: re.Match[str]) -> Figure | None:
    word = match["word"].lower()
    before = match.string[max(0, match.start() - _DECADE_REACH) : match.start()]
    if _DECADE.search(before) and NUMBER_WORDS[word] in _DECADES:
        return None  # "de jaren tachtig" count nothing
    value = float(NUMBER_WORDS[word])
    if match["fraction"]:
        share = match["fraction"].lower().rstrip("ns")
        part = _FRACTIONS.get(share, 0.0)
        return Figure(match.start(), match.end(), FigureKind.FRACTION, value * part, match.group())
    if match["percent"]:
        return Figure(match.start(), match.end(), FigureKind.PERCENTAGE, value, match.group())
    if match["multiplier"]:
        value *= _MULTIPLIERS[match["multiplier"].lower()]
    elif word in ("een", "half") or (word == "one" and not UNIT.match(match.string, match.end())):
        return None  # an article far more often than a count, but for "one year"
    if match["unit"]:
        return Figure(match.start(), match.end(), FigureKind.AMOUNT, value, match.group())
    return Figure(match.start(), match.end(), FigureKind.COUNT, value, match.group())


_PERCENT_SIGN = re.compile(r"%|\bper ?cent\b|\bprocent\b", re.IGNORECASE)


def localised(surface: str, lang: str) -> str:
    """A figure's digits in the notation of ``lang``: ``70,6 %`` is ``70.6 %`` in English.

    Only where the reading is certain: a comma before one or two digits, a dot before three. In a
    percentage either is the decimal sign, however many digits follow (``15,825 %``).
    """
    if _PERCENT_SIGN.search(surface):
        return re.sub(r"(?<=\d)[.,](?=\d)", "." if lang == "en" else ",", surface)
    if lang == "en":
        swapped = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "\0", surface)
        swapped = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", swapped)
        return swapped.replace("\0", ",")
    swapped = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "\0", surface)
    swapped = re.sub(r"(?<=\d)\.(?=\d{1,2}(?!\d))", ",", swapped)
    return swapped.replace("\0", ".")
