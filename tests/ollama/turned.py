"""Right answers of one run that are wrong in another: what a lying model did."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path


def main(before: Path, after: Path) -> None:
    """Prints how many answers the model worded, and every one that it turned to wrong."""
    was, now = _scores(before), _scores(after)
    turned = sorted(name for name in was if was[name]["correct"] and not now[name]["correct"])
    engines = Counter(str(one["engine"]).partition(":")[0] for one in now.values())
    sys.stdout.write(f"{len(now)} questions, engines {dict(engines)}; turned: {len(turned)}\n")
    sys.stdout.writelines(f"  {name}\n" for name in turned)


def _scores(folder: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for line in (folder / "scores.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        found[entry["id"]] = {"correct": entry["scores"]["correct"] == 1}
    for line in (folder / "results.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        found[entry["id"]]["engine"] = entry.get("engine", "")
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
