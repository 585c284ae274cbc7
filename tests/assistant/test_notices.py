"""What stands beside an answer about facts that change often."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Citation, NoticeKind
from assistant.answering_settings import AnsweringSettings
from assistant.notices import notices
from assistant.wording import load_wording
from corpus.document import Provenance, Source

TODAY = date(2026, 11, 22)
FICHES = {
    name: Source(name, name.title(), Path(f"{name}.md"), language="nl", date=checked, pair=name)
    for name, checked in (("tax", "2026-11-20"), ("visa", "2026-11-22"))
}


def told(*facts: tuple[str, str], lang: str = "nl", volatile: bool = True) -> str:
    """The notice over facts as (fiche, as of); empty when there is none."""
    citations = tuple(
        Citation(
            n, fiche, fiche, 1, "…", language=lang,
            provenance=(Provenance("T", "P", None, "2026", as_of, volatile=volatile),),
        )
        for n, (fiche, as_of) in enumerate(facts, start=1)
    )  # fmt: skip
    found = notices(citations, FICHES, lang, TODAY, load_wording(), AnsweringSettings())
    return " ".join(notice.text for notice in found if notice.kind is NoticeKind.VOLATILE)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([("tax", "c. 2022-08")], "gegevens van 2022;"),
        ([("tax", "2024-09"), ("visa", "c. 2022-08")], "gegevens van 2022 tot 2024;"),
        ([("tax", "2019/2021")], "gegevens van 2019 tot 2021;"),
        ([("tax", "unknown")], "gegevens zonder datum;"),
        ([("tax", "2021"), ("visa", "unknown")], "gegevens van 2021, deels zonder datum;"),
    ],
)
def test_old_facts_tell_their_oldest_and_newest_year(
    facts: list[tuple[str, str]], said: str
) -> None:
    assert said in told(*facts)


def test_the_day_a_fiche_was_checked_is_told_apart_from_the_age_of_its_facts() -> None:
    text = told(("visa", "2021"), ("tax", "2020"), lang="en")
    assert "facts from 2020 to 2021" in text
    assert "The fiche was checked on 2026-11-20." in text


def test_young_or_lasting_facts_ask_for_no_check() -> None:
    assert told(("tax", "2026-05")) == ""
    assert told(("tax", "2012"), volatile=False) == ""
