from __future__ import annotations

import pytest

from evals.errors import SuiteError
from evals.suite import load_suite

GOOD = """
- id: a
  question: Hoeveel?
  lang: nl
  kind: number
  answerable: true
  documents: [study]
  pages: {study: [2, 3]}
  nuggets: [{any_of: ["12", 12.5], vital: true}]
  history: [{role: user, content: Wat?}]
  unknown_key: is ignored
"""


def write(tmp_path, text, name="suite.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_suite_is_read(tmp_path):
    item = load_suite(write(tmp_path, GOOD)).items[0]
    assert item.nuggets[0].any_of == ("12", "12.5")
    assert item.pages == {"study": (2, 3)}
    assert item.history[0].content == "Wat?"


@pytest.mark.parametrize("key", ["question", "lang", "kind", "answerable", "documents", "nuggets"])
def test_a_missing_key_names_file_item_and_key(tmp_path, key):
    text = "\n".join(line for line in GOOD.splitlines() if not line.strip().startswith(key))
    with pytest.raises(SuiteError, match=rf"suite\.yaml: item a: key '{key}'"):
        load_suite(write(tmp_path, text))


@pytest.mark.parametrize(
    ("old", "new"),
    [("lang: nl", "lang: xx"), ("[2, 3]", "[0]"), ("role: user", "role: robot"),
     ("answerable: true", "answerable: maybe"), ('["12", 12.5]', "[]")],
)  # fmt: skip
def test_a_wrong_value_is_refused(tmp_path, old, new):
    with pytest.raises(SuiteError):
        load_suite(write(tmp_path, GOOD.replace(old, new)))


def test_an_id_may_occur_once_in_a_folder(tmp_path):
    write(tmp_path, GOOD, "one.yaml")
    write(tmp_path, GOOD, "two.yaml")
    with pytest.raises(SuiteError, match="occurs already"):
        load_suite(tmp_path)


def test_no_yaml_and_no_file_are_told(tmp_path):
    with pytest.raises(SuiteError, match="not valid YAML"):
        load_suite(write(tmp_path, "- [unclosed"))
    with pytest.raises(SuiteError, match="no suite there"):
        load_suite(tmp_path / "absent.yaml")
