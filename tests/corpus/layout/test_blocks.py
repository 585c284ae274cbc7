"""Whole pages to blocks: what stands where, joined and told apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.document import Block, BlockKind
from corpus.layout.assembling import assemble
from corpus.layout.positioned import PositionedPage, Ruling
from tests.corpus.layout.pages import Set, page, paragraph

LONG = (
    "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen en bij "
    "wie het terechtkan, want wie te laat begint, betaalt meer dan nodig is en mist soms een kans."
)
MORE = (
    "Daarna volgt een overzicht van de termijnen, de bedragen en de formulieren, en van de vragen "
    "die organisatoren het vaakst stellen wanneer zij voor het eerst een vreemd gezelschap boeken."
)


def texts(blocks: Sequence[Block], kind: BlockKind) -> list[str]:
    return [block.text for block in blocks if block.kind is kind]


def body(*lines: Set, number: int = 1) -> PositionedPage:
    """A page that also has enough running text for its size to be the body's."""
    return page(*lines, *paragraph(f"{LONG} {MORE}", 500), number=number)


def test_a_paragraph_over_a_page_break_and_a_note_is_whole_again() -> None:
    first = page(
        *paragraph(LONG, 500),
        Set("Wie deze regels niet kent, doet er goed aan om al in het voorjaar", 60, 648, mark="1"),
        Set("1 Zie het jaarverslag.", 60, 720, size=7.5),
    )
    second = page(Set("contact te zoeken met het loket.", 60, 100), *paragraph(MORE, 200), number=2)
    blocks = assemble([first, second])
    joined = next(block for block in blocks if block.text.startswith("Wie deze"))
    assert joined.text.endswith("om al in het voorjaar contact te zoeken met het loket.")
    assert joined.pages == (1, 2)
    assert joined.notes == ("1",)
    assert [(b.marker, b.text) for b in blocks if b.kind is BlockKind.FOOTNOTE] == [
        ("1", "Zie het jaarverslag.")
    ]


def test_two_paragraphs_stay_two() -> None:
    blocks = assemble([page(*paragraph(LONG, 100), *paragraph(MORE, 160))])
    assert texts(blocks, BlockKind.PARAGRAPH) == [LONG, MORE]


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("•", "•"),
        ("–", "–"),
        ("1.", "1."),
        ("2:", "2:"),
        ("a)", "a)"),
        ("(b)", "(b)"),
        ("3°", "3°"),
    ],
)
def test_markers_begin_list_items(marker: str, number: str) -> None:
    lines = [
        *paragraph(LONG, 100),
        Set(f"{marker} eerste punt van de lijst", 70, 170),
        *paragraph(MORE, 200),
    ]
    items = [b for b in assemble([page(*lines)]) if b.kind is BlockKind.LIST_ITEM]
    assert [(item.number, item.level) for item in items] == [(number, 1)]


def test_a_dash_inside_a_sentence_begins_no_item() -> None:
    lines = [
        Set(
            "Het loket helpt gezelschappen die voor het eerst over de grens willen spelen", 60, 100
        ),
        Set("– en dat zijn er elk jaar meer – bij het invullen van de formulieren en ook", 60, 112),
        Set("bij het zoeken naar een goede partner ter plaatse.", 60, 124),
    ]
    blocks = assemble([page(*lines)])
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH]


def test_list_levels_count_from_the_lists_own_edge() -> None:
    lines = [
        *paragraph(LONG, 100),
        Set("• eerste", 330, 200),
        Set("o binnenste", 348, 214),
        Set("• tweede", 330, 228),
    ]
    items = [b for b in assemble([page(*lines)]) if b.kind is BlockKind.LIST_ITEM]
    assert [(item.text, item.level) for item in items] == [
        ("eerste", 1),
        ("binnenste", 2),
        ("tweede", 1),
    ]


def test_numbered_headings_in_smaller_print_are_no_chapters() -> None:
    lines = [
        Set("1. Inleiding", 60, 60, size=18, bold=True),
        *paragraph(LONG, 70),
        Set("Aandachtspunten", 60, 140, size=14, bold=True),
        Set("1. Van plan naar praktijk", 60, 170, size=11, bold=True),
        *paragraph(MORE, 180),
        Set("2. Kader", 60, 260, size=18, bold=True),
        Set("2.1 Begrippen", 60, 290, size=14, bold=True),
        *paragraph(LONG, 300),
    ]
    headings = [b for b in assemble([page(*lines)]) if b.kind is BlockKind.HEADING]
    assert [(h.level, h.number, h.text) for h in headings] == [
        (1, "1", "1. Inleiding"),
        (2, "", "Aandachtspunten"),
        (3, "1", "1. Van plan naar praktijk"),
        (1, "2", "2. Kader"),
        (2, "2.1", "2.1 Begrippen"),
    ]
    assert headings[2].section == ("1. Inleiding", "Aandachtspunten")


def test_short_titles_after_a_number_are_headings() -> None:
    lines = [Set("1.4.1. Wat?", 60, 60, size=10, bold=True), *paragraph(LONG, 80)]
    found = assemble([page(*lines)])[0]
    assert (found.kind, found.number, found.level) == (BlockKind.HEADING, "1.4.1", 3)


def test_a_bold_sentence_within_a_paragraph_is_no_heading() -> None:
    lines = [
        Set("Wie tekent, belooft ook om binnen het jaar verslag uit te brengen. Zonder", 60, 100),
        Set("dat verslag betaalt het fonds het laatste deel van de steun niet uit en", 60, 112,
            bold=True),
        Set("vraagt het soms ook het eerste deel terug.", 60, 124),
        *paragraph(MORE, 150),
    ]  # fmt: skip
    assert not texts(assemble([page(*lines)]), BlockKind.HEADING)


def test_a_contents_list_is_set_aside_and_its_titles_are_headings() -> None:
    contents = page(
        Set("Inhoud", 60, 60, size=14, bold=True),
        Set("Vooraf ............................ 2", 60, 90),
        Set("Wie kan meedoen ................... 2", 60, 104),
        Set("Hoe het verder gaat ............... 3", 60, 118),
        *paragraph(LONG, 300),
    )
    second = page(
        Set("Wie kan meedoen", 60, 60), *paragraph(LONG, 90), *paragraph(MORE, 200), number=2
    )
    blocks = assemble([contents, second])
    furniture = texts(blocks, BlockKind.FURNITURE)
    assert furniture[0] == "Inhoud"
    assert [entry[:6] for entry in furniture[1:]] == ["Vooraf", "Wie ka", "Hoe he"]
    assert texts(blocks, BlockKind.HEADING) == ["Wie kan meedoen"]


def test_two_columns_that_take_turns_in_the_file_are_read_one_after_the_other() -> None:
    left = paragraph(LONG, 100, per_line=24)
    right = paragraph(MORE, 100, per_line=24, left=320)
    turns = [line for pair in zip(left, right, strict=False) for line in pair]
    rest = [*left[len(right) :], *right[len(left) :]]
    found = " ".join(texts(assemble([page(*turns, *rest)]), BlockKind.PARAGRAPH))
    assert found.index("mist soms een kans.") < found.index("Daarna volgt")


def grid(xs: Sequence[float], ys: Sequence[float]) -> tuple[Ruling, ...]:
    """The rulings of a table."""
    return (
        *(Ruling(x, ys[0], x, ys[-1]) for x in xs),
        *(Ruling(xs[0], y, xs[-1], y) for y in ys),
    )


def test_a_ruled_table_is_read_by_rows_and_goes_on_over_the_page() -> None:
    first = page(
        *paragraph(LONG, 100),
        Set("Tabel 1: Wie doet wat", 60, 590),
        Set("Huis", 64, 615, bold=True), Set("Taak", 204, 615, bold=True),
        Set("Kade", 64, 635), Set("ontvangt gezelschappen", 204, 635),
        Set("uit het noorden", 204, 647),
        rulings=grid((60, 200, 400), (600, 620, 650)),
    )  # fmt: skip
    second = page(
        Set("Huis", 64, 75, bold=True), Set("Taak", 204, 75, bold=True),
        Set("Vaart", 64, 95), Set("leent werken uit", 204, 95),
        *paragraph(MORE, 300),
        number=2,
        rulings=grid((60, 200, 400), (60, 80, 100)),
    )  # fmt: skip
    rows = [b for b in assemble([first, second]) if b.table is not None]
    assert [(b.table.row, b.table.cells) for b in rows if b.table] == [
        (0, ("Huis", "Taak")),
        (1, ("Kade", "ontvangt gezelschappen uit het noorden")),
        (0, ("Huis", "Taak")),
        (2, ("Vaart", "leent werken uit")),
    ]
    assert rows[3].text == "Huis: Vaart; Taak: leent werken uit"
    assert rows[3].table is not None
    assert rows[3].table.caption == "Tabel 1: Wie doet wat"
    assert {b.table.table for b in rows if b.table} == {"Tabel 1"}
    assert all(b.table.trusted for b in rows if b.table)


def test_a_merged_cell_is_told_in_every_row_and_stands_on_the_page_once() -> None:
    rulings = (
        *(Ruling(x, 600, x, 660) for x in (60, 200, 400)),
        *(Ruling(60, y, 400, y) for y in (600, 620, 660)),
        Ruling(200, 640, 400, 640),
    )
    one = page(
        *paragraph(LONG, 100),
        Set("Regio", 64, 615, bold=True), Set("Land", 204, 615, bold=True),
        Set("Zuid", 64, 635), Set("Spanje", 204, 635), Set("Portugal", 204, 655),
        rulings=rulings,
    )  # fmt: skip
    rows = [b for b in assemble([one]) if b.table is not None]
    assert [b.table.cells for b in rows if b.table] == [
        ("Regio", "Land"),
        ("Zuid", "Spanje"),
        ("Zuid", "Portugal"),
    ]
    told = [one.text[r.page_start : r.page_end] for b in rows for r in b.runs]
    assert told.count("Zuid") == 1


def test_an_aligned_table_is_read_but_not_trusted() -> None:
    lines = [*paragraph(LONG, 100)]
    for at, cells in enumerate(
        (("Jaar", "Steun"), ("2021", "96"), ("2022", "104"), ("2023", "88"))
    ):
        lines += [Set(cells[0], 60, 300 + 16 * at), Set(cells[1], 200, 300 + 16 * at)]
    rows = [b.table for b in assemble([page(*lines)]) if b.table is not None]
    assert [row.cells for row in rows] == [
        ("Jaar", "Steun"),
        ("2021", "96"),
        ("2022", "104"),
        ("2023", "88"),
    ]
    assert [row.row for row in rows] == [0, 1, 2, 3]
    assert not any(row.trusted for row in rows)


def test_a_wide_table_without_rulings_is_not_read_as_two_columns_of_a_page() -> None:
    rows = [("Naam", "Plaats", "2023", "2024")]
    rows += [(f"Feest {at}", "Stad", f"{at}.000", f"{at}.500") for at in range(1, 12)]
    lines = []
    for at, cells in enumerate(rows):
        for x, cell in zip((60, 180, 420, 500), cells, strict=True):
            lines.append(Set(cell, x, 100 + 16 * at))
    below = paragraph(LONG, 320)
    blocks = assemble([page(*lines, *below)])
    assert [b.table.cells for b in blocks if b.table] == rows
    assert texts(blocks, BlockKind.PARAGRAPH) == [LONG]


def test_two_columns_of_text_are_no_table() -> None:
    left = paragraph(f"{LONG} {MORE}", 100, per_line=40)
    right = paragraph(f"{MORE} {LONG}", 100, per_line=40, left=330)
    turns = [line for pair in zip(left, right, strict=False) for line in pair]
    assert not [b for b in assemble([page(*turns)]) if b.table is not None]


def test_references_are_told_apart_by_their_hanging_indent() -> None:
    lines = [
        *paragraph(LONG, 60),
        Set("Bibliografie", 60, 150, size=14, bold=True),
        Set("Aerts, L. (2019). Reizende gezelschappen in de lage landen en elders, een", 60, 180),
        Set("verkenning. De Brug.", 80, 192),
        Set("Bakker, J. (2021). Wie betaalt de tournee? Tijdschrift voor Toneel, 14(2),", 60, 204),
        Set("33-58.", 80, 216),
    ]  # fmt: skip
    found = texts(assemble([page(*lines)]), BlockKind.REFERENCE)
    assert [entry[:5] for entry in found] == ["Aerts", "Bakke"]
    assert found[1].endswith("33-58.")


def test_an_address_on_its_own_belongs_to_the_reference_before_it() -> None:
    lines = [
        *paragraph(LONG, 60),
        Set("Referenties", 60, 150, size=14, bold=True),
        Set("Aerts, L. (z.d.). Reizen.", 60, 180),
        Set("https://voorbeeld.test/reizen", 60, 210),
        Set("Bakker, J. (2020). Blijven. De Brug.", 60, 240),
    ]
    found = texts(assemble([page(*lines)]), BlockKind.REFERENCE)
    assert found == [
        "Aerts, L. (z.d.). Reizen. https://voorbeeld.test/reizen",
        "Bakker, J. (2020). Blijven. De Brug.",
    ]


def test_a_quotation_keeps_the_name_under_it() -> None:
    lines = [
        *paragraph(LONG, 60),
        Set("“Zonder het loket was de reis er nooit gekomen.”", 60, 150, size=13, italic=True),
        Set("- zakelijk leider, in gesprek", 60, 180),
        *paragraph(MORE, 200),
    ]
    (quote,) = [b for b in assemble([page(*lines)]) if b.kind is BlockKind.QUOTE]
    assert quote.text.endswith("gekomen.” - zakelijk leider, in gesprek")


def test_captions_carry_their_number() -> None:
    found = assemble([body(Set("Figuur 2: Reizen per jaar", 60, 100))])
    (caption,) = [b for b in found if b.kind is BlockKind.CAPTION]
    assert caption.number == "Figuur 2"


@pytest.mark.parametrize("marker", ["", "● ", "2. "])
def test_a_sentence_that_stands_in_two_paragraphs_is_one(marker: str) -> None:
    made = page(
        *paragraph(LONG, 100),
        Set(f"{marker}De gezelschappen hebben hun meerwaarde voor de streek duidelijker", 60, 190),
        Set("benoemd gekregen en maken daarom andere keuzes.", 60, 214),
        *paragraph(MORE, 240),
    )
    (found,) = [b for b in assemble([made]) if "meerwaarde" in b.text]
    assert found.text.endswith("duidelijker benoemd gekregen en maken daarom andere keuzes.")


@pytest.mark.parametrize(("last", "joined"), [("tussen", True), ("kwam niets door", False)])
def test_a_name_goes_on_a_sentence_only_where_a_word_is_wanting(last: str, joined: bool) -> None:
    made = page(
        *paragraph(LONG, 100),
        Set(f"Er bestaan al jaren nauwe en goede banden {last}", 60, 190),
        Set("Vlaanderen en Wallonië, en ook daarbuiten.", 60, 214),
        *paragraph(MORE, 240),
    )
    texts = [block.text for block in assemble([made]) if block.text.startswith("Er bestaan")]
    assert texts[0].endswith("ook daarbuiten.") is joined


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("muziek en dans", "theater en circus"),
        ("Wie doet mee?", "iedereen die wil"),
        ("Muziek", "dans"),
        ("De gezelschappen hebben dat gedaan.", "en daarna niets meer"),
    ],
)
def test_short_lines_in_lower_case_stay_apart(before: str, after: str) -> None:
    made = page(*paragraph(LONG, 100), Set(before, 60, 190), Set(after, 60, 214))
    assert {before, after} <= {block.text for block in assemble([made])}


def test_addresses_that_a_page_left_over_do_not_tear_a_sentence() -> None:
    first = page(
        *paragraph(LONG, 500),
        Set("Mensen konden filmpjes van hun eigen werk insturen en op die manier hun", 60, 700),
    )
    second = page(Set("https://voorbeeld.test/een https://voorbeeld.test/twee", 60, 80), number=2)
    third = page(Set("talent tonen aan wie wilde.", 60, 100), *paragraph(MORE, 200), number=3)
    blocks = assemble([first, second, third])
    (found,) = [b for b in blocks if b.text.startswith("Mensen konden")]
    assert found.text.endswith("hun talent tonen aan wie wilde.")
    assert found.pages == (1, 3)
    assert "https://voorbeeld.test/een https://voorbeeld.test/twee" in {b.text for b in blocks}


def test_a_footer_left_behind_in_the_body_is_set_aside() -> None:
    pages = [
        page(
            *paragraph(LONG, 100),
            *([Set("Nota over reizen met steun", 60, 200)] if number == 2 else []),
            *paragraph(MORE, 300),
            Set(f"Nota over reizen met steun {number}", 300, 780, size=8),
            number=number,
        )
        for number in range(1, 6)
    ]
    blocks = assemble(pages)
    assert len([b for b in blocks if b.text.startswith("Nota over")]) == 6
    assert {b.kind for b in blocks if b.text.startswith("Nota over")} == {BlockKind.FURNITURE}


def test_a_box_takes_nothing_of_the_text_around_it() -> None:
    edges = (50.0, 180.0, 560.0, 260.0)
    left, top, right, bottom = edges
    rulings = (
        Ruling(left, top, right, top),
        Ruling(left, bottom, right, bottom),
        Ruling(left, top, left, bottom),
        Ruling(right, top, right, bottom),
    )
    made = page(
        Set("1. Reizen met steun", 60, 60, size=16, bold=True),
        *paragraph(LONG, 80),
        Set("Wie voor het eerst over de grens speelt, doet er goed aan om vroeg en met", 60, 150),
        Set("Kort gezegd", 60, 205, size=14, bold=True),
        Set("Begin op tijd, en vraag wat het kost.", 60, 230, size=9),
        Set("veel geduld een contact te zoeken.", 60, 290),
        *paragraph(MORE, 320),
        rulings=rulings,
    )
    blocks = assemble([made])
    (torn,) = [b for b in blocks if b.text.startswith("Wie voor het eerst")]
    assert torn.text.endswith("om vroeg en met veel geduld een contact te zoeken.")
    sections = {b.text: b.section for b in blocks}
    assert sections["Kort gezegd"] == ("1. Reizen met steun",)
    assert sections["Begin op tijd, en vraag wat het kost."] == (
        "1. Reizen met steun", "Kort gezegd",
    )  # fmt: skip
    assert sections[MORE] == ("1. Reizen met steun",)


def test_a_sentence_in_large_print_is_no_heading() -> None:
    drawn = "Een gezelschap moet weten wat het vooraf regelt."
    made = page(
        Set("1. Reizen met steun", 60, 60, size=16, bold=True),
        *paragraph(LONG, 80),
        Set(drawn, 60, 200, size=15, italic=True),
        *paragraph(MORE, 240),
    )
    blocks = assemble([made])
    (found,) = [b for b in blocks if b.text == drawn]
    assert found.kind is BlockKind.QUOTE
    assert [b.section for b in blocks if b.text == MORE] == [("1. Reizen met steun",)]


def test_a_line_that_says_who_and_when_heads_nothing() -> None:
    signed = "Steunpunt Voorbeeld, december 2023"
    made = page(
        Set("Reizen met steun", 60, 60, size=16, bold=True),
        Set(signed, 60, 90, italic=True),
        *paragraph(f"{LONG} {MORE}", 100),
    )
    blocks = assemble([made])
    assert [b.kind for b in blocks if b.text == signed] == [BlockKind.PARAGRAPH]


def test_a_sentence_that_the_file_tears_twice_is_one() -> None:
    made = page(
        *paragraph(LONG, 100),
        Set("Er bestaan al jaren nauwe en goede banden tussen", 60, 190),
        Set("Vlaanderen en Wallonië, zoals Huis", 60, 214),
        Set("De Kade, dat ook daarbuiten werkt.", 60, 238),
        Set("Het loket helpt daarbij.", 60, 262),
        *paragraph(MORE, 290),
    )
    texts = [block.text for block in assemble([made])]
    assert (
        "Er bestaan al jaren nauwe en goede banden tussen Vlaanderen en Wallonië, zoals Huis De "
        "Kade, dat ook daarbuiten werkt." in texts
    )
    assert "Het loket helpt daarbij." in texts


@pytest.mark.parametrize(
    ("line", "heads"),
    [("Artikel 6", True), ("Art. 12bis.", True), ("Artikelen zijn er niet", False)],
)
def test_the_number_of_an_article_heads_it_in_any_print(line: str, heads: bool) -> None:
    made = body(Set(line, 60, 120), *paragraph(LONG, 150))
    assert (line in texts(assemble([made]), BlockKind.HEADING)) is heads


def test_a_bold_article_without_a_title_is_a_heading() -> None:
    made = body(Set("Bijlage 2", 60, 120, bold=True), *paragraph(LONG, 150))
    assert texts(assemble([made]), BlockKind.HEADING) == ["Bijlage 2"]
