"""The verdict on one sentence, from all that it was held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.paragraphs.comparing import Comparison
from assistant.paragraphs.differences import Differences
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.verdicts import SentenceVerdict
from corpus.vocabulary import Language
from indexing.tokenising import folded


@dataclass(frozen=True, slots=True)
class Decided:
    """A verdict, what it rests on, and why: ``reason`` names a sentence of ``wording.yaml``, with
    ``values`` put in it. ``resting`` are the comparisons that are cited."""

    verdict: SentenceVerdict
    reason: str
    resting: tuple[Comparison, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    read_as: str = ""


class Decider:
    """Decides on sentences. May be shared by threads."""

    def __init__(
        self,
        differences: Differences,
        settings: ParagraphSettings,
        preferred: Callable[[Comparison], float],
    ) -> None:
        """``preferred`` tells which of two stretches that say the same is cited."""
        self._differences = differences
        self._settings = settings
        self._preferred = preferred

    def decide(
        self,
        claim: str,
        lang: Language,
        compared: Sequence[Comparison],
        elsewhere: Sequence[Comparison] = (),
    ) -> Decided:
        """The verdict on ``claim``, a sentence in ``lang``, by what tells of what it speaks of;
        ``elsewhere`` is what tells of something else."""
        carrying = [one for one in compared if one.carries and not one.stretch.wide]
        wide = [one for one in compared if one.carries and self._leans(one, compared)]
        if carrying:
            return self._denied(carrying, compared) or self._supported(carrying)
        against = [found for one in compared if (found := self._against(claim, lang, one))]
        partly = [one for one in compared if self._is_part(one)]
        best_against = max(against, key=_weight, default=None)
        best_part = max(partly, key=lambda one: (_whole(one), self._preferred(one)), default=None)
        factual = [one for one in partly if one.has_facts]
        rival = max(factual, key=lambda one: (one.held, -len(one.moved)), default=None)
        if best_against is not None and not self._outweighed(best_against, rival, wide):
            return best_against
        if wide:
            return self._supported(wide)
        if best_part is not None:
            return _partly(best_part)
        if others := [one for one in elsewhere if one.carries and not one.stretch.wide]:
            best = max(others, key=lambda one: one.stretch.own)
            return Decided(SentenceVerdict.NOT_IN_CORPUS, "of-another", (best,))
        near = [one for one in compared if one.held >= self._settings.nearest and one.matched]
        if near:
            return Decided(SentenceVerdict.NOT_IN_CORPUS, "near", (max(near, key=_whole),))
        return Decided(SentenceVerdict.NOT_IN_CORPUS, "nothing")

    def _supported(self, carrying: list[Comparison]) -> Decided:
        best = max(carrying, key=lambda one: (self._preferred(one), one.stretch.own))
        return Decided(SentenceVerdict.SUPPORTED, "supported", (best,))

    def _denied(self, carrying: list[Comparison], compared: Sequence[Comparison]) -> Decided | None:
        """What denies the sentence in its own words, where what carries it has fewer of them."""
        own = max(one.stretch.own for one in carrying)
        for one in compared:
            plainly = one.held >= self._settings.plainly and one.stretch.own > own
            if one.denied and plainly and not (one.figures or one.names or one.stretch.reduced):
                return Decided(SentenceVerdict.CONTRADICTED, "turned", (one,))
        return None

    def _outweighed(self, found: Decided, part: Comparison | None, wide: list[Comparison]) -> bool:
        """Whether what contradicts a sentence tells less of it than what has its very figures and
        names."""
        other = found.resting[0]
        if wide and other.turned:
            return False  # two sentences together say what one of them may deny
        if wide:
            return True
        if part is None or (other.denied and set(other.words) < set(part.words)):
            return False
        if part.moved and part.stretch.unit is other.stretch.unit:
            return False  # its own clause says it of something else
        ahead = 0.0 if part.moved else self._settings.clearly
        return part.held + ahead >= other.held

    def _leans(self, one: Comparison, compared: Sequence[Comparison]) -> bool:
        """Whether two sentences together carry what one of them nearly does: the other tells no
        more than who or when."""
        alone = [
            other.held
            for other in compared
            if other.stretch.unit is one.stretch.unit and not other.stretch.wide
        ]
        return one.stretch.wide and max(alone, default=0.0) >= self._settings.leaning

    def _is_part(self, one: Comparison) -> bool:
        settings = self._settings
        if one.turned or one.matched < settings.fewest_matched:
            return False
        return one.held >= (settings.partly if one.has_facts else settings.partly_bare)

    def _against(self, claim: str, lang: Language, one: Comparison) -> Decided | None:
        """What contradicts the sentence in a stretch that tells of the same; None where nothing
        does."""
        settings = self._settings
        if one.stretch.wide or one.stretch.reduced or one.matched < settings.fewest_against:
            return None
        near = one.held >= settings.contradicts and one.stretch.own >= settings.contradicts_own
        if one.figures and not one.names and near:
            told = {lack: self._differences.figure(claim, lang, lack, one) for lack in one.figures}
            return self._other(one, told, "figure")
        whole = folded(one.stretch.unit.text)
        if any(folded(name) in whole for name in one.names):
            return None  # its clause leaves out who it is about
        if one.names and not one.figures and one.held >= settings.renames:
            told = {lack: self._differences.name(claim, lang, lack, one) for lack in one.names}
            return self._other(one, told, "name")
        if one.figures or one.names or one.stretch.own < settings.denies_own:
            return None
        if one.denied and one.held >= settings.denies:
            return Decided(SentenceVerdict.CONTRADICTED, "turned", (one,))
        return None

    def _other(self, one: Comparison, told: dict[str, str | None], what: str) -> Decided | None:
        """That something else stands in the place of a figure or a name. A name that has none in
        its place may be told elsewhere."""
        rivals = {missing: rival for missing, rival in told.items() if rival is not None}
        if not rivals or (what == "name" and len(rivals) < len(told)):
            return None
        sure = {missing: rival for missing, rival in rivals.items() if rival}
        values = {"claimed": listed(sure or rivals), "found": listed(sure.values())}
        reason = f"other-{what}" if sure else f"another-{what}"
        return Decided(SentenceVerdict.CONTRADICTED, reason, (one,), values)


def _whole(one: Comparison) -> float:
    """How much of a sentence a stretch holds, its facts most of all."""
    lacking = 0.12 * (len(one.figures) + len(one.names)) + 0.05 * (len(one.moved) + len(one.firmer))
    return one.held + 0.3 * one.stretch.own - lacking


def _weight(found: Decided) -> float:
    return _whole(found.resting[0]) + (0.05 if found.values.get("found") else 0.0)


def _partly(one: Comparison) -> Decided:
    missing = (*one.figures, *one.names)
    if missing:
        shown = listed((*missing, *one.words))
        return Decided(SentenceVerdict.PARTLY, "without", (one,), {"words": shown})
    if one.words:
        words = (word.split(", not ")[0] for word in one.words)
        return Decided(SentenceVerdict.PARTLY, "words", (one,), {"words": listed(words)})
    if one.firmer:
        return Decided(SentenceVerdict.PARTLY, "firmer", (one,), {"why": one.firmer[0]})
    return Decided(SentenceVerdict.PARTLY, "moved", (one,))


def listed(words: Iterable[str | None]) -> str:
    """Words as they are shown in an explanation."""
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
