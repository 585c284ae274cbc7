"""The key words of a quote in the reader's language, where the lexicon is sure."""

from __future__ import annotations

import re

from corpus.vocabulary import Language, Vocabulary

_WORD = re.compile(r"[^\W\d_][\w'’-]{5,}")
_SURE = 0.99
_MOST = 14


def gloss(texts: tuple[str, ...], source: str, target: str, vocabulary: Vocabulary) -> str:
    """Pairs such as "vertrouwen = trust", in the order of the quotes; empty when none is sure.

    Sure is what leads back to the same word from the other language. Function words, names, verbs
    and words that read the same in both languages are left out.
    """
    if source == target or {source, target} != {"nl", "en"}:
        return ""
    from_: Language = "nl" if source == "nl" else "en"
    to: Language = "en" if source == "nl" else "nl"
    empty = vocabulary.function_words(from_)
    pairs: dict[str, str] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group().lower()
            if word in pairs or word in empty or match.group()[0].isupper():
                continue
            meaning = _meaning(word, from_, to, vocabulary)
            if meaning and word[:5] != meaning.lower()[:5] and meaning not in pairs.values():
                pairs[word] = meaning
            if len(pairs) >= _MOST:
                break
    return ", ".join(f"{word} = {meaning}" for word, meaning in pairs.items())


def _meaning(word: str, source: Language, target: Language, vocabulary: Vocabulary) -> str:
    """The equivalent that is sure, or nothing."""
    lemmas = vocabulary.lemmas(word, source)
    # A Dutch dictionary form on -en is nearly always a verb: its meaning hangs on the sentence.
    if len(lemmas) != 1 or (source == "nl" and lemmas[0].endswith("en")):
        return ""
    options = vocabulary.translate(lemmas[0], source, target)
    if not options or options[0].weight < _SURE:
        return ""
    back = vocabulary.translate(options[0].term, target, source)
    return options[0].term if back and back[0].term == lemmas[0] else ""
