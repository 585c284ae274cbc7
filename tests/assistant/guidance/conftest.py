"""An assistant over the shipped fiches, on a fixed day."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.guide import Guide
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser
from indexing.index import Index

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def guide(fiche_index: Index) -> Guide:
    """The guide to the shipped fiches."""
    analyser = Analyser(lambda word: fiche_index.word_count(word, "nl"))
    return Guide(fiche_index, analyser.terms, Vocabulary.load())


@pytest.fixture(scope="session")
def adviser(fiche_index: Index) -> Assistant:
    """An assistant over the shipped fiches."""
    return Assistant(fiche_index, Vocabulary.load(), today=lambda: TODAY)
