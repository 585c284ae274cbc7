from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

import pytest

from corpus.document import Document, Status, Validity
from indexing.index import Index
from indexing.retriever import Retrieval
from indexing.settings import IndexingSettings
from tests.indexing.factories import H, P, Shelf, document, table


@dataclass(frozen=True)
class Meaning:
    term: str
    weight: float


@dataclass(frozen=True)
class Said:
    term: str
    places: tuple[int, ...]


class Lexicon:
    """Four words, readable by eye."""

    known: ClassVar[dict[tuple[str, str], str]] = {
        ("en", "grants"): "subsidie",
        ("en", "grant"): "subsidie",
        ("en", "performing arts"): "podiumkunsten",
        ("nl", "subsidie"): "grant",
        ("nl", "dans"): "dance",
        ("en", "attend"): "bijwonen",
    }

    def translate(self, term: str, source: str, target: str) -> tuple[Meaning, ...]:
        found = self.known.get((source, term))
        return (Meaning(found, 1.0),) if found else ()

    def expressions(self, words: Sequence[str], lang: str) -> tuple[Said, ...]:
        pairs = ((" ".join(words[at : at + 2]), (at, at + 1)) for at in range(len(words) - 1))
        known = {"performing arts", "turned up"} if lang == "en" else {"op poten"}
        return tuple(Said(term, places) for term, places in pairs if term in known)

    def synonyms(self, term: str, lang: str) -> tuple[str, ...]:
        return ("organiseren",) if term == "op poten" else ()

    def written(self, term: str, lang: str) -> tuple[Meaning, ...]:
        return (Meaning("attend", 1.0),) if term in {"turned up", "appeared"} else ()

    def words(self, lang: str) -> frozenset[str]:
        return frozenset(term for known, term in self.known if known == lang and " " not in term)

    def phrase_words(self, lang: str) -> frozenset[str]:
        return frozenset(("performing", "arts")) if lang == "en" else frozenset()

    def lemmas(self, form: str, lang: str) -> tuple[str, ...]:
        return ("aanvragen",) if (form, lang) == ("aangevraagd", "nl") else ()

    def verb_forms(self, word: str) -> tuple[str, ...]:
        return ("voerde",) if word == "voert" else ()

    def relatives(self, term: str, lang: str) -> tuple[Meaning, ...]:
        return (Meaning("fragmentatie", 0.75),) if term == "versnippering" else ()


@contextmanager
def over(settings: IndexingSettings, shelf: Shelf, *documents: Document) -> Iterator[Index]:
    shelf.put(*documents)
    shelf.index(settings)
    with Index(settings, Lexicon) as index:
        yield index


def documents_of(retrieval: Retrieval) -> list[str]:
    return [hit.passage.document for hit in retrieval.hits]


FILLER = [document(f"x{number}", [(P, f"Heel iets anders {number}.")]) for number in range(5)]


def test_a_form_finds_its_dictionary_form(settings: IndexingSettings, shelf: Shelf) -> None:
    asks = document("a", [(P, "Een beurs aanvragen kan het hele jaar.")])
    with over(settings, shelf, asks, *FILLER) as index:
        found = index.retriever.retrieve("wordt er aangevraagd?", lang="nl")
    assert documents_of(found)[:1] == ["a"]


def test_another_form_of_the_verb_and_a_word_that_means_the_same_are_found(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    talks = document("a", [(P, "De werkgroep voerde gesprekken.")])
    split = document("b", [(P, "De fragmentatie is groot.")])
    with over(settings, shelf, talks, split, *FILLER) as index:
        assert documents_of(index.retriever.retrieve("wie voert ze?", lang="nl")) == ["a"]
        assert documents_of(index.retriever.retrieve("versnippering", lang="nl")) == ["b"]


@pytest.mark.parametrize("said", ["turned up", "appeared"])
def test_what_documents_write_for_what_people_say_is_found_in_both_languages(
    settings: IndexingSettings, shelf: Shelf, said: str
) -> None:
    came = document("a", [(P, "Fifty people attend the evening.")], language="en")
    wrote = document("b", [(P, "Wie de avond wil bijwonen, schrijft zich in.")])
    made = document("c", [(P, "De buren organiseren een feest.")])
    with over(settings, shelf, came, wrote, made, *FILLER) as index:
        found = index.retriever.retrieve(f"who {said}", lang="en")
        assert {"a", "b"} <= set(documents_of(found))
        assert documents_of(index.retriever.retrieve("zet dat op poten", lang="nl")) == ["c"]


def test_the_score_is_the_sum_of_its_features(settings: IndexingSettings, shelf: Shelf) -> None:
    with over(settings, shelf, document("a", [(P, "De subsidie voor dans.")]), *FILLER) as index:
        hit = index.retriever.retrieve("subsidie dans", lang="nl").hits[0]
        assert hit.score == pytest.approx(sum(one.contribution for one in hit.features))
        assert hit.matched == ("subsidie", "dans")
        assert "keyword" in hit.explanation()


def test_a_compound_is_found_by_its_part_and_the_other_way_round(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    texts = ["Muziekexport groeit.", "De muziek leeft.", "De export groeit.", "Muziek en export."]
    made = [document(f"d{at}", [(P, text)]) for at, text in enumerate(texts)]
    with over(settings, shelf, *made, *FILLER) as index:
        assert "d0" in documents_of(index.retriever.retrieve("export", lang="nl"))
        assert "d3" in documents_of(index.retriever.retrieve("muziekexport", lang="nl"))


def test_a_typing_error_is_corrected_and_told(settings: IndexingSettings, shelf: Shelf) -> None:
    with over(settings, shelf, document("a", [(P, "De subsidie voor dans.")]), *FILLER) as index:
        retrieval = index.retriever.retrieve("subsdie", lang="nl")
        assert retrieval.corrections == (("subsdie", "subsidie"),)
        assert documents_of(retrieval)[0] == "a"
        # The word is known from the first question, and is told again.
        again = index.retriever.retrieve("subsdie dans", lang="nl")
        assert again.corrections == (("subsdie", "subsidie"),)


def test_a_right_word_that_the_corpus_lacks_is_not_corrected(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    with over(settings, shelf, document("a", [(P, "Hij danst en zij dansd.")]), *FILLER) as index:
        assert index.retriever.retrieve("dans", lang="nl").corrections == ()


@pytest.mark.parametrize(
    ("question", "lang", "expected"),
    [
        ("which grants are there", "en", "nl-a"),
        ("performing arts", "en", "nl-b"),
        ("theater", "en", "nl-c"),
    ],
)
def test_a_question_in_one_language_finds_documents_in_the_other(
    settings: IndexingSettings, shelf: Shelf, question: str, lang: str, expected: str
) -> None:
    made = [
        document("nl-a", [(P, "De subsidies zijn bekend.")]),
        document("nl-b", [(P, "Alle podiumkunsten samen.")]),
        document("nl-c", [(P, "Het theater speelt.")]),
    ]
    with over(settings, shelf, *made, *FILLER) as index:
        assert documents_of(index.retriever.retrieve(question, lang=lang))[0] == expected


def test_of_a_pair_only_the_one_in_the_readers_language_comes_back(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    dutch = document("f-nl", [(P, "Subsidie: grant.")], pair="f", kind="funding")
    english = document("f-en", [(P, "Grant: subsidie.")], pair="f", kind="funding", language="en")
    with over(settings, shelf, dutch, english, *FILLER) as index:
        assert documents_of(index.retriever.retrieve("subsidie grant", lang="nl")) == ["f-nl"]
        assert documents_of(index.retriever.retrieve("subsidie grant", lang="en")) == ["f-en"]


def test_what_no_longer_holds_comes_after_what_does(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    ended = Validity(status=Status.ENDED)
    made = [
        document("ended", [(P, "De subsidie voor dans.")], validity=ended),
        document("now", [(P, "De subsidie voor dans.")]),
    ]
    with over(settings, shelf, *made, *FILLER) as index:
        assert documents_of(index.retriever.retrieve("subsidie", lang="nl")) == ["now", "ended"]


def test_only_the_named_documents_or_topics_are_searched(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    made = [
        document("a", [(P, "De subsidie voor dans.")], topics=("de",)),
        document("b", [(P, "De subsidie voor dans.")], topics=("fr", "music")),
    ]
    with over(settings, shelf, *made) as index:
        retrieve = index.retriever.retrieve
        assert documents_of(retrieve("subsidie", lang="nl", documents=frozenset({"b"}))) == ["b"]
        assert documents_of(retrieve("subsidie", lang="nl", topics=frozenset({"de"}))) == ["a"]
        assert documents_of(retrieve("subsidie", lang="nl", topics=frozenset({"it"}))) == []


def test_a_numbered_thing_is_looked_up(settings: IndexingSettings, shelf: Shelf) -> None:
    report = document(
        "report",
        [
            (H, "4.1 Publiek"),
            (P, "Het publiek groeit."),
            (H, "4.1.1 Deelname", {"level": 2}),
            (P, "De deelname daalt."),
            *table(("Land", "Steun"), ("Duitsland", "70,6 %")),
        ],
        title="Jaarverslag",
    )
    with over(settings, shelf, report, *FILLER) as index:
        section = index.retriever.retrieve("§ 4.1.1", lang="nl")
        assert section.reference
        assert section.hits[0].passage.heading == "4.1.1 Deelname"
        row = index.retriever.retrieve("Tabel 2", lang="nl").hits[0].passage
        assert row.text == "Duitsland 70,6 %"


@pytest.mark.parametrize(
    "question",
    ["", " ", "???", "🎭🎶", "<b>dans</b>", "x" * 10_000, "dans " * 3_000, "\x00", "de het een"],
)
def test_any_question_is_survived(settings: IndexingSettings, shelf: Shelf, question: str) -> None:
    with over(settings, shelf, document("a", [(P, "De subsidie voor dans.")])) as index:
        retrieval = index.retriever.retrieve(question, lang="nl")
        assert all(hit.score == hit.score for hit in retrieval.hits)


def test_rare_words_weigh_more(settings: IndexingSettings, shelf: Shelf) -> None:
    made = [document(f"d{at}", [(P, f"Steun voor kunst nummer{at}.")]) for at in range(8)]
    with over(settings, shelf, *made, document("a", [(P, "Steun voor circus.")])) as index:
        terms = {
            term.surface: term
            for term in index.retriever.retrieve("steun voor circus", lang="nl").terms
        }
        assert terms["circus"].idf > terms["steun"].idf
        assert "voor" not in terms


def test_the_index_gives_back_what_was_read(settings: IndexingSettings, shelf: Shelf) -> None:
    made = document("a", [(H, "Kop"), (P, "Een."), *table(("A", "B"), ("1", "2"))])
    with over(settings, shelf, made) as index:
        assert index.document("a") == made
        assert index.source("a") == made.source
        assert [one.ordinal for one in index.passages("a", 1, 5)] == [1]
        passage = index.passages("a")[0]
        assert index.passage(passage.id) == passage
        with pytest.raises(KeyError):
            index.document("b")


def test_a_learned_word_is_found_in_the_other_language(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    narrow = document("a", [(P, "De transversaliteit blijft beperkt.")])
    with over(settings, shelf, narrow, *FILLER) as index:
        found = index.retriever.retrieve("what about transversality", lang="en")
    matched = {variant.term: variant.origin for term in found.terms for variant in term.variants}
    assert matched["transversaliteit"] == "cognate"
    assert documents_of(found) == ["a"]
