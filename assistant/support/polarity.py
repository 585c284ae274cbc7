"""Negation, direction, strength and attribution: the small words that turn a statement around."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.words import own_yaml

# Whole words: "non-classical" and "independent" deny nothing of the sentence they stand in.
_NEGATIVE_PREFIXES = re.compile(
    r"^(?:on(?:mogelijk|toegankelijk|voldoende|belast|geldig)"
    r"|un(?:able|taxed|likely|available|necessary|paid)|impossible|in(?:valid|eligible|sufficient))"
)
# According to a table, a law or a page is no opinion: only a source's own view is kept apart.
_NO_VIEW = (
    r"(?:[\w-]+ ){0,3}(?:[\w-]*(?:verdrag|decre|wet\b|regel|pagina|richtlij|besluit|overeenkomst"
    r"|akkoord|programm|kalender|tabel)|table|§|section|artik|article|act\b|page|guide|rule|treaty"
    r"|agreement|contract|order\b|concession|cao\b|collective|definiti|calendar)"
)
_ATTRIBUTION = re.compile(
    rf"\b(?:(?:volgens|according to) (?!(?:de |het |een |the |an? )?{_NO_VIEW})"
    r"|aldus|naar eigen zeggen|in the view of|says|said|zegt|zei|zeggen"
    r"|(?:stel(?:t|len|den?)|vind(?:t|en)|vond(?:en)?|meen(?:t|en|den?)|g(?:eeft|even|af|aven) aan"
    r"|waarschuw(?:t|en|den?)|betreur(?:t|en|den?)|schrij(?:ft|ven)|schre(?:ef|ven)"
    r"|meld(?:t|en|den?)|denk(?:t|en)|vre(?:est|zen)|states?|argues?|claims?|believes?|finds?|found"
    r"|indicate[sd]?|warn(?:s|ed)?|regret(?:s|ted)?|writes?|wrote|report(?:s|ed)?|thinks?|fears?)"
    r" (?:dat|that)"
    r"|, (?:found|finds|writes|wrote|reports|schrijft|schreef|vindt|vond|stelt|meldt|besluit)"
    r"(?= (?:the |de |het |een )?[A-Z\"“]))\b",
    re.IGNORECASE,
)
_REFERS = re.compile(r"\b(?:volgens|according to)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(de|het|neemt|stelt|meer|minder|less|more|fewer|at|up|ten|have|has|calls|going|is|are|was|were|be|been|action"
    r"|dient|dienen)\s+(toe|voor|dan|than|least|most|to|minste|hoogste|for|points?|plans?|te|enige|provided)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:no|not|niet) (?:more|longer|later|meer|langer|later) (?:than|dan)\b", re.IGNORECASE
)
_MAY = re.compile(r"\bMay\b(?=[^a-z]*\d)|(?<=\d )May\b|(?<=in )May\b|(?<=to )May\b|(?<=-)May\b")
# "Thinks to be there next year", "tries to", "fears to" tell as little of what is so as "plans".
_PROPOSES = re.compile(
    r"\bstel(?:t|len|de)\b.{1,120}\bvoor\b|\bkondig\w*\b.{1,120}\baan\b"
    r"|\b(?:denk(?:t|en)|dacht(?:en)?|vre(?:est|zen)|tracht(?:te|en)?|probe(?:er|ert|ren|erde))\b"
    r"[^.;:]{1,100}\bte\b|\b(?:try|tries|tried|seeks?|fears?|thinks? (?:of|they|that|it|she|he))\b",
    re.IGNORECASE,
)
_EVERY_TIME = re.compile(
    r"\b(?:every|each|elke?|iedere?)\s+(?:\w+\s+)?(?:years?|months?|weeks?|days?|jaar|jaren|maand|maanden"
    r"|week|weken|dag|dagen|quarters?|kwartaal)\b|\beach other\b",
    re.IGNORECASE,
)
# "A plan", the thing, is no sign that something is planned.
_A_PLAN = re.compile(
    r"(?<!\bvan )(?<!\bhas a )\bplan\b(?!\s+(?:to|om)\b)"
    r"|\b(?:of|aan|met|with|no|geen|their|hun|the|de|van de)\s+(?:plans|plannen)\b(?!\s+to\b)",
    re.IGNORECASE,
)
_TO_COME = frozenset(("will", "zal", "zullen"))
# Dutch "want" (because) follows a comma, English "want" never does.
_BECAUSE = re.compile(r"(?:^|(?<=[,;:.] ))want\b", re.IGNORECASE)
# "Who wants to apply" and "where you will work" tell of whom and where, not of plans.
_WISH = re.compile(
    r"\b(?:who|die|wie|you|je|u)\s+(?:wants?|wish(?:es)?|wilt?|willen|will)\b", re.IGNORECASE
)
# The same with more between: "wie langer wil blijven", "musicians who also want to", "Wil je minder
# betalen, dan". Of one that is known ("the city that wants to build") it is a plan.
_WISH_APART = re.compile(
    r"(?:\b(?P<die>die)|\b[Ww]ie|\b[Aa]ls (?:je|u|ze|zij|hij|iemand|een [\w-]+))"
    r"\s+(?:[^\s,;.:]+\s+){1,8}?(?:wil|wilt|willen)(?=\s+(?:[\w-]+en|gaan)\b)"
    r"|\b(?:who|whoever|if (?:an? )?[\w-]+)\s+(?:[\w-]+\s+){0,2}?(?:wants?|wish(?:es)?)(?=\s+to\b)"
    r"|(?:^|(?<=[.;:!?] ))Wil(?:t|len)?(?=\s+(?:je|u|jullie|ze|iemand|een)\b)"
)
_KNOWN_ONE = re.compile(
    r"\b(?:de|het|deze|dit|the|this)\s+(?:[\w-]+\s+){0,2}$|(?:^|[.,;:]\s*)$", re.I
)
_WORD = re.compile(r"n't\b|[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The turning words of a clause."""

    negations: int
    up: bool
    down: bool
    before: bool
    after: bool
    everything: bool
    spread: bool
    some: bool
    limits: bool
    must: bool
    asks: bool
    should: bool
    can: bool
    plan: bool
    attributed: bool
    refers: bool


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The words that turn a statement, by what they do."""
    content = own_yaml.load(Path(__file__).parent / "words.yaml")
    return {name: frozenset(listed) for name, listed in content.items()}


def polarity(text: str) -> Polarity:
    """The turning words of a text in Dutch or English."""
    # "Every year" is how often, not a claim about all.
    plain = _NO_MORE.sub("at most", text)
    plain = re.sub(r"(?:^|(?<=[.:;] ))Plan\b", " ", plain)
    plain = _BECAUSE.sub(" ", _without_wishes(_A_PLAN.sub(" ", plain)))
    plain = re.sub(r"\bbefore(?=\s*(?:[,.;]|$))", " ", plain)
    plain = _MAY.sub(" ", _EVERY_TIME.sub(" ", plain.replace("’", "'")))
    joined = _JOINED.sub(lambda match: f"{match[1]}-{match[2]}", plain)
    said = [word.casefold() for word in _WORD.findall(joined.replace("n't", " n't"))]
    known = set(said)
    turning = words()
    negations = sum(
        word in turning["negations"] or bool(_NEGATIVE_PREFIXES.match(word)) for word in said
    )
    return Polarity(
        negations=negations,
        up=bool(known & turning["up"]),
        down=bool(known & turning["down"]),
        before=bool(known & turning["before"]),
        after=bool(known & turning["after"]),
        everything=bool(known & turning["everything"]),
        spread=bool(known & turning["spread"]),
        some=bool(known & turning["some"]),
        limits=bool(known & turning["limits"]),
        must=bool(known & turning["must"]),
        asks=bool(known & turning["asks"]),
        should=bool(known & turning["should"]),
        can=bool(known & turning["can"]),
        plan=bool(known & turning["plan"]) or bool(_PROPOSES.search(text)),
        attributed=bool(_ATTRIBUTION.search(text)),
        refers=bool(_REFERS.search(text)),
    )


def _without_wishes(text: str) -> str:
    def told(match: re.Match[str]) -> str:
        known = match["die"] and _KNOWN_ONE.search(text[: match.start()])
        return match[0] if known else match[0].rpartition(" ")[0] or " "

    return _WISH_APART.sub(told, _WISH.sub(" ", text))


def only_to_come(text: str) -> bool:
    """Whether all that makes a text a plan is that it speaks of the future: "will", "zal"."""
    said = {word.casefold() for word in _WORD.findall(text)} & words()["plan"]
    return bool(said) and said <= _TO_COME and not _PROPOSES.search(text)


def first_negation(text: str) -> int:
    """Where the first negating word of a text ends; the text's length when there is none."""
    for match in _WORD.finditer(text.replace("n't", " n't")):
        word = match.group().casefold()
        if word in words()["negations"] or _NEGATIVE_PREFIXES.match(word):
            return match.end()
    return len(text)


def sources(text: str) -> tuple[str, ...]:
    """What stands behind "according to" or "says", or before "finds that": whose view it is."""
    return tuple(
        re.split(r"[.;:]\s", text[: match.start()])[-1]
        if match[0].casefold().endswith(("dat", "that"))
        else text[match.end() :].split(",")[0]
        for match in _ATTRIBUTION.finditer(text)
    )


def begins_attributed(text: str) -> bool:
    """Whether a text begins with whose view it is, so that what stands before it is not."""
    match = _ATTRIBUTION.search(text)
    return match is not None and match.start() <= len(text) // 2


def without_times(text: str) -> str:
    """A text without "every year" and "each other", which speak of no whole."""
    return _EVERY_TIME.sub(" ", text)


_MORE_THAN_ONE = re.compile(
    r"\b(?:more than one|meer dan (?:één|een)|one or more|(?:één|een) of meer)\b"
)


def opposed(claim: str, quote: str) -> str:
    """A word of the claim whose opposite, and not itself, stands in the quote; else empty."""
    said, quoted = (
        set(_WORD.findall(_MORE_THAN_ONE.sub(" ", text.casefold()))) for text in (claim, quote)
    )
    for line in words()["opposites"]:
        one, _, other = (set(side.split()) for side in line.partition("|"))
        for mine, theirs in ((one, other), (other, one)):
            if said & mine and not said & theirs and quoted & theirs and not quoted & mine:
                return str(min(said & mine))
    return ""
