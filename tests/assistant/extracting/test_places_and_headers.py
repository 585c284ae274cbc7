"""Regions and their countries, and header rows."""

from __future__ import annotations

from assistant.extracting.concepts import ConceptReader
from assistant.extracting.regions import countries_of_region, land_of_people
from assistant.extracting.tables import names_columns, names_group
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from corpus.document import TableRow
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser

VOCABULARY = Vocabulary.load()


def reader() -> ConceptReader:
    analyser = Analyser(lambda word: 0)
    return ConceptReader(
        analyser, VOCABULARY, lambda term: 0, 100, frame_weight=0.2, context_weight=0.8
    )


def test_a_part_of_the_world_is_met_as_its_countries() -> None:
    assert "Marokko" in countries_of_region("African", VOCABULARY)
    assert countries_of_region("Zeeland", VOCABULARY) == ()


def test_people_are_met_as_their_land() -> None:
    assert land_of_people("Baskische", "nl", VOCABULARY) == "bask"
    assert land_of_people("Jonathan", "nl", VOCABULARY) == ""
    (concept,) = reader().read("Baskische", "nl", names=frozenset({"baskische"}))
    assert concept.strength(frozenset({"baskenland"}), "nl") > 0.5


def test_what_is_of_a_town_is_met_as_the_town() -> None:
    known = ConceptReader(
        Analyser(lambda word: 0),
        VOCABULARY,
        lambda term: int(term == "quimperl"),
        100,
        frame_weight=0.2,
        context_weight=0.8,
    )
    (concept,) = known.read("Quimperlse", "nl", names=frozenset({"quimperlse"}))
    assert concept.strength(frozenset({"quimperl"}), "nl") > 0.8


def test_a_hyphenated_word_is_met_in_pieces() -> None:
    (concept,) = reader().read("theater-subsidie", "nl")
    both = frozenset(Analyser(lambda word: 0).terms("subsidie voor theater", "nl"))
    assert concept.strength(both, "nl") > 0.8


def test_a_header_is_no_row() -> None:
    header = ("Project", "Partner")
    assert names_columns(TableRow("t", "", header, header, 1))
    assert names_columns(TableRow("t", "", header, ("Project", "Land"), 0))
    assert not names_columns(TableRow("t", "", header, ("Golf", "De Kaap"), 1))
    assert names_group(TableRow("t", "", header, ("Muziek", ""), 1))
    assert not names_group(TableRow("t", "", header, ("Golf", "De Kaap"), 1))


def test_whose_asks_for_a_person() -> None:
    assert answer_kind("Whose definition of a network is used?") is AnswerKind.PERSON
