"""Questions that state something: confirmed, corrected, shown, or not to be found."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, NoticeKind, Question
from assistant.claimed_figures import figure_asked
from assistant.pipeline import Assistant
from assistant.understanding import AnswerKind


def verdict(assistant: Assistant, text: str) -> tuple[str, Answer]:
    answer = assistant.ask(Question(text))
    return str(answer.trace["stated"]["verdict"]), answer


def test_what_a_source_says_is_confirmed_with_its_words(assistant: Assistant) -> None:
    found, answer = verdict(assistant, "Klopt het dat de regio 48 werkplaatsen telde in 2023?")
    assert found == "confirmed"
    assert answer.text.startswith("Ja, zo staat het in de bron:")
    assert "48 werkplaatsen" in answer.citations[0].quote
    assert answer.citations[0].page == 1


@pytest.mark.parametrize(
    ("text", "claimed", "right"),
    [
        ("Klopt het dat de regio 60 werkplaatsen telde?", "60", "48"),
        ("Ik lees dat 70 % van de werkplaatsen een werkingssubsidie ontving, klopt dat?",
         "70 %", "62,5%"),
        ("The travel fund paid for 90 concerts at festivals abroad, right?", "90", "75"),
    ],
)  # fmt: skip
def test_another_figure_is_corrected(
    assistant: Assistant, text: str, claimed: str, right: str
) -> None:
    found, answer = verdict(assistant, text)
    assert found == "other-figure"
    assert claimed in answer.claims[0].text
    assert right in answer.claims[0].text
    assert [notice.kind for notice in answer.notices][:1] == [NoticeKind.FALSE_PREMISE]


def test_what_a_source_denies_is_not_confirmed(assistant: Assistant) -> None:
    found, answer = verdict(assistant, "Klopt het dat de huur niet sneller stijgt dan de subsidie?")
    assert found == "turned"
    assert "Ja" not in answer.claims[0].text
    assert "de huur stijgt sneller dan de subsidie" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Klopt het dat de werkplaatsen 12 miljoen euro schulden hebben?",
        "Is it true that the travel fund was founded in 1985?",
        "Klopt het dat alle makers een tweede job in het onderwijs hebben?",
    ],
)
def test_what_no_source_bears_on_is_refused(assistant: Assistant, text: str) -> None:
    found, answer = verdict(assistant, text)
    assert found == "unsupported"
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


def test_what_comes_nearest_is_shown_as_no_more_than_that(assistant: Assistant) -> None:
    found, answer = verdict(
        assistant, "Klopt het dat de werkplaatsen een werkingssubsidie van 20.000 euro krijgen?"
    )
    assert found == "unsupported"
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "geen bron die dit bevestigt of weerlegt" in answer.text
    assert "62,5% een werkingssubsidie" in answer.text
    assert [citation.document for citation in answer.citations] == ["werkplaatsen-2023"]


def test_a_refusal_names_no_word_that_nobody_wrote(assistant: Assistant) -> None:
    _, answer = verdict(assistant, "Klopt het dat de werkplaatsen 12 miljoen euro schulden hebben?")
    assert "schulden" in answer.text
    assert "12000000" not in answer.text


def test_what_another_did_is_not_confirmed_of_who_is_named(assistant: Assistant) -> None:
    found, answer = verdict(
        assistant, "Klopt het dat Kunstenpunt voor 75 concerten op festivals betaalde?"
    )
    assert found != "confirmed"
    assert not answer.text.startswith("Ja")


@pytest.mark.parametrize(
    ("claim", "kind", "question"),
    [
        ("60 % van de makers huurt", AnswerKind.SHARE, "welk percentage van de makers huurt"),
        ("er 12 ateliers zijn", AnswerKind.COUNT, "er hoeveel ateliers zijn"),
        ("het 500 euro kost", AnswerKind.AMOUNT, "het welk bedrag kost"),
        ("het twee weken duurt", AnswerKind.FIGURE, "het hoe lang duurt"),
        ("het fonds in 1990 begon", AnswerKind.DATE, "het fonds wanneer begon"),
    ],
)
def test_a_claim_becomes_the_question_for_its_figure(
    claim: str, kind: AnswerKind, question: str
) -> None:
    asked = figure_asked(claim, "nl")
    assert asked is not None
    assert (asked.kind, asked.text) == (kind, question)


@pytest.mark.parametrize("claim", ["zeven op de tien makers huren", "Studio 100 kocht een atelier"])
def test_a_share_in_words_and_a_name_are_no_figure(claim: str) -> None:
    assert figure_asked(claim, "nl") is None


def test_a_claim_without_figures_asks_for_none() -> None:
    assert figure_asked("een maker huurt zelf", "nl") is None
