"""A question as it was meant: typing errors put right, "kheb" as "ik heb", French in English, a
follow-up whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Question
from assistant.generating.engine import GenerativeEngine
from assistant.guidance.hearing import concerns
from assistant.guidance.scope import Scope
from assistant.understanding import Understanding, understand
from assistant.understanding.contractions import taken_apart
from assistant.understanding.french import read_in_english
from assistant.understanding.language import question_language
from assistant.understanding.of_the_asker import without_errand
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_LONGEST_SPELLED = 600  # characters of a question; what is longer was pasted, not typed


class QuestionReader:
    """Reads questions against the words that an index knows. Safe for several threads."""

    def __init__(
        self, index: Index, vocabulary: Vocabulary, generation: GenerativeEngine | None
    ) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._generation = generation

    def read(
        self, question: Question, scope_of: Callable[[str], Scope]
    ) -> tuple[Question, tuple[tuple[str, str], ...]]:
        """The question as it was meant, and what was put right: typing errors, French.

        A sentence before it that tells of who asks, and that guidance does not go by, is left out:
        ``scope_of`` gives what a text is about.
        """
        if len(question.text) > _LONGEST_SPELLED:
            return question, ()
        english = None if self._index.speaks("fr") else read_in_english(question)
        if english is not None:
            return english, ((question.text, english.text),)
        said = tuple(
            replace(turn, content=taken_apart(turn.content)) if turn.role == "user" else turn
            for turn in question.history
        )
        question = replace(question, text=taken_apart(question.text), history=said)
        earlier = tuple(turn.content for turn in question.history if turn.role == "user")
        lang = question_language(question.text, earlier)[0]
        spelled = self._index.spelled(question.text, lang)
        text = without_errand(spelled.text, lambda one: concerns(one, scope_of(one)))
        return replace(question, text=text), spelled.corrections

    def completed(self, question: Question, understood: Understanding) -> Understanding:
        """A follow-up question completed by the language model, where the rules do less well."""
        found = self._generation and self._generation.standalone(question, understood)
        if not found:
            return understood
        return understand(Question(found, lang=understood.lang), self._vocabulary)
