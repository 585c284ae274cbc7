"""One question, or one asked part of it, as statements are held against it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assistant.guidance.worth import Sought
from assistant.understanding import AnswerKind


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """``text`` is all that is told and asked, ``part`` what of it is asked for (the same where one
    thing is asked), ``kind`` the kind of answer that the part wants.

    ``needs`` and ``part_needs`` tell how likely each need of needs.yaml is in either, ``listed``
    are those that words of the part tell. ``words`` and ``part_words`` are their terms with how
    rare each is, ``names`` those of names in the text. ``granted`` tells at which place (from 0) a
    fiche (pair) stands among the grants that fit. ``seen`` keeps what is seen of a statement (its
    id) beside the whole, whichever part is asked, and ``rows`` all that is seen beside this part.
    """

    text: str
    part: str
    lang: str
    sought: Sought
    kind: AnswerKind
    parts: int
    needs: dict[str, float]
    part_needs: dict[str, float]
    listed: frozenset[str]
    words: dict[str, float]
    part_words: dict[str, float]
    names: dict[str, float]
    granted: dict[str, int]
    seen: dict[str, dict[str, float]] = field(default_factory=dict)
    rows: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)
