"""What denies a sentence, and what denies only something near it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.extracting.evidence import Unit
from assistant.paragraphs.comparing import Comparer, Comparison
from assistant.paragraphs.denying import Denying
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.stretches import Stretch
from assistant.support.judging import SupportJudge
from corpus.document import BlockKind, Source
from corpus.vocabulary import Language, Vocabulary
from indexing.passage import Passage


@pytest.fixture(scope="module")
def comparer() -> Comparer:
    vocabulary = Vocabulary.load()
    denying = Denying(vocabulary, ParagraphSettings().denies_whole)
    return Comparer(SupportJudge(vocabulary), denying, lambda name: Source(name, name, Path(name)))


def compared(comparer: Comparer, claim: str, text: str, lang: Language) -> Comparison:
    passage = Passage("p", "d", "doc", 0, BlockKind.PARAGRAPH, text, (), (), (), (1,), ("",), lang)
    unit = Unit(passage, 0, len(text), 0, BlockKind.PARAGRAPH, frozenset(), ())
    return comparer.compare(claim, lang, Stretch(passage, 0, len(text), text, 1.0, unit))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "De haven betaalt de huur van de loodsen.",
            "De haven betaalt de huur van de loodsen niet.",
        ),
        ("De haven betaalt de huur niet.", "De haven betaalt de huur van de loodsen."),
        (
            "De haven leent trompetten uit.",
            "De haven leent geen trompetten, trommels of harpen uit.",
        ),
        ("De haven leent harpen uit.", "De haven leent geen trompetten, trommels of harpen uit."),
        ("De haven verhuurt blaasinstrumenten.", "De haven verhuurt geen instrumenten."),
        ("De schipper krijgt vlotte hulp van de haven.", "De schipper krijgt geen hulp."),
        ("Skippers must show a licence.", "Skippers do not have to show a licence."),
        ("The harbour lends boats to skippers.", "The harbour does not lend boats."),
    ],
)
def test_what_is_said_is_denied(comparer: Comparer, claim: str, text: str) -> None:
    lang: Language = "en" if claim.startswith(("The", "Skippers")) else "nl"
    assert compared(comparer, claim, text, lang).denied


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "De haven betaalt de stroom van de loodsen.",
            "De haven betaalt geen huur voor de loodsen.",
        ),
        ("Schippers moeten een vlag van de haven tonen.", "Schippers moeten geen haven betalen."),
        ("De haven geeft schippers advies.", "De haven geeft schippers geen juridisch advies."),
        ("De haven verhuurt instrumenten.", "De haven verhuurt geen blaasinstrumenten."),
        ("De raad beslist over de vlag.", "De raad beslist niet over de begroting."),
        ("De schipper mag in de loods koken.", "De schipper mag niet in de loods slapen."),
        ("De haven betaalt de huur van de loodsen niet.", "De haven betaalt de huur niet."),
        ("De haven verhuurt geen loodsen aan vissers.", "De haven verhuurt loodsen aan makers."),
        ("Skippers have to show a map.", "Skippers do not have to show a licence in person."),
        ("The harbour lends boats.", "The harbour does not lend boats to guests of other clubs."),
    ],
)
def test_something_near_it_is_denied(comparer: Comparer, claim: str, text: str) -> None:
    lang: Language = "en" if claim.startswith(("The", "Skippers")) else "nl"
    assert not compared(comparer, claim, text, lang).denied


def test_the_opposite_denies_without_a_word_for_it(comparer: Comparer) -> None:
    text = "Het aantal boten in de haven steeg in de winter."
    assert compared(
        comparer, "Het aantal boten in de haven daalde in de winter.", text, "nl"
    ).denied
