"""The report of an evaluation in a real browser: filter, search, links, both colour schemes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from evals.comparing import compare
from evals.reporting import write_report
from evals.running import run_suite
from evals.suite import suite_of
from tests.browser.conftest import Opened
from tests.evals.conftest import REFUSAL, ScriptedTarget, make_item, make_result


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and keeps no log; no icon is asked of a report."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture
def report(tmp_path: Path) -> Iterator[str]:
    """The address of a report on four questions, beside an earlier run.

    Ask for it before ``opened``, so that its server outlives the pages.
    """
    suite = suite_of(
        [
            make_item(id="right", question="Hoe groot is de groep?"),
            make_item(id="wrong", question="Which share was it?", lang="en", persona="staff"),
            make_item(id="absent", answerable=False, documents=(), nuggets=(), pages={},
                      kind="unanswerable"),
            make_item(id="crash", kind="list"),
        ]
    )  # fmt: skip
    script = {
        "right": make_result(),
        "wrong": make_result(answer="**Ongeveer de helft** van de makers, in 2023. [1]"),
        "absent": REFUSAL,
        "crash": RuntimeError("out of luck"),
    }
    before = run_suite(suite, ScriptedTarget({**script, "wrong": make_result()}), tmp_path / "a")
    run = run_suite(suite, ScriptedTarget(script), tmp_path / "b")
    path = tmp_path / "report.html"
    write_report(run, path, compare(before, run))
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{path.name}"
        server.shutdown()
        thread.join()


def test_questions_are_filtered_searched_and_linked(report: str, opened: Opened) -> None:
    page = opened(report)
    shown = page.locator("article:visible")
    assert shown.count() == 4
    page.select_option("select[name=outcome]", "not right")
    assert sorted(shown.evaluate_all("all => all.map(one => one.id)")) == ["crash", "wrong"]
    page.select_option("select[name=changed]", "worse")
    assert page.inner_text("#shown") == "1 of 4 questions"
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('#shown').textContent.startsWith('4')")
    page.fill("input[name=text]", "GROEP groot")
    assert shown.count() == 1
    page.evaluate("location.hash = 'crash'")
    page.wait_for_function("document.querySelector('#shown').textContent.startsWith('4')")


def test_both_answers_stand_side_by_side_with_what_differs(report: str, opened: Opened) -> None:
    page = opened(report)
    card = page.locator("article#wrong")
    assert card.locator(".answer").count() == 2
    assert "12,5" in card.locator("del").first.inner_text()
    assert "Ongeveer" in card.locator("ins").first.inner_text()
    card.get_by_text("Expected, cited, measured").click()
    assert card.locator(".facts .missing").count() == 1
    card.get_by_text("How the answer came about").click()
    assert card.get_by_role("heading", name="Retrieved").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_off_the_page(report: str, opened: Opened, scheme: str, width: int) -> None:
    page = opened(report, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
