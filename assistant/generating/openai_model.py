"""A model on any server that speaks OpenAI's chat completions, such as llama.cpp's or vLLM."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import httpx

from assistant.errors import ContextCut, ModelError, ModelMissing, ModelTimeout, ModelUnreachable
from assistant.generating.connection import Connection
from assistant.generating.language_model import Message, Reply, Schema, Usage
from assistant.generating.settings import GeneratingSettings


class OpenAiCompatibleModel:
    """A model behind ``/v1/chat/completions``.

    Args:
        model: its name as ``/v1/models`` gives it.
        url: the address up to and including ``/v1``.
        key: sent as bearer token; many servers take any.
    """

    def __init__(
        self, model: str, url: str, key: str, context_tokens: int, settings: GeneratingSettings
    ) -> None:
        self.model = model
        self.name = f"openai:{model}"
        self.context_tokens = context_tokens
        self.url = url
        self.key = key
        self.settings = settings

    def reply(self, messages: Sequence[Message], schema: Schema, answer_tokens: int) -> Reply:
        return OpenAiCompatibleReply(self, tuple(messages), dict(schema), answer_tokens)


class OpenAiCompatibleReply:
    """One streamed chat."""

    def __init__(
        self,
        model: OpenAiCompatibleModel,
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
        from llama_index.llms.openai_like import OpenAILike  # seconds: never at start

        model, settings = self._model, self._model.settings
        with httpx.Client(
            transport=self._connection,
            timeout=httpx.Timeout(
                settings.whole_seconds + settings.silence_seconds, connect=settings.connect_seconds
            ),
        ) as client:
            speaker = OpenAILike(
                model=model.model,
                api_base=model.url,
                api_key=model.key or "none",
                is_chat_model=True,
                context_window=model.context_tokens,
                max_tokens=self._answer_tokens,
                temperature=0.0,
                max_retries=0,
                http_client=client,
            )
            asked = [ChatMessage(role=m.role, content=m.content) for m in self._messages]
            wanted = {
                "type": "json_schema",
                "json_schema": {"name": "draft", "strict": True, "schema": self._schema},
            }
            finish, counts = "", None
            try:
                for part in speaker.stream_chat(
                    asked, response_format=wanted, stream_options={"include_usage": True}
                ):
                    raw: Any = part.raw
                    counts = getattr(raw, "usage", None) or counts
                    for choice in getattr(raw, "choices", None) or ():
                        finish = choice.finish_reason or finish
                    yield part.delta or ""
            except Exception as error:
                raise self._explained(error) from error
        if not finish:
            raise ModelUnreachable("The server ended its answer half-way.")
        self.usage = Usage(
            getattr(counts, "prompt_tokens", None),
            getattr(counts, "completion_tokens", None),
            finish,
        )

    def abort(self) -> None:
        self._connection.cut()

    def _explained(self, error: Exception) -> ModelError:
        import openai

        if isinstance(error, openai.APITimeoutError):
            return ModelTimeout("The model server did not answer in time.")
        if isinstance(error, openai.NotFoundError):
            return ModelMissing(f"The server has no model {self._model.model}.")
        if isinstance(error, openai.BadRequestError) and "context" in str(error):
            return ContextCut("The server refused a prompt of this length.")
        if isinstance(error, (openai.APIError, httpx.HTTPError, OSError)):
            return ModelUnreachable(f"The model server failed ({type(error).__name__}).")
        return ModelUnreachable(f"The model server sent what is no chat ({type(error).__name__}).")
