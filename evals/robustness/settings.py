"""Settings of the robustness measurement."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RobustnessSettings(BaseModel):
    """How many questions are changed, and by which chance.

    120 questions of one suite show a fall of about 10 points in how many stay right, where one in
    five answers differs (``wegwijs eval power 120``).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int = Field(20_261_122, description="Chooses questions, pairs, frames and errors.")
    questions: int = Field(120, ge=1, description="Questions that are asked again, each change.")
    longest: int = Field(
        220, ge=20, description="Characters of the longest question that is joined with another."
    )
