"""Which language a question is in, and so which language answers it."""

from __future__ import annotations

import re

from corpus.language import detect
from corpus.vocabulary import Language, Vocabulary

_DUTCH = re.compile(
    r"\b(?:de|het|een|en|van|wat|wie|waar|welke?|hoeveel|wanneer|waarom|hoe|is|zijn|wordt|voor"
    r"|met|niet|ik|je|kan|moet|worden|door|bij|naar|op|om|uit|werd|heeft|zit|dat|die|deze"
    r"|volgens|graag|nog|ook|sinds|tussen|over|in"
    r"|da|wa|nie|ge|gij|toch|dan|bij|aub)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|a|an|and|of|what|who|where|which|how|many|much|when|why|is|are|was|were|for"
    r"|with|not|i|you|can|do|does|did|to|in|by|from|on|that|this|these|those|according|about"
    r"|please|since|between|than|there|has|have)\b",
    re.IGNORECASE,
)


_WORD = re.compile(r"[^\W\d_]{3,}")
_ANSWERED: tuple[Language, ...] = ("nl", "en")
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 2  # function words: fewer do not tell Dutch and English from other languages
_LONG_ENOUGH = 25  # characters from which the general detector is to be trusted


def question_language(text: str, earlier: tuple[str, ...] = ()) -> tuple[str, str]:
    """The language of ``text`` and the language to answer in (``nl`` or ``en``).

    Questions are short: function words of the two languages we answer in decide first, then the
    general detector, then the earlier questions. Another language is answered in English.
    """
    dutch, english = len(_DUTCH.findall(text)), len(_ENGLISH.findall(text))
    if max(dutch, english) <= _FEW and len(text) > _LONG_ENOUGH:
        # "de" and "a" are words of many languages.
        detected = detect(text)
        if detected not in ("nl", "en", None):
            return detected or "other", "en"
    if dutch > english:
        return "nl", "nl"
    if english > dutch:
        return "en", "en"
    known = _by_vocabulary(text)
    if known:
        return known, known
    # An abbreviation alone ("A1") is of no language.
    detected = detect(text) if len(_LETTER.findall(text)) > _FEW else None
    if detected in ("nl", "en"):
        return detected, detected
    for question in reversed(earlier):
        if question != text:
            return question_language(question)
    return (detected, "en") if detected else ("nl", "nl")


def _by_vocabulary(text: str) -> str:
    """The language that more of the words are of, by the lexicon; empty when as many are."""
    vocabulary = Vocabulary.load()
    only = {"nl": 0, "en": 0}
    words = _WORD.findall(text)
    # A name is of its own language, whatever the question is in ("is Creative Europe afgelopen?").
    common = [word for word in words if word.islower()]
    for word in common or words:
        held = {
            lang: vocabulary.knows(word.lower(), lang) or vocabulary.country(word, lang) is not None
            for lang in _ANSWERED
        }
        for lang in _ANSWERED:
            only[lang] += held[lang] and not all(held.values())
    if only["nl"] == only["en"]:
        return ""
    return max(only, key=lambda lang: only[lang])


def language_or(text: str, lang: str) -> str:
    """The language of a text, or ``lang`` when it is not told."""
    found = question_language(text)[0]
    return found if found in ("nl", "en") else lang
