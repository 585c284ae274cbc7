"""What somebody tells in numbers (three weeks, a trio, 25 minutes, a fee of EUR 300) beside the
limits that statements set: whether it lies within them.

Only like is compared with like: how long somebody stays, how many go, how long a film is, how old
who asks is, how many shows, countries or partners there are, what a fee is. When to apply, how long
a paper is valid or how many people a hall holds is no limit to any of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.extracting.numbers import NUMBER_WORDS, number_value
from assistant.extracting.sentences import sentences
from assistant.guidance.group_size import group_sizes, of_several

Dimension = Literal["stay", "age", "film", "people", "shows", "countries", "partners", "fee"]

_REMEMBERED = 4096  # texts
# Days of a length of time. Months differ in length: see _NEAR.
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_NEAR = 0.05  # share within which 90 days and three months are the same
_UNITS: dict[str, str] = {
    "day": r"dag(?:en)?|nacht(?:en)?|avond(?:en)?|days?|nights?|evenings?",
    "week": r"wek(?:en)|week|weeks",
    "month": r"maand(?:en)?|months?",
    "year": r"ja(?:ar|ren)|years?",
    "film": r"minuten|minuut|minutes?|min\b\.?",
    "people": r"(?:band|bestuurs)?leden|(?:\w+)?muzikanten|spelers|zangers|dansers|acteurs"
    r"|artiesten|personen|mensen|man|deelnemers|koppen|people|persons?|members|musicians|players|singers"
    r"|dancers|actors|performers|artists|participants|colleagues|collega's",
    "shows": r"concerten|optredens|voorstellingen|shows?|concerts|gigs|performances|dates|data",
    "countries": r"landen|countries",
    "partners": r"partners",
}
_NUMBER = (
    r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|"
    + "|".join(sorted((re.escape(w) for w in NUMBER_WORDS if w not in ("een", "nul", "zero")),
                      key=len, reverse=True))
)  # fmt: skip
_ARTICLE = r"(?:een\s+hal(?:f|ve)|half\s+an?|anderhalve?|an?|een)"
_UNIT = "|".join(f"(?P<{key}>{form})" for key, form in _UNITS.items())
_QUANTITY = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER}|{_ARTICLE})(?:\s+|-)(?:[^\W\d]+\s+)??(?:{_UNIT})(?![\w-])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?:\s+|-)(?:[^\W\d]+\s+)??(?:{_UNIT})(?![\w-])",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:(?P<before>€|\$|£|EUR|USD|GBP|CAD|CHF)\s?(?P<first>\d[\d.,]*\d|\d)"
    r"|(?<![\w.,])(?P<second>\d[\d.,]*\d|\d)\s?"
    r"(?P<after>€|euros?|EUR|canadese dollars?|dollars?|USD|pond|pounds|GBP))",
    re.IGNORECASE,
)
_CURRENCY = {"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "usd": "USD",
             "dollar": "USD", "dollars": "USD", "£": "GBP", "gbp": "GBP", "pond": "GBP",
             "pounds": "GBP", "cad": "CAD", "canadese dollar": "CAD", "chf": "CHF"}  # fmt: skip
_AGE = re.compile(
    rf"\b(?:ik ben|i am|i'm|i’m|aged)\s(?P<number>{_NUMBER})(?=\W|$)(?!\s*(?:%|weken|weeks|days))"
    rf"|\b(?P<old>{_NUMBER})(?:\s|-)(?:jaar oud|years?[ -]old|jarige?)\b"
    r"|\b(?P<young>\d+)-?jarige?\b"
    r"|\b(?:dochter|zoon|zoontje|kind|daughter|son|kid|child)\s\((?P<theirs>\d{1,2})\)",
    re.IGNORECASE,
)
# A length of time until something starts, or a rate, is no stay.
_UNTIL = re.compile(
    r"\b(?:over|binnen|within|per|elke|iedere|every|each|last|vorige?|afgelopen|past|next|volgende?"
    r"|nog)\s(?:de\s|the\s)?$|\b(?:leav\w+|vertrek\w*|start\w*|begin\w*|gaan|go)\s(?:\w+\s)?in\s$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s*(?:geleden|ago|vooraf|voor|before|old|oud|later|na)\b", re.IGNORECASE)
# How long something has lasted is not how long what is planned will: "he has lived here for".
_LASTED = re.compile(
    r"\b(?:al|reeds|already)\s(?:[\w'’]+\s)?$|\b(?:lived|living|woont|woon|wonen)\s[^.?!,;]{0,40}$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"(?:\d|€|euro|eur|keer|times|once|twice|dagen|days|concerten|concerts|shows)\s*$", re.I
)
_FEE = re.compile(
    r"\b(?:gage|cachet|fee|honorarium|vergoeding|betaal\w*|betalen|krijg\w*|verdien\w*|pay|pays|paid"
    r"|earn\w*|get|gets|gig|optreden|optred\w+|concert|show|lezing|reading|lecture)\b",
    re.IGNORECASE,
)
_FOR_SALE = re.compile(
    r"\b(?:verko\w+|koper\w*|budget|sell\w*|sold|sale|buyer|worth|waard|prijs|price)\b", re.I
)
_PER_HEAD = re.compile(r"\b(?:per persoon|per hoofd|elk|each|per person|per head|a head)\b", re.I)

_CLAUSE_END = re.compile(r"[.,;:?!](?:\s|$)|\s(?:en|maar|and|but)\s", re.IGNORECASE)

_MOST = (
    r"at most|up to|no more than|no longer than|a? ?maximum(?: of)?|hoogstens|maximaal|ten hoogste"
    r"|tot|niet meer dan|niet langer dan"
)
_LEAST = r"at least|a? ?minimum(?: of)?|no less than|minstens|ten minste|minimaal|vanaf"
_UNDER = (
    r"less than|fewer than|under|below|shorter than|younger than|minder dan|korter dan|onder"
    r"|jonger dan"
)
_OVER = r"more than|longer than|above|older than|meer dan|langer dan|boven|ouder dan"
_MARKS = re.compile(
    rf"(?:^|\b)(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<under>{_UNDER})|(?P<over>{_OVER}))"
    r"\s(?:the\s|de\s|een\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s*(?:or (?:more|over|older|longer)|of (?:meer|ouder|langer))\b", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?<![\w.,])(?P<low>\d{{1,3}})\s?(?:-|–|to|tot)\s?(?P<number>\d{{1,3}})(?:\s|-)(?:\w+\s)??(?:{_UNIT})(?![\w-])",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(
    rf"\b(?:group|groep)\s(?:of|van)\s(?:{_MOST})\s(?P<number>{_NUMBER})\b", re.IGNORECASE
)
_AGES = re.compile(
    r"\baged\s(?P<from>\d{1,2})\sto\s(?P<to>\d{1,2})\b"
    r"|\b(?:between|van|tussen)\s(?P<low>\d{1,2})\s(?:and|tot|en)\s(?P<high>\d{1,2})\s(?:jaar|years)"
    r"|\baged\s(?P<least>\d{1,2})\sor\sover\b|\bvanaf\s(?P<vanaf>\d{1,2})\sjaar\b"
    r"|\b(?P<older>\d{1,2})\sjaar\sof\souder\b"
    r"|\b(?:younger|jonger)\s(?:is\s)?(?:than|dan)\s(?P<under>\d{1,2})\b"
    r"|\b(?:under|onder(?:\sde)?)\s(?P<below>\d{2})(?=\W*$|[.,;:)]|\s(?:jaar|years)\b)",
    re.IGNORECASE,
)
_UNDER_AGE = ("under", "below")
_YOUNGEST = ("from", "low", "least", "vanaf", "older")
_STAYS = re.compile(
    r"\b(?:stay\w*|work|works|working|perform\w*|post(?:ed|ing)\w*|trip|visit\w*|resid\w*|tour\w*"
    r"|insured|lasts?|live|jobs?|contributions|there|projects?|permit|pay|are in|sociale zekerheid"
    r"|social security|blij\w+|verblij\w+|werk|werkt|werken|woon\w*|optre\w+|detacher\w*|residen\w*"
    r"|reis|duurt|duren|bijdragen|daar|er|bent|betal\w+|project\w*|verzekerd|aangeworven|arbeidskaart"
    r"|vergunning)\b",
    re.IGNORECASE,
)
_NO_STAY = re.compile(
    r"\b(?:before\w*|in advance|vooraf\w*|voordien|voorhand|vóór|prior|within|binnen|valid|geldig"
    r"|answer\w*|antwoord\w*|decid\w+|beslis\w*|gaps?|tussen\w*|after|na de|an? \w+ visa|active"
    r"|visum loopt|must have been|moet je al|moet je .{0,20}geweest|been (?:active|under)|actief"
    r"|professionally|professioneel|split|gespreid|release|attorney|advocaat)\b",
    re.IGNORECASE,
)
# How long a holiday may last is no matter of work.
_HOLIDAY = re.compile(r"\b(?:on holiday|op vakantie)\b", re.IGNORECASE)
_NO_CROWD = re.compile(
    r"\b(?:venue|hall|zaal|holds?|seated|zittend|audience|public|publiek|staff|personeel|winners?"
    r"|winnaars|acts|association|vereniging|authors' society|edition|editie|had|telde)\b",
    re.IGNORECASE,
)
_NEAR_BY = 50  # characters from an amount in which it is said to be for each of them
_MANY = 60.0  # people, shows or countries: more are those of a fair or a festival
_EARNS = re.compile(
    r"\b(?:earn\w*|receipts|verdien\w*|gages?|inkomst\w+|ontvangsten|ontvangt)\b", re.I
)
_CLAUSE = re.compile(r"[,:;(]")
_A_YEAR = re.compile(r"\b(?:a year|per jaar|of the year|in the year|in het jaar)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What somebody tells: ``value`` in days, people, minutes of film, years of age, shows,
    countries, partners, or money in ``currency``; ``said`` is how. ``shared`` tells that several
    get it together."""

    dimension: Dimension
    value: float
    said: str
    currency: str = ""
    per_head: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound in a statement, in the units of :class:`Quantity`: ``most`` or least, which itself
    lies within it unless ``open``; ``a_year`` tells that a whole year is counted. ``sentence`` is
    the number of its sentence, from 0."""

    dimension: Dimension
    value: float
    said: str
    most: bool
    open: bool = False
    currency: str = ""
    per_head: bool = False
    a_year: bool = False
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """What somebody told beside one limit; ``within`` tells whether it keeps to it."""

    quantity: Quantity
    limit: Limit
    within: bool


@lru_cache(maxsize=_REMEMBERED)
def quantities(text: str) -> tuple[Quantity, ...]:
    """What a question tells in numbers, one of each dimension: the first that stands there."""
    found: dict[tuple[Dimension, str], Quantity] = {}
    for quantity in _told(text):
        found.setdefault((quantity.dimension, quantity.currency), quantity)
    return tuple(found.values())


def _told(text: str) -> Iterator[Quantity]:
    ages = list(_AGE.finditer(text))
    for match in ages:
        value = _value(next(g for g in match.groups() if g))
        if value is not None and 4 <= value <= 99:
            yield Quantity("age", value, match.group().strip())
    for match in _QUANTITY.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if any(a.start() < match.end() and match.start() < a.end() for a in ages):
            continue
        unit = match.lastgroup or ""
        time = unit in _DAYS
        article = not _value(match["number"])
        if time and (_UNTIL.search(before) or _SINCE.match(behind) or _LASTED.search(before)):
            continue
        if article and (not time or _RATED.search(before)):
            continue
        value = _number(match["number"])
        if value is not None:
            yield _quantity(unit, value, match.group())
    for size, said in group_sizes(text):
        yield Quantity("people", float(size), said)
    if _FEE.search(text) and not _FOR_SALE.search(text):
        for match in _MONEY.finditer(text):
            value = number_value((match["first"] or match["second"]).rstrip(".,"))
            sign = (match["before"] or match["after"]).lower()
            if value:
                head = _is_for_each(text, match)
                shared = of_several(text) and not head
                yield Quantity("fee", value, match.group(), _CURRENCY[sign], head, shared)


def _is_for_each(text: str, sum_of_money: re.Match[str]) -> bool:
    """Whether a sum is said to be for each of several: "do we each need one" says nothing of it."""
    before = _CLAUSE_END.split(text[: sum_of_money.start()])[-1]
    behind = _CLAUSE_END.split(text[sum_of_money.end() :])[0]
    return bool(_PER_HEAD.search(before) or _PER_HEAD.search(behind))


def _value(written: str) -> float | None:
    word = written.lower()
    if word in NUMBER_WORDS and word != "een":
        return float(NUMBER_WORDS[word])
    return number_value(written)


def _number(written: str) -> float | None:
    value = _value(written)
    if value is not None:
        return value
    word = " ".join(written.lower().split())
    if word.startswith(("een hal", "half")):
        return 0.5
    return 1.5 if word.startswith("anderhal") else 1.0


def _quantity(unit: str, value: float, said: str) -> Quantity:
    said = " ".join(said.split())
    if unit in _DAYS:
        return Quantity("stay", value * _DAYS[unit], said)
    dimensions: dict[str, Dimension] = {
        "film": "film",
        "people": "people",
        "shows": "shows",
        "countries": "countries",
        "partners": "partners",
    }
    return Quantity(dimensions[unit], value, said)


@lru_cache(maxsize=_REMEMBERED)
def limits(text: str) -> tuple[Limit, ...]:
    """The limits that a statement sets, in its order."""
    found: list[Limit] = []
    for place, span in enumerate(sentences(text)):
        found += _limits(span.of(text), place)
    return tuple(found)


def _limits(sentence: str, place: int) -> Iterator[Limit]:
    taken = []
    for match in _AGES.finditer(sentence):
        taken.append(match.span())
        for key, written in match.groupdict().items():
            if written:
                most = key not in _YOUNGEST
                yield Limit("age", float(written), written, most, key in _UNDER_AGE, sentence=place)
    for match in _GROUP_OF.finditer(sentence):
        if value := _value(match["number"]):
            yield Limit("people", value, match["number"], True, sentence=place)
    for match in _RANGE.finditer(sentence):
        if _within(match.start(), taken):
            continue
        taken.append(match.span())
        unit = match.lastgroup or ""
        if not _counts(unit, sentence, match.start(), match.end()):
            continue
        word = match.group()[match.start(unit) - match.start() :]
        for key, most in (("low", False), ("number", True)):
            one = _quantity(unit, float(match[key]), f"{match[key]} {word}")
            yield Limit(one.dimension, one.value, one.said, most, sentence=place)
    for match in _COUNTED.finditer(sentence):
        if _within(match.start(), taken):
            continue
        value = _value(match["number"])
        bound = _bound(sentence, match.start(), match.end())
        unit = match.lastgroup or ""
        many = unit not in (*_DAYS, "film") and (value or 0) > _MANY
        if value and bound and not many and _counts(unit, sentence, match.start(), match.end()):
            one = _quantity(unit, value, match.group())
            yield Limit(one.dimension, one.value, one.said, *bound, sentence=place)
    if _EARNS.search(sentence):
        for match in _MONEY.finditer(sentence):
            value = number_value((match["first"] or match["second"]).rstrip(".,"))
            bound = _bound(sentence, match.start(), match.end())
            if value and bound:
                sign = _CURRENCY[(match["before"] or match["after"]).lower()]
                near = sentence[max(0, match.start() - _NEAR_BY) : match.end() + _NEAR_BY]
                head = bool(_PER_HEAD.search(near))
                yearly = bool(_A_YEAR.search(sentence))
                yield Limit("fee", value, match.group(), *bound, sign, head, yearly, place)


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _bound(sentence: str, start: int, end: int) -> tuple[bool, bool] | None:
    """Whether a figure is the most or the least, and is itself beyond; None where it is neither."""
    if _BEHIND.match(sentence[end:]):
        return False, False
    mark = _MARKS.search(sentence[:start])
    if mark is None:
        return None
    return bool(mark["most"] or mark["under"]), bool(mark["under"] or mark["over"])


def _counts(unit: str, sentence: str, start: int, end: int) -> bool:
    """Whether a figure of a sentence is of what people tell of themselves."""
    if unit in _DAYS:
        if _SINCE.match(sentence[end:]):
            return False
        near = _CLAUSE.split(sentence[:start])[-1] + _CLAUSE.split(sentence[start:])[0]
        return bool(_STAYS.search(sentence)) and not (
            _NO_STAY.search(near) or _HOLIDAY.search(sentence)
        )
    return unit == "film" or not _NO_CROWD.search(sentence)


def compare(quantities: Iterable[Quantity], text: str) -> tuple[Compared, ...]:
    """What was told beside the limits of a statement, where they are of the same; nothing of what
    is about equal in units that differ in length (90 days and three months)."""
    own = {(one.dimension, one.currency): one for one in quantities}
    people = next((one.value for one in own.values() if one.dimension == "people"), None)
    found = []
    for limit in limits(text):
        quantity = own.get((limit.dimension, limit.currency))
        if quantity is None:
            continue
        value = quantity.value
        if limit.per_head and not quantity.per_head:
            if quantity.shared and people is None:
                continue  # nobody said among how many it is divided
            value /= people or 1.0
        about = abs(value - limit.value) <= _NEAR * limit.value
        if about and value != limit.value:
            continue
        if value == limit.value:
            within = not limit.open
        else:
            within = value < limit.value if limit.most else value > limit.value
        found.append(Compared(quantity, limit, within))
    return tuple(found)


def breaks(quantities: Iterable[Quantity], text: str) -> Compared | None:
    """The first limit of a statement that what was told does not keep to; None where it keeps to
    all, or to one of those of its kind: of several terms one is enough."""
    every = compare(quantities, text)
    for one in every:
        alike = [
            other
            for other in every
            if other.limit.dimension == one.limit.dimension and other.limit.most == one.limit.most
        ]
        if not any(other.within for other in alike):
            return one
    return None
