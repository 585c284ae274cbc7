"""A question of somebody who asks for guidance, with its parts."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guidance.relevance.cases import Read
from assistant.guidance.worth import Sought
from assistant.understanding.parts import Part


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question of somebody who asks for guidance: ``read`` for its statements, its ``parts`` as
    they are asked, one when it asks one thing, and the ``needs`` that are heard."""

    read: Read
    parts: tuple[Part, ...]
    needs: tuple[str, ...]

    @property
    def sought(self) -> Sought:
        """What statements are selected for."""
        return self.read.whole.sought

    @property
    def several(self) -> bool:
        """Whether it asks more than one thing."""
        return len(self.parts) > 1
