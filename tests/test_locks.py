"""What is tested is what is run: both lock files name the same versions."""

from __future__ import annotations

import re
from pathlib import Path

import Stemmer

REQUIREMENTS = Path(__file__).parent.parent / "requirements"


def locked(name: str) -> dict[str, str]:
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    run, test = locked("run.txt"), locked("test.txt")
    assert run
    assert {name: test.get(name) for name in run} == run


def test_lock_files_name_no_address() -> None:
    for name in ("run.txt", "test.txt"):
        assert "://" not in (REQUIREMENTS / name).read_text(encoding="utf-8")


def test_dutch_is_stemmed_by_the_rules_that_were_measured() -> None:
    # Snowball 3 gives the name "dutch" to other rules, which part these two.
    dutch = Stemmer.Stemmer("dutch")
    assert dutch.stemWord("jaarlijkse") == dutch.stemWord("jaarlijks")
