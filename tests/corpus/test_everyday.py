"""What people say for what documents write."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.lexicon.everyday import Everyday
from corpus.lexicon.tables import Language
from corpus.lexicon.validation import problems
from corpus.settings import LEXICON
from corpus.vocabulary import Vocabulary

EVERYDAY = Everyday.of(
    [
        ("en", "turn up", ("attend", "present")),
        ("en", "kid", ("child",)),
        ("nl", "op poten zetten", ("organiseren",)),
    ]
)


def lemmas(form: str, lang: Language) -> tuple[str, ...]:
    known = {"turned": "turn", "kids": "kid", "gezet": "zetten", "zette": "zetten"}
    return (known[form],) if form in known else ()


def test_the_first_word_of_a_line_is_worth_most() -> None:
    found = EVERYDAY.written("turn up", "en", lemmas)
    assert list(found) == ["attend", "present"]
    assert found["attend"] > found["present"]


def test_an_inflected_word_and_expression_are_found() -> None:
    assert set(EVERYDAY.written("turned up", "en", lemmas)) == {"attend", "present"}
    assert set(EVERYDAY.written("kids", "en", lemmas)) == {"child"}
    assert set(EVERYDAY.written("op poten gezet", "nl", lemmas)) == {"organiseren"}


def test_part_of_an_expression_is_none_and_a_line_leads_one_way() -> None:
    assert EVERYDAY.written("turn", "en", lemmas) == {}
    assert EVERYDAY.written("attend", "en", lemmas) == {}
    assert EVERYDAY.written("kid", "nl", lemmas) == {}


def test_it_verifies_nothing() -> None:
    """What documents may write is read for, and no translation or synonym that proves a claim."""
    vocabulary = Vocabulary.load()
    assert "resignation" in {one.term for one in vocabulary.written("step down", "en")}
    assert "resignation" not in vocabulary.synonyms("step down", "en")
    assert "voting right" not in {one.term for one in vocabulary.translate("meepraten", "nl", "en")}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("en\tkid\tkid", "refers to itself"),
        ("en\tKid\tchild", "should be in lower case"),
        ("en\tkid\tzorblax", "is in no other table"),
        ("en\tkid\ta; b; c; d; e; f; g", "more than 6 words"),
        ("en\tkid\tchild\nen\tkid\tminor", "stands 2 times"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(tmp_path: Path, line: str, problem: str) -> None:
    for path in LEXICON.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "everyday.tsv").write_text(f"{line}\n", encoding="utf-8")
    assert any(problem in found for found in problems(tmp_path))
