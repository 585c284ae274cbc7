"""What a question asks: its language, kind, the place it points at, the turn it follows."""

from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.question import Understanding, understand

__all__ = ["AnswerKind", "Understanding", "understand"]
