"""Who asks for everything at once: where to begin abroad, what to arrange, how it works, with no
need named.

Such a question is told by how it asks (openly.yaml) and by holding nothing else: beside that form
only where people go, what they do, who they are, and words that make no other question of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.wanting import ARRANGE, CONTACT, FIRST_PERSON, FRAMING, START, asking
from assistant.guidance.words import load_words, pattern
from assistant.words import own_yaml
from indexing.tokenising import tokens

_FILE = Path(__file__).parent / "openly.yaml"
_MOST_TOLD = 3  # words of their own that people tell of themselves beside such a question
# As many where they ask what all of a plan means or where it begins: that hangs on nothing that
# they tell. Of 20 such questions 18 are known by it, 1 without it.
_MOST_TOLD_OF_WHOLE = 6
# And where a sentence of its own asks just that: what stands before it is the plan.
_MOST_TOLD_BEFORE = 6
_NAMED = 0.75  # share of a name from which a question is about its fiche
_ABROAD = "abroad"
_WHOLE = "whole"
_WHOM = "whom"
_WISHES = "wishes"
# Needs that words for a plan tell: a book that is to come out, a place to stay, a festival.
_PLANNED = frozenset(
    {"showcases", "residencies", "translation", "co-production", "relation", "settling"}
)
_CLAUSE = re.compile(r"(?<=[.!?;])\s+|,\s+|\s[-–]\s")
# A condition, or an aim, of what is asked.
_BELONGS = re.compile(
    r"\W*(?:als|indien|wanneer|om|zodat|omdat|want|if|when|to|so that|because|since)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_ASKS = re.compile(
    r"\?|\b(?:wie|wat|waar\w*|wanneer|waarom|hoe\w*|welke?|of|who|what|where|when|why|how|which"
    r"|whether)\b",
    re.IGNORECASE,
)


class _Forms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    start: str
    whom: str
    plan: str
    wishes: str
    alone: str
    arrange: str
    whole: str
    befell: str
    goes: str
    beside: str


class OpenAsking:
    """Reads questions that ask openly. Safe for several threads."""

    def __init__(self, scopes: ScopeReader, function_words: Iterable[str]) -> None:
        self._scopes = scopes
        self._function_words = frozenset(function_words)
        self._needs: Needs = load_needs()

    def framed(self, text: str, scope: Scope) -> str:
        """Whether it asks where to begin (:data:`START`), what to arrange (:data:`ARRANGE`) or who
        can help (:data:`CONTACT`); empty for a question that does not ask openly, or not of going
        abroad."""
        told = scope.reach or _ABROAD in scope.requests or "tour" in scope.doing
        goes = bool(told) or bool(_forms()["goes"].search(text))
        if not goes or scope.incoming or len(scope.countries) > 1:
            return ""
        if plain := self._plainly(text, scope):
            return plain
        if scope.named:
            return ""
        if self._of_whole(text, scope):
            return START
        formal = not {*scope.sections}.isdisjoint(FORMALITIES)
        if formal or set(self._needs.asked(text)) - {*FRAMING}:
            return ""
        if _forms()["befell"].search(text):
            return ""
        form = self._form(text, scope)
        if not form or self._of_their_own(_asked(text)):
            return ""
        if form == CONTACT and len(_SENTENCE.split(text.strip())) > 1:
            return ""  # what it tells before is no plan
        # Who tells more must tell of such a plan.
        most = _MOST_TOLD if scope.doing or scope.disciplines else 0
        return form if len(self._of_their_own(text)) <= most else ""

    def alone(self, text: str, scope: Scope) -> bool:
        """Whether a question that asks openly asks just that, whatever is likely heard in the plan
        that it tells."""
        framed = self.framed(text, scope)
        return bool(framed) and (framed == CONTACT or bool(self._plainly(text, scope)))

    def _plainly(self, text: str, scope: Scope) -> str:
        """What it asks, where the clause that asks it holds nothing else and all that stands before
        it is a plan: "I draw comics and want them out in Peru. Who can help me?"."""
        clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
        forms = [self._plain_form(clause) for clause in clauses]
        plan = " . ".join(one for one, form in zip(clauses, forms, strict=True) if not form)
        if any(share >= _NAMED for share in scope.named.values()):
            return ""
        told = (scope.doing or scope.disciplines) and _forms()[_WISHES].search(plan)
        if not (told and forms[-1]) or "?" in plan or _forms()[ARRANGE].search(plan):
            return ""
        plan = _forms()["plan"].sub(" ", plan)
        others = {*self._needs.asked(plan)} - {*FRAMING} - _PLANNED
        if others or _forms()["befell"].search(plan):
            return ""
        if len(self._of_their_own(plan)) > _MOST_TOLD_BEFORE:
            return ""
        return START if START in forms else CONTACT

    def _plain_form(self, clause: str) -> str:
        """Whether a clause asks where to begin or who can help, and holds nothing else."""
        form = _asked_form(clause)
        if not form:
            return ""
        own = self._of_their_own(_forms()[_WHOM].sub(" ", clause))
        return "" if own or {*self._needs.asked(clause)} - {*FRAMING} else form

    def _of_whole(self, text: str, scope: Scope) -> bool:
        """Whether it asks of going abroad, wherever that is, what it means or where it begins."""
        forms = _forms()
        if scope.reach or not scope.disciplines or not forms[_WHOLE].search(text):
            return False
        # The words of the form and of where people go tell no need and no mishap: "totally lost".
        rest = load_words().requests[_ABROAD].sub(" ", forms[_WHOLE].sub(" ", text))
        if set(self._needs.asked(rest)) - {*FRAMING} or forms["befell"].search(rest):
            return False
        clauses = [clause for clause in _SENTENCE.split(text) if clause.strip()]
        asked = [one for one in clauses if "?" in one or forms[_WHOLE].search(one)]
        if not all(forms[_WHOLE].search(clause) for clause in asked):
            return False  # a question of its own
        asking = (part for one in asked for part in _CLAUSE.split(one) if _asks_whole(part))
        own = self._of_their_own(" . ".join(asking))
        return not own and len(self._of_their_own(text)) <= _MOST_TOLD_OF_WHOLE

    def _form(self, text: str, scope: Scope) -> str:
        if form := _asked_form(text):
            return form
        if _forms()[ARRANGE].search(text):
            return ARRANGE
        # Who only says what they plan wants to know where to begin.
        plans = bool(scope.doing) and bool(FIRST_PERSON.search(text)) and not _ASKS.search(text)
        return START if plans or _alone().search(text) else ""

    def _of_their_own(self, text: str) -> tuple[str, ...]:
        """The words that neither ask openly nor tell of such a plan."""
        words = load_words()
        forms = (
            *(_forms()[key] for key in (_WHOM, START, ARRANGE, _WHOLE, "goes", "beside")),
            *(words.requests[key] for key in (START, _ABROAD, "wish")),
            *words.doing.values(),
            *words.who.values(),
            *(self._needs.needs[key].words for key in FRAMING),
        )
        spans = [match.span() for form in forms for match in form.finditer(text)]
        spans += [(start, end) for start, end, _ in self._scopes.places(text)]
        spans += [(start, end) for start, end, _ in self._scopes.regions(text)]
        told = {at for start, end in spans for at in range(start, end)}
        left = "".join(" " if at in told else letter for at, letter in enumerate(text))
        return tuple(
            word
            for word in tokens(left)
            if word not in self._function_words
            and len(word) > 1
            and not self._scopes.disciplines(word)
        )


def _asked_form(text: str) -> str:
    """Whether a text asks where to begin, or else who can help; empty for neither."""
    forms = _forms()
    if forms[START].search(forms[_WHOM].sub(" ", text)):
        return START
    return CONTACT if forms[_WHOM].search(text) else ""


def _asks_whole(clause: str) -> bool:
    return "?" in clause or bool(_forms()[_WHOLE].search(clause) or _BELONGS.match(clause))


def _asked(text: str) -> str:
    """The clauses that ask openly, with those that belong to them; without any, all of it."""
    forms = [_forms()[START], _forms()[_WHOM], _forms()[ARRANGE]]
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    asked = [clause for clause in clauses if any(form.search(clause) for form in forms)]
    if not asked:
        return asking(text)
    return " . ".join(one for one in clauses if one in asked or _BELONGS.match(one))


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    content = _Forms.model_validate(own_yaml.load(_FILE))
    return {key: pattern(text) for key, text in content if key != "alone"}


@cache
def _alone() -> re.Pattern[str]:
    """A last clause that is nothing but the word that asks."""
    alone = _Forms.model_validate(own_yaml.load(_FILE)).alone
    return re.compile(rf"[,;.:]\s*(?:{pattern(alone).pattern})\W*$", re.IGNORECASE)
