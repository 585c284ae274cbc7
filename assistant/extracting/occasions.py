"""When something holds that has no date: counted from another day, or under a condition."""

from __future__ import annotations

import re

from assistant.extracting.numbers import NUMBER_WORDS

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_SPAN = (
    rf"{_NUMBER}\s(?:werk|kalender|business\s|working\s|calendar\s)?"
    r"(?:dag(?:en)?|week|weken|maand(?:en)?|jaar|jaren|uur|uren|days?|weeks?|months?|years?"
    r"|hours?)\b"
)
_TERM = re.compile(
    r"\b(?:binnen|tot(?:\sen\smet)?|na|vanaf|uiterlijk|minstens|hoogstens|ten (?:laatste|minste"
    r"|hoogste|vroegste)|(?:langer|meer|eerder|later) dan|gedurende|within|until|after"
    r"|at (?:least|most)|no later than|(?:more|longer|earlier|later) than|up to)\s"
    r"(?:de\s|the\s|een\s)?"
    rf"{_SPAN}"
    rf"|\b{_SPAN}\s(?:voor|vóór|na|nadat|voordat|vooraf|eerder|later|before|after|ahead|in advance"
    r"|prior)\b"
    # "Before noon on the preceding day", "de avond voordien", "tegen het einde van de maand".
    r"|\b(?:before|by|until|voor|vóór|tegen|tot)\s(?:noon|midday|midnight|(?:de\s)?middag|middernacht"
    r"|(?:het\seinde?|the\send)\s(?:van|of))\b"
    r"|\b(?:the|de)\s(?:day|evening|week|month|dag|avond|maand)\s(?:before|ervoor|voordien|vooraf)\b"
    r"|\b(?:the|de|het)\s(?:preceding|previous|vorige|voorgaande)\s(?:day|evening|week|month|year|dag"
    r"|avond|maand|jaar)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:als|indien|zodra|tenzij|zolang|mits|wanneer|op voorwaarde dat|in geval van|pas na"
    r"|behalve bij|if|unless|once|as soon as|as long as|provided that|in case|whenever)\b",
    re.IGNORECASE,
)
_PAST = (
    r"(?:is|zijn|was|were|are|had|heeft|hebben|has|have|did|will|zal|zullen|zou|kwam\w*|ging\w*"
    r"|kreeg\w*|begon\w*|verscheen|vond\w*|sloot\w*|nam\w*|werd\w*|(?!worden|houden|moeten|bieden"
    r"|weten|meten)\w{3,}(?:de|te|den|ten))"
)
_BEGINS = r"(?:begint|start|opent|sluit|eindigt|verschijnt|vergadert|loopt|treedt|gaat)"
_ASKS = re.compile(
    r"^\W*(?:(?:en|and|maar|but)\s)?(?:wanneer|when)\s(?:"
    # "Wanneer is een atelier betaalbaar": of any, not of the one that is known.
    r"(?:is|zijn|are|ben)\s(?:een|an?|ik|je|iemand|I|you)\b"
    rf"|(?!{_PAST}\b|{_BEGINS}\b)\w+)",
    re.IGNORECASE,
)


def tells_term(text: str) -> bool:
    """Whether a text says when by counting from another day ("within sixty days of the show")."""
    return bool(_TERM.search(text))


def tells_condition(text: str) -> bool:
    """Whether a text says under which condition something holds."""
    return bool(_CONDITION.search(text))


def asks_occasion(question: str) -> bool:
    """Whether "when" may ask for a condition as well as for a date: in the present, of any."""
    return bool(_ASKS.search(question))
