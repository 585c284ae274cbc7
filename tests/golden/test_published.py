"""Published documents, read with their tags and without, agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import BlockKind, Document
from tests.golden.printed import strip_tags
from tests.golden.reading import read_file
from tests.golden.truth import agreement


def _texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind in kinds]


@pytest.mark.shared_corpus
@pytest.mark.slow
def test_the_layout_alone_tells_what_the_tags_tell(published_corpus: Path, tmp_path: Path) -> None:
    files = sorted(published_corpus.glob("*.pdf"))
    assert files
    for file in files:
        tagged = read_file(file)
        bare = tmp_path / file.name
        strip_tags(file, bare)
        untagged = read_file(bare)
        for kinds in (
            (BlockKind.HEADING,),
            (BlockKind.FOOTNOTE,),
            (BlockKind.TABLE_ROW,),
            (BlockKind.FURNITURE,),
            (BlockKind.LIST_ITEM,),
            (BlockKind.PARAGRAPH, BlockKind.QUOTE),
            (BlockKind.REFERENCE,),
        ):
            found = agreement(_texts(untagged, *kinds), _texts(tagged, *kinds))
            assert found.f1 >= 0.95, (file.name, kinds[0], found)
