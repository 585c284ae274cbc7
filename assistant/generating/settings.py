"""Limits and sizes of asking a language model."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class GeneratingSettings(BaseModel):
    """How long, how much and how often a language model is asked. Seconds and tokens."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    connect_seconds: float = Field(1.0, gt=0, description="Longest time to connect.")
    first_token_seconds: float = Field(
        60.0, gt=0, description="Longest time to the first token; loading a model is part of it."
    )
    silence_seconds: float = Field(20.0, gt=0, description="Longest time between two tokens.")
    whole_seconds: float = Field(120.0, gt=0, description="Longest time for a whole answer.")
    rewrite_seconds: float = Field(
        15.0, gt=0, description="Longest time for completing a follow-up question."
    )
    context_tokens: int = Field(
        8_192, ge=1_024, description="Context asked for; less where the model has less."
    )
    answer_tokens: int = Field(900, ge=64, description="Longest draft.")
    passages: int = Field(8, ge=1, description="Most passages that the model reads.")
    slots: int = Field(1, ge=1, description="Model calls at the same time.")
    places: int = Field(4, ge=0, description="Questions that may wait for a slot.")
    waiting_seconds: float = Field(20.0, ge=0, description="Longest wait for a slot.")
    failures_before_pause: int = Field(
        3, ge=1, description="Failures in a row after which the model is left alone for a while."
    )
    pause_seconds: float = Field(60.0, gt=0, description="How long it is left alone.")
    discovery_seconds: float = Field(
        30.0, ge=0, description="How long it is remembered what a server offers, or that none is."
    )
    smallest_kept_share: float = Field(
        0.25,
        ge=0,
        le=1,
        description="Share of the drafted claims that must stand. The judge lets over half of the "
        "true claims through and one in fifteen changed ones (docs/verification.md).",
    )
    rewrite_follow_ups: bool = Field(
        True, description="Whether the model may complete follow-up questions."
    )
    second_look: bool = Field(
        False, description="Whether the model judges each claim once more; reported apart."
    )
    keep_alive: str = Field("10m", description="How long Ollama keeps the model in memory.")
