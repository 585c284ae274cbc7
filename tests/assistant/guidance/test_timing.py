"""When a plan begins is read from a question, and compared with how long before something is
done."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.starting import starting
from assistant.guidance.timing import Time, asks_time, says_time, time_left
from assistant.guidance.wording import say
from assistant.pipeline import Assistant
from corpus.annotation import parse_annotation
from tests.assistant.guidance.test_advising import ask

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "soonest", "latest"),
    [
        ("We play in Oslo tomorrow", "2026-11-23", "2026-11-23"),
        ("overmorgen vertrek ik", "2026-11-24", "2026-11-24"),
        ("Vanavond treed ik op", "2026-11-22", "2026-11-22"),
        ("next week my work hangs in Bern", "2026-11-23", "2026-11-29"),
        ("volgende maand spelen we er", "2026-12-01", "2026-12-31"),
        ("we gaan volgend jaar", "2027-01-01", "2027-12-31"),
        ("komende vrijdag zing ik", "2026-11-27", "2026-11-27"),
        ("we vertrekken binnen zes weken", "2027-01-03", "2027-01-03"),
        ("over een paar weken", "2026-12-06", "2026-12-20"),
        ("over anderhalve maand", "2027-01-07", "2027-01-07"),
        ("I leave in ten days for a reading", "2026-12-02", "2026-12-02"),
        ("the opening is three weeks away", "2026-12-13", "2026-12-13"),
        ("op 12 december spelen we", "2026-12-12", "2026-12-12"),
        ("on the 3rd of May 2028 we open", "2028-05-03", "2028-05-03"),
        ("our show on March 4", "2027-03-04", "2027-03-04"),
        ("een tournee in maart", "2027-03-01", "2027-03-31"),
        ("in december zing ik", "2026-12-01", "2026-12-31"),
        ("in december volgend jaar", "2027-12-01", "2027-12-31"),
        ("a tour from May till August", "2027-05-01", "2027-05-31"),
        ("in the summer we go", "2027-06-01", "2027-08-31"),
        ("this november we play", "2026-11-22", "2026-11-30"),
        ("komende november spelen we", "2027-11-01", "2027-11-30"),
        ("a shoot next autumn", "2027-09-01", "2027-11-30"),
        ("deze herfst nog", "2026-11-22", "2026-11-30"),
        ("in november 2026 zingen we", "2026-11-22", "2026-11-30"),
        ("mijn werken worden in mei getoond", "2027-05-01", "2027-05-31"),
        ("our drums must be in Riga in March", "2027-03-01", "2027-03-31"),
        ("My contract ends in March, and in May I sing", "2027-05-01", "2027-05-31"),
        ("I was there last March and go back in March 2027", "2027-03-01", "2027-03-31"),
    ],
)
def test_it_is_read_when_a_plan_begins(text: str, soonest: str, latest: str) -> None:
    start = starting(text, TODAY)
    assert start is not None
    assert (start.soonest.isoformat(), start.latest.isoformat()) == (soonest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "My lease runs out in March, is there a grant?",
        "we exist since May",
        "Ik ben in juni afgestudeerd als danser in Gent",
        "I turned forty in April",
        "ons contract loopt af in februari",
        "In april hebben we in Oslo gespeeld",
        "een residentie van drie weken",
        "We play 3 gigs in 2 weeks",
        "we made it in two weeks",
        "goeiemorgen, wij zingen",
        "goede morgen, wij zingen",
        "the deadline is 31 March",
        "kan ik in januari een beurs aanvragen",
        "ik kreeg in maart een prijs",
        "in March 2024 we had a show",
        "binnen drie maanden na de première",
        "this year we tour",
        "ik toon mijn solo in november",
        "in de herfst spelen we daar",
        "may I play there",
        "op 31 februari",
    ],
)
def test_other_times_are_not_those_of_a_plan(text: str) -> None:
    assert starting(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "ahead", "expected"),
    [
        ("next week", "2 weeks", ("late", "2026-12-06")),
        ("next week", "1 week", ("open", "2026-11-29")),
        ("over twee weken", "2 weeks", ("just", "2026-11-22")),
        ("over vier weken", "2 weeks", ("just", "2026-12-06")),
        ("over vijf weken", "2 weeks", ("fits", "2026-12-13")),
        ("in January", "2 months", ("open", "2027-01-22")),
        ("in December", "2 months", ("late", "2027-01-22")),
        ("in April", "2 months", ("fits", "2027-02-01")),
        ("on 31 August 2027", "6 months", ("fits", "2027-02-28")),
    ],
)
def test_it_lies_to_what_is_done_ahead(text: str, ahead: str, expected: tuple[str, str]) -> None:
    found = time_left(starting(text, TODAY), parse_annotation(f"ahead: {ahead}"), TODAY)
    assert found is not None
    assert (found.verdict, found.day.isoformat()) == expected


def test_nothing_is_compared_without_both() -> None:
    assert time_left(None, parse_annotation("ahead: 2 weeks"), TODAY) is None
    assert time_left(starting("next week", TODAY), parse_annotation("key"), TODAY) is None
    assert Time("late", TODAY) != Time("open", TODAY)


def test_a_sentence_on_time_is_known_by_its_words() -> None:
    said = say("timing-late", "nl", said="morgen", ahead="2 weken", day="")
    assert says_time(said)
    assert not says_time("Je noemt drie weken: dat is meer dan 14 dagen.")
    assert asks_time("ben ik nog op tijd")
    assert not asks_time("wanneer is de première")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "We are a dance company and play in Porto in four weeks. Is there still money for the"
            " train?",
            "“in four weeks”: that is too late",
        ),
        (
            "Ik ben dichter en lees over tien dagen voor in Riga. Wie betaalt mijn reis?",
            "“over tien dagen”: daarvoor is het te laat",
        ),
        (
            "Volgende maand speelt ons trio in Turijn. Kunnen we nog een TIP aanvragen?",
            "gemotiveerde uitzondering",
        ),
        ("We tour Japan in October. When do we apply for a TIP?", "by 1 August 2027"),
        (
            "Our band plays in Chicago in March, which visa do we need?",
            "less than 6 months ahead",
        ),
        ("Mijn beelden staan in januari in Bazel. Is er steun voor?", "vanaf 22 januari 2027"),
    ],
)
def test_the_time_that_is_left_is_told(adviser: Assistant, question: str, said: str) -> None:
    assert said in ask(adviser, question).text


def test_what_is_too_late_gets_no_yes_and_says_what_remains(adviser: Assistant) -> None:
    question = "I'm a poet and read in Ghent's twin town Graz in ten days. Can I get travel money?"
    answer = ask(adviser, question)
    assert "Yes, there is support" not in answer.text
    assert "too late for your date" in answer.text
    assert "ask the organiser to pay" in answer.text


def test_a_part_that_asks_for_the_time_is_answered_by_it(adviser: Assistant) -> None:
    question = "Ik ben dichter en lees binnen vier weken voor in Riga. Wie betaalt mijn reis en"
    answer = ask(adviser, f"{question} ben ik nog op tijd?")
    assert "te laat" in answer.text
    assert "vond ik niet" not in answer.text
