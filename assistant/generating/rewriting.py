"""A follow-up question completed by the model, and checked for what was never said."""

from __future__ import annotations

import json
import re

from assistant.answer import Turn
from assistant.support import names, quantities
from assistant.support.names import folded
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import all_stop_words

_LONGEST = 400
_WORD = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
_TURNS = 6
_TURN_CHARACTERS = 500
_STEM = 5


def conversation(history: tuple[Turn, ...]) -> str:
    """The last turns as the model reads them, long ones cut."""
    lines = [
        f"{turn.role}: {' '.join(turn.content.split())[:_TURN_CHARACTERS]}"
        for turn in history[-_TURNS:]
    ]
    return "\n".join(lines)


def rewritten(text: str) -> str:
    """The question in a model's reply, or the empty string when there is none in it."""
    try:
        content = json.loads(text)
    except ValueError:
        return ""
    question = content.get("question") if isinstance(content, dict) else None
    return " ".join(question.split()) if isinstance(question, str) else ""


def drift(
    rewriting: str,
    question: str,
    history: tuple[Turn, ...],
    lang: Language,
    vocabulary: Vocabulary,
) -> str:
    """What a rewritten question says that the conversation did not, or drops from the question.

    Empty when it may be used. Names, numbers and at least nine in ten content words must come from
    the conversation; the question's own names and numbers must still be there.
    """
    said = " \n".join((question, *(turn.content for turn in history)))
    if not rewriting or len(rewriting) > _LONGEST:
        return "length"
    offered = (*quantities.quantities(said, lang), *quantities.quantities(said, None))
    for quantity in quantities.quantities(rewriting, lang):
        if not quantities.carried(quantity, offered):
            return f"number {quantity.text}"
    for name in names.names(rewriting, lang, vocabulary):
        if not names.carried(name, lang, [said], vocabulary):
            return f"name {name}"
    kept = (*quantities.quantities(rewriting, lang), *quantities.quantities(rewriting, None))
    for quantity in quantities.quantities(question, lang):
        if not quantities.carried(quantity, kept):
            return f"lost {quantity.text}"
    for name in names.names(question, lang, vocabulary):
        if not names.carried(name, lang, [rewriting], vocabulary):
            return f"lost {name}"
    words = _content(rewriting)
    known = {word[:_STEM] for word in _content(said)}
    fresh = [word for word in words if word[:_STEM] not in known]
    if len(fresh) > max(1, len(words) // 10):
        return f"words {', '.join(fresh)}"
    return ""


def _content(text: str) -> list[str]:
    empty = all_stop_words()
    words = (folded(word) for word in _WORD.findall(text))
    return [word for word in words if word not in empty]
