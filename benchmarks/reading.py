"""Reading a PDF whole, beside bare text extraction by pdfium and by pypdf, and the memory it takes.

    python -m benchmarks.reading                  # a made document of 60 pages, and one of 1,000
    python -m benchmarks.reading FILE.pdf ...     # and these documents

The three take turns on the same file in one process. Each round gives a ratio of processor seconds,
and the median of the rounds counts: it may be compared with other ratios, seconds only with those
of the same run. Memory is the most
that a process of its own has held while it read the long document.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

_SEED = 20
_LEFT, _TOP, _LEADING = 72, 770, 14


def made(path: Path, pages: int) -> Path:
    """A report without tags: headings, paragraphs, notes, running headers and a table now and
    then."""
    from reportlab.pdfgen.canvas import Canvas

    chance = random.Random(_SEED)
    syllables = (
        "be",
        "cul",
        "tuur",
        "leid",
        "kun",
        "sten",
        "aar",
        "ing",
        "ver",
        "den",
        "ma",
        "kers",
    )
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(3_000)]
    canvas = Canvas(str(path))
    for number in range(1, pages + 1):
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(_LEFT, 815, "Verslag over de jaren")
        canvas.drawRightString(523, 30, str(number))
        canvas.setFont("Times-Bold", 14)
        canvas.drawString(_LEFT, _TOP, f"{number}. {' '.join(chance.choices(words, k=4)).title()}")
        canvas.setFont("Times-Roman", 11)
        y = _TOP - 26
        while y > 110:
            canvas.drawString(_LEFT, y, " ".join(chance.choices(words, k=11)))
            y -= _LEADING if chance.random() > 0.15 else 2 * _LEADING
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(_LEFT, 80, f"{number} {' '.join(chance.choices(words, k=12))}.")
        if number % 10 == 0:
            for row in range(4):
                for column in range(3):
                    canvas.rect(_LEFT + 150 * column, 110 + 18 * row, 150, 18)
        canvas.showPage()
    canvas.save()
    return path


def with_pdfium(file: Path) -> None:
    """Bare text extraction."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(file)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def with_pypdf(file: Path) -> None:
    """Bare text extraction."""
    import pypdf

    for page in pypdf.PdfReader(file).pages:
        page.extract_text()


def whole(file: Path) -> None:
    """Our reading: headings, paragraphs, notes, tables, furniture, labels, metadata."""
    from corpus.document import Source
    from corpus.reading.dispatch import read

    read(Source(id=file.stem, title="", file=file))


def _rounds(file: Path, rounds: int) -> dict[str, list[float]]:
    """Processor seconds of each, round after round."""
    runs: dict[str, Callable[[Path], None]] = {
        "pdfium": with_pdfium,
        "ours": whole,
        "pypdf": with_pypdf,
    }
    whole(file)
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            started = time.process_time()
            run(file)
            seconds[name].append(time.process_time() - started)
    return seconds


def _ratio(theirs: list[float], ours: list[float]) -> float:
    return median(a / b for a, b in zip(theirs, ours, strict=True))


def _memory(file: str, answers: Any) -> None:
    whole(Path(file))
    answers.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def memory(file: Path) -> int:
    """The most bytes that a process of its own holds while it reads a document."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=_memory, args=(str(file), answers))
    process.start()
    found = int(answers.get(timeout=600))
    process.join()
    return found


def measured(file: Path, pages: int, rounds: int) -> dict[str, Any]:
    seconds = _rounds(file, rounds)
    return {
        "document": file.name,
        "pages": pages,
        "pages_per_second": round(pages / median(seconds["ours"]), 1),
        "speed_beside_pdfium": round(_ratio(seconds["pdfium"], seconds["ours"]), 3),
        "speed_beside_pypdf": round(_ratio(seconds["pypdf"], seconds["ours"]), 2),
        "seconds": {name: round(median(own), 3) for name, own in seconds.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--long", type=int, default=1_000, help="pages of the long document")
    options = parser.parse_args()
    import pypdfium2 as pdfium

    results = []
    with tempfile.TemporaryDirectory() as folder:
        short = made(Path(folder) / "made.pdf", 60)
        for file in (short, *options.files):
            document = pdfium.PdfDocument(file)
            pages = len(document)
            document.close()
            results.append(measured(file, pages, options.rounds))
            print(json.dumps(results[-1]))
        if options.long:
            long = made(Path(folder) / "long.pdf", options.long)
            print(json.dumps({"pages": options.long, "peak_mb": round(memory(long) / 1e6)}))


if __name__ == "__main__":
    main()
