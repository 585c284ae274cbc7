"""What a reader of the report gets to see."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from evals.plotting import quantile, reliability, trade_off
from evals.reporting import outcome, side_by_side, write_report
from evals.running import run_suite
from evals.scoring import Scored
from evals.suite import suite_of
from evals.trace_view import sections
from tests.evals.conftest import REFUSAL, ScriptedTarget, make_item, make_result

TRACE = {
    "kept": ["study:1 0-20"],
    "retrieved": [
        {"passage": "study:0", "document": "study", "pages": [1], "score": 1.0},
        {"passage": "study:1", "document": "study", "pages": [1, 2], "score": 0.81234},
        {"passage": "other:0", "document": "other", "pages": [2], "score": 0.5},
    ],
    "confidence": 0.75,
    "named": [],
    "something_new": {"why": "because", "parts": ["a", "b"], "sure": True},
}


def test_a_trace_is_told_in_the_order_in_which_things_happened():
    told = sections(TRACE, make_item())
    assert [part.title for part in told] == ["Retrieved", "Confidence", "Kept", "Something new"]
    retrieved = told[0]
    assert retrieved.columns == ("#", "Passage", "Pages", "Score")
    assert retrieved.marked == {1}
    assert retrieved.rows[1] == ("2 ✓", "study:1", "1, 2", "0.812")
    assert told[3].pairs == (("Why", "because"), ("Parts", "a, b"), ("Sure", "yes"))
    assert sections(None, make_item()) == ()


def test_outcomes():
    def told(result, **scores):
        return outcome(Scored(make_item(), result, scores))

    assert told(make_result(), correct=1.0) == "right"
    assert told(make_result(), correct=0.0, false_answer=None) == "wrong"
    assert told(REFUSAL, correct=0.0, false_refusal=1.0) == "false refusal"
    assert told(make_result(), correct=0.0, false_answer=1.0) == "false answer"
    assert told(make_result(error="x")) == "crashed"


def test_what_only_one_answer_says_is_marked():
    before, after = side_by_side("It is <b>12</b> % now.", "It is <b>13</b> % now.")
    assert "<del>&lt;b&gt;12&lt;/b&gt;</del>" in before
    assert "<ins>&lt;b&gt;13&lt;/b&gt;</ins>" in after


class Text(HTMLParser):
    """Gathers text, and the names of elements."""

    def __init__(self):
        super().__init__()
        self.text, self.names = "", set()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)


@given(st.text(max_size=60), st.text(max_size=60))
def test_side_by_side_shows_each_text_whole_and_as_text(before, after):
    for shown, text in zip(side_by_side(before, after), (before, after), strict=True):
        parser = Text()
        parser.feed(str(shown))
        parser.close()
        assert parser.names <= {"ins", "del"}
        assert parser.text.replace("\r", "\n") == text.replace("\r", "\n")


def test_a_run_without_confidences_has_no_reliability_diagram(tmp_path):
    suite = suite_of([make_item(id="a")])
    target = ScriptedTarget({"a": make_result(confidence=None)})
    write_report(run_suite(suite, target, tmp_path / "run"), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "Reliability" not in page
    assert "Quality by kind of question" in page


def test_a_suite_in_which_everything_crashed_still_has_a_report(tmp_path):
    suite = suite_of([make_item(id="a")])
    run = run_suite(suite, ScriptedTarget({"a": RuntimeError("no")}), tmp_path / "run")
    write_report(run, tmp_path / "report.html")
    assert "1 questions crashed" in (tmp_path / "report.html").read_text()


def test_reliability_puts_a_dot_where_confidence_and_truth_meet():
    # Four questions stated at 0.75, one of them right: the dot stands at a quarter of the height.
    drawn = reliability([(0.75, True), *[(0.75, False)] * 3])
    assert 'cx="375.0" cy="233.0"' in drawn
    assert "4 questions, stated 75%, right 25%" in drawn


def test_the_trade_off_passes_through_the_run_itself():
    points = [(0.9, True), (0.4, True), (0.6, False), (0.1, False)]
    # At a threshold of one half: one of two answerable refused, one of two absent answered.
    drawn = trade_off(points, (0.5, 0.5))
    assert "300.0,158.0" in drawn
    assert 'cx="300.0" cy="158.0"' in drawn
    assert trade_off([(0.9, True)]) == ""


def test_quantiles():
    assert quantile(list(range(1, 101)), 0.5) == 51
    assert quantile([], 0.5) == 0.0
