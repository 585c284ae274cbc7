"""What may be asked of any rule, and how a statement answers it: how long it takes, what it costs,
where one applies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guidance.words import pattern
from assistant.understanding.parts import Part
from corpus.annotation import ahead_of
from indexing.passage import Passage

GENERAL = pattern(
    """zoiets; iets dergelijks; duren; duurt; kost; kosten; prijs; lang; tijd; regelen; aanvragen;
    aanvraag; vraag; vragen; nodig; beginnen; starten; melden; haalbaar; mogelijk; lukken; lukt;
    vooraf; voorhand; vertrekken; vertrek; ergens; terugkrijgen; terugvragen; verplicht; in orde;
    indienen; volgende; eerstvolgende; ronde; oproep; next; round; call; submit;
    something like that; such a thing; take; takes; cost; costs; price; long; time; arrange; apply;
    need; start; begin; report; feasible; doable; possible; beforehand; before; advance; ahead; get;
    early; soon; leave; somewhere; anywhere; reclaim; refund; back; obligatory; mandatory"""
)
"""Words that say nothing of what it is asked of."""
_NUMBER = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|acht|tien|a|an|one|two|three|four|five|six|eight|ten)"
)
_UNIT = (
    r"(?:uur|uren|dag(?:en)?|werkdag(?:en)?|week|weken|maand(?:en)?|hours?|(?:working\s)?days?|weeks?"
    r"|months?)"
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """What may be asked of any rule. ``asked`` finds it in a part, ``said`` what answers it in a
    statement; ``overall`` tells that it is asked of all that stands before it, ``returns`` that it
    asks for money back, which is no grant, ``ahead`` that it is answered by how long before
    something has to be done."""

    key: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    overall: bool = False
    returns: bool = False
    ahead: bool = False

    def answered_by(self, passage: Passage) -> bool:
        """Whether a statement answers it."""
        if self.ahead and ahead_of(passage.annotation) is not None:
            return True
        return self.said.search(passage.text) is not None


# How long something takes, or how long before it is asked for.
_DURATION = (
    rf"\b{_NUMBER}\s(?:(?:tot|to|à|or|of)\s{_NUMBER}\s)?{_UNIT}\s"
    r"(?:vooraf|op voorhand|voor(?:dat)?\s|vóór|before|in advance|ahead|beforehand)"
    rf"|\b(?:plan|reken(?: op)?|allow|count on)\b[^.;]{{0,40}}?\b{_NUMBER}\s{_UNIT}\b"
    r"|\b(?:aanvraag|procedure|behandeling|application|processing|decision|beslissing)\b"
    rf"[^.;]{{0,60}}?\b(?:takes?|took|duurt|duurde)\b[^.;]{{0,40}}?\b{_NUMBER}\s{_UNIT}\b"
    rf"|\b(?:binnen|within)\s(?:de\s)?{_NUMBER}\s{_UNIT}\b"
)
_BEFORE = (
    r"\b(?:vóór|voor|voordat|before)\s(?:je|u|de|het|elk[e]?|you|the|it|your|each|every)\b"
    r"[^.;]{0,30}?\b(?:vertrek\w*|begin\w*|start\w*|werk\w*|aankom\w*|leav\w+|depart\w*|go|work\w*"
    r"|arriv\w+|tour\w*)\b"
)
_PRICE = re.compile(
    r"(?=.*(?:€|%|\b(?:euros?|EUR|USD|GBP|CAD|CHF|JPY|ZAR|pond|pounds?|dollars?|procent|percent"
    r"|gratis|free)\b))"
    r".*\b(?:kost\w*|costs?|prijs|tarie\w+|fees?|price|bedraagt|gratis|free of charge|charge[sd]?"
    r"|withh\w+|houdt|hield|heft|levies|rate)\b",
    re.IGNORECASE | re.DOTALL,
)
ASPECTS = (
    Aspect(
        "feasible",
        pattern(
            """haalbaar; nog mogelijk; nog op tijd; lukt … nog; nog lukken; tijd genoeg;
            genoeg tijd; te laat; nog te doen; feasible; doable; still possible; still in time;
            still manage; make it in time; enough time; too late"""
        ),
        re.compile(_DURATION, re.IGNORECASE),
        overall=True,
        ahead=True,
    ),
    Aspect(
        "refund",
        pattern(
            """terugkrijg*; terug krijg*; terugvra*; terugvorder*; terug te krijg*; terug te vra*;
            recupereren; recupereer*; krijg … terug; vraag … terug; get … back; claim … back;
            reclaim*; recover; refund*; have … back"""
        ),
        pattern("terug*; teruggave; verreken*; reclaim*; refund*; recover*; back; claim*; aftrek*"),
        returns=True,
    ),
    Aspect(
        "report",
        pattern(
            """melden; meld; aangeven; aan te geven; doorgeven; verwittig*; laten weten; zeggen;
            report; notify; announce; aanmelden; declare; tell them; let them know; inform"""
        ),
        pattern(
            """meld*; aangeven; aangifte; verwittig*; vraag het; vraag … vooraf; controlekaart;
            c181; control card; report*; notif*; declare*; declaration; tell; inform*; ask it"""
        ),
    ),
    Aspect(
        "time",
        pattern(
            """hoe lang; hoelang; hoeveel tijd; hoe vroeg; hoe snel; wanneer; tegen wanneer;
            op voorhand; hoe ver vooraf; how long; how much time; how early; how soon; how far;
            when; by when; beforehand; in advance; ahead"""
        ),
        re.compile(f"{_DURATION}|{_BEFORE}", re.IGNORECASE),
        ahead=True,
    ),
    Aspect(
        "where",
        pattern(
            """waar vraag*; waar … aanvra*; waar … vragen; bij wie; wie vraagt; wie moet … aanvra*;
            hoe vraag; hoe vragen; hoe … aanvra*; waar haal*; waar krijg*; waar dien*; wie regelt;
            who applies; who has to apply; who must apply; who arranges; who do … ask;
            where … apply; how … apply; where … file; where … get"""
        ),
        pattern(
            """vraag … aan; vraagt … aan; aanvra*; aangevraagd; je krijgt … bij; haal*; apply;
            applies; applied; application*; get it; get the; get an; file; files; ask … for;
            asks … for"""
        ),
    ),
    Aspect(
        "cost",
        pattern(
            """hoeveel kost*; wat kost*; kost … veel; hoe duur; how much; what … cost*; cost*;
            price"""
        ),
        _PRICE,
    ),
)


def aspect_of(part: Part) -> Aspect | None:
    """What a part asks of a rule, whichever that is; None where it asks nothing like that."""
    return aspect_in(part.asked)


def aspect_in(text: str) -> Aspect | None:
    """The same of any text."""
    return next((one for one in ASPECTS if one.asked.search(text)), None)
