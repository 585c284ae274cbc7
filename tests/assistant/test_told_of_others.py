"""Questions in the words of a sentence that tells of others, and twins that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant
from assistant.understanding.attribute import attribute
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

_TOLD = (
    "Ongeveer 70% van de koorzangers en dirigenten treedt op over de grens en 12% van de solisten"
    " zingt enkel in het buitenland. De strijkkwartetten spelen vaker thuis.",
    "De beoordelingsraad rangschikt de aanvragen van koren en komt twee keer per jaar samen in het"
    " stadhuis. De feestjury bestaat uit drie dirigenten en een klokkenmaker.",
    "Het koorplan noemt landen om mee samen te werken, zoals Frankrijk, Duitsland en Ierland.",
    "Het aantal koorleden daalde met 15 procent, vooral bij de koren van studenten.",
    "De subsidies van de koren kwamen later dan de jaren ervoor.",
    "Tine Vermeersch is directeur van Koorhuis Zeezang.",
    "Het klankbad is een project van STUK en de stad.",
    "Twaalf gezelschappen dongen mee naar de zangprijs; de jury gaf 500 euro aan wie won.",
    "Aan de zangdag namen de gezelschappen Kerselaar en Zilverdraad deel.",
    "Op het zangfeest van Kilmore in Ierland zingen 40 koren.",
    "De stad betaalt de koren binnen drie weken na het feest. De beoordelingsraad kiest daarna.",
    "Het 4C-fonds belegt in opnamen van koren. De fanfares hebben geen eigen fonds.",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    draft = Draft()
    for number, text in enumerate(_TOLD, start=1):
        draft.heading(f"Deel {number}")
        draft.block(BlockKind.PARAGRAPH, text)
    source = replace(DOCUMENTS[REPORT].source, id="koren", title="Koren in beweging")
    with indexed(tmp_path_factory.mktemp("others"), {"koren": draft.document(source)}) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("Hoeveel procent van de solisten zingt enkel in het buitenland?", True),
        ("Hoeveel procent van de dansers zingt enkel in het buitenland?", False),
        ("Hoeveel procent van de strijkkwartetten treedt op over de grens?", False),
        ("Wie zit er in de feestjury?", True),
        ("Wie zit er in de beoordelingsraad?", False),
        ("Wie rangschikt de aanvragen van koren?", True),
        ("Welke Europese landen noemt het koorplan om mee samen te werken?", True),
        ("Welke Aziatische landen noemt het koorplan om mee samen te werken?", False),
        ("Met hoeveel procent daalde het aantal koorleden?", True),
        ("Met hoeveel procent daalden de subsidies van de koren?", False),
        ("Wie is directeur van Koorhuis Zeezang?", True),
        ("Wie is directeur van STUK?", False),
        ("Welke gezelschappen wonnen de zangprijs?", False),
        ("Welke gezelschappen namen deel aan de zangdag?", True),
        ("Hoeveel koren zingen op het zangfeest van Kilmore?", True),
        ("Hoeveel Belgische koren zingen op het zangfeest van Kilmore?", False),
        ("Binnen hoeveel weken betaalt de stad de koren?", True),
        ("Binnen hoeveel weken antwoordt de stad de koren?", False),
        ("How many weeks does the city need to pay the choirs?", True),
        ("Hoeveel fondsen beleggen in opnamen van koren?", False),
    ],
)
def test_what_is_told_of_others_is_no_answer(
    assistant: Assistant, question: str, there: bool
) -> None:
    assert assistant.ask(Question(question)).status.refused is not there


def test_a_refusal_quotes_what_is_told_of_others_as_no_answer(assistant: Assistant) -> None:
    near = assistant.ask(Question("Hoeveel procent van de dansers zingt enkel in het buitenland?"))
    assert near.text.startswith("Dit staat niet in de documenten")
    assert "maar is geen antwoord op je vraag" in near.text
    assert "12% van de solisten" in near.text
    assert near.citations


def test_a_refusal_quotes_nothing_where_nothing_comes_near(assistant: Assistant) -> None:
    far = assistant.ask(Question("Hoeveel procent van de bakkers gebruikt roggemeel?"))
    assert far.status.refused
    assert not far.citations


@pytest.mark.parametrize(
    ("question", "of"),
    [
        ("Met hoeveel procent daalde het aantal koorleden?", "koorleden"),
        ("Met hoeveel zakten de subsidies van de koren?", "subsidies"),
        ("By what percentage did the income of the choirs fall?", "income"),
        ("By how much has the number of singers grown?", "singers"),
        ("Hoeveel miljoen euro inkomsten hebben de koren?", "inkomsten"),
        ("How many million pounds of income did they lose?", "income"),
    ],
)
def test_what_changed_and_what_sums_are_of_is_read(question: str, of: str) -> None:
    assert of in attribute(question)
