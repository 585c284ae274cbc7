"""Settings of checking what a question states. Every tuned number stands here."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class StatedClaimSettings(BaseModel):
    """Shares of a claim's weight, its figures and dates left out, that a sentence has to hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    looked: int = Field(12, description="Sentences that are looked at, best first.")
    near_answered: float = Field(
        0.4,
        description="In or near a sentence with the claim's figure, where what was found answers"
        " the question for that figure.",
    )
    near_agreeing: float = Field(0.6, description="The same, where it does not.")
    as_near: float = Field(
        0.25, description="How much less than the best answer to that question it may hold."
    )
    own_dated: float = Field(
        0.45, description="In a sentence itself that agrees with the claim's date only."
    )
    near_named: float = Field(
        0.45, description="The same, where the sentence itself has every name of the claim."
    )
    near_sure: float = Field(0.7, description="The same, for it to be confirmed.")
    own_other: float = Field(
        0.3, description="In a sentence itself that gives another figure and so corrects the claim."
    )
    near_quoted: float = Field(
        0.55, description="In or near a sentence with another figure that is shown without verdict."
    )
    own_quoted: float = Field(0.43, description="In such a sentence itself.")
    own_least: float = Field(
        0.25,
        description="In it, where the question for the figure has an answer and the two shares"
        " together are as much.",
    )
    outdone: float = Field(
        0.6,
        description="Of what another figure has of the claim in or near its sentence and beside"
        " itself, what the claim's own needs to agree with it.",
    )
    fewest_words: int = Field(2, description="Words of a claim that tell something.")
    near_worded: float = Field(
        0.85, description="In or near a sentence, where a claim has no figure that could agree."
    )
    own_worded: float = Field(0.5, description="In the sentence itself, for such a claim.")
    near_undecided: float = Field(
        0.6, description="From here on such a claim is answered like any question."
    )
    near_shown: float = Field(
        0.5, description="In or near a sentence that is shown beside the word that none settles it."
    )
    own_shown: float = Field(0.4, description="In such a sentence itself.")
