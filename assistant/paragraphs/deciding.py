"""The verdict on one sentence, from all that it was held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.paragraphs.comparing import Comparison
from assistant.paragraphs.differences import told_figure, told_name
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.verdicts import SentenceVerdict


@dataclass(frozen=True, slots=True)
class Decided:
    """A verdict, what it rests on, and why: ``reason`` names a sentence of ``wording.yaml``, with
    ``values`` put in it. ``resting`` are the comparisons that are cited."""

    verdict: SentenceVerdict
    reason: str
    resting: tuple[Comparison, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    read_as: str = ""


def decide(
    claim: str,
    compared: Sequence[Comparison],
    settings: ParagraphSettings,
    preferred: Callable[[Comparison], float],
) -> Decided:
    """The verdict on ``claim``. ``preferred`` tells which of two that carry it is cited."""
    carrying = [one for one in compared if one.carries]
    if carrying:
        best = max(carrying, key=lambda one: (preferred(one), one.stretch.own))
        return Decided(SentenceVerdict.SUPPORTED, "supported", (best,))
    against = [found for one in compared if (found := _against(claim, one, settings))]
    partly = [one for one in compared if _is_part(one, settings)]
    best_against = max(against, key=_weight, default=None)
    best_part = max(partly, key=lambda one: (_whole(one), preferred(one)), default=None)
    if best_against is not None:
        other = best_against.resting[0]
        outweighed = (
            best_part is not None
            and best_part.has_facts
            and best_part.held + settings.clearly > other.held
        )
        if not outweighed:
            return best_against
    if best_part is not None:
        return _partly(claim, best_part)
    near = [one for one in compared if one.held >= settings.nearest and one.stretch.own > 0]
    if near:
        best = max(near, key=_whole)
        return Decided(SentenceVerdict.NOT_IN_CORPUS, "near", (best,))
    return Decided(SentenceVerdict.NOT_IN_CORPUS, "nothing")


def _whole(one: Comparison) -> float:
    """How much of a sentence a stretch holds, its facts most of all."""
    lacking = 0.12 * (len(one.figures) + len(one.names)) + 0.05 * (len(one.moved) + len(one.firmer))
    return one.held + 0.3 * one.stretch.own - lacking


def _weight(found: Decided) -> float:
    return _whole(found.resting[0]) + (0.05 if found.values.get("found") else 0.0)


def _is_part(one: Comparison, settings: ParagraphSettings) -> bool:
    if one.turned:
        return False
    return one.held >= (settings.partly if one.has_facts else settings.partly_bare)


def _against(claim: str, one: Comparison, settings: ParagraphSettings) -> Decided | None:
    """What contradicts the sentence in a stretch that tells of the same; None where nothing does."""
    told = {missing: told_figure(claim, missing, one) for missing in one.figures}
    if one.figures and one.held >= settings.contradicts and not one.names:
        rivals = {missing: rival for missing, rival in told.items() if rival is not None}
        # Of another year and another figure it tells of another time.
        if rivals:
            sure = {missing: rival for missing, rival in rivals.items() if rival}
            if sure:
                values = {"claimed": _listed(sure), "found": _listed(dict.fromkeys(sure.values()))}
                return Decided(SentenceVerdict.CONTRADICTED, "other-figure", (one,), values)
            values = {"claimed": _listed(rivals)}
            return Decided(SentenceVerdict.CONTRADICTED, "another-figure", (one,), values)
    if one.names and not one.figures and one.held >= settings.renames:
        rivals = {missing: told_name(claim, missing, one) for missing in one.names}
        if all(rival is not None for rival in rivals.values()):
            found = dict.fromkeys(rival for rival in rivals.values() if rival)
            values = {"claimed": _listed(rivals), "found": _listed(found)}
            reason = "other-name" if found else "another-name"
            return Decided(SentenceVerdict.CONTRADICTED, reason, (one,), values)
    if one.turned and not (one.figures or one.names) and one.held >= settings.denies:
        return Decided(SentenceVerdict.CONTRADICTED, "turned", (one,))
    return None


def _partly(claim: str, one: Comparison) -> Decided:
    missing = (*one.figures, *one.names)
    if missing:
        shown = _listed(dict.fromkeys((*missing, *one.words)))
        return Decided(SentenceVerdict.PARTLY, "without", (one,), {"words": shown})
    if one.words:
        shown = _listed(dict.fromkeys(one.words))
        return Decided(SentenceVerdict.PARTLY, "words", (one,), {"words": shown})
    if one.firmer:
        return Decided(SentenceVerdict.PARTLY, "firmer", (one,), {"why": one.firmer[0]})
    return Decided(SentenceVerdict.PARTLY, "moved", (one,))


def _listed(words: dict[str, str | None] | dict[str, None] | dict[str, str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
