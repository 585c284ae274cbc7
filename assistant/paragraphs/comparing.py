"""One sentence held against one stretch of a document: what stands there, and what does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

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
_TURNED = ("negation", "the opposite of", "direction", "order in time")
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
    sentence's words that stand there.
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

    def __init__(self, judge: SupportJudge, source: Callable[[str], Source]) -> None:
        self._judge = judge
        self._source = source

    def compare(self, claim: str, lang: Language, stretch: Stretch) -> Comparison:
        """What ``stretch`` lacks of ``claim``, a sentence in ``lang``."""
        source = self._source(stretch.passage.document)
        told = (source.title, source.publisher, source.author, *stretch.passage.section)
        context = " — ".join(one for one in told if one)
        evidence = QuoteInContext(stretch.text, stretch.text, stretch.passage.language, context)
        support = self._judge.judge(claim, lang, [evidence])
        return _read(claim, stretch, support.failures)


def _read(claim: str, stretch: Stretch, failures: tuple[Failure, ...]) -> Comparison:
    figures: list[str] = []
    names: list[str] = []
    words: list[str] = []
    instead: list[tuple[str, str]] = []
    turned: list[str] = []
    firmer: list[str] = []
    moved: list[str] = []
    attributed = nothing = False
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
    total = len([word for word in counted if word not in called]) or 1
    held = 0.0 if nothing else max(0.0, 1 - len(set(words)) / total)
    unique = lambda found: tuple(dict.fromkeys(found))  # noqa: E731
    return Comparison(
        stretch,
        unique(figures),
        unique(names),
        unique(words) if not nothing else tuple(counted),
        unique(instead),
        unique(turned),
        unique(firmer),
        unique(moved),
        attributed,
        held,
    )


def _content(text: str) -> tuple[str, ...]:
    """The words of a text that say something, folded."""
    found = (folded(match.group()) for match in _WORD.finditer(text))
    return tuple(
        dict.fromkeys(w for w in found if len(w) >= _FEWEST_LETTERS and w not in _EMPTY)
    )
