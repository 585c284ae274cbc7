"""Our parts as LlamaIndex parts: node parser, embedding, retriever, ingestion pipeline.

Import this module only where LlamaIndex is wanted: it costs a second and a half. Answering does
not need it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import NodeParser
from llama_index.core.schema import (
    BaseNode,
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)
from llama_index.core.schema import Document as LlamaDocument
from llama_index.vector_stores.chroma import ChromaVectorStore
from pydantic import PrivateAttr

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from indexing.embedding import Embedder, HashedGramEmbedder
from indexing.passage import Passage
from indexing.retriever import Retriever
from indexing.settings import IndexingSettings
from indexing.splitting import split
from indexing.vector_index import VectorIndex

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def as_node(passage: Passage) -> TextNode:
    """A passage as a node; where it stands is in its metadata."""
    return TextNode(
        id_=passage.id,
        text=passage.text,
        metadata={
            "document": passage.document,
            "kind": passage.kind.value,
            "section": " > ".join(passage.section),
            "pages": ", ".join(map(str, passage.pages)),
            "language": passage.language,
            "digest": passage.digest,
        },
        excluded_embed_metadata_keys=["digest", "pages", "kind", "language", "document"],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.document)},
    )


def as_llama_document(document: Document) -> LlamaDocument:
    """A document as LlamaIndex has them: its pages' text, one after the other."""
    return LlamaDocument(
        id_=document.source.id,
        text="\n\n".join(page.text for page in document.pages),
        metadata={"title": document.source.title, "publisher": document.source.publisher},
    )


class PassageParser(NodeParser):
    """Splits along a document's own structure (:func:`indexing.splitting.split`).

    A node whose id is among ``documents`` is split by the structure read from its file; any other
    is taken for plain text with paragraphs between blank lines.
    """

    _settings: IndexingSettings = PrivateAttr()
    _documents: Mapping[str, Document] = PrivateAttr()

    def __init__(
        self,
        settings: IndexingSettings | None = None,
        documents: Mapping[str, Document] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self._settings = settings or IndexingSettings()
        self._documents = documents or {}

    @classmethod
    def class_name(cls) -> str:
        return "PassageParser"

    def _parse_nodes(
        self, nodes: Sequence[BaseNode], show_progress: bool = False, **kwargs: Any
    ) -> list[BaseNode]:
        del show_progress, kwargs
        found: list[BaseNode] = []
        for node in nodes:
            document = self._documents.get(node.node_id) or _plain(node)
            found.extend(as_node(passage) for passage in split(document, self._settings))
        return found


def _plain(node: BaseNode) -> Document:
    text = node.get_content()
    title = str(node.metadata.get("title") or node.node_id)
    blocks = tuple(
        Block(
            BlockKind.PARAGRAPH,
            match[0].replace("\n", " ").rstrip(),
            (Run(0, 1, match.start(), len(match[0].rstrip())),),
        )
        for match in _PARAGRAPH.finditer(text)
    )
    source = Source(id=node.node_id, title=title, file=Path(node.node_id))
    return Document(source, (Page(1, None, text),), blocks)


class PassageEmbedding(BaseEmbedding):
    """One of our embedders; the built-in one unless given."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder | None = None, **more: Any) -> None:
        chosen = embedder or HashedGramEmbedder()
        super().__init__(model_name=chosen.name, **more)
        self._embedder = chosen

    @classmethod
    def class_name(cls) -> str:
        return "PassageEmbedding"

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._embedder.embed(texts)]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class PassageRetriever(BaseRetriever):
    """Our retriever as a LlamaIndex retriever: fits in any of its query engines."""

    def __init__(self, retriever: Retriever, *, lang: str = "nl", k: int = 10) -> None:
        super().__init__()
        self._retriever = retriever
        self._lang = lang
        self._k = k

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._retriever.retrieve(query_bundle.query_str, lang=self._lang, k=self._k)
        return [NodeWithScore(node=as_node(hit.passage), score=hit.score) for hit in found.hits]


def ingestion_pipeline(
    settings: IndexingSettings,
    documents: Mapping[str, Document] | None = None,
    *,
    embedder: Embedder | None = None,
    vectors: VectorIndex | None = None,
) -> IngestionPipeline:
    """LlamaIndex's ingestion pipeline with our splitter and embedder, into a vector index if given.

    For programs that are built on LlamaIndex. The index itself is kept by
    :mod:`indexing.synchronise`, which also keeps the keyword index, and both in one generation.
    """
    store = None if vectors is None else ChromaVectorStore(chroma_collection=vectors.collection)
    return IngestionPipeline(
        transformations=[PassageParser(settings, documents), PassageEmbedding(embedder)],
        vector_store=store,
    )
