"""What each ingredient of retrieval brings: everything on, against one ingredient off.

    python -m benchmarks.ablation FOLDER [FOLDER ...]

Each folder is a retrieval set in BEIR layout. Prints a Markdown table: nDCG@10 of the whole, and
per ingredient the difference that leaving it out makes, with a paired 95 % bootstrap interval over
the questions of all sets together.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.retrieval import evaluate
from evals.statistics import bootstrap
from indexing.settings import IndexingSettings


@dataclass(frozen=True)
class Variation:
    """The settings with something changed: of retrieval, of the index."""

    name: str
    retrieval: dict[str, Any] = field(default_factory=dict)
    indexing: dict[str, Any] = field(default_factory=dict)

    def settings(self) -> IndexingSettings:
        plain = IndexingSettings()
        changed = plain.retrieval.model_copy(update=self.retrieval)
        return plain.model_copy(update={"retrieval": changed, **self.indexing})


WHOLE = Variation("everything as it is set")
VARIATIONS = (
    Variation("without character 4-grams", {"gram_weight": 0.0}),
    Variation("without parts of compounds in the question", {"compound_weight": 0.0}),
    Variation("without dictionary forms", {"lemma_weight": 0.0}),
    Variation("parts of compounds at 0.4", {"compound_weight": 0.4}),
    Variation("with stop words", {"drop_stop_words": False}),
    Variation("without the reference route", {"reference_route": False}),
    Variation("title and section path said once", {"context_repeats": 1.0}),
    Variation("without title and section path", {"context_repeats": 0.0}),
    Variation("without coverage and proximity", {"coverage_weight": 0.0, "proximity_weight": 0.0}),
    Variation("without correction of spelling", {"correction_weight": 0.0, "cognate_weight": 0.0}),
    Variation("without translation", {"translation_weight": 0.0}),
    Variation("50 candidates", {"candidates": 50}),
    Variation("passages of at most 600 characters", {}, {"max_passage_characters": 600}),
    Variation("passages of at most 2,400 characters", {}, {"max_passage_characters": 2_400}),
    Variation("with the built-in vectors, weight 0.3", {"vector_weight": 0.3}),
)


def per_question(variation: Variation, folders: list[Path]) -> dict[str, dict[str, float]]:
    """Per set, nDCG@10 of each question."""
    with tempfile.TemporaryDirectory() as scratch:
        return {
            folder.name: evaluate(folder, Path(scratch), variation.settings()).per_question
            for folder in folders
        }


def main() -> None:
    """Print the table, a row at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--only", default="", help="variations whose name holds this")
    given = parser.parse_args()
    whole = per_question(WHOLE, given.folders)
    names = [folder.name for folder in given.folders]
    print("| | " + " | ".join(names) + " | all questions | 95 % interval |")
    print("|---|" + "---:|" * (len(names) + 2))
    means = [sum(whole[name].values()) / len(whole[name]) for name in names]
    everything = [value for name in names for value in whole[name].values()]
    cells = [f"{mean:.3f}" for mean in (*means, sum(everything) / len(everything))]
    print(f"| {WHOLE.name} | " + " | ".join(cells) + " | |", flush=True)
    for variation in VARIATIONS:
        if given.only not in variation.name:
            continue
        other = per_question(variation, given.folders)
        differences = {
            name: [other[name][key] - whole[name][key] for key in whole[name]] for name in names
        }
        pooled = [value for name in names for value in differences[name]]
        low, high = bootstrap(pooled, seed=20)
        cells = [f"{sum(values) / len(values):+.3f}" for values in (*differences.values(), pooled)]
        print(
            f"| {variation.name} | " + " | ".join(cells) + f" | {low:+.3f} to {high:+.3f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
