"""What a question needs to know: the needs that it tells, or that what somebody plans brings."""

from __future__ import annotations

import re

from assistant.guidance.incoming import needs_of_guests
from assistant.guidance.needs import Needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.words import pattern

GRANTS = "grants"
CONTACT = "contact"
START = "start"
ARRANGE = "arrange"
FRAMING = (START, ARRANGE, CONTACT)
COMBINING = "combining"
MATTERS = (*FORMALITIES, "insurance", "health", "arts-work", "minors", COMBINING)
"""The needs that are met by rules, whatever is planned."""
_VISA = "visa"
_LATE = "late"
# What people need who come here, and what is told of when they tell none of it.
_OF_VISITORS = frozenset(
    {GRANTS, CONTACT, _VISA, "social-security", "tax", "vat", "customs", "rights", "health",
     "insurance", "contracts", "fees"}
)  # fmt: skip
_VISITORS_FIRST = (_VISA, "social-security", "tax")

FIRST_PERSON = re.compile(
    r"\b(?:ik|mijn|m'n|wij|we|ons|onze|mij|mezelf|i|i'm|i've|i'd|my|me|our|us)\b", re.IGNORECASE
)
# A question in full, and one whether there is something.
ASKS = re.compile(
    r"\b(?:wie|wat|wanneer|waarom|hoe|hoeveel|welke?|moet|mag|kan|krijg|who|what|when|why|how"
    r"|which|must|may|can|do|does|is|are)\b.*\?",
    re.IGNORECASE | re.DOTALL,
)
THERE_IS = re.compile(
    r"(?:^|[.,;:?]\s)\W*(?:en |and )?(?:is (?:er|daar\w*)|zijn er|bestaat (?:er|daar\w*)"
    r"|bestaan er|krijg ik"
    r"|kan ik (?:\w+ )?(?:subsidie|geld|steun)|is there|are there|can i get|do i get)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[.;!?])\s+|,\s+(?=(?:en|and|maar|but)\s)")
_ASKING = re.compile(
    r"\?|(?:^\W*|,\s)(?:(?:en|and|of|or|but|maar|dus|so)\s)?(?:wie|wat|waar|hoe|welke?|kan|kunnen|mag|moet|is|zijn|who|what"
    r"|where|how|which|can|do|does|is|are|must|should)\b",
    re.IGNORECASE,
)
# "Mag ik optreden in …", "can we work there": who may, and whether one needs papers for it.
_MAY = re.compile(
    r"\b(?:mag|mogen|kan|kunnen)\s(?:ik|we|wij|hij|zij|ze|dat|onze?|mijn|een)\b|\bmag dat\b"
    r"|\b(?:can|may)\s(?:i|we|he|she|they|my|our|an?)\b|\ballowed to\b|\bable to work\b",
    re.IGNORECASE,
)
# Who asks for one thing by name is not told of all that comes with a plan.
_BARE = 2  # words of a clause that can only be what is asked
_WHICH = re.compile(
    r"\b(?:wie|welke?|wanneer|hoeveel|waarom|who|which|when|how (?:much|many|long)|why|what)\b",
    re.IGNORECASE,
)
_SUPPORT = pattern(
    "subsidie*; *beurs; *beurzen; toelage*; tegemoetkoming*; steun; steunen; ondersteuning; fonds*;"
    " financier*; grant; grants; funding; funded; fund; funds; support; subsid*; sponsor*; reis*;"
    " vlucht*; verblijf*; hotel*; *kosten; geld; centen; travel*; flight*; trip; cost; costs"
)
_APPLIES = re.compile(r"\b(?:apply|applying|aanvragen|solliciteren|kandida\w*|inschrijven)\b", re.I)
_WORK = re.compile(r"\b(?:work|working|werken|werk|job)\b", re.IGNORECASE)


def clauses(text: str) -> list[str]:
    """The sentences of a text, and what comes after a comma and "and" or "but"."""
    return [clause for clause in _CLAUSES.split(text) if clause.strip()]


def asking(text: str) -> str:
    """The questions of a text; all of it without any."""
    every = clauses(text)
    if not any(_ASKING.search(clause) for clause in every):
        return " . ".join(every)
    # "Visa, and must we withhold tax?"
    asked = (c for c in every if _ASKING.search(c) or len(c.split()) <= _BARE)
    return " . ".join(asked)


def particular(text: str, scope: Scope) -> bool:
    """Whether one thing is asked by name, or of several countries: not what comes with a plan."""
    return bool(_WHICH.search(asking(text))) or len(scope.countries) > 1


def wanted(text: str, scope: Scope, needs: Needs) -> tuple[str, ...]:
    """The needs of a text (keys of needs.yaml), the first asked first: those in its questions;
    without any, the rules that all of it tells of, else what its plan brings with it."""
    told = needs.asked(text)
    found = needs.asked(asking(text))
    if found == (GRANTS,):
        # What it is for may have been told before.
        found = (*found, *(key for key in told if needs.needs[key].aim))
    if set(found) <= {*FRAMING}:
        # A rule that somebody runs into is told with who they are.
        bound = (*FORMALITIES, _LATE)
        found = (*found, *(key for key in told if key in bound and key not in found))
    if scope.incoming:
        of_guests = needs_of_guests(asking(text))
        found = tuple(key for key in dict.fromkeys((*of_guests, *found)) if key in _OF_VISITORS)
        if GRANTS in found and set(found) - {GRANTS, *FRAMING} and not _SUPPORT.search(text):
            # Who has a guest pays: that is no asking for money.
            found = tuple(key for key in found if key != GRANTS)
        arranged = ARRANGE in told and not set(found) & set(FORMALITIES)
        if arranged or not set(found) - {*FRAMING}:
            found = (*_VISITORS_FIRST, *found)
        return found
    if not found:
        found = _brought(text, scope, needs)
    return found


def _brought(text: str, scope: Scope, needs: Needs) -> tuple[str, ...]:
    """What somebody needs who plans this, where no word tells it."""
    goes = bool(scope.doing) or bool(_WORK.search(text))
    if scope.countries and goes and _MAY.search(text) and not _APPLIES.search(text):
        return (_VISA,)
    if _WHICH.search(asking(text)):
        return ()
    meant = set(scope.doing)
    return tuple(key for key, need in needs.needs.items() if meant & set(need.meant_by))[:1]
