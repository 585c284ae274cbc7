"""The needs that words of a part tell, beside what is told before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.guidance.needs import Needs
from assistant.guidance.relevance.aspects import PAPERS
from assistant.guidance.relevance.case import Case
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.wanting import GRANTS
from assistant.understanding.parts import Part

_AROUND = " ?.!"
_LIKELY = 0.5  # probability from which a rule is asked for
_OF_PEOPLE, _OF_GOODS = "visa", "customs"


def beside(text: str, parts: Iterable[Part]) -> str:
    """What is told in a question beside its parts."""
    for part in parts:
        text = text.replace(part.asked.strip(_AROUND), " ")
    return text


def without_money(listed: frozenset[str], likely: Mapping[str, float]) -> frozenset[str]:
    """The needs that words of a part tell, without grants where its money is what a rule is about
    ("do they take some of our money"): it is likely on that, and grants are much less so."""
    rule = max((likely.get(key, 0.0) for key in FORMALITIES), default=0.0)
    doubtful = rule >= _LIKELY and likely.get(GRANTS, 0.0) < rule / 2
    return listed - {GRANTS} if listed == {GRANTS} and doubtful else listed


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
