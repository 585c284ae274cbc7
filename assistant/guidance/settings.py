"""Settings of guidance. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class ClosenessSettings(BaseModel):
    """What it counts that a statement is for the very people who ask, as its editors say.

    Chosen for the order that they make (a child before all, then what people are, what they do,
    their discipline), not by a measurement.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    child: float = Field(1.2, description="For a child, where a child is told of.")
    told: float = Field(0.4, description="For who people say they are.")
    untold: float = Field(0.9, description="What one cedes for people that nobody said to be.")
    trade: float = Field(0.3, description="For the one discipline of who asks; less for several.")
    does: float = Field(0.3, description="For what they are going to do.")
    does_alike: float = Field(0.1, description="For what may come with that.")
    unusual: float = Field(
        0.4, description="What one cedes for what a discipline seldom does, if nobody tells what."
    )
    least: float = Field(-1.0, description="No statement is further off.")
    most: float = Field(1.5, description="No statement is closer.")


class AnticipatedSettings(BaseModel):
    """How a question is compared with those that the fiches anticipate.

    ``clear`` and ``sure`` were chosen by how often the right statement is among the first three at
    that multiple, over 289 development questions (docs/anticipated.md), ``text`` and ``group`` by
    the fiches found for 22 cold questions; the others by reading answers to sixty of those.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: float = Field(1.0, description="What a statement's own text counts as, in questions.")
    group: float = Field(1.0, description="Likeness to its group, beside that to itself.")
    part: float = Field(0.6, description="What a part of a question counts, beside the whole.")
    least: float = Field(0.12, description="Likeness from which a statement is told.")
    clear: float = Field(1.4, description="The same, as a multiple of what is usual.")
    sure: float = Field(1.9, description="Multiple from which it is an answer by itself.")
    surest: float = Field(2.5, description="Multiple from which nothing else is looked for.")
    share: float = Field(0.85, description="Share of the likest that others are told from.")
    most: int = Field(3, description="Most statements that are told of a part.")
    noise: float = Field(0.6, description="Share of the likest below which advice is left out.")


class AskedSettings(BaseModel):
    """When a part of a question is answered, and who knows of it.

    Chosen on judgements of 240 first questions, by trees that were fitted without the writer asked.
    What is told is right in 15 % of the parts where none of it is likelier than 0.1, in 31 % up to
    0.2, in 50 % up to 0.3 and in 73 % and more above 0.4; of parts that ask for a figure in 4 of 30
    below 0.3, and half of those 30 the fiches do not hold.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answered: float = Field(0.2, description="Probability from which a statement answers a part.")
    figure: float = Field(0.35, description="The same where a figure or a date is asked.")
    near: float = Field(0.1, description="From where it comes near what is asked.")
    noise: float = Field(
        0.1,
        description="Below it for every part, what was chosen is left out. Of 180 questions that"
        " nobody had looked at, 46 % were then answered without anything beside them (37 % at 0.02,"
        " 48 % at 0.15), and 36 % of what belongs was told (38 %, 36 %).",
    )
    same: float = Field(0.9, description="Share of the words of the shorter: they say the same.")
    known: float = Field(0.1, description="Below it, what is not known has nothing to do with it.")
    need: float = Field(0.3, description="Probability from which a part asks for a need.")
    voices: int = Field(6, description="Statements of a part that speak for who knows.")
    voice: float = Field(0.1, description="Probability from which they do.")
    second_voice: float = Field(
        0.5,
        description="Share of the first from which a second is named. Of 240 judged questions"
        " 89.2 % name a right contact (89.6 % at 0.3), and 17 in 100 another beside it (19).",
    )


class GuidanceSettings(BaseModel):
    """Weights and sizes of guidance from the fiches.

    Weights are in the unit of a sentence's score, in which all words of a question in the sentence
    count for 1; they were chosen on the development questions about the fiches.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    anticipated: AnticipatedSettings = Field(default_factory=AnticipatedSettings)
    named_bonus: float = Field(0.45, description="For a fiche that the question names.")
    section_bonus: float = Field(
        1.2, description="For the part of a named fiche that is asked for."
    )
    country_section_bonus: float = Field(
        0.5, description="For the part of a country's fiche that is asked for."
    )
    country_discipline_bonus: float = Field(
        0.25, description="The same for a part on a discipline, which many words point to."
    )
    first_bonus: float = Field(
        0.15, description="For the first statement of that part, which holds the main rule."
    )
    definition_bonus: float = Field(
        1.2, description="For the statement of what a named thing is, when that is asked."
    )
    country_bonus: float = Field(0.15, description="For the fiche of a country that is asked for.")
    country_penalty: float = Field(
        0.3, description="What one country's rules cede when no country is named."
    )
    discipline_penalty: float = Field(
        0.3, description="What an organisation for other disciplines cedes when one is named."
    )
    standing: float = Field(
        0.3, description="Place among those found of a statement that only its fiche brings in."
    )
    title_share: float = Field(
        0.8, description="Share of a title's rarity that names its fiche in a question."
    )
    partial_share: float = Field(
        0.55, description="The same, when at least two of the words are rare among titles."
    )
    narrower_share: float = Field(
        0.75, description="What a fiche gets whose name only begins with what is named."
    )
    family_share: float = Field(
        0.6, description="What a fiche gets by a name that it shares with its sisters."
    )
    longest_common: int = Field(
        9, description="Letters from which one word of a title names its fiche by itself."
    )
    gap_share: float = Field(
        0.8,
        description="Share of the best statement's words from which a gap beside it says that the"
        " asked-for thing is not known.",
    )
    gap_penalty: float = Field(
        0.5, description="What a gap cedes where publishers' documents are searched too."
    )
    gap_own: float = Field(
        0.6, description="Share of the question in a gap of another fiche from which it decides."
    )
    gap_places: int = Field(8, description="Statements among which such a gap is looked for.")
    confirming_near: float = Field(
        0.25, description="Share of the question near a statement that its fiche and section carry."
    )
    confirming_probability: float = Field(
        0.1,
        description="Probability that the evidence holds the answer, below which neither fiche nor"
        " section carries it.",
    )
    named_near: float = Field(
        0.45, description="The same for any statement of a fiche whose name is there in full."
    )
    elsewhere_own: float = Field(
        0.45,
        description="Share of the question below which a statement of another fiche than the one"
        " named is no answer.",
    )
    section_words: int = Field(
        110, description="Words up to which the whole part of a fiche that is asked for is shown."
    )
    figure_fit: float = Field(
        0.35, description="How far the best statement has to hold the figure that is asked for."
    )
    telling_places: int = Field(
        3,
        description="Statements of which one has to count what is to be counted, or has the name"
        " that a figure is asked of.",
    )
    foreign_retrieval: float = Field(
        0.16,
        description="Score of a passage below which a question that names nothing of the fiches is"
        " about something else.",
    )
    foreign_own: float = Field(
        0.6, description="Share of such a question that a sentence must hold to answer it anyway."
    )
    answer_words: int = Field(
        150, description="Words of the steps told to who starts, the first contact beside them."
    )
    most_answer_words: int = Field(
        230,
        description="The same with the steps that decide whether a plan can be done: of 70 plans"
        " (five people, fourteen countries) 150 told 55 of the tax there, and of customs 9 of 33"
        " who perform behind such a border; 230 tells all of both.",
    )
    step_words: int = Field(32, description="Words of one statement in a route, if it can be cut.")
    most_grants: int = Field(3, description="Funding fiches that an answer lists.")
    grant_discipline: float = Field(1.0, description="A grant for the discipline; less for many.")
    grant_country: float = Field(0.4, description="A grant for the country that is asked for.")
    grant_elsewhere: float = Field(
        0.5, description="What a grant tied to a country cedes when no country is asked for."
    )
    grant_first: float = Field(
        0.6, description="For the grants that routes put first for a discipline."
    )
    grant_stage: float = Field(
        0.5, description="What a grant cedes that is for who is on the road or established."
    )
    grant_unusual: float = Field(
        0.6,
        description="What one cedes that is for what its discipline seldom does, if none is told.",
    )
    grant_named: float = Field(1.5, description="A grant that is asked for by its name.")
    schemes_named: float = Field(
        0.6,
        description="Share of its name from which a question is about a scheme: of a name of two"
        " words one is too little, of one of three two are enough.",
    )
    grant_reach: float = Field(
        0.45, description="How far below the best a grant may lie to be listed."
    )
    grant_closed: float = Field(
        0.3, description="The same for a call that has closed, which is told in half a line."
    )
    broad: int = Field(
        5, description="Disciplines from which a fiche is for the whole of the arts."
    )
    narrow: int = Field(2, description="Disciplines up to which a scheme is for those alone.")
    need_place: float = Field(
        0.35, description="What a statement cedes that is not of the first selection of a need."
    )
    need_position: float = Field(
        0.15, description="What it cedes for each statement before it in its selection."
    )
    need_preferred: float = Field(
        0.3, description="For a statement of the kind that its selection prefers."
    )
    need_key: float = Field(0.6, description="For a statement that decides, as its editors say.")
    need_close: float = Field(
        0.5, description="For a statement that editors made for the very people who ask."
    )
    need_very_country: float = Field(
        0.8, description="For a statement of a general fiche on the very country that is asked for."
    )
    need_beyond: float = Field(
        0.4,
        description="What a statement cedes with a limit that who asks goes beyond: less than a"
        " deciding one is worth, for it is still worth knowing.",
    )
    need_same: float = Field(
        0.5, description="Share of the words of the shorter from which two say the same."
    )
    need_floor: float = Field(-0.6, description="What a statement must be worth to be told at all.")
    need_old: float = Field(
        0.12, description="What a statement cedes whose facts are older than ``need_years``."
    )
    need_years: int = Field(8, description="Years after which a fact counts as old.")
    spoken_rarity: float = Field(
        4.0, description="Rarity (logarithm) from which a word tells whom an organisation is for."
    )
    name_frequency: int = Field(
        13, description="Passages, in both languages, up to which a word of a question is a name."
    )
    need_words: float = Field(
        0.4, description="For a statement that holds all the words of the question, by rarity."
    )
    need_group: float = Field(
        0.5, description="For a statement on the very people who ask; what one on others cedes."
    )
    need_other_discipline: float = Field(
        0.7, description="What a statement on other disciplines cedes."
    )
    need_reach: float = Field(
        0.75, description="How far below the best a statement may lie to be told."
    )
    need_words_in_all: int = Field(170, description="Words of statements on all needs together.")
    need_most: int = Field(130, description="Words of statements on one need, at most.")
    visitors_words: int = Field(
        250, description="Words on all needs of people who come here, whose papers go together."
    )
    need_named: float = Field(
        0.6, description="For a statement of a fiche that the question names, by how much of it."
    )
    need_least: int = Field(40, description="Words of statements on each need, at least.")
    statement_words: int = Field(60, description="Words of one statement that answers a need.")
    help_bonus: float = Field(
        0.7,
        description="For an organisation's statement on when to contact it, when help is asked.",
    )
    rule_bonus: float = Field(
        0.2, description="For the fiche on a formality that is asked without a country."
    )
    topic_bonus: float = Field(
        0.5, description="For the fiche on practice whose own topic is in the question."
    )
    rule_own: float = Field(
        0.5, description="Share of the question that its statement must hold to be the answer."
    )
    help_discipline: float = Field(
        0.3, description="For an organisation of the discipline that is named."
    )
    help_share: float = Field(
        0.6, description="What another fiche's statement on whom to ask gets of that; a gap half."
    )
