"""What a document says instead: the figure, date or name in the place of the sentence's."""

from __future__ import annotations

import re
from functools import cache

from assistant.extracting.dates import dates, days
from assistant.extracting.names import names
from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.paragraphs.comparing import Comparison
from assistant.support.names import is_place
from corpus.lexicon.places import read_gazetteer
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

_NEXT_WORD = re.compile(r"\s*(?:%|procent|percent)?\s*([^\W\d_]{2,})")
_STEM = 4  # letters that the things counted share
_PREPOSITION = re.compile(
    r"(?P<before>[\w'’-]*)\s?\b(?P<word>in|te|uit|naar|van|bij|door|from|to|at|by|of|met|with)\s"
    r"(?:(?:de|het|the|een|an?)\s)?\Z",
    re.IGNORECASE,
)


class Differences:
    """Finds what a stretch gives instead. May be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def figure(self, claim: str, lang: Language, missing: str, one: Comparison) -> str | None:
        """The figure or date of the stretch in the place of the sentence's ``missing`` one: the
        empty string where there are several, None where there is none of its kind."""
        text = one.stretch.text
        day = next((day for day in dates(claim) if day.surface == missing), None)
        if day is not None and day.precision in ("day", "month"):
            return _told_day(claim, text)
        if day is not None and day.precision == "period":
            told = [other.surface for other in dates(text) if other.precision == "period"]
            return _one(dict.fromkeys(told))
        mine = _figure(claim, missing)
        if mine is None:
            return None
        said = {(_kind(other), other.value) for other in figures(claim)}
        rivals = [
            other
            for other in figures(text)
            if _kind(other) == _kind(mine)
            and (_kind(other), other.value) not in said
            and not other.surface.startswith("0")
        ]
        alike = [other for other in rivals if _counts_the_same(claim, mine, text, other)]
        if alike:
            return _one(dict.fromkeys(other.surface for other in alike))
        foreign = one.stretch.passage.language != lang
        if _kind(mine) is FigureKind.COUNT and _counted(claim, mine) and not foreign:
            return None  # what is counted is told, and nothing there counts it
        return _one(dict.fromkeys(other.surface for other in rivals))

    def name(self, claim: str, lang: Language, missing: str, one: Comparison) -> str | None:
        """The name of the stretch in the place of the sentence's ``missing`` one; the empty string
        where several may be it, None where there is none of its kind that the sentence has not."""
        for claimed, told in one.instead:
            if claimed in missing:
                return told
        said = folded(claim)
        text = one.stretch.text
        place = self._is_place(missing, lang)
        known: Language = "en" if one.stretch.passage.language == "en" else "nl"
        rivals = [
            other
            for other in names(text)
            if folded(other.surface) not in said and self._is_place(other.surface, known) == place
        ]
        lead = _PREPOSITION.search(claim[: max(0, claim.find(missing))])
        if lead is None:
            return _one(dict.fromkeys(other.surface for other in rivals))
        behind = [
            (other, found["before"])
            for other in rivals
            if (found := _PREPOSITION.search(text[: other.start]))
            and found["word"].lower() == lead["word"].lower()
        ]
        nearest = [other for other, before in behind if folded(before) == folded(lead["before"])]
        rivals = nearest or [other for other, _ in behind]
        return _one(dict.fromkeys(other.surface for other in rivals))

    def _is_place(self, name: str, lang: Language) -> bool:
        return is_place(name, lang, self._vocabulary) or folded(name) in _towns()


@cache
def _towns() -> frozenset[str]:
    return frozenset(folded(name) for name in read_gazetteer().certain)


def _one(found: dict[str, None]) -> str | None:
    if not found:
        return None
    return next(iter(found)) if len(found) == 1 else ""


def _told_day(claim: str, text: str) -> str | None:
    said = set(days(claim))
    told = [day for day in dates(text) if day.precision in ("day", "month")]
    return _one(dict.fromkeys(day.surface for day in told if not set(days(day.surface)) & said))


def _figure(claim: str, missing: str) -> Figure | None:
    return next((one for one in figures(claim) if missing in one.surface), None) or next(
        (one for one in figures(claim) if one.surface in missing), None
    )


def _kind(figure: Figure) -> FigureKind:
    shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
    return FigureKind.PERCENTAGE if figure.kind in shares else figure.kind


def _counted(text: str, figure: Figure) -> str:
    match = _NEXT_WORD.match(text, figure.end)
    return folded(match[1]) if match else ""


def _counts_the_same(claim: str, mine: Figure, text: str, other: Figure) -> bool:
    one, two = _counted(claim, mine), _counted(text, other)
    return bool(one and two) and one[:_STEM] == two[:_STEM]
