"""What a part of a question takes over from the part before: its subject."""

from __future__ import annotations

import re

from assistant.extracting.names import NameKind, names
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_EMPTY = stop_words("nl") | stop_words("en")
AFTER_PRONOUN = (
    r"(?=\s*(?:[?.!,;]|$)|\s(?:aan|mee|over|voor|in|op|uit|af|bij|toe|om|van|volgens|met|door|als"
    r"|dan|nu|nog|later|ook|precies|eigenlijk|allemaal|juist|wel|niet|al|er|hier|daar|doen|doet"
    r"|zijn|is|was|heeft|hebben|werd|wordt|worden|kan|kunnen|mag|moet|moeten|willen|wil"
    r"|betekent|betekenen|gebruikt|opgericht|gemaakt|kosten|kost|bestaan|gelden|geldig)\b)"
)
"""What may follow a pronoun but no article: "wat biedt het aan", "hoeveel leden heeft het"."""
# "Waarmee kan het helpen als": behind a verb that helps, before an infinitive that ends its clause.
_HELPED = (
    r"(?:(?<=\bkan\s)|(?<=\bkon\s)|(?<=\bmag\s)|(?<=\bmoet\s)|(?<=\bwil\s)|(?<=\bzal\s)|(?<=\bzou\s))"
    r"het(?=\s[^\W\d_]{2,}en(?:\s*[?.!,;]|\s(?:als|om|voor|bij|met|wanneer|indien)\s))"
)
_STANDS_FOR = re.compile(
    rf"\b(?:it|they|them|hij|zij|ze|hem|hen|het{AFTER_PRONOUN}|{_HELPED})(?!['’])\b", re.IGNORECASE
)
# "Wat was zijn rol", "wie zijn zijn leden": no verb.
_HIS = (
    r"\b(?:is|was|waren|werd|werden|zijn|in|met|voor|over|bij|op|aan|door)\szijn\s(?=[^\W\d_]{3})"
)
_POINTS = re.compile(
    r"\b(?:its|their|his|her|he|she|hun|haar|ervan|erin|ervoor|eraan|ermee|erover|erbij|eruit"
    r"|erachter|daarvan|daarin|daarvoor|daaraan|daarmee|daarover|daarbij|daarna|daar"
    # Not "how many are there".
    r"|(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)there)\b"
    r"|\ber\b[^?]{0,20}\b(?:van|in|voor|aan|mee|over|bij|achter)\s*(?:[?.!,]|$)"
    r"|\b(?:is|was|zijn|waren|werd|werden|geldt|gelden|kost|bestaat|did|does|do|has|was|is|are"
    r"|were|costs?|naar|van|voor)\s(?:that|this|those|these|dat|die|deze|dit)\b"
    r"|\b(?:that|this|those|these|dat|die|deze|dit)\s*(?:[?.!,]|$)"
    rf"|{_HIS}",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?:dat|die|deze|dit|that|this)\s(?P<noun>[^\W\d_]{4,})", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:rapport|dossier|document|verslag|studie|nota|tekst|report|paper|study|text|page|file)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:van|of|in|bij|at|door|by|voor|for|met|with|aan|to|over|about|on|from|uit|volgens)"
    r"\s(?:de|het|een|the|an?)?\s?$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"vlaam|vlaming|flemish|fland|vlaander|waal|walloon|brussel|europ", re.IGNORECASE
)
_ONESELF = re.compile(r"\b(?:I|We|They|You|He|She|It)['’](?:m|re|ve|d|ll|s)\b")
_POSSESSIVES = frozenset({"its", "their", "his", "her", "hun", "haar"})
_ENOUGH = 3  # content words from which a part without a name says what it is about


def subject(text: str) -> str:
    """The first name in a text that what follows may be about; empty without one.

    No place, no document, nothing behind a preposition ("the budget of ..."), and no word that has
    a capital without being a name ("Flemish").
    """
    text = _ONESELF.sub(lambda match: match.group().lower(), text)
    passed = 0  # where the last name ends that is none: what is joined to it is none either
    for name in names(text):
        before = text[passed : name.start] if passed else ""
        if _BEHIND.search(text[: name.start]) or (before and not before.strip(" ,&")):
            passed = name.end
        elif (
            name.kind is not NameKind.PLACE
            and not _DOCUMENT.search(name.surface)
            and is_name(name.surface)
        ):
            return name.surface
    return ""


def carried(part: str, earlier: str, before: str = "") -> tuple[str, bool]:
    """A part with the ``earlier`` subject put in for its pronoun, and whether it leans on more.

    "Dat decreet" is put in full when a word ``before`` ends on it. A part that names something of
    its own or says enough stands by itself; one that points back otherwise than by a pronoun keeps
    its words and leans on the part before.
    """
    if pointed := _in_full(part, before):
        return pointed, False
    match = _STANDS_FOR.search(part)
    if match and earlier:
        return f"{part[: match.start()]}{earlier}{part[match.end() :]}", False
    points = [found for found in _POINTS.finditer(part) if not _is_own(found, part)]
    if match or points:
        return part, True
    named = any(len(name.surface) > 1 for name in names(part))
    return part, not named and content_size(part) < _ENOUGH


def _is_own(found: re.Match[str], part: str) -> bool:
    """Whether a possessive belongs to what the part itself names before it ("op hun best")."""
    return _owned(found) and content_size(part[: found.start()]) >= _ENOUGH


def owned_only(part: str) -> bool:
    """Whether a part points back by nothing but whose something is ("its budget"), if at all."""
    return all(_owned(found) for found in _POINTS.finditer(part))


def _owned(found: re.Match[str]) -> bool:
    said = found.group().lower()
    return said in _POSSESSIVES or said.endswith("zijn ")


def _in_full(part: str, before: str) -> str:
    """The part with "dat decreet" replaced by the longer word that stands before; or empty."""
    match = _THAT.search(part)
    if not match:
        return ""
    found = re.search(rf"\b[\w-]{{2,}}{re.escape(match['noun'])}\b", before, re.IGNORECASE)
    return f"{part[: match.start()]}{found.group()}{part[match.end() :]}" if found else ""


def is_name(surface: str) -> bool:
    """Whether words with a capital name something: not a people, a land or a common word."""
    vocabulary = Vocabulary.load()
    words = re.split(r"[\s-]", surface)
    first = words[0]
    if any(sign.isupper() or sign.isdigit() for sign in first[1:]):
        return True  # an abbreviation, or written as names are
    if _PEOPLE.match(first):
        return False
    for lang in _LANGUAGES:
        country = vocabulary.country(first, lang)
        if country is not None and (len(words) == 1 or first not in country.names(lang)):
            return False
    return len(words) > 1 or not vocabulary.knows(first.lower(), "en")


def content_size(text: str) -> int:
    """How many words say something by themselves."""
    return sum(
        1
        for token in tokens(text)
        if folded(token) not in _EMPTY and (len(token) > 2 or token.isdigit())
    )
