"""A question that asks several things: its parts, and the sides of a comparison."""

from __future__ import annotations

import re

_ASKS = (
    r"(?:(?:in|van|bij|voor|met|op|door|of|by|for|with|from|to|at)\s)?"
    r"(?:wie|wat|waar|wanneer|waarom|waardoor|hoe|hoeveel|welke?"
    r"|who|what|where|when|why|how|which)\b"
)
_JOINT = re.compile(rf"(?:,\s*|\s)(?:en|and|maar|but|of|or)\s(?={_ASKS})", re.IGNORECASE)
_COMMA = re.compile(rf",\s*(?={_ASKS})", re.IGNORECASE)
_OPENS = re.compile(rf"\W*{_ASKS}", re.IGNORECASE)
_PREAMBLE = re.compile(rf"(?P<preamble>[^:?]{{3,80}}):\s(?={_ASKS})", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|there|that|those|these|this|daar\w*|er(?:van|in|voor"
    r"|aan|mee|over|bij)|die|dat|deze|dit|hij|zij|ze|hun|het)\b(?!\s[a-z]{4,})",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W_]{5,}")
_ENOUGH = 4
_SENTENCE = re.compile(r"(?<=\?)\s+")
_SIDES = (
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
    re.compile(r"\b(?:zowel|both)\s(?P<a>.+?)\s(?:als|and)\s(?P<b>.+?)[?.!]*$", re.IGNORECASE),
    re.compile(
        r"(?P<a>.+?)\s(?:versus|vs\.?|tegenover|in tegenstelling tot|as opposed to)\s"
        r"(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:meer|minder|hoger|lager|groter|kleiner|sneller|more|less|fewer|higher|lower"
        r"|larger|smaller|bigger)\b.*?(?P<a>\w.*?)\s(?:dan|than)\s(?P<b>.+?)[?.!]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[:,]\s|\b(?:meer|minder|hoger|groter|eerst|more|less|higher|larger"
        r"|first)\b[^:?]*?[:,]\s)(?P<a>[^:,?]{2,60}?)\s(?:of|or)\s(?P<b>[^?]{2,60}?)[?.!]*$",
        re.IGNORECASE,
    ),
)  # fmt: skip
_SEVERAL_SOURCES = re.compile(
    r"\b(?:rapporten|documenten|bronnen|teksten|publicaties|studies|dossiers|reports|documents"
    r"|sources|texts|publications)\b"
    r"|\b(?:beide|both|allebei|de twee|the two|elk van|each of|alle|all|verschillende|meerdere"
    r"|several|multiple)\s(?:\w+\s)?(?:rapport|document|bron|tekst|report|source|text"
    r"|publicatie|publication|dossier|studie|stud)\w*"
    r"|\b(?:elders|elsewhere|ook in (?:het|de|een) (?:ander|other)|andere (?:bron|tekst"
    r"|rapport|document)\w*|across)\b",
    re.IGNORECASE,
)


def parts(question: str) -> tuple[str, ...]:
    """The questions that ``question`` joins ("wie ... en wanneer ...?"); itself when it is one."""
    found: list[str] = []
    for sentence in _SENTENCE.split(question.strip()):
        pieces = [piece.strip(" ,;") for piece in _JOINT.split(sentence)]
        if len(pieces) > 1:
            # "What is it, who runs it and where?": a comma joins what "and" closes.
            pieces = [
                piece
                for part in pieces
                for piece in (_COMMA.split(part) if _OPENS.match(part) else [part])
            ]
        found.extend(piece for piece in pieces if len(piece.split()) >= 2)
    if len(found) < 2 or len(found) > 4:
        return (question.strip(),)
    if not any(re.search(_ASKS, piece, re.IGNORECASE) for piece in found[:1]):
        # A statement before the question is its setting, not a part.
        return (question.strip(),)
    return tuple(found)


def sides(question: str) -> tuple[str, ...]:
    """The two things that a comparison sets against each other; empty when none are named."""
    for pattern in _SIDES:
        if match := pattern.search(question):
            first, second = match["a"].strip(" ,:"), match["b"].strip(" ,:")
            if first and second and len(first) < 160 and len(second) < 160:
                return first, second
    return ()


def several_sources(question: str) -> bool:
    """Whether the question asks what more than one document says."""
    return bool(_SEVERAL_SOURCES.search(question))


def setting_of(parts: tuple[str, ...], part: str) -> str:
    """What the other parts say that ``part`` may lean on.

    The first part sets the scene for those after it, not the other way round; a part that says
    itself what it is about ("in welk project zit een Brusselse partner?") leans on nothing, but for
    what stands before a colon at the very start.
    """
    if part == parts[0]:
        return "" if _PREAMBLE.match(part) or _says_enough(part) else " ".join(parts[1:])
    if preamble := _PREAMBLE.match(parts[0]):
        return preamble["preamble"]
    return "" if _says_enough(part) else parts[0]


def _says_enough(part: str) -> bool:
    """Whether a part names its own subject and points back at nothing."""
    return not _POINTS_BACK.search(part) and len(_LONG_WORD.findall(part)) >= _ENOUGH
