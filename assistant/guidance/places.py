"""Where a text names a town, a region of a country or an island: the country it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from assistant.guidance.origin import Place
from corpus.lexicon.places import Known, Sense
from corpus.vocabulary import Vocabulary

_SHORT = 3  # letters: what is no longer needs its capital, and in capitals alone is an abbreviation
_IN = re.compile(
    r"\b(?:in|naar|te|uit|vanuit|rond|nabij|via|from|near|around|at"
    r"|(?:go|goes|going|move|moves|moving|travel\w*|trips?|tour\w*|fly\w*|relocat\w+|invited) to)"
    r"\s+(?:(?:de stad|the city of|city of)\s+)?$",
    re.IGNORECASE,
)
# No English word stands behind these.
_DUTCH_TO = re.compile(r"\bnaar\s+$", re.IGNORECASE)
_LIES_IN = re.compile(r"(?:,\s*|\s+in\s+|\s*\(|\s+)(?:de |the )?", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?:;\n]\s*)[\W_]*$")
# "Nice weather", "Nice!"
_GOES_ON = re.compile(r"\s+[^\W\d_A-ZÀ-Þ]|\s*!")
_CAPITAL_BEHIND = re.compile(r"\s+[A-ZÀ-Þ]")
# What takes place somewhere, or is seated there: "Florence Biennale".
_EVENT_BEHIND = re.compile(
    r"\s+(?:\w+\s)?(?:biennale|biennial|triennale|triennial|festival|fringe|opera|academy|academie"
    r"|university|universiteit|conservator\w+|book fair|boekenbeurs|art fair)\b",
    re.IGNORECASE,
)


class PlaceReader:
    """Tells names of places from words and from people. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def country(
        self, surface: str, text: str, start: int, end: int, *, in_row: bool = False
    ) -> str | None:
        """The code of the country that ``surface``, at ``text[start:end]``, lies in; empty for a
        name that places in several countries share, None for what names no place there. What is
        ``in_row`` stands right behind another place: "Paris, Florence"."""
        known = self._vocabulary.gazetteer.find(surface)
        if known is None:
            return None
        person = known.sense is Sense.PERSON and in_row and surface[0].isupper()
        if not (person or self._meant(known, surface, text, start, end)):
            return None
        return known.place.country

    def alone(self, name: str) -> str | None:
        """The code of the country that a place lies in, by a name that is nothing else."""
        known = self._vocabulary.gazetteer.find(name)
        if known is None or known.sense is not Sense.NOTHING or len(name) <= _SHORT:
            return None
        return known.place.country or None

    def settled(self, text: str, found: Sequence[Place]) -> Sequence[Place]:
        """Places as found in a text, in its order, without the likelier of two that share a name
        where the country of the other stands right behind: "Birmingham, Alabama"."""
        return [
            place
            for place, after in zip_longest(found, found[1:])
            if after is None
            or not _LIES_IN.fullmatch(text[place[1] : after[0]])
            or (known := self._vocabulary.gazetteer.find(text[place[0] : place[1]])) is None
            or after[2] not in known.place.rivals
        ]

    def _meant(self, known: Known, surface: str, text: str, start: int, end: int) -> bool:
        """Whether the place is meant and nothing else that is written so."""
        capital = surface[0].isupper()
        if len(surface) <= _SHORT and (not capital or surface.isupper()):
            return known.name.isupper() and known.sense is Sense.NOTHING  # "nyc"
        if known.sense is Sense.NOTHING:
            return True
        before, behind = text[:start], text[end:]
        if not before.strip() and not behind.strip(" ?."):
            return capital or known.sense is Sense.PERSON
        if known.sense is Sense.PERSON:
            if _EVENT_BEHIND.match(behind):
                return True
            return bool(_IN.search(before)) and not _CAPITAL_BEHIND.match(behind)
        if capital:
            return not (_OPENS.search(before) and _GOES_ON.match(behind))
        # "naar nice" can be no other thing, "in reading" can.
        return bool(_DUTCH_TO.search(before)) and not self._vocabulary.knows(surface, "nl")
