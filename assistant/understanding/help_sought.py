"""Who asks for support or for somebody to turn to, without saying again what for."""

from __future__ import annotations

import re

from assistant.understanding import leaning
from assistant.understanding.carrying import content_size
from assistant.understanding.conversation import Conversation
from assistant.understanding.language import question_language
from assistant.understanding.slots import Slots, at_end
from assistant.understanding.spoken_of import SpokenOf
from assistant.understanding.standing_alone import points_back

FORMALITIES = frozenset(("visa", "social-security", "tax", "vat", "customs"))
RULES = FORMALITIES | {"insurance", "contracts", "rights", "health"}
"""What the rules of a country, or general ones, are about, by the keys of needs."""
_HERE = re.compile(r"\b(?:here|hier)\b(?!\s?voor)", re.IGNORECASE)
_SHORT = 2  # content words of a question that says no more than that it asks for somebody
_FOR_THIS = re.compile(
    r"\s(?:for|voor)\s(?:this|that|it|dat|dit)\b|\s(?:daar|hier|er)\s?(?=[^?]{0,25}\bvoor\W*$)",
    re.IGNORECASE,
)


class HelpSought:
    """Completes such questions from what was spoken of."""

    def __init__(self, filled: Slots, spoken: SpokenOf) -> None:
        self._slots = filled
        self._spoken = spoken

    def sought(self, rest: str, state: Conversation) -> str:
        """The question in full: which grants there are for the discipline and the country that
        were spoken of, or who helps with the formality of the last question; empty for another."""
        if self._spoken.named(rest):
            return ""
        return self._grants(rest, state) or self._whom(rest, state)

    def _grants(self, rest: str, state: Conversation) -> str:
        if not self._slots.asks_for_support(rest):
            return ""
        asked = _FOR_THIS.sub("", rest)
        if self._slots.disciplines(asked) or self._slots.places(asked) or points_back(asked):
            return ""
        lang = question_language(rest, state.questions)[1]
        discipline = self._slots.discipline_called(self._spoken.discipline(state), lang)
        code = "" if _HERE.search(rest) else self._spoken.country(state)
        about = f"{'voor' if lang == 'nl' else 'for'} {discipline}" if discipline else ""
        place = f"in {self._slots.called(code, lang)}" if code else ""
        if not (about or place):
            return ""
        grants = "Welke subsidies zijn er" if lang == "nl" else "Which grants are there"
        asked = rest if asked == rest and leaning.asks(rest) else grants
        return at_end(asked, f"{about} {place}".strip())

    def _whom(self, rest: str, state: Conversation) -> str:
        if not self._slots.asks_whom(rest) or content_size(rest) > _SHORT:
            return ""
        if self._slots.sections(rest):
            return ""
        asked = (key for key in self._slots.sections(state.question) if key in FORMALITIES)
        lang = question_language(rest, state.questions)[1]
        topic = self._slots.formality_called(next(asked, ""), lang)
        if not topic:
            return ""
        code = self._spoken.country(state)
        place = f" in {self._slots.called(code, lang)}" if code else ""
        helps = "Wie helpt mij met" if lang == "nl" else "Who can help me with"
        return f"{helps} {topic}{place}?"
