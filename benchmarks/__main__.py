"""All benchmarks, one after another: reading, retrieval at small sizes, serving."""

from __future__ import annotations

import subprocess
import sys

for name, more in (
    ("reading", ()),
    ("retrieval", ("--sizes", "1000", "10000")),
    ("serving", ()),
):
    print(f"\n== {name}", flush=True)
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *more], check=False)
