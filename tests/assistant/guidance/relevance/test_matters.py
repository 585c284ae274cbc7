"""Parts of a question that are on a rule: by its name, or by what they lean on."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, AnswerStatus, Question
from assistant.guidance.guide import Guide
from assistant.guidance.needs import load_needs
from assistant.guidance.relevance.aspects import aspect_in
from assistant.guidance.relevance.matters import Matter
from assistant.pipeline import Assistant
from assistant.understanding import understand
from corpus.vocabulary import Vocabulary

TODAY = date(2026, 11, 22)
VOCABULARY = Vocabulary.load()


def matters(guide: Guide, text: str) -> list[Matter]:
    """The matter of each part of a question."""
    understood = understand(
        Question(text), VOCABULARY, subjects=guide.subjects, matters=guide.matters
    )
    read = guide.relevance.read(understood, guide.scope(understood), TODAY)
    return [guide.relevance.matter(read, part) for part in understood.parts]


def sections(answer: Answer) -> dict[str, set[tuple[str, str]]]:
    """The fiches and sections that stand under each heading."""
    places = {one.n: (one.document, one.section or "") for one in answer.citations}
    found: dict[str, set[tuple[str, str]]] = {}
    heading = ""
    for claim in answer.claims:
        if claim.frame and claim.text.endswith(":"):
            heading = claim.text
        found.setdefault(heading, set()).update(places[n] for n in claim.citations)
    return found


@pytest.mark.parametrize(
    ("asked", "need", "aspect"),
    [
        ("Do we need a visa for Japan, and how long does that take?", "visa", "takes"),
        ("Heb ik een visum nodig in Canada, en wat kost dat?", "visa", "cost"),
        ("Houdt Spanje belasting in op mijn gage, en kan ik die terugkrijgen?", "tax", "refund"),
        ("Do I need an A1 for Poland, and where do I apply for it?", "social-security", "apply"),
        ("Moet ik een A1 hebben in Graz, en hoe geraak ik daaraan?", "social-security", "apply"),
        ("Do we need an ATA carnet, and how do we get hold of one?", "customs", "apply"),
        ("Wat met mijn werkloosheidsuitkering, en moet ik dat melden?", "arts-work", "report"),
        ("Do we need an ATA carnet, and is that still feasible?", "customs", "feasible"),
        ("Do we need an A1 for Porto, and how early do we apply?", "social-security", "by"),
        (
            "Heb ik een A1 nodig in Praag, en wat als ik er geen heb?",
            "social-security",
            "otherwise",
        ),
        ("Do I need a visa for Canada, and how long is it valid?", "visa", "lasts"),
    ],
)
def test_what_names_no_rule_is_on_the_one_before(
    guide: Guide, asked: str, need: str, aspect: str
) -> None:
    first, second = matters(guide, asked)
    assert (first.needs, first.leaning) == ({need}, False)
    assert (second.needs, second.leaning) == ({need}, True)
    assert second.aspect is not None
    assert second.aspect.key == aspect


@pytest.mark.parametrize(
    "asked",
    [
        "Do we need a visa, and who pays the hotel?",
        "Moet ik btw aanrekenen, en telt dat werk voor mijn pensioen?",
        "Is there a grant for the bus, and how much is it?",
        "Do we need a visa, and is there a choir there?",
    ],
)
def test_what_asks_another_thing_does_not_lean(guide: Guide, asked: str) -> None:
    assert not matters(guide, asked)[1].leaning


@pytest.mark.parametrize(
    ("asked", "whom"),
    [
        (
            "Our flute trio plays in Kyoto in May. Do we need a visa, and how long does it take?",
            "ask the embassy",
        ),
        (
            "Ik ben mimespeler en treed op in Osaka. Heb ik een visum nodig en wat kost dat?",
            "vraag het aan de ambassade",
        ),
    ],
)
def test_what_is_not_known_of_a_rule_is_said_with_who_knows_of_it(
    adviser: Assistant, asked: str, whom: str
) -> None:
    answer = adviser.ask(Question(asked))
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    gaps = [one.text for one in answer.claims if whom in one.text]
    assert len(gaps) == 1


def test_how_long_an_a1_holds_is_not_how_long_one_waits_for_it(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Ik ben jongleur en speel in Sevilla via een sociaal bureau. Wie vraagt de A1 aan en"
            " hoe lang duurt dat?"
        )
    )
    _, gap, behind = answer.text.partition("Hoe lang de RSZ")
    assert gap
    assert "24 maanden" not in behind


def test_no_document_is_named_of_which_nothing_is_told(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Ik ben jongleur en speel in Sevilla via een sociaal bureau. Wie vraagt de A1 aan en"
            " hoe lang duurt dat?"
        )
    )
    names = [one for one in answer.claims if one.frame and one.text.startswith("Volgens ")]
    assert names
    after = {
        one.text: behind for one, behind in zip(answer.claims, answer.claims[1:], strict=False)
    }
    assert all(not after[one.text].frame for one in names)


def test_papers_for_what_is_taken_along_are_those_of_customs(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Onze fanfare neemt de instrumenten mee naar Bergen in Noorwegen, eentje met ivoren"
            " toetsen. Welke papieren hebben we nodig en hoe lang vooraf?"
        )
    )
    told = [place for places in sections(answer).values() for place in places]
    assert any(document == "practice-instruments-cites-nl" for document, _ in told)
    assert not any("Visum" in section for _, section in told)


def test_a_benefit_is_reported_to_who_pays_it(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Ik krijg een kunstwerkuitkering en ga een maand dansen in Wenen. Moet ik dat melden"
            " bij iemand, en val ik zonder uitkering?"
        )
    )
    assert any(one.document == "practice-benefit-abroad-nl" for one in answer.citations)
    assert not any("A1" in (one.section or "") for one in answer.citations)


def test_money_back_behind_a_tax_is_no_grant(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "I am a fiddler from Hasselt and play in Hamburg and in Turin. Is tax withheld in"
            " Germany, and can I get it back?"
        )
    )
    told = sections(answer)["On “can I get it back”:"]
    assert ("practice-tax-refund-en", "How to go about it") in told
    assert not any(document.startswith(("funding", "country-it")) for document, _ in told)


def test_a_part_that_names_a_country_is_told_its_rules(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Our clown duo tours Austria and Sweden in June. Do we need papers there, and what"
            " about tax in Sweden?"
        )
    )
    told = sections(answer)["On “what about tax in Sweden”:"]
    assert ("country-se-en", "Tax") in told
    assert not any(document == "country-at-en" for document, _ in told)


def test_a_rule_that_is_named_is_told_however_little_likely(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Onze toneelvoorstelling is verkocht aan een zaal in Eindhoven; de spelers zijn bij"
            " onze vzw in dienst. Betalen we in Nederland belasting op de uitkoopsom, en wat met"
            " een verzekering?"
        )
    )
    told = [place for places in sections(answer).values() for place in places]
    assert ("country-nl-nl", "Belasting") in told
    assert any(document == "practice-insurance-nl" for document, _ in told)
    assert not any("niet in mijn bronnen" in one.text for one in answer.claims)


def test_each_rule_in_a_row_has_its_own_heading(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "We take our puppets to Bergen in Norway. What about customs for the puppets, tax and"
            " insurance?"
        )
    )
    told = sections(answer)
    assert ("country-no-en", "Tax") in told["On “What about tax”:"]
    customs = told["On “What about customs for the puppets”:"]
    assert any("Customs" in section for _, section in customs)
    assert "On “What about insurance”:" in told


def test_what_is_to_be_arranged_stands_under_its_own_name(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "We're a swing band, booked for a club in Vienna. Who pays the train, and do we have to"
            " arrange any papers?"
        )
    )
    told = sections(answer)["On “do we have to arrange any papers”:"]
    assert ("country-at-en", "Visa, residence and work permit") in told
    assert not any(document.startswith("funding") for document, _ in told)
    assert not any("in my sources" in one.text for one in answer.claims)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("and when?", "by"),
        ("when do we apply for it", "by"),
        ("wanneer moet ik dat ten laatste aanvragen", "by"),
        # In which case, and not before which day.
        ("when do we need an A1", None),
        ("wanneer verlies ik mijn toelage", None),
        ("what does it cost us", "cost"),
        ("can I deduct my travel costs", None),
        ("who bears the cost", None),
    ],
)
def test_when_and_costs_are_not_always_a_day_and_a_price(text: str, aspect: str | None) -> None:
    found = aspect_in(text)
    assert (found.key if found else None) == aspect


def test_a_share_of_the_costs_is_no_tax() -> None:
    needs = load_needs()
    assert "tax" in needs.asked("ze hielden 20 % van onze uitkoopsom")
    assert "tax" not in needs.asked("betaalt het fonds 60 % van onze kosten")


def test_how_much_is_answered_with_who_owes_nothing_too(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "We are a puppet company, four of us on the payroll, two weeks in Lyon. How much tax do"
            " they keep on our fee, and when do we need an A1?"
        )
    )
    assert "15% tax" in answer.text
    assert "183 days" in answer.text
    assert "Ask for an A1 form before you leave" in answer.text


def test_who_asks_when_a_benefit_is_lost_is_not_told_how_to_report_it(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question(
            "Ik krijg een kunstwerkuitkering en treed tien dagen op in Lissabon. Wanneer verlies ik"
            " mijn uitkering?"
        )
    )
    assert "C181" not in answer.text
