"""Who asks for everything at once: where to begin, what to arrange, how it works."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, Question, Turn
from assistant.pipeline import Assistant


def ask(adviser: Assistant, text: str, *history: str) -> Answer:
    turns = tuple(
        Turn("user" if place % 2 == 0 else "assistant", said) for place, said in enumerate(history)
    )
    return adviser.ask(Question(text, history=turns))


def cited(answer: Answer) -> set[str]:
    return {citation.document for citation in answer.citations}


@pytest.mark.parametrize(
    "text",
    [
        "wa moek allemaal doen om te zingen int buitenland",
        "hoe pak ik da best aan, zingen int buitenland",
        "what do I need to do to perform abroad",
        "is there a checklist for touring abroad?",
        "Welke stappen moet ik zetten om in het buitenland te werken?",
    ],
)
def test_without_discipline_and_country_it_is_asked_back_and_begun(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.CLARIFICATION_WANTED
    assert answer.choices
    assert answer.claims[0].text.endswith("?")
    assert {name.rpartition("-")[0] for name in cited(answer)} >= {"organisation-cultuurloket"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("wulder zijn gevraagd op een festival in Hongarije, wa nu", "country-hu-nl"),
        ("is it hard to play in Ireland?", "country-ie-en"),
        ("any tips for a first tour in Spain", "country-es-en"),
        ("got an invite from a gallery in Vienna, now what?", "country-at-en"),
        (
            "wij zijn een jong circusduo. hoe krijgen we voet aan de grond in Polen?",
            "country-pl-nl",
        ),
        ("give me a quick checklist for performing in Norway", "country-no-en"),
    ],
)
def test_a_country_gives_where_to_begin_there(adviser: Assistant, text: str, country: str) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.ANSWERED
    assert country in cited(answer)
    assert answer.claims[0].frame  # "This is how you start in ..."
    assert any(name.startswith("organisation-") or name == country for name in cited(answer))


@pytest.mark.parametrize(
    "text",
    [
        "Ons concert in Wenen is afgelast. Wat nu?",
        "our van was stolen in Spain, what do we do",
        "how does the ministry work in Hungary",
        "wat moet ik doen om mijn hond mee te nemen naar Wenen",
        "I translate at home for clients in Spain and Italy. What do I do?",
    ],
)
def test_what_asks_for_a_thing_of_its_own_is_no_such_question(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    starts = ("Zo begin je", "This is how you start")
    assert not answer.text.startswith(starts)


def test_what_is_needed_at_a_border_goes_first_where_there_is_one(adviser: Assistant) -> None:
    abroad = ask(adviser, "Where do I start with music in Japan?")
    sections = [citation.section for citation in abroad.citations]
    rules = [section for section in sections if section.startswith(("Visa", "Tax"))]
    assert rules[0].startswith("Visa")
    with_works = ask(adviser, "Where do I start with visual arts in Japan?")
    assert "Customs and transport" in with_works.text.split("**Visa")[0]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("theater, Duitsland", "country-de-nl"),
        ("beeldend, weet nog niet waar", "organisation-kunstenpunt-nl"),
        ("circus in Spanje", "country-es-nl"),
        ("misschien dans, maakt niet uit waar", "organisation-kunstenpunt-nl"),
    ],
)
def test_what_is_said_to_the_counter_question_leads_to_the_plan(
    adviser: Assistant, reply: str, expected: str
) -> None:
    asked = "wa moek doen voor te gaan spelen int buitenland"
    first = ask(adviser, asked)
    then = ask(adviser, reply, asked, first.text)
    assert then.status is AnswerStatus.ANSWERED
    assert expected in cited(then)


def test_who_is_no_amateur_is_not_told_first_what_holds_for_amateurs(adviser: Assistant) -> None:
    answer = ask(adviser, "is da een gedoe, optreden in Amerika?")
    assert "B-2" not in answer.text
    assert "werkvisum" in answer.text


def test_the_desk_of_a_closed_call_is_nobody_to_turn_to(adviser: Assistant) -> None:
    asked = "kheb gene frang en wil naar Wenen voor mijn expo"
    assert not any("helpdesk" in name for name in cited(ask(adviser, asked)))


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "Our circus has been around for nine years and never once left Belgium. Which move"
            " would you make first if you were us?",
            "organisation-circuscentrum-en",
        ),
        (
            "ik ben schilder en iedereen zegt dat ik internationaal moet gaan. wat houdt dat in?",
            "organisation-kunstenpunt-nl",
        ),
        (
            "We make puzzle games. Everybody says go international. What does that mean?",
            "organisation-vaf-en",
        ),
        (
            "Hoi, ben danser, nog nooit buiten België opgetreden, geen flauw benul van iets",
            "organisation-kunstenpunt-nl",
        ),
    ],
)
def test_who_asks_what_going_abroad_is_hears_first_whom_to_turn_to(
    adviser: Assistant, text: str, contact: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.claims[0].frame
    assert answer.citations[0].document == contact
    assert not any("practice-insurance" in document for document in cited(answer))


@pytest.mark.parametrize(
    "text",
    [
        "I am a dancer and work abroad. What does that mean for my pension?",
        "We're a band that goes abroad. What would you do first? And how many amps may we take?",
    ],
)
def test_who_asks_what_it_means_for_a_thing_does_not_begin(adviser: Assistant, text: str) -> None:
    assert not any("how you start" in claim.text for claim in ask(adviser, text).claims)
