"""Which term a question asks to explain, in whatever frame it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.words import words
from indexing.analysis import stop_words
from indexing.tokenising import folded

_THING_EN = (
    r"(?:organi[sz]ation|institution|body|association|fund|network|project|program(?:me)?|thing)s?"
)
_THING_NL = (
    r"(?:organisaties?|instelling(?:en)?|vereniging(?:en)?|fonds(?:en)?|netwerk(?:en)?"
    r"|project(?:en)?|programma(?:['’]s)?|instrument(?:en)?|iets|ding(?:en)?)"
)
# What asks what something is, means or serves for. What stands between the halves of one that is
# split ("waar staat … voor", "leg … uit") is the term, so each half is a cue by itself.
_CUES = re.compile(
    rf"\b(?:what (?:kind|sort|type) of {_THING_EN} (?:is|are)"
    rf"|wat voor (?:een )?{_THING_NL} (?:is|zijn)"
    r"|what['’ ]?s\b|what (?:is|are|does|do|exactly is|on earth is)|what exactly"
    r"|wat (?:is|zijn|betekent|betekenen|doet|houdt|verstaa\w*|wordt|bedoel\w*|juist|precies)"
    r"|wa(?:t|d)? (?:is|zijn|betekent) d(?:a|at|ie|it|eze)|wa is|wat|what"
    r"|waar(?:voor|toe) (?:dient|dienen|is|staat|staan)|waar (?:staat|staan|is|dient)"
    r"|definiti(?:e|on)s?|define|defini(?:eer|ëren)|betekenis|meaning|means?|meant"
    r"|bedoeld|bedoel\w*|versta\w*|stands? for|explain(?:ed)?|explanation|uitleg(?:gen)?"
    r"|leg(?:t|gen)? (?:\w+ )?(?:eens |even )?|begrip|begrijp\w*|snap\w*"
    r"|(?:never|nooit)(?: \w+)? (?:heard|gehoord)|no idea|geen idee|(?:don['’]?t|do not) know"
    r"|(?:weet|ken|snap|begrijp)\b)|=\s*(?:\?|$)",
    re.IGNORECASE,
)
# Cues that stand in many other questions: alone they ask for nothing.
_WEAK = re.compile(
    r"^(?:wat|what|weet|ken|waar (?:is|staat|staan)|wat doet|what (?:do|does)|don.*know|do not know"
    r"|means?|leg.*)$",
    re.IGNORECASE,
)
_STRONG_ELSEWHERE = re.compile(
    r"\b(?:betekent|mean|stand for|uit\b|uitleg|voor\W*$|in\W*$|is|dat|da|niet|not|it|them)",
    re.IGNORECASE,
)
# Words that go with such a question without being what it is about.
_FILLERS = words("term-frame")
# A question that asks more than that, or what follows from something.
_ASKS_MORE = re.compile(
    r"\b(?:hoe|hoeveel|wanneer|wie|waarom|welke?|waarmee|how|when|who|whom|why|which|where)\b"
    r"|\b(?:betekent|mean) (?:dat|dit|het|that|this|it) (?:voor|for)\b"
    # "What is withheld from the fee", "what do I do with VAT": what is done, or is to be done.
    r"|\bwhat(?:['’]s| is| are| was| gets) (?:being |usually |normally )?(?:withheld|held back|kept"
    r"|taken|left|paid|due|owed|deducted|charged|covered|needed|required|allowed|expected)\b"
    r"|\bwhat (?:do|must|should|can|shall|would) (?:i|we) (?!mean|call)\w+"
    r"|\bwat (?:wordt|worden) er\b"
    # "Wat doet de belasting met dat geld", "what does customs do with it".
    r"|\b(?:wat doet|wat doen|what does|what do)\s.+\s(?:met|with|to)\s",
    re.IGNORECASE,
)
# A general noun behind a name ("the A1 form") belongs to no term.
_GENERAL = words("general-nouns")
_CLAUSE = re.compile(r"\s+[-–—]\s+|[.;:!?](?:\s+|$)|,\s+|\s(?=(?:maar|but)\s)")
_NOISE = re.compile(
    r"\W*(?:help|please|thanks|thank you|bedankt|merci|dank je|hallo|hello|hi|hoi|dag)?\W*$", re.I
)
_POINTS = re.compile(r"\b(?:dat|da|dit|die|deze|that|it|this|these|those|they)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w'’.+&/-]*[^\W_]|[^\W_]", re.UNICODE)
_MOST = 6  # words of a term
_EMPTY = stop_words("nl") | stop_words("en")


@dataclass(frozen=True, slots=True)
class TermAsked:
    """``term`` as it is written, with a general noun behind it in ``whole``; when the question only
    points back ("…, what is that?"), ``told`` is the text that it points to. One that is
    ``definite`` may as well ask which one it is ("what is the deadline")."""

    term: str = ""
    whole: str = ""
    told: str = ""
    definite: bool = False


def term_asked(text: str) -> TermAsked | None:
    """The term that a question asks to explain and nothing else; None for another question."""
    plain = " ".join(text.replace("’", "'").split())
    clauses = [clause for clause in _CLAUSE.split(plain) if clause and not _NOISE.match(clause)]
    if not any(_cued(clause) for clause in clauses):
        return None
    if _ASKS_MORE.search(plain):
        return None
    own = [(clause, _content(clause)) for clause in clauses]
    asking = [(clause, rest) for clause, rest in own if _cued(clause)]
    others = [clause for clause, rest in own if rest and not _cued(clause)]
    named = [rest for _, rest in asking if rest]
    if not named and others and any(_POINTS.search(clause) for clause, _ in asking):
        left = [_content(clause) for clause in others]
        # "A1: what is that?" has nothing beside the term; a story has.
        if len(left) == 1 and len(left[0]) <= _MOST and _together(others[0], left[0]):
            return _term(others[0], left[0], told=others[0])
        return TermAsked(told=" . ".join(others))
    if len(named) != 1 or others:
        return None
    clause = next(clause for clause, rest in asking if rest)
    if len(named[0]) > _MOST or not _together(clause, named[0]):
        return None
    return _term(clause, named[0])


def _cued(clause: str) -> bool:
    found = [match.group().strip() for match in _CUES.finditer(clause)]
    if not found:
        return False
    return any(not _WEAK.match(cue) for cue in found) or bool(
        _STRONG_ELSEWHERE.search(_CUES.sub(" ", clause, count=1))
    )


def _content(clause: str) -> list[str]:
    """The words that are no frame, in order."""
    left = _CUES.sub(" ", clause)
    return [
        word
        for word in _WORD.findall(left)
        if folded(word) not in _FILLERS
        and (folded(word) not in _EMPTY or (word.isupper() and len(word) > 1))
    ]


def _together(clause: str, content: list[str]) -> bool:
    """Whether the words stand beside each other, but for small words between ("Arts of Europe")."""
    start = clause.find(content[0])
    end = clause.rfind(content[-1]) + len(content[-1])
    between = [word for word in _WORD.findall(clause[start:end]) if word not in content]
    return start < end and len(between) <= 2 and not _CUES.search(clause[start:end])


def _term(clause: str, content: list[str], told: str = "") -> TermAsked:
    start = clause.find(content[0])
    whole = clause[start : clause.rfind(content[-1]) + len(content[-1])]
    general = len(content) > 1 and folded(content[-1]) in _GENERAL
    kept = content[:-1] if general else content
    if kept[0] not in clause:
        return TermAsked(told=told)
    term = clause[clause.find(kept[0]) : clause.rfind(kept[-1]) + len(kept[-1])]
    definite = bool(re.search(r"\b(?:is|are|zijn) (?:de|het|the) $", clause[: clause.find(term)]))
    return TermAsked(term, whole, told, definite)
