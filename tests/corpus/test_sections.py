"""The headings that fiches share."""

from __future__ import annotations

from corpus.sections import load_sections


def test_a_heading_is_found_by_its_name_in_either_language() -> None:
    sections = load_sections()
    assert sections.key("Belasting") == sections.key("tax") == "tax"
    assert sections.heading("tax", "nl") == "Belasting"
    assert sections.key("Weather") is None


def test_no_heading_stands_for_two_sections() -> None:
    sections = load_sections()
    for language in ("nl", "en"):
        headings = [names[language].casefold() for names in sections.names.values()]
        assert len(headings) == len(set(headings))
