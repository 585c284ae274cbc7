"""Fixed sentences stand in both languages, one for every status that is no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, NoticeKind
from assistant.referral import help_desk, load_help_desks
from assistant.wording import load_wording


def test_every_refusal_has_a_sentence_in_both_languages() -> None:
    wording = load_wording()
    for status in AnswerStatus:
        if status.refused:
            assert wording.status(status, "nl") != wording.status(status, "en")


def test_a_sentence_that_lacks_a_language_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wording.yaml"
    file.write_text("statuses: {failed: {nl: x}}\nframes: {}\nnotices: {}\nlanguages: {}\n")
    with pytest.raises(ValueError, match="failed"):
        load_wording(file)


def test_notices_name_what_they_are_about() -> None:
    text = load_wording().notice(NoticeKind.FALSE_PREMISE, "en", claimed="12%", found="40%")
    assert "12%" in text
    assert "40%" in text


def test_what_a_help_desk_is_for_is_a_whole_sentence() -> None:
    for desk in load_help_desks():
        for sentence in desk.reason.values():
            subject = sentence.removeprefix("Het ").removeprefix("The ")
            assert subject.startswith(f"{desk.name} ")
            assert sentence.endswith(".")


def test_a_help_desk_is_chosen_by_topic_and_there_is_always_one() -> None:
    desks = load_help_desks()
    assert help_desk("Hoe zit het met een A1-attest?", "nl", desks)[0].url
    music = help_desk("Which festivals book my band?", "en", desks)
    assert music[0].name == "VI.BE"
    assert help_desk("Wat is het weer morgen?", "nl", desks)
