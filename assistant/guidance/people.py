"""The people that a text tells of: who they are by their trade, and which are from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.words import pattern
from corpus import strict_yaml

_FILE = Path(__file__).parent / "people.yaml"
_Place = tuple[int, int, str]
# Words that part who somebody is from what they are: "a Spanish festival for dancers".
_PARTED = re.compile(
    r"\b(?:voor|met|en|van|in|op|door|of|een|de|het|for|with|and|of|on|at|by|or|an?|the|festival|galer\w*|galler\w*"
    r"|venue|zaal|uitgever\w*|publisher\w*|museum|label)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:[\w'’-]+\s+){0,3}?(?:uit|from|van|based\sin|(?:who|that|die)\s(?:lives?|woont|wonen)\s(?:in|te)"
    r"|living\sin|wonend\w*\sin)\s(?:(?:de|het|the)\s)?$",
    re.IGNORECASE,
)
_FROM_THERE = re.compile(r"^\s(?:uit|from)\s(?:(?:de|het|the)\s)?$", re.IGNORECASE)
# "A Ukrainian and a Turkish painter", "an artist from Japan and one from Iran".
_AND_ONE = re.compile(
    r"^\s*(?:,|\b(?:en|and|of|or)\b)(?:\s(?:an?|een|één|one|another|also|ook|the|de))*"
    r"(?:\s(?:from|uit)(?:\s(?:the|de|het))?)?\s*$",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:hij|zij|ze|he|she|they)\b", re.IGNORECASE)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    people: str
    trades: str
    things: str
    foreign: str
    from_elsewhere: str


@dataclass(frozen=True, slots=True)
class Foreigner:
    """Somebody from elsewhere: where a text names them, and the code of where from, empty where
    that is not told; ``trade`` tells that only the form of a word says that it is a person."""

    start: int
    end: int
    code: str
    trade: bool = False


def foreigners(
    text: str,
    places: Sequence[_Place],
    is_adjective: Callable[[str], bool],
    home: str,
    start: int,
    end: int,
) -> list[Foreigner]:
    """The people in ``text[start:end]`` who are from elsewhere than the country ``home``;
    ``places`` are the countries that are named there."""
    found: list[Foreigner] = []
    for one in _foreigners(text, places, is_adjective, home, start, end):
        # An Iraqi poet who lives in Poland is one.
        if not any(known.start <= one.start < known.end for known in found):
            found.append(one)
    return [*found, *_joined(text, places, found, home)]


def speaks_of_people(text: str) -> bool:
    """Whether a text speaks of others: by their trade, or as "she" or "they"."""
    return bool(_words()["people"].search(text) or _THEY.search(text))


def _foreigners(
    text: str,
    places: Iterable[_Place],
    is_adjective: Callable[[str], bool],
    home: str,
    start: int,
    end: int,
) -> Iterable[Foreigner]:
    """The people in ``text[start:end]`` who are from elsewhere."""
    words = _words()
    for begin, stop, code in places:
        if code == home:
            continue
        if is_adjective(text[begin:stop]) and (person := named_after(text, stop, end)):
            yield Foreigner(begin, person, code)
            continue
        for match in words["people"].finditer(text, start, begin):
            if _FROM.match(text[match.end() : begin].lstrip()):
                yield Foreigner(match.start(), stop, code)
                break
        else:
            if trade := _trade(text, (start, end), (begin, stop), is_adjective):
                yield Foreigner(*trade, code, trade=True)
    for match in words["foreign"].finditer(text, start, end):
        if person := named_after(text, match.end(), end):
            yield Foreigner(match.start(), person, "")
    for match in words["from_elsewhere"].finditer(text, start, end):
        if any(
            len(text[person.end() : match.start()].split()) <= 2
            for person in words["people"].finditer(text, start, match.start())
        ):
            yield Foreigner(match.start(), match.end(), "")


def _joined(
    text: str, places: Sequence[_Place], found: Sequence[Foreigner], home: str
) -> Iterator[Foreigner]:
    """People named by their country alone beside others, before or behind them."""
    for begin, stop, code in places:
        if code == home or any(one.start <= begin < one.end for one in found):
            continue
        if any(
            _AND_ONE.match(text[one.end : begin]) or _AND_ONE.match(text[stop : one.start])
            for one in found
        ):
            yield Foreigner(begin, stop, code)


def named_after(text: str, start: int, end: int) -> int:
    """Where the person ends in ``text[start:end]`` who is named right behind an adjective that ends
    at ``start``; 0 without one."""
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


@cache
def _words(file: Path = _FILE) -> dict[str, re.Pattern[str]]:
    """The patterns in ``file``. Raises CatalogueError when it is not valid; the key is named."""
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return {key: pattern(phrases) for key, phrases in content.model_dump().items()}
