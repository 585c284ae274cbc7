"""The key words of a quote in the reader's language, where the lexicon is sure."""

from __future__ import annotations

import re

from corpus.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
_SURE = 0.9
_MOST = 24


def gloss(texts: tuple[str, ...], source: str, target: str, vocabulary: Vocabulary) -> str:
    """Pairs such as "vertrouwen = trust", in the order of the quotes; empty when none is sure.

    Words that read the same in both languages, function words and names are left out.
    """
    if source == target or source not in ("nl", "en") or target not in ("nl", "en"):
        return ""
    from_, to = ("nl", "en") if source == "nl" else ("en", "nl")
    empty = vocabulary.function_words("nl" if from_ == "nl" else "en")
    pairs: dict[str, str] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            key = word.lower()
            if key in pairs or key in empty or (word[0].isupper() and match.start() > 0):
                continue
            options = vocabulary.translate(
                word, "nl" if from_ == "nl" else "en", "nl" if to == "nl" else "en"
            )
            if options and options[0].weight >= _SURE and not _alike(key, options[0].term):
                pairs[key] = options[0].term
            if len(pairs) >= _MOST:
                break
    return ", ".join(f"{word} = {meaning}" for word, meaning in pairs.items())


def _alike(word: str, meaning: str) -> bool:
    return word[:5] == meaning.lower()[:5]
