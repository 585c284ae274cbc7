import pytest

from assistant.answering_settings import AnsweringSettings
from benchmarks.answer_ingredients import VARIATIONS, WHOLE, Variation
from indexing.settings import IndexingSettings, RetrievalSettings

ALL = (WHOLE, *VARIATIONS)


@pytest.mark.parametrize("variation", ALL, ids=lambda one: one.name)
def test_what_is_left_out_is_there_to_be_left_out(variation: Variation) -> None:
    assert set(variation.answering) <= set(AnsweringSettings.model_fields)
    assert set(variation.retrieval) <= set(RetrievalSettings.model_fields)
    assert set(variation.indexing) <= set(IndexingSettings.model_fields)
    with variation.in_place():
        pass


def test_every_variation_leaves_something_else_out() -> None:
    left_out = [
        (str(one.answering), str(one.retrieval), str(sorted(one.steps)), one.history) for one in ALL
    ]
    assert len(set(left_out)) == len(ALL)
    assert len({one.name for one in ALL}) == len(ALL)


def test_settings_take_the_changes() -> None:
    (bare,) = (one for one in VARIATIONS if one.index == "bare")
    assert bare.indexing_settings().retrieval.context_repeats == 0.0
    assert WHOLE.answering_settings() == AnsweringSettings()


def test_a_step_that_is_gone_is_an_error() -> None:
    gone = Variation("gone", steps={"assistant.drafting.gone": lambda: None})
    with pytest.raises(AttributeError), gone.in_place():
        pass
