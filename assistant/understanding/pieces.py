"""Where a question falls apart: what is told beside it, what it is about, and each thing asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extracting.sentences import sentences
from assistant.understanding.carrying import content_size
from assistant.understanding.courtesy import without_greeting
from assistant.understanding.enumerated import Matters, behind_colon, nothing, one_by_one, row
from assistant.understanding.indirect import in_a_row, wanted, wants_to_know
from assistant.understanding.openings import (
    ASKING,
    ASKS,
    OPENS,
    ORDER,
    PREPOSITION,
    TAG,
    VERB_FIRST,
    YES_NO,
)
from assistant.words import words as word_list

_ABBREVIATIONS = word_list("abbreviations")
_AND = r"(?:en|[eé]n|and|maar|but|plus|&)"
_BESIDES = r"(?:(?:ook|also|dan|then|nog|verder)(?:\snog)?\s?[:,]\s)?"
# What stands before a question word without changing what is asked.
_ALSO = (
    r"(?:ook |also |dan |then |ongeveer |roughly |about |precies |exactly |eventueel |possibly )?"
)
# Where what is asked goes on: "..., and what", "... en moet ik".
_JOINT = re.compile(
    # "Of" joins in Dutch: "of what" is English.
    rf"(?:[,;]\s*|\s)(?:{_AND}|of(?!\s(?:wh|how\b))|or)\s{_BESIDES}(?={_ALSO}(?:{ASKS}))"
    rf"|[,;]\s*{_AND}\s(?={PREPOSITION}\s[^\W\d_]+\s(?:of|van)\s(?:what|which|welke?|hoeveel)\b)"
    rf"|(?:[,;]\s*|\s){_AND}\s{_BESIDES}(?={_ALSO}(?:{VERB_FIRST}))"
    rf"|(?:[,;]\s*|\s){_AND}\s(?=(?:of|whether|if)\s(?!not\b|so\b|niet\b))"
    # "And if a shop orders three, how does VAT work": the question stands behind the condition.
    rf"|[,;]\s*{_AND}\s(?=(?:als|indien|wanneer|if|when)\s[^,;?]{{5,80}},\s(?:{ASKS}|{VERB_FIRST}))",
    re.IGNORECASE,
)
_COMMA = re.compile(rf"[,;]\s*(?={ASKS})", re.IGNORECASE)
# No relative clause has its verb before its subject.
_COMMA_VERB = re.compile(
    rf"[,;]\s*(?!{TAG})(?=(?:{ASKS}\s(?:[^\W\d_]+\s)?)?(?:{VERB_FIRST}))", re.IGNORECASE
)
_OPENS_VERB = re.compile(rf"\W*(?:{_AND}\s)?{_ALSO}(?:{VERB_FIRST})", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:tussen|between)\s(?!haakjes\b)(?:(?!\b(?:en|and)\b)[^,;?])*$", re.IGNORECASE
)
_IF_NOT = r"(?:if (?:not|so|yes|no)|zo (?:niet|nee|neen|ja)|indien (?:niet|wel))"
_GOES_ON = re.compile(rf"\W*(?:(?:{_AND}|{_IF_NOT}),?\s)+{_ALSO}(?:{ASKS})", re.IGNORECASE)
# "When we play in Oslo", "wat als het regent": the question comes behind it.
_BEFORE_IT = re.compile(
    r"\W*(?:(?:wanneer|waar|when|where)\s(?:ik|we|wij|ze|zij|i|we|they|he|she|my|our|mijn|onze?)\b"
    r"|(?:wat|what)\s(?:als|if)\b)",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    rf"(?P<preamble>[^:?]{{3,120}})(?<!\book)(?<!\bnog)(?<!\bdan)(?<!\balso)(?<!\bthen)(?<!\bverder)"
    rf":\s+(?={ASKS})",
    re.IGNORECASE,
)
# "Volgens de raad: wat kost het?"
_ACCORDING = re.compile(
    rf"\W*(?:{_AND}\s)?(?P<whom>(?:volgens|according to)\s[^,;]+?)\W*$", re.IGNORECASE
)
# "We play in Oslo in May, do we need a visa?": who asks tells first what it is about.
_TELLS = re.compile(
    rf"^(?!\W*(?:(?:en|and|maar|but)\s)?(?:{PREPOSITION}|als|if|when|wanneer|zodra|omdat|because"
    rf"|volgens|according|gezien|given|{ASKS}|(?:{VERB_FIRST})\w*|{YES_NO[:-2]})\s)"
    r"(?P<told>(?:[^\s?]+\s){3,}?[^\s?]+?)\s?(?:[,;:]|\.{2,}|\s[-–—])\s"
    rf"(?:(?:en|and|maar|but|dus|so)\s)?(?!{TAG})(?=(?:{ASKS}|{VERB_FIRST}|{YES_NO}.*\?))",
    re.IGNORECASE,
)
# Who types fast: "ik hoor dat vaak. klopt dat, en waarom?"
_NEXT = re.compile(
    rf"(?<=\?)\s+|(?<=!)\s+(?={ASKS}|{VERB_FIRST})|(?P<word>[^\W\d_]{{2,}})\.{{1,2}}\s+(?:(?P<asks>(?={ASKS}|{VERB_FIRST}|{YES_NO}))"
    r"|(?=[^\W\d_]))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\W*(?:waarover|waar)\s(?:gaat|gaan)\s(?:het|die|ze|dat)(?:\s(?:dan|telkens|over|precies))*\W*$|"
    r"\W*(?:wat|what)\s(?:zeggen|zegt|schrijven|vertellen|lees|staat|do|does)\s"
    r"(?:ze|zij|die|het|ik|er|they|it)(?:\s(?:say|tell|daar|daarover|erover|er|over|about it|dan"
    r"|precies|in))*\W*$",
    re.IGNORECASE,
)
# A word alone that asks whether one agrees, or for an answer.
_TAG = re.compile(
    r"\W*(?:toch|juist|waar|niet|correct|right|ok|okay|true|really|echt|ja|nee|yes|no|help|sorry"
    r"|hé|hè|h[eé]|huh|eh|please|aub|thanks|dank\w*|advice|advies|ideas?|idee[ëe]n|tips?)\W*$",
    re.IGNORECASE,
)
# "Wat met mijn papieren, en de instrumenten?", "what about tax and my insurance".
_ABOUT = re.compile(
    r"^(?P<frame>(?:en |and )?(?:wat?|what|hoe zit (?:het|da|dat|'t))\s(?:met|about))\s"
    r"(?P<first>[^,?]+?)(?:,\s(?:en|and)\s|\s(?:en|and)\s(?=(?:mijn|onze?|de|het|my|our|the)\s))"
    rf"(?!{ASKS}|{VERB_FIRST})(?P<second>[^,?]+)(?P<end>\W*)$",
    re.IGNORECASE,
)
# "Is there money, how much, and ...": asked of what stands before.
_BARE = re.compile(
    r"\W*(?:hoeveel|hoe lang|wanneer|waar|how much|how many|how long|when|where)\W*$", re.IGNORECASE
)
# "Why did the large": no question ends on what its subject is like.
_CUT_SHORT = re.compile(
    rf"\W*{ASKS}\s(?:do|does|did|can|could|should|would|will|must|may)\s"
    r"(?:the|an?|our|my|your|their|these|those)\s[\w-]+\W*",
    re.IGNORECASE,
)
_ONWARD = re.compile(rf"\W*(?:{_AND}|of|or)\s", re.IGNORECASE)
_NO_NAME = re.compile(r"\d|\b(?:of|or|toch|juist|right|yes|no|ja|nee|hé|hè)\b", re.IGNORECASE)
_LEAST_WORDS = 2
_SHORT = 3  # words of one of the things in a bare list of them


def taken_apart(question: str, matters: Matters = nothing) -> tuple[str, str, list[str]]:
    """What is told beside the questions, what they are said to be about, and the questions; one
    that asks about several rules by their names is one for each."""
    told: list[str] = []
    topic: list[str] = []
    found: list[str] = []
    for sentence in _sentences(without_greeting(question)):
        if len(row := in_a_row(sentence)) > 1:
            found += [one for clause in row for one in _joined(clause)]
            continue
        match = _PREAMBLE.match(sentence)
        if match and (said := _ACCORDING.match(match["preamble"])):
            found += [
                f"{one.rstrip(' ?')} {said['whom']}?" for one in _joined(sentence[match.end() :])
            ]
            continue
        if match:
            if not found:
                topic.append(match["preamble"].strip())
            sentence = sentence[match.end() :]
        elif (
            not found
            and (match := _TELLS.match(sentence))
            and not ASKING.search(match["told"])
            and not wants_to_know(sentence[: match.end("told")])
        ):
            told.append(f"{match['told']}.")
            sentence = sentence[match.end() :]
        elif not _asks(sentence, follows=bool(found)):
            told.append(sentence)
            continue
        found.extend(_joined(sentence))
    if len(found) > 1:
        each = [wanted(piece) for piece in found]
        told += [aside for aside, _ in each if aside]
        found = [asked for _, asked in each]
    if row_of := _rows(told, topic, found, matters):
        told, topic, found = row_of
    found = [one for piece in found for one in one_by_one(piece, matters)]
    return " ".join(told), " ".join(topic), found


def _rows(
    told: list[str], topic: list[str], found: list[str], matters: Matters
) -> tuple[list[str], list[str], list[str]] | None:
    """The same with the rules that stand in a row before the questions as questions themselves
    ("customs, insurance and VAT: how does that work?"); None without such a row."""
    if len(topic) == 1 and len(found) == 1 and (named := row(topic[0], matters)):
        return told, [], [f"{one}?" for one in named]
    before = [behind_colon(sentence, matters) for sentence in told]
    asked = [one for _, each in before for one in each]
    return ([said for said, _ in before], topic, [*asked, *found]) if asked else None


def _asks(sentence: str, *, follows: bool) -> bool:
    """Whether a sentence asks something; one that ``follows`` a question may go on with another."""
    if sentence.endswith("?"):
        return not _TAG.match(sentence)
    return bool(
        (OPENS.match(sentence) and not _BEFORE_IT.match(sentence))
        or ORDER.match(sentence)
        or _OPENS_VERB.match(sentence)
        or wants_to_know(sentence)
        or (follows and _GOES_ON.match(sentence))
    )


def _sentences(question: str) -> Iterator[str]:
    """The sentences; who types fast opens the next one without a capital."""
    for span in sentences(question):
        sentence = span.of(question)
        start = 0
        for match in _NEXT.finditer(sentence):
            word = (match["word"] or "").lower()
            if f"{word}." in _ABBREVIATIONS and match["asks"] is None:
                continue
            yield sentence[start : match.end()].strip()
            start = match.end()
        if sentence[start:].strip():
            yield sentence[start:].strip()


def _joined(sentence: str) -> list[str]:
    """The questions that a sentence joins."""
    if listed := _listed(sentence):
        return listed
    found = _cut(sentence)
    return [sentence] if len(found) > 1 and _CUT_SHORT.fullmatch(found[0]) else found


def _cut(sentence: str) -> list[str]:
    """A sentence cut at its joints and the commas between questions."""
    pieces = [piece.strip(" ,;") for piece in _at_joints(sentence)]
    if len(pieces) > 1:
        # "What is it, who runs it and where?": a comma joins what "and" closes.
        pieces = [
            piece.strip(" ,;")
            for part in pieces
            for piece in (_COMMA.split(part) if _opens(part) else [part])
        ]
    pieces = [
        piece.strip(" ,;")
        for part in pieces
        for piece in (
            _COMMA_VERB.split(part) if _opens(part) and not _BEFORE_IT.match(part) else [part]
        )
    ]
    found: list[str] = []
    for place, piece in enumerate(pieces, start=1):
        if found and _SAYS.match(piece):
            continue  # "Which reports mention it, and what do they say?" asks one thing
        if about := _ABOUT.match(piece):
            found += [
                f"{about['frame']} {about[name]}{about['end']}" for name in ("first", "second")
            ]
        elif (
            len(piece.split()) >= _LEAST_WORDS
            or (found and place < len(pieces) and _BARE.match(piece))
            or (len(pieces) == 1 and content_size(piece))
        ):
            found.append(piece)
    return found


def _at_joints(sentence: str) -> list[str]:
    """A sentence cut where what is asked goes on; the "and" of "between this and what came later"
    joins nothing."""
    pieces: list[str] = []
    start = 0
    for joint in _JOINT.finditer(sentence):
        if _BETWEEN.search(sentence[start : joint.start()]):
            continue
        pieces.append(sentence[start : joint.start()])
        start = joint.end()
    return [*pieces, sentence[start:]]


def _listed(sentence: str) -> list[str]:
    """The things that are asked about by nothing but their names ("visum, btw, verzekering?")."""
    if not sentence.endswith("?") or ASKING.search(sentence) or _OPENS_VERB.match(sentence):
        return []
    things = [one for one in re.split(r",\s+|\s(?:en|and)\s", sentence) if one.strip()]
    names = all(
        content_size(one) and len(one.split()) <= _SHORT and not _NO_NAME.search(one)
        for one in things
    )
    if len(things) < 2 or not names:
        return []
    return [f"{one.strip(' ?')}?" for one in things]


def names_only(piece: str) -> bool:
    """Whether a piece only names what is asked about ("visa?")."""
    asks = ASKING.search(piece) or _OPENS_VERB.match(piece) or _ONWARD.match(piece)
    return piece.endswith("?") and not asks and len(piece.split()) <= _SHORT


def _opens(piece: str) -> bool:
    return bool(OPENS.match(piece) or _OPENS_VERB.match(piece))
