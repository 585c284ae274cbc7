from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation import NOTHING_SAID, Annotation
from corpus.document import BlockKind, Document
from indexing.passage import Passage
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.indexing.factories import PROVENANCE, H, L, Line, P, document, table

SETTINGS = IndexingSettings()
DECIDING = Annotation(key=True, trades=("music",))
SENTENCE = "Dit is een gewone zin van een bepaalde lengte. "


def test_a_list_and_its_lead_in_are_one_passage() -> None:
    found = split(
        document(lines=[(P, "Er zijn twee doelen:"), (L, "meer publiek"), (L, "meer spreiding")]),
        SETTINGS,
    )
    assert [one.text for one in found] == ["Er zijn twee doelen:\nmeer publiek\nmeer spreiding"]
    assert found[0].kind == BlockKind.LIST_ITEM
    assert [part.kind for part in found[0].parts] == [P, L, L]


def test_a_long_list_is_cut_and_every_piece_knows_the_lead_in() -> None:
    items: list[Line] = [(L, f"{number} " + SENTENCE * 4) for number in range(40)]
    found = split(document(lines=[(P, "De doelen zijn:"), *items]), SETTINGS)
    assert len(found) > 1
    assert {one.caption for one in found[1:]} == {"De doelen zijn:"}


def test_a_long_paragraph_before_a_list_lends_it_only_its_last_sentence() -> None:
    long = SENTENCE * 15 + "De doelen zijn:"
    found = split(document(lines=[(P, long), (L, "meer publiek")]), SETTINGS)
    assert found[-1].text == "De doelen zijn:\nmeer publiek"
    assert found[0].text == (SENTENCE * 15).strip()


def test_each_table_row_is_a_passage_with_caption_and_header() -> None:
    rows = table(("Land", "Steun"), ("Duitsland", "70,6 %"), ("Frankrijk", "12 %"))
    found = split(document(lines=rows), SETTINGS)
    assert [one.text for one in found] == ["Duitsland 70,6 %", "Frankrijk 12 %"]
    assert found[0].caption == "Tabel 2: Steun per land\nLand | Steun"
    assert found[0].parts[0].table is not None


def test_statements_of_a_fiche_stay_apart() -> None:
    lines: list[Line] = [
        (L, "Een eerste bewering.", {"provenance": (PROVENANCE,)}),
        (L, "Een tweede bewering.", {"provenance": (PROVENANCE,), "annotation": DECIDING}),
        (L, "Wat niet bekend is.", {"annotation": DECIDING}),
        (L, "Wat ook niet bekend is.", {"annotation": DECIDING}),
    ]
    found = split(document(lines=lines), SETTINGS)
    assert [one.text for one in found] == [text for _, text, _ in lines]
    assert found[1].parts[0].provenance == (PROVENANCE,)
    assert [one.annotation for one in found] == [NOTHING_SAID, DECIDING, DECIDING, DECIDING]


def test_short_paragraphs_of_one_section_are_joined_and_of_two_are_not() -> None:
    lines: list[Line] = [(H, "Een"), (P, "Kort."), (P, "Ook kort."), (H, "Twee"), (P, "Apart.")]
    found = [one for one in split(document(lines=lines), SETTINGS) if one.kind == P]
    assert [(one.section, one.text) for one in found] == [
        (("Een",), "Kort.\nOok kort."),
        (("Twee",), "Apart."),
    ]


def test_a_section_with_several_sub_headings_has_an_outline() -> None:
    lines: list[Line] = [
        (H, "Aanbevelingen"),
        (H, "1. Meer geld", {"level": 2}),
        (P, "Uitleg."),
        (H, "2. Meer tijd", {"level": 2}),
        (P, "Uitleg."),
    ]
    outline = split(document(lines=lines), SETTINGS)[0]
    assert outline.kind == H
    assert outline.text == "Aanbevelingen\n1. Meer geld\n2. Meer tijd"


def test_footnotes_keep_their_mark_and_furniture_is_left_out() -> None:
    lines: list[Line] = [
        (BlockKind.FURNITURE, "Jaarverslag 12"),
        (BlockKind.FOOTNOTE, "Zie het decreet.", {"marker": "13"}),
    ]
    found = split(document(lines=lines), SETTINGS)
    assert [(one.marker, one.text) for one in found] == [("13", "Zie het decreet.")]


def test_printed_page_numbers_come_along() -> None:
    made = document(lines=[(P, SENTENCE * 14), (P, SENTENCE * 14)], lines_per_page=1)
    first, second = split(made, SETTINGS)
    assert (first.pages, first.labels) == ((1,), ())
    assert (second.pages, second.labels) == ((2,), ("1",))


def test_the_digest_follows_the_text_and_the_id_the_place() -> None:
    one = split(document(lines=[(P, "Oud.")]), SETTINGS)[0]
    other = split(document(lines=[(P, "Nieuw.")]), SETTINGS)[0]
    assert one.id == other.id
    assert one.digest != other.digest


WORDS = st.text(alphabet="abcdé. ,;:A1", min_size=1, max_size=300).filter(str.strip)
KINDS = st.sampled_from([kind for kind in BlockKind if kind != BlockKind.TABLE_ROW])
LINES = st.lists(st.tuples(KINDS, WORDS.map(lambda text: " ".join(text.split()))), max_size=30)


def cut_to(settings: IndexingSettings, size: int) -> IndexingSettings:
    return settings.model_copy(
        update={"max_passage_characters": size, "target_passage_characters": size // 2}
    )


def runs_are_right(made: Document, passage: Passage) -> bool:
    return all(
        passage.text[run.start : run.end] == made.page(run.page).text[run.page_start : run.page_end]
        for run in passage.runs
    )


@given(LINES, st.integers(min_value=20, max_value=400))
def test_passages_cover_the_pages_and_their_spans_are_right(
    lines: list[tuple[BlockKind, str]], size: int
) -> None:
    made = document(lines=[line for line in lines if line[1]])
    found = split(made, cut_to(SETTINGS, size))
    covered: set[tuple[int, int]] = set()
    for passage in found:
        assert runs_are_right(made, passage)
        covered.update(
            (run.page, at) for run in passage.runs for at in range(run.page_start, run.page_end)
        )
    context = {heading for passage in found for heading in passage.section}
    for block in made.blocks:
        if block.kind == BlockKind.FURNITURE:
            continue
        if block.kind == BlockKind.HEADING and block.text in context:
            continue
        for run in block.runs:
            page = made.page(run.page).text
            for at in range(run.page_start, run.page_end):
                assert (run.page, at) in covered or page[at].isspace()


@given(LINES, st.integers(min_value=20, max_value=400))
def test_no_passage_is_too_long_and_parts_tile_it(
    lines: list[tuple[BlockKind, str]], size: int
) -> None:
    made = document(lines=[line for line in lines if line[1]])
    for passage in split(made, cut_to(SETTINGS, size)):
        if passage.kind == BlockKind.LIST_ITEM:
            assert len(passage.text) <= max(2 * size, 400 + 1 + size * 2)
        elif passage.kind != BlockKind.HEADING:
            assert len(passage.text) <= size
        joined = "\n".join(passage.text[part.start : part.end] for part in passage.parts)
        assert joined == passage.text


@given(LINES)
def test_ids_and_ordinals_are_unique_and_splitting_is_repeatable(
    lines: list[tuple[BlockKind, str]],
) -> None:
    made = document(lines=[line for line in lines if line[1]])
    found = split(made, SETTINGS)
    assert len({one.id for one in found}) == len(found)
    assert [one.ordinal for one in found] == list(range(len(found)))
    assert split(made, SETTINGS) == found


@pytest.mark.parametrize("language", [None, "en"])
def test_a_block_in_another_language_keeps_it(language: str | None) -> None:
    made = document(lines=[(P, "Een zin."), (P, "A sentence.", {"language": "en"})])
    blocks = (made.blocks[0], replace(made.blocks[1], language=language))
    size = cut_to(SETTINGS, 20)
    found = split(replace(made, blocks=blocks), size)
    assert [one.language for one in found] == ["nl", language or "nl"]
