"""The format of a fiche: what is accepted, what is refused and how that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.annotation import Annotation
from corpus.document import BlockKind, Source
from corpus.errors import CatalogueError, EmptyDocument, MalformedDocument, ReadingError
from corpus.fiche import Statement, is_fiche, parse, read_head, year
from corpus.fiche_pairs import disagreements
from corpus.reading.fiche import read_fiche

FICHE = """---
id: country-zz-en
pair: country-zz
kind: country
language: en
title: "Zedland: working there"
topics: [no, music]
date: 2026-11-22
facts:
  zz-01:
    source:
      title: "Tax: an introduction"
      publisher: "Office"
      url: "https://example.org/tax"
      date: c. 2021
      locator: "§ 3"
    more_sources:
      - title: Another
        publisher: Somebody
        date: unknown
    as_of: 2021
    volatile: true
    confidence: medium
---

## Tax

- You pay 15.825%
  of the fee. [^zz-01]
- Not known; ask the Office. [^gap]

### Refunds

A paragraph about refunds.
It goes on. [^zz-01]
"""


def write(folder: Path, text: str = FICHE, name: str = "country-zz-en.md") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_statements_carry_their_section_and_facts() -> None:
    fiche = parse(FICHE, where="a.md")
    assert [(s.text, s.facts, s.section, s.gap) for s in fiche.statements] == [
        ("You pay 15.825% of the fee.", ("zz-01",), ("Tax",), False),
        ("Not known; ask the Office.", (), ("Tax",), True),
        ("A paragraph about refunds. It goes on.", ("zz-01",), ("Tax", "Refunds"), False),
    ]
    assert fiche.head.topics == ("no", "music")
    lines = FICHE.split("\n")
    for statement in fiche.statements:
        assert statement.text.split()[0] in lines[statement.line - 1]


def test_what_editors_say_of_a_statement_is_read_and_not_shown(tmp_path: Path) -> None:
    limits = (
        "{key; answer: no; for: visual-arts, heritage; who: self-employed; doing: exhibit;"
        " in: eea, ch, outside-gb; ahead: 6 weeks}"
    )
    text = FICHE.replace("of the fee. [^zz-01]", f"of the fee. [^zz-01] {limits}")
    first, second, _ = parse(text, where="a.md").statements
    assert first.text == "You pay 15.825% of the fee."
    assert first.facts == ("zz-01",)
    assert first.annotation == Annotation(
        key=True,
        trades=("visual-arts", "heritage"),
        who=("self-employed",),
        doing=("exhibit",),
        answer="no",
        places=("eea", "ch", "outside-gb"),
        ahead="6 weeks",
    )
    assert f"{{{first.annotation}}}" == limits
    assert not second.annotation
    document = read_fiche(Source("country-zz-en", "Zedland", write(tmp_path, text)))
    assert "{" not in document.pages[0].text
    assert [b.annotation.key for b in document.blocks if b.text == first.text] == [True]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ("{keys}", "'keys' cannot be said"),
        ("{}", "'' cannot be said"),
        ("{key; key}", "not twice"),
        ("{for: music; for: dance}", "not twice"),
        ("{for: opera}", "'opera' is none of music"),
        ("{who:}", "'' is none of non-eu"),
        ("{doing: tour, tour}", "twice"),
        ("{answer: maybe}", "'maybe' is none of yes"),
        ("{answer: yes, no}", "says one thing"),
        ("{ahead: soon}", "'soon' is none of a number of days"),
        ("{ahead: 0 weeks}", "'0 weeks' is none of"),
        ("{ahead: 2 weeks, 3 weeks}", "says one thing"),
        ("{in: Europe}", "'Europe' is none of eu, eea, europe"),
        ("{in: outside-}", "'outside-' is none of eu"),
        ("{in: outside-africa}", "is none of eu"),
    ],
)
def test_what_cannot_be_said_of_a_statement_is_refused(limits: str, said: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        parse(FICHE.replace("Office. [^gap]", f"Office. [^gap] {limits}"), where="a.md")
    assert said in str(caught.value)
    assert "line 30" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "of the fee. [^zz-01]",
            "of the fee. [^zz-01] {key}",
            "is annotated {}, not {key}",
        ),
        ("- Not known; ask the Office. [^gap]\n", "", "not as many statements"),
    ],
)
def test_a_fiche_and_its_translation_must_agree(old: str, new: str, said: str) -> None:
    dutch = FICHE.replace("-en", "-nl").replace("language: en", "language: nl")
    assert list(disagreements([parse(FICHE, where="a"), parse(dutch, where="b")])) == []
    english = parse(FICHE.replace(old, new), where="a.md")
    ((name, message),) = disagreements([english, parse(dutch, where="b.md")])
    assert name == "country-zz-nl"
    assert said in message


def test_reading_gives_blocks_that_stand_in_the_page_and_know_their_sources(tmp_path: Path) -> None:
    file = write(tmp_path)
    document = read_fiche(Source(id="mine", title="x", file=file))
    text = document.pages[0].text
    assert "[^" not in text
    assert "---" not in text
    assert "volatile" not in text
    for block in document.blocks:
        assert [text[run.page_start : run.page_end] for run in block.runs] == [block.text]
        assert block.language == "en"
    statement = document.blocks[2]
    assert statement.kind is BlockKind.LIST_ITEM
    assert statement.section == ("Tax",)
    first, second = statement.provenance
    assert (first.url, first.date, first.as_of, first.volatile) == (
        "https://example.org/tax",
        "c. 2021",
        "2021",
        True,
    )
    assert (first.fact, first.locator, second.title) == ("zz-01", "§ 3", "Another")
    assert document.blocks[3].provenance == ()
    assert document.source.title == "Zedland: working there"
    assert document.source.id == "mine"
    assert document.source.pair == "country-zz"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: country", "kind: land", "kind"),
        ("language: en", "language: fr", "language"),
        ("id: country-zz-en", "id: country-zz-nl", "id must be"),
        ("topics:", "subjects:", "'subjects' is not known"),
        ("    volatile: true", "    stable: true", "'stable' is not known"),
        ("date: 2026-11-22", "date: tomorrow", "date"),
        ("as_of: 2021", "as_of: recently", "as_of"),
        ("https://example.org/tax", "example.org/tax", "url"),
        ("date: 2026-11-22", "date: 2026-11-22\ndate: 2025", "twice"),
        ("fee. [^zz-01]", "fee.", "names no fact"),
        ("fee. [^zz-01]", "fee. [^zz-02]", "zz-02"),
        ("fee. [^zz-01]", "fee. [^zz-01] [^gap]", "not both"),
        ("  of the fee.", "  of the **fee**.", "plain text"),
        ("  of the fee.", "  of the [fee](https://example.org).", "plain text"),
        ("## Tax", "# Tax", "title stands in the front matter"),
        ('title: "Zedland: working there"', "title: Zedland: working there", "YAML"),
        ("---\nid", "id", "front matter"),
        ("as_of: 2021", "as_of: 2021-13", "as_of"),
    ],
)
def test_mistakes_are_refused_with_file_and_place(old: str, new: str, said: str) -> None:
    assert old in FICHE
    with pytest.raises(CatalogueError) as caught:
        parse(FICHE.replace(old, new, 1), where="country-zz-en.md")
    assert "country-zz-en.md" in str(caught.value)
    assert said in str(caught.value)


def test_a_fact_that_nothing_refers_to_is_refused() -> None:
    with pytest.raises(CatalogueError, match="no statement refers to the fact zz-01"):
        parse(FICHE.replace("[^zz-01]", "[^gap]"), where="a.md")


def test_the_head_is_the_same_with_and_without_the_facts() -> None:
    assert read_head(FICHE, where="a.md") == parse(FICHE, where="a.md").head
    moved = FICHE.replace("topics: [no, music]\n", "").replace(
        "    confidence: medium\n", "    confidence: medium\ntopics: [no, music]\n"
    )
    assert read_head(moved, where="a.md").topics == ("no", "music")


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    windows = "\ufeff" + FICHE.replace("\n", "\r\n")
    assert parse(windows, where="a.md") == parse(FICHE, where="a.md")
    assert is_fiche(Path("a.md"), windows)


def test_ordinary_markdown_is_no_fiche() -> None:
    assert is_fiche(Path("a.md"), FICHE)
    assert not is_fiche(Path("a.txt"), FICHE)
    assert not is_fiche(Path("a.md"), "---\ntitle: x\n---\n# Head\n")
    assert not is_fiche(Path("a.md"), "# Head\n\npair: a\nkind: b\n")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyDocument),
        (b"  \n", EmptyDocument),
        (b"\xff\xfe\x00", MalformedDocument),
        (b"---\nid: x\n", MalformedDocument),
    ],
)
def test_unreadable_files_raise_reading_errors(
    tmp_path: Path, content: bytes, error: type[ReadingError]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(content)
    with pytest.raises(error):
        read_fiche(Source(id="a", title="a", file=file))


def test_a_missing_file_raises_a_reading_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError):
        read_fiche(Source(id="a", title="a", file=tmp_path / "none.md"))


def test_paragraphs_and_list_items_are_told_apart() -> None:
    kinds = [i.kind for i in parse(FICHE, where="a.md").body if isinstance(i, Statement)]
    assert kinds == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("loose", "expected"),
    [("2021", 2021), ("c. 2020-05", 2020), ("2018/2022", 2022), ("unknown", None)],
)
def test_the_year_of_a_loose_date(loose: str, expected: int | None) -> None:
    assert year(loose) == expected
