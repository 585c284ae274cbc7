"""What may be asked of any rule, whichever that is: how long it takes, what it costs, where one
applies. What a statement answers of it is said by its editors (``tells`` in its annotation)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.guidance.words import pattern
from assistant.understanding.parts import Part
from corpus.annotation import Tells, ahead_of
from indexing.passage import Passage

GENERAL = pattern(
    """zoiets; iets dergelijks; zo'n ding; zo'n papier; duren; duurt; kost; kosten; prijs;
    lang; tijd; regelen; aanvragen; aanvraag; vraag; vragen; nodig; beginnen; starten;
    melden; haalbaar; mogelijk; lukken; lukt;
    vooraf; voorhand; vertrekken; vertrek; ergens; terugkrijgen; terugvragen; verplicht; in orde;
    indienen; volgende; eerstvolgende; ronde; oproep; next; round; call; submit;
    something like that; such a thing; hold of one; take; takes; cost; costs; price; long; time;
    arrange; apply; need; start; begin; report; feasible; doable; possible; beforehand; before;
    advance; ahead; get;
    early; soon; leave; somewhere; anywhere; reclaim; refund; back; obligatory; mandatory"""
)
"""Words that say nothing of what it is asked of."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What may be asked of any rule: ``asked`` finds it in a part, ``told`` are the words by which
    statements are said to answer it. ``overall`` tells that it is asked of all that stands before
    it, ``returns`` that it asks for money back, which is no grant, ``exact`` that nothing else of
    the rule answers it: a figure for another question does not; ``broad`` that any statement on a
    rule that is named may answer it, ``owed`` that it asks how much: nothing is an answer too."""

    key: str
    asked: re.Pattern[str]
    told: frozenset[Tells]
    overall: bool = False
    returns: bool = False
    exact: bool = False
    broad: bool = False
    owed: bool = False

    def answered_by(self, passage: Passage) -> bool:
        """Whether a statement answers it."""
        if "by" in self.told and ahead_of(passage.annotation) is not None:
            return True
        return not self.told.isdisjoint(passage.annotation.tells)

    def stands_beside(self, passage: Passage) -> bool:
        """Whether a statement that does not answer it tells who owes nothing at all, to who asks
        how much."""
        return self.owed and passage.annotation.answer == "no"


def _opening(text: str, first: str, then: str) -> re.Pattern[str]:
    """The phrases of ``text`` anywhere, those of ``first`` where the part opens with them and asks
    no more, or has one of ``then``: "when do I apply" asks for a day, "when do I need one" does
    not."""
    opens = rf"^\W*(?:(?:en|and|but|maar)\s)?(?:{pattern(first).pattern})"
    rest = rf"(?=\W*$|.*?(?:{pattern(then).pattern}))"
    return re.compile(f"{pattern(text).pattern}|{opens}{rest}", re.IGNORECASE)


ASPECTS = (
    Aspect(
        "feasible",
        pattern(
            """haalbaar; nog mogelijk; nog op tijd; lukt … nog; nog lukken; tijd genoeg;
            genoeg tijd; te laat; nog te doen; feasible; doable; still possible; still in time;
            still manage; make it in time; enough time; too late"""
        ),
        frozenset({"by", "takes"}),
        overall=True,
    ),
    Aspect(
        "otherwise",
        pattern(
            """wat als … niet; wat als … geen; wat als … zonder; wat als … vergeet*;
            wat gebeurt er als; wat riskeer*; boete; boetes; beboet; sanctie; sancties; straf;
            what if … don't; what if … do not; what if … not; what if … no; what if … without;
            what if … forget; what if … haven't; what happens if … don't; what happens if … not;
            what happens if … without; what do … risk; a fine; the fine; fines; fined; penalty;
            penalties"""
        ),
        frozenset({"otherwise"}),
        exact=True,
    ),
    Aspect(
        "refund",
        pattern(
            """terugkrijg*; terug krijg*; terugvra*; terugvorder*; terug te krijg*; terug te vra*;
            recupereren; recupereer*; krijg … terug; vraag … terug; verrekenen; get … back;
            claim … back; reclaim*; recover; refund*; have … back; set … off; offset; credited;
            tax credit"""
        ),
        frozenset({"refund"}),
        returns=True,
        exact=True,
    ),
    Aspect(
        "by",
        _opening(
            """hoe … vooraf; hoe … op voorhand; hoeveel … vooraf; hoeveel … op voorhand; hoe vroeg;
            hoe snel; hoe ver; hoe lang voor; hoelang voor; tegen wanneer; vanaf wanneer;
            how … in advance; how … beforehand; how … ahead; how early; how soon; how far;
            how long before; how much before; by when; before when; what deadline;
            which deadline; the deadline for""",
            "wanneer; when",
            """aanvra*; aanvraag; vragen; vraag; indien*; regel*; begin*; start*; meld*; aangeven;
            aangifte; inschrijven; opsturen; doorgeven; verwittig*; binnen; klaar; ten laatste;
            uiterlijk; doe ik dat; doen we dat; apply; applied; file; filed; ask; begin; start;
            arrange; report; notify; submit; send; register; declare; at the latest; in place;
            do that; do it; ready""",
        ),
        frozenset({"by", "takes"}),
        exact=True,
    ),
    Aspect(
        "lasts",
        pattern(
            """hoe lang … geldig; hoelang … geldig; hoe lang geldt; hoe lang mag; hoe lang mogen;
            hoe lang kan; hoe lang kunnen; hoelang mag; hoelang kan; hoe lang blijf*;
            how long … valid; how long can; how long may; how long does … last; how long is it good;
            how long am i; how long are we"""
        ),
        frozenset({"lasts"}),
        exact=True,
    ),
    Aspect(
        "takes",
        pattern(
            """hoe lang; hoelang; hoeveel tijd; duurt … lang; how long; how much time; take long;
            takes long"""
        ),
        frozenset({"takes"}),
        exact=True,
    ),
    Aspect(
        "apply",
        pattern(
            """waar vraag*; waar … aanvra*; waar … vragen; bij wie; wie vraagt; wie moet; wie doet;
            wie dient; wie sluit; hoe vraag; hoe vragen; hoe … aanvra*; hoe kom ik aan;
            kom … daaraan; kom … eraan; komen … daaraan; komen … eraan; geraak* … aan;
            geraak* … daaraan; geraak* … eraan; raak* … aan; raak* … daaraan; raak* … eraan;
            waar haal*;
            waar krijg*; hoe krijg ik; hoe krijgen we; hoe krijgen wij;
            waar dien*; wie regelt; wie is verantwoordelijk; who applies; who files;
            who has to; who must; who should; who normally; who usually; who takes; who arranges;
            who is responsible; who do … ask; where … apply; how … apply; where … file;
            get hold of; where … get; how … come by; how … obtain; where … obtain;
            how do i get; how do we get"""
        ),
        frozenset({"apply"}),
        broad=True,
    ),
    Aspect(
        "cost",
        pattern(
            """hoeveel kost*; wat kost*; kost … veel; hoe duur; hoeveel is; hoeveel bedraagt;
            hoeveel procent; welk percentage; welk tarief; how much; what … cost*; does … cost;
            do … cost; cost me; cost us; costs me; costs us; cost much; cost a lot; cost anything;
            the cost of; price; which rate; what rate; what percentage"""
        ),
        frozenset({"cost"}),
        exact=True,
        owed=True,
    ),
    Aspect(
        "report",
        pattern(
            """melden; meld; aanmelden; aangeven; aan te geven; doorgeven; verwittig*; laten weten;
            zeggen; registreren; aanmelding; report; notify; announce; declare; register; tell them;
            tell anyone; tell anybody; tell someone; tell somebody; let them know; inform"""
        ),
        frozenset({"report"}),
    ),
    Aspect(
        "papers",
        pattern(
            """welke papieren; welke documenten; welk document; welk papier; welk papiertje;
            welk formulier; welke formulieren; welk attest; what papers; which papers; what paper;
            which paper; what form; which form; what document; which document; what documents;
            which documents; what paperwork"""
        ),
        frozenset({"papers"}),
        broad=True,
    ),
)

PAPERS = next(one.asked for one in ASPECTS if one.key == "papers")
"""Words that ask which papers are needed, for people or for goods."""


def aspect_of(part: Part) -> Aspect | None:
    """What a part asks of a rule, whichever that is; None where it asks nothing like that."""
    return aspect_in(part.asked)


def aspect_in(text: str) -> Aspect | None:
    """The same of any text."""
    return next((one for one in ASPECTS if one.asked.search(text)), None)
