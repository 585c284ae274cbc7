from __future__ import annotations

from pathlib import Path

import pytest

from indexing import llama
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.vector_index import VectorIndex
from tests.indexing.factories import H, L, P, Shelf, document

MADE = document("a", [(H, "Doelen"), (P, "Er zijn twee doelen:"), (L, "publiek"), (L, "export")])


def test_the_parser_splits_along_structure_when_it_knows_the_document() -> None:
    parser = llama.PassageParser(documents={"a": MADE})
    nodes = parser.get_nodes_from_documents([llama.as_llama_document(MADE)])
    assert [node.get_content() for node in nodes] == ["Er zijn twee doelen:\npubliek\nexport"]
    assert nodes[0].metadata["section"] == "Doelen"


def test_the_parser_takes_any_other_text_by_its_paragraphs() -> None:
    text = llama.LlamaDocument(text="Eerste alinea\nloopt door.\n\nTweede alinea.", id_="b")
    nodes = llama.PassageParser().get_nodes_from_documents([text])
    assert [node.get_content() for node in nodes] == ["Eerste alinea loopt door.\nTweede alinea."]


def test_the_embedding_gives_unit_vectors_that_know_likeness() -> None:
    embedding = llama.PassageEmbedding()
    one, other, far = embedding.get_text_embedding_batch(
        ["subsidie voor dans", "subsidies voor dansen", "een lange reis"]
    )
    assert sum(value * value for value in one) == pytest.approx(1.0, abs=1e-5)
    near = sum(a * b for a, b in zip(one, other, strict=True))
    assert near > sum(a * b for a, b in zip(one, far, strict=True))


def test_the_retriever_gives_nodes_with_scores(settings: IndexingSettings, shelf: Shelf) -> None:
    shelf.put(MADE)
    shelf.index(settings)
    with Index.open(settings) as index:
        nodes = llama.PassageRetriever(index.retriever).retrieve("welke doelen")
        assert nodes[0].node.metadata["document"] == "a"
        assert nodes[0].score > 0


def test_the_pipeline_fills_a_vector_index(tmp_path: Path) -> None:
    vectors = VectorIndex(tmp_path / "vectors", create=True)
    pipeline = llama.ingestion_pipeline(IndexingSettings(), {"a": MADE}, vectors=vectors)
    pipeline.run(documents=[llama.as_llama_document(MADE)])
    assert vectors.count == 1
