"""What is judged of the shipped statements: what was learnt is of the shipped judgements, and what
an adviser would tell comes first."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from assistant.answer import Question
from assistant.guidance.guide import Guide
from assistant.guidance.relevance.measuring import measured
from assistant.guidance.relevance.model import load_trees
from assistant.guidance.relevance.settings import RelevanceFitting
from assistant.guidance.relevance.training import Judgements, Row, checksum
from assistant.guidance.scope import Scope
from assistant.understanding import Understanding, understand
from corpus.judgements import Judgement, load_judgements
from corpus.vocabulary import Vocabulary

TODAY = date(2026, 11, 22)
VOCABULARY = Vocabulary.load()


def read(guide: Guide, text: str) -> tuple[Understanding, Scope]:
    understood = understand(Question(text), VOCABULARY, subjects=guide.subjects)
    return understood, guide.scope(understood)


def test_the_shipped_trees_are_those_of_the_shipped_judgements() -> None:
    told = checksum(load_judgements(), RelevanceFitting())
    assert load_trees().checksum == told, "python -m assistant.guidance.relevance fit"


def test_the_judged_statements_are_in_the_fiches(guide: Guide) -> None:
    judgements = Judgements(guide.relevance, guide.fiches, lambda q: read(guide, q.text), TODAY)
    every = [one for listed in load_judgements().values() for one in listed]
    told = [reference for one in every for reference in one.statements]
    gone = {one for one in told if judgements.statement(one, "nl") is None}
    # What is worded anew is learnt nothing of until its judgements are.
    assert len(gone) <= len(set(told)) / 20, sorted(gone)
    assert {pair for one in every for pair in one.contact} <= guide.fiches.sources.keys()


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("I am a self-employed singer and I sing in Munich, do they keep tax?", "country-de-en"),
        ("ik dans in loondienst en speel een week in Oslo, moet mijn baas een A1 vragen?",
         "country-no-nl"),
        ("our amateur brass band goes to a contest in Riga, is there money for the bus?",
         "funding-amateur-arts-abroad-en"),
    ],
)  # fmt: skip
def test_what_answers_comes_before_its_neighbours(guide: Guide, text: str, document: str) -> None:
    understood, scope = read(guide, text)
    judged = guide.relevance.judged(guide.relevance.read(understood, scope, TODAY))
    assert document in [one.passage.document for one in judged[:3]]
    assert judged[0].probability > 10 * judged[-1].probability


def test_each_part_has_its_own_first(guide: Guide) -> None:
    understood, scope = read(
        guide,
        "We play two nights in Bern. Do they keep tax, and do our amps need customs papers?",
    )
    told = guide.relevance.read(understood, scope, TODAY)
    first = [guide.relevance.judged(told, part.text)[0].passage for part in understood.parts]
    assert [guide.fiches.section(one) for one in first] == ["tax", "customs"]
    assert guide.relevance.of(first[0], told, understood.parts[0].text) > guide.relevance.of(
        first[0], told, understood.parts[1].text
    )


def test_a_statement_that_is_not_there_is_left_out(guide: Guide) -> None:
    one = Judgement.model_validate(
        {
            "ask": "who pays our bus to Riga?",
            "lang": "en",
            "parts": [
                {
                    "asked": "who pays",
                    "answers": [
                        "funding-tip: A TIP helps professional",
                        "funding-tip: No statement begins so",
                    ],
                }
            ],
        }
    )
    judgements = Judgements(guide.relevance, guide.fiches, lambda q: read(guide, q.text), TODAY)
    _, rows = judgements.rows({"a-1": (one,)})
    assert [r.statement for r in rows if r.answers] == ["funding-tip: A TIP helps professional"]


def row(*, answers: bool = False, fine: bool = False) -> Row:
    return Row("a", 0, "en", 0, "x: y", (), answers, answers, False, fine, False)


def test_what_is_only_fine_is_no_mistake() -> None:
    rows = [row(fine=True), row(answers=True), row(), row()]
    found = measured(rows, np.array([0.9, 0.8, 0.1, 0.2]))
    assert found.area == 1.0
    assert found.precision == (1.0,) * 4
    assert (found.first, found.fair) == (0.0, 1.0)
