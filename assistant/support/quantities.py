"""Numbers with their units, in Dutch and English notation, as values that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from assistant.support.dates import MONTH_NAMES
from assistant.support.number_words import MULTIPLIERS, NUMBER_WORDS, ONES

_UNITS = {
    "percent": ("%", "procent", "percent", "per cent", "pct"),
    "percentage point": ("procentpunt", "procentpunten", "percentage point", "percentage points"),
    "euro": ("€", "euro", "euros", "euro's", "eur"),
    "dollar": ("$", "dollar", "dollars", "usd", "cad"),
    "pound": ("£", "pond", "pound", "pounds", "gbp"),
    "franc": ("chf",),
    "krona": ("sek",),
    "dkk": ("dkk",),
    "nok": ("nok",),
    "yen": ("jpy", "yen"),
    "rand": ("zar", "rand"),
    "koruna": ("czk",),
    "zloty": ("pln", "zloty"),
    "forint": ("huf",),
    "hour": ("uur", "uren", "hour", "hours"),
    "day": ("dag", "dagen", "day", "days"),
    "minute": ("minuut", "minuten", "minute", "minutes"),
    "week": ("week", "weken", "weeks"),
    "month": ("maand", "maanden", "month", "months"),
    "year": ("jaar", "jaren", "year", "years"),
    "kilometre": ("km", "kilometer", "kilometers", "kilometre", "kilometres"),
    "kilogram": ("kg", "kilo", "kilogram", "kilograms"),
    "tonne": ("ton", "tonnes", "tons"),
    "square metre": ("m²", "vierkante meter", "square metre", "square metres", "square meters"),
}
MONEYS = (
    "euro", "dollar", "pound", "franc", "krona", "dkk", "nok", "yen", "rand", "koruna", "zloty",
    "forint",
)  # fmt: skip
"""Units of money."""
CURRENCIES = tuple(form for unit in MONEYS for form in _UNITS[unit] if form.isalpha())
"""Words and codes for currencies, lower case."""

_UNIT_OF = {form: unit for unit, forms in _UNITS.items() for form in forms}

_NO_COUNT = frozenset(("percent", "percentage point", "times"))
"""Units that a number of a claim must have too: "two members" is not "twice"."""
TIMES = ("minute", "hour", "day", "week", "month", "year")
"""Units of time."""

PERIODS = {
    **{form: unit for form, unit in _UNIT_OF.items() if unit in TIMES},
    "jaarlijks": "year", "jaarlijkse": "year", "yearly": "year", "annual": "year",
    "annually": "year", "maandelijks": "month", "maandelijkse": "month", "monthly": "month",
    "wekelijks": "week", "wekelijkse": "week", "weekly": "week", "dagelijks": "day",
    "dagelijkse": "day", "daily": "day",
    "quarter": "quarter", "kwartaal": "quarter",
}  # fmt: skip
"""Words for units of time, and the unit."""

# Not the digit of a name such as A1.
_DIGITS = r"(?<![^\W\d_])(?:\d{1,3}(?:[.,\u00a0\u202f' ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_WORD = r"[^\W\d_]+"
_TOKEN = re.compile(rf"[€$£]|%|{_DIGITS}|{_WORD}(?:[-'’]{_WORD})*", re.UNICODE)
# "§ 4.2", "1.3.2": where something stands, which counts nothing.
_SECTION = re.compile(r"§§?\s*\d+(?:\.\d+)*|(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,}(?![\d.]\d)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written.

    ``values`` are its possible readings ("5.900" is 5900 or 5.9); ``unit`` is the unit beside it,
    empty where there is none that we know. ``bound`` is ``least`` or ``most`` where the text says
    so ("up to 5"), ``rate`` the period that it is counted over ("5 euro per day").
    """

    text: str
    values: frozenset[Decimal]
    unit: str
    start: int
    end: int
    bound: str = ""
    rate: str = ""

    @property
    def year(self) -> bool:
        """Whether it looks like a year."""
        return not self.unit and bool(re.fullmatch(r"(?:19|20)\d\d", self.text))


def quantities(text: str, lang: str | None) -> tuple[Quantity, ...]:
    """The numbers in a text, in order.

    Args:
        lang: ``nl`` or ``en`` decides between a decimal sign and a thousands sign; None keeps both
            readings.
    """
    cited = [match.span() for match in _SECTION.finditer(text)]
    tokens = [
        (m.group(), m.start(), m.end())
        for m in _TOKEN.finditer(text)
        if not any(start <= m.start() < end for start, end in cited)
    ]
    found: list[Quantity] = []
    position = 0
    while position < len(tokens):
        token, start, end = tokens[position]
        values = _values(token, lang)
        if not values:
            position += 1
            continue
        after = position + 1
        while after < len(tokens) and tokens[after][0].casefold() in MULTIPLIERS:
            word = tokens[after][0].casefold()
            if len(word) == 1 and tokens[after][1] != end:
                break
            values = frozenset(value * MULTIPLIERS[word] for value in values)
            end = tokens[after][2]
            after += 1
        unit = _unit_after(tokens, after)
        last = tokens[after][2] if unit else end
        if not unit and position and tokens[position - 1][0].casefold() in _UNIT_OF:
            before = _UNIT_OF[tokens[position - 1][0].casefold()]
            unit = before if before in MONEYS else ""
        found.append(
            Quantity(
                text[start:end],
                values,
                unit,
                start,
                end,
                bound_of(text, start, last),
                _rate(text, last),
            )
        )
        position = after
    return _shared_units(text, found)


_MONEY = r"\s*(?:de |the |EUR |GBP |USD |[€£$] ?)?$"
_MOST = re.compile(
    r"(?<![^\W\d_])(?:(?:shorter|lower|younger|korter|lager|jonger) (?:than|dan)"
    r"|at most|up to|no more than"
    r"|not more than|niet meer dan|(?<!\bno )(?<!\bnot )(?:less|fewer) than|(?<!\bniet )minder dan"
    r"|hoogstens|ten hoogste|hooguit"
    r"|maximaal|maximum(?: van| of|\b[^.,;]{1,40}\b(?:is|bedraagt))?|max\.|capped at"
    r"|maximum\w*(?: [\w-]+)? (?:van|of)|maximale [\w-]+ (?:van|is|bedraagt)"
    r"|(?:ceiling|cap|limit|plafond|limiet|bovengrens) (?:of|van)"
    r"|(?:no|not|niet) (?:longer|langer) (?:than|dan)"
    r"|below|under|onder|(?<!\d )(?<!% )tot)" + _MONEY,
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?<![^\W\d_])(?:(?:longer|higher|older|langer|hoger|ouder) (?:than|dan)"
    r"|(?:no|not) later than|uiterlijk"
    r"|ten laatste|at the latest|(?:no|not) less than|niet minder dan|at least|more than|meer dan"
    r"|minstens|ten minste|tenminste|minimaal|minimum(?: van| of)?|vanaf|over|above|boven"
    r"|minimum\w*(?: [\w-]+)? (?:van|of|is|bedraagt)|minimale [\w-]+ (?:van|is|bedraagt))" + _MONEY,
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:not|no|never|cannot|geen|niet|nooit)|n['’]t)\s+"
    r"(?:(?!(?:if|when|who|that|for|of|with|from|als|wanneer|die|dat|voor|van|met|uit)\b)[\w-]+\s+){1,5}"
    r"(?:longer|higher|older|langer|hoger|ouder|shorter|lower|younger|korter|lager|jonger|more|less"
    r"|fewer|meer|minder) (?:than|dan)" + _MONEY,
    re.IGNORECASE,
)
_MONTH_NEXT = re.compile(rf"^\s+(?:{MONTH_NAMES})\b", re.IGNORECASE)
# "Rose from 18 to 104": where a change ends is no limit.
_CHANGE = re.compile(
    r"\b(?:(?:van|from)\s[^.;]{0,20}\d|ste(?:eg|gen)|stijg\w*|groei\w*|toe|da(?:al|l)\w*|rose|grew"
    r"|fell)\b[^,;]{0,160}\btot\s*$",
    re.IGNORECASE,
)
# "Five to twenty days": the end of a range is no limit either.
_RANGE = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS['nl'])})(?:tig|tien)? tot\s*$", re.IGNORECASE)
_FROM_ON = re.compile(r"\bvanaf\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"^\s*(?:before|voor|vóór|voordat)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:EUR|GBP|USD|[€£$])\s*$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:\S+\s+)?(?:\([^)]*\)\s*)?to\b")
_OR_MORE = re.compile(
    r"^\s*(?:[^\W\d_]+\s+)?(?:of meer|or more|of langer|or longer|of ouder|or older"
    r"|or over|and over|en ouder)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"^\s*(?:[^\W\d_]+\s+){0,2}?(?:at most|at the most|or less|or fewer|of minder|maximum|maximaal"
    r"|hoogstens)(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"^\s*(?:[%€$£]|EUR|GBP)?\s*(?:,|,?\s*\b(?:of|or|en|and|tot|to)\b|[-–/+])\s*(?:EUR|GBP|[€$£])?\s*$"
)
_SHARED = re.compile(r"^\s*(?:to|tot|naar|and|en|or|of|[-–])\s+(?:EUR|GBP|[€£$])?\s*$")
_PER = re.compile(r"^\s*(?:per|a|an|each|every|elke?|iedere?)\s+([^\W\d_]+)", re.IGNORECASE)


def bound_of(text: str, start: int, end: int) -> str:
    """The bound of what stands from ``start`` to ``end``: ``least``, ``most`` or empty."""
    before = text[max(0, start - 160) : start]
    if _MONTH_NEXT.match(text[end:]):
        return ""
    if _OR_MORE.match(text[end:]):
        return "least"
    if _AT_MOST.match(text[end:]):
        return "most"
    if _DENIED.search(before):
        # "No scripts longer than twenty pages".
        return "most" if _LEAST.search(before) else "least"
    if _MOST.search(before) and not _CHANGE.search(before) and not _RANGE.search(before):
        return "most"
    if _FROM_ON.search(before) and _BEFORE.match(text[end:]):
        # "From six months before the trip": a time, no lower limit of an amount.
        return ""
    if _FROM.search(before) and not _TO.match(text[end:]):
        return "least"
    return "least" if _LEAST.search(before) else ""


def _rate(text: str, end: int) -> str:
    match = _PER.match(text[end:])
    return PERIODS.get(match[1].casefold(), "") if match else ""


def rate_behind(text: str, end: int) -> str:
    """The period that what ends at ``end`` is counted over: "once a year"; empty for none."""
    return _rate(text, end)


def in_row(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two numbers of a text stand in one row: "2,700, 3,200 or 3,800"."""
    return bool(_ROW.match(text[one.end : two.start]))


def _shared_units(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """ "2,700, 3,200 or 3,800 euro a month": what stands once holds for the whole row."""
    for at, (one, two) in enumerate(pairwise(found)):
        found[at] = _with_multiple(text, one, two)
    for row in (range(len(found) - 1), range(len(found) - 2, -1, -1)):
        for position in row:
            one, next_one = found[position], found[position + 1]
            if one.year or next_one.year:
                continue
            between = text[one.end : next_one.start]
            if not _ROW.match(between):
                continue
            if one.unit and not next_one.unit:
                found[position + 1] = replace(next_one, unit=one.unit)
            if next_one.unit and not one.unit:
                found[position] = replace(one, unit=next_one.unit)
            if next_one.rate and not one.rate and found[position].unit == next_one.unit:
                found[position] = replace(found[position], rate=next_one.rate)
    return tuple(found)


def _with_multiple(text: str, one: Quantity, two: Quantity) -> Quantity:
    """ "From 1.2 to 2 million": the multiple that stands once may hold for both."""
    multiple = MULTIPLIERS.get(two.text.split()[-1].casefold(), 0)
    alone = one.text.split()[-1].casefold() not in MULTIPLIERS and not one.year
    if not multiple or not alone or (one.unit and one.unit != two.unit):
        return one
    if not _SHARED.match(text[one.end : two.start]):
        return one
    values = one.values | {value * multiple for value in one.values}
    return replace(one, values=values, unit=two.unit)


def is_measure(word: str) -> bool:
    """Whether a word, in lower case, is a number or a unit of measure, money or time."""
    numbers = any(word in known for known in NUMBER_WORDS.values())
    return numbers or word in _UNIT_OF or word in PERIODS or word in MULTIPLIERS


_ENDINGS = (("dagen", "day"), ("weken", "week"), ("maanden", "month"), ("jaren", "year"))
_PARTS = {
    "dag": "day", "week": "week", "maand": "month", "jaar": "year", "jarig": "year",
    "jarige": "year", "year": "year", "day": "day", "month": "month",
}  # fmt: skip


def periods(text: str) -> frozenset[str]:
    """The units of time that a text names, as one word each: "yearly" and "per jaar" are year."""
    found = re.findall(r"[^\W\d_]+", text.casefold())
    named = {PERIODS[word] for word in found if word in PERIODS}
    named |= {unit for word in found for end, unit in _ENDINGS if word.endswith(end)}
    return frozenset(named)


def named_periods(text: str) -> frozenset[str]:
    """The units of time that a text names, also as a part of a word ("dagvergoeding")."""
    found = re.findall(r"[^\W\d_]+", text.casefold())
    inside = {unit for word in found for part, unit in _PARTS.items() if word.startswith(part)} | {
        unit for word in found for part, unit in _PARTS.items() if word.endswith(part)
    }
    return periods(text) | inside


def ages(text: str) -> bool:
    """Whether a text speaks of ages, which are in years without saying so."""
    return bool(
        re.search(r"\b(?:aged?|leeftijd|oud|old|ouder|older|jonger|younger)\b", text.casefold())
    )


def _unit_after(tokens: list[tuple[str, int, int]], position: int) -> str:
    if position + 1 < len(tokens) and tokens[position][0].istitle():
        # "12.500 Canadese dollar"
        named = _UNIT_OF.get(tokens[position + 1][0].casefold(), "")
        if named in MONEYS:
            return named
    for length in (2, 1):
        form = " ".join(token for token, _, _ in tokens[position : position + length]).casefold()
        if form in _UNIT_OF:
            return _UNIT_OF[form]
    return ""


def _values(token: str, lang: str | None) -> frozenset[Decimal]:
    if token[0].isdigit():
        return _digits(token, lang)
    word = token.casefold()
    if lang is None:
        return frozenset().union(*(_word_value(word, known) for known in NUMBER_WORDS))
    return _word_value(word, lang)


def _word_value(word: str, lang: str) -> frozenset[Decimal]:
    known = NUMBER_WORDS.get(lang, {})
    if word in known:
        return frozenset({Decimal(known[word])})
    if lang == "en" and "-" in word:
        tens, _, ones = word.partition("-")
        if tens in known and ones in known and known[tens] >= 20 and known[ones] < 10:
            return frozenset({Decimal(known[tens]) + Decimal(known[ones])})
    if lang == "nl":
        # "vijfentwintig", "tweeëntwintig": the ones come first.
        match = re.fullmatch(r"(\w+?)(?:en|ën)(\w+tig)", word)
        if match and match[1] in ONES and match[2] in known:
            return frozenset({Decimal(known[match[2]]) + ONES.index(match[1]) + 1})
        match = re.fullmatch(r"(\w+?)(honderd|duizend)", word)
        if match and match[1] in known:
            return frozenset({Decimal(known[match[1]]) * Decimal(known[match[2]])})
    return frozenset()


def _digits(token: str, lang: str | None) -> frozenset[Decimal]:
    """Readings of a number written in digits; a sign before exactly three digits may be either."""
    plain = re.sub(r"[\u00a0\u202f' ]", "", token)
    readings = set()
    decimal_signs = {"nl": ",", "en": "."}.get(lang or "", ",.")
    for sign in decimal_signs:
        other = "." if sign == "," else ","
        candidate = plain
        if other in candidate:
            if not re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{sign}\d+)?", candidate):
                continue
            candidate = candidate.replace(other, "")
        if candidate.count(sign) > 1:
            continue
        try:
            readings.add(Decimal(candidate.replace(sign, ".")))
        except InvalidOperation:
            continue
    if not readings and lang is not None:
        return _digits(token, None)
    return frozenset(readings)


def carried(wanted: Quantity, offered: tuple[Quantity, ...]) -> bool:
    """Whether some offered number has a value of the wanted one and a unit that does not clash.

    A wanted unit must be there: "12 %" is not carried by "12" alone. A wanted number without a unit
    that we know is carried by that number with any unit except percents. "At least", "at most" and
    "per day" must be there when the quote has them, and may not when it has not.
    """
    for other in offered:
        if not wanted.values & other.values:
            continue
        if not (wanted.unit == other.unit or (not wanted.unit and other.unit not in _NO_COUNT)):
            continue
        bounded = wanted.bound == other.bound or wanted.year
        # "Three venues of 30 people a day": a rate may be left out where it says nothing of money.
        rated = (
            wanted.rate == other.rate
            or (not wanted.rate and other.unit in ("", "times"))
            or (not other.rate and any(wanted.rate == one.rate for one in offered))
        )
        if bounded and rated:
            return True
    return False
