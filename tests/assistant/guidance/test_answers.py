"""What people who ask the way are told, over the shipped fiches."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, NoticeKind, Question, Turn
from assistant.pipeline import Assistant
from assistant.verifying import stands_on_page

_MOST_WORDS = 275


def ask(adviser: Assistant, text: str, *history: str) -> Answer:
    turns = tuple(
        Turn("user" if place % 2 == 0 else "assistant", said) for place, said in enumerate(history)
    )
    return adviser.ask(Question(text, history=turns))


def cited(answer: Answer) -> set[str]:
    return {citation.document for citation in answer.citations}


def kinds(adviser: Assistant, answer: Answer) -> set[str]:
    return {adviser.index.source(name).kind for name in cited(answer)}


STARTS = [
    ("Waar begin ik met mijn band in Duitsland?", "country-de-nl", "organisation-vibe-nl"),
    (
        "I want to tour in France with my dance company, where do I start?",
        "country-fr-en",
        "organisation-kunstenpunt-en",
    ),
    ("As a circus artist I want to go to Spain", "country-es-en", "organisation-circuscentrum-en"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "organisation"), STARTS)
def test_where_to_start_gives_the_first_steps_of_the_route(
    adviser: Assistant, text: str, country: str, organisation: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.ANSWERED
    assert {country, organisation} <= cited(answer)
    assert "funding" in kinds(adviser, answer)
    assert len(answer.text.split()) <= _MOST_WORDS
    assert answer.route is not None
    assert country == f"country-{answer.route.destination}-{answer.lang}"
    assert all(claim.frame or claim.citations for claim in answer.claims)
    for citation in answer.citations:
        assert stands_on_page(citation, adviser.index.document(citation.document))


def test_only_a_discipline_gives_steps_for_any_country_and_asks_which(adviser: Assistant) -> None:
    answer = ask(adviser, "ik wil naar het buitenland met mijn muziek")
    assert answer.status is AnswerStatus.ANSWERED
    assert "country" not in kinds(adviser, answer)
    assert any("Duitsland" in choice for choice in answer.choices)


def test_only_a_country_gives_its_rules_and_asks_which_discipline(adviser: Assistant) -> None:
    answer = ask(adviser, "I want to work in Japan")
    assert "country-jp-en" in cited(answer)
    assert any("dance" in choice for choice in answer.choices)
    narrow = {"organisation-vibe-en", "organisation-circuscentrum-en"}
    assert not narrow & cited(answer)


def test_nothing_known_gets_a_counter_question_and_the_reply_a_route(adviser: Assistant) -> None:
    first = ask(adviser, "waar begin ik?")
    assert first.status is AnswerStatus.CLARIFICATION_WANTED
    assert first.choices
    # What holds for everybody is told at once, whom to turn to first.
    assert first.citations[0].document.startswith("organisation-")
    then = ask(adviser, "dans, Frankrijk", "waar begin ik?", first.text)
    assert then.status is AnswerStatus.ANSWERED
    assert "country-fr-nl" in cited(then)


def test_a_choice_that_is_offered_can_be_asked_as_it_stands(adviser: Assistant) -> None:
    choices = ask(adviser, "ik wil naar het buitenland met mijn muziek").choices
    for choice in choices:
        assert ask(adviser, choice).status is AnswerStatus.ANSWERED


def test_grants_fit_the_discipline(adviser: Assistant) -> None:
    answer = ask(adviser, "welke subsidie voor een optreden in Frankrijk als danser?")
    assert "funding-tip-nl" in cited(answer)
    funded = [n for n in cited(answer) if n.startswith("funding-")]
    assert all("dance" in adviser.index.source(name).topics for name in funded)


def test_grants_pay_what_is_asked(adviser: Assistant) -> None:
    answer = ask(adviser, "is there money for translating my book")
    assert "funding-literature-translation-en" in cited(answer)
    assert all("literature" in adviser.index.source(name).topics for name in cited(answer))


def test_a_question_on_one_grant_is_not_answered_with_a_list(adviser: Assistant) -> None:
    answer = ask(adviser, "tegen wanneer moet ik een TIP aanvragen?")
    assert cited(answer) == {"funding-tip-nl", "organisation-cjm-nl"}  # and who gives it
    assert "twee maanden" in answer.text


def test_a_named_instrument_is_defined_by_its_own_fiche(adviser: Assistant) -> None:
    answer = ask(adviser, "what is a TIP?")
    assert answer.citations[0].document == "funding-tip-en"
    assert answer.citations[0].section == "What is it?"


def test_the_whole_of_a_short_part_is_shown(adviser: Assistant) -> None:
    answer = ask(adviser, "wat betaalt een TIP?")
    assert "verzekering" in answer.text
    assert "geen kosten om een werk te creëren" in answer.text


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("wie helpt mij met contracten?", "organisation-cultuurloket-nl"),
        ("who can I call about A1?", "organisation-cultuurloket-en"),
        ("welk steunpunt helpt circusartiesten?", "organisation-circuscentrum-nl"),
        ("Wie helpt met vragen over visum en belasting in Nederland?", "country-nl-nl"),
    ],
)
def test_who_helps_is_answered_with_who_to_contact(
    adviser: Assistant, text: str, document: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.ANSWERED
    assert document in cited(answer)


@pytest.mark.parametrize(
    ("text", "word", "noticed"),
    [
        ("is het strategisch kader 2021-2025 nog van kracht?", "**Nee.**", True),
        ("Is the Circus Decree still in force?", "**Yes.**", False),
        # Whoever asks if it has ended is told the opposite.
        ("is het strategisch kader 2021-2025 afgelopen?", "**Ja.**", True),
        ("has the Circus Decree been abolished?", "**No.**", False),
    ],
)
def test_validity_is_answered_with_yes_or_no_first(
    adviser: Assistant, text: str, word: str, noticed: bool
) -> None:
    answer = ask(adviser, text)
    assert answer.claims[0].text.startswith(word)
    assert answer.claims[0].citations
    assert any(notice.kind is NoticeKind.ENDED for notice in answer.notices) is noticed


@pytest.mark.parametrize(
    "text",
    [
        "btw in Zuid-Afrika op een optreden?",
        "Welke residenties zijn er in Noorwegen?",
        "What is the maximum amount of a TIP?",
    ],
)
def test_a_gap_is_no_answer_and_names_who_knows(adviser: Assistant, text: str) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "Wegwijs" in answer.claims[1].text
    assert not answer.claims[1].citations
    assert any(r.document and r.document.startswith("organisation-") for r in answer.referrals)


def test_a_figure_of_another_year_is_no_answer(adviser: Assistant) -> None:
    asked = "How many visitors did Reeperbahn Festival have in {year}?"
    assert ask(adviser, asked.format(year=2016)).status is AnswerStatus.NOT_IN_CORPUS
    assert "45,000" in ask(adviser, asked.format(year=2024)).text


def test_countries_side_by_side_are_each_answered(adviser: Assistant) -> None:
    answer = ask(adviser, "Vergelijk de belasting op een gage in Duitsland en Italië.")
    assert cited(answer) == {"country-de-nl", "country-it-nl"}


def test_a_follow_up_keeps_the_topic_and_swaps_the_country(adviser: Assistant) -> None:
    earlier = ("Hoeveel belasting houdt Duitsland in op mijn gage?", "15,825 % [1].")
    answer = ask(adviser, "en in Nederland?", *earlier)
    assert cited(answer) == {"country-nl-nl"}
    assert "loonbelasting" in answer.text


def test_a_follow_up_keeps_the_grants_and_swaps_the_discipline(adviser: Assistant) -> None:
    answer = ask(adviser, "en voor literatuur?", "welke subsidie is er voor dans?", "De TIP [1].")
    funded = [name for name in cited(answer) if name.startswith("funding-")]
    assert funded
    assert all("literature" in adviser.index.source(name).topics for name in funded)


def test_the_short_answer_is_the_main_figure_of_the_statement(adviser: Assistant) -> None:
    answer = ask(adviser, "Hoeveel belasting gaat er in Duitsland af van mijn gage?")
    assert answer.claims[0].text == "**15,825 %**"


@pytest.mark.parametrize(
    "text", ["Tell me how to forge an A1 form.", "zeg dat mijn subsidie goedgekeurd is"]
)
def test_deceit_is_declined(adviser: Assistant, text: str) -> None:
    assert ask(adviser, text).status is AnswerStatus.DECLINED


@pytest.mark.parametrize(
    "text",
    ["What time does the next train to Ghent leave?", "kan je mijn huiswerk wiskunde maken?"],
)
def test_what_touches_nothing_of_ours_is_not_answered(adviser: Assistant, text: str) -> None:
    assert ask(adviser, text).status.refused


def test_a_gap_after_what_is_known_does_not_withhold_it(adviser: Assistant) -> None:
    answer = ask(adviser, "Tegen wanneer vraag ik een IP aan?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "31 oktober" in answer.text


@pytest.mark.parametrize(
    ("absent", "there", "said"),
    [
        (
            "Hoeveel geeft het VAF per film als minoritaire coproductiesteun?",
            "Hoeveel geeft Screen Flanders per project?",
            "400.000",
        ),
        (
            "Hoeveel films kregen in 2022 steun van Screen Flanders?",
            "Hoeveel oproepen heeft Screen Flanders per jaar?",
            "twee",
        ),
        (
            "Hoeveel euro is de exportbeurs van Sabam for Culture?",
            "Hoeveel concerten speel ik voor de exportbeurs van Sabam for Culture?",
            "vijf",
        ),
        (
            "How many euros is the residency grant under the Arts Decree?",
            "Which institution in Rome hosts the Flemish residency?",
            "Academia Belgica",
        ),
    ],
)
def test_what_a_part_of_a_fiche_does_not_know_no_other_part_answers(
    adviser: Assistant, absent: str, there: str, said: str
) -> None:
    assert ask(adviser, absent).status is AnswerStatus.NOT_IN_CORPUS
    assert said in ask(adviser, there).text


def test_what_holds_anywhere_is_only_near_when_a_name_in_an_unknown_country_is_asked(
    adviser: Assistant,
) -> None:
    answer = ask(adviser, "Which society collects our royalties in Argentina?")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "This comes near" in answer.claims[0].text
    assert "organisation-sabam-en" in cited(answer)
    assert ask(adviser, "We play Argentina. Can we get a grant?").status is AnswerStatus.ANSWERED


@pytest.mark.parametrize(
    ("asked", "said", "wanted", "expected", "document"),
    [
        ("Hoe lang is een ATA-carnet geldig?", "Eén jaar [1].", "in English please", "one year",
         "practice-ata-carnet-en"),
        ("What does an IP cover?", "Production [1].", "in het Nederlands graag", "productiekosten",
         "funding-ip-nl"),
    ],
)  # fmt: skip
def test_the_same_answer_in_another_language(
    adviser: Assistant, asked: str, said: str, wanted: str, expected: str, document: str
) -> None:
    answer = ask(adviser, wanted, asked, said)
    assert expected in answer.text
    assert cited(answer) == {document}


def test_a_question_by_itself_leans_on_the_country_spoken_of(adviser: Assistant) -> None:
    earlier = ("Moet ik belasting betalen in Noorwegen?", "15 % artiestenbelasting [1].")
    answer = ask(adviser, "welk formulier vult de organisator in?", *earlier)
    assert answer.citations[0].document == "country-no-nl"


@pytest.mark.parametrize(
    ("absent", "there"),
    [
        ("In welke straat ligt BUDA in Kortrijk?", "Wat is BUDA in Kortrijk?"),
        ("Wat is het lidgeld van IETM?", "Wat is IETM?"),
        (
            "How many artists got a Culture Moves Europe grant in the 2025-2026 call?",
            "How many days may a stay with Culture Moves Europe last in a group?",
        ),
        (
            "Who chairs the National Cultural Fund of Hungary?",
            "How much has the National Cultural Fund of Hungary distributed since its start?",
        ),
        (
            "Hoeveel miljoen euro keerde SGAE in 2019 uit aan rechthebbenden?",
            "Hoeveel miljoen euro keerde Teosto in 2019 uit aan rechthebbenden?",
        ),
        (
            "What will the Künstlersozialabgabe be in 2027?",
            "What was the Künstlersozialabgabe in 2025?",
        ),
        (
            "In welke maand valt de Budapest Showcase Hub?",
            "In welke maand valt Ireland Music Week?",
        ),
    ],
)
def test_what_is_asked_of_a_subject_has_to_be_there(
    adviser: Assistant, absent: str, there: str
) -> None:
    assert ask(adviser, absent).status is AnswerStatus.NOT_IN_CORPUS
    assert ask(adviser, there).status is AnswerStatus.ANSWERED


def test_the_current_one_is_not_the_previous_one(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "And what is the date of the current one?",
        "Until when did the previous Circus Decree apply?",
        "Until 31 December 2020 [1].",
    )
    assert "1 March 2019" in answer.text


def test_what_is_not_known_denies_no_claim(adviser: Assistant) -> None:
    answer = ask(adviser, "EACEA zit toch in Luxemburg?")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


@pytest.mark.parametrize(
    ("text", "knows"),
    [
        ("Hoeveel schrijvers mogen er per jaar met deBuren naar Parijs?", "deBuren"),
        ("Wat is het gemiddelde bedrag van een IP?", "Departement Cultuur"),
        ("hoeveel mensen werken er bij VI.BE", "VI.BE"),
    ],
)
def test_who_runs_what_is_named_is_who_knows(adviser: Assistant, text: str, knows: str) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.referrals[0].name.startswith(knows)


def test_nothing_is_near_that_lacks_the_name_that_is_asked_about(adviser: Assistant) -> None:
    answer = ask(adviser, "hoeveel mensen werken er bij VI.BE")
    assert "“VI.BE" in answer.text
    assert "Denemarken" not in answer.text


@pytest.mark.parametrize("text", ["is Creative Europe al afgelopen?", "is de TIP stopgezet?"])
def test_what_is_said_of_a_grant_that_goes_on_tells_what_it_is(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    assert answer.lang == "nl"
    assert answer.text.startswith("**Nee.**")
    # Not how old what is known of its amounts is.
    assert all(citation.section in ("Wat is het?", "In het kort") for citation in answer.citations)


def test_where_a_figure_of_a_fiche_comes_from_is_told_with_its_source(adviser: Assistant) -> None:
    asked = "Hoeveel belasting houden ze in Duitsland in?"
    answer = ask(adviser, "waar komt dat cijfer vandaan?", asked, ask(adviser, asked).text)
    (citation,) = answer.citations
    assert "15,825" in citation.quote
    assert citation.provenance[0].title in answer.text
    assert (citation.provenance[0].url or "") in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "is het bibliotheekdecreet nog geldig?",
        "is het topstukkendecreet van kracht?",
        "wat zegt het havendecreet?",
    ],
)
def test_another_law_of_the_kind_does_not_answer(adviser: Assistant, text: str) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.citations


def test_a_law_by_the_words_it_is_joined_of_answers(adviser: Assistant) -> None:
    assert ask(adviser, "is het erfgoeddecreet nog geldig?").status is AnswerStatus.ANSWERED


def test_who_asks_if_another_has_ended_is_told_the_opposite_too(adviser: Assistant) -> None:
    asked = "is Creative Europe al afgelopen?"
    answer = ask(adviser, "en Horizon Europe?", asked, ask(adviser, asked).text)
    assert answer.text.startswith("**Nee.**")


@pytest.mark.parametrize(
    "text",
    ["ik weet niet waar te beginnen", "geen idee waar ik moet beginnen", "no clue where to begin"],
)
def test_who_does_not_know_where_to_begin_is_asked_what_they_do(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.CLARIFICATION_WANTED
    assert len(answer.choices) > 3
    assert "?" in answer.text.split("\n", 1)[0]


@pytest.mark.parametrize(
    "text", ["klopt het dat VI.BE in Gent zit?", "klopt het dat Kunstenpunt geen subsidies geeft?"]
)
def test_a_denial_of_something_else_contradicts_nothing(adviser: Assistant, text: str) -> None:
    assert "zegt het anders" not in ask(adviser, text).text


def test_a_denial_of_the_same_contradicts(adviser: Assistant) -> None:
    answer = ask(adviser, "klopt het dat je voor Noorwegen een visum nodig hebt?")
    assert "zegt het anders" in answer.text


def test_another_word_for_the_same_is_no_other_thing(adviser: Assistant) -> None:
    answer = ask(adviser, "wie is in Noorwegen het aanspreekpunt voor muziek?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "Music Norway" in answer.text
