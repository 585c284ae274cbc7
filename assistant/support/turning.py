"""Does a claim turn its quote around? Negation, strength, conditions, plans, attribution, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.support import names, polarity, quantities
from assistant.support.clauses import conditional, conditions, sentences, statements
from assistant.support.content import Matcher
from assistant.support.evidence import Failure, QuoteInContext
from assistant.support.phrases import Frame, PhraseFinder
from assistant.support.polarity import Polarity
from assistant.support.tagging import tables
from corpus.vocabulary import Language, Vocabulary

CONDITION_COVERAGE = 0.3
"""Share of a condition's content words from which a claim is taken to mention it."""

ABOUT = 0.5
"""Share of a denying clause's content words from which a clause is taken to speak of the same."""

LIMIT_LEFT_OUT = "a limit left out"

_SOURCE_WORDS = 2  # content words by which a source is named

_FOCUS = 3  # content words that a negation may deny

_UNIVERSAL = re.compile(
    r"\b(?:all|alle|elke?|every|each|iedere?|any)\s+((?:[\w'’-]+\s*){1,4})", re.IGNORECASE
)

_WHOLE = (
    re.compile(r"\b(?:everyone|everybody|iedereen|anyone(?! who)|all people)\b", re.IGNORECASE),
    re.compile(r"\b(?:always|altijd)\b", re.IGNORECASE),
)

_EACH_GETS = re.compile(r"\b(?:each|elk|apiece|ieder)\s+(?:EUR|GBP|[€£$]|\d)", re.IGNORECASE)

_SPREAD = re.compile(
    r"\b(?:all|alle|al(?= (?:je|uw|hun|zijn|haar|de|het|mijn|onze|die))"
    r"|elke?|every|each|iedere?|any|per|both|beide)\s+((?:[\w'’-]+\s*){1,4})",
    re.IGNORECASE,
)

_AS = re.compile(r"als\b", re.IGNORECASE)
_STATEMENT = re.compile(r"; |, (?=(?:while|but|whereas|terwijl|maar|although|hoewel)\b)")

# Members of a sentence: at commas, "but", and "and" before another verb.
_MEMBER = re.compile(
    r"[,;]\s+(?!\d)|\s+(?:but|maar|while|terwijl|whereas)\s+"
    r"|\s+(?:en|and)\s+(?=(?:kan|kunnen|mag|mogen|moet|moeten|can|may|must|could|should|will|is|are|was"
    r"|were|has|have|heeft|hebben|wordt|worden)\b)"
)
_UNLESS = re.compile(
    r"\b(?:unless|tenzij|mits|provided|except|behalve|if|als|wanneer|when|indien|pas)\b",
    re.IGNORECASE,
)
_IS_FOR = re.compile(
    r"\b(?:is|are|zijn)\s+(?:\w+\s+){0,4}?(?:for|voor|open to|voorbehouden aan|reserved for)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AT_LEAST = re.compile(
    r"\b(?:minim\w+|at least|minstens|ten minste|uiterlijk|ten laatste|at the latest"
    r"|no later than)\b",
    re.IGNORECASE,
)

_WHO = re.compile(r"\b(?:wie|die|who|whoever)\s+$", re.IGNORECASE)
# "Only four of the 27 do": four do. Leaving out that it is few says nothing else.
_ONLY_SO_MANY = re.compile(
    r"\b(?:only|just|slechts|enkel|alleen)\s+(?=[\d€£$]|(?:EUR|GBP)\b|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
    r"|half|a (?:third|quarter)|de helft|een (?:derde|kwart))\b)",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:^|[,;:]\s+(?:dan |so )?)(?:Vraag|Ask|Apply|Kijk|Check|Controleer|Neem|Contact|Lees|Bewaar"
    r"|Keep|Verpak|Pack|Dien|Submit|Meld|Declare|Reken|Expect|vraag|ask|apply|kijk|check|controleer"
    r"|neem|contact|lees|bewaar|keep|verpak|pack|dien|submit|meld|declare)\b"
)


class TurningCheck:
    """Compares each sentence of a claim with the sentence of its quotes that it rests on most."""

    def __init__(self, matcher: Matcher, finder: PhraseFinder, vocabulary: Vocabulary) -> None:
        self._matcher = matcher
        self._finder = finder
        self._vocabulary = vocabulary

    def failures(
        self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[Failure]:
        """Each sentence of the claim against the sentence that it rests on most."""
        offered = [(sentence, one.lang) for one in evidence for sentence in sentences(one.sentence)]
        everywhere = [polarity.polarity(sentence) for sentence, _ in offered]
        for sentence in sentences(claim):
            best, other = self.nearest(sentence, lang, offered)
            said, quoted = polarity.polarity(sentence), polarity.polarity(best)
            yield from self._displaced(sentence, lang, evidence)
            part, _ = self.nearest(sentence, lang, [(p, other) for p in best.split("; ")])
            limited = replace(
                quoted,
                limits=polarity.polarity(self._told(sentence, lang, part, other)).limits,
                attributed=self._attributed(best, part)
                and not self._tells_whose(sentence, lang, best, other),
            )
            for what in _strengthened(said, limited, best, everywhere):
                few = what == LIMIT_LEFT_OUT and self._only_so_many(sentence, lang, part, other)
                if not few:
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
                # What follows a semicolon is another statement.
                part, _ = self.nearest(sentence, lang, [(p, other) for p in best.split("; ")])
                yield from self._conditions(sentence, lang, part, other)
            for what in self._possible(sentence, lang, best, offered):
                yield Failure("polarity", what)

    def _only_so_many(self, sentence: str, lang: Language, part: str, other: str) -> bool:
        """Whether all that limits the quote is "only" before a number that the claim has, too."""
        told = self._told(sentence, lang, part, other)
        said = {value for n in quantities.quantities(sentence, lang) for value in n.values}
        for match in reversed(tuple(_ONLY_SO_MANY.finditer(told))):
            number = next(iter(quantities.quantities(told[match.end() :], other)), None)
            if number is not None and number.values & said:
                told = told[: match.start()] + told[match.end() :]
        return not polarity.polarity(told).limits

    @staticmethod
    def _attributed(best: str, part: str) -> bool:
        """Whether a part of a sentence is told as somebody's view: in it, or at the sentence's end
        for all that stands before."""
        last = best.split("; ")[-1]
        return polarity.polarity(part).attributed or (
            polarity.polarity(last).attributed and not polarity.begins_attributed(last)
        )

    def _tells_whose(self, sentence: str, lang: Language, best: str, other: str) -> bool:
        """Whether a claim names the source that its quote's sentence is attributed to."""
        stems = self._matcher.stems(sentence, lang)
        known: Language = "en" if other == "en" else "nl"
        for source in polarity.sources(best):
            words = self._matcher.words(source, known)[:_SOURCE_WORDS]
            if words and all(self._matcher.held(word.text, known, stems) for word in words):
                return True
        return False

    def _planned(self, sentence: str, lang: Language, best: str, other: str) -> bool:
        """Whether the part of the quote's sentence that the claim rests on speaks of plans."""
        parts = [(part, other) for part in _STATEMENT.split(best)]
        nearest, _ = self.nearest(sentence, lang, parts)
        # What a sentence begins with governs the rest: "The city wants that each pupil ...".
        told = self._told(sentence, lang, nearest, other, begun=True)
        if polarity.only_to_come(told) and _YEAR.search(sentence):
            # "From 2025 you will get" is "vanaf 2025 krijg je": the time says that it is to come.
            return not set(_YEAR.findall(sentence)) & set(_YEAR.findall(nearest))
        return polarity.polarity(told).plan

    def _told(
        self, sentence: str, lang: Language, text: str, other: str, *, begun: bool = False
    ) -> str:
        """A text without those of its members of which a claim says nothing, but for conditions:
        what is planned or limited there is not what is told. ``begun`` keeps the first."""
        words = self._matcher.words(sentence, lang)
        numbers = quantities.quantities(sentence, lang)
        kept = [
            part
            for at, part in enumerate(self._members(text, other))
            if (begun and at == 0)
            or _UNLESS.search(part)
            or any(
                self._matcher.held(w.text, lang, self._matcher.stems(part, other)) for w in words
            )
            or any(n.values & o.values for n in numbers for o in quantities.quantities(part, other))
        ]
        return ", ".join(kept) or text

    def _universals(
        self, sentence: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[str]:
        """ "Every tour" where the quote says "each" of something else; "everyone", "always"."""
        for alike in _WHOLE:
            if alike.search(sentence) and not any(alike.search(one.quote) for one in evidence):
                yield "told of all"
        for match in _UNIVERSAL.finditer(polarity.without_times(sentence)):
            words = self._matcher.words(match[1], lang)
            if any(_EACH_GETS.search(one.quote) for one in evidence):
                continue
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
            frames = self._finder.frames(condition, other) if _AS.match(condition) else ()
            if frames and not any(_says(frame, condition) for frame in frames):
                # "Als apart doel" is "as an aim of its own".
                continue
            found = self._matcher.words(condition, known)
            # A place may be told by the title, so that one which is not named leaves nothing out.
            content = [
                word.text
                for word in found
                if self._matcher.held(word.text, known, stems)
                or not names.is_place(word.text, known, self._vocabulary)
            ]
            if not content:
                continue
            held = sum(self._matcher.held(word, known, stems) for word in content)
            if held < CONDITION_COVERAGE * len(content):
                yield Failure("polarity", f"a condition left out: {condition}")

    def _members(self, text: str, lang: str) -> Iterator[str]:
        """A text cut at its commas and where its clauses begin."""
        frames = self._finder.frames(text, lang)
        # What stands in brackets ends nothing.
        opened = [f.start for f in frames if not text[: f.start].endswith("(")]
        starts = sorted({_with_who(text, start) for start in opened} - {0})
        for start, end in pairwise((0, *starts, len(text))):
            yield from _MEMBER.split(text[start:end])

    def _possible(
        self, sentence: str, lang: Language, best: str, offered: Sequence[tuple[str, str]]
    ) -> Iterator[str]:
        """What the quote tells as possible, told as a fact, clause by clause."""
        whole = polarity.polarity(sentence)
        if whole.can or whole.should or whole.plan:
            return
        quoted = [(part, other) for text, other in offered for part in statements(text)]
        nearby = [pair for pair in quoted if pair[0] in statements(best)]
        for clause in statements(sentence):
            nearest, other = self.nearest(clause, lang, nearby or quoted)
            there = polarity.polarity(self._told(clause, lang, nearest, other))
            if not (there.can or there.should) or there.must or there.plan:
                continue
            # What is not possible is not so; "you get at most 500" is "you can get up to 500".
            if whole.negations and there.negations:
                continue
            # "May use it for free" is "it is free for them".
            open_to = _IS_FOR.search(clause)
            if not open_to and not any(
                n.bound == "most" for n in quantities.quantities(clause, lang)
            ):
                yield "a possibility told as a fact"

    def nearest(
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

    def _displaced(
        self, sentence: str, lang: Language, evidence: Sequence[QuoteInContext]
    ) -> Iterator[Failure]:
        """Names that the quote gives to another statement, where this one has a name of its own:
        "B founded C" from "A founded C. B pays A"."""
        parts = [
            (part, one.lang)
            for one in evidence
            for whole in sentences(one.quote)
            for part in whole.split("; ")
        ]
        best, other = self.nearest(sentence, lang, parts)
        known: Language = "en" if other == "en" else "nl"
        vocabulary = self._vocabulary
        rivals = [
            name
            for name in names.names(best, known, vocabulary)
            if not names.is_place(name, known, vocabulary)
            and not names.carried(name, known, [sentence], vocabulary)
        ]
        if not rivals:
            return
        elsewhere = [part for part, _ in parts if part != best]
        for name in names.names(sentence, lang, vocabulary):
            if names.is_place(name, lang, vocabulary):
                continue
            if names.carried(name, lang, [best], vocabulary):
                continue
            if names.carried(name, lang, elsewhere, vocabulary):
                yield Failure("name", f"{name} in place of {rivals[0]}")


def _with_who(text: str, start: int) -> int:
    """Where a clause begins that "who" opens, with that word."""
    opener = _WHO.search(text[:start])
    return opener.start() if opener else start


def _says(frame: Frame, text: str) -> bool:
    """Whether a clause has a verb, "is" or "can" among them."""
    words = re.findall(r"\w+", text[frame.start : frame.end].casefold())
    small = {word for name in ("be", "modal", "passive") for word in tables()[name]["nl"]}
    return bool(frame.verbs) or bool(small.intersection(words))


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
        yield LIMIT_LEFT_OUT
    if said.limits and not quoted.limits and not conditional(sentence):
        yield "a limit that is not there"
    bound = quoted.must or quoted.asks or quoted.limits or bool(_IMPERATIVE.search(sentence))
    # "The minimum age is 16", "at least six weeks before": what is less is not accepted.
    bound = bound or (bool(_AT_LEAST.search(sentence)) and not quoted.can)
    if said.must and not bound:
        yield "an obligation that is not there"
    if quoted.attributed and not (said.attributed or said.refers):
        yield "attribution left out"
