"""A question that asks several things: its parts, each made to stand by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.attribute import choice
from assistant.understanding.carrying import carried, content_size, owned_only, subject
from assistant.understanding.enumerated import Matters, nothing
from assistant.understanding.openings import ASKING, ORDER, PREPOSITION, VERB_FIRST, YES_NO
from assistant.understanding.pieces import names_only, taken_apart
from assistant.understanding.put_to_each import DOCUMENT, named_in_turn, of_each_side, put_to_each
from assistant.understanding.standing_alone import points_back, says_what, without_people
from assistant.understanding.stated import stated

_ARTICLE = r"(?:the|these|those|all|de|het|deze|die|alle)"
# "Hoeveel een klein partnerschap", "how long in Spain": what is counted stands in the part before.
_GAPPED = re.compile(
    r"\W*(?:hoeveel|welke?|hoe\s\w+|how\s(?:many|much|long|often)|which(?:\sones?)?|what)\s"
    rf"(?:een|an?|(?!(?:of|van)\s{_ARTICLE}\s[^\W\d_]){PREPOSITION})\b"
    rf"|\W*(?:{PREPOSITION}\s)?(?:welke?|which|what)\s(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b)"
    rf"[^\W\d_]+\s(?:het|de|een|the|an?)\s",
    re.IGNORECASE,
)
# "Welke fondsen noemt A, en welke noemt B": what stands between the question word and the verb.
_SAME_AGAIN = re.compile(
    r"\W*(?P<word>welke?|hoeveel|which|how many|how much)\s(?:ones\s)?(?P<verb>[^\W\d_]{2,})\b",
    re.IGNORECASE,
)
# "Hoeveel krijgt Zeezicht, en hoeveel Noordkaap": the same of another.
_NAME = r"[A-ZÀ-Þ][\w.&'’/-]*(?:\s[A-ZÀ-Þ][\w.&'’/-]*){0,3}"
_THE_NAME = rf"(?:(?:[Dd]e|[Hh]et|[Tt]he)\s)?{_NAME}"
_OTHER_NAME = re.compile(
    rf"\W*(?P<word>[Hh]oeveel|[Ww]anneer|[Ww]aar|[Hh]ow many|[Hh]ow much|[Ww]hen|[Ww]here)\s"
    rf"(?P<name>{_NAME})\W*$"
)
# "Wie betaalt de zaal, en wie de technici", "who may apply for a studio, and who for a grant".
_OTHER_THING = re.compile(
    rf"\W*(?P<word>wie|wat|wanneer|waar\w*|hoe|who|when|where|why)\s"
    rf"(?P<rest>(?:(?P<before>{PREPOSITION})|de|het|een|the|an?)\s.+)$",
    re.IGNORECASE,
)
_OPENS_WITH = (
    r"\W*{word}\s(?!(?:{prepositions}|de|het|een|the|an?|do|does|did|can|may)\b)[^\W\d_]+\b"
)
_LAST_NAME = re.compile(rf"{_NAME}(?=\W*$)")
# "Wat doen Zeezicht, Noordkaap en de Kustraad elk": several that are each asked the same.
_EACH = re.compile(
    r"\b(?:each(?:\sof\sthem)?|elk(?:\svan\shen)?|elke|ieder|telkens|allebei|respectievelijk"
    r"|respectively|afzonderlijk)\b",
    re.IGNORECASE,
)
_AFTER_PREPOSITION = re.compile(rf"\b{PREPOSITION}\s$", re.IGNORECASE)
_SHORT = 7  # words of each of several that a question is put to
_LISTED = re.compile(
    rf"\((?P<inside>{_NAME}(?:,\s{_NAME})*(?:,?\s(?:en|and)\s{_NAME})?)\)"
    rf"|(?P<row>{_THE_NAME}(?:,\s{_THE_NAME})*,?\s(?:en|and)\s{_THE_NAME})"
)
_TAIL = re.compile(
    r"\s(?:qua|op het vlak van|wat betreft|inzake|volgens|in terms of|when it comes to|regarding"
    r"|according to)\s.+$",
    re.IGNORECASE,
)
_ASKS_FIRST = re.compile(rf"\W*(?:{YES_NO}|(?:{VERB_FIRST}))", re.IGNORECASE)
_ASKS_SOMEWHERE = re.compile(
    rf"{ASKING.pattern}|^{_ASKS_FIRST.pattern}|^\W*(?:of|whether|if)\s", re.IGNORECASE
)
_SAYS_LITTLE = re.compile(r"\b(?:nog|ook|dan|al|still|also|then|already|dat|this|that|it)\b", re.I)
# The same preposition twice: "over vrijwilligers en over koepels", "for a TIP and for a grant".
_TWICE = re.compile(
    r"^(?P<head>.{8,}?)[,:]?\s(?P<preposition>over|voor|in|bij|van|tegen|aan|for|about|at|on|from|to"
    r"|with|of)\s(?P<first>[^,?:;]{3,70}?),?\s(?:[eé]n|and)\s(?:ook\s|also\s)?"
    r"(?P<again>(?P=preposition))\s(?P<second>[^?:;]{3,70}?)[?.!]*$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\W*(?:(?:en|and|maar|but|also|ook|dan|then|so|dus|plus)\b\W*)+", re.IGNORECASE
)
_MOST = 6
_BARE = 3  # words of "Wie organiseerde", which says nothing without what follows
_SIGNED = re.compile(r"\s\S*(?:[A-ZÀ-Þ]|\d)")  # a name or a number, behind the question word
_ITS = re.compile(r"\b(?:its|their|his|her|hun|haar)\s", re.IGNORECASE)
# A name that is written as none other: "3C", "deBuren".
_CODED = re.compile(r"\b(?!\d{4})(?:\d+[^\W\d_]+|[^\W\d_]+\d+|(?-i:[a-z]+[A-Z]\w*))\b")
_LEAST_CONTENT = 2  # content words from which a first part says what it is about


@dataclass(frozen=True, slots=True)
class Part:
    """One question of those that are joined.

    ``asked`` is how it stands there; ``text`` the same with its subject put in where it points
    back; ``setting`` words of the rest that it leans on; ``gapped`` tells that it leaves out what
    is asked for because the part before says so; ``told`` is what is told besides, on which it does
    not lean: who asks, and what for; ``topic`` what the questions are said to be about before a
    colon, where ``text`` opens with it; ``anywhere`` is ``text`` as it was before a country was
    taken over into it that another part names, ``unplaced`` the same of one that was told; both are
    empty where none was.
    """

    asked: str
    text: str
    setting: str = ""
    gapped: bool = False
    told: str = ""
    topic: str = ""
    anywhere: str = ""
    unplaced: str = ""

    @property
    def label(self) -> str:
        """How it is repeated: without the words that lead it in, and what ends it."""
        return _LEADING.sub("", self.asked).strip(" ?.!,;:")

    @property
    def without_topic(self) -> str:
        """``text`` without the topic that it opens with."""
        return self.text.removeprefix(_opening(self.topic)) if self.topic else self.text


def parts(question: str, matters: Matters = nothing) -> tuple[Part, ...]:
    """The questions that ``question`` joins ("wie ... en wanneer ...?"); itself when it is one.
    ``matters`` tells which rules words name: of those in a row each is asked by itself."""
    whole = (Part(question.strip(), question.strip()),)
    told, topic, pieces = taken_apart(question, matters)
    pieces = named_in_turn(told, pieces)
    preamble = " ".join(filter(None, (told, topic)))
    if len(pieces) == 1 and told and not topic and not _leans(pieces[0], told):
        whole = (Part(pieces[0], pieces[0], told=told),)
    if len(pieces) == 1 and topic and whole[0].text == f"{_opening(topic)}{pieces[0]}":
        whole = (replace(whole[0], topic=topic),)
    if len(pieces) == 1 and (one_by_one := _each_of(topic, pieces[0])):
        return one_by_one
    if len(pieces) == 1 and (asked := put_to_each(question, told, pieces[0])):
        leans = _leans(asked[0], told)
        return tuple(Part(one, one, setting=topic, told=told if leans else "") for one in asked)
    if len(pieces) == 1 and (spread := _spread(pieces[0]) or _each(pieces[0])):
        return tuple(replace(part, setting=preamble) for part in spread)
    if len(pieces) == 2 and (each_side := of_each_side(*pieces)):
        return tuple(Part(one, one, setting=both) for one, both in each_side)
    asks = pieces and (pieces[0].endswith("?") or _ASKS_SOMEWHERE.search(pieces[0]))
    if not 1 < len(pieces) <= _MOST or not asks:
        return whole
    about = subject(preamble)
    found = [_first(pieces, told, topic)]
    for number, piece in enumerate(pieces[1:], start=1):
        before = pieces[number - 1]
        piece = _filled(piece, before)
        if _GAPPED.match(piece):
            found.append(Part(piece, piece, before, gapped=True, told=told))
            continue
        earlier = " ".join(pieces[:number])
        named = about or subject(earlier)
        if any(sign.isdigit() for sign in named) and without_people(piece) != piece:
            named = ""  # "they" are nobody's form A1
        text, leans = carried(piece, named, earlier)
        if leans and not points_elsewhere(piece) and (says_what(piece) or _CODED.search(piece)):
            leans = False
        # "They" are people in general where nobody was named.
        leans = leans and (bool(named) or carried(without_people(piece), "", earlier)[1])
        aside = bool(about) and about not in text
        if aside and leans:
            text = f"{_opening(preamble)}{text}"
        # A part that says enough by itself only leans on what was said before the questions.
        before_all = leans and (not about or (bool(told) and told.rstrip(".") not in text))
        setting = [preamble] if before_all or (aside and not leans) else []
        # What is said before a colon is what the parts lean on, not each on the one before.
        by_topic = bool(topic) and (owned_only(piece) if about else not points_elsewhere(piece))
        # "Its survey": of what the part before is about by name, unless that asks for a thing.
        by_name = bool(named) and _ITS.search(piece) is not None and owned_only(piece)
        if leans and by_name and not choice(before):
            setting.append(named)
        elif leans and not names_only(piece) and not by_topic:
            setting.append(before)
        found.append(Part(piece, text, " ".join(filter(None, setting)), told=told))
    return tuple(found)


def whole_clause(part: str) -> bool:
    """Whether a part tells who does what to what ("do I need a permit"), however little it says."""
    verb = _ASKS_FIRST.match(_LEADING.sub("", part))
    return verb is not None and content_size(_SAYS_LITTLE.sub("", part)) >= _LEAST_CONTENT


def points_elsewhere(part: str) -> bool:
    """Whether something in a part stands for what is said outside it; people in general and the
    "isn't it" behind a statement do not."""
    said = stated(part)
    return points_back(said.claim if said else part, people=True)


def _leans(piece: str, told: str) -> bool:
    """Whether a question says too little without what is ``told`` before it. "They" are people in
    general where that names nobody."""
    said = stated(piece)
    claim = said.claim if said else piece
    if subject(told):
        pointed = points_back(claim)
    else:
        pointed, claim = points_elsewhere(piece), without_people(claim)
    return pointed or (carried(claim, "")[1] and not says_what(claim))


def _filled(piece: str, before: str) -> str:
    """A part that asks for the same as the part before, with what that is put in."""
    other, named = _OTHER_NAME.match(piece), _LAST_NAME.search(before)
    if other and named and before.lower().startswith(other["word"].lower()):
        return f"{before[: named.start()]}{other['name']}?"
    match = _SAME_AGAIN.match(piece)
    if not match:
        return _with_verb(piece, before)
    left_out = re.search(
        rf"\b{match['word']}\s(?P<what>[^,?]{{3,60}}?)\s{match['verb']}\b", before, re.IGNORECASE
    )
    if not left_out:
        return piece
    return f"{match['word']} {left_out['what']} {piece[match.start('verb') :]}"


def _with_verb(piece: str, before: str) -> str:
    """A part without a verb that asks the same of another thing, with what the part before asks."""
    match = _OTHER_THING.match(piece)
    if not match or not re.match(rf"\W*{match['word']}\b", before, re.IGNORECASE):
        return piece
    if match["before"]:
        same = re.search(rf"\s{match['before']}\s", before, re.IGNORECASE)
        return f"{before[: same.start()]} {match['rest']}" if same else piece
    opening = _OPENS_WITH.format(word=match["word"], prepositions=PREPOSITION)
    asked = re.match(opening, before, re.IGNORECASE)
    return f"{asked.group()} {match['rest']}" if asked else piece


def _first(pieces: list[str], told: str, topic: str) -> Part:
    """The first part leans on what stands before it, unless that is ``told`` beside it and the part
    says enough; on what follows only when it is bare."""
    piece = pieces[0]
    if told and not topic and not _leans(piece, told):
        return Part(piece, piece, told=told)
    if preamble := " ".join(filter(None, (told, topic))):
        text, _ = carried(piece, subject(topic))
        about = "" if told else topic
        return Part(piece, f"{_opening(preamble)}{text}", topic=about)
    bare = len(piece.split()) <= _BARE and content_size(piece) < _LEAST_CONTENT
    bare = bare and not _SIGNED.search(piece)
    return Part(piece, piece, pieces[1] if bare and not subject(piece) else "")


def _opening(preamble: str) -> str:
    """What is said before the questions, as the text of a part opens with it."""
    return f"{preamble.rstrip('.:')}: "


def _spread(piece: str) -> tuple[Part, ...]:
    """One question put to two things ("over vrijwilligers en over koepels"), a part for each."""
    match = _TWICE.search(piece)
    if not match or any(DOCUMENT.match(match[name]) for name in ("first", "second")):
        return ()
    head = match["head"].rstrip(" ,:")
    asks = ASKING.search(head) or ORDER.match(head) or _ASKS_FIRST.match(head)
    if not asks or content_size(head) < 1:
        return ()
    prepositions = (match["preposition"], match["again"])
    # What stands behind both is asked of both.
    tail = _TAIL.search(match["second"])
    both = tail.group().rstrip(" ,?.!") if tail else ""
    second = match["second"][: tail.start()] if tail else match["second"]
    return tuple(
        Part(asked, asked)
        for preposition, thing in zip(prepositions, (match["first"], second), strict=True)
        if (asked := f"{head} {preposition} {thing.strip(' ,?.!')}{both}?")
    )


def _each(piece: str) -> tuple[Part, ...]:
    """One question put to each of the names that it lists ("wat doen A, B en C elk")."""
    row = _LISTED.search(piece)
    if not row or not _EACH.search(piece):
        return ()
    named = [name.strip() for name in re.split(r",\s|\s(?:en|and)\s", row["inside"] or row["row"])]
    if not 1 < len(named) <= _MOST:
        return ()
    rest = [_EACH.sub("", side) for side in (piece[: row.start()], piece[row.end() :])]
    return tuple(
        Part(asked, asked)
        for name in named
        if (asked := " ".join(f"{rest[0]} {name} {rest[1]}".split()))
    )


def _each_of(topic: str, piece: str) -> tuple[Part, ...]:
    """A question put to each that is named before it ("A and B: who are the members of each")."""
    of_each = _EACH.search(piece)
    named = [name.strip() for name in re.split(r",\s|\s(?:en|and)\s", topic) if name.strip()]
    short = all(len(name.split()) <= _SHORT for name in named)
    if of_each is None or not short or not 1 < len(named) <= _MOST:
        return ()
    before, after = piece[: of_each.start()], piece[of_each.end() :]
    inside = _AFTER_PREPOSITION.search(before)
    return tuple(
        Part(asked, asked)
        for name in named
        if (
            asked := " ".join(
                (f"{before}{name}{after}" if inside else f"{name}: {before}{after}").split()
            )
        )
    )
