"""Into which language somebody translates."""

from __future__ import annotations

import pytest

from assistant.guidance.guide import Guide


@pytest.mark.parametrize(
    "text",
    [
        "Ik vertaal romans uit het Hongaars en zoek een plek om te werken.",
        "Als vertaalster uit het Deens ga ik een maand naar Aarhus.",
        "I translate plays from Swedish.",
        "I'm a translator from Greek into Dutch.",
        "We are a press in Aalst and want to publish an Irish novel in Dutch.",
        "Wij willen een Noorse bundel in het Nederlands uitgeven.",
        "Ik ben vertaler Fins-Nederlands.",
        "I'm a Czech-Dutch translator.",
        "Wie steunt een vertaling naar het Nederlands?",
    ],
)
def test_into_dutch(guide: Guide, text: str) -> None:
    assert "into-dutch" in guide.read(text).doing


@pytest.mark.parametrize(
    "text",
    [
        "Ik vertaal uit het Nederlands en woon in Athene.",
        "I translate from Dutch into Swedish.",
        "Mijn roman verscheen in het Nederlands; een Poolse uitgever wil hem vertalen.",
        "Een uitgever in Rome wil mijn boek vertalen.",
        "The contract was translated for my trip from Spain.",
    ],
)
def test_out_of_dutch_or_no_translation(guide: Guide, text: str) -> None:
    assert "into-dutch" not in guide.read(text).doing
