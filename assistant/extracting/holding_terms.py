"""The terms by which a publication is held against a question: as in the index, and with compounds
taken apart into words of the lexicon too.

In few documents the parts of a compound stand nowhere by themselves, so that the index leaves
"gidsenvergoeding" whole. Of 240 questions over 24 such documents two more were right, of 133 over
23 and 60 over 15 as many. What is searched stays as it was: with such parts it found more, and
worse (nDCG@10 0.750 instead of 0.760 over 53 questions on government pages).
"""

from __future__ import annotations

from corpus.lexicon.inflection import other_number
from corpus.vocabulary import Vocabulary
from indexing.analysis import REMEMBERED, Analyser
from indexing.index import Index

_LEXICON_COUNT = 20
"""In how many passages a word of the lexicon counts as standing: a compound that is more usual than
its parts stays whole."""


def holding_analyser(index: Index, vocabulary: Vocabulary) -> Analyser:
    """Turns text into terms; what the corpus or the lexicon knows is a part of a compound."""
    words = vocabulary.words("nl")

    def known(word: str) -> bool:
        return (
            word in words
            or (word.endswith("en") and word[:-2] in words)
            or (word.endswith("s") and word[:-1] in words)
            or any(one in words for one in other_number(word))
        )

    return Analyser(
        lambda word: max(index.word_count(word, "nl"), _LEXICON_COUNT if known(word) else 0),
        remembered=REMEMBERED,
        names=vocabulary.gazetteer.certain,
    )
