"""The country of a question that says none, from what was spoken of before it."""

from __future__ import annotations

import re

from assistant.understanding import leaning
from assistant.understanding.conversation import Conversation
from assistant.understanding.help_sought import FORMALITIES, RULES
from assistant.understanding.language import question_language
from assistant.understanding.phrasing import content_words, sentence, what_about
from assistant.understanding.pointing_back import with_subject
from assistant.understanding.slots import Place, Slots, at_end, in_place
from assistant.understanding.spoken_of import PRACTICE, SpokenOf
from assistant.understanding.standing_alone import defines
from indexing.tokenising import folded, tokens

# What every country has rules or houses for.
OF_COUNTRIES = FORMALITIES | {"residencies", "networks"}
# What the fiches tell of a country, or of anywhere, beside its rules.
_TOPICS = RULES | {
    "grants", "residencies", "showcases", "co-production", "translation", "licence", "green",
    "fees", "settling",
}  # fmt: skip
_THERE = re.compile(r"\b(?:daar|ginder|there)\b", re.IGNORECASE)
_COMES_HERE = (
    "when an artist from {} comes to perform in Belgium",
    "als een artiest uit {} in België komt optreden",
)


class Placing:
    """Puts questions where the conversation is. Each gives an empty text where it does not fit."""

    def __init__(self, filled: Slots, spoken: SpokenOf) -> None:
        self._slots = filled
        self._spoken = spoken

    def moved(self, rest: str, state: Conversation) -> str:
        """The earlier question about another country ("en als ik naar Zwitserland ga?")."""
        places = self._slots.places(rest)
        if len({place.code for place in places}) != 1:
            return ""
        said = {folded(word) for place in places for word in tokens(rest[place.start : place.end])}
        if content_words(rest) - said - leaning.GOING:
            return ""
        return self.elsewhere(rest, places[0], state)

    def elsewhere(self, rest: str, place: Place, state: Conversation) -> str:
        """The newest question that names a country or a city, about this one; else the last."""
        placed = [question for question in state.questions if self._slots.places(question)]
        about = (placed or [state.question])[0]
        city = self._slots.city(rest, place)
        return self._slots.with_place(about, place.code, question_language(about)[0], city)

    def topical(self, rest: str, *, back: bool = False) -> bool:
        """Whether a text tells a need of its own ("wie betaalt de vluchten?"): it goes on from
        where somebody goes, not from what was asked of that place before. What points ``back`` at
        something else than a place does not."""
        return bool(_TOPICS & set(self._slots.needs(rest))) and (
            not back or bool(_THERE.search(rest))
        )

    def of_need(self, rest: str, state: Conversation, *, ruled: bool = True) -> str:
        """Another need where somebody goes, or of who comes here ("en belastingen?"); if a rule is
        asked for (``ruled``) else of the one scheme that was spoken of, or by itself."""
        lang = question_language(rest, state.questions)[1]
        asked = what_about(rest, lang)
        if placed := self.there(asked, state, lang):
            return placed
        if not ruled:
            return ""
        if not self._spoken.of_scheme(state):
            return asked
        about = self._spoken.subject(state, set(), lang)
        return with_subject(asked, about[0], lang) if len(about) == 1 else ""

    def of_rule(self, question: str, state: Conversation) -> str:
        """A short question on a formality ("heb ik een A1 nodig?") in the country that was spoken
        of; empty for what asks what one is, or names a place, a grant or a body of its own."""
        asked = FORMALITIES & set(self._slots.sections(question))
        if not asked or defines(question) or self._slots.names_place(question):
            return ""
        if any(one.kind != PRACTICE for one in self._spoken.named(question)):
            return ""
        lang = question_language(question, state.questions)[1]
        return self.there(sentence(question), state, lang)

    def there(self, asked: str, state: Conversation, lang: str) -> str:
        """A question with the country that was spoken of: where somebody goes, or where they come
        from who come here; empty without one."""
        code = self._spoken.country(state)
        if not code:
            return ""
        country = self._slots.called(code, lang)
        if any(self._slots.incoming(question) for question in state.questions):
            return at_end(asked, _COMES_HERE[lang == "nl"].format(country))
        return in_place(asked, country)
