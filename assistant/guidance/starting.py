"""When what somebody plans begins, as a question tells it: "next week", "in March", "leaves within
six weeks", "op 12 december"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assistant.extracting.dates import MONTHS
from assistant.extracting.numbers import NUMBER_WORDS
from assistant.guidance.words import load_words, pattern
from corpus.annotation import Doing

_REMEMBERED = 1024  # texts
_FEW = (2, 4)  # "a few weeks"
_WEEK = 7
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBER = r"\d{1,2}|" + "|".join(
    sorted((re.escape(word) for word in NUMBER_WORDS if word not in ("nul", "zero")), reverse=True)
)
_UNIT = (
    r"(?:(?P<day>dag(?:en)?|days?)|(?P<week>wek(?:en)|week|weeks?)|(?P<month>maand(?:en)?|months?))"
)
_FROM_NOW = re.compile(
    r"\b(?:(?P<before>over|binnen(?:\sde)?|within(?:\sthe)?|(?P<in>in)|nog(?:\smaar)?|only)\s)?"
    r"(?:(?:ongeveer|circa|zo'n|about|around|some|just|maar|amper|less than|minder dan|next|de"
    r"|the)\s)*"
    rf"(?:(?P<number>{_NUMBER})|(?P<few>een paar|enkele|a few|a couple of|some)|(?P<one>an?|een)"
    r"|(?P<half>anderhalve?))"
    rf"\s{_UNIT}\b(?P<behind>\s(?:from now|away|vanaf nu|te gaan|left))?",
    re.IGNORECASE,
)
# "Made in two weeks", "three gigs in two weeks": how long something takes.
_TAKES = re.compile(
    r"\b(?:\w{3,}ed|made|wrote|built|took|takes?|finish\w*|complet\w*|times|once|twice"
    rf"|(?:{_NUMBER})\s(?!of\b)\w+)\s(?:(?!in\b)\w+\s){{0,3}}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\s*(?:we|i|my|our|the|they|she|he)\b|^\W*$|^\s*[.!?,;]|^\s(?:and|at|in|to|for)\b", re.I
)
# A term that runs from something else, and what recurs.
_OF_ANOTHER = re.compile(r"^\s(?:na|after|van|of|per|each|every|elk\w*|long|lang|old|oud)\b", re.I)
_DAY_WORDS: tuple[tuple[re.Pattern[str], int, int], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), soonest, latest)
    for words, soonest, latest in (
        (r"overmorgen|(?:the )?day after tomorrow", 2, 2),
        (r"(?<!goede )(?<!goeie )(?<!deze )morgen(?! ?(?:vroeg )?zijn)|tomorrow", 1, 1),
        (r"vandaag|vanavond|vannacht|today|tonight", 0, 0),
        (r"dit weekend|this weekend", 0, 6),
    )
)
_WEEKDAYS = (
    ("maandag", "monday"), ("dinsdag", "tuesday"), ("woensdag", "wednesday"),
    ("donderdag", "thursday"), ("vrijdag", "friday"), ("zaterdag", "saturday"),
    ("zondag", "sunday"),
)  # fmt: skip
_WEEKDAY = {name: place for place, names in enumerate(_WEEKDAYS) for name in names}
_NEXT = re.compile(
    r"\b(?P<which>volgende?|komende?|aanstaande|next|coming|this|deze|dit)\s"
    r"(?:(?P<week>week|weekend)|(?P<month>maand|month)|(?P<year>jaar|year)"
    rf"|(?P<weekday>{'|'.join(_WEEKDAY)})|(?P<season>lente|voorjaar|zomer|herfst|najaar|winter|spring"
    rf"|summer|autumn|fall)|(?P<name>{_MONTH}))\b",
    re.IGNORECASE,
)
_SEASONS = {
    "lente": 3, "voorjaar": 3, "spring": 3, "zomer": 6, "summer": 6, "herfst": 9, "najaar": 9,
    "autumn": 9, "fall": 9, "winter": 12,
}  # fmt: skip
_SEASON = re.compile(rf"\bin (?:de|het|the) (?P<season>{'|'.join(_SEASONS)})\b", re.IGNORECASE)
_ON_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})"
    rf"|(?P<english>{_MONTH})\s(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,?\s(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    r"\b(?:in|vanaf|from|begin|eind|midden|half|early|late|mid|end of|eind van|begin van|van|for"
    rf"|voor|around|rond|starting|this|komende)(?:-|\s)(?P<month>{_MONTH})\b(?:\s(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(?:volgend jaar|next year)\b", re.IGNORECASE)
# What lies behind, or is the time of something else: when to apply, to decide, to be paid.
_NOT_THE_PLAN = re.compile(
    r"\b(?:deadline\w*|indien\w*|ingediend|aanvra\w*|aangevraagd|apply\w*|applied|submit\w*"
    r"|application\w*|beslis\w*|decid\w*|antwoord\w*|answer\w*|sinds|since|vorige?|verleden"
    r"|afgelopen|last|geleden|ago|was|were|had|hadden|waren|kreeg|kregen|speelde\w*|played|performed"
    r"|won|geboren|born|factuur|invoice\w*|aangifte|tax return|betaald|oproep|open call"
    r"|afstudeer\w*|afgestudeerd|graduat\w+|werd|werden|went|turned|founded|opgericht|opgestart"
    r"|toured|exhibited|danced|sang)\b",
    re.IGNORECASE,
)
# What was done: "in mei hebben we er gespeeld"; "wordt in mei gespeeld" lies ahead.
_HAVE = r"(?:heb|hebt|heeft|hebben|ben|bent|is|zijn)"
_DONE = (
    r"(?:gespeeld|opgetreden|getoerd|getoond|tentoongesteld|geëxposeerd|gedanst|gezongen|geweest"
    r"|gegaan|vertrokken|verhuisd|behaald|gehaald|afgerond|begonnen|gestopt)"
)
_WAS_DONE = re.compile(rf"\b(?:{_HAVE}\b.*\b{_DONE}|{_DONE}\s{_HAVE})\b", re.IGNORECASE)
# Going, staying, showing; what is shown where; a place.
_GOES = pattern(
    "ga; gaat; gaan; ging; naartoe; vertrek*; reis; reizen; reist; reisje; trek; trekken; trekt;"
    " vlieg*; rij; rijden; weg; daar; terug; bezoek*; verblijf*; blijf; blijven; uitgenodigd;"
    " gevraagd; geselecteerd; gepland; plannen; festival*; opening*; vernissage*; event*; project*;"
    " getoond; gespeeld; opgevoerd; tentoongesteld; shown; screened;"
    " beurs; toon*; tonen; stel; dj*; visum*; a1; carnet*; zit; zitten; sta; staan;"
    " go; goes; going; gonna; leave; leaves; leaving; depart*; travel*; trip*; fly*; flies; drive*;"
    " visit*; stay*; there; abroad; away; back; invited; asked; selected; planned; plan; planning;"
    " open; opens; start work; begin work; visa*; head; heading; off to; join*; host*;"
    " present*; lecture*; speak*; meet*; talk*; spreek*; ontmoet*"
)
_TO_PLACE = re.compile(rf"\b(?i:in|to|at|naar|te|through|door)\s+(?!(?i:{_MONTH})\b)[A-Z]\w+")
_OWN = re.compile(r"\b(?:ik|mijn|m'n|wij|we|ons|onze|i|i'm|my|our)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{_MONTH}|{'|'.join(_SEASONS)})\b", re.IGNORECASE)
# What is done from home, or to a work without its maker.
_STAYS = frozenset[Doing]({"publish", "license", "remote", "sell"})
_UNTIL = re.compile(r"\b(?:tot(?: en met)?|till?|until|to|t/m|before|voor)\s$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:?!,]\s|\s(?:maar|but|want|because|en|and)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """When a plan begins: at the ``soonest`` and at the ``latest``, and how that was ``said``."""

    soonest: date
    latest: date
    said: str


@lru_cache(maxsize=_REMEMBERED)
def starting(text: str, today: date) -> Start | None:
    """When the plan that a question of ``today`` tells begins: the first time in it that lies ahead
    and is that of the plan; None without one."""
    found = sorted(
        (place, start)
        for place, start in _starts(text, today)
        if start.latest >= today and not _of_something_else(text, place, start.said)
    )
    return found[0][1] if found else None


def _of_something_else(text: str, place: int, said: str) -> bool:
    before = _CLAUSE_END.split(text[:place])[-1]
    behind = _CLAUSE_END.split(text[place + len(said) :])[0]
    clause = f"{before} {said} {behind}"
    if _NOT_THE_PLAN.search(f"{before} {behind}") or _WAS_DONE.search(clause):
        return True
    if _UNTIL.search(text[:place]):
        return True
    # "My contract ends in March": who tells of themselves, and of no journey.
    named = bool(_NAMED.search(said)) and bool(_OWN.search(clause))
    return named and not _tells_journey(f"{before} . {behind}")


def _tells_journey(clause: str) -> bool:
    if _GOES.search(clause) or _TO_PLACE.search(clause):
        return True
    return any(form.search(clause) for key, form in load_words().doing.items() if key not in _STAYS)


def _starts(text: str, today: date) -> Iterator[tuple[int, Start]]:
    def start(match: re.Match[str], soonest: date, latest: date) -> tuple[int, Start]:
        return match.start(), Start(max(soonest, today), latest, match.group().strip())

    for form, least, most in _DAY_WORDS:
        for match in form.finditer(text):
            yield start(match, today + timedelta(least), today + timedelta(most))
    for match in _FROM_NOW.finditer(text):
        if (ahead := _days(match, text)) is not None:
            yield start(match, today + timedelta(ahead[0]), today + timedelta(ahead[1]))
    later = bool(_NEXT_YEAR.search(text))
    for match in _NEXT.finditer(text):
        if match["year"] and match["which"].lower() in ("this", "dit", "deze"):
            continue
        soonest, latest = _next(match, today)
        yield start(match, soonest, latest)
    for match in _SEASON.finditer(text):
        days = _months(_SEASONS[match["season"].lower()], 3, today, later=later)
        if today < days[0]:  # of one that has begun nobody can tell which year's is meant
            yield start(match, *days)
    for match in _ON_DAY.finditer(text):
        day = _day(match, today, later=later)
        if day is not None:
            yield start(match, day, day)
    for match in _IN_MONTH.finditer(text):
        month = MONTHS[match["month"].lower()]
        year = int(match["year"]) if match["year"] else None
        days = _months(month, 1, today, later=later, year=year)
        if today < days[0] or year or match.group().lower().startswith("this"):
            yield start(match, *days)


def _days(match: re.Match[str], text: str) -> tuple[int, int] | None:
    """How many days from now, at least and at most; None where it is no time from now."""
    if not (match["before"] or match["behind"]) or _OF_ANOTHER.match(text[match.end() :]):
        return None
    if match["in"] and not match["behind"]:
        takes = _TAKES.search(text[: match.start()])
        if takes or not _GOES_ON.match(text[match.end() :]):
            return None
    unit = next(days for key, days in (("day", 1.0), ("week", 7.0), ("month", 30.4)) if match[key])
    if match["few"]:
        return round(_FEW[0] * unit), round(_FEW[1] * unit)
    number = 1.5 if match["half"] else 1.0
    if match["number"]:
        written = match["number"].lower()
        number = float(written) if written.isdigit() else float(NUMBER_WORDS[written])
    return round(number * unit), round(number * unit)


def _next(match: re.Match[str], today: date) -> tuple[date, date]:
    """The days of "next week", "this month", "komende zomer"."""
    now = match["which"].lower() in ("this", "deze", "dit")
    monday = today - timedelta(today.weekday())
    if match["week"]:
        first = monday if now else monday + timedelta(_WEEK)
        return first, first + timedelta(_WEEK - 1)
    if match["month"]:
        first = today.replace(day=1) if now else _month_on(today.replace(day=1))
        return first, _month_on(first) - timedelta(1)
    if match["year"]:
        return date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)
    if match["weekday"]:
        ahead = (_WEEKDAY[match["weekday"].lower()] - today.weekday()) % _WEEK or _WEEK
        return today + timedelta(ahead), today + timedelta(ahead)
    if match["season"]:
        return _this_or_next(_SEASONS[match["season"].lower()], 3, today, now=now)
    return _this_or_next(MONTHS[match["name"].lower()], 1, today, now=now)


def _this_or_next(month: int, length: int, today: date, *, now: bool) -> tuple[date, date]:
    """The months of "this autumn", when it is ``now``, or of "next autumn": where it has begun that
    is next year's."""
    first, last = _months(month, length, today, later=False)
    if first <= today and not now:
        return _months(month, length, today, later=True)
    return first, last


def _month_on(first: date) -> date:
    return (first + timedelta(32)).replace(day=1)


def _months(
    month: int, length: int, today: date, *, later: bool, year: int | None = None
) -> tuple[date, date]:
    """The first and the last day of the next ``length`` months from ``month``; ``later`` tells that
    they are next year's."""
    own = year or today.year + later
    first = date(own, month, 1)
    last = first
    for _ in range(length):
        last = _month_on(last)
    if year is None and last <= today:
        return _months(month, length, today, later=True)
    return first, last - timedelta(1)


def _day(match: re.Match[str], today: date, *, later: bool) -> date | None:
    month = MONTHS[(match["month"] or match["english"]).lower()]
    number = int(match["day"] or match["behind"])
    year = int(match["year"]) if match["year"] else today.year + later
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    day = date(year, month, number)
    return day.replace(year=year + 1) if day < today and not match["year"] else day
