"""Start-up, answers over HTTP and memory, each beside a bare Python in the same run.

    python -m benchmarks.serving [--corpus FOLDER] [--questions 200]

Start-up is told as a multiple of starting a bare Python; answers over HTTP as a multiple of asking
the same server for its health page. Absolute times are printed too, for reading only.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

from benchmarks.growth import percentile

QUESTIONS = (
    "waar begin ik met mijn band in Duitsland?",
    "which grants pay travel for a dance company?",
    "hoeveel belasting houdt de organisator in Duitsland in op mijn gage?",
    "do I need a visa to play in the UK?",
    "moet ik een A1 hebben voor Nederland?",
    "what is a TIP?",
    "wie helpt mij met contracten in het buitenland?",
    "how does VAT work when I send an invoice to a French venue?",
    "welke residenties zijn er in Japan?",
    "hoeveel kost een parkeerplaats op de maan?",
)


def timed(words: list[str], cwd: str, runs: int = 5) -> float:
    """Median seconds of a command, started anew each time."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(words, cwd=cwd, capture_output=True, check=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def post(address: str, question: str) -> float:
    """Milliseconds of one answer over HTTP."""
    body = json.dumps({"question": question}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    request = urllib.request.Request(f"{address}/api/chat", data=body, headers=headers)
    started = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as reply:
        reply.read()
    return (time.perf_counter() - started) * 1000


def get(address: str) -> float:
    """Milliseconds of the health page."""
    started = time.perf_counter()
    with urllib.request.urlopen(f"{address}/healthz", timeout=60) as reply:
        reply.read()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--questions", type=int, default=200)
    given = parser.parse_args()
    python = [sys.executable]
    wegwijs = [*python, "-m", "wegwijs"]
    with tempfile.TemporaryDirectory() as folder:
        corpus = ["--corpus", str(given.corpus.resolve())] if given.corpus else []
        started = time.perf_counter()
        subprocess.run([*wegwijs, "index", *corpus], cwd=folder, capture_output=True, check=True)
        built = time.perf_counter() - started
        bare = timed([*python, "-c", "pass"], folder)
        rows = [
            ("bare Python", bare),
            ("--help", timed([*wegwijs, "--help"], folder)),
            ("index, nothing changed", timed([*wegwijs, "index", *corpus], folder)),
            ("ask", timed([*wegwijs, "ask", QUESTIONS[0], *corpus], folder)),
        ]
        started = time.perf_counter()
        with subprocess.Popen(
            [*wegwijs, "serve", "--port", "0", *corpus],
            cwd=folder,
            stderr=subprocess.PIPE,
            text=True,
        ) as server:
            try:
                address = _address(server)
                while True:
                    try:
                        get(address)
                        break
                    except OSError:
                        time.sleep(0.02)
                rows.append(("serve, until it answers", time.perf_counter() - started))
                for question in QUESTIONS:
                    post(address, question)
                health = [get(address) for _ in range(given.questions)]
                answers = [
                    post(address, QUESTIONS[n % len(QUESTIONS)]) for n in range(given.questions)
                ]
                process = psutil.Process(server.pid)
                memory = process.memory_info().rss / 1e6
            finally:
                server.terminate()
    print(f"index from nothing: {built:.1f} s")
    for name, seconds in rows:
        print(f"{name:28s} {seconds:7.2f} s   {seconds / bare:6.1f} x bare Python")
    middle = percentile(health, 0.5)
    for name, values in (("health page", health), ("answer over HTTP", answers)):
        p50, p95 = percentile(values, 0.5), percentile(values, 0.95)
        print(
            f"{name:28s} p50 {p50:6.1f} ms  p95 {p95:6.1f} ms   {p50 / middle:6.1f} x health page"
        )
    print(f"memory while serving: {memory:.0f} MB")


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    for line in server.stderr:
        if "http://127.0.0.1:" in line:
            return "http://127.0.0.1:" + line.split("http://127.0.0.1:")[1].split()[0]
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
