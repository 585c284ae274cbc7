"""What is asked of an organisation by its name: whether it pays for something, or helps with it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cached_property

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.asking import referrals_in, standing
from assistant.guidance.concluding import introduction
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import ORGANISATION, Fiches, pair_of
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.fitting import suits
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.sought import sought_of
from assistant.guidance.wanting import GRANTS, asking
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import answer_kind
from indexing.passage import Passage

_CUT = re.compile(r"\s*[()/]\s*")
_SHORTEST = 3
_FUND = re.compile(r"\s(?:for|voor)\s.*")  # a society beside its fund
_PAYS = re.compile(
    r"\b(?:betaal\w*|geeft|geven|geld|vergoed\w*|subsidi\w*|beurs|beurzen|steun|pays?|gives?|grants?"
    r"|fund|funds|funding|money|cover|covers|sponsor\w*)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:help\w*|terecht|bij wie|(?:moet\w*|zijn|ga|gaan) (?:ik|we|wij)|(?:zijn|zijn we) bij"
    r"|should (?:i|we)|do (?:i|we) (?:go|ask|contact|turn)|turn to|go to|is it|somebody else"
    r"|someone else|iemand anders)\b",
    re.IGNORECASE,
)
_PAID_TO = re.compile(  # who pays them asks for nothing
    r"\b(?:betal\w*|pay\w*|verschuldigd|owe\w*)\b[^.?!]{0,20}\s(?:aan|to)\s(?:de\s|het\s|the\s)?$",
    re.IGNORECASE,
)
# "Moet ik Sabam betalen": there they pay, and so do they in "must I pay Sabam".
_PAID_BY_THEM = re.compile(r"\b(?:moet\w*|hoef\w*)\b[^.?!]{0,20}\s$", re.IGNORECASE)
_PAID_BEHIND = re.compile(r"^\s(?:\w+\s){0,3}betalen\b", re.IGNORECASE)
_PAY_BEFORE = re.compile(r"\bpay(?:ing)?\s(?:the\s)?$", re.IGNORECASE)
_PAYS_OUT = re.compile(
    r"\bpays?\s(?:me|us|him|her|them)\b|\b(?:uit)?betaalt?\b[^.?!]{0,20}\b(?:mij|me|ons)\b(?!\s\w)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"rights|rechten", re.IGNORECASE)
_SCHEME = r"\w*(?:beurs|beurzen|subsidie|toelage|grant|scheme|allowance)s?\b"
# "The Sabam export grant" and "de reissubsidie van X" name a scheme, which is asked after itself.
_SCHEME_BEHIND = re.compile(rf"[\s-](?:\w+\s){{0,2}}{_SCHEME}", re.IGNORECASE)
_SCHEME_BEFORE = re.compile(
    rf"\b(?:de|het|die|the|this|that)\s(?:\w+\s){{0,3}}?{_SCHEME}\s(?:\w+\s){{0,3}}?(?:van|of|from|by)\s"
    r"(?:de\s|het\s|the\s)?$",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^\W*(?:(?:en|and|of|or|also|ook|dus|so)\s)*(?:kan|kunnen|betaal\w*|geeft|geven|help\w*|steunt"
    r"|moet\w*|doet|is|zijn|can|could|does|do|will|would|should|is)\b",
    re.IGNORECASE,
)
_OR = {"nl": re.compile(r"\bof\b", re.IGNORECASE), "en": re.compile(r"\bor\b", re.IGNORECASE)}
_DOES, _SHORT = "what-it-does", "in-short"
_MOST, _OTHERS = 6, 2


class AskedOf:
    """Answers what is asked of organisations by their names. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        hearing: Hearing,
        granting: Granting,
        first: FirstContacts,
        contacting: Contacting,
    ) -> None:
        self._fiches = fiches
        self._hearing = hearing
        self._granting = granting
        self._first = first
        self._contacting = contacting
        self._needs = load_needs()

    def advise(
        self, understood: Understanding, scope: Scope, today: date, asked: str = ""
    ) -> Advice | None:
        """What the organisations that ``asked``, a part of a question, or all of it names pay for
        the plan, or with what they help, and who does where they do not; None where nothing is
        asked of one, a rule is, or a figure."""
        text = asked or asking(understood.text)
        names = self._named(text)
        whether = _WHETHER.search(text) or _OR[understood.lang].search(text)
        if not names or scope.incoming or not whether or answer_kind(text).numeric:
            return None
        if _PAYS_OUT.search(text) and any(self._collects(one, understood.lang) for one in names):
            return None  # a society pays out royalties
        rest = text
        for name in names.values():
            rest = rest.replace(name, " ")
        if {*self._needs.asked(rest)} & {*FORMALITIES}:
            return None
        sought = sought_of(understood, self._of_who_asks(understood, scope, names), today)
        if _PAYS.search(rest) or GRANTS in self._needs.asked(rest):
            lines = self._money(names, sought)
        elif _HELPS.search(rest):
            pairs = [one for one in names if self._first.for_them(one, sought)]
            lines = [*self._contacting.of(pairs or names, sought)]
        else:
            return None
        return Advice(AnswerStatus.ANSWERED, tuple(lines)) if lines else None

    def _of_who_asks(self, understood: Understanding, scope: Scope, names: dict[str, str]) -> Scope:
        """What is asked for, without the disciplines that only the names of organisations tell."""
        heard, text = self._hearing.heard(understood, scope).scope, understood.text
        for name in names.values():
            text = text.replace(name, " ")
        own = self._hearing.disciplines(text)
        return replace(heard, disciplines=own or heard.disciplines)

    def _collects(self, pair: str, lang: str) -> bool:
        """Whether an organisation is turned to for rights."""
        told = self._fiches.fiche(pair, lang).known("when-to-contact")
        return any(_RIGHTS.search(item.passage.text) for item in told)

    @cached_property
    def _called(self) -> tuple[tuple[str, str], ...]:
        """The organisations (pairs) with each of the names, in either language, that they have."""
        found: list[tuple[str, str]] = []
        for source in self._fiches.of_kind(ORGANISATION):
            pair = source.pair or ""
            titles = {one.title for one in self._fiches.sources[pair].values()}
            pieces = {piece for title in titles for piece in _CUT.split(title)}
            found += [
                (pair, name)
                for name in {*pieces, *(_FUND.sub("", piece) for piece in pieces)}
                if len(name) >= _SHORTEST and not name.islower()  # "social security" names nobody
            ]
        return tuple(found)

    def _named(self, text: str) -> dict[str, str]:
        """The organisations (pairs) that a text names, in its order, with the name that stands
        there."""
        found: list[tuple[int, str, str]] = []
        for pair, name in self._called:
            match = standing(name, text)
            if match and not _of_something_else(text, match):
                found.append((match.start(), pair, name))
        names: dict[str, str] = {}
        for _, pair, name in sorted(found, key=lambda one: (one[0], -len(one[2]))):
            names.setdefault(pair, name)
        return names

    def _money(self, names: dict[str, str], sought: Sought) -> list[Line]:
        """The grants of the organisations that fit; without one what they do, and the grants of
        others."""
        scope, lang = sought.scope, sought.lang
        listed = self._grants(scope, sought)
        own = [line for line in listed if self._givers(line, lang) & names.keys()]
        if own:
            return [*introduction(own, scope, sought.asked, lang, plainly=False), *own]
        # What they give for something else that their discipline does may be for this, too.
        any_plan = replace(scope, doing=()) if scope.disciplines else Scope()
        near = [
            line
            for line in self._grants(any_plan, sought)
            if self._givers(line, lang) & names.keys()
        ][:_OTHERS]
        if near:
            return [Line(say("grants-maybe", lang)), *near, *listed[:1]]
        lines = [
            Line(say("of-them-nothing", lang, who=name), (whole(told),))
            for pair, name in names.items()
            if (told := self._does(pair, sought)) is not None
        ]
        return [*lines, *listed[:_OTHERS]] if lines else []

    def _grants(self, scope: Scope, sought: Sought) -> list[Line]:
        """The grants that fit and are open."""
        found = self._granting.lines(scope, sought.lang, sought.today, _MOST, text=sought.text)
        return [line for line in found if line.statements and not line.over]

    def _givers(self, line: Line, lang: str) -> set[str]:
        """Who gives the grant that a line tells of: whom its name has, or where what it is in short
        ends, on who knows more."""
        pair = pair_of(line.statements[0].passage)
        fiche = self._fiches.fiche(pair, lang)
        found = {*self._named(fiche.source.title)}
        for item in fiche.known(_SHORT):
            named = referrals_in(item.passage, self._fiches)[-1:]
            found |= {(one.document or "").rpartition("-")[0] for one in named}
        return found

    def _does(self, pair: str, sought: Sought) -> Passage | None:
        """What an organisation does: of money, if it says so, else what is said first."""
        known = [item.passage for item in self._fiches.fiche(pair, sought.lang).known(_DOES)]
        own = [one for one in known if suits(one.annotation, sought.scope)]
        own.sort(key=lambda one: (not _PAYS.search(one.text), not one.annotation.key))
        return next(iter(own or known), None)


def _of_something_else(text: str, name: re.Match[str]) -> bool:
    """Whether an organisation's name stands in a text for whom one pays, or in that of a scheme."""
    before, behind = text[: name.start()], text[name.end() :]
    return bool(
        _PAID_TO.search(before)
        or _PAY_BEFORE.search(before)
        or (_PAID_BY_THEM.search(before) and _PAID_BEHIND.match(behind))
        or _SCHEME_BEFORE.search(before)
        or _SCHEME_BEHIND.match(behind)
    )
