"""Figures that a statement itself says are no longer, or not, those of the thing it is about.

"At most 7,000 euro for the predecessor of the grant; those figures are not current": who asks what
the grant pays now is told nothing by such a figure, and who claims it is not confirmed by it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.extracting.evidence import Unit
from assistant.extracting.sentences import sentences

_STEM = 3  # letters of a name that is looked for in a question
_CAPITAL = re.compile(r"\b[^\W\d_]*[A-ZÀ-Þ][\w'’-]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# Where a statement turns from what was to what is, or the other way round.
_CLAUSE = re.compile(
    r"[;:]\s|(?<!\bdat)(?<!\bdie)(?<!\bthat)(?<!\bwhich),?\s(?=(?:maar|terwijl|tegenover|but|while|whereas|nu|now|vandaag|today|intussen"
    r"|inmiddels|sindsdien|nowadays|currently)\b)",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[;:,]\s|,?\s(?=(?:en|and)\s)", re.IGNORECASE)
_BACK = re.compile(
    r"\W*(?:(?:en|and|maar|but|ook|also|al|all|dus|so|zowel|allebei|both(?:\sof)?)\s){0,2}"
    r"(?:those|these|that|this|they|it|both|die|deze|dat|dit|ze|beide|zulke|such|which|wat"
    r"|(?:een|an?)\s\w+\s(?:dat|die|which|that))\b",
    re.IGNORECASE,
)
# "Die cijfers gelden niet als ...", "those are not today's", "a rate that no longer applies".
_FIGURES = (
    r"(?:figures?|amounts?|numbers?|rates?|prices?|fees?|percentages?|rules?|terms|cijfers?"
    r"|bedrag(?:en)?|getal(?:len)?|aantal(?:len)?|tari(?:ef|even)|prij(?:s|zen)|regels?|gegevens)"
)
_NOW = (
    r"(?=\s*(?:[.,;:]|\Z|any\s?more\b|any\slonger\b|now\b|today\b|as\s(?:the\s)?"
    r"(?:current|present|today)|(?:for|to)\s(?:the\s)?(?:current|present|today)))"
)
_NOT_NOW = re.compile(
    r"\b(?:is|are|was|were)(?:\snot|n['’]t)\s(?:\w+\s){0,2}?(?:current|today['’]s|up[ -]to[ -]date"
    r"|the\spresent\s\w+)\b"
    rf"|\b(?:is|are)(?:\snot|n['’]t)\s(?:valid|in\sforce){_NOW}"
    r"|\bno\slonger\s(?:\w+\s)?(?:current|valid|true|right|correct|in\s(?:force|use)|appl\w+|holds?"
    r"|counts?|stands?|used)\b"
    rf"|\b(?:do|does)(?:\snot|n['’]t)\s(?:hold|apply|count|stand){_NOW}"
    r"|\bgeld(?:t|en)\s(?:(?:dus|nu|intussen|inmiddels|vandaag|ook)\s)*niet\s(?:langer|meer|nu"
    r"|vandaag|(?:(?:als|voor)\s)?(?:(?:de|het)\s)?huidige?)\b"
    r"|\bgeld(?:t|en)\s(?:nu\s)?niet(?=\s*(?:[.,;]|\Z))"
    r"|\b(?:klop(?:t|pen)|tel(?:t|len))\s(?:(?:dus|nu|intussen|inmiddels)\s)*niet\s(?:langer|meer)\b"
    r"|\b(?:is|zijn)\s(?:(?:dus|nu|intussen|inmiddels)\s)*niet\s(?:(?:langer|meer)\s)?"
    r"(?:(?:de|het|die|dat)\s)?(?:huidige?|actueel|actuele|geldig\smeer|van\s(?:nu|vandaag))\b"
    r"|\b(?:is|zijn)\s(?:niet\s(?:meer|langer)\s(?:geldig|van\s(?:kracht|toepassing)|juist|correct))\b"
    r"|\bniet\s(?:meer|langer)\s(?:\w+\s)?(?:geld(?:t|en|ig)|klop(?:t|pen)|van\stoepassing|actueel)"
    rf"|\b{_FIGURES}\s(?:is|are|zijn)\s(?:\w+\s)?(?:old|outdated|out\sof\sdate|obsolete|superseded"
    r"|oud|verouderd|achterhaald|vervallen|gedateerd)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:als|indien|zodra|wie|wanneer|tenzij|if|once|when|unless|whoever)\s", re.IGNORECASE
)
_PREDECESSOR = re.compile(
    r"\b(?:voorgangers?|voorlopers?|predecessors?|forerunners?|precursors?)\b"
    r"(?:\s(?:van|of|to)\s(?P<heir>[^.,;:()]{2,60}))?",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?P<one>[^.,;:()]+?)\s(?:is|was|were|zijn|waren)\s(?:de|het|the|a|een)\s\Z", re.IGNORECASE
)
_RULE = (
    r"(?:regel(?:s|ing(?:en)?)?|decreet|reglement|tari(?:ef|even)|bedrag(?:en)?|stelsel|wet|drempel"
    r"|grens|rates?|amounts?|rules?|decree|scheme|fees?|prices?|thresholds?|limits?|law|regime)\b"
)
_FORMER = re.compile(
    rf"\b(?:formerly|voorheen|vroeger|destijds|used\sto)\b"
    rf"|\b(?:vroegere?|voormalige?|oude|former|old|previous|earlier)\s(?:\w+\s)?{_RULE}"
    r"|\bpreviously\s(?:was|were|cost|paid|gave)\b|\b(?:was|were|cost|paid|gave)\spreviously\b",
    re.IGNORECASE,
)
_RIGHT_AFTER = re.compile(
    r"\b(?:no\slonger|niet\s(?:meer|langer)|instead\sof|rather\sthan|in\splaats\svan)\s"
    r"(?:the\s|de\s|het\s)?(?:EUR\s|€\s?)?\d[\d.,]*",
    re.IGNORECASE,
)
_ASKS_PAST = re.compile(
    r"\b(?:was|were|waren|bedroeg(?:en)?|kostte[n]?|kreeg|kregen|gold(?:en)?|did|had|gaf|gaven"
    r"|betaalde[n]?|paid|gave|toen|vroegere?|voorheen|destijds|eerder|vorige?|voormalige?"
    r"|former(?:ly)?|previous(?:ly)?|used\sto|earlier)\b",
    re.IGNORECASE,
)

Span = tuple[int, int]


def of_before(question: str, text: str, start: int) -> bool:
    """Whether what begins at ``text[start]`` is said in ``text`` to be of before, or of what came
    before, and ``question`` (or a claim) is about what is there now."""
    return any(begin <= start < end for begin, end in _spans(question, text))


def with_sequel(unit: Unit) -> str:
    """A sentence and the one behind it, which may take it back; offsets as in ``unit.text``."""
    if unit.table is not None:
        return unit.text
    rest = unit.passage.text[unit.end :]
    following = sentences(rest)
    end = following[0].end if following else 0
    return unit.text + rest[:end]


@lru_cache(maxsize=512)
def _spans(question: str, text: str) -> tuple[Span, ...]:
    if set(_YEAR.findall(question)) & set(_YEAR.findall(text)):
        return ()
    spans = list(_of_predecessors(question, text))
    if not _ASKS_PAST.search(question):
        spans += _taken_back(text)
        spans += _former(text)
        spans += [match.span() for match in _RIGHT_AFTER.finditer(text)]
    return tuple(spans)


def _taken_back(text: str) -> list[Span]:
    """What stands before "those figures no longer hold": back to the beginning of the sentence, or
    of the one before it; of "a rate of 3 % that no longer applies" that clause."""
    found: list[Span] = []
    before = 0
    for sentence in sentences(text):
        for match in _NOT_NOW.finditer(text, sentence.start, sentence.end):
            if _CONDITION.search(text, sentence.start, match.start()):
                continue  # it holds for others
            clause = _begin(_CLAUSE, text, sentence.start, match.start())
            piece = _begin(_PIECE, text, clause, match.start())
            begin = clause
            if _BACK.match(text, clause) or _BACK.match(text, piece):
                begin = before if clause == sentence.start == piece else sentence.start
            found.append((begin, match.start()))
        before = sentence.start
    return found


def _of_predecessors(question: str, text: str) -> list[Span]:
    """What is said of the predecessor of what is asked about."""
    if _PREDECESSOR.search(question):
        return []
    found: list[Span] = []
    for sentence in sentences(text):
        for match in _PREDECESSOR.finditer(text, sentence.start, sentence.end):
            clause = _begin(_CLAUSE, text, sentence.start, match.start())
            begin = _begin(_PIECE, text, clause, match.start())
            itself = _IS.search(text[begin : match.start()])
            if itself and _named(itself["one"], question):
                continue  # the question is about the predecessor
            if match["heir"] and not _named(match["heir"], question):
                continue  # of something else that the question does not name
            turn = _CLAUSE.search(text, match.end(), sentence.end)
            found.append((begin, turn.start() if turn else sentence.end))
    return found


def _former(text: str) -> list[Span]:
    found: list[Span] = []
    for sentence in sentences(text):
        for match in _FORMER.finditer(text, sentence.start, sentence.end):
            clause = _begin(_CLAUSE, text, sentence.start, match.start())
            begin = _begin(_PIECE, text, clause, match.start())
            ends = [
                turn.start()
                for turn in (
                    _CLAUSE.search(text, match.end(), sentence.end),
                    _PIECE.search(text, match.end(), sentence.end),
                )
                if turn
            ]
            found.append((begin, min(ends, default=sentence.end)))
    return found


def _begin(boundary: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the part of ``text[start:end]`` begins that runs on to its end."""
    return max((match.end() for match in boundary.finditer(text, start, end)), default=start)


def _named(name: str, question: str) -> bool:
    """Whether a question has a name: a word of it with a capital, else any longer word."""
    words = _CAPITAL.findall(name) or [w for w in _WORD.findall(name) if len(w) > _STEM]
    asked = {word.lower() for word in _WORD.findall(question)}
    return any(word.lower() in asked for word in words)
