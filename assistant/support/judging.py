"""Is a claim carried by its quotes? Every check names what it found missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.support import binding, dates, names, number_readings, quantities
from assistant.support.alignment import Aligner, Said
from assistant.support.amounts import AmountCheck
from assistant.support.clauses import plain, sentences
from assistant.support.content import Matcher
from assistant.support.derivation import DerivationCheck
from assistant.support.differences import told_as_amounts, told_as_changes, told_as_parts
from assistant.support.evidence import Failure, QuoteInContext
from assistant.support.names import folded
from assistant.support.quantities import Quantity
from assistant.support.roles import RoleCheck
from assistant.support.shares import shares, unfounded, without
from assistant.support.turning import TurningCheck
from corpus.vocabulary import Language, Vocabulary

__all__ = ["Failure", "QuoteInContext", "Support", "SupportJudge"]

_OF_OTHERS = re.compile(
    r"of another sentence$|does what|^a plan|^what stands|negation|without|^a possibility"
    r"|^an obligation|^a limit|^a condition|^you, not"
)
"""Failures that may come of what the other sentences of a quote say. What is missing or exchanged
is so whatever stands around it."""

_OF_THEM = re.compile(r"^\s*(?:(?:of|van|or|that|which|who|die|dat)\b|[,.;)]|$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNIT = re.compile(r"^\s*(?:%|percent|procent|per cent)?")
_OF = re.compile(r"\s*(?:of|van)\s+((?:[\w'’-]+\s*){1,4})", re.IGNORECASE)
_A = re.compile(
    r"\b(?:an?|een|per|each|every|elke?|iedere?|single)\s+((?:[\w'’-]+\s*){1,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Support:
    """The outcome for one claim."""

    failures: tuple[Failure, ...]

    @property
    def carried(self) -> bool:
        return not self.failures


def _apart(evidence: Sequence[QuoteInContext]) -> Iterator[QuoteInContext]:
    """The sentences of quotes that have more than one, each as a quote by itself; none where a
    sentence begins with what the one before it names."""
    for one in evidence:
        found = sentences(one.quote)
        if one.sentence == one.quote and len(found) > 1:
            yield from (replace(one, quote=text, sentence=text) for text in found)


class SupportJudge:
    """Judges claims. Holds the lexicon and what it looked up; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._matcher = Matcher(vocabulary)
        self._aligner = Aligner(self._matcher, vocabulary)
        self._turning = TurningCheck(self._matcher, self._aligner.finder, vocabulary)
        self._roles = RoleCheck(self._aligner)
        self._amounts = AmountCheck(self._aligner)
        self._derivation = DerivationCheck(self._matcher, self._aligner.finder, vocabulary)

    def judge(self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]) -> Support:
        """Whether ``evidence`` carries ``claim``, a text in ``lang``.

        Every number with its unit, bound and rate, every date, name and abbreviation must stand in
        the quotes, beside what it goes with in the claim; the claim may not negate, strengthen or
        widen them; and each of its words must stand for one of theirs, in their order.
        """
        if not evidence:
            return Support((Failure("content", "no quote"),))
        failures = self._failures(claim, lang, evidence)
        if failures and all(_OF_OTHERS.search(failure.detail) for failure in failures):
            # What one sentence carries by itself, the others cannot turn.
            for one in _apart(evidence):
                if not self._failures(claim, lang, [one]):
                    return Support(())
        return Support(tuple(failures))

    def _failures(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> list[Failure]:
        failures = list(self._numbers(claim, lang, evidence))
        claim = plain(claim)
        evidence = [
            replace(one, quote=plain(one.quote), sentence=plain(one.sentence)) for one in evidence
        ]
        said = self._aligner.said(claim, lang, evidence)
        failures += [
            *self._dates(claim, evidence),
            *self._names(said, evidence),
            *self._bindings(claim, lang, evidence),
            *self._shares_of(claim, lang, evidence),
            *self._turning.failures(claim, lang, evidence),
            *(Failure("role", detail) for detail in self._roles.failures(said)),
            *(Failure("binding", detail) for detail in self._amounts.failures(said)),
        ]
        failures += self._derivation.failures(claim, lang, evidence)
        return failures

    def _numbers(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[Failure]:
        offered = tuple(
            quantity
            for one in evidence
            for quantity in (
                *quantities.quantities(one.quote, one.lang),
                *quantities.quantities(one.quote, None),
                *number_readings.readings(one.quote, one.lang),
                *shares(one.quote, None),
            )
        )
        otherwise = {reading.start: reading for reading in number_readings.readings(claim, lang)}
        parts = shares(claim, lang)
        often = [n for one in evidence for n in number_readings.times(one.quote, one.lang)]
        offered += tuple(often)
        for quantity in quantities.quantities(claim, lang):
            if quantity.unit == "year" and any(quantities.ages(one.quote) for one in evidence):
                quantity = replace(quantity, unit="")
            if self._is_article(quantity, claim, lang, evidence):
                continue
            readings = [quantity]
            if number_readings.is_times(quantity, claim):
                repeated = number_readings.times(claim, lang)
                readings = [n for n in repeated if n.start == quantity.start]
                readings += [quantity] if not often else []
            if number_readings.is_time_of_day(quantity, claim):
                readings = []
            if quantity.start in otherwise:
                readings.append(otherwise[quantity.start])
            readings += (part for part in parts if part.start <= quantity.start < part.end)
            known = offered
            if not quantity.unit and self._counts_things(quantity, claim, lang):
                # "Two architects" is not "two years", nor "5,000 studios" 5,000 euro.
                measures = (*quantities.TIMES, *quantities.MONEYS)
                known = tuple(one for one in offered if one.unit not in measures)
            if not any(quantities.carried(reading, known) for reading in readings):
                yield Failure("number", quantity.text)
        for one in evidence if len(evidence) == 1 else ():
            for check in (told_as_amounts, told_as_changes, told_as_parts):
                for detail in check(claim, lang, one.quote, one.lang):
                    yield Failure("number", detail)
        named = frozenset().union(*(quantities.named_periods(one.quote) for one in evidence))
        if any(quantities.ages(one.quote) for one in evidence):
            named |= {"year"}
        quoted = " ".join(one.quote for one in evidence)
        for text in unfounded(claim, lang, quoted, offered):
            yield Failure("number", text)
        for period in quantities.periods(without(claim, lang)) - named:
            yield Failure("number", f"per {period}")

    def _counts_things(self, quantity: Quantity, claim: str, lang: Language) -> bool:
        """Whether a noun stands next behind a number, an adjective between at most."""
        near = self._matcher.words(claim[quantity.end :], lang)[:2]
        words = [folded(word) for word in _WORD.findall(claim, quantity.end)[:2]]
        return any(word.noun and word.text in words for word in near)

    def _shares_of(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[Failure]:
        """ "Half of the writers" where the quote has a quarter of the writers and half of the
        translators."""
        offered = [
            (part, self._whole_of(one.quote, part, "en" if one.lang == "en" else "nl"), one.lang)
            for one in evidence
            for part in (*quantities.quantities(one.quote, one.lang), *shares(one.quote, None))
            if part.unit == "percent"
        ]
        for part in (*quantities.quantities(claim, lang), *shares(claim, lang)):
            whole = self._whole_of(claim, part, lang) if part.unit == "percent" else ""
            alike = [(of, known) for o, of, known in offered if o.values & part.values]
            if not whole or not alike or not all(of for of, _ in alike):
                continue
            if not any(self._share_words(whole, lang, of, known) for of, known in alike):
                yield Failure("binding", f"{part.text} of {whole}")

    def _whole_of(self, text: str, part: Quantity, lang: Language) -> str:
        """What a share is a share of, two words at most; empty where it does not stand behind."""
        of = _OF.match(_UNIT.sub("", text[part.end :], count=1))
        words = self._matcher.words(of[1], lang) if of else ()
        # What is nothing but a noun: "half of what is spent" names no thing.
        return " ".join(word.text for word in words[:2] if word.noun)

    def _share_words(self, one: str, lang: Language, two: str, known: str) -> bool:
        other: Language = "en" if known == "en" else "nl"
        mine, theirs = self._matcher.stems(one, lang), self._matcher.stems(two, other)
        return any(self._matcher.held(word, lang, theirs) for word in one.split()) or any(
            self._matcher.held(word, other, mine) for word in two.split()
        )

    def _is_article(
        self, quantity: Quantity, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> bool:
        """Whether "one" counts nothing ("one of them"), or no more than "a" before that word."""
        word = quantity.text.casefold()
        if quantity.unit or word not in ("een", "één", "one"):
            return False
        if word == "een" or quantity.bound == "least":
            return True
        behind = claim[quantity.end :]
        if _OF_THEM.match(behind):
            return True
        counted = self._matcher.words(behind, lang)[:1]
        return any(
            self._matcher.held(item.text, lang, self._matcher.stems(match[1], one.lang))
            for item in counted
            for one in evidence
            for match in _A.finditer(one.quote)
        )

    def _dates(self, claim: str, evidence: Sequence[QuoteInContext]) -> Iterator[Failure]:
        offered = tuple(date for one in evidence for date in dates.dates(one.quote))
        for date in dates.dates(claim):
            if not dates.carried(date, offered):
                yield Failure("date", f"{date.day or ''}/{date.month}")
        days = frozenset().union(*(dates.weekdays(one.quote) for one in evidence))
        for day in dates.weekdays(claim) - days:
            yield Failure("date", f"day {day} of the week")

    def _names(self, said: Said, evidence: Sequence[QuoteInContext]) -> Iterator[Failure]:
        claim, lang = said.claim, said.lang
        quotes = [one.quote for one in evidence]
        contexts = [one.context for one in evidence]
        for name in names.names(claim, lang, self._vocabulary):
            if names.carried(name, lang, quotes, self._vocabulary):
                continue
            alone = names.is_place(name, lang, self._vocabulary) or not self._rivals(
                claim, evidence
            )
            if alone and names.carried(name, lang, contexts, self._vocabulary):
                if self._roles.displaces(name, said):
                    yield Failure("name", f"{name} in another's place")
                continue
            # A title's own words may be translated: Feitendossier, fact dossier.
            word = names.folded(name)
            if not self._matcher.describes(word, lang) or not any(
                self._matcher.named_alike(word, lang, one.quote, one.lang)
                for one in evidence
                if one.lang != lang
            ):
                yield Failure("name", name)

    def _rivals(self, claim: str, evidence: Sequence[QuoteInContext]) -> bool:
        """Whether the quotes name someone that the claim does not: then a name from the title may
        have taken that one's place."""
        for one in evidence:
            known: Language = "en" if one.lang == "en" else "nl"
            for name in names.names(one.quote, known, self._vocabulary):
                if names.is_place(name, known, self._vocabulary):
                    continue
                if not names.carried(name, known, [claim], self._vocabulary):
                    return True
        return False

    def _bindings(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[Failure]:
        offered = [
            clause
            for one in evidence
            for clause in binding.quoted_clauses(one.quote, one.lang, self._vocabulary)
        ]
        for detail in binding.misbound(claim, lang, offered, self._matcher, self._vocabulary):
            yield Failure("binding", detail)
        if len(evidence) == 1:
            (one,) = evidence
            for detail in binding.wrong_subject(claim, lang, one.quote, one.lang, self._matcher):
                yield Failure("binding", detail)
            for detail in binding.turned_order(claim, lang, one.quote, one.lang):
                yield Failure("binding", detail)
