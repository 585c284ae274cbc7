"""What a model server offers: is it there, which models has it pulled, how much do they read?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelMissing, ModelUnreachable
from assistant.generating.settings import GeneratingSettings

if TYPE_CHECKING:
    import httpx

EXAMPLE_MODEL = "qwen2.5:7b-instruct"
"""A model to begin with, so that the command that is missing can be given whole. Untested, as all
in docs/models.md: no recommendation."""

_READ_SECONDS = 3.0
_UNTOLD_CONTEXT = 4_096


@dataclass(frozen=True, slots=True)
class PulledModel:
    """A model on a server. ``context_tokens`` is what it can read at most, 0 when untold;
    ``embedding_length`` the dimension of its vectors, 0 when untold."""

    name: str
    parameters: str = ""
    context_tokens: int = 0
    embedding_length: int = 0
    capabilities: tuple[str, ...] = ()

    @property
    def chats(self) -> bool:
        """Whether it writes text. Old servers do not say; then any model may."""
        return not self.capabilities or "completion" in self.capabilities


@dataclass(frozen=True, slots=True)
class Server:
    """A reachable Ollama: its version and the names of its models, latest change first."""

    url: str
    version: str
    models: tuple[str, ...]

    def has(self, model: str) -> str | None:
        """The full name of ``model`` here: a name without a tag means ``latest``."""
        for name in (model, f"{model}:latest"):
            if name in self.models:
                return name
        return None


def ollama_server(url: str, connect_seconds: float = 1.0) -> Server:
    """Looks whether Ollama answers at ``url``.

    Raises:
        ModelUnreachable: nothing answers there, or something else than Ollama does.
    """
    version = _get(url, "/api/version", connect_seconds)
    listed = _get(url, "/api/tags", connect_seconds)
    models = listed.get("models") or ()
    names = tuple(
        str(model.get("model") or model.get("name")) for model in models if isinstance(model, dict)
    )
    return Server(url, str(version.get("version", "")), names)


def pulled_model(url: str, name: str, connect_seconds: float = 1.0) -> PulledModel:
    """What Ollama tells about a model.

    Raises:
        ModelMissing: it is not pulled.
        ModelUnreachable: no answer.
    """
    shown = _post(url, "/api/show", {"model": name}, connect_seconds)
    info = shown.get("model_info") or {}
    return PulledModel(
        name,
        str((shown.get("details") or {}).get("parameter_size", "")),
        _number(info, ".context_length"),
        _number(info, ".embedding_length"),
        tuple(str(item) for item in shown.get("capabilities") or ()),
    )


def openai_models(url: str, key: str = "", connect_seconds: float = 1.0) -> tuple[str, ...]:
    """The names of the models of an OpenAI-compatible server; ``url`` ends in ``/v1``.

    Raises:
        ModelUnreachable: no answer, or not in that shape.
    """
    listed = _get(url.rstrip("/"), "/models", connect_seconds, key)
    return tuple(str(item.get("id")) for item in listed.get("data") or () if isinstance(item, dict))


class Discovery:
    """Finds the model to ask at an Ollama address, and remembers it for a while."""

    def __init__(
        self,
        url: str,
        model: str,
        settings: GeneratingSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._model = model
        self._settings = settings
        self._clock = clock
        self._until = float("-inf")
        self._found: PulledModel | None = None
        self._failure: ModelUnreachable | ModelMissing | None = None

    def model(self) -> PulledModel:
        """The model to ask: the one that is set, else the first pulled one that writes text.

        Raises:
            ModelUnreachable: no server.
            ModelMissing: it has not pulled the model, or none that writes text.
        """
        if self._clock() >= self._until:
            self._look()
            self._until = self._clock() + self._settings.discovery_seconds
        if self._failure is not None:
            raise self._failure
        assert self._found is not None
        return self._found

    def forget(self) -> None:
        """Looks again at the next question."""
        self._until = float("-inf")

    def context_tokens(self, model: PulledModel) -> int:
        """The context to ask for: what is set, at most what the model can read."""
        most = model.context_tokens or _UNTOLD_CONTEXT
        return min(self._settings.context_tokens, most)

    def _look(self) -> None:
        self._found, self._failure = None, None
        connect = self._settings.connect_seconds
        try:
            server = ollama_server(self._url, connect)
            self._found = self._chosen(server, connect)
        except (ModelUnreachable, ModelMissing) as error:
            self._failure = error

    def _chosen(self, server: Server, connect: float) -> PulledModel:
        if self._model:
            name = server.has(self._model)
            if name is None:
                raise ModelMissing(
                    f"{self._model} is not pulled.", hint=f"Run 'ollama pull {self._model}'."
                )
            return pulled_model(self._url, name, connect)
        for name in server.models:
            found = pulled_model(self._url, name, connect)
            if found.chats:
                return found
        raise ModelMissing(
            "Ollama has no model that writes text.",
            hint=f"Run 'ollama pull {EXAMPLE_MODEL}', or another of docs/models.md; "
            "none was measured.",
        )


def _get(url: str, path: str, connect_seconds: float, key: str = "") -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return _read(lambda client: client.get(url + path, headers=headers), url, connect_seconds)


def _post(url: str, path: str, body: dict[str, Any], connect_seconds: float) -> dict[str, Any]:
    return _read(lambda client: client.post(url + path, json=body), url, connect_seconds)


def _read(
    ask: Callable[[httpx.Client], httpx.Response], url: str, connect_seconds: float
) -> dict[str, Any]:
    import httpx  # a tenth of a second that answering without a model does not spend

    timeout = httpx.Timeout(_READ_SECONDS, connect=connect_seconds)
    try:
        with httpx.Client(timeout=timeout, trust_env=False) as client:
            reply = ask(client)
        if reply.status_code == 404 and "/api/show" in str(reply.request.url):
            raise ModelMissing("The model is not pulled.")
        reply.raise_for_status()
        content = reply.json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise ModelUnreachable(
            f"No model server answers at {url} ({type(error).__name__}).",
            hint="Start Ollama with 'ollama serve'; set WEGWIJS_OLLAMA_URL if it is elsewhere.",
        ) from error
    if not isinstance(content, dict):
        raise ModelUnreachable(f"What answers at {url} is no model server.")
    return content


def _number(info: dict[str, Any], ending: str) -> int:
    for key, value in info.items():
        if key.endswith(ending) and isinstance(value, int):
            return value
    return 0
