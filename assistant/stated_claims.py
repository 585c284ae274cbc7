"""Does a document say what a question states? Yes, something else, or nothing that settles it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.answerability import Decision
from assistant.answering_settings import AnsweringSettings
from assistant.claimed_figures import FigureAsked
from assistant.extracting.asked import Asked
from assistant.extracting.concept import Concept
from assistant.extracting.dates import DateMention, dates
from assistant.extracting.evidence import Weighed
from assistant.extracting.headline import contenders, headline
from assistant.extracting.names import names
from assistant.extracting.numbers import Figure, FigureKind, figures, is_limit, speaks_of_limit
from assistant.extracting.of_before import of_before, with_sequel
from assistant.extracting.tables import row_text
from assistant.finding import Found
from assistant.stated_claims_settings import StatedClaimSettings
from assistant.support.evidence import QuoteInContext
from assistant.support.judging import SupportJudge
from assistant.support.polarity import opposed, polarity
from corpus.document import Source
from corpus.vocabulary import Language
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

# A figure brings these along; they are not what a claim is about.
_MEASURES = frozenset(
    {"euro", "euros", "eur", "dollar", "dollars", "cent", "procent", "percent", "percentage"}
    | {"pond", "pound", "pounds", "gbp", "usd", "chf", "frank", "francs", "kronen", "yen"}
    | {"bedrag", "amount"}  # what a sum is asked for with
    | {"duizend", "thousand", "miljoen", "million", "mln", "miljard", "billion"}
)
_REMEMBERED = 64  # claims whose names are kept
_DIGIT = re.compile(r"\d")
_ABBREVIATED = 3  # letters of what may be written out
_SHORTEST_NAME = 5  # letters of a word that no document has, to be taken for a name
_TELLING = 4  # letters of a word that tells something
_ENDING = 2  # letters by which the forms of a word may differ
_OPENING_WORDS = 2  # of a claim, that tell whom or what it is about
_OPENS_NAMED = re.compile(r"[A-Z]\w{5,}\s")  # a name that opens a sentence looks like any word
# A negation that denies nothing of the sentence.
_NO_LESS = re.compile(
    r"\b(?:niet|not|no) (?:minder|less|fewer|alleen|enkel|only) ?(?:dan|than)?\b", re.IGNORECASE
)


class Verdict(StrEnum):
    """What the documents say to a claim."""

    CONFIRMED = "confirmed"
    QUOTED = "quoted"
    """It is told, but whether in so many words is for the reader to see."""
    OTHER_FIGURE = "other-figure"
    OTHER_NAME = "other-name"
    OF_BEFORE = "of-before"
    """The figure is there, and is said not to hold now, or to be of what came before."""
    TURNED = "turned"
    UNDECIDED = "undecided"
    """Much of it is there: the question is answered like any other."""
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on a claim, the sentence that it rests on, and for another figure or name what
    was claimed and what the sentence says instead (empty when that may be one of several)."""

    verdict: Verdict
    item: Weighed | None = None
    claimed: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class _Held:
    """How much of a claim beside its figures a sentence holds, in shares (0 to 1) of its weight.

    ``near`` counts what stands in the sentence or around it, ``own`` what stands in it. Names that
    are not around are ``strange``; ``rest_near`` and ``rest_own`` leave them out, and words that no
    document has. ``subject`` tells whether what the claim begins with is around, ``named`` that the
    sentence itself has all the names that the claim has, ``counted`` is the number of words.
    """

    near: float
    own: float
    rest_near: float
    rest_own: float
    subject: bool
    named: bool
    strange: tuple[str, ...]
    counted: int


class StatedClaims:
    """Checks claims against what was found for them. Safe for several threads."""

    def __init__(
        self,
        judge: SupportJudge,
        source: Callable[[str], Source],
        answering: AnsweringSettings,
        settings: StatedClaimSettings | None = None,
    ) -> None:
        self._judge = judge
        self._source = source
        self._answering = answering
        self._settings = settings or StatedClaimSettings()

    def check_figure(
        self,
        claim: str,
        lang: str,
        found: Found,
        asked: FigureAsked,
        answer: Found,
        decision: Decision,
    ) -> Checked:
        """The verdict on a claim that gives a figure or a date.

        Args:
            claim: a sentence in ``lang``.
            found: what was found for it.
            asked: the question for its figure, ``answer`` what was found for that, and
                ``decision`` whether that holds an answer.
        """
        settings = self._settings
        best = answer.best
        if best is None:
            return Checked(Verdict.UNSUPPORTED)
        floor = self._held(found.asked, best).near - settings.as_near
        least = settings.near_answered if decision.answerable else settings.near_agreeing
        for item in found.weighed[: settings.looked]:
            held = self._held(found.asked, item)
            if held.strange or not held.subject or not self._tells_of(claim, lang, item):
                continue
            if not asked.stands_in(_text(item)) or self._outdone(asked, answer, decision, item):
                continue
            named = held.named and asked.figure is not None and held.near >= settings.near_named
            # A year stands in many a sentence.
            dated = asked.figure is not None or held.own >= settings.own_dated
            if named or (dated and held.near >= max(least, floor)):
                if _taken_back(claim, asked, item):
                    return Checked(Verdict.OF_BEFORE, item)
                sure = (
                    held.near >= settings.near_sure
                    and self._is_asked_for(asked, answer.asked, item)
                    and self._carried(claim, lang, item)
                )
                return Checked(Verdict.CONFIRMED if sure else Verdict.QUOTED, item)
        for item in self._rivalling(answer):
            if self._tells_of(claim, lang, item):
                checked = self._other_figure(claim, asked, answer, item, decision)
                if checked.item is not None:
                    return checked
        return Checked(Verdict.UNSUPPORTED)

    def _rivalling(self, answer: Found) -> list[Weighed]:
        """The best sentences for the question for a claim's figure, those that decide whether there
        is an answer."""
        floor = self._answering.judged_share * answer.weighed[0].score
        judged = answer.weighed[: self._answering.judged]
        return [item for item in judged if item.score >= floor] or list(judged[:1])

    def _outdone(
        self, asked: FigureAsked, answer: Found, decision: Decision, item: Weighed
    ) -> bool:
        """Whether another figure, in what answers the question for it, has far more of the claim
        beside it than the claim's own figure has in ``item``, where it tells of something else."""
        best = answer.best
        if best is None or not decision.answerable or best.unit is item.unit:
            return False
        own = [c for c in contenders(answer.asked, _text(item)) if asked.stands_in(c.surface)]
        rivals = contenders(answer.asked, _text(best))
        if not rivals or asked.stands_in(rivals[0].surface):
            return False
        mine = max((c.held for c in own), default=0.0) * self._held(answer.asked, item).near
        other = rivals[0].held * self._held(answer.asked, best).near
        return mine < self._settings.outdone * other

    def _is_asked_for(self, asked: FigureAsked, question: Asked, item: Weighed) -> bool:
        """Whether the claim's figure is the one in a sentence that answers the question for it."""
        rivals = contenders(question, _text(item))
        return not rivals or asked.stands_in(rivals[0].surface)

    def _other_figure(
        self, claim: str, asked: FigureAsked, answer: Found, best: Weighed, decision: Decision
    ) -> Checked:
        """That a sentence gives another figure of the same kind; which, when that is sure."""
        settings = self._settings
        said = frozenset({asked.surface.lower()})
        held = self._held(answer.asked, best)
        around = with_sequel(best.unit)
        rivals = tuple(
            rival
            for rival in contenders(answer.asked, _text(best), said)
            if not of_before(claim, around, rival.start)
        )
        if asked.date is not None:
            alike = {day.surface for day in dates(_text(best)) if _alike(day, asked.date)}
            rivals = tuple(rival for rival in rivals if rival.surface in alike)
        if not rivals or held.strange or not held.subject:
            return Checked(Verdict.UNSUPPORTED)
        if asked.stands_in(_text(best)):
            return Checked(Verdict.QUOTED, best)
        bounded = is_limit(_text(best), rivals[0].start) and not speaks_of_limit(claim)
        if decision.answerable and held.own >= settings.own_other and not bounded:
            short = headline(answer.asked, best, answer.asked.lang, self._answering, said)
            return Checked(Verdict.OTHER_FIGURE, best, asked.surface, short.text if short else "")
        both = held.near + held.own >= settings.near_quoted + settings.own_quoted
        least = settings.own_least if decision.answerable else settings.own_quoted
        # A figure with nothing of the claim beside it counts something else ("two communities").
        same = best.unit.passage.language == answer.asked.lang
        both = both and (rivals[0].held > 0 or not same)
        loosely = held.near >= settings.near_quoted and held.own >= least and both
        return Checked(Verdict.QUOTED, best) if loosely else Checked(Verdict.UNSUPPORTED)

    def nearest(self, found: Found) -> Weighed | None:
        """The sentence that holds most of a claim that none settles; None when it holds little."""
        held = [
            (self._held(found.asked, item), item) for item in found.weighed[: self._settings.looked]
        ]
        shown = [
            (one.near + one.own, item)
            for one, item in held
            if one.near >= self._settings.near_shown and one.own >= self._settings.own_shown
        ]
        return max(shown, key=lambda pair: pair[0])[1] if shown else None

    def check_words(self, claim: str, lang: str, found: Found, decision: Decision) -> Checked:
        """The verdict on a claim without figures, a sentence in ``lang``, by what was ``found`` for
        it and the ``decision`` whether that holds an answer."""
        held = [
            (self._held(found.asked, item), item) for item in found.weighed[: self._settings.looked]
        ]
        for one, item in held:
            checked = self._of_words(claim, lang, item, one) or self._of_another(item, one)
            if checked is not None:
                return checked
        told = any(one.near >= self._settings.near_undecided for one, _ in held)
        undecided = told and decision.answerable
        return Checked(Verdict.UNDECIDED if undecided else Verdict.UNSUPPORTED)

    def _of_words(self, claim: str, lang: str, item: Weighed, held: _Held) -> Checked | None:
        settings = self._settings
        if (
            held.counted < settings.fewest_words
            or held.rest_near < settings.near_worded
            or held.rest_own < settings.own_worded
        ):
            return None
        if _turned(claim, item.unit.text):
            return Checked(Verdict.TURNED, item) if _of_the_same(claim, lang, item) else None
        if held.strange or (_counts(claim) and not figures(item.unit.text)):
            return None  # the figure is what is claimed
        told = folded(claim)
        others = any(folded(name.surface) not in told for name in names(item.unit.text))
        sure = not others and self._carried(claim, lang, item)
        return Checked(Verdict.CONFIRMED if sure else Verdict.QUOTED, item)

    def _of_another(self, item: Weighed, held: _Held) -> Checked | None:
        """Whether a sentence tells of somebody else what the claim tells of the one it names."""
        settings = self._settings
        if (
            not held.strange
            or held.rest_near < settings.near_worded
            or held.rest_own < settings.own_worded
            or held.counted - len(held.strange) < settings.fewest_words
        ):
            return None
        named = names(item.unit.text) or _OPENS_NAMED.match(item.unit.text)
        return Checked(Verdict.OTHER_NAME, item, held.strange[0]) if named else None

    def _held(self, asked: Asked, item: Weighed) -> _Held:
        own = [
            concept
            for concept in asked.concepts
            if not concept.frame
            and not _DIGIT.search(concept.surface)
            and concept.surface.lower() not in _MEASURES
        ]
        called = [concept for concept in own if concept.name]
        called_so = _written_as_names(asked.text)
        strange = [
            concept
            for concept in own
            if (_names_one(concept) or folded(concept.surface) in called_so)
            and concept.surface not in item.found
        ]
        rest = [concept for concept in own if concept.known and concept not in strange]

        def share(concepts: list[Concept], told: tuple[str, ...]) -> float:
            total = sum(c.weight for c in concepts) or 1.0
            return sum(c.weight for c in concepts if c.surface in told) / total

        return _Held(
            share(own, item.found),
            share(own, item.own_found),
            share(rest, item.found),
            share(rest, item.own_found),
            any(concept.surface in item.found for concept in own[:_OPENING_WORDS]),
            bool(called) and all(c.surface in item.own_found for c in called),
            tuple(c.surface for c in strange),
            len(own),
        )

    def _tells_of(self, claim: str, lang: str, item: Weighed) -> bool:
        """Whether the words of the claim's longer names stand in a sentence's passage or above it;
        in another language they may be other words."""
        passage = item.unit.passage
        if passage.language != _known(lang):
            return True
        around = folded(
            " ".join((self._source(passage.document).title, *passage.section, passage.text))
        )
        called = [name.surface for name in names(claim) if " " in name.surface]
        words = {word for name in called for word in tokens(name) if len(word) > _ABBREVIATED}
        return all(folded(word) in around for word in words)

    def _carried(self, claim: str, lang: str, item: Weighed) -> bool:
        passage, text = item.unit.passage, _text(item)
        context = " — ".join((self._source(passage.document).title, *passage.section))
        evidence = QuoteInContext(text, text, passage.language, context)
        return self._judge.judge(claim, _known(lang), [evidence]).carried


@lru_cache(maxsize=_REMEMBERED)
def _written_as_names(claim: str) -> frozenset[str]:
    """The words of a claim, folded, that are written as names; towns, too, that the lexicon knows
    as words."""
    return frozenset(folded(word) for name in names(claim) for word in name.surface.split())


def _names_one(concept: Concept) -> bool:
    """Whether a word names someone or something: it is written so, or no document has it."""
    unknown = not concept.known and len(concept.surface) >= _SHORTEST_NAME
    return concept.surface.isalpha() and (concept.name or unknown)


def _known(lang: str) -> Language:
    return "en" if lang == "en" else "nl"


def _text(item: Weighed) -> str:
    unit = item.unit
    return row_text(unit.table) if unit.table is not None else unit.text


def _taken_back(claim: str, asked: FigureAsked, item: Weighed) -> bool:
    """Whether a sentence that gives a claim's figure or date says of it that it is of before."""
    text = with_sequel(item.unit)
    told: list[Figure | DateMention] = [*figures(text), *dates(text)]
    given = [one.start for one in told if asked.stands_in(one.surface)]
    return bool(given) and all(of_before(claim, text, start) for start in given)


def _turned(claim: str, text: str) -> bool:
    """Whether one of them denies what the other says."""
    said, told = (polarity(_NO_LESS.sub(" ", one)).negations > 0 for one in (claim, text))
    return said != told or bool(opposed(claim, text))


def _counts(claim: str) -> bool:
    """Whether a claim tells in digits how many there are of something: no date, and no number that
    belongs to a name ("Studio 100")."""
    spans = [(one.start, one.end) for one in names(claim)]
    spans += [(day.start, day.start + len(day.surface)) for day in dates(claim)]
    return any(
        _DIGIT.search(one.surface) and not any(a <= one.start < b for a, b in spans)
        for one in figures(claim)
        if one.kind is not FigureKind.YEAR
    )


def _of_the_same(claim: str, lang: str, item: Weighed) -> bool:
    """Whether a sentence that denies, or does not, tells of what the claim tells, in its words: "it
    is no desk for grants" does not deny that it is in a town, nor is support for all a grant. In
    another language they are other words."""
    if item.unit.passage.language != _known(lang):
        return True
    told = folded(f"{item.unit.passage.heading} {item.unit.text}")
    empty = stop_words(_known(lang))
    said = [word for token in tokens(claim) if (word := folded(token)) not in empty]
    known = [word for word in said if len(word) >= _TELLING]
    held = [word for word in known if word[: max(_TELLING, len(word) - _ENDING)] in told]
    return 2 * len(held) > len(known)


def _alike(found: DateMention, claimed: DateMention) -> bool:
    """Whether a date that is ``found`` answers to one that is claimed: both are told as finely, or
    a day or month is of another year than was claimed."""
    finer = found.precision in ("day", "month") and claimed.precision == "year"
    return found.precision == claimed.precision or (finer and found.year != claimed.year)
