"""Footnote marks and the notes they point to."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.layout.assembling import assemble
from tests.corpus.layout.pages import Set, page, paragraph

TEXT = (
    "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen en bij "
    "wie het terechtkan, want wie te laat begint, betaalt meer dan nodig is."
)


def test_notes_under_one_another_are_told_apart_by_their_sequence() -> None:
    made = page(
        *paragraph(TEXT, 100),
        Set("Steun", 60, 300, mark="1"),
        Set("1 Zie het jaarverslag van", 60, 700, size=7.5),
        Set("2023 over de reizen.", 60, 708, size=7.5),
        Set("2 Cijfers van het loket.", 60, 716, size=7.5),
    )
    notes = [b for b in assemble([made]) if b.kind is BlockKind.FOOTNOTE]
    assert [(n.marker, n.text) for n in notes] == [
        ("1", "Zie het jaarverslag van 2023 over de reizen."),
        ("2", "Cijfers van het loket."),
    ]
    assert not any(note.notes for note in notes)


def test_a_mark_without_a_note_stays_in_the_text() -> None:
    made = page(*paragraph(TEXT, 100), Set("Een oppervlakte van zes m", 60, 300, mark="2"))
    (found,) = [b for b in assemble([made]) if b.text.startswith("Een oppervlakte")]
    assert found.text.endswith("m2")
    assert found.notes == ()


def test_a_note_goes_on_below_the_body_of_the_next_page() -> None:
    first = page(
        *paragraph(TEXT, 100),
        Set("Steun voor iedereen.", 60, 300, mark="1"),
        Set("1 Een lange noot die ophoudt waar de bladzijde ophoudt.", 60, 740, size=7.5),
    )
    second = page(
        *paragraph(f"Verderop. {TEXT}", 100),
        Set("En die hier verdergaat.", 60, 740, size=7.5),
        number=2,
    )
    (note,) = [b for b in assemble([first, second]) if b.kind is BlockKind.FOOTNOTE]
    assert note.text.endswith("ophoudt. En die hier verdergaat.")
    assert note.pages == (1, 2)


def test_a_percentage_in_small_print_is_no_note() -> None:
    made = page(*paragraph(TEXT, 100), Set("12 % van de huizen antwoordde.", 60, 700, size=7.5))
    assert not [b for b in assemble([made]) if b.kind is BlockKind.FOOTNOTE]


def test_several_marks_at_one_word_are_all_linked() -> None:
    made = page(
        *paragraph(TEXT, 100),
        Set("Steun voor iedereen", 60, 300, mark="1,2"),
        Set("1 Het jaarverslag.", 60, 700, size=7.5),
        Set("2 De cijfers.", 60, 708, size=7.5),
    )
    (found,) = [b for b in assemble([made]) if b.text.startswith("Steun")]
    assert (found.text, found.notes) == ("Steun voor iedereen", ("1", "2"))


def test_notes_in_square_brackets_are_linked_wherever_they_stand() -> None:
    first = page(
        *paragraph(TEXT, 100),
        Set("Het fonds onderzocht dat", 60, 300, mark="[1]"),
        Set("[1] https://voorbeeld.test/onderzoek", 60, 340),
        *paragraph(TEXT, 400),
    )
    blocks = assemble([first])
    (note,) = [b for b in blocks if b.kind is BlockKind.FOOTNOTE]
    assert (note.marker, note.text) == ("1", "https://voorbeeld.test/onderzoek")
    (found,) = [b for b in blocks if b.text.startswith("Het fonds")]
    assert (found.text, found.notes) == ("Het fonds onderzocht dat", ("1",))


def test_a_bracket_that_nothing_points_at_is_no_note() -> None:
    made = page(*paragraph(TEXT, 100), Set("[1] Een eerste punt van de lijst.", 60, 300))
    blocks = assemble([made])
    assert not [b for b in blocks if b.kind is BlockKind.FOOTNOTE]
    assert [b for b in blocks if b.text.startswith("[1] Een eerste")]


def test_numbered_entries_of_a_reference_list_are_no_notes() -> None:
    made = page(
        *paragraph(TEXT, 100),
        Set("Het fonds onderzocht dat", 60, 300, mark="[1]"),
        Set("Referenties", 60, 340, size=14, bold=True),
        Set("[1] Bakker, J. (2021). Wie betaalt de tournee? Huis De Kade.", 60, 370),
    )
    blocks = assemble([made])
    assert not [b for b in blocks if b.kind is BlockKind.FOOTNOTE]
    assert [b for b in blocks if b.text == "Het fonds onderzocht dat[1]"]


@pytest.mark.parametrize("number", ["214", "9"])
def test_figures_in_small_print_beside_the_text_are_no_notes(number: str) -> None:
    made = page(
        *paragraph(TEXT, 100),
        Set(f"{number} aanvragen in dat jaar", 60, 220, size=7.5),
        *paragraph(TEXT, 300),
    )
    assert not [b for b in assemble([made]) if b.kind is BlockKind.FOOTNOTE]


def test_a_note_in_small_print_is_one_where_the_text_asks_for_it() -> None:
    made = page(
        *paragraph(TEXT, 100),
        Set("Steun voor iedereen.", 60, 180, mark="9"),
        Set("9 Het jaarverslag.", 60, 220, size=7.5),
        *paragraph(TEXT, 300),
    )
    (note,) = [b for b in assemble([made]) if b.kind is BlockKind.FOOTNOTE]
    assert (note.marker, note.text) == ("9", "Het jaarverslag.")
