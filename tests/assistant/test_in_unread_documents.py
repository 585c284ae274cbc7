"""What answers need over documents that nobody tuned on: rules that are alike, tables, who may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Question
from assistant.extracting.answer_type import type_fit
from assistant.extracting.quoting import Extract, unshown
from assistant.pipeline import Assistant
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.asked_outright import ASKS_ROLE
from assistant.understanding.demonyms import at_home
from corpus.document import BlockKind, TableRow
from corpus.vocabulary import Language, Vocabulary
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    draft = Draft()
    draft.heading("Leden")
    draft.block(
        BlockKind.PARAGRAPH,
        "Wie als gewoon lid geweigerd is, kan na zeventig dagen opnieuw een aanvraag doen.",
    )
    draft.heading("Steunende leden")
    draft.block(
        BlockKind.PARAGRAPH,
        "Wie als steunend lid geweigerd is, kan na negentig dagen opnieuw een aanvraag doen.",
    )
    draft.heading("Huur")
    header = ("Zaal", "Groep", "Prijs")
    rows = ((header, 0, ""), (("Werf", "tot 50", "20"), 1, ""), (("", "vanaf 51", "35"), 2, "Werf"))
    for cells, number, group in rows:
        row = TableRow("t1", "", header, cells, number, group=group)
        draft.block(BlockKind.TABLE_ROW, " ".join(filter(None, cells)), table=row)
    draft.heading("Bezoek")
    draft.block(BlockKind.PARAGRAPH, "In Peru telde het Lichtfonds 4.000 bezoekers per optocht.")
    draft.block(BlockKind.PARAGRAPH, "Het Lichtfonds wordt geleid door een strenge directeur.")
    draft.block(BlockKind.PARAGRAPH, "Een voorstel voor een optocht stuur je naar de kade.")
    for text in ("Er is wifi.", "De tuin is open in mei.", "Fietsen staan achteraan."):
        draft.block(BlockKind.PARAGRAPH, text)
    source = replace(DOCUMENTS[REPORT].source, id="licht", title="Reglement van het Lichtfonds")
    with indexed(tmp_path_factory.mktemp("unread"), {"licht": draft.document(source)}) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


def test_a_rule_that_differs_in_its_figure_is_no_repetition(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Na hoeveel dagen kan wie geweigerd is een aanvraag doen?"))
    assert "zeventig" in answer.text
    assert "negentig" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel bezoekers telde het Lichtfonds in Chili per optocht?",
        "Hoe heet de strenge directeur die het Lichtfonds leidt?",
        "Moet ik betalen als ik een voorstel voor een optocht naar de kade stuur?",
    ],
)
def test_another_country_no_name_and_no_money_are_no_answer(
    assistant: Assistant, question: str
) -> None:
    assert assistant.ask(Question(question)).status.refused


def test_a_figure_of_the_country_that_is_asked_is_told(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Hoeveel bezoekers telde het Lichtfonds in Peru per optocht?"))
    assert "4.000" in answer.text


def test_a_row_is_told_with_what_it_leans_on(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Wat is de prijs van de Werf vanaf 51 man?"))
    quotes = " / ".join(citation.quote for citation in answer.citations)
    assert "**Werf** — Groep: vanaf 51; Prijs: 35" in answer.text
    assert "Zaal Groep Prijs" in quotes
    assert "Werf tot 50 20" in quotes


def test_what_is_told_in_part_is_told_for_the_rest() -> None:
    document = DOCUMENTS[REPORT]
    passage = next(p for p in split(document, IndexingSettings()) if len(p.text) > 60)
    whole = Extract(passage, 0, len(passage.text), 1.0)
    told = Extract(passage, 0, 30, 1.0)
    (rest,) = unshown(whole, (told,))
    assert (rest.start, rest.end) == (30, len(passage.text))
    assert unshown(told, (whole,)) == ()
    assert unshown(whole, ()) == (whole,)
    # A list is told whole or not at all.
    assert unshown(replace(whole, items=((0, 10), (11, 30))), (told,)) == ()


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Wie mag er een atelier vragen?", True),
        ("Who is eligible for the harbour grant?", True),
        ("Wie moet het verslag ondertekenen?", True),
        ("Wie kan mij helpen met een atelier?", False),
        ("Wie mag ik bellen?", False),
        ("Wie leidt het fonds?", False),
    ],
)
def test_who_may_asks_what_one_has_to_be(question: str, role: bool) -> None:
    assert bool(ASKS_ROLE.match(question)) is role
    assert (answer_kind(question) is AnswerKind.OPEN) >= role


def test_a_role_is_told_by_what_one_has_to_be() -> None:
    for told in ("Steun kan alleen gevraagd worden door koren.", "It is open to choirs."):
        assert type_fit(AnswerKind.ROLE, told, BlockKind.PARAGRAPH, frozenset()) > 0.9
    other = type_fit(
        AnswerKind.ROLE, "De steun bestaat sinds mei.", BlockKind.PARAGRAPH, frozenset()
    )
    assert other < 0.5


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("What does the Dutch film fund pay?", "en", {"dutch": "nl"}),
        ("Wat kost de Britse koorvereniging?", "nl", {"britse": "en"}),
        ("How many Dutch people came?", "en", {}),
        ("Wat betaalt het fonds in Nederland?", "nl", {}),
    ],
)
def test_whose_a_fund_is_says_in_which_language_it_writes(
    text: str, lang: Language, expected: dict[str, str]
) -> None:
    assert at_home(text, lang, Vocabulary.load()) == expected
