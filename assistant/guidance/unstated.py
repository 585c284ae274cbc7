"""Whether a statement of a fiche lacks just what is asked, though it has the words.

A statement is whole in itself: what is not in it is not beside it either.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answerability import done_by_name
from assistant.extracting.asked import Asked
from assistant.extracting.counting import countable
from assistant.extracting.dates import dates
from assistant.extracting.evidence import Weighed
from assistant.extracting.names import NameKind, names
from assistant.extracting.numbers import FigureKind, figures
from assistant.extracting.occasions import tells_term
from assistant.understanding import AnswerKind
from assistant.understanding.term_asked import term_asked

# How old a source is dates nothing that it says.
_SOURCE = re.compile(
    r"\((?=[^)]*\b(?:bron(?:nen)?|sources?|pagina|page|gids|guide|handboek|handbook|bericht|notice"
    r"|informatie|information)\b)[^)]*\)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\b(?:hoeveel|how many)\b", re.IGNORECASE)
_KNOWN = re.compile(r"\W*(?:wat wegwijs weet|what wegwijs knows)\b", re.IGNORECASE)
_OF_KNOWLEDGE = re.compile(
    r"\b(?:wegwijs|recent\w*|actueel|actuele|up[ -]to[ -]date|current|oud|old|bijgewerkt|updated"
    r"|informatie|information|gegevens|data)\b",
    re.IGNORECASE,
)
_BEST_OF = re.compile(
    r"\b(?:welke?|which)\b[^?]*?\b(?:is|zijn|are|was|kreeg|krijgt|kregen|krijgen|got|gets?|had|has"
    r"|heeft|hebben|trok|draws?|drew)\s(?:het|de|the)\s"
    r"(?:(?:\w{3,}(?:iest|est|ste))|(?:meest|minst)e?\s\w+|(?:most|least)\s\w+)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b\w{3,}(?:est|ste)\b|\b(?:most|least|meest\w*|minst\w*|main|top|enige|only)\b", re.IGNORECASE
)
# "Who is the representative at", and not "who is the grant for".
_ROLE = re.compile(
    r"\b(?:wie is|who(?: is|['’]s)) (?:de|het|the)\s(?:[\w'’-]+\s){1,2}?(?:van|bij|of|at)\s"
    r"(?:(?:de|het|the)\s)?(?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_KIND_AND_NAME = re.compile(r"\b(?P<kind>[a-zà-ÿ]{4,})\s(?P<name>[A-ZÀ-Þ][\w'’-]{2,})")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{3,}")


def unstated(asked: Asked, weighed: tuple[Weighed, ...], title_of: Callable[[str], str]) -> bool:
    """Whether the best statement tells no date, no number of things, nobody's name, nothing of what
    is the most so, or tells of another of that kind; or none has the name that is to be explained.
    """
    text = weighed[0].unit.passage.text
    if asked.kind in (AnswerKind.DATE, AnswerKind.OCCASION):
        return _dated_by_source(text) or _of_our_knowledge(asked.text, text)
    if asked.kind is AnswerKind.COUNT and countable(asked.attribute):
        return bool(_HOW_MANY.search(asked.text)) and _counts_nothing(text)
    if asked.kind is AnswerKind.PERSON:
        named = done_by_name(asked.text) or _ROLE.search(asked.text)
        return bool(named) and _names_nobody(asked, text)
    if _of_unknown_name(asked.text, weighed, title_of):
        return True
    return _of_the_best(asked, text) or _of_another(asked.text, text)


def _dated_by_source(text: str) -> bool:
    said = _SOURCE.sub(" ", text)
    return bool(dates(text)) and not dates(said) and not tells_term(said)


def _of_our_knowledge(question: str, text: str) -> bool:
    """Whether a statement tells of when our knowledge is, and it is not that which is asked."""
    return bool(_KNOWN.match(text)) and not _OF_KNOWLEDGE.search(question)


def _counts_nothing(text: str) -> bool:
    kinds = {figure.kind for figure in figures(text)}
    return bool(kinds) and not kinds & {FigureKind.COUNT, FigureKind.PERCENTAGE}


def _of_unknown_name(
    question: str, weighed: tuple[Weighed, ...], title_of: Callable[[str], str]
) -> bool:
    """Whether it is asked what something is that goes by a name of several words, and no statement
    has those."""
    term = term_asked(question)
    words = _CAPITAL.findall(term.term) if term and not term.told else []
    told = [f"{title_of(item.unit.passage.document)} {item.unit.passage.text}" for item in weighed]
    return len(words) > 1 and not any(all(word in text for word in words) for text in told)


def _names_nobody(asked: Asked, text: str) -> bool:
    """Whether a statement has no name of somebody, nor of an organisation, that is new."""
    return not any(
        name.kind in (NameKind.PERSON, NameKind.ORGANISATION)
        and name.surface.lower() not in asked.text.lower()
        for name in names(text)
    )


def _of_the_best(asked: Asked, text: str) -> bool:
    return bool(_BEST_OF.search(asked.text)) and not _SUPERLATIVE.search(text)


def _of_another(question: str, text: str) -> bool:
    """Whether a question names one of a kind ("canton Zürich"), and the statement another."""
    return any(
        match["name"] not in text
        and any(other["kind"] == match["kind"] for other in _KIND_AND_NAME.finditer(text))
        for match in _KIND_AND_NAME.finditer(question)
    )
