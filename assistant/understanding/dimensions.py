"""In what a figure that is asked for has to be counted: time, length, area, weight, loudness,
the extent of a text."""

from __future__ import annotations

import re

_TIME = (
    r"jaar|jaren|maand(?:en)?|dag(?:en)?|daagse|werkdag(?:en)?|week|weken|uur|uren|minuten|minuut|min"
    r"|seconden?|years?|months?|days?|weeks?|hours?|minutes?|seconds?|fortnights?|nights?"
    r"|nacht(?:en)?|seizoen(?:en)?|seasons?|decenni(?:um|a)|decades?"
)
_LENGTH = (
    r"km|cm|mm|m|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?"
    r"|mijl|feet|foot"
)
_AREA = r"m²|m2|km²|(?:vierkante|square)\s(?:kilo)?met(?:er|re)s?|hectares?|ha|acres?"
_WEIGHT = r"kg|kilo(?:gram|s)?|gram|tons?|tonnes?|ton"
_LOUDNESS = r"db(?:\(a\))?|decibels?"
_EXTENT = (
    r"pages?|pagina['’]?s|blz|bladzijden?|words?|woorden|characters?|tekens|lines?|regels|sheets?"
    r"|vellen|slides?|a4(?:['’]s)?"
)
_HOW = r"(?:strekkende|lopende|kubieke|linear|running|cubic)"
_UNITS = (_TIME, _AREA, _LENGTH, _WEIGHT, _LOUDNESS, _EXTENT)
# How it is asked for, in the order of the units: an age is told in years.
_ASKED = (
    r"\bhoe ?lang\b|\bhoe oud\b|\bhow (?:long|old)\b|\bleeftijd\w*|\bage\b"
    r"|\bduur van\b|\bduration\b|\bhow soon\b|\bhow much (?:\w+ )?time\b|\bhoeveel tijd\b"
    r"|\b(?:binnen|within) (?:welke?|what|which)\b",
    r"\bhow (?:large|big) (?:is|are|was|were) (?:the|a|each) \w*\s?(?:room|studio|hall|space)s?\b",
    "",  # how far it is may be told in hours
    r"\bhoe zwaar\b|\bhow heavy\b",
    r"\bhoe luid\b|\bhow loud\b",
    "",  # how long a text is: _OF_TEXT
)
# "How long may the proposal be": a text, unless it is asked how long it holds or takes.
_TEXTS = (
    r"(?:\w*tekst|\w*voorstel|\w*verslag|\w*brief|\w*samenvatting|\w*rapport|\w*dossier|essay"
    r"|\w*artikel|\w*motivatie|\w*beschrijving|scriptie|\w*plan|\w*toelichting|\w*motivering"
    r"|\w*biografie|synopsis|manuscript|text|proposal|write[ -]?up|report|biography|portfolio"
    r"|letter|summary|abstract|essay|paper|article|statement|description|narrative|plan|cv|bio"
    r"|application|aanvraag)"
)
_OF_TEXT = re.compile(
    r"\b(?:hoe ?lang|how long) (?:is|are|can|may|should|must|mag|mogen|moet|kan|kunnen|zijn) "
    rf"(?:[\w'’-]+ ){{0,3}}?{_TEXTS}(?:s|en)?\b(?! (?:process|procedure|period|phase|round|window))"
    r"(?!.*\b(?:valid|open|kept|keep|available|online|take|taken|wait|geldig|bewaard|bewaren|open"
    r"|beschikbaar|duren|online|wachten|stored|last)\b)",
    re.IGNORECASE,
)
_HOW_MANY = r"\b(?:hoeveel|how many|how much)\s(?:\w+e\s)?(?:{units})\b"
_ASKING = tuple(
    re.compile("|".join(filter(None, (asked, _HOW_MANY.format(units=units)))), re.IGNORECASE)
    for asked, units in zip(_ASKED, _UNITS, strict=True)
)
_BEHIND = tuple(
    re.compile(rf"[\s-]?(?:{_HOW}\s)?(?:{units})(?![\w²])", re.IGNORECASE) for units in _UNITS
)
_SAID = tuple(re.compile(rf"(?<![\w²])(?:{units})(?![\w²])", re.IGNORECASE) for units in _UNITS)
# Before or behind an age the unit is often left out: "ouder dan 16", "the minimum age is 16".
_AGED = re.compile(
    r"\b\d+\s?(?:jaar|jaren|years?)\b|\b(?:leeftijd\w*|oud(?:er)?|jonger|minderjarig\w*|\w*jarige\w*|ages?d?|old(?:er)?|younger)\b"
    r"|\b(?:onder|boven|under|over) (?:de |the )?\d\d\b",
    re.IGNORECASE,
)
_ASKS_AGE = re.compile(r"\bhoe oud\b|\bhow old\b|\bleeftijd|\bage\b", re.IGNORECASE)

_ASKS_TIMES = re.compile(
    r"\bhoe (?:vaak|dikwijls)\b|\bhoeveel (?:keer|maal)\b|\bhow (?:often|many times)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:keer|maal|times?|once|twice|eenmaal|eens|tweemaal|driemaal|om de)\b"
    r"|\b(?:twee|drie|vier|half|drie|zes)?(?:dagelijks|wekelijks|maandelijks|jaarlijks)e?\b"
    r"|\b(?:elke?|ieder[e]?|every|each|per|a)\s(?:\w+e?\s)?(?:dag|week|maand|kwartaal|jaar|seizoen"
    r"|voorjaar|najaar|lente|zomer|herfst|winter|\w+dag|(?:\w+)?day|month|quarter|year|season"
    r"|spring|summer|autumn|fall)\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?)\b",
    re.IGNORECASE,
)

_ONE = tuple(
    # "A second time" lasts no second.
    re.compile(rf"\b(?:een|één|an?|one|half)\s(?:\w+e\s)?(?!second)(?:{units})(?![\w²])", re.I)
    for units in _UNITS
)

Dimension = int
"""The place of a dimension among those known: time, area, length, weight, loudness, extent."""


def dimension(question: str) -> Dimension | None:
    """What a figure that a question asks for is counted in; None where it does not tell."""
    if _OF_TEXT.search(question):
        return _UNITS.index(_EXTENT)
    return next((at for at, asks in enumerate(_ASKING) if asks.search(question)), None)


def asks_age(question: str) -> bool:
    """Whether a question asks for an age."""
    return bool(_ASKS_AGE.search(question))


def asks_times(question: str) -> bool:
    """Whether a question asks how often something is."""
    return bool(_ASKS_TIMES.search(question))


def tells_times(text: str) -> bool:
    """Whether a text tells how often something is."""
    return bool(_TIMES.search(text))


def counted_in(text: str, end: int, wanted: Dimension) -> bool:
    """Whether the figure that ends at ``text[end]`` is counted in a unit of that dimension."""
    return bool(_BEHIND[wanted].match(text, end))


def speaks_of(text: str, wanted: Dimension) -> bool:
    """Whether a header or a caption names a unit of that dimension ("Duur (min)")."""
    return bool(_SAID[wanted].search(text))


def speaks_of_age(text: str) -> bool:
    """Whether a text tells of an age."""
    return bool(_AGED.search(text))


def tells_one(text: str, wanted: Dimension) -> bool:
    """Whether a text tells one of a unit in words: "een maand", "an hour"."""
    return bool(_ONE[wanted].search(text))
