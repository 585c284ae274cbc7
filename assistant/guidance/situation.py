"""How somebody is there: working in several countries at once or by turns, or not working at all.

Rules on a posting hold for neither: who works regularly there and here falls under the rule on
several countries, and who only attends does no work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.origin import Place
from assistant.guidance.words import pattern
from corpus import strict_yaml
from corpus.annotation import Doing

_FILE = Path(__file__).parent / "situation.yaml"
_SENTENCE = re.compile(r"[^.?!;]+")
_SEVERAL = 2
# A sum each month is no work each month.
_MONEY = re.compile(r"€|\b(?:euros?|eur|pond|pounds?|dollars?|usd|gbp)\b", re.IGNORECASE)
_REMOTE: Doing = "remote"
# What somebody works at who is there: then being there is not all.
_WORKS: frozenset[Doing] = frozenset({"perform", "tour", "showcase", "teach", "film", "reside"})


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    both: str
    rhythm: str
    beside: str
    work: str
    here: str
    spends: str
    attends: str
    no_work: str
    learns: str
    keeps_home: str


def situation(
    text: str, places: Sequence[Place], doing: Iterable[Doing], home: str
) -> tuple[Doing, ...]:
    """What of ``combine``, ``attend`` and ``study`` a text tells of who asks.

    ``places`` are the countries that are named (start, end, code), ``doing`` what they are going to
    do, ``home`` the country that people here leave.
    """
    planned = {*doing}
    found: list[Doing] = []
    if _combines(text, places, planned, home):
        found.append("combine")
    if _attends(text, planned):
        found.append("attend")
    if _words()["learns"].search(text):
        found.append("study")
    return tuple(found)


def keeps_home(text: str) -> bool:
    """Whether somebody says that they go on living where they live now."""
    return bool(_words()["keeps_home"].search(text))


def _combines(text: str, places: Sequence[Place], doing: set[Doing], home: str) -> bool:
    """Whether somebody works in two countries by turns: two are named, or one and here, with a
    rhythm of work or one job beside another."""
    words = _words()
    countries = {code for _, _, code in places}
    abroad = countries - {home}
    at_home = home in countries or bool(words["here"].search(text))
    if not abroad or len(abroad) + at_home < _SEVERAL:
        return False
    if _REMOTE in doing and not words["spends"].search(text):
        return False
    return any(
        words["both"].search(sentence)
        or words["beside"].search(sentence)
        or (words["rhythm"].search(sentence) and not _MONEY.search(sentence))
        for sentence in _sentences(text)
        if words["work"].search(sentence)
    )


def _attends(text: str, doing: set[Doing]) -> bool:
    """Whether somebody is only there, and works at nothing."""
    words = _words()
    return bool(words["attends"].search(text)) and (
        not doing & _WORKS or bool(words["no_work"].search(text))
    )


def _sentences(text: str) -> Iterator[str]:
    return (match.group() for match in _SENTENCE.finditer(text))


@cache
def _words(file: Path = _FILE) -> dict[str, re.Pattern[str]]:
    """The patterns in ``file``. Raises CatalogueError when it is not valid; the key is named."""
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return {key: pattern(phrases) for key, phrases in content.model_dump().items()}
