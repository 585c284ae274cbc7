"""Details that can only be told in one form: a telephone number, an address, the time of day."""

from __future__ import annotations

import re
from functools import lru_cache

_REMEMBERED = 256
_WEB = r"https?://|www\.|\b[\w-]+\.(?:be|nl|eu|org|com|net|info|brussels|vlaanderen)\b"
_STREET = (
    r"\b[A-ZÀ-Þ][\w’'-]*(?:straat|laan|plein|weg|lei|kaai|dreef|singel|gracht|markt)\s\d"
    r"|\b\d{1,4}(?:bis)?,?\s(?:[A-ZÀ-Þ]\w+\s){1,3}(?:Street|Road|Avenue|Square|Lane)\b"
    r"|\b(?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard)\s[^.;\n]{2,40}?\d"
    r"|\b[1-9]\d{3}(?:\s[A-Z]{2})?\s[A-ZÀ-Þ][a-zà-ÿ]{2,}"
)
# What is asked for, and what stands wherever it is told.
_DETAILS = (
    (
        r"\b(?:telefoon-?|gsm-?|fax)(?:nummers?)\b|\b(?:tele)?phone numbers?\b|\bfax number\b",
        r"(?:\+|\b0)\d[\d\s/.()-]{6,}\d",
    ),
    (
        # Numbers of a register or a bank are long.
        r"\b(?:wat is|welk|geef \w+|what(?:['’]s| is)|which|give me)\s(?:[\w'’-]+\s){0,3}?"
        r"(?:(?:ondernemings|kbo-|kvk-|btw-|(?:bank)?rekening|rijksregister)-?nummers?\b"
        r"|(?:company|enterprise|charity|vat|account|registration) numbers?\b|iban\b|isbn\b)",
        r"\d(?:[\s./-]?\d){5,}",
    ),
    (r"\be-?mail-?\s?(?:adres\w*|address\w*)\b", r"\S@\S+\.\w"),
    (
        r"(?<!web)(?<!mail)\b(?<!web )(?<!web-)(?<!mail )(?<!mail-)(?:post-?)?(?:adres|address)\b",
        rf"{_STREET}|{_WEB}|\S@\S+\.\w",
    ),
    (r"\b(?:welke straat|(?:which|what) street)\b", _STREET),
    (
        r"\bopenings(?:uren|tijden)\b|\bopening (?:hours|times)\b|\bom hoe laat\b"
        r"|\bhoe laat (?:begin\w*|start\w*|open\w*|sluit\w*|eindig\w*)\b|\bwhat time\b",
        r"\b\d{1,2}\s?(?:[.:uh]\s?\d\d\b|uur\b|u\b|h\b|[ap]\.?m\b|o['’]clock)",
    ),
)
# "Who has no e-mail address" asks for none.
_LACKING = re.compile(r"\b(?:geen|zonder|no|without|any)\s\Z", re.IGNORECASE)
_COMPILED = tuple((re.compile(asks, re.I), re.compile(told)) for asks, told in _DETAILS)


@lru_cache(maxsize=_REMEMBERED)
def detail(question: str) -> re.Pattern[str] | None:
    """What has to stand in a text that tells the detail a question asks for; None where it asks for
    none of those."""
    for asks, told in _COMPILED:
        if (match := asks.search(question)) and not _LACKING.search(question[: match.start()]):
            return told
    return None
