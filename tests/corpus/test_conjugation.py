"""Which syllable of a Dutch verb is stressed, and so whether it is written closed in its stem."""

from __future__ import annotations

import pytest

from corpus.lexicon.conjugation import conjugated


@pytest.mark.parametrize(
    ("infinitive", "form", "no_form"),
    [
        ("babbelen", "babbelt", "babbeelt"),
        ("snorkelen", "gesnorkeld", "gesnorkeeld"),
        ("ontrafelen", "ontrafelt", "ontrafeelt"),
        ("inhaspelen", "ingehaspeld", "ingehaspeeld"),
        ("zegenen", "zegent", "zegeent"),
        ("ademen", "ademt", "adeemt"),
        ("bibberen", "bibbert", "bibbeert"),
        ("spelen", "speelt", "spelt"),
        ("lenen", "leende", "lende"),
        ("leren", "leerde", "lerde"),
        ("zoniseren", "zoniseert", "zonisert"),
        ("lanceren", "gelanceerd", "gelancerd"),
    ],
)
def test_of_a_stressed_syllable_the_vowel_is_doubled(
    infinitive: str, form: str, no_form: str
) -> None:
    forms = set(conjugated(infinitive, {}))
    assert form in forms
    assert no_form not in forms


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        # A stem of one syllable stays stressed behind whatever it is put together with.
        ("verdelen", "verdeelt"),
        ("herverdelen", "herverdeelt"),
        ("meedelen", "meegedeeld"),
        ("mededelen", "mededeelt"),
        ("benadelen", "benadeelt"),
        ("beoordelen", "beoordeelt"),
        ("bevelen", "beveelt"),
        ("zinspelen", "zinspeelt"),
        ("veralgemenen", "veralgemeent"),
        ("beheren", "beheert"),
        # To beg and to endow are spelled alike.
        ("bedelen", "bedelt"),
        ("bedelen", "bedeelt"),
        # Spelling does not tell these apart.
        ("veranderen", "verandert"),
        ("waarderen", "waardeert"),
        ("timmeren", "timmert"),
        ("programmeren", "programmeert"),
        ("noteren", "noteert"),
        ("luisteren", "luistert"),
    ],
)
def test_no_form_is_lost(infinitive: str, form: str) -> None:
    assert form in set(conjugated(infinitive, {}))
