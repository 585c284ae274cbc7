"""Ways of saying the same that a quote carries, each beside one that it does not."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary

KITE = "De vlieger krijgt wind van de molen. Wie hoger wil vliegen, dient een plan in bij de toren."
BREAD = "Of the 23 bakers who came in 2019, nine bake rye. Each baker pays 40 euro a week."
SHIP = "The lock does not cover the theft of anchors. Dancers who live in Dorn pay nothing."
BELL = "In 2021 the tower rang 418 bells, compared with 365 the year before."
TENT = "De stad levert de tent; het koor zorgt voor het brood en het zout."
LAMP = "Lamps of guests with a boat are free of charge."
RENT = "Only four of the 27 kilns still burn. The potters cannot sell a kiln without a stamp."
HATS = "Of the 16 hatters we guided, ten made a hat; three of those hats were stolen."
PRESS = "The guild has bought the press that it had rented from the mill since 2011."
FLEET = "The ferry takes two pilots. They must get the chart at least ten days beforehand."
ROOMS = "Clubs pay no rent if the dance is open to all. For closed parties we ask 85 euro."
FISH = "The harbour keeps half of the fish of the diver."
WAGON = "Wagons are repaired on Saturday, and 2.3 million tiles were sold, against 1.9 million."
SCRIPT = "We accept no scripts longer than twenty pages. The answer comes within ten weeks."
FARMS = "Farms on the hill sell fewer eggs than farms in the valley."


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        # What a sentence next to it plans is not planned here, and whoever wants plans nothing.
        ("If you want to fly higher, you submit a plan to the tower.", "en", KITE, "nl"),
        # The year between counts nobody.
        ("Nine of the 23 bakers who came in 2019 bake rye.", "en", BREAD, "en"),
        ("Bakers who came in 2019 pay 40 euro a week.", "en", BREAD, "en"),
        ("Anchors that are stolen are not insured by the lock.", "en", SHIP, "en"),
        ("Dansers die in Dorn wonen, hoeven niets te betalen.", "nl", SHIP, "en"),
        ("In 2021 the tower rang 418 bells, against 365 the year before.", "en", BELL, "en"),
        ("The city supplies the tent and the choir takes care of the bread.", "en", TENT, "nl"),
        ("Four of the 27 kilns still burn.", "en", RENT, "en"),
        ("Three of the hats were stolen.", "en", HATS, "en"),
        ("The guild had rented the press since 2011.", "en", PRESS, "en"),
        ("Pilots must get the chart no later than ten days beforehand.", "en", FLEET, "en"),
        ("For closed parties we ask 85 euro.", "en", ROOMS, "en"),
        ("Half of the fish of the diver is kept by the harbour.", "en", FISH, "en"),
        ("Wagens worden op zaterdag hersteld.", "nl", WAGON, "en"),
        ("We accept scripts of twenty pages at most.", "en", SCRIPT, "en"),
        ("The answer takes no more than ten weeks to come.", "en", SCRIPT, "en"),
        ("Farms on the hill sell fewer eggs than those in the valley.", "en", FARMS, "en"),
        ("Uit de enquête blijkt dat dansers in april zingen.", "nl", "According to the survey, "
         "dancers sing in April.", "en"),
        ("Aangesloten koren krijgen korting.", "nl", "Member choirs get a discount.", "en"),
        ("Je krijgt het brood alleen terug als de molen er geen heeft.", "nl",
         "Brood krijg je niet terug, tenzij de molen er geen heeft.", "nl"),
    ],
)  # fmt: skip
def test_what_is_said_in_another_way_is_carried(judge, claim, lang: Language, quote, of):
    assert judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).failures == ()


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("De toren dient een plan in bij de molen.", "nl", KITE, "nl"),
        ("Eight of the 23 bakers who came in 2019 bake rye.", "en", BREAD, "en"),
        ("Anchors that are stolen are insured by the lock.", "en", SHIP, "en"),
        ("Dancers who live in Dorn pay for the theft of anchors.", "en", SHIP, "en"),
        ("In 2021 the tower rang 365 bells, against 418 the year before.", "en", BELL, "en"),
        ("The choir supplies the tent and the city takes care of the bread.", "en", TENT, "nl"),
        ("Guests with a boat and their lamps are free of charge.", "en", LAMP, "en"),
        ("Most kilns still burn.", "en", RENT, "en"),
        ("The potters can sell a kiln without a stamp.", "en", RENT, "en"),
        ("Ten of the hats were stolen.", "en", HATS, "en"),
        ("The guild bought the press in 2011.", "en", PRESS, "en"),
        ("The ferry must get the chart at least ten days beforehand.", "en", FLEET, "en"),
        ("For a dance that is open to all we ask 85 euro.", "en", ROOMS, "en"),
        ("The harbour keeps the fish of the diver.", "en", FISH, "en"),
        ("Wagens worden op zondag hersteld.", "nl", WAGON, "en"),
        ("Scripts must have at least twenty pages.", "en", SCRIPT, "en"),
        ("Farms in the valley sell fewer eggs than farms on the hill.", "en", FARMS, "en"),
        ("De stad bouwt een zaal.", "nl", "De stad die een zaal wil bouwen, zoekt geld.", "nl"),
    ],
)
def test_what_says_something_else_is_not(judge, claim, lang: Language, quote, of):
    assert not judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).carried
