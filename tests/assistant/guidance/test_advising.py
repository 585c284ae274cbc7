"""People who tell what they plan, over the shipped fiches: the need decides, not the story."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, Question, Turn
from assistant.guidance.guide import Guide
from assistant.guidance.needs import load_needs
from assistant.guidance.wanting import wanted
from assistant.pipeline import Assistant
from assistant.route_plan import load_plan
from assistant.understanding import understand
from assistant.verifying import stands_on_page
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser
from indexing.index import Index
from tests.assistant.guidance.conftest import TODAY

_MOST_WORDS = 350  # three parts, each under its heading, and whom to turn to


def ask(adviser: Assistant, text: str) -> Answer:
    answer = adviser.ask(Question(text))
    for citation in answer.citations:
        assert stands_on_page(citation, adviser.index.document(citation.document))
    assert len(answer.text.split()) <= _MOST_WORDS
    return answer


def cited(answer: Answer) -> list[str]:
    """The documents that are cited, each once, in order."""
    return list(dict.fromkeys(citation.document for citation in answer.citations))


def test_needs_are_read_in_the_order_of_the_text_and_the_longer_phrase_wins() -> None:
    needs = load_needs()
    assert needs.asked("What about taxes and visas?") == ("tax", "visa")
    assert needs.asked("which health insurance covers me?") == ("health",)


@pytest.mark.parametrize(
    ("text", "document", "words"),
    [
        # The story before the question does not drown it.
        (
            "Mijn roman is in het Nederlands verschenen. Hoe krijg ik hem vertaald in het Duits?",
            "funding-literature-translation-nl",
            "buitenlandse uitgever",
        ),
        (
            "If I perform in France as a self-employed person, is there a presumption that I am an"
            " employee?",
            "country-fr-en",
            "présomption de salariat",
        ),
        # A gap in one part of a country's fiche does not win from what other parts hold.
        (
            "Ik ben beeldend kunstenaar en mag exposeren in een galerie in Londen, hoe krijg ik"
            " mijn schilderijen over de grens?",
            "country-gb-nl",
            "ATA-carnet",
        ),
        # A scheme that holds anywhere holds for the country that is named.
        (
            "I write poetry and was invited to a festival in South Africa. Is there a travel grant"
            " for authors?",
            "funding-literature-travel-en",
            "six weeks",
        ),
        (
            "Hoeveel kan ik krijgen voor een reis naar een festival in Australië?",
            "funding-tip-nl",
            "geen landenfiche",
        ),
        # What is asked of a formality is told with the rule for that destination.
        (
            "ik speel een concert in Zwitserland, hoe zit het met sociale zekerheid?",
            "country-ch-nl",
            "A1-attest",
        ),
        ("hoe vraag ik een A1 aan?", "practice-a1-employee-nl", "RSVZ"),
        # What is known of a place that is named comes first.
        ("I'm a designer and want to go to Salone del Mobile, Milan, is there a grant?",
         "country-it-en", "SaloneSatellite"),
        # Who helps is the organisation that speaks to who asks.
        ("Our amateur choir is invited to a festival in Italy. What help is there?",
         "organisation-koor-en-stem-en", "Koor&Stem"),
        ("wie helpt mij met auteursrechten?", "organisation-sabam-nl", "auteursrechten"),
        ("I'm a writer and want a residency abroad", "funding-literature-residencies-en", "call"),
        ("I make a documentary and want to coproduce with Germany", "country-de-en", "FFA"),
        ("Wij willen met de trein op tournee in plaats van met het vliegtuig, is daar extra geld"
         " voor?", "funding-culture-moves-europe-nl", "400 euro"),
    ],
)  # fmt: skip
def test_what_is_asked_is_answered_from_the_fiche_that_holds_it(
    adviser: Assistant, text: str, document: str, words: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY_ANSWERED)
    assert document in cited(answer)
    assert words in answer.text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Wij zijn een heemkundige kring en willen samenwerken met een museum in Polen, is daar"
         " steun voor?", {"pl"}),
        ("wij zijn een erfgoedvereniging en willen samenwerken met een museum in Zuid-Afrika",
         {"za"}),
        ("we tour Germany with our band next spring, who can support us?", {"de"}),
        ("ons circusgezelschap gaat naar Frankrijk op tournee, welke subsidies zijn er?", {"fr"}),
    ],
)  # fmt: skip
def test_nothing_of_another_country_or_community_is_told(
    adviser: Assistant, text: str, codes: set[str]
) -> None:
    answer = ask(adviser, text)
    countries = set(load_plan().destinations)
    for document in cited(answer):
        source = adviser.index.source(document)
        if source.kind in ("country", "funding"):
            assert not countries & set(source.topics) - codes, document
    assert "call-french-community" not in " ".join(cited(answer))


def test_a_programme_of_the_eu_is_no_grant_for_a_country_beyond_it(adviser: Assistant) -> None:
    answer = ask(
        adviser, "we are a community arts organisation and want an exchange in Morocco, what grants"
        " are there?",
    )  # fmt: skip
    funded = [name for name in cited(answer) if name.startswith("funding-")]
    assert funded
    assert not any("eu" in adviser.index.source(name).topics for name in funded)


def test_people_from_outside_the_eu_are_not_told_what_holds_for_eu_citizens(
    adviser: Assistant,
) -> None:
    answer = ask(
        adviser, "I'm a non-EU artist living in Belgium, can I perform in Germany with my residence"
        " card?",
    )  # fmt: skip
    assert "no automatic right" in answer.text
    assert "As an EU citizen you need no visa" not in answer.text


def test_a_private_buyer_is_not_told_the_rule_for_businesses(adviser: Assistant) -> None:
    answer = ask(adviser, "do I pay VAT when I sell a sculpture to a collector in France?")
    assert "private buyer" in answer.text
    assert "registered for VAT" not in answer.text


def test_a_discipline_of_its_own_goes_before_where_it_is_shown(guide: Guide) -> None:
    assert guide.read("an architect at the Venice biennale").disciplines == ("architecture",)
    assert guide.read("ik teken strips").disciplines == ("literature",)


def test_the_askers_own_language_is_no_destination(guide: Guide) -> None:
    read = guide.read("Mijn boek is in het Nederlands, hoe krijg ik het in het Duits?")
    assert read.countries == ("de",)
    assert guide.read("naar de biennale van venetie").countries == ("it",)


def test_what_is_asked_and_not_known_is_said(adviser: Assistant) -> None:
    answer = ask(adviser, "I'm an architect with a Belgian degree, can I set up shop in Zurich?")
    assert "ENIC-NARIC" in answer.text
    assert "go and live in another country" in answer.text


def test_a_date_that_has_passed_is_told_with_it(adviser: Assistant) -> None:
    answer = ask(adviser, "What is Culture Moves Europe and can I still apply?")
    assert "30 April 2026" in answer.text
    assert "has passed" in answer.text
    assert "Yes" not in answer.text


def test_who_asks_of_one_scheme_is_not_given_a_list(adviser: Assistant) -> None:
    answer = ask(adviser, "Can I combine the Sabam export grant with another Sabam grant?")
    assert set(cited(answer)) <= {"funding-sabam-export-en", "organisation-sabam-en"}


def test_a_question_without_a_story_is_answered_by_what_stands_there(adviser: Assistant) -> None:
    answer = ask(adviser, "which showcase festivals are there in Canada?")
    assert set(cited(answer)) == {"country-ca-en"}
    assert ask(adviser, "Which dance venues in Japan present Flemish work?").status.refused


def test_a_follow_up_swaps_the_country_of_a_plan(adviser: Assistant) -> None:
    first = "moet ik belasting betalen op mijn gage in Frankrijk?"
    history = (Turn("user", first), Turn("assistant", adviser.ask(Question(first)).text))
    answer = adviser.ask(Question("en in Nederland?", history=history))
    assert "Nederland houdt" in answer.claims[0].text
    assert "country-fr-nl" not in cited(answer)


def test_inviting_somebody_here_is_told_by_the_rules_here(adviser: Assistant) -> None:
    answer = ask(adviser, "we want to invite a band from Morocco to play in Antwerp, what about"
                 " visas?")  # fmt: skip
    assert "practice-artists-from-abroad-en" in cited(answer)
    assert not any(name.startswith("country-") for name in cited(answer))


def test_who_helps_is_told_although_the_thing_itself_is_not_known(adviser: Assistant) -> None:
    answer = ask(adviser, "wie kan mij helpen met een contract voor een galerie in Wenen?")
    assert cited(answer) == ["organisation-cultuurloket-nl"]
    assert "Modelcontracten" in answer.text


def test_a_brass_band_is_one_of_amateurs(adviser: Assistant) -> None:
    answer = ask(adviser, "onze fanfare gaat naar een wedstrijd in Duitsland, kunnen we reiskosten"
                 " terugkrijgen?")  # fmt: skip
    assert "funding-amateur-arts-abroad-nl" in cited(answer)
    assert "funding-tip-nl" not in cited(answer)


def test_a_band_of_two_words_is_not_spelled_away(adviser: Assistant) -> None:
    answer = ask(
        adviser, "We're a brass band going to a contest in Hungary. Who can help with travel"
        " costs?",
    )  # fmt: skip
    assert "funding-amateur-arts-abroad-en" in cited(answer)
    assert "organisation-vi-be-en" not in cited(answer)


def test_a_nationality_beyond_the_eu_is_no_destination(guide: Guide) -> None:
    read = guide.read("I'm an Iranian musician living in Ghent, do I need a visa for Denmark?")
    assert read.countries == ("dk",)
    assert read.who == ("non-eu", "person")
    assert guide.read("I'm a Belgian musician, do I need a visa for Denmark?").requests == ()


def test_who_sells_is_not_told_what_holds_for_goods_that_come_back(adviser: Assistant) -> None:
    sold = ask(adviser, "ik verkoop keramiek op een markt in Zwitserland, moet ik invoerrechten"
               " betalen?")  # fmt: skip
    assert "zonder waarborg" not in sold.text
    assert "hoort niet op een ATA-carnet" in sold.text
    shown = ask(adviser, "I want to bring my paintings to an exhibition in London. What about"
                " customs?")  # fmt: skip
    assert "ATA carnet" in shown.text.split(". ")[0]


def test_fiches_that_the_plan_names_may_be_missing(fiche_index: Index) -> None:
    """An index may be older than the program."""
    analyser = Analyser(lambda word: fiche_index.word_count(word, "nl"))
    older = Guide(fiche_index, analyser.terms, Vocabulary.load())
    question = "ik ben architect en wil naar Italië, hoe begin ik eraan en wie helpt mij?"
    understood = understand(Question(question), Vocabulary.load())
    for pair in [pair for pair in older.fiches.sources if pair.startswith("organisation-")]:
        del older.fiches.sources[pair]
    assert older.advise(understood, TODAY) is not None


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Do we need visas? And can somebody pay our ferry?", ("visa", "grants")),
        ("ik ben syrisch en woon in gent, mag ik in parijs optreden?", ("visa",)),
        ("Ik zoek een rustige plek om te schrijven", ("residencies",)),
        ("We take our puppets to Japan. Anything special?", ("arrange",)),
        ("wat kan ik vragen als acteur in Nederland?", ("fees",)),
        ("Who in Copenhagen knows the scene? I look for a co-producer.", ()),
    ],
)
def test_a_need_is_told_or_comes_with_the_plan(
    guide: Guide, text: str, needs: tuple[str, ...]
) -> None:
    assert wanted(text, guide.read(text), load_needs()) == needs


def test_both_of_two_needs_are_met_and_what_is_named_comes_after(adviser: Assistant) -> None:
    answer = ask(
        adviser, "Our band plays The Great Escape in Brighton. Do we need visas? And can somebody"
        " pay our ferry?",
    )  # fmt: skip
    assert "visa" in answer.claims[0].text + answer.claims[1].text
    assert "TIP" in answer.text
    assert "VI.BE" in answer.text


def test_who_asks_openly_hears_of_what_decides_as_well(adviser: Assistant) -> None:
    answer = ask(
        adviser, "We are a string quartet, one bow has ivory bits. Flying to New York for concerts."
        " Anything special?",
    )  # fmt: skip
    assert "CITES" in answer.text
    assert "work visa" in answer.text


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        (
            "our gallery wants a stand at an art fair in Basel, is there support?",
            ["promotion gallery", "FIT"],
            ["EUR 50,000"],
        ),
        (
            "visual artist, got a place in a residency in Brazil, can I get support for it?",
            ["residency grant", "KIOSK"],
            ["A TIP helps"],
        ),
        (
            "ben architect, wil 2 weekjes meelopen bij een bureau in Denemarken, kan ik daar geld"
            " voor krijgen?",
            ["Culture Moves Europe", "voorbij"],
            ["TIP"],
        ),
        (
            "we want to make a film with a producer in Morocco, is there a fund?",
            ["VAF minority"],
            ["promotion support"],
        ),
    ],
)
def test_only_grants_for_who_asks_and_what_for_are_told_each_in_short(
    adviser: Assistant, text: str, told: list[str], left_out: list[str]
) -> None:
    answer = ask(adviser, text)
    assert all(words in answer.text for words in told)
    assert not any(words in answer.text for words in left_out)


def test_a_child_hears_first_what_holds_for_children(adviser: Assistant) -> None:
    answer = ask(
        adviser, "Mijn zoon van 14 mag meespelen in een film in Frankrijk, mag dat zomaar?"
    )
    assert "jonger is dan 16" in answer.claims[0].text


def test_without_a_country_the_places_of_any_are_named(adviser: Assistant) -> None:
    answer = ask(adviser, "we play folk, any showcase in Europe where we should try to get in?")
    countries = {d for d in cited(answer) if d.startswith("country-")}
    assert len(countries) > 1


def test_a_name_beside_the_question_counts(adviser: Assistant) -> None:
    answer = ask(adviser, "heb ik een A1 nodig voor een dj-set in Berlijn? Ik werk via Amplo")
    assert "sociaal bureau zoals Amplo" in answer.text


def test_who_does_not_say_what_for_hears_of_what_their_discipline_mostly_does(
    adviser: Assistant,
) -> None:
    answer = ask(adviser, "ik wil naar berlijn met mijn band, hoe begin ik eraan?")
    assert "funding-tip-nl" in cited(answer)
    assert "funding-sabam-training-nl" not in cited(answer)


@pytest.mark.parametrize(
    ("question", "grant"),
    [
        ("componist, masterclass in Parijs, krijg ik iets terug?", "funding-sabam-training-nl"),
        ("onze film is geselecteerd in Toronto, wie betaalt de reis?", "funding-vaf-promotion-nl"),
        (
            "I'm a literary translator and would love a month in Berlin to work, any support?",
            "funding-literature-talent-en",
        ),
        (
            "I run an artist space and want to invite a curator from Brazil, is there a grant?",
            "funding-visitors-programme-en",
        ),
    ],
)
def test_the_grant_for_what_is_planned_comes_first(
    adviser: Assistant, question: str, grant: str
) -> None:
    answer = ask(adviser, question)
    grants = [one.document for one in answer.citations if one.document.startswith("funding-")]
    assert grants[:1] == [grant]


@pytest.mark.parametrize(
    ("question", "fiche", "said"),
    [
        (
            "Ik componeer thuis in Gent voor een ensemble in Keulen, heb ik een A1 nodig?",
            "practice-foreign-clients-nl",
            "**Nee.**",
        ),
        (
            "I am a playwright: who collects my authors' rights when my play is staged in Prague?",
            "practice-authors-rights-en",
            "deAuteurs",
        ),
        (
            "We missed the deadline for our show in Edinburgh, what now?",
            "practice-missed-deadline-en",
            "two months",
        ),
        (
            "Mijn film speelt op een festival in Praag, welke subsidie is er?",
            "funding-vaf-promotion-nl",
            "promotiesteun",
        ),
    ],
)
def test_each_is_told_what_is_theirs(
    adviser: Assistant, question: str, fiche: str, said: str
) -> None:
    answer = ask(adviser, question)
    assert fiche in cited(answer)
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "fiche"),
    [
        ("Ik ben danseres en wil een opleiding volgen in Finland, is daar geld voor?", "playright"),
        ("Mijn film speelt op een festival in Praag, welke subsidie is er?", "coproduction"),
        ("I am an illustrator with an exhibition in Vienna, is there a grant?", "funding-fit"),
        ("Ons koor zingt in Ierland, waar moeten we op letten?", "employee"),
    ],
)
def test_what_is_for_others_is_left_out(adviser: Assistant, question: str, fiche: str) -> None:
    assert not [name for name in cited(ask(adviser, question)) if fiche in name]


@pytest.mark.parametrize("text", ["Wie kan mij helpen?", "hi, who can I call?"])
def test_who_asks_for_help_and_tells_nothing_is_asked_with_what(
    adviser: Assistant, text: str
) -> None:
    answer = ask(adviser, text)
    assert answer.status is AnswerStatus.CLARIFICATION_WANTED
    assert answer.choices


def test_who_asks_for_help_with_a_thing_is_told_whom(adviser: Assistant) -> None:
    answer = ask(adviser, "Who can I ask about figures for cultural policy?")
    assert answer.status is AnswerStatus.ANSWERED


def test_money_for_a_trip_to_two_countries_is_told(adviser: Assistant) -> None:
    answer = ask(adviser, "Wij treden op met ons koor in Lille en Keulen. Wie betaalt de bus?")
    assert answer.status is AnswerStatus.ANSWERED
    assert cited(answer)[0] == "funding-amateur-arts-abroad-nl"


def test_what_nobody_asked_for_in_so_many_words_is_not_admitted(adviser: Assistant) -> None:
    text = "I'm a designer moving to Rotterdam. Which country do I pay social security in?"
    answer = ask(adviser, text)
    assert cited(answer)[0] == "practice-a1-employee-en"
    assert "settling" not in answer.text


def test_who_names_a_thing_is_answered_by_search_where_no_list_hears_a_need(
    adviser: Assistant,
) -> None:
    text = (
        "vzw uit Genk, twee dansers met een contract bij ons gaan naar Lyon. moeten wij in SIPSI?"
    )
    told = [one for one in cited(ask(adviser, text)) if not one.startswith("organisation-")]
    assert told == ["country-fr-nl"]


def test_who_is_hired_there_and_goes_on_living_here_does_not_move(adviser: Assistant) -> None:
    text = (
        "Hallo, ik ben bariton en krijg een vast contract van drie seizoenen bij een operahuis in"
        " Duitsland (Dresden). Ik blijf wel in Leuven wonen. Waar betaal ik dan belastingen en waar"
        " ben ik verzekerd voor ziekte?"
    )
    answer = ask(adviser, text)
    assert "Verhuis je" not in answer.text
    assert "je zelf in dienst" in answer.text
