"""Settings of what is learnt from example questions. Every tuned number stands here."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class FittingSettings(BaseModel):
    """How a model is fitted.

    Chosen by fitting to the questions of one writer and asking those of the other, and the other
    way round. Leaving out what words mean costs 3 points of F1 over needs, the phrases of the lists
    3 more; the other lengths and the ridge hardly matter. Without weights below 0.1 the file is a
    fifth of what it was and the main need is found as often, within a point.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: float = Field(1.0, description="Length of the part of a question that its words make.")
    pair: float = Field(1.5, description="The same for pairs of words.")
    piece: float = Field(1.0, description="The same for pieces of words.")
    meaning: float = Field(3.0, description="The same for what words mean.")
    manner: float = Field(0.8, description="The same for how it is asked.")
    listed: float = Field(0.8, description="Value of each thing that the lists of words found.")
    least: int = Field(2, description="Examples in which a feature must stand.")
    ridge: float = Field(0.3, description="Weight of the squared weights (L2).")
    phrases: float = Field(
        0.5, description="What a phrase of the lists of words counts as an example."
    )
    rounds: int = Field(200, description="Steps of fitting, at most.")
    smallest: float = Field(0.1, description="Weights nearer to 0 are left out.")


class IntentSettings(BaseModel):
    """How sure a model must be, as probabilities.

    Chosen on the questions of four writers that the model was not fitted to (docs/intents.md) and
    on the development suites. Of the likeliest needs of the whole question half were meant from 0.1
    to 0.2, two in three to 0.5, nine in ten from 0.7; in the sentence that tells it most 0.45 was
    worth what 0.3 is in the whole. From 0.3 down to 0.15 three needs in four stayed right and a
    sixth more were heard. Of those that the lists found one in twelve was meant below 0.05, one in
    six to 0.1. Of questions for something else four in a hundred stayed below 0.1 of ``other``, of
    those for guidance 95. Of plans and disciplines that the lists missed four in five were right.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    need: float = Field(
        0.3, description="Probability from which the likeliest need is told, where no other is."
    )
    beside: float = Field(0.5, description="The same for a need beside others.")
    overall: float = Field(0.2, description="What it must reach there in the whole question.")
    at_last: float = Field(
        0.2, description="The same for the likeliest need, where nothing else answers."
    )
    sure: float = Field(
        0.7,
        description="Probability from which who does not tell of themselves asks for guidance.",
    )
    doing: float = Field(0.5, description="The same for a plan, where the lists found none.")
    discipline: float = Field(
        0.6, description="The same for a discipline, where the lists found none."
    )
    who: float = Field(0.8, description="The same for what people are.")
    own: dict[str, float] = Field(
        {
            "doing:create": 0.8,
            "doing:film": 0.8,
            "doing:perform": 0.8,
            "doing:publish": 0.8,
            "who:organisation": 0.9,
        },
        description="The same for labels of which fewer than two in three were right from there.",
    )
    incoming: float = Field(
        0.8, description="Probability from which people come here, whom the lists missed."
    )
    doubted: float = Field(
        0.05, description="Probability below which a need that the lists found is not meant."
    )
    doubted_beside: float = Field(0.08, description="The same beside a need that is told.")
    guided: float = Field(
        0.1, description="Probability of asking for none below which guidance is surely asked for."
    )
    need_guided: float = Field(0.15, description="What the likeliest need must reach then.")
    particular: float = Field(
        0.7, description="What the likeliest need must reach then in a question for one thing."
    )
    other: float = Field(0.5, description="Probability from which a question asks for no guidance.")
