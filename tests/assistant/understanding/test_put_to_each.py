"""A question that is put to two things asks each of them."""

from __future__ import annotations

import pytest

from assistant.understanding.parts import parts
from assistant.understanding.sides import sides


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "How many seats are there: the organ hall in Veldbeek and the new one in Zandoever?",
            [
                "How many seats are there: the organ hall in Veldbeek?",
                "How many seats are there: the new one in Zandoever?",
            ],
        ),
        (
            "Hoelang moet je wachten: bij de Koorbond tegenover de Dansbond?",
            ["Hoelang moet je wachten bij de Koorbond?", "Hoelang moet je wachten: de Dansbond?"],
        ),
        (
            "Hoeveel stemmen heeft een lid? Bij de Koorbond en bij de Dansbond, ik zit bij beide.",
            [
                "Hoeveel stemmen heeft een lid bij de Koorbond?",
                "Hoeveel stemmen heeft een lid bij de Dansbond?",
            ],
        ),
        (
            "I choose between a room at Zeezicht and a stipend of the Koorbond."
            " How long does each last?",
            [
                "How long does a room at Zeezicht last?",
                "How long does a stipend of the Koorbond last?",
            ],
        ),
        (
            "With whom does the choir sing, first for the harbour feast, and second on the dyke?",
            [
                "With whom does the choir sing for the harbour feast?",
                "With whom does the choir sing on the dyke?",
            ],
        ),
        (
            "Zowel de Koorbond als de bond voor dans klagen over lawaai. Wat gaat er telkens mis?",
            [
                "de Koorbond klagen over lawaai: Wat gaat er mis?",
                "de bond voor dans klagen over lawaai: Wat gaat er mis?",
            ],
        ),
        (
            "Zingen maakt moe. Wat zeggen de koren en de toneelwereld daarvan?",
            ["Wat zeggen de koren daarvan?", "Wat zeggen de toneelwereld daarvan?"],
        ),
        (
            "What's the most I could get out of the Koorbond's pot versus Zeezicht's fund?",
            [
                "What's the most I could get out of the Koorbond's pot?",
                "What's the most I could get out of Zeezicht's fund?",
            ],
        ),
        (
            "Which choir has more singers, the one in Veldbeek or the one in Zandoever,"
            " and how many each?",
            ["how many singers the one in Veldbeek?", "how many singers the one in Zandoever?"],
        ),
        (
            "Which is the louder hall, the Zeezicht or the Noordkaap, and how is each heated?",
            ["how is the Zeezicht heated?", "how is the Noordkaap heated?"],
        ),
        (
            "I choose between the choir of Veldbeek and the band of Zandoever. Does the first one"
            " pay, and where does the second one rehearse?",
            [
                "Does the choir of Veldbeek pay",
                "where does the band of Zandoever rehearse?",
            ],
        ),
        (
            "Koorbond and the union of paid dancers: what does each of them do for singers?",
            [
                "Koorbond: what does do for singers?",
                "the union of paid dancers: what does do for singers?",
            ],
        ),
    ],
)
def test_each_of_two_is_asked(question: str, asked: list[str]) -> None:
    assert [part.text for part in parts(question)] == asked


@pytest.mark.parametrize(
    "question",
    [
        "Which two parts does the plan have: singing and dancing?",
        "What do they say about the plan: singing and dancing?",
        "How many more members are there: the Koorbond versus the Dansbond?",
        "Wie zingt er: in het havenrapport en in het dossier over koren?",
        "Wat zeggen het havenrapport en de koren daarover?",
        "What would you pay for a seat with one arm versus one with two?",
        "Hoeveel mensen komen naar de haven tegenover met de fiets?",
        # No joint, in English, and no end of a question.
        "What counts as the end of what a singer can bear?",
        "Why did the large, funded choirs want a hall of their own?",
        # "Men" is who does it in Dutch, and comes behind its verb.
        "Why do the old, tired men sing so early?",
    ],
)
def test_what_two_things_are_asked_together_stays_whole(question: str) -> None:
    assert [part.text for part in parts(question)] == [question]


def test_in_what_is_a_question_of_its_own() -> None:
    question = "Should I split the choir up, and into groups of what size?"
    assert [part.asked for part in parts(question)] == [
        "Should I split the choir up",
        "into groups of what size?",
    ]


def test_something_else_is_no_side() -> None:
    assert sides("De Koorbond, is dat een vzw, een wet of iets anders?") == ()
    assert sides("That hall, is it a club, a firm or something else?") == ()
    assert sides("Wie is groter, de Koorbond of de Dansbond?") == ("de Koorbond", "de Dansbond")


def test_what_both_are_asked_goes_with_each() -> None:
    question = "Which choir has more singers, the Zeezicht or the Noordkaap, and how many each?"
    assert [part.setting for part in parts(question)] == ["Which choir has more singers"] * 2


def test_a_theme_before_a_colon_goes_with_each() -> None:
    question = "Lawaai: wat zeggen de koren en de dansers daarover?"
    assert [part.setting for part in parts(question)] == ["Lawaai", "Lawaai"]


def test_who_helps_is_what_the_part_before_names() -> None:
    question = "Wat deed Zeezicht in dat traject, en waarmee kan het helpen als ik wil zingen?"
    assert parts(question)[1].text == "waarmee kan Zeezicht helpen als ik wil zingen?"


def test_the_first_concert_is_none_of_two_that_are_chosen_between() -> None:
    question = (
        "I choose between Zeezicht and Noordkaap. Is the first concert free, and when is the"
        " second concert?"
    )
    assert "first concert" in parts(question)[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Do they want two boats, or rather one for the whole of Noordkaap?",
        "If we lend our drums to the shed, what do we get out of it apart from dust?",
    ],
)
def test_the_english_of_joins_no_two_things(question: str) -> None:
    assert not any("of" in side.split()[:1] for side in sides(question))
    assert "the whole" not in " ".join(sides(question)[:1])
    assert "what do we get out" not in sides(question)


@pytest.mark.parametrize(
    ("question", "second"),
    [
        (
            "How warm are the dressing rooms in the barn compared with the attic?",
            "How warm are the dressing rooms in the attic",
        ),
        (
            "Hoeveel haken hangen er bij de fanfare vergeleken met het koor?",
            "Hoeveel haken hangen er bij het koor",
        ),
        ("How warm is the barn compared with the attic?", "the attic"),
        ("How warm was it in the barn compared with that of the mill?", "that of the mill"),
        ("How warm was it in 1987 compared with 1989?", "1989"),
    ],
)
def test_what_is_compared_with_stands_where_the_first_does(question: str, second: str) -> None:
    assert sides(question)[1] == second
