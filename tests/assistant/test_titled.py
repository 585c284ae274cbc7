"""Looking up which documents have something in their titles."""

from __future__ import annotations

import pytest

from assistant.extracting.concept import Concept
from assistant.extracting.forms import Form
from assistant.titled import Titled

TITLED = Titled(
    {
        "rules": (frozenset({"havengeldregeling", "kade"}), "nl"),
        "dues": (frozenset({"harbour", "due"}), "en"),
        "droits": (frozenset({"kade", "port"}), "fr"),
    }
)


def concept(**forms: tuple[Form, ...]) -> Concept:
    return Concept("x", 1.0, {"nl": (), "en": (), **forms}, {}, known=True)


@pytest.mark.parametrize(
    ("forms", "documents"),
    [
        ({"nl": (Form(("kade",), 1.0),)}, {"rules", "droits"}),  # as in Dutch, elsewhere
        ({"nl": (Form(("kade",), 0.7),)}, set()),
        ({"nl": (Form(("havengeld",), 0.9),)}, {"rules"}),  # opens a compound
        ({"nl": (Form(("haven",), 1.0),)}, set()),  # too short for that
        ({"nl": (Form(("regeling",), 1.0),)}, set()),
        ({"en": (Form(("harbour", "due"), 0.85),)}, {"dues"}),
        ({"en": (Form(("harbour", "fee"), 0.85),)}, set()),
        (
            {"en": (Form(("due",), 1.0),), "nl": (Form(("kade",), 1.0),)},
            {"rules", "dues", "droits"},
        ),
        ({}, set()),
    ],
)
def test_titles_are_looked_up_by_every_sure_form(
    forms: dict[str, tuple[Form, ...]], documents: set[str]
) -> None:
    assert TITLED.documents(concept(**forms)) == documents
