"""Names and abbreviations in a claim, and whether its quotes hold them in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from assistant.support.polarity import words
from corpus.vocabulary import Language, Translation, Vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*", re.UNICODE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n“\"«(*-]\s*)$")


def names(text: str, lang: Language, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Words that are names or abbreviations: capitals, but not merely because a sentence begins.

    A word at the start of a sentence counts as a name only when the lexicon does not know it as a
    word of the language; month and weekday names, which English capitalises, do not count.
    """
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if not any(character.isupper() for character in word):
            continue
        lowered = word.casefold()
        if lowered in words()["calendar"] or lowered in _PRONOUNS:
            continue
        shouted = sum(character.isupper() for character in word) > 1
        starts = bool(_SENTENCE_START.search(text[: match.start()]))
        if starts and not shouted and _is_word(lowered, lang, vocabulary):
            continue
        found.append(word)
    return tuple(dict.fromkeys(found))


_PRONOUNS = frozenset(("i", "i'm", "i'll", "u", "uw"))


def _is_word(word: str, lang: Language, vocabulary: Vocabulary) -> bool:
    return vocabulary.knows(word, lang) or word in vocabulary.function_words(lang)


def carried(name: str, lang: Language, offered: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a name stands in one of the texts, as it is or as its equivalent.

    Countries, their adjectives and inhabitants, and terms that the lexicon knows may stand in the
    other language: "Germany" is carried by "Duitse", "Decree" by "Kunstendecreet".
    """
    texts = [folded(text) for text in offered]
    if any(_stands(folded(name), text) for text in texts):
        return True
    country = vocabulary.country(name, lang)
    if country is not None:
        for text in texts:
            for word in _TOKEN.findall(text):
                if any(vocabulary.country(word, other) == country for other in ("nl", "en")):
                    return True
    others = {translation.term for translation in _equivalents(name, lang, vocabulary)}
    return any(folded(term)[:6] in text for term in others if len(term) >= 4 for text in texts)


def _equivalents(name: str, lang: Language, vocabulary: Vocabulary) -> tuple[Translation, ...]:
    other: Language = "en" if lang == "nl" else "nl"
    return (*vocabulary.translate(name, lang, other), *vocabulary.translate(name, other, lang))


def _stands(name: str, text: str) -> bool:
    """Whole, or followed by an ending or a hyphen ("Vlaamse" for "Vlaams", "VAF-steun")."""
    if re.search(rf"(?<!\w){re.escape(name)}(?:'?s|e|en)?(?!\w)", text):
        return True
    stem = re.sub(r"(?:'s|s|e)$", "", name)
    return (
        len(stem) >= 4
        and re.search(rf"(?<!\w){re.escape(stem)}(?:'?s|e|en)?(?!\w)", text) is not None
    )


def folded(text: str) -> str:
    """Case and accents folded, one kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
