"""Whether the evidence holds the answer: what speaks against a sentence full of the right words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Question
from assistant.answerability import Decision, in_the_balance, judge
from assistant.answering_settings import AnsweringSettings
from assistant.evidence_features import weigh_evidence
from assistant.extracting.evidence import Weighed
from assistant.extracting.mismatch import told_otherwise
from assistant.extracting.own_country import own_country
from assistant.finding import Finder, Found
from assistant.understanding import AnswerKind, understand
from corpus.vocabulary import Vocabulary
from indexing.index import Index

SETTINGS = AnsweringSettings()
VOCABULARY = Vocabulary.load()


@pytest.fixture(scope="module")
def finder(small_index: Index) -> Finder:
    return Finder(small_index, VOCABULARY, SETTINGS)


def found(finder: Finder, question: str) -> Found:
    return finder.find(understand(Question(question), VOCABULARY))


def judged(finder: Finder, question: str) -> Decision:
    evidence = found(finder, question)
    return judge(evidence.asked, evidence.weighed, SETTINGS)


def test_a_figure_that_belongs_to_something_else_is_unheld(finder: Finder) -> None:
    own = found(finder, "Hoeveel werkplaatsen telde de regio?")
    other = found(finder, "Hoeveel giften kregen de werkplaatsen?")
    assert own.best is not None
    assert other.best is not None
    assert weigh_evidence(own.asked, own.best).unheld < 0.3
    assert weigh_evidence(other.asked, other.best).unheld > 0.3


def test_what_is_there_is_likelier_than_what_is_not(finder: Finder) -> None:
    there = judged(finder, "Hoeveel werkplaatsen telde de regio in 2023?").probability
    absent = judged(finder, "Hoeveel orkesten telde de regio in 2023?").probability
    assert there > 0.5
    assert absent < there - 0.2


def test_the_place_that_a_question_points_at_answers_it(finder: Finder) -> None:
    assert judged(finder, "Wat staat er in voetnoot 4?").answerable
    assert not judged(finder, "Wat staat er in voetnoot 44?").answerable


def test_english_of_joins_no_alternatives(finder: Finder) -> None:
    evidence = found(finder, "Who is the director of Zeezicht?")
    assert evidence.best is not None
    assert "director" not in evidence.best.own_found


def test_a_sentence_that_everything_speaks_against_is_judged_too(finder: Finder) -> None:
    evidence = found(finder, "Hoeveel werkplaatsen telde de regio?")
    worst = tuple(replace(item, score=-1.0) for item in evidence.weighed[:2])
    assert 0.0 <= judge(evidence.asked, worst, SETTINGS).probability <= 1.0


def test_no_sentence_without_a_figure_answers_how_many(finder: Finder) -> None:
    evidence = found(finder, "Hoeveel werkplaatsen telde de regio?")
    bare = tuple(replace(item, type_fit=0.0) for item in evidence.weighed[:3])
    assert judge(evidence.asked, evidence.weighed, SETTINGS).answerable
    assert not judge(evidence.asked, bare, SETTINGS).answerable


def test_a_figure_of_somebody_else_answers_for_nobody_who_is_named(finder: Finder) -> None:
    evidence = found(finder, "Hoeveel plaatsen telt Zeezicht?")
    assert evidence.best is not None
    own = evidence.best
    # As good a sentence, but with nothing of the name in it or near.
    other = replace(own, held=tuple(0.0 for _ in own.held))
    assert judge(evidence.asked, (own, other), SETTINGS).probability > 0.0
    assert judge(evidence.asked, (other, own), SETTINGS).probability == 0.0


def test_neither_a_role_nor_a_name_tells_who_has_it(finder: Finder) -> None:
    evidence = found(finder, "Wie is de directeur van Zeezicht?")
    assert evidence.best is not None
    best = replace(evidence.best, near=1.0, type_fit=1.0, score=9.0)
    told = replace(best, close=(*best.close, "directeur"))
    assert judge(evidence.asked, (best,), SETTINGS).probability == 0.0
    assert judge(evidence.asked, (told,), SETTINGS).probability > 0.0


def test_a_year_is_no_answer_where_a_month_is_asked_for(finder: Finder) -> None:
    year = found(finder, "In welk jaar telde de regio 48 werkplaatsen?")
    month = found(finder, "In welke maand telde de regio 48 werkplaatsen?")
    assert year.best is not None
    assert month.best is not None
    assert not told_otherwise(year.asked, year.best)
    assert told_otherwise(month.asked, month.best)


def test_what_is_asked_of_a_later_year_is_not_told_by_an_earlier_one(finder: Finder) -> None:
    later = found(finder, "Wat wordt het aandeel van de werkplaatsen in 2031?")
    assert later.best is not None
    open_ended = replace(later.asked, kind=AnswerKind.OPEN)
    assert told_otherwise(open_ended, later.best)
    # Who states a year wants to hear whether it is so.
    stated = replace(open_ended, text="De werkplaatsen komen er toch in 2031?")
    assert not told_otherwise(stated, later.best)


def with_text(finder: Finder, question: str, text: str) -> tuple[Found, Weighed]:
    """What is found for a question, and its best sentence as if it read ``text``."""
    evidence = found(finder, question)
    assert evidence.best is not None
    unit = evidence.best.unit
    passage = replace(unit.passage, text=text)
    terms = tuple(finder.terms(text, "nl"))
    unit = replace(
        unit,
        passage=passage,
        start=0,
        end=len(text),
        table=None,
        terms=frozenset(terms),
        sequence=terms,
    )
    return evidence, replace(evidence.best, unit=unit, own_found=())


@pytest.mark.parametrize(
    ("question", "of_others"),
    [
        ("Welk aandeel van de festivals ontving een werkingssubsidie?", True),
        ("Welk aandeel van de werkplaatsen ontving een werkingssubsidie?", False),
        ("Welk aandeel van de mensen ontving een werkingssubsidie?", False),
    ],
)
def test_a_share_of_others_is_not_the_share_that_is_asked_for(
    finder: Finder, question: str, of_others: bool
) -> None:
    told = "In 2023 ontving 62,5% van de werkplaatsen een werkingssubsidie."
    evidence, best = with_text(finder, question, told)
    assert told_otherwise(evidence.asked, best) is of_others


def test_a_share_counts_nothing_but_who_does_what_is_asked(finder: Finder) -> None:
    told = "Daarvan ontving 62,5% van de werkplaatsen een werkingssubsidie."
    how_many, best = with_text(finder, "Hoeveel werkplaatsen telt de regio?", told)
    assert told_otherwise(how_many.asked, best)
    doing, best = with_text(finder, "Hoeveel werkplaatsen kregen een werkingssubsidie?", told)
    assert not told_otherwise(doing.asked, replace(best, own_found=("werkingssubsidie",)))


def test_a_question_for_a_year_wants_one(finder: Finder) -> None:
    evidence, best = with_text(
        finder, "In welk jaar begon de telling?", "Enkele jaren geleden begon de telling."
    )
    assert told_otherwise(evidence.asked, best)


def test_the_noun_of_the_wanted_kind_is_met_by_any_such_thing(finder: Finder) -> None:
    evidence = found(finder, "In welke stad telde de regio 48 werkplaatsen?")
    assert evidence.best is not None
    away = replace(evidence.best, missing=("stad",), close=(), type_fit=1.0)
    assert weigh_evidence(evidence.asked, away).rarest_missing == 0.0
    elsewhere = replace(away, type_fit=0.0)
    assert weigh_evidence(evidence.asked, elsewhere).rarest_missing > 0.0


def test_the_country_of_its_language_need_not_be_in_a_text(finder: Finder) -> None:
    evidence = found(finder, "How many workshops did the Dutch region count in 2023?")
    assert evidence.best is not None
    away = replace(evidence.best, missing=("dutch", "Dutch"), found=())
    assert weigh_evidence(evidence.asked, away).rarest_missing == 0.0
    assert weigh_evidence(evidence.asked, away).subject_missing == 0.0
    abroad = found(finder, "How many workshops did the Danish region count in 2023?")
    away = replace(evidence.best, missing=("danish", "Danish"), found=())
    assert weigh_evidence(abroad.asked, away).rarest_missing > 0.0
    ours = replace(evidence.best, missing=("dutch", "Dutch"), found=(), fiche=True)
    assert weigh_evidence(evidence.asked, ours).rarest_missing > 0.0


def test_a_country_is_said_by_who_asks_in_another_language() -> None:
    assert own_country("Which Dutch ferries?", "en", "nl") == {"dutch"}
    assert own_country("Which Dutch ferries?", "en", "en") == set()
    named = own_country("Hoe lang vaart men in het Verenigd Koninkrijk?", "nl", "en")
    assert {"verenigd", "koninkrijk"} <= named
    assert own_country("Welke Deense veren?", "nl", "nl") == set()


def test_a_sentence_stands_apart_from_those_of_other_documents(finder: Finder) -> None:
    evidence = found(finder, "Hoeveel werkplaatsen telde de regio?")
    assert evidence.best is not None
    best = replace(evidence.best, score=2.0)
    passage = replace(best.unit.passage, document="another")
    other = replace(best, unit=replace(best.unit, passage=passage), score=1.5)
    same = replace(best, score=1.9)
    assert weigh_evidence(evidence.asked, best, (best, same, other)).apart == 0.25
    assert weigh_evidence(evidence.asked, other, (best, same, other)).apart == 0.0


def test_of_five_sentences_any_may_hold_the_answer(finder: Finder) -> None:
    evidence = found(finder, "Hoeveel werkplaatsen telde de regio in 2023?")
    best = evidence.best
    assert best is not None
    idle = replace(best, type_fit=0.0, near=0.1, held=(), found=(), close=(), missing=("regio",))
    lower = replace(best, score=best.score * 0.8)
    judged = judge(evidence.asked, (idle, idle, idle, lower), SETTINGS)
    assert judged.answerable
    assert len(in_the_balance(evidence.asked, (idle, idle, idle, lower), SETTINGS)) == 1


def test_the_number_of_things_is_told_before_the_figure(finder: Finder) -> None:
    told = found(finder, "Hoeveel buitenlandse makers waren er te gast in 2022?")
    other = found(finder, "Hoeveel gastateliers waren er te gast in 2022?")
    assert told.best is not None
    assert other.best is not None
    assert weigh_evidence(told.asked, told.best).uncounted == 0.0
    assert weigh_evidence(other.asked, told.best).uncounted == 1.0


def test_without_any_sentence_there_is_no_answer(finder: Finder) -> None:
    asked = found(finder, "Hoeveel werkplaatsen telde de regio?").asked
    assert not judge(asked, (), SETTINGS).answerable


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wat kost een plaats in een werkplaats?", "De toelage voor een plaats is 500 euro."),
        ("Wanneer werden de werkplaatsen opgeheven?", "De werkplaatsen zijn opgericht in 2004."),
        ("Wat is het telefoonnummer van de werkplaatsen?", "Er zijn 48 werkplaatsen."),
    ],
)
def test_what_goes_the_other_way_is_no_answer(finder: Finder, question: str, told: str) -> None:
    evidence, best = with_text(finder, question, told)
    assert told_otherwise(evidence.asked, best)


def test_a_cost_may_be_told_as_what_is_paid(finder: Finder) -> None:
    question = "Wat kost een plaats in een werkplaats?"
    evidence, best = with_text(finder, question, "Wie een beurs krijgt, betaalt 500 euro huur.")
    assert not told_otherwise(evidence.asked, best)


def test_a_sentence_that_tells_otherwise_is_not_the_one_that_decides(finder: Finder) -> None:
    question = "Hoeveel giften kregen de werkplaatsen?"
    evidence, share = with_text(finder, question, "Van de giften ging 62,5% naar de werkplaatsen.")
    share = replace(share, near=1.0, type_fit=1.0, score=9.0, missing=(), own_found=())
    _, weak = with_text(finder, question, "Het waren er twintig.")
    weak = replace(weak, near=0.1, type_fit=1.0, score=8.9, close=(), found=())
    assert told_otherwise(evidence.asked, share)
    alone = judge(evidence.asked, (weak,), SETTINGS).probability
    assert judge(evidence.asked, (share, weak), SETTINGS).probability == alone


def test_a_statement_of_a_fiche_names_what_a_price_is_asked_of(finder: Finder) -> None:
    question = "Wat kost een plaats in een werkplaats?"
    told = "Een plaats in een werkplaats kost 500 euro."
    evidence, best = with_text(finder, question, told)
    best = replace(best, fiche=True, type_fit=1.0)
    held = dict(zip((c.surface for c in evidence.asked.concepts), best.held, strict=True))
    merely_like = tuple(0.4 if word == "plaats" else share for word, share in held.items())
    assert judge(evidence.asked, (best,), SETTINGS).probability > 0.0
    assert judge(evidence.asked, (replace(best, held=merely_like),), SETTINGS).probability == 0.0


def test_people_who_do_nothing_that_is_asked_are_not_counted(finder: Finder) -> None:
    question = "Hoeveel mensen werken er bij Zeezicht?"
    evidence, best = with_text(finder, question, "Er kochten meer dan 100 mensen brood.")
    said = [c.surface for c in evidence.asked.concepts if c.surface not in evidence.asked.attribute]
    assert told_otherwise(evidence.asked, replace(best, close=("mensen",)))
    assert not told_otherwise(evidence.asked, replace(best, close=("mensen", *said)))
