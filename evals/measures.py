"""What is measured of one answer: each measure is a named function of a question and its result.

A measure gives a number from 0 to 1 (words and milliseconds excepted), or None where it does not
apply or could not be scored: None is left out of means, never counted as zero.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus.language import detect
from evals.result import Result
from evals.suite import Item, Nugget

MAX_WORDS = 500
"""Longest answer, in words, that counts as right: a pasted document is no answer."""

PageText = Callable[[str, int], str | None]
"""Gives the text of a document's page (from 1), or None where it cannot be known."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's name, what it says, and which way is better (None: neither)."""

    name: str
    title: str
    explanation: str
    function: Callable[[Item, Result, PageText], float | None]
    higher_is_better: bool | None = True
    proportion: bool = True


def folded(text: str) -> str:
    """Text as nuggets are matched: composed, case folded, one kind of apostrophe, accents kept."""
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()


def holds(answer: str, forms: tuple[str, ...]) -> bool:
    """Whether any of the surface forms stands in the answer, white space ignored.

    A form that begins or ends with a digit must not touch another digit, nor continue a decimal
    number: "12 %" does not stand in "112 %", nor "5" in "2,5".
    """
    haystack = folded(answer)
    for form in forms:
        needle = "".join(folded(form).split())
        if not needle:
            continue
        before = r"(?<!\d)(?<!\d[.,])" if needle[0].isdigit() else ""
        after = r"(?!\d)(?![.,]\d)" if needle[-1].isdigit() else ""
        if re.search(before + r"\s*".join(map(re.escape, needle)) + after, haystack):
            return True
    return False


def word_count(text: str) -> int:
    """Words of the answer as read, citation markers left out."""
    return len(re.sub(r"\[\d+\]", " ", text).split())


def _share(nuggets: tuple[Nugget, ...], answer: str) -> float | None:
    if not nuggets:
        return None
    return sum(holds(answer, nugget.any_of) for nugget in nuggets) / len(nuggets)


def vital_nuggets(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the vital nuggets in the answer; a refusal holds none."""
    if not item.answerable:
        return None
    return 0.0 if result.refused and item.vital else _share(item.vital, result.answer)


def all_nuggets(item: Item, result: Result, _: PageText) -> float | None:
    """Share of all nuggets in the answer."""
    if not item.answerable:
        return None
    return 0.0 if result.refused and item.nuggets else _share(item.nuggets, result.answer)


def correct(item: Item, result: Result, _: PageText) -> float | None:
    """Strict correctness.

    Answerable: every vital nugget there, nothing forbidden, at most :data:`MAX_WORDS` words, not
    refused. Not answerable: refused, and nothing forbidden said.
    """
    clean = not holds(result.answer, item.forbid)
    if not item.answerable:
        return float(result.refused and clean)
    whole = all(holds(result.answer, nugget.any_of) for nugget in item.vital)
    short = word_count(result.answer) <= MAX_WORDS
    return float(not result.refused and whole and clean and short)


def forbidden(item: Item, result: Result, _: PageText) -> float | None:
    """1 when a forbidden statement stands in the answer."""
    return float(holds(result.answer, item.forbid)) if item.forbid else None


def false_answer(item: Item, result: Result, _: PageText) -> float | None:
    """1 when a question that the corpus does not answer was answered."""
    return None if item.answerable else float(not result.refused)


def false_refusal(item: Item, result: Result, _: PageText) -> float | None:
    """1 when an answerable question was refused."""
    return float(result.refused) if item.answerable else None


def premise_corrected(item: Item, result: Result, _: PageText) -> float | None:
    """Of false premises: answered with the truth and without repeating the error."""
    if item.kind != "false-premise" or not item.answerable:
        return None
    return correct(item, result, _)


def _documents(result: Result) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.document for citation in result.citations))


def document_recall(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the expected documents that the answer cites."""
    if not item.answerable or not item.documents:
        return None
    cited = set(_documents(result))
    return sum(document in cited for document in item.documents) / len(item.documents)


def document_precision(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the citations that name an expected document; None without citations."""
    if not item.answerable or not item.documents or not result.citations:
        return None
    expected = set(item.documents)
    return sum(c.document in expected for c in result.citations) / len(result.citations)


def page_recall(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the documents with known evidence pages of which one such page is cited."""
    if not item.answerable or not item.pages:
        return None
    cited = {(c.document, c.page) for c in result.citations}
    found = sum(any((d, p) in cited for p in pages) for d, pages in item.pages.items())
    return found / len(item.pages)


def page_precision(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the citations of documents with known evidence pages that are on such a page."""
    relevant = [c for c in result.citations if c.document in item.pages]
    if not item.answerable or not relevant:
        return None
    return sum(c.page in item.pages[c.document] for c in relevant) / len(relevant)


def quote_fidelity(_: Item, result: Result, page_text: PageText) -> float | None:
    """Share of the quotes that stand verbatim, white space folded, on the page they name."""
    scored = []
    for citation in result.citations:
        text = page_text(citation.document, citation.page)
        if text is None:
            continue
        quote = " ".join(citation.quote.split())
        scored.append(bool(quote) and quote in " ".join(text.split()))
    return sum(scored) / len(scored) if scored else None


def claim_support(_: Item, result: Result, __: PageText) -> float | None:
    """Share of the cited claims of which every number stands in the quotes they cite.

    The part of claim support that needs no judge: words may be translated, numbers may not change.
    """
    quotes = {c.n: c.quote for c in result.citations}
    scored = []
    for text, numbers in result.claims:
        if numbers:
            carried = _digits(" ".join(quotes.get(n, "") for n in numbers))
            scored.append(_digits(text) <= carried)
    return sum(scored) / len(scored) if scored else None


def _digits(text: str) -> set[str]:
    found = re.findall(r"\d+(?:[.,\u00a0\u202f ]\d+)*", text)
    return {part for number in found for part in re.findall(r"\d+", number)}


def cited(_: Item, result: Result, __: PageText) -> float | None:
    """Of the answers given: 1 when it cites at least one source."""
    return None if result.refused else float(bool(result.citations))


def bare_refusal(_: Item, result: Result, __: PageText) -> float | None:
    """Of the refusals: 1 when it carries no citations, as it should."""
    return float(not result.citations) if result.refused else None


def language_match(item: Item, result: Result, _: PageText) -> float | None:
    """1 when the answer's own language is the question's.

    The language that the result states decides; else that of its text, quotes taken out.
    """
    if result.lang:
        return float(result.lang == item.lang)
    own = result.answer
    for citation in result.citations:
        own = own.replace(citation.quote, " ")
    found = detect(own)
    return None if found is None else float(found == item.lang)


def words(_: Item, result: Result, __: PageText) -> float | None:
    """Length of the answer, in words."""
    return float(word_count(result.answer))


def latency(_: Item, result: Result, __: PageText) -> float | None:
    """Milliseconds from question to whole answer."""
    return result.latency_ms


MEASURES: tuple[Measure, ...] = (
    Measure(
        "correct",
        "Strictly correct",
        "All vital facts, nothing forbidden, at most 500 words; or rightly refused.",
        correct,
    ),
    Measure(
        "vital_nuggets", "Vital facts", "Share of the vital facts in the answer.", vital_nuggets
    ),
    Measure("all_nuggets", "All facts", "Share of all facts in the answer.", all_nuggets),
    Measure(
        "forbidden",
        "Forbidden said",
        "A statement that makes the answer wrong was made.",
        forbidden,
        False,
    ),
    Measure(
        "false_answer",
        "False answers",
        "Questions without an answer in the corpus that were answered.",
        false_answer,
        False,
    ),
    Measure(
        "false_refusal",
        "False refusals",
        "Answerable questions that were refused.",
        false_refusal,
        False,
    ),
    Measure(
        "premise_corrected",
        "Premise corrected",
        "False premises that were answered with the truth.",
        premise_corrected,
    ),
    Measure(
        "document_recall",
        "Documents cited",
        "Share of the expected documents that are cited.",
        document_recall,
    ),
    Measure(
        "document_precision",
        "Document precision",
        "Share of the citations that name an expected document.",
        document_precision,
    ),
    Measure(
        "page_recall",
        "Pages cited",
        "Documents of which a page with the evidence is cited.",
        page_recall,
    ),
    Measure(
        "page_precision",
        "Page precision",
        "Share of the citations on a page with the evidence.",
        page_precision,
    ),
    Measure(
        "quote_fidelity",
        "Quotes verbatim",
        "Share of the quotes that stand on the page they name.",
        quote_fidelity,
    ),
    Measure(
        "claim_support",
        "Claims supported",
        "Claims of which every number stands in the cited quotes.",
        claim_support,
    ),
    Measure("cited", "Answers cited", "Answers given that cite a source.", cited),
    Measure("bare_refusal", "Bare refusals", "Refusals that carry no citations.", bare_refusal),
    Measure(
        "language_match", "Language", "Answer in the language of the question.", language_match
    ),
    Measure("words", "Words", "Length of the answer in words.", words, None, False),
    Measure(
        "latency_ms",
        "Latency (ms)",
        "Milliseconds from question to whole answer.",
        latency,
        False,
        False,
    ),
)
