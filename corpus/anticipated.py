"""The questions that the editors of the fiches anticipate: what people may type who want to know a
statement, in their own words.

They lie in ``corpus/questions``, one file for each pair of fiches, and are searched, never shown::

    - statement: In the EU, the EEA and Switzerland you fall under
      nl: ["in welk land betaal ik mijn bijdragen als ik in Lyon werk"]
      en: ["which country do I pay into when I take a job in Spain"]

``statement`` is how the English statement begins, in as many words as tell it from the others.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from corpus import strict_yaml
from corpus.errors import CatalogueError
from corpus.fiche import Statement
from corpus.settings import QUESTIONS

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Anticipated(BaseModel):
    """The questions for one statement, in either language; each once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: Text
    nl: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Anticipated:
        asked = (*self.nl, *self.en)
        if not asked:
            raise ValueError("no question stands with this statement")
        if twice := [one for one in asked if asked.count(one) > 1]:
            raise ValueError(f"this question stands there twice: {twice[0]}")
        return self


def load_anticipated(folder: Path = QUESTIONS) -> dict[str, tuple[Anticipated, ...]]:
    """The anticipated questions in a folder, by pair of fiches.

    Raises:
        CatalogueError: a file is not valid; the message names file and key.
        OSError: a file cannot be read.
    """
    found = {}
    for file in sorted(folder.glob("*.yaml")):
        listed = strict_yaml.load(file.read_text("utf-8"), where=file.name)
        if not isinstance(listed, list):
            raise CatalogueError("the file is no list of statements.", where=file.name)
        found[file.stem] = tuple(
            strict_yaml.validated(Anticipated, one, f"{file.name}, {number}")
            for number, one in enumerate(listed, start=1)
        )
    return found


def position(anticipated: Anticipated, statements: tuple[Statement, ...], *, where: str) -> int:
    """Which of the ``statements`` of the English fiche the questions are for, from 0.

    Raises:
        CatalogueError: none begins so, or several do.
    """
    found = [at for at, one in enumerate(statements) if one.text.startswith(anticipated.statement)]
    if len(found) != 1:
        told = "no statement of the fiche begins" if not found else "several statements begin"
        raise CatalogueError(f'{told} with "{anticipated.statement}".', where=where)
    return found[0]
