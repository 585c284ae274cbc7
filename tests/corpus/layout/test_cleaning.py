"""Clean text and its map back to the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Run
from corpus.layout.cleaning import KnownWords, Piece, clean


def lines(text: str, *, page: int = 1) -> list[Piece]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Piece(page, start, start + len(line)))
        start += len(line) + 1
    return found


def cleaned(text: str, *words: str) -> str:
    return clean({1: text}, lines(text), words)[0]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("beleid en\npraktijk", "beleid en praktijk"),
        ("samen-\nwerking", "samenwerking"),
        ("de Vlaams-\nNederlandse markt", "de Vlaams-Nederlandse markt"),
        ("sociaal-\nculturele", "sociaal-culturele"),
        ("film- \nen muzieksector", "film- en muzieksector"),
        ("film-\nen muzieksector", "film- en muzieksector"),
        ("verzamelen en -\nanalyse", "verzamelen en -analyse"),
        (
            "vrijwilligers - al dan niet tijdelijk -\nvielen weg",
            "vrijwilligers - al dan niet tijdelijk - vielen weg",
        ),
        ("een up-and-\nrunning dienst", "een up-and-running dienst"),
        ("een kant-en-\nklare kit", "een kant-en-klare kit"),
        ("een kant-\nen-klare kit", "een kant-en-klare kit"),
        ("auto-\nonderhoud", "auto-onderhoud"),
        ("privé-\ninitiatief", "privéinitiatief"),
        ("sociaal-cultu-\nreel werk", "sociaal-cultureel werk"),
        ("podium\u00adkunsten", "podiumkunsten"),
        ("kunst\u200ben", "kunsten"),
        ("de eﬃciënte o\ufb03ce", "de efficiënte office"),
        ("veel   te\u00a0\u00a0ruim", "veel te ruim"),
        (
            "zie https://voorbeeld.test/een-\nlang-adres",
            "zie https://voorbeeld.test/een-lang-adres",
        ),
        ("zie www.voorbeeld.test/\npad/naar", "zie www.voorbeeld.test/pad/naar"),
        ("en/\nof", "en/of"),
        ("\x00tekst\x07", "tekst"),
    ],
)
def test_lines_become_text(page: str, expected: str) -> None:
    assert cleaned(page) == expected


def test_the_document_decides_about_a_hyphen_it_has_elsewhere() -> None:
    assert cleaned("kunst-\neducatie", "kunst-educatie") == "kunst-educatie"
    assert cleaned("kunst-\neducatie", "kunsteducatie") == "kunsteducatie"


def test_known_words_are_gathered_from_whole_lines() -> None:
    known = KnownWords(["Kunst-educatie en het half-\nje"])
    assert "kunst-educatie" in known
    assert "half" in known
    assert "halfje" not in known


def test_a_line_break_that_becomes_a_space_stays_in_one_run() -> None:
    _, runs = clean({1: "een twee\ndrie"}, lines("een twee\ndrie"))
    assert runs == (Run(0, 1, 0, 13),)


def test_a_word_that_wraps_without_a_break_is_one_word() -> None:
    text, runs = clean({1: "langwoord"}, [Piece(1, 0, 4), Piece(1, 4, 9)])
    assert text == "langwoord"
    assert sum(run.length for run in runs) == 9


def test_pieces_on_two_pages_know_their_pages() -> None:
    text, runs = clean({1: "over de", 2: "grens"}, [Piece(1, 0, 7), Piece(2, 0, 5)])
    assert text == "over de grens"
    assert [run.page for run in runs] == [1, 2]


@given(
    st.lists(
        st.text(alphabet="ab-\u00adﬁ /.\t\x03é'A1", min_size=1, max_size=12), min_size=1, max_size=6
    )
)
def test_every_run_maps_one_for_one(parts: list[str]) -> None:
    page = "\n".join(parts)
    text, runs = clean({1: page}, lines(page))
    assert text == text.strip()
    end = 0
    for run in runs:
        assert run.start >= end
        end = run.end
        ours, theirs = text[run.start : run.end], page[run.page_start : run.page_end]
        assert len(ours) == len(theirs) == run.length
        for one, other in zip(ours, theirs, strict=True):
            assert one == other or (one.isspace() and other.isspace())
    # Only hyphens at line ends, invisible and control characters and ligatures fall outside.
    told = {i for run in runs for i in range(run.page_start, run.page_end)}
    lost = {page[i] for i in range(len(page)) if i not in told and not page[i].isspace()}
    assert lost <= set("-\u00ad\x03ﬁ")


def test_where_no_words_are_broken_a_hyphen_is_the_compounds_own() -> None:
    long = "een regel die lang genoeg is om mee te tellen in de maat"
    few = KnownWords([long] * 99 + [f"{long} game-"])
    many = KnownWords([long] * 19 + [f"{long} game-"])
    assert clean({1: "game-\nontwikkeling"}, lines("game-\nontwikkeling"), few)[0] == (
        "game-ontwikkeling"
    )
    assert clean({1: "game-\nontwikkeling"}, lines("game-\nontwikkeling"), many)[0] == (
        "gameontwikkeling"
    )
    # What the document itself writes as one word is one word.
    told = KnownWords([long] * 99 + [f"{long} samen-", "samenwerking"])
    assert clean({1: "samen-\nwerking"}, lines("samen-\nwerking"), told)[0] == "samenwerking"
