"""A question in French is read in English, and so is what was asked before it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Question
from assistant.understanding.language import question_language
from corpus.lexicon.french import in_english


def read_in_english(question: Question) -> Question | None:
    """A question in French, or in a conversation that began in French, with its words and those of
    the questions before it in English; None when it is in another language or hardly a word of it
    is known. The answers of the assistant stay as they are: they were English.
    """
    earlier = tuple(turn.content for turn in question.history if turn.role == "user")
    # "Et en Allemagne ?" is too short to tell its language.
    asked = (question.text, *earlier[:1])
    if not any(question_language(text)[0] == "fr" for text in asked):
        return None
    english = in_english(question.text)
    if not english:
        return None
    history = tuple(
        replace(turn, content=in_english(turn.content) or turn.content)
        if turn.role == "user"
        else turn
        for turn in question.history
    )
    return replace(question, text=english, history=history)
