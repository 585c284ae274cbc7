"""Is a claim carried by its quotes? Every check names what it found missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.support import binding, dates, names, polarity, quantities
from assistant.support.clauses import conditional, conditions, plain, sentences, statements
from assistant.support.content import Matcher
from assistant.support.polarity import Polarity
from corpus.vocabulary import Language, Vocabulary

SAME_LANGUAGE_COVERAGE = 0.5
OTHER_LANGUAGE_COVERAGE = 0.33
"""Share of a claim's content words that its quotes must hold. Chosen on changed and reworded claims
over the shipped fiches (development half); docs/verification.md has the counts."""

TOLERANT_FROM = 3
TOLERANT_COVERAGE = 0.6
"""A translation may hold one noun whose equivalent the lexicon may not know, when at least so many
other words, and this share of all, are held."""

FEWEST_COUNTED = 3
"""Content words from which their share says something of a claim with a number in it."""

CONDITION_COVERAGE = 0.3
"""Share of a condition's content words from which a claim is taken to mention it."""

ABOUT = 0.5
"""Share of a denying clause's content words from which a clause is taken to speak of the same."""

_FOCUS = 3  # content words that a negation may deny

_LEANS = re.compile(
    r"^\W*(?:dit|deze|die|dat|het|hij|zij|ze|daar\w*|hier\w*|er|this|these|it|its|they|that|those"
    r"|there|here)\b",
    re.IGNORECASE,
)
_UNIVERSAL = re.compile(
    r"\b(?:all|alle|elke?|every|each|iedere?|any)\s+((?:[\w'’-]+\s*){1,4})", re.IGNORECASE
)
_WHOLE = (
    re.compile(r"\b(?:everyone|everybody|iedereen|anyone|all people)\b", re.IGNORECASE),
    re.compile(r"\b(?:always|altijd)\b", re.IGNORECASE),
)
_SPREAD = re.compile(
    r"\b(?:all|alle|elke?|every|each|iedere?|any|per|both|beide)\s+((?:[\w'’-]+\s*){1,4})",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:^|[,;:]\s+(?:dan |so )?)(?:Vraag|Ask|Apply|Kijk|Check|Controleer|Neem|Contact|Lees|Bewaar"
    r"|Keep|Verpak|Pack|Dien|Submit|Meld|Declare|Reken|Expect|vraag|ask|apply|kijk|check|controleer"
    r"|neem|contact|lees|bewaar|keep|verpak|pack|dien|submit|meld|declare)\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and what surrounds it.

    ``sentence`` is the whole sentence (or list item, or row) that the quote is part of, so that
    half a quote does not hide a condition. ``context`` is the document's title and section path:
    names may come from there, numbers and other words may not.
    """

    quote: str
    sentence: str
    lang: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """What a claim says that its quotes do not: ``kind`` is number, date, name, binding, polarity,
    content or coverage."""

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
    """Judges claims. Holds the lexicon and what it looked up; may be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._matcher = Matcher(vocabulary)

    def judge(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> Support:
        """Whether ``evidence`` carries ``claim``, a text in ``lang``.

        Every number with its unit, bound and rate, every date, name and abbreviation must stand in
        the quotes, beside what it goes with in the claim; the claim may not negate, strengthen or
        widen them; it may bring in no thing that they do not name; and enough of its words must be
        theirs.
        """
        if not evidence:
            return Support((Failure("coverage", "no quote"),), 0.0)
        failures = list(self._numbers(claim, lang, evidence))
        claim = plain(claim)
        evidence = [
            replace(one, quote=plain(one.quote), sentence=plain(one.sentence)) for one in evidence
        ]
        failures += [
            *self._dates(claim, evidence),
            *self._names(claim, lang, evidence),
            *self._bindings(claim, lang, evidence),
            *self._polarity(claim, lang, evidence),
        ]
        coverage, absent, held, counted = self._coverage(claim, lang, evidence)
        same = any(one.lang == lang for one in evidence)
        if same or len(absent) > 1 or held < TOLERANT_FROM or coverage < TOLERANT_COVERAGE:
            failures.extend(Failure("content", word) for word in absent)
        else:
            stems = [self._matcher.stems(one.quote, one.lang) for one in evidence]
            failures.extend(
                Failure("content", word)
                for word in absent
                if not any(self._matcher.vague(word, lang, one) for one in stems)
            )
        wanted = SAME_LANGUAGE_COVERAGE if same else OTHER_LANGUAGE_COVERAGE
        # "It is EUR 5 million a year" has too few words to count.
        if coverage < wanted and (
            counted >= FEWEST_COUNTED or not quantities.quantities(claim, lang)
        ):
            failures.append(Failure("coverage", f"{coverage:.0%} of its words"))
        return Support(tuple(failures), coverage)

    def _numbers(
        self, claim: str, lang: Language, evidence: Sequence[Evidence]
    ) -> Iterator[Failure]:
        offered = tuple(
            quantity
            for one in evidence
            for quantity in (
                *quantities.quantities(one.quote, one.lang),
                *quantities.quantities(one.quote, None),
            )
        )
        for quantity in quantities.quantities(claim, lang):
            if quantity.unit == "year" and any(quantities.ages(one.quote) for one in evidence):
                quantity = replace(quantity, unit="")
            single = quantity.text.casefold() in ("een", "één", "one") and not quantity.unit
            if not single and not quantities.carried(quantity, offered):
                yield Failure("number", quantity.text)
        named = frozenset().union(*(quantities.periods(one.quote) for one in evidence))
        if any(quantities.ages(one.quote) for one in evidence):
            named |= {"year"}
        for period in quantities.periods(claim) - named:
            yield Failure("number", f"per {period}")

    def _dates(self, claim: str, evidence: Sequence[Evidence]) -> Iterator[Failure]:
        offered = tuple(date for one in evidence for date in dates.dates(one.quote))
        for date in dates.dates(claim):
            if not dates.carried(date, offered):
                yield Failure("date", f"{date.day or ''}/{date.month}")

    def _names(self, claim: str, lang: Language, evidence: Sequence[Evidence]) -> Iterator[Failure]:
        quotes = [one.quote for one in evidence]
        contexts = [one.context for one in evidence]
        for name in names.names(claim, lang, self._vocabulary):
            if names.carried(name, lang, quotes, self._vocabulary):
                continue
            alone = names.is_place(name, lang, self._vocabulary) or not self._rivals(
                claim, evidence
            )
            if alone and names.carried(name, lang, contexts, self._vocabulary):
                continue
            # A title's own words may be translated: Feitendossier, fact dossier.
            word = names.folded(name)
            if not self._matcher.describes(word, lang) or not any(
                self._matcher.named_alike(word, lang, one.quote, one.lang)
                for one in evidence
                if one.lang != lang
            ):
                yield Failure("name", name)

    def _rivals(self, claim: str, evidence: Sequence[Evidence]) -> bool:
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
        self, claim: str, lang: Language, evidence: Sequence[Evidence]
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

    def _polarity(
        self, claim: str, lang: Language, evidence: Sequence[Evidence]
    ) -> Iterator[Failure]:
        """Each sentence of the claim against the sentence that it rests on most."""
        offered = [(sentence, one.lang) for one in evidence for sentence in sentences(one.sentence)]
        everywhere = [polarity.polarity(sentence) for sentence, _ in offered]
        for sentence in sentences(claim):
            best, other = self._nearest(sentence, lang, offered)
            said, quoted = polarity.polarity(sentence), polarity.polarity(best)
            for what in _strengthened(said, quoted, best, everywhere):
                yield Failure("polarity", what)
            if self._planned(sentence, lang, best, other) and not (
                said.plan or said.should or said.can
            ):
                yield Failure("polarity", "a plan told as a fact")
            if turned := polarity.opposed(sentence, best):
                yield Failure("polarity", f"the opposite of {turned}")
            for what in self._universals(sentence, lang, evidence):
                yield Failure("polarity", what)
            if not said.limits and not conditional(sentence):
                yield from self._conditions(sentence, lang, best, other)
            for what in self._turned(sentence, lang, best, offered):
                yield Failure("polarity", what)

    def _planned(self, sentence: str, lang: Language, best: str, other: str) -> bool:
        """Whether the part of the quote's sentence that the claim rests on speaks of plans."""
        parts = [(part, other) for part in best.split("; ")]
        nearest, _ = self._nearest(sentence, lang, parts)
        return polarity.polarity(nearest).plan

    def _universals(
        self, sentence: str, lang: Language, evidence: Sequence[Evidence]
    ) -> Iterator[str]:
        """ "Every tour" where the quote says "each" of something else; "everyone", "always"."""
        for alike in _WHOLE:
            if alike.search(sentence) and not any(alike.search(one.quote) for one in evidence):
                yield "told of all"
        for match in _UNIVERSAL.finditer(polarity.without_times(sentence)):
            words = self._matcher.words(match[1], lang)
            if words and not any(
                self._matcher.held(words[0].text, lang, self._matcher.stems(found[1], one.lang))
                for one in evidence
                for found in _SPREAD.finditer(one.quote)
            ):
                yield f"told of all: {words[0].text}"

    def _conditions(
        self, sentence: str, lang: Language, best: str, other: str
    ) -> Iterator[Failure]:
        """Conditions of the quote that the claim does not mention."""
        stems = self._matcher.stems(sentence, lang)
        known: Language = "en" if other == "en" else "nl"
        for condition in conditions(best):
            content = [
                word.text
                for word in self._matcher.words(condition, known)
                if not names.is_place(word.text, known, self._vocabulary)
            ]
            if not content:
                continue
            held = sum(self._matcher.held(word, known, stems) for word in content)
            if held < CONDITION_COVERAGE * len(content):
                yield Failure("polarity", f"a condition left out: {condition}")

    def _turned(
        self, sentence: str, lang: Language, best: str, offered: Sequence[tuple[str, str]]
    ) -> Iterator[str]:
        """Negation and possibility, clause by clause."""
        quoted = [(part, other) for text, other in offered for part in statements(text)]
        nearby = [pair for pair in quoted if pair[0] in statements(best)]
        whole = polarity.polarity(sentence)
        denied: set[str] = set()
        clauses = sorted(statements(sentence), key=lambda one: -polarity.polarity(one).negations)
        for clause in clauses:
            said = polarity.polarity(clause)
            nearest, other = self._nearest(clause, lang, nearby or quoted)
            if said.negations:
                focus = self._focus(clause, lang)
                if not focus and any(polarity.polarity(text).negations for text, _ in quoted):
                    continue
                if said.negations % 2 and (same := self._denied(quoted, focus[:1], lang)):
                    denied.update(same)
                    continue
                alike = [pair for pair in quoted if self._holds(pair, focus, lang)]
                if alike:
                    nearest, other = self._nearest(clause, lang, alike)
            there = polarity.polarity(nearest)
            if said.negations % 2 and there.negations % 2:
                denied.add(nearest)
            elif nearest in denied:
                # "Without a visa, you may stay": denied already, in the clause before.
                continue
            if said.negations % 2 != there.negations % 2 and (
                said.negations or self._about(clause, lang, nearest, other)
            ):
                yield "negation"
            if whole.can or whole.should or whole.plan or not (there.can or there.should):
                continue
            if not (there.must or there.plan):
                yield "a possibility told as a fact"

    def _denied(
        self, quoted: Sequence[tuple[str, str]], focus: tuple[str, ...], lang: Language
    ) -> list[str]:
        """The clauses of the quote that deny the same thing."""
        return [
            text
            for text, other in quoted
            if polarity.polarity(text).negations % 2 and self._holds((text, other), focus, lang)
        ]

    def _about(self, clause: str, lang: Language, quote: str, other: str) -> bool:
        """Whether a clause speaks of what the quote's clause denies."""
        known: Language = "en" if other == "en" else "nl"
        focus = self._focus(quote, known)
        if not focus or self._holds((clause, lang), focus, known):
            return True
        stems = self._matcher.stems(clause, lang)
        words = [word.text for word in self._matcher.words(quote, known)]
        held = sum(self._matcher.held(word, known, stems) for word in words)
        return bool(words) and held >= ABOUT * len(words)

    def _focus(self, clause: str, lang: Language) -> tuple[str, ...]:
        """What a negation denies: the next content words, else the last one before it."""
        at = polarity.first_negation(clause)
        words = self._matcher.words(clause, lang)
        after = [word.text for word in words if word.start >= at][:_FOCUS]
        before = [word.text for word in words if word.end <= at][-1:]
        return tuple(after or before)

    def _holds(self, pair: tuple[str, str], focus: tuple[str, ...], lang: Language) -> bool:
        stems = self._matcher.stems(*pair)
        return any(self._matcher.held(word, lang, stems) for word in focus)

    def _coverage(
        self, claim: str, lang: Language, evidence: Sequence[Evidence]
    ) -> tuple[float, tuple[str, ...], int, int]:
        """The share of the claim's words that the quotes hold, the things that they do not hold,
        how many words they do, and how many count.

        Names are left to their own check, wherever the context holds them.
        """
        matcher = self._matcher
        stems = [matcher.stems(one.quote, one.lang) for one in evidence]
        context = [matcher.stems(one.context, one.lang) for one in evidence]
        called = {names.folded(name) for name in names.names(claim, lang, self._vocabulary)}
        # "It pays ...": what "it" is, the title tells.
        leans = any(_LEANS.match(one.quote) for one in evidence)
        held, counted, absent = 0, 0, []
        for word in matcher.words(claim, lang):
            if word.text in called or set(re.split(r"[\s-]", word.text)) & called:
                continue
            if any(matcher.held(word.text, lang, one) for one in stems):
                held, counted = held + 1, counted + 1
                continue
            if leans and any(matcher.held(word.text, lang, one) for one in context):
                continue
            counted += 1
            if word.noun:
                absent.append(word.text)
        coverage = held / counted if counted else 1.0
        return coverage, tuple(dict.fromkeys(absent)), held, counted

    def _nearest(
        self, text: str, lang: Language, offered: Sequence[tuple[str, str]]
    ) -> tuple[str, str]:
        """The text of ``offered`` (with its language) that holds most of ``text``."""
        return max(offered, key=lambda pair: self._overlap(text, lang, pair[0], pair[1]))

    def _overlap(self, claim: str, lang: Language, text: str, other: str) -> float:
        stems = self._matcher.stems(text, other)
        words = self._matcher.words(claim, lang)
        shared = sum(self._matcher.held(word.text, lang, stems) for word in words)
        offered = quantities.quantities(text, other)
        numbers = quantities.quantities(claim, lang)
        shared += 2 * sum(any(n.values & o.values for o in offered) for n in numbers)
        # Of two that hold as much, the one that says less else.
        return shared - 0.002 * len(text.split())


def _strengthened(
    said: Polarity, quoted: Polarity, sentence: str, everywhere: Sequence[Polarity]
) -> Iterator[str]:
    """In what respects a claim says more than the sentence it rests on."""
    if (said.up and not said.down and quoted.down and not quoted.up) or (
        said.down and not said.up and quoted.up and not quoted.down
    ):
        yield "direction"
    if (said.before and not said.after and quoted.after and not quoted.before) or (
        said.after and not said.before and quoted.before and not quoted.after
    ):
        yield "order in time"
    if said.everything and not any(one.everything or one.spread for one in everywhere):
        yield "told as true of all"
    if quoted.limits and not said.limits:
        yield "a limit left out"
    if said.limits and not quoted.limits and not conditional(sentence):
        yield "a limit that is not there"
    bound = quoted.must or quoted.asks or quoted.limits or bool(_IMPERATIVE.search(sentence))
    if said.must and not bound:
        yield "an obligation that is not there"
    if quoted.attributed and not (said.attributed or said.refers):
        yield "attribution left out"
