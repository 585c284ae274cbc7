"""Sentences and clauses: a statement is compared with the clause that says the same, no more."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|\d|[“\"«*])")
_MARKS = r"\s*[;:()\n]\s*|\s+[–—-]\s+|,\s+(?!\d)"
_DUTCH = r"en|maar|of|terwijl|al|hoewel|want|omdat"
_ENGLISH = r"and|but|or|while|whereas|although|though|because"
_CLAUSE = {
    lang: re.compile(rf"{_MARKS}|\s+(?:{words})\s+", re.IGNORECASE)
    for lang, words in (("nl", _DUTCH), ("en", _ENGLISH))
}
_CONDITION = re.compile(
    r"\b(?:if|when|unless|provided|wanneer|indien|mits|tenzij|zolang|as long as|pas|"
    r"als(?! (?:een )?(?:EU-|beeldend|bezoeker|zelfstandig|werknemer|kunstenaar|voorprogramma)))\b",
    re.IGNORECASE,
)
# "Betaalt een organisator je reis, dan ...": the verb first and "dan" after the comma.
_VERB_FIRST = re.compile(r"^[A-Z][a-zë]+[td]? (?:[^,.]+), (?:dan|zo)\b")


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences, roughly: enough to compare one statement with another."""
    found = tuple(part.strip() for part in _SENTENCE.split(text) if part.strip())
    return found or (text,)


def clauses(text: str, lang: str) -> tuple[str, ...]:
    """A text's clauses, cut at commas, brackets and conjunctions; never inside a number."""
    cut = _CLAUSE.get(lang, _CLAUSE["en"])
    # A short aside ("(Künstlersozialabgabe)") names what stands before it.
    whole = re.sub(r"\s\(((?:[^()\s]+\s?){1,3})\)", r" \1", text)
    found = tuple(part.strip(" ,.") for part in cut.split(whole) if part and part.strip(" ,."))
    return found or (text,)


def conditions(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence that say when it holds ("if ...", "als ...", "pas wanneer ...")."""
    if _VERB_FIRST.match(sentence):
        return (sentence.split(",")[0],)
    found = []
    for clause in re.split(r"[,;()]\s*", sentence):
        match = _CONDITION.search(clause)
        if match:
            found.append(clause[match.start() :])
    return tuple(found)


def conditional(text: str) -> bool:
    """Whether a text says when it holds."""
    return any(conditions(sentence) for sentence in sentences(text))
