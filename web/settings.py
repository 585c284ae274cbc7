"""Settings of the web server: how much it takes on at once and how much it remembers."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class WebSettings(BaseModel):
    """Limits of the server. Everything it keeps in memory is bounded by one of these."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_question_characters: int = Field(10_000, description="Longest question, in characters.")
    max_history_turns: int = Field(40, description="Earlier turns a request may carry.")
    max_body_bytes: int = Field(512_000, description="Largest request body, in bytes.")
    answering_threads: int = Field(4, description="Questions answered at the same time.")
    max_waiting: int = Field(32, description="Questions that may wait for a thread.")
    answer_timeout_seconds: float = Field(180.0, description="Longest time one answer may take.")
    max_conversations: int = Field(500, description="Conversations kept in memory.")
    max_conversation_turns: int = Field(40, description="Turns kept of one conversation.")
    conversation_minutes: float = Field(120.0, description="How long an idle conversation is kept.")
    max_page_images: int = Field(48, description="Rendered page images kept in memory.")
    page_image_scale: float = Field(2.0, description="Pixels per point of a page image.")
