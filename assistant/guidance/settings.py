"""Settings of guidance. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class GuidanceSettings(BaseModel):
    """Weights and sizes of guidance from the fiches.

    Weights are in the unit of a sentence's score, in which all words of a question in the sentence
    count for 1; they were chosen on the development questions about the fiches.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    named_bonus: float = Field(0.45, description="For a fiche that the question names.")
    section_bonus: float = Field(
        0.3, description="For the part of a named fiche, or of the country, that is asked for."
    )
    country_bonus: float = Field(0.15, description="For the fiche of a country that is asked for.")
    discipline_penalty: float = Field(
        0.3, description="What a fiche for other disciplines cedes when one is named."
    )
    standing: float = Field(
        0.3, description="Place among those found of a statement that only its fiche brings in."
    )
    title_share: float = Field(
        0.8, description="Share of a title's rarity that names its fiche in a question."
    )
    longest_common: int = Field(
        9, description="Letters from which one word of a title names its fiche by itself."
    )
    gap_share: float = Field(
        0.8,
        description="Share of the best statement's words from which a gap beside it says that the"
        " asked-for thing is not known.",
    )
    gap_places: int = Field(8, description="Statements among which such a gap is looked for.")
    confirming_near: float = Field(
        0.25, description="Share of the question near a statement that its fiche and section carry."
    )
    foreign_retrieval: float = Field(
        0.16,
        description="Score of a passage below which a question that names nothing of the fiches is"
        " about something else.",
    )
    foreign_own: float = Field(
        0.6, description="Share of such a question that a sentence must hold to answer it anyway."
    )
    answer_words: int = Field(250, description="Words that a route in an answer may take.")
    most_grants: int = Field(4, description="Funding fiches that an answer lists.")
    grant_words: int = Field(300, description="Words that the list of grants may take.")
