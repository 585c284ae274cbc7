"""Example questions are checked strictly, and the shipped ones are valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guidance.intent.examples import INCOMING, OTHER, load_examples
from assistant.guidance.needs import load_needs
from corpus.errors import CatalogueError

_GOOD = (
    '- {ask: "wie betaalt mijn trein naar Riga?", lang: nl, needs: [grants], doing: [perform],'
    " for: [music], who: [person]}\n"
)


def written(folder: Path, text: str) -> tuple[Path]:
    file = folder / "some-1.yaml"
    file.write_text(text, "utf-8")
    return (file,)


def test_an_example_tells_labels(tmp_path: Path) -> None:
    (example,) = load_examples(written(tmp_path, _GOOD))
    assert example.labels == {"need:grants", "doing:perform", "for:music", "who:person"}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (_GOOD.replace("grants", "money"), "money"),
        (_GOOD.replace("perform", "sing"), "doing"),
        (_GOOD.replace("music", "yodelling"), "yodelling"),
        (_GOOD.replace("[person]", "[person, person]"), "twice"),
        (_GOOD.replace("[grants]", "[other, grants]"), "other"),
        (_GOOD.replace("lang: nl", "lang: fr"), "lang"),
        (_GOOD.replace("ask:", "question:"), "ask"),
        (_GOOD + _GOOD, "before"),
        ("ask: x", "list"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, wrong: str, named: str) -> None:
    with pytest.raises(CatalogueError, match=named) as caught:
        load_examples(written(tmp_path, wrong))
    assert "some-1.yaml" in str(caught.value)


def test_every_need_has_examples_in_both_languages() -> None:
    examples = load_examples()
    for lang in ("nl", "en"):
        told = {key for example in examples if example.lang == lang for key in example.needs}
        # What is told beside other needs only is heard by its words.
        needs = load_needs().needs.items()
        learnt = {key for key, need in needs if not (need.aside or need.by_words)}
        assert told == {*learnt, OTHER, INCOMING}
