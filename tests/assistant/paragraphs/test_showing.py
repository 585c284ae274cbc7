"""The same verdicts and words wherever a check is shown."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.errors import BadQuestion
from assistant.paragraphs import command_line
from assistant.paragraphs.command_line import print_check
from assistant.paragraphs.deciding import Decided
from assistant.paragraphs.reading import read_paragraph
from assistant.paragraphs.references import Reference
from assistant.paragraphs.replying import plain
from assistant.paragraphs.serialising import check_as_json
from assistant.paragraphs.verdicts import ReferenceOutcome, SentenceVerdict
from assistant.paragraphs.wording import LANGUAGES, load_wording
from assistant.pipeline import Assistant
from tests.assistant.paragraphs.conftest import Check

TEXT = (
    "Het atelierfonds betaalt 260 euro per maand (Bureau Voorbeeld 2022, p. 2). In 2021 verhuurde"
    " de havenstad een atelier aan 31 makers."
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_verdict_outcome_and_reason_has_words(lang: str) -> None:
    wording = load_wording(lang)
    assert all(wording.verdict(verdict) for verdict in SentenceVerdict)
    values = {"title": "T", "found": "F", "place": ", p. 1", "year": "2020"}
    for outcome in ReferenceOutcome:
        assert wording.reference(outcome, Reference("r", page=3), values)
    source = Path(command_line.__file__).parent
    told = "".join(file.read_text("utf-8") for file in source.glob("*.py"))
    for reason in set(re.findall(r'reason="([a-z-]+)"', told)) | {"words", "without", "moved"}:
        decided = Decided(SentenceVerdict.PARTLY, reason, (), {"words": "w"})
        assert wording.reason(decided)


def test_json_has_the_documented_shape(check: Check) -> None:
    content = check_as_json(check(TEXT))
    assert content.keys() == {"lang", "summary", "counts", "claims", "audit"}
    assert content["counts"]["contradicted"] == 1
    first = content["claims"][0]
    assert first["verdict"] == "contradicted"
    assert first["references"][0]["outcome"] == "says-otherwise"
    for citation in first["citations"]:
        assert {"document", "page", "page_label", "section", "quote"} <= citation.keys()
    json.dumps(content)


def test_the_chat_says_the_same_as_the_check(paragraph_assistant: Assistant, check: Check) -> None:
    answer = paragraph_assistant.ask(Question(f"Klopt deze paragraaf: {TEXT}"))
    checked = check(TEXT)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.lang == "nl"
    text = answer.text.replace("\\", "")
    assert text.startswith(f"**{checked.summary}**")
    wording = load_wording("nl")
    for sentence in checked.sentences:
        assert f"**{sentence.number}. {wording.verdict(sentence.verdict)}**" in text
        assert sentence.explanation in text
    assert [one.quote for one in answer.citations] == [one.quote for one in checked.citations]
    for claim in answer.claims:
        assert claim.frame or claim.citations


def test_a_paragraph_without_a_word_of_a_document_is_no_answer(
    paragraph_assistant: Assistant,
) -> None:
    answer = paragraph_assistant.ask(
        Question("Klopt deze paragraaf: De koning van Atlantis fietst elke zondag naar Mars.")
    )
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.citations


def test_what_only_comes_near_is_shown_where_the_words_say_so(
    paragraph_assistant: Assistant, check: Check
) -> None:
    text = "Het atelierfonds heeft elf vaste medewerkers in dienst."
    (sentence,) = check(text).sentences
    assert sentence.verdict is SentenceVerdict.NOT_IN_CORPUS
    assert sentence.citations
    answer = paragraph_assistant.ask(Question(f"Klopt deze paragraaf: {text}"))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "komt er het dichtst bij, maar draagt het niet" in answer.text
    shown = {number for claim in answer.claims for number in claim.citations}
    assert shown == {citation.n for citation in answer.citations} != set()


def test_text_of_others_is_no_markup() -> None:
    assert plain("[hier](https://example.org) **nu** <b>") == (
        "\\[hier\\](https\\://example.org) \\*\\*nu\\*\\* \\<b\\>"
    )


def test_the_command_prints_verdict_quote_and_page(
    paragraph_assistant: Assistant, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = {source.id: source for source in paragraph_assistant.index.sources()}
    print_check(check(f"[bold]{TEXT}"), sources)
    printed = " ".join(capsys.readouterr().out.split())
    assert "1. Tegengesproken — [bold]Het atelierfonds" in printed
    assert "p. 2" in printed
    print_check(check(TEXT), sources, as_json=True)
    assert json.loads(capsys.readouterr().out)["claims"][1]["verdict"] == "supported"


def test_the_paragraph_is_read_from_a_file_or_piped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("De stad telt 31 ateliers.", "utf-8")
    assert read_paragraph(file) == "De stad telt 31 ateliers."
    monkeypatch.setattr("sys.stdin", io.StringIO("Van elders."))
    assert read_paragraph(Path("-")) == "Van elders."
    with pytest.raises(BadQuestion):
        read_paragraph(tmp_path / "absent.txt")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(BadQuestion):
        read_paragraph(tmp_path / "image.png")
