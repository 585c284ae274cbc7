"""Where the answer before stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerStatus, Citation, Claim, Question, Turn
from assistant.pipeline import Assistant
from assistant.understanding import understand
from assistant.where_from import where_from
from assistant.wording import load_wording
from assistant.work import Work
from corpus.document import BlockKind, Provenance, Source
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import REPORT, Draft
from tests.assistant.test_pipeline import ask, check_grounded

ASKED = "Hoeveel werkplaatsen waren er in 2023?"


@pytest.fixture(name="turns")
def said_before(assistant: Assistant) -> tuple[str, str]:
    return ASKED, ask(assistant, ASKED).text


@pytest.mark.parametrize("question", ["op welke bladzijde?", "waar komt dat cijfer vandaan?"])
def test_document_maker_and_page_are_told(
    assistant: Assistant, turns: tuple[str, str], question: str
) -> None:
    answer = ask(assistant, question, *turns)
    first = ask(assistant, ASKED).citations[0]
    check_grounded(answer)
    assert answer.status is AnswerStatus.ANSWERED
    assert {citation.document for citation in answer.citations} == {REPORT}
    assert answer.citations[0].quote == first.quote
    assert first.title in answer.text


def test_thanks_in_between_change_nothing(assistant: Assistant, turns: tuple[str, str]) -> None:
    answer = ask(assistant, "where does that come from?", *turns, "merci", "Graag gedaan!")
    assert answer.lang == "en"
    assert {citation.document for citation in answer.citations} == {REPORT}


def test_what_was_refused_has_no_source(assistant: Assistant) -> None:
    lottery = "Welk nummer won de loterij van Bolivia?"
    answer = ask(assistant, "wat is je bron?", lottery, ask(assistant, lottery).text)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.citations


def test_what_is_asked_next_goes_on_from_the_question(
    assistant: Assistant, turns: tuple[str, str]
) -> None:
    told = ask(assistant, "op welke bladzijde?", *turns)
    answer = ask(assistant, "en in 2022?", *turns, "op welke bladzijde?", told.text)
    assert answer.standalone_question == "Hoeveel werkplaatsen waren er in 2022?"


QUOTE = "De loods staat aan de kade. Ze telt 31 ateliers en 12 banken. De kraan rust."


def told_of_loods(question: str, *origins: Provenance) -> str:
    """What is told of the place of an answer with two figures, both in one quote."""
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, QUOTE)
    document = draft.document(Source("loods", "De loods", Path("loods.pdf"), date="2021"))
    citation = Citation(1, "loods", "De loods", 1, QUOTE, date="2021", provenance=origins)
    asked = Question(question, (Turn("user", "Hoeveel?"), Turn("assistant", "31 ateliers.")), "nl")
    answered = Answer(
        "a", "Hoeveel?", "Hoeveel?", "nl", AnswerStatus.ANSWERED, (Claim("31 ateliers.", (1,)),),
        (citation,),
    )  # fmt: skip
    work = Work(asked, understand(asked, Vocabulary.load()), 0.0, date(2026, 1, 15))
    return where_from(work, lambda _: answered, lambda _: document, load_wording()).text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("waar komt dat vandaan?", "De loods"),
        ("waar komt dat cijfer vandaan?", "…Ze telt 31"),
        ("waar staat die 12?", "…Ze telt 31"),
        ("waar staat die 77?", "De loods"),
    ],
)
def test_the_sentence_with_the_figure_that_is_asked_after_comes_first(
    question: str, begins: str
) -> None:
    assert f"“{begins}" in told_of_loods(question)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2019-05-12", "12 mei 2019"), ("unknown", "zonder datum"), ("", "zonder datum")],
)
def test_a_source_behind_a_fiche_has_its_date_or_none(day: str, told: str) -> None:
    origin = Provenance("Bericht", "Haven", None, day, "2020")
    assert f"*Bericht*, Haven, {told}" in told_of_loods("waar komt dat vandaan?", origin)


@pytest.mark.parametrize(
    "question",
    [
        "Op welke pagina staat het aantal werkplaatsen in 2023?",
        f"{ASKED} Op welke pagina staat dat?",
        "Klopt het dat er in 2023 negentien werkplaatsen waren? Welke bladzijde?",
    ],
)
def test_the_page_is_told_in_words_to_who_asks_for_it(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    check_grounded(answer)
    told = next(claim for claim in answer.claims if claim.text.startswith("Dat staat in"))
    cited = next(one for one in answer.citations if one.n == told.citations[0])
    assert cited.document == REPORT
    assert f"**p. {cited.page_label or cited.page}" in told.text
    assert cited.title in told.text


def test_the_page_is_told_to_nobody_else(assistant: Assistant) -> None:
    assert not any(one.text.startswith("Dat staat in") for one in ask(assistant, ASKED).claims)


def test_of_a_quote_over_two_pages_that_of_the_answer_is_told(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De kust telt zes havens aan het water.")
    draft.over_the_page("Makers huren er ateliers van de stad.", "Het overleg telt 31 leden.")
    document = draft.document(Source("plan", "Een plan", Path("plan.pdf"), language="nl"))
    with indexed(tmp_path, {"plan": document}) as index:
        answer = Assistant(index, Vocabulary.load()).ask(
            Question("Op welke pagina staat hoeveel leden het overleg telt?")
        )
    told = next(claim.text for claim in answer.claims if claim.text.startswith("Dat staat in"))
    assert "p. 2" in told
    assert "p. 1" not in told
