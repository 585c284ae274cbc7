"""Words that tell which document is meant, and what that does to its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.finding import Finder, Found
from assistant.gathering import Gatherer
from assistant.understanding import understand
from corpus.document import BlockKind, Document
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

VOCABULARY = Vocabulary.load()
RULES, GUIDE, MINUTES, LETTER = "kwb-reglement", "gids-zalen", "verslag-raad", "brief-raad"
# Per document its title, and under each heading what stands there.
HOUSES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    RULES: (
        "Reglement van de Zilverwiek",
        {
            "Wie": "In de stuurgroep zitten elf mensen. Ze komen uit de buurt.",
            "Wanneer": "Er wordt om de zes weken vergaderd, in een kelder.",
            "Klank": "Een trompet krijgt een kast. Een trompet blijft droog.",
            "Hout": "Elke trompet wordt in maart gepoetst met een doek.",
        },
    ),
    GUIDE: (
        "Gids voor zalen",
        {
            "Bestuur": "In het bestuur van een zaal zitten vijf mensen.",
            "Huur": "De huur van een zaal met een podium is hoog.",
            "Podium": "Een podium van hout klinkt beter dan een podium van steen.",
        },
    ),
    MINUTES: (
        "Verslag van de raad",
        {
            "Aanwezig": "De raad was voltallig en dronk appelsap.",
            "Bestuur": "Het bestuur van de raad blijft. De mensen knikten.",
            "Podium": "De raad wil een podium op het plein.",
            "Drank": "Meer appelsap is er niet, want de kas is leeg.",
            "Slot": "De raad ging om tien uur naar huis.",
        },
    ),
    LETTER: (
        "Brief van de raad",
        {
            "Groet": "De raad groet de buren hartelijk en wenst hun regen.",
            "Slot": "De raad tekent deze brief van 1987 met een pluim.",
            "Naschrift": "In 1987 viel er regen.",
        },
    ),
}


def _document(identity: str, title: str, sections: Mapping[str, str]) -> Document:
    draft = Draft()
    for heading, text in sections.items():
        draft.heading(heading)
        draft.block(BlockKind.PARAGRAPH, text)
    source = replace(
        DOCUMENTS[REPORT].source, id=identity, title=title, publisher="", date=None, digest=identity
    )
    return draft.document(source)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    documents = {one: _document(one, *drafted) for one, drafted in HOUSES.items()}
    with indexed(tmp_path_factory.mktemp("distinctive"), documents) as opened:
        yield opened


@pytest.fixture(scope="module")
def finder(index: Index) -> Finder:
    return Finder(index, VOCABULARY, AnsweringSettings())


def found(finder: Finder, question: str) -> Found:
    return finder.find(understand(Question(question), VOCABULARY))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Met hoeveel mensen zitten ze in het bestuur van de Zilverwiek?", {RULES}),
        ("Wat doe je met een trompet?", {RULES}),  # all over it, though not in its title
        ("Wat mag er bij KWB?", {RULES}),  # in the name of its file
        ("Wat zegt de raad?", set()),  # two are about it
        ("Waar staat het podium?", set()),  # two say it
        ("Wie tekent met een pluim?", set()),  # said once
        ("Wie dronk er appelsap?", {MINUTES}),
        ("Heeft de Zilverwiek appelsap?", {RULES}),  # far more about that
        ("Wie leidt de Zilverwiek en de gids?", {RULES, GUIDE}),
    ],
)
def test_a_word_that_hardly_another_document_says_tells_the_document(
    finder: Finder, question: str, told: set[str]
) -> None:
    assert set(found(finder, question).asked.told) == told


def test_the_document_that_is_told_answers_where_another_one_says_it_louder(finder: Finder) -> None:
    best = found(finder, "Met hoeveel mensen zitten ze in het bestuur bij de trompet?").best
    assert best is not None
    assert best.unit.passage.document == RULES
    assert "trompet" not in best.missing


@pytest.mark.parametrize("whole", [True, False])
def test_all_of_a_short_document_that_is_told_is_looked_into(index: Index, *, whole: bool) -> None:
    few = AnsweringSettings(candidates=1, told_candidates=1, whole_document=4 if whole else 3)
    weighed = found(Finder(index, VOCABULARY, few), "Met hoeveel is de Zilverwiek?").weighed
    assert len({item.unit.passage.id for item in weighed}) == (4 if whole else 1)


def test_what_is_said_before_the_question_tells_the_document(finder: Finder) -> None:
    understood = understand(Question("Met hoeveel zitten ze in het bestuur?"), VOCABULARY)
    before = replace(understood, told="Ik zit bij de Zilverwiek.")
    assert not finder.find(understood).asked.told
    assert set(finder.find(before).asked.told) == {RULES}


def test_a_document_that_is_named_outright_goes_before_what_words_tell(finder: Finder) -> None:
    asked = found(finder, "Wat staat er volgens de gids voor zalen over een trompet?").asked
    assert asked.named == {GUIDE}
    assert RULES not in asked.told


def test_words_that_tell_more_than_three_documents_tell_none(tmp_path: Path) -> None:
    birds = ("Zilverwiek", "Kopermees", "Loodvink", "Tinuil")
    about = {
        bird: _document(bird, f"Het leven van de {bird}", {"Zang": f"Elke {bird} zingt 's nachts."})
        for bird in birds
    }
    with indexed(tmp_path, about) as opened:
        finder = Finder(opened, VOCABULARY, AnsweringSettings())
        three, four = (
            set(found(finder, f"Hoe slapen de {', de '.join(asked)}?").asked.told)
            for asked in (birds[:3], birds)
        )
    assert (three, four) == (set(birds[:3]), set())


@pytest.mark.parametrize("year", ["1987", "1989"])
def test_a_year_tells_no_document(finder: Finder, year: str) -> None:
    assert not found(finder, f"Wat gebeurde er in {year}?").asked.told


def test_nothing_is_told_of_documents_that_are_not_asked(finder: Finder) -> None:
    understood = understand(Question("Wie leidt de Zilverwiek?"), VOCABULARY)
    assert not finder.find(understood, within=frozenset({GUIDE})).asked.told


def test_what_one_part_names_tells_no_document_of_another(index: Index) -> None:
    question = "Hoe poets je een trompet, en wat is de huur ervoor?"
    gathered = Gatherer(index, VOCABULARY, AnsweringSettings()).gather(
        understand(Question(question), VOCABULARY)
    )
    told = [set(one.asked.told) for _, one in gathered if one is not None]
    assert told == [{RULES}, set()]


@pytest.mark.parametrize(
    ("word", "document"),
    [
        ("trompet", RULES),
        ("trumpet", RULES),  # in either language
        ("appelsap", MINUTES),
        ("mensen", ""),  # several documents speak of them
        ("doedelzak", ""),
        ("rapport", ""),  # a word for a document tells none
    ],
)
def test_a_word_that_a_document_may_be_called_by(finder: Finder, word: str, document: str) -> None:
    assert finder.about(word) == document
