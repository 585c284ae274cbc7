"""What somebody says they want to know: one question for each clause, and nothing else."""

from __future__ import annotations

import pytest

from assistant.understanding.indirect import direct, wanted
from assistant.understanding.parts import parts


def asked(said: str) -> list[str]:
    return [part.asked for part in parts(said)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "We'd like to know whether we need a licence, whether there is money for the boat, and"
            " what we must arrange for the masks.",
            [
                "do we need a licence?",
                "is there money for the boat?",
                "what must we arrange for the masks?",
            ],
        ),
        (
            "Could you tell me if my choir needs a permit for Peru and if the hall withholds tax?",
            ["does my choir need a permit for Peru?", "does the hall withhold tax?"],
        ),
        (
            "Hello, could you tell us whether there is a grant for a stay in Porto, who can apply"
            " and how early we have to send it?",
            [
                "is there a grant for a stay in Porto?",
                "who can apply",
                "how early do we have to send it?",
            ],
        ),
        (
            "I wonder if we need a carnet for our drums and if we can sell records there.",
            ["do we need a carnet for our drums?", "can we sell records there?"],
        ),
        (
            "Please let me know whether I have to charge VAT, and which form I need.",
            ["do I have to charge VAT?", "which form do I need?"],
        ),
        (
            "Our question is whether we stay insured in Chile, and whether our crew is covered.",
            ["do we stay insured in Chile?", "is our crew covered?"],
        ),
        (
            "We are trying to find out how much tax Peru takes, whether it comes back, and who can"
            " help us.",
            ["how much tax Peru takes", "does it come back?", "who can help us."],
        ),
        (
            "We want to know whether we need a visa, and if so, how long it takes.",
            ["do we need a visa?", "how long does it take?"],
        ),
        (
            "Graag had ik geweten of we een vergunning nodig hebben, of er een toelage bestaat voor"
            " de boot en wat we met de maskers moeten doen.",
            [
                "hebben we een vergunning nodig?",
                "bestaat er een toelage voor de boot?",
                "wat moeten we met de maskers doen?",
            ],
        ),
        (
            "Hallo, ik vraag me af hoe ik een beurs aanvraag en wie mij daarbij helpt.",
            ["hoe ik een beurs aanvraag", "wie mij daarbij helpt."],
        ),
        (
            "Beste, kunt u mij zeggen of de zaal btw moet betalen en of ik een A1 moet hebben?",
            ["moet de zaal btw betalen?", "moet ik een A1 hebben?"],
        ),
        (
            "Wij zouden graag weten of er steun is voor een koor, hoe lang dat duurt en of"
            " vrijwilligers verzekerd zijn.",
            [
                "is er steun voor een koor?",
                "hoe lang duurt dat?",
                "zijn vrijwilligers verzekerd?",
            ],
        ),
        (
            "Weet u of een illustrator een toelage kan krijgen en wanneer de brief binnen moet"
            " zijn?",
            [
                "kan een illustrator een toelage krijgen?",
                "wanneer de brief binnen moet zijn?",
            ],
        ),
        (
            "Laat ons weten of wij een vergunning nodig hebben voor Chili en hoeveel geld wij"
            " kunnen krijgen.",
            ["hebben wij een vergunning nodig voor Chili?", "hoeveel geld kunnen wij krijgen?"],
        ),
        (
            "I was wondering if you could tell me whether halls in Lima pay VAT and how I ship my"
            " prints.",
            ["do halls in Lima pay VAT?", "how do I ship my prints?"],
        ),
        (
            "Graag wist ik of er een toelage is voor vertalingen en wie ze aanvraagt.",
            ["is er een toelage voor vertalingen?", "wie ze aanvraagt."],
        ),
        (
            "I'd be grateful if you could advise on whether we must pay duty in Peru, and on who to"
            " contact.",
            ["must we pay duty in Peru?", "on who to contact."],
        ),
    ],
)
def test_each_clause_is_a_question(said: str, expected: list[str]) -> None:
    assert asked(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "I wonder whether to pay by card or cash.",
        "Can you tell me whether or not we need a visa?",
        "Ik vraag me af of we een visum nodig hebben of niet.",
        "Kunt u zeggen of wij een visum of een werkvergunning nodig hebben?",
        "Graag had ik geweten of we een visum nodig hebben, of een werkvergunning.",
        "We'd like to know whether we need a visa, if we stay less than a month.",
        "The embassy says that we need a visa and that the fee is 80 euro, is that right?",
        "I don't know whether the feast, which is in Oslo, pays our hotel.",
        "Ik weet niet of het feest, dat in Oslo plaatsvindt, ons hotel betaalt.",
        "They asked whether we can come and play.",
        "Ik wil weten of we kunnen spelen en zingen op straat.",
        "I'd like to know whether the set and the lights need a carnet.",
    ],
)
def test_one_thing_that_is_wanted_stays_whole(said: str) -> None:
    assert asked(said) == [said]


def test_who_is_asked_is_no_frame_and_a_case_no_question() -> None:
    said = "We go to Peru, who do I ask if he is allowed and does the hall pay?"
    assert asked(said) == ["who do I ask if he is allowed", "does the hall pay?"]
    said = "Do we need a visa for Peru? And if we go to Chile?"
    assert asked(said) == ["Do we need a visa for Peru?", "And if we go to Chile?"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Hello, we are a choir from Ghent and we'd like to know whether our bus can be paid and"
            " who insures our harps.",
            "we are a choir from Ghent.",
        ),
        (
            "Goeiedag ik ben danser en speel in Peru. Wie betaalt de zaal? En wie verzekert ons?",
            "ik ben danser en speel in Peru.",
        ),
        ("Hi, can you tell me whether we need a visa and who insures our harps?", ""),
    ],
)
def test_a_greeting_stands_in_no_part(said: str, told: str) -> None:
    found = parts(said)
    assert len(found) == 2
    assert {part.told for part in found[1:]} == {told}
    assert not any(
        word in part.text for part in found for word in ("Hello", "Goeiedag", "Hi,", "like to know")
    )


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        ("whether the six of us need a visa", "do the six of us need a visa?"),
        ("whether the bus can be paid", "can the bus be paid?"),
        ("whether people who are abroad can apply", "whether people who are abroad can apply"),
        ("if the boat sank", "whether the boat sank?"),
        ("whether Peru taxes our fee", "does Peru tax our fee?"),
        ("whether the income taxes are due", "are the income taxes due?"),
        ("whether to go", "whether to go"),
        ("of mijn uitkering doorloopt", "of mijn uitkering doorloopt"),
        ("of het te betalen is", "is het te betalen?"),
        ("what we paid", "what we paid"),
    ],
)
def test_a_verb_is_moved_only_where_it_is_surely_one(clause: str, question: str) -> None:
    assert direct(clause) == question


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I wonder if you can help our choir.", "can you help our choir?"),
        ("I wonder if you could tell me whether we pay duty in Peru.", "do we pay duty in Peru?"),
    ],
)
def test_what_could_be_told_is_asked_only_where_it_is_said(said: str, asked: str) -> None:
    assert wanted(said) == ("", asked)
