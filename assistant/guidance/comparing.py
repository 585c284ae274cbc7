"""Two schemes or organisations side by side: what each is for, in its own fiche's words."""

from __future__ import annotations

import re

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, opening, whole
from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, Fiche, Fiches
from assistant.guidance.fitting import closeness, fits
from assistant.guidance.naming import Names
from assistant.guidance.scope import DEFINING, Scope
from assistant.guidance.wording import say
from indexing.passage import Passage

_DIFFERS = re.compile(
    r"\b(?:verschil\w*|vergelijk\w*|tegenover|versus|vs|differences?|differ|compare\w*|comparison)\b"
    r"|\b(?:welke?|wat|which)\b[^.?!]*\b(?:nodig|kies\w*|beter|beste?|need|choose|better|best|right)\b"
    r"|\b(?:nodig|beter|better|need)\b[^.?!]*\b(?:of|or)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:combin\w*|cumul\w*|samen|tegelijk|allebei|beide|zowel|together|both|at the same time)\b",
    re.IGNORECASE,
)
_SHORT = "in-short"
# What tells two of a kind apart, after what they are.
_APART = {
    FUNDING: ("what-it-covers", "amount", "when"),
    ORGANISATION: ("disciplines", "when-to-contact"),
}
_WORDS = 32  # of one statement
_MOST = 2  # that are set side by side


class Comparing:
    """Sets fiches of one index side by side. Safe for several threads."""

    def __init__(self, fiches: Fiches, names: Names) -> None:
        self._fiches = fiches
        self._names = names

    def compare(self, text: str, scope: Scope, lang: str) -> Advice | None:
        """Both of the two that a question tells apart, or what they say of each other where it
        takes them together; None for another question."""
        together = bool(_TOGETHER.search(text))
        if not together and not _DIFFERS.search(text):
            return None
        named = [pair for pair in self._names.spoken(text) if self._kind(pair) != COUNTRY]
        # Of those that share a name the general one.
        named = [p for p in named if not any(p.startswith(f"{o}-") for o in named if o != p)]
        if len(named) != _MOST:
            return None
        if together:
            said = self._of_both(named, lang)
            lines = [Line("", (whole(passage),)) for passage in said[:_MOST]]
            return Advice(AnswerStatus.ANSWERED, tuple(lines)) if lines else None
        lines = []
        for pair in named:
            fiche = self._fiches.fiche(pair, lang)
            told = self._told(fiche, scope)
            if not told:
                return None
            lead = say("need", lang, title=fiche.source.title)
            lines.append(Line(lead, (whole(told[0]), *(opening(one, _WORDS) for one in told[1:]))))
        return Advice(AnswerStatus.ANSWERED, tuple(lines))

    def _kind(self, pair: str) -> str:
        return self._fiches.source(pair, "nl").kind

    def _of_both(self, named: list[str], lang: str) -> list[Passage]:
        """The statements in the fiche of either that speak of both, in short last."""
        found = [
            item
            for pair in named
            for item in self._fiches.fiche(pair, lang).statements
            if not item.gap and set(named) <= {pair, *self._names.spoken(item.passage.text)}
        ]
        return [item.passage for item in sorted(found, key=lambda one: one.section == _SHORT)]

    def _told(self, fiche: Fiche, scope: Scope) -> list[Passage]:
        """What a fiche says in short, the statement that fits best first; else what it is, and what
        tells it from others of its kind."""
        short = [item.passage for item in fiche.known(_SHORT)]
        if short:
            suited = [one for one in short if fits(one.annotation, scope)] or short
            return [max(suited, key=lambda one: closeness(one.annotation, scope))]
        parts = (*DEFINING, *_APART.get(fiche.source.kind, ("basics",)))
        # Where a part opens with what is not known, the rest of it is about something older.
        first = [item for key in parts for item in fiche.by_section.get(key, ())[:1]]
        return [item.passage for item in first if not item.gap]
