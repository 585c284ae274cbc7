"""How likely a careful adviser would tell a statement to who asks a question, or a part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.guidance.relevance.cases import Cases, Read
from assistant.guidance.relevance.features import RelevanceFeatures
from assistant.guidance.relevance.model import Trees, load_trees
from assistant.guidance.scope import Scope
from assistant.understanding import Understanding
from indexing.passage import Passage
from indexing.recent import Recent

Asked = tuple[str, str, str, tuple[str, ...], date]
_REMEMBERED = 16  # questions: each keeps what was seen of a hundred statements beside its parts


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and how likely it belongs in the answer to a part (0 to 1)."""

    passage: Passage
    probability: float


class Relevance:
    """Judges the statements of one index. Safe for several threads."""

    def __init__(
        self, cases: Cases, features: RelevanceFeatures, trees: Trees | None = None
    ) -> None:
        self.cases = cases
        self.features = features
        self._given = trees
        self._read = Recent[Asked, Read](_REMEMBERED)

    @cached_property
    def _trees(self) -> Trees:
        """Read when they are needed: whoever fits them has none yet."""
        return self._given if self._given is not None else load_trees()

    def read(self, understood: Understanding, scope: Scope, today: date) -> Read:
        """A question of ``scope``, to be judged by for any of its parts."""
        parts = tuple(part.text for part in understood.parts)
        key = (understood.told, understood.text, understood.lang, parts, today)
        known = self._read.get(key)
        if known is None or known.scope != scope:
            known = self.cases.read(understood, scope, today)
            self._read.put(key, known)
        return known

    def judged(
        self, read: Read, part: str = "", also: Iterable[Passage] = ()
    ) -> tuple[Judged, ...]:
        """Every statement that comes into question, and ``also`` these, the likeliest to belong in
        the answer first; ``part`` is what of the question is asked for, empty for all of it. What
        does not hold where they go, or for who asks, never belongs, and what decides for just who
        asks does."""
        passages = tuple({one.id: one for one in (*read.candidates, *also)}.values())
        if not passages:
            return ()
        case = self.cases.of_part(read, part)
        rows = self.features.of(case, passages)
        likely = self._trees.probability(rows).tolist()
        theirs = self.cases.settings.theirs
        found = (
            Judged(one, max(value, theirs * self.cases.is_theirs(one, case)))
            if self.cases.may_tell(one, case)
            else Judged(one, 0.0)
            for one, value in zip(passages, likely, strict=True)
        )
        return tuple(sorted(found, key=lambda one: -one.probability))

    def of(self, passage: Passage, read: Read, part: str = "") -> float:
        """How likely one statement belongs in the answer to a part (0 to 1)."""
        every = self.judged(read, part, (passage,))
        return next(one.probability for one in every if one.passage.id == passage.id)
