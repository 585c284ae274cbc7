"""What is asked of a festival, a fair or a residency: how one gets in, what one gets there, when
one applies; and whether a statement on one says that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Literal

from assistant.extracting.dates import MONTHS
from assistant.extracting.sentences import sentences
from indexing.passage import Passage

Wish = Literal["enter", "get", "when", "long"]
"""What is asked of one: how one gets in, what one gets there, when one applies, how long it is."""

_ASKS = (
    r"\b(?:how|who|where|what|which|can|could|may|do|does|is|are|hoe|wie|waar|wat|welke|kan|kun"
    r"|kunnen|mag|mogen)\b"
)
_GETS_IN = (
    r"get(?:s|ting)? (?:in|into|on|onto|a place|there|invited)"
    r"|(?:gets?|be|is|are|being) (?:picked|selected|programmed|chosen|accepted|admitted)"
    r"|apply\w*|applicants?|candidates?|sign up|enrol\w*|eligible|qualify|take part|join|select"
    r"|choose|(?:ge)?ra+k\w*|binne\w*|erbij|erop|erin|toegelaten|(?:ge|uitge|selec)\w*(?:kozen|teerd)"
    r"|geprogrammeerd|selecteren|kie[sz]\w*|meedoen|meedoe|deelneem\w*|deelnemen|kandid\w*"
    r"|aanmeld\w*"
    r"|solliciter\w*|inschrijv\w*|schrijf\w*\b.{0,40}\bin|aanvra\w*|vra+g\w*\b.{0,30}\baan"
    r"|indien\w*|dien\w*\b.{0,40}\bin|intrek\w*|terecht|op het programma"
    r"|kom(?:t|en)?\b.{0,40}\b(?:in|op|bij)"
)
_ENTER = re.compile(
    rf"{_ASKS}.*\b(?:{_GETS_IN})\b"
    r"|\b(?:can|could|may|kan|kunnen|mag|mogen)\b.{0,30}\b(?:go|come|show|naar|tonen|staan)\b"
    r"|\b(?:can|may) (?:i|we)\s*\?|\b(?:kan|mag) (?:dat|ik|ge|je)\s*\?",
    re.IGNORECASE,
)
_GET = re.compile(
    r"\b(?:what|how much)\b.{0,30}\b(?:get|gets|pays?|offers?|gives?|provides?|included|bring)\b"
    r"|\b(?:wat?|hoeveel)\b.{0,30}\b(?:kr(?:ij|e)g\w*|betaal\w*|betalen|bied\w*|geven|geeft|inbegrepen"
    r"|levert)\b|\b(?:do|does) (?:they|it|you) (?:\w+ )?(?:pay|get)\b|\bbetalen (?:ze|zij)\b",
    re.IGNORECASE,
)
_STIPEND = re.compile(
    r"\b(?:what|what's|how (?:much|high|big)|wat|hoe (?:hoog|groot|veel))\b.{0,20}"
    r"\b(?:stipend\w*|allowance|fellowship|toelage|dagvergoeding)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:when|deadline|closing date|(?:by|until) (?:what|which) (?:date|day)|wanneer"
    r"|uiterste datum|indiendat\w*|voor welke datum)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\bhow long\b.{0,20}\b(?:stay|there|residenc\w+|last)\b"
    r"|\bhoe ?lang\b.{0,30}\b(?:blijf\w*|blijven|verblij\w*|duur\w*|duren)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(?:months?|maand(?:en)?|weeks?|we(?:ek|ken)|days?|dag(?:en)?|years?|jaar)\b", re.IGNORECASE
)
_MAY = "may"  # a verb as well
_MONTH = "|".join(month for month in MONTHS if month != _MAY)
# A sentence that tells of applying with a date, or until which day one could.
_APPLIES = re.compile(
    r"\b(?:appl(?:y|ied|ications?)|clos(?:ed|es)|opened|deadline|sent in|sign up|register\w*|sloot"
    r"|aanvragen|vroeg\b.{0,60}\baan|aanvraag|inschrijven|schreef|indien\w*|diende|solliciteer\w*"
    r"|stuurde|inzend\w*)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|by|before|tot|tegen|voor|vóór)\s\d", re.IGNORECASE)
_DATED = re.compile(
    rf"\b(?i:{_MONTH})\b|\bMay\b|\b(?i:every|elke?|each|once a) (?:year|jaar|month|maand)\b"
)
_GIVES = re.compile(
    r"\b(?:get|gets|got|gives?|gave|pays?|paid|provides?|costs?|free|fee|krijg\w*|kreeg|geeft|gaf"
    r"|betaalt|betaalde|gratis|kost\w*|gage|EUR|euro|dollar|stipend\w*|beurs)\b",
    re.IGNORECASE,
)


# How one is let in, as statements say it.
_LETS_IN = re.compile(
    r"\b(?:appl(?:y|ied|ications?)|candidat\w+|eligible|select\w*|chooses?|chosen|invit\w+|jury"
    r"|register|open calls?|proposal|propose\w*|takes|accepts?|under \d+|through|kandid\w*"
    r"|in aanmerking|selecti\w*|geselecteerd|kiest|kiezen|uitgenodigd|nodigt|inschrij\w*|oproep\w*"
    r"|voorstel|dien\b.*\bin|solliciteer\w*|ontvangt|gekozen|via|onder \d+|draagt\w*|dragen)\b",
    re.IGNORECASE,
)


def wishes(text: str) -> frozenset[Wish]:
    """What a text asks of a place that is meant."""
    if asks_its_money(text):
        return frozenset({"get"})
    forms: dict[Wish, re.Pattern[str]] = {
        "when": _WHEN,
        "get": _GET,
        "enter": _ENTER,
        "long": _LONG,
    }
    return frozenset(key for key, form in forms.items() if form.search(text))


def asks_its_money(text: str) -> bool:
    """Whether a text asks what a place pays those who stay there."""
    return bool(_STIPEND.search(text))


def answering(statements: Iterable[Passage], asked: Collection[Wish]) -> tuple[Passage, ...]:
    """Those of the statements on such a place that say what is asked of it, in their order; the
    first says how one gets in where none tells who is let in."""
    every = tuple(statements)
    told = [one for one in every if any(answers(one.text, wish) for wish in asked)]
    return tuple(told) or (every[:1] if "enter" in asked else ())


def answers(text: str, wish: Wish) -> bool:
    """Whether a statement on such a place says what is asked of it."""
    if wish == "get":
        return bool(_GIVES.search(text))
    if wish == "long":
        return bool(_LENGTH.search(text))
    if wish == "enter":
        return bool(_LETS_IN.search(text))
    every = (span.of(text) for span in sentences(text))
    return any(_DATED.search(one) and (_APPLIES.search(one) or _UNTIL.search(one)) for one in every)
