"""Dutch words that mean about the same, and words that go with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import LexiconError
from corpus.lexicon.thesaurus import Line, Thesaurus, read_lines
from corpus.lexicon.validation import problems
from corpus.settings import LEXICON
from corpus.vocabulary import Vocabulary

THESAURUS = Thesaurus.of(
    [
        Line("bioscoop", ("cinema", "filmzaal"), ("film", "vertoning")),
        Line("zaal", ("filmzaal",), ()),
    ]
)


def test_a_word_leads_to_its_synonyms_before_what_goes_with_it() -> None:
    assert list(THESAURUS.near(["bioscoop"])) == ["cinema", "filmzaal", "film", "vertoning"]


def test_a_synonym_leads_back_for_less_and_a_related_word_does_not() -> None:
    assert THESAURUS.near(["cinema"])["bioscoop"] < THESAURUS.near(["bioscoop"])["cinema"]
    assert THESAURUS.near(["film"]) == {}


def test_several_words_may_name_the_same_synonym() -> None:
    assert set(THESAURUS.near(["filmzaal"])) == {"bioscoop", "zaal"}


def test_the_first_form_that_is_known_counts() -> None:
    assert THESAURUS.near(["bioscopen", "bioscoop"]) == THESAURUS.near(["bioscoop"])


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("gratis", "kosteloos"),
        ("chef", "leidinggevende"),
        ("milieuvriendelijke", "ecologisch"),
        ("centen", "financiering"),
    ],
)
def test_the_shipped_thesaurus_knows_what_documents_write(asked: str, written: str) -> None:
    near = {one.term for one in Vocabulary.load().relatives(asked, "nl")}
    assert written in near


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("huis\thuis\twoning", "refers to itself"),
        ("huis\twoning\twoning", "is a synonym and a related word"),
        ("huis\t\t", "leads nowhere"),
        ("huis\ta; b; c; d; e; f; g\t", "has more than 6 words in a cell"),
        ("huis\twoning\t\nhuis\tpand\t", "stands on two lines"),
    ],
)
def test_a_faulty_line_is_told(tmp_path: Path, line: str, problem: str) -> None:
    for table in LEXICON.glob("*.tsv"):
        (tmp_path / table.name).write_text(table.read_text("utf-8"), "utf-8")
    (tmp_path / "thesaurus.tsv").write_text(f"{line}\n", "utf-8")
    assert any(problem in told for told in problems(tmp_path))


def test_a_line_without_its_columns_is_told_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "thesaurus.tsv").write_text("huis\twoning\n", "utf-8")
    with pytest.raises(LexiconError, match=r"thesaurus\.tsv line 1"):
        read_lines(tmp_path)
