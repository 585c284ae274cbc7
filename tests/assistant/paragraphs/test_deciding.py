"""What decides on a sentence, from stretches that carry, deny or hold part of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.extracting.evidence import Unit
from assistant.paragraphs.comparing import Comparison
from assistant.paragraphs.deciding import Decider
from assistant.paragraphs.differences import Differences
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.stretches import Stretch
from assistant.paragraphs.verdicts import SentenceVerdict
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.passage import Passage

SETTINGS = ParagraphSettings()
CLAIM = "De stad betaalt de huur van elk atelier."
TEXT = "De stad betaalt de huur van de ateliers niet."


@pytest.fixture(scope="module")
def decider() -> Decider:
    return Decider(Differences(Vocabulary.load()), SETTINGS, lambda one: one.held)


def compared(
    *, own: float = 1.0, wide: bool = False, unit: Unit | None = None, **lacks: Any
) -> Any:
    passage = Passage("p", "d", "doc", 0, BlockKind.PARAGRAPH, TEXT, (), (), (), (1,), ("",), "nl")
    unit = unit or Unit(passage, 0, len(TEXT), 0, BlockKind.PARAGRAPH, frozenset(), ())
    stretch = Stretch(passage, 0, len(TEXT), TEXT, own, unit, wide)
    whole = Comparison(stretch, (), (), (), (), (), (), (), False, 1.0, 4)
    return replace(whole, **lacks)


def verdict(
    decider: Decider, *stretches: Comparison, elsewhere: tuple[Comparison, ...] = ()
) -> str:
    return decider.decide(CLAIM, "nl", stretches, elsewhere).reason


DENIAL = {"turned": ("negation of huur",), "denied": True}


@pytest.mark.parametrize(("held", "denied"), [(SETTINGS.denies, True), (0.5, False)])
def test_a_denial_counts_where_most_words_stand(
    decider: Decider, held: float, denied: bool
) -> None:
    found = decider.decide(CLAIM, "nl", [compared(held=held, **DENIAL)])
    assert (found.verdict is SentenceVerdict.CONTRADICTED) is denied


def test_a_denial_in_a_sentence_of_something_else_counts_for_nothing(decider: Decider) -> None:
    found = decider.decide(CLAIM, "nl", [compared(own=SETTINGS.denies_own - 0.01, **DENIAL)])
    assert found.verdict is SentenceVerdict.NOT_IN_CORPUS


def test_what_denies_in_its_own_words_goes_before_what_carries_in_fewer(decider: Decider) -> None:
    carries, denies = compared(own=0.6), compared(own=0.9, **DENIAL)
    assert verdict(decider, carries, denies) == "turned"
    assert verdict(decider, compared(own=0.9), denies) == "supported"
    assert verdict(decider, carries, replace(denies, held=SETTINGS.plainly - 0.05)) == "supported"


def test_two_sentences_carry_what_one_of_them_nearly_does(decider: Decider) -> None:
    wide = compared(wide=True)
    nearly = compared(unit=wide.stretch.unit, held=SETTINGS.leaning, words=("elk",))
    hardly = replace(nearly, held=SETTINGS.leaning - 0.1)
    assert verdict(decider, wide, nearly) == "supported"
    assert verdict(decider, wide, hardly) != "supported"
    other = compared(held=SETTINGS.leaning, words=("elk",))
    elsewhere = replace(other, stretch=replace(other.stretch, unit=replace(other.stretch.unit)))
    assert verdict(decider, wide, elsewhere) != "supported"


def test_what_is_said_of_something_else_is_shown_as_that(decider: Decider) -> None:
    assert verdict(decider, elsewhere=(compared(),)) == "of-another"
    assert verdict(decider, elsewhere=(compared(wide=True),)) == "nothing"
    assert verdict(decider, elsewhere=(compared(words=("huur",)),)) == "nothing"
