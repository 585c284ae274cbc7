"""What money is for: whether a scheme that is named pays for what is planned, and where the fiches
say that there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.disciplines import tells_sound
from assistant.guidance.fiches import FUNDING, PRACTICE, Fiches
from assistant.guidance.fitting import plans, suits
from assistant.guidance.granting import Granting
from assistant.guidance.main_line import main_line
from assistant.guidance.schemes import schemes_named
from assistant.guidance.scope import Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wanting import asking
from assistant.guidance.wording import say
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.answer_kind import answer_kind
from corpus.annotation import Annotation, Doing
from indexing.passage import Passage

_SHORT, _WHOM = "in-short", "who-to-ask"
_INSTEAD = 2  # schemes that are told instead of one that does not pay
# Who meets people does research as well, or works with them.
_ALONG: frozenset[Doing] = frozenset({"create"})
# Whether a scheme pays for something, and not when or how much.
_PAYS = re.compile(
    r"\b(?:betaal\w*|dekt|dekken|krijg\w*|vergoed\w*|aanmerking|pays?|covers?|get|gets|eligible|qualify"
    r"|qualifies|apply|aanvragen|vragen|gebruiken|use|used|is er|zijn er|bestaat|bestaan|is there"
    r"|are there)\b",
    re.IGNORECASE,
)


def decides_on_money(said: Annotation, scope: Scope) -> bool:
    """Whether what a statement on money says, yes or no, is for just what is planned."""
    planned = plans(scope)
    if planned & {*said.doing}:
        planned -= _ALONG
    told = len(said.trades) != 1 or bool(scope.disciplines)  # of one trade: to who tells theirs
    decided = said.answer is not None and bool(planned) and planned <= {*said.doing} and told
    return decided and suits(said, scope, strict=True)


def on_money(fiches: Fiches, scope: Scope, lang: str) -> tuple[Passage, ...]:
    """The statements of the fiches on practice that say whether there is money for just what is
    planned."""
    return tuple(
        item.passage
        for source in fiches.of_kind(PRACTICE, lang)
        if FUNDING in source.topics
        for item in fiches.fiche(source.pair or "", lang).statements
        if decides_on_money(item.passage.annotation, scope)
    )


class Purposes:
    """Knows what the schemes of one index are for. Safe for several threads."""

    def __init__(self, fiches: Fiches, granting: Granting, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._granting = granting
        self._settings = settings

    def advise(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """That a scheme does not pay for what is planned, what it is for, and what pays instead, to
        who asks whether it does; None where it may, or another thing is asked."""
        lang, text = understood.lang, understood.text
        schemes = schemes_named(self._fiches, scope, lang, self._settings.schemes_named)
        planned = plans(scope)
        asked = asking(text)
        whether = answer_kind(asked) is AnswerKind.YES_NO and _PAYS.search(asked)
        if not whether or len(schemes) != 1 or not planned or len(understood.parts) > 1:
            return None
        if self._may_pay(schemes[0], scope):
            return None
        main = main_line(self._fiches, schemes[0], lang, Scope())
        if main is None:
            return None
        lines = [Line("", (whole(one),)) for one in on_money(self._fiches, scope, lang)]
        lines.append(Line(say("grant", lang, title=self._fiches.source(schemes[0], lang).title),
                          (whole(main),)))  # fmt: skip
        return Advice(
            AnswerStatus.ANSWERED,
            (
                Line(f"**{say('needed-no', lang)}** {lines[0].lead}".strip(), lines[0].statements),
                *lines[1:],
                *self._instead(schemes, scope, lang, today, text),
            ),
        )

    def _may_pay(self, pair: str, scope: Scope) -> bool:
        """Whether a scheme is for something of what is planned, as it says in short."""
        short = self._fiches.fiche(pair, "nl").known(_SHORT)
        purposes = [one.passage.annotation.doing for one in short]
        plan = Scope(doing=scope.doing, disciplines=scope.disciplines)
        return any(not doing or suits(Annotation(doing=doing), plan) for doing in purposes)

    def _instead(
        self, schemes: Sequence[str], scope: Scope, lang: str, today: date, text: str
    ) -> list[Line]:
        found = self._granting.lines(scope, lang, today, _INSTEAD, text=text)
        return [
            line
            for line in found
            if not any(
                one.passage.document.startswith(f"{pair}-")
                for one in line.statements
                for pair in schemes
            )
        ]


def of_sound(fiches: Fiches, text: str, lang: str) -> tuple[Line, ...]:
    """What the fiches on practice say that they do not know of money for what is only heard, to who
    makes that; nothing to others."""
    gaps = (
        item.passage
        for source in fiches.of_kind(PRACTICE, lang)
        for item in fiches.fiche(source.pair or "", lang).by_section.get(_WHOM, ())
        if item.gap and tells_sound(text) and tells_sound(item.passage.text)
    )
    return tuple(Line("", (whole(one),), missing=True) for one in gaps)


def unknown_else(fiches: Fiches, told: Passage, lang: str) -> tuple[Line, ...]:
    """That no other money is known, as the fiche of a statement on money says."""
    pair = told.document.removesuffix(f"-{told.language}")
    gaps = [one for one in fiches.fiche(pair, lang).by_section.get(_WHOM, ()) if one.gap]
    return tuple(Line(" ".join(one.passage.text.split()), missing=True) for one in gaps[:1])
