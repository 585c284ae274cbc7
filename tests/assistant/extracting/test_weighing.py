"""What makes one sentence a better answer than another that holds the same words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.answer_type import FITS, type_fit
from assistant.extracting.quoting import window
from assistant.extracting.tables import of_money
from assistant.finding import Finder
from assistant.understanding import AnswerKind, understand
from corpus.document import BlockKind, TableRow
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(("bonus", "first"), [(0.25, "Zeezicht"), (0.0, "De Kustraad")])
def test_a_sentence_that_opens_with_who_acts_tells_what_they_do(
    tmp_path: Path, bonus: float, first: str
) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De Kustraad en Zeezicht maken het plan.")
    draft.block(BlockKind.PARAGRAPH, "Zeezicht leidde het overleg en schreef voor alle havens.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    settings = AnsweringSettings(agent_bonus=bonus)
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, settings)
        best = finder.find(understand(Question("Wat doet Zeezicht?"), VOCABULARY)).best
    assert best is not None
    assert best.unit.text.startswith(first)


def test_a_sentence_found_for_another_question_is_quoted_among_its_neighbours(
    tmp_path: Path,
) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De haven telt acht zalen. Zeezicht leidde het overleg.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        halls, *rest = finder.find(understand(Question("Hoeveel zalen?"), VOCABULARY)).weighed
    shown = window(halls, tuple(item for item in rest if item.unit.start != halls.unit.start), 40)
    assert shown.text.startswith("De haven telt acht zalen.")


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("Op welke dag praat de havensector over export?", "25 september"),
        ("In welk jaar praat de havensector over export?", "2024"),
        ("On which day does the havensector talk about export?", "25 september"),
    ],
)
def test_a_date_as_exact_as_is_asked_goes_before_a_year(
    tmp_path: Path, question: str, date: str
) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "In 2024 wil de havensector praten over export.")
    draft.block(BlockKind.PARAGRAPH, "De havensector praat op 25 september over de boten.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        best = finder.find(understand(Question(question), VOCABULARY)).best
    assert best is not None
    assert date in best.unit.text


def test_the_date_of_a_publication_in_brackets_dates_no_sentence() -> None:
    kind, block = AnswerKind.DATE, BlockKind.PARAGRAPH
    assert type_fit(kind, "Stadsraad. (2026, 14 januari). Oproepen.", block, frozenset()) < FITS
    assert type_fit(kind, "De oproep sluit op 14 januari 2026.", block, frozenset()) >= FITS


def test_a_sum_says_by_itself_that_it_is_money(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De fanfare ontving 300 euro. Het koor ontving veel lof.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        asked = finder.find(understand(Question("Hoeveel geld ontving de fanfare?"), VOCABULARY))
    paid = {item.unit.text: "geld" in item.own_found for item in asked.weighed}
    assert paid == {"De fanfare ontving 300 euro.": True, "Het koor ontving veel lof.": False}


def test_an_item_stands_for_the_heading_right_above_it_and_not_for_the_title(
    tmp_path: Path,
) -> None:
    draft = Draft()
    draft.heading("Reglement van de havenboten")
    draft.section = ("Reglement van de havenboten", "Lampen")
    for item in ("rood licht;", "groen licht."):
        draft.block(BlockKind.LIST_ITEM, item)
    draft.section = ("Reglement van de havenboten", "Touwen")
    draft.block(BlockKind.PARAGRAPH, "De havenboten liggen vast met touwen.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan", title="Reglement"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        found = finder.find(understand(Question("Welke lampen hebben havenboten?"), VOCABULARY))
    item = next(one for one in found.weighed if one.unit.text == "rood licht;")
    assert item.own_found == ("lampen",)


def test_the_title_of_a_document_makes_no_table_one_of_money() -> None:
    row = TableRow("t1", "", ("Stap", "Dag"), ("Lampen", "3"), 1)
    assert not of_money(row, ("Subsidie van de haven", "Overzicht", "Dagen"))
    assert of_money(row, ("Haven", "Tarieven", "Dagen"))


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        (AnswerKind.PERSON, "De lampen worden gekozen door het bestuur.", True),
        (AnswerKind.PERSON, "A panel of five scores each boat.", True),
        (AnswerKind.PERSON, "De lampen worden gekozen in de haven.", False),
        (AnswerKind.DATE, "The harbour opens on Thursdays.", True),
        (AnswerKind.DATE, "The harbour opens on the quay.", False),
        (AnswerKind.AMOUNT, "Entry stays free for children.", True),
        (AnswerKind.AMOUNT, "The harbour stays open for children.", False),
    ],
)
def test_offices_weekdays_and_what_is_free_are_answers(
    kind: AnswerKind, text: str, *, fits: bool
) -> None:
    assert (type_fit(kind, text, BlockKind.PARAGRAPH, frozenset()) >= FITS) is fits


def first_told(tmp_path: Path, draft: Draft, question: str) -> str:
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        best = finder.find(understand(Question(question), VOCABULARY)).best
    assert best is not None
    return best.unit.text


def test_what_opens_a_section_whose_heading_asks_what_it_is_says_so(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Een havenkring is een haalbare kaart voor de kust.")
    draft.heading("Wat is een (kleine) havenkring?")
    draft.block(BlockKind.PARAGRAPH, "Werkplaatsen die elkaar hun materiaal lenen.")
    draft.block(BlockKind.PARAGRAPH, "De havenkring groeit, want er komen leden bij.")
    assert first_told(tmp_path, draft, "Wat is een havenkring?").startswith("Werkplaatsen die")


def test_a_heading_that_asks_what_another_thing_is_answers_nothing(tmp_path: Path) -> None:
    draft = Draft()
    draft.heading("Wat is een zeeraad?")
    draft.block(BlockKind.PARAGRAPH, "Mensen die samen met een havenkring over de kust praten.")
    draft.heading("Leden")
    draft.block(BlockKind.PARAGRAPH, "Een havenkring is een groep van werkplaatsen.")
    told = first_told(tmp_path, draft, "Wat is een havenkring?")
    assert told.startswith("Een havenkring is")


def test_that_is_a_fund_defines_only_what_the_passage_before_it_ended_on(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De kust vraagt een fonds en de oprichting van Noordkaap.")
    draft.heading("Uitleg")
    draft.block(BlockKind.PARAGRAPH, "Dat laatste is een fonds voor theaters.")
    draft.heading("Plannen")
    draft.block(BlockKind.PARAGRAPH, "Een Q7-fonds, een fonds voor werkplaatsen, komt er ook.")
    assert first_told(tmp_path, draft, "Wat is het Q7-fonds?").startswith("Een Q7-fonds")


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("De kust vraagt sinds 2019 een loods voor boten en de oprichting van Noordkaap.", "Dat"),
        (
            "Noordkaap is in 2019 opgericht, en sindsdien vraagt de kust een loods voor de boten"
            " van de werven.",
            "Noordkaap is",
        ),
    ],
)
def test_what_points_back_tells_only_of_what_the_passage_before_ended_on(
    tmp_path: Path, before: str, told: str
) -> None:
    draft = Draft()
    draft.heading("Noordkaap: ontstaan")
    draft.block(BlockKind.PARAGRAPH, before)
    draft.heading("Noordkaap: plannen")
    draft.block(BlockKind.PARAGRAPH, "Dat laatste is een gebouw voor boten.")
    assert first_told(tmp_path, draft, "Wat is Noordkaap?").startswith(told)


def test_the_clause_that_tells_which_one_is_meant_is_not_what_is_defined(tmp_path: Path) -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "De Kustraad is een raad die aan de havenkaart meewerkt.")
    draft.block(BlockKind.PARAGRAPH, "De havenkaart is een register van zalen.")
    told = first_told(tmp_path, draft, "Wat is die havenkaart waar de Kustraad aan meewerkt?")
    assert told.startswith("De havenkaart is")


def test_what_points_back_fits_no_more_than_wholly_where_what_is_told_stands_before_it(
    tmp_path: Path,
) -> None:
    draft = Draft()
    before = "De schippers uit het oosten vragen met hun eiken boten de oprichting van Noordkaap."
    draft.block(BlockKind.PARAGRAPH, f"{before} Dat laatste is een gebouw aan de rivier.")
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    understood = understand(Question("Wat is Noordkaap?"), VOCABULARY)
    understood = replace(understood, told="Wij zijn schippers met eiken boten uit het oosten.")
    only_framing = AnsweringSettings(told_enough=0.0)
    with indexed(tmp_path, {"plan": document}) as index:
        found = Finder(index, VOCABULARY, only_framing).find(understood)
    fits = {item.unit.text: item.type_fit for item in found.weighed}
    assert fits["Dat laatste is een gebouw aan de rivier."] == 1.0
