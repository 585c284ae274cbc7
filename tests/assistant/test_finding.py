"""What is searched and what evidence is weighed for: names, documents, pointers, sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.announced import announced_list, announced_sizes
from assistant.finding import Finder
from assistant.naming import NamedDocuments
from assistant.primary_sources import PrimarySources
from assistant.understanding import understand
from corpus.document import BlockKind, Provenance
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, NOTE, REPORT, Draft

VOCABULARY = Vocabulary.load()


@pytest.fixture(scope="module")
def finder(small_index: Index) -> Finder:
    return Finder(small_index, VOCABULARY, AnsweringSettings())


def best(finder: Finder, question: str) -> str:
    found = finder.find(understand(Question(question), VOCABULARY))
    assert found.best is not None
    return found.best.unit.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoeveel werkplaatsen telde de regio?", "48 werkplaatsen"),
        ("Wat is een residentie?", "verblijf"),
        ("Wat staat er in voetnoot 4?", "telling"),
        ("How many concerts did the fund pay for?", "75 concerts"),
        ("Hoeveel plaatsen heeft Zeezicht?", "12"),
    ],
)
def test_the_best_sentence_holds_the_answer(finder: Finder, question: str, words: str) -> None:
    assert words in best(finder, question)


def test_a_document_is_named_by_its_title() -> None:
    named = NamedDocuments([document.source for document in DOCUMENTS.values()], VOCABULARY)
    assert named.named("What does the note on festivals say?")[0] == {NOTE}
    assert named.named("Hoeveel werkplaatsen zijn er?")[0] == frozenset()
    # Which one is asked for, and who helped with it is no name of it.
    assert named.named("Aan welk rapport werkte Steunpunt Werkplaatsen mee?") == (
        frozenset(),
        frozenset(),
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("tabel 3 in werkplaatsen voor makers", {REPORT}),
        ("What is in table 9 of the Travel fund note on festivals?", {NOTE}),
        # Its number names no document of that year, nor do words that no title has.
        ("Wat staat er in tabel 2023 van de nota?", set()),
        ("Wat staat er in tabel 1 van het jaarverslag van de haven?", set()),
    ],
)
def test_what_a_place_is_said_to_be_in_names_a_document(question: str, expected: set[str]) -> None:
    named = NamedDocuments([document.source for document in DOCUMENTS.values()], VOCABULARY)
    assert named.named(question)[0] == expected


def test_a_document_without_such_a_table_is_not_served_with_that_of_another(
    finder: Finder,
) -> None:
    def pointed(question: str) -> bool:
        found = finder.find(understand(Question(question), VOCABULARY))
        return any(item.unit.passage.caption.startswith("Tabel 1") for item in found.weighed[:1])

    assert pointed("Wat staat er in tabel 1?")
    assert pointed("Wat staat er in tabel 1 van het rapport over werkplaatsen voor makers?")
    assert not pointed("What is in table 1 of the note on festivals?")


def test_a_field_that_is_asked_what_it_says_names_the_one_document_on_it() -> None:
    festivals = NamedDocuments([document.source for document in DOCUMENTS.values()], VOCABULARY)
    assert festivals.named("What does the festivals sector want?")[0] == {NOTE}
    assert not festivals.named("Hoeveel mensen werken er in de festivals sector?")[0]
    assert not festivals.named("Wat vraagt de bouwsector?")[0]


def test_a_fiche_leads_to_the_document_it_was_drawn_from() -> None:
    sources = PrimarySources([document.source for document in DOCUMENTS.values()])
    draft = Draft()
    origin = Provenance("Werkplaatsen voor makers", "Steunpunt", None, "2023", "2024-01")
    draft.block(BlockKind.PARAGRAPH, "Er zijn 48 werkplaatsen.", provenance=(origin,))
    source = replace(DOCUMENTS[REPORT].source, id="fiche-nl", pair="fiche")
    (passage,) = split(draft.document(source), IndexingSettings())
    assert sources.of(passage) == {0: REPORT}
    other = replace(origin, date="2011")
    part = replace(passage.parts[0], provenance=(other,))
    assert PrimarySources([DOCUMENTS[REPORT].source]).of(replace(passage, parts=(part,))) == {}


def test_an_announced_list_is_found_among_later_headings() -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Het plan heeft drie stappen.")
    for number, name in enumerate(("Zaaien", "Water geven", "Oogsten"), start=1):
        draft.heading(f"{number}. {name}", str(number))
        draft.block(BlockKind.PARAGRAPH, "Daarover valt veel te zeggen, stap voor stap.")
    document = draft.document(DOCUMENTS[REPORT].source)
    passage = split(document, IndexingSettings())[0]
    assert 3 in announced_sizes(passage.text)
    listed = announced_list(document, passage, 0, 3)
    assert listed is not None
    assert listed.text == "1. Zaaien\n2. Water geven\n3. Oogsten"
    assert announced_list(document, passage, 0, 5) is None


def test_a_longer_list_is_not_the_one_that_was_announced() -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Er zijn twee vormen van steun, elk met eigen regels.")
    for number, name in enumerate(("koren", "fanfares", "dansgroepen"), start=1):
        draft.block(BlockKind.LIST_ITEM, f"{number}. {name};", level=1, number=str(number))
    document = draft.document(DOCUMENTS[REPORT].source)
    passage = split(document, IndexingSettings())[0]
    assert announced_list(document, passage, 0, 2) is None
    assert announced_list(document, passage, 0, 3) is not None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # In one word in the text, in two as in the question, or in another form.
        ("Waarom haken vrijwilligers af?", "afgehaakt"),
        ("Hoeveel makers kwamen samen in de haven?", "kwamen toen"),
        ("Wat stelt de havensector voor?", "voorstel"),
    ],
)
def test_a_verb_that_is_taken_apart_is_found_either_way(
    tmp_path: Path, question: str, words: str
) -> None:
    draft = Draft()
    for number, text in enumerate(
        (
            "Veel vrijwilligers van de haven zijn oud en hebben een haak nodig.",
            "Veel vrijwilligers zijn afgehaakt door de storm.",
            "Makers komen uit de haven, en er komen er 48 van elders.",
            "Er kwamen toen ruim 50 makers samen in de haven.",
            "De havensector stelt zalen ter beschikking.",
            "Een voorstel van de havensector is een beurs voor makers.",
        ),
        start=1,
    ):
        draft.heading(f"{number}. Deel", str(number))
        draft.block(BlockKind.PARAGRAPH, text)
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan"))
    with indexed(tmp_path, {"plan": document}) as index:
        assert words in best(Finder(index, VOCABULARY, AnsweringSettings()), question)


def test_the_words_that_ask_for_a_page_are_not_what_stands_on_it(tmp_path: Path) -> None:
    draft = Draft()
    for number, text in enumerate(
        (
            "Elke bladzijde van het boek hangt uit: wie ze vindt, leest ze op de kade.",
            "Schepen liggen in een loods.",
            "De boten varen uit.",
        ),
        start=1,
    ):
        draft.heading(f"{number}. Deel", str(number))
        draft.block(BlockKind.PARAGRAPH, text)
    document = draft.document(replace(DOCUMENTS[REPORT].source, id="plan", title="Havenplan"))
    with indexed(tmp_path, {"plan": document}) as index:
        finder = Finder(index, VOCABULARY, AnsweringSettings())
        assert "loods" in best(finder, "Op welke bladzijde vind ik de loods?")
