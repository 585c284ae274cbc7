"""Cutting, references, pronouns, shares in words: what is read before checking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Citation
from assistant.paragraphs.attributing import Attributions
from assistant.paragraphs.cited_documents import CitedDocuments, Meant, refers_to
from assistant.paragraphs.cutting import Role, cut
from assistant.paragraphs.in_time import Tenses, says_ended, schemes, takes_back
from assistant.paragraphs.pasted import pasted
from assistant.paragraphs.references import Reference, bracketed, without_marks
from assistant.paragraphs.referring import References
from assistant.paragraphs.resolving import Resolver
from assistant.paragraphs.restating import restated
from assistant.paragraphs.stretches import Stretches
from assistant.paragraphs.verdicts import ReferenceOutcome, SentenceVerdict
from assistant.paragraphs.wording import load_wording
from assistant.support.tagging import Tagger
from corpus.document import Source
from corpus.vocabulary import Language, Vocabulary

TEXT = "Het fonds betaalt 250 euro per maand. De stad telt 31 ateliers."
TODAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(Vocabulary.load())


def test_roles_of_the_pieces() -> None:
    text = (
        "# Ateliers in de stad\n\nWat is er nodig? Wij vinden dat er te weinig is."
        " De stad telt 31 ateliers.\n\nBronnen\nJansen, P. (2019). Iets. Haven."
    )
    roles = [piece.role for piece in cut(text).pieces]
    heading, claim = Role.HEADING, Role.CLAIM
    assert roles == [heading, Role.QUESTION, Role.OPINION, claim, heading, Role.LISTED]


def test_lines_that_a_pdf_broke_are_one_sentence() -> None:
    text = "De havenstad verhuurde in dat jaar aan veel ma-\nkers van buiten de stad een\natelier."
    pieces = cut(text).pieces
    assert [piece.text for piece in pieces] == [
        "De havenstad verhuurde in dat jaar aan veel makers van buiten de stad een atelier."
    ]


def test_a_paragraph_with_an_address_is_no_list_of_sources() -> None:
    pieces = cut("In 2021 telde de stad 31 ateliers. Zie https://example.org voor de lijst.").pieces
    assert [piece.role for piece in pieces] == [Role.CLAIM, Role.CLAIM]


@pytest.mark.parametrize(
    ("text", "bare", "marks"),
    [
        ("Het telt 31 ateliers.[3] Meer niet.", "Het telt 31 ateliers. Meer niet.", ["3"]),
        ("Het telt 31 ateliers.³ Meer.", "Het telt 31 ateliers. Meer.", ["3"]),
        ("Het telt 31 ateliers.12 Meer.", "Het telt 31 ateliers. Meer.", ["12"]),
        ("Het kost 2.500 euro.", "Het kost 2.500 euro.", []),
        ("Zie [1, 4].", "Zie.", ["1", "4"]),
    ],
)
def test_footnote_marks_are_lifted_out(text: str, bare: str, marks: list[str]) -> None:
    found, places = without_marks(text)
    assert found == bare
    assert [mark for _, mark in places] == marks


@pytest.mark.parametrize(
    ("inside", "names", "year", "page"),
    [
        ("Peeters et al., 2018, p. 12", "Peeters et al.", "2018", 12),
        ("Bureau Voorbeeld 2022", "Bureau Voorbeeld", "2022", None),
        ("zie ook Peeters, z.d.", "Peeters", "z.d.", None),
        ("Atlas Zee 2035, p. 4", "Atlas Zee", "2035", 4),
        ("Haven, blz. 3-5", "Haven", "", 3),
    ],
)
def test_references_between_brackets(inside: str, names: str, year: str, page: int | None) -> None:
    (placed,) = bracketed(f"Zo staat het er ({inside}).")
    (reference,) = placed.references
    assert (reference.names, reference.year, reference.page) == (names, year, page)


@pytest.mark.parametrize("inside", ["68 van de 131", "2002", "onder meer dans", "70,6 %"])
def test_other_brackets_are_no_references(inside: str) -> None:
    assert not list(bracketed(f"Zo staat het er ({inside})."))


def test_documents_are_known_by_publisher_author_and_title() -> None:
    source = Source(
        "atlas", "Atlas van de zee 2035", Path("a.pdf"), publisher="Haven", author="An Peeters",
        date="2026",
    )  # fmt: skip
    known = CitedDocuments([source])
    for names, year in (("Haven", "2026"), ("Peeters", "2026"), ("Atlas", "2035"), ("Haven", "")):
        assert known.meant(Reference("", names, year)).documents == {"atlas"}
    assert known.meant(Reference("", "Haven", "2020")).other_years == {"atlas"}
    assert not known.meant(Reference("", "Jansen", "2026")).documents


@pytest.mark.parametrize(
    ("sentence", "text", "documents", "other_years"),
    [
        ("Kustraad (2022) telt 31 boten.", "Kustraad telt 31 boten.", {"kust"}, set()),
        ("Kustraad (2019) telt 31 boten.", "Kustraad telt 31 boten.", set(), {"kust"}),
        ("Bergraad (2022) telt 31 boten.", None, None, None),
        ("Er waren in het voorjaar (2022) 31 boten.", None, None, None),
    ],
)
def test_a_year_behind_a_name_is_a_reference_to_a_document_that_is_known(
    tagger: Tagger, sentence: str, text: str | None, documents: set[str], other_years: set[str]
) -> None:
    source = Source("kust", "De zee", Path("k.pdf"), publisher="Kustraad", date="2022")
    bare = Attributions(CitedDocuments([source]), tagger).without_brackets(sentence)
    assert bare.text == (text or sentence)
    if text is None:
        assert not bare.references
        return
    ((reference, meant),) = bare.references
    assert reference.names == "Kustraad"
    assert (meant.documents, meant.other_years) == (documents, other_years)


@pytest.mark.parametrize(
    ("first", "last", "label", "stands"),
    [
        (2, None, "2", True),
        (4, None, "2", True),
        (3, None, "2", False),
        (1, 2, "2", True),
        (2, 3, "2", True),
        (3, 4, "2", True),
        (4, 5, "2", True),
        (5, 9, "2", False),
        (4, None, "iv", True),
        (2, None, "iv", False),
        (None, None, "2", True),
    ],
)
def test_a_page_is_right_as_it_is_printed_and_as_the_file_counts_it(
    first: int | None, last: int | None, label: str, stands: bool
) -> None:
    source = Source("kust", "De zee", Path("k.pdf"), publisher="Kustraad", date="2022")
    citation = Citation(1, "kust", "De zee", 4, "Er zijn 31 boten.", page_label=label)
    reference = Reference("Kustraad 2022", "Kustraad", "2022", first, last)
    (found,) = References({"kust": source}).checked(
        [(reference, Meant(frozenset(("kust",))))],
        SentenceVerdict.SUPPORTED,
        [citation],
        load_wording("nl"),
    )
    right, other = ReferenceOutcome.STANDS, ReferenceOutcome.OTHER_PAGE
    assert found.outcome is (right if stands else other)


def test_a_work_is_known_in_the_text_of_a_source() -> None:
    text = "Zo is het (Peeters et al., 2018; Jansen, 2020)."
    assert refers_to(text, Reference("", "Peeters et al.", "2018"))
    assert not refers_to(text, Reference("", "Peeters", "2019"))
    assert not refers_to(text, Reference("", "Claes", "2018"))


@pytest.mark.parametrize(
    ("lang", "before", "sentence", "read"),
    [
        ("en", "Southpoint runs a fund.", "It pays 40 euro.", "Southpoint pays 40 euro."),
        ("nl", "Het Kustfonds geeft 40 euro.", "Het bestaat sinds 2014.",
         "Het Kustfonds bestaat sinds 2014."),
        ("nl", "De stad werkt volgens het Kustkader 2016-2020.", "Dit kader telt drie delen.",
         "het Kustkader 2016-2020 telt drie delen."),
        ("nl", "De stad Noordkaap groeit.", "Het festival groeit.", "Het festival groeit."),
        ("en", "Southpoint runs a fund.", "Its budget is 40 euro.",
         "Southpoint's budget is 40 euro."),
    ],
)  # fmt: skip
def test_pronouns_stand_for_what_was_spoken_of(
    tagger: Tagger, lang: Language, before: str, sentence: str, read: str
) -> None:
    resolver = Resolver(tagger)
    resolver.readings(before, lang)
    assert read in [reading.text for reading in resolver.readings(sentence, lang)]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Ruim zeven op de tien makers (70,6 %) reizen.", "70,6 % van makers reizen."),
        ("Drie op de tien makers (70 %) reizen.", "Drie op de tien makers (70 %) reizen."),
        ("Three out of ten makers (31 %) travel.", "31 % of makers travel."),
        ("De makers (70 %) reizen.", "De makers (70 %) reizen."),
    ],
)
def test_a_share_in_words_is_read_as_its_figure(sentence: str, read: str) -> None:
    assert restated(sentence) == read


@pytest.mark.parametrize(
    ("text", "name", "ended"),
    [
        ("Het Kustkader 2016-2020 liep af in 2020.", "Kustkader 2016-2020", True),
        ("Het Kustkader 2016-2020 liep af in 2020.", "Kustkader 2021-2025", False),
        ("Het vorige Kustdecreet gold tot 2020.", "Kustdecreet Noord", False),
        ("The Sea Scheme ran until 31 December 2030.", "Sea Scheme", False),
        ("The Sea Scheme has ended.", "Sea Scheme", True),
        ("The Sea Scheme pays 40 euro.", "Sea Scheme", False),
    ],
)
def test_whether_a_scheme_is_said_to_have_ended(text: str, name: str, ended: bool) -> None:
    assert says_ended(text, name, TODAY) is ended


def test_schemes_are_names_of_several_words_or_with_a_year() -> None:
    assert schemes("De stad werkt volgens het Kustkader 2016-2020.") == ("Kustkader 2016-2020",)
    assert "Sea Scheme" in schemes("The Sea Scheme pays 40 euro.")
    assert not schemes("Noordkaap telt 31 ateliers.")


def test_a_text_that_takes_back_what_it_told() -> None:
    assert takes_back("Dans hoorde bij groep 2; dat kader is afgelopen.")
    assert not takes_back("Het fonds betaalt 40 euro; de oproep liep tot 30 april 2026.")


@pytest.mark.parametrize(
    ("lang", "sentence", "now"),
    [
        ("nl", "Het fonds betaalt 40 euro.", True),
        ("nl", "Het fonds betaalde 40 euro.", False),
        ("nl", "Het fonds werd in 2014 opgericht.", False),
        ("en", "The fund pays 40 euro.", True),
        ("en", "The fund was set up in 2014.", False),
    ],
)
def test_what_is_told_as_of_now(tagger: Tagger, lang: Language, sentence: str, now: bool) -> None:
    assert Tenses(tagger).tells_now(sentence, lang) is now


def test_clauses_are_cut_only_where_each_can_be_read_alone(tagger: Tagger) -> None:
    clauses = Stretches(tagger).clauses
    assert len(clauses("Het fonds betaalt 40 euro en de stad telt 31 ateliers.", "nl")) == 2
    assert not clauses("Als de stad betaalt, krijg je 40 euro en telt de beurs mee.", "nl")
    assert not clauses("De stad betaalt geen reis en geen verblijf in het buitenland.", "nl")


@pytest.mark.parametrize(
    "message",
    [
        f"klopt deze paragraaf: {TEXT}",
        f"Klopt dit?\n\n{TEXT}",
        f"Hallo, kan u onderstaande tekst controleren?\n{TEXT}",
        f"factcheck: {TEXT}",
        f"{TEXT}\n\nKlopt deze alinea?",
        "Is this text correct: The fund pays artists 40 euro every single month.",
        f"{TEXT} In 2019 kwam er een tweede loods bij, met ruimte voor twaalf makers.",
    ],
)
def test_a_pasted_paragraph_is_recognised(message: str) -> None:
    found = pasted(message)
    assert found is not None
    assert not found.ask or not found.text.startswith(found.ask)


@pytest.mark.parametrize(
    "message",
    [
        "Klopt het dat het fonds 250 euro betaalt?",
        "In mijn tekst staat dat Noordkaap 31 ateliers telt. Is dat juist?",
        "Ik ben danser. Ik woon in Gent. Ik wil in 2027 drie maanden naar Berlijn. Wat kost dat me"
        " en wie betaalt de reis, het verblijf en de verzekering?",
        "In 2024 kreeg ons gezelschap 4.000 euro. In 2026 willen we naar Canada. Wat is nodig?",
        "Wat is het fonds? En wanneer begon het?",
        "Klopt deze paragraaf?",
    ],
)
def test_a_question_is_no_paragraph(message: str) -> None:
    assert pasted(message) is None
