"""The needs that words of a part tell, beside what is told before it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.needs import Needs
from assistant.guidance.relevance.aspects import PAPERS
from assistant.guidance.relevance.case import Case
from assistant.guidance.scoping import FORMALITIES
from assistant.understanding.parts import Part

_AROUND = " ?.!"
_OF_PEOPLE, _OF_GOODS = "visa", "customs"


def beside(text: str, parts: Iterable[Part]) -> str:
    """What is told in a question beside its parts."""
    for part in parts:
        text = text.replace(part.asked.strip(_AROUND), " ")
    return text


def listed_in(part: str, whole: Case, needs: Needs) -> frozenset[str]:
    """The needs (keys of needs.yaml) that words of a part tell; which papers are needed is asked
    for what is taken along, where that is told of and people's papers are not."""
    listed = frozenset(needs.asked(part))
    of_goods = _OF_GOODS in whole.told and _OF_PEOPLE not in whole.told
    if not of_goods or listed & {*FORMALITIES} != {_OF_PEOPLE}:
        return listed
    if _OF_PEOPLE in needs.asked(PAPERS.sub(" ", part)):
        return listed
    return (listed - {_OF_PEOPLE}) | {_OF_GOODS}
