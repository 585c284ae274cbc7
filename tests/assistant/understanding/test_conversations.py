"""Conversations: what a question leaves out is taken from all that was said before it."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding import Understanding, understand
from assistant.understanding.conversation import Subject
from assistant.understanding.question import reread
from assistant.understanding.small_talk import SmallTalk, small_talk, without_pleasantry
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()
SCHEMES = {
    "reisbeurs": Subject("funding-reis", "de reisbeurs", "funding"),
    "travel grant": Subject("funding-reis", "the travel grant", "funding"),
    "Podiumfonds": Subject("funding-podium", "het Podiumfonds", "funding"),
    "Steunpunt Zang": Subject("organisation-zang", "Steunpunt Zang", "organisation"),
}


def subjects(text: str, _lang: str) -> tuple[Subject, ...]:
    return tuple(subject for name, subject in SCHEMES.items() if name in text)


def asked(question: str, *turns: str) -> Understanding:
    roles = ("user", "assistant")
    history = tuple(Turn(roles[place % 2], said) for place, said in enumerate(turns))
    return understand(Question(question, history), VOCABULARY, subjects=subjects)


DANCER = (
    "ik ben danseres en wil naar Duitsland",
    "Zo begin je met dans in Duitsland.",
    "Heb ik een visum nodig?",
    "Nee, geen visum [1].",
)


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        ("Heb ik een visum nodig?", DANCER[:2], "Heb ik een visum nodig in Duitsland?"),
        ("en belastingen?", DANCER, "Hoe zit het met belastingen in Duitsland?"),
        (
            "en als ik naar Zwitserland ga?",
            (*DANCER, "en belastingen?", "De organisator houdt belasting in [1]."),
            "Hoe zit het met belastingen in Zwitserland?",
        ),
        (
            "and if I go to the UK?",
            ("What tax is withheld in Norway?", "15% [1]."),
            "What tax is withheld in the UK?",
        ),
        (
            "ok en moet ik daar belasting betalen?",
            ("ik wil optreden in Spanje", "Goed idee."),
            "Moet ik in Spanje belasting betalen?",
        ),
        (
            "and for dance?",
            (
                "Which fair is there for circus in Spain?",
                "Trapezi [1].",
                "thanks",
                "You are welcome.",
            ),
            "Which fair is there for dance in Spain?",
        ),
        ("En in 2005?", ("Hoeveel gaf het in 2012?", "40 [1]."), "Hoeveel gaf het in 2005?"),
        (
            "and an ETA?",
            ("Do I need a visa for the UK?", "No [1]."),
            "Do I need an ETA for the UK?",
        ),
    ],
)
def test_a_slot_is_filled_anew_and_the_rest_is_kept(
    question: str, turns: tuple[str, ...], standalone: str
) -> None:
    found = asked(question, *turns)
    assert found.standalone == standalone
    assert not found.follow_up.dependent


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        (
            "wanneer moet ik indienen?",
            ("welke steun is er voor dans?", "De reisbeurs betaalt de reis [1]."),
            "Wanneer moet ik indienen voor de reisbeurs?",
        ),
        (
            "en hoeveel kan ik daar voor krijgen?",
            ("welke steun is er voor dans?", "De reisbeurs betaalt de reis [1]."),
            "Hoeveel kan ik voor de reisbeurs krijgen?",
        ),
        (
            "en geldt dat ook voor een luisterboek?",
            ("Wat is de reisbeurs?", "Geld voor een reis [1].", "merci", "Graag gedaan."),
            "Geldt de reisbeurs ook voor een luisterboek?",
        ),
        (
            "wij zijn wel geen bv maar een vzw, telt dat ook?",
            ("Wat is de reisbeurs?", "Geld voor een reis [1]."),
            "Wij zijn wel geen bv maar een vzw, telt dat ook voor de reisbeurs?",
        ),
        (
            "what are the conditions?",
            ("Tell me about the travel grant", "It pays a trip [1]."),
            "What are the conditions for the travel grant?",
        ),
    ],
)
def test_what_was_shown_last_is_what_a_question_is_about(
    question: str, turns: tuple[str, ...], standalone: str
) -> None:
    assert asked(question, *turns).standalone == standalone


def test_a_question_about_one_of_several_schemes_is_put_to_each() -> None:
    turns = ("welke steun is er voor dans?", "De reisbeurs en het Podiumfonds, via Steunpunt Zang.")
    found = asked("wanneer moet ik indienen?", *turns)
    assert found.standalone == "Wanneer moet ik indienen voor de reisbeurs of het Podiumfonds?"
    assert [part.asked for part in found.parts] == [
        "Wanneer moet ik indienen voor de reisbeurs?",
        "Wanneer moet ik indienen voor het Podiumfonds?",
    ]


def test_another_topic_takes_nothing_along() -> None:
    question = "Welke auteursvereniging int de rechten in Noorwegen?"
    found = asked(question, *DANCER)
    assert (found.standalone, found.follow_up.leans) == (question, False)
    assert asked("visum Japan", *DANCER).standalone == "visum Japan"


def test_what_cannot_be_put_in_stands_behind_the_earlier_question() -> None:
    found = asked("en uitsluitend in het buitenland?", "Hoeveel circussen toeren?", "70% [1].")
    assert found.standalone == "Hoeveel circussen toeren? En uitsluitend in het buitenland?"
    assert found.follow_up.previous == "Hoeveel circussen toeren?"


@pytest.mark.parametrize("doubt", ["ben je zeker?", "nee dat klopt niet", "are you sure?", "echt?"])
def test_doubt_upon_doubt_asks_the_same_question(doubt: str) -> None:
    turns = (
        "Hoeveel leden zijn er?",
        "40 [1].",
        "nee dat klopt niet",
        "De bron blijft hierbij: 40.",
    )
    found = asked(doubt, *turns)
    assert (found.text, found.follow_up.pushback) == ("Hoeveel leden zijn er?", True)


def test_another_language_is_the_same_question_in_its_own_language() -> None:
    found = asked("en in het Nederlands graag", "Which grants are there for dancers?", "TIP [1].")
    assert (found.text, found.lang, found.question_lang) == (
        "Which grants are there for dancers?",
        "nl",
        "en",
    )


def test_what_is_meant_by_a_word_is_what_it_is() -> None:
    assert asked("wat bedoel je met TIP?", *DANCER).standalone == "Wat is TIP?"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("thanks!", SmallTalk.THANKS),
        ("ok merci", SmallTalk.THANKS),
        ("dankjewel!", SmallTalk.THANKS),
        ("oké, super", SmallTalk.AGREEMENT),
        ("goeiemorgen", SmallTalk.GREETING),
        ("bedankt, tot ziens", SmallTalk.GOODBYE),
        ("help", SmallTalk.ABOUT),
        ("hi there, who are you?", SmallTalk.ABOUT),
        ("dank voor de tekst, wat is een A1?", None),
        ("Is dat goed?", None),
    ],
)
def test_small_talk_has_its_own_reply(said: str, kind: SmallTalk | None) -> None:
    assert small_talk(said) is kind


def test_a_question_behind_thanks_is_a_question() -> None:
    assert without_pleasantry("Great, and in Spain?") == "and in Spain?"
    assert without_pleasantry("oké en in Spanje?") == "en in Spanje?"
    assert without_pleasantry("Superette in Gent?") == "Superette in Gent?"


@pytest.mark.parametrize(
    "question",
    [
        "vertel meer",
        "kan je daar wat meer over vertellen?",
        "tell me a bit more about it",
        "en verder?",
        "what else?",
        "meer uitleg aub",
    ],
)
def test_more_is_asked_of_what_was_told(question: str) -> None:
    found = asked(question, "Wat is de reisbeurs?", "Geld voor een reis [1].")
    assert found.standalone == "Wat is de reisbeurs?"
    assert found.follow_up.told == "Geld voor een reis [1]."
    again = asked(
        question, "Wat is de reisbeurs?", "Geld [1].", "vertel meer", "Hoogstens 40 euro [1]."
    )
    assert again.follow_up.told == "Geld [1].\n\nHoogstens 40 euro [1]."


@pytest.mark.parametrize(
    "question", ["vertel meer over de TIP", "more money?", "tell me more about the second one"]
)
def test_more_of_something_named_is_a_question_of_its_own(question: str) -> None:
    turns = ("Wat is de reisbeurs?", "Geld van Fonds Noord en Fonds Zuid [1].")
    assert not asked(question, *turns).follow_up.told


@pytest.mark.parametrize(
    ("question", "standalone", "lang"),
    [
        ("en in Zwitserland? in het Engels aub", "Welke belasting houdt Zwitserland in?", "en"),
        ("and in Switzerland? in Dutch please", "Welke belasting houdt Zwitserland in?", "nl"),
        ("in English please", "Welke belasting houdt Noorwegen in?", "en"),
        ("hm, was da nie 20?", "Welke belasting houdt Noorwegen in?", "nl"),
        ("nog iets anders: wie leidt VI.BE?", "wie leidt VI.BE?", "nl"),
        ("by the way, who runs VI.BE?", "who runs VI.BE?", "en"),
        ("btw in Zweden?", "btw in Zweden?", "nl"),
    ],
)
def test_another_language_another_topic_or_doubt(question: str, standalone: str, lang: str) -> None:
    found = asked(question, "Welke belasting houdt Noorwegen in?", "15 % [1].")
    assert (found.standalone, found.lang) == (standalone, lang)


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        (
            "en wie is daar de penningmeester van?",
            ("Hoeveel concerten wil IHMESI geven?", "Duizend [1]."),
            "Wie is de penningmeester van IHMESI?",
        ),
        (
            "van wanneer is dat?",
            ("Wat zegt het corona-rapport over dans?", "Veel [1]."),
            "Van wanneer is het corona-rapport?",
        ),
        (
            "who wrote it?",
            ("What does the fact file say about dance?", "A lot [1]."),
            "Who wrote the fact file?",
        ),
        (
            "waarvoor is dat die tweede?",
            ("Welke steden zijn het?", "Gent en Kortrijk [1]."),
            "Waarvoor is dat Kortrijk?",
        ),
        (
            "tell me more about the second one",
            ("Which grants?", "**Fonds Noord.** It pays [1].\n\n**Fonds Zuid.** It helps [2]."),
            "Tell me more about Fonds Zuid.",
        ),
        (
            "en hoeveel leden heeft IETM in totaal?",
            ("Wie coördineerde Noordkaap?", "De Zeehond [1]."),
            "Hoeveel leden heeft IETM in totaal?",
        ),
    ],
)
def test_what_was_named_is_put_in(question: str, turns: tuple[str, ...], standalone: str) -> None:
    assert asked(question, *turns).standalone == standalone


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        ("en subsidies?", DANCER[:2], "Welke subsidies zijn er voor dans in Duitsland?"),
        ("welke steun is er?", DANCER[:2], "Welke steun is er voor dans in Duitsland?"),
        ("is daar geld voor?", DANCER, "Welke subsidies zijn er voor dans in Duitsland?"),
        ("welke subsidies zijn er voor circus?", DANCER, "welke subsidies zijn er voor circus?"),
    ],
)
def test_support_is_for_the_discipline_and_the_country_spoken_of(
    question: str, turns: tuple[str, ...], standalone: str
) -> None:
    assert asked(question, *turns).standalone == standalone


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        (
            "en wie bel ik daarvoor?",
            ("moet ik belasting betalen in Spanje?", "Ja, 19 % [1]."),
            "Wie helpt mij met belasting in Spanje?",
        ),
        (
            "and who do I call for that?",
            ("Do I need a visa for Japan?", "You do [1]."),
            "Who can help me with visa and work permit in Japan?",
        ),
        (
            "can my manager apply?",
            ("Tell me about the travel grant", "It pays a trip [1]."),
            "Can my manager apply for the travel grant?",
        ),
        (
            "zwitserland",
            ("Waar begin ik met circus in het buitenland?", "Zo begin je [1]."),
            "Waar begin ik met circus in Zwitserland?",
        ),
    ],
)
def test_who_to_turn_to_and_who_may_apply_is_asked_of_what_was_spoken_of(
    question: str, turns: tuple[str, ...], standalone: str
) -> None:
    assert asked(question, *turns).standalone == standalone


def test_what_the_assistant_can_do_is_small_talk_and_no_question_to_lean_on() -> None:
    assert small_talk("wat kan jij?") is SmallTalk.ABOUT
    turns = ("Hoeveel?", "Die vraag kan op meer dan één manier gelezen worden. Bedoel je dit?")
    question = "ik wil iets doen in het buitenland"
    assert asked(question, *turns).standalone == question


@pytest.mark.parametrize(
    ("question", "turns", "standalone"),
    [
        # A city keeps its name.
        (
            "and in Maastricht?",
            ("Which residency is there in Stuttgart?", "The Harbour Academy [1]."),
            "Which residency is there in Maastricht?",
        ),
        # Another branch, a word of two, the part of a compound that tells the discipline.
        (
            "and classical?",
            ("Which support centre is there for pop music?", "The Music House [1]."),
            "Which support centre is there for classical music?",
        ),
        (
            "en voor erfgoed?",
            ("Welk steunpunt is er voor beeldende kunst?", "Het Kunsthuis [1]."),
            "Welk steunpunt is er voor erfgoed?",
        ),
        (
            "en voor circus?",
            ("Welke muziekbeurs is er aan de kust?", "De Zeemarkt [1]."),
            "Welke circusbeurs is er aan de kust?",
        ),
        (
            "en een reisbeurs voor schrijvers?",
            ("Tegen wanneer moet ik een toelage aanvragen?", "Twee maanden vooraf [1]."),
            "Tegen wanneer moet ik een reisbeurs voor schrijvers aanvragen?",
        ),
        # What was spoken of, beside something else that is named.
        (
            "can I combine it with an IP?",
            ("Where do I apply for the travel grant?", "On the platform [1]."),
            "Can I combine the travel grant with an IP?",
        ),
        # What the answer named, where the question named nothing.
        (
            "wanneer is dat?",
            ("Welk festival is er in Groningen?", "ZNNK in Groningen [1]."),
            "Wanneer is ZNNK?",
        ),
        # A discipline of its own: another subject.
        (
            "Welk steunpunt is er voor circus?",
            ("Heb ik een visum nodig voor Japan?", "Dat hangt ervan af [1]."),
            "Welk steunpunt is er voor circus?",
        ),
        (
            "who handles that?",
            ("What tax does the UK withhold?", "20% of every payment [1]."),
            "What tax does the UK withhold? Who handles that?",
        ),
    ],
)
def test_what_is_swapped_and_what_is_meant(
    question: str, turns: tuple[str, ...], standalone: str
) -> None:
    assert asked(question, *turns).standalone == standalone


@pytest.mark.parametrize(
    "question", ["kan je dat in het Engels zeggen?", "in English?", "and in English please"]
)
def test_the_same_in_another_language(question: str) -> None:
    found = asked(question, "Hoe lang is de reisbeurs geldig?", "Eén jaar [1].")
    assert (found.standalone, found.lang) == ("Hoe lang is de reisbeurs geldig?", "en")
    assert found.question_lang == "nl"
    assert found.follow_up.again


def test_a_question_is_read_the_other_way() -> None:
    def other(question: str) -> str:
        history = (
            Turn("user", "Which funds are there for film?"),
            Turn("assistant", "The film fund [1]."),
        )
        put = Question(question, history)
        found = reread(put, understand(put, VOCABULARY), VOCABULARY)
        return found.standalone if found else ""

    # By itself at first, as going on second, and the other way round.
    assert other("what share must a foreign partner have?").startswith("Which funds are there")
    assert other("How do I insure a truck?") == "How do I insure a truck?"
    # "The film" is the one that was spoken of.
    assert not other("how long must the film be?")
    assert not other("and in Norway?")
