"""What a word of a question is in the other language, and how surely."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.lexicon.derivation import cognates
from corpus.vocabulary import Language, Vocabulary

_MOST = 6
_COGNATE = 0.8  # what a word that the lexicon lacks is likely to be in the other language
_BESIDE_LOAN = 0.6  # another translation of a word that both languages have


def across(
    vocabulary: Vocabulary, word: str, source: Language, target: Language
) -> Iterator[tuple[str, float]]:
    """The words of ``target`` that may say ``word``, each with a weight from 0 to 1.

    "Games" is said in Dutch as well: what else it may mean there is meant less. What a word that
    has no translation is likely to be ("transversaliteit") need not exist.
    """
    translations = vocabulary.translate(word, source, target)[:_MOST]
    if not vocabulary.knows(word, source):
        yield from ((cognate, _COGNATE) for cognate in cognates(word.lower(), source))
    lent = {word.lower(), *vocabulary.lemmas(word, source)[:1]}
    borrowed = any(translation.term in lent for translation in translations)
    for translation in translations:
        if not borrowed:
            yield translation.term, translation.weight
        elif translation.term in lent:
            yield translation.term, 1.0
        else:
            yield translation.term, translation.weight * _BESIDE_LOAN
