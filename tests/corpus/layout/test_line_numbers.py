"""Numbers in the margin: of lines they are furniture, of paragraphs they are not."""

from __future__ import annotations

from corpus.document import BlockKind
from corpus.layout.assembling import assemble
from corpus.layout.line_numbers import line_numbers, with_numbers_apart
from corpus.layout.positioned import PositionedPage, line_of
from tests.corpus.layout.pages import Set, page

_LINES = (
    "Wie voor het eerst over de grens speelt, doet er goed aan om",
    "vroeg een contact te zoeken, want wie te laat begint betaalt",
    "meer dan nodig is en mist soms een kans die anderen nemen.",
    "Daarna volgt een overzicht van de termijnen en de bedragen,",
)


def numbered(step: int, *, lines: int = 24, distance: float = 12.0) -> PositionedPage:
    """A page whose lines have a number in the margin, every so many of them."""
    made: list[Set] = []
    for at in range(lines):
        y = 100 + distance * at
        if (at + 1) % step == 0:
            made.append(Set(str(at + 1), 50, y - 0.6, size=7))
        made.append(Set(_LINES[at % 4], 80, y))
    return page(*made)


def test_numbers_of_lines_stand_in_no_sentence() -> None:
    made = numbered(5)
    assert len(line_numbers([made])) == 4
    blocks = assemble([made])
    assert [b.text for b in blocks if b.kind is BlockKind.FURNITURE] == ["5", "10", "15", "20"]
    assert not [b for b in blocks if b.kind is BlockKind.FOOTNOTE]
    told = " ".join(b.text for b in blocks if b.kind is BlockKind.PARAGRAPH)
    assert told == " ".join(_LINES * 6)


def test_numbers_that_the_file_sets_in_one_line_with_the_text_are_cut_off() -> None:
    made = numbered(5)
    glued, number = [], None
    for line in made.lines:
        if line.text.isdecimal():
            number = line
            continue
        glued.append(line_of([*number.words, *line.words], made.text) if number else line)
        number = None
    together = PositionedPage(1, made.text, made.width, made.height, tuple(glued))
    assert not line_numbers([together])
    (cut,) = with_numbers_apart([together])
    assert len(line_numbers([cut])) == 4
    plain = page(*(Set(f"{at} {_LINES[at % 4]}", 50, 100 + 12.0 * at) for at in range(2021, 2030)))
    assert with_numbers_apart([plain]) == [plain]


def test_every_line_may_have_its_number() -> None:
    assert len(line_numbers([numbered(1)])) == 24


def test_numbers_of_paragraphs_are_kept() -> None:
    made = numbered(1, lines=6, distance=60.0)
    assert not line_numbers([made])


def test_a_large_first_letter_belongs_to_its_word() -> None:
    made = page(
        Set("D", 60, 130, size=36),
        Set("e werkgroep besprak in het voorjaar hoe het beter kan.", 82, 118),
        Set("Een gedeelde agenda voorkomt veel van wat misgaat.", 82, 130),
        *(Set(line, 60, 160 + 12.0 * at) for at, line in enumerate(_LINES)),
    )
    texts = [block.text for block in assemble([made])]
    assert texts[0].startswith("De werkgroep besprak in het voorjaar hoe het beter kan. Een")
