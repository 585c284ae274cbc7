"""A model in Ollama, through LlamaIndex's class and the official client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import httpx

from assistant.errors import ModelError, ModelMissing, ModelNonsense, ModelTimeout, ModelUnreachable
from assistant.generating.connection import Connection
from assistant.generating.language_model import Message, Reply, Schema, Usage
from assistant.generating.settings import GeneratingSettings

if TYPE_CHECKING:
    from llama_index.llms.ollama import Ollama


class OllamaModel:
    """A pulled model on an Ollama server.

    Args:
        model: its name as ``ollama list`` gives it.
        url: the server's address.
        context_tokens: what it reads at most; sent as ``num_ctx``, because Ollama's own default is
            far smaller than what most models can read.
    """

    def __init__(
        self, model: str, url: str, context_tokens: int, settings: GeneratingSettings
    ) -> None:
        self.model = model
        self.name = f"ollama:{model}"
        self.context_tokens = context_tokens
        self._url = url
        self._settings = settings

    def reply(self, messages: Sequence[Message], schema: Schema, answer_tokens: int) -> Reply:
        return OllamaReply(self, tuple(messages), dict(schema), answer_tokens)

    def language_model(self, connection: Connection, answer_tokens: int) -> Ollama:
        """LlamaIndex's class over a client of our own, whose connection can be cut."""
        import ollama
        from llama_index.llms.ollama import Ollama  # over a second: never at start

        settings = self._settings
        client = ollama.Client(
            host=self._url,
            transport=connection,
            timeout=httpx.Timeout(
                settings.whole_seconds + settings.silence_seconds, connect=settings.connect_seconds
            ),
        )
        return Ollama(
            model=self.model,
            base_url=self._url,
            client=client,
            context_window=self.context_tokens,
            temperature=0.0,
            request_timeout=settings.whole_seconds,
            keep_alive=settings.keep_alive,
            # Thoughts would be paid for in seconds and shown to nobody.
            thinking=False,
            additional_kwargs={"num_predict": answer_tokens, "seed": 7},
        )


class OllamaReply:
    """One streamed chat."""

    def __init__(
        self,
        model: OllamaModel,
        messages: tuple[Message, ...],
        schema: dict[str, Any],
        answer_tokens: int,
    ) -> None:
        self.usage = Usage()
        self._model = model
        self._messages = messages
        self._schema = schema
        self._answer_tokens = answer_tokens
        self._connection = Connection()

    def __iter__(self) -> Iterator[str]:
        from llama_index.core.base.llms.types import ChatMessage

        speaker = self._model.language_model(self._connection, self._answer_tokens)
        asked = [ChatMessage(role=m.role, content=m.content) for m in self._messages]
        finished = False
        try:
            for part in speaker.stream_chat(asked, format=self._schema):
                raw = part.raw if isinstance(part.raw, dict) else {}
                if raw.get("done"):
                    finished = True
                    self.usage = Usage(
                        raw.get("prompt_eval_count"),
                        raw.get("eval_count"),
                        raw.get("done_reason") or "stop",
                    )
                yield part.delta or ""
        except ModelError:
            raise
        except Exception as error:
            raise self._explained(error) from error
        if not finished:
            raise ModelUnreachable("Ollama ended its answer half-way.")

    def abort(self) -> None:
        self._connection.cut()

    def _explained(self, error: Exception) -> ModelError:
        """The client's errors as ours. It raises its own, httpx's, JSON's and pydantic's."""
        import ollama

        model = self._model.model
        if isinstance(error, ollama.ResponseError):
            return explained_status(error.status_code, error.error, model)
        if isinstance(error, httpx.TimeoutException):
            return ModelTimeout("Ollama did not answer in time.")
        if isinstance(error, (httpx.HTTPError, OSError)):
            return ModelUnreachable("Ollama does not answer.", hint="Start it with 'ollama serve'.")
        if isinstance(error, (ValueError, TypeError, KeyError, AttributeError)):
            return ModelNonsense(f"Ollama sent what is no chat ({type(error).__name__}).")
        return ModelUnreachable(f"Ollama failed ({type(error).__name__}).")


def explained_status(status: int, message: str, model: str) -> ModelError:
    """The error behind a status code; ``status`` is -1 for an error in mid-stream."""
    if status == 404:
        return ModelMissing(f"{model} is not pulled.", hint=f"Run 'ollama pull {model}'.")
    if "system memory" in message or "out of memory" in message:
        return ModelUnreachable(
            f"There is too little memory for {model}.",
            hint="Pull a smaller model, or stop other programs.",
        )
    if "context" in message and status == 400:
        from assistant.errors import ContextCut

        return ContextCut("The server refused a prompt of this length.")
    return ModelUnreachable(f"Ollama failed: {message[:200]}")
