"""What a rule is not known for stands behind what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from assistant.guidance.relevance.edges import behind_the_rule
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.statuses import of_each_status
from assistant.guidance.scope import Scope
from corpus.annotation import NOTHING_SAID, Annotation, parse_annotation
from indexing.passage import Passage


@dataclass(frozen=True)
class Stub:
    """A statement by its id and what its editors say of it."""

    id: str
    annotation: Annotation = NOTHING_SAID


def judged(**likely: float) -> list[Judged]:
    return [Judged(cast(Passage, Stub(key)), value) for key, value in likely.items()]


def probabilities(every: list[Judged]) -> dict[str, float]:
    return {one.passage.id: one.probability for one in every}


def behind(every: list[Judged]) -> dict[str, float]:
    rules = {"edge": "tolls", "says": "tolls", "other": "bridges"}
    found = behind_the_rule(every, lambda one: one.id == "edge", lambda one: rules[one.id], 0.2)
    return probabilities(found)


def test_an_edge_is_no_likelier_than_what_is_said() -> None:
    found = behind(judged(edge=0.8, says=0.3, other=0.9))
    assert found["says"] == 0.3
    assert 0.2 < found["edge"] < 0.3
    assert found["other"] == 0.9


def test_an_edge_stays_where_hardly_anything_is_said_of_its_rule() -> None:
    assert behind(judged(edge=0.8, says=0.1, other=0.9))["edge"] == 0.8


def statuses(scope: Scope) -> dict[str, float]:
    said = {
        "both": "key; who: self-employed, employee; tells: apply",
        "own": "key; who: self-employed; tells: apply",
        "lasts": "key; who: self-employed; tells: lasts",
    }
    likely = {"both": 0.2, "own": 0.6, "lasts": 0.5}
    every = [
        Judged(cast(Passage, Stub(key, parse_annotation(text))), likely[key])
        for key, text in said.items()
    ]
    return probabilities(of_each_status(every, scope))


def test_who_tells_no_status_is_told_what_is_for_both() -> None:
    found = statuses(Scope())
    assert found["both"] == 0.6
    assert found["own"] == 0.3
    assert found["lasts"] == 0.5


def test_who_tells_a_status_is_told_its_own() -> None:
    assert statuses(Scope(who=("self-employed",)))["own"] == 0.6
