"""The ingredients of answering that can be left out, each by a setting or by putting nothing in the
place of the step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from assistant.answerability import Decision
from assistant.answering_settings import AnsweringSettings
from assistant.evidence_features import Evidence
from assistant.inquiries import Inquiry
from indexing.settings import IndexingSettings
from indexing.spelling import Spelled
from indexing.tokenising import folded

NEVER = 99.0
"""A share of the best score that no sentence reaches."""


@dataclass(frozen=True)
class Variation:
    """Answering with something left out.

    ``answering``, ``retrieval`` and ``indexing`` are settings, ``steps`` functions by their full
    name and what stands in for them; ``index`` names an index of its own, where what is left out is
    in the index too; ``history`` tells whether earlier turns are read.
    """

    name: str
    answering: dict[str, Any] = field(default_factory=dict)
    retrieval: dict[str, Any] = field(default_factory=dict)
    indexing: dict[str, Any] = field(default_factory=dict)
    steps: dict[str, Callable[..., Any]] = field(default_factory=dict)
    index: str = ""
    history: bool = True

    def answering_settings(self) -> AnsweringSettings:
        """The settings of answering."""
        return AnsweringSettings().model_copy(update=self.answering)

    def indexing_settings(self) -> IndexingSettings:
        """The settings of the index, but for its folder."""
        plain = IndexingSettings(vectors=False)
        retrieval = plain.retrieval.model_copy(update=self.retrieval)
        return plain.model_copy(update={"retrieval": retrieval, **self.indexing})

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The steps left out for as long as this lasts. A name that is gone is an error."""
        with ExitStack() as stack:
            for name, instead in self.steps.items():
                stack.enter_context(patch(name, instead))
            yield


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _none(*_: object, **__: object) -> None:
    return None


def _as_typed(_: object, text: str, __: str) -> Spelled:
    return Spelled(text)


def _unstemmed(_: object, word: str, __: str) -> str:
    return folded(word)


def _always(*_: object) -> Decision:
    return Decision(True, 1.0, Evidence())


def _as_decided(_: object, *given: Any) -> Any:
    return given[-1]


def _unfitted(_: object, candidates: Any, *__: object) -> dict[str, Any]:
    return dict(candidates)


WHOLE = Variation("everything as it is set")
VARIATIONS = (
    # Reading the question
    Variation("without earlier turns", history=False),
    Variation("without mending typing errors", steps={"indexing.index.Index.spelled": _as_typed}),
    Variation(
        "without parts, sides and documents asked apart",
        steps={"assistant.gathering.inquiries": lambda understood, _: (Inquiry(understood),)},
    ),
    Variation(
        "without documents that the question names",
        steps={
            "assistant.naming.NamedDocuments.named": lambda *_: (frozenset(), frozenset()),
            "assistant.mentions.Mentions.of": _nothing,
        },
    ),
    Variation(
        "without places that the question points at",
        steps={"assistant.understanding.question.pointers": _nothing},
    ),
    Variation(
        "without setting orders aside",
        steps={"assistant.understanding.question.set_aside": lambda text: (text, ())},
    ),
    # Words
    Variation(
        "without stemming",
        steps={"indexing.analysis.Analyser.stem": _unstemmed},
        index="unstemmed",
    ),
    Variation(
        "without splitting compounds",
        steps={
            "indexing.analysis.compounds.split": _nothing,
            "corpus.vocabulary.Vocabulary.compound_parts": _nothing,
        },
        index="unsplit",
    ),
    Variation(
        "without the lexicon's translations",
        steps={"corpus.vocabulary.Vocabulary.translate": _nothing},
    ),
    Variation(
        "without the lexicon's synonyms",
        steps={"corpus.vocabulary.Vocabulary.synonyms": _nothing},
    ),
    Variation("with stop words in retrieval", retrieval={"drop_stop_words": False}),
    # Finding passages
    Variation("without character 4-grams", retrieval={"gram_weight": 0.0}),
    Variation(
        "without coverage and proximity",
        retrieval={"coverage_weight": 0.0, "proximity_weight": 0.0},
    ),
    Variation(
        "without title and section path in retrieval",
        retrieval={"context_repeats": 0.0},
        index="bare",
    ),
    Variation("without the look-up of references", retrieval={"reference_route": False}),
    Variation(
        "with the built-in vectors at 0.3",
        retrieval={"vector_weight": 0.3},
        indexing={"vectors": True},
        index="vectors",
    ),
    # Weighing sentences
    Variation("without the kind of answer", {"type_weight": 0.0}),
    Variation(
        "without what stands around the sentence",
        {"beside_share": 0.0, "passage_share": 0.0, "heading_share": 0.0, "title_share": 0.0},
    ),
    Variation("without the passage's rank", {"retrieval_weight": 0.0}),
    Variation("without words that stand together", {"phrase_weight": 0.0}),
    Variation("without the earlier question's document", {"focus_bonus": 0.0}),
    Variation(
        "without the country and field of a fiche",
        steps={"assistant.guidance.guide.Guide.fitted": _unfitted},
    ),
    # Choosing what is shown
    Variation(
        "without whole lists and tables",
        steps={
            "assistant.extracting.choosing.Chooser._list": _nothing,
            "assistant.extracting.choosing.Chooser._table": _nothing,
            "assistant.extracting.choosing.Chooser._announced": _nothing,
        },
    ),
    Variation(
        "without the passages before and after",
        steps={
            "assistant.extracting.choosing.Chooser._next": _nothing,
            "assistant.extracting.choosing.Chooser._pointed_back": _nothing,
            "assistant.finding.sequels": lambda *_: [],
        },
    ),
    Variation(
        "without a second quote",
        {
            "second_share": NEVER,
            "second_share_when_clear": NEVER,
            "same_document_gain": NEVER,
            "other_document_gain": NEVER,
        },
    ),
    Variation("without sources that differ", steps={"assistant.drafting.differing": _none}),
    Variation("without the short answer", steps={"assistant.composing.headline": _none}),
    # Deciding
    Variation(
        "without deciding whether it is answered",
        steps={
            "assistant.drafting.judge": _always,
            "assistant.guidance.knowing.Knowing.settled": _as_decided,
        },
    ),
    Variation(
        "without what the fiches know beside it",
        steps={"assistant.guidance.knowing.Knowing.settled": _as_decided},
    ),
    Variation("without checking premises", steps={"assistant.drafting.contradiction": _none}),
    Variation("without guidance", steps={"assistant.guidance.guide.Guide.advise": _none}),
)
