"""How one gets into a festival, a fair or a residency that a question means."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Question
from assistant.guidance.getting_in import Wish, answers, asks_its_money, wishes
from assistant.guidance.guide import Guide
from assistant.guidance.programmes import Programmes
from assistant.guidance.scope import Scope
from assistant.pipeline import Assistant
from corpus.annotation import Doing
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def programmes(guide: Guide) -> Programmes:
    return Programmes(guide.fiches, Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how do our puppets get into that", {"enter"}),
        ("who is eligible", {"enter"}),
        ("hoe geraken we daar binnen", {"enter"}),
        ("wat krijg je daar, en wanneer dien je in", {"get", "enter", "when"}),
        ("what's the stipend", {"get"}),
        ("wanneer vertrekt de trein", {"when"}),
        ("do the neighbours mind our drums", set()),
    ],
)
def test_what_is_asked_of_a_place(text: str, expected: set[Wish]) -> None:
    assert wishes(text) == expected


@pytest.mark.parametrize(
    ("statement", "wish", "expected"),
    [
        ("The kiln house lends residents a bed and pays EUR 40 a day.", "get", True),
        ("The kiln house lies behind the mill.", "get", False),
        ("Potters applied between 2 and 9 May 2025.", "when", True),
        ("Residents stay from May to July. Potters may apply.", "when", False),
        ("In 2025 that was possible until 14 June.", "when", True),
        ("The kiln house lies behind the mill.", "enter", False),
        ("A jury of potters chooses who may stay at the kiln house.", "enter", True),
    ],
)
def test_what_a_statement_says_of_it(statement: str, wish: Wish, *, expected: bool) -> None:
    assert answers(statement, wish) is expected


def test_what_a_place_pays_is_no_grant() -> None:
    assert asks_its_money("hoe hoog is de toelage daar")
    assert not asks_its_money("which grants are there")


@pytest.mark.parametrize(
    ("text", "country", "discipline", "doing", "said"),
    [
        ("onze act wil naar live at heart", "se", "music", (), "Live at Heart"),
        ("that Schloss Solitude place", "de", "dance", (), "Solitude"),
        ("da festival in tàrrega", "es", "circus", (), "FiraTàrrega"),
        ("A few weeks in Tokyo to weave", "jp", "visual-arts", ("reside",), "TOKAS"),
    ],
)
def test_by_its_name_or_its_town(
    programmes: Programmes,
    text: str,
    country: str,
    discipline: str,
    doing: tuple[Doing, ...],
    said: str,
) -> None:
    scope = Scope(countries=(country,), disciplines=(discipline,), doing=doing)
    told = programmes.meant(text, scope, "en")
    assert told
    assert all(said in one.text for one in told)
    assert said in programmes.called(told)


@pytest.mark.parametrize(
    ("text", "country", "doing"),
    [
        ("We play a cellar in Groningen", "nl", ("perform",)),  # the town alone means none
        ("Our quilt goes to Tokyo for a wedding", "jp", ()),
        ("Our quilt hangs in Montréal", "ca", ("exhibit",)),
        ("An academy somewhere", "nl", ("reside",)),
        ("Which fund, ofwel welk fonds, do we knock at", "nl", ("co-produce",)),
    ],
)
def test_a_town_alone_means_none(
    programmes: Programmes, text: str, country: str, doing: tuple[Doing, ...]
) -> None:
    assert not programmes.meant(text, Scope(countries=(country,), doing=doing), "en")


def _said(answer: Answer) -> str:
    return " ".join(claim.text for claim in answer.claims)


def test_each_part_that_asks_of_it_is_told_of_it(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "I weave tapestries and would love to stay at the Rijksakademie. How does one get in,"
            " what do you get there and when must you apply?"
        )
    )
    assert "1 October 2023" in _said(answer)
    assert "did not find" not in _said(answer)


def test_what_is_not_known_of_it_is_open_and_it_knows_itself(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Ik bouw decors en wil in residentie in de Akademie Schloss Solitude. Wie mag er"
            " kandideren en wat is de deadline?"
        )
    )
    assert "50 tot 60 residenties" in _said(answer)
    assert "Wie het kan weten: Akademie Schloss Solitude" in _said(answer)
    assert "residentiebeurs" not in _said(answer).lower()
