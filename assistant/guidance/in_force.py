"""Is it still in force: yes or no, from the fiche's validity on the day, then what it says."""

from __future__ import annotations

from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.fiches import Fiches
from assistant.guidance.scope import Scope
from assistant.guidance.wording import say
from corpus.document import Status

_SAYS = {
    Status.IN_FORCE: "holds",
    Status.ENDED: "holds-no-more",
    Status.REPLACED: "holds-no-more",
    Status.HISTORICAL: "holds-no-more",
    Status.PROPOSAL: "only-proposed",
}
_TOLD = ("status", "what-it-is")


def in_force(fiches: Fiches, scope: Scope, lang: str, today: date) -> Advice | None:
    """Whether the one fiche that the question names still holds; None when that is not known."""
    best = max(scope.named.values(), default=0.0)
    pairs = [pair for pair, share in scope.named.items() if share == best]
    if len(pairs) != 1:
        return None
    fiche = fiches.fiche(pairs[0], lang)
    key = _SAYS.get(fiche.source.validity.status_on(today))
    known = [item.passage for section in _TOLD for item in fiche.known(section)][:2]
    if key is None or not known:
        return None
    return Advice(
        AnswerStatus.ANSWERED,
        (
            Line(say(key, lang), (whole(known[0]),)),
            *(Line("", (whole(other),)) for other in known[1:]),
        ),
    )
