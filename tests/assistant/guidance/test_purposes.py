"""Money is told by what it is for: a scheme that does not pay for a plan is not offered for it."""

from __future__ import annotations

import pytest

from assistant.guidance.advice import Line, whole
from assistant.guidance.concluding import introduction
from assistant.guidance.fitting import plans
from assistant.guidance.guide import Guide
from assistant.guidance.main_line import each_scheme_once, main_line
from assistant.guidance.origin import is_home
from assistant.guidance.purposes import decides_on_money
from assistant.guidance.scope import Scope
from assistant.pipeline import Assistant
from corpus.annotation import parse_annotation
from tests.assistant.guidance.test_advising import ask


@pytest.mark.parametrize(
    "text",
    [
        "I'm a painter and fly to Lima to meet gallerists, I have no exhibition there yet.",
        "Ik wil in Praag boekers ontmoeten, we spelen daar niet.",
        "I go to a market just to meet bookers.",
        "Ik wil naar Accra om er plekken te verkennen.",
        "nobody invited me to Oslo, I would like to meet curators and show them my work",
    ],
)
def test_who_only_meets_people_shows_nothing(guide: Guide, text: str) -> None:
    assert guide.read(text).doing == ("network",)


def test_who_meets_people_at_their_own_show_does_both(guide: Guide) -> None:
    doing = guide.read("I have an exhibition in Lima and want to meet curators there").doing
    assert set(doing) == {"exhibit", "network"}


def test_a_band_that_is_selected_performs() -> None:
    assert plans(Scope(doing=("exhibit",), disciplines=("music",))) == {"perform"}
    assert plans(Scope(doing=("exhibit",), disciplines=("music", "film"))) == {"exhibit"}


@pytest.mark.parametrize(
    ("said", "doing", "expected"),
    [
        ("answer: no; doing: network", ("network",), True),
        ("answer: no; doing: network", ("network", "perform"), False),
        ("answer: no; doing: network", (), False),
        ("doing: network", ("network",), False),
        ("answer: no; for: film; doing: network", ("network",), False),
    ],
)
def test_what_is_said_of_money_decides_for_just_that_plan(
    said: str, doing: tuple[str, ...], *, expected: bool
) -> None:
    scope = Scope(doing=parse_annotation(f"doing: {', '.join(doing)}").doing if doing else (),
                  disciplines=("dance",))  # fmt: skip
    assert decides_on_money(parse_annotation(said), scope) is expected


@pytest.mark.parametrize(
    ("question", "begins", "holds"),
    [
        (
            "I'm a painter and fly to Lima to meet gallerists, no exhibition yet. Does a TIP pay"
            " for that?",
            "**No.** A TIP only pays",
            "public presentation abroad",
        ),
        (
            "Ik ben choreograaf en volg een cursus in Rome. Krijg ik daarvoor een TIP?",
            "**Nee.**",
            "publieke presentatie",
        ),
    ],
)
def test_a_scheme_that_does_not_pay_for_it_gets_a_no(
    adviser: Assistant, question: str, begins: str, holds: str
) -> None:
    answer = ask(adviser, question)
    assert answer.text.startswith(begins)
    assert holds in answer.text


def test_a_scheme_that_pays_for_it_gets_none(adviser: Assistant) -> None:
    question = "Ik ben choreograaf en dans in Rome. Krijg ik daarvoor een TIP?"
    assert "Nee." not in ask(adviser, question).text


def test_that_there_is_no_money_for_it_comes_first(adviser: Assistant) -> None:
    question = "Ik ben schilder en wil in Accra curatoren ontmoeten. Bestaat daar geld voor?"
    answer = ask(adviser, question)
    assert answer.text.startswith("Een TIP betaalt alleen")
    assert "Ja, hiervoor" not in answer.text


def test_the_part_that_asks_for_money_says_what_for(adviser: Assistant) -> None:
    question = (
        "We prepare an exhibition of sculptures in Accra and would first make a prospection trip."
        " Who can fund the prospection trip, and which insurance do the sculptures need?"
    )
    first = ask(adviser, question).text.partition("insurance do the")[0]
    assert "you get no TIP" in first


def test_a_scheme_is_told_once_its_main_line_first(guide: Guide) -> None:
    fiche = guide.fiches.fiche("funding-sabam-showcase", "en")
    condition = fiche.known("conditions")[0].passage
    main = main_line(guide.fiches, "funding-sabam-showcase", "en", Scope())
    assert main is not None
    lines = (
        Line("Name.", (whole(condition),)),
        Line("between"),
        Line("Name.", (whole(main), whole(condition))),
    )
    kept = each_scheme_once(lines, guide.fiches)
    assert [line.lead for line in kept] == ["Name.", "between"]
    assert [one.passage.id for one in kept[0].statements] == [main.id, condition.id]


def test_no_yes_stands_above_what_a_grant_does_not_pay(guide: Guide) -> None:
    fiche = guide.fiches.fiche("funding-tip", "en")
    unpaid = next(
        one.passage for one in fiche.known("what-it-covers") if "does not pay" in one.passage.text
    )
    scope = Scope(doing=("perform",), disciplines=("music",))
    assert not list(introduction([Line("", (whole(unpaid),))], scope, "Is there a grant?", "en"))


@pytest.mark.parametrize(
    ("text", "name", "home"),
    [
        ("Wij zijn een fanfare uit de Zwinstreek en spelen in Wenen", "Zwinstreek", True),
        ("Ons koor uit Bommerskonten zingt", "Bommerskonten", True),
        ("I live in Oudegoed and write", "Oudegoed", True),
        ("we were invited to Zork", "Zork", False),
        ("our festival in Zork", "Zork", False),
        ("I'm a potter from Zork invited to Zork", "Zork", False),
    ],
)
def test_a_home_town_is_nothing_to_look_up(text: str, name: str, *, home: bool) -> None:
    assert is_home(text, name) is home


def test_the_region_of_who_asks_is_not_called_unknown(adviser: Assistant) -> None:
    question = "Wij zijn een koor uit de Zwinstreek en zingen in Wenen. Krijgen we subsidie?"
    assert "Zwinstreek komt niet voor" not in ask(adviser, question).text
