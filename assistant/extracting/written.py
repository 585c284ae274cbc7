"""What documents write for what people say, in either language."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.vocabulary import Language, Vocabulary

_ACROSS = 2  # translations of each word that documents write


def written(
    vocabulary: Vocabulary, said: str, lang: Language
) -> Iterator[tuple[Language, str, float]]:
    """The words that documents may write for a word or an expression of ``lang``, each with its
    language and its worth (0 to 1): "attend" and "bijwonen" for "turn up"."""
    other: Language = "en" if lang == "nl" else "nl"
    for there in vocabulary.written(said, lang):
        yield lang, there.term, there.weight
        for translation in vocabulary.translate(there.term, lang, other)[:_ACROSS]:
            yield other, translation.term, there.weight * translation.weight
