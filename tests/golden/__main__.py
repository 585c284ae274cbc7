"""Prints precision and recall per feature: ``python -m tests.golden``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.golden.reading import read_made
from tests.golden.truth import Agreement

with tempfile.TemporaryDirectory() as folder:
    results = read_made(Path(folder))
table = Table("feature", "precision", "recall", "F1", "in the documents")
for feature in next(iter(results.values())):
    total = sum((one[feature] for one in results.values()), Agreement(0, 0, 0))
    table.add_row(
        feature,
        f"{total.precision:.3f}",
        f"{total.recall:.3f}",
        f"{total.f1:.3f}",
        str(total.both + total.missing),
    )
Console().print(table)
