"""Does a claim say of more than its quote does? What narrows a statement may not be left out.

"Most houses stopped" is not "the houses stopped"; "strong" is not "strongest", nor is "some" what
is so of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.content_words import ContentWord
from assistant.support.names import folded
from assistant.support.polarity import words
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_WORD = re.compile(r"(?<!\bat )[^\W\d_]+")
_SOME = re.compile(r"\b(?:some|sommige)\s", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|each|every|alle|elke?|iedere?)\b", re.IGNORECASE)
_SHORTEST = 6  # letters of a superlative; shorter words that end like one are none


def narrowed(
    pairs: Sequence[Pair], claim: Text, quote: Text, units: Sequence[ContentWord], tagger: Tagger
) -> Iterator[str]:
    """What narrows a statement of the quote and is missing from the claim. ``units`` are those of
    the quote."""
    held = {partner.place for pair in pairs for partner in pair.partners}
    yield from _hedged(claim, quote, units, held)
    if _SOME.search(claim.text) and not _SOME.search(quote.text) and _ALL.search(quote.text):
        yield "told of some"
    for pair in pairs:
        if not pair.partners or not _is_superlative(pair.unit, claim, tagger):
            continue
        if not any(_is_superlative(partner, quote, tagger) for partner in pair.partners):
            yield f"{pair.unit.text}, a superlative"


def _hedged(
    claim: Text, quote: Text, units: Sequence[ContentWord], held: set[int]
) -> Iterator[str]:
    """ "Usually" before a word that the claim tells without it or another such word."""
    hedges = words()["hedges"]
    if {folded(word) for word in _WORD.findall(claim.text)} & (hedges | words()["near_hedges"]):
        return
    for match in _WORD.finditer(quote.text):
        if folded(match[0]) not in hedges:
            continue
        after = next((unit for unit in units if unit.start >= match.end()), None)
        if after is not None and after.place in held:
            yield f"“{match[0]}” left out"


def _is_superlative(unit: ContentWord, text: Text, tagger: Tagger) -> bool:
    word = folded(unit.text)
    if word in words()["no_superlatives"] or len(word) < _SHORTEST:
        return False
    stems: tuple[str, ...]
    if text.lang == "en":
        endings = (word[:-3], word[:-2], word[:-4], word[:-4] + "y")
        stems = endings if word.endswith("est") else ()
    else:
        stems = (word[:-3],) if word.endswith("ste") else ()
    return any("a" in tagger.kinds(stem, text.lang) for stem in stems)
