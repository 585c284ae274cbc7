"""Places that a question names in passing: where somebody has been, what they compare with, where
who helps them lives or who works for them sits. Where they want to go is another place.

A place counts as one in passing only beside one that does not, or beside words for going elsewhere:
who names nothing else means that place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.origin import Place
from assistant.guidance.words import pattern
from corpus import strict_yaml

_FILE = Path(__file__).parent / "passing.yaml"
_ENDS = re.compile(
    r"[.?!;:\n()]+|,|\s[-–—]\s|\s(?:maar|ma|but|whereas|terwijl|although|hoewel)\s"
    r"|\s(?:en|and)\s(?=(?:(?:\w+\s)?(?:nu|nou|now)|we|wij|ik|i|then|dan|this|deze|dit|wil|willen|want|would|zou"
    r"|zouden|hope|last|vorig\w*|previously|earlier)\b)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\s*,\s*(?:(?:and|en|or|of)\s+)?(?:in\s+)?|\s+(?:and|en|&|or|of)\s+(?:in\s+)?", re.IGNORECASE
)
_ARTICLE = r"(?:(?:de|het|the)\s)?$"
_UNLIKE = re.compile(
    r"\b(?:unlike|as opposed to|instead of|rather than|anders dan|in tegenstelling tot"
    r"|in plaats van|compared (?:to|with)|vergeleken met)\s(?:(?:in|to|naar|with|met)\s)?"
    + _ARTICLE,
    re.IGNORECASE,
)
_AS_IN = re.compile(
    r"(?<!landen )(?<!countries )(?<!places )(?<!ergens )(?<!somewhere )"
    r"\b(?:zoals|net als|gelijk|like|as)\s(?:in|bij)\s" + _ARTICLE,
    re.IGNORECASE,
)
_NO_FURTHER = re.compile(
    r"\b(?:nooit|nooi|niet|never|not|no|n't)\s(?:[\w'’-]+\s){0,5}?(?:(?:verder|further|farther)\s"
    r"(?:[\w'’-]+\s){0,2}?(?:dan|as|than)|beyond|past|voorbij)\s(?:(?:in|tot|naar|to)\s)?"
    + _ARTICLE,
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|na|following)\s(?:[\w'’-]+\s){1,4}(?:in|te|at|to|naar|through|door)\s" + _ARTICLE,
    re.IGNORECASE,
)
# "With the help of a curator from", "via a friend in".
_BY_WAY_OF = re.compile(
    r"\b(?:(?:hulp|help|steun|support|advice|advies) (?:van|of|from)|thanks to|dankzij|via"
    r"|through)\s(?:[\w'’-]+\s){1,4}(?:in|uit|from|van|te|at)\s" + _ARTICLE,
    re.IGNORECASE,
)
_OURS = r"\b(?:my|our|mijn|m'n|men|ons|onze|onzen)\s(?:[\w'’-]+\s){1,3}?"
_THERE = r"\s(?:[\w'’-]+\s){0,2}?(?:in|from|vanuit|uit|te|at|near)\s" + _ARTICLE


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    before: str
    done: str
    have: str
    participle: str
    ahead: str
    now: str
    again: str
    elsewhere: str
    settle: str
    sits: str


def without_passing(text: str, places: Sequence[Place], home: str) -> tuple[Place, ...]:
    """The places of a text (regions with an empty code) that it does not name in passing only;
    ``home`` is the country that people here leave, and never counts."""
    abroad = [place for place in places if place[2] != home]
    never = {place for place in abroad if _NO_FURTHER.search(text[: place[0]])}
    been = _rows(text, abroad, {place for place in abroad if _been(text, place)})
    beside = _rows(text, abroad, {place for place in abroad if _beside(text, place)})
    if been and _is_owed(text, been, [one for one in abroad if one not in been | beside | never]):
        been = set()
    aside = been | beside | never
    bound = {code for one in abroad if one not in aside and (code := one[2])}
    unnamed = any(one not in aside and not one[2] for one in abroad)
    if not (bound or unnamed or _goes_elsewhere(text, been)):
        aside = never
    return tuple(one for one in places if one not in aside or one[2] in bound)


def _rows(text: str, places: Sequence[Place], found: set[Place]) -> set[Place]:
    """Places ``found``, with those that stand in a row with one: "in Prague and Budapest"."""
    grown = set(found)
    for one, other in pairwise(places):
        if _ROW.fullmatch(text[one[1] : other[0]]) and {one, other} & found:
            grown |= {one, other}
    return grown


def _been(text: str, place: Place) -> bool:
    """Whether the clause of a place tells of what was done there."""
    words, (begin, end) = _words(), _clause(text, place)
    clause = text[begin:end]
    if _AFTER.search(text[begin : place[0]]):
        sentence = text[begin : _sentence_end(text, place[1])]
        return bool(words["before"].search(sentence) or words["now"].search(sentence))
    if words["ahead"].search(clause):
        return False
    if words["before"].search(clause) or words["done"].search(clause):
        return True
    return bool(words["have"].search(clause) and words["participle"].search(clause))


def _beside(text: str, place: Place) -> bool:
    """Whether a place is one that somebody compares with, or where others are."""
    before = text[: place[0]]
    if _UNLIKE.search(before) or _AS_IN.search(before) or _BY_WAY_OF.search(before):
        return True
    return bool(_sits().search(before))


def _is_owed(text: str, been: set[Place], ahead: Sequence[Place]) -> bool:
    """Whether what was done is itself asked about: what is to be settled of it, going there again,
    or a question of its own before another place is named."""
    words = _words()
    if words["again"].search(text) or words["settle"].search(text):
        return True
    last = max(end for _, end, _ in been)
    until = min((start for start, _, _ in ahead if start > last), default=len(text))
    if until == len(text):  # what lies ahead was told before
        until = _clause(text, (last, last, ""))[1] + 1
    return "?" in text[last:until]


def _goes_elsewhere(text: str, been: set[Place]) -> bool:
    return bool(been) and bool(_words()["elsewhere"].search(text))


def _clause(text: str, place: Place) -> tuple[int, int]:
    """Where the clause begins and ends that a place stands in."""
    begin = max((match.end() for match in _ENDS.finditer(text, 0, place[0])), default=0)
    end = _ENDS.search(text, place[1])
    return begin, end.start() if end else len(text)


def _sentence_end(text: str, start: int) -> int:
    end = re.compile(r"[.?!]").search(text, start)
    return end.start() if end else len(text)


@cache
def _sits() -> re.Pattern[str]:
    return re.compile(f"{_OURS}{_words()['sits'].pattern}{_THERE}", re.IGNORECASE)


@cache
def _words(file: Path = _FILE) -> dict[str, re.Pattern[str]]:
    """The patterns in ``file``. Raises CatalogueError when it is not valid; the key is named."""
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return {key: pattern(phrases) for key, phrases in content.model_dump().items()}
