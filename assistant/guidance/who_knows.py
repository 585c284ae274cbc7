"""Who knows of what is asked, part by part: the organisations that people turn to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.guidance.advice import Line
from assistant.guidance.asked import Asked
from assistant.guidance.asking import referrals_in
from assistant.guidance.contacting import FORMAL, Contacting
from assistant.guidance.fiches import FUNDING, ORGANISATION, PRACTICE, Fiches, pair_of
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.in_force import desk_of_closed
from assistant.guidance.needs import load_needs
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.settings import AskedSettings
from assistant.guidance.wanting import CONTACT, FRAMING, GRANTS
from assistant.guidance.worth import Sought
from assistant.understanding.parts import Part

_IN_SHORT = "in-short"
_ASK = "who-to-ask"


class WhoKnows:
    """Tells who knows, from the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        relevance: Relevance,
        first: FirstContacts,
        contacting: Contacting,
        settings: AskedSettings,
    ) -> None:
        self._fiches = fiches
        self._relevance = relevance
        self._first = first
        self._contacting = contacting
        self._settings = settings
        self._needs = load_needs()

    def whom(self, asked: Asked, parts: Iterable[Part]) -> tuple[str, ...]:
        """The organisations (pairs) that know most of what belongs in the answer to parts, the best
        first: each statement speaks for who knows more of it, as much as it likely belongs."""
        voices: dict[str, float] = {}
        for part in parts:
            judged = self._relevance.judged_for(asked.read, part)
            for one in judged[: self._settings.voices]:
                for pair in self._knows(one, asked.sought):
                    voices[pair] = voices.get(pair, 0.0) + one.probability
        voices = {
            pair: voice
            for pair, voice in voices.items()
            if self._first.for_them(pair, asked.sought)
            and (
                pair in asked.sought.scope.named
                or not desk_of_closed(self._fiches, pair, asked.sought.lang, asked.sought.today)
            )
        }
        ranked = sorted(voices, key=lambda pair: -voices[pair])
        least = self._settings.second_voice * max(voices.values(), default=0.0)
        told = [pair for pair in ranked if voices[pair] >= least]
        return tuple(dict.fromkeys(self._with_help(told, self._first_of_discipline(asked, parts))))

    def _with_help(self, told: list[str], first: list[str]) -> list[str]:
        """Who knows, with whom people of the discipline turn to (``first``) where money is asked
        for: who gives some, or helps to ask for it, before the office that all apply to; others,
        and with who knows of rules, behind who knows most."""
        offices = {*self._needs.needs[GRANTS].contact_else}
        rules = {*self._needs.needs[FORMAL].contact}
        helping = [one for one in first if FUNDING in self._fiches.source(one, "nl").topics]
        others = [one for one in first if one not in helping]
        at = next((at for at, pair in enumerate(told) if pair in offices), min(len(told), 1))
        if told[:1] and told[0] in rules:
            at = 1
        ordered = [*told[:at], *helping, *told[at:]]
        return [*ordered[:1], *others, *ordered[1:]]

    def _first_of_discipline(self, asked: Asked, parts: Iterable[Part]) -> list[str]:
        """Whom people of the discipline turn to first (pair), for who asks for money that a scheme
        may give."""
        if not any(self._asks_for_support(asked, part) for part in parts):
            return []
        contacts = self._first.contacts(None, asked.sought)
        return list(dict.fromkeys(pair_of(passage) for passage in contacts[:1]))

    def _asks_for_support(self, asked: Asked, part: Part) -> bool:
        """Whether a part asks for money, and a scheme likely belongs in its answer."""
        case = self._relevance.case(asked.read, part)
        if not (GRANTS in case.listed or case.likely_grants):
            return False
        return any(
            one.probability >= self._settings.answered and self._relevance.cases.scheme(one.passage)
            for one in self._relevance.judged_for(asked.read, part)[: self._settings.voices]
        )

    def may_know(self, asked: Asked, part: Part) -> str:
        """The organisation (pair) to ask about a part that is not answered: who knows of what
        comes near, else whom one asks about the need or the discipline; empty without one."""
        case = self._relevance.case(asked.read, part) if asked.several else asked.read.whole
        on = self._on(asked, part)
        if formal := case.formal or self._leant_on(part, case) or min(on, default=""):
            for passage in self._first.contacts(self._needs.needs[formal], asked.sought):
                return pair_of(passage)
        judged = self._relevance.judged_for(asked.read, part)
        # What is on another need than the part names does not come near.
        near = (
            bool(judged)
            and judged[0].probability >= self._settings.answered
            and (
                not case.listed
                or bool(case.listed & self._relevance.cases.needs_of(judged[0].passage))
            )
        )
        if near and (found := self.whom(asked, (part,))):
            return found[0]
        likely = max(case.part_needs, key=lambda key: case.part_needs[key], default="")
        sure = bool(likely) and case.part_needs[likely] >= self._settings.need
        keys = [*self._needs.asked(part.asked), *([likely] if sure else [])]
        needs = [self._needs.needs[key] for key in keys if key not in FRAMING]
        for need in (*needs[:1], None):
            if contacts := self._first.contacts(need, asked.sought):
                return pair_of(contacts[0])
        return next(iter(self.whom(asked, asked.parts)), "")

    def knows(self, asked: Asked, part: Part) -> str:
        """Who knows of the rule that a part is on, where that is none of the organisations, or of a
        place that it asks of: the place itself; empty where an organisation does, and for a part
        on neither."""
        if self._relevance.is_of_programme(asked.read, part):
            return self._relevance.cases.programme_called(
                self._relevance.case(asked.read, part) if asked.several else asked.read.whole
            )
        on = self._on(asked, part)
        knows = self._needs.needs[min(on)].knows if len(on) == 1 else None
        return knows.name(asked.sought.lang) if knows else ""

    def _on(self, asked: Asked, part: Part) -> frozenset[str]:
        """The rules that a part of several is on."""
        return self._relevance.matter(asked.read, part).needs if asked.several else frozenset()

    def _leant_on(self, part: Part, case: Case) -> str:
        """The one formality that is named in what a part leans on which names nothing itself: "what
        about customs for our set, and the truck"; empty without one."""
        if case.listed or case.asks_money:
            return ""
        named = set(self._needs.asked(part.setting)) & {*FORMALITIES}
        return next(iter(named)) if len(named) == 1 else ""

    def contacts(self, asked: Asked) -> tuple[Line, ...]:
        """Whom to turn to with the whole of it."""
        pairs = self.whom(asked, asked.parts)
        return tuple(self._contacting.of(pairs, asked.sought))

    def turned(self, asked: Asked, part: Part) -> tuple[Line, ...]:
        """Whom to turn to with a part that asks just that; empty for another part, and for who
        asks whom to ask for money."""
        case = self._relevance.case(asked.read, part)
        if case.listed != {CONTACT} or case.likely_grants:
            return ()
        return self.contacts(asked)

    def name(self, pair: str, asked: Asked) -> str:
        """What an organisation is called, in short: the beginning of its name by which it says that
        people as who asks turn to it, where it does (a society beside its fund)."""
        title = self._fiches.source(pair, asked.sought.lang).title.split(" (")[0].split(" / ")[0]
        words = title.split()
        for passage in self._first.when_to_contact(pair, asked.sought):
            for size in range(len(words) - 1, 0, -1):
                name = " ".join(words[:size])
                if re.match(
                    rf"(?:Contact|Neem contact op met) {re.escape(name)} (?:if|als)\b", passage.text
                ):
                    return name
        return title

    def _knows(self, one: Judged, sought: Sought) -> list[str]:
        """Who knows more of a statement: its own organisation, who gives the grant, whom its fiche
        or itself sends people to, or whom one asks about the need that it meets."""
        if one.probability < self._settings.voice:
            return []
        passage, lang = one.passage, sought.lang
        pair = pair_of(passage)
        kind = self._fiches.source(pair, lang).kind
        if kind == ORGANISATION:
            return [pair]
        fiche = self._fiches.fiche(pair, lang)
        if kind == FUNDING:
            head = fiche.by_section.get(_IN_SHORT, ())[:1]
            named = tuple(one for item in head for one in referrals_in(item.passage, self._fiches))
            named = named[-1:]  # it ends on who knows more
        elif kind == PRACTICE:
            asked = fiche.by_section.get(_ASK, ())
            named = tuple(o for item in asked for o in referrals_in(item.passage, self._fiches))
        else:
            needs = sorted(self._relevance.cases.needs_of(passage))
            found = [self._first.contacts(self._needs.needs[key], sought) for key in needs]
            return [pair_of(passages[0]) for passages in found if passages][:1]
        return [(one.document or "").rpartition("-")[0] for one in named[:1]]
