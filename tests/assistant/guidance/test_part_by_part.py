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
def test_each_part_tells_of_what_it_tells_alone(
    adviser: Assistant, story: str, first: str, second: str
) -> None:
    together = ask(adviser, f"{story} {first} {second}")
    told = {citation.passage for citation in together.citations}
    for part in (first, second):
        alone = ask(adviser, f"{story} {part}")
        assert any(citation.passage in told for citation in alone.citations), part


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


def section(answer: Answer, part: str) -> str:
    """What stands under the name of a part, up to that of the next."""
    texts = [claim.text for claim in answer.claims]
    at = next(place for place, text in enumerate(texts) if part in text)
    rest = texts[at + 1 :]
    end = next((n for n, text in enumerate(rest) if text.startswith(("On “", "Over “"))), None)
    return " ".join(rest[:end])


def test_a_statement_stands_under_the_part_that_it_answers_best(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "I play my theatre solo in Oslo, they pay me a fee and also my flight and hotel. How much"
        " tax will they deduct, is the hotel taxed as well, and do I need to file a return there?",
    )
    assert "15%" in section(answer, "How much tax")
    assert "does not count" in section(answer, "is the hotel taxed")
    assert "Yes" not in section(answer, "is the hotel taxed")


def test_one_statement_that_answers_two_parts_stands_under_both(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "I'm a novelist and I'd love to spend three months in Tokyo working on my next book. Is"
        " there a residency that Flanders sends people to, what would I get for it, and which visa"
        " should I have?",
    )
    frames = [one.text for one in answer.claims if one.frame]
    assert any("residency" in text and "what would I get" in text for text in frames)
    assert "TOKAS" in section(answer, "what would I get")


def test_what_a_grant_pays_is_not_what_something_costs(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Wij zijn een danscollectief en spelen in Oslo. Krijgen we daar subsidie voor, en wat"
        " kosten de vliegtickets voor zes mensen ongeveer?",
    )
    admitted = [one.text for one in answer.claims if one.frame and "vond ik niet" in one.text]
    assert any("vliegtickets" in text for text in admitted)
    assert answer.status is AnswerStatus.PARTLY_ANSWERED


def test_whether_a_grant_is_taxed_is_not_told_by_what_fees_are(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Ik ben beeldend kunstenaar en ga op residentie in Warschau. Bestaat daar een beurs voor,"
        " en moet ik op die beurs belasting betalen?",
    )
    told = section(answer, "op die beurs belasting").split("Eerste contact")[0]
    assert not told or "beurs" in told.lower()
    assert "gage" not in told


def test_every_part_is_named_or_admitted(adviser: Assistant) -> None:
    parts = ("Do I need a visa", "how much tax do they keep", "what does a rehearsal room cost")
    answer = ask(
        adviser, f"I'm a dancer with a show in Oslo. {parts[0]}, {parts[1]}, and {parts[2]}?"
    )
    frames = " ".join(one.text for one in answer.claims if one.frame)
    assert all(part in frames for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "What is Culture Moves Europe and can I still apply?",
        "Wat is de TIP en tot wanneer kan ik aanvragen?",
        "Wat is een IP en hoeveel krijg ik?",
    ],
)
def test_a_scheme_is_explained_once_with_what_else_is_asked_of_it(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.ANSWERED
    told = [claim.text for claim in answer.claims if not claim.frame]
    assert sum(one.startswith(told[0][:40]) for one in told) == 1
    assert not any("sources" in claim.text or "bronnen" in claim.text for claim in answer.claims)


def test_what_is_asked_of_a_term_that_is_explained_is_looked_up_with_it(
    adviser: Assistant,
) -> None:
    answer = ask(adviser, "What is an A1 and how do I get it?")
    alone = ask(adviser, "What is an A1?")
    assert answer.status is AnswerStatus.ANSWERED
    assert alone.claims[0].text in answer.text
    assert "how do I get it" in answer.text
    assert "practice-self-employed-abroad-en" in {one.document for one in answer.citations}
