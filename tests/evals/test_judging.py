"""The judge: its marks are read strictly, repeated, and held against people's."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import httpx
import pytest

from evals.errors import RunError, TargetError
from evals.gating import GATED
from evals.judging import (
    PROMPT,
    Judgement,
    ModelJudge,
    add_mark,
    judge_answers,
    read_mark,
    read_marks,
    summarise_judgements,
)
from evals.measures import MEASURES
from evals.reporting import write_report
from evals.run_folder import JUDGEMENTS, read_run, write_json
from evals.running import run_suite


@dataclass
class ScriptedJudge:
    """Says what its script says, by question and repetition."""

    replies: list[str]
    name: str = "scripted"
    seen: list[tuple[str, int]] = field(default_factory=list)

    def reply(self, system, user, seed):
        self.seen.append((user, seed))
        return self.replies[(len(self.seen) - 1) % len(self.replies)]


@pytest.mark.parametrize(
    ("reply", "mark"),
    [
        ('{"mark": "right"}', "right"),
        ('Well: {"mark":"Wrong"} because ...', "wrong"),
        ('{"mark": "perfect"}', "unreadable"),
        ('{"mark": "right"} or {"mark": "wrong"}', "unreadable"),
        ("right", "unreadable"),
        ("", "unreadable"),
    ],
)
def test_marks_are_read_strictly(reply, mark):
    assert read_mark(reply) == mark


def test_the_majority_decides_and_a_tie_does_not():
    assert Judgement("q", ("right", "wrong", "right")).mark == "right"
    assert Judgement("q", ("right", "wrong")).mark == "unreadable"
    assert Judgement("q", ("unreadable", "unreadable", "wrong")).mark == "wrong"
    assert Judgement("q", ("right", "right")).unanimous
    assert not Judgement("q", ("right", "wrong")).unanimous


def test_every_answer_is_judged_with_its_own_seeds_and_crashes_are_not(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    judge = ScriptedJudge(['{"mark": "right"}'])
    found = judge_answers(run.scored, judge, repeats=2, seed=5)
    assert [j.id for j in found] == ["right", "wrong", "absent"]
    assert [seed for _, seed in judge.seen] == [5, 6] * 3
    assert "12,5%" in judge.seen[0][0]
    assert "(none)" in judge.seen[4][0]


def test_an_answer_cannot_fill_in_the_prompt(suite, target, tmp_path):
    from dataclasses import replace

    run = run_suite(suite, target, tmp_path / "run")
    sly = replace(run.scored[0], result=replace(run.scored[0].result, answer="{facts} {question}"))
    judge = ScriptedJudge(['{"mark": "right"}'])
    judge_answers([sly], judge, repeats=1)
    assert "{facts} {question}" in judge.seen[0][0]


def test_agreement_worked_by_hand(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    judgements = [
        Judgement("right", ("right",) * 3),
        Judgement("wrong", ("wrong", "wrong", "incomplete")),
        Judgement("absent", ("wrong",) * 3),
    ]
    people = {"AB": {"right": "right", "wrong": "wrong", "absent": "right"}}
    found = summarise_judgements(judgements, run.scored, people, "m", seed=1)
    assert found["right"]["mean"] == pytest.approx(1 / 3)
    assert found["unanimous"] == pytest.approx(2 / 3)
    # Alike on two of three; by chance (1/3·2/3 + 2/3·1/3) = 4/9, so kappa is (2/3 - 4/9) / (5/9).
    assert found["agreement"]["AB"] == {"n": 3, "alike": 2, "kappa": pytest.approx(0.4)}
    assert found["agreement"]["strict correctness"]["alike"] == 2


def test_the_judge_stands_in_the_report_and_in_no_gate(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    judgements = judge_answers(run.scored, ScriptedJudge(['{"mark": "wrong"}']))
    content = summarise_judgements(judgements, run.scored, {}, "a model", seed=1)
    write_json(tmp_path / "run" / JUDGEMENTS, content)
    write_report(read_run(tmp_path / "run", suite), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "a model called 0.0% of 3 answers right" in page
    assert "judge: wrong" in page
    assert set(GATED) <= {measure.name for measure in MEASURES}


def test_marks_of_people_are_kept_and_the_last_one_counts(tmp_path):
    path = tmp_path / "marks.jsonl"
    assert read_marks(path) == {}
    add_mark(path, "AB", "q1", "wrong")
    add_mark(path, "AB", "q1", "right")
    add_mark(path, "CD", "q1", "incomplete")
    assert read_marks(path) == {"AB": {"q1": "right"}, "CD": {"q1": "incomplete"}}
    path.write_text('{"id": "q1", "reviewer": "AB", "mark": "fine"}\n')
    with pytest.raises(RunError, match="line 1: 'fine'"):
        read_marks(path)


def test_both_kinds_of_server_are_spoken_to_in_their_own_way():
    sent = []

    def answer(request):
        sent.append((request.url.path, json.loads(request.content)))
        message = {"content": '{"mark": "right"}'}
        return httpx.Response(200, json={"message": message, "choices": [{"message": message}]})

    for url in ("http://model:11434", "http://model/v1"):
        judge = ModelJudge(url, "m", transport=httpx.MockTransport(answer))
        assert read_mark(judge.reply("system", "user", 7)) == "right"
    assert [path for path, _ in sent] == ["/api/chat", "/v1/chat/completions"]
    assert sent[0][1]["options"]["seed"] == sent[1][1]["seed"] == 7


def test_a_judge_that_is_off_is_told(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    transport = httpx.MockTransport(lambda _: httpx.Response(404, json={"error": "no model"}))
    with pytest.raises(TargetError, match="judge does not answer"):
        judge_answers(run.scored, ModelJudge("http://model", "m", transport=transport))


def test_the_prompt_names_its_three_places():
    text = PROMPT.read_text("utf-8")
    assert all(place in text for place in ("{question}", "{facts}", "{answer}"))
