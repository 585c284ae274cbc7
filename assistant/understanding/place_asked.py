"""Who asks where in the documents something stands: on which page, in which section."""

from __future__ import annotations

import re

from assistant.understanding.source_asked import asks_source
from indexing.tokenising import folded

_PAGE = r"(?:blad(?:zijden?|zij)|blz\.?|pagina['’]?s?|paginanummers?|pages?|page numbers?)"
_PART = rf"(?:{_PAGE}|hoofdstuk(?:ken)?|paragra(?:af|fen)|secties?|chapters?|sections?)"
_WHICH = r"(?:welke?|wat voor|which|what)"
_TELLS_NL = (
    r"(?:staat|staan|vermeldt|vermelden|noemt|noemen|zegt|zeggen|citeert|citeren|bevat|bespreekt"
    r"|behandelt|beschrijft|toont|gaat(?:\s(?:het|dit|dat))?(?:\sover)?|gaan\sover|spreekt(?:\svan)?"
    r"|heeft(?:\shet)?|verwijst\snaar|is|zijn|vind|vinden|vindt|lees|lezen|wordt|worden|komt|komen)"
)
_TELLS_EN = (
    r"(?:cites?|mentions?|says?|states?|names?|quotes?|gives?|lists?|shows?|contains?|describes?"
    r"|discusses|covers|has|have|is|are|does|do|can|refers?\sto|talks?\sabout|deals?\swith)"
)
_OF = r"(?:\s(?:van|in|of|uit)\s(?:de|het|the|dit|dat|this|that)\s[\w-]+)?"
_SUBJECT = r"(?:\s(?:ik|je|we|men|i|you|we|one|there|er|iets|anything|something|over|about)\b)*"
_OPENING = r"^\W*(?:(?:en|and|maar|but|dus|so|ook|also)\W+)*"
# "Op welke pagina staat", "which page cites", "on what page do I find anything on".
_ON_WHICH = (
    rf"(?:(?:op|in|on|at|vanaf|from)\s)?{_WHICH}\s{_PART}{_OF}\s"
    rf"(?:{_TELLS_NL}|{_TELLS_EN}){_SUBJECT}"
)
# "Waar staat dat", "where does it say that"; "waar staat VAF voor" asks what it means.
_FIGURE = (
    r"(?:cijfers?|getal(?:len)?|percentage|bedrag|aantal|uitspraak|citaat|zin|stelling|definitie|tabel"
    r"|figures?|numbers?|percentage|amount|share|claim|statement|quote|sentence|definition|table)"
)
_THE_NL = (
    rf"(?:dat|die|dit|er|iets|precies|ergens|(?:het|de|deze|dat|die|dit)\s(?:\w+\s)?{_FIGURE})"
)
_THE_EN = rf"(?:(?:the|that|this|those)\s(?:\w+\s)?{_FIGURE}|it|that|this|anything|something)"
_WHERE = (
    rf"(?:waar\s(?:precies\s)?(?:staat|staan|stond|haal\sje|haalt\su)\s{_THE_NL}\b(?![^?]*\bvoor\W*$)"
    rf"|where\s(?:exactly\s)?(?:does|do|did)\s(?:it|they|the\s[\w-]+|[A-Z]\S+)\s(?:say|state|mention|claim)"
    rf"|where\s(?:exactly\s)?(?:is|are|was)\s{_THE_EN}"
    r"(?=\s[^?]*\b(?:said|stated|mentioned|written|given|cited|found)\b))"
)
# "Waar in het dossier", "where in the report".
_WHERE_IN = (
    r"(?:waar|where)\s(?:precies\s|exactly\s)?in\s(?:het|de|dat|dit|die|deze|the|that|this)\s[\w-]*"
    r"(?:rapport|dossier|document|verslag|studie|nota|tekst|oplegger|bundel|report|paper|study|text"
    r"|file|publication|decreet|decree)\b"
)
_LEAD = re.compile(rf"{_OPENING}(?P<lead>{_ON_WHICH}|{_WHERE}|{_WHERE_IN})\b", re.IGNORECASE)
_LAST = re.compile(
    r"(?<=[?.!])\s+(?=[^?.!]+[?.!]*\s*$)|(?:,|,?\s(?=(?:en|and)\s))\s?(?=[^,?.!]+[?.!]*\s*$)", re.I
)
_JOINED = re.compile(r"^\W*(?:en|and)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def asks_place(question: str) -> bool:
    """Whether a question asks where in the documents something stands that it names itself ("which
    page cites the law firm", "where does it say that ...")."""
    return _LEAD.match(" ".join(question.split())) is not None


def place_words(question: str) -> frozenset[str]:
    """The words, folded, with which a question asks for a place: nothing to look up."""
    match = _LEAD.match(" ".join(question.split()))
    return (
        frozenset(folded(word) for word in _WORD.findall(match["lead"])) if match else frozenset()
    )


def without_place(question: str) -> tuple[str, bool]:
    """A question without what asks at its end where that stands ("...? Which page?", "... and where
    does it say so?"), and whether anything did."""
    cut = list(_LAST.finditer(question))
    if not cut:
        return question, False
    rest, last = question[: cut[-1].start()], question[cut[-1].end() :]
    if len(rest.split()) < 2 or not asks_source(_JOINED.sub("", last)):
        return question, False
    return (rest if rest.rstrip().endswith(("?", ".", "!")) else f"{rest}?"), True
