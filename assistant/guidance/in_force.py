"""Is it still in force, or open: from the fiche's validity and dates, then what it says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.answer import AnswerStatus
from assistant.extracting.dates import days
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.fiches import FUNDING, Fiche, Fiches
from assistant.guidance.scope import Scope
from assistant.guidance.wording import say
from assistant.guidance.words import pattern
from assistant.understanding import AnswerKind, Understanding
from corpus.document import Status

_SAYS = {
    Status.IN_FORCE: "holds",
    Status.ENDED: "holds-no-more",
    Status.REPLACED: "holds-no-more",
    Status.HISTORICAL: "holds-no-more",
    Status.PROPOSAL: "only-proposed",
}
_TOLD = ("status", "what-it-is")
# The part on whether a grant is still current tells how old what is known of it is.
_TOLD_OF_GRANTS = ("what-it-is", "in-short", "when")
_OPPOSITE = {"holds": "holds-no-more", "holds-no-more": "holds"}
_HAS_ENDED = pattern(
    "afgelopen; voorbij; beëindigd; stopgezet; afgeschaft; opgeheven; vervallen; verlopen;"
    " vervangen; ten einde; gedaan; ended; over; expired; abolished; discontinued;"
    " replaced; lapsed; scrapped; finished; repealed"
)
_OVER = ("where-to-apply", "status", "when")
_OPEN = ("what-it-is", "when", "where-to-apply")


def still_open(fiches: Fiches, scope: Scope, lang: str, today: date) -> Advice | None:
    """Whether one can still apply for the one grant that the question names: what it is, the last
    dates that are known, and whether these have passed."""
    fiche = _named(fiches, scope, lang)
    if fiche is None or fiche.source.kind != FUNDING:
        return None
    known = {key: fiche.known(key)[:1] for key in _OPEN}
    if not known["when"]:
        return None
    # First what was asked: a date by which to apply that has passed is a no, and nothing else is
    # sure; a rolling scheme tells so itself.
    order: tuple[str, ...] = ("when", "what-it-is", "where-to-apply")
    if _is_over(fiche, today):
        lead, order = "holds-no-more", ("status", "when", "what-it-is")
        known["status"] = fiche.known("status")[:1]
    else:
        lead = "closed" if passed(fiche, today) else "last-known"
    told = [Line("", (whole(item.passage),)) for key in order for item in known[key]]
    return Advice(AnswerStatus.ANSWERED, (Line(say(lead, lang)), *told))


def standing(fiches: Fiches, scope: Scope, understood: Understanding, today: date) -> Advice | None:
    """What is told to who asks whether the one thing that is named is still open or in force; None
    for another question."""
    if "apply-still" in scope.requests:
        still = still_open(fiches, scope, understood.lang, today)
        if still is not None:
            return still
    asks = "in-force" in scope.requests and understood.kind is AnswerKind.YES_NO
    if len(understood.parts) > 1 or not asks:
        return None
    # "En Horizon Europe?" asks what was asked before.
    text = understood.standalone if understood.follow_up.dependent else understood.text
    return in_force(fiches, scope, text, understood.lang, today)


def no_more(fiches: Fiches, scope: Scope, lang: str, today: date) -> Advice | None:
    """That the one grant that the question names is there no more, to who asks when or how to
    apply; None for another."""
    fiche = _named(fiches, scope, lang)
    if fiche is None or fiche.source.kind != FUNDING or not _is_over(fiche, today):
        return None
    told = [Line("", (whole(item.passage),)) for key in _OVER for item in fiche.known(key)[:1]]
    return Advice(AnswerStatus.ANSWERED, (Line(say("no-more", lang)), *told)) if told else None


def _is_over(fiche: Fiche, today: date) -> bool:
    return _SAYS.get(fiche.source.validity.status_on(today)) == "holds-no-more"


def passed(fiche: Fiche, today: date) -> bool:
    """Whether every date by which to apply that is known has passed."""
    return _all_passed((fiche,), today)


def _all_passed(schemes: Iterable[Fiche], today: date) -> bool:
    found = [
        day for fiche in schemes for item in fiche.known("when") for day in days(item.passage.text)
    ]
    return bool(found) and max(found) < today


def desk_of_closed(fiches: Fiches, pair: str, lang: str, today: date) -> bool:
    """Whether an organisation (its pair) is the desk of schemes, by whose name it goes, of which
    every call that is known has closed."""
    title = fiches.source(pair, lang).title
    schemes = [
        fiches.fiche(source.pair or "", lang)
        for source in fiches.of_kind(FUNDING, lang)
        if source.title.partition(":")[0] in title
    ]
    return _all_passed(schemes, today)


def _named(fiches: Fiches, scope: Scope, lang: str) -> Fiche | None:
    """The one fiche that the question names."""
    best = max(scope.named.values(), default=0.0)
    pairs = [pair for pair, share in scope.named.items() if share == best]
    return fiches.fiche(pairs[0], lang) if len(pairs) == 1 else None


def in_force(fiches: Fiches, scope: Scope, question: str, lang: str, today: date) -> Advice | None:
    """Whether the one fiche that the ``question`` names still holds, or has ended, as it asks; None
    when that is not known."""
    fiche = _named(fiches, scope, lang)
    if fiche is None:
        return None
    key = _SAYS.get(fiche.source.validity.status_on(today))
    sections = _TOLD_OF_GRANTS if fiche.source.kind == FUNDING else _TOLD
    known = [item.passage for section in sections for item in fiche.known(section)][:2]
    if key is None or not known:
        return None
    if _HAS_ENDED.search(question):
        key = _OPPOSITE.get(key, key)
    return Advice(
        AnswerStatus.ANSWERED,
        (
            Line(say(key, lang), (whole(known[0]),)),
            *(Line("", (whole(other),)) for other in known[1:]),
        ),
    )
