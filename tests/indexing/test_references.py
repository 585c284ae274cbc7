from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.references import heading_references, references


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("artikel 31 van de Archiefwet 1995", ["artikel:31"]),
        ("Art. 31a", ["artikel:31a"]),
        ("§ 4.1.1", ["sectie:4.1.1"]),
        ("section 4.1.1", ["sectie:4.1.1"]),
        ("hoofdstuk IV", ["sectie:4"]),
        ("Tabel 2", ["tabel:2"]),
        ("table 2 and figure 3", ["tabel:2", "figuur:3"]),
        ("voetnoot 13", ["noot:13"]),
        ("bijlage B", ["bijlage:b"]),
        ("wat is een nota", []),
        ("de artikelen zijn lang", []),
        ("the part I play", []),
        ("wie is lid van de commissie", []),
        ("chapter V", ["sectie:5"]),
    ],
)
def test_a_reference_has_one_term_however_it_is_written(text: str, terms: list[str]) -> None:
    assert [reference.term for reference in references(text)] == terms


@pytest.mark.parametrize(
    ("heading", "term"),
    [
        ("4.1.1 Deelname aan cultuur", "sectie:4.1.1"),
        ("3. Besluit", "sectie:3"),
        ("Tabel 2: Steun per land", "tabel:2"),
        ("archiefwet 1995 artikel 1", "artikel:1"),
    ],
)
def test_a_heading_answers_to_its_number(heading: str, term: str) -> None:
    assert term in heading_references(heading)


@given(st.text())
def test_offsets_stay_inside_the_text(text: str) -> None:
    for reference in references(text):
        assert 0 <= reference.start < reference.end
