"""What is the same of a statement whatever is asked: read once, kept for every question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.guidance.fiches import COUNTRY, FUNDING, PRACTICE, Fiches, pair_of
from assistant.guidance.knowing import says_unknown
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import HOME
from assistant.guidance.scoping import INCOMING
from assistant.guidance.wanting import MATTERS
from assistant.guidance.worth import Terms
from assistant.route_plan import Selection, load_plan
from corpus.document import Source
from indexing.passage import Passage

_REMEMBERED = 8192
_MONEY = re.compile(r"(?:€|\beuro?s?\b|\bEUR\b|%|\bpercent\b|\bprocent\b)", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Traits:
    """``place`` is the statement's place in its section (from 0), ``needs`` are the keys of
    needs.yaml that take it, ``matters`` those that it is on, taken or not, ``codes`` the countries
    and ``trades`` the disciplines that its fiche is for, ``terms`` the index terms that it holds;
    ``of_visitors`` tells that it is for who comes here, ``money`` and ``figures`` that it holds
    some."""

    pair: str
    source: Source
    kind: str
    section: str
    place: int
    words: int
    unknown: bool
    needs: frozenset[str]
    matters: frozenset[str]
    codes: frozenset[str]
    trades: frozenset[str]
    of_visitors: bool
    terms: frozenset[str]
    money: bool
    figures: bool


class StatementReader:
    """Reads the statements of one index. Safe for several threads."""

    def __init__(self, fiches: Fiches, terms: Terms) -> None:
        self._fiches = fiches
        self._terms = terms
        self._plan = load_plan()
        self._needs = load_needs()
        self._sections = frozenset(
            part for choice in self._plan.disciplines.values() for part in choice.sections
        )
        self._known: dict[str, Traits] = {}  # of the statements of fiches, each once
        self._taking = lru_cache(maxsize=_REMEMBERED)(self._taking_anew)
        self.parts = lru_cache(maxsize=_REMEMBERED)(self._parts)

    def traits(self, passage: Passage) -> Traits:
        """What is the same of a statement whatever is asked."""
        known = self._known.get(passage.id)
        if known is None:
            known = self._known[passage.id] = self._traits(passage)
        return known

    def _traits(self, passage: Passage) -> Traits:
        pair = pair_of(passage)
        source = self._fiches.source(pair, passage.language)
        section = self._fiches.section(passage)
        topics = set(source.topics)
        trades = topics & set(self._plan.disciplines)
        for wide, narrow in self._plan.wider.items():
            if wide in topics:
                trades |= set(narrow)
        # What a rule holds in is said of each of its statements.
        codes = topics & set(self._plan.destinations) if source.kind != PRACTICE else set()
        if source.kind != FUNDING:
            codes -= {HOME}
        statements = self._fiches.fiche(pair, passage.language).by_section.get(section, ())
        needs = frozenset(self._taken_by(pair, str(source.kind), section, passage.text))
        place = next((n for n, one in enumerate(statements) if one.passage.id == passage.id), 0)
        return Traits(
            pair,
            source,
            str(source.kind),
            section,
            place,
            len(passage.text.split()),
            says_unknown(passage),
            needs,
            needs | self._on(source, pair, passage.text),
            frozenset(codes),
            frozenset(trades),
            INCOMING in topics,
            frozenset(self._terms(passage.text, passage.language)),
            bool(_MONEY.search(passage.text)),
            bool(_FIGURE.search(passage.text)),
        )

    def _on(self, source: Source, pair: str, text: str) -> frozenset[str]:
        """The rules that a statement on practice is on: those that its fiche is wholly on, else of
        those that its fiche treats the one, or those that its words tell."""
        if source.kind != PRACTICE or INCOMING in source.topics:
            return frozenset()
        if own := {need.key for need in self._needs.needs.values() if pair in need.fiches}:
            return frozenset(own)
        treated = frozenset(source.topics) & {*MATTERS}
        if len(treated) == 1:
            return treated
        return frozenset(key for key in treated if self._needs.needs[key].words.search(text))

    def _taken_by(self, pair: str, kind: str, section: str, text: str) -> Iterator[str]:
        for key, takes in self._taking(pair, kind, section):
            if not takes or any(one.chosen([text]) for one in takes):
                yield key

    def _taking_anew(
        self, pair: str, kind: str, section: str
    ) -> tuple[tuple[str, tuple[Selection, ...]], ...]:
        """The needs that may take a statement of a section, and what of it they select: nothing
        where they take it whatever it says."""
        found: list[tuple[str, tuple[Selection, ...]]] = []
        for need in self._needs.needs.values():
            takes = tuple(one for one in need.take if self._takes(one, pair, kind, section))
            own = kind == COUNTRY and section == need.key
            if own or takes:
                found.append((need.key, () if own else takes))
        if kind == FUNDING:
            found.append(("grants", ()))
        return tuple(found)

    def _takes(self, one: Selection, pair: str, kind: str, section: str) -> bool:
        if one.kind != kind or (one.pairs and pair not in one.pairs):
            return False
        if not one.pairs and kind != COUNTRY:
            return False
        sections = set(one.sections)
        if "discipline" in sections:
            sections |= self._sections
        return section in sections

    def _parts(self, pair: str, lang: str) -> frozenset[str]:
        """The sections of a fiche of which something is known."""
        fiche = self._fiches.fiche(pair, lang)
        return frozenset(item.section for item in fiche.statements if not item.gap)
