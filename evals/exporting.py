"""Runs for other tools: JUnit XML and CSV (results and scores are JSON Lines already)."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from evals.measures import MEASURES, faults
from evals.run_folder import Run


def write_junit(run: Run, path: Path) -> None:
    """Writes each question as a test case: wrong is a failure, crashed is an error."""
    suite = ElementTree.Element(
        "testsuite",
        name="wegwijs",
        tests=str(len(run.scored)),
        failures=str(sum(s.scores.get("correct") == 0.0 for s in run.scored)),
        errors=str(sum(bool(s.result.error) for s in run.scored)),
    )
    for one in run.scored:
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=f"{Path(one.item.file).stem}.{one.item.kind}",
            name=one.item.id,
            time=f"{(one.result.latency_ms or 0) / 1000:.4f}",
        )
        if one.result.error:
            ElementTree.SubElement(case, "error", message=_plain(one.result.error or ""))
        elif one.scores.get("correct") == 0.0:
            why = "; ".join(faults(one.item, one.result)) or "not strictly correct"
            failure = ElementTree.SubElement(case, "failure", message=_plain(why))
            failure.text = _plain(f"{one.item.question}\n\n{one.result.answer}")
    ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)


def _plain(text: str) -> str:
    """Text without the characters that XML 1.0 forbids."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or 32 <= ord(c) < 0xD800 or 0xE000 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF
    )


def write_csv(run: Run, path: Path) -> None:
    """Writes a row per question with every score; an empty cell could not be scored."""
    names = [measure.name for measure in MEASURES]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["id", "question", "lang", "kind", "persona", "answerable", "status", "error", *names]
        )
        for one in run.scored:
            item = one.item
            cells = [one.scores.get(name) for name in names]
            writer.writerow(
                [
                    item.id,
                    _cell(item.question),
                    item.lang,
                    item.kind,
                    item.persona,
                    item.answerable,
                    one.result.status,
                    _cell(one.result.error or ""),
                    *("" if cell is None else cell for cell in cells),
                ]
            )


def _cell(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
