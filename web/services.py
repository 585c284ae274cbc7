"""What every address of the application works with, made once for each application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Request

from assistant.answer import Question, Turn
from assistant.settings import WegwijsSettings
from web.answering import Answering
from web.conversations import Conversations
from web.errors import BadRequest
from web.feedback import Feedback
from web.library import Library
from web.metrics import Metrics
from web.settings import WebSettings
from web.wording import Wording, chosen_language, wording

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

LANGUAGE_COOKIE = "wegwijs-lang"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something every page says at its top: the key of a wording and what it has places for."""

    key: str
    values: dict[str, object]


@dataclass(frozen=True)
class Services:
    """The parts of one application."""

    assistant: Assistant
    settings: WegwijsSettings
    web: WebSettings
    library: Library
    answering: Answering
    conversations: Conversations
    feedback: Feedback
    metrics: Metrics
    notice: Notice | None = None

    @classmethod
    def assembled(
        cls,
        assistant: Assistant,
        settings: WegwijsSettings,
        web: WebSettings,
        notice: Notice | None = None,
    ) -> Services:
        """The parts around an assistant."""
        metrics = Metrics()
        feedback = Feedback(settings.data / "feedback.jsonl")
        return cls(
            assistant=assistant,
            settings=settings,
            web=web,
            library=Library(
                assistant.index, page_images=web.max_page_images, scale=web.page_image_scale
            ),
            answering=Answering(assistant, web, metrics, feedback),
            conversations=Conversations(
                size=web.max_conversations,
                turns=web.max_conversation_turns,
                minutes=web.conversation_minutes,
            ),
            feedback=feedback,
            metrics=metrics,
            notice=notice,
        )

    def question(
        self, text: str, history: tuple[Turn, ...] = (), lang: str | None = None
    ) -> Question:
        """A question that is neither empty nor too long.

        Raises:
            BadRequest: it is.
        """
        # Half a surrogate pair, which JSON can carry, is no character and cannot be sent back.
        stripped = text.encode("utf-8", "replace").decode("utf-8").strip()
        if not stripped:
            raise BadRequest("empty_question")
        limit = self.web.max_question_characters
        if len(stripped) > limit:
            raise BadRequest("question_too_long", length=len(stripped), limit=limit)
        return Question(stripped, history[-self.web.max_history_turns :], lang)


def services(request: Request) -> Services:
    """The parts of the application that serves this request."""
    found = request.app.state.services
    assert isinstance(found, Services)
    return found


def spoken(request: Request) -> Wording:
    """The wording in the language of this request.

    Programs that name no language get English, people Dutch.
    """
    query = request.query_params.get("lang")
    cookie = request.cookies.get(LANGUAGE_COOKIE)
    accept = request.headers.get("accept-language")
    if for_programs(request) and not accept and not cookie:
        accept = "en"
    return wording(chosen_language(query, cookie, accept))


def for_programs(request: Request) -> bool:
    """Whether this address is one for programs, which always get JSON."""
    path = request.url.path
    return path.startswith(("/api/", "/v1/", "/mcp")) or path in (
        "/healthz",
        "/readyz",
        "/metrics",
        "/openapi.json",
    )
