"""What belongs for whatever status at work, where who asks tells none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.guidance.relevance.judged import Judged
from assistant.guidance.scope import Scope
from assistant.guidance.statuses import sides_of

_LESS = 2  # times: what is for one status alone, where another tells of both


def of_each_status(judged: Sequence[Judged], scope: Scope) -> list[Judged]:
    """Statements as they were ``judged``, but what is told to the employed and the self-employed
    is as likely as the likeliest that tells it to one of them, and these are less likely than
    that, unless who asks says which they are."""
    likely = {one.passage.id: one.probability for one in judged}
    passages = [one.passage for one in judged if one.probability]
    for passage in passages:
        sides = sides_of(passage, passages, scope)
        likely[passage.id] = max([likely[passage.id], *(likely[one] for one in sides)])
        for one in sides:
            likely[one] /= _LESS
    return [replace(one, probability=likely[one.passage.id]) for one in judged]
