from pathlib import Path

from benchmarks.filler import Filler
from corpus.document import Block, BlockKind, Document, Page, Source


def fiche() -> Document:
    text = "In Frankrijk betaalt de organisator 15 % belasting op de gage."
    blocks = (
        Block(BlockKind.HEADING, "Belasting betalen", (), ("Belasting betalen",)),
        Block(BlockKind.PARAGRAPH, text, (), ("Belasting betalen",)),
    )
    source = Source("fr", "Frankrijk", Path("fr.md"), language="nl")
    return Document(source, (Page(1, None, text),), blocks)


def made(count: int) -> list[Document]:
    filler = Filler.of([fiche()])
    return [filler.document(source) for source in filler.sources(count)]


def test_the_same_number_gives_the_same_document() -> None:
    assert made(2) == made(2)
    assert made(2)[0] != made(2)[1]


def test_names_figures_and_small_words_stay_and_blocks_stand_on_their_page() -> None:
    (document,) = made(1)
    paragraphs = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    for block in paragraphs:
        assert block.text.startswith("In Frankrijk ")
        assert " 15 % " in block.text
        (run,) = block.runs
        assert document.page(1).text[run.page_start : run.page_end] == block.text
    assert len({block.text for block in paragraphs}) > 1
