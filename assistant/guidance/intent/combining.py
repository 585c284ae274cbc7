"""What a question is after: what the lists of words found and what the model read, together.

The model sees what the lists found as well, so it can be surer than they are, and doubt them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from assistant.guidance.disciplines import tells_sound
from assistant.guidance.fitting import SIDES
from assistant.guidance.intent.examples import INCOMING, OTHER
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.intent.model import Reading, load_model
from assistant.guidance.intent.settings import IntentSettings
from assistant.guidance.needs import Needs
from assistant.guidance.scope import Scope
from assistant.guidance.situation import keeps_home
from assistant.guidance.wanting import clauses, particular, wanted
from corpus.annotation import DOING, WHO
from corpus.language import detect
from corpus.vocabulary import Language

_OTHER, _INCOMING = f"need:{OTHER}", f"need:{INCOMING}"
_HEARD = 0.02  # probability in the whole text from which a need is looked for in its sentences
_SHORTEST = 3  # words of a sentence that is read by itself


@dataclass(frozen=True, slots=True)
class Intent:
    """How likely each label is (:attr:`assistant.guidance.intent.examples.Example.labels`) in the
    sentence that tells it most, and ``overall``, in the whole question."""

    likely: dict[str, float] = field(default_factory=dict)
    overall: dict[str, float] = field(default_factory=dict)
    settings: IntentSettings = field(default_factory=IntentSettings)

    @property
    def other(self) -> bool:
        """Whether it asks for no guidance."""
        return self._not_guidance >= self.settings.other

    @property
    def guided(self) -> bool:
        """Whether it surely asks for guidance, whatever for."""
        return bool(self.likely) and self._not_guidance < self.settings.guided

    @property
    def sure(self) -> bool:
        """Whether it surely asks for guidance, and it is known what for."""
        return self.guided and any(value >= self.settings.sure for _, value in self.probable[:1])

    @property
    def probable(self) -> tuple[tuple[str, float], ...]:
        """The needs with their probabilities in the whole question, the likeliest first; none where
        it asks for no guidance."""
        told = self._of("need", self.overall) if not self.other else []
        every = [(key, value) for key, value in told if key not in (OTHER, INCOMING)]
        return tuple(sorted(every, key=lambda pair: -pair[1]))

    def needs(self, listed: Iterable[str], *, particular: bool = False) -> tuple[str, ...]:
        """The needs, the likeliest first: those that the lists of words found, unless that is very
        unlikely, and those that they missed. Of a ``particular`` question, which asks for one
        thing, only with one that they found, or where it surely asks for guidance."""
        if self.other:
            return ()
        settings = self.settings
        first = [key for key, value in self.probable[:1] if value >= self._least(particular)]
        doubted = settings.doubted_beside if first else settings.doubted
        found = [key for key in listed if self.likely.get(f"need:{key}", 1.0) >= doubted]
        found += [key for key in first if not found]
        for key, value in self.probable if found else ():
            surely = self.likely[f"need:{key}"] >= settings.beside
            if surely and value >= settings.overall and key not in found:
                found.append(key)
        return tuple(sorted(found, key=lambda key: -self.overall.get(f"need:{key}", 1.0)))

    def at_last(self, listed: Iterable[str]) -> tuple[str, ...]:
        """What may be needed where nothing else answers: what the lists of words found, else the
        likeliest need; empty where it surely asks for something else than guidance."""
        if self.other:
            return ()
        likeliest = [key for key, value in self.probable[:1] if value >= self.settings.at_last]
        return tuple(listed) or tuple(likeliest)

    def over(self, scope: Scope) -> Scope:
        """A scope, with the plan, the discipline and the people that the lists of words missed."""
        settings = self.settings
        # Whom a house abroad hires goes there.
        coming = self.likely.get(_INCOMING, 0.0) >= settings.incoming and "hired" not in scope.who
        known = scope.guests or scope.companions  # whoever comes, or goes along, was told
        if coming and not known and (scope.home or not scope.reach):
            scope = scope.visited
        doing = scope.doing or self._surely("doing", settings.doing)
        people = self._surely("who", settings.who)
        who = {*scope.who, *(key for key in people if not _told(key, scope.who))}
        return replace(
            scope,
            doing=tuple(value for key, value in DOING.items() if key in doing),
            who=tuple(value for key, value in WHO.items() if key in who),
            disciplines=scope.disciplines or tuple(self._surely("for", settings.discipline)[:1]),
        )

    def _least(self, particular: bool) -> float:
        """How likely the likeliest need must be to be told."""
        settings = self.settings
        if particular:
            return settings.particular if self.guided else 1.0
        return settings.need_guided if self.guided else settings.need

    @property
    def _not_guidance(self) -> float:
        return self.likely.get(_OTHER, 0.0)

    def _surely(self, kind: str, least: float) -> list[str]:
        """What is at least so likely, or as likely as its own limit, the likeliest first."""
        likely = sorted(self._of(kind, self.likely), key=lambda pair: -pair[1])
        own = self.settings.own
        return [key for key, value in likely if value >= own.get(f"{kind}:{key}", least)]

    def _of(self, kind: str, likely: dict[str, float]) -> list[tuple[str, float]]:
        return [
            (label.partition(":")[2], probability)
            for label, probability in likely.items()
            if label.startswith(f"{kind}:")
        ]


def hear(
    text: str, scope: Scope, intent: Intent, needs: Needs, *, wish: bool = False, framed: str = ""
) -> tuple[tuple[str, ...], tuple[str, ...], Scope]:
    """The needs that the lists of words find in a text, all that are heard, and its scope with what
    was learnt; ``wish`` tells that it only says what somebody would like, ``framed`` (a key) that
    it asks for all of a plan."""
    if framed:
        # What such a question leaves open is asked back, and not guessed.
        found = intent.needs((framed,), particular=True)
        return (framed,), found if framed in found else (framed,), scope
    heard = intent.over(scope)
    # What is only heard has no discipline, however much like a film it is told.
    scope = replace(heard, disciplines=scope.disciplines) if tells_sound(text) else heard
    if scope.home and keeps_home(text):
        # Who works there and lives here is much like who moves.
        scope = replace(scope, doing=tuple(key for key in scope.doing if key != "settle"))
    listed = wanted(text, scope, needs)
    bound = scope.reach or scope.home or scope.disciplines or scope.doing
    unsure = wish or particular(text, scope) or not bound
    heard_needs = listed if scope.incoming else intent.needs(listed, particular=unsure)
    told = [needs.needs[key] for key in listed]
    covered = {other for need in told for other in (*need.covers, *need.unlearns)} - {*listed}
    return listed, tuple(key for key in heard_needs if key not in covered), scope


def _told(key: str, who: Iterable[str]) -> bool:
    """Whether people told what they are of the things of which one is this."""
    return any(key in side and set(side) & set(who) for side in SIDES)


class IntentReader:
    """Reads what questions in Dutch or English are after. Safe for several threads."""

    def __init__(self, features: FeatureReader, settings: IntentSettings | None = None) -> None:
        self._settings = settings or IntentSettings()
        self._reading = Reading(load_model())
        self._features = features

    def read(self, text: str, scope: Scope) -> Intent:
        """The intent of a text in which the lists of words read ``scope``.

        A need is as likely as in the sentence that tells it most: one question drowns another.
        """
        language: Language = "en" if detect(text) == "en" else "nl"
        overall = self._likely(text, language, scope)
        likely = dict(overall)
        sentences = clauses(text)
        for sentence in sentences if len(sentences) > 1 else ():
            if len(sentence.split()) < _SHORTEST:
                continue
            for label, probability in self._likely(sentence, language, scope).items():
                if label.startswith("need:") and label != _OTHER and overall[label] > _HEARD:
                    likely[label] = max(likely[label], probability)
        return Intent(likely, overall, self._settings)

    def _likely(self, text: str, language: Language, scope: Scope) -> dict[str, float]:
        return self._reading.probabilities(self._features.read(text, language, scope))
