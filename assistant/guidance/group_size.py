"""Of how many people somebody speaks who asks for several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extracting.numbers import NUMBER_WORDS

_GROUPS = {"solo": 1, "duo": 2, "trio": 3, "quartet": 4, "kwartet": 4, "quintet": 5, "kwintet": 5,
           "sextet": 6, "septet": 7, "octet": 8}  # fmt: skip
_WORDS = sorted((word for word in NUMBER_WORDS if word not in ("een", "één", "nul", "zero", "one")),
                key=len, reverse=True)  # fmt: skip
_NUMBER = rf"\d{{1,3}}|{'|'.join(map(re.escape, _WORDS))}"
_TOGETHER = {
    "tweeën": 2, "tweeen": 2, "tweetjes": 2, "drieën": 3, "drieen": 3, "drietjes": 3, "vieren": 4,
    "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9, "tienen": 10,
}  # fmt: skip
_SIZED = re.compile(
    rf"\b(?:groep|band|koor|gezelschap|ensemble|orkest|choir|group|company|orchestra|team|fanfare"
    rf"|harmonie)\s(?:van|of)\s(?P<number>{_NUMBER})\b"
    rf"|\b(?:zijn|gaan|reizen|toeren|komen)\smet\s(?:z'n\s|ons\s)?(?P<with>{_NUMBER})\b(?!\s\w+(?:en|s)\b)"
    rf"|\b(?:we are|we're|there are)\s(?P<are>{_NUMBER})\b"
    rf"|\b(?P<of>{_NUMBER})\s(?:of us|van ons)\b"
    rf"|\bmet\s(?:z'n|zijn|ons|hun)\s(?P<together>{'|'.join(_TOGETHER)})\b"
    rf"|\b(?P<piece>{_NUMBER})[-\s]?(?:piece|koppig|koppige|mans|tal)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:\b|[a-z]){'(?:' + '|'.join(_GROUPS) + ')'}\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:wij|we|ons|onze|us|our)\b|\b(?:mijn|m'n|my)\s(?:\w+\s){0,2}(?:band|groep|koor|ensemble"
    r"|orkest|gezelschap|collectief|fanfare|harmonie|group|choir|company|orchestra|collective)\b",
    re.IGNORECASE,
)


def group_sizes(text: str) -> Iterator[tuple[int, str]]:
    """How many people a text says that there are, each with how it says so."""
    for match in _SIZED.finditer(text):
        value = _value(next(group for group in match.groups() if group))
        if value:
            yield value, match.group()
    for match in _NAMED.finditer(text):
        name = next(name for name in _GROUPS if match.group().lower().endswith(name))
        yield _GROUPS[name], name


def of_several(text: str) -> bool:
    """Whether somebody asks for several people."""
    return bool(_SEVERAL.search(text))


def _value(written: str) -> int:
    word = written.lower()
    return NUMBER_WORDS.get(word) or _TOGETHER.get(word) or int(word)
