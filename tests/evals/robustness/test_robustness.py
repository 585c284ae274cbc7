"""Questions asked otherwise: each change keeps the meaning, is repeatable, and is judged fairly."""

from __future__ import annotations

import json
import random

import pytest
from typer.testing import CliRunner

from evals.command_line import app
from evals.robustness.frames import FrameList, load_frames
from evals.robustness.joining import JOINS, pairs, pairs_of_country
from evals.robustness.measuring import HALF_KNOWN, Case, cases, compared, right
from evals.robustness.rewriting import REWRITES, country_of, placed
from evals.robustness.settings import RobustnessSettings
from evals.suite import Item, Nugget, suite_of
from tests.evals.conftest import REFUSAL, make_item, make_result

SETTINGS = RobustnessSettings(questions=50)
DEVELOPMENT = load_frames(FrameList.DEVELOPMENT)


def item(name: str, question: str, lang: str = "en", said: str = "", **changes: object) -> Item:
    nuggets = (Nugget((said,)),) if said else ()
    values: dict[str, object] = {
        "id": name, "question": question, "lang": lang, "kind": "fact", "documents": ("land",),
        "nuggets": nuggets, "forbid": (), "pages": {},
    }  # fmt: skip
    return make_item(**{**values, **changes})


TAX = item("tax", "How much tax is withheld in Italy?", said="30%")
FORM = item("form", "Which form does a band need in Italy?", said="A1")
ABSENT = item("absent", "Who runs the opera in Italy?", answerable=False, documents=())


def rewritten(change: str, question: Item) -> str:
    return REWRITES[change](question, DEVELOPMENT[question.lang], random.Random(1))


def test_the_two_lists_of_frames_share_nothing():
    test = load_frames(FrameList.TEST)
    for lang, frames in DEVELOPMENT.items():
        for name, own in frames.model_dump().items():
            assert not set(own) & set(test[lang].model_dump()[name]), (lang, name)


def test_a_story_keeps_the_question_word_for_word():
    text = rewritten("story before it", TAX)
    assert text.endswith(TAX.question)
    assert len(text) > len(TAX.question)


def test_without_capitals_and_signs_numbers_stay_whole():
    asked = item("n", "Who pays 1.500 euro, or 7,5% (net)?")
    assert rewritten("lower case, no punctuation", asked) == "who pays 1.500 euro or 7,5% net"


def test_a_typing_error_is_in_one_word_and_in_no_name():
    asked = item("n", "Does Kunstenpunt support theatre companies?")
    words = rewritten("one typing error", asked).split()
    changed = [a for a, b in zip(asked.question.split(), words, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0] != "Kunstenpunt"


def test_a_definition_is_asked_as_people_do_and_only_a_definition():
    asked = item("n", "Wat is een A1-formulier?", "nl")
    assert "een A1-formulier" in rewritten("colloquial definition", asked)
    for other in ("Wat is de vergoeding voor films?", "Waar is het festival?"):
        assert rewritten("colloquial definition", item("n", other, "nl")) == other


def test_the_country_moves_before_the_question():
    assert placed(TAX) == ("Italy", "How much tax is withheld?")
    text = rewritten("country said before", TAX)
    assert text.endswith("How much tax is withheld?")
    assert text.count("Italy") == 1
    for other in ("Is Italy in the EU?", "Must a band in Italy report to Spain?"):
        assert placed(item("n", other)) is None


def test_a_country_inside_another_word_is_none():
    assert country_of(item("n", "Welke Omanische groep?", "nl")) == ""


def test_pairs_are_about_one_document_in_one_language():
    dutch = item("nl", "Hoeveel belasting betaal ik?", "nl", "30%")
    elsewhere = item("else", "Which form do I need?", said="A1", documents=("other",))
    found = pairs((TAX, FORM, dutch, elsewhere, ABSENT), 200, lambda one: one.id)
    assert {(first.id, second.id) for first, second in found} <= {("form", "tax"), ("tax", "form")}
    assert found


def test_what_tells_a_story_is_never_second():
    story = item("story", "We are a duo. Who pays us in Italy?", said="x")
    for first, second in pairs((story, TAX), 200, lambda one: one.id):
        assert (first, second) == (story, TAX)
    assert pairs((story, TAX), 200, lambda one: one.id)


def test_a_country_is_said_once():
    ((first, second),) = pairs_of_country((TAX, item("x", "Is Italy far?", said="y")), 200, str)
    frames, chance = DEVELOPMENT["en"], random.Random(1)
    text = JOINS["joined, country said once"](first, second, frames, chance)
    assert text.count("Italy") == 1
    assert "how much tax is withheld?" in text


def test_the_same_settings_make_the_same_questions():
    suite = suite_of((TAX, FORM, ABSENT))
    once, again = (cases(suite, FrameList.TEST, SETTINGS) for _ in range(2))
    assert once == again
    assert len({case.item.id for case in once}) == len(once)
    other = cases(suite, FrameList.TEST, SETTINGS.model_copy(update={"seed": 1}))
    assert [c.item.question for c in other] != [c.item.question for c in once]


def test_both_halves_must_be_answered():
    case = Case("joined by and", TAX, (TAX, FORM))
    assert right(case, make_result(answer="30% and an A1"))
    assert not right(case, make_result(answer="30%"))
    assert not right(case, REFUSAL)


def test_of_a_half_that_is_not_known_it_must_be_said():
    case = Case(HALF_KNOWN, TAX, (TAX, ABSENT))
    assert right(case, make_result(answer="30%", status="partly-answered"))
    assert not right(case, make_result(answer="30%", status="answered"))


def test_only_what_was_right_alone_can_be_lost():
    made = (
        Case("polite", item("tax--p", "x"), (TAX,)),
        Case("polite", item("form--p", "x"), (FORM,)),
    )
    alone = {"tax": make_result(answer="30%"), "form": make_result(answer="nothing")}
    changed = {"tax--p": REFUSAL, "form--p": make_result(answer="A1")}
    polite, together = compared(made, alone, changed, seed=1)
    assert (polite.kept.n, polite.kept.mean) == (1, 0.0)
    assert polite.lost == ("tax--p",)
    assert (polite.difference.mean, polite.difference.n) == (0.0, 2)
    assert together.change == "all"


def test_the_command_tells_what_stays_right(documents, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEGWIJS_ENGINE", "extractive")
    monkeypatch.setenv("WEGWIJS_CORPUS", str(documents))
    given = ["robustness", "--suite", "known.questions.yaml", "--without-fiches", "--out", "out"]
    result = CliRunner().invoke(app, [*given, "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    assert told["frames"] == "test"
    assert {one["change"] for one in told["changes"]} >= {"polite", "all"}
    assert json.loads((tmp_path / "out" / "robustness.json").read_text()) == told
    assert CliRunner().invoke(app, [*given, "--frames", "sealed"]).exit_code == 2


@pytest.mark.parametrize("which", list(FrameList))
def test_every_frame_takes_what_it_is_given(which):
    for frames in load_frames(which).values():
        for name, own in frames.model_dump().items():
            holes = ("{first}", "{second}") if name in ("joined", "two") else ()
            holes = holes or (("{term}",) if name == "define" else ("{question}",))
            for frame in own:
                assert all(hole in frame for hole in holes), frame
