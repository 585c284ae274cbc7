"""One question, several things to find out: parts, documents, sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question, Turn
from assistant.answering_settings import AnsweringSettings
from assistant.gathering import Gatherer
from assistant.inquiries import InquiryKind
from assistant.pipeline import Assistant
from assistant.understanding import understand
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, NOTE, REPORT, Draft

VOCABULARY = Vocabulary.load()


@pytest.fixture(scope="module")
def gatherer(small_index: Index) -> Gatherer:
    return Gatherer(small_index, VOCABULARY, AnsweringSettings())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel werkplaatsen zijn er?", [(InquiryKind.WHOLE, set())]),
        (
            "Hoeveel werkplaatsen zijn er en hoeveel makers waren te gast in 2022?",
            [(InquiryKind.PART, set()), (InquiryKind.PART, set())],
        ),
        (
            "Hoeveel werkplaatsen zijn er, en wat zegt de nota over festivals over concerten?",
            [(InquiryKind.PART, set()), (InquiryKind.PART, {NOTE})],
        ),
        (
            "Wat zeggen het werkplaatsenrapport en de nota over festivals over reizen?",
            [(InquiryKind.DOCUMENT, {REPORT}), (InquiryKind.DOCUMENT, {NOTE})],
        ),
        (
            "Wie schreef het werkplaatsenrapport en hoeveel concerten waren er in 2018?",
            [(InquiryKind.ABOUT, {REPORT}), (InquiryKind.PART, set())],
        ),
        ("Wie schreef het werkplaatsenrapport en wanneer?", [(InquiryKind.ABOUT, {REPORT})]),
        (
            "Welke tekst behalve het werkplaatsenrapport noemt makers?",
            [(InquiryKind.WHOLE, {NOTE})],
        ),
        ("wie zit er achter het werkplaatsenrapport?", [(InquiryKind.ABOUT, {REPORT})]),
        (
            "Waarin verschillen de visies van het werkplaatsenrapport en de festivalsector?",
            [(InquiryKind.DOCUMENT, {REPORT}), (InquiryKind.DOCUMENT, {NOTE})],
        ),
    ],
)
def test_what_there_is_to_find_out(
    gatherer: Gatherer, question: str, expected: list[tuple[InquiryKind, set[str]]]
) -> None:
    found = gatherer.gather(understand(Question(question), VOCABULARY))
    assert [(one.kind, set(one.documents)) for one, _ in found] == expected


def test_a_part_is_looked_for_in_the_document_that_it_names(gatherer: Gatherer) -> None:
    question = "Hoeveel werkplaatsen zijn er, en hoeveel concerten noemt de nota over festivals?"
    _, (_, found) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert found is not None
    assert set(found.documents) == {NOTE}


def test_a_part_that_only_names_a_document_asks_it_what_the_part_before_asks(
    gatherer: Gatherer,
) -> None:
    question = "Wat zegt het werkplaatsenrapport over reizen, en wat zegt de nota over festivals?"
    first, second = gatherer.gather(understand(Question(question), VOCABULARY))
    assert second[0].documents == {NOTE}
    assert "reizen" in second[0].setting
    assert first[0].setting == ""


@pytest.mark.parametrize(
    ("question", "text", "setting"),
    [
        # A theme counts less than what a part says itself, unless it says too little.
        (
            "Jong talent: wat krijgt het van Zeezicht, en hoeveel concerten waren er in 2018?",
            "wat krijgt het van Zeezicht",
            "Jong talent",
        ),
        # Also of one question alone.
        (
            "Jong talent: wat krijgt het van Zeezicht?",
            "wat krijgt het van Zeezicht?",
            "Jong talent",
        ),
        (
            "Gastateliers: wie zit erachter, en hoeveel concerten waren er in 2018?",
            "Gastateliers: wie zit erachter",
            "",
        ),
    ],
)
def test_a_theme_before_the_questions_is_their_setting(
    gatherer: Gatherer, question: str, text: str, setting: str
) -> None:
    (inquiry, _), *_ = gatherer.gather(understand(Question(question), VOCABULARY))
    assert (inquiry.understood.text, inquiry.setting) == (text, setting)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        # Who is said to say it, before the colon of each sentence.
        (
            "Volgens het werkplaatsenrapport: hoeveel makers zijn er? En volgens de nota over"
            " festivals: hoeveel concerten waren er?",
            [("hoeveel makers zijn er ?", {REPORT}), ("hoeveel concerten waren er ?", {NOTE})],
        ),
        # A document as the topic of all parts, but of those that name another.
        (
            "Het werkplaatsenrapport: wat is een residentie, en hoeveel makers waren te gast?",
            [("wat is een residentie", {REPORT}), ("hoeveel makers waren te gast?", {REPORT})],
        ),
        (
            "Het werkplaatsenrapport: wat is een residentie, en wat zegt de nota over festivals"
            " over reizen?",
            [("wat is een residentie", {REPORT}), ("wat zegt over reizen?", {NOTE})],
        ),
    ],
)
def test_each_part_is_put_to_the_document_it_is_said_of(
    gatherer: Gatherer, question: str, asked: list[tuple[str, set[str]]]
) -> None:
    found = gatherer.gather(understand(Question(question), VOCABULARY))
    assert [(one.understood.text, set(one.documents)) for one, _ in found] == asked


def test_and_when_of_a_document_is_answered_with_it(assistant: Assistant) -> None:
    question = "Wie publiceerde het werkplaatsenrapport en wanneer, en wat is een residentie?"
    answer = assistant.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert "Steunpunt Werkplaatsen" in answer.text
    assert "verblijf" in answer.text


def test_a_document_is_asked_whether_it_agrees_with_what_is_told(gatherer: Gatherer) -> None:
    question = (
        "They say that concerts abroad are dear. Does the note on festivals agree, and what does"
        " the werkplaatsenrapport say about makers?"
    )
    (first, _), (second, _) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert (first.documents, first.setting) == ({NOTE}, "They say that concerts abroad are dear.")
    assert second.documents == {REPORT}


def test_a_part_for_another_document_leans_on_what_is_told_alone(gatherer: Gatherer) -> None:
    question = (
        "Kleine zalen hebben het lastig. Wat zegt het werkplaatsenrapport daarover bij subsidies,"
        " en wat zegt de festivalnota over hun reizen?"
    )
    _, (second, _) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert (second.documents, second.setting) == ({NOTE}, "Kleine zalen hebben het lastig")


def test_a_later_part_is_not_asked_in_the_country_that_is_told(gatherer: Gatherer) -> None:
    question = "Wij spelen in Japan. Wat kost een zaal, en wie verhuurt er een orgel?"
    understood = understand(Question(question), VOCABULARY)
    assert understood.parts[1].text == "wie verhuurt er een orgel in Japan?"
    _, (inquiry, _) = gatherer.gather(understood)
    assert inquiry.understood.text == "wie verhuurt er een orgel?"


def test_a_country_of_another_part_is_left_where_nothing_there_answers(gatherer: Gatherer) -> None:
    question = "Wat kost een visum voor Japan, en hoeveel werkplaatsen telde de regio toen in 2023?"
    _, (inquiry, found) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert inquiry.understood.text == "hoeveel werkplaatsen telde de regio toen in 2023?"
    assert found is not None
    assert found.best is not None
    assert "48 werkplaatsen" in found.best.unit.text


def test_a_country_of_another_part_stays_where_only_another_countrys_text_answers(
    tmp_path: Path,
) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Het kantoor geeft attesten af binnen dertig dagen.")
    source = replace(DOCUMENTS[REPORT].source, id="noorwegen", topics=("no",))
    question = (
        "Wat kost een visum voor Japan, en binnen hoeveel dagen geeft het kantoor attesten af?"
    )
    with indexed(tmp_path, {"noorwegen": draft.document(source)}) as index:
        gatherer = Gatherer(index, VOCABULARY, AnsweringSettings())
        _, (inquiry, _) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert inquiry.understood.text.endswith("in Japan?")


def test_what_a_part_asks_of_by_name_outweighs_the_theme_of_all(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Het fonds gaat aan de slag met jong talent en veel ideeën.")
    draft.block(BlockKind.PARAGRAPH, "Een fonds zoals dit steunt jong talent elk jaar opnieuw.")
    draft.heading("2. Makers", "2")
    draft.block(BlockKind.PARAGRAPH, "Zeezicht geeft jonge makers een atelier en begeleiding.")
    draft.heading("3. Zalen", "3")
    draft.block(BlockKind.PARAGRAPH, "De haven telt acht zalen.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    question = "Jong talent: wat krijgt het van Zeezicht, en hoeveel zalen telt de haven?"
    with indexed(tmp_path, {"plan": document}) as index:
        gatherer = Gatherer(index, VOCABULARY, AnsweringSettings())
        (_, found), _ = gatherer.gather(understand(Question(question), VOCABULARY))
    assert found is not None
    assert found.best is not None
    assert found.best.unit.text.startswith("Zeezicht")


def test_a_part_does_not_lean_on_the_name_of_another_parts_document(gatherer: Gatherer) -> None:
    question = "Hoeveel concerten noemt de nota over festivals, en waarom daar?"
    _, (second, _) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert "concerten" in second.setting
    assert "nota" not in second.setting


def test_both_parts_are_answered_with_their_own_document(assistant: Assistant) -> None:
    answer = assistant.ask(
        Question(
            "Hoeveel werkplaatsen telde de regio en voor hoeveel concerten betaalde het fonds?"
        )
    )
    assert answer.status is AnswerStatus.ANSWERED
    assert "48" in answer.text
    assert "75" in answer.text
    assert {citation.document for citation in answer.citations} == {REPORT, NOTE}


def test_an_answer_says_what_it_found_nothing_on(assistant: Assistant) -> None:
    answer = assistant.ask(
        Question(
            "Hoeveel werkplaatsen telde de regio en hoeveel verdient een trapezist in Lissabon?"
        )
    )
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "48" in answer.text
    assert "Over “hoeveel verdient een trapezist in Lissabon?” vond ik niets" in answer.text


@pytest.mark.parametrize("least", [0.0, 0.5])
def test_a_part_beside_one_that_is_answered_needs_less_evidence(
    small_index: Index, least: float
) -> None:
    settings = AnsweringSettings(part_threshold=least)
    asked = "hoeveel makers reisden er in 2022 naar Lissabon?"
    assistant = Assistant(small_index, VOCABULARY, settings, today=lambda: date(2026, 1, 15))
    alone = assistant.ask(Question(asked))
    beside = assistant.ask(Question(f"Hoeveel werkplaatsen telde de regio, en {asked}"))
    assert alone.status is AnswerStatus.NOT_IN_CORPUS
    expected = AnswerStatus.PARTLY_ANSWERED if least else AnswerStatus.ANSWERED
    assert beside.status is expected


def test_facts_of_a_document_stand_beside_what_it_tells(assistant: Assistant) -> None:
    answer = assistant.ask(
        Question(
            "Wanneer verscheen de nota over festivals, en hoeveel werkplaatsen telde de regio?"
        )
    )
    assert answer.status is AnswerStatus.ANSWERED
    assert "2019" in answer.text
    assert "48" in answer.text
    assert {citation.document for citation in answer.citations} == {REPORT, NOTE}


def test_each_document_that_says_it_is_quoted(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Wat zeggen de documenten over makers of concerten?"))
    assert answer.status is AnswerStatus.ANSWERED
    assert {citation.document for citation in answer.citations} == {REPORT, NOTE}
    assert "Volgens Werkplaatsen voor makers:" in answer.text
    assert "Volgens Note on festivals:" in answer.text


def test_a_follow_up_asks_the_same_of_another_document(gatherer: Gatherer) -> None:
    history = (
        Turn("user", "Wat zegt het werkplaatsenrapport over concerten?"),
        Turn("assistant", "Niets [1]."),
    )
    question = Question("en de nota over festivals?", history=history)
    ((inquiry, _),) = gatherer.gather(understand(question, VOCABULARY))
    assert inquiry.documents == {NOTE}
    assert inquiry.understood.text == "Wat zegt over concerten?"


def test_the_document_of_the_earlier_question_is_meant(gatherer: Gatherer) -> None:
    history = (
        Turn("user", "Hoeveel makers zijn er volgens het werkplaatsenrapport?"),
        Turn("assistant", "340 [1]."),
    )
    question = Question("van wanneer is dat rapport eigenlijk?", history=history)
    ((inquiry, found),) = gatherer.gather(understand(question, VOCABULARY))
    assert (inquiry.kind, inquiry.documents) == (InquiryKind.ABOUT, {REPORT})
    assert found is None


def test_a_comparison_answered_by_its_sides_leaves_nothing_open(assistant: Assistant) -> None:
    answer = assistant.ask(
        Question("Vergelijk het aantal werkplaatsen in 2023 met het aantal concerten in 2018.")
    )
    assert answer.status is AnswerStatus.ANSWERED
    assert {citation.document for citation in answer.citations} == {REPORT, NOTE}


def test_lists_of_several_parts_stay_within_one_answer(tmp_path: Path) -> None:
    things = ("trompetten", "trommels", "klarinetten", "cimbalen")
    draft = Draft()
    for thing in things:
        draft.heading(thing.capitalize())
        draft.block(BlockKind.PARAGRAPH, f"De regels voor spelers van {thing}:")
        for number in range(14):
            rule = (
                f"wie {thing} bespeelt, houdt zich op dag {number} aan de derde regel van de kust;"
            )
            draft.block(BlockKind.LIST_ITEM, rule, level=1)
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="lang"))
    parts = [f"welke regels gelden er voor spelers van {thing}" for thing in things]
    question = f"{', '.join(parts[:3])} en {parts[3]}?"
    with indexed(tmp_path, {**DOCUMENTS, "lang": document}) as index:
        answer = Assistant(index, VOCABULARY, today=lambda: date(2026, 1, 15)).ask(
            Question(question)
        )
    assert answer.status is AnswerStatus.ANSWERED
    assert all(thing in answer.text for thing in things)
    assert len(answer.text.split()) <= 500


def test_two_figures_are_told_one_by_one_and_related(small_index: Index) -> None:
    assistant = Assistant(small_index, VOCABULARY)
    question = (
        "Wat is het verschil tussen het aantal werkplaatsen in 2023 en het aantal concerten in"
        " 2018?"
    )
    answer = assistant.ask(Question(question))
    assert {citation.document for citation in answer.citations} == {REPORT, NOTE}
    assert "**27** (75 tegenover 48)" in answer.text
    (line,) = [claim for claim in answer.claims if "27" in claim.text]
    cited = {one.document for one in answer.citations if one.n in line.citations}
    assert cited == {REPORT, NOTE}


def test_a_document_that_is_silent_is_said_to_be(small_index: Index) -> None:
    assistant = Assistant(small_index, VOCABULARY)
    question = "Wat zeggen het werkplaatsenrapport en de nota over festivals over visums?"
    answer = assistant.ask(Question(question))
    assert "visums komen vaak te laat" in answer.text
    assert "Hierover vond ik niets in “Note on festivals" in answer.text
    assert answer.status is AnswerStatus.PARTLY_ANSWERED


def test_two_that_are_asked_to_agree_are_set_side_by_side(small_index: Index) -> None:
    assistant = Assistant(small_index, VOCABULARY)
    question = "Do the workplaces report and the note on festivals agree on concerts abroad?"
    answer = assistant.ask(Question(question))
    assert "75 concerts" in answer.text
    assert "is for you to judge" in answer.text or answer.status is AnswerStatus.PARTLY_ANSWERED


def test_what_is_told_before_a_question_is_its_setting(gatherer: Gatherer) -> None:
    text = "Een danser wil onze zaal gebruiken. Mag die gratis op maandag oefenen bij ons?"
    understood = understand(Question(text), VOCABULARY)
    ((inquiry, found),) = gatherer.gather(understood)
    assert inquiry.understood.told == "Een danser wil onze zaal gebruiken."
    assert found is not None
    origins = {concept.surface: concept.origin for concept in found.asked.concepts}
    assert origins["zaal"] == "told"
    assert origins["gratis"] == "own"


def test_what_is_told_behind_a_question_is_no_setting(gatherer: Gatherer) -> None:
    text = "Mag die danser gratis op maandag oefenen bij ons? We hebben een zaal aan de haven."
    ((inquiry, _),) = gatherer.gather(understand(Question(text), VOCABULARY))
    assert inquiry.setting == ""
