"""Words of a claim that are what people say for what its quote writes, or the other way round:
"turn up" for "attend", "aangesloten" for "lid".

The lexicon's everyday words lead one way and roughly, so that they count only between what nothing
else of claim and quote stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.content import Matcher
from assistant.support.content_words import ContentWord
from assistant.support.names import folded
from assistant.support.polarity import opposed
from corpus.vocabulary import Language, Vocabulary

LEAST = 0.9
"""Worth from which a formal word stands for the everyday one. Of the 59 carried development claims
that nothing but one word without a partner dropped, three are explained so, of 141 changed ones
none."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 3  # words of an expression that are looked up


def said_for(
    bare: Sequence[ContentWord],
    claim: str,
    lang: Language,
    free: Sequence[ContentWord],
    quote: str,
    other: Language,
    matcher: Matcher,
    vocabulary: Vocabulary,
) -> set[int]:
    """The places of those words of a claim without a partner that stand for one of the quote's
    ``free`` words, which stand for none of the claim's."""
    found: set[int] = set()
    for text, of, mine, theirs, to in (
        (claim, lang, bare, free, other),
        (quote, other, free, bare, lang),
    ):
        for window, start, end in _windows(text):
            own = [unit for unit in mine if start <= unit.start and unit.end <= end]
            written = [one.term for one in vocabulary.written(window, of) if one.weight >= LEAST]
            for there in theirs if own and written else ():
                stems = matcher.stems(there.text, to)
                if opposed(window, there.text) or there.number:
                    continue
                if any(matcher.held(folded(term), of, stems) for term in written):
                    found.update(unit.place for unit in (own if mine is bare else (there,)))
    return found


def _windows(text: str) -> Iterator[tuple[str, int, int]]:
    """Up to three words in a row, with where they stand."""
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST, len(words))):
            start, end = words[first].start(), words[last].end()
            yield text[start:end].casefold(), start, end
