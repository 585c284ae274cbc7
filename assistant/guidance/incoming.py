"""Whether a question is about people who come to Belgium, and from where: the direction of a visit.

Rules for those who leave do not hold for those who come. Somebody comes when a person or a group
from another country is told of who arrives, is received or works here, or when who asks lives
elsewhere and is going here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.companions import settled
from assistant.guidance.origin import Origin, Place, lives
from assistant.guidance.people import Foreigner, foreigners, named_after, speaks_of_people
from assistant.guidance.words import pattern
from corpus import strict_yaml

_FILE = Path(__file__).parent / "incoming.yaml"
_SENTENCES = re.compile(r"[^.?!]+[.?!]*")
_NEAR = 8  # words between who comes and the verb that says so
_I_AM = re.compile(
    r"\b(?:i am|i'm|we are|we're|ik ben|wij zijn|we zijn|als|as|(?:ik|wij|we) kom(?:en)?|i come"
    r"|we come)\s(?:[\w'’-]+\s){0,4}$",
    re.IGNORECASE,
)
# "I'm from India": who says so and names a place here comes, whatever for.
_I_AM_FROM = re.compile(
    r"\b(?:i am|i'm|we are|we're|i come|we come|ik kom|wij komen|we komen|ik ben|wij zijn|we zijn)"
    r"\s(?:from|uit)\s(?:(?:de|the)\s)?$",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:ik|we|wij|i)\s(?:\w+\s)?$", re.IGNORECASE)
_COMES_FROM = re.compile(r"^\s+(?:uit|from|van)\b", re.IGNORECASE)
# Between somebody and a verb: then they are who does it, or it is done with something else.
_DOES_IT = re.compile(
    r"\b(?:wil|willen|zou|zouden|kan|kunnen|gaat|gaan|mag|mogen|moet|moeten|die|dat|wiens|ons|onze|mijn|mij|me|m'n"
    r"|zijn|haar|hun)\b",
    re.IGNORECASE,
)
# Between a verb and somebody: then it is about something else.
_NOT_HIM = re.compile(r"\b(?:from|by|for|with|to|of|van|door|voor|met|aan)\b|[,;:]", re.IGNORECASE)
# Who does something: "a Peruvian weaver works".
_DOES = re.compile(
    r"^\s(?:(?:will|can|may|zal|wil|kan|mag|gaat|would|zou)\s)?[a-z]{2,}(?:[st]|en)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"^,?\s(?:who|that|die)\b", re.IGNORECASE)
_SERVED = re.compile(r"\b(?:voor|for)\s(?:(?:een|an?|de|het|the)\s)?$", re.IGNORECASE)
# Two things that happen, one after the other: "they rehearse here in March, and in May we go to".
_CLAUSES = re.compile(
    r",\s(?:and|en|maar|but|dan|then)\s|\s(?:and|en)\s(?=(?:in|we|wij|i|ik|later|daarna|dan|then"
    r"|nadien|afterwards)\b)",
    re.IGNORECASE,
)
# "Does she need a visa", "moet ik voor haar papieren regelen".
_THEIRS = re.compile(
    r"\b(?:heeft|hebben|moet|moeten|mag|mogen|does|do|must|should|will|would|can|may|what)\s"
    r"(?:[\w'’-]+\s)?(?:hij|zij|ze|he|she|they|die)\b|\b(?:voor|for)\s(?:haar|hem|hen|her|him|them)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:daar|ginder|daarheen|naartoe|there|abroad|buitenland)\b", re.IGNORECASE)
# A house there that does something for who asks: "a Danish publisher wants our poet's novel".
_HOUSE = re.compile(
    r"^\s(?:[\w'’-]+\s){0,2}?(?:uitgever\w*|publisher\w*|festival\w*|galer\w*|galler\w*|theat\w*|venue"
    r"|museum\w*|label|zaal|schouwburg|producent|producer|beurs|fair|biennale|biënnale)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:ons|onze|mij|me|mijn|we|wij|ik|us|our|my|i)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:naar|in|te|to|at|across|through|door)\s(?:(?:de|het|the)\s)?$", re.I)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    comes: str
    stays: str
    hosts: str
    takes: str
    receives: str
    owes: str
    papers: str
    declares: str
    over_here: str
    here: str
    reversed: str
    away: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who comes here; ``countries`` are the codes of where from, empty when not told.
    ``surely`` tells that no more is told of them than that they come."""

    countries: tuple[str, ...] = ()
    surely: bool = False


def visit(
    text: str,
    places: Sequence[Place],
    told: Origin,
    is_adjective: Callable[[str], bool],
    home: str,
    *,
    plans: bool,
) -> Visit | None:
    """Who comes to the country ``home``, or None when nobody does.

    ``places`` are the countries that are named (start, end, code), ``told`` where people come from
    and live as :func:`origin` reads it, ``is_adjective`` whether the words for a place are an
    adjective or the name of its inhabitants, ``plans`` whether the text tells of a plan.
    """
    if own := _asker(text, places, told, home, plans=plans):
        return Visit((own,))
    if _leaves(text, places, told, home):
        return None
    reading = _Reading(text, places, told, is_adjective, home)
    for match in _SENTENCES.finditer(text):
        for span in (match.span(), *_clauses(text, *match.span())):
            if found := reading.comes(*span):
                return found
    return reading.is_served() or reading.comes_over()


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence that has several."""
    cuts = [match.end() for match in _CLAUSES.finditer(text, start, end)]
    bounds = [start, *cuts, end]
    return list(pairwise(bounds)) if cuts else []


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with the places in it, as :func:`visit` has them."""

    text: str
    places: Sequence[Place]
    told: Origin
    is_adjective: Callable[[str], bool]
    home: str

    def comes(self, start: int, end: int) -> Visit | None:
        """Who comes by what ``text[start:end]`` says."""
        text, home = self.text, self.home
        visitors = self.visitors(start, end)
        if not visitors or is_asked(text[start:end]):
            return None
        others = [
            p
            for p in self._inside(start, end)
            if not any(v.start <= p[0] < v.end for v in visitors)
        ]
        if any(
            code != home
            and _TOWARDS.search(text[start:begin])
            and not lives(text[start:begin], text[stop:])  # where a guest comes from
            for begin, stop, code in others
        ):
            return None
        served = any(_SERVED.search(text[start : v.start]) for v in visitors)
        named = any(code == home for _, _, code in others)
        at_home = self.told.residence != home and named and not served
        sure = [one for one in visitors if not one.trade]
        if (
            (sure and _is_here(text[start:end], at_home=at_home))
            or (sure and _received(text, start, end, sure))
            or any(_taken(text, start, end, one) for one in visitors)
            or any(
                _DOES.match(text[one.end : end]) and _is_here(text[start:end], at_home=at_home)
                for one in visitors
            )
        ):
            return _visit_of(visitors)
        return None

    def visitors(self, start: int, end: int) -> list[Foreigner]:
        """The people from elsewhere in ``text[start:end]`` who do not live here."""
        inside = self._inside(start, end)
        found = foreigners(self.text, inside, self.is_adjective, self.home, start, end)
        starts = [one.start for one in found]
        return [
            one
            for one in found
            if not settled(
                self.text,
                self.places,
                one.start,
                min((start for start in starts if start > one.start), default=len(self.text)),
                self.home,
            )
        ]

    def is_served(self) -> Visit | None:
        """Who comes where no other country is named than theirs, and who asks is to pay them, or
        asks what papers they need."""
        text, words = self.text, _words()
        visitors = self.visitors(0, len(text))
        if not visitors or is_asked(text) or _AWAY.search(text) or words["away"].search(text):
            return None
        if any(
            code != self.home and not any(v.start <= begin < v.end for v in visitors)
            for begin, _, code in self.places
        ):
            return None
        needs = _THEIRS.search(text) and words["papers"].search(text)
        return _visit_of(visitors) if needs or words["owes"].search(text) else None

    def comes_over(self) -> Visit | None:
        """Somebody who is told to come here, of whom only what else is named tells where from."""
        text, words = self.text, _words()
        codes = {code for _, _, code in self.places if code != self.home}
        if len(codes) != 1 or is_asked(text):
            return None
        for match in _SENTENCES.finditer(text):
            for verb in words["comes"].finditer(text, *match.span()):
                here = words["over_here"].search(text, *match.span())
                before = text[match.start() : verb.start()]
                if here and speaks_of_people(before) and not _WE.search(before):
                    return Visit(tuple(codes), surely=True)
        return None

    def _inside(self, start: int, end: int) -> list[Place]:
        return [place for place in self.places if start <= place[0] < end]


def needs_of_guests(asked: str) -> tuple[str, ...]:
    """The needs (keys of needs.yaml) that a question on guests tells in words of no rule: "papers"
    are a visa where people come to work, what is withheld is tax."""
    words = _words()
    told = (("visa", "papers"), ("social-security", "declares"), ("tax", "owes"))
    return tuple(need for need, key in told if words[key].search(asked))


def leaving(text: str, places: Iterable[Place], guests: Visit, home: str) -> tuple[Place, ...]:
    """The ``places`` where who asks goes, or where a house wants their work, in other clauses than
    those that tell of guests: who has somebody over may be leaving too."""
    found = []
    for place in places:
        begin, stop, code = place
        start, end = next(
            span
            for match in _SENTENCES.finditer(text)
            if match.start() <= begin < match.end()
            for span in _clauses(text, *match.span()) or [match.span()]
            if span[0] <= begin < span[1]
        )
        if code == home or not _OURS.search(text, start, end):
            continue
        goes = code not in guests.countries and _TOWARDS.search(text[start:begin])
        house = _HOUSE.match(text[stop:]) and not named_after(text, stop, end)
        if house or (goes and not lives(text[start:begin], text[stop:])):
            found.append(place)
    return tuple(found)


def _visit_of(visitors: Iterable[Foreigner]) -> Visit:
    return Visit(tuple(dict.fromkeys(one.code for one in visitors if one.code)))


def is_asked(text: str) -> bool:
    """Whether who asks is the one who goes, or who is asked to."""
    return bool(_words()["reversed"].search(text))


def _asker(text: str, places: Sequence[Place], told: Origin, home: str, *, plans: bool) -> str:
    """The country that who asks comes from, when they live abroad or tell of no home, and go
    nowhere but here."""
    if {code for _, _, code in told.destinations} != {home}:
        return ""
    if told.residence:
        return told.residence if told.residence != home else ""
    if told.nationality in ("", home):
        return ""
    says = _I_AM if plans else _I_AM_FROM
    own = any(code == told.nationality and says.search(text[:begin]) for begin, _, code in places)
    return told.nationality if own else ""


def _leaves(text: str, places: Sequence[Place], told: Origin, home: str) -> bool:
    """Whether who asks is from elsewhere and is going to a third country: "I'm an Iranian composer
    with a Belgian residence card, may I work in Vienna?"."""
    foreign = {told.nationality, home}
    own = any(code not in ("", home) and _I_AM.search(text[:begin]) for begin, _, code in places)
    return own and any(
        code not in foreign and _TOWARDS.search(text[:begin])
        for begin, _, code in told.destinations
    )


def _taken(text: str, start: int, end: int, visitor: Foreigner) -> bool:
    """Whether a visitor is the very one whom a house has come: what its verb is about."""
    words = _words()
    before = any(
        len(between.split()) <= _NEAR and not _NOT_HIM.search(between)
        for key in ("hosts", "receives")
        for match in words[key].finditer(text, start, end)
        if match.start() < visitor.start
        for between in [text[min(match.end(), visitor.start) : visitor.start]]
    )
    return before or any(
        len(between.split()) <= _NEAR
        and (bool(_WHO.match(between)) if key == "comes" else not _DOES_IT.search(between))
        for key in (("hosts", "comes", "takes") if visitor.trade else ("takes",))
        for match in words[key].finditer(text, visitor.end, end)
        for between in [text[visitor.end : match.start()]]
    )


def _received(text: str, start: int, end: int, visitors: Sequence[Foreigner]) -> bool:
    """Whether visitors arrive or are received."""
    words = _words()
    if words["hosts"].search(text, start, end):
        return True
    if any(
        match.start() < visitor.start and len(text[match.start() : visitor.start].split()) <= _NEAR
        for match in words["receives"].finditer(text, start, end)
        for visitor in visitors
    ):
        return True
    return any(
        not _COMES_FROM.match(text[match.end() :])
        and not _WE.search(text[start : match.start()])
        and any(_near(text, visitor, match, before=before) for visitor in visitors)
        for key, before in (("comes", False), ("stays", True))
        for match in words[key].finditer(text, start, end)
    )


def _near(text: str, visitor: Foreigner, verb: re.Match[str], *, before: bool) -> bool:
    """Whether a visitor stands near a verb; only ``before`` it, or on either side."""
    if visitor.end <= verb.start():
        between = text[visitor.end : verb.start()]
    elif before:
        return False
    else:
        between = text[verb.end() : visitor.start]
    return len(between.split()) <= _NEAR


def _is_here(sentence: str, *, at_home: bool) -> bool:
    """Whether what people do is done here."""
    words = _words()
    return (at_home or bool(words["here"].search(sentence))) and not words["away"].search(sentence)


@cache
def _words(file: Path = _FILE) -> dict[str, re.Pattern[str]]:
    """The patterns in ``file``. Raises CatalogueError when it is not valid; the key is named."""
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return {key: pattern(phrases) for key, phrases in content.model_dump().items()}
