"""Where a quote that a model copied stands in a passage: letter by letter, or nearly."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from assistant.extracting.sentences import sentences
from indexing.passage import Passage

SMALLEST_SHARE = 0.9
"""Share of a quote's words that must stand in the passage, in order. Models drop a comma or an
article; what is shown and judged is the passage's own text, so a looser match costs no truth."""

_LOOSEST_STRETCH = 1.35
_SHORTEST = 8
_LONGEST = 900
_WORD = re.compile(r"\w+", re.UNICODE)
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:\.\.\.|…)(?:\s*\])?\s*")


def locate(quote: str, passage: Passage) -> tuple[tuple[int, int], ...]:
    """The whole sentences of ``passage.text`` that hold ``quote``; empty when they do not.

    A quote with an ellipsis in it is found piece by piece. Sentences are taken whole, so that half
    a quote hides no condition.
    """
    spans: list[tuple[int, int]] = []
    for piece in _ELLIPSIS.split(quote.strip().strip("\"'“”«»‘’")):
        if len(piece) < _SHORTEST:
            continue
        found = _exact(piece, passage.text) or _nearly(piece, passage.text)
        if found is None:
            return ()
        spans.append(whole_sentences(passage.text, *found))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    if any(end - start > _LONGEST for start, end in merged):
        return ()
    return tuple(merged)


def whole_sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` widened to the sentences they fall in."""
    touched = [span for span in sentences(text) if span.start < end and start < span.end]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)


def _exact(piece: str, text: str) -> tuple[int, int] | None:
    folded, places = _folded(text)
    wanted, _ = _folded(piece)
    at = folded.find(wanted)
    if at < 0 or not wanted:
        return None
    return places[at], places[at + len(wanted) - 1] + 1


def _folded(text: str) -> tuple[str, list[int]]:
    """Letters and digits in lower case without accents, single spaces, and where each stood."""
    signs: list[str] = []
    places: list[int] = []
    for position, sign in enumerate(text):
        for plain in unicodedata.normalize("NFKD", sign):
            if unicodedata.combining(plain) or plain == "\u00ad":
                continue
            shown = plain.casefold() if plain.isalnum() else " "
            if plain in ".,%€$£":
                shown = plain
            if shown == " " and (not signs or signs[-1] == " "):
                continue
            for one in shown:
                signs.append(one)
                places.append(position)
    while signs and signs[-1] == " ":
        signs.pop()
        places.pop()
    return "".join(signs), places


def _nearly(piece: str, text: str) -> tuple[int, int] | None:
    """Where most words of ``piece`` stand close together, in order."""
    wanted = [match.group().casefold() for match in _WORD.finditer(piece)]
    words = list(_WORD.finditer(text))
    offered = [match.group().casefold() for match in words]
    if len(wanted) < 4 or not offered:
        return None
    matcher = SequenceMatcher(None, wanted, offered, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    matched = sum(block.size for block in blocks)
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    if matched < SMALLEST_SHARE * len(wanted) or last - first > _LOOSEST_STRETCH * len(wanted) + 1:
        return None
    return words[first].start(), words[last - 1].end()
