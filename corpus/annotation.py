"""What the editors of a fiche say of a statement: whether it decides, for whom and where it holds,
and what it answers to who asks for a yes or a no.

It stands in braces after the facts, ``[^gb-12] {key; answer: no; for: visual-arts; who:
self-employed; doing: exhibit; in: outside-eu; ahead: 6 weeks; tells: apply, by}``, and is no part
of the text. What is left open holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from typing import Literal, get_args

Trade = Literal[
    "music",
    "dance",
    "theatre",
    "circus",
    "performing-arts",
    "visual-arts",
    "literature",
    "film",
    "games",
    "heritage",
    "socio-cultural",
    "amateur-arts",
    "architecture",
    "design",
]
"""A discipline; ``performing-arts`` stands for dance, theatre and circus."""

Who = Literal[
    "non-eu",
    "eu",
    "self-employed",
    "employee",
    "hired",
    "person",
    "organisation",
    "minor",
    "solo",
    "group",
    "paid",
    "unpaid",
    "posted",
    "author",
    "translator",
    "supported",
    "unsupported",
    "french-community",
    "classical",
    "non-classical",
]
"""What somebody may be: nationality, status at work, one person or an organisation, age, alone or
with others, paid for what they do or not. An ``employee`` works for an employer at home, who sends
them; who is ``hired`` has a contract with an employer where the work is; who is ``posted`` is sent
from here for a time, by an employer or by themselves, and neither moves nor works there and here by
turns. Who writes is an ``author`` and no ``translator``; who, or whose work, has the support or the
recognition that a scheme builds on is ``supported``; artists of the Federation Wallonia-Brussels
are of the ``french-community``; who plays, sings or writes music is ``classical`` or
``non-classical`` by its kind."""

Doing = Literal[
    "perform",
    "tour",
    "exhibit",
    "sell",
    "publish",
    "translate",
    "reside",
    "create",
    "co-produce",
    "film",
    "teach",
    "study",
    "showcase",
    "network",
    "invite",
    "settle",
    "transport",
    "license",
    "remote",
    "off-stage",
    "combine",
    "attend",
    "into-dutch",
    "fair",
]
"""What somebody may be going to do; ``license`` is to be paid for rights in a work, ``remote`` to
work for a client abroad from home, ``off-stage`` to work there without performing, ``combine`` to
work in several countries at once or by turns, ``attend`` to be there without working, at an opening
or as a visitor, ``into-dutch`` to translate or publish in Dutch what was written in another
language, ``fair`` to take a stand at a fair, which is no exhibition."""

Part = Literal["eu", "eea", "europe"]
"""A part of the world that rules are made for: the European Union; with it Iceland, Liechtenstein
and Norway (the European Economic Area); with Switzerland and the United Kingdom too, where an A1 is
known (``europe``)."""

Verdict = Literal["yes", "no", "depends"]
"""Whether what a section is about is needed, owed or given: a visa, an A1, tax that is withheld,
VAT that is charged, a grant that the one who asks may apply for."""

Tells = Literal[
    "apply",
    "by",
    "takes",
    "lasts",
    "cost",
    "refund",
    "report",
    "papers",
    "otherwise",
]
"""What a statement tells of a rule, whichever that is: who has to do it and where one applies
(``apply``), before when (``by``), how long the procedure takes (``takes``), how long it holds or
how long one may stay (``lasts``), what it costs or which share is taken (``cost``), how to get
money back or have it credited (``refund``), what has to be reported or declared to whom
(``report``), which papers it asks (``papers``), what happens without it (``otherwise``)."""

TRADES: dict[str, Trade] = {value: value for value in get_args(Trade)}
WHO: dict[str, Who] = {value: value for value in get_args(Who)}
DOING: dict[str, Doing] = {value: value for value in get_args(Doing)}
PARTS: dict[str, Part] = {value: value for value in get_args(Part)}
VERDICTS: dict[str, Verdict] = {value: value for value in get_args(Verdict)}
TELLS: dict[str, Tells] = {value: value for value in get_args(Tells)}
"""The same by their text, in order: what is read from a file is looked up here."""

OUTSIDE = "outside-"
"""What stands before a place that a statement does not hold in, but anywhere else abroad."""

_PLACE = "in"
_CODE = re.compile(r"[a-z]{2}")
_AHEAD = "ahead"
_TELLS = "tells"
_TIME = re.compile(r"([1-9]\d?) (day|week|month)s?")

_CHOICES: dict[str, Collection[str]] = {
    "answer": VERDICTS,
    "for": TRADES,
    "who": WHO,
    "doing": DOING,
    _PLACE: (*PARTS, f"{OUTSIDE}…", "a country (two small letters)"),
    _AHEAD: ("a number of days, weeks or months (6 weeks)",),
    _TELLS: TELLS,
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """For whom a statement is; an empty limit is none.

    ``key`` marks the deciding sentence of its section, which is told first. ``trades`` are
    disciplines (``for`` in the fiche), ``who`` is whom it holds for, ``doing`` what they do.
    ``answer`` is what it answers to a question for a yes or a no, None where it decides neither.
    ``places`` are where it holds (``in``): parts of the world, countries (ISO 3166-1 alpha-2, lower
    case), or :data:`OUTSIDE` and one of them; in one of these is enough, or outside all of those.
    Of guests who come here it is where they come from. ``ahead`` is how long
    before the plan begins at the latest what the statement asks has to be done ("6 weeks"), empty
    where it says nothing of that. ``tells`` is what it tells of its rule beside that it holds.
    """

    key: bool = False
    trades: tuple[Trade, ...] = ()
    who: tuple[Who, ...] = ()
    doing: tuple[Doing, ...] = ()
    answer: Verdict | None = None
    places: tuple[str, ...] = ()
    ahead: str = ""
    tells: tuple[Tells, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def __str__(self) -> str:
        """As it is written in a fiche, without the braces; empty where nothing is said."""
        limits = (
            ("for", self.trades),
            ("who", self.who),
            ("doing", self.doing),
            (_PLACE, self.places),
            (_AHEAD, (self.ahead,) if self.ahead else ()),
            (_TELLS, self.tells),
        )
        said = [f"{name}: {', '.join(values)}" for name, values in limits if values]
        answer = [f"answer: {self.answer}"] if self.answer else []
        return "; ".join((["key"] if self.key else []) + answer + said)


NOTHING_SAID = Annotation()


def parse_annotation(text: str) -> Annotation:
    """The annotation written in ``text``, without its braces.

    Raises:
        ValueError: something that cannot be said; the message names it and what can be.
    """
    found: dict[str, tuple[str, ...]] = {}
    key = False
    for piece in text.split(";"):
        name, colon, listed = (part.strip() for part in piece.partition(":"))
        if name == "key" and not colon and not key:
            key = True
            continue
        if name not in _CHOICES or name in found:
            raise ValueError(
                f"{piece.strip()!r} cannot be said of a statement (or not twice): "
                f"key, {', '.join(f'{choice}: …' for choice in _CHOICES)}."
            )
        values = tuple(value.strip() for value in listed.split(","))
        known = _WRITTEN.get(name, _CHOICES[name].__contains__)
        if wrong := [value for value in values if not known(value)]:
            raise ValueError(f"{name}: {wrong[0]!r} is none of {', '.join(_CHOICES[name])}.")
        if len(set(values)) < len(values):
            raise ValueError(f"{name}: one of {', '.join(values)} stands there twice.")
        if name in ("answer", _AHEAD) and len(values) > 1:
            raise ValueError(f"{name}: a statement says one thing of that.")
        found[name] = values
    return Annotation(
        key,
        tuple(TRADES[value] for value in found.get("for", ())),
        tuple(WHO[value] for value in found.get("who", ())),
        tuple(DOING[value] for value in found.get("doing", ())),
        next((VERDICTS[value] for value in found.get("answer", ())), None),
        found.get(_PLACE, ()),
        next(iter(found.get(_AHEAD, ())), ""),
        tuple(TELLS[value] for value in found.get(_TELLS, ())),
    )


def ahead_of(annotation: Annotation) -> tuple[int, str] | None:
    """How long before a plan begins something has to be done: how many of which unit (``day``,
    ``week`` or ``month``); None where nothing is said of that."""
    match = _TIME.fullmatch(annotation.ahead)
    return (int(match[1]), match[2]) if match else None


def _is_place(value: str) -> bool:
    inside = value.removeprefix(OUTSIDE)
    return inside in PARTS or bool(_CODE.fullmatch(inside))


def _is_time(value: str) -> bool:
    return bool(_TIME.fullmatch(value))


_WRITTEN: dict[str, Callable[[str], bool]] = {_PLACE: _is_place, _AHEAD: _is_time}
