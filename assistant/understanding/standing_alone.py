"""Whether a question says everything by itself, or points back at what was said before it."""

from __future__ import annotations

import re

from assistant.extracting.names import Name, NameKind, names
from assistant.understanding import leaning
from assistant.understanding.carrying import content_size, is_name
from assistant.understanding.phrasing import content_words
from assistant.words import words
from indexing.tokenising import folded, tokens

_ASKING = (
    r"(?:wie|wat|waar|wanneer|waarom|hoe|hoeveel|welke?|who|what|where|when|why|how|which|is|zijn"
    r"|kan|mag|moet|heb|heeft|krijg|krijgt|bestaat|geldt|kost|duurt|can|may|must|do|does|are|has|have)"
)
_PREPOSITION = r"(?:met|van|voor|in|tegen|sinds|bij|op|aan|uit|naar|to|for|with|by|from|since|of)"
_CLAUSE = re.compile(
    r"(?<=[.!?;:])\s+|,\s+(?:(?:en|and|maar|but|of|or)\s+)?(?=[^\W\d_])"
    rf"|\s+(?:en|and|maar|but|of|or)\s+(?=(?:{_PREPOSITION}\s+)?{_ASKING}\b)"
    r"|\s(?=(?:als|if|when|omdat|because)\s)",
    re.IGNORECASE,
)
_OF_A_NOUN = (
    r"(?:een|de|het|geen|elke?|iedere?|alle|mijn|onze?|an?|the|any|every|some|no|all|my|our"
    r"|iemand|iets|alles|someone|something|anyone|anything|everyone|people"
    r"|\d+|twee|drie|vier|vijf|zes|two|three|four|five|six)"
)
_VERB_OR_SUBJECT = (
    r"(?:is|zijn|was|waren|kan|kunnen|mag|moet|moeten|wordt|worden|heeft|hebben|krijg\w*|doe\w*"
    r"|are|were|can|do|does|did|must|may|has|have|will|would|should|ik|je|jij|we|wij|u|ge|i|you)"
)
_POINTER = r"(?:die|dat|deze|dit|that|this|those|these)"
_ON = r"(?:ook|also|too|as well|dan|then)"
# Words that look as if they point back, where they do not.
_INNER = tuple(
    re.compile(form, flags)
    for form, flags in (
        # This year.
        (
            r"\b(?:dit|deze|this)\s(?:jaar|maand|week|zomer|winter|seizoen|year|month|summer"
            r"|season)\b",
            re.IGNORECASE,
        ),
        # There is, there are.
        (
            r"\b(?:is|are|was|were|be|been)(?:n't)?\sthere\b"
            r"|\bthere(?:'s|\s(?:is|are|was|were|will|has|have|exists?))\b",
            re.IGNORECASE,
        ),
        # Says that, hears that: what follows is a clause of its own.
        (
            r"\b(?:dat|that)\s(?=(?:de|het|een|ik|je|jij|u|we|wij|ge|men|er|mijn|onze?|the|an?|i"
            r"|you|we|they|there|my|our)\s)",
            re.IGNORECASE,
        ),
        # A band that plays abroad.
        (
            rf"\b{_OF_A_NOUN}\s(?:(?!{_VERB_OR_SUBJECT}\b)[\w'’-]+\s){{0,3}}(?:die|dat|that|who)"
            rf"\b(?!\W*$|\s(?:{_ON}|niet|wel|nog|zelf|not)\b)",
            re.IGNORECASE,
        ),
        # That treaty of 1995, this report on the arts, that Econopolis report.
        (
            rf"\b{_POINTER}\s(?:[\w'’-]+\s){{1,2}}(?:van|over|rond|tussen|of|about|on|between"
            r"|from)\s\w",
            re.IGNORECASE,
        ),
        (rf"\b(?i:{_POINTER})\s(?:[\w'’-]+e\s)?[\w-]*[A-Z][\w-]*", 0),
        # The first steps, another country, the same language: said of anything.
        (
            r"\b(?:eerste|tweede|derde|laatste|andere|diezelfde|dezelfde|hetzelfde|first|second"
            r"|third|last|others?|same|former)\s[^\W\d_]{3,}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:can|does|may|should|must|if|how)\sone\b|\bone(?:\sof|\s[^\W\d_]{3,})",
            re.IGNORECASE,
        ),
        # It is hard to.
        (
            r"\b(?:it|het)\s(?:\w+\s)?[^\W\d_]{4,}\s(?:for|to|that|om|dat|voor)\s(?=\w)",
            re.IGNORECASE,
        ),
        # Its own, to show its work: of what the clause is about.
        (
            r"\b(?:its|their|his|her|hun|haar)\s(?:own|eigen)\b"
            r"|\b(?:to\s\w+|om)\s(?:its|their|his|her|hun|haar)\b",
            re.IGNORECASE,
        ),
    )
)
# People in general ("wat vragen ze ...").
_PEOPLE = re.compile(r"\b(?:ze|zij|they|them)\b", re.IGNORECASE)
_BEHIND = re.compile(rf"\b{_PREPOSITION}\s(?:de\s|het\s|the\s)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:van|of)\s(?:de\s|het\s|the\s)?$", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:its|their|hun)(?=\s\w)", re.IGNORECASE)
_WHO = 2  # content words of which one is who or what owns something
_GOES_ON = re.compile(rf"\b{_ON}\b", re.IGNORECASE)
_CAPITAL_INSIDE = re.compile(r"\b[a-z]+[A-Z]\w*")  # written as only names are
_A_LITTLE = 3  # content words up to which a clause may only tell who asks
_DEFINES = re.compile(
    r"^\W*(?:wat|what)(?:'s|\s(?:is|are|zijn|betekent|betekenen|means?|does))\s"
    r"(?!(?:de|het|the|er|die|dat|deze|dit|dan|hun|jouw|it|they|that|this|these|those|their|its"
    r"|there|your?)\b)[\w'’-]{3,}|^\W*(?:wat|what)(?:'s|\s(?:is|are|zijn))\s(?:een|an?)\s\w",
    re.IGNORECASE,
)


def points_back(question: str, *, people: bool = False) -> bool:
    """Whether something in a question stands for what was said before it, and not for what the
    question itself has told; ``people`` takes "they" for people in general."""
    told = ""
    for clause in _CLAUSE.split(question):
        if not clause or not clause.strip():
            continue
        said = content_size(told)
        within = said > _A_LITTLE or (said and not _GOES_ON.search(clause))
        if not within and _points(clause, people=people):
            return True
        told = f"{told} {clause}"
    return False


def without_people(question: str) -> str:
    """A question without "they" for people in general."""
    return _PEOPLE.sub(" ", question)


def goes_on(question: str) -> bool:
    """Whether a question says that it goes on from what was said ("also", "dan")."""
    return bool(_GOES_ON.search(question))


def defines(question: str) -> bool:
    """Whether a question asks what something is."""
    return bool(_DEFINES.match(question))


def says_what(question: str) -> bool:
    """Whether a question names what it asks of, or asks what something is. A place behind a
    preposition only tells where ("in Duitsland")."""
    if defines(question) or _CAPITAL_INSIDE.search(question):
        return True
    return any(name.start and _is_asked_of(name, question) for name in names(question))


def asks_of_name(question: str) -> bool:
    """Whether a question says what it asks of what it names ("hoeveel leden zitten er in
    Tentbureau"): "hoeveel telt Tentbureau" leaves out of what."""
    named = {
        folded(token)
        for name in names(question)
        if name.start and is_name(name.surface)
        for token in tokens(name.surface)
    }
    return bool(named) and bool(content_words(question) - named - words("frame"))


def _is_asked_of(name: Name, question: str) -> bool:
    if name.kind is not NameKind.PLACE and is_name(name.surface):
        return len(name.surface) > 1
    before, after = question[: name.start], question[name.end :]
    return bool(_OF.search(before)) or not (after.strip(" ?!.") or _BEHIND.search(before))


def _points(clause: str, *, people: bool) -> bool:
    for form in _INNER:
        clause = form.sub(" ", clause)
    if people:
        clause = _PEOPLE.sub(" ", clause)
    owned = _THEIRS.search(clause)
    if owned and _tells_whose(clause[: owned.start()]):
        clause = clause[: owned.start()] + clause[owned.end() :]
    return bool(leaning.ANAPHORA.search(clause) or leaning.HET.search(clause))


def _tells_whose(before: str) -> bool:
    """Whether the words before "their" say whose it is."""
    return content_size(before) >= _WHO or any(is_name(name.surface) for name in names(before))
