"""What a figure counts: the words right behind it, against what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.extracting.beginnings import beginnings
from assistant.extracting.concept import Concept
from indexing.tokenising import folded

_REACH = 34  # characters between a figure and what it counts
# Where the words end that say what is counted ("12 leden | over theaters").
_END = re.compile(
    r"[.,:;()]|\b(?:over|voor|in|met|bij|door|aan|op|uit|naar|tot|die|dat|zijn|waren|werden|wordt"
    r"|for|with|by|at|on|from|to|about|who|which|that|are|were|was)\b"
)
_LABEL = re.compile(r"[^.,:;()]+:\s\Z")
_NUMBER_OF = re.compile(r"\b(?:aantal(?:len)?|numbers? of)\s(?P<of>(?:[\w'’-]+\s){0,3}[\w'’-]+)")
_SURE_FORM = 0.5
_SHORTEST = 3
_COMPOUND = 8  # letters from which a word may be a compound
_PART = 5  # letters of the last part of one
# Things that are counted although they stand in the singular behind a number.
_MEASURES = frozenset(("keer", "jaar", "uur", "euro", "maal", "man", "people", "children", "staff"))
_PLURAL = re.compile(r"(?:en|s|a|i|eren)$")

# Whoever is asked "how many people" of, is met as who they are: "50 professionals".
_PEOPLE = frozenset(("mensen", "personen", "volk", "man", "people", "persons", "folks"))
_SOME_PEOPLE = re.compile(r"\w{3,}(?:mensen|people|folk|volk)")  # "dansmensen": whoever they are
_ANYBODY = ("mensen", "personen", "people", "persons")
# "Niet meer dan een volmacht": there the article is a number.
_ONE = re.compile(
    r"\b(?:meer dan|hoogstens|ten hoogste|maximaal|more than|at most|a maximum of)\s"
    r"(?:een|één|an?|one)(?=\s)"
)
_COUNTED_PEOPLE = re.compile(rf"\d\s(?:\w+\s)?(?:{'|'.join(_ANYBODY)})\b")
_PERSONS = re.compile(
    r"\b(?:mensen|personen|people|persons|leden|members|aanmeldingen|inschrijvingen|registrations"
    r"|respondent(?:s|en)|applicants|attendees|sign-?ups|betrokkenen|aanwezigen|genodigden|kinderen"
    r"|jongeren|ouderen|kandidaten|stagiairs?|experts?|inwoners|afgevaardigden|children|women|men"
    r"|students|residents|guests|fellows|delegates|interns|colleagues|representatives|talents"
    r"|\w*(?:professionals|kunden|vrouwen|mannen|mensen"
    r"|studenten|agenten|anten|isten|ogen|aars|eurs|werkers|nemers|gevers|makers|spelers|lingen"
    r"|vrijwilligers|bezoekers|trekkenden|standigen)|\w{3,}(?:ers|ists|ants|ees))\b"
)


def asks_people(words: Iterable[str]) -> bool:
    """Whether it is people that are counted, whoever they are."""
    return any(word in _PEOPLE or bool(_SOME_PEOPLE.fullmatch(word)) for word in words)


def counts_persons(text: str, end: int) -> bool:
    """Whether the figure that ends at ``end`` counts persons."""
    return bool(_PERSONS.search(_END.split(folded(text[end : end + _REACH]))[0]))


def counts_one(text: str, beginnings: frozenset[str]) -> bool:
    """Whether a text says that there may be no more than one of such things."""
    told = folded(text)
    return any(counts(told, one.end(), beginnings) for one in _ONE.finditer(told))


def counts_anybody(text: str) -> bool:
    """Whether a figure of the text counts people, whoever they are ("55 mensen")."""
    return _COUNTED_PEOPLE.search(folded(text)) is not None


def names_persons(text: str) -> bool:
    """Whether a label, such as a column's, is of persons ("Respondents")."""
    return bool(_PERSONS.search(folded(text)))


def stems(concepts: Iterable[Concept]) -> frozenset[str]:
    """The beginnings of the words, in any language, that say one of the concepts: of a compound the
    whole word, too, and of somebody "people", as whom one may be told."""
    found: set[str] = set()
    for concept in concepts:
        surface = folded(concept.surface)
        found.update(
            beginning
            for options in concept.forms.values()
            for form in options
            if form.weight >= _SURE_FORM and len(form.terms[0]) >= _SHORTEST
            for beginning in beginnings(form.terms[0])
        )
        if len(surface) >= _COMPOUND:
            found.add(surface)
        if _PERSONS.fullmatch(surface):
            found.update(_ANYBODY)
    return frozenset(found)


def numbered(text: str, start: int, beginnings: frozenset[str]) -> bool:
    """Whether the figure that starts at ``start`` stands behind "het aantal leden", "the number of
    members", in the same sentence or row."""
    return any(
        re.search(rf"\b\w{{0,14}}{re.escape(stem)}", told["of"])
        for told in _NUMBER_OF.finditer(folded(text[:start]))
        for stem in beginnings
    )


def labelled(text: str, start: int, beginnings: frozenset[str]) -> bool:
    """Whether the figure that starts at ``start`` stands behind its label ("Leden: 24.100")."""
    label = _LABEL.search(folded(text[max(0, start - _REACH) : start]))
    return label is not None and any(
        re.search(rf"\b\w{{0,14}}{re.escape(stem)}", label.group()) for stem in beginnings
    )


def counts(text: str, end: int, beginnings: frozenset[str]) -> bool:
    """Whether the figure that ends at ``end`` counts things whose names begin like that, or are the
    last part of such a compound ("3 leden", for "bestuursleden")."""
    after = _END.split(folded(text[end : end + _REACH]))[0]
    words = [word for word in after.split() if len(word) >= _PART]
    return any(
        stem in after and re.search(rf"\b\w{{0,14}}{re.escape(stem)}", after) for stem in beginnings
    ) or any(
        len(stem) - len(word) >= _SHORTEST and stem.endswith(word)
        for word in words
        for stem in beginnings
    )


def countable(words: Iterable[str]) -> bool:
    """Whether one of the words names things that can be counted: not "belasting", not "geld"."""
    return any(word in _MEASURES or _PLURAL.search(word) for word in words)
