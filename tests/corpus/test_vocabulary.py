"""The lexicon: its tables are sound, and look-ups find what people write."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from corpus.errors import LexiconError
from corpus.lexicon.tables import Language
from corpus.lexicon.validation import problems
from corpus.settings import FICHES, LEXICON
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the tables that a test may spoil."""
    folder = tmp_path / "lexicon"
    shutil.copytree(LEXICON, folder)
    return folder


def terms(vocabulary: Vocabulary, term: str, source: Language) -> list[str]:
    target: Language = "en" if source == "nl" else "nl"
    return [translation.term for translation in vocabulary.translate(term, source, target)]


def test_shipped_tables_have_no_problems() -> None:
    assert problems() == ()


def test_word_list_is_wide_enough(vocabulary: Vocabulary) -> None:
    assert len({entry.english for entry in vocabulary.tables.entries}) >= 5_000
    assert len(vocabulary.tables.concepts) >= 400
    assert len(vocabulary.countries) >= 60
    assert len(vocabulary.abbreviations) >= 60


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        ("house\tn\t\n", "no Dutch equivalent"),
        ("house\tnoun\thuis\n", "unknown part of speech"),
        ("House\tn\thuis\n", "lower case"),
        ("zzhouse\tn\thuis; huis\n", "twice"),
        ("zzhouse\tn\thuis;; woning\n", "empty value"),
        ("zzhouse\tn\t huis\n", "spaces too many"),
        ("zzhouse\tv\tHuis\n", "capital"),
        ("zzhouse\tn\thuis\nzzhouse\tn\twoning\n", "2 times"),
        ("zzhouse n huis\n", "columns"),
    ],
)
def test_validator_notices(edited: Path, spoil: str, complaint: str) -> None:
    with (edited / "general.tsv").open("a", encoding="utf-8") as table:
        table.write(spoil)
    assert any(complaint in problem for problem in problems(edited))


@pytest.mark.parametrize(
    ("table", "line", "complaint"),
    [
        ("field.tsv", "steunpunt\tsupport centre\n", "preferred term of 2 lines"),
        ("preferred.tsv", "prijs\tzzprize\n", "in no other table"),
        ("colloquial.tsv", "nl\tzzpoen\tzzgeld\n", "in no other table"),
        ("colloquial.tsv", "nl\tgeld\tgeld\n", "refers to itself"),
        ("forms-nl.tsv", "zzgaan\tzzging\n", "in no other table"),
        ("linking.tsv", "zzkunst\tzzkunsten\n", "in no other table"),
        ("families-nl.tsv", "kiezen\tzzkeuze\n", "in no other table"),
        ("disciplines.tsv", "chess\tschaken\tchess\n", "not a discipline"),
        ("countries.tsv", "BE\tBelgië\tBelgium\t\t\t\t\t\n", "two-letter code"),
        ("places.tsv", "zz\tZzstad\n", "not in countries.tsv"),
        ("places.tsv", "be\tBerlijn\n", "lies in several countries"),
        ("places.tsv", "be\tHuis\n", "also a word"),
        ("places.tsv", "be\tFrankrijk\n", "name of a country"),
    ],
)
def test_validator_notices_in_other_tables(
    edited: Path, table: str, line: str, complaint: str
) -> None:
    with (edited / table).open("a", encoding="utf-8") as handle:
        handle.write(line)
    assert any(complaint in problem for problem in problems(edited))


def test_malformed_line_is_named(edited: Path) -> None:
    lines = len((edited / "field.tsv").read_text(encoding="utf-8").splitlines())
    with (edited / "field.tsv").open("a", encoding="utf-8") as table:
        table.write("no tab here\n")
    with pytest.raises(LexiconError, match=rf"field.tsv line {lines + 1}") as raised:
        Vocabulary.load(edited)
    assert "tab" in raised.value.hint


def test_missing_table_is_named(edited: Path) -> None:
    (edited / "linking.tsv").unlink()
    with pytest.raises(LexiconError, match=r"linking\.tsv"):
        Vocabulary.load(edited)


def test_loading_is_cached() -> None:
    assert Vocabulary.load() is Vocabulary.load()


def test_every_entry_is_reached_from_both_sides(vocabulary: Vocabulary) -> None:
    missed = [
        (entry.english, entry.dutch[0])
        for entry in vocabulary.tables.entries
        if entry.dutch[0] not in terms(vocabulary, entry.english, "en")
        or entry.english not in terms(vocabulary, entry.dutch[0], "nl")
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("support centre", "steunpunt"),
        ("withholding tax", "bedrijfsvoorheffing"),
        ("gig", "optreden"),
        ("grant", "beurs"),
        ("performing arts", "podiumkunsten"),
        ("visual arts", "beeldende kunst"),
        ("Arts Decree", "kunstendecreet"),
        ("collecting society", "beheersvennootschap"),
        ("viewing figures", "kijkcijfers"),
        ("copyright", "auteursrecht"),
        ("turnover", "omzet"),
        ("volunteers", "vrijwilliger"),
        ("Germany", "Duitsland"),
        ("Copenhagen", "Kopenhagen"),
        ("museum", "museum"),
    ],
)
def test_field_terms_go_both_ways(vocabulary: Vocabulary, english: str, dutch: str) -> None:
    assert dutch in terms(vocabulary, english, "en")
    back = [term.casefold() for term in terms(vocabulary, dutch, "nl")]
    assert english.casefold().removesuffix("s") in {term.removesuffix("s") for term in back}


@pytest.mark.parametrize(
    ("form", "lang", "expected"),
    [
        ("bought", "en", "kopen"),
        ("museums", "en", "museum"),
        ("children", "en", "kind"),
        ("studies", "en", "studie"),
        ("applying", "en", "aanvragen"),
        ("funded", "en", "financieren"),
        ("programs", "en", "programma"),
        ("organizations", "en", "organisatie"),
        ("theater", "en", "theater"),
        ("artist's", "en", "kunstenaar"),
        ("ging", "nl", "go"),
        ("gaf", "nl", "give"),
        ("musea", "nl", "museum"),
        ("kinderen", "nl", "child"),
        ("talen", "nl", "language"),
        ("brieven", "nl", "letter"),
        ("foto's", "nl", "photo"),
        ("mogelijkheden", "nl", "possibility"),
        ("critici", "nl", "critic"),
        ("industrieën", "nl", "industry"),
        ("optredentje", "nl", "gig"),
        ("boekske", "nl", "book"),
        ("grote", "nl", "large"),
        ("sociale", "nl", "social"),
        ("financiële", "nl", "financial"),
        ("gewerkt", "nl", "work"),
        ("woonde", "nl", "live"),
        ("schrijft", "nl", "write"),
        ("geïnvesteerd", "nl", "invest"),
        ("gecreëerd", "nl", "create"),
        ("gesubsidieerde", "nl", "subsidised"),
        ("aangevraagd", "nl", "apply"),
        ("ondernam", "nl", "undertake"),
        ("besproken", "nl", "discuss"),
        ("verkocht", "nl", "sell"),
        ("groeit", "nl", "grow"),
        ("geverifieerde", "nl", "verify"),
    ],
)
def test_inflected_forms(vocabulary: Vocabulary, form: str, lang: Language, expected: str) -> None:
    assert expected in terms(vocabulary, form, lang)


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("summer", ("summer",)),
        ("apply", ("apply",)),
        ("thing", ("thing",)),
        ("writes", ("write",)),
        ("rated", ("rate",)),
        ("bigger", ("big",)),
        ("rose", ("rose", "rise")),
    ],
)
def test_what_only_looks_like_a_form_is_none(
    vocabulary: Vocabulary, word: str, lemmas: tuple[str, ...]
) -> None:
    assert vocabulary.lemmas(word, "en") == lemmas


def test_a_form_of_a_verb_is_first_the_verb(vocabulary: Vocabulary) -> None:
    assert terms(vocabulary, "rented", "en")[0] == "huren"
    assert terms(vocabulary, "rents", "en")[0] == "huur"


def test_dictionary_form_stays_itself(vocabulary: Vocabulary) -> None:
    assert vocabulary.lemmas("land", "nl") == ("land",)
    assert "land" in vocabulary.lemmas("landen", "nl")


def test_first_equivalent_weighs_one_and_later_ones_less(vocabulary: Vocabulary) -> None:
    for term, lang in (("policy", "en"), ("prijs", "nl"), ("music", "en"), ("onderzoek", "nl")):
        target: Language = "nl" if lang == "en" else "en"
        source: Language = "en" if lang == "en" else "nl"
        weights = [item.weight for item in vocabulary.translate(term, source, target)]
        assert weights[0] == 1.0
        assert weights == sorted(weights, reverse=True)
        assert all(0.0 < weight <= 1.0 for weight in weights)


def test_preferred_order_of_an_ambiguous_word(vocabulary: Vocabulary) -> None:
    assert terms(vocabulary, "prijs", "nl")[:3] == ["price", "prize", "award"]
    assert terms(vocabulary, "overheid", "nl")[0] == "government"


def test_term_on_several_lines_belongs_to_its_own(vocabulary: Vocabulary) -> None:
    assert terms(vocabulary, "artist", "en")[0] == "kunstenaar"


def test_question_words_and_auxiliaries_form_no_compounds(vocabulary: Vocabulary) -> None:
    found = terms(vocabulary, "how many people are employed", "en")
    assert found[0] == "mensen"
    assert not any(term.startswith(("hoeveel", "zijn")) for term in found)


def test_function_words_stay_light(vocabulary: Vocabulary) -> None:
    assert max(item.weight for item in vocabulary.translate("of", "en", "nl")) < 0.5
    assert "of" in vocabulary.function_words("en")
    assert {"de", "het", "waar", "zijn"} <= vocabulary.function_words("nl")
    assert "land" not in vocabulary.function_words("nl")


def test_short_form_in_capitals_is_not_the_word(vocabulary: Vocabulary) -> None:
    assert terms(vocabulary, "US", "en")[0] == "Verenigde Staten"
    assert terms(vocabulary, "us", "en") == ["ons"]
    assert terms(vocabulary, "VK", "nl")[0] == "United Kingdom"
    assert terms(vocabulary, "VAT", "en")[0] == "btw"
    assert "value added tax" in terms(vocabulary, "btw", "nl")
    assert "tegemoetkoming internationale presentatiemomenten" in terms(vocabulary, "TIP", "en")


def test_dutch_compound_is_translated_from_its_parts(vocabulary: Vocabulary) -> None:
    assert "festivalbezoekersonderzoek" not in vocabulary.words("nl")
    assert vocabulary.compound_parts("festivalbeleid") == ("festival", "beleid")
    assert terms(vocabulary, "festivalbeleid", "nl")[:1] == ["festival policy"]
    assert {"festival", "policy"} <= set(terms(vocabulary, "festivalbeleid", "nl"))
    assert vocabulary.compound_parts("ledenbijdragen") == ("lid", "bijdrage")
    assert vocabulary.compound_parts("muziek") == ()


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("music export", "muziekexport"),
        ("export of music", "muziekexport"),
        ("artists' income", "kunstenaarsinkomen"),
        ("festival policy", "festivalbeleid"),
        ("orchestra policy", "orkestbeleid"),
    ],
)
def test_english_nouns_give_dutch_compounds(
    vocabulary: Vocabulary, english: str, dutch: str
) -> None:
    assert dutch in terms(vocabulary, english, "en")


def test_unknown_phrase_gives_its_parts(vocabulary: Vocabulary) -> None:
    found = terms(vocabulary, "orchestra policy in Germany", "en")
    assert {"orkest", "beleid", "Duitsland"} <= set(found)
    assert not any("Duitslandbeleid" in term or "beleidDuits" in term for term in found)


def test_inflected_phrase_is_found_whole(vocabulary: Vocabulary) -> None:
    assert terms(vocabulary, "visual artists", "en")[0] == "beeldend kunstenaar"
    assert "visual arts" in terms(vocabulary, "Beeldende  kunsten", "nl")


def test_derived_word_leads_to_its_base_at_a_low_weight(vocabulary: Vocabulary) -> None:
    found = vocabulary.translate("herdigitalisering", "nl", "en")
    assert found
    assert max(item.weight for item in found) <= 0.5


def test_name_has_no_equivalent(vocabulary: Vocabulary) -> None:
    assert vocabulary.translate("Xyzzykov", "nl", "en") == ()
    assert vocabulary.translate("", "en", "nl") == ()
    assert not vocabulary.knows("Xyzzykov", "en")


def test_synonyms(vocabulary: Vocabulary) -> None:
    assert "bezuiniging" in vocabulary.synonyms("besparing", "nl")
    assert vocabulary.synonyms("poen", "nl")[0] == "geld"
    assert "Groot-Brittannië" in vocabulary.synonyms("VK", "nl")
    assert vocabulary.synonyms("TIP", "nl")
    assert "vlaamse audiovisueel fonds" not in vocabulary.synonyms("geld", "nl")


def test_informal_words_reach_the_other_language(vocabulary: Vocabulary) -> None:
    assert "money" in terms(vocabulary, "poen", "nl")
    assert "geld" in terms(vocabulary, "quid", "en")


@pytest.mark.parametrize(
    ("word", "lang", "code"),
    [
        ("Duitsland", "nl", "de"),
        ("Duitse", "nl", "de"),
        ("Berlijn", "nl", "de"),
        ("Londen", "nl", "gb"),
        ("VK", "nl", "gb"),
        ("UK", "en", "gb"),
        ("Dutch", "en", "nl"),
        ("Holland", "en", "nl"),
        ("the Netherlands", "en", "nl"),
        ("Czechia", "en", "cz"),
        ("Zwitserse", "nl", "ch"),
        ("us", "en", None),
        ("muziek", "nl", None),
    ],
)
def test_country(vocabulary: Vocabulary, word: str, lang: Language, code: str | None) -> None:
    found = vocabulary.country(word, lang)
    assert (found.iso2 if found else None) == code


def test_discipline(vocabulary: Vocabulary) -> None:
    assert vocabulary.discipline("toneel", "nl") == ("theatre",)
    assert vocabulary.discipline("painters", "en") == ("visual-arts",)
    assert vocabulary.discipline("koren", "nl")[0] == "music"
    assert vocabulary.discipline("belasting", "nl") == ()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_of_the_fiches_are_covered(vocabulary: Vocabulary, lang: Language) -> None:
    target: Language = "en" if lang == "nl" else "nl"
    words = [
        word.lower()
        for path in FICHES.rglob(f"*-{lang}.md")
        for word in re.findall(r"(?<![\w./@-])[a-zà-ÿ]{3,}(?![\w./@-])", _prose(path))
    ]
    content = [word for word in words if word not in vocabulary.function_words(lang)]
    covered = {word: bool(vocabulary.translate(word, lang, target)) for word in set(content)}
    share = sum(covered[word] for word in content) / max(len(content), 1)
    assert len(content) > 5_000
    assert share >= 0.97


def _prose(fiche: Path) -> str:
    """The fiche without its front matter, the marks of its sources and its annotations."""
    text = fiche.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    return re.sub(r"\[\^[^\]]*\](?: *\{[^}]*\})?|https?://\S+", " ", text)


@pytest.mark.parametrize(
    ("word", "relative"),
    [
        ("plafond", "maximum"),
        ("enkel", "uitsluitend"),
        ("doelgroep", "publieksgroep"),
        ("publieksgroep", "doelgroep"),
        ("hoogtepunt", "piek"),
        ("tewerkstelling", "werkgelegenheid"),
    ],
)
def test_words_that_share_a_meaning_are_relatives(
    vocabulary: Vocabulary, word: str, relative: str
) -> None:
    found = {one.term: one.weight for one in vocabulary.relatives(word, "nl")}
    assert 0.5 <= found[relative] <= 1.0
    assert word not in found


@pytest.mark.parametrize(
    ("wording", "dutch"),
    [
        # How people ask, and what documents say.
        ("red tape", "planlast"),
        ("tax break", "fiscaal voordeel"),
        ("willingness to pay", "betalingsbereidheid"),
        ("umbrella body", "koepel"),
        ("on the payroll", "in loondienst"),
        ("target group", "publieksgroep"),
        ("safety net", "vangnet"),
        ("blended funding mix", "financieringsmix"),
        ("issue", "vraagstuk"),
        # Expressions with a verb, in the forms they take.
        ("set up", "oprichten"),
        ("looked into", "onderzoeken"),
        ("handed in", "indienen"),
        ("dropped out", "afhaken"),
        ("teamed up", "samenwerken"),
        ("put in charge of", "opdracht geven"),
        # Spelling on either side of the ocean, and words of one family.
        ("digitization", "digitalisering"),
        ("subsidized", "subsidiëren"),
        ("traveler", "reiziger"),
        ("coordinating", "coördineren"),
        ("theaters", "theater"),
    ],
)
def test_a_wording_leads_to_what_documents_say(
    vocabulary: Vocabulary, wording: str, dutch: str
) -> None:
    assert dutch in terms(vocabulary, wording, "en")[:6]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("voert", "voerde"),
        ("daalden", "gedaald"),
        ("reizen", "reisde"),
        ("praten", "praatte"),
        ("zetten", "gezet"),
        ("versnippering", "versnipperd"),
        ("versnipperde", "versnipperen"),
        ("coördineren", "gecoördineerd"),
        ("stijgen", "gestegen"),
        ("stijgen", "stijgt"),
        ("oprichten", "opgericht"),
        ("toekenning", "toegekend"),
        ("besluiten", "besloten"),
        ("deelnemen", "deelgenomen"),
        ("keuze", "gekozen"),
        ("toenemen", "toename"),
        ("toename", "toegenomen"),
    ],
)
def test_a_word_leads_to_the_other_forms_of_its_verb(
    vocabulary: Vocabulary, word: str, form: str
) -> None:
    assert form in vocabulary.verb_forms(word)


@pytest.mark.parametrize(
    ("word", "form"),
    [("rise", "rose"), ("written", "wrote"), ("decide", "decision"), ("sales", "sold")],
)
def test_an_english_word_leads_to_forms_with_another_stem(
    vocabulary: Vocabulary, word: str, form: str
) -> None:
    assert form in vocabulary.verb_forms(word, "en")
    assert vocabulary.verb_forms("award", "en") == ()


def test_a_noun_of_its_own_has_no_verb_forms(vocabulary: Vocabulary) -> None:
    assert vocabulary.verb_forms("museum") == ()


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("aanvraag", "aangevraagd"),
        ("verkoop", "verkocht"),
        ("opvang", "opgevangen"),
        ("bestuur", "bestuurt"),
    ],
)
def test_a_noun_with_a_prefix_leads_to_the_verb_of_its_stem(
    vocabulary: Vocabulary, noun: str, form: str
) -> None:
    assert form in vocabulary.verb_forms(noun)


@pytest.mark.parametrize(
    ("noun", "form"),
    [("geld", "geldig"), ("middelen", "gemiddeld"), ("gebied", "geboden"), ("boek", "geboekt")],
)
def test_a_noun_that_only_looks_like_a_verb_leads_to_none(
    vocabulary: Vocabulary, noun: str, form: str
) -> None:
    assert form not in vocabulary.verb_forms(noun)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("besturen", "bestuurder"),
        ("bestuurder", "besturen"),
        ("verhuren", "verhuurder"),
        ("aanvrager", "aanvragen"),
    ],
)
def test_a_verb_leads_to_who_does_it_and_back(
    vocabulary: Vocabulary, word: str, other: str
) -> None:
    assert other in vocabulary.doers(word)
    assert word not in vocabulary.doers(word)


def test_what_only_ends_like_a_doer_does_nothing(vocabulary: Vocabulary) -> None:
    assert vocabulary.doers("september") == ()


def test_a_small_thing_is_no_town(vocabulary: Vocabulary) -> None:
    assert vocabulary.country("bonnetjes", "nl") is None
    assert vocabulary.country("Londens", "nl") is not None


def test_a_verb_with_a_prefix_that_no_table_has_is_searched_as_its_base(
    vocabulary: Vocabulary,
) -> None:
    assert "used" in terms(vocabulary, "meegebruikt", "nl")


@pytest.mark.parametrize(
    ("asked", "written"),
    [("scrap", "abolish"), ("guest", "visitor"), ("newcomer", "starter"), ("pick", "select")],
)
def test_english_words_share_what_their_dutch_ones_may_be(
    vocabulary: Vocabulary, asked: str, written: str
) -> None:
    assert written in {one.term for one in vocabulary.relatives(asked, "en")}


@pytest.mark.parametrize(
    ("said", "written", "lang"),
    [
        ("turned up", "opdagen", "en"),
        ("putting up", "ophangen", "en"),
        ("stepped down", "aftreden", "en"),
        ("in the event of", "bij", "en"),
        ("raffle tickets", "tombola", "en"),
        ("grown-ups", "volwassene", "en"),
        ("stilligt", "be at a standstill", "nl"),
        ("rechtgezet", "put right", "nl"),
        ("opgebruikt", "use up", "nl"),
        ("rondvraag", "any other business", "nl"),
    ],
)
def test_everyday_words_and_expressions_are_known(
    vocabulary: Vocabulary, said: str, written: str, lang: Language
) -> None:
    assert any(written in term for term in terms(vocabulary, said, lang))
