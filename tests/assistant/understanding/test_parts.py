"""Questions that join several: where they part, and what each takes over from the one before."""

from __future__ import annotations

import pytest

from assistant.understanding.parts import parts


def texts(question: str) -> list[str]:
    return [part.text for part in parts(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "What is Noordkaap, who runs it and where is it used?",
            ["What is Noordkaap", "who runs Noordkaap", "where is Noordkaap used?"],
        ),
        (
            "Met wie maakte Zeezicht de tentoonstelling, en wat biedt het aan voor makers?",
            ["Met wie maakte Zeezicht de tentoonstelling", "wat biedt Zeezicht aan voor makers?"],
        ),
        (
            "welke beurzen zijn er voor dansers? sinds wanneer geldt dat decreet",
            ["welke beurzen zijn er voor dansers?", "sinds wanneer geldt dat decreet"],
        ),
        (
            "Drie cijfers graag: hoeveel zalen telt Gent, hoeveel stoelen zijn er, en hoeveel leden"
            " heeft de Zeehond?",
            [
                "Drie cijfers graag: hoeveel zalen telt Gent",
                "hoeveel stoelen zijn er",
                "hoeveel leden heeft de Zeehond?",
            ],
        ),
        (
            "Hoeveel daalde de huur tussen 2005 en wat voor 2012 beloofd was, en wie betaalt?",
            [
                "Hoeveel daalde de huur tussen 2005 en wat voor 2012 beloofd was",
                "wie betaalt?",
            ],
        ),
        (
            "hoeveel was de oude toelage en bestaat die nog",
            ["hoeveel was de oude toelage", "bestaat die nog"],
        ),
        (
            "Welke fiscale regels vraagt de havensector, en welke vraagt de kustsector?",
            [
                "Welke fiscale regels vraagt de havensector",
                "welke fiscale regels vraagt de kustsector?",
            ],
        ),
        (
            "How many boats does Zeezicht own, and how many of the small halls stand empty?",
            ["How many boats does Zeezicht own", "how many of the small halls stand empty?"],
        ),
        (
            "does the harbour agree, and why do boats leave?",
            ["does the harbour agree", "why do boats leave?"],
        ),
        (
            "Waar duiken boten op, bij de cijfers over de haven en bij de plannen in het dossier?",
            [
                "Waar duiken boten op bij de cijfers over de haven?",
                "Waar duiken boten op bij de plannen in het dossier?",
            ],
        ),
    ],
)
def test_each_question_stands_by_itself(question: str, expected: list[str]) -> None:
    assert texts(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Wie kreeg steun, zoals beloofd?",
        "Hoe en wanneer vraag ik een beurs aan?",
        "Welke bronnen spreken over de heffing en wat zeggen ze?",
        "Welke bronnen klagen over de heffing, en waarover gaat het telkens?",
        "Wat is het verschil tussen een beurs en een toelage?",
    ],
)
def test_what_asks_one_thing_stays_whole(question: str) -> None:
    assert texts(question) == [question]


def test_only_a_part_that_points_back_leans_on_the_one_before() -> None:
    first, leaning, own = parts(
        "How high is the levy, since when, and which orchestra toured through seven countries?"
    )
    assert first.setting == ""
    assert leaning.setting == first.text
    assert own.setting == ""


def test_parts_lean_on_the_topic_before_the_colon_and_not_on_each_other() -> None:
    service, role = parts("Zeezicht: welke dienst biedt het aan, en wat was zijn rol in 2020?")
    assert (service.text, service.topic) == (
        "Zeezicht: welke dienst biedt Zeezicht aan",
        "Zeezicht",
    )
    assert (role.text, role.setting) == ("Zeezicht: wat was zijn rol in 2020?", "")
    _, berth = parts("De haven: wie beheert ze, en wat kost een ligplaats?")
    assert berth.setting == "De haven"
    # What stands for something in the part before still leans on it.
    _, given = parts("De haven: welke fondsen betalen ze, en hoeveel geven die?")
    assert "welke fondsen betalen ze" in given.setting


@pytest.mark.parametrize(
    "question",
    [
        "On what date was the feast, and how many schools are there in Lyon?",
        "Welk bureau begeleidde die dag, en wat is noordkaap juist?",
        "In welke soorten deelt men het op, en waarvoor staat de afkorting 3C?",
        "How many people came to the feast, and in which city is deHaven?",
    ],
)
def test_a_short_part_that_says_what_it_asks_of_leans_on_nothing(question: str) -> None:
    assert parts(question)[1].setting == ""


def test_a_short_part_that_says_no_more_than_when_or_how_much_leans() -> None:
    assert parts("When does the feast open, and what is the fee?")[1].setting
    assert parts("Is there a house in Lyon, and who pays there?")[1].setting


def test_whose_it_is_leans_on_the_name_and_not_on_all_that_is_asked_of_it() -> None:
    asked = "What did Zeezicht give to the harbour project, and what did its 2021 survey ask?"
    assert parts(asked)[1].setting == "Zeezicht"
    # Of the report or of its maker: both stay.
    asked = "Which report did Zeezicht write in 2021, and what is its conclusion?"
    assert parts(asked)[1].setting == "Which report did Zeezicht write in 2021"


def test_a_name_or_a_number_says_what_is_asked_however_short() -> None:
    assert [p.setting for p in parts("Waarvoor staat 3C, en waarvoor staat KRD?")] == ["", ""]
    assert parts("Wie organiseerde en wie betaalde het feest?")[0].setting


def test_a_land_or_a_people_is_no_subject() -> None:
    *_, second = parts("Where is the Flemish office in Vienna, and which countries does it cover?")
    assert second.text == "which countries does it cover?"
    assert second.setting.startswith("Where is the Flemish office")


def test_that_decree_is_the_decree_named_before() -> None:
    *_, second = parts("Wat regelt het kustdecreet? En sinds wanneer geldt dat decreet?")
    assert second.text == "En sinds wanneer geldt kustdecreet?"


def test_a_possessive_of_what_the_part_names_itself_points_back_at_nothing() -> None:
    *_, second = parts(
        "Hoeveel zalen telde Gent, en in hoeveel landen speelden de dansers op hun hoogtepunt?"
    )
    assert second.setting == ""


def test_who_only_says_it_is_no_subject() -> None:
    *_, second = parts("Waarom is het moeilijk volgens KRD, en hoe wil de haven het aanpakken?")
    assert "KRD" not in second.text


def test_a_part_that_says_enough_only_leans_on_the_words_before_the_questions() -> None:
    *_, second = parts("Zeezicht in 2010: wie werkte er, en hoeveel grote zalen telt de haven?")
    assert second.text == "hoeveel grote zalen telt de haven?"
    assert second.setting == "Zeezicht in 2010"


def test_what_is_counted_is_taken_over() -> None:
    *_, second = parts("How long may I stay in Austria on an A1, and how long in Spain?")
    assert second.gapped
    assert second.setting == "How long may I stay in Austria on an A1"


def test_a_statement_before_the_question_is_its_setting() -> None:
    first, second = parts("Ik maak circus. Hoeveel kost een tent? En wie verhuurt tenten in Gent?")
    assert first.text == "Ik maak circus: Hoeveel kost een tent?"
    assert first.asked == "Hoeveel kost een tent?"
    assert second.setting == ""


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Hoe raak ik daar binnen, wie betaalt de boot, en als een winkel vier zeilen koopt, hoe"
            " zit dat dan met de btw?",
            [
                "Hoe raak ik daar binnen",
                "wie betaalt de boot",
                "als een winkel vier zeilen koopt, hoe zit dat dan met de btw?",
            ],
        ),
        (
            "Is part of the load kept in the harbour, what papers do they have to carry, and would"
            " anyone help with the mast?",
            [
                "Is part of the load kept in the harbour",
                "what papers do they have to carry",
                "would anyone help with the mast?",
            ],
        ),
        (
            "mijn broer vaart mee, drie weken!! mag dat zomaar van de wet, en wat zegt zijn baas?",
            ["mag dat zomaar van de wet", "wat zegt zijn baas?"],
        ),
        (
            "yo wij hebben een zeilboot en gaan naar Porto. mogen we daar netten verkopen en moet"
            " onze stuurman een visum hebben?",
            ["mogen we daar netten verkopen", "moet onze stuurman een visum hebben?"],
        ),
        (
            "moeten wij dat daar aangeven, pakken die Schotten iets van ons geld en kunnen we nog"
            " ergens zeilen huren?",
            [
                "moeten wij dat daar aangeven",
                "pakken die Schotten iets van ons geld",
                "kunnen we nog ergens zeilen huren?",
            ],
        ),
        (
            "Do we need a mooring, and may two sailors come along without a guide?",
            ["Do we need a mooring", "may two sailors come along without a guide?"],
        ),
    ],
)
def test_each_of_several_questions_is_found_however_they_are_joined(
    question: str, asked: list[str]
) -> None:
    assert [part.asked for part in parts(question)] == asked


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Where do I apply for a TIP and for a travel grant?",
            ["Where do I apply for a TIP?", "Where do I apply for a travel grant?"],
        ),
        (
            "geef me de cijfers over vrijwilligers en over online publiek",
            [
                "geef me de cijfers over vrijwilligers?",
                "geef me de cijfers over online publiek?",
            ],
        ),
        (
            "Welke cijfers geeft de Zeehond, over vrijwilligers en over koepels?",
            [
                "Welke cijfers geeft de Zeehond over vrijwilligers?",
                "Welke cijfers geeft de Zeehond over koepels?",
            ],
        ),
    ],
)
def test_a_preposition_that_comes_twice_puts_the_question_twice(
    question: str, expected: list[str]
) -> None:
    assert texts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "What did each office (Zeezicht, Noordkaap, Kustraad) do for the plan?",
            [
                "What did office Zeezicht do for the plan?",
                "What did office Noordkaap do for the plan?",
                "What did office Kustraad do for the plan?",
            ],
        ),
        (
            "Wat doen Zeezicht en de Kustraad elk voor makers?",
            ["Wat doen Zeezicht voor makers?", "Wat doen de Kustraad voor makers?"],
        ),
        ("Wat doen Zeezicht en de Kustraad samen?", ["Wat doen Zeezicht en de Kustraad samen?"]),
    ],
)
def test_each_of_the_names_that_are_listed_is_asked(question: str, expected: list[str]) -> None:
    assert texts(question) == expected


def test_the_same_of_another_name_takes_over_what_is_asked() -> None:
    question = "Hoeveel subsidie krijgt Zeezicht en hoeveel Noordkaap?"
    assert texts(question)[1] == "Hoeveel subsidie krijgt Noordkaap?"


def test_what_stands_behind_both_is_asked_of_both() -> None:
    assert texts("Wat gebeurt er in Gent en in Brugge op het vlak van circus?") == [
        "Wat gebeurt er in Gent op het vlak van circus?",
        "Wat gebeurt er in Brugge op het vlak van circus?",
    ]


def test_two_documents_are_left_for_who_knows_them() -> None:
    question = "Wat staat er over zalen in het kustrapport en in het havendossier?"
    assert texts(question) == [question]


def test_why_it_is_asked_is_no_question() -> None:
    asked = "What is a normal fee? I don't want to sell us short."
    assert len(parts(asked)) == 1
    assert len(parts("Hoeveel krijg ik? Ik wil ook weten wanneer het open is.")) == 2


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            "We hadden gisteren overleg. Hoeveel leden telt Noordkaap?",
            "Hoeveel leden telt Noordkaap?",
        ),
        (
            "How many members does Noordkaap have? We meet them soon.",
            "How many members does Noordkaap have?",
        ),
        (
            "I met a friend. A carnet lasts three years, doesn't it?",
            "A carnet lasts three years, doesn't it?",
        ),
    ],
)
def test_what_is_told_beside_a_question_is_no_part_of_it(said: str, asked: str) -> None:
    (part,) = parts(said)
    assert part.text == asked
    assert part.told == " ".join(said.replace(asked, "").split())


@pytest.mark.parametrize(
    "said",
    [
        "Noordkaap opent een zaal in Gent. Wanneer is dat?",
        "We stage a play in Rome. And the form?",
        "Wij sturen drie acteurs. Moeten we die ergens aangeven?",
    ],
)
def test_a_question_that_leans_on_what_is_told_keeps_it(said: str) -> None:
    (part,) = parts(said)
    assert part.text == said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Waar betaal ik belasting en verlies ik mijn uitkering?",
            ["Waar betaal ik belasting", "verlies ik mijn uitkering?"],
        ),
        (
            "How long is a carnet valid in Peru, and also: who issues a carnet?",
            ["How long is a carnet valid in Peru", "who issues a carnet?"],
        ),
        (
            "What is a carnet in Peru and do I need a permit for drums?",
            ["What is a carnet in Peru", "do I need a permit for drums?"],
        ),
    ],
)
def test_a_verb_before_who_asks_opens_a_question(said: str, expected: list[str]) -> None:
    assert texts(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Ik ben zanger en dan ga ik naar Polen",
        "We play in Oslo and we need a van",
        "Volgens het rapport, hoeveel leden telt de sector?",
        "And for a short film at a festival, what does the fund give?",
    ],
)
def test_what_tells_on_or_only_says_where_is_no_part(said: str) -> None:
    assert texts(said) == [said]


def test_what_is_told_before_a_comma_is_no_part_of_the_question() -> None:
    (part,) = parts("We stage a long play in Rome, how much tax is withheld from the fee?")
    assert (part.text, part.told) == (
        "how much tax is withheld from the fee?",
        "We stage a long play in Rome.",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # A verb before any subject opens one.
        (
            "Do the Danes tax my fee and will Flanders pay the trip?",
            ["Do the Danes tax my fee", "will Flanders pay the trip?"],
        ),
        (
            "Houden ze iets in en krijgt ge dat terug?",
            ["Houden ze iets in", "krijgt ge dat terug?"],
        ),
        (
            "Waar ben ik verzekerd, moet ik mij melden en welk recht geldt er?",
            ["Waar ben ik verzekerd", "moet ik mij melden", "welk recht geldt er?"],
        ),
        # Without question marks or capitals.
        (
            "twee shows in oslo, solo. moet ik mij melden en gaat er veel af van mijn gage",
            ["moet ik mij melden", "gaat er veel af van mijn gage"],
        ),
        ("Is there a grant for it? also can i ask it twice", None),
        # Nothing but names of things.
        ("We bring a dancer from Lima. Visa? Tax?", ["Visa?", "Tax?"]),
        ("visum, btw en verzekering? we spelen in Lima", ["visum?", "btw?", "verzekering?"]),
        (
            "Hoe zit het met de belasting, en mijn papieren?",
            ["Hoe zit het met de belasting?", "Hoe zit het met mijn papieren?"],
        ),
        # Inside what somebody says they want to know.
        (
            "I paint, and I wonder whether I need a visa. Who pays the crates?",
            ["do I need a visa?", "Who pays the crates?"],
        ),
        (
            "Ik wil graag weten of er steun is voor een koor en hoe lang dat duurt.",
            ["is er steun voor een koor?", "hoe lang duurt dat?"],
        ),
    ],
)
def test_whatever_asks_is_a_part(said: str, expected: list[str] | None) -> None:
    asked = [part.asked for part in parts(said)]
    assert asked == expected if expected else len(asked) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Als wij in Peru spelen, moeten we dan onze trommels aangeven?",
        "When we play in Lima, do they tax our fee?",
        "Wat als de zaal failliet gaat, krijgen wij ons geld dan nog?",
        "May I go along, or do I need a visa of my own?",
        "Who pays the tax if I play in Cork and have no office there?",
        "We bouwen een decor en nemen het mee. Which paper do we need?",
    ],
)
def test_what_asks_one_thing_is_no_several(said: str) -> None:
    assert len(parts(said)) == 1


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Zeezicht and Noordkaap: who are the members of each?",
            ["who are the members of Zeezicht?", "who are the members of Noordkaap?"],
        ),
        (
            "Zeezicht, Noordkaap en de Kustraad: hoeveel zalen telt elk?",
            [
                "Zeezicht: hoeveel zalen telt ?",
                "Noordkaap: hoeveel zalen telt ?",
                "de Kustraad: hoeveel zalen telt ?",
            ],
        ),
        ("Zeezicht: who are the members?", ["Zeezicht: who are the members?"]),
    ],
)
def test_a_question_is_put_to_each_that_is_named_before_it(question: str, asked: list[str]) -> None:
    assert [part.text for part in parts(question)] == asked


def test_for_whom_opens_a_part() -> None:
    question = "Which rule falls away for choirs, and for whom is the threshold too high?"
    assert [part.asked for part in parts(question)] == [
        "Which rule falls away for choirs",
        "for whom is the threshold too high?",
    ]


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("Wie betaalt de zaal, en wie de technici?", "wie betaalt de technici?"),
        ("Wanneer opent het depot in Aalst, en wanneer het magazijn?", "opent het magazijn?"),
        (
            "Who may apply for the studio fund and who for the travel fund?",
            "Who may apply for the travel fund?",
        ),
        (
            "Waarop let de jury bij een film, en waarop bij een podcast?",
            "Waarop let de jury bij een podcast?",
        ),
    ],
)
def test_a_part_without_a_verb_takes_over_that_of_the_part_before(
    question: str, second: str
) -> None:
    assert texts(question)[1].lower().endswith(second.lower())
