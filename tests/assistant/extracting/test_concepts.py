"""What a question is about, and the forms in which documents may say it."""

from __future__ import annotations

import pytest

from assistant.extracting.concept import Concept
from assistant.extracting.concepts import ConceptReader
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser


def read(
    text: str, lang: str, held: set[str], names: frozenset[str] = frozenset()
) -> dict[str, Concept]:
    """The concepts of ``text`` against an index that holds the stems ``held``."""
    reader = ConceptReader(
        Analyser(),
        Vocabulary.load(),
        lambda term: int(term in held),
        100,
        frame_weight=0.2,
        context_weight=0.85,
    )
    return {concept.surface: concept for concept in reader.read(text, lang, names=names)}


@pytest.mark.parametrize(
    ("question", "lang", "term", "words"),
    [
        ("waar kocht studio 100 iets", "nl", "studio100", ("studio", "100")),
        ("was er een live stream", "nl", "livestream", ("live", "stream")),
        ("beleid over muziek export", "nl", "muziekexport", ("muziek", "export")),
    ],
)
def test_words_written_apart_find_the_one_word(
    question: str, lang: str, term: str, words: tuple[str, str]
) -> None:
    found = read(question, lang, {term})
    assert all(found[word].strength(frozenset({term}), lang) == 1.0 for word in words)


def test_names_in_a_row_are_no_compound() -> None:
    found = read("wat doet belgium booms", "nl", {"belgiumbooms"})
    assert found["booms"].strength(frozenset({"belgiumbooms"}), "nl") == 0.0


@pytest.mark.parametrize("word", ["coming", "getting", "slice", "efkes"])
def test_words_that_only_frame_weigh_little(word: str) -> None:
    lang = "nl" if word == "efkes" else "en"
    found = read(f"{word} levy", lang, set())
    assert word not in found or found[word].frame


def test_an_expression_may_begin_with_an_empty_word() -> None:
    found = read("how many people are on the payroll", "en", {"loondienst"})
    assert found["payroll"].strength(frozenset({"loondienst"}), "nl") >= 0.75


def test_an_expression_may_be_said_in_every_way_that_is_listed() -> None:
    lower_charges = frozenset(Analyser().terms("lagere lasten", "nl"))
    found = read("which tax breaks", "en", set(lower_charges))
    assert found["tax"].strength(lower_charges, "nl") >= 0.45


def test_feed_does_not_come_from_fee() -> None:
    assert "vergoeding" not in {one.term for one in Vocabulary.load().translate("feed", "en", "nl")}


def test_a_word_that_both_languages_have_stays_that_word_first() -> None:
    games = read("which texts mention games", "en", {"gam", "spel", "game"})["games"]
    loan = max(games.strength(frozenset({term}), "nl") for term in ("gam", "game", "games"))
    assert loan == 1.0
    assert games.strength(frozenset({"spel"}), "nl") < 0.7


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("wie voert gesprekken", "voerd"),
        ("who supported it", "steund"),
        ("versnippering", "versnipperd"),
    ],
)
def test_another_form_of_the_verb_says_the_same(question: str, held: str) -> None:
    lang = "en" if question.startswith("who") else "nl"
    found = read(question, lang, {held})
    assert any(one.strength(frozenset({held}), "nl") >= 0.6 for one in found.values())


def test_either_of_two_stands_for_the_other_also_when_one_is_a_name_of_two_words() -> None:
    text = "wat zeggen ze over de brexit of het verenigd koninkrijk"
    found = read(text, "nl", set(), frozenset({"verenigd", "koninkrijk"}))
    assert found["brexit"].strength(frozenset({"verenigd", "koninkrijk"}), "nl") > 0.5
    assert found["koninkrijk"].strength(frozenset({"brexit"}), "nl") > 0.5


def test_a_learned_word_that_the_lexicon_lacks_is_met_in_the_other_language() -> None:
    found = read("what limits transversality", "en", {"transversaliteit"})
    assert found["transversality"].strength(frozenset({"transversaliteit"}), "nl") >= 0.7


def test_of_a_name_that_the_lexicon_lacks_only_the_whole_says_it() -> None:
    name = read(
        "Wat kost het Wachthuis?", "nl", {"wachthuis", "huis", "hous"}, frozenset({"wachthuis"})
    )["wachthuis"]
    assert name.strength(frozenset({"wachthuis"}), "nl") == 1.0
    assert name.strength(frozenset({"huis"}), "nl") == 0.0
    assert name.strength(frozenset({"hous"}), "en") == 0.0
    word = read("Wat kost een wachthuis?", "nl", {"huis", "hous"})["wachthuis"]
    assert word.strength(frozenset({"hous"}), "en") > 0.0


def test_a_rare_word_is_as_rare_in_a_few_passages_as_in_many() -> None:
    def rarity(passages: int) -> float:
        reader = ConceptReader(
            Analyser(lambda word: 1),
            Vocabulary.load(),
            lambda term: 1,
            passages,
            frame_weight=0.2,
            context_weight=0.8,
            rarity_passages=1000,
        )
        (concept,) = reader.read("fanfare", "nl")
        return concept.idf

    assert 0.8 * rarity(1000) < rarity(20) < 1.1 * rarity(1000)
    assert rarity(4000) > rarity(1000)


def test_what_a_short_document_is_about_keeps_its_weight() -> None:
    def weight(passages: int) -> float:
        reader = ConceptReader(
            Analyser(lambda word: passages),
            Vocabulary.load(),
            lambda term: passages,  # it stands in every passage
            passages,
            frame_weight=0.2,
            context_weight=0.8,
            rarity_passages=1000,
            few_passages_weight=2.5,
        )
        (concept,) = reader.read("fanfare", "nl")
        return concept.weight

    assert weight(20) > 2.0
    assert weight(1000) < 0.5


def test_a_contraction_is_nothing_to_look_for() -> None:
    found = read("why don't they say what they're doing", "en", set())
    assert not {"don't", "they're"} & set(found)


@pytest.mark.parametrize(
    ("question", "lang", "word", "term"),
    [
        ("may we scrap the levy", "en", "scrap", "abolish"),
        ("mogen we de heffing schrappen", "nl", "schrappen", "cancel"),
        ("how do we get rid of the levy", "en", "rid", "withdraw"),
    ],
)
def test_what_may_stand_in_a_words_place_counts_in_english_too(
    question: str, lang: str, word: str, term: str
) -> None:
    found = read(question, lang, {term})
    assert found[word].strength(frozenset({term}), "en") >= 0.3


def test_who_does_it_counts_for_what_is_done() -> None:
    found = read("wie mag de vloot besturen", "nl", {"bestuurder"})
    assert found["besturen"].strength(frozenset({"bestuurder"}), "nl") > 0.5


def test_one_word_of_an_expression_does_not_stand_for_another_word() -> None:
    found = read("when was the choir founded", "en", {"call"})
    assert found["founded"].strength(frozenset({"call"}), "en") == 0.0


def test_a_plural_with_another_stem_says_the_same_across_languages() -> None:
    found = read("which members vote", "en", {"led"})
    assert found["members"].strength(frozenset({"led"}), "nl") >= 0.9


def test_money_is_no_form_of_to_hold_good() -> None:
    found = read("wie krijgt geld", "nl", {"geldig", "geldt"})
    assert found["geld"].strength(frozenset({"geldig", "geldt"}), "nl") == 0.0


def test_a_name_in_one_word_is_met_by_its_parts_together() -> None:
    found = read("wat doet het Havenfonds", "nl", {"fonds"}, frozenset({"havenfonds"}))
    parts = [Analyser().stem(part, "nl") for part in ("haven", "fonds")]
    assert found["havenfonds"].strength(frozenset(parts), "nl") >= 0.8
    assert found["havenfonds"].strength(frozenset(parts[1:]), "nl") == 0.0


def test_a_noun_joined_to_a_name_is_a_word_of_its_own() -> None:
    found = read("wie kwam naar het Blauw Licht-congres", "nl", set(), frozenset({"licht-congres"}))
    assert found["licht"].name
    assert not found["congres"].name


def test_empty_words_of_the_other_language_say_nothing() -> None:
    assert "voor" not in read("what does the Fonds voor Havens pay", "en", {"voor"})
    assert "the" not in read("wat zegt The Harbour", "nl", {"the"})
    assert "die" in read("why do festivals die", "en", set())


def test_what_is_handed_in_frames_no_question() -> None:
    assert read("when do I hand my report in", "en", set())["report"].frame is False
    assert read("what does the report say", "en", set())["report"].frame
    assert read("binnen welke tijd kan ik bezwaar maken", "nl", set())["bezwaar"].frame is False


def test_that_a_few_passages_lack_a_word_says_little() -> None:
    def weight(passages: int) -> float:
        reader = ConceptReader(
            Analyser(), Vocabulary.load(), lambda _: 0, passages,
            frame_weight=0.2, context_weight=0.85, rarity_passages=1000,
        )  # fmt: skip
        return reader.read("touw", "nl")[0].weight

    assert weight(30) < weight(1000) == weight(5000)


@pytest.mark.parametrize(
    ("question", "lang", "held", "least"),
    [
        # A word, and an expression that says it more surely; each in either language.
        ("is dat verschil achterstallig", "nl", ("verschuldigd", "nl"), 0.6),
        ("which gadgets are there", "en", ("devices", "en"), 0.6),
        ("which gadgets are there", "en", ("apparaten", "nl"), 0.3),
        ("is the choir hard up", "en", ("poor", "en"), 0.8),
        ("is the choir hard up", "en", ("arm", "nl"), 0.4),
    ],
)
def test_what_people_say_is_what_documents_write_for_it(
    question: str, lang: str, held: tuple[str, str], least: float
) -> None:
    terms = frozenset(Analyser().terms(*held))
    found = read(question, lang, set(terms))
    assert max(one.strength(terms, held[1]) for one in found.values()) >= least


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("watched", "kijker"),  # who does what the verb is in Dutch
        ("international", "internationaliser"),  # begins as its Dutch does
    ],
)
def test_an_english_word_finds_the_family_of_its_dutch(word: str, stem: str) -> None:
    found = read(f"what was {word}", "en", {stem})
    assert 0.4 <= found[word].strength(frozenset({stem}), "nl") < 0.8
    assert found[word].strength(frozenset({"doedelzak"}), "nl") == 0.0
