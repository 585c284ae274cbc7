"""A French question put into English word by word, so that it may be read as one.

No translation: word order stays, and what the table lacks stays as it is, names above all. It is
enough to find what is asked about; who asked is shown how the question was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from corpus.lexicon.tables import read_french
from corpus.settings import LEXICON

_TOKEN = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*'?|\S")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu)'", re.IGNORECASE)
_ELIDED = {"c'": "ce", "d'": "de", "j'": "je", "l'": "le", "m'": "me", "qu'": "que", "t'": "te"}
_LONGEST = 6
LEAST_KNOWN = 0.6
"""A question of which fewer of the words stand in the table is left as it is."""


def in_english(text: str, folder: Path = LEXICON) -> str:
    """The French question ``text`` with its words in English; empty when too few are known.

    Raises LexiconError on a malformed table.
    """
    known = _glossary(folder)
    tokens = [piece for token in _TOKEN.findall(text.replace("’", "'")) for piece in _apart(token)]
    found: list[str] = []
    words = counted = at = 0
    while at < len(tokens):
        length, english = _longest(tokens, at, known)
        found.append(english if english is not None else tokens[at])
        # A name is no unknown word; the first word of a question is none.
        if tokens[at][0].isalpha() and (english is not None or tokens[at].islower()):
            words += length
            counted += length if english is not None else 0
        at += length
    if not words or counted < LEAST_KNOWN * words:
        return ""
    return re.sub(r"\s+([?.!,;:)])", r"\1", " ".join(part for part in found if part))


def _apart(token: str) -> Iterator[str]:
    """Words with an elided one before them in two: l'étranger, d'auteur."""
    if (match := _ELISION.match(token)) and match.end() < len(token):
        yield match[0]
        yield token[match.end() :]
    else:
        yield token


def _longest(tokens: list[str], at: int, known: Mapping[str, str]) -> tuple[int, str | None]:
    """How many words from ``at`` stand in the table together, and their English; else one, None."""
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        written = _normal(tokens[at : at + length])
        for form in (written, *(_dictionary_forms(written) if length == 1 else ())):
            english = known.get(form)
            # Within a question a capital makes a name: Culture Moves Europe; but Allemagne, TVA.
            name = at and tokens[at][0].isupper()
            if english is not None and not (name and length == 1 and english.islower()):
                return length, english
    return 1, None


def _dictionary_forms(word: str) -> Iterator[str]:
    """Forms that the table may have of an inflected word."""
    if word.endswith("aux"):
        yield f"{word[:-3]}al"
    for ending in ("s", "x", "e", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending)
    for ending, masculine in (("elles", "el"), ("elle", "el"), ("ives", "if"), ("ive", "if")):
        if word.endswith(ending):
            yield word.removesuffix(ending) + masculine
    if word.endswith(("nnes", "nne")):
        yield word.rstrip("s").removesuffix("ne")
    for ending in ("ées", "ée", "és", "é", "ent", "ons", "ez", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending) + "er"


def _normal(tokens: Iterable[str]) -> str:
    """Lower case, with elided words whole, as phrases are looked up: d'une is de une."""
    return " ".join(_ELIDED.get(token.lower(), token.lower()) for token in tokens)


@cache
def _glossary(folder: Path) -> Mapping[str, str]:
    return {
        _normal(piece for token in _TOKEN.findall(french) for piece in _apart(token)): english
        for french, english in read_french(folder).items()
    }
