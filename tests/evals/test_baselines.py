"""The baselines that are kept belong to the suites that are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.gating import gate
from evals.run_folder import KEPT_IN_BASELINE, read_run
from evals.suite import load_suite

EVALS = Path(__file__).parent.parent.parent / "evals"
BASELINES = sorted((EVALS / "baselines").iterdir())


@pytest.mark.parametrize("folder", BASELINES, ids=lambda folder: folder.name)
def test_a_baseline_holds_most_of_its_suite_and_passes_its_own_gate(folder):
    suite = load_suite(EVALS / "suites" / folder.name)
    run = read_run(folder, suite)
    assert len(run.scored) >= 0.8 * len(suite.items)
    assert gate(run, run).passed
    assert {path.name for path in folder.iterdir()} == set(KEPT_IN_BASELINE)


@pytest.mark.parametrize("folder", BASELINES, ids=lambda folder: folder.name)
def test_a_baseline_was_made_without_a_model_and_tells_nothing_of_a_machine(folder):
    settings = (folder / "settings.json").read_text("utf-8")
    assert '"engine": "extractive"' in settings
    assert str(Path.home()) not in settings
    assert "admin_token" not in settings
