"""The guide: reads what a question is about, fits the fiches to it, tells what they do not know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.extracting.weighing import Candidate
from assistant.guidance.fiches import Fiches
from assistant.guidance.knowing import Knowing
from assistant.guidance.naming import Names, Terms
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.scoping import Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.understanding import Understanding
from corpus.vocabulary import Vocabulary
from indexing.index import Index

Corrections = tuple[tuple[str, str], ...]


class Guide:
    """Guidance from the fiches of one generation of an index. Safe for several threads."""

    def __init__(
        self,
        index: Index,
        terms: Terms,
        vocabulary: Vocabulary,
        settings: GuidanceSettings | None = None,
    ) -> None:
        self.settings = settings or GuidanceSettings()
        self.fiches = Fiches(index)
        self.scopes = ScopeReader(vocabulary)
        self.names = Names(self.fiches, terms, self.scopes, vocabulary, self.settings)
        self.scoping = Scoping(self.fiches, self.settings)
        self.knowing = Knowing(self.fiches, self.scoping, self.settings, index.source)

    @property
    def present(self) -> bool:
        """Whether there are fiches at all."""
        return bool(self.fiches.sources)

    def scope(
        self,
        understood: Understanding,
        text: str | None = None,
        setting: str = "",
        corrections: Corrections = (),
    ) -> Scope:
        """What the question is about, or ``text``, one part of it; the rest of the question, its
        ``setting``, and the earlier turn fill in what it leaves open."""
        if not self.present:
            return Scope()
        scope = self.read(text if text is not None else understood.text, corrections)
        if setting:
            scope = scope.over(self.read(setting, corrections))
        follow_up = understood.follow_up
        if follow_up.dependent:
            scope = scope.over(self.read(follow_up.context or follow_up.previous))
            if not scope.named:
                scope = replace(scope, named=self.names.named(" ".join(understood.referents)))
        return scope

    def read(self, text: str, corrections: Corrections = ()) -> Scope:
        """The scope of one text, misspelt words put right."""
        for wrong, right in corrections:
            text = re.sub(rf"\b{re.escape(wrong)}\b", right, text, flags=re.IGNORECASE)
        return replace(self.scopes.read(text), named=self.names.named(text))

    def fitted(
        self, candidates: Mapping[str, Candidate], scope: Scope, lang: str
    ) -> dict[str, Candidate]:
        """The candidates that fit the scope; see :meth:`Scoping.apply`."""
        if not self.present:
            return dict(candidates)
        return self.scoping.apply(candidates, scope, lang)
