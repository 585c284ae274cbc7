"""A question that asks several things: its parts, each made to stand by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.extracting.sentences import sentences
from assistant.understanding.carrying import carried, content_size, subject
from assistant.understanding.standing_alone import points_back, says_what, without_people
from assistant.understanding.stated import stated

_PREPOSITION = (
    r"(?:in|van|bij|voor|met|op|door|of|aan|sinds|tot|tegen|uit|over|by|for|with|from|to|at|on"
    r"|since|until|vanaf|about|within|binnen|na|after|before|tussen|between|onder|under|per|naar"
    r"|into|during|tijdens|zonder|without)"
)
_ARTICLE = r"(?:the|these|those|all|de|het|deze|die|alle)"
_WORD = r"(?:wie|wat|waar\w*|wanneer|waarom|hoe|hoeveel|welke?|who|what|where|when|why|how|which)"
_ASKS = rf"(?:{_PREPOSITION}\s)?{_WORD}\b"
# "En bestaat die nog", "and is it final": a verb before what it points back at asks as well.
_CHECKS = (
    r"(?:bestaat|bestaan|geldt|gelden|is|zijn|was|waren|mag|mogen|kan|kunnen|moet|moeten|heeft"
    r"|hebben|komt|komen|kost|helpt|loopt|werkt|are|were|does|do|did|has|have|can|may|must)\s"
    r"(?:er|het|die|dat|deze|dit|hij|zij|ze|ik|je|wij|we|it|they|that|this|there|i|you)\b"
    r"(?!\s(?:[^\W\d_]{5,}(?:en|s)\b))"
)
# "En verlies ik mijn uitkering", "and do I need a permit": a verb before who asks.
_I_ASK = (
    r"(?!(?:dat|als|of|omdat|zodat|toen|terwijl|wanneer|hoewel|indien|nadat|voordat|wat|die|waar|hoe"
    r"|dus|toch|want|dan|ook|nu|daar|daarom|graag|straks|soms|misschien|vandaag|morgen)\s)"
    r"[^\W\d_]{2,}\s(?:ik|we|wij)\b"
    r"|(?:kan|kunnen|mag|mogen|moet|moeten)\s(?:de|het|een|onze?|mijn)\s\w"
    r"|(?:am|are|is|do|does|did|can|could|may|must|should|will|would|have|has)\s"
    r"(?:i|we|they|he|she|you|my|our|there)\b"
)
_JOINT = re.compile(
    rf"(?:,\s*|\s)(?:en|and|maar|but|of|or)\s"
    rf"(?:(?:ook|also|dan|then|nog|verder)(?:\snog)?\s?[:,]\s)?"
    rf"(?=(?:ook |also |dan |then )?(?:{_ASKS}))"
    rf"|(?:,\s*|\s)(?:en|and)\s(?:(?:ook|also|dan|then|nog|verder)(?:\snog)?\s?[:,]\s)?"
    rf"(?={_CHECKS}|{_I_ASK})",
    re.IGNORECASE,
)
_COMMA = re.compile(rf",\s*(?={_ASKS})", re.IGNORECASE)
_OPENS = re.compile(rf"\W*{_ASKS}", re.IGNORECASE)
_PREAMBLE = re.compile(
    rf"(?P<preamble>[^:?]{{3,120}})(?<!\book)(?<!\bnog)(?<!\bdan)(?<!\balso)(?<!\bthen)(?<!\bverder)"
    rf":\s+(?={_ASKS})",
    re.IGNORECASE,
)
_ASKING = re.compile(rf"\b{_ASKS}", re.IGNORECASE)
# "Hoeveel een klein partnerschap", "how long in Spain": what is counted stands in the part before.
_GAPPED = re.compile(
    r"\W*(?:hoeveel|welke?|hoe\s\w+|how\s(?:many|much|long|often)|which(?:\sones?)?|what)\s"
    rf"(?:een|an?|(?!(?:of|van)\s{_ARTICLE}\s[^\W\d_]){_PREPOSITION})\b"
    rf"|\W*(?:{_PREPOSITION}\s)?(?:welke?|which|what)\s(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b)"
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
_LAST_NAME = re.compile(rf"{_NAME}(?=\W*$)")
# "Wat doen Zeezicht, Noordkaap en de Kustraad elk": several that are each asked the same.
_EACH = re.compile(
    r"\b(?:each|elk|elke|ieder|telkens|allebei|respectievelijk|respectively|afzonderlijk)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\((?P<inside>{_NAME}(?:,\s{_NAME})*(?:,?\s(?:en|and)\s{_NAME})?)\)"
    rf"|(?P<row>{_THE_NAME}(?:,\s{_THE_NAME})*,?\s(?:en|and)\s{_THE_NAME})"
)
_TAIL = re.compile(
    r"\s(?:qua|op het vlak van|wat betreft|inzake|volgens|in terms of|when it comes to|regarding"
    r"|according to)\s.+$",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"\W*(?:does|do|did|is|are|was|were|has|have|can|may|must|should|will|klopt|zijn|heeft|hebben|mag"
    r"|kan|kunnen|moet|moeten|bestaat|bestaan|geldt|gelden|komt|gaat|doet|vindt|zegt|krijgt?|heb)\s",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(rf"{_YES_NO.pattern}|\W*(?:{_I_ASK})", re.IGNORECASE)
# "We play in Oslo in May, do we need a visa?": who asks tells first what it is about.
_TELLS = re.compile(
    rf"^(?!\W*(?:(?:en|and|maar|but)\s)?(?:{_PREPOSITION}|als|if|when|wanneer|zodra|omdat|because|volgens|according|gezien|given"
    rf"|{_ASKS}|{_I_ASK}|{_YES_NO.pattern[3:-2]})\s)(?P<told>(?:[^\s?]+\s){{3,}}?[^\s?]+?)\s?(?:[,;:]|\s[-–—])\s"
    rf"(?:(?:en|and|maar|but|dus|so)\s)?(?=(?:{_ASKS}|{_I_ASK}|{_CHECKS}|{_YES_NO.pattern[3:]}))",
    re.IGNORECASE,
)
_SAYS_LITTLE = re.compile(r"\b(?:nog|ook|dan|al|still|also|then|already|dat|this|that|it)\b", re.I)
# Who types fast: "ik hoor dat vaak. klopt dat, en waarom?"
_NEXT = re.compile(
    rf"(?<=\?)\s+|(?<=[^\W\d_]{{3}}\.)\s+(?={_ASKS}|{_YES_NO.pattern[3:]})", re.IGNORECASE
)
_SAYS = re.compile(
    r"\W*(?:waarover|waar)\s(?:gaat|gaan)\s(?:het|die|ze|dat)(?:\s(?:dan|telkens|over|precies))*\W*$|"
    r"\W*(?:wat|what)\s(?:zeggen|zegt|schrijven|vertellen|lees|staat|do|does)\s"
    r"(?:ze|zij|die|het|ik|er|they|it)(?:\s(?:say|tell|daar|daarover|erover|er|over|about it|dan"
    r"|precies|in))*\W*$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*(?:geef|noem|toon|vertel|som|zoek|give|name|list|show|tell|find)\b", re.IGNORECASE
)
# The same preposition twice: "over vrijwilligers en over koepels", "for a TIP and for a grant".
_TWICE = re.compile(
    r"^(?P<head>.{8,}?)[,:]?\s(?P<preposition>over|voor|in|bij|van|tegen|aan|for|about|at|on|from|to"
    r"|with|of)\s(?P<first>[^,?:;]{3,70}?),?\s(?:en|and)\s(?:ook\s|also\s)?"
    r"(?P<again>(?P=preposition))\s(?P<second>[^?:;]{3,70}?)[?.!]*$",
    re.IGNORECASE,
)
# "In het rapport en in het dossier": what is named is a document, and no more is said of it.
_DOCUMENT = re.compile(
    r"^(?:(?:het|de|dat|dit|the|this|that)\s)?"
    r"(?:(?!(?:in|van|uit|bij|of|from)\b)[\w.-]+\s){0,3}?[\w-]*"
    r"(?:rapport|dossier|document|verslag|studie|nota|tekst|verhaal|report|paper|study|text|page|file)"
    r"\b",
    re.IGNORECASE,
)
_MOST = 4
_LEAST_WORDS = 2
_BARE = 3  # words of "Wie organiseerde", which says nothing without what follows
_LEAST_CONTENT = 2  # content words from which a first part says what it is about


@dataclass(frozen=True, slots=True)
class Part:
    """One question of those that are joined.

    ``asked`` is how it stands there; ``text`` the same with its subject put in where it points
    back; ``setting`` words of the rest that it leans on; ``gapped`` tells that it leaves out what
    is asked for because the part before says so; ``told`` is what is told besides, on which it does
    not lean: who asks, and what for.
    """

    asked: str
    text: str
    setting: str = ""
    gapped: bool = False
    told: str = ""


def parts(question: str) -> tuple[Part, ...]:
    """The questions that ``question`` joins ("wie ... en wanneer ...?"); itself when it is one."""
    whole = (Part(question.strip(), question.strip()),)
    told, topic, pieces = _pieces(question)
    preamble = " ".join(filter(None, (told, topic)))
    if len(pieces) == 1 and told and not topic and not _leans(pieces[0], told):
        whole = (Part(pieces[0], pieces[0], told=told),)
    if len(pieces) == 1 and (spread := _spread(pieces[0]) or _each(pieces[0])):
        return tuple(replace(part, setting=preamble) for part in spread)
    asks = pieces and (
        pieces[0].endswith("?") or _ASKING.search(pieces[0]) or _VERB_FIRST.match(pieces[0])
    )
    if not 1 < len(pieces) <= _MOST or not asks:
        return whole
    about = subject(preamble)
    found = [_first(pieces, preamble, told if not topic else "")]
    for number, piece in enumerate(pieces[1:], start=1):
        before = pieces[number - 1]
        piece = _filled(piece, before)
        if _GAPPED.match(piece):
            found.append(Part(piece, piece, before, gapped=True, told=told))
            continue
        earlier = " ".join(pieces[:number])
        named = about or subject(earlier)
        text, leans = carried(piece, named, earlier)
        # "They" are people in general where nobody was named.
        leans = leans and (bool(named) or carried(without_people(piece), "", earlier)[1])
        aside = bool(about) and about not in text
        if aside and leans:
            text = f"{preamble.rstrip('.:')}: {text}"
        # A part that says enough by itself only leans on what was said before the questions.
        before_all = leans and (not about or (bool(told) and told.rstrip(".") not in text))
        setting = [preamble] if before_all or (aside and not leans) else []
        if leans:
            setting.append(before)
        found.append(Part(piece, text, " ".join(filter(None, setting)), told=told))
    return tuple(found)


def whole_clause(part: str) -> bool:
    """Whether a part tells who does what to what ("do I need a permit"), however little it says."""
    verb = _VERB_FIRST.match(part)
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
        return piece
    left_out = re.search(
        rf"\b{match['word']}\s(?P<what>[^,?]{{3,60}}?)\s{match['verb']}\b", before, re.IGNORECASE
    )
    if not left_out:
        return piece
    return f"{match['word']} {left_out['what']} {piece[match.start('verb') :]}"


def _first(pieces: list[str], preamble: str, told: str) -> Part:
    """The first part leans on what stands before it, unless that is ``told`` beside it and the part
    says enough; on what follows only when it is bare."""
    piece = pieces[0]
    if told and not _leans(piece, told):
        return Part(piece, piece, told=told)
    if preamble:
        return Part(piece, f"{preamble.rstrip('.:')}: {piece}")
    bare = len(piece.split()) <= _BARE and content_size(piece) < _LEAST_CONTENT
    return Part(piece, piece, pieces[1] if bare and not subject(piece) else "")


def _spread(piece: str) -> tuple[Part, ...]:
    """One question put to two things ("over vrijwilligers en over koepels"), a part for each."""
    match = _TWICE.search(piece)
    if not match or any(_DOCUMENT.match(match[name]) for name in ("first", "second")):
        return ()
    head = match["head"].rstrip(" ,:")
    if not (_ASKING.search(head) or _ORDER.match(head)) or content_size(head) < 1:
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


def _pieces(question: str) -> tuple[str, str, list[str]]:
    """What is told beside the questions, what they are said to be about, and the questions."""
    told: list[str] = []
    topic: list[str] = []
    found: list[str] = []
    for sentence in _sentences(question):
        if match := _PREAMBLE.match(sentence):
            if not found:
                topic.append(match["preamble"].strip())
            sentence = sentence[match.end() :]
        elif not found and (match := _TELLS.match(sentence)) and not _ASKING.search(match["told"]):
            told.append(f"{match['told']}.")
            sentence = sentence[match.end() :]
        elif not (
            sentence.endswith("?")
            or _OPENS.match(sentence)
            or _ORDER.match(sentence)
            or (found and _ASKING.search(sentence))
        ):
            told.append(sentence)
            continue
        found.extend(_joined(sentence))
    return " ".join(told), " ".join(topic), found


def _sentences(question: str) -> list[str]:
    """The sentences; who types fast opens the next one without a capital."""
    return [
        piece.strip()
        for span in sentences(question)
        for piece in _NEXT.split(span.of(question))
        if piece.strip()
    ]


def _joined(sentence: str) -> list[str]:
    pieces = [piece.strip(" ,;") for piece in _JOINT.split(sentence)]
    if len(pieces) > 1:
        # "What is it, who runs it and where?": a comma joins what "and" closes.
        pieces = [
            piece.strip(" ,;")
            for part in pieces
            for piece in (_COMMA.split(part) if _OPENS.match(part) else [part])
        ]
    found: list[str] = []
    for piece in pieces:
        if found and _SAYS.match(piece):
            continue  # "Which reports mention it, and what do they say?" asks one thing
        if len(piece.split()) >= _LEAST_WORDS:
            found.append(piece)
    return found
