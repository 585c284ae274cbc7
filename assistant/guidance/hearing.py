"""What a question asks guidance for: needs, plan, discipline and people, from lists of words and
from what was learnt of example questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.guidance.disciplines import LANGUAGES
from assistant.guidance.intent.combining import Intent, IntentReader, hear
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.needs import load_needs
from assistant.guidance.openly import OpenAsking
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.wanting import ARRANGE, CONTACT, FIRST_PERSON, START, particular
from assistant.understanding import Understanding
from assistant.understanding.stated import stated
from corpus.annotation import Doing
from corpus.vocabulary import Vocabulary
from indexing.tokenising import tokens

_INTRODUCES = re.compile(
    r"^\W*(?:(?:hallo|hoi|dag|hi|hello)\W+)?(?:ik ben|wij zijn|we zijn|i am|i'm|we are|we're)\b",
    re.IGNORECASE,
)
# "Touring Italy with a quartet: what about tax?"
_GOING = re.compile(
    r"\W*(?:on tour|touring|playing|performing|exhibiting|going on tour|op tournee|op toer"
    r"|met \w+ op tournee)\b",
    re.IGNORECASE,
)
_REMEMBERED = 256
_NEED = "need:"
# What one does with who helps, and says beside it.
_TURNS = re.compile(
    r"\b(?:call|ask|talk|speak|write|mail|phone|turn|reach|contact|help\w*|bel\w*|spreken|praten"
    r"|terecht\w*|vra(?:ag|gen)|contacteren|mailen|schrijven|aankloppen|please|aub|alstublieft"
    r"|hallo|dag|hi|hello)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """``needs`` are keys of needs.yaml, the main one first, ``listed`` those that the lists of
    words found; ``scope`` is what it is about, with what was learnt."""

    needs: tuple[str, ...]
    listed: tuple[str, ...]
    scope: Scope


class Hearing:
    """Hears what questions ask guidance for. Safe for several threads."""

    def __init__(
        self, scopes: ScopeReader, vocabulary: Vocabulary, features: FeatureReader
    ) -> None:
        self._scopes = scopes
        self._intents = IntentReader(features)
        self._function_words = {
            word for lang in LANGUAGES for word in vocabulary.function_words(lang)
        }
        self._needs = load_needs()
        self._open = OpenAsking(scopes, self._function_words)
        self._intent = lru_cache(maxsize=_REMEMBERED)(self._intent_anew)

    def _intent_anew(self, text: str) -> Intent:
        return self._intents.read(text, self._scopes.read(text))

    def heard(self, understood: Understanding, scope: Scope, *, wish: bool = False) -> Heard:
        """What a question asks for; ``wish`` tells that it only says what somebody would like."""
        text = whole(understood)
        # What was learnt from first questions says little of a follow-up.
        intent = Intent() if understood.follow_up.dependent else self._intent(text)
        framed = self.framed(understood, scope)
        if framed and self._open.alone(understood.text, scope):
            return Heard((framed,), (framed,), scope)
        listed, needs, scope = hear(text, scope, intent, self._needs, wish=wish, framed=framed)
        return Heard(needs or ((START,) if wish else ()), listed, scope)

    def framed(self, understood: Understanding, scope: Scope) -> str:
        """Whether it asks openly where to begin or what to arrange (keys of needs.yaml), or not
        (empty)."""
        dependent = understood.follow_up.dependent
        return "" if dependent else self._open.framed(understood.text, scope)

    def points(self, understood: Understanding, scope: Scope) -> bool:
        """Whether it is about guests or a place in a document, as fiches are not; the first step of
        one's own plan is none."""
        begins = bool(understood.pointers) and self._open.alone(understood.text, scope)
        return bool(scope.guests) or (bool(understood.pointers) and not begins)

    def at_last(self, understood: Understanding, scope: Scope) -> Heard:
        """What a question likely asks for that nothing answers: what is heard, else the likeliest
        need, else all that a plan brings with it."""
        heard = self.heard(understood, scope)
        if heard.needs or understood.follow_up.dependent:
            return heard
        needs = self._intent(whole(understood)).at_last(heard.listed)
        # A rule that words ask for is near whatever else is asked of it.
        needs = needs or tuple(key for key in heard.listed if key in FORMALITIES)
        reach = heard.scope.reach or heard.scope.disciplines
        if not needs and heard.scope.doing and reach and not particular(understood.text, scope):
            needs = (ARRANGE,)
        return replace(heard, needs=needs)

    def surely_needs(self, understood: Understanding) -> bool:
        """Whether it surely asks for guidance, whoever asks, and not whether something is so."""
        text = whole(understood)
        if understood.follow_up.dependent or stated(text) is not None:
            return False
        return self._intent(text).sure

    def seeks(self, understood: Understanding) -> bool:
        """Whether somebody asks for themselves, or surely for guidance."""
        return tells(understood) or self.surely_needs(understood)

    def likely(self, text: str) -> dict[str, float]:
        """How likely each need is in a text, by its key, whether or not it asks for guidance."""
        return {
            label.removeprefix(_NEED): probability
            for label, probability in self._intent(text).overall.items()
            if label.startswith(_NEED)
        }

    def plans(self, text: str) -> tuple[Doing, ...]:
        """What a text says that somebody is going to do."""
        return self._scopes.read(text).doing

    def countries(self, text: str) -> tuple[str, ...]:
        """The countries (codes) that a text names, or that a place in it lies in."""
        return self._scopes.countries(text)

    def disciplines(self, text: str) -> tuple[str, ...]:
        """The disciplines that a text names."""
        return self._scopes.read(text).disciplines

    def only_whom(self, understood: Understanding) -> bool:
        """Whether it asks whom to turn to, and with what no word tells."""
        left = _TURNS.sub(" ", self._needs.needs[CONTACT].words.sub(" ", understood.text))
        told = set(tokens(left)) - self._function_words
        return not understood.follow_up.dependent and not told


def tells(understood: Understanding) -> bool:
    """Whether who asks tells of themselves, or opens with what they are going to do."""
    text = whole(understood)
    return bool(FIRST_PERSON.search(text) or _GOING.match(text))


def concerns(text: str, scope: Scope) -> bool:
    """Whether guidance goes by anything that a text of this ``scope`` tells or asks."""
    return scope != Scope() or bool(load_needs().asked(text))


def introduces(understood: Understanding, scope: Scope) -> bool:
    """Whether who asks only tells who they are, and where from ("I am a painter from Ghent")."""
    text = understood.text
    return (
        not ("?" in text or scope.named)
        and not understood.follow_up.dependent
        and bool(scope.disciplines)
        and bool(_INTRODUCES.match(text))
        and not load_needs().asked(text)
    )


def whole(understood: Understanding) -> str:
    """The question, with the one that it depends on."""
    follow_up = understood.follow_up
    if not follow_up.dependent:
        return understood.text
    return f"{follow_up.context or follow_up.previous} {understood.text}"
