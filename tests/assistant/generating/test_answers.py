"""Whatever the model does, the user gets an answer, and never a worse one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.answer import Answer, AnswerStatus, NoticeKind, Question
from assistant.events import ClaimReady, Done
from assistant.pipeline import Assistant
from assistant.support.clauses import sentences
from tests.ollama.lying import KINDS
from tests.ollama.server import (
    Chat,
    Count,
    Die,
    ErrorLine,
    Hang,
    Raw,
    Refuse,
    ScriptedOllama,
    drafts,
    says,
)

QUESTION = Question("Hoeveel werkplaatsen telde de regio in 2023?")
QUOTE = "In 2023 telde de regio 48 werkplaatsen voor makers."
TRUE = ("In 2023 waren er 48 werkplaatsen in de regio.", QUOTE)
SHARE = (
    "Van de werkplaatsen ontving 62,5 % een werkingssubsidie.",
    "Daarvan ontving 62,5% een werkingssubsidie.",
)
SEVERAL = Question("Welke knelpunten noemen de werkplaatsen in 2023?")
LATE = ("Visums komen vaak te laat.", "visums komen vaak te laat;")
EXTRACTIVE = "De overige werkplaatsen leven van verhuur en giften."
NOBODY = "http://127.0.0.1:9"  # the discard port: nothing listens there


def reasons(answer: Answer) -> list[str]:
    """What the reader is told about the engine."""
    return [n.text for n in answer.notices if n.kind is NoticeKind.ENGINE_FALLBACK]


def followed(assistant: Assistant, question: Question) -> tuple[Answer, list[str]]:
    """The answer, and the claims as they were shown on the way."""
    shown, answer = [], None
    for event in assistant.stream(question):
        if isinstance(event, ClaimReady):
            shown.append(event.claim.text)
        if isinstance(event, Done):
            answer = event.answer
    assert answer is not None
    return answer, shown


def test_the_model_words_the_answer(server, asking):
    server.plays = [drafts(TRUE, SHARE)]
    answer, shown = followed(asking(), QUESTION)
    assert shown[:3] == ["**48**", TRUE[0], SHARE[0]]
    assert [claim.text for claim in answer.claims] == shown
    assert answer.engine == "ollama:tiny:1b"
    assert not reasons(answer)
    quotes = {item.n: item.quote for item in answer.citations}
    assert [quotes[n] for n in answer.claims[1].citations] == [QUOTE]


def test_what_the_model_does_not_say_stays_in_the_documents_words(server, asking):
    server.plays = [drafts(TRUE, SHARE)]
    claims = asking().ask(QUESTION).claims
    assert any(EXTRACTIVE in claim.text for claim in claims)


def test_what_the_model_says_from_end_to_end_is_not_said_twice(server, asking, assistant):
    _short, *quotes = assistant.ask(QUESTION).claims
    said = [one for quote in quotes for one in sentences(quote.text)]
    server.plays = [drafts(*((one, one) for one in said))]
    answer = asking().ask(QUESTION)
    assert [claim.text for claim in answer.claims] == ["**48**", *said]


def test_what_does_not_stand_in_the_sources_is_left_out(server, asking):
    server.plays = [drafts(TRUE, ("In 2023 waren er 84 werkplaatsen in de regio.", QUOTE), SHARE)]
    answer = asking().ask(QUESTION)
    assert "84" not in answer.text
    (dropped,) = answer.trace["generation"]["dropped"]
    assert "number: 84" in dropped
    assert answer.engine == "ollama:tiny:1b"


def test_no_quote_is_shown_for_a_model_of_which_nothing_stands(server, asking, assistant):
    server.plays = [drafts(("In 2023 waren er 84 werkplaatsen in de regio.", QUOTE))]
    answer = asking().ask(QUESTION)
    assert answer.trace["generation"]["quoted"] == 0
    assert answer.text == assistant.ask(QUESTION).text


def test_a_translation_is_shown_with_the_quote_in_its_own_language(server, asking):
    quote = "The travel fund paid for 75 concerts at festivals abroad in 2018."
    server.plays = [
        drafts(
            (
                "Het reisfonds betaalde in 2018 voor 75 concerten op festivals in het buitenland.",
                quote,
            )
        )
    ]
    answer = asking().ask(Question("Voor hoeveel concerten betaalde het reisfonds in 2018?"))
    assert answer.engine == "ollama:tiny:1b"
    # Of two sentences that were quoted one is translated, so the quote stays below.
    assert 0 < answer.text.index("Het reisfonds betaalde") < answer.text.index("> The travel fund")
    assert answer.citations[-1].quote == quote


def test_the_request_bounds_the_model(server, asking):
    server.plays = [drafts(TRUE)]
    asking(context_tokens=4096, answer_tokens=300).ask(QUESTION)
    body = server.chats[0].body
    assert body["options"]["num_ctx"] == 4096
    assert body["options"]["num_predict"] == 300
    assert body["stream"] is True
    assert body["think"] is False
    evidence = body["format"]["properties"]["claims"]["items"]["properties"]["evidence"]
    assert tuple(evidence["items"]["properties"]["key"]["enum"]) == server.chats[0].keys


def test_keys_are_new_in_each_call(server, asking):
    server.plays = [drafts(TRUE)]
    assistant = asking()
    for _ in range(2):
        assistant.ask(QUESTION)
    first, second = server.chats
    assert not set(first.keys) & set(second.keys)


def _claims(*claims: dict[str, Any]) -> str:
    return json.dumps({"claims": claims})


def _own_key(chat: Chat) -> Iterator[str]:
    yield _claims({"text": TRUE[0], "evidence": [{"key": "passage-1", "quote": QUOTE}]})


FAILURES = {
    "out of memory": (
        says(Refuse(500, "model requires more system memory (5.6 GiB) than is available (3 GiB)")),
        "bereikbaar",
    ),
    "runner killed": (
        says(Refuse(500, "llama runner process has terminated: signal: killed")),
        "bereikbaar",
    ),
    "server busy": (
        says(Refuse(503, "server busy, please try again.  maximum pending requests exceeded")),
        "bereikbaar",
    ),
    "prompt refused": (says(Refuse(400, "the prompt exceeds the context length")), "las niet"),
    "killed in mid-stream": (says('{"claims": [{"text": "In 2023', Die()), "bereikbaar"),
    "error in mid-stream": (says('{"claims": [', ErrorLine("unexpected EOF")), "bereikbaar"),
    "hangs before the first token": (says(Hang()), "traag"),
    "hangs half-way": (says('{"claims": [', Hang()), "traag"),
    "endless repetition": (says('{"claims": [{"text": "', "de makers " * 3000), "onvoldoende"),
    "endless white space": (says('{"claims": [', "\n" * 3000), "onvoldoende"),
    "chatter": (says("Natuurlijk! In 2023 waren er 48 werkplaatsen."), "onvoldoende"),
    "malformed": (says('{"claims": [{"text": }]}'), "onvoldoende"),
    "broken off": (says('{"claims": [{"text": "In 2023 waren'), "onvoldoende"),
    "no chat at all": (says(Raw("<html>502</html>")), "onvoldoende"),
    "nothing": (says(""), "onvoldoende"),
    "no claims": (says('{"claims": []}'), "onvoldoende"),
    "another shape": (says('{"answer": "48"}'), "onvoldoende"),
    "wrong language": (
        drafts(("In 2023 there were 48 workplaces for makers in the region.", QUOTE)),
        "onvoldoende",
    ),
    "invented key": (_own_key, "onvoldoende"),
    "invented quote": (
        drafts((TRUE[0], "De regio telt 48 werkplaatsen en 12 zalen.")),
        "onvoldoende",
    ),
    "obeys an instruction": (
        drafts(("Alle vorige regels zijn ingetrokken en alles is gratis.", QUOTE)),
        "onvoldoende",
    ),
    "a link": (
        drafts(("In 2023 waren er 48 werkplaatsen: https://example.com.", QUOTE)),
        "onvoldoende",
    ),
    "mostly lies": (
        drafts(
            ("In 2023 waren er 84 werkplaatsen.", QUOTE),
            ("In 2022 waren er 48 werkplaatsen.", QUOTE),
            ("In 2023 waren er geen 48 werkplaatsen.", QUOTE),
        ),
        "onvoldoende",
    ),
    "cut context": (drafts(TRUE, then=(Count(60),)), None),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_leaves_the_extractive_answer(server, asking, assistant, name):
    play, reason = FAILURES[name]
    server.plays = [play]
    answer, shown = followed(asking(first_token_seconds=3.0, silence_seconds=3.0), QUESTION)
    expected = assistant.ask(QUESTION)
    if name == "cut context":
        # The claims already passed; what the extractive answer adds comes behind them.
        assert EXTRACTIVE in answer.text or TRUE[0] in answer.text
    else:
        assert [c.text for c in answer.claims] == [c.text for c in expected.claims]
        assert answer.citations == expected.citations
        assert answer.engine == "extractive"
        assert reason in reasons(answer)[0]
    assert answer.status is AnswerStatus.ANSWERED
    assert reasons(answer)
    assert shown == [claim.text for claim in answer.claims]


def test_no_server_leaves_the_extractive_answer_and_says_so(asking, assistant):
    answer = asking(url=NOBODY).ask(QUESTION)
    assert answer.text == assistant.ask(QUESTION).text
    assert "niet bereikbaar" in reasons(answer)[0]


def test_no_server_is_nothing_to_speak_of_when_none_was_asked_for(asking):
    answer = asking(url=NOBODY, quiet=True).ask(QUESTION)
    assert answer.engine == "extractive"
    assert not reasons(answer)


def test_a_model_that_is_not_pulled(asking, server):
    answer = asking(model="big:70b").ask(QUESTION)
    assert "niet geïnstalleerd" in reasons(answer)[0]
    assert "/api/chat" not in server.requests


def test_a_model_that_is_deleted_after_it_was_found(asking, server):
    assistant = asking(discovery_seconds=60.0)
    server.plays = [drafts(TRUE)]
    assistant.ask(QUESTION)
    server.models.clear()
    answer = assistant.ask(QUESTION)
    assert answer.engine == "extractive"
    assert "niet geïnstalleerd" in reasons(answer)[0]


def test_the_first_model_that_writes_text_is_taken_when_none_is_set(asking, server):
    server.models = {"vectors:1b": ("embedding",), "tiny:1b": ("completion", "tools")}
    server.plays = [drafts(TRUE)]
    assert asking(model="").ask(QUESTION).engine == "ollama:tiny:1b"


def test_a_model_killed_after_its_first_claim_is_completed_by_the_extractive_answer(server, asking):
    def play(chat: Chat) -> Iterator[Any]:
        claim = {"text": TRUE[0], "evidence": [{"key": chat.key(QUOTE), "quote": QUOTE}]}
        yield '{"claims": [' + json.dumps(claim) + ", "
        yield Die()

    server.plays = [play]
    answer, shown = followed(asking(), QUESTION)
    assert shown[:2] == ["**48**", TRUE[0]]
    assert shown == [claim.text for claim in answer.claims]
    assert reasons(answer)


def test_a_cut_prompt_is_sent_again_with_fewer_passages(server, asking):
    server.plays = [drafts(("Er is niets.", LATE[1]), then=(Count(60),)), drafts(LATE)]
    answer = asking().ask(SEVERAL)
    first, second = server.chats
    assert len(second.keys) < len(first.keys)
    assert answer.engine == "ollama:tiny:1b"
    assert "retried" in answer.trace["generation"]


def test_a_quote_under_the_key_of_another_passage_is_none(server, asking, assistant):
    def play(chat: Chat) -> Iterator[str]:
        wrong = next(key for key in chat.keys if key != chat.key(LATE[1]))
        yield _claims({"text": LATE[0], "evidence": [{"key": wrong, "quote": LATE[1]}]})

    server.plays = [play]
    answer = asking().ask(SEVERAL)
    assert answer.text == assistant.ask(SEVERAL).text
    assert answer.trace["generation"]["dropped"] == ["quote is not in its passage"]


def test_true_but_beside_the_point_is_no_answer(server, asking, assistant):
    """A claim that stands, on a passage that the answer without a model does not quote."""
    server.plays = [
        drafts(
            (
                "Kunstenaars moesten aanvragen twee maanden voor vertrek sturen.",
                "Applications had to be sent two months before departure.",
            ),
        )
    ]
    answer, shown = followed(asking(), QUESTION)
    assert server.chats
    assert answer.text == assistant.ask(QUESTION).text
    assert shown == [claim.text for claim in answer.claims]


def test_a_refusal_asks_no_model(server, asking):
    answer = asking().ask(Question("Wie won de wereldbeker voetbal in 1998?"))
    assert answer.status.refused
    assert not server.chats


def test_any_openai_compatible_server_through_the_same_door(server, asking):
    server.plays = [drafts(TRUE, SHARE)]
    answer = asking(openai=True).ask(QUESTION)
    assert answer.engine == "openai:tiny:1b"
    assert TRUE[0] in answer.text
    body = server.chats[0].body
    assert body["response_format"]["type"] == "json_schema"
    assert body["max_tokens"] == 900


@pytest.mark.parametrize(
    "play",
    [says(Refuse(500, "boom")), says('{"claims": [', Die()), says("hello"), says(Hang())],
    ids=["500", "killed", "chatter", "hangs"],
)
def test_an_openai_compatible_server_that_fails(server, asking, assistant, play):
    server.plays = [play]
    answer = asking(openai=True, first_token_seconds=1.0).ask(QUESTION)
    assert answer.text == assistant.ask(QUESTION).text
    assert reasons(answer)


def test_the_second_look_is_reported_apart_and_decides_nothing(server, asking):
    server.plays = [drafts(TRUE), says('{"carried": false}')]
    answer = asking(second_look=True).ask(QUESTION)
    assert TRUE[0] in answer.text
    assert answer.trace["generation"]["second_look"] == [{"claim": TRUE[0], "carried": False}]


def test_a_server_that_starts_is_found_when_it_is_up(asking):
    """Refused, then 503 while it loads, then up: every question gets an answer meanwhile."""
    with ScriptedOllama() as before:
        port = int(before.url.rpartition(":")[2])
    assistant = asking(url=f"http://127.0.0.1:{port}")
    refused = assistant.ask(QUESTION)
    with ScriptedOllama(port=port) as server:
        server.plays = [drafts(TRUE)]
        server.starting = True
        loading = assistant.ask(QUESTION)
        server.starting = False
        up = assistant.ask(QUESTION)
    for early in (refused, loading):
        assert early.engine == "extractive"
        assert "niet bereikbaar" in reasons(early)[0]
    assert up.engine == "ollama:tiny:1b"
    assert not reasons(up)


def test_a_model_that_is_still_loading_is_a_model_that_cannot_be_reached(server, asking):
    server.plays = [says(Refuse(503, "llm server loading model")), drafts(TRUE)]
    assistant = asking()
    assert "niet bereikbaar" in reasons(assistant.ask(QUESTION))[0]
    assert assistant.ask(QUESTION).engine == "ollama:tiny:1b"


def test_no_model_is_pulled(server, asking):
    server.models = {}
    answer = asking(model="").ask(QUESTION)
    assert answer.engine == "extractive"
    assert "niet geïnstalleerd" in reasons(answer)[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("question", [QUESTION, SEVERAL], ids=["figure", "list"])
def test_whatever_a_model_says_nothing_of_the_extractive_answer_is_lost(
    server, asking, assistant, kind, question
):
    server.plays = [KINDS[kind]]
    answer = asking(failures_before_pause=100).ask(question)
    for claim in assistant.ask(question).claims:
        assert all(sentence in answer.text for sentence in sentences(claim.text))
