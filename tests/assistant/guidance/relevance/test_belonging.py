"""What may stand under the name of a part: nothing on a rule that it does not ask for."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Question
from assistant.guidance.guide import Guide
from assistant.guidance.relevance.matters import NOTICES, Matter
from assistant.pipeline import Assistant
from assistant.understanding import understand
from corpus.vocabulary import Vocabulary

TODAY = date(2026, 11, 23)
VOCABULARY = Vocabulary.load()


def matters(guide: Guide, text: str) -> list[Matter]:
    """The matter of each part of a question."""
    understood = understand(
        Question(text), VOCABULARY, subjects=guide.subjects, matters=guide.matters
    )
    read = guide.relevance.read(understood, guide.scope(understood), TODAY)
    return [guide.relevance.matter(read, part) for part in understood.parts]


def under(answer: Answer, words: str) -> set[tuple[str, str]]:
    """The fiches and sections that stand under the heading with ``words``, organisations aside."""
    places = {one.n: (one.document, one.section or "") for one in answer.citations}
    found: set[tuple[str, str]] = set()
    here = False
    for claim in answer.claims:
        if claim.frame and "\u201c" in claim.text:
            here = words in claim.text and claim.text.endswith(":")
        elif here:
            found.update(
                places[n] for n in claim.citations if not places[n][0].startswith("organisation")
            )
    return found


def test_what_is_sold_is_no_matter_of_visas(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "I am a fado singer, two nights in Tromsø. How much do they keep of my fee, can I sell"
            " records in the foyer, and do I need a visa?"
        )
    )
    sold = under(answer, "can I sell records in the foyer")
    assert {document for document, _ in sold} == {"practice-selling-outside-eu-en"}
    assert under(answer, "do I need a visa") == {
        ("country-no-en", "Visa, residence and work permit")
    }


def test_in_the_union_no_vat_on_a_show_is_told_to_who_sells_caps(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "wij zijn nen skaband en spelen in Brno. houden ze daar iets van onze gage af en meuge"
            " we daar petten verkopen?"
        )
    )
    told = under(answer, "petten verkopen")
    assert ("country-cz-nl", "Visum, verblijf en werkvergunning") not in told
    assert "factureer" not in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "Do we have to tell anybody there beforehand, and how do our props get through customs?",
        "Must we register with the authorities there, and what do they withhold?",
    ],
)
def test_who_asks_whether_to_report_is_told_of_notices(adviser: Assistant, asked: str) -> None:
    answer = adviser.ask(Question(f"Our mime duo plays at a fair in Geneva. {asked}"))
    told = under(answer, asked.partition(",")[0])
    assert ("country-ch-en", "Visa, residence and work permit") in told
    assert not any(document.startswith("funding") for document, _ in told)


def test_who_reports_money_is_not_told_of_notices(guide: Guide) -> None:
    first, second = matters(
        guide,
        "I juggle at a fair in Lyon. Must I declare that fee in my Belgian tax return, and do we"
        " have to announce ourselves there?",
    )
    assert first.needs == {"tax"}
    assert second.needs == NOTICES


@pytest.mark.parametrize(
    ("asked", "needs"),
    [
        ("Who pays the train, and may she just come along?", {"visa"}),
        ("Wie betaalt de trein, en mag hij zomaar mee?", {"visa"}),
        ("Who pays the train, and can we just drive over there?", {"visa", "customs"}),
        ("Wie betaalt de trein, en kan ik daar linosneden verkopen?", {"vat", "customs"}),
        ("Who sews the tent, and can we get our travel paid?", set()),
        ("Who pays the train, and who pays if she breaks an arm?", {"health", "insurance"}),
        ("Wie betaalt de trein, en pakken die Denen iets van ons geld?", {"tax"}),
    ],
)
def test_a_part_is_on_what_it_comes_down_to(guide: Guide, asked: str, needs: set[str]) -> None:
    dutch = asked.startswith("Wie")
    told = "Wij jongleren in mei in Aarhus." if dutch else "We juggle in Aarhus in May."
    *_, last = matters(guide, f"{told} {asked}")
    assert last.needs == needs


def test_no_rule_is_told_of_a_country_that_nobody_names(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "ej wij zijn een doedelzaktrio en spelen 2 keer op een braderie. pakken ze daar iets"
            " van onze gage en mogen we er platen verkopen?"
        )
    )
    assert not any(
        one.document.startswith("country-") and one.section == "Belasting"
        for one in answer.citations
    )


def test_a_person_is_no_rule(guide: Guide) -> None:
    _, second = matters(
        guide,
        "Onze bassist komt uit Peru en we spelen in Aarhus. Hebben we een A1 nodig, en mag hij"
        " zomaar mee?",
    )
    assert (second.needs, second.leaning) == ({"visa"}, False)


def test_child_labour_is_not_told_to_who_asks_for_money(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "We're a puppet duo with two small children, playing in Turin. Does Italy withhold tax,"
            " and do we get something extra for the children?"
        )
    )
    assert not any("children-abroad" in one.document for one in answer.citations)


def test_a_part_that_names_two_rules_leaves_the_others_their_own_headings(
    adviser: Assistant,
) -> None:
    answer = adviser.ask(
        Question(
            "We are a tap dance group and perform in Bilbao. Who pays our flight, how does it work"
            " with tax and VAT, and do we need a visa?"
        )
    )
    both = under(answer, "tax and VAT")
    assert {("country-es-en", "Tax"), ("country-es-en", "VAT")} <= both
    assert ("country-es-en", "Visa, residence and work permit") not in both
