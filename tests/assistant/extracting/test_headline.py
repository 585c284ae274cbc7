"""The short answer: which figure, date or person, and when none is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.asked import Asked, Candidate
from assistant.extracting.concept import Concept
from assistant.extracting.concepts import ConceptReader
from assistant.extracting.counted import told_in_words
from assistant.extracting.counting import (
    countable,
    counts,
    counts_anybody,
    counts_persons,
    labelled,
    stems,
)
from assistant.extracting.evidence import scene
from assistant.extracting.forms import Form
from assistant.extracting.headline import Headline, contenders, headline
from assistant.extracting.names import names, of_a_person
from assistant.extracting.weighing import weigh
from assistant.understanding.answer_kind import answer_kind
from assistant.understanding.attribute import (
    attribute,
    bound,
    measure,
    of_literature,
    of_money,
)
from assistant.understanding.dimensions import dimension
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

SETTINGS = AnsweringSettings()
BUILT = "Van de bouw van het theater is 70% in handen van de stad."


def short(question: str, text: str, block: BlockKind = BlockKind.PARAGRAPH) -> Headline | None:
    """The short answer to ``question`` when ``text`` is all the evidence."""
    analyser = Analyser(lambda word: 0)
    reader = ConceptReader(
        analyser, Vocabulary.load(), lambda term: 1, 100, frame_weight=0.2, context_weight=0.8
    )
    concepts = tuple(
        replace(concept, frame=concept.surface in measure(question))
        for concept in reader.read(question, "nl")
    )
    draft = Draft()
    draft.block(block, text)
    source = DOCUMENTS[REPORT].source
    (passage,) = split(draft.document(source), IndexingSettings())
    kind = answer_kind(question)
    asked = Asked(
        kind,
        concepts,
        frozenset(attribute(question)),
        wanted=kind,
        bound=bound(question),
        money=of_money(question),
    )
    weighed = weigh(
        asked,
        [Candidate(passage, source, 1.0)],
        lambda p, s: scene(
            p, s, analyser.terms, lambda text, lang: frozenset(analyser.terms(text, lang))
        ),
        SETTINGS,
    )
    return headline(asked, weighed[0], "nl", SETTINGS)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Hoeveel procent van de makers werkt in het buitenland?",
            "70% van de makers is actief en 13% van de makers werkt in het buitenland.",
            "13%",
        ),
        (
            "Welk deel van de makers volgde een cursus?",
            "Zo heeft 29% van de makers een museum bezocht, heeft 32% een cursus gevolgd.",
            "32%",
        ),
        ("Hoeveel theaters zijn er?", "Er zijn 12 theaters en 40 zalen.", "12"),
        ("Hoe lang duurt een residentie?", "Een residentie duurt twee jaar.", "twee jaar"),
        (
            "Hoeveel verdient een maker per maand?",
            "Een maker verdient 400 tot 500 euro per maand.",
            "400 tot 500 euro",
        ),
        (
            "Sinds wanneer geldt het decreet over theaters?",
            "Het decreet van 8 maart 2024 over theaters geldt sinds 1 januari 2025.",
            "1 januari 2025",
        ),
        (
            "Wie leidde het onderzoek naar theaters?",
            "Het onderzoek naar theaters werd geleid door Piet Vermeersch.",
            "Piet Vermeersch",
        ),
    ],
)
def test_it_is_the_thing_that_most_of_the_question_belongs_to(
    question: str, text: str, expected: str
) -> None:
    found = short(question, text)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # Two figures, and nothing tells which.
        ("Hoeveel kreeg het fonds in 2012?", "Van 78 miljoen in 2005 naar 40 miljoen in 2012."),
        # The figure counts something else.
        ("Hoeveel theaters zijn er in Gent?", "In Gent vergaderen 12 leden over theaters."),
        # The figure is of another year.
        ("Hoeveel theaters waren er in 2015?", "In 2007 waren er 12 theaters."),
        # What is asked is not there.
        ("Wanneer werd het rapport voorgesteld?", "In 2020 begon de werkgroep aan het rapport."),
        # A name of a thing is nobody.
        ("Wie schreef het Charter over theaters?", "Het Groene Charter gaat over theaters."),
        # A part of a name of something is no date.
        ("Wanneer begon het kader?", "Het kader begon na het 2021-2025-kader."),
        # A length of time is not told by a share.
        ("Hoe lang duurt de aanvraag?", "De helft dient een aanvraag in."),
    ],
)
def test_there_is_none_when_in_doubt(question: str, text: str) -> None:
    assert short(question, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Er kwamen 50 professionals.", True), ("Er kwamen 50 voorstellen.", False)],
)
def test_people_are_counted_by_whoever_they_are(text: str, *, expected: bool) -> None:
    assert counts_persons(text, text.index("50") + 2) is expected


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("jeugdleden", "Er zijn 50 leden, zegt Jo.", True),
        ("havenbezoekers", "Er kwamen 50 mensen naar de haven.", True),
        ("havenbezoekers", "Er kwamen 50 boten naar de haven.", False),
        ("oeverleden", "Er was 50 jaar geleden een haven.", False),
    ],
)
def test_a_compound_is_counted_by_its_last_part_and_people_by_that(
    asked: str, text: str, *, expected: bool
) -> None:
    beginnings = stems([Concept(asked, 1.0, {"nl": (Form((asked,), 1.0),)}, {}, known=True)])
    assert counts(text, text.index("50") + 2, beginnings) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hoe vaak komt de havenraad bijeen?", "De raad vergadert maandelijks.", True),
        ("How often does it sail?", "It sails every Thursday.", True),
        ("Hoe vaak komt de havenraad bijeen?", "De raad vergadert in de haven.", False),
        ("Hoeveel lampen mag een boot hebben?", "Een boot heeft hoogstens een lamp.", True),
        ("Hoeveel lampen mag een boot hebben?", "Alleen een boot krijgt een lamp.", False),
        ("Binnen welke termijn mag ik weg?", "Je mag weg na een week.", True),
        ("How long must I wait?", "You may not ask a second time.", False),
    ],
)
def test_what_is_counted_may_be_told_in_words(question: str, text: str, *, expected: bool) -> None:
    words = frozenset(attribute(question))
    concepts = tuple(
        Concept(word, 1.0, {"nl": (Form((word.removesuffix("en"),), 1.0),)}, {}, known=True)
        for word in words
    )
    asked = Asked(
        answer_kind(question), concepts, words, wanted=answer_kind(question),
        dimension=dimension(question), text=question,
    )  # fmt: skip
    assert told_in_words(asked, text) is expected


def test_a_figure_may_count_people_whoever_they_are() -> None:
    assert counts_anybody("Uiteindelijk kwamen 55 mensen naar de haven.")
    assert not counts_anybody("Er kwamen 55 boten met mensen.")


def test_what_has_no_plural_is_not_counted() -> None:
    assert countable(("theaters",))
    assert not countable(("belasting",))


def test_a_sum_of_money_is_no_share() -> None:
    assert short("Wat heeft de bouw van het theater gekost?", BUILT) is None
    assert short("Hoeveel theaters zijn in handen van de stad?", BUILT) is None


def test_both_ends_of_a_period_are_no_bound() -> None:
    assert bound("Sinds wanneer bestaat het?") == "since"
    assert bound("Tot wanneer loopt het?") == "until"
    assert bound("Van wanneer tot wanneer loopt het?") == ""


def test_a_literature_reference_counts_when_one_is_asked_for() -> None:
    assert of_literature("In welk tijdschrift verscheen Liu (2014)?")
    assert of_literature("Which 2024 publication by Peeters is cited?")
    assert not of_literature("Welke boekenbeurs is er in maart?")


def test_a_name_with_accents_belongs_to_its_figure() -> None:
    found = short("Hoeveel leden heeft Théâtre Brûlé?", "Théâtre Brûlé heeft nu 36 leden.")
    assert found is not None
    assert found.text == "36"


def test_what_a_label_says_is_counted_by_the_figure_behind_it() -> None:
    text = "Leden: 24.100 (2023)"
    assert labelled(text, 7, frozenset({"led"}))
    assert not labelled(text, 7, frozenset({"woning"}))
    assert not labelled("Leden hebben er 36", 16, frozenset({"led"}))


def test_currencies_and_months_are_no_names() -> None:
    told = names("The grant pays EUR 500 from March, said Vincent Leclercq on Monday.")
    assert [name.surface for name in told] == ["Vincent Leclercq"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Betaalt het Havenfonds de reis?", "Havenfonds"),
        ("Mag de Kustraad dat?", "Kustraad"),
        ("Kracht Werkt heet het huis.", "Kracht Werkt"),
    ],
)
def test_a_verb_that_opens_a_question_is_no_part_of_a_name(text: str, name: str) -> None:
    assert [one.surface for one in names(text)] == [name]


def test_a_particle_of_a_name_is_no_word_like_any_other() -> None:
    assert of_a_person("Vincent Van Leclercq")
    assert not of_a_person("Sound of Ghent")


VISA = "Een visum voor het theater kost 1.055 euro plus een toeslag van 600 euro, samen 1.655 euro."
TRIP = "Een reis kost 100 euro voor de trein en 200 euro voor het hotel, in totaal 300 euro."
BOTH = "Een ticket kost 100 euro en een hotel 200 euro, samen 300 euro."
HALL = "De zaal kost: huur 200 euro, schoonmaak 50 euro, samen 250 euro."


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hoeveel kost een visum voor het theater?", VISA, "1.655 euro"),
        ("Hoeveel kost een reis?", TRIP, "300 euro"),
        ("Hoeveel kosten ticket en hotel?", BOTH, "300 euro"),
        ("Hoeveel kost de zaal?", HALL, "250 euro"),
        (
            "Wat kost een inschrijving?",
            "Een inschrijving kost 30 euro en 12 euro verzekering: samen 42 euro.",
            "42 euro",
        ),
    ],
)
def test_what_something_costs_is_the_sum_that_is_told_of_its_parts(
    question: str, text: str, expected: str
) -> None:
    found = short(question, text)
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hoeveel bedraagt de toeslag?", VISA, "600 euro"),
        ("Hoeveel kost de trein?", TRIP, "100 euro"),
        ("Hoeveel kost een ticket?", BOTH, "100 euro"),
        (
            "Hoeveel gaf Vlaanderen aan het theater?",
            "Vlaanderen gaf het theater 100 euro en Brussel gaf 200 euro, samen 300 euro.",
            "100 euro",
        ),
    ],
)
def test_who_asks_for_a_part_is_told_the_part(question: str, text: str, expected: str) -> None:
    found = short(question, text)
    assert found is not None
    assert found.text == expected


def test_what_adds_up_to_no_sum_has_none() -> None:
    text = "Een atelier kost 250 euro; twee ateliers kosten samen 400 euro."
    found = short("Hoeveel kost een atelier?", text)
    assert found is None or found.text != "400 euro"


def test_the_sum_may_stand_in_the_next_sentence_of_a_statement() -> None:
    text = "Een aanvraag kost 80 euro en 20 euro voor de zegel. In totaal is dat 100 euro."
    found = short("Hoeveel kost een aanvraag?", text, BlockKind.LIST_ITEM)
    assert found is not None
    assert found.text == "100 euro"


def test_a_synonym_beside_a_figure_is_asked_for_where_it_is_wanted() -> None:
    reader = ConceptReader(
        Analyser(lambda word: 0),
        Vocabulary.load(),
        lambda term: 1,
        100,
        frame_weight=0.2,
        context_weight=0.8,
    )
    question = "How many guests came?"
    asked = Asked(answer_kind(question), reader.read(question, "en"), lang="en")
    text = "There were 40 visitors."
    assert contenders(asked, text)[0].held == 0.0
    assert contenders(asked, text, least=0.3)[0].held > 0.0
