"""Texts put as questions, and the words in them that say something."""

from __future__ import annotations

from assistant.understanding import leaning
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_EMPTY = stop_words("nl") | stop_words("en")


def what_about(rest: str, lang: str) -> str:
    """A few words as a question on them."""
    body = rest.strip().rstrip("?!. ")
    return f"Hoe zit het met {body}?" if lang == "nl" else f"What about {body}?"


def sentence(text: str) -> str:
    """A text as a sentence: a capital, and a mark at its end."""
    body = " ".join(text.split())
    if body and body[-1] not in "?!.":
        body += "?" if leaning.QUESTION_WORDS.search(body) or len(body.split()) < 6 else "."
    return body[:1].upper() + body[1:]


def content_words(text: str) -> frozenset[str]:
    """The words that say something by themselves, folded."""
    return frozenset(
        word
        for token in tokens(text)
        if (word := folded(token)) not in _EMPTY and (len(word) > 1 or word.isdigit())
    )
