"""The sentence of a fiche's statement that a short answer is read from."""

from __future__ import annotations

import re

from assistant.extracting.quoting import Extract
from assistant.extracting.sentences import sentences
from assistant.understanding import AnswerKind

_DIGIT = re.compile(r"\d")


def leading(kind: AnswerKind, extract: Extract) -> str:
    """Of a fiche's statement the first sentence with a figure, when a figure is asked for: what
    follows it explains that figure. Of any other text the whole.

    The sentence that the extract begins with stays part of it, so that offsets hold.
    """
    text = extract.text
    if not kind.numeric or not any(part.provenance for part in extract.passage.parts):
        return text
    for span in sentences(text):
        if _DIGIT.search(span.of(text)):
            return text[: span.end]
    return text
