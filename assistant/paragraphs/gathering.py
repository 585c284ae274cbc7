"""What a sentence is held against: the sentences of the documents that hold most of it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Question
from assistant.extracting.evidence import Weighed
from assistant.finding import Finder
from assistant.paragraphs.settings import ParagraphSettings
from assistant.understanding import understand
from corpus.vocabulary import Language, Vocabulary


class Evidence:
    """Searches one generation of an index. May be shared by threads."""

    def __init__(self, finder: Finder, vocabulary: Vocabulary, settings: ParagraphSettings) -> None:
        self._finder = finder
        self._vocabulary = vocabulary
        self._settings = settings

    def of(
        self, claim: str, lang: Language, within: frozenset[str] = frozenset()
    ) -> tuple[Weighed, ...]:
        """The sentences, list items and rows that hold most of ``claim``, in the documents
        ``within`` or in all, best first; each once, though several passages may hold it."""
        understood = understand(Question(claim, lang=lang), self._vocabulary)
        understood = replace(understood, question_lang=lang)
        found = self._finder.find(understood, within=within, whole=True)
        held = [
            item
            # That something is not known speaks neither for a sentence nor against it.
            for item in self._finder.guide.knowing.told(found.weighed)
            if item.own >= self._settings.least_own
            # A fiche says the same in both languages.
            and not (item.fiche and item.unit.passage.language != lang)
        ]
        held.sort(key=lambda item: -(item.own + 0.5 * item.near))
        return tuple(held[: self._settings.looked])
