"""Bad input is told in a sentence, costs one document, and never shows a traceback."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.system.conftest import Run, command

GOOD = "# Reisbeurs\n\nDe reisbeurs betaalt 450 euro per reis naar Finland.\n"


def make_pdf(path: Path, text: str) -> None:
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, text)
    canvas.showPage()
    canvas.save()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "goed.md").write_text(GOOD, encoding="utf-8")
    return folder


def index(wegwijs: Run, documents: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return wegwijs("index", "--corpus", str(documents), "--without-fiches", *more)


def ask(wegwijs: Run, documents: Path, question: str) -> dict[str, object]:
    asked = wegwijs("ask", question, "--corpus", str(documents), "--without-fiches", "--json")
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def test_broken_files_cost_only_themselves(wegwijs: Run, documents: Path) -> None:
    make_pdf(documents / "tekst.pdf", "De werkbeurs bedraagt 1200 euro per maand in Oslo.")
    whole = (documents / "tekst.pdf").read_bytes()
    (documents / "leeg.pdf").write_bytes(b"")
    (documents / "afgebroken.pdf").write_bytes(whole[: len(whole) // 3])
    (documents / "geen.pdf").write_bytes(b"this is not a pdf at all")
    (documents / "verkeerd.txt").write_bytes(bytes(range(256)) * 40)
    canvas = Canvas(str(documents / "beeld.pdf"))
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=documents / "tekst.pdf")
    writer.encrypt("geheim")
    writer.write(documents / "gesloten.pdf")

    indexed = index(wegwijs, documents)

    assert "Traceback" not in indexed.stderr + indexed.stdout
    assert indexed.returncode == 0
    for name in ("leeg", "afgebroken", "geen", "verkeerd", "beeld", "gesloten"):
        assert name in indexed.stderr, f"{name} was not told"
    assert "password" in indexed.stderr
    answer = ask(wegwijs, documents, "Hoeveel bedraagt de werkbeurs in Oslo?")
    assert "1200" in str(answer["text"])
    assert answer["citations"][0]["document"] == "tekst"


def test_a_folder_without_documents_is_told(wegwijs: Run, tmp_path: Path) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    indexed = index(wegwijs, empty)
    assert "Traceback" not in indexed.stderr
    answer = ask(wegwijs, empty, "Wat is een reisbeurs?")
    assert answer["status"] == "not-in-corpus"
    absent = index(wegwijs, tmp_path / "bestaat-niet")
    assert "Traceback" not in absent.stderr
    assert "bestaat-niet" in absent.stderr


def test_a_data_folder_that_cannot_be_written_is_told(
    wegwijs: Run, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "bezet").write_text("a file where a folder should be")
    indexed = index(wegwijs, documents, "--data", str(tmp_path / "bezet"))
    assert indexed.returncode == 1
    assert "Traceback" not in indexed.stderr
    assert "bezet" in indexed.stderr


def test_a_corrupt_index_is_told_or_mended(wegwijs: Run, documents: Path, tmp_path: Path) -> None:
    index(wegwijs, documents)
    for path in sorted((tmp_path / "data" / "index").rglob("*")):
        if path.is_file() and path.name not in ("lock", ".lock"):
            path.write_bytes(b"\x00garbage")
    asked = wegwijs("ask", "reisbeurs Finland", "--corpus", str(documents), "--without-fiches")
    assert "Traceback" not in asked.stderr
    mended = index(wegwijs, documents)
    assert mended.returncode == 0, mended.stderr
    assert "450" in str(
        ask(wegwijs, documents, "Hoeveel betaalt de reisbeurs naar Finland?")["text"]
    )


def test_killed_while_indexing_loses_nothing(
    wegwijs: Run, documents: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    index(wegwijs, documents)
    for number in range(400):
        text = f"# Fiche {number}\n\nLand {number} betaalt {number} euro per optreden.\n"
        (documents / f"fiche-{number}.md").write_text(text, encoding="utf-8")
    words = command("index", "--corpus", str(documents), "--without-fiches")
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as interrupted:
        time.sleep(1.2)
        os.kill(interrupted.pid, signal.SIGKILL)
    answer = ask(wegwijs, documents, "Hoeveel betaalt de reisbeurs naar Finland?")
    assert "450" in str(answer["text"])
    again = index(wegwijs, documents)
    assert again.returncode == 0, again.stderr
    assert "317" in str(ask(wegwijs, documents, "Hoeveel euro betaalt land 317?")["text"])


def test_a_port_in_use_is_told(wegwijs: Run, documents: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        served = wegwijs("serve", "--corpus", str(documents), "--without-fiches", "--port", port)
    assert served.returncode == 1
    assert "Traceback" not in served.stderr
    assert f"Port {port} is in use" in served.stderr


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?", "😀🎻🔥", "<script>alert(1)</script> <b>reisbeurs</b>", "reisbeurs " * 1000],
    ids=["empty", "blank", "mark", "emoji", "html", "10000"],
)
def test_odd_questions_are_answered_decently(wegwijs: Run, documents: Path, question: str) -> None:
    asked = wegwijs("ask", question, "--corpus", str(documents), "--without-fiches", "--json")
    assert "Traceback" not in asked.stderr
    if asked.returncode == 0:
        assert json.loads(asked.stdout)["status"]
    else:
        assert asked.returncode == 1
        assert asked.stderr.strip()


def test_bad_usage_exits_with_two(wegwijs: Run) -> None:
    assert wegwijs("search", "x", "-k", "0").returncode == 2
    assert wegwijs("nonsense").returncode == 2


def test_the_path_in_a_name_stays_inside(wegwijs: Run, documents: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Het geheime bedrag is 777 euro.", encoding="utf-8")
    (documents / "link.txt").symlink_to(secret)
    index(wegwijs, documents)
    answer = ask(wegwijs, documents, "Wat is het geheime bedrag?")
    assert "777" not in str(answer["text"])
