"""What a scheme, an organisation or a term is; what is still open."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus, Question, Turn
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("asked", "document", "said"),
    [
        ("Wat is een TIP?", "funding-tip-nl", "is steun van"),
        ("TIP", "funding-tip-nl", "is steun van"),
        ("What is the circus development grant?", "funding-circus-grant-en", "is a grant of"),
        ("Wat is de residentiebeurs?", "funding-residency-grant-nl", "is een beurs van"),
        ("What does VI.BE do?", "organisation-vibe-en", "support centre"),
        ("What is KIOSK?", "organisation-kiosk-en", "web application"),
        ("Wat is een A1?", "practice-a1-employee-nl", "bewijst in welk land"),
        ("what's this A1 thing?", "practice-a1-employee-en", "proves in which country"),
        ("my agent says I need an A1. What is it?", "practice-a1-employee-en", "proves in which"),
        ("wa is da eigenlijk, zo'n carnet?", "practice-ata-carnet-nl", "ATA-carnet dient voor"),
        ("en wat is dan een IP precies", "funding-ip-nl", "(IP) is een subsidie"),
        ("what is meant by reverse charge?", "practice-foreign-clients-en", "(reverse charge)"),
        ("belastingverdrag, wat is dat?", "practice-tax-treaties-nl", "verdelen dat recht"),
        ("what does NISSE stand for?", "organisation-rsvz-en", "social security for the self"),
        ("never heard of Sabam, what is that?", "organisation-sabam-en", "Sabam"),
        ("wat is Limosa?", "practice-limosa-nl", "Limosa is de melding vooraf"),
    ],
)
def test_what_something_is_opens_the_answer(
    adviser: Assistant, asked: str, document: str, said: str
) -> None:
    answer = adviser.ask(Question(asked))
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.citations[0].document == document
    assert said in answer.claims[0].text


@pytest.mark.parametrize("asked", ["what is an artist?", "wat is gage", "wat is het bedrag?"])
def test_a_usual_word_is_no_term_that_a_rule_explains(adviser: Assistant, asked: str) -> None:
    cited = {citation.document for citation in adviser.ask(Question(asked)).citations}
    assert not {one for one in cited if one.startswith(("practice-artists", "practice-withhold"))}


def test_a_part_of_a_scheme_is_told_whole(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Wie komt in aanmerking voor de residentiebeurs?"))
    assert {c.document for c in answer.citations} == {"funding-residency-grant-nl"}
    assert "individuele professionele kunstenaars" in answer.text


def test_an_amount_that_is_not_known_stays_unknown(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Hoeveel bedraagt een TIP nu maximaal?"))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "maximumbedrag" in answer.text


@pytest.mark.parametrize(
    "word",
    [
        "visum",
        "subsidie",
        "geld",
        "welke subsidies zijn er?",
        "ik zoek subsidie",
        "ik heb geld nodig voor mijn project",
        "belasting",
        "heb ik een visum nodig?",
    ],
)
def test_a_bare_need_is_answered_with_a_counter_question(adviser: Assistant, word: str) -> None:
    answer = adviser.ask(Question(word))
    assert (answer.status, answer.lang) == (AnswerStatus.CLARIFICATION_WANTED, "nl")
    assert answer.choices
    assert not answer.citations
    # The choices are data, told once: beside the claims, and as a list in the whole text.
    assert not any(choice in claim.text for claim in answer.claims for choice in answer.choices)
    assert all(answer.text.count(f"- {choice}") == 1 for choice in answer.choices)


@pytest.mark.parametrize(
    ("asked", "opens"),
    [
        ("Can I still apply for Culture Moves Europe?", "**No"),
        ("Is Perform Europe still open?", "**No"),
        ("kan ik nog een doorbraaktraject aanvragen?", "**Nee"),
        ("Kan ik nog een TIP aanvragen?", "Dit weet ik"),
    ],
)
def test_still_open_is_answered_first_and_never_with_an_unfounded_yes(
    adviser: Assistant, asked: str, opens: str
) -> None:
    assert adviser.ask(Question(asked)).claims[0].text.startswith(opens)


def test_a_city_alone_makes_no_answer(adviser: Assistant) -> None:
    answer = adviser.ask(Question("gaat het morgen regenen in gent"))
    assert answer.status.refused
    assert not answer.citations


def test_who_only_tells_who_they_are_hears_where_to_start(adviser: Assistant) -> None:
    answer = adviser.ask(Question("I am a visual artist from Ghent"))
    assert answer.citations[0].document == "organisation-kunstenpunt-en"
    assert "country-be-en" not in {citation.document for citation in answer.citations}
    assert answer.choices


def test_who_tells_who_they_are_and_where_to_hears_where_to_start_there(adviser: Assistant) -> None:
    answer = adviser.ask(Question("ik ben danseres en wil naar Duitsland"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "country-de-nl" in {citation.document for citation in answer.citations}


@pytest.mark.parametrize(
    "text", ["ik zoek subsidie voor dans", "visum Japan", "belasting op optredens"]
)
def test_a_need_that_says_what_for_is_not_bare(adviser: Assistant, text: str) -> None:
    assert adviser.ask(Question(text)).status is not AnswerStatus.CLARIFICATION_WANTED


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (
            "verschil tussen kunstenpunt en vi.be? bij wie moet ik zijn als ik componist ben",
            ["organisation-kunstenpunt-nl", "organisation-vibe-nl"],
        ),
        (
            "whats the difference between TIP and IP and which one do i need for 2 shows in Vienna",
            ["funding-tip-en", "funding-ip-en"],
        ),
        ("TIP of IP, wat heb ik nodig?", ["funding-tip-nl", "funding-ip-nl"]),
    ],
)
def test_two_of_a_kind_are_set_side_by_side(
    adviser: Assistant, text: str, documents: list[str]
) -> None:
    answer = adviser.ask(Question(text))
    assert answer.status is AnswerStatus.ANSWERED
    assert list(dict.fromkeys(c.document for c in answer.citations)) == documents


def test_two_that_are_only_named_together_are_not_compared(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Does Kunstenpunt work with VI.BE?"))
    assert not any(claim.text.startswith("**VI.BE.**") for claim in answer.claims)


def test_that_something_is_not_known_is_said_in_its_fiches_words(adviser: Assistant) -> None:
    answer = adviser.ask(Question("does working abroad count for my kunstwerkattest?"))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "Working in the Arts" in answer.text


def test_whether_two_go_together_is_told_by_what_they_say_of_each_other(
    adviser: Assistant,
) -> None:
    answer = adviser.ask(Question("Can I combine a TIP with an IP for the same tour?"))
    assert "cannot combine" in answer.claims[0].text


def test_what_a_thing_is_comes_before_what_else_is_asked_of_it(adviser: Assistant) -> None:
    text = "wat is een A1 en heb ik die nodig voor één optreden in Lille?"
    answer = adviser.ask(Question(text))
    assert "bewijst in welk land je sociaal verzekerd bent" in answer.claims[0].text
    assert "Frankrijk" in answer.claims[1].text
    texts = [claim.text for claim in answer.claims]
    assert len(set(texts)) == len(texts)


def test_a_term_in_small_letters_is_explained_before_a_country_is_asked(adviser: Assistant) -> None:
    answer = adviser.ask(Question("wat is limosa"))
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.citations[0].document == "practice-limosa-nl"


def test_whom_something_is_for_is_not_settled_by_what_another_part_lacks(
    adviser: Assistant,
) -> None:
    answer = adviser.ask(Question("Who is VI.BE's international guidance meant for?"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "non-classical musicians" in answer.claims[0].text


def test_that_something_is_free_tells_what_it_costs(adviser: Assistant) -> None:
    answer = adviser.ask(Question("How much is the membership fee of Circostrada?"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "no fee" in answer.text


def test_how_to_reach_the_one_that_was_named_before(adviser: Assistant) -> None:
    turns = (Turn("user", "Welk steunpunt is er voor circus?"), Turn("assistant", "Circuscentrum."))
    answer = adviser.ask(Question("wat is hun website", history=turns))
    assert "circuscentrum.be" in answer.text


def test_a_child_is_known_by_its_age(adviser: Assistant) -> None:
    answer = adviser.ask(Question("onze actrice is 14, mag die zomaar in Frankrijk spelen?"))
    assert "jonger is dan 16" in answer.text
    grown = adviser.ask(Question("onze actrice is 24, mag die zomaar in Frankrijk spelen?"))
    assert "jonger is dan 16" not in grown.text


def test_when_to_apply_for_what_is_there_no_more(adviser: Assistant) -> None:
    text = "Tegen wanneer moet ik dit jaar mijn doorbraaktraject indienen?"
    answer = adviser.ask(Question(text))
    assert "niet meer" in answer.claims[0].text
    assert {citation.document for citation in answer.citations} == {"funding-breakthrough-nl"}


def test_each_of_several_countries_is_told_by_its_own_fiche(adviser: Assistant) -> None:
    text = "Which authors' societies collect my royalties in Austria and Hungary?"
    documents = {citation.document for citation in adviser.ask(Question(text)).citations}
    assert {"country-at-en", "country-hu-en"} <= documents
