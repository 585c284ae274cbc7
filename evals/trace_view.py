"""A trace as a reader can follow it: what was understood, found, ranked, kept, dropped, and why.

The assistant's traces have no fixed form. Known keys get a heading and a word of explanation, in
the order in which things happen; whatever else a trace holds comes after, in the same shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.suite import Item
from evals.targets import Trace

KNOWN: Mapping[str, tuple[str, str]] = {
    "understood": ("Understood", "How the question was read."),
    "concepts": ("Looked for", "Words and what they weigh; “?” stands in no document."),
    "named": ("Documents named", "The question names these."),
    "retrieved": ("Retrieved", "Passages found, best first. ✓ marks expected evidence."),
    "ranked": ("Ranked", "Sentences weighed against the question, best first."),
    "confidence": ("Confidence", "Probability that the documents hold the answer."),
    "answerability": ("Answer or refuse", "What the decision was made on, from 0 to 1."),
    "kept": ("Kept", "What went into the answer."),
    "dropped": ("Dropped", "What was taken out after all, and why."),
    "generation": ("Wording by a language model", "Its draft, and what became of it."),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a trace: pairs of key and value, a list, or a table; the others are empty.

    ``marked`` are the rows of the table (from 0) that hold expected evidence.
    """

    title: str
    explanation: str
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    marked: frozenset[int] = frozenset()


def sections(trace: Trace | None, item: Item) -> tuple[Section, ...]:
    """The trace's parts in the order in which they happened; empty parts are left out."""
    if not trace:
        return ()
    order = [*(key for key in KNOWN if key in trace), *(key for key in trace if key not in KNOWN)]
    made = (_section(key, trace[key], item) for key in order)
    return tuple(section for section in made if section is not None)


def _section(key: str, value: Any, item: Item) -> Section | None:
    title, explanation = KNOWN.get(key, (_spoken(key), ""))
    if value in (None, "", [], {}, ()):
        return None
    if isinstance(value, Mapping):
        pairs = tuple(
            (_spoken(k), _text(v)) for k, v in value.items() if v not in ("", [], {}, None)
        )
        return Section(title, explanation, pairs=pairs)
    if isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(entry, Mapping) for entry in value):
            return _table(title, explanation, value, item)
        return Section(title, explanation, items=tuple(_text(entry) for entry in value))
    return Section(title, explanation, items=(_text(value),))


def _table(
    title: str, explanation: str, entries: Sequence[Mapping[str, Any]], item: Item
) -> Section:
    columns = tuple(dict.fromkeys(key for entry in entries for key in entry))
    # A passage's id begins with its document, which need not stand in a column of its own.
    if "passage" in columns and "document" in columns:
        columns = tuple(column for column in columns if column != "document")
    rows = tuple(
        (
            f"{rank} ✓" if _is_evidence(entry, item) else str(rank),
            *(_text(entry.get(column)) for column in columns),
        )
        for rank, entry in enumerate(entries, start=1)
    )
    marked = frozenset(n for n, entry in enumerate(entries) if _is_evidence(entry, item))
    return Section(
        title,
        explanation,
        columns=("#", *(_spoken(column) for column in columns)),
        rows=rows,
        marked=marked,
    )


def _is_evidence(entry: Mapping[str, Any], item: Item) -> bool:
    """Whether a retrieved passage stands on a page, or in a document, that the item names."""
    document = entry.get("document")
    if document not in item.documents:
        return False
    pages = item.pages.get(str(document))
    return pages is None or any(page in pages for page in entry.get("pages") or ())


def _spoken(key: str) -> str:
    return key.replace("_", " ").replace("-", " ").capitalize()


def _text(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, Mapping):
        return "; ".join(f"{_spoken(str(k)).lower()} {_text(v)}" for k, v in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_text(entry) for entry in value) or "–"
    return str(value)
