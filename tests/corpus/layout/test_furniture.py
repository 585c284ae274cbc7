"""Running headers, footers, page numbers and the labels that follow from them."""

from __future__ import annotations

import pytest

from corpus.layout.furniture import furniture, labels
from corpus.layout.positioned import PositionedPage
from tests.corpus.layout.pages import Set, page, paragraph

TEXT = (
    "Een gezelschap dat over de grens wil spelen, vindt hier wat het vooraf moet regelen en bij "
    "wie het terechtkan."
)


def pages(*margins: list[Set]) -> list[PositionedPage]:
    """Pages with these lines in their margins around the same text."""
    return [
        page(*own, *paragraph(f"Bladzijde {'abcdefghij'[at]}. {TEXT}", 200), number=at + 1)
        for at, own in enumerate(margins)
    ]


def aside(found: list[PositionedPage]) -> list[str]:
    return [found[number - 1].lines[at].text for number, at in sorted(furniture(found))]


def test_headers_that_differ_on_odd_and_even_pages_are_furniture() -> None:
    made = pages(
        *[[Set("Het steunpunt" if at % 2 else "Over de grens", 60, 40, size=8)] for at in range(6)]
    )
    assert aside(made) == ["Over de grens", "Het steunpunt"] * 3


def test_headers_that_name_the_chapter_are_furniture() -> None:
    titles = ("Vooraf", "Vooraf", "Reizen", "Reizen", "Blijven", "Blijven")
    made = pages(*[[Set(title, 60, 40, size=8)] for title in titles])
    assert aside(made) == list(titles)


def test_slide_titles_are_no_furniture() -> None:
    made = pages(*[[Set(title, 60, 60, size=24)] for title in ("Een", "Twee", "Drie", "Vier")])
    assert not aside(made)


def test_a_repeated_table_header_is_no_furniture() -> None:
    made = [
        page(
            Set("Huis", 60, 80, bold=True), Set("Taak", 200, 80, bold=True),
            Set(word, 60, 92), Set(f"{word} ontvangt", 200, 92),
            Set("Molen", 60, 104), Set("leent uit", 200, 104),
            *paragraph(f"{TEXT} {at}", 300),
            number=at,
        )
        for at, word in enumerate(("Kade", "Vaart", "Laag", "Zuid"), start=1)
    ]  # fmt: skip
    assert not aside(made)


def test_a_number_in_a_cell_low_on_the_page_is_no_page_number() -> None:
    made = [
        page(
            *paragraph(TEXT, 200), Set(word, 60, 740 - at * 7), Set("10", 60, 752 - at * 7),
            Set(str(at), 520, 780, size=8), number=at,
        )
        for at, word in enumerate(("Kade", "Vaart", "Laag", "Zuid"), start=1)
    ]  # fmt: skip
    assert aside(made) == ["1", "2", "3", "4"]


def test_labels_follow_the_printed_numbers_with_their_distance() -> None:
    made = pages([], [], *[[Set(f"Verslag 2024 | {n}", 60, 780, size=8)] for n in (1, 2, 3, 4)])
    assert labels(made, furniture(made)) == [None, None, "1", "2", "3", "4"]


def test_roman_front_matter_has_roman_labels() -> None:
    printed = ["", "ii", "iii", "1", "2", "3"]
    made = pages(*[[Set(one, 300, 780, size=8)] if one else [] for one in printed])
    assert labels(made, furniture(made)) == ["i", "ii", "iii", "1", "2", "3"]


def test_labels_of_the_file_win_unless_they_merely_count() -> None:
    made = pages(*[[Set(str(n + 40), 300, 780, size=8)] for n in range(1, 5)])
    found = furniture(made)
    assert labels(made, found, ["a", "b", "c", "d"]) == ["a", "b", "c", "d"]
    assert labels(made, found, ["1", "2", "3", "4"]) == ["41", "42", "43", "44"]


def test_without_numbers_there_are_no_labels() -> None:
    made = pages([], [], [])
    assert labels(made, furniture(made)) == [None, None, None]


@pytest.mark.parametrize("text", ["3", "– 3 –", "p. 3", "Pagina 3 van 9", "3 / 9"])
def test_page_numbers_in_many_forms_are_furniture(text: str) -> None:
    made = pages(*[[Set(text.replace("3", str(n)), 300, 780, size=8)] for n in range(1, 4)])
    assert len(aside(made)) == 3
