"""The yes, the no or the "it depends" that a question asks for, said before what decides it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from assistant.extracting.sentences import sentences
from assistant.guidance.advice import Line
from assistant.guidance.fitting import closeness, decides_for
from assistant.guidance.limits import Compared, Dimension, Quantity, breaks, compare
from assistant.guidance.scope import Scope
from assistant.guidance.wording import say
from assistant.guidance.words import pattern
from corpus.annotation import Annotation, Verdict, Who
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
_SUPPORTED: Who = "supported"
_DECIDING = ("stay", "fee")  # what decides which of several terms is somebody's
_FAR = 12  # times what is told from which a limit is too far off to be worth a word
_AND = {"nl": "en", "en": "and"}
# To be allowed to do something is to need no papers for it.
_PAPERS = frozenset({"visa"})
# A grant or a prize is no fee: what is said of fees gives no yes or no on it.
_TAX = "tax"
_OF_GRANT = pattern(
    "op die beurs; op de beurs; op mijn beurs; op een beurs; *toelage; residentiebeurs; stipendium;"
    " prijzengeld; *prijs; grant; grants; stipend; bursary; scholarship; prize; award"
)
_GIVEN = frozenset({"translation", "late"})  # whether one may apply
_SAID_BY_THEMSELVES = frozenset({"non-eu", "minor"})
# What a grant is not for: no yes stands above it.
_PAYS_NOT = re.compile(
    r"\b(?:betaalt|dekt|steunt|geldt)\s(?:[^,.;:]{0,60}\s)?(?:geen|niet|niets)\b|\bkrijg je geen\b"
    r"|\b(?:pays|covers) (?:no|nothing)\b"
    r"|\bdoes not (?:pay|cover|hold)\b|\byou get no\b",
    re.IGNORECASE,
)
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
    r"|nooit|either)\b|n't\b",
    re.IGNORECASE,
)
# Which of two, here or there, each or one for all: a yes would answer neither.
_EITHER = re.compile(
    r"(?:,\s?|\s)(?:"
    r"or\s+(?:(?:is|do|does|must|can)\s+(?:I|we|it)\s+)?(?:(?:just|only|is|does)\s+)?"
    r"(?:one|in|back|at home|home|here|there|together)"
    r"|(?:of|ofwel)\s+(?:(?:gewoon|maar|enkel|is|volstaat)\s+)?(?:één|eentje|hier|thuis|samen)"
    # "Weet je of daar ..." asks whether.
    r"|(?:in|bij|hier|thuis)\b[^.?!]*\s(?:of|ofwel)\s+(?:(?:gewoon|enkel)\s+)?(?:in|bij|daar|ginder)"
    r")\b",
    re.IGNORECASE,
)
# One for each country: whether one is needed at all is another question.
_EACH_COUNTRY = re.compile(
    r"\b(?:(?:for|in) (?:each|every|all)(?: of (?:the|these|those))?(?: \w+)? countr(?:y|ies)"
    r"|per (?:land|country)|(?:voor|in) (?:elk|ieder|al die|alle)(?: \w+)? land(?:en)?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!;])\s+")


def sense(text: str, need: str) -> Sense:
    """In which sense a text asks for a yes or a no about a need (a key of ``needs.yaml``): whether
    something is needed or given, or whether one may; empty when it does not."""
    things = _THINGS.get(need)
    sentences = _SENTENCE.split(text)
    for clause in (c for one in sentences if not _EITHER.search(one) for c in _clauses(one)):
        if _EACH_COUNTRY.search(clause):
            continue
        may = bool(_MAY.match(clause))
        if not (may or _WHETHER.match(clause)) or _OTHERWISE.search(clause):
            continue
        if need in _PAPERS and may:
            return "allowed"
        if things is not None and things.search(clause) and (not may or need in _GIVEN):
            return "needed"
    return ""


def conclusion(
    text: str,
    need: str,
    known: Iterable[Passage],
    scope: Scope,
    lang: str,
    quantities: Sequence[Quantity] = (),
) -> str:
    """The yes, no or "it depends" that the statements ``known`` on a need give to a question, in
    words; empty when it asks for none or they give none. Statements that are for others than who
    asks, or for people whom nobody said to be, are not asked, nor those with a limit that
    ``quantities`` go beyond; one with a limit that they keep to decides."""
    asked = sense(text, need)
    if not asked or (need == _TAX and _OF_GRANT.search(text)):
        return ""
    answering = [
        one for one in known if one.annotation.answer and decides_for(one.annotation, scope)
    ]
    kept = [one for one in answering if not beyond(one.text, quantities)]
    # Where all go beyond, what they would have answered says nothing.
    if answering and not kept:
        return ""
    deciding = tightest(kept, quantities) or kept
    fitting = [one.annotation for one in deciding if not _for_others(one.annotation, scope)]
    # What is said of non-Europeans, or of children, decides for them.
    own = [said for said in fitting if set(said.who) & set(scope.who) & _SAID_BY_THEMSELVES]
    found: set[Verdict] = {said.answer for said in own or fitting if said.answer}
    if not found:
        return ""
    verdict: Verdict = found.pop() if len(found) == 1 else "depends"
    return say(f"{asked if need in _PAPERS else 'needed'}-{verdict}", lang)


def beyond(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether what somebody tells goes beyond what a statement allows or exempts: more than the
    most of its first limits."""
    broken = breaks(quantities, text)
    return broken is not None and broken.limit.most


def tightest(known: Iterable[Passage], quantities: Sequence[Quantity]) -> tuple[Passage, ...]:
    """Of statements that allow or exempt up to some limit, those with the narrowest limit that what
    somebody tells keeps to: three weeks are a matter of "up to 30 days", not of "up to 3 months".
    Empty where nothing can be compared."""
    kept: list[tuple[float, Passage]] = []
    for passage in known:
        if beyond(passage.text, quantities):
            continue
        within = [
            one.limit.value / max(one.quantity.value, 1e-9)
            for one in compare(quantities, passage.text)
            if one.within and one.limit.most and one.limit.dimension in _DECIDING
        ]
        if within:
            kept.append((min(within), passage))
    least = min((share for share, _ in kept), default=0.0)
    return tuple(passage for share, passage in kept if share == least and share < _FAR)


def in_order(
    known: Iterable[Passage], quantities: Sequence[Quantity], *, answers: bool
) -> tuple[Passage, ...]:
    """Statements in the order of telling: first those whose limit is the one of who asks, last
    those with a wider one or for another age; where a yes or a no was said, those that ``answers``
    it before others, else as they stood."""
    every = tuple(known)
    first = tightest(every, quantities)

    def place(passage: Passage) -> tuple[bool, bool, bool]:
        wider = bool(first) and passage not in first and _reaches(passage, quantities)
        broken = breaks(quantities, passage.text)
        others = broken is not None and broken.limit.dimension == "age"
        return passage not in first, wider or others, answers and not passage.annotation.answer

    return tuple(sorted(every, key=place))


def _reaches(passage: Passage, quantities: Sequence[Quantity]) -> bool:
    """Whether a statement sets a term that somebody keeps to: beside a narrower one it is not
    theirs."""
    return any(
        one.within and one.limit.most and one.limit.dimension in _DECIDING
        for one in compare(quantities, passage.text)
    )


def measured(
    text: str, quantities: Sequence[Quantity], lang: str, settled: set[Dimension] | None = None
) -> str:
    """What somebody tells in numbers beside the limits of a statement, in a sentence for each thing
    told; empty where there is nothing to compare, or nothing near. What is ``settled`` by an
    earlier statement is passed over, and what this one settles is added to it."""
    told: dict[Quantity, list[str]] = {}
    before = frozenset(settled or ())
    for one in compare(quantities, text):
        if one.limit.most == one.within and one.limit.value > _FAR * one.quantity.value:
            continue
        if one.limit.dimension in before:
            continue
        if settled is not None and one.within:
            settled.add(one.limit.dimension)
        terms = told.setdefault(one.quantity, [])
        if (said := term(one, lang)) not in terms:
            terms.append(said)
    both = f" {_AND['nl' if lang == 'nl' else 'en']} "
    return " ".join(
        say("measured", lang, said=_said(quantity, lang), terms=both.join(terms))
        for quantity, terms in told.items()
    )


def _said(quantity: Quantity, lang: str) -> str:
    if quantity.dimension == "age":
        return say("measured-age", lang, years=f"{quantity.value:g}")
    return quantity.said


def misses(title: str, one: Compared, lang: str) -> str:
    """That a scheme does not fit, for a limit that is not kept to."""
    return say("grant-beyond", lang, title=title, said=_said(one.quantity, lang),
               term=term(one, lang))  # fmt: skip


def term(one: Compared, lang: str) -> str:
    """How what was told lies to one limit: "more than 30 days"."""
    limit = one.limit
    side = "most" if limit.most else "least"
    key = f"measured-{side}-{'open' if limit.open else 'shut'}-{'in' if one.within else 'out'}"
    said = say("measured-age", lang, years=limit.said) if limit.dimension == "age" else limit.said
    told = say(key, lang, limit=said)
    if limit.per_head and not one.quantity.per_head:
        told = say("measured-per-head", lang, term=told)
    return say("measured-a-year", lang, term=told) if limit.a_year and one.within else told


def introduction(
    grants: Sequence[Line], scope: Scope, text: str, lang: str, *, plainly: bool = True
) -> Iterator[Line]:
    """What stands before a list of grants: whether there are any, and who applies, when a text
    asks for a yes or a no and the first one surely fits what it is for; else, ``plainly``, that
    they fit. Nothing stands before none."""
    told = [one.passage for line in grants for one in line.statements]
    said = [one.annotation for one in told]
    if not said or _PAYS_NOT.search(sentences(told[0].text)[0].of(told[0].text)):
        return
    if grants[0].over:
        yield Line(say("grants-closed", lang))
    elif any(line.late for line in grants):
        if all(line.late for line in grants if line.statements):
            yield Line(say("grants-late", lang))
    elif _surely_fits(said[0], scope) and any(
        _MAY.match(one) or _WHETHER.match(one) for one in _clauses(text)
    ):
        yield Line(say("grants-others" if said[0].answer == "no" else "grants-yes", lang))
    elif plainly:
        planned = bool(scope.doing) and (not said[0].doing or set(said[0].doing) & set(scope.doing))
        yield Line(say("grants" if planned else "grants-maybe", lang))


def decides(line: Line, scope: Scope) -> bool:
    """Whether a statement is told that decides, as its editors say, and not for others only."""
    told = [said.passage.annotation for said in line.statements]
    return any(said.key and closeness(said, scope) >= 0 for said in told)


def step(
    told: Sequence[Line], scope: Scope, of_country: Callable[[Passage], bool], *, anyhow: bool
) -> list[Line]:
    """What one step of a plan tells of a need: its first line, and a second that decides as well,
    or ``anyhow``, for an exemption often comes there; no general rule that comes to what the line
    on the very country says."""
    second = told[1:2] if anyhow else [line for line in told[1:] if decides(line, scope)][:1]
    return [*told[:1], *(line for line in second if not _repeats(line, told[0], of_country))]


def _repeats(line: Line, first: Line, of_country: Callable[[Passage], bool]) -> bool:
    one, other = (
        {said.passage.annotation.answer for said in each.statements} for each in (line, first)
    )
    own, others = (
        any(of_country(said.passage) for said in each.statements) for each in (first, line)
    )
    return own and not others and one == other != {None}


def _surely_fits(said: Annotation, scope: Scope) -> bool:
    """Whether a grant is for what is planned and, if it is for some disciplines only, for one of
    those that are told: a yes above a grant of others is worse than none."""
    planned = not said.doing or bool(set(said.doing) & set(scope.doing))
    trade = not said.trades or bool(set(said.trades) & set(scope.disciplines))
    built_on = _SUPPORTED not in said.who or _SUPPORTED in scope.who  # other support, seldom told
    return bool(scope.doing) and planned and trade and built_on


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
