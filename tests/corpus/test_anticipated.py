"""The questions that editors anticipate: their form, and that each leads to one statement."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.anticipated import load_anticipated, position
from corpus.errors import CatalogueError
from corpus.fiche import FOLDERS, Fiche, parse
from corpus.settings import FICHES

LEAST_SHARE = 0.95  # of the statements that have questions


@pytest.fixture(scope="module")
def english() -> dict[str, Fiche]:
    files = (file for name in FOLDERS.values() for file in (FICHES / name).glob("*-en.md"))
    fiches = (parse(file.read_text("utf-8"), where=file.name) for file in files)
    return {fiche.head.pair: fiche for fiche in fiches}


def test_every_entry_leads_to_one_statement_of_a_fiche(english: dict[str, Fiche]) -> None:
    for pair, entries in load_anticipated().items():
        statements = english[pair].statements
        places = [position(one, statements, where=pair) for one in entries]
        assert len(set(places)) == len(places), pair


def test_nearly_every_statement_has_questions(english: dict[str, Fiche]) -> None:
    asked = sum(len(entries) for entries in load_anticipated().values())
    assert asked >= LEAST_SHARE * sum(len(fiche.statements) for fiche in english.values())


def test_no_question_is_anticipated_twice() -> None:
    every = Counter(
        question.casefold()
        for entries in load_anticipated().values()
        for one in entries
        for question in (*one.nl, *one.en)
    )
    assert not [question for question, count in every.items() if count > 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {statement: A rule}", "no question"),
        ('- {statement: A rule, nl: ["wat", "wat"]}', "twice"),
        ('- {statement: A rule, nl: ["wat"], fr: ["quoi"]}', "fr"),
        ('- {nl: ["wat"]}', "statement"),
        ("statement: A rule", "no list"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "practice-zz.yaml").write_text(text, "utf-8")
    with pytest.raises(CatalogueError, match=told) as raised:
        load_anticipated(tmp_path)
    assert "practice-zz.yaml" in str(raised.value)


@pytest.mark.parametrize(("opening", "told"), [("Nobody says", "no statement"), ("", "several")])
def test_an_opening_has_to_tell_a_statement_from_the_others(
    english: dict[str, Fiche], opening: str, told: str
) -> None:
    entry = load_anticipated()["practice-a1-employee"][0]
    wrong = entry.model_copy(update={"statement": opening})
    with pytest.raises(CatalogueError, match=told):
        position(wrong, english["practice-a1-employee"].statements, where="a.yaml")
