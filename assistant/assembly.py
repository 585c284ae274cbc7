"""The only place where concrete classes are chosen: settings in, an assistant out."""

from __future__ import annotations

import gc

from assistant.command_options import over_same_data
from assistant.generating.choosing import generative_engine
from assistant.generating.engine import GenerativeEngine
from assistant.pipeline import Assistant
from assistant.settings import WegwijsSettings
from corpus.vocabulary import Vocabulary
from indexing.errors import IndexingError
from indexing.index import Index

# Objects made before new ones are looked through for garbage, and rounds before older ones are. At
# Python's usual (700, 10, 10) this took 11 % of answering, now and then 80 ms at a time.
_GARBAGE = (50_000, 10, 10)


def assemble(settings: WegwijsSettings) -> Assistant:
    """The assistant over the index that ``settings`` name.

    Raises:
        IndexMissing: nothing was indexed yet.
        IndexMismatch: the index was built with other settings.
        IndexCorrupt: its files do not make a whole index.
        The hint of each is a command over the same data.
    """
    vocabulary = Vocabulary.load()
    generation = generative_engine(settings, vocabulary)
    try:
        index = Index.open(settings.indexing_settings)
    except IndexingError as error:
        error.hint = over_same_data(error.hint, settings)
        raise
    return assembled(index, vocabulary, generation)


def assembled(
    index: Index, vocabulary: Vocabulary, generation: GenerativeEngine | None = None
) -> Assistant:
    """The assistant over an index that is open already. Garbage is looked for less often from now
    on: what one answer makes goes by itself, and the lexicon and index are there to stay."""
    gc.set_threshold(*_GARBAGE)
    return Assistant(index, vocabulary, generation=generation)
