"""What a conversation has come to: rebuilt from its turns for every question, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Turn
from assistant.understanding.small_talk import small_talk

_MOST_TURNS = 24  # the last ones, which are read
_MOST_CHARACTERS = 1_000  # of one earlier question
_MOST_QUESTIONS = 6  # as far back as what a question leaves out is looked for


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is told of in a fiche: ``said`` is how a sentence calls it ("the TIP"),
    ``kind`` that of its fiche."""

    pair: str
    said: str
    kind: str


Subjects = Callable[[str, str], tuple[Subject, ...]]
"""What a text is about, in the order in which it names it; text and language in."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The questions of one thread, each as it was understood, newest first, and the last answer.

    Thanks, doubt and "in English please" are no questions: what they follow stays the last one. A
    question that leans on nothing opens a new thread.
    """

    questions: tuple[str, ...] = ()
    answer: str = ""

    @property
    def question(self) -> str:
        """The last question; empty at the beginning."""
        return self.questions[0] if self.questions else ""


@dataclass(frozen=True, slots=True)
class Read:
    """A question of the conversation as it was understood. ``again`` tells that it asks the earlier
    one again, ``more`` that it wants to hear more on it, ``leans`` that it goes on from it."""

    standalone: str
    again: bool = False
    leans: bool = False
    more: bool = False


def conversation(
    history: tuple[Turn, ...], understood: Callable[[str, Conversation], Read]
) -> Conversation:
    """The state after ``history`` (oldest first); ``understood`` reads one question in a state."""
    state = Conversation()
    answered = False  # whether what the assistant says now answers a question
    adds = False  # whether it adds to what was said on the last one
    for turn in history[-_MOST_TURNS:]:
        said = turn.content.strip()[:_MOST_CHARACTERS]
        if turn.role == "assistant":
            if said and (answered or adds):
                before = f"{state.answer}\n\n" if adds else ""
                state = replace(state, answer=before + turn.content)
            continue
        if turn.role != "user" or not any(sign.isalnum() for sign in said):
            continue
        answered, adds = small_talk(said) is None, False
        if not answered:
            continue
        read = understood(said, state)
        adds = read.more
        if read.again:
            answered = False  # what the question itself was answered with stays
            continue
        earlier = state.questions if read.leans else ()
        state = Conversation((read.standalone, *earlier)[:_MOST_QUESTIONS])
    return state
