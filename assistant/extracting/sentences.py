"""Where sentences begin and end, in Dutch and English text with figures, references and URLs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.words import words as word_list

# Abbreviations after which a capital or a digit may follow without a new sentence beginning.
_NEVER_END = word_list("abbreviations")
# Abbreviations that often close a sentence: they end one when a capitalised word follows.
_MAY_END = word_list("closing-abbreviations")

_TERMINAL = re.compile(r"[.!?…]+[)\]’”\"'»]*")
_WORD_BEFORE = re.compile(r"\S+\Z")
_OPENING = "([«“‘\"'"
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*\Z|\S+@\S+\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters this span covers."""
        return text[self.start : self.end]


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``, trimmed, in order; offsets count in ``text``.

    A line break always ends a sentence (passages keep one only between their parts); a decimal, a
    section number, an initial, a known abbreviation or an address never does.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    line_start = start
    while line_start < stop:
        line_end = text.find("\n", line_start, stop)
        line_end = stop if line_end < 0 else line_end
        spans.extend(_of_line(text, line_start, line_end))
        line_start = line_end + 1
    return tuple(spans)


def _of_line(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    begin = start
    for match in _TERMINAL.finditer(text, start, end):
        if match.start() < begin:
            continue
        if _ends_sentence(text, begin, match, end):
            _append(spans, text, begin, match.end())
            begin = match.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    after = match.end()
    if after >= end:
        return True
    mark = match.group()[0]
    following = text[after:end]
    word = _word_before(text, begin, match.start())
    if not following[0].isspace():
        return mark == "." and _glued(word, following)
    rest = following.lstrip()
    if not rest:
        return True
    first = rest[1] if rest[0] in _OPENING and len(rest) > 1 else rest[0]
    if mark in "!?":
        return not first.islower()
    if first.islower():
        return False
    return not _holds_on(word, text[begin : match.start()], rest)


def _holds_on(word: str, before: str, rest: str) -> bool:
    """Whether a full stop after ``word`` belongs to the word and not to the sentence."""
    token = word.lstrip(_OPENING).lower() + "."
    if token in _NEVER_END:
        return True
    if token in _MAY_END:
        return not rest[0].isupper()
    bare = word.lstrip(_OPENING)
    if len(bare) == 1 and bare.isalpha() and bare.isupper():
        return True  # an initial: "J. Jambon"
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", bare):
        return True  # "R.O.M."
    # An enumerator at the very start of the sentence: "1. Van exportbeleid", "a) ...".
    return bool(re.fullmatch(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})", before, re.I))


def _word_before(text: str, begin: int, dot: int) -> str:
    match = _WORD_BEFORE.search(text, begin, dot)
    return match.group() if match else ""


def _glued(word: str, following: str) -> bool:
    """A missing space after a full stop: "…de sector.De …", but not "VI.BE" or an URL."""
    if _URL_TAIL.search(word) or len(following) < 2:
        return False
    bare = word.strip(_OPENING)
    return (
        len(bare) >= 4
        and bare[-1].islower()
        and "." not in bare
        and following[0].isupper()
        and (following[1].islower() or following[1] == " ")
    )
