"""Which of the needs that are told tell of the money for it too, so that grants are told once."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.needs import Needs
from assistant.guidance.scope import Scope
from assistant.guidance.wanting import GRANTS
from corpus.annotation import Doing

_INTO_DUTCH: Doing = "into-dutch"
_OF_BOOKS: frozenset[Doing] = frozenset({"translate", "publish"})


def each_paying_once(told: Iterable[str], needs: Needs, scope: Scope) -> list[str]:
    """The needs (keys of ``needs.yaml``) without grants, where another that is meant tells them.
    What pays for a translation abroad tells nothing of one into Dutch."""
    keys = list(told)
    every = [needs.needs[key] for key in keys]
    if _INTO_DUTCH in scope.doing:
        every = [need for need in every if not _OF_BOOKS & {*need.meant_by}]
    aside = {
        need.key
        for need in every
        if keys[:1] == [GRANTS] and need.meant_by and not set(need.meant_by) & set(scope.doing)
    }
    pays = any(need.doing or (need.pays and need.key not in aside) for need in every)
    return [key for key in keys if not (pays and key == GRANTS)]
