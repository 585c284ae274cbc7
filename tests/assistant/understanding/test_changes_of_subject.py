"""What somebody asks next: another subject, another need where they go, another place in a text."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding.question import reread
from tests.assistant.understanding.test_conversations import DANCER, VOCABULARY, asked

GUESTS = (
    "Wij ontvangen een Turks koor in Antwerpen, wat moeten we regelen?",
    "Een visum [1].",
)
TABLE = ("Wat staat er in tabel 2 van het havendossier?", "Drie zalen [1].")


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        # A place and what is asked of it need nothing that was said before.
        (
            "what about tax in Norway for a singer?",
            ("Hoeveel stoelen telt de zaal?", "Vierhonderd [1]."),
            "What about tax in Norway for a singer?",
        ),
        (
            "ok en hoe zit het met mijn contract in België?",
            DANCER,
            "Hoe zit het met mijn contract in België?",
        ),
        (
            "en moet ik een visum hebben voor Japan?",
            DANCER,
            "Moet ik een visum hebben voor Japan?",
        ),
        # Nor does what is said first, or a name that has its capital inside.
        (
            "and the contract, which law applies?",
            ("Do I pay VAT on a workshop?", "Yes [1]."),
            "The contract, which law applies?",
        ),
        (
            "hoeveel leden heeft oKo?",
            ("Wie is de voorzitter van Kunstenpunt?", "De Zeehond [1]."),
            "hoeveel leden heeft oKo?",
        ),
        (
            "is het bibliotheekdecreet nog van kracht?",
            ("Loopt het filmfonds nog?", "Ja [1]."),
            "is het bibliotheekdecreet nog van kracht?",
        ),
        # Rules that are no formality, and formalities by the name of their paper.
        ("en verzekering?", DANCER, "Hoe zit het met verzekering in Duitsland?"),
        ("heb ik een A1 nodig?", DANCER[:2], "Heb ik een A1 nodig in Duitsland?"),
        (
            "en een carnet?",
            ("Hoe lang is dat attest geldig?", "Een jaar [1]."),
            "Hoe zit het met een carnet?",
        ),
        (
            "en verzekering?",
            ("Wat is de reisbeurs?", "Een beurs [1]."),
            "Hoe zit het met verzekering voor de reisbeurs?",
        ),
        # Who comes here is asked after here, not where they come from.
        (
            "en de belasting?",
            GUESTS,
            "Hoe zit het met de belasting als een artiest uit Turkije in België komt optreden?",
        ),
        (
            "and do we pay tax?",
            ("We are inviting a Turkish choir to Antwerp", "A visa [1]."),
            "Do we pay tax when an artist from Turkey comes to perform in Belgium?",
        ),
        (
            "en als ze uit Canada komen?",
            (*GUESTS, "en de belasting?", "Achttien procent [1]."),
            "Hoe zit het met de belasting als een artiest uit Canada in België komt optreden?",
        ),
        # Another place in the same text, also of another kind.
        ("en in tabel 3?", TABLE, "Wat staat er in tabel 3 van het havendossier?"),
        ("hoofdstuk 4", TABLE, "Wat staat er in hoofdstuk 4 van het havendossier?"),
        # Any need of its own goes on from where somebody goes, not from what was asked before.
        (
            "wie betaalt de vluchten?",
            (*DANCER, "en belastingen?", "Tien procent [1]."),
            "Wie betaalt de vluchten in Duitsland?",
        ),
        ("en duurzaam reizen?", DANCER, "Hoe zit het met duurzaam reizen in Duitsland?"),
        (
            "which festivals are there?",
            ("Do I need a visa for Norway?", "No [1]."),
            "Which festivals are there in Norway?",
        ),
        (
            "is er een voorbeeld van een contract?",
            DANCER,
            "Is er een voorbeeld van een contract in Duitsland?",
        ),
        # Where somebody is from is not where they go, nor is it here.
        (
            "do I need a visa?",
            ("I'm a Brazilian dancer and I live in Ghent", "Good to know."),
            "I'm a Brazilian dancer and I live in Ghent. Do I need a visa?",
        ),
        (
            "are there grants here?",
            ("Which grants are there in Norway for dance?", "The dance fund [1]."),
            "Are there grants here for dance?",
        ),
        # More of what somebody tells.
        (
            "ik wil naar Bologna",
            ("Ik ben illustrator", "Zo begin je met beeldende kunst."),
            "Ik ben illustrator. Ik wil naar Bologna.",
        ),
        (
            "sinds wanneer is zij minister?",
            ("Wie is Petra Zeehond?", "Petra Zeehond is minister [1]."),
            "Sinds wanneer is Petra Zeehond minister?",
        ),
        # Who is called by a discipline is not called by another.
        (
            "en voor muziek?",
            ("Hoe bereik ik Circushuis?", "Via de site [1]."),
            "Hoe bereik ik Circushuis? En voor muziek?",
        ),
        # "There is" points nowhere.
        (
            "is there an age limit?",
            ("What does Steunpunt Zang do?", "Steunpunt Zang helps [1]."),
            "Is there an age limit at Steunpunt Zang?",
        ),
    ],
)
def test_what_is_asked_next(question: str, turns: tuple[str, ...], standalone: str) -> None:
    assert asked(question, *turns).standalone == standalone


@pytest.mark.parametrize("question", ["hoe lang op voorhand?", "on which page?"])
def test_what_names_nothing_is_never_read_by_itself(question: str) -> None:
    history = (Turn("user", "Wat is een reisbeurs?"), Turn("assistant", "Een beurs [1]."))
    found = asked(question, "Wat is een reisbeurs?", "Een beurs [1].")
    assert reread(Question(question, history), found, VOCABULARY) is None
