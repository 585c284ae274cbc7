"""What careful advisers judge of statements of the fiches, beside first questions: which belong in
the answer, to which part of it.

They lie in ``corpus/judgements``, one file for each writer (a name up to the first hyphen is the
writer's), and are learnt from, never shown::

    - ask: "can somebody pay our ferry, and do we need papers for the drums"
      lang: en
      parts:
      - {asked: "pay our ferry", answers: ["funding-tip: A TIP helps professional"]}
      - {asked: "papers for the drums", gap: 'true'}
      contact: [organisation-kunstenpunt]
      fine: ["practice-insurance: Insure your instruments"]
      wrong: ["country-no: A carnet is"]
      rest: ["practice-a1: To be posted"]

A statement is told by the pair of its fiche and by how the English statement begins, in as many
words as tell it from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from corpus import strict_yaml
from corpus.errors import CatalogueError
from corpus.fiche import Flag
from corpus.settings import JUDGEMENTS

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Reference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+: \S")]


class JudgedPart(BaseModel):
    """What is asked in one part, in words of the question, and the statements that an adviser would
    tell to it, the best first; ``gap`` tells that the fiches do not hold it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked: Text
    answers: tuple[Reference, ...] = ()
    gap: Flag = False

    @model_validator(mode="after")
    def _is_judged(self) -> JudgedPart:
        if not self.answers and not self.gap:
            raise ValueError(f"nothing is told of {self.asked!r}, and it is no gap")
        return self


class Judgement(BaseModel):
    """A first question with what belongs in its answer.

    ``contact`` are the organisations (pairs) that should be named, best first; ``fine`` are
    statements that may be told beside the answers, ``wrong`` those that mislead or annoy, ``rest``
    all others that were weighed: they do not belong.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ask: Text
    lang: Literal["nl", "en"]
    parts: tuple[JudgedPart, ...] = Field(min_length=1)
    contact: tuple[str, ...] = ()
    fine: tuple[Reference, ...] = ()
    wrong: tuple[Reference, ...] = ()
    rest: tuple[Reference, ...] = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> Judgement:
        told = {one for part in self.parts for one in part.answers}
        for kind, those in (("fine", self.fine), ("wrong", self.wrong), ("rest", self.rest)):
            if both := told & set(those):
                raise ValueError(f"it answers and is {kind}: {min(both)}")
            told |= set(those)
        return self

    @property
    def statements(self) -> Iterator[str]:
        """Every statement that was weighed, each once."""
        parts = [one for part in self.parts for one in part.answers]
        yield from dict.fromkeys((*parts, *self.fine, *self.wrong, *self.rest))


def load_judgements(folder: Path = JUDGEMENTS) -> dict[str, tuple[Judgement, ...]]:
    """The judgements in a folder, by the name of their file.

    Raises:
        CatalogueError: a file is not valid, or a question stands there twice; file and question are
            named.
        OSError: a file cannot be read.
    """
    found = {}
    asked: set[str] = set()
    for file in sorted(folder.glob("*.yaml")):
        listed = strict_yaml.load(file.read_text("utf-8"), where=file.name)
        if not isinstance(listed, list):
            raise CatalogueError("the file is no list of questions.", where=file.name)
        judged = tuple(
            strict_yaml.validated(Judgement, one, f"{file.name}, {number}")
            for number, one in enumerate(listed, start=1)
        )
        for one in judged:
            if one.ask in asked:
                raise CatalogueError(
                    f"this question stands there twice: {one.ask}", where=file.name
                )
            asked.add(one.ask)
        found[file.stem] = judged
    return found
