"""Example questions and what is meant by them (examples/*.yaml): what the model is fitted to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.guidance.needs import load_needs
from assistant.route_plan import load_plan
from corpus import strict_yaml
from corpus.annotation import Doing, Who
from corpus.errors import CatalogueError

EXAMPLES = Path(__file__).parent / "examples"
OTHER = "other"
"""The need of a question that asks for no guidance."""
INCOMING = "incoming"
"""The need of who has people come to Belgium: it tells in which direction a visit goes."""


class Example(BaseModel):
    """A question (``ask``) in ``lang`` and what its editors say of it.

    ``needs`` are keys of needs.yaml, ``incoming`` or ``other``, the main one first; ``doing`` and
    ``who`` are those that fiches annotate statements with; ``trades`` (``for`` in the file) are the
    keys of the disciplines of routes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ask: str = Field(min_length=3)
    lang: Literal["nl", "en"]
    needs: tuple[str, ...] = Field(min_length=1)
    doing: tuple[Doing, ...]
    trades: tuple[str, ...] = Field(alias="for")
    who: tuple[Who, ...]

    @model_validator(mode="after")
    def _is_known(self) -> Example:
        for name, values, known in (
            ("needs", self.needs, {*load_needs().needs, OTHER, INCOMING}),
            ("for", self.trades, load_plan().disciplines.keys()),
        ):
            if wrong := [value for value in values if value not in known]:
                raise ValueError(f"{name}: {wrong[0]!r} is none of {', '.join(sorted(known))}")
        if OTHER in self.needs and len(self.needs) > 1:
            raise ValueError(f"who asks for something else ({OTHER}) needs nothing of ours")
        for values in (self.needs, self.doing, self.trades, self.who):
            if len(set(values)) < len(values):
                raise ValueError(f"one of {', '.join(values)} stands there twice")
        return self

    @property
    def labels(self) -> frozenset[str]:
        """All that is said of it, as labels: ``need:tax``, ``doing:tour``, ``for:dance``, …"""
        return frozenset(
            f"{kind}:{value}"
            for kind, values in (
                ("need", self.needs),
                ("doing", self.doing),
                ("for", self.trades),
                ("who", self.who),
            )
            for value in values
        )


def example_files(folder: Path = EXAMPLES) -> tuple[Path, ...]:
    """The files of examples, by name."""
    return tuple(sorted(folder.glob("*.yaml")))


def load_examples(files: Iterable[Path] | None = None) -> tuple[Example, ...]:
    """The examples in files, in order.

    Raises:
        CatalogueError: a file is not valid, or a question stands there twice; file and question
            are named.
    """
    found: dict[str, Example] = {}
    for file in example_files() if files is None else files:
        content = strict_yaml.load(file.read_text("utf-8"), where=file.name)
        if not isinstance(content, list):
            raise CatalogueError("examples are a list.", where=file.name)
        for number, one in enumerate(content, start=1):
            example = strict_yaml.validated(Example, one, f"{file.name}, example {number}")
            if example.ask in found:
                raise CatalogueError(
                    "this question was given before.", where=f"{file.name}, example {number}"
                )
            found[example.ask] = example
    return tuple(found.values())
