"""Are the right documents and pages cited, and do the quotes stand there?"""

from __future__ import annotations

from evals.measures.measure import PageText
from evals.result import Result
from evals.suite import Item


def document_recall(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the expected documents that the answer cites."""
    if not item.answerable or not item.documents:
        return None
    cited_documents = {citation.document for citation in result.citations}
    return sum(document in cited_documents for document in item.documents) / len(item.documents)


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
    cited_pages = {(c.document, c.page) for c in result.citations}
    found = sum(any((d, p) in cited_pages for p in pages) for d, pages in item.pages.items())
    return found / len(item.pages)


def page_precision(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the citations of documents with known evidence pages that are on such a page."""
    relevant = [c for c in result.citations if c.document in item.pages]
    if not item.answerable or not relevant:
        return None
    return sum(c.page in item.pages[c.document] for c in relevant) / len(relevant)


def quote_fidelity(_: Item, result: Result, page_text: PageText) -> float | None:
    """Share of the quotes that stand verbatim, white space folded, on the page they name.

    An empty quote stands nowhere. Citations whose page text is not known are left out.
    """
    scored = []
    for citation in result.citations:
        text = page_text(citation.document, citation.page)
        if text is None:
            continue
        quote = " ".join(citation.quote.split())
        scored.append(bool(quote) and quote in " ".join(text.split()))
    return sum(scored) / len(scored) if scored else None


def cited(item: Item, result: Result, _: PageText) -> float | None:
    """Of the answers given: 1 when it cites at least one source. Small talk needs none."""
    if result.refused or item.kind == "smalltalk":
        return None
    return float(bool(result.citations))
