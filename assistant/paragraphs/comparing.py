"""One sentence held against one stretch of a document: what stands there, and what does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.extracting.dates import dates
from assistant.extracting.names import names as names_of
from assistant.paragraphs.denying import Denying
from assistant.paragraphs.stretches import Stretch
from assistant.support.evidence import Failure, QuoteInContext
from assistant.support.judging import SupportJudge
from corpus.document import Source
from corpus.vocabulary import Language
from indexing.analysis import stop_words
from indexing.tokenising import folded

_EMPTY = stop_words("nl") | stop_words("en")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FEWEST_LETTERS = 3
_NEGATION = "negation"
_TURNED = (_NEGATION, "the opposite of", "direction", "order in time")
_INSTEAD = re.compile(r"^(?P<claimed>.+?) in place of (?P<told>.+)$")
_ELSEWHERE = re.compile(r"^(?P<name>.+?) in another's place$")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a stretch lacks of a sentence.

    ``figures`` are its numbers and dates that do not stand there, ``names`` its names, ``words``
    its other words; ``instead`` pairs a name with the one that stands in its place. ``turned`` are
    denials on one side only, ``firmer`` what the sentence says more firmly or more widely than the
    stretch, ``moved`` what stands there in another relation; ``attributed`` tells that the stretch
    says whose statement it is and the sentence does not. ``held`` is the share (0 to 1) of the
    sentence's words that stand there, ``matched`` how many that are. ``denied`` tells that what is
    turned is what the sentence says, and not something near it.
    """

    stretch: Stretch
    figures: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]
    turned: tuple[str, ...]
    firmer: tuple[str, ...]
    moved: tuple[str, ...]
    attributed: bool
    held: float
    matched: int
    denied: bool = False

    @property
    def carries(self) -> bool:
        """Whether all of the sentence stands there."""
        return not (
            self.figures or self.names or self.words or self.turned or self.firmer or self.moved
        )

    @property
    def has_facts(self) -> bool:
        """Whether every figure, date and name stands there, and nothing is denied."""
        return not (self.figures or self.names or self.turned)


class Comparer:
    """Compares sentences with stretches by the judge of claims. May be shared by threads."""

    def __init__(
        self, judge: SupportJudge, denying: Denying, source: Callable[[str], Source]
    ) -> None:
        self._judge = judge
        self._denying = denying
        self._source = source

    def compare(self, claim: str, lang: Language, stretch: Stretch) -> Comparison:
        """What ``stretch`` lacks of ``claim``, a sentence in ``lang``."""
        source = self._source(stretch.passage.document)
        told = (source.title, source.publisher, source.author, *stretch.passage.section)
        context = " — ".join(one for one in told if one)
        text = _dated(stretch.text, claim, source.date or "")
        evidence = QuoteInContext(text, text, stretch.passage.language, context)
        support = self._judge.judge(claim, lang, [evidence])
        found = _read(claim, stretch, support.failures)
        return replace(found, denied=self._denied(claim, lang, text, found))

    def _denied(self, claim: str, lang: Language, text: str, one: Comparison) -> bool:
        if not all(detail.startswith(_NEGATION) for detail in one.turned):
            return True
        other: Language = "en" if one.stretch.passage.language == "en" else "nl"
        lacks = (*one.names, *one.words)
        return bool(one.turned) and self._denying.denies(claim, lang, lacks, text, other)


def _dated(text: str, claim: str, date: str) -> str:
    """A text with the document's own year behind a day that is told without one, where the claim
    gives that day and that year."""
    year = date[:4]
    if not year or year in text or year not in claim:
        return text
    told = [day for day in dates(text) if day.precision == "day" and not day.year]
    claimed = {folded(day.surface) for day in dates(claim)}
    for day in reversed(told):
        if folded(f"{day.surface} {year}") in claimed:
            text = f"{text[: day.end]} {year}{text[day.end :]}"
    return text


def _read(claim: str, stretch: Stretch, failures: tuple[Failure, ...]) -> Comparison:
    figures: list[str] = []
    names: list[str] = []
    words: list[str] = []
    instead: list[tuple[str, str]] = []
    turned: list[str] = []
    firmer: list[str] = []
    moved: list[str] = []
    attributed = stretch.reported
    nothing = False
    for failure in failures:
        detail = failure.detail
        if failure.kind in ("number", "date"):
            figures.append(detail)
        elif failure.kind == "name":
            swapped, elsewhere = _INSTEAD.match(detail), _ELSEWHERE.match(detail)
            if swapped:
                instead.append((swapped["claimed"], swapped["told"]))
                names.append(swapped["claimed"])
            else:
                names.append(elsewhere["name"] if elsewhere else detail)
        elif failure.kind == "polarity" and detail.startswith(_TURNED):
            turned.append(detail)
        elif failure.kind == "polarity" and detail == "attribution left out":
            attributed = True
        elif failure.kind == "polarity":
            firmer.append(detail)
        elif failure.kind == "content" and detail == "no word of the quote":
            nothing = True
        elif failure.kind == "content":
            words.append(detail)
        else:
            moved.append(detail)
    called = {folded(word) for name in names for word in name.split()}
    words = [word for word in words if folded(word) not in called]
    counted = _content(claim)
    plain = [word for word in counted if word not in called]
    lacking = len(plain) if nothing else min(len(plain), len(set(words)))
    return Comparison(
        stretch,
        _whole(figures, [day.surface for day in dates(claim)], _in_date),
        _whole(names, [name.surface for name in names_of(claim)], _in_name),
        tuple(counted) if nothing else tuple(dict.fromkeys(words)),
        tuple(dict.fromkeys(instead)),
        tuple(dict.fromkeys(turned)),
        tuple(dict.fromkeys(firmer)),
        tuple(dict.fromkeys(moved)),
        attributed,
        1 - lacking / len(plain) if plain else 0.0,
        len(plain) - lacking,
    )


def _whole(
    parts: list[str], surfaces: list[str], belongs: Callable[[str, str], bool]
) -> tuple[str, ...]:
    """What is missing, as the claim writes it: a day with its month and year, a name with all its
    words."""
    found = (next((one for one in surfaces if belongs(part, one)), part) for part in parts)
    return tuple(dict.fromkeys(found))


def _in_date(part: str, surface: str) -> bool:
    if "/" in part:
        day = part.split("/")[0]
        return not day or surface.split()[0].lstrip("0") == day
    return part in surface.split()


def _in_name(part: str, surface: str) -> bool:
    return folded(part) in [folded(word) for word in surface.split()]


def _content(text: str) -> tuple[str, ...]:
    """The words of a text that say something, folded."""
    found = (folded(match.group()) for match in _WORD.finditer(text))
    return tuple(dict.fromkeys(w for w in found if len(w) >= _FEWEST_LETTERS and w not in _EMPTY))
