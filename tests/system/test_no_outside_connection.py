"""Indexing, asking and serving reach for nothing outside this machine."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.request
from pathlib import Path

from tests.system.conftest import Run, command


def test_index_ask_and_search_open_no_outside_connection(
    wegwijs: Run, connection_log: Path
) -> None:
    assert wegwijs("index").returncode == 0
    asked = wegwijs("ask", "Hoeveel belasting houdt men in Duitsland in op mijn gage?", "--json")
    assert asked.returncode == 0, asked.stderr
    assert "15,825" in json.loads(asked.stdout)["text"]
    assert wegwijs("search", "residency Berlin", "--json").returncode == 0
    assert wegwijs("doctor").returncode == 0
    assert not connection_log.exists(), connection_log.read_text()


def test_the_guard_notes_what_it_refuses(
    environment: dict[str, str], connection_log: Path, tmp_path: Path
) -> None:
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')"
    words = [command()[0], "-c", code]
    subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert connection_log.read_text() == "192.0.2.1\n"


def test_serving_opens_no_outside_connection(
    environment: dict[str, str], connection_log: Path, tmp_path: Path
) -> None:
    words = command("serve", "--port", "0")
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            address = _address(server)
            body = json.dumps({"question": "Which tax is withheld in Germany?"}).encode()
            request = urllib.request.Request(
                f"{address}/api/chat",
                data=body,
                headers={"Content-Type": "application/json", "Accept": "application/json"},
            )
            with urllib.request.urlopen(request, timeout=60) as reply:
                answer = json.load(reply)
            assert answer["citations"]
            for path in ("/", "/docs", "/documents", "/healthz", "/readyz"):
                with urllib.request.urlopen(address + path, timeout=60) as reply:
                    assert reply.status == 200
        finally:
            server.terminate()
    assert not connection_log.exists(), connection_log.read_text()


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        line = server.stderr.readline()
        if "http://127.0.0.1:" in line:
            return "http://127.0.0.1:" + line.split("http://127.0.0.1:")[1].split()[0]
        if not line and server.poll() is not None:
            break
    raise AssertionError("the server did not say its address")
