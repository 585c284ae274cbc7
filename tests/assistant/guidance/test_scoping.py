"""Fiches that do not fit step back; what publishers wrote stays."""

from __future__ import annotations

from pathlib import Path

from assistant.extracting.asked import Candidate
from assistant.guidance.guide import Guide
from assistant.guidance.scope import Scope
from corpus.document import Source


def _candidate(guide: Guide, pair: str, section: str) -> Candidate:
    fiche = guide.fiches.fiche(pair, "nl")
    return Candidate(fiche.by_section[section][0].passage, fiche.source, 0.5)


def test_fiches_of_other_countries_are_out_and_publishers_documents_stay(guide: Guide) -> None:
    germany = _candidate(guide, "country-de", "tax")
    france = _candidate(guide, "country-fr", "tax")
    published = Candidate(
        france.passage, Source("report", "Belasting in Frankrijk", Path("report.pdf")), 0.9
    )
    given = {"de": germany, "fr": france, "published": published}
    kept = guide.fitted(given, Scope(countries=("de",), sections=("tax",)), "nl")
    sources = {candidate.source.id for candidate in kept.values()}
    assert "country-de-nl" in sources
    assert "country-fr-nl" not in sources
    assert "report" in sources


def test_publishers_documents_get_no_bonus(guide: Guide) -> None:
    passage = _candidate(guide, "country-fr", "tax").passage
    published = Candidate(passage, Source("report", "Frankrijk", Path("report.pdf")), 0.9)
    kept = guide.fitted({"p": published}, Scope(countries=("fr",), sections=("tax",)), "nl")
    assert next(c for c in kept.values() if c.source.id == "report").bonus == 0.0


def test_a_grant_for_other_disciplines_is_out_and_their_organisation_cedes(guide: Guide) -> None:
    given = {
        "grant": _candidate(guide, "funding-literature-travel", "what-it-covers"),
        "house": _candidate(guide, "organisation-literatuur-vlaanderen", "what-it-does"),
    }
    (house,) = guide.fitted(given, Scope(disciplines=("dance",)), "nl").values()
    assert house.source.id == "organisation-literatuur-vlaanderen-nl"
    assert house.bonus < 0


def test_a_fiche_is_read_in_the_readers_language(guide: Guide) -> None:
    given = {"tip": _candidate(guide, "funding-tip", "what-it-is")}
    (tip,) = guide.fitted(given, Scope(), "en").values()
    assert tip.source.id == "funding-tip-en"
    assert tip.passage.language == "en"


def test_the_asked_part_of_a_named_fiche_is_brought_in(guide: Guide) -> None:
    scope = Scope(sections=("when",), named={"funding-tip": 1.0})
    found = guide.fitted({}, scope, "nl").values()
    best = max(found, key=lambda candidate: candidate.bonus)
    assert guide.fiches.section(best.passage) == "when"
    assert len(found) > 5
