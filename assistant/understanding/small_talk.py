"""Greetings, thanks and questions about the assistant itself: nothing to look up."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"^\W*(?:hallo|hoi|hey|hé|hi|hello|dag|goeie?(?:dag|morgen|middag|navond)|goede (?:dag"
    r"|morgen|middag|avond)"
    r"|good (?:morning|afternoon|evening|day)|greetings|yo)(?:\W+(?:daar|there|allemaal"
    r"|wegwijs|all|everyone))?\W*$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^\W*(?:oké?|ok|super|top|great|perfect|fijn|leuk|cool)?[\W]*(?:dank (?:je|u)(?: ?wel)?"
    r"|bedankt|merci|thanks?(?: you)?(?: (?:a lot|so much|very much))?"
    r"|thx|tot (?:ziens|later)|bye|goodbye|see you|doei|oké|ok|okay|super|great"
    r"|prima)(?:\W+(?:voor|for)\b[\w ]{0,40})?\W*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:wie|wat) (?:ben|bent) (?:jij|je|u)\b|\bwho are you\b|\bwhat are you\b"
    r"|\bwat kan? (?:jij|je|u) (?:allemaal |voor mij )?(?:doen)?\W*$"
    r"|\bwat kun(?:t)? (?:jij|je|u) (?:allemaal )?(?:doen)?\W*$|\bwhat can you do\b"
    r"|\bhow are you\b|\bhoe gaat het(?: met (?:je|jou|u))?\W*$"
    r"|\bben je een (?:mens|robot|ai|bot)\b|\bare you (?:a )?(?:human|robot|ai|bot|chatgpt)\b"
    r"|\bhoe heet (?:jij|je|u)\b|\bwhat(?:'s| is) your name\b"
    r"|\bvertel (?:eens )?een mop\b|\btell me a joke\b",
    re.IGNORECASE,
)


def small_talk(question: str) -> bool:
    """Whether ``question`` is a greeting, a thank-you or about the assistant itself."""
    text = " ".join(question.split())
    if len(text) > 120:
        return False
    return bool(_GREETING.match(text) or _THANKS.match(text) or _ABOUT.search(text))
