"""What ``wegwijs check`` prints."""

from __future__ import annotations

import json
from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from assistant.bibliography import place
from assistant.paragraphs.serialising import check_as_json
from assistant.paragraphs.verdicts import CheckedParagraph, SentenceVerdict
from assistant.paragraphs.wording import load_wording
from corpus.document import Source

_STYLES = {
    SentenceVerdict.SUPPORTED: "green",
    SentenceVerdict.PARTLY: "yellow",
    SentenceVerdict.CONTRADICTED: "bold red",
    SentenceVerdict.OUTDATED: "magenta",
    SentenceVerdict.NOT_IN_CORPUS: "cyan",
    SentenceVerdict.NOT_CHECKABLE: "dim",
}


def print_check(
    checked: CheckedParagraph, sources: Mapping[str, Source], *, as_json: bool = False
) -> None:
    """Prints a checked paragraph, for a person or as JSON: the summary, then each sentence with its
    verdict, what it rests on and where that stands. ``sources`` are the documents by id."""
    if as_json:
        content = json.dumps(check_as_json(checked), ensure_ascii=False)
        Console(soft_wrap=True).print_json(content, indent=2)
        return
    console = Console()
    wording = load_wording(checked.lang)
    console.print(f"[bold]{escape(checked.summary)}[/]", highlight=False)
    for sentence in checked.sentences:
        verdict = f"[{_STYLES[sentence.verdict]}]{wording.verdict(sentence.verdict)}[/]"
        text = escape(sentence.text)
        console.print(f"\n{sentence.number}. {verdict} — {text}", highlight=False)
        if sentence.read_as:
            _print(console, wording.frame("read-as", text=sentence.read_as), "italic dim")
        _print(console, " ".join((sentence.explanation, *sentence.notes)))
        for citation in checked.cited(sentence):
            source = sources.get(citation.document)
            where = ", ".join(filter(None, (citation.title, place(citation, source))))
            _print(console, f"“{citation.quote}”")
            _print(console, where, "dim")
        for reference in sentence.references:
            name = wording.frame("references")
            _print(console, f"{name} “{reference.text}”: {reference.explanation}.")
    for finding in checked.audit:
        console.print(escape(f"! {finding.text}: {finding.detail}"), highlight=False)


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Padding(Text(text, style=style), (0, 0, 0, 3)))
