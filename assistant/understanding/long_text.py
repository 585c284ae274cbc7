"""A very long question, brought back to what it asks."""

from __future__ import annotations

import re

from assistant.extracting.sentences import sentences

_LONGEST_WORD = 60
_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")


def essence(text: str, most: int) -> str:
    """At most ``most`` characters: the sentences that ask something, else the beginning.

    A sentence that comes back counts once; words longer than any word are cut short.
    """
    text = _WORD.sub(lambda match: match.group()[:_LONGEST_WORD], text)
    if len(text) <= most:
        return text
    asked = dict.fromkeys(
        span.of(text) for span in sentences(text) if span.of(text).rstrip().endswith("?")
    )
    kept: list[str] = []
    room = most
    for sentence in asked or [text[:most]]:
        if len(sentence) > room:
            break
        kept.append(sentence)
        room -= len(sentence) + 1
    return " ".join(kept) or text[:most]
