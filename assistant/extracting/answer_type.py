"""Whether a sentence holds the kind of thing that is asked for, and which thing it is."""

from __future__ import annotations

import re

from assistant.extracting.dates import dates
from assistant.extracting.definitions import defines
from assistant.extracting.names import Name, NameKind, names, of_a_person
from assistant.extracting.numbers import UNIT, Figure, FigureKind, figures
from assistant.extracting.occasions import tells_condition, tells_term
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary

_CAUSE = re.compile(
    r"\b(?:omdat|doordat|want|wegens|vanwege|daardoor|hierdoor|waardoor|omwille van|dankzij"
    r"|aangezien|gezien de|reden(?:en)?|oorzaak|oorzaken|zodat|hangt samen met|te maken met"
    r"|gevolg van|dient om|met het oog op|om te|daarom|vandaar"
    r"|because|since|due to|owing to|reasons?|causes?|therefore|hence|as a result|so that"
    r"|in order to|leads? to)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:via|door|aan de hand van|met behulp van|eerst|vervolgens|daarna|stap|moet(?:en)?"
    r"|kan|kunnen|dien(?:en|t)?|vraag|aanvra|indien|through|by means|first|then|next|steps?"
    r"|must|should|can|apply|submit)\w*\b",
    re.IGNORECASE,
)
# A year in a literature reference dates a publication, not what the sentence says.
_LITERATURE = re.compile(
    r"\([^()]*?\b(?:[A-ZÀ-Þ][^()\d]{1,120},\s?)(?:(?:1[89]|20)\d\d|z\.d\.|n\.d\.)[^()]*\)"
    # The year first: "(2026, 14 januari)".
    r"|\((?:1[89]|20)\d\d,\s(?:\d{1,2}\s[^\W\d_]+|[^\W\d_]+\s\d{1,2})\)"
)

FITS = 0.6
"""How far the wanted kind of thing has to be there to be taken for it."""
_BODY_FIT = 0.7  # "the board", for who decides
# Who acts in rules and minutes goes by an office: "door het bestuur", "a panel of five scores".
_BODY = re.compile(
    r"\b(?:het bestuur|bestuurslid|bestuursleden|het college|de \w*commissie"
    r"|de (?:\w+ )?(?:raad|directie|jury|vergadering|dirigent|voorzitter|secretaris|penningmeester"
    r"|minister|directeur|begeleider|beheerder|leden|gemeenteraad|burgemeester)"
    r"|het (?:\w+ )?(?:team|comité|bureau|panel)"
    r"|the (?:[\w-]+ ){0,2}(?:board|committee|council|panel|jury|chair|treasurer|secretary|director"
    r"|trustees|members|minister|assembly|staff|team)|a (?:[\w-]+ )?(?:panel|jury|committee))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)(?:en|s)?\b",
    re.IGNORECASE,
)
_TERM_FIT = 0.8  # "within sixty days", for a date
_CONDITION_FIT = 0.7  # "if it is not insured", for when something holds
# What tells who may or has to.
_WHO_MAY = re.compile(
    r"\b(?:in aanmerking|gerechtigd|bevoegd|uitsluitend|alleen|enkel|voorbehouden|openstaa\w*"
    r"|staa\w* open voor|open voor|bestemd voor|bedoeld voor|richt zich (?:tot|op)|recht op"
    r"|verplicht|vrijgesteld|elke?|iedere?|wie|voor wie"
    r"|(?:kan|kunnen|mag|mogen|moet|moeten|dient|dienen)\b.{0,80}\bdoor"
    r"|(?:kan|kunnen|mag|mogen)\s(?:\w+\s){0,4}(?:aanvragen|indienen|deelnemen|meedoen|stemmen)"
    r"|eligib\w+|entitled|qualif\w+|open to|only|intended for|aimed at|restricted to|limited to"
    r"|must be|required to|exempt|any(?:one|body)?|every(?:one|body)?|those who|whoever"
    r"|(?:may|can|must|should)\s(?:also\s|only\s|not\s)?(?:apply|submit|vote|take part|participate"
    r"|be (?:submitted|made|signed) by)|must include)\b",
    re.IGNORECASE,
)
_NO_ROLE = 0.3  # a sentence that tells nobody's part
_LONE_NAME = 0.3  # a name of which nothing tells what it names


def without_literature(text: str) -> str:
    """The text with literature references blanked out; offsets stay the same."""
    return _LITERATURE.sub(lambda match: " " * len(match.group()), text)


# "50% of the rent" is what is paid, as well as any sum.
_SHARE_OF_PRICE = re.compile(
    r"(?:%|\bprocent|\bper\s?cent)\s(?:van|of)\s(?:(?:de|het|the|uw|je|your|its)\s)?(?:\w+\s)?"
    r"(?:\w*huur|\w*prijs|\w*waarde|\w*bedrag|\w*loon|\w*gage|\w*tarief|\w*vergoeding|\w*geld"
    r"|\w*bijdrage|\w*kost(?:en)?|\w*toelage|\w*subsidie|rent|price|fees?|value|amount|rate|total"
    r"|salary|costs?|contribution|grant|subscription|dues)\b",
    re.IGNORECASE,
)


def share_of_price(text: str) -> bool:
    """Whether a text gives a sum of money as a share of another."""
    return bool(_SHARE_OF_PRICE.search(text))


_COSTS_NOTHING = re.compile(
    r"\b(?:gratis|kosteloos|kost(?:en)? niets|free of charge|for free|costs? nothing"
    r"|(?:is|are|stays?|remains?|gets? in|comes? in) free|free (?:entry|admission|for)"
    r"|at no (?:\w+ )?(?:cost|charge)|(?:has|have|is|are)\sno\s(?:\w+\s)?(?:fees?|charges?|costs?)"
    r"|(?:geen|zonder)\s(?:lidgeld|inschrijvingsgeld|ledenbijdrage))\b",
    re.IGNORECASE,
)


def costs_nothing(text: str) -> bool:
    """Whether a text says that something costs nothing."""
    return bool(_COSTS_NOTHING.search(text))


def holds(kind: AnswerKind, text: str) -> bool:
    """Whether a text that stands by itself, as a statement does, holds the kind of thing that is
    wanted."""
    return type_fit(kind, text, BlockKind.LIST_ITEM, frozenset()) >= FITS


def type_fit(kind: AnswerKind, text: str, block: BlockKind, subject: frozenset[str]) -> float:
    """How far ``text`` holds the kind of thing that is wanted, 0 to 1.

    ``subject`` are the surface words of what a definition is asked of, lower case.
    """
    if kind is AnswerKind.SHARE:
        kinds = {figure.kind for figure in figures(text)}
        if FigureKind.PERCENTAGE in kinds or FigureKind.FRACTION in kinds:
            return 1.0
        return 0.4 if FigureKind.COUNT in kinds else 0.0
    if kind is AnswerKind.AMOUNT:
        found = figures(text)
        if any(figure.kind is FigureKind.AMOUNT for figure in found):
            return 1.0
        if _COSTS_NOTHING.search(text) or share_of_price(text):
            return 1.0
        return 0.5 if any(figure.kind is not FigureKind.YEAR for figure in found) else 0.0
    if kind is AnswerKind.FIGURE:
        # "On two ways" is no size: a figure in words has to be counted in a unit.
        return 1.0 if any(_measures(figure, text) for figure in figures(text)) else 0.0
    if kind is AnswerKind.COUNT:
        return 1.0 if any(_counts(figure.kind) for figure in figures(text)) else 0.0
    if kind in (AnswerKind.DATE, AnswerKind.OCCASION):
        if dates(without_literature(text)):
            return 1.0
        if tells_term(text):
            return _TERM_FIT
        if kind is AnswerKind.OCCASION and tells_condition(text):
            return _CONDITION_FIT
        if _WEEKDAY.search(text):
            return FITS
        return 0.2 if dates(text) else 0.0
    if kind is AnswerKind.ROLE:
        return 1.0 if _WHO_MAY.search(text) else _NO_ROLE
    if kind is AnswerKind.DEFINITION:
        return defines(without_literature(text), subject)
    if kind is AnswerKind.REASON:
        return 1.0 if _CAUSE.search(text) else 0.2
    if kind is AnswerKind.PROCEDURE:
        return 0.8 if _MEANS.search(text) else 0.3
    if kind in (AnswerKind.PERSON, AnswerKind.ORGANISATION, AnswerKind.PLACE):
        return _name_fit(kind, text, subject)
    if kind is AnswerKind.LIST:
        return list_fit(text, block)
    return 0.5


def _counts(kind: FigureKind) -> bool:
    return kind is not FigureKind.YEAR


def _measures(figure: Figure, text: str) -> bool:
    spelt = not any(sign.isdigit() for sign in figure.surface)
    return _counts(figure.kind) and not (spelt and not UNIT.match(text, figure.end))


def _name_fit(kind: AnswerKind, text: str, subject: frozenset[str]) -> float:
    # What the question names itself is no answer to it.
    met = [
        name
        for name in names(without_literature(text))
        if not all(word.lower() in subject for word in name.surface.split())
    ]
    kinds = {_kind(name) for name in met}
    wanted = {
        AnswerKind.PERSON: (NameKind.PERSON, NameKind.ORGANISATION),
        AnswerKind.ORGANISATION: (NameKind.ORGANISATION, NameKind.UNKNOWN),
        AnswerKind.PLACE: (NameKind.PLACE, NameKind.UNKNOWN),
    }[kind]
    if wanted[0] in kinds:
        return 1.0
    if kind is AnswerKind.PLACE:
        places = Vocabulary.load()
        known = any(
            places.country(word, "nl") or places.country(word, "en")
            for name in met
            for word in (name.surface, *name.surface.split())
        )
        return 1.0 if known else 0.5 * bool(kinds)
    if wanted[1] in kinds:
        return 0.8
    if kind is AnswerKind.PERSON and any(
        body.group().lower().split()[-1] not in subject for body in _BODY.finditer(text)
    ):
        return _BODY_FIT
    return _LONE_NAME if kinds else 0.0


def _kind(name: Name) -> NameKind:
    """What a name names; several words of which one is a word like any other are no person."""
    if name.kind is NameKind.PERSON and " " in name.surface and not of_a_person(name.surface):
        return NameKind.UNKNOWN
    return name.kind


def list_fit(text: str, block: BlockKind) -> float:
    """How much of an enumeration a text is: items, a lead-in, or several things after commas."""
    if block in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return 0.9
    if text.rstrip().endswith(":"):
        return 1.0
    separators = text.count(",") + text.count(";")
    marked = len(re.findall(r"\(\d\)|\b\d\)|[●•–-]\s", text))
    return min(1.0, 0.15 * separators + 0.3 * marked + 0.1)
