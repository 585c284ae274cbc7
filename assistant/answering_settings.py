"""Settings of the extractive engine. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class AnsweringSettings(BaseModel):
    """Weights, thresholds and sizes of answering without a model.

    Chosen on the development questions in ``evals/suites/dev-published.yaml`` (217 to answer, 81 to
    refuse). With these: right 87.1 %, answerable refused 2.8 %, absent facts answered 11.1 %,
    expected document cited 96.3 %, citations in an expected document 96.8 %. One weight moved at a
    time, right changes by:

    - ``type_weight`` 0: -5.1 points; 0.3: -1.4; 0.7: 0
    - ``retrieval_weight`` 0: -1.4; 0.7: +0.5, with two expected documents fewer cited
    - ``own_weight`` 0.7 or 1.3, ``near_weight`` 0.5 or 1.3, ``phrase_weight`` 0: within 0.5
    - ``least_reach`` 0 or 0.4: 0, at twice the time of 0.5; 0.7: -0.5

    ``answerability_*`` are a logistic regression with classes weighed alike, shifted by +0.45
    towards answering; area under the curve 0.95, in ten-fold cross-validation 0.94.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_question_characters: int = Field(
        10_000, description="Longest question that is read, in characters."
    )
    candidates: int = Field(40, description="Passages that are searched for an answer.")
    focus_candidates: int = Field(
        8, description="Passages of the earlier question that a follow-up may lean on."
    )
    least_reach: float = Field(
        0.5,
        description="Share of the best passage's hold on the question below which none is read.",
    )
    own_weight: float = Field(1.0, description="Question words in the sentence itself.")
    near_weight: float = Field(
        0.9, description="Question words in the sentence, beside it, above it or in its title."
    )
    type_weight: float = Field(0.6, description="The asked-for kind of thing in the sentence.")
    retrieval_weight: float = Field(0.6, description="The passage's place among those found.")
    phrase_weight: float = Field(0.2, description="Question words next to each other, as asked.")
    beside_share: float = Field(0.8, description="What a word in the next sentence counts for.")
    passage_share: float = Field(0.65, description="What a word elsewhere in the passage counts.")
    heading_share: float = Field(0.7, description="What a word in the headings above counts for.")
    announced_bonus: float = Field(
        0.3, description="For a sentence that announces as many things as are asked for."
    )
    list_heading_share: float = Field(
        0.6, description="What a word in the heading above a list counts for, for its items."
    )
    title_share: float = Field(0.45, description="What a word in the document's title counts for.")
    context_concept_weight: float = Field(
        0.85, description="A word taken from the earlier turn, against one of the question itself."
    )
    frame_concept_weight: float = Field(
        0.2, description="A word that frames the question (report, mention, percentage)."
    )
    fiche_penalty: float = Field(
        0.12, description="What a summary of ours cedes to a source that says the same."
    )
    named_document_bonus: float = Field(
        0.5, description="For the document that the question names."
    )
    pointed_bonus: float = Field(
        3.0, description="For the passages that the question points at by number: first of all."
    )
    focus_bonus: float = Field(
        0.45, description="For the document of the earlier question, in a follow-up."
    )
    answer_words: int = Field(300, description="Words of quotes that an ordinary answer may hold.")
    part_words: int = Field(
        60, description="Words added to its share for each part of a question that has several."
    )
    list_words: int = Field(400, description="Words that a whole list or table may take.")
    quote_words: int = Field(130, description="Words of one quote around the best sentence.")
    brief_quote_words: int = Field(
        120, description="Words of one quote where one figure, date or name is asked for."
    )
    other_document_gain: float = Field(
        0.22, description="Share of the question that another document must add to be cited too."
    )
    other_document_own: float = Field(
        0.3, description="Share of the question that a sentence there must hold itself."
    )
    other_document_share: float = Field(
        0.75, description="Share of the best score that a sentence there must reach."
    )
    several_share: float = Field(
        0.62, description="The same, where the question asks what several documents say."
    )
    announcer_share: float = Field(
        0.7, description="Share of the best score that a sentence announcing a list must reach."
    )
    same_document_share: float = Field(
        0.55, description="Share of the best score that such a quote must reach."
    )
    same_document_gain: float = Field(
        0.15, description="Share of the question that another quote of the same document must add."
    )
    second_share_when_clear: float = Field(
        0.82, description="The same, where the best sentence plainly answers."
    )
    second_share: float = Field(
        0.72, description="Share of the best score above which another quote is shown too."
    )
    answerability_bias: float = Field(0.10, description="Logistic regression: the constant.")
    answerability_weights: tuple[float, ...] = Field(
        (0.29, 1.46, -1.01, -2.55, -2.71, -0.10, -2.28, -0.53, 1.68, 1.34, 1.21),
        description="Logistic regression: the weights, in the order of answerability.FEATURES.",
    )
    reading_share: float = Field(
        0.7, description="Share of the best score from which another reading is offered."
    )
    judged: int = Field(3, description="Sentences of which one has to hold the answer.")
    judged_share: float = Field(
        0.85, description="Share of the best score that such a sentence must reach."
    )
    answer_threshold: float = Field(
        0.5, description="Probability that the evidence holds the answer, from which it is shown."
    )
    kept_passages: int = Field(
        2_000, description="Passages whose sentences are kept analysed; about 10 kB each."
    )
    kept_documents: int = Field(
        64, description="Documents kept in memory for quoting; then they are read again."
    )
    volatile_after_days: int = Field(
        365, description="Age in days from which a volatile statement asks for a check."
    )
