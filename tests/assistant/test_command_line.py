"""What ``ask`` prints for a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

import wegwijs
from assistant.answer import Answer, AnswerStatus, ChosenRoute, Citation, Claim, Referral
from assistant.command_line import print_answer, print_hits
from corpus.document import Provenance, Source
from wegwijs import app

LONG = "https://example.org/" + "-".join(["a-very-long-address"] * 8)
SOURCES = {
    "tip": Source("tip", "Travel grant", Path("tip.md"), pair="tip"),
    "study": Source("study", "Study", Path("study.pdf")),
}
ORIGINS = (
    Provenance("Guide", "House", LONG, "2021", "2021"),
    Provenance("Page", "Desk", "https://example.org/page", "unknown", "unknown"),
)


def answered(question: str = "who pays?", understood: str = "") -> Answer:
    cited = [("tip", 1, "What?"), ("study", 7, "Tables"), ("tip", 1, "When?"), ("tip", 1, "When?")]
    return Answer(
        id="1",
        question=question,
        standalone_question=understood or question,
        lang="en",
        status=AnswerStatus.ANSWERED,
        claims=(Claim("The house pays.", (1, 2, 3, 4)),),
        citations=tuple(
            Citation(
                n, name, SOURCES[name].title, page, "…", section=section,
                provenance=ORIGINS if name == "tip" else (),
            )
            for n, (name, page, section) in enumerate(cited, start=1)
        ),
    )  # fmt: skip


def printed(capsys: pytest.CaptureFixture[str], answer: Answer, *, all_sources: bool) -> str:
    print_answer(answer, SOURCES, all_sources=all_sources)
    return capsys.readouterr().out


def test_every_document_stands_once_with_its_places(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, answered(), all_sources=False)
    assert "Travel grant: What? [1]; When? [3][4]\n" in out
    assert "Study: p. 7, Tables [2]\n" in out
    assert out.count("Travel grant") == 1


def test_a_long_address_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert f"    {LONG}\n" in printed(capsys, answered(), all_sources=False)


def test_the_other_sources_are_counted_and_shown_when_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    short = printed(capsys, answered(), all_sources=False)
    assert "Guide, House, 2021 (+1)" in short
    assert "https://example.org/page" not in short
    assert "--sources" in short
    whole = printed(capsys, answered(), all_sources=True)
    assert "https://example.org/page" in whole
    assert "--sources" not in whole


def test_a_question_of_signs_alone_is_not_echoed(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, answered("??", "? ?"), all_sources=False)
    assert "? ?" not in out


def test_the_help_of_a_route_names_what_can_be_chosen() -> None:
    import typer.main

    from assistant.route_plan import load_plan

    (command,) = (c for c in typer.main.get_group(app).commands.values() if c.name == "route")
    told = {parameter.name: str(getattr(parameter, "help", "")) for parameter in command.params}
    plan = load_plan()
    words = {
        key: {word.strip(".,;:") for word in text.split()} for key, text in told.items() if text
    }
    assert set(plan.disciplines) <= words["discipline"]
    assert set(plan.destinations) <= words["destination"]


def test_the_route_of_an_answer_is_the_command_that_prints_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    route = ChosenRoute("music", "de", "first-steps", "person")
    out = printed(capsys, replace(answered(), route=route), all_sources=False)
    command = "wegwijs route --discipline music --destination de --stage first-steps"
    assert f"{command} --applicant person --lang en" in " ".join(out.split())
    assert "wegwijs route" not in printed(capsys, answered(), all_sources=False)


def test_choices_are_printed_once(capsys: pytest.CaptureFixture[str]) -> None:
    status = AnswerStatus.CLARIFICATION_WANTED
    asked = replace(
        answered(), status=status, claims=(Claim("Which?", frame=True),), choices=("This one?",)
    )
    assert printed(capsys, asked, all_sources=False).count("This one?") == 1
    go_on = replace(answered(), choices=("This one?",))
    assert printed(capsys, go_on, all_sources=False).count("This one?") == 1


def test_the_route_is_over_the_same_data(capsys: pytest.CaptureFixture[str]) -> None:
    route = ChosenRoute("music", "de", "first-steps", "person")
    print_answer(replace(answered(), route=route), SOURCES, data=Path("my data"))
    (line,) = (row for row in capsys.readouterr().out.splitlines() if "wegwijs route" in row)
    assert line.endswith("--applicant person --lang en --data 'my data'")


def test_nothing_found_leads_to_the_documents_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    class Empty:
        index = SimpleNamespace(sources=tuple)

        def search(self, query: str, *, k: int, lang: str | None) -> SimpleNamespace:
            return SimpleNamespace(hits=())

    print_hits(Empty(), "x", k=1, lang=None, data=Path("my data"))
    assert "`wegwijs corpus list --data 'my data'`" in " ".join(capsys.readouterr().out.split())


def test_what_stands_around_an_answer_is_in_its_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed(capsys, replace(answered(), lang="nl"), all_sources=False)
    assert "Met --sources zie je alle bronnen achter de fiches." in out
    assert "shows every source" not in out


def test_a_document_without_pages_and_sections_has_no_colon(
    capsys: pytest.CaptureFixture[str],
) -> None:
    note = {"note": Source("note", "Plain note", Path("note.md"))}
    cited = (Citation(1, "note", "Plain note", 1, "…"),)
    print_answer(replace(answered(), citations=cited), note)
    assert "Plain note [1]" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "x"),
        ("search", "x"),
        ("route", "--discipline", "music", "--destination", "de"),
    ],
    ids=["ask", "search", "route"],
)
def test_a_language_that_no_answer_is_in_is_bad_usage(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, [*words, "--lang", "fr"])
    assert result.exit_code == 2
    assert "'nl'" in result.output


def test_a_file_that_may_not_be_read_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied", "kept.json")

    monkeypatch.setattr(wegwijs, "app", refuse)
    with pytest.raises(SystemExit) as stopped:
        wegwijs.main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith("kept.json: Permission denied. Check")


@pytest.mark.parametrize(
    ("reason", "printed"),
    [
        ("The Desk is the first to ask.", "→ The Desk is the first to ask."),
        ("They know of visas.", "→ The Desk: They know of visas."),
    ],
)
def test_who_knows_is_named_once(
    capsys: pytest.CaptureFixture[str], reason: str, printed: str
) -> None:
    print_answer(replace(answered(), referrals=(Referral("The Desk", reason),)), SOURCES)
    assert printed in capsys.readouterr().out.splitlines()
