"""Every cited document once, every source behind a fiche's facts once."""

from __future__ import annotations

from assistant.answer import Citation, Claim
from assistant.bibliography import by_place, certainty, cited_documents, told_in_full
from corpus.document import Provenance

GUIDE = Provenance("Guide", "House", "https://example.org/guide", "2021", "2021", locator="p. 3")
PAGE = Provenance("Page", "Desk", None, "unknown", "unknown", volatile=True, confidence="medium")


def cited(n: int, document: str, *origins: Provenance, quote: str = "") -> Citation:
    return Citation(n, document, document.title(), 1, quote, provenance=origins)


def test_a_document_stands_once_with_all_its_citations() -> None:
    found = cited_documents([cited(1, "a"), cited(2, "b"), cited(3, "a")])
    assert [(d.document, [c.n for c in d.citations]) for d in found] == [("a", [1, 3]), ("b", [2])]


def test_a_source_of_two_facts_stands_once_with_both_places() -> None:
    other_place = Provenance(
        "Guide", "House", "https://example.org/guide", "2021", "2024", True, "low", "p. 9"
    )
    (document,) = cited_documents([cited(1, "a", GUIDE, PAGE), cited(2, "a", other_place, PAGE)])
    assert [(o.title, o.locator) for o in document.origins] == [
        ("Guide", "p. 3; p. 9"),
        ("Page", ""),
    ]
    assert document.origins[0].volatile
    assert document.certainty == "low"


def test_sources_of_another_date_are_others() -> None:
    later = Provenance("Guide", "House", "https://example.org/guide", "2024", "2024")
    (document,) = cited_documents([cited(1, "a", GUIDE, later)])
    assert len(document.origins) == 2


def test_without_sources_a_document_speaks_for_itself() -> None:
    assert certainty(()) == "high"


def test_a_quote_is_told_in_full_only_by_a_claim_that_cites_it() -> None:
    quoted = cited(1, "a", quote="a  travel\ngrant")
    assert told_in_full(quoted, [Claim("**Lead.** Get a travel grant now.", (1,))])
    assert not told_in_full(quoted, [Claim("Get a travel grant now.", (2,))])
    assert not told_in_full(quoted, [Claim("Get a grant to travel.", (1,))])


def test_places_join_where_the_answer_already_quotes_them() -> None:
    citations = [
        Citation(n, "a", "A", 1, quote, section=section)
        for n, quote, section in (
            (1, "One.", "X"),
            (2, "Two.", "Y"),
            (3, "Three.", "X"),
            (4, "4", "X"),
        )
    ]
    claims = [Claim("One. Two. Three.", (1, 2, 3)), Claim("Four.", (4,))]
    assert [[c.n for c in group] for group in by_place(citations, claims)] == [[1, 3], [2], [4]]
