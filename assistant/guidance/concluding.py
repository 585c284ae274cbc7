"""The yes, the no or the "it depends" that a question asks for, said before what decides it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from assistant.guidance.advice import Line
from assistant.guidance.scope import Scope
from assistant.guidance.wording import say
from assistant.guidance.words import pattern
from corpus.annotation import Annotation, Verdict
from indexing.passage import Passage

Sense = Literal["", "needed", "allowed"]

# What a yes or a no is about, by the key of a need: other words of a need ask for more than that.
_THINGS = {
    "visa": pattern(
        "visum; visa; visums; visas; *vergunning; *vergunningen; *toelating; permit; permits;"
        " papieren; paperwork; paspoort; passport; zomaar; meekomen; mee naar"
    ),
    "social-security": pattern("a1; a1-*; e101"),
    "tax": pattern(
        "*belasting; *belastingen; belast; *heffing; *voorheffing; inhoud*; ingehouden; houden;"
        " houdt; tax; taxes; taxed; withhold*; withheld; keep part; take off; taken off; keep some"
    ),
    "vat": pattern("btw; btw-*; vat"),
    "customs": pattern(
        "carnet*; douane*; invoerrecht*; *papieren; aangeven; customs; duties; duty; papers;"
        " declare"
    ),
    "late": pattern("te laat; nog; op tijd; too late; still; in time"),
    "translation": pattern("aanvra*; vraag … aan; krijg*; *subsidie; apply*; get; grant; grants"),
}
# To be allowed to do something is to need no papers for it.
_PAPERS = frozenset({"visa"})
_GIVEN = frozenset({"translation", "late"})  # whether one may apply
_SAID_BY_THEMSELVES = frozenset({"non-eu", "minor"})
_LEADING = re.compile(
    r"^\W*(?:(?:en|and|maar|but|dus|so|of|or|dan|then|ook|also|hi|hoi|hello|hallo|dag|please"
    r"|eigenlijk|actually)\b\W*)*",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"(?<=[.;:?!,])\s+|\s+-+\s+"
    r"|\s+(?=(?:en|and|maar|but|of|or)\s(?:moet\w*|mag|mogen|kan|kunnen|heb\w*|is|zijn|houd\w*|do|does"
    r"|can|may|must|is|are|will|should)\b)",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"(?:mag|mogen|kan|kunnen|can|could|may|might)\b|(?:am|are|is)\b[^.?!]*\ballowed\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"(?:moet|moeten|hoef\w*|heb|hebben|heeft|houd|houdt|houden|betaal|betaalt|betalen|gaat|gaan"
    r"|word|wordt|worden|komt|zal|zullen|is|zijn|bestaat|bestaan|krijg\w*|rekent|geldt"
    r"|do|does|will|would|should|must|are|is|am|shall|have|need|any)\b",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"\b(?:of|if|whether)\s+(?=(?:ik|we|wij|ze|zij|hij|i|they|he|she|onze|mijn|my|our|er|there|dat)\b)",
    re.IGNORECASE,
)
# Another question than whether: twice, here or there, or the other way round.
_OTHERWISE = re.compile(
    r"\b(?:geldt dat|does that|does it|zelf|myself|ourselves|twice"
    r"|double|dubbel\w*|twee keer|tweemaal|geen|niet|not|never"
    r"|nooit|hier of|daar of|here or|there or|or just|either)\b|n't\b",
    re.IGNORECASE,
)


def sense(text: str, need: str) -> Sense:
    """In which sense a text asks for a yes or a no about a need (a key of ``needs.yaml``): whether
    something is needed or given, or whether one may; empty when it does not."""
    things = _THINGS.get(need)
    for clause in _clauses(text):
        may = bool(_MAY.match(clause))
        if not (may or _WHETHER.match(clause)) or _OTHERWISE.search(clause):
            continue
        if need in _PAPERS and may:
            return "allowed"
        if things is not None and things.search(clause) and (not may or need in _GIVEN):
            return "needed"
    return ""


def conclusion(text: str, need: str, known: Iterable[Passage], scope: Scope, lang: str) -> str:
    """The yes, no or "it depends" that the statements ``known`` on a need give to a question, in
    words; empty when it asks for none or they give none. Statements that are for people whom
    nobody said to be are not asked."""
    asked = sense(text, need)
    if not asked:
        return ""
    answering = [one.annotation for one in known if one.annotation.answer]
    fitting = [said for said in answering if not _for_others(said, scope)]
    # What is said of non-Europeans, or of children, decides for them.
    own = [said for said in fitting if set(said.who) & set(scope.who) & _SAID_BY_THEMSELVES]
    found: set[Verdict] = {said.answer for said in own or fitting if said.answer}
    if not found:
        return ""
    verdict: Verdict = found.pop() if len(found) == 1 else "depends"
    return say(f"{asked if need in _PAPERS else 'needed'}-{verdict}", lang)


def introduction(
    grants: Sequence[Line], scope: Scope, text: str, lang: str, *, plainly: bool = True
) -> Iterator[Line]:
    """What stands before a list of grants: whether there are any, and who applies, when a text
    asks for a yes or a no and the first one surely fits what it is for; else, ``plainly``, that
    they fit. Nothing stands before none."""
    said = [one.passage.annotation for line in grants for one in line.statements]
    if not said:
        return
    if any(line.over for line in grants):
        yield Line(say("grants-closed", lang))
    elif _surely_fits(said[0], scope) and any(
        _MAY.match(one) or _WHETHER.match(one) for one in _clauses(text)
    ):
        yield Line(say("grants-others" if said[0].answer == "no" else "grants-yes", lang))
    elif plainly:
        yield Line(say("grants", lang))


def _surely_fits(said: Annotation, scope: Scope) -> bool:
    """Whether a grant is for what is planned and, if it is for some disciplines only, for one of
    those that are told: a yes above a grant of others is worse than none."""
    planned = not said.doing or bool(set(said.doing) & set(scope.doing))
    trade = not said.trades or bool(set(said.trades) & set(scope.disciplines))
    return bool(scope.doing) and planned and trade


def _for_others(said: Annotation, scope: Scope) -> bool:
    """Whether a statement is only for people that nobody takes anyone for who does not say so."""
    return bool(said.who) and set(said.who) <= _SAID_BY_THEMSELVES - set(scope.who)


def _clauses(text: str) -> list[str]:
    """The clauses of a text without the words that lead them in; those that tell indirectly what
    is asked begin where the question does."""
    found = []
    for clause in _CLAUSES.split(text):
        match = _INDIRECT.search(clause)
        found.append(_LEADING.sub("", clause))
        if match:
            found.append(_turned(clause[match.end() :]))
    return [clause for clause in found if clause]


def _turned(clause: str) -> str:
    """An indirect question as a direct one: its verb first."""
    match = re.search(rf"\b(?:{_MAY.pattern}|{_WHETHER.pattern})", clause, re.IGNORECASE)
    return clause if match is None else f"{match.group()} {clause}"
