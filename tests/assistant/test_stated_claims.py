"""Questions that state something: confirmed, corrected, shown, or not to be found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerStatus, NoticeKind, Question
from assistant.claimed_figures import figure_asked
from assistant.pipeline import Assistant
from assistant.understanding import AnswerKind
from corpus.document import BlockKind, Source
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import Draft

STUDIOS = (
    "De havenstad verhuurde 31 ateliers aan makers.",
    "Een atelier kost hoogstens 250 euro per maand.",
    "De wachtlijst voor een atelier telt 120 makers en 14 gezelschappen.",
    "Noordkaap stelde in 2015 een reglement voor de verhuur van ateliers op.",
    "Een verblijf in een gastatelier duurt zes weken.",
    "Het reisfonds werd opgericht op 12 mei 2009.",
    "Het reisfonds vergoedt de trein van makers volgens het reglement van Zuidpunt.",
    "Een folder noemt hoogstens 900 euro voor de voorganger van de Windbeurs; dat bedrag geldt niet"
    " als huidig bedrag.",
)


@pytest.fixture(scope="module")
def studios(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over one page on studios."""
    draft = Draft()
    draft.heading("Ateliers")
    for sentence in STUDIOS:
        draft.block(BlockKind.PARAGRAPH, sentence)
    source = Source(
        "ateliers",
        "Ateliers in de havenstad",
        Path("ateliers.pdf"),
        publisher="Bureau Voorbeeld",
        language="nl",
        date="2022",
        digest="c" * 64,
    )
    documents = {source.id: draft.document(source)}
    with indexed(tmp_path_factory.mktemp("studios"), documents) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


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
    _, answer = verdict(assistant, "Klopt het dat Kunstenpunt 37 miljoen euro schulden kreeg?")
    assert "schulden" in answer.text
    assert "37000000" not in answer.text


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


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("de havenstad 31 ateliers aan makers verhuurde", "confirmed"),
        ("Westerkade 31 ateliers aan makers verhuurde", "other-name"),
        ("de wachtlijst voor een atelier 120 makers telt", "confirmed"),
        ("de wachtlijst voor een atelier 14 makers telt", "quoted"),
        ("een verblijf in een gastatelier zes maanden duurt", "other-figure"),
        ("het reisfonds werd opgericht op 12 mei 2009", "confirmed"),
        ("het reisfonds werd opgericht op 14 juni 2009", "other-figure"),
        ("het reisfonds de trein van makers vergoedt", "quoted"),
    ],
)
def test_no_more_is_confirmed_than_the_sentence_says(
    studios: Assistant, claim: str, expected: str
) -> None:
    found, answer = verdict(studios, f"Klopt het dat {claim}?")
    assert found == expected
    assert answer.claims[0].text.startswith("Ja") is (expected == "confirmed")


def test_only_a_day_of_another_year_corrects_a_year(studios: Assistant) -> None:
    _, answer = verdict(studios, "Klopt het dat het reisfonds in 2011 werd opgericht?")
    assert "niet 2011, maar 12 mei 2009" in answer.text
    _, answer = verdict(studios, "Klopt het dat het reisfonds in 2009 werd opgericht?")
    assert "niet 2009" not in answer.text


def test_what_lies_within_a_limit_does_not_go_against_it(studios: Assistant) -> None:
    found, answer = verdict(studios, "Klopt het dat een atelier 200 euro per maand kost?")
    assert found != "other-figure"
    assert not answer.notices


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # 14 stands there, of something else.
        ("Klopt het dat een verblijf in een gastatelier één week duurt?", "niet één week, maar"),
        ("Telt de wachtlijst voor een atelier 90 makers?", "niet 90, maar 120"),
        ("Klopt het dat een verblijf in een gastatelier 31 weken duurt?", "niet 31 weken, maar"),
    ],
)
def test_a_figure_that_stands_elsewhere_is_corrected(
    studios: Assistant, question: str, right: str
) -> None:
    assert right in ask_of(studios, question).text


def test_a_figure_that_the_sentence_gives_is_never_denied(studios: Assistant) -> None:
    for claimed in ("120 makers", "14 gezelschappen"):
        answer = ask_of(studios, f"Klopt het dat de wachtlijst voor een atelier {claimed} telt?")
        assert "zegt niet" not in answer.text
        assert "120 makers en 14 gezelschappen" in answer.text


def test_a_number_of_one_thing_corrects_no_number_of_another(studios: Assistant) -> None:
    answer = ask_of(studios, "Had de wachtlijst 90 schilders?")
    assert "niet 90, maar" not in answer.text


def ask_of(assistant: Assistant, text: str) -> Answer:
    return assistant.ask(Question(text))


@pytest.mark.parametrize(
    "text",
    [
        "Klopt het dat de Windbeurs hoogstens 900 euro is?",
        "Is it true that the Windbeurs is 900 euro at most?",
    ],
)
def test_a_figure_that_its_own_sentence_takes_back_confirms_nothing(
    studios: Assistant, text: str
) -> None:
    found, answer = verdict(studios, text)
    assert found == "of-before"
    assert not answer.text.startswith(("Ja", "Yes"))
    assert "geldt niet" in answer.citations[0].quote


def test_nor_does_it_correct_another(studios: Assistant) -> None:
    found, answer = verdict(studios, "Klopt het dat de Windbeurs hoogstens 700 euro is?")
    assert found != "other-figure"
    assert "niet 700" not in answer.text


def test_it_is_confirmed_of_what_came_before(studios: Assistant) -> None:
    text = "Klopt het dat de voorganger van de Windbeurs hoogstens 900 euro gaf?"
    found, answer = verdict(studios, text)
    assert found in ("confirmed", "quoted")
    assert "900 euro" in answer.text


@pytest.mark.parametrize(
    "text", ["Hoeveel geld is een Windbeurs?", "Hoeveel bedraagt de Windbeurs hoogstens?"]
)
def test_nor_is_it_the_short_answer_to_what_is_paid_now(studios: Assistant, text: str) -> None:
    answer = studios.ask(Question(text))
    assert "**900 euro**" not in answer.text


def test_a_sum_that_looks_like_a_year_is_a_sum() -> None:
    asked = figure_asked("een visum kost 1655 dollar", "nl")
    assert asked is not None
    assert asked.kind is AnswerKind.AMOUNT
    assert asked.stands_in("Samen kost dat 1.655 dollar.")


def test_a_sum_of_another_says_nothing_of_a_town(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "In 2030 wordt Leuven een van de havensteden aan het water.")
    draft.heading("Makers")
    draft.block(BlockKind.PARAGRAPH, "Makers krijgen van dit budget een bedrag van 18.000 euro.")
    document = draft.document(Source("plan", "Een plan", Path("plan.pdf"), language="nl"))
    with indexed(tmp_path, {"plan": document}) as index:
        town = Assistant(index, Vocabulary.load())
        asked = "Klopt het dat Leuven voor makers een budget van meer dan 50 miljoen heeft?"
        found, answer = verdict(town, asked)
    assert found == "unsupported"
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


def test_millions_behind_a_word_for_money_are_a_sum() -> None:
    asked = figure_asked("het fonds een budget van meer dan 50 miljoen heeft", "nl")
    assert asked is not None
    assert asked.kind is AnswerKind.AMOUNT
    counted = figure_asked("de haven 2 miljoen bezoekers telt", "nl")
    assert counted is not None
    assert counted.kind is AnswerKind.COUNT
