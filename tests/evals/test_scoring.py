"""From scores to means: what counts, what is left out, what is no independent case."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from evals.comparing import compare
from evals.run_folder import keep_baseline, read_run
from evals.running import run_suite
from evals.scoring import LEAST_CLUSTERS, clusters, score, summarise
from evals.suite import item_as_json, load_suite, suite_of, write_suite
from evals.tabulating import as_markdown, tabulate
from tests.evals.conftest import REFUSAL, ScriptedTarget, make_item, make_result, page_text


def items(documents, each):
    return [
        make_item(id=f"q{d}-{n}", documents=(f"doc{d}",), pages={f"doc{d}": (1,)})
        for d in range(documents)
        for n in range(each)
    ]


def test_questions_about_one_document_go_together_where_documents_are_enough():
    many = items(LEAST_CLUSTERS, 2)
    assert len(set(clusters(many))) == LEAST_CLUSTERS
    few = items(LEAST_CLUSTERS - 1, 2)
    assert len(set(clusters(few))) == len(few)


def test_questions_of_one_conversation_always_go_together():
    first = Turn("user", "Hoe zit het in Duitsland?")
    talk = [make_item(id=str(n), history=(first,)) for n in range(3)]
    assert len(set(clusters(talk))) == 1
    assert len(set(clusters([make_item(id=str(n), group="g") for n in range(3)]))) == 1


def test_luck_that_is_shared_widens_the_interval():
    suite = suite_of(items(LEAST_CLUSTERS, 6))
    results = [
        make_result(id=item.id) if int(item.documents[0][3:]) % 2 else make_result(
            id=item.id, answer="Iets anders.")
        for item in suite.items
    ]  # fmt: skip
    together = summarise(score(suite, results, page_text)).overall["correct"]
    alone = [make_item(id=item.id, documents=("study",)) for item in suite.items]
    apart = summarise(score(suite_of(alone), results, page_text)).overall["correct"]
    assert together.mean == apart.mean == 0.5
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_breakdowns_hold_every_question_once_and_documents_as_often_as_named():
    suite = suite_of(
        [
            make_item(id="a", persona="artist", documents=("study", "other")),
            make_item(id="b", lang="en"),
            make_item(id="c", answerable=False, documents=(), nuggets=(), pages={}),
        ]
    )
    results = [make_result(id="a"), make_result(id="b"), REFUSAL.__class__(id="c", refused=True)]
    by = summarise(score(suite, results, page_text)).by
    assert {k: v["correct"].n for k, v in by["language"].items()} == {"nl": 2, "en": 1}
    assert {k: v["correct"].n for k, v in by["persona"].items()} == {"artist": 1, "none": 2}
    assert {k: v["correct"].n for k, v in by["document"].items()} == {"study": 2, "other": 1}


@pytest.mark.parametrize(
    ("status", "refused", "answer", "right"),
    [
        ("out-of-scope", True, "Goedemorgen! Waarmee kan ik helpen?", 1.0),
        ("answered", False, "Dag!", 1.0),
        ("answered", False, "", 0.0),
    ],
)
def test_small_talk_is_right_whatever_its_status(status, refused, answer, right):
    hello = make_item(kind="smalltalk", documents=(), nuggets=(), pages={}, forbid=())
    result = make_result(status=status, refused=refused, answer=answer, citations=(), claims=())
    for answerable in (True, False):
        item = hello.__class__(**{**_fields(hello), "answerable": answerable})
        (one,) = score(suite_of([item]), [result], page_text)
        assert one.scores["correct"] == right
        assert one.scores["false_refusal"] is None
        assert one.scores["false_answer"] is None


def test_small_talk_that_cites_documents_is_wrong():
    hello = make_item(kind="smalltalk", documents=(), nuggets=(), pages={}, forbid=())
    (one,) = score(suite_of([hello]), [make_result()], page_text)
    assert one.scores["correct"] == 0.0


def test_a_counter_question_to_an_ambiguous_question_is_right():
    asked = make_result(status="clarification-wanted", refused=True, answer="Welk land?")
    for answerable in (True, False):
        item = make_item(kind="ambiguous", answerable=answerable)
        (one,) = score(suite_of([item]), [asked], page_text)
        assert one.scores["correct"] == 1.0
        assert one.scores["false_refusal"] is None
    (plain,) = score(suite_of([make_item()]), [asked], page_text)
    assert (plain.scores["correct"], plain.scores["false_refusal"]) == (0.0, 1.0)


def _fields(item):
    return {name: getattr(item, name) for name in item.__slots__}


def test_a_suite_written_is_the_suite_read(tmp_path):
    full = make_item(
        history=(Turn("user", "Wat?"),), sections=("Een",), evidence="12,5 %", must=True,
        notices=("ended",), attribution=("volgens",), group="g", persona="staff",
    )  # fmt: skip
    write_suite([full], tmp_path / "suite.yaml")
    read = load_suite(tmp_path / "suite.yaml")
    assert item_as_json(read.items[0]) == item_as_json(full)
    assert read.digest == suite_of([full]).digest


def test_only_what_is_asked_and_scored_makes_another_question():
    item = make_item()
    assert make_item(must=True, persona="staff", evidence="x").digest == item.digest
    assert make_item(question="Anders?").digest != item.digest
    assert make_item(forbid=()).digest != item.digest


def test_a_baseline_is_small_and_compares_as_the_run_did(tmp_path):
    suite = suite_of(items(3, 2))
    good = {item.id: make_result() for item in suite.items}
    before = run_suite(suite, ScriptedTarget(good), tmp_path / "run")
    keep_baseline(tmp_path / "run", tmp_path / "kept")
    kept = read_run(tmp_path / "kept", suite)
    assert kept.summary == before.summary
    assert not (tmp_path / "kept" / "traces.jsonl").exists()
    after = run_suite(suite, ScriptedTarget({**good, "q0-0": REFUSAL}), tmp_path / "after")
    assert compare(kept, after).differences == compare(before, after).differences


def test_measures_on_which_nothing_differs_do_not_count_as_tests(tmp_path):
    suite = suite_of([make_item(id=str(n)) for n in range(12)])
    good = {item.id: make_result() for item in suite.items}
    worse = {**good, **{str(n): make_result(lang="en") for n in range(8)}}
    a = run_suite(suite, ScriptedTarget(good), tmp_path / "a")
    b = run_suite(suite, ScriptedTarget(worse), tmp_path / "b")
    found = compare(a, b).differences
    assert found["language_match"].adjusted_p == found["language_match"].p == 2 / 2**8
    assert found["correct"].adjusted_p == 1.0


def test_several_runs_stand_in_one_table_over_what_they_share(tmp_path):
    suite = suite_of(items(1, 3))
    good = {item.id: make_result(retrieved=None) for item in suite.items}
    a = run_suite(suite, ScriptedTarget(good), tmp_path / "a")
    b = run_suite(suite_of(suite.items[:2]), ScriptedTarget({**good, "q0-1": REFUSAL}),
                  tmp_path / "b")  # fmt: skip
    table = tabulate([a, b])
    assert (table.runs, table.questions) == (("a", "b"), 2)
    text = as_markdown(table)
    assert "| Strictly correct | 100.0% [34.2% – 100.0%] | 50.0% [9.5% – 90.5%] |" in text
    assert "nDCG" not in text
