"""Follow-up questions completed by a model: what may be used, and what drifts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from assistant.answer import Question, Turn
from assistant.generating.rewriting import drift
from corpus.vocabulary import Vocabulary
from tests.ollama.server import drafts, says

Lang = Literal["nl", "en"]


@dataclass(frozen=True)
class Conversation:
    """What was said, the question that leans on it, and rewritings: good ones, and drifting ones
    with how the drift is told."""

    said: tuple[str, ...]
    question: str
    lang: Lang
    good: tuple[str, ...]
    drifting: tuple[tuple[str, str], ...]

    @property
    def history(self) -> tuple[Turn, ...]:
        return tuple(
            Turn("user" if at % 2 == 0 else "assistant", text) for at, text in enumerate(self.said)
        )


CONVERSATIONS = {
    "pronoun, nl": Conversation(
        ("Wat doet het Reisfonds voor makers?", "Het Reisfonds betaalt reizen van makers."),
        "Hoeveel betaalt het daarvoor eigenlijk?",
        "nl",
        ("Hoeveel betaalt het Reisfonds voor reizen van makers?",),
        (
            ("Hoeveel betaalt het Kunstenfonds voor reizen van makers?", "name Kunstenfonds"),
            ("Hoeveel van de 500 euro betaalt het Reisfonds?", "number 500"),
        ),
    ),
    "pronoun, en": Conversation(
        ("What does the Travel Fund do for makers?", "The Travel Fund pays for trips of makers."),
        "How much does it pay for that?",
        "en",
        ("How much does the Travel Fund pay for trips of makers?",),
        (
            ("How much does the Ministry pay for trips of makers?", "name Ministry"),
            ("How much pension and insurance does the Travel Fund pay?", "words"),
        ),
    ),
    "ellipsis, nl": Conversation(
        ("Hoeveel concerten waren er in 2018?", "In 2018 waren er 75 concerten."),
        "En in 2019?",
        "nl",
        ("Hoeveel concerten waren er in 2019?",),
        (
            ("Hoeveel concerten waren er in 2020?", "number 2020"),
            ("Hoeveel concerten waren er?", "lost 2019"),
        ),
    ),
    "ellipsis, en": Conversation(
        ("How many festivals were supported in 2018?", "In 2018, 75 festivals were supported."),
        "And theatres?",
        "en",
        ("How many theatres were supported in 2018?",),
        (
            ("How many theatres were supported in 2021?", "number 2021"),
            ("How many circus schools and cinemas were closed?", "words"),
        ),
    ),
    "country swap, nl": Conversation(
        ("Heb ik een visum nodig voor Canada?", "Voor Canada heb je een visum nodig."),
        "En voor Japan?",
        "nl",
        ("Heb ik een visum nodig voor Japan?",),
        (
            ("Heb ik een visum nodig voor Canada?", "lost Japan"),
            ("Heb ik een visum nodig voor Marokko en Japan?", "name Marokko"),
        ),
    ),
    "country swap, en": Conversation(
        ("Which tax is withheld in Germany?", "In Germany the organiser withholds tax."),
        "What about Spain?",
        "en",
        ("Which tax is withheld in Spain?",),
        (
            ("Which tax is withheld in Germany?", "lost Spain"),
            ("Which tax is withheld in Spain and Portugal?", "name Portugal"),
        ),
    ),
    "language switch, nl to en": Conversation(
        ("Hoeveel betaalt het Reisfonds voor een reis?", "Het Reisfonds betaalt 400 euro."),
        "And for a residency of 3 months?",
        "en",
        ("How much does the Reisfonds pay for a residency of 3 months?",),
        (
            ("How much does the Reisfonds pay for a residency of 6 months?", "number 6"),
            ("How much does Sabam pay for a residency of 3 months?", "name Sabam"),
        ),
    ),
    "language switch, en to nl": Conversation(
        ("How much does the Travel Fund pay?", "The Travel Fund pays EUR 400."),
        "En voor een groep van 5?",
        "nl",
        ("Hoeveel betaalt het Travel Fund voor een groep van 5?",),
        (
            ("Hoeveel betaalt het Travel Fund voor een groep?", "lost 5"),
            ("Hoeveel betaalt Vlaanderen voor een groep van 5?", "name Vlaanderen"),
        ),
    ),
    "pushback, nl": Conversation(
        ("Hoeveel werkplaatsen waren er in 2023?", "In 2023 waren er 48 werkplaatsen."),
        "Klopt dat wel? Waren het er geen 84?",
        "nl",
        ("Waren er in 2023 48 of 84 werkplaatsen?",),
        (
            ("Waren er in 2023 96 of 84 werkplaatsen?", "number 96"),
            ("Waren er in 2023 48 werkplaatsen?", "lost 84"),
        ),
    ),
    "pushback, en": Conversation(
        ("Who runs the programme?", "The programme is run by the Goethe-Institut."),
        "Are you sure it is not the British Council?",
        "en",
        ("Is the programme run by the Goethe-Institut or the British Council?",),
        (
            ("Is the programme run by the Goethe-Institut?", "lost British"),
            ("Is the programme run by the British Council or UNESCO?", "name UNESCO"),
        ),
    ),
}
GOOD = [(name, text) for name, one in CONVERSATIONS.items() for text in one.good]
DRIFTING = [(name, *pair) for name, one in CONVERSATIONS.items() for pair in one.drifting]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_what_says_no_more_than_was_said_may_be_used(vocabulary, name, text):
    one = CONVERSATIONS[name]
    assert drift(text, one.question, one.history, one.lang, vocabulary) == ""


@pytest.mark.parametrize(("name", "text", "told"), DRIFTING)
def test_what_drifts_is_told(vocabulary, name, text, told):
    one = CONVERSATIONS[name]
    assert drift(text, one.question, one.history, one.lang, vocabulary).startswith(told)


@pytest.mark.parametrize("name", ["pronoun, nl", "pronoun, en"])
def test_the_model_is_asked_and_its_question_shown_unless_it_drifts(server, asking, name):
    one = CONVERSATIONS[name]
    question = Question(one.question, one.history)
    (good,), (drifting, _) = one.good, one.drifting[0]
    server.plays = [says(f'{{"question": "{good}"}}'), drafts()]
    assert asking().ask(question).standalone_question == good
    server.plays = [says(f'{{"question": "{drifting}"}}'), drafts()]
    assert asking().ask(question).standalone_question != drifting


@pytest.mark.parametrize("name", ["ellipsis, nl", "country swap, en"])
def test_where_the_rules_do_as_well_no_model_is_asked_to_complete(server, asking, name):
    one = CONVERSATIONS[name]
    server.plays = [says('{"question": "Iets anders?"}')]
    answer = asking().ask(Question(one.question, one.history))
    assert answer.standalone_question != "Iets anders?"
    assert not any("Earlier:" in chat.prompt for chat in server.chats)
