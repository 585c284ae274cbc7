"""Which number goes with which thing: "480 concerts and 400 speakers" is not the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.support import dates, names, quantities
from assistant.support.clauses import clauses, sentences
from assistant.support.content import Matcher
from assistant.support.names import folded
from assistant.support.quantities import Quantity
from corpus.vocabulary import Language, Vocabulary

_REACH = 32  # characters between a number and the word it counts
_DAY = re.compile(rf"^(?:st|nd|rd|th|e)?\s+(?:of\s+)?(?:{dates.MONTH_NAMES})\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:per|met|with|en|and|or|voor|van|of|for|from|a|an|in|to|op|on|aan|at|by|door|bij|de|het|the)\b|[,;]",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?:from|van|uit)\s+(?:the |het |de )?([^\W\d_][\w-]+)\s+(?:to|into|in|naar)\s+"
    r"(?:the |het |de )?([^\W\d_][\w-]+)",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"^(.*?)\b(?:in de plaats van|(?:takes?|took) the place of|replace[sd]|verving|vervangt)\b"
    r"(.*)$",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    r"^\s*(?:of|van)\s+(?:the|those|these|its|their|de|die|deze|dat|het|hun|zijn)\s+", re.IGNORECASE
)
_ORDERED = re.compile(
    r"\b(?:from\b.*\bto|van\b.*\b(?:tot|naar)|first\b.*\b(?:later|then)|eerst\b.*\b(?:later|dan))\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b([A-Z][\w-]+)\s+(?:[\w-]+\s+){0,5}?(?:before|above|ahead of|boven|vóór|voor)\s+"
    r"(?:the |het |de )?([A-Z][\w-]+)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a quote with the numbers and names in it."""

    text: str
    lang: str
    numbers: tuple[Quantity, ...]
    names: tuple[str, ...]


def quoted_clauses(text: str, lang: str, vocabulary: Vocabulary) -> tuple[Clause, ...]:
    """The clauses of a quote."""
    known: Language = "en" if lang == "en" else "nl"
    return tuple(
        Clause(part, lang, quantities.quantities(part, lang), names.names(part, known, vocabulary))
        for part in clauses(text, lang)
    )


def misbound(
    claim: str,
    lang: Language,
    offered: Sequence[Clause],
    matcher: Matcher,
    vocabulary: Vocabulary,
) -> Iterator[str]:
    """Numbers of the claim that stand beside another word, year or name in the quote.

    Only where the quote has a rival: a number that simply stands in another clause says nothing.
    """
    for part in clauses(claim, lang):
        numbers = [n for n in quantities.quantities(part, lang) if not _DAY.match(part[n.end :])]
        called = names.names(part, lang, vocabulary)
        for number in numbers:
            own = [c for c in offered if any(n.values & number.values for n in c.numbers)]
            if not own:
                continue
            yield from _wrong_whole(part, number, lang, offered, matcher)
            yield from _wrong_head(part, number, lang, own, offered, matcher)
            yield from _wrong_number(number, numbers, own, offered)
            yield from _wrong_name(number, called, lang, own, offered, vocabulary)
    yield from _turned_round(claim, lang, offered, matcher)
    yield from _crossed_names(claim, lang, offered, vocabulary)


def wrong_subject(
    claim: str, lang: Language, quote: str, other: str, matcher: Matcher
) -> Iterator[str]:
    """An amount of one, told of another: "Makers get 10,000" where organisers do.

    The thing named before the number stands in no sentence of the quote with that number, but in
    one with another number of the same unit.
    """
    known: Language = "en" if other == "en" else "nl"
    for cut in (sentences(quote), clauses(quote, other)):
        told = [(text, quantities.quantities(text, other)) for text in cut]
        for part in clauses(claim, lang):
            here = matcher.stems(part, lang)
            for number in quantities.quantities(part, lang):
                own = [text for text, found in told if any(n.values & number.values for n in found)]
                # Only where the quote gives the number to something that the claim leaves out.
                rival = any(
                    word.noun and not matcher.held(word.text, known, here)
                    for text in own
                    for word in matcher.words(text, known)
                )
                if number.year or not rival:
                    continue
                for word in matcher.words(part[: number.start], lang):
                    if word.noun and _elsewhere(word.text, number, lang, own, told, other, matcher):
                        yield f"{word.text} {number.text}"


def _elsewhere(
    word: str,
    number: Quantity,
    lang: Language,
    own: Sequence[str],
    told: Sequence[tuple[str, tuple[Quantity, ...]]],
    other: str,
    matcher: Matcher,
) -> bool:
    """Whether a word stands beside another number of the same unit, and not beside this one."""
    if any(matcher.held(word, lang, matcher.stems(text, other)) for text in own):
        return False
    return any(
        any(n.unit == number.unit and not n.year for n in found)
        and matcher.held(word, lang, matcher.stems(text, other))
        for text, found in told
    )


def turned_order(claim: str, lang: Language, quote: str, other: str) -> Iterator[str]:
    """ "From 422 to 113" where the quote goes from 113 to 422."""
    if not _ORDERED.search(claim):
        return
    said = [n for n in quantities.quantities(claim, lang) if not n.year]
    for sentence in sentences(quote):
        found = [n for n in quantities.quantities(sentence, other) if not n.year]
        for one, two in pairwise(said):
            first = [n.start for n in found if n.values & one.values]
            second = [n.start for n in found if n.values & two.values]
            if first and second and min(first) > max(second) and one.unit == two.unit:
                yield f"{one.text} before {two.text}"


def _replaced(
    claim: str, lang: Language, offered: Sequence[Clause], matcher: Matcher
) -> Iterator[str]:
    """ "A replaced B" where the quote says that B replaced A."""
    found = _REPLACED.match(claim)
    if found is None:
        return
    before, after = (matcher.words(found[group], lang) for group in (1, 2))
    newer = next((word for word in before if word.noun), before[0] if before else None)
    if newer is None or not after:
        return
    for clause in offered:
        said = _REPLACED.match(clause.text)
        if said is None:
            continue
        first = matcher.stems(said[1], clause.lang)
        second = matcher.stems(said[2], clause.lang)
        literal = newer.text in folded(said[2]) and newer.text not in folded(said[1])
        turned = matcher.held(after[0].text, lang, first) and matcher.held(newer.text, lang, second)
        if turned and (literal or not matcher.held(newer.text, lang, first)):
            yield f"{newer.text} replaced {after[0].text}"


def _crossed_names(
    claim: str, lang: Language, offered: Sequence[Clause], vocabulary: Vocabulary
) -> Iterator[str]:
    """ "A does X and B does Y" where the quote has A with Y and B with X."""

    def together(one: str, two: str) -> bool:
        return any(
            names.carried(one, lang, [clause.text], vocabulary)
            and names.carried(two, lang, [clause.text], vocabulary)
            for clause in offered
        )

    parts = [names.names(part, lang, vocabulary) for part in clauses(claim, lang)]
    pairs = [part for part in parts if len(part) == 2]
    for position, (one, two) in enumerate(pairs):
        for three, four in pairs[position + 1 :]:
            apart = not together(one, two) and not together(three, four)
            if apart and together(one, four) and together(three, two):
                yield f"{one} with {two}"


def _wrong_head(
    part: str,
    number: Quantity,
    lang: Language,
    own: Sequence[Clause],
    offered: Sequence[Clause],
    matcher: Matcher,
) -> Iterator[str]:
    """The word counted: held by the quote, but only beside other numbers."""
    after = part[number.end : number.end + _REACH]
    head = next(iter(matcher.words(after, lang)), None)
    if head is None or not head.noun or number.year or _ELSEWHERE.search(after[: head.start]):
        return
    if any(matcher.held(head.text, lang, matcher.stems(c.text, c.lang)) for c in own):
        return
    # "First 28 and later 57 countries": the word is spared the first time.
    if not all(_counts_something(clause, number, matcher) for clause in own):
        return
    for clause in offered:
        others = [n for n in clause.numbers if not n.values & number.values and not n.year]
        if others and matcher.held(head.text, lang, matcher.stems(clause.text, clause.lang)):
            yield f"{number.text} {head.text}"
            return


def _wrong_whole(
    part: str,
    number: Quantity,
    lang: Language,
    offered: Sequence[Clause],
    matcher: Matcher,
) -> Iterator[str]:
    """ "Ten of the films" where the quote has three of the films, and ten of others."""
    of = _OF_THE.match(part[number.end :])
    if of is None:
        return
    whole = next(iter(matcher.words(part[number.end + of.end() :], lang)), None)
    if whole is None:
        return
    rival = ""
    for clause in offered:
        for other in clause.numbers:
            theirs = _OF_THE.match(clause.text[other.end :])
            if theirs is None:
                continue
            known: Language = "en" if clause.lang == "en" else "nl"
            named = matcher.words(clause.text[other.end + theirs.end() :], known)[:1]
            stems = matcher.stems(" ".join(word.text for word in named), known)
            if named and matcher.held(whole.text, lang, stems):
                if other.values & number.values:
                    return
                rival = other.text
    if rival:
        yield f"{number.text} of the {whole.text}, not {rival}"


def _counts_something(clause: Clause, number: Quantity, matcher: Matcher) -> bool:
    lang: Language = "en" if clause.lang == "en" else "nl"
    same = [n for n in clause.numbers if n.values & number.values]
    return any(n.unit or matcher.words(clause.text[n.end :], lang) for n in same)


def _wrong_number(
    number: Quantity,
    together: Sequence[Quantity],
    own: Sequence[Clause],
    offered: Sequence[Clause],
) -> Iterator[str]:
    """A year beside another amount: the quote's clause with that year has a rival of its kind."""
    for other in together:
        if other is number or any(n.values & other.values for c in own for n in c.numbers):
            continue
        rivals = [
            n
            for clause in own
            for n in clause.numbers
            if n.unit == other.unit and n.year == other.year and not n.values & number.values
        ]
        elsewhere = [c for c in offered if any(n.values & other.values for n in c.numbers)]
        dated = any(n.year for clause in elsewhere for n in clause.numbers)
        if rivals and not other.year and (dated or not number.year):
            yield f"{number.text} with {other.text}"


def _wrong_name(
    number: Quantity,
    called: Sequence[str],
    lang: Language,
    own: Sequence[Clause],
    offered: Sequence[Clause],
    vocabulary: Vocabulary,
) -> Iterator[str]:
    for name in called:
        if number.year and not names.is_place(name, lang, vocabulary):
            continue
        if any(names.carried(name, lang, [clause.text], vocabulary) for clause in own):
            continue
        elsewhere = any(
            names.carried(name, lang, [clause.text], vocabulary)
            and any(n.year == number.year and n.unit == number.unit for n in clause.numbers)
            for clause in offered
            if clause not in own
        )
        rivals = [
            rival
            for clause in own
            for rival in clause.names
            if not any(folded(rival) == folded(other) for other in called)
        ]
        if elsewhere and rivals:
            yield f"{number.text} with {name}"


def _turned_round(
    claim: str, lang: Language, offered: Sequence[Clause], matcher: Matcher
) -> Iterator[str]:
    """ "From A to B" where the quote goes from B to A."""
    for match in _FROM_TO.finditer(claim):
        first, second = folded(match[1]), folded(match[2])
        for clause in offered:
            for said in _FROM_TO.finditer(clause.text):
                start = matcher.stems(said[1], clause.lang)
                goal = matcher.stems(said[2], clause.lang)
                if matcher.held(first, lang, goal) and matcher.held(second, lang, start):
                    yield f"from {match[1]} to {match[2]}"
                    return
    yield from _replaced(claim, lang, offered, matcher)
    for match in _RANKED.finditer(claim):
        first, second = folded(match[1]), folded(match[2])
        for clause in offered:
            for said in _RANKED.finditer(clause.text):
                higher = matcher.stems(said[1], clause.lang)
                lower = matcher.stems(said[2], clause.lang)
                if matcher.held(first, lang, lower) and matcher.held(second, lang, higher):
                    yield f"{match[1]} before {match[2]}"
                    return
