"""Are the facts there: surface forms, nuggets, forbidden statements, strict correctness."""

from __future__ import annotations

import re
import unicodedata

from evals.measures.measure import PageText
from evals.result import Result
from evals.suite import Item, Nugget

MAX_WORDS = 500
"""Longest answer, in words, that counts as right: a pasted document is no answer."""

_NO_CENTS = r"0{1,2}(?!\d)"
COUNTER_QUESTION = "clarification-wanted"
"""The status of a result that asks what was meant."""


def folded(text: str) -> str:
    """Text as nuggets are matched: composed, case folded, one kind of apostrophe, accents kept."""
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()


def holds(answer: str, forms: tuple[str, ...]) -> bool:
    """Whether any of the surface forms stands in the answer, white space ignored.

    A form that begins or ends with a digit must not touch another digit, nor continue a decimal
    number: "12 %" does not stand in "112 %", nor "5" in "2,5". "125.000" stands in "125.000,00".
    """
    haystack = folded(answer)
    for form in forms:
        needle = "".join(folded(form).split())
        if not needle:
            continue
        before = r"(?<!\d)(?<!\d[.,])" if needle[0].isdigit() else ""
        after = rf"(?!\d)(?![.,](?!{_NO_CENTS})\d)" if needle[-1].isdigit() else ""
        if re.search(before + r"\s*".join(map(re.escape, needle)) + after, haystack):
            return True
    return False


def word_count(text: str) -> int:
    """Words of the answer as read, citation markers left out."""
    return len(re.sub(r"\[\d+\]", " ", text).split())


def asked_back(item: Item, result: Result) -> bool:
    """Whether an ambiguous question was met with a counter-question, which is a right answer."""
    return item.kind == "ambiguous" and result.status == COUNTER_QUESTION


def _share(nuggets: tuple[Nugget, ...], answer: str) -> float | None:
    if not nuggets:
        return None
    return sum(holds(answer, nugget.any_of) for nugget in nuggets) / len(nuggets)


def vital_nuggets(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the vital nuggets in the answer; a refusal holds none."""
    if not item.answerable or asked_back(item, result):
        return None
    return 0.0 if result.refused and item.vital else _share(item.vital, result.answer)


def all_nuggets(item: Item, result: Result, _: PageText) -> float | None:
    """Share of all nuggets in the answer; a refusal holds none."""
    if not item.answerable or asked_back(item, result):
        return None
    return 0.0 if result.refused and item.nuggets else _share(item.nuggets, result.answer)


def forbidden(item: Item, result: Result, _: PageText) -> float | None:
    """1 when a forbidden statement stands in the answer."""
    return float(holds(result.answer, item.forbid)) if item.forbid else None


def faults(item: Item, result: Result) -> tuple[str, ...]:
    """Why an answer is not strictly correct, in words for a person; empty when it is.

    Answerable: every vital nugget is there, nothing forbidden, at most :data:`MAX_WORDS` words, and
    it was not refused. Not answerable: refused, and nothing forbidden said. Ambiguous: a
    counter-question is right, whether or not an answer exists. Small talk: some reply without
    citations, whatever its status.
    """
    found = [f"says “{form}”" for form in item.forbid if holds(result.answer, (form,))]
    if item.kind == "smalltalk" and not item.documents:
        if not result.answer.strip():
            found.append("no reply")
        if result.citations:
            found.append("cites documents for small talk")
    elif asked_back(item, result):
        pass
    elif not item.answerable:
        if not result.refused:
            found.append("answered what the documents do not say")
    elif result.refused:
        found.append("refused what the documents do say")
    else:
        found.extend(
            f"lacks “{nugget.any_of[0]}”"
            for nugget in item.vital
            if not holds(result.answer, nugget.any_of)
        )
        length = word_count(result.answer)
        if length > MAX_WORDS:
            found.append(f"{length} words, more than {MAX_WORDS}")
    return tuple(found)


def correct(item: Item, result: Result, _: PageText) -> float | None:
    """Strict correctness: 1 when :func:`faults` finds none."""
    return float(not faults(item, result))


def premise_corrected(item: Item, result: Result, _: PageText) -> float | None:
    """Of false premises: answered with the truth and without repeating the error."""
    if item.kind != "false-premise" or not item.answerable:
        return None
    return correct(item, result, _)
