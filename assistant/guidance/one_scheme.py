"""Whether a question is about one scheme or text: then its fiche answers, and no advice."""

from __future__ import annotations

import re

from assistant.guidance.fiches import FUNDING, POLICY, PRACTICE, Fiches
from assistant.guidance.hearing import Heard
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.wanting import COMBINING, GRANTS

_SCHEMES = (FUNDING, POLICY, PRACTICE, "study")
_NAMED_FULLY = 0.75
_NAMED_PARTLY = 0.6  # "cooperation" in the name of a scheme asks for no cooperation
_SUCH_A = re.compile(
    r"\b(?:zo'n|die|deze|dit|this|that|such a)\s(?:\w+\s){0,2}(?:subsidie|beurs|steun|toelage"
    r"|grant|subsidy|scheme|fund)\b|\b(?:toch|hé|hè|niet\?|right\?|correct\?)\W*$"
    r"|\b(?:isn't|doesn't|can't) it\b",
    re.IGNORECASE,
)


def of_one_scheme(scope: Scope, text: str, heard: Heard, fiches: Fiches) -> bool:
    """Whether it is about one scheme or text: it is named, its conditions are asked, or whether it
    still exists. Half a name will do where no word tells of a need, or only of what money is for.
    """
    if scope.incoming or COMBINING in heard.listed:
        return False
    its = "conditions" in scope.sections and "which" not in scope.requests
    if "in-force" in scope.requests or (its and GRANTS in heard.needs):
        return True
    needs = load_needs().needs
    least = _NAMED_PARTLY if all(needs[key].aim for key in heard.listed) else _NAMED_FULLY
    drawn_on = {pair for key in heard.needs for taken in needs[key].take for pair in taken.pairs}
    # Who asks for money for a plan may name the decree that pays them already, and who asks for a
    # country's rule what they have here.
    framing = {POLICY} if GRANTS in heard.listed and scope.doing else set[str]()
    if scope.countries and set(heard.listed) & set(FORMALITIES):
        framing.add(PRACTICE)
    return bool(_SUCH_A.search(text)) or any(
        share >= least
        and pair not in drawn_on
        and (kind := fiches.source(pair, "nl").kind) in _SCHEMES
        and kind not in framing
        for pair, share in scope.named.items()
    )
