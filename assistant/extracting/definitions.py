"""Sentences that say what something is."""

from __future__ import annotations

import re

_COPULA = (
    r"(?:is|zijn|was|waren|are|were)\s"
    r"(?:een|de|het|an?|the|dus|ook|eigenlijk|één|volgens|in|\w+e\s)"
)
_VERBS = (
    r"(?:verwijst naar|verwijzen naar|betreft|betekent|omvat|omvatten|staat voor"
    r"|word(?:t|en) (?:omschreven|gedefinieerd|verstaan)|refers? to|means|stands for"
    r"|(?:is|are) defined as|verstaan we|verstaat men|houdt in|noemt zich(?:zelf)?|biedt"
    r"|richt zich)"
)
_UNDER = re.compile(
    r"\b(?:onder|by|met)\b.{0,60}\b(?:verstaan|verstaat|begrijpen|bedoelen|bedoeld|mean"
    r"|understand)\b|\bbedoel(?:en|t|d)\b|\bin de (?:betekenis|zin) van\b|\bin the sense of\b"
    r"|\bwe mean\b"
    r"|\bdefinitie\b|\bdefinition\b|\bdefini(?:eert|ëren|ed)\b"
    r"|\bomschreven als\b",
    re.IGNORECASE,
)
_ARTICLE = r"(?i:het|de|een|the|an?)"
# Behind a comma only a common noun or an article says what stands before it: not the next of a row
# of names, nor what goes on ("..., in 2020").
_GOES_ON = (
    r"(?i:en|of|maar|want|dus|als|zoals|onder|met|in|op|van|voor|door|naar|bij|om|te|tot|uit|over|per"
    r"|and|or|but|so|as|such|including|with|at|on|for|by|from|to|of|is|are|was|ook|also|i|z|p|pp)"
)
_APPOSITION = re.compile(
    rf"\s[-–—]\s\w|:\s\w|\s?\({_ARTICLE}\s|,\s(?:{_ARTICLE}\s|(?!{_GOES_ON}\b)[a-zà-ÿ]+\b)"
)


_REST_OF_NAME = re.compile(
    r"^[\w'’\"”)]*(?:\s(?:(?:of|van|the|de|der|voor|for|&|and|en)\s){0,2}[A-ZÀ-Þ][\w'’-]*)*[\"'”’]?"
)


# "Werkgroep: een groep die ...", as an entry of a list of terms.
_ENTRY = re.compile(r"\W*(?:[a-z]\.\s)?(?P<term>[^:;.,()]{3,60}):\s+\S")
_POINTS_BACK = re.compile(
    r"^\W*(?:dat laatste|dit laatste|dit|dat|deze|het|zij|hij|the latter|this|it|that)"
    r"(?:\s\w+)?\s(?:is|zijn|are|was)\s(?:een|de|het|an?|the)\b",
    re.IGNORECASE,
)
_SHORTEST_START = 6


def points_back(text: str) -> bool:
    """Whether ``text`` says what the thing named just before is ("Dat laatste is een fonds")."""
    return bool(_POINTS_BACK.match(text))


def _start(word: str) -> str:
    return word[: max(_SHORTEST_START, round(0.6 * len(word)))]


def defines(text: str, subject: frozenset[str]) -> float:
    """How much ``text`` says what ``subject`` (its words, lower case) is, 0 to 1."""
    lower = text.lower()
    # "Arkimedesfonds" is also met as "Arkimedes": the start of a long word stands for it.
    subject = frozenset(word if word in lower else _start(word) for word in subject)
    positions = [lower.find(word) for word in subject if word in lower]
    if not positions:
        return 0.1
    entry = _ENTRY.match(lower)
    if entry and all(any(word in one for word in subject) for one in entry["term"].split()):
        return 1.0
    held = len(positions) / max(len(subject), 1)
    if _UNDER.search(text):
        return 0.6 + 0.4 * held
    last = max(
        (lower.rfind(word, 0, 90) + len(word) for word in subject if lower.rfind(word, 0, 90) >= 0),
        default=-1,
    )
    if last < 0:
        return 0.2 * held
    # What follows the subject's last word, past the rest of that word and of the name it is in.
    behind = _REST_OF_NAME.sub("", text[last:], count=1)
    rest = re.sub(r"^\s?(?:\([^)]{0,60}\)\s?)?", "", behind, count=1)
    early = min(positions) < 40
    if re.match(rf"{_COPULA}|{_VERBS}\b", rest.lstrip(), re.IGNORECASE):
        return held if early else 0.8 * held
    if _APPOSITION.match(behind):
        return 0.75 * held if early else 0.6 * held
    return 0.25 * held
