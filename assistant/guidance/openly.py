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
from assistant.guidance.wanting import ARRANGE, FIRST_PERSON, FRAMING, START, asking
from assistant.guidance.words import load_words, pattern
from assistant.words import own_yaml
from indexing.tokenising import tokens

_FILE = Path(__file__).parent / "openly.yaml"
_MOST_TOLD = 3  # words of their own that people tell of themselves beside such a question
# As many where they ask what all of a plan means or where it begins: that hangs on nothing that
# they tell. Of 20 such questions 18 are known by it, 1 without it.
_MOST_TOLD_OF_WHOLE = 6
_ABROAD = "abroad"
_WHOLE = "whole"
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
        """Whether it asks where to begin (:data:`START`) or what to arrange (:data:`ARRANGE`);
        empty for a question that does not ask openly, or not of going abroad."""
        told = scope.reach or _ABROAD in scope.requests or "tour" in scope.doing
        goes = bool(told) or bool(_forms()["goes"].search(text))
        if not goes or scope.named or scope.incoming or len(scope.countries) > 1:
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
        # Who tells more must tell of such a plan.
        most = _MOST_TOLD if scope.doing or scope.disciplines else 0
        return form if len(self._of_their_own(text)) <= most else ""

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
        forms = _forms()
        if forms[START].search(text):
            return START
        if forms[ARRANGE].search(text):
            return ARRANGE
        # Who only says what they plan wants to know where to begin.
        plans = bool(scope.doing) and bool(FIRST_PERSON.search(text)) and not _ASKS.search(text)
        return START if plans or _alone().search(text) else ""

    def _of_their_own(self, text: str) -> tuple[str, ...]:
        """The words that neither ask openly nor tell of such a plan."""
        words = load_words()
        forms = (
            *(_forms()[key] for key in (START, ARRANGE, _WHOLE, "goes", "beside")),
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


def _asks_whole(clause: str) -> bool:
    return "?" in clause or bool(_forms()[_WHOLE].search(clause) or _BELONGS.match(clause))


def _asked(text: str) -> str:
    """The clauses that ask openly, with those that belong to them; without any, all of it."""
    forms = [_forms()[START], _forms()[ARRANGE]]
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
