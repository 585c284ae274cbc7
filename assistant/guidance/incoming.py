"""Whether a question is about people who come to Belgium, and from where: the direction of a visit.

Rules for those who leave do not hold for those who come. Somebody comes when a person or a group
from another country is told of who arrives, is received or works here, or when who asks lives
elsewhere and is going here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.origin import Origin, Place, lives
from assistant.guidance.words import pattern
from corpus import strict_yaml

_FILE = Path(__file__).parent / "incoming.yaml"
_SENTENCES = re.compile(r"[^.?!]+[.?!]*")
# Words that part who somebody is from what they are: "a Spanish festival for dancers".
_PARTED = re.compile(
    r"\b(?:voor|met|en|van|in|op|door|of|een|de|het|for|with|and|of|on|at|by|or|an?|the|festival|galer\w*|galler\w*"
    r"|venue|zaal|uitgever\w*|publisher\w*|museum|label)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:[\w'’-]+\s+){0,3}?(?:uit|from|van|based\sin)\s(?:(?:de|het|the)\s)?$", re.IGNORECASE
)
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
# "A Ukrainian and a Turkish painter", "an artist from Japan and one from Iran".
_AND_ONE = re.compile(
    r"^\s*(?:,|\b(?:en|and|of|or)\b)(?:\s(?:an?|een|één|one|another|also|ook|the|de))*"
    r"(?:\s(?:from|uit)(?:\s(?:the|de|het))?)?\s*$",
    re.IGNORECASE,
)
# Between somebody and a verb: then they are who does it, or it is done with something else.
_DOES_IT = re.compile(
    r"\b(?:wil|willen|zou|zouden|kan|kunnen|gaat|gaan|mag|mogen|moet|moeten|die|dat|wiens|ons|onze|mijn|mij|me|m'n"
    r"|zijn|haar|hun)\b",
    re.IGNORECASE,
)
# Between a verb and somebody: then it is about something else.
_NOT_HIM = re.compile(r"\b(?:from|by|for|with|to|of|van|door|voor|met|aan)\b|[,;:]", re.IGNORECASE)
_WHO = re.compile(r"^,?\s(?:who|that|die)\b", re.IGNORECASE)
_FROM_THERE = re.compile(r"^\s(?:uit|from)\s(?:(?:de|het|the)\s)?$", re.IGNORECASE)
_SERVED = re.compile(r"\b(?:voor|for)\s(?:(?:een|an?|de|het|the)\s)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:naar|in|te|to|at|across|through|door)\s(?:(?:de|het|the)\s)?$", re.I)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    people: str
    trades: str
    things: str
    foreign: str
    from_elsewhere: str
    comes: str
    stays: str
    hosts: str
    takes: str
    receives: str
    here: str
    reversed: str
    away: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who comes here; ``countries`` are the codes of where from, empty when not told."""

    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Visitor:
    start: int
    end: int
    code: str
    trade: bool = False  # told by a name that is only shaped like a trade


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
    for match in _SENTENCES.finditer(text):
        inside = [p for p in places if match.start() <= p[0] < match.end()]
        visitors = list(_visitors(text, inside, is_adjective, home, *match.span()))
        visitors += _joined(text, inside, visitors, home)
        if not visitors or is_asked(match.group()):
            continue
        others = [p for p in inside if not any(v.start <= p[0] < v.end for v in visitors)]
        if any(
            code != home
            and _TOWARDS.search(text[match.start() : begin])
            and not lives(text[match.start() : begin], text[stop:])  # where a guest comes from
            for begin, stop, code in others
        ):
            continue
        served = any(_SERVED.search(text[match.start() : v.start]) for v in visitors)
        named = any(code == home for _, _, code in others)
        at_home = told.residence != home and named and not served
        sure = [one for one in visitors if not one.trade]
        if (
            (sure and _is_here(match.group(), at_home=at_home))
            or (sure and _received(text, *match.span(), sure))
            or any(_taken(text, *match.span(), one) for one in visitors)
        ):
            return Visit(tuple(dict.fromkeys(v.code for v in visitors if v.code)))
    return None


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


def _visitors(
    text: str,
    places: Iterable[Place],
    is_adjective: Callable[[str], bool],
    home: str,
    start: int,
    end: int,
) -> Iterable[_Visitor]:
    """The people in ``text[start:end]`` who are from elsewhere."""
    words = _words()
    for begin, stop, code in places:
        if code == home:
            continue
        if is_adjective(text[begin:stop]) and (person := _person_after(text, stop, end)):
            yield _Visitor(begin, person, code)
            continue
        for match in words["people"].finditer(text, start, begin):
            if _FROM.match(text[match.end() : begin].lstrip()):
                yield _Visitor(match.start(), stop, code)
                break
        else:
            if trade := _trade(text, (start, end), (begin, stop), is_adjective):
                yield _Visitor(*trade, code, trade=True)
    for match in words["foreign"].finditer(text, start, end):
        if person := _person_after(text, match.end(), end):
            yield _Visitor(match.start(), person, "")
    for match in words["from_elsewhere"].finditer(text, start, end):
        if any(
            len(text[person.end() : match.start()].split()) <= 2
            for person in words["people"].finditer(text, start, match.start())
        ):
            yield _Visitor(match.start(), match.end(), "")


def _joined(
    text: str, places: Sequence[Place], visitors: Sequence[_Visitor], home: str
) -> Iterator[_Visitor]:
    """People named by their country alone beside visitors, before or behind them."""
    for begin, stop, code in places:
        if code == home or any(one.start <= begin < one.end for one in visitors):
            continue
        if any(
            _AND_ONE.match(text[one.end : begin]) or _AND_ONE.match(text[stop : one.start])
            for one in visitors
        ):
            yield _Visitor(begin, stop, code)


def _person_after(text: str, start: int, end: int) -> int:
    """Where the person ends that is named right behind an adjective; 0 without one."""
    for match in _words()["people"].finditer(text, start, end):
        between = text[start : match.start()]
        if len(between.split()) > 3 or re.search(r"[,;:]", between) or _PARTED.search(between):
            return 0
        return match.end()
    return 0


def _trade(
    text: str,
    sentence: tuple[int, int],
    place: tuple[int, int],
    is_adjective: Callable[[str], bool],
) -> tuple[int, int] | None:
    """Where somebody stands who is called after a trade and comes from ``place``: "a Peruvian
    master weaver", "een weefster uit Peru"."""
    words = _words()
    adjective = is_adjective(text[slice(*place)])
    for match in words["trades"].finditer(text, *sentence):
        if words["things"].fullmatch(match.group()):
            continue
        if adjective and match.start() >= place[1]:
            between = text[place[1] : match.start()]
            if len(between.split()) <= 1 and not _PARTED.search(between):
                return place[0], match.end()
        elif match.end() <= place[0] and _FROM_THERE.match(text[match.end() : place[0]]):
            return match.start(), place[1]
    return None


def _taken(text: str, start: int, end: int, visitor: _Visitor) -> bool:
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


def _received(text: str, start: int, end: int, visitors: Sequence[_Visitor]) -> bool:
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


def _near(text: str, visitor: _Visitor, verb: re.Match[str], *, before: bool) -> bool:
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
