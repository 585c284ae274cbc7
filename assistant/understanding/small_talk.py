"""Greetings, thanks and questions about the assistant itself: nothing to look up."""

from __future__ import annotations

import re
from enum import StrEnum


class SmallTalk(StrEnum):
    """What is said that asks nothing of the documents; each has its own reply."""

    GREETING = "greeting"
    THANKS = "thanks"
    AGREEMENT = "agreement"
    GOODBYE = "goodbye"
    ABOUT = "about"
    COLLECTION = "collection"
    ENDED = "ended"


_HELLO = (
    r"(?:hallo|hoi|hey|hé|hi|hello|dag|goeie?(?:dag|morgen|middag|navond)|goede (?:dag|morgen"
    r"|middag|avond)|good (?:morning|afternoon|evening|day)|greetings|yo|beste|dear)"
    r"(?:\W+(?:daar|there|allemaal|wegwijs|all|everyone|iedereen|team))?"
)
_THANKING = (
    r"(?:(?:heel (?:erg )?|hartelijk |alvast |veel |many )?(?:dank(?: ?(?:je|u))?(?: ?wel)?|bedankt"
    r"|merci|thanks?(?: ?(?:you|u))?|thx|ty|cheers)"
    r"(?: (?:a lot|so much|very much|zeer|beaucoup|hoor|alvast|again|al))?)"
)
_AGREEING = (
    r"(?:oké|oke|ok|okay|okidoki|super|top|great|perfect|fijn|leuk|cool|prima|goed(?: zo)?|lovely"
    r"|nice|fine|good|excellent|duidelijk|begrepen|got it|i see|understood|all right|alright"
    r"|interessant|interesting|handig|helpful|that helps|dat helpt|that's (?:helpful|clear|great)"
    r"|is goed|dat is (?:duidelijk|goed|fijn))"
)
_LEAVING = (
    r"(?:tot (?:ziens|later|straks|de volgende(?: keer)?)|bye(?:[- ]bye)?|goodbye|see you"
    r"(?: later)?|doei|daag|salut|(?:nog )?een (?:fijne|goede|prettige) (?:dag|avond|week)(?: nog)?"
    r"|have a (?:nice|good|great) (?:day|evening|week))"
)
_FOR = r"(?:\W+(?:voor|for)\b[\w' ]{0,40})?"
_KINDS = (
    # What is said last and weighs most first: "ok thanks" thanks, "thanks, bye" takes leave.
    (SmallTalk.GOODBYE, rf"(?:(?:{_AGREEING}|{_THANKING}|{_HELLO})\W+)*{_LEAVING}"),
    (SmallTalk.THANKS, rf"(?:{_AGREEING}\W+)*{_THANKING}{_FOR}(?:\W+{_AGREEING})*"),
    (SmallTalk.GREETING, _HELLO),
    (SmallTalk.AGREEMENT, rf"{_AGREEING}(?:\W+{_AGREEING})*{_FOR}"),
)
_COMPILED = tuple((kind, re.compile(rf"^\W*{form}\W*$", re.IGNORECASE)) for kind, form in _KINDS)
_PLEASANTRY = re.compile(
    rf"^\W*(?:(?:{_HELLO}|{_THANKING}|{_AGREEING})\b\s*[,.!;:…–-]+\s*)+(?=\w)"
    rf"|^\W*(?:{_THANKING}|{_AGREEING})\s+(?=(?:en|and|maar|but)\s)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:wie|wat) (?:ben|bent) (?:jij|je|u)\b|\bwho are you\b|\bwhat are you\b"
    r"|\bwat (?:kan|kunt?) (?:jij|je|u|ge|gij)(?: (?:allemaal|voor (?:mij|ons)|zoal))*(?: doen)?"
    r"\W*$"
    r"|\bwhat can you (?:do|tell me)\b"
    r"|\bhow are you\b|\bhoe gaat het(?: met (?:je|jou|u))?\W*$"
    r"|\bben je een (?:mens|robot|ai|bot)\b|\bare you (?:a )?(?:human|robot|ai|bot|chatgpt)\b"
    r"|\bhoe heet (?:jij|je|u)\b|\bwhat(?:'s| is) your name\b"
    r"|\bvertel (?:eens )?een mop\b|\btell me a joke\b"
    # Who only calls for help wants to know what can be asked here.
    r"|^\W*(?:help|hulp|help (?:me|mij)|help (?:me|mij) (?:please|aub|eens))\W*$"
    r"|\bhoe werkt (?:dit|wegwijs|deze (?:site|website|chat))\W*$"
    r"|\bhow does (?:this|wegwijs) work\b",
    re.IGNORECASE,
)
_TEXTS = (
    r"(?:documenten|publicaties|bronnen|teksten|studies|rapporten|fiches|documents|publications"
    r"|sources|texts|studies|reports)"
)
_RULES = rf"(?:{_TEXTS}|kaders|decreten|regelingen|frameworks|decrees|policies)"
_KNOWN_HERE = (
    r"(?:ken|kent|heb|hebt|gebruik|gebruikt|raadpleeg|raadpleegt|doorzoek|doorzoekt|bevat|zitten er"
    r"|staan er|zijn er)"
)
_HOLDS_NO_MORE = (
    r"(?:(?:zijn|gelden|are|have|has|werden|were)\s(?:(?:nu|intussen|al|now|already|been)\s)?"
    r"(?:niet (?:meer|langer) (?:geldig|van kracht|actueel)|verouderd|afgelopen|vervallen|verlopen"
    r"|vervangen|no longer (?:valid|in force|current)|not (?:valid|in force|current) any ?more"
    r"|outdated|ended|expired|over|replaced))"
)
_LIST_OF = r"(?:\s(?:me|mij|een|a|the|de|all|alle|lijst van|list of))*"
_HERE = r"(?:\s(?:hier|allemaal|zoal|eigenlijk|in (?:de|deze|je|jouw) (?:collectie|verzameling)))*"
_IN_HERE = r"(?:there|in here|in (?:the|this|your) (?:collection|corpus|library)|known)"
# What is known here, and what of it holds no more: of the collection, not in it.
_OF_COLLECTION = (
    (SmallTalk.ENDED, rf"(?:welke?|which|what)\s{_RULES}\s{_HOLDS_NO_MORE}"),
    (
        SmallTalk.COLLECTION,
        rf"(?:(?:welke?|hoeveel)\s{_TEXTS}\s{_KNOWN_HERE}(?:\s(?:je|jij|u|ge|wegwijs))?{_HERE}"
        rf"|(?:which|what|how many)\s{_TEXTS}\s(?:do|can) (?:you|wegwijs) (?:know|have|use|search)"
        rf"(?:\s(?:about|of|here))?|(?:which|what|how many)\s{_TEXTS}\s(?:are|is) {_IN_HERE}"
        rf"|(?:geef|toon|list|show){_LIST_OF}\s{_TEXTS}"
        r"|wat weet (?:je|jij|u|wegwijs)(?: (?:allemaal|zoal))?|what do you know(?: about)?"
        r"|waarop (?:steun|baseer) (?:je|u)(?: je| u)?|what are you based on)",
    ),
)
_ASKED_OF = tuple(
    (kind, re.compile(rf"^\W*(?:(?:en|and)\s)?{form}\W*$", re.IGNORECASE))
    for kind, form in _OF_COLLECTION
)
_LONGEST = 120  # characters


def small_talk(question: str) -> SmallTalk | None:
    """What is said, when there is nothing to look up; None for a question."""
    text = " ".join(question.split())
    if len(text) > _LONGEST:
        return None
    for kind, form in (*_COMPILED, *_ASKED_OF):
        if form.match(text):
            return kind
    return SmallTalk.ABOUT if _ABOUT.search(text) else None


def without_pleasantry(question: str) -> str:
    """A question without the thanks or the greeting before it ("Great, and in Spain?")."""
    return _PLEASANTRY.sub("", question, count=1)
