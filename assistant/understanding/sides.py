"""What a question sets side by side: two things, or several sources."""

from __future__ import annotations

import re

from assistant.understanding.language import question_language

_ASKING = re.compile(
    r"\W*(?:hoe\w*|wat|welke?|waar|wie|wanneer|how|what|which|where|who|when)\b", re.IGNORECASE
)
_MORE = (
    r"(?:meer|minder|hoger|lager|groter|kleiner|langer|korter|duurder|ouder|jonger|more|less|fewer"
    r"|higher|lower|larger|bigger|smaller|greater|longer|shorter|older|younger)"
)
_COMPARED = re.compile(
    r"(?P<a>\w.+?),?\s(?:compared (?:with|to)|vergeleken met|in vergelijking (?:met|tot))\s"
    r"(?P<b>.+?)[?.!]*$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?P<a>.+?)\s(?:versus|vs\.?|tegenover(?!\s(?:elkaar|mekaar)\b)|in tegenstelling tot"
    r"|as opposed to)\s(?P<b>.+?)[?.!]*$",
    re.IGNORECASE,
)
_SIDES = (
    # "Hoeveel verschillen het aantal zangers en het aantal dansers?"
    re.compile(
        r"\bverschillen\s(?P<a>(?:de|het|wat)\s[^?]+?)\s(?:en|and)\s(?P<b>(?:de|het|wat)\s[^?]+?)"
        r"(?:\svan elkaar)?[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:verschilt|verschillen|differs?)\s(?P<a>.+?)\s(?:van|met|from)\s(?P<b>.+?)"
        r"(?:\s(?:qua|op het vlak|wat betreft|in terms|als het)\b.*)?[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:tussen|between)\s(?P<a>.+?)\s(?:en|and)\s(?P<b>.+?)(?:\s(?:volgens|according"
        r"|op het vlak|wat betreft|qua|in terms|als het|when it|regarding)\b.*)?[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:vergelijk|compare)\s(?P<a>.+?)\s(?:met|en|and|with|to|tegenover)\s(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    # "Was the fund set up before or after the call?"
    re.compile(
        r"^\W*(?:(?:is|was|werd|did|kwam|were|zijn|werden)\s)?(?P<a>\w.+?),?\s"
        r"(?:before or after|voor of na|eerder of later dan|earlier or later than)\s"
        r"(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    # "Is the share of dancers higher than that of singers", "does A have more pupils than B?"
    re.compile(
        rf"^\W*(?:is|was|ligt|lag|zijn|waren|are|were)\s(?P<a>\w.+?)\s(?:veel\s|nog\s|much\s|any\s)?{_MORE}\s(?:dan|than)"
        r"\s(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:heeft|hebben|telt|tellen|krijgt|krijgen|kreeg|has|have|had|does|do|did|gets?)\s"
        rf"(?P<a>\w.+?)\s(?:have\s|get\s|count\s)?{_MORE}\s(?P<what>[^?]+?)\s(?:dan|than)\s(?P<b>[^?]+?)"
        r"[?.!]*$",
        re.IGNORECASE,
    ),
    # "Add up the pupils of one and the teachers of the other."
    re.compile(
        r"^\W*(?:tel|reken|add(?: up)?|sum(?: up)?|wat is de som van|what is the sum of)\s"
        r"(?P<a>\w.+?)\s(?:en|and|plus)\s(?P<b>.+?)"
        r"(?:\s(?:samen|op|bij elkaar|together|up))?(?:[:,?.].*)?$",
        re.IGNORECASE,
    ),
    _COMPARED,
    re.compile(
        r"\b(?:zowel|both)\s(?P<a>[^.?]+?)\s(?:als|and)\s(?P<b>[^.?]+?)"
        r"(?:\s(?:did|do|does|have|has|had|are|were|is|was|deed|deden|doen|hebben|hadden|zijn|waren)"
        r"\b.*)?[?.!]*$",
        re.IGNORECASE,
    ),
    _AGAINST,
    re.compile(
        r"\b(?:meer|minder|hoger|lager|groter|kleiner|sneller|more|less|fewer|higher|lower"
        r"|larger|smaller|bigger)\b.*?(?P<a>\w.*?)\s(?:dan|than)\s(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[:,]\s|\b(?:meer|minder|hoger|lager|groter|kleiner|eerst|eerder|more|less|higher|lower"
        r"|larger|bigger|smaller|first|earlier)\b[^:?]*?[:,]\s)(?P<a>[^:,?]{2,120}?),?\s"
        r"(?:or|(?P<dutch>of)(?![^?]*\sor\s))\s(?P<b>[^?]{2,120}?)[?.!]*$",
        re.IGNORECASE,
    ),
)  # fmt: skip
_DAY = re.compile(r"(?:\d{1,2}|[^\W\d_]+)[\s/.-]\S+.*\d|(?:1[5-9]|20)\d\d\b", re.IGNORECASE)
_ANYTHING = re.compile(
    r"(?:toch\s|nog\s)?(?:iets|wat|something|anything|somewhat)\s(?:heel\s|quite\s)?(?:anders|else)\b.*",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    rf"\bversch\w*|\bdiffer\w*|\bcompar\w*|\bvergele\w*|\bvergelijk\w*|\bchang\w*|\bverander\w*"
    rf"|\b(?:stijg|steeg|gesteg|daal|daald|gedaald|groei|rose|ris|gr[eo]w|f[ae]ll|increas|decreas)\w*"
    rf"|\b{_MORE}\b",
    re.IGNORECASE,
)
_JOINED = (_COMPARED, _AGAINST)
# What joins the sides of a comparison that does not begin with a word of its own: looked for first,
# for such a comparison may begin anywhere.
_JOINED_BY = re.compile(
    r"\s(?:compared (?:with|to)|vergeleken met|in vergelijking (?:met|tot)|versus|vs\.?|tegenover"
    r"|in tegenstelling tot|as opposed to)\s",
    re.IGNORECASE,
)
_SEVERAL_SOURCES = re.compile(
    r"\b(?:rapporten|documenten|bronnen|teksten|publicaties|studies|dossiers|reports|documents"
    r"|sources|texts|publications)\b"
    r"|\b(?:beide|both|allebei|de twee|the two|elk van|each of|alle|all|verschillende|meerdere"
    r"|several|multiple|elk|elke|ieder|iedere|each|every|per)\s(?:\w+\s)?\w*(?:rapport|document|bron"
    r"|tekst|report|source|text|publicatie|publication|dossier|studie|stud)\w*"
    r"|\b(?:wie|who)\b[^?]{0,30}\ballemaal\b|\bwho all\b"
    r"|\b(?:elders|elsewhere|ook in (?:het|de|een) (?:ander|other)|andere (?:bron|tekst"
    r"|rapport|document)\w*|across)\b",
    re.IGNORECASE,
)

# "Welke documenten heb ik nodig": papers to hand in, not what is read here.
_PAPERS = re.compile(
    r"\b(?:heb|hebben|heeft|moet|moeten|dien|dient)\s[^?]*\b(?:nodig|toevoegen|bezorgen"
    r"|indienen|meesturen|opsturen|meebrengen|voorleggen|hebben)\b|\bzijn\s(?:er\s)?nodig\b"
    r"|\b(?:do|does|must|should)\s(?:[\w-]+\s){1,4}?(?:need|submit|attach|hand in|enclose"
    r"|bring|have|send|provide|include)\b|\bare\s(?:needed|required)\b",
    re.IGNORECASE,
)

# "How close do they work in dance compared with theatre": the second stands where "dance" does.
_PLACED_LAST = re.compile(
    r"(?P<head>\w.*\s(?:in|of|for|among|at|van|bij|voor|onder|op))\s(?:(?:the|de|het)\s)?"
    r"(?:[\w'’-]+\s){0,2}[\w'’-]+",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:(?:the|de|het)\s)?(?:[\w'’-]+\s){0,2}[\w'’-]+", re.IGNORECASE)
_SAME_ROLE = re.compile(
    r"\b(?:that|those|dat|die|in|of|for|at|van|bij|voor|op|uit|from|by|tussen|between|\d+)\b",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(
    r"(?P<preposition>in|van|bij|voor|op|uit|of|for|at|on|from|by|among)\s", re.IGNORECASE
)


def sides(question: str) -> tuple[str, ...]:
    """The two things that a comparison sets against each other; empty when none are named."""
    joined = _JOINED_BY.search(question) is not None
    for pattern in _SIDES:
        if pattern in _JOINED and not joined:
            continue
        if match := pattern.search(question):
            if match.groupdict().get("dutch") and question_language(question)[0] == "en":
                continue  # the English "of" joins no two things
            first, second = match["a"].strip(" ,:"), match["b"].strip(" ,:")
            if _DAY.match(first) and _DAY.match(second) and not _COMPARES.search(question):
                return ()  # between two dates: a stretch of time
            if _ANYTHING.fullmatch(second):
                return ()  # "a law or something else": what it is is asked
            if what := match.groupdict().get("what"):
                first, second = f"{what} ({first})", f"{what} ({second})"
            if first and second and len(first) < 160 and len(second) < 160:
                put = _put_there(first, second) if pattern in _JOINED else ""
                return first, put or _whole_side(first, second)
    return ()


def _whole_side(first: str, second: str) -> str:
    """The second side with what it shares with the first: "the number of halls in A and in B"."""
    opening = _OPENS_WITH.match(second)
    at = first.lower().rfind(f" {opening['preposition'].lower()} ") if opening else -1
    return f"{first[:at]} {second}" if at > 0 else second


def _put_there(first: str, second: str) -> str:
    """The first side with the second for what it ends on behind a preposition; empty where the
    second says more than a few bare words, or the first is no question."""
    placed = _PLACED_LAST.fullmatch(first) if _ASKING.match(first) else None
    if placed is None or not _BARE.fullmatch(second) or _SAME_ROLE.search(second):
        return ""
    return f"{placed['head']} {second}"


def several_sources(question: str) -> bool:
    """Whether the question asks what more than one document says."""
    return bool(_SEVERAL_SOURCES.search(question)) and not _PAPERS.search(question)
