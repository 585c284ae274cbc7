"""What is learnt from examples: fitted, kept, read, explained, and joined with the lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guidance.intent.combining import Intent, IntentReader
from assistant.guidance.intent.examples import Example, load_examples
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.intent.measuring import Score, score, table
from assistant.guidance.intent.model import Reading, load_model, save
from assistant.guidance.intent.settings import FittingSettings, IntentSettings
from assistant.guidance.intent.training import Row, checksum, fit, rows_of
from assistant.guidance.scope import Scope, ScopeReader
from corpus.vocabulary import Vocabulary

_SMALL = (
    ("wie betaalt onze bus naar Riga?", "grants"),
    ("is er geld voor een reis naar Oslo?", "grants"),
    ("betaalt iemand het hotel in Porto?", "grants"),
    ("krijgen wij geld voor de bus?", "grants"),
    ("heb ik een stempel nodig om in Riga te werken?", "visa"),
    ("welke papieren vraagt Oslo om er te werken?", "visa"),
    ("laten ze ons werken in Porto zonder papieren?", "visa"),
    ("mag mijn zus daar werken zonder stempel?", "visa"),
)


@pytest.fixture(scope="module")
def scopes() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.fixture(scope="module")
def reader(scopes: ScopeReader) -> FeatureReader:
    return FeatureReader(scopes, Vocabulary.load())


@pytest.fixture(scope="module")
def small() -> list[Example]:
    return [
        Example.model_validate(
            {"ask": ask, "lang": "nl", "needs": (need,), "doing": (), "for": (), "who": ()}
        )
        for ask, need in _SMALL
    ]


def rows(examples: list[Example]) -> list[Row]:
    """The rows of examples without the phrases of the lists."""
    return [row for row in rows_of(examples, Vocabulary.load(), FittingSettings()) if row.whole]


def test_what_examples_have_in_common_is_learnt(
    small: list[Example], reader: FeatureReader
) -> None:
    reading = Reading(fit(rows(small), reader, FittingSettings()))
    read = reading.probabilities(reader.read("betaalt iemand de boot naar Napels?", "nl"))
    assert read["need:grants"] > 0.5 > read["need:visa"]
    read = reading.probabilities(reader.read("mag ik werken in Napels zonder stempel?", "nl"))
    assert read["need:visa"] > 0.5 > read["need:grants"]
    reasons = dict(reading.reasons(reader.read("mag ik daar werken?", "nl"), "need:visa"))
    assert reasons["werken"] > 0


def test_what_has_no_examples_is_left_to_the_lists(
    small: list[Example], reader: FeatureReader
) -> None:
    every = rows_of(small, Vocabulary.load(), FittingSettings())
    assert "need:vat" in {label for row in every for label in row.labels}
    assert set(fit(every, reader, FittingSettings()).labels) == {"need:grants", "need:visa"}


def test_fitting_does_not_depend_on_chance_and_a_kept_model_is_the_same(
    small: list[Example], reader: FeatureReader, tmp_path: Path
) -> None:
    model = fit(rows(small), reader, FittingSettings())
    again = fit(rows(small), reader, FittingSettings())
    save(model, tmp_path / "one.npz")
    save(again, tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    features = reader.read("wie betaalt de papieren?", "nl")
    kept = Reading(load_model(tmp_path / "one.npz")).probabilities(features)
    assert kept == pytest.approx(Reading(model).probabilities(features), abs=0.01)


def test_no_model_in_a_file_is_said(tmp_path: Path, reader: FeatureReader) -> None:
    file = tmp_path / "none.npz"
    file.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(ValueError, match=r"none\.npz"):
        load_model(file)
    with pytest.raises(ValueError, match="examples"):
        fit([], reader, FittingSettings())


def test_the_shipped_weights_are_those_of_the_shipped_examples() -> None:
    """After a change: python -m assistant.guidance.intent fit."""
    settings = FittingSettings()
    made_from = rows_of(load_examples(), Vocabulary.load(), settings)
    assert load_model().checksum == checksum(made_from, settings)


def test_the_shipped_weights_fit_the_lists_of_now(reader: FeatureReader) -> None:
    """What was learnt still reads its own examples: if not, the lists have changed too much."""
    reading = Reading(load_model())
    asked = load_examples()[::20]
    right = 0
    for example in asked:
        read = reading.probabilities(reader.read(example.ask, example.lang))
        needs = {label: value for label, value in read.items() if label.startswith("need:")}
        right += max(needs, key=lambda label: needs[label]) == f"need:{example.needs[0]}"
    assert right / len(asked) > 0.85


@pytest.mark.parametrize(
    ("text", "need"),
    [
        # No list holds the words by which these tell what they need.
        ("is there a pot that chips in for our coach to Bratislava?", "grants"),
        (
            "wij zoeken een plek in de Ardèche om een week of zes aan een stuk te sleutelen",
            "residencies",
        ),
        ("they keep a slice of my fee in Rome, is that legal?", "tax"),
        ("our harp fell off the truck in Metz and is broken, who covers that?", "insurance"),
    ],
)
def test_needs_are_heard_that_words_miss(text: str, need: str, scopes: ScopeReader) -> None:
    intent = IntentReader(FeatureReader(scopes, Vocabulary.load())).read(text, scopes.read(text))
    assert intent.needs(())[:1] == (need,)


@pytest.mark.parametrize(
    "text",
    [
        "hoeveel mensen bezochten vorig jaar een museum in Brugge?",
        "what is the capital of Mongolia?",
        "hoe kook ik een ei?",
    ],
)
def test_who_asks_for_something_else_needs_no_guidance(text: str, scopes: ScopeReader) -> None:
    intent = IntentReader(FeatureReader(scopes, Vocabulary.load())).read(text, scopes.read(text))
    assert intent.other
    assert intent.needs(("grants",)) == ()


def intent(**likely: float) -> Intent:
    labels = {name.replace("_", ":", 1): value for name, value in likely.items()}
    return Intent(labels, labels)


def test_words_stay_unless_they_are_doubted_and_the_likeliest_comes_first() -> None:
    told = intent(need_tax=0.3, need_visa=0.8, need_vat=0.01, need_other=0.0)
    assert told.needs(("tax", "vat", "unlearnt")) == ("unlearnt", "visa", "tax")
    unlikely = {"need_tax": 0.06, "need_other": 0.0}
    assert intent(**unlikely).needs(("tax",)) == ("tax",)
    assert intent(**unlikely, need_visa=0.8).needs(("tax",)) == ("visa",)


def test_a_need_beside_others_must_be_surer() -> None:
    assert intent(need_tax=0.6, need_visa=0.4).needs(()) == ("tax",)
    assert intent(need_tax=0.6, need_visa=0.9).needs(()) == ("visa", "tax")
    # Where it surely asks for guidance, a guess is better than none.
    assert intent(need_tax=0.2, need_other=0.01).needs(()) == ("tax",)
    assert intent(need_tax=0.2, need_other=0.2).needs(()) == ()
    # One sentence tells it, and the whole question hardly does.
    told = Intent({"need:tax": 0.8, "need:visa": 0.9}, {"need:tax": 0.1, "need:visa": 0.9})
    assert told.needs(()) == ("visa",)


def test_a_question_for_one_thing_is_advised_only_where_it_surely_asks_for_guidance() -> None:
    told = intent(need_visa=0.4, need_vat=0.9, need_other=0.01)
    assert told.needs((), particular=True) == ("vat",)
    assert told.needs(("visa",), particular=True) == ("vat", "visa")
    assert intent(need_vat=0.6, need_other=0.01).needs((), particular=True) == ()
    assert intent(need_vat=0.9, need_other=0.2).needs((), particular=True) == ()
    assert intent(need_vat=0.9, need_other=0.2).needs(()) == ("vat",)
    assert intent(need_vat=0.9, need_other=0.7).needs(("vat",)) == ()


def test_labels_that_were_often_wrong_must_be_surer() -> None:
    told = intent(doing_perform=0.7, doing_reside=0.6, who_organisation=0.85)
    assert told.over(Scope()).doing == ("reside",)
    assert told.over(Scope()).who == ()
    assert intent(doing_perform=0.8).over(Scope()).doing == ("perform",)


def test_it_is_sure_where_guidance_is_asked_for_and_a_need_is_likely() -> None:
    assert intent(need_vat=0.9, need_other=0.01).sure
    assert not intent(need_vat=0.9, need_other=0.2).sure
    assert not intent(need_vat=0.4, need_other=0.01).sure
    assert not Intent().guided


def test_who_comes_here_by_what_was_learnt_comes_from_the_countries_named() -> None:
    coming = intent(need_incoming=0.95, need_other=0.0)
    guest = coming.over(Scope(countries=("br",), home=True, doing=("perform",), who=("person",)))
    assert (guest.incoming, guest.countries, guest.visitors) == (True, (), ("br",))
    assert (guest.doing, guest.who) == (("invite",), ("non-eu", "person"))
    assert coming.over(Scope(countries=("pt",), home=True)).who == ("eu",)
    # Who goes to a country, and names no place here, does not come.
    assert coming.over(Scope(countries=("cz",))).countries == ("cz",)
    assert not coming.over(Scope(countries=("cz",))).incoming


def test_plans_disciplines_and_people_are_added_where_words_told_none() -> None:
    told = intent(doing_tour=0.9, for_music=0.9, who_person=0.9, who_minor=0.9)
    read = told.over(Scope(who=("organisation",)))
    assert (read.doing, read.disciplines) == (("tour",), ("music",))
    assert told.over(Scope(doing=("sell",))).doing == ("sell",)
    # An organisation is no person, but a child may be meant as well.
    assert set(read.who) == {"organisation", "minor"}
    assert told.over(Scope(disciplines=("dance",))).disciplines == ("dance",)
    assert not read.incoming
    coming = intent(need_incoming=0.95, need_other=0.0)
    assert coming.over(Scope()).incoming
    assert coming.needs(()) == ()


def test_scores_count_what_was_right_read_and_meant(
    small: list[Example], scopes: ScopeReader
) -> None:
    found = score([frozenset({"a", "b"})], [frozenset({"a", "c"})], {"a", "b", "c"})
    assert found == Score(1, 2, 2)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)
    sure = [{"need:grants": 0.9, "need:visa": 0.1, "need:other": 0.0}] * len(small)
    lines = table(small, sure, scopes, IntentSettings()).splitlines()
    assert "| need:visa | 4 |" in "\n".join(lines)
    assert "50%" in lines[2]
