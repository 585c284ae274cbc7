"""Targets: the real assistant in this process and over HTTP, and a scripted OpenAI-like server."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from assistant.answer import Turn
from evals.errors import TargetError
from evals.measures import measured
from evals.running import run_suite
from evals.suite import load_suite
from evals.targets import InProcess, OpenAILike, RunningWegwijs
from indexing.synchronise import synchronise
from tests.evals.conftest import make_item
from tests.web.live import served


@pytest.fixture
def questions(tmp_path, documents):
    return load_suite(tmp_path / "known.questions.yaml")


def test_the_assistant_in_this_process(assistant, questions, tmp_path):
    run = run_suite(questions, InProcess(assistant), tmp_path / "run")
    assert run.summary.overall["correct"].mean == 1.0
    covers = run.scored[0]
    assert covers.scores["quote_fidelity"] == 1.0
    assert covers.scores["page_success"] == 1.0
    assert covers.scores["claim_support"] == 1.0
    assert covers.result.confidence is not None
    assert run.traces["covers"]["retrieved"]
    for key in ("corpus_digest", "code_digest", "manifest", "date", "code", "libraries"):
        assert run.settings[key], key
    assert set(run.settings["manifest"]["documents"]) == {"travel-grants", "huisregels"}


def test_a_page_that_does_not_exist_holds_no_quote(assistant):
    target = InProcess(assistant)
    assert "70 percent" in target.page_text("travel-grants", 1)
    assert target.page_text("travel-grants", 9) == ""
    assert target.page_text("absent", 1) == ""


def test_an_index_built_anew_does_not_change_a_run(assistant, settings, questions, tmp_path):
    target = InProcess(assistant)
    before = run_suite(questions, target, tmp_path / "before")

    class Rebuilding:
        """Changes the documents and builds the index anew, three times, after one answer."""

        name = target.name
        page_text = staticmethod(target.page_text)
        describe = staticmethod(target.describe)
        done = False

        def answer(self, item):
            found = target.answer(item)
            if not self.done:
                self.done = True
                (settings.corpus[0] / "travel-grants.md").unlink()
                for _ in range(3):
                    synchronise(settings.indexing_settings, settings.corpus_settings, rebuild=True)
            return found

    during = run_suite(questions, Rebuilding(), tmp_path / "during")
    assert [s.result.answer for s in during.scored] == [s.result.answer for s in before.scored]
    assert "changed_while_running" not in during.settings


def test_the_same_answers_over_http(assistant, questions, settings, tmp_path):
    inside = run_suite(questions, InProcess(assistant), tmp_path / "inside")
    with served(assistant, settings.data) as address:
        target = RunningWegwijs(address)
        with closing(target):
            outside = run_suite(questions, target, tmp_path / "outside", workers=2)
            assert target.page_text("travel-grants", 9) == ""
            assert target.page_text("absent", 1) == ""
    untold = {"latency_ms", "brier", "page_ndcg", "page_mrr", "page_success", "page_found",
              "document_ndcg", "document_found"}  # fmt: skip
    for a, b in zip(inside.scored, outside.scored, strict=True):
        assert b.result.answer == a.result.answer
        assert b.result.notices == a.result.notices
        told = {name: a.scores[name] for name in a.scores.keys() - untold}
        assert {name: b.scores[name] for name in told} == told
        assert b.scores["page_ndcg"] is None
    assert outside.settings["ready"]["documents"] == 2


def test_the_same_answers_behind_the_openai_address(assistant, questions, settings, tmp_path):
    with (
        served(assistant, settings.data) as address,
        closing(OpenAILike(f"{address}/v1", "wegwijs")) as target,
    ):
        run = run_suite(questions, target, tmp_path / "run")
    assert run.summary.overall["correct"].mean == 1.0
    assert run.summary.overall["document_recall"].mean == 1.0


def test_a_server_that_is_not_there():
    for target in (RunningWegwijs("http://127.0.0.1:9"), OpenAILike("http://127.0.0.1:9", "m")):
        with pytest.raises(TargetError, match="does not answer"):
            target.describe()


class Scripted(BaseHTTPRequestHandler):
    """An OpenAI-like server: busy at first, then it says what it was asked last."""

    busy = 1
    seen: list[dict]

    def do_GET(self):
        self.say({"object": "list", "data": [{"id": "plain"}]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if type(self).busy:
            type(self).busy -= 1
            self.say({"error": "busy"}, 503)
            return
        type(self).seen.append({**body, "key": self.headers.get("Authorization")})
        asked = body["messages"][-1]["content"]
        if "crash" in asked:
            self.say({"error": {"message": "out of memory"}}, 500)
            return
        known = "Een verloren sleutel kost 45 euro." if "sleutel" in asked else "I do not know."
        self.say({"choices": [{"message": {"role": "assistant", "content": known}}]})

    def say(self, content, status=200):
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


@pytest.fixture
def scripted() -> Iterator[str]:
    Scripted.busy, Scripted.seen = 1, []
    server = HTTPServer(("127.0.0.1", 0), Scripted)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_plain_model_stands_in_the_same_table(scripted, questions, tmp_path):
    target = OpenAILike(scripted, "plain", api_key="secret", system="Be brief.", pause_seconds=0)
    history = (Turn("user", "Hallo"), Turn("assistant", "Dag!"))
    items = (*questions.items, make_item(id="crash", question="crash", history=history))
    with closing(target):
        run = run_suite(replace(questions, items=items), target, tmp_path / "run")
    assert [s.scores.get("correct") for s in run.scored] == [0.0, 1.0, 1.0, None]
    assert run.scored[0].scores["false_refusal"] == 1.0
    assert run.scored[1].scores["document_recall"] == 0.0
    assert run.scored[1].scores["quote_fidelity"] is None
    assert "500" in run.scored[3].result.error
    assert "out of memory" in run.scored[3].result.error
    sent = Scripted.seen[-1]
    assert [m["role"] for m in sent["messages"]] == ["system", "user", "assistant", "user"]
    assert (sent["model"], sent["temperature"], sent["key"]) == ("plain", 0, "Bearer secret")
    assert "secret" not in (tmp_path / "run" / "settings.json").read_text()


def test_a_busy_server_is_left_alone_in_the_end():
    calls = []

    def refuse(request):
        calls.append(request)
        return httpx.Response(503, json={})

    target = OpenAILike("http://busy", "m", transport=httpx.MockTransport(refuse), pause_seconds=0)
    with pytest.raises(httpx.HTTPStatusError, match="503"):
        target.answer(make_item())
    assert len(calls) == 4


def test_an_empty_reply_is_a_refusal():
    reply = {"choices": [{"message": {"content": None}}]}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=reply))
    target = OpenAILike("http://mute", "m", transport=transport)
    result, trace = target.answer(make_item())
    assert (result.refused, trace) == (True, None)
    assert measured(make_item(), result, target.page_text)["false_refusal"] == 1.0
