"""In how many passages of which documents words stand."""

from __future__ import annotations

from pathlib import Path

from indexing.keyword_index import Entry, KeywordIndex, KeywordWriter
from indexing.spread import Spread

# The rows of two documents; the index skips one.
ROWS = ((1, "dune"), (2, "dune"), (4, "marsh"), (5, "marsh"), (6, "marsh"))


def _spread(folder: Path) -> Spread:
    writer = KeywordWriter(folder)
    bodies = {1: "heron reed", 2: "heron", 4: "reed", 5: "reed heron", 6: "moss"}
    for row, document in ROWS:
        writer.add(Entry(row, document, (), bodies[row].split(), (), ()))
    writer.commit()
    return Spread(KeywordIndex(folder), ROWS)


def test_passages_are_counted_by_document(tmp_path: Path) -> None:
    spread = _spread(tmp_path)
    assert spread.counts([("heron",)]) == {"dune": 2, "marsh": 1}
    assert spread.counts([("moss",), ("heron",)]) == {"dune": 2, "marsh": 2}
    assert spread.counts([("unheard",)]) == {}


def test_the_terms_of_a_form_have_to_be_there_together(tmp_path: Path) -> None:
    spread = _spread(tmp_path)
    assert spread.counts([("heron", "reed")]) == {"dune": 1, "marsh": 1}
    assert spread.counts([("heron", "moss")]) == {}


def test_the_size_of_a_document_is_its_passages(tmp_path: Path) -> None:
    spread = _spread(tmp_path)
    assert (spread.size("dune"), spread.size("marsh"), spread.size("sea")) == (2, 3, 0)
