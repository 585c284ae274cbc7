"""Rows of tables: groups of them, and rows that were cut in two."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.document import Block
from corpus.layout.assembling import assemble
from corpus.layout.positioned import PositionedPage, Ruling, line_of
from corpus.layout.torn_rows import goes_on
from tests.corpus.layout.pages import Set, page, paragraph

_LEFTS = (60.0, 180.0, 340.0)
_RIGHT = 540.0
_HIGH = 20.0
_BODY = (
    "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen en bij "
    "wie het terechtkan, want wie te laat begint, betaalt meer dan nodig is en mist soms een kans."
)


def table(
    rows: Sequence[Sequence[str]], number: int = 1, *, bold: Sequence[int] = (0,), top: float = 100
) -> PositionedPage:
    """A page with running text and a table whose grid is drawn."""
    lines: list[Set] = []
    edges = (*_LEFTS, _RIGHT)
    rulings = [
        Ruling(_LEFTS[0], top + _HIGH * at, _RIGHT, top + _HIGH * at) for at in range(len(rows) + 1)
    ]
    rulings += [Ruling(x, top, x, top + _HIGH * len(rows)) for x in edges]
    for at, cells in enumerate(rows):
        for left, text in zip(_LEFTS, cells, strict=True):
            if text:
                y = top + _HIGH * at + 14
                lines.append(Set(text, left + 3, y, bold=at in bold, width=len(text) * 2.5))
    return page(*lines, *paragraph(_BODY, 500), number=number, rulings=tuple(rulings))


def rows_of(blocks: Sequence[Block]) -> list[tuple[int, str, tuple[str, ...]]]:
    return [
        (block.table.row, block.table.group, block.table.cells)
        for block in blocks
        if block.table is not None
    ]


HEADER = ("Project", "Partners", "Inhoud")
FULL = ("Draaideur", "Museum Noord", "Conservatoren lopen mee.")


def test_a_row_over_a_page_break_is_one_row() -> None:
    first = table([HEADER, FULL, ("Heen en", "Huis De Kade (België en", "Twee makers werken in")])
    second = table([("terug", "Italië)", "elkaars huis."), FULL], 2, bold=())
    # Only the table and its notes may stand between: the text under it goes.
    first = PositionedPage(
        1, first.text, first.width, first.height, first.lines[:9], {}, first.rulings
    )
    blocks = assemble([first, second])
    assert rows_of(blocks) == [
        (0, "", HEADER),
        (1, "", FULL),
        (2, "", ("Heen en terug", "Huis De Kade (België en Italië)", "Twee makers werken in "
                 "elkaars huis.")),
        (3, "", FULL),
    ]  # fmt: skip
    joined = next(block for block in blocks if "Heen en terug" in block.text)
    assert joined.pages == (1, 2)
    assert joined.text == (
        "Project: Heen en terug; Partners: Huis De Kade (België en Italië); "
        "Inhoud: Twee makers werken in elkaars huis."
    )


def test_a_row_that_alone_goes_on_on_the_next_page_is_found() -> None:
    first = table([HEADER, FULL, ("Stemmen", "Koor", "Een koor zingt nieuw werk en neemt het")])
    first = PositionedPage(
        1, first.text, first.width, first.height, first.lines[:9], {}, first.rulings
    )
    blocks = assemble([first, table([("", "", "op met een orkest.")], 2, bold=())])
    assert rows_of(blocks)[-1][2][2] == "Een koor zingt nieuw werk en neemt het op met een orkest."
    assert len(rows_of(blocks)) == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("CELA Nieuwe", "Huis (België -", "Een werk in"), ("Auteurs", "Nederland)", "Europa.")),
        (("", "", "dat loopt van"), ("", "", "mei tot juni")),
        (("Zuid", "Lange lijst van", "Tekst"), ("", "namen", "")),
        (("Zuid", "Eerste deel loopt door", "x"), ("", "tot hier", "")),
    ],
)
def test_what_breaks_off_goes_on_after_a_page_break(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert goes_on(before, after, apart=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Another row of a group whose first cell reaches down.
        (("Zuid", "Italië", "Sportello Spettacolo"), ("", "Spanje", "Oficina de giras")),
        # Figures under figures.
        (("2019", "214 van de", "96"), ("2020", "187", "88")),
        # Whole sentences under whole sentences.
        (
            ("Stemmen", "Koor", "Een koor uit drie steden zingt nieuw repertoire op."),
            ("Draaideur", "Museum", "Conservatoren lopen een maand mee in een huis."),
        ),
        # Cells that always begin in lower case.
        (("muziek", "concerten en opnames", "ja"), ("dans", "residenties", "nee")),
        # A dash that stands for nothing.
        (("Muziek", "-", "Loket"), ("Dans", "-", "Kantoor")),
        # Short labels without a full stop.
        (("Duitsland", "Servicestelle Mobil", "Duits"), ("Frankrijk", "Bureau", "Frans")),
        (("Vorm", "Subsidie", "Kernfocus"), ("Label", "Programma", "Bereik")),
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_another_row_stays_another_row(
    before: tuple[str, ...], after: tuple[str, ...], apart: bool
) -> None:
    assert not goes_on(before, after, apart=apart)


def test_rows_under_one_another_need_more_to_be_one() -> None:
    before = ("Heen", "Huis De Kade", "Twee makers werken in")
    assert goes_on(before, ("Terug", "Museum", "Europa"), apart=True)
    assert not goes_on(before, ("Terug", "Museum", "Europa"), apart=False)
    assert goes_on(before, ("", "", "elkaars huis"), apart=False)


def test_the_source_itself_may_cut_a_row() -> None:
    rows = [
        HEADER,
        ("Heen", "Huis De Kade (België en", "Twee makers werken in"),
        ("Terug", "Italië)", "elkaars huis."),
        FULL,
    ]
    assert rows_of(assemble([table(rows)])) == [
        (0, "", HEADER),
        (1, "", ("Heen Terug", "Huis De Kade (België en Italië)", "Twee makers werken in elkaars "
                 "huis.")),
        (2, "", FULL),
    ]  # fmt: skip


def test_a_row_that_heads_others_is_part_of_them() -> None:
    rows = [HEADER, ("Samenwerking", "", ""), FULL, FULL, ("Netwerken", "", ""), FULL]
    blocks = assemble([table(rows)])
    assert rows_of(blocks) == [
        (0, "", HEADER),
        (0, "", ("Samenwerking", "", "")),
        (1, "Samenwerking", FULL),
        (2, "Samenwerking", FULL),
        (0, "", ("Netwerken", "", "")),
        (3, "Netwerken", FULL),
    ]
    last = [block for block in blocks if block.table is not None][-1]
    assert last.text.startswith("Netwerken – Project: Draaideur; Partners:")


def test_a_group_in_another_print_need_not_come_first() -> None:
    rows = [HEADER, FULL, ("Netwerken", "", ""), FULL]
    assert rows_of(assemble([table(rows, bold=(0, 2))]))[-1][1] == "Netwerken"


def test_a_row_that_merely_lacks_its_cells_heads_nothing() -> None:
    rows = [HEADER, FULL, ("Open atelier", "", ""), FULL]
    assert rows_of(assemble([table(rows)])) == [
        (0, "", HEADER),
        (1, "", FULL),
        (2, "", ("Open atelier", "", "")),
        (3, "", FULL),
    ]


def test_a_group_goes_on_over_a_page_break() -> None:
    first = table([HEADER, ("Samenwerking", "", ""), FULL])
    first = PositionedPage(
        1, first.text, first.width, first.height, first.lines[:7], {}, first.rulings
    )
    second = table([HEADER, FULL, ("Netwerken", "", ""), FULL], 2)
    assert [(row, group) for row, group, _ in rows_of(assemble([first, second]))] == [
        (0, ""), (0, ""), (1, "Samenwerking"), (0, ""), (2, "Samenwerking"), (0, ""),
        (3, "Netwerken"),
    ]  # fmt: skip


def test_a_table_without_rulings_has_its_tight_header_and_its_groups() -> None:
    lefts = (60.0, 108.0, 150.0)
    rows = [
        ("Trein", "140", "Per persoon, heen en terug"),
        ("Bus", "60", "Per persoon"),
        ("Hotel", "95", "Per nacht, met ontbijt"),
        ("Tent", "12", "Per nacht"),
    ]
    lines = [
        Set("Reisdeel", 60, 114, bold=True),
        Set("Bedrag", 108, 114, bold=True),
        Set("Opmerking", 150, 114, bold=True),
        Set("Reizen", 60, 130, bold=True),
    ]
    for at, cells in enumerate(rows):
        y = 146 + 16 * (at + (at > 1))
        if at == 2:
            lines.append(Set("Verblijf", 60, y - 16, bold=True))
        lines += [Set(text, left, y) for left, text in zip(lefts, cells, strict=True)]
    made = page(*lines, *paragraph(_BODY, 500))
    # The header's cells stand so close that they make one line.
    words = [word for line in made.lines[:3] for word in line.words]
    tight = (line_of(words, made.text), *made.lines[3:])
    found = rows_of(assemble([PositionedPage(1, made.text, made.width, made.height, tight)]))
    assert found == [
        (0, "", ("Reisdeel", "Bedrag", "Opmerking")),
        (0, "", ("Reizen", "", "")),
        (1, "Reizen", rows[0]),
        (2, "Reizen", rows[1]),
        (0, "", ("Verblijf", "", "")),
        (3, "Verblijf", rows[2]),
        (4, "Verblijf", rows[3]),
    ]


@pytest.mark.parametrize(
    ("first", "header"),
    [
        (("Genre", "2019", "2021 (raming)"), ("Genre", "2019", "2021 (raming)")),
        (("Proza", "9.200", "8.450"), ("", "", "")),
    ],
)
def test_years_head_columns_of_figures(first: tuple[str, ...], header: tuple[str, ...]) -> None:
    rows = [first, ("Essay", "4.300", "4.150"), ("Strip", "7.600", "6.900")]
    found = [block.table.header for block in assemble([table(rows, bold=())]) if block.table]
    assert set(found) == {header}


def test_years_below_one_another_are_no_columns_of_a_header() -> None:
    rows = [("Decreet", "2019", "2021"), ("Besluit", "2020", "2022"), ("Reglement", "2023", "2024")]
    found = [block.table.header for block in assemble([table(rows, bold=())]) if block.table]
    assert set(found) == {("", "", "")}
