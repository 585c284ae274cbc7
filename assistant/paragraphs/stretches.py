"""Stretches of passages that a sentence is held against: sentences, their clauses, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.extracting.evidence import Unit, Weighed
from assistant.extracting.sentences import sentences
from assistant.extracting.tables import row_text
from assistant.paragraphs.resolving import Resolver
from assistant.support.evidence import LEANS
from assistant.support.tagging import Tagger
from corpus.vocabulary import Language
from indexing.passage import Passage

_SEMICOLON = re.compile(r";\s+")
_AND = re.compile(r",?\s(?:en|and|maar|but|terwijl|while|whereas)\s")
# What holds for both halves, though it stands in one of them.
_SHARED = re.compile(
    r"\b(?:als|indien|wanneer|mits|tenzij|zodra|wie|if|when|unless|provided|whoever|niet|geen|nooit"
    r"|not|no|never|zal|zullen|wil|willen|kan|kunnen|mag|mogen|moet\w*|zou\w*|will|would|may|might"
    r"|can|could|must|should|plan\w*|volgens|according)\b",
    re.IGNORECASE,
)
# What somebody is said to have found; what they hope, want or ask for is no finding.
_REPORTED = re.compile(
    r"\b(?:stel(?:t|de|den)?|stellen|vast(?:ge)?steld|vaststelt|geef|geeft|geven|gaf|blijkt|bleek|blijft"
    r"|toont|toonde|meldt|vermeldt|schrijft|zegt|zei|concludeert|says?|said|states?|stated|notes?"
    r"|noted|finds?|found|shows?|showed|reports?|reported|concludes?|remains)\s"
    r"(?:(?:ook|vast|aan|also)\s){0,2}(?:dat|that)\s(?P<rest>.{12,})$",
    re.IGNORECASE | re.DOTALL,
)
# Between brackets: a reference, or a figure that says the same otherwise.
_ASIDE = re.compile(r"\s?\((?P<inside>[^()]{2,80})\)")
_BINDS = re.compile(
    r"\b(?:enkel|alleen|slechts|maximaal|minimaal|minder|meer|tot|vanaf|zonder|behalve|only|less|more"
    r"|at most|at least|up to|from|without|except|excluding|including)\b",
    re.IGNORECASE,
)
_LOOKED_BACK = 2  # sentences before one that leans on them
_FEWEST_WORDS = 4  # of a clause that says something by itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """``passage.text[start:end]``, and the text of it that a sentence is held against: all of it,
    or a part. ``own`` is the share (0 to 1) of the sentence's weight that its unit holds; ``wide``
    tells that it is more than one sentence, ``reported`` that somebody is said to have found it,
    ``reduced`` that what stood between brackets is left out."""

    passage: Passage
    start: int
    end: int
    text: str
    own: float
    unit: Unit
    wide: bool = False
    reported: bool = False
    reduced: bool = False


class Stretches:
    """Cuts evidence into what a sentence can be held against. May be shared by threads."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def of(self, item: Weighed) -> Stretch:
        """A unit as it stands."""
        unit = item.unit
        text = row_text(unit.table) if unit.table is not None else unit.text
        return Stretch(unit.passage, unit.start, unit.end, text, item.own, unit)

    def parts(self, whole: Stretch) -> Iterator[Stretch]:
        """What of a unit can be read alone: what somebody is said to have found, the text without
        what stands between brackets, its clauses."""
        if whole.unit.table is not None:
            return
        lang: Language = "en" if whole.passage.language == "en" else "nl"
        seen = {whole.text}
        reported = _REPORTED.search(whole.text)
        bases = [(whole.text, False), *([(reported["rest"], True)] if reported else [])]
        bases += [(reading, False) for reading in self._resolved(whole, lang)]
        for base, said in bases:
            bare = _without_asides(base)
            for part in (base, bare, *self.clauses(base, lang)):
                if part not in seen:
                    seen.add(part)
                    yield replace(whole, text=part, reported=said, reduced=part == bare != base)

    def _resolved(self, whole: Stretch, lang: Language) -> Iterator[str]:
        """A unit that leans on the sentence before it, with what that is about put in."""
        if not LEANS.match(whole.text):
            return
        passage = whole.passage
        before = [
            span.of(passage.text) for span in sentences(passage.text) if span.end <= whole.start
        ][-_LOOKED_BACK:]
        resolver = Resolver(self._tagger)
        for sentence in before:
            resolver.readings(sentence, lang)
        for reading in resolver.readings(whole.text, lang):
            if reading.antecedent:
                yield reading.text

    def clauses(self, text: str, lang: Language) -> tuple[str, ...]:
        """The clauses of a sentence that say something by themselves; none where it is one clause,
        or where what holds for all of it (a condition, a denial, a plan) stands in one of them."""
        found: list[str] = []
        for half in _SEMICOLON.split(text):
            found.extend([half] if _SHARED.search(half) else self._halves(half, lang))
        whole = [one.strip() for one in found if len(one.split()) >= _FEWEST_WORDS]
        return tuple(whole) if len(whole) > 1 else ()

    def _halves(self, text: str, lang: Language) -> list[str]:
        """A clause cut at each "and" that has a verb on both sides."""
        found: list[str] = []
        begin = 0
        for match in _AND.finditer(text):
            before, after = text[begin : match.start()], text[match.end() :]
            if self._acts(before, lang) and self._acts(after, lang):
                found.append(before)
                begin = match.end()
        return [*found, text[begin:]]

    def _acts(self, text: str, lang: Language) -> bool:
        if len(text.split()) < _FEWEST_WORDS:
            return False
        return any(token.tag in "VBWML" for token in self._tagger.tagged(text, lang))


def widened(item: Weighed) -> Iterator[Stretch]:
    """A unit with the sentence before it, where it leans on that, and with the one behind it."""
    unit = item.unit
    if unit.table is not None:
        return
    passage = unit.passage
    spans = sentences(passage.text)
    here = next((i for i, span in enumerate(spans) if span.end >= unit.end), None)
    if here is None:
        return
    spread = []
    if here and LEANS.match(unit.text):
        spread.append((spans[here - 1].start, unit.end))
    if here + 1 < len(spans):
        spread.append((unit.start, spans[here + 1].end))
    for start, end in spread:
        text = " ".join(passage.text[start:end].split())
        yield Stretch(passage, start, end, text, item.own, unit, wide=True)


def _without_asides(text: str) -> str:
    """A text without the references and the figures between brackets that limit nothing."""

    def kept(match: re.Match[str]) -> str:
        inside = match["inside"]
        bound = _BINDS.search(inside) or _SHARED.search(inside)
        return match.group() if bound or not any(map(str.isdigit, inside)) else ""

    return _ASIDE.sub(kept, text)
