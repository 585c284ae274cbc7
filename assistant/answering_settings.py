"""Settings of the extractive engine. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from assistant.spreading_settings import SpreadingSettings


class AnsweringSettings(BaseModel):
    """Weights, thresholds and sizes of answering without a model.

    Chosen on the development questions over publications by two hands (298 and 130) and over fiches
    (211), in ``evals/suites/published-development`` and ``evals/suites/fiches-development``. With
    these, without fiches in the index: right 89.3 % of the first hand's and 83.8 % of the second's;
    over fiches 91.9 %. What single changes did to right answers (first hand, second hand):

    - quotes of whole paragraphs and close second passages (``quote_words`` 95 to 130,
      ``brief_quote_words`` 70 to 120, ``answer_words`` 170 to 300, ``second_share`` 0.86 to 0.72,
      ``same_document_share`` 0.7 to 0.55): +1.9 and +6.1 points, at 40 to 50 words more
    - ``retrieval_weight`` 0.35 to 0.6: +0.7 and +0.7; 0.9: +0.4 and +0.7, fewer documents found
    - ``fiche_penalty`` (fiches in the index too) 0.12 to 0.4: +1.3 and +2.3, citations in an
      expected document +2.7 and +4.3 points; 0.7: +2.7 and +3.0 right; questions made for fiches,
      asked with the publications in the index, lose 1.4 points at 0.4 and 2.4 at 0.7

    ``candidates`` 40, 28 and 22 gave 873, 872 and 871 right answers of 1,007 over publications, 40
    and 28 gave 453 and 452 of 499 over fiches; cutting passages up is the dearest step.

    ``answerability_*`` are a logistic regression (``benchmarks.answerability``) with groups of
    questions and both classes weighed alike, drawn to the weights before (ridge 30) and shifted
    towards answering; area under the curve on documents that the weights were not fitted on, of
    questions that no gate settles: 0.87 over natural questions, 0.96 over publications, 0.90 over
    fiches (docs/answerability.md). ``headline_*`` were chosen for nine right short answers out of
    ten: 93 % over publications, 94 % over fiches, where showing the nearest figure gave 61 % and
    72 %.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_question_characters: int = Field(
        10_000, description="Longest question that is read, in characters."
    )
    candidates: int = Field(28, description="Passages that are searched for an answer.")
    focus_candidates: int = Field(
        8, description="Passages of the earlier question that a follow-up may lean on."
    )
    least_reach: float = Field(
        0.5,
        description="Share of the best passage's hold on the question below which none is read.",
    )
    apart_weight: float = Field(
        0.9,
        description="The two pieces of a Dutch verb in one sentence, for the verb in one word."
        " 0.7, 0.9 and 1 gave 698, 697 and 697 right of the 782 Dutch development questions over"
        " publications, each 434 of 478 over fiches.",
    )
    own_weight: float = Field(1.0, description="Question words in the sentence itself.")
    summed_share: float = Field(
        0.75,
        description="Share of a fiche's hold on the question from which the source that it sums up"
        " is quoted in its place.",
    )
    near_weight: float = Field(
        0.9, description="Question words in the sentence, beside it, above it or in its title."
    )
    type_weight: float = Field(0.6, description="The asked-for kind of thing in the sentence.")
    coarse_date_share: float = Field(
        0.4,
        description="What a year or a month counts for where the day is asked for."
        " 0.2, 0.4 and 0.7 gave the same 1,139 right of 1,286 development questions over"
        " publications and 853 of 940 over fiches.",
    )
    retrieval_weight: float = Field(0.6, description="The passage's place among those found.")
    phrase_weight: float = Field(0.2, description="Question words next to each other, as asked.")
    beside_share: float = Field(0.8, description="What a word in the next sentence counts for.")
    passage_share: float = Field(0.65, description="What a word elsewhere in the passage counts.")
    heading_share: float = Field(0.7, description="What a word in the headings above counts for.")
    stray_own: float = Field(
        0.25,
        description="Share of the question in a sentence from which its figure is to the point.",
    )
    stray_share: float = Field(
        0.5, description="What a figure counts for in a sentence with nothing of the question."
    )
    agent_bonus: float = Field(
        0.25, description="For a sentence that opens with who is asked what they do."
    )
    contrary_penalty: float = Field(
        0.3,
        description="What a sentence cedes that tells of the large projects, where the small ones"
        " are asked for.",
    )
    titled_bonus: float = Field(
        0.7,
        description="For a document whose title has the names in the question, for the share it has"
        ": of 240 questions over 24 documents that nobody tuned on 0, 0.2, 0.4 and 0.7 gave"
        " 194, 196, 199 and 200 right, of 1,004 over publications three fewer.",
    )
    announced_bonus: float = Field(
        0.3, description="For a sentence that announces as many things as are asked for."
    )
    list_heading_share: float = Field(
        0.6, description="What a word in the heading above a list counts for, for its items."
    )
    lead_heading_share: float = Field(
        0.9,
        description="The same, and for whatever is asked, where nothing else announces the list.",
    )
    question_heading_share: float = Field(
        0.8, description="What a word in a heading that asks counts for, in what answers it."
    )
    title_share: float = Field(0.45, description="What a word in the document's title counts for.")
    told_of_share: float = Field(
        0.5,
        description="What a word in a publication's title, maker or date counts for in each of its"
        " sentences, when they are ranked: of 360 development questions over 49 documents 0, 0.5"
        " and 0.8 gave 272, 278 and 277 right; of 1,286 over publications 0 and 0.5 gave 1,137"
        " both.",
    )
    title_name_share: float = Field(
        0.6,
        description="The same for a name: what a city publishes holds for that city.",
    )
    home_share: float = Field(
        0.6,
        description="What the country of a fund or a society counts for in a text in its language:"
        " as much as a name in the title.",
    )
    context_concept_weight: float = Field(
        0.85, description="A word taken from the earlier turn, against one of the question itself."
    )
    told_enough: float = Field(
        25.0,
        description="Weight of words from which a question lacks nothing of what is told beside it:"
        " that fills up what it lacks. Of 24 questions in people's own words that come beside"
        " something told, 5 were right with nothing of it looked for, 8 with 15 and a least share"
        " of 0.25, 13 with 25 and 0.4, 13 with 35 and 0.6.",
    )
    told_least: float = Field(
        0.4, description="What that counts for in any case, against what is asked: see told_enough."
    )
    told_missed: float = Field(
        0.3,
        description="What a word of it costs that is not there, where the question says enough: who"
        " tells who they are is answered in a document that does not. Of the same 24, with 15 and"
        " 0.25, 1.0 and 0.3 gave 8 right, 5 and 3 refused; where the question says too little, it"
        " costs all of its weight: with 0.3 one absent fact more of 14 was answered.",
    )
    frame_concept_weight: float = Field(
        0.2, description="A word that frames the question (report, mention, percentage)."
    )
    rarity_passages: int = Field(
        1000,
        description="Passages in which a word's rarity is told, where the corpus has fewer: what is"
        " an answer was learnt on corpora of 450 to 4,500. Of 143 questions, each over its one"
        " document alone, 42 were refused without it and 29 with 450 or 1,000, of 145 absent facts"
        " 1, 4 and 5 answered; of 30 over fourteen short documents 20, 21 and 22 were right. A word"
        " that so few passages lack weighs less in the same measure, down to five sixths: of 40"
        " questions over four documents of a page 25 instead of 21 were right with half of it and"
        " more, but 'who leads' was then answered with a name alone.",
    )
    few_passages_weight: float = Field(
        2.5,
        description="What a word that stands everywhere weighs more, the fewer passages there are:"
        " of the same 143 questions 0, 0.7, 1.5, 2.5 and 4 gave 102, 106, 112, 116 and 116 right,"
        " 29, 25, 19, 14 and 14 refused; of 30 facts absent from their document 9, 9, 10, 10 and 10"
        " answered. Corpora of 450 passages and more answered as before.",
    )
    fiche_penalty: float = Field(
        0.6, description="What a summary of ours cedes to a publication that says about the same."
    )
    other_language_penalty: float = Field(
        0.2,
        description="What a text in another language cedes to one that says about the same: a"
        " translated word is less sure. Of 85 questions over documents in both languages 0, 0.1 and"
        " 0.2 gave 66, 67 and 68 right; documents in one language do not feel it.",
    )
    concentrated: float = Field(
        0.9,
        description="Share of what is said of a word, each document counted by itself, that one"
        " document has to say for the word to tell that it is meant: of 490 such words in"
        " development questions over five publications 461 stand in one that the question is"
        " about, of 249 over forty documents 237; from 0.8 to 0.9 83 of 120 and 51 of 66.",
    )
    called_concentrated: float = Field(
        0.8, description="The same for a word by which a question calls a document (film report)."
    )
    least_spread: float = Field(
        0.1, description="Share of that document's passages in which the word has to stand."
    )
    beside_told: float = Field(
        0.5, description="Share of what tells the surest document that tells another one, too."
    )
    telling_share: float = Field(
        0.8,
        description="What a word that tells the document counts for around each of its sentences:"
        " of 280 development questions over 47 documents 0.6, 0.8 and 1 gave 171, 175 and 175 right"
        " instead of 166, of 55 absent facts 1, 1 and 3 more answered.",
    )
    elsewhere_penalty: float = Field(
        0.5, description="What a sentence cedes that is not of the document that the words tell."
    )
    told_candidates: int = Field(
        28, description="Passages that are searched in each document that the words tell."
    )
    whole_document: int = Field(
        40, description="Passages of such a document up to which all of them are looked into."
    )
    told_standing: float = Field(
        0.9,
        description="The place of the best of these passages, 1 being the best of all documents.",
    )
    named_document_bonus: float = Field(
        0.5, description="For the document that the question names."
    )
    pointed_bonus: float = Field(
        3.0, description="For the passages that the question points at by number: first of all."
    )
    after_focus: float = Field(
        0.5, description="Share of that for a question that stands by itself, after another one."
    )
    focus_bonus: float = Field(
        0.45, description="For the document of the earlier question, in a follow-up."
    )
    answer_words: int = Field(300, description="Words of quotes that an ordinary answer may hold.")
    part_words: int = Field(
        60, description="Words added to its share for each part of a question that has several."
    )
    most_words: int = Field(
        370, description="Words of quotes that the replies to several parts may hold together."
    )
    beside_threshold: float = Field(
        0.25,
        description="Probability from which a named document is shown beside one that answers.",
    )
    part_threshold: float = Field(
        0.4,
        description="Probability from which one part of a question is shown beside another that is"
        " answered: of the development questions none more was answered wrongly than at 0.5.",
    )
    conflict_own: float = Field(
        0.8, description="Share of the question that sentences hold that can contradict each other."
    )
    conflict_share: float = Field(
        0.95, description="What the second of them holds at least, against the first."
    )
    spreading: SpreadingSettings = SpreadingSettings()
    list_words: int = Field(400, description="Words that a whole list or table may take.")
    quote_words: int = Field(130, description="Words of one quote around the best sentence.")
    several_quote_words: int = Field(
        60,
        description="The same, for each of several documents, sides or parts: 130, 90 and 60 gave"
        " 55, 55 and 56 right of 73 development questions over several documents.",
    )
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
    several_documents: int = Field(
        4, description="Documents shown beside each other for such a question."
    )
    several_searched: int = Field(
        8, description="Documents that are searched one by one for such a question."
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
    part_second_share: float = Field(
        0.6,
        description="The same, for one of several parts, where other documents need add nothing"
        " and quotes are short: so 264 of 311 published development questions of several parts or"
        " sides were right and 27 of 40 in people's own words, as for one question 260 and 22.",
    )
    headline_near: float = Field(
        0.6, description="Share of the question near a sentence that a short answer is read from."
    )
    headline_held: float = Field(
        0.35, description="Share of the question that has to belong to the short answer."
    )
    headline_held_sure: float = Field(
        0.25, description="The same, where it fits or is the only figure in the sentence."
    )
    headline_missing: float = Field(
        0.25, description="Share of the question above which no word may be away from the sentence."
    )
    headline_margin: float = Field(
        1.5, description="How much more of the question it holds than the next like it."
    )
    headline_fitting: float = Field(
        0.7, description="The same, against those that what is asked does not stand beside."
    )
    answerability_bias: float = Field(0.32, description="Logistic regression: the constant.")
    answerability_weights: tuple[float, ...] = Field(
        (
            1.92,
            -1.88,
            -1.12,
            -1.66,
            -1.32,
            -0.74,
            1.63,
            0.49,
            -1.53,
            -1.88,
            -0.46,
            -1.16,
            -1.49,
            1.69,
            -1.08,
            -1.17,
            0.47,
        ),
        description="Logistic regression: the weights, in the order of evidence_features.FEATURES.",
    )
    more_share: float = Field(
        0.4,
        description="Share of the best score that a passage told as more of it must reach; chosen"
        " by reading four conversations, not by a measurement.",
    )
    more_share_elsewhere: float = Field(
        0.7,
        description="The same, for a passage of another document than the best one's.",
    )
    more_statements: int = Field(4, description="Passages told to who wants to hear more.")
    more_words: int = Field(70, description="Words of each of them.")
    reading_share: float = Field(
        0.7, description="Share of the best score from which another reading is offered."
    )
    judged: int = Field(
        5,
        description="Sentences of which one has to hold the answer. Three above 0.85 of the best"
        " score, and five above 0.7, gave areas under the curve of 0.86 and 0.89 over natural"
        " questions, 0.953 and 0.957 over others about publications.",
    )
    judged_share: float = Field(
        0.7, description="Share of the best score that such a sentence must reach."
    )
    judged_of_fiches: int = Field(
        3,
        description="The same where the best is a statement of a fiche, which is whole in itself.",
    )
    judged_share_of_fiches: float = Field(
        0.85, description="Share of the best score that such a statement must reach."
    )
    otherwise_threshold: float = Field(
        0.7,
        description="Probability from which a question of a conversation that has no answer as it"
        " was read is answered as it may be read otherwise.",
    )
    otherwise_held: float = Field(
        0.5, description="Share of the question itself that the best sentence for that has to hold."
    )
    answer_threshold: float = Field(
        0.5, description="Probability that the evidence holds the answer, from which it is shown."
    )
    near_threshold: float = Field(
        0.1,
        description="Probability from which a refusal quotes the sentence that comes nearest. Of"
        " 71 development questions over documents that were refused from here on, though there,"
        " 30 have the fact in the beginning of that sentence; of 457 absent facts that were"
        " refused 143 get such a quote.",
    )
    near_words: int = Field(60, description="Most words of that quote.")
    kept_passages: int = Field(
        5_000,
        description="Passages whose sentences are kept analysed; about 10 kB each. The shipped"
        " fiches fit (measured beside the passages that retrieval keeps).",
    )
    overview_words: int = Field(
        170, description="Most words of what a document says of itself, in an overview of it."
    )
    kept_documents: int = Field(
        64, description="Documents kept in memory for quoting; then they are read again."
    )
    volatile_after_days: int = Field(
        365, description="Age in days from which a volatile statement asks for a check."
    )
