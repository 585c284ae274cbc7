"""One valid object of each kind, and a target that answers from a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.assembly import assemble
from assistant.pipeline import Assistant
from assistant.settings import WegwijsSettings
from evals.result import Cited, Passage, Result
from evals.suite import Item, Nugget, Suite
from indexing.synchronise import synchronise

PAGES = {
    ("study", 1): "An opening page about the field.",
    ("study", 2): "In 2023 zei 12,5 % van de makers ja.\nHet budget was 5.900 euro.",
}


def page_text(document: str, page: int) -> str | None:
    return PAGES.get((document, page), "" if document == "study" else None)


def make_item(**changes: Any) -> Item:
    item = Item(
        id="q1",
        question="Welk aandeel van de makers zei ja?",
        lang="nl",
        kind="number",
        answerable=True,
        documents=("study",),
        nuggets=(Nugget(("12,5%", "12.5%")), Nugget(("2023",)), Nugget(("makers",), vital=False)),
        pages={"study": (2,)},
        forbid=("21,5%",),
        file="suite.yaml",
    )
    return replace(item, **changes)


def make_result(**changes: Any) -> Result:
    result = Result(
        id="q1",
        answer="**12,5 %** van de makers, in 2023. [1]",
        status="answered",
        citations=(Cited(1, "study", page=2, quote="In 2023 zei 12,5 % van de makers ja."),),
        lang="nl",
        engine="extractive",
        latency_ms=12.0,
        claims=(("12,5 % van de makers, in 2023.", (1,)),),
        confidence=0.9,
        retrieved=(Passage("study", (2,)), Passage("other", (1,))),
    )
    return replace(result, **changes)


REFUSAL = Result(
    id="q1", answer="Niet in het corpus.", status="not-in-corpus", refused=True, lang="nl"
)


@dataclass
class ScriptedTarget:
    """Answers each item as the script says; an exception in the script is raised."""

    script: Mapping[str, Result | Exception]
    name: str = "scripted"
    asked: list[str] = field(default_factory=list)
    before: Callable[[str], None] = lambda name: None

    def answer(self, item: Item) -> tuple[Result, dict[str, Any] | None]:
        self.before(item.id)
        self.asked.append(item.id)
        scripted = self.script[item.id]
        if isinstance(scripted, Exception):
            raise scripted
        return replace(scripted, id=item.id), {"retrieved": [item.id]}

    def page_text(self, document: str, page: int) -> str | None:
        return page_text(document, page)

    def close(self) -> None:
        pass

    def describe(self) -> dict[str, Any]:
        return {"target": self.name}


DOCUMENTS = {
    "travel-grants.md": """# Travel grants

## Who can apply

Artists and small companies can apply for a travel grant. The grant covers up to 70 percent of the
travel costs.

## When

Apply at least six weeks before departure. The office answers within three weeks.
""",
    "huisregels.md": """# Huisregels van het atelier

## Sleutels

Elke bewoner krijgt twee sleutels. Een verloren sleutel kost 45 euro.

## Stilte

Na 22 uur is het stil in het hele gebouw.
""",
}

QUESTIONS = """
- id: covers
  question: How much of the travel costs does the travel grant cover?
  lang: en
  kind: number
  answerable: true
  documents: [travel-grants]
  pages: {travel-grants: [1]}
  evidence: up to 70 percent
  nuggets: [{any_of: ["70 percent", "70%"], vital: true}]
- id: sleutel
  question: Hoeveel kost een verloren sleutel?
  lang: nl
  kind: number
  answerable: true
  documents: [huisregels]
  pages: {huisregels: [1]}
  evidence: 45 euro
  nuggets: [{any_of: ["45 euro"], vital: true}]
- id: parking
  question: Where is the helicopter parked on Sundays?
  lang: en
  kind: unanswerable
  answerable: false
  documents: []
  nuggets: []
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two small documents and, beside them, questions about them."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "known.questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    return folder


@pytest.fixture
def settings(documents: Path, tmp_path: Path) -> WegwijsSettings:
    return WegwijsSettings(
        data=tmp_path / "data", corpus=(documents,), with_fiches=False, engine="extractive"
    )


@pytest.fixture
def assistant(settings: WegwijsSettings) -> Iterator[Assistant]:
    """The real assistant over the two documents."""
    synchronise(settings.indexing_settings, settings.corpus_settings)
    with assemble(settings) as opened:
        yield opened


@pytest.fixture
def suite() -> Suite:
    items = (
        make_item(id="right"),
        make_item(id="wrong", must=True),
        make_item(
            id="absent", answerable=False, documents=(), nuggets=(), pages={}, kind="unanswerable"
        ),
        make_item(id="crash"),
    )
    return Suite(items, (), "digest")


@pytest.fixture
def target() -> ScriptedTarget:
    return ScriptedTarget(
        {
            "right": make_result(),
            "wrong": make_result(answer="Ongeveer de helft. [1]"),
            "absent": REFUSAL,
            "crash": RuntimeError("out of luck"),
        }
    )
