"""Both languages say everything, with the same places to fill in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from assistant.answer import AnswerStatus, NoticeKind
from corpus.catalogue import Kind as CatalogueKind
from corpus.document import Status
from corpus.fiche import Kind as FicheKind
from web.wording import LANGUAGES, chosen_language, wording

WEB = Path(__file__).parent.parent.parent / "web"


def texts(lang: str) -> dict[str, str]:
    return {key: text for key, text in wording(lang).entries.items() if isinstance(text, str)}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_have_the_same_keys() -> None:
    assert wording("nl").entries.keys() == wording("en").entries.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty(lang: str) -> None:
    assert [key for key, text in texts(lang).items() if not text.strip()] == []


def test_places_are_the_same() -> None:
    dutch, english = texts("nl"), texts("en")
    assert [key for key in dutch if places(dutch[key]) != places(english[key])] == []


def test_lists_have_the_same_shape() -> None:
    for key in ("start.examples", "about.steps", "about.limits"):
        assert len(wording("nl").items(key)) == len(wording("en").items(key))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_notice_and_validity_has_words(lang: str) -> None:
    t = wording(lang)
    for status in AnswerStatus:
        assert t(f"status.{status.value}")
        assert t(f"about.statuses.{status.value}")
    for kind in NoticeKind:
        assert t(f"notice.{kind.value}")
    for validity in Status:
        assert t(f"validity.{validity.value}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_document_has_words(lang: str) -> None:
    t = wording(lang)
    for kind in (*CatalogueKind, *FicheKind):
        assert t(f"documents.kinds.{kind.value}")


def test_templates_ask_only_for_words_that_exist() -> None:
    known = wording("nl").entries
    for template in (WEB / "templates").glob("*.html"):
        for key in re.findall(
            r'\bt(?:\.items)?\(["\']([a-z_.-]+)["\'][,)]', template.read_text("utf-8")
        ):
            assert key in known, f"{template.name}: {key}"


def test_code_asks_only_for_words_that_exist() -> None:
    known = wording("nl").entries
    for module in WEB.rglob("*.py"):
        source = module.read_text("utf-8")
        for key in re.findall(r'\bt(?:\.items)?\("([a-z_.]+)"[,)]', source):
            assert key in known, f"{module.name}: {key}"
        for code in re.findall(r'(?:NotFound|BadRequest|TooBusy|TookTooLong)\(\s*"(\w+)"', source):
            assert f"errors.{code}.message" in known, f"{module.name}: {code}"


def test_every_word_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in [*WEB.rglob("*.html"), *WEB.rglob("*.py")])
    computed = (
        "status.", "notice.", "validity.", "nav.", "nav_short.", "errors.", "documents.kinds.",
        "documents.languages.", "source.confidence.", "about.statuses.", "coverage.",
        "check.meaning.",
    )  # fmt: skip
    leaves = [key for key, value in wording("nl").entries.items() if isinstance(value, str | list)]
    unused = [
        key
        for key in leaves
        if not key.startswith(computed)
        and f'"{key}"' not in source
        and f"'{key}'" not in source
        and f'"{key.rpartition(".")[2]}"' not in source
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("query", "cookie", "accept", "lang"),
    [
        (None, None, None, "nl"),
        (None, None, "en-GB,en;q=0.9,nl;q=0.8", "en"),
        (None, None, "fr-BE,nl;q=0.5,en;q=0.4", "nl"),
        (None, None, "nl;q=0, en;q=0.1", "en"),
        (None, None, "de, *;q=0.5", "nl"),
        (None, None, "en;q=zeven", "nl"),
        (None, "en", "nl", "en"),
        ("nl", "en", "en", "nl"),
        ("fr", "en", "nl", "en"),
    ],
)
def test_the_language_is_what_the_reader_chose(
    query: str | None, cookie: str | None, accept: str | None, lang: str
) -> None:
    assert chosen_language(query, cookie, accept) == lang


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording("nl")("no.such.text")
