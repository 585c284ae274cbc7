"""What is asked of a scheme behind the question for it is answered of that scheme."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.guidance.fiches import FUNDING
from assistant.guidance.guide import Guide
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("asked", "pair", "sections"),
    [
        (
            "Wij zijn een dansgezelschap, gevraagd voor een festival in Lissabon. Kunnen we geld"
            " krijgen voor de reiskosten en hoeveel op voorhand moeten we dat aanvragen?",
            "funding-tip",
            {"when"},
        ),
        (
            "I'm a circus artist with a month's residency in Toulouse to work on my new solo. Can I"
            " apply for a grant for that in Flanders, how much is it, and when is the deadline?",
            "funding-circus-grant",
            {"amount", "when"},
        ),
        (
            "Wij zijn een erfgoedvereniging en willen naar een museum in Montreal. Bestaat er een"
            " beurs, hoeveel is dat dan en tegen wanneer moet dat binnen zijn?",
            "funding-heritage-project",
            {"amount", "when"},
        ),
        (
            "We're a mime company and set up a project with theatres in Porto and Turin. Is there"
            " European money for that, and when is the next deadline?",
            "funding-creative-europe-cooperation",
            {"when"},
        ),
        (
            "Our film was picked for a festival in Rotterdam. Who pays the trip, and how soon do we"
            " have to submit?",
            "funding-sabam-abroad",
            {"when"},
        ),
    ],
)
def test_the_amount_and_the_date_are_those_of_the_scheme_before(
    adviser: Assistant, guide: Guide, asked: str, pair: str, sections: set[str]
) -> None:
    answer = adviser.ask(Question(asked))
    fiche = guide.fiches.fiche(pair, answer.lang)
    told = {one.passage for one in answer.citations}
    held = {item.section for item in fiche.statements if item.passage.id in told}
    assert held >= {"in-short", *sections}
    others = [one for one in guide.fiches.of_kind(FUNDING, answer.lang) if one.pair != pair]
    for source in others:  # may be told of beside it, but not alone under what leans on it
        told_of = {
            item.section
            for item in guide.fiches.fiche(source.pair or "", answer.lang).statements
            if item.passage.id in told
        }
        assert "in-short" in told_of or not told_of


def test_what_leans_on_no_scheme_is_no_question_of_its_amount(
    adviser: Assistant, guide: Guide
) -> None:
    answer = adviser.ask(
        Question("We are a band with a gig in Oslo. Can we get a grant, and how much tax is that?")
    )
    fiche = guide.fiches.fiche("funding-tip", "en")
    amounts = {item.passage.id for item in fiche.by_section["amount"]}
    assert not amounts & {one.passage for one in answer.citations}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (
            "Wij zijn een amateurkoor en zingen op een koorfestival in Polen. Krijgen we iets terug"
            " van de bus en moeten we daar rechten betalen aan Sabam of aan iemand in Polen?",
            "Sabam.",
        ),
        (
            "We hebben een circusvoorstelling en willen toeren in Noorwegen. Noorwegen is geen EU,"
            " dus wat met de douane voor heel ons materiaal en de camion, en betalen we daar"
            " belasting op onze gages? Bestaat er een circus subsidie voor reiskosten?",
            "Cultuurloket.",
        ),
    ],
)
def test_who_may_know_is_asked_about_the_topic_of_the_part(
    adviser: Assistant, asked: str, named: str
) -> None:
    answer = adviser.ask(Question(asked))
    gaps = [one.text for one in answer.claims if "niet in mijn bronnen" in one.text]
    assert len(gaps) == 1
    assert gaps[0].endswith(named)
