"""Settings of the index and of retrieval. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class RetrievalSettings(BaseModel):
    """Weights and sizes of retrieval; ``docs/retrieval.md`` names the runs that chose them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    drop_stop_words: bool = Field(True, description="Leave empty words out of the question.")
    reference_route: bool = Field(
        True, description="Look up a question that is little more than a reference."
    )
    candidates: int = Field(150, description="Passages that each arm hands to the reordering step.")
    k1: float = Field(1.2, description="BM25: how soon a repeated term stops counting.")
    b: float = Field(0.75, description="BM25: how much a long passage is discounted, 0 to 1.")
    context_repeats: float = Field(
        3.0, description="How many times title and section path count as said before the passage."
    )
    keyword_weight: float = Field(1.0, description="Reordering: BM25 of question terms.")
    gram_weight: float = Field(1.0, description="Reordering: BM25 of character 4-grams.")
    coverage_weight: float = Field(0.05, description="Reordering: share of the question's rarity.")
    proximity_weight: float = Field(0.05, description="Reordering: question words near each other.")
    lookup_weight: float = Field(
        1.0, description="Reference route: title, section path and exact reference."
    )
    lookup_keyword_weight: float = Field(0.3, description="Reference route: BM25 of the terms.")
    lookup_body_weight: float = Field(0.3, description="Reference route: text beside title.")
    vector_weight: float = Field(0.0, description="Dense arm without a model.")
    model_vector_weight: float = Field(0.5, description="Dense arm with an embedding model.")
    compound_weight: float = Field(0.6, description="A part of a compound in the question.")
    lemma_weight: float = Field(
        0.9, description="The dictionary form of a word, where its stem is another."
    )
    other_language_weight: float = Field(
        0.5, description="A translated word as it is, in the other language."
    )
    translation_weight: float = Field(0.8, description="A translation, times its own weight.")
    relative_weight: float = Field(
        0.4, description="A word of the same language with the same meaning, times its own weight."
    )
    synonym_weight: float = Field(
        0.6, description="What else an expression is called in its own language; not tuned."
    )
    written_weight: float = Field(
        0.5,
        description="What documents write for what people say, times its own weight; not tuned.",
    )
    most_relatives: int = Field(
        8,
        description="Such words that a word is searched with: with 4, 8 and 16 433, 434 and 434"
        " of 478 Dutch development questions over fiches were right, 694, 697 and 697 of 782 over"
        " publications, where 16 refused one more.",
    )
    correction_weight: float = Field(0.8, description="A word corrected for typing errors.")
    cognate_weight: float = Field(0.5, description="A look-alike of a word the index lacks.")
    reference_boost: float = Field(4.0, description="An exact reference on the reference route.")
    prior_weight: float = Field(0.03, description="Kind, validity and date of the document.")
    kept_passages: int = Field(
        5_000,
        description="Passages that are kept as they were read; about 5 kB each. The shipped fiches"
        " fit: with 4,000 here and of analysed ones, instead of 2,000, 840 questions over 10,000"
        " passages took 9 % less processor time and 15 MB more.",
    )
    kept_signals: int = Field(
        5_000, description="Passages of which is kept what reordering needs; about 2 kB each."
    )


class IndexingSettings(BaseModel):
    """Where the index lives and what builds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: Path = Field(Path("data/index"), description="The index's folder; may be deleted.")
    embed_model: str = Field(
        "", description="Ollama embedding model; empty: the built-in embedder."
    )
    ollama_url: str = Field("http://127.0.0.1:11434", description="Ollama's address.")
    vectors: bool = Field(True, description="Whether the vector store is kept beside the keywords.")
    max_passage_characters: int = Field(1_200, description="Longest passage, in characters.")
    target_passage_characters: int = Field(
        700, description="Short paragraphs of one section are joined up to this length."
    )
    retrieval: RetrievalSettings = Field(default_factory=RetrievalSettings)
