"""From settings to a generative engine: Ollama, an OpenAI-compatible server, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import ModelMissing
from assistant.generating.discovery import Discovery, openai_models
from assistant.generating.engine import GenerativeEngine, ModelSource
from assistant.generating.language_model import LanguageModel
from assistant.generating.settings import GeneratingSettings
from corpus.language import detect
from corpus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from assistant.settings import WegwijsSettings


class OllamaSource:
    """The Ollama at an address: the model that is set, else the first that writes text."""

    def __init__(self, url: str, model: str, settings: GeneratingSettings, *, quiet: bool) -> None:
        self.quiet = quiet
        self._url = url
        self._settings = settings
        self._discovery = Discovery(url, model, settings)

    def model(self) -> LanguageModel:
        found = self._discovery.model()
        from assistant.generating.ollama_model import OllamaModel

        context = self._discovery.context_tokens(found)
        return OllamaModel(found.name, self._url, context, self._settings)

    def forget(self) -> None:
        self._discovery.forget()


class OpenAiSource:
    """An OpenAI-compatible server; ``url`` ends in ``/v1``."""

    quiet = False

    def __init__(self, url: str, model: str, key: str, settings: GeneratingSettings) -> None:
        self._url = url.rstrip("/")
        self._model = model
        self._key = key
        self._settings = settings

    def model(self) -> LanguageModel:
        name = self._model
        if not name:
            offered = openai_models(self._url, self._key, self._settings.connect_seconds)
            if not offered:
                raise ModelMissing(
                    "The server offers no model.", hint="Name one in WEGWIJS_OPENAI_MODEL."
                )
            name = self._model = offered[0]
        from assistant.generating.openai_model import OpenAiCompatibleModel

        settings = self._settings
        return OpenAiCompatibleModel(name, self._url, self._key, settings.context_tokens, settings)

    def forget(self) -> None:
        """Nothing is remembered but the name."""


def generative_engine(settings: WegwijsSettings, vocabulary: Vocabulary) -> GenerativeEngine | None:
    """The engine that the settings ask for; None for answers without a model.

    Opens no connection: a server may start later, and is looked for when there is an answer to
    word.
    """
    source: ModelSource
    if settings.engine == "extractive":
        return None
    if settings.engine == "openai":
        source = OpenAiSource(
            settings.openai_url, settings.openai_model, settings.openai_key, settings.generating
        )
    else:
        source = OllamaSource(
            settings.ollama_address,
            settings.ollama_model,
            settings.generating,
            quiet=not settings.ollama_wanted,
        )
    return GenerativeEngine(source, vocabulary, settings.generating, detect)
