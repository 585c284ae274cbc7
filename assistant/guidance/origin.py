"""Where people come from and live, told apart from where they are going."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.guidance.people import named_after

Place = tuple[int, int, str]
"""Where a country is named: start and end in the text, and its code."""

_I_AM = r"\b(?:i am|i'm|im|we are|we're|ik ben|ben|wij zijn|we zijn|als|as)\s"
# "ik ben syrisch", "I'm a young Brazilian dancer": an adjective right after, or behind an article.
_IS_ONE = re.compile(
    rf"{_I_AM}(?:(?:originally|van oorsprong|zelf|zowel|both)\s)?"
    r"(?:(?:an?|een|de|the)\s(?:[\w-]+\s){0,2})?$",
    re.IGNORECASE,
)
_COMES_FROM = re.compile(
    r"\b(?:come|comes|came|kom|komt|komen|afkomstig|originally|oorspronkelijk|born|geboren)\s"
    r"(?:from|uit|in|van)\s(?:(?:de|het|the)\s)?$"
    rf"|{_I_AM}(?:an?|een|de|the)?\s?(?:[\w'-]+\s){{1,4}}(?:from|uit|van)\s(?:(?:de|het|the)\s)?$"
    r"|^\W*(?:an?\s|een\s)?(?:[\w'-]+\s){1,3}(?:from|uit)\s(?:(?:de|het|the)\s)?$"
    r"|\b(?:is|are|zijn)\s(?:from|uit|van)\s$",
    re.IGNORECASE,
)
_COMES_BEHIND = re.compile(r"^\s(?:afkomstig|geboren|geboortig)\b", re.IGNORECASE)
# "One of our dancers is American."
_IS_SO = re.compile(
    r"\b(?:is|are|zijn)\s(?:(?:an?|een|ne|nen|originally|oorspronkelijk|wel|zelf)\s)?$"
    r"|\b\w+\s=\s(?:(?:an?|een|ne|nen)\s)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^\s*(?:[.,;?!)(]|(?:and|en|maar|ma|but|with|met|who|die|living|wonend\w*|by birth"
    r"|van geboorte|so|dus)\b|$)",
    re.IGNORECASE,
)
_CITIZEN = re.compile(
    r"^[\s-]*(?:citizen|national|passport|nationality|paspoort|pas\b|nationaliteit|staatsburger"
    r"|burger)",
    re.IGNORECASE,
)
# Who is spoken of right before: who asks, or somebody else.
_I = r"(?:i|i'm|i've|ik|'k|kheb|kben|we|we're|we've|wij|me|mijzelf|myself)"
_THEY = r"(?:he|she|they|he's|she's|hij|zij|ze|die|who|whose|hem|haar|hen|him|her|them)"
_OURS = r"(?:my|our|mijn|m'n|men|ma|onze|onzen|ons)"
_NO_ONE = r"(?!(?:passport|paspoort|pas|nationality|nationaliteit)\b)"
_WHOSE = re.compile(
    rf"\b(?:(?P<own>{_I})|(?P<other>{_THEY}|{_OURS}\s{_NO_ONE}[\w'’-]+"
    r"|(?:one|two|three|een|één|twee|drie)\s(?:of|van)"
    r"|(?:the|de|het|an?|een|ne|nen)\s(?:[\w'’-]+\s){1,2}(?:has|have|heeft|heet|hebben|is|zijn)))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!]\s")
_OF_PERSON = re.compile(r"^['’]?s?\s(?:tax|levy|visa|visum|fund|fee|union)", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:live|lives|living|based|reside|residing|resident|woon|woont|wonen|wonend|wonende"
    r"|(?<=have )lived|(?<=has )lived|(?<='ve )lived|woonachtig|gevestigd)\b"
    r"(?:\s(?!(?:in|te|at|en|and|maar|but)\b)[\w'’-]+){0,4}?\s(?:in|te|at)\s(?:(?:de|het|the)\s)?$",
    re.IGNORECASE,
)
# "Die in Lyon woont".
_THERE = re.compile(r"\b(?:in|te)\s(?:(?:de|het)\s)?$", re.IGNORECASE)
_LIVES_BEHIND = re.compile(r"^\s(?:woon|woont|wonen|woonachtig|gevestigd)\b", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:want|wants|going to|plan|would like|wil|willen|ga|gaan|zou|moving)\b[^.,;?!]{0,30}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^\s*(?:[,.;]|and\b|en\b|here\b|hier\b|living\b|based\b|wonend|with\b|$)")


_OF_OURS = re.compile(
    r"\b(?:ons|onze|mijn|our|my)\s(?:[\w'-]+\s){1,3}(?:from|uit)\s(?:(?:de|het|the)\s)?$",
    re.IGNORECASE,
)


def lives(before: str, after: str) -> bool:
    """Whether what stands ``before`` or ``after`` a place says that somebody lives there, and not
    that they want to."""
    living = _LIVES.search(before)
    if living is None:
        living = _THERE.search(before) if _LIVES_BEHIND.match(after) else None
    return living is not None and not _WANTS.search(before[: living.start()])


def is_home(text: str, name: str) -> bool:
    """Whether a name stands in a text only as where who asks, or what is theirs, comes from or
    lives."""
    places = [match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return bool(places) and all(
        _COMES_FROM.search(before) or _LIVES.search(before) or _OF_OURS.search(before)
        for before in (text[:place] for place in places)
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Of who asks, ``nationality`` and ``residence`` are codes of countries, empty where none is
    told; ``others`` are the places that other people are from by what is told of them, and
    ``destinations`` those of the text that are none of these."""

    nationality: str
    residence: str
    others: tuple[Place, ...]
    destinations: tuple[Place, ...]


def origin(text: str, places: Sequence[Place], is_adjective: Callable[[str], bool]) -> Origin:
    """Which of the places in a text are where people come from or live.

    ``is_adjective`` tells of the words for a place whether they are an adjective or the name of
    its inhabitants. One who only tells where they live, and of no other place, may mean to work
    there: it stays a destination.
    """
    nationality, citizen = "", ""
    elsewhere = any(not is_adjective(text[start:end]) for start, end, _ in places)
    left: list[Place] = []
    homes: list[Place] = []
    others: list[Place] = []
    for place in places:
        start, end, code = place
        before, after = text[:start], text[end:]
        comes = _COMES_FROM.search(before)
        person = elsewhere and is_adjective(text[start:end]) and _is_person(text, end)
        if _CITIZEN.match(after):
            if _of_another(before):
                others.append(place)
            else:
                citizen = citizen or code
        elif person or (is_adjective(text[start:end]) and _is_said(before, after)):
            if _says_own(before):
                nationality = nationality or code
            else:
                others.append(place)
        elif (comes and (comes.start() or _GOES_ON.match(after))) or _COMES_BEHIND.match(after):
            if _of_another(before):
                others.append(place)
            else:
                nationality = nationality or code
        elif lives(before, after):
            homes.append(place)
        else:
            left.append(place)
    own = [code for start, _, code in homes if not _of_another(text[:start])]
    residence = own[0] if own else ""
    return Origin(citizen or nationality, residence, tuple(others), tuple(left or homes))


def _of_another(before: str) -> bool:
    """Whether it is of somebody else than who asks that a sentence goes on."""
    sentence = _SENTENCE_END.split(before)[-1]
    told = list(_WHOSE.finditer(sentence))
    return bool(told) and bool(told[-1]["other"]) and not _IS_ONE.search(before)


def _says_own(before: str) -> bool:
    """Whether who asks says what they are right behind, or opens with it."""
    return not before.strip(" \n\"'(") or bool(_IS_ONE.search(before))


def _is_person(text: str, end: int) -> bool:
    """Whether a person is named right behind: "a Moroccan dancer", no "Norwegian artist tax"."""
    person = named_after(text, end, len(text))
    return bool(person) and not _OF_PERSON.match(text[person:])


def _is_said(before: str, after: str) -> bool:
    """Whether an adjective tells of people what they are."""
    return bool(_IS_ONE.search(before) or (_IS_SO.search(before) and _ENDS.match(after)))
