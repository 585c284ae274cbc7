"""The only place where concrete classes are chosen: settings in, an assistant out."""

from __future__ import annotations

from assistant.generating.choosing import generative_engine
from assistant.pipeline import Assistant
from assistant.settings import WegwijsSettings
from corpus.vocabulary import Vocabulary
from indexing.index import Index


def assemble(settings: WegwijsSettings) -> Assistant:
    """The assistant over the index that ``settings`` name.

    Raises:
        IndexMissing: nothing was indexed yet.
        IndexMismatch: the index was built with other settings.
        IndexCorrupt: its files do not make a whole index.
    """
    vocabulary = Vocabulary.load()
    return Assistant(
        Index.open(settings.indexing_settings),
        vocabulary,
        generation=generative_engine(settings, vocabulary),
    )
