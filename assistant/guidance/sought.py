"""What statements are selected for, read from a question and its scope."""

from __future__ import annotations

from datetime import date

from assistant.guidance.hearing import whole
from assistant.guidance.scope import Scope
from assistant.guidance.wanting import asking
from assistant.guidance.worth import Sought
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.attribute import choice

OTHER_KINDS = (AnswerKind.DEFINITION, AnswerKind.COMPARISON, AnswerKind.REFERENCE, AnswerKind.DATE)
"""Kinds of question that no advice answers."""
# Kinds of which there is one right answer, or a list of names.
_PARTICULAR = (AnswerKind.PERSON, AnswerKind.ORGANISATION, AnswerKind.PLACE, AnswerKind.LIST)


def one_thing(understood: Understanding) -> bool:
    """Whether a question asks for one certain thing: a name, a place, or one of several."""
    return understood.kind in _PARTICULAR or bool(choice(understood.text))


def sought_of(understood: Understanding, scope: Scope, today: date) -> Sought:
    """What is sought for a question that is about ``scope``."""
    text = whole(understood)
    # A name counts wherever it stands: "I work through Amplo".
    words = " ".join((asking(text), *understood.names))
    asked = asking(understood.text)
    return Sought(scope, text, understood.lang, today, words, one_thing(understood), asked)
