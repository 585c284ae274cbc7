"""No scheme for other disciplines is told to who tells theirs, by whatever road it would come."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.guidance.fiches import FUNDING
from assistant.guidance.guide import Guide
from assistant.guidance.scope import Scope
from assistant.pipeline import Assistant

WHO = {
    "music": ("wij zijn een jazzband", "We are a jazz band"),
    "dance": ("wij zijn een dansgezelschap", "We are a dance company"),
    "theatre": ("wij zijn een theatergezelschap", "We are a theatre company"),
    "circus": ("wij zijn een circusgezelschap", "We are a circus company"),
    "visual-arts": ("ik ben beeldhouwer", "I am a sculptor"),
    "literature": ("ik ben dichter", "I am a poet"),
    "film": ("ik ben documentairemaker", "I am a documentary filmmaker"),
    "games": ("wij zijn een gamestudio", "We are a game studio"),
    "architecture": ("wij zijn een architectenbureau", "We are an architecture practice"),
    "design": ("ik ben meubelontwerper", "I am a furniture designer"),
    "heritage": ("wij zijn een erfgoedvereniging", "We are a heritage association"),
    "amateur-arts": ("wij zijn een amateurkoor", "We are an amateur choir"),
}
ASKED = (
    (
        "Hallo, {nl}, gevraagd voor een festival in Lissabon in juni. Kunnen we nog geld krijgen"
        " voor de reiskosten en hoeveel op voorhand moeten we dat aanvragen?"
    ),
    (
        "Hallo, {nl}. Bestaat er een beurs om naar Montreal te gaan, hoeveel is dat dan en tegen"
        " wanneer moet dat binnen zijn?"
    ),
    (
        "{en}, invited to Oslo next spring. Can we get a grant for the travel costs, how much is"
        " it, and when is the deadline?"
    ),
    "{en}. Is there support for a residency in Toulouse, and how far ahead must we apply?",
)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("discipline", WHO)
def test_support_is_told_of_schemes_for_who_asks(
    adviser: Assistant, guide: Guide, discipline: str, asked: str
) -> None:
    dutch, english = WHO[discipline]
    answer = adviser.ask(Question(asked.format(nl=dutch, en=english)))
    sources = {
        source.id: source
        for languages in guide.fiches.sources.values()
        for source in languages.values()
    }
    told = [sources[one.document] for one in answer.citations if one.document in sources]
    assert told
    schemes = [source for source in told if source.kind == FUNDING]
    others = [one.id for one in schemes if not guide.scoping.fits_disciplines(one, [discipline])]
    assert not others


@pytest.mark.parametrize(
    ("pair", "discipline", "named", "others"),
    [
        ("funding-circus-travel", "dance", {}, True),
        ("funding-circus-travel", "circus", {}, False),
        ("funding-circus-travel", "dance", {"funding-circus-travel": 1.0}, False),
        ("funding-residency-grant", "circus", {}, True),
        ("funding-perform-europe", "circus", {}, False),
        ("funding-lov2030", "literature", {}, False),  # for all
        ("organisation-literatuur-vlaanderen", "dance", {}, False),  # no scheme
    ],
)
def test_a_scheme_is_for_others_unless_it_is_named(
    guide: Guide, pair: str, discipline: str, named: dict[str, float], *, others: bool
) -> None:
    source = guide.fiches.source(pair, "nl")
    scope = Scope(disciplines=(discipline,), named=named)
    assert guide.scoping.is_scheme_for_others(source, scope) is others


def test_a_scheme_that_is_named_is_told_to_others(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("We are a dance company. What does the international travel cost subsidy for"
                 " circus pay for?")
    )  # fmt: skip
    assert "funding-circus-travel-en" in {one.document for one in answer.citations}
