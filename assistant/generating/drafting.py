"""The model's draft: claims with keys and quotes, read from JSON while it is still streaming."""

from __future__ import annotations

import json

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import ModelNonsense

_LONGEST = 40_000


class DraftEvidence(BaseModel):
    """Where a claim says it stands: a passage's key, and a quote."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str = Field(max_length=64)
    quote: str = Field(max_length=2_000)


class DraftClaim(BaseModel):
    """One sentence of a draft. Nothing in it is trusted."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = Field(min_length=1, max_length=700)
    evidence: tuple[DraftEvidence, ...] = Field(min_length=1, max_length=6)


class DraftReader:
    """Takes JSON in pieces, gives each claim as soon as its last brace is there."""

    def __init__(self) -> None:
        self._text = ""
        self._at = 0
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._started = -1
        self.closed = False
        self.malformed = 0

    @property
    def text(self) -> str:
        """Everything read so far."""
        return self._text

    def feed(self, piece: str) -> tuple[DraftClaim, ...]:
        """The claims that ``piece`` completes; ``malformed`` counts those that are no claims.

        Raises:
            ModelNonsense: there is no end to it, or it does not begin as JSON.
        """
        self._text += piece
        if len(self._text) > _LONGEST:
            raise ModelNonsense("The language model goes on without end.")
        begin = self._text.lstrip().removeprefix("```json").removeprefix("```").lstrip()
        if begin and not begin.startswith("{"):
            raise ModelNonsense("The language model did not answer in the agreed form.")
        found: list[DraftClaim] = []
        while self._at < len(self._text):
            sign = self._text[self._at]
            self._at += 1
            if self._in_string:
                if self._escaped:
                    self._escaped = False
                elif sign == "\\":
                    self._escaped = True
                elif sign == '"':
                    self._in_string = False
            elif sign == '"':
                self._in_string = True
            elif sign == "{":
                self._depth += 1
                if self._depth == 2:
                    self._started = self._at - 1
            elif sign == "}":
                self._depth -= 1
                if self._depth == 1:
                    claim = self._claim(self._text[self._started : self._at])
                    if claim is not None:
                        found.append(claim)
                elif self._depth == 0:
                    self.closed = True
                    break
        return tuple(found)

    def close(self) -> None:
        """Says that nothing more will come.

        Raises:
            ModelNonsense: what came is empty, or no whole JSON, or has no list of claims.
        """
        if not self._text.strip():
            raise ModelNonsense("The language model answered with nothing.")
        if not self.closed:
            raise ModelNonsense("The language model broke off its draft.")
        try:
            whole = json.loads(self._text[self._text.index("{") : self._at])
        except ValueError:
            raise ModelNonsense("The language model's draft is no JSON.") from None
        if not isinstance(whole.get("claims"), list):
            raise ModelNonsense("The language model's draft has no claims.")

    def _claim(self, text: str) -> DraftClaim | None:
        try:
            return DraftClaim.model_validate(json.loads(text))
        except (ValueError, ValidationError):
            self.malformed += 1
            return None


def repeats(text: str, *, window: int = 160, times: int = 4) -> bool:
    """Whether a text ends in something said at least ``times`` times over, back to back.

    ``window`` is the longest stretch, in characters, whose repetition is noticed; short stretches
    must fill 64 characters.
    """
    for period in range(1, window + 1):
        count = max(times, -(-64 // period))
        if len(text) < period * count:
            break
        if text.endswith(text[-period:] * count):
            return True
    return False
