"""What the editors of a fiche say of a statement: whether it decides, and for whom it holds.

It stands in braces after the facts, ``[^gb-12] {key; for: visual-arts; who: self-employed; doing:
exhibit}``, and is no part of the text. What is left open holds for all.
"""

from __future__ import annotations

from collections.abc import Collection
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
    "heritage",
    "socio-cultural",
    "amateur-arts",
    "architecture",
    "design",
]
"""A discipline; ``performing-arts`` stands for dance, theatre and circus."""

Who = Literal["non-eu", "eu", "self-employed", "employee", "person", "organisation", "minor"]
"""What somebody may be: nationality, status at work, one person or an organisation, age."""

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
]
"""What somebody may be going to do."""

TRADES: dict[str, Trade] = {value: value for value in get_args(Trade)}
WHO: dict[str, Who] = {value: value for value in get_args(Who)}
DOING: dict[str, Doing] = {value: value for value in get_args(Doing)}
"""The same by their text, in order: what is read from a file is looked up here."""

_CHOICES: dict[str, Collection[str]] = {"for": TRADES, "who": WHO, "doing": DOING}


@dataclass(frozen=True, slots=True)
class Annotation:
    """For whom a statement is; an empty limit is none.

    ``key`` marks the deciding sentence of its section, which is told first. ``trades`` are
    disciplines (``for`` in the fiche), ``who`` is whom it holds for, ``doing`` what they do.
    """

    key: bool = False
    trades: tuple[Trade, ...] = ()
    who: tuple[Who, ...] = ()
    doing: tuple[Doing, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def __str__(self) -> str:
        """As it is written in a fiche, without the braces; empty where nothing is said."""
        limits = (("for", self.trades), ("who", self.who), ("doing", self.doing))
        said = [f"{name}: {', '.join(values)}" for name, values in limits if values]
        return "; ".join((["key"] if self.key else []) + said)


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
        if wrong := [value for value in values if value not in _CHOICES[name]]:
            raise ValueError(f"{name}: {wrong[0]!r} is none of {', '.join(_CHOICES[name])}.")
        if len(set(values)) < len(values):
            raise ValueError(f"{name}: one of {', '.join(values)} stands there twice.")
        found[name] = values
    return Annotation(
        key,
        tuple(TRADES[value] for value in found.get("for", ())),
        tuple(WHO[value] for value in found.get("who", ())),
        tuple(DOING[value] for value in found.get("doing", ())),
    )
