"""Is a claim carried by its quotes? Every check names what it found missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support import dates, names, polarity, quantities
from assistant.support.names import folded
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import Analyser, all_stop_words

SAME_LANGUAGE_COVERAGE = 0.6
OTHER_LANGUAGE_COVERAGE = 0.45
"""Share of a claim's content words that its quotes must hold. Chosen on changed and reworded claims
over the shipped fiches (development half); docs/verification.md has the counts."""

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*", re.UNICODE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|\d|[“\"«*])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and what surrounds it.

    ``sentence`` is the whole sentence (or list item, or row) that the quote is part of, so that
    half a quote does not hide a condition. ``context`` is the document's title and section path:
    names may come from there, numbers may not.
    """

    quote: str
    sentence: str
    lang: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a claim says that its quotes do not: ``kind`` is number, date, name, polarity or
    coverage."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Support:
    """The outcome for one claim; ``coverage`` is the share of its content that the quotes hold."""

    failures: tuple[Failure, ...]
    coverage: float

    @property
    def carried(self) -> bool:
        return not self.failures


class SupportJudge:
    """Judges claims. Holds the lexicon and an analyser; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._analyser = Analyser()

    def judge(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> Support:
        """Whether ``evidence`` carries ``claim``, a text in ``lang``.

        Every number with its unit, every date, name and abbreviation must stand in the quotes; the
        claim may not negate, strengthen or widen them; and enough of its content must be theirs.
        """
        if not evidence:
            return Support((Failure("coverage", "no quote"),), 0.0)
        failures = [
            *self._numbers(claim, lang, evidence),
            *self._dates(claim, evidence),
            *self._names(claim, lang, evidence),
            *self._polarity(claim, lang, evidence),
        ]
        coverage = self._coverage(claim, lang, evidence)
        same = any(one.lang == lang for one in evidence)
        wanted = SAME_LANGUAGE_COVERAGE if same else OTHER_LANGUAGE_COVERAGE
        if coverage < wanted:
            failures.append(Failure("coverage", f"{coverage:.0%} of its words"))
        return Support(tuple(failures), coverage)

    def _numbers(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> list[Failure]:
        offered = tuple(
            quantity
            for one in evidence
            for quantity in (
                *quantities.quantities(one.quote, one.lang),
                *quantities.quantities(one.quote, None),
            )
        )
        return [
            Failure("number", quantity.text)
            for quantity in quantities.quantities(claim, lang)
            if not quantities.carried(quantity, offered)
            and not (quantity.text.casefold() in ("een", "one") and not quantity.unit)
        ]

    def _dates(self, claim: str, evidence: Sequence[Evidence]) -> list[Failure]:
        offered = tuple(date for one in evidence for date in dates.dates(one.quote))
        return [
            Failure("date", f"{date.day or ''}/{date.month}")
            for date in dates.dates(claim)
            if not dates.carried(date, offered)
        ]

    def _names(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> list[Failure]:
        offered = [text for one in evidence for text in (one.quote, one.context)]
        return [
            Failure("name", name)
            for name in names.names(claim, lang, self._vocabulary)
            if not names.carried(name, lang, offered, self._vocabulary)
        ]

    def _polarity(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> list[Failure]:
        """Each sentence of the claim against the sentence it rests on most."""
        found: list[Failure] = []
        offered = [(sentence, one.lang) for one in evidence for sentence in sentences(one.sentence)]
        for sentence in sentences(claim):
            best, _ = max(offered, key=lambda pair: self._overlap(sentence, lang, pair[0], pair[1]))
            turned = polarity.flips(polarity.polarity(sentence), polarity.polarity(best))
            found.extend(Failure("polarity", what) for what in turned)
        return found

    def _coverage(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> float:
        words = self._content(claim)
        if not words:
            return 1.0
        held = {
            word
            for one in evidence
            for word in words
            if self._held(word, lang, _Stems(self, f"{one.quote} {one.context}", one.lang))
        }
        return len(held) / len(words)

    def _overlap(self, claim: str, lang: Language, sentence: str, other: str) -> float:
        stems = _Stems(self, sentence, other)
        words = self._content(claim)
        shared = sum(self._held(word, lang, stems) for word in words)
        numbers = {q.text for q in quantities.quantities(claim, lang)}
        return shared + sum(number in sentence for number in numbers)

    def _content(self, text: str) -> tuple[str, ...]:
        empty = all_stop_words()
        words = (folded(word) for word in _WORD.findall(text))
        return tuple(dict.fromkeys(w for w in words if w not in empty and len(w) > 2))

    def _held(self, word: str, lang: Language, stems: _Stems) -> bool:
        forms = {self._analyser.stem(word, lang), word}
        if stems.lang != lang and stems.lang in ("nl", "en"):
            other: Language = "nl" if stems.lang == "nl" else "en"
            for translation in self._vocabulary.translate(word, lang, other):
                for part in translation.term.split():
                    if part not in all_stop_words():
                        forms.add(self._analyser.stem(folded(part), other))
        else:
            for synonym in self._vocabulary.synonyms(word, lang):
                forms.update(self._analyser.stem(folded(p), lang) for p in synonym.split())
        return any(stems.hold(form) for form in forms)

    def stem(self, word: str, lang: str) -> str:
        """The stem of a folded word."""
        return self._analyser.stem(word, lang)


class _Stems:
    """The stems of a text; a form is held whole or as part of a compound."""

    def __init__(self, judge: SupportJudge, text: str, lang: str) -> None:
        self.lang = lang
        words = [folded(word) for word in _WORD.findall(text)]
        self._stems = {judge.stem(word, lang) for word in words} | set(words)

    def hold(self, form: str) -> bool:
        if form in self._stems:
            return True
        return len(form) >= 5 and any(
            form in stem or stem in form for stem in self._stems if len(stem) >= 5
        )


def sentences(text: str) -> tuple[str, ...]:
    """A text's sentences, roughly: enough to compare one statement with another."""
    found = tuple(part.strip() for part in _SENTENCE.split(text) if part.strip())
    return found or (text,)
