"""What a part asks of the schemes that the part before it is told of: "how much is that then"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.guidance.relevance.aspects import GENERAL
from assistant.guidance.relevance.case import Case
from assistant.guidance.wanting import GRANTS
from assistant.guidance.words import load_words
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere

# What of a scheme is asked so, as sections of its fiche.
_SECTIONS = ("amount", "when")
# A bare "how much", and not how many of something.
_HOW_MUCH = re.compile(
    r"\b(?:hoeveel|how much)\b(?=\W*$|\s(?:is|was|zijn|kunnen|kan|krijg\w*|bedraagt|geld|euro|steun"
    r"|can|could|do|does|would|money|support|in)\b)",
    re.IGNORECASE,
)


def sections_asked(text: str) -> tuple[str, ...]:
    """What a text asks of a scheme: how much it pays, when one applies (sections of fiches)."""
    forms = load_words().sections
    return tuple(
        key
        for key in _SECTIONS
        if forms[key].search(text) or (key == "amount" and _HOW_MUCH.search(text))
    )


def leaning_sections(part: Part, case: Case) -> tuple[str, ...]:
    """The sections of fiches on schemes that a part asks for that names nothing of its own; empty
    for another part. Who asks for a rule ("how much tax is that") names one."""
    if case.listed:
        return ()
    forms = load_words().sections
    asked = sections_asked(part.asked)
    rest = part.asked
    for key in asked:
        rest = forms[key].sub(" ", rest)
    rest = _HOW_MUCH.sub(" ", rest)
    rest = GENERAL.sub(" ", rest)
    names_nothing = points_elsewhere(part.asked) or (bool(part.setting) and not content_size(rest))
    return asked if names_nothing else ()


def leant_on(parts: Sequence[Part], cases: Sequence[Case], at: int) -> int | None:
    """The place of the part for a scheme that the part ``at`` a place leans on: the nearest before
    it that does not lean itself; None where that asks for something else."""
    for place in range(at - 1, -1, -1):
        case = cases[place]
        if leaning_sections(parts[place], case):
            continue
        asks = not case.formal and (GRANTS in case.listed or case.likely_grants)
        return place if asks else None
    return None
