"""Whom a question, or a part of one, is on: who asks, the people who go along with them, or guests
of theirs who come here while they go elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guidance.asker import of_nationality
from assistant.guidance.scope import Scope

_ONE = re.compile(r"\b(?:he|she|him|her|hij|hem|haar)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:they|them|zij|ze|hen|hun|die)\b", re.IGNORECASE)
_US = re.compile(r"\b(?:i|we|us|our|my|me|ik|wij|ons|onze|mijn|mij)\b", re.IGNORECASE)
# "Kan die gewoon mee": one who is no authority.
_MAY_ONE = re.compile(r"\b(?:kan|mag|moet|heeft|zou)\s(?:zij|ze|die)\b", re.IGNORECASE)
_HERE = re.compile(r"\b(?:here|hier|belgië|belgium|belgie|belgisch\w*|belgian)\b", re.IGNORECASE)


def on_whom(scope: Scope, asked: Sequence[str]) -> Scope:
    """The scope of questions as they are ``asked`` in a text of ``scope``: of the guests in it, or
    of who goes along, where all are on those; one that is on nobody else is on who asks."""
    if scope.guests and all(is_on_guests(scope, one) for one in asked):
        return scope.visited
    if scope.guests and len(asked) == 1:
        return replace(scope, guests=False, visitors=())
    if scope.companions and all(_is_on_others(one) for one in asked):
        who = of_nationality(scope.who, scope.companions)
        return replace(scope, who=who)
    return scope


def is_on_guests(scope: Scope, asked: str) -> bool:
    """Whether a question in a text of ``scope`` is on guests who come here."""
    return scope.guests and (_is_on_others(asked) or bool(_HERE.search(asked)))


def _is_on_others(asked: str) -> bool:
    """Whether a question is on people who are spoken of, and not on who asks."""
    if _ONE.search(asked) or _MAY_ONE.search(asked):
        return True
    return bool(_SEVERAL.search(asked)) and not _US.search(asked)
