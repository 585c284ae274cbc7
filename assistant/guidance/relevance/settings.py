"""Settings of what is learnt from judgements. Every tuned number stands here."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RelevanceFitting(BaseModel):
    """How the trees are grown (docs/relevance.md has the measurements).

    Chosen by leaving out one writer after another: more or deeper trees, other shares and lengths
    of step changed the area under the curve by less than 0.005; a logistic regression on the same
    numbers had 0.01 less.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    trees: int = Field(200, description="How many trees.")
    depth: int = Field(3, description="Questions that each tree asks one after another.")
    step: float = Field(0.05, description="What each tree counts (shrinkage).")
    ridge: float = Field(5.0, description="Weight of the squared leaves (L2).")
    least: float = Field(0.8, description="Curvature that a leaf must hold.")
    bins: int = Field(32, description="Steps in which a number is seen.")
    rows: float = Field(0.7, description="Share of the rows that a tree sees.")
    columns: float = Field(0.5, description="Share of the features that a tree sees.")
    seed: int = Field(0, description="Where chance begins: the same rows give the same trees.")
    fine: float = Field(0.25, description="What a statement counts that may be told, not asked.")
    other: float = Field(0.5, description="Weight of what belongs to another part.")
    unseen: float = Field(
        0.5, description="Weight of what came into question and was not shown to the adviser."
    )


class CandidateSettings(BaseModel):
    """Which statements come into question, in numbers of statements."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    like_whole: int = Field(40, description="Whose anticipated questions the whole is most like.")
    like_part: int = Field(25, description="The same for a part.")
    like_any: int = Field(8, description="The same, though its fiche does not seem to fit.")
    of_country: int = Field(10, description="The same, of the country's own, whole and part.")
    grants: int = Field(4, description="Grants that fit, with all that is said of them.")
    named: float = Field(
        0.9, description="How likely the one formality is that a text names, at the least."
    )
    unnamed: float = Field(
        0.1, description="How likely other formalities are beside it, at the most."
    )
    edge: float = Field(
        0.2,
        description="From which probability on what a rule says goes before what it is not known"
        " for: as soon as it may be told first.",
    )
    theirs: float = Field(
        0.5,
        description="How likely at the least a deciding statement belongs, for just who asks.",
    )
    granted: float = Field(
        0.25,
        description="The same for the grant that fits best, in a part that surely asks for grants"
        " and nothing else: just above what is told first.",
    )
    surely_grants: float = Field(
        0.95, description="Probability of grants from which a part surely asks for them."
    )
    leaning: float = Field(
        0.4,
        description="How likely at the least belongs what a scheme says of its amount or its date,"
        " for a part that asks that of what it was told before; above what answers a figure.",
    )
    programme: float = Field(
        0.9,
        description="How likely belongs what answers how one gets into a place that is named: the"
        " same for all that say so, and nothing else does.",
    )
    scheme: float = Field(
        0.1, description="From where the best scheme of the part before is one that it is told of."
    )
    other_scheme: float = Field(0.2, description="The same for others beside it.")
    told: float = Field(
        0.25,
        description="How likely at the least belongs the best that is said of a rule which a part"
        " names, where nothing else is likely: what is told of a part and answers it.",
    )
    least: float = Field(0.01, description="From where that is one that fits.")
    on_it: float = Field(
        0.05,
        description="The same for what answers what is asked of a rule that is named, where the"
        " rule itself answers it too (whom to tell, which papers).",
    )
    all: float = Field(
        0.7, description="Probability from which a part asks for all that is to be arranged."
    )
    stands: float = Field(
        0.2,
        description="Probability of a need from which what is on it may stand under a part that"
        " names another, or of which other parts name it.",
    )
    sure: float = Field(
        0.3, description="Probability of a statement from which it may stand there anyhow."
    )
    likely: float = Field(
        0.12, description="Probability of a need whose statements come into question."
    )


class TellingSettings(BaseModel):
    """From which probability a statement is told.

    Chosen on the judgements of writers that the trees were fitted without (docs/relevance.md).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: float = Field(
        0.2,
        description="From where the best statement of a part is told. Of parts of judged questions"
        " (h to m) it is right in 56 % between 0.2 and 0.3, the first that rules choose in 20 %;"
        " below 0.2 both are right in a third.",
    )
    only: float = Field(
        0.1,
        description="The same for a statement on the one need, a rule or grants, that the words of"
        ' a part tell ("wat met de A1?"): of 9 such parts below 0.2 it is right in 5.',
    )
    pointing: float = Field(
        0.15,
        description='The same for a part that only points at another ("where do I file that").',
    )
    weighed: int = Field(6, description="How many of the best come first in turn for each part.")
    choices: int = Field(
        4100, description="Ways to choose the first of all parts that are held against each other."
    )
    again: float = Field(
        1.5,
        description="Log-odds that one statement as the best of two parts is short of two. With"
        " this, with what a statement loses that answers another part better, and with ``open``"
        " the first of a part belongs in 66 %, in 65 % without.",
    )
    open: float = Field(
        0.07, description="Probability below which a part stays open rather than take a repeat."
    )
    others: float = Field(0.2, description="The same for others beside it.")
    share: float = Field(0.5, description="What they must reach, as a share of the best.")
    most: int = Field(3, description="Most statements that are told of a part.")
    same: float = Field(0.5, description="Share of the words of the shorter: they say the same.")
    kept: float = Field(0.1, description="From where what rules chose is told beside those.")
