"""People from elsewhere who go along with who asks, or who live here as they do: what they are does
not tell where anybody is going, nor that somebody comes here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.guidance.asker import of_nationality
from assistant.guidance.origin import Place, lives
from corpus.annotation import WHO, Who

_LIVES_HERE = re.compile(
    r"\b(?:woon|woont|wonen|wonend\w*|live|lives|lived|living|based|verblijft|gevestigd|zit|zitten)"
    r"\s(?:[\w'’-]+\s){0,4}?(?:hier|here)\b"
    r"|\b(?:hier|here)\s(?:[\w'’-]+\s){0,4}?(?:woont|wonen|woonachtig|gevestigd|woonde)\b"
    r"|\b(?:with|met|has|have|heeft|heet|hebben|got)\s(?:[\w'’-]+\s){0,3}?"
    r"(?:residence (?:card|permit)|residency|verblijfskaart|verblijfstitel|verblijfsvergunning)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:i|i'm|i've|ik|'k|kheb|we|we're|we've|wij)\s(?:[\w'’-]+\s){0,2}$", re.I)


def settled(text: str, places: Iterable[Place], start: int, end: int, home: str) -> bool:
    """Whether ``text[start:end]`` says of somebody that they live here: in a place of ``home``, or
    with papers to stay."""
    here = [
        match.start()
        for match in _LIVES_HERE.finditer(text, start, end)
        if not any(
            code != home and match.start() < begin < match.end() for begin, _, code in places
        )
    ]
    here += [
        begin
        for begin, stop, code in places
        if code == home and start <= begin < end and lives(text[:begin], text[stop:])
    ]
    return any(not _FIRST.search(text[:place]) for place in here)


def with_companions(who: Sequence[Who], own: str, companions: Iterable[Place]) -> tuple[Who, ...]:
    """What people are of whom some come from the places of ``companions``; ``own`` is the code of
    the country that who asks is from, empty where that is not told: then they are from here."""
    sides = {*of_nationality((), [code for _, _, code in companions])}
    if "non-eu" not in sides:
        return tuple(who)
    found = {*who, "non-eu"} if own else {*who, "non-eu", "eu"}
    return tuple(key for key in WHO.values() if key in found)
