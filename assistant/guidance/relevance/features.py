"""What is seen of a statement beside a question: one number each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
import numpy.typing as npt

from assistant.extracting.answer_type import type_fit
from assistant.guidance.anticipated.matching import AnticipatedQuestions
from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, PRACTICE, Fiches
from assistant.guidance.fitting import SIDES, closeness, plans, suits, trades
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.statement import StatementReader, Traits
from assistant.guidance.scoping import FORMALITIES, Scoping
from assistant.guidance.wanting import CONTACT, GRANTS
from assistant.route_plan import load_plan
from assistant.understanding import AnswerKind
from corpus.document import BlockKind
from indexing.passage import Passage

RELEVANCE_VERSION = 1
"""Raised whenever the same statement gives other numbers: weights made from others are stale."""

Matrix = npt.NDArray[np.float32]
_KINDS = (COUNTRY, FUNDING, PRACTICE, ORGANISATION)
_SECTIONS = {
    "in-short": ("in-short",),
    "rule": ("basics", "exceptions"),
    "how": ("steps", "where-to-apply", "documents"),
    "conditions": ("conditions", "for-whom", "what-it-covers"),
    "amount": ("amount", "amounts"),
    "when": ("when",),
    "whom": ("who-to-ask", "when-to-contact", "contact", "helpdesk"),
    "what": ("what-it-is", "what-it-does", "caution", "status", "examples"),
    "formality": FORMALITIES,
    "discipline": ("music", "performing-arts", "visual-arts", "literature", "film"),
    "place": ("funding", "residencies", "networks", "flanders-relation", "policy"),
}
_ASKS_MONEY = re.compile(
    r"\b(?:hoeveel|how much|cost\w*|kost\w*|price|prijs|gage|fee|fees|betalen|pay)\b", re.IGNORECASE
)
_FULL = 60.0  # words of a long statement
_LONG_PART = 40  # words
_RELATIVE = ("like-part", "like-whole", "need-part")  # what lies above or below that of others
_LEAST_CLEAR, _CLEAREST = 0.1, 6.0
_MOST_GRANTS = 9
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class _Asking:
    """What a part asks, the same beside every statement: whether an ``exact`` answer and ``money``,
    how likely ``grants`` and ``whom`` to turn to, how likely its likeliest ``need`` is (0 to 1),
    and how ``long`` it is."""

    exact: bool
    money: bool
    grants: float
    whom: float
    need: float
    long: float

    @classmethod
    def of(cls, case: Case) -> _Asking:
        """What the part of a case asks."""
        return cls(
            case.kind.numeric or case.kind in (AnswerKind.DATE, AnswerKind.OCCASION),
            bool(_ASKS_MONEY.search(case.part)),
            max(case.part_needs.get(GRANTS, 0.0), float(GRANTS in case.listed)),
            max(case.part_needs.get(CONTACT, 0.0), float(CONTACT in case.listed)),
            max(case.part_needs.values(), default=0.0),
            min(1.0, len(case.part.split()) / _LONG_PART),
        )


class RelevanceFeatures:
    """Reads what is seen, for many statements at once. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        statements: StatementReader,
        questions: AnticipatedQuestions,
        scoping: Scoping,
    ) -> None:
        self._fiches = fiches
        self._statements = statements
        self._questions = questions
        self._scoping = scoping
        self._plan = load_plan()
        self._type_fit = lru_cache(maxsize=_REMEMBERED)(_type_fit)
        self._columns: tuple[int, ...] = ()  # of _RELATIVE, known once a statement was seen

    def of(self, case: Case, passages: Sequence[Passage]) -> Matrix:
        """A row for each of the passages (at least one), which are those that are weighed against
        each other, in the order of :meth:`named`."""
        return self._numbers(case, passages).astype(np.float32)

    def named(self, case: Case, passages: Sequence[Passage]) -> list[dict[str, float]]:
        """The same by name, for any number of passages."""
        if not passages:
            return []
        rows = self._numbers(case, passages).tolist()
        relative = (f"{key}-{how}" for key in _RELATIVE for how in ("share", "rank"))
        names = (*self._seen(case, _Asking.of(case), passages[0]), *relative)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _numbers(self, case: Case, passages: Sequence[Passage]) -> npt.NDArray[np.float64]:
        """What is seen of each, then how that lies to what is seen of the others."""
        if any(passage.id not in case.rows for passage in passages):
            asking = _Asking.of(case)
            for passage in passages:
                if passage.id not in case.rows:
                    seen = self._seen(case, asking, passage)
                    case.rows[passage.id] = np.fromiter(seen.values(), np.float64, len(seen))
                    if not self._columns:
                        names = list(seen)
                        self._columns = tuple(names.index(key) for key in _RELATIVE)
        rows = np.stack([case.rows[passage.id] for passage in passages])
        relative = []
        for column in self._columns:
            values = rows[:, column]
            order = np.sort(-values)
            best = -order[0]
            relative.append(values / best if best > 0 else np.zeros(len(values)))
            relative.append(1 / (1 + np.searchsorted(order, -values)))
        return np.column_stack([rows, *relative])

    def _seen(self, case: Case, asking: _Asking, passage: Passage) -> dict[str, float]:
        traits = self._statements.traits(passage)
        known = case.seen.get(passage.id)
        if known is None:
            known = {
                **self._fitting(case, passage, traits),
                **self._made(case, passage, traits),
                "need-whole": _likeliest(case.needs, traits),
                "holds-words": _held(case.words, traits.terms),
                **self._alike("whole", case.text, passage, case.lang),
            }
            case.seen[passage.id] = known
        return {
            **known,
            **self._alike("part", case.part, passage, case.lang),
            **self._needed(case, asking, traits),
            **self._asked(case, asking, passage, traits),
        }

    def _alike(self, name: str, text: str, passage: Passage, lang: str) -> dict[str, float]:
        one = self._questions.seen(passage, text, lang)
        return {
            f"like-{name}": one.both,
            f"like-{name}-own": one.own,
            f"clear-{name}": log(max(_LEAST_CLEAR, min(one.clear, _CLEAREST))),
        }

    def _needed(self, case: Case, asking: _Asking, traits: Traits) -> dict[str, float]:
        part = _likeliest(case.part_needs, traits)
        listed = bool(traits.needs & case.listed)
        return {
            "need-part": part,
            "need-first": float(part > 0 and part >= asking.need),
            "need-listed": float(listed),
            "need-other-listed": float(bool(case.listed) and not listed),
            "need-none": float(not traits.needs),
        }

    def _fitting(self, case: Case, passage: Passage, traits: Traits) -> dict[str, float]:
        scope = case.sought.scope
        said = passage.annotation
        asked = set(scope.reach)
        told = set(said.who) - {"paid", "posted"}  # most are
        own_trades = trades(scope.disciplines)
        for_trades = trades(said.trades) if said.trades else frozenset()
        who = set(scope.who)
        against = any(
            told & set(side) and who & set(side) and not told & set(side) & who for side in SIDES
        )
        planned = plans(scope) | set(scope.doing)
        country = traits.kind == COUNTRY
        known = country and bool(traits.codes & asked)
        its_own = {
            section
            for code in scope.countries
            if (pair := self._fiches.country_codes.get(code))
            for section in self._statements.parts(pair, case.lang)
        }
        region = self._plan.region(scope.countries[0]) if scope.countries else ""
        one_of = len(trades(traits.trades) or ())
        return {
            "country-own": float(known),
            "country-other": float(bool(traits.codes and asked and not traits.codes & asked)),
            "country-untold": float(bool(traits.codes) and not asked),
            "country-no-fiche": float(bool(scope.countries) and not its_own),
            "country-tells": float(not country and bool(traits.needs & its_own)),
            "excluded": float(self._scoping.excludes(traits.source, scope)),
            "discipline-other": float(
                not self._scoping.fits_disciplines(traits.source, scope.disciplines)
                or bool(for_trades and own_trades and not for_trades & own_trades)
            ),
            "discipline-own": (
                float(bool(own_trades & (for_trades or traits.trades)))
                / (len(for_trades) or one_of or 1)
            ),
            "discipline-untold": float(bool(for_trades or (0 < one_of < 4)) and not own_trades),
            "who-own": float(bool(told & who)),
            "who-against": float(against),
            "who-untold": float(bool(told) and not told & who),
            "doing-own": float(bool(set(said.doing) & planned)),
            "doing-other": float(
                bool(said.doing) and bool(planned) and not set(said.doing) & planned
            ),
            "doing-untold": float(bool(said.doing) and not planned),
            "fits": float(suits(said, scope)),
            "close": closeness(said, scope),
            "direction": float(traits.of_visitors == scope.incoming),
            "visitors": float(traits.of_visitors),
            "incoming": float(scope.incoming),
            "named": scope.named.get(traits.pair, 0.0),
            "named-other": float(bool(scope.named) and traits.pair not in scope.named),
            "eu": float(region in ("eu", "europe")),
        }

    def _made(self, case: Case, passage: Passage, traits: Traits) -> dict[str, float]:
        said = passage.annotation
        granted = case.granted.get(traits.pair, _MOST_GRANTS)
        return {
            **_place(traits.kind, traits.section),
            "key": float(said.key),
            "verdict": float(said.answer is not None),
            "unknown": float(traits.unknown),
            "place": 1 / (1 + traits.place),
            "length": min(1.0, traits.words / _FULL),
            "granted": 1 / (1 + granted) if granted < _MOST_GRANTS else 0.0,
        }

    def _asked(
        self, case: Case, asking: _Asking, passage: Passage, traits: Traits
    ) -> dict[str, float]:
        kind, exact, money = case.kind, asking.exact, asking.money
        grants, whom = asking.grants, asking.whom
        fit = self._type_fit(kind, passage.text) if exact else 0.0
        tells_whom = traits.kind == ORGANISATION or traits.section in _SECTIONS["whom"]
        return {
            "holds-part-words": _held(case.part_words, traits.terms),
            "holds-rarest": max(
                (rare / 10 for term, rare in case.part_words.items() if term in traits.terms),
                default=0.0,
            ),
            "exact-fit": fit,
            "exact-unfit": 1 - fit if exact else 0.0,
            "verdict-asked": float(
                kind is AnswerKind.YES_NO and passage.annotation.answer is not None
            ),
            "how-asked": float(kind is AnswerKind.PROCEDURE and traits.section in _SECTIONS["how"]),
            "date-asked": float(
                kind in (AnswerKind.DATE, AnswerKind.OCCASION) and traits.section == "when"
            ),
            "money-asked": float(money and traits.money),
            "money-missing": float(money and not traits.figures),
            "grant-asked": grants * (traits.kind == FUNDING),
            "grant-unasked": (1 - grants) * (traits.kind == FUNDING),
            "whom-asked": whom * tells_whom,
            "whom-unasked": (1 - whom) * tells_whom,
            "parts": float(case.parts > 1),
            "long": asking.long,
        }


@lru_cache(maxsize=_REMEMBERED)
def _place(kind: str, section: str) -> dict[str, float]:
    return {
        **{f"kind-{one}": float(kind == one) for one in _KINDS},
        **{f"in-{key}": float(section in held) for key, held in _SECTIONS.items()},
    }


def _likeliest(needs: dict[str, float], traits: Traits) -> float:
    """How likely the likeliest need is that a statement is taken for."""
    return max((needs.get(key, 0.0) for key in traits.needs), default=0.0)


def _type_fit(kind: AnswerKind, text: str) -> float:
    return type_fit(kind, text, BlockKind.LIST_ITEM, frozenset())


def _held(words: dict[str, float], terms: frozenset[str]) -> float:
    """How much of the words, by rarity, a statement holds."""
    total = sum(words.values())
    return sum(rare for term, rare in words.items() if term in terms) / total if total else 0.0
