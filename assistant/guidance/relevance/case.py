"""One question, or one asked part of it, as statements are held against it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.wanting import CONTACT, GRANTS
from assistant.guidance.words import pattern
from assistant.guidance.worth import Sought
from assistant.understanding import AnswerKind
from corpus.annotation import Doing

_GRANT = pattern(
    "*beurs; *beurzen; *subsidie; *subsidies; toelage; tegemoetkoming; prijzengeld; grant; grants;"
    " subsidy; subsidies; scholarship; bursary; stipend; stipends; fellowship; fellowships;"
    " prize money"
)
_LIKELY = 0.4  # probability from which something is asked for
_SURE = 0.7  # the same, in whatever words


def speaks_of_grants(text: str) -> bool:
    """Whether a text names a grant, or what is won."""
    return bool(_GRANT.search(text))


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """``text`` is all that is told and asked, ``part`` what of it is asked for (the same where one
    thing is asked), ``kind`` the kind of answer that the part wants.

    ``needs`` and ``part_needs`` tell how likely each need of needs.yaml is in either, ``listed``
    are those that words of the part tell, ``told`` those of what is told beside all parts.
    ``words`` and ``part_words`` are their terms with how
    rare each is, ``names`` those of names in the text. ``granted`` tells at which place (from 0) a
    fiche (pair) stands among the grants that fit, ``best_grant`` which statement (its id) tells of
    the best, empty without one; ``plans`` is what one of several parts itself says that somebody is
    going to do. ``seen`` keeps what is seen of a statement (its
    id) beside the whole, whichever part is asked, ``rows`` all that is seen beside this part, and
    ``tellable`` whether it may be told to it; ``other_plans`` keeps whether a scheme (the id of its
    fiche) is for other plans.
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
    best_grant: str = ""
    told: frozenset[str] = frozenset()
    plans: frozenset[Doing] = frozenset()
    seen: dict[str, dict[str, float]] = field(default_factory=dict)
    other_plans: dict[str, bool] = field(default_factory=dict)
    rows: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)
    tellable: dict[str, bool] = field(default_factory=dict)

    @property
    def formal(self) -> str:
        """The one need for rules that words of the part tell, also of a grant ("is it taxed");
        empty where they tell none, others as well, or likelier ask for the grant."""
        only = next(iter(self.listed - {GRANTS}), "")
        if self.listed - {GRANTS, only} or only not in FORMALITIES:
            return ""
        asked = self.part_needs.get(only, 0.0) > self.part_needs.get(GRANTS, 0.0)
        return only if asked or GRANTS not in self.listed else ""

    @property
    def only(self) -> str:
        """The one need that words of the part tell, for a rule or for grants, also beside whom to
        ask for these; empty without one."""
        listed = self.listed - {CONTACT} if self.asks_grants else self.listed
        return self.formal or (GRANTS if listed <= {GRANTS} and self.asks_grants else "")

    @property
    def on_several_rules(self) -> bool:
        """Whether the words of the part tell needs for several rules."""
        return len(self.listed & {*FORMALITIES}) > 1

    @property
    def of_a_grant(self) -> bool:
        """Whether the part asks for a rule on a grant: "must I pay tax on the residency grant"."""
        return bool(self.formal) and speaks_of_grants(self.part)

    @property
    def likely_grants(self) -> bool:
        """Whether the part likely asks for grants, whatever its words."""
        return self.part_needs.get(GRANTS, 0.0) >= _LIKELY

    @property
    def asks_grants(self) -> bool:
        """Whether the part asks for grants: words of it tell that, or it surely does."""
        return GRANTS in self.listed or self.part_needs.get(GRANTS, 0.0) >= _SURE

    @property
    def asks_money(self) -> bool:
        """Whether the part may be asked for a grant: its words tell a need that is no rule, or it
        likely asks for one."""
        return not self.formal and (bool(self.listed) or self.likely_grants)
