"""What a robustness measurement found, on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from evals.measures import Unit
from evals.tabulating import number, written_difference

if TYPE_CHECKING:
    from evals.robustness.measuring import Kept


def print_kept(found: Sequence[Kept], out: Path) -> None:
    """One line for each change, all together last."""
    table = Table()
    for heading in ("Change", "Asked", "Right alone", "Still right", "95 % interval", "Difference"):
        table.add_column(heading, justify="left" if heading == "Change" else "right")
    for one in found:
        if one.change == "all":
            table.add_section()
        low, high = number(one.kept.low, Unit.SHARE), number(one.kept.high, Unit.SHARE)
        table.add_row(
            one.change,
            str(one.difference.n),
            str(one.kept.n),
            number(one.kept.mean, Unit.SHARE),
            f"{low} – {high}",
            written_difference(one.difference, Unit.SHARE),
        )
    console = Console()
    console.print(table)
    console.print(f"Answers: {out / 'changed' / 'report.html'}", soft_wrap=True, markup=False)
