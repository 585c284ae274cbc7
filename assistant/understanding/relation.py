"""What a question wants to know of two figures or dates together: their difference, which is more,
which came first, what they make together."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.understanding.answer_kind import AnswerKind, secondary_kinds
from assistant.understanding.carrying import content_size


class Relation(StrEnum):
    """How two are set against each other."""

    DIFFERENCE = "difference"
    ORDER = "order"
    TIME = "time"
    TOTAL = "total"


_MORE = (
    r"(?:meer|meest|minder|minst|hoger|hoogst|lager|laagst|groter|grootst|kleiner|kleinst|langer"
    r"|langst|korter|kortst|zwaarder|duurder|goedkoper|sneller|more|most|fewer|fewest|less|least"
    r"|higher|highest|lower|lowest|larger|largest|bigger|biggest|smaller|smallest|greater|longer"
    r"|longest|shorter|cheaper)e?"
)
_SOONER = (
    r"(?:eerst(?!e\b)|eerder|later|laatst|ouder|oudst|jonger|recenter|recentst|nieuwer|first|earlier"
    r"|earliest|latest|older|oldest|newer|newest|sooner|more\srecent)e?"
)
_WHICH = r"(?:welke?|wat|wie|waar|which|what|who|whose|where)"
_FORMS = (
    (
        Relation.TOTAL,
        r"\b(?:in\stotaal|samengeteld|opgeteld|bij\selkaar(?:\sgeteld)?|in\stotal|altogether"
        r"|combined|added\s(?:up|together)|optelsom|the\ssum\sof|put\stogether)\b"
        r"|\b(?:samen|together)\W*$|\b(?:en|and)\s(?:samen|together)\b"
        r"|^\W*(?:tel|reken|add|sum)\b[^?]*\b(?:op|samen|up|together|bij\selkaar)\b|^\W*add\s",
    ),
    (
        Relation.DIFFERENCE,
        rf"\bhet\sverschil\b|\bthe\s(?:difference|gap)\b|\bverschillen\b[^?]*\bvan\selkaar\b"
        rf"|\b(?:hoeveel|how\s(?:many|much))\s(?:\w+\s)?{_MORE}\b"
        rf"|\b(?:hoeveel|how\smany)\s(?:jaar|years)\b[^?]*\b(?:tussen|between|apart|later|earlier"
        rf"|eerder|ouder|older|newer|jonger)\b"
        rf"|\b(?:procentpunt(?:en)?|percentage\spoints?)\b|\bfar\sapart\b|\buit\selkaar\b"
        rf"|\bby\show\s(?:many|much)\b[^?]*\b(?:than|exceed|outnumber|differ)\w*",
    ),
    (
        Relation.TIME,
        rf"\b{_WHICH}\b[^?]*\b{_SOONER}\b|\b(?:before\sor\safter|voor\sof\sna)\b"
        rf"|^\W*(?:is|was|werd|are|were|zijn|waren)\b[^?]*\b{_SOONER}\s(?:than|dan)\b",
    ),
    (
        Relation.ORDER,
        rf"\b{_WHICH}\b[^?]*\b{_MORE}\b"
        rf"|^\W*(?:is|was|are|were|zijn|waren|ligt|lag|heeft|hebben|has|have|telt|tellen|krijgt|gets?)"
        rf"\b[^?]*\b{_MORE}\b[^?]*\b(?:than|dan)\b",
    ),
)  # fmt: skip
_COMPILED = tuple((relation, re.compile(form, re.IGNORECASE)) for relation, form in _FORMS)
_COUNTS = re.compile(
    r"\b(?:meer|meest|minder|minst|groter|grootst|kleiner|kleinst|more|most|fewer|fewest|larger"
    r"|largest|bigger|biggest|smaller|smallest)e?\b",
    re.IGNORECASE,
)
# What a part says that asks for nothing else.
_RELATES = re.compile(
    rf"\b(?:{_WHICH}|{_MORE}|{_SOONER}|verschil|difference|gap|samen|totaal|together|total"
    r"|altogether|hoeveel|how|many|much|far|apart|elkaar|jaar|years?|tussen|between|ligt|liggen"
    r"|telt|maakt|comes?|came|come|kwam|twee|two|both|beide)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|those|de|het|die)\s", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"^(?:the\snumber\sof|the\samount\sof|het\saantal|the\sshare\sof|het\saandeel(?:\svan)?)\s",
    re.IGNORECASE,
)
_DESCRIBED = 3  # words from which a side tells what there may be many of; a bare name does not
_SPEAKS = 1  # content words of a part that asks for nothing but how the others relate


def relation(question: str) -> Relation | None:
    """What a question asks of two figures or dates together; None when it does not."""
    text = " ".join(question.split())
    return next((kind for kind, form in _COMPILED if form.search(text)), None)


def only_relates(part: str) -> bool:
    """Whether a part asks for nothing but how those before it relate ("and which is larger?")."""
    return relation(part) is not None and content_size(without_relation(part)) <= _SPEAKS


def without_relation(text: str) -> str:
    """A text without the words that ask how two relate."""
    return " ".join(_RELATES.sub(" ", text).split())


def side_question(
    side: str, asked: Relation, question: str, lang: str
) -> tuple[str, AnswerKind] | None:
    """One of two sides as a question of its own, with the kind of answer it wants; None where it
    may stay as it is: what is compared is no figure or date, or the side says which."""
    if asked is Relation.TIME:
        return side, AnswerKind.DATE
    if any(kind.numeric for kind in secondary_kinds(side)):
        return None
    wanted = next((kind for kind in secondary_kinds(question) if kind.numeric), None)
    described = _ARTICLE.match(side) and len(side.split()) >= _DESCRIBED
    if wanted is None and described and _COUNTS.search(question):
        wanted = AnswerKind.COUNT  # "which group was bigger: the singers of the city, or ..."
    if wanted is None:
        return None
    if wanted is AnswerKind.COUNT and not _NUMBER_OF.match(side):
        how_many = "hoeveel" if lang == "nl" else "how many"
        return f"{how_many} {_ARTICLE.sub('', side)}", wanted
    return side, wanted
