"""A pasted paragraph, cut into what can be checked one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.extracting.sentences import sentences
from assistant.paragraphs.references import Reference, listed, opens_list, without_marks

_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])")
_ENDED = re.compile(r"[.!?:;…][)\]’”\"'»\d⁰¹²³⁴-⁹]*\s*$")
_ITEM = re.compile(r"^\s*(?:[-*•–▪◦‣]\s+|\(?[a-z0-9]{1,2}[.)]\s+)")
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_MARKUP = re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_WRAPPED = 40  # characters from which a line without a full stop may go on in the next
_HEADING_WORDS = 12
_FEWEST_WORDS = 3
_OPINION = re.compile(
    r"\b(?:vind(?:en)?|denk(?:en)?|geloof|geloven|hopen?|wens(?:en)?|menen?|pleiten?|willen?)"
    r"\s(?:ik|wij|we)\b|\b(?:ik|wij|we)\s(?:\w+\s)?(?:vinden?|denk(?:en)?|geloof|geloven"
    r"|hopen?|wensen|menen|pleiten|betreuren|willen|stellen\svoor)\b"
    r"|\b(?:volgens|naar)\s(?:ons|mij|onze\smening|mijn\smening)\b|\b(?:ons|mijns)\sinziens\b"
    r"|\b(?:hopelijk|helaas|gelukkig|hopefully|unfortunately|fortunately|sadly|arguably)\b"
    r"|\b(?:we|i)\s(?:\w+\s)?(?:think|believe|hope|feel|find|recommend|propose|advocate|regret)\b"
    r"|\bin\s(?:our|my)\s(?:view|opinion)\b|^\W*(?:laten\swe|let\sus|let's)\b",
    re.IGNORECASE,
)
_VALUED = re.compile(
    r"\b(?:wij|we|ik|ons|onze|our|us|my)\b|\b(?:zouden?\s(?:\w+\s){0,4}moeten|verdien(?:t|en)\s(?:meer|beter)|is\s(?:on\w+|erg|heel|zeer)?\s?"
    r"(?:belangrijk|wenselijk|onmisbaar|cruciaal|jammer|prachtig|mooi|nodig|essentieel)"
    r"|should\b|ought\sto|deserves?\s(?:more|better)|is\s(?:very\s|so\s)?(?:important|desirable"
    r"|indispensable|crucial|essential|beautiful|regrettable|needed))",
    re.IGNORECASE,
)


class Role(StrEnum):
    """What a piece of a paragraph is."""

    CLAIM = "claim"
    HEADING = "heading"
    QUESTION = "question"
    OPINION = "opinion"
    LISTED = "listed"
    """An entry of a list of sources, or a footnote."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or line: its text without footnote marks, what it is, and the marks that stood in
    it. ``valued`` tells that it weighs something, which no document need say."""

    text: str
    role: Role
    marks: tuple[str, ...] = ()
    entry: Reference | None = None
    valued: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph as its pieces, in order; entries of its list of sources are among them."""

    pieces: tuple[Piece, ...] = field(default_factory=tuple)

    @property
    def entries(self) -> tuple[Reference, ...]:
        """The list of sources that was pasted along."""
        return tuple(piece.entry for piece in self.pieces if piece.entry is not None)


def cut(text: str) -> Cut:
    """The pieces of a pasted text. Lines that a PDF broke are joined; a list item, a heading and a
    line of a list of sources is a piece of its own."""
    pieces: list[Piece] = []
    in_list = False
    for line, alone in _lines(text):
        if opens_list(_plain(line)):
            in_list = True
            pieces.append(Piece(_plain(line), Role.HEADING))
            continue
        entry = listed(_plain(line), under_heading=in_list)
        if entry is not None:
            pieces.append(Piece(_plain(line), Role.LISTED, entry=entry))
            continue
        pieces.extend(_of_line(line, alone=alone))
    return Cut(tuple(pieces))


def _of_line(line: str, *, alone: bool) -> Iterator[Piece]:
    if _HASHES.match(line):
        yield Piece(_plain(line), Role.HEADING)
        return
    clean, marks = without_marks(_plain(line))
    spans = sentences(clean)
    begin = 0
    for position, span in enumerate(spans):
        last = position == len(spans) - 1
        end = len(clean) if last else span.end
        own = tuple(
            mark for place, mark in marks if begin <= place <= end and (place > begin or not begin)
        )
        begin = end
        sentence = span.of(clean)
        yield Piece(
            sentence,
            _role(sentence, alone=alone and len(spans) == 1),
            own,
            valued=bool(_VALUED.search(sentence)),
        )


def _role(sentence: str, *, alone: bool) -> Role:
    bare = sentence.rstrip("”\"')»’ ")
    words = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", sentence)
    if bare.endswith("?"):
        return Role.QUESTION
    if len(words) < _FEWEST_WORDS:
        return Role.HEADING
    if alone and len(words) <= _HEADING_WORDS and not _ENDED.search(sentence):
        return Role.HEADING
    if bare.endswith(":") and len(words) <= _HEADING_WORDS:
        return Role.HEADING
    return Role.OPINION if _OPINION.search(sentence) else Role.CLAIM


def _plain(line: str) -> str:
    """A line without the marks of Markdown and of a list."""
    bare = _ITEM.sub("", _HASHES.sub("", line))
    return " ".join(_MARKUP.sub(r"\2", bare).split())


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, those joined that were broken for their length; whether each stands
    alone, with something else above or below it."""
    joined = _HYPHENATED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept: list[str] = []
    open_line = False
    for line in joined.split("\n"):
        bare = line.strip()
        goes_on = open_line and bare and not _ITEM.match(line) and not _HASHES.match(line)
        if goes_on:
            kept[-1] = f"{kept[-1]} {bare}"
        elif bare:
            kept.append(line)
        open_line = bool(bare) and not _HASHES.match(kept[-1]) and _may_go_on(bare)
    for line in kept:
        yield line, len(kept) > 1


def _may_go_on(line: str) -> bool:
    """Whether a line was broken for its length: it is long, or its sentence is not at its end."""
    return len(line) >= _WRAPPED and not re.search(r"[.!?…][)\]’”\"'»\d]*$", line)
