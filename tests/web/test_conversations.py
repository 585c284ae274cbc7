"""Conversations are bounded in number, length and time."""

from __future__ import annotations

from assistant.answer import Answer, AnswerStatus, Claim
from web.conversations import Conversations


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def answer(text: str = "Ja.", standalone: str = "Vraag?") -> Answer:
    return Answer("a1", "Vraag?", standalone, "nl", AnswerStatus.ANSWERED, (Claim(text),), ())


def kept(**limits: float) -> tuple[Conversations, Clock]:
    clock = Clock()
    given = {"size": 3, "turns": 2, "minutes": 10} | limits
    return Conversations(clock=clock, **given), clock  # type: ignore[arg-type]


def test_a_conversation_grows_and_keeps_its_id() -> None:
    conversations, _ = kept()
    first = conversations.add(None, "Een?", answer())
    second = conversations.add(first.id, "Twee?", answer())
    assert second.id == first.id
    assert [exchange.question for exchange in second.exchanges] == ["Een?", "Twee?"]
    assert [exchange.number for exchange in second.exchanges] == [1, 2]


def test_history_holds_what_was_typed_for_it_is_understood_anew() -> None:
    conversations, _ = kept()
    made = conversations.add(None, "en in Duitsland?", answer(standalone="Subsidie in Duitsland?"))
    assert [turn.content for turn in made.history] == ["en in Duitsland?", "Ja."]


def test_old_turns_are_dropped_and_numbers_go_on() -> None:
    conversations, _ = kept()
    made = conversations.add(None, "1", answer())
    for question in ("2", "3"):
        made = conversations.add(made.id, question, answer())
    assert [(e.number, e.question) for e in made.exchanges] == [(2, "2"), (3, "3")]


def test_the_oldest_conversation_makes_room() -> None:
    conversations, _ = kept()
    made = [conversations.add(None, str(n), answer()) for n in range(4)]
    assert conversations.find(made[0].id) is None
    assert len(conversations) == 3


def test_an_idle_conversation_is_forgotten() -> None:
    conversations, clock = kept()
    made = conversations.add(None, "1", answer())
    clock.now = 9 * 60
    assert conversations.find(made.id) is not None
    clock.now = 11 * 60
    assert conversations.find(made.id) is None
    assert conversations.add(made.id, "2", answer()).id != made.id


def test_ids_cannot_be_guessed() -> None:
    conversations, _ = kept(size=100)
    ids = {conversations.add(None, "?", answer()).id for _ in range(50)}
    assert len(ids) == 50
    assert min(len(identity) for identity in ids) >= 16


def test_a_verdict_touches_only_its_own_conversation() -> None:
    conversations, _ = kept()
    mine = conversations.add(None, "?", answer())
    other = conversations.add(None, "?", answer())
    judged = conversations.judge(mine.id, "a1", "useful")
    assert judged is not None
    found, untouched = conversations.find(mine.id), conversations.find(other.id)
    assert found is not None
    assert found.exchanges[0].verdict == "useful"
    assert untouched is not None
    assert untouched.exchanges[0].verdict == ""
    assert conversations.judge("elsewhere", "a1", "useful") is None
