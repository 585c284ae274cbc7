"""Settings of quoting more passages where none surely answers."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class SpreadingSettings(BaseModel):
    """When short quotes of further passages are shown, and how many.

    Chosen on 308 questions in people's own words and over other makers' documents; what is
    refused stays refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    below: float = Field(
        0.9,
        description="Probability below which a publication's sentence is so little sure to be the"
        " answer that a short quote of each of the next passages is shown behind what is chosen: of"
        " 308 questions 218 were right without that, 225 with 0.8, 231 with 0.9 and 232 with"
        " 0.95, in 181, 204, 221 and 229 words.",
    )
    quote_words: int = Field(
        45,
        description="Words of each of these quotes: 30, 45 and 60 gave 231, 231 and 229 right of"
        " the same questions.",
    )
    words: int = Field(
        330,
        description="Words of quotes from which none is added: 330, 360 and 400 gave 231, 231 and"
        " 233 right, in 214, 221 and 228 words.",
    )
    share: float = Field(
        0.4,
        description="Share of the best score that such a sentence must reach: 0.3, 0.5 and 0.6 gave"
        " 231, 230 and 228 right.",
    )
    extracts: int = Field(7, description="Quotes from which none is added: 5 gave 229.")
    least: int = Field(8, description="Words of such a quote at least.")
