"""Settings of the lexicon: what words are worth for one another, with what chose it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class ThesaurusSettings(BaseModel):
    """What the words of a line of the thesaurus are worth for its own word, 0 to 1.

    Right answers and refusals of the Dutch development questions, 782 over publications (617 of
    them with an answer) and 478 over fiches (339): 697 and 22, 434 and 12. Without related words
    697 and 22, 432 and 14; with related words at 1.6 times as much 696 and 22, 433 and 12, and one
    absent fact more answered.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    synonyms: tuple[float, ...] = Field(
        (1.0, 0.95, 0.9, 0.85, 0.8, 0.75), description="A synonym, by its place in the cell."
    )
    related: tuple[float, ...] = Field(
        (0.3, 0.3, 0.27, 0.27, 0.24, 0.24), description="A related word, by its place in the cell."
    )
    names_it: float = Field(
        0.8,
        description="A word that names this one as its synonym, times that synonym's worth. With 1"
        " two right answers fewer over publications; with 0.6 one more refused over fiches.",
    )


class ByWaySettings(BaseModel):
    """How English words that share a Dutch meaning are found by way of the Dutch thesaurus."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    meanings: int = Field(3, description="Dutch meanings of an English word that are followed.")
    least_meaning: float = Field(0.6, description="Least weight of such a meaning.")
    least_synonym: float = Field(
        0.7, description="Least worth of a synonym of it: no word that merely goes with it."
    )
    words_back: int = Field(2, description="English words that each synonym leads back to.")
    worth: float = Field(0.8, description="What the way round takes off.")
    least: float = Field(0.5, description="Least worth of what is found.")
