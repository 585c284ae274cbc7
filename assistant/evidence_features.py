"""What speaks for and against a sentence as the answer, in figures between 0 and 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.extracting.answer_type import FITS, costs_nothing
from assistant.extracting.asked import Asked
from assistant.extracting.concept import Concept
from assistant.extracting.counted import told_in_words
from assistant.extracting.counting import (
    asks_people,
    countable,
    counts_anybody,
    names_persons,
    numbered,
    stems,
)
from assistant.extracting.dates import dates
from assistant.extracting.evidence import Weighed
from assistant.extracting.headline import SURE_FORM, contenders
from assistant.extracting.names import names
from assistant.extracting.own_country import own_country
from assistant.extracting.tables import cell_texts
from assistant.understanding.answer_kind import AnswerKind
from assistant.words import kind_nouns
from corpus.vocabulary import Language

FEATURES = (
    "near",
    "rarest_missing",
    "type_missing",
    "unheld",
    "attribute_missing",
    "name_missing",
    "matched",
    "pointed",
    "year_missing",
    "uncounted",
    "end_missing",
    "head_missing",
    "subject_missing",
    "leaning",
    "figure_asked",
    "somebody_asked",
    "apart",
)
"""The features in the order of the calibrated weights."""

_TYPED = (
    AnswerKind.SHARE,
    AnswerKind.AMOUNT,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
    AnswerKind.DEFINITION,
)
# Kinds whose answer may be worded in any way.
_OPEN_ENDED = (AnswerKind.OPEN, AnswerKind.LIST, AnswerKind.REASON, AnswerKind.PROCEDURE)
# Kinds whose answer is one thing of a kind that can be looked for.
_ONE_THING = (AnswerKind.DATE, AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.ORGANISATION)
# A year in such a question is a claim to be checked, not a condition.
_CHECKED = (AnswerKind.YES_NO, AnswerKind.DATE, AnswerKind.OPEN)
_KIND_NAMED = {
    AnswerKind.PLACE: "place",
    AnswerKind.PERSON: "person",
    AnswerKind.COUNT: "person",
    AnswerKind.ORGANISATION: "organisation",
    AnswerKind.AMOUNT: "amount",
    AnswerKind.DATE: "date",
    AnswerKind.FIGURE: "time",
}
_LEANS = ("context", "referent")  # what is told besides is not leant on
_SUMS = (
    "budget",
    "subsidie",
    "steun",
    "grant",
)  # "welk budget" is met by any sum, "het budget" not
_MUCH_MATCHED = 24.0  # natural-log units: five rare words
_TRANSLATED = 0.3  # how surely a word is missing that a translation may lack
_PLACE_FITS = 0.5  # the same for a place: a name of which nothing tells what it names
_ASKED_ABOVE = 0.6  # share of the question in a sentence, the heading that it answers and the title
_LEAST_FORM = 0.3  # what a word is worth at least that stands beside a figure: a synonym's
_ALONE = 0.3  # how far a sentence stands apart where no other document was found
_WELL_HELD = 0.4  # share of the question beside one figure that leaves no doubt
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against the best sentence; every feature lies between 0 and 1.

    ``near``: the question's weight in the sentence, with its surroundings. ``rarest_missing``: the
    share of the rarest word that is nowhere near. ``type_missing``: the wanted kind of thing is not
    there. ``unheld``: a figure or date is asked for, and what is asked does not stand beside any.
    ``attribute_missing``: what is asked of the subject is not in the sentence or beside it.
    ``head_missing``: the same for that and for what the question wants one of, and nowhere near.
    ``name_missing``: the share of names that are not near. ``subject_missing``: none of the names
    and places is. ``matched``: how much rarity the sentence holds. ``pointed``: 1 when the
    question points at the passage by number, -1 when it points at another place.
    ``year_missing``: a year that is asked about is not near. ``uncounted``: none of the figures
    counts what is to be counted. ``end_missing``: the word that a question for no figure, date or
    name ends on is not in the sentence or beside it. ``leaning``: the question leans on an earlier
    one, or on what is said before it. ``figure_asked`` and ``somebody_asked``: for those more has
    to be there than for what may be answered in any words. ``apart``: how far the best sentence of
    any other document stays behind this one, in shares of the best score.
    """

    near: float = 0.0
    rarest_missing: float = 0.0
    type_missing: float = 0.0
    unheld: float = 0.0
    attribute_missing: float = 0.0
    name_missing: float = 0.0
    matched: float = 0.0
    pointed: float = 0.0
    year_missing: float = 0.0
    uncounted: float = 0.0
    end_missing: float = 0.0
    head_missing: float = 0.0
    subject_missing: float = 0.0
    leaning: float = 0.0
    figure_asked: float = 0.0
    somebody_asked: float = 0.0
    apart: float = 0.0

    def values(self) -> tuple[float, ...]:
        """The features in the order of :data:`FEATURES`."""
        return tuple(float(getattr(self, name)) for name in FEATURES)


def asked_words(asked: Asked) -> list[Concept]:
    """The concepts that a question is about; of a question that only frames, all of them."""
    own = [concept for concept in asked.concepts if not concept.frame]
    return own if own or asked.points else list(asked.concepts)


def weigh_evidence(asked: Asked, best: Weighed | None, weighed: Sequence[Weighed] = ()) -> Evidence:
    """The features of a sentence for a question, among all that were weighed for it."""
    if best is None or not (asked.concepts or asked.points):
        return Evidence()
    own = asked_words(asked)
    total = sum(concept.weight for concept in own) or 1.0
    pointed = (1.0 if best.pointed else -1.0) if asked.points else 0.0
    if asked.about_table and asked.kind is AnswerKind.COUNT and best.unit.table is not None:
        # The rows themselves are counted.
        apart = _apart(best, weighed)
        return Evidence(near=best.near, pointed=max(pointed, 0.0), matched=1.0, apart=apart)
    met = _met(asked, best)
    missing = [c for c in own if c.surface in best.missing and c.surface not in met]
    named = [concept for concept in own if concept.name and concept.surface not in met]
    said = [c for c in own if c.origin == "own"] or own
    head = [
        c
        for c in said
        if c.surface not in met
        and (
            c.surface.lower() == asked.choice
            or (c.surface in asked.attribute and not _counts_people(asked, best))
        )
    ]
    subject = [c for c in said if (c.name or c.place) and c.surface not in met]
    return Evidence(
        near=_near(asked, best, met),
        rarest_missing=max((concept.weight for concept in missing), default=0.0) / total,
        type_missing=1.0 - best.type_fit if asked.kind in _TYPED else 0.0,
        unheld=_unheld(asked, best),
        attribute_missing=attribute_missing(asked, best),
        name_missing=_share(named, missing),
        matched=min(1.0, best.matched / _MUCH_MATCHED),
        pointed=pointed,
        year_missing=float(
            asked.kind not in _CHECKED and any(_YEAR.fullmatch(c.surface) for c in missing)
        ),
        uncounted=_uncounted(asked, best),
        end_missing=_end_missing(asked, best, said, head),
        head_missing=_share(head, [c for c in head if c.surface not in best.found]),
        subject_missing=float(bool(subject) and not any(c.surface in best.found for c in subject)),
        leaning=float(any(concept.origin in _LEANS for concept in asked.concepts)),
        figure_asked=float(asked.kind.numeric),
        somebody_asked=float(asked.kind is AnswerKind.PERSON),
        apart=_apart(best, weighed),
    )


def _apart(best: Weighed, weighed: Sequence[Weighed]) -> float:
    """How far any other document stays behind: what several tell about as well, none may tell."""
    document = best.unit.passage.document
    other = next((item for item in weighed if item.unit.passage.document != document), None)
    if other is None or weighed[0].score <= 0:
        return _ALONE
    return min(1.0, max(0.0, (best.score - other.score) / weighed[0].score))


def _share(of: Sequence[Concept], those: Sequence[Concept]) -> float:
    """The share of ``of`` that is among ``those``; 0 of nothing."""
    return sum(1 for concept in of if concept in those) / len(of) if of else 0.0


def attribute_missing(asked: Asked, best: Weighed) -> float:
    """How much of what is asked of the subject is not in the sentence or beside it."""
    attributes = [c for c in asked_words(asked) if c.surface in asked.attribute]
    if _counts_people(asked, best):
        return 0.0
    met = _met(asked, best)
    return _share(
        attributes, [c for c in attributes if c.surface not in best.close and c.surface not in met]
    )


def _counts_people(asked: Asked, best: Weighed) -> bool:
    """Whether people are to be counted, and are: who is counted goes by another name, or visitors
    by "55 people"."""
    if best.type_fit < FITS:
        return False
    return asks_people(asked.attribute) or (
        names_persons(" ".join(asked.attribute)) and counts_anybody(best.unit.text)
    )


def choice_missing(asked: Asked, best: Weighed) -> float:
    """How surely what the question wants one of is not there: 1, or less where a translation may
    differ."""
    wanted = next((c for c in asked.concepts if c.surface.lower() == asked.choice), None)
    if wanted is None or wanted.frame or wanted.surface in best.close:
        return 0.0
    if wanted.surface in _met(asked, best):
        return 0.0
    return 1.0 if asked.lang == best.unit.passage.language or not wanted.known else _TRANSLATED


def _met(asked: Asked, best: Weighed) -> frozenset[str]:
    """The words, as they are written in the question, that need not be there: those that name no
    more than the kind of thing that is wanted ("in which city"), where such a thing is there, and
    the country whose language a publication is in."""
    return _of_kind(asked, best) | _at_home(asked, best)


def _at_home(asked: Asked, best: Weighed) -> frozenset[str]:
    if best.fiche:
        return frozenset()
    spoken: Language = "nl" if asked.lang == "nl" else "en"
    words = own_country(asked.text, spoken, best.unit.passage.language)
    return frozenset(c.surface for c in asked.concepts if c.surface.lower() in words)


def _of_kind(asked: Asked, best: Weighed) -> frozenset[str]:
    if asked.kind in _OPEN_ENDED:
        # "Which networks": what goes by a name meets it.
        nouns = (kind_nouns()["place"] | kind_nouns()["organisation"]) & {asked.choice}
        there = bool(nouns) and _new_name(asked, best.unit.text)
    else:
        nouns = kind_nouns().get(_KIND_NAMED.get(asked.kind, ""), frozenset())
        if asked.kind is AnswerKind.AMOUNT and asked.choice in _SUMS:
            nouns |= {asked.choice}
        there = best.type_fit >= (_PLACE_FITS if asked.kind is AnswerKind.PLACE else FITS)
    if not (there and nouns):
        return frozenset()
    return frozenset(c.surface for c in asked.concepts if c.surface.lower() in nouns)


def _new_name(asked: Asked, text: str) -> bool:
    """Whether a text has a name that the question does not have."""
    said = asked.text.lower()
    return any(name.surface.lower() not in said for name in names(text))


def _near(asked: Asked, best: Weighed, met: frozenset[str]) -> float:
    """The question's weight in the sentence with its surroundings, without what needs not be."""
    if not met:
        return best.near
    held = zip(asked.concepts, best.held, strict=False)
    rest = [(concept.weight, share) for concept, share in held if concept.surface not in met]
    total = sum(weight for weight, _ in rest)
    return sum(weight * share for weight, share in rest) / total if total else best.near


def _unheld(asked: Asked, best: Weighed) -> float:
    """How much of the question fails to stand beside the figure or date that it belongs to."""
    if not (asked.kind.numeric or asked.kind is AnswerKind.DATE):
        return 0.0
    if best.told_next:
        return 0.0  # "In 2024 vulden er 1.312 een lijst in. Dat is 41 procent."
    if _answers_its_heading(best):
        return 0.0  # "How often may I apply? | At most three times."
    text = best.unit.text
    # A statement of a fiche is whole in itself, so more is asked of it.
    least = SURE_FORM if best.fiche else _LEAST_FORM
    if asked.kind is AnswerKind.DATE and not dates(text) and best.type_fit >= FITS:
        return 0.0  # it says when without a date, and of nothing else
    if asked.kind is AnswerKind.AMOUNT and costs_nothing(text):
        return 0.0  # "children get in free"
    if told_in_words(asked, text):
        return 0.0  # "the board meets monthly"
    if best.unit.table is not None:
        # A cell means what its row and its column are called.
        if asked.kind is AnswerKind.AMOUNT and best.type_fit >= FITS:
            asked = replace(asked, kind=AnswerKind.FIGURE)
        cells = [contenders(asked, cell, least=least) for cell in cell_texts(best.unit.table)]
        found = [item for cell in cells for item in cell]
    else:
        found = [*contenders(asked, text, least=least)]
    held = max((item.held for item in found), default=0.0)
    return 1.0 - min(1.0, held / _WELL_HELD)


def _answers_its_heading(best: Weighed) -> bool:
    """Whether the sentence is the first below a heading that asks what the question does."""
    unit = best.unit
    asks = bool(unit.passage.section) and unit.passage.section[-1].rstrip().endswith("?")
    return asks and not unit.start and best.near >= _ASKED_ABOVE


def _uncounted(asked: Asked, best: Weighed) -> float:
    """Whether things are to be counted, and no figure of the sentence counts just those."""
    if asked.kind is not AnswerKind.COUNT or best.unit.table is not None:
        return 0.0
    if not countable(asked.attribute) or asks_people(asked.attribute):
        return 0.0
    counted = stems(c for c in asked_words(asked) if c.surface in asked.attribute)
    text = best.unit.text
    found = contenders(asked, text)
    return float(
        bool(counted and found)
        and not any(item.fits or numbered(text, item.start, counted) for item in found)
    )


def _end_missing(
    asked: Asked, best: Weighed, said: Sequence[Concept], head: Sequence[Concept]
) -> float:
    """Whether the word that a question for no one thing ends on is not in the sentence or beside
    it, neither a name nor what is asked of the subject."""
    if asked.kind.numeric or asked.kind in _ONE_THING or not said:
        return 0.0
    last = said[-1]
    ends = re.search(re.escape(last.surface) + r"\W*$", asked.text) is not None
    return float(ends and not last.name and last not in head and last.surface not in best.close)
