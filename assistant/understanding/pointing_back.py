"""What points back in a question, replaced by what it points at."""

from __future__ import annotations

import re

from assistant.understanding.conversation import Subject
from assistant.understanding.slots import at_end
from assistant.words import words

_PREPOSITIONS = "voor|van|in|mee|over|bij|aan|uit|op|door|toe"
_ADVERB = re.compile(rf"\b(?:daar|hier|er)\s?(?P<preposition>{_PREPOSITIONS})\b", re.IGNORECASE)
_APART = re.compile(
    rf"\b(?:daar|er)\s(?P<between>[^,;?]{{2,40}}?)\s(?P<preposition>{_PREPOSITIONS})\b",
    re.IGNORECASE,
)
_STANDS_ALONE = {"mee": "met", "toe": "tot"}
_FINITE = (
    r"is|was|zijn|wordt|worden|kan|kunnen|mag|geldt|gelden|telt|werkt|loopt|bestaat|kost"
    r"|duurt|krijg|krijgt|krijgen|vraag|dien|doe|doet|heb|heeft|betaalt|dekt|gaat|komt|neem"
    r"|gebruik|combineer|combineren|ik|je|jij|we|wij|u|ge|men|iedereen|iemand|stad|organisatie"
    r"|are|were|does|did|do|can|could|may|must|will|would|should|get|gets|use|for|with|about|of"
    r"|combine|cover|covers|cost|costs|last|lasts|work|works|i|you|one"
)
_PRONOUN = re.compile(
    rf"\b(?:(?:{_FINITE})\s(?P<points>dat|die|dit|deze|het|hem|that|this|those|these)"
    r"|(?P<stands>it|they|them|he|she|hij|zij))\b(?=\s*(?:[?.!;,]|$)|\s(?P<next>[^\W\d_]+))",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(?<=\w)\s(?P<points>dat|die|dit|deze|that|this|those|these)(?=\W*$)")
_MODAL = re.compile(r"\b(?:moet|kan|mag|kunnen|mogen|moeten)\s(?:dat|die|dit)(?=\W*$)", re.I)
_ITS = re.compile(r"\bits\b(?=\s\w)", re.IGNORECASE)
_THERE = re.compile(
    r"\b(?:daar|(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)there)(?=\W*$|\s\w)|\ber(?=\s(?:de|het)\s)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her)\w{2,}(?:d|t|en)", re.IGNORECASE)
# What may follow a pronoun, where a noun would make it an article.
_MAY_FOLLOW = words("after-pronouns")
_ORGANISATION = "organisation"


def with_subject(question: str, subject: Subject, lang: str) -> str:
    """A question with what it is about put in: for the word that points at it, else at its end."""
    if found := for_pointer(question, subject, lang):
        return found
    at, for_ = ("bij", "voor") if lang == "nl" else ("at", "for")
    return at_end(question, f"{at if subject.kind == _ORGANISATION else for_} {subject.said}")


def for_pointer(question: str, subject: Subject, lang: str) -> str:
    """A question with what it is about put in for the word that points at it; empty without one."""
    said = subject.said
    for form in (_ADVERB, _APART):
        if match := form.search(question):
            preposition = match["preposition"].lower()
            between = f"{match['between']} " if form is _APART else ""
            put = f"{between}{_STANDS_ALONE.get(preposition, preposition)} {said}"
            return question[: match.start()] + put + question[match.end() :]
    if found := _pronoun(question):
        return question[: found[0]] + said + question[found[1] :]
    if _ITS.search(question):
        return _ITS.sub(f"{said}'s", question, count=1)
    if match := _THERE.search(question):
        at = "bij" if lang == "nl" else "at"
        return f"{question[: match.start()]}{at} {said}{question[match.end() :]}"
    return ""


def _pronoun(question: str) -> tuple[int, int] | None:
    """Where the pronoun stands that what a question is about may be put in for.

    Behind a comma it may well stand for the clause before ("I am no artist, is that allowed?"), and
    with "moet" or "kan" at the end for what is done.
    """
    first = question.split(",")[0]
    if _MODAL.search(question):
        return None
    for match in _PRONOUN.finditer(first):
        follows = (match["next"] or "").lower()
        group = "stands" if match["stands"] else "points"
        free = not follows or follows in _MAY_FOLLOW or _PARTICIPLE.fullmatch(follows)
        if match["stands"] or free:
            return match.span(group)
    last = _AT_END.search(first)
    return last.span("points") if last and first == question else None
