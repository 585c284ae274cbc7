"""From use to suite: what the web really keeps, saved answers, two reviewers, a suite."""

from __future__ import annotations

import json

import pytest
import yaml

from assistant.answer import Answer, AnswerStatus, Citation, Claim
from assistant.serialising import answer_as_json
from evals.candidates import (
    Review,
    add_review,
    agreement,
    candidates_from,
    read_feedback,
    read_reviews,
    suite_from_reviews,
    where_readers_complain,
)
from evals.errors import SuiteError
from evals.reviewing import mark_answers, review_candidates
from evals.running import run_suite
from evals.suite import load_suite
from web.feedback import Feedback


def answer(question, identity, document="study"):
    return Answer(
        id=identity,
        question=question,
        standalone_question=question,
        lang="nl",
        status=AnswerStatus.ANSWERED,
        claims=(Claim("Het is 12 %.", (1,)),),
        citations=(Citation(1, document, "Studie", 3, "Het is 12 %."),),
    )


@pytest.fixture
def saved(tmp_path):
    """Two saved answers, one of them judged in the web, and a conversation."""
    answers = tmp_path / "answers.jsonl"
    one, two = answer("Hoeveel is het?", "a1"), answer("En in 2020?", "a2")
    answers.write_text("\n".join(json.dumps(answer_as_json(a)) for a in (one, two)))
    talk = tmp_path / "talk.json"
    turns = [
        {"role": "user", "content": "What is the share?"},
        {"role": "assistant", "content": "12%."},
        {"role": "user", "content": "And for dance?"},
    ]
    talk.write_text(json.dumps({"messages": turns}))
    feedback = Feedback(tmp_path / "feedback.jsonl")
    for given in (one, two, answer("never told", "a3", "policy")):
        feedback.remember(given)
    feedback.add("a2", "not-useful", "wrong")
    feedback.add("a3", "not-useful", "outdated")
    feedback.add("a1", "useful")
    return tmp_path


def gathered(saved):
    feedback = read_feedback(saved / "feedback.jsonl")
    return candidates_from([saved / "answers.jsonl", saved / "talk.json"], feedback), feedback


def test_judgements_join_the_questions_that_people_gave(saved):
    candidates, feedback = gathered(saved)
    assert candidates[0].question == "En in 2020?"
    assert candidates[0].feedback == "not-useful (wrong)"
    assert {c.question: c.feedback for c in candidates}["Hoeveel is het?"] == "useful"
    follow_up = next(c for c in candidates if c.question == "And for dance?")
    assert [turn["role"] for turn in follow_up.history] == ["user", "assistant"]
    assert (follow_up.lang, follow_up.answer) == ("en", "")
    assert where_readers_complain(feedback, candidates) == (("policy", "outdated", 1),)


def test_what_is_no_feedback_or_answer_is_told(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"verdict": "useful"}\n')
    with pytest.raises(SuiteError, match=r"entry 1: not feedback"):
        read_feedback(path)
    with pytest.raises(SuiteError, match="neither an answer"):
        candidates_from([path])
    path.write_text("{}\nno json\n")
    with pytest.raises(SuiteError, match="line 2 is not JSON"):
        read_feedback(path)
    with pytest.raises(SuiteError, match="cannot be read"):
        read_feedback(tmp_path / "absent")


def scripted(*replies):
    waiting = list(replies)
    return lambda _: waiting.pop(0)


def test_a_review_becomes_an_item(saved):
    candidates, _ = gathered(saved)
    reviews = saved / "reviews.jsonl"
    ask = scripted(
        "wrong", "12 %|12%", "~makers", "-", "study", "number",
        "fine", "should-have-refused",
        "unclear",
        "right", "12%", "", "study", "follow-up",
    )  # fmt: skip
    said = []
    assert review_candidates(candidates, reviews, "AB", ask=ask, say=said.append) == 4
    assert "'fine' is not one of them." in said
    assert any("not-useful (wrong)" in line for line in said)
    (saved / "suite.yaml").write_text(suite_from_reviews(candidates, read_reviews(reviews)))
    items = {item.question: item for item in load_suite(saved / "suite.yaml").items}
    assert len(items) == 3
    judged = items["En in 2020?"]
    assert (judged.kind, judged.documents) == ("number", ("study",))
    assert [n.vital for n in judged.nuggets] == [True, False]
    assert items["And for dance?"].history[0].content == "What is the share?"
    refusable = [item for item in items.values() if not item.answerable]
    assert [item.kind for item in refusable] == ["unanswerable"]


def test_half_a_review_is_kept_and_goes_on(saved):
    candidates, _ = gathered(saved)
    reviews = saved / "reviews.jsonl"
    with pytest.raises(IndexError):
        review_candidates(candidates, reviews, "AB", ask=scripted("unclear"), say=lambda _: None)
    assert len(read_reviews(reviews)) == 1
    ask = scripted("unclear", "unclear", "unclear")
    assert review_candidates(candidates, reviews, "AB", ask=ask, say=lambda _: None) == 3


def test_reviewers_who_disagree_are_counted_and_their_question_is_left_out(saved):
    candidates, _ = gathered(saved)
    path = saved / "reviews.jsonl"
    first, second = candidates[0].id, candidates[1].id
    fact = ({"any_of": ["12"], "vital": True},)
    for reviewer, marks in (("AB", ("right", "wrong")), ("CD", ("right", "right"))):
        for name, mark in zip((first, second), marks, strict=True):
            add_review(path, Review(name, reviewer, mark, fact, ("study",)))
    reviews = read_reviews(path)
    (pair,) = agreement(reviews)
    assert (pair.n, pair.agreed, pair.kappa) == (2, 1, pytest.approx(0.0))
    kept = yaml.safe_load(suite_from_reviews(candidates, reviews))
    assert [item["id"] for item in kept] == [f"use-{first}"]
    with pytest.raises(SuiteError, match="is no mark"):
        add_review(path, Review(first, "AB", "splendid"))


def test_people_mark_answers_without_seeing_scores(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    said = []
    marks = tmp_path / "marks.jsonl"
    ask = scripted("right", "wrong", "right")
    assert mark_answers(run.scored, marks, "AB", ask=ask, say=said.append) == 3
    assert "to be refused" in " ".join(said)
    assert mark_answers(run.scored, marks, "AB", ask=scripted(), say=said.append) == 0
