"""The short answer: the figure, date or name itself, when the evidence leaves no doubt which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answering_settings import AnsweringSettings
from assistant.extracting import dates as date_notation
from assistant.extracting import numbers as number_notation
from assistant.extracting.answer_type import without_literature
from assistant.extracting.asked import Asked
from assistant.extracting.beginnings import beginnings
from assistant.extracting.concept import Concept
from assistant.extracting.counting import asks_people, countable, counts, counts_persons, stems
from assistant.extracting.dates import DateMention, bounds, dates
from assistant.extracting.evidence import Weighed
from assistant.extracting.names import Name, NameKind, names, of_a_person
from assistant.extracting.numbers import UNIT, Figure, FigureKind, figures
from assistant.extracting.of_before import of_before, with_sequel
from assistant.extracting.sentences import sentences
from assistant.extracting.totals import COSTS, Total, total
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind

# Where what is said of one figure ends and what is said of the next begins.
_BOUNDARY = re.compile(r"[;:()]|,\s|\s(?:en|and|maar|but|terwijl|while|tegen|whereas|of|or|plus)\s")
_AFTER = 0.45  # what a word behind a figure counts for beyond each such boundary
_BEFORE = 0.8  # what a word before a figure says about it, against one behind it
_SHARED = 0.85  # and beyond each boundary: "29 % of the pupils sings, 32 % dances"
_PASSED = 0.3  # beyond another figure
SURE_FORM = 0.51  # above that of words that only mean about the same: who is active need not work
_CUE_REACH = 26  # characters before a date or a person in which a word tells its part
_RANGE = re.compile(r"\s(?:tot|to|of|or|naar|à)\s|\s?[-–]\s?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DEED_REACH = 60  # characters between a person and the deed or role that is asked about
# The date of a decree names it, and tells nothing of when anything happened.
_LAW = re.compile(
    r"\b(?:\w*decreet|\w*wet|\w*besluit|decree|act|law|regulation|verordening)\s(?:van|of)\s\Z",
    re.IGNORECASE,
)
_LAW_REACH = 30
_DEED = re.compile(
    r"\b(?:door|by|auteurs?|authors?|onder leiding van|led by|van de hand van|minister"
    r"(?:-president)?|directeur|director|voorzitter|chair|commissaris|commissioner)\s\Z",
    re.IGNORECASE,
)

Thing = Figure | DateMention | Name


@dataclass(frozen=True, slots=True)
class Headline:
    """The short answer as it stands in the text, and in the notation of the reader's language."""

    surface: str
    text: str
    start: int
    end: int
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """A thing of the wanted kind in a sentence: ``text[start:end]``.

    ``held`` is the share (0 to 1) of the question's weight that belongs to it; ``fits`` tells that
    what is asked for stands right beside it: what is counted, "since" before a date, the role or
    deed of a person.
    """

    start: int
    end: int
    surface: str
    held: float
    fits: bool = False
    value: float | None = None


def contenders(
    asked: Asked, text: str, claimed: frozenset[str] = frozenset(), least: float = SURE_FORM
) -> tuple[Contender, ...]:
    """Everything of the wanted kind in one sentence, best first.

    ``claimed`` are surfaces that the question itself gives (lower case): they are no answer.
    """
    clean = without_literature(text)
    spans = [item for item in _of_kind(asked, clean) if item.surface.lower() not in claimed]
    own = [concept for concept in asked.concepts if not concept.frame]
    total = sum(concept.weight for concept in own) or 1.0
    places = [(concept.weight, _places(clean, concept, least)) for concept in own]
    fitting = _Fitting(asked, clean)
    found = [
        Contender(
            item.start,
            item.end,
            item.surface,
            sum(
                weight * max((_bond(clean, spans, n, place) for place in spots), default=0.0)
                for weight, spots in places
            )
            / total,
            fitting.fits(item),
            item.value if isinstance(item, Figure) else None,
        )
        for n, item in enumerate(spans)
    ]
    said = [spots for c, (_, spots) in zip(own, places, strict=True) if not COSTS.match(c.surface)]
    whole = _whole(clean, spans, said)
    if whole is not None:
        found = _with_whole(found, whole)
    return tuple(sorted(found, key=lambda item: (-item.fits, -item.held)))


def _whole(text: str, spans: list[Thing], places: list[tuple[int, ...]]) -> Total | None:
    """The sum that is told after its parts, when the question is not for one of these."""
    found = total(text, [item for item in spans if isinstance(item, Figure)])
    return (
        found if found is not None and found.asked([spots for spots in places if spots]) else None
    )


def _with_whole(found: list[Contender], whole: Total) -> list[Contender]:
    """The contenders with the sum in the place of its parts."""
    parts = {part.start for part in whole.parts}
    added = [item for item in found if item.start in parts or item.start == whole.sum.start]
    held = max(item.held for item in added)
    fits = any(item.fits for item in added)
    return [
        replace(item, held=held, fits=fits) if item.start == whole.sum.start else item
        for item in found
        if item.start not in parts
    ]


def _of_kind(asked: Asked, text: str) -> list[Thing]:
    """Every figure, date or person in ``text`` that may be what is asked for, in order."""
    if asked.kind.numeric:
        days = dates(text)
        free = [f for f in figures(text) if not any(d.start <= f.start < d.end for d in days)]
        return [*_wanted(asked, _joined(free, text))]
    if asked.kind is AnswerKind.DATE:
        return [*dates(text)]
    if asked.kind is AnswerKind.PERSON:
        said = asked.subject
        return [
            item
            for item in names(text)
            if item.kind is NameKind.PERSON
            and not any(word.lower() in said for word in item.surface.split())
        ]
    return []


def _wanted(asked: Asked, found: list[Figure]) -> list[Figure]:
    shares = [f for f in found if f.kind in (FigureKind.PERCENTAGE, FigureKind.FRACTION)]
    amounts = [f for f in found if f.kind is FigureKind.AMOUNT]
    numbers = [f for f in found if f.kind is FigureKind.COUNT]
    if asked.kind is AnswerKind.SHARE:
        return shares
    if asked.kind is AnswerKind.AMOUNT:
        return amounts or ([] if asked.money else shares)
    if _counted(asked):
        return numbers or shares
    # "Hoeveel bedraagt", "hoe lang": anything but "the half of them".
    percentages = [f for f in shares if f.kind is FigureKind.PERCENTAGE]
    return sorted(percentages + amounts + numbers, key=lambda figure: figure.start)


def _counted(asked: Asked) -> bool:
    """Whether it asks how many there are of something."""
    return asked.kind is AnswerKind.COUNT and countable(word.lower() for word in asked.attribute)


def _joined(found: list[Figure], text: str) -> list[Figure]:
    """ "400 tot 500 euro", "30.000 of 60.000 euro": two figures that are one answer, as one."""
    joined: list[Figure] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and _RANGE.fullmatch(text[last.end : item.start]):
            joined[-1] = replace(
                last, end=item.end, kind=item.kind, surface=text[last.start : item.end]
            )
        else:
            joined.append(item)
    return joined


def _bond(text: str, spans: list[Thing], number: int, place: int) -> float:
    """How surely the word at ``place`` speaks of the span with that number, 0 to 1."""
    item = spans[number]
    if item.start <= place < item.end:
        return 1.0
    if place >= item.end:
        between = text[item.end : place]
        passed = sum(1 for other in spans if item.end <= other.start <= place)
        worth, crossed = 1.0, _AFTER
    else:
        between = text[place : item.start]
        passed = sum(1 for other in spans if place < other.start and other.end <= item.start)
        worth, crossed = _BEFORE, _SHARED
    return worth * _PASSED**passed * crossed ** min(len(_BOUNDARY.findall(between)), 2)


class _Fitting:
    """Whether what is asked for stands right beside a thing of the wanted kind."""

    def __init__(self, asked: Asked, text: str) -> None:
        self._asked = asked
        self._text = text
        self._stems = stems(
            concept for concept in asked.concepts if concept.surface in asked.attribute
        )
        own = [concept for concept in asked.concepts if not concept.frame]
        self._deeds = (
            []
            if asked.kind is not AnswerKind.PERSON
            else [place for concept in own[:1] for place in _places(text, concept)]
        )

    def fits(self, item: Thing) -> bool:
        """Whether it does for ``item``."""
        if self._asked.kind.numeric:
            return (bool(self._stems) and counts(self._text, item.end, self._stems)) or (
                asks_people(self._asked.attribute) and counts_persons(self._text, item.end)
            )
        if isinstance(item, DateMention):
            return bool(self._asked.bound) and bounds(self._text, item, self._asked.bound)
        before = self._text[max(0, item.start - _CUE_REACH) : item.start]
        return bool(_DEED.search(before)) or any(
            abs(place - item.start) <= _DEED_REACH for place in self._deeds
        )


def _places(text: str, concept: Concept, least: float = SURE_FORM) -> tuple[int, ...]:
    """Where words stand that start like one of the concept's forms."""
    lower = _unaccented(text)
    return tuple(
        place
        for options in concept.forms.values()
        for form in options
        if form.weight >= least and len(form.terms[0]) > 2
        for beginning in beginnings(form.terms[0])
        for place in _word_starts(beginning, lower)
    )


def _word_starts(beginning: str, text: str) -> Iterator[int]:
    """Where words of ``text`` start with ``beginning``."""
    place = text.find(beginning)
    while place >= 0:
        before = text[place - 1] if place else " "
        if before.isalnum() or before == "_":
            place = text.find(beginning, place + 1)
        else:
            yield place
            place = text.find(beginning, place + len(beginning))


def _unaccented(text: str) -> str:
    """Lower case without accents, as index terms are, at the same offsets."""
    text = text.lower()
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def headline(
    asked: Asked,
    best: Weighed,
    lang: str,
    settings: AnsweringSettings,
    claimed: frozenset[str] = frozenset(),
) -> Headline | None:
    """The thing of the wanted kind in the best sentence; None when there is any doubt.

    A wrong short answer misleads more than a quote without one: the sentence has to hold nearly all
    that is asked, and the thing most of it, and plainly more than the next.
    """
    text = best.unit.text
    if best.unit.kind is BlockKind.REFERENCE:
        return None
    ranked = _of_first_sentence(asked, text, claimed)
    if not ranked or not _there(asked, best, settings):
        return None
    if of_before(asked.text, with_sequel(best.unit), ranked[0].start):
        return None
    first, others = ranked[0], ranked[1:]
    sure = first.fits or (asked.kind.numeric and not others)
    least = settings.headline_held_sure if sure else settings.headline_held
    if first.held < least or not _plain(asked, text, first):
        return None
    rivals = [item.held for item in others if item.fits == first.fits]
    rest = [item.held for item in others if item.fits != first.fits]
    if first.held < settings.headline_margin * max(rivals, default=0.0):
        return None
    bounds = asked.kind is AnswerKind.DATE and first.fits
    if not bounds and first.held < settings.headline_fitting * max(rest, default=0.0):
        return None
    unit = UNIT.match(text, first.end) if asked.kind is AnswerKind.FIGURE else None
    surface = text[first.start : unit.end() if unit else first.end]
    return Headline(
        surface, _localised(asked.kind, surface, lang), first.start, first.end, first.value
    )


def _of_first_sentence(asked: Asked, text: str, claimed: frozenset[str]) -> tuple[Contender, ...]:
    """The contenders in the first sentence that has any: those that follow explain it."""
    spans = sentences(text)
    for number, span in enumerate(spans):
        if found := contenders(asked, text[: span.end], claimed):
            # "Together that is 120 euro": the sum of parts may be told in the next.
            more = contenders(asked, text[: spans[min(number + 1, len(spans) - 1)].end], claimed)
            told = bool(more) and more[0].start >= span.end
            starts = {item.start for item in more}
            return more if told and not any(item.start in starts for item in found) else found
    return ()


def _there(asked: Asked, best: Weighed, settings: AnsweringSettings) -> bool:
    """Whether nearly all that is asked is in or near the sentence, and every word of weight.

    What no document holds says nothing against a text in the other language: it may be in there by
    another word than the lexicon has.
    """
    foreign = best.unit.passage.language != asked.lang
    own = [c for c in asked.concepts if not c.frame]
    heard = [c for c in own if c.known or c.name or not foreign]
    total = sum(c.weight for c in own) or 1.0
    weight = sum(c.weight for c in heard) or 1.0
    most = settings.headline_missing * weight
    if any(c.place or _YEAR.fullmatch(c.surface) for c in own if c.surface in best.missing):
        return False  # a figure of another year or place
    return best.near * total / weight >= settings.headline_near and not any(
        c.weight > most for c in heard if c.surface in best.missing
    )


def _plain(asked: Asked, text: str, item: Contender) -> bool:
    """Whether nothing about a thing itself speaks against it."""
    if asked.kind is AnswerKind.PERSON:
        return item.fits and of_a_person(item.surface)
    if asked.kind is AnswerKind.DATE:
        of_law = _LAW.search(text[max(0, item.start - _LAW_REACH) : item.start])
        return (
            (item.fits or not asked.bound) and not of_law and text[item.end : item.end + 1] != "-"
        )
    if item.fits:
        return True
    spelt = not any(sign.isdigit() for sign in item.surface) and not UNIT.match(text, item.end)
    return not _counted(asked) and not (spelt and asked.kind is not AnswerKind.SHARE)


def _localised(kind: AnswerKind, surface: str, lang: str) -> str:
    if kind is AnswerKind.PERSON:
        return surface
    if kind is AnswerKind.DATE:
        return date_notation.localised(surface, lang)
    return number_notation.localised(surface, lang)
