"""Several questions in one: each answered as it would be alone, told together, nothing twice."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, Question
from assistant.pipeline import Assistant


def ask(adviser: Assistant, text: str) -> Answer:
    return adviser.ask(Question(text))


@pytest.mark.parametrize(
    ("story", "first", "second"),
    [
        (
            "We're a theatre group and go to Montréal.",
            "Do we need a visa?",
            "How much tax do they withhold from our fee?",
        ),
        (
            "Ik speel drie concerten in Zweden.",
            "Hoeveel belasting houden ze in?",
            "Wat is een ATA-carnet?",
        ),
        (
            "I am a jazz pianist with a show in Osaka.",
            "Do I need a visa for Japan?",
            "What is a TIP?",
        ),
    ],
)  # fmt: skip
def test_each_part_tells_what_it_tells_alone(
    adviser: Assistant, story: str, first: str, second: str
) -> None:
    together = ask(adviser, f"{story} {first} {second}")
    told = {citation.passage for citation in together.citations}
    for part in (first, second):
        alone = ask(adviser, f"{story} {part}")
        assert alone.citations
        assert alone.citations[0].passage in told, part


def test_nothing_is_told_twice_and_one_contact_closes(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "We're a band with a gig in Oslo. Do we need a visa for Norway? Do we pay tax in Norway?",
    )
    said = [claim.text for claim in answer.claims if not claim.frame]
    assert len(said) == len(set(said))
    assert sum("First contact" in claim.text for claim in answer.claims) <= 1


def test_no_paragraph_stands_twice(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Wij maken een circusvoorstelling en willen coproducenten vinden in Spanje. Naar welke"
        " beurzen of festivals gaan we best en wie kan ons op weg helpen?",
    )
    told = [claim.text for claim in answer.claims if not claim.frame]
    assert told
    assert not any(one in other for at, one in enumerate(told) for other in told[at + 1 :])


def test_the_short_answer_keeps_the_statement_that_holds_it(adviser: Assistant) -> None:
    answer = ask(adviser, "I play in Norway. How many weeks before does my organiser file RF-1091?")
    assert "three weeks" in answer.text


def test_of_a_part_without_an_answer_it_is_said(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "I'm a dancer with a show in Spain."
        " Do I need a visa, and what does a hotel room cost in Bilbao?",
    )
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    admitted = [one.text for one in answer.claims if one.frame and "hotel room" in one.text]
    assert len(admitted) == 1
    assert "not find" in admitted[0]
    assert "Who may know" in admitted[0]
    assert any(citation.document == "country-es-en" for citation in answer.citations)


def test_what_a_part_states_is_confirmed_by_itself(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "An ATA carnet is valid for three years, isn't it? And who collects royalties in Hungary?",
    )
    assert "one year" in answer.text
    assert "Artisjus" in answer.text


def test_advice_for_the_whole_stays_where_it_tells_every_part(adviser: Assistant) -> None:
    text = (
        "We are a dance company going to Canada."
        " What do we arrange for visas and tax, and who helps us?"
    )
    answer = ask(adviser, text)
    assert not any(claim.text.startswith("On “") for claim in answer.claims)


def test_what_it_costs_is_not_what_a_cost_is(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Jazz trio, five dates in the US, how long does the visa take and what does it cost",
    )
    cited = {citation.document for citation in answer.citations}
    assert cited <= {"country-us-en", "organisation-cultuurloket-en"}


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn een band en spelen in Noorwegen. Hoeveel belasting houden ze in van onze gage,"
        " en hoeveel kost een hotelkamer in Bergen?",
        "We're a theatre group touring Switzerland. What tax is taken from our fee, and which"
        " colour should our van be?",
    ],
)
def test_only_what_is_not_answered_is_said_not_to_be(adviser: Assistant, text: str) -> None:
    answer = ask(adviser, text)
    open_parts = [one.text for one in answer.claims if one.frame and "“" in one.text]
    open_parts = [text for text in open_parts if "not find" in text or "vond ik niet" in text]
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert len(open_parts) == 1
    assert "hotelkamer" in open_parts[0] or "colour" in open_parts[0]


def test_who_is_turned_to_knows_of_what_is_told(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "A publisher in Rome brings out my novel. Is there money for the translation, and do I"
        " apply for it or does she?",
    )
    cited = [citation.document for citation in answer.citations]
    assert "organisation-literatuur-vlaanderen-en" in cited


def test_what_is_said_of_a_statement_is_not_said_again_without_it(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "My indie band (4 of us, self-employed) gets 900 euro for a club gig in Hamburg."
        " Will they take German tax off that, and do we each need an A1?",
    )
    assert answer.text.count("You mention 900 euro") == 1
    assert "no more than EUR 250 per person" in answer.text
