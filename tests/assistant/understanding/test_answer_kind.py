"""The question word tells what kind of answer is wanted."""

from __future__ import annotations

import pytest

from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.attribute import attribute, choice
from assistant.understanding.sizes import asked_size


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Welk aandeel van de leden is actief?", AnswerKind.SHARE),
        ("What percentage of members is active?", AnswerKind.SHARE),
        ("Did the share of members rise?", AnswerKind.YES_NO),
        ("Compare: the share of members who sing.", AnswerKind.COMPARISON),
        ("and the share of members who dance", AnswerKind.SHARE),
        ("What does the paper understand by a hall?", AnswerKind.DEFINITION),
        ("Who are the founding partners of the fund?", AnswerKind.OPEN),
        ("Wie zijn de leden van het netwerk?", AnswerKind.OPEN),
        ("Hoeveel euro krijgt een gezelschap?", AnswerKind.AMOUNT),
        ("Wat moet de haven zijn en geen plafond?", AnswerKind.OPEN),
        ("Welke dagvergoeding krijg je?", AnswerKind.AMOUNT),
        ("Hoeveel geeft het fonds aan een project?", AnswerKind.AMOUNT),
        ("What does an artist get paid?", AnswerKind.AMOUNT),
        ("What minimum fee does the union ask?", AnswerKind.AMOUNT),
        ("What's the rate?", AnswerKind.FIGURE),
        ("When’s the deadline?", AnswerKind.DATE),
        ("Hoeveel tijd krijg ik om te betalen?", AnswerKind.FIGURE),
        ("How much time do I have to pay?", AnswerKind.FIGURE),
        ("Hoe groot kan een reisbeurs zijn?", AnswerKind.AMOUNT),
        ("How high can the library fine be?", AnswerKind.AMOUNT),
        ("Hoe groot is de vereniging?", AnswerKind.FIGURE),
        ("What was the exact deadline for the harbour fund?", AnswerKind.DATE),
        ("Wat is de uiterste indiendatum?", AnswerKind.DATE),
        ("Which extra day is the harbour open?", AnswerKind.DATE),
        ("Binnen welke termijn kan ik bezwaar maken?", AnswerKind.FIGURE),
        ("Hoeveel leden zijn er?", AnswerKind.COUNT),
        ("How many members are there?", AnswerKind.COUNT),
        ("Wanneer werd het fonds opgericht?", AnswerKind.DATE),
        ("Since when does it exist?", AnswerKind.DATE),
        ("Wie leidt het fonds?", AnswerKind.PERSON),
        ("Waar vond het overleg plaats?", AnswerKind.PLACE),
        ("Wat betekent wederkerigheid?", AnswerKind.DEFINITION),
        ("wat deed de Kustraad in dat haventraject", AnswerKind.OPEN),
        ("What do the singers want to see happen with it?", AnswerKind.OPEN),
        ("op wat voor feesten duikt dat koor op?", AnswerKind.OPEN),
        ("hoe ver willen de zangers de regel opentrekken?", AnswerKind.OPEN),
        ("Hoe ver ligt de zaal van het station?", AnswerKind.FIGURE),
        ("What is the most we can get?", AnswerKind.AMOUNT),
        ("Waarom daalde het aantal?", AnswerKind.REASON),
        ("Hoe vraag ik steun aan?", AnswerKind.PROCEDURE),
        ("Wat is het verschil tussen A en B?", AnswerKind.COMPARISON),
        ("Waar begin ik met mijn band in Duitsland?", AnswerKind.WHERE_TO_START),
        ("Is het fonds open voor makers?", AnswerKind.YES_NO),
        ("Noem de drie pijlers", AnswerKind.LIST),
        ("Is there a show for children who are easily upset?", AnswerKind.YES_NO),
        ("Do you know who runs it?", AnswerKind.PERSON),
        ("By whom was it written?", AnswerKind.PERSON),
        ("How soon do I hear?", AnswerKind.FIGURE),
        ("Hoe luid mag een optreden zijn?", AnswerKind.FIGURE),
        ("Which documents must an applicant send?", AnswerKind.LIST),
        ("Which documents mention the fund?", AnswerKind.OPEN),
        ("What are the three pillars?", AnswerKind.LIST),
        # How many there are is not asked, but what they are counted by.
        ("Welke bron dient om te bepalen hoeveel leden er zijn?", AnswerKind.OPEN),
        ("What source is used to determine how many members there are?", AnswerKind.OPEN),
        ("Hoeveel bracht de winkel op?", AnswerKind.FIGURE),
        ("Wat vinden makers van het bedrag?", AnswerKind.OPEN),
        ("Which part of the hall has seats?", AnswerKind.OPEN),
        ("What part of its costs can it claim?", AnswerKind.SHARE),
        ("Hoeveel leden zijn er, om te bepalen wie betaalt?", AnswerKind.COUNT),
        ("What was the total value of the harbour in euro last year?", AnswerKind.AMOUNT),
        ("Wat was de waarde van de haven, uitgedrukt in euro?", AnswerKind.AMOUNT),
        ("Wie is Zeezicht?", AnswerKind.DEFINITION),
        ("who are the Harbour Players exactly", AnswerKind.DEFINITION),
        ("Wie is de voorzitter?", AnswerKind.PERSON),
        ("Who is in charge of the harbour?", AnswerKind.PERSON),
        ("tell me what SHELL is", AnswerKind.DEFINITION),
        ("kan je me eens vertellen wat een havenkring is?", AnswerKind.DEFINITION),
        ("kun je mij zeggen wat de Kustraad is", AnswerKind.DEFINITION),
        ("what is K.ADE", AnswerKind.DEFINITION),
        ("wat voor organisatie is Zeezicht?", AnswerKind.DEFINITION),
        ("What kind of network is Zeezicht?", AnswerKind.DEFINITION),
        ("What is the address of Zeezicht", AnswerKind.OPEN),
        ("What is the most Zeezicht gives per project", AnswerKind.OPEN),
    ],
)
def test_kind(question: str, kind: AnswerKind) -> None:
    assert answer_kind(question) is kind


def test_the_size_of_the_list_asked_for() -> None:
    assert asked_size("Wat zijn de vijf aandachtspunten?") == 5
    assert asked_size("Name the 3 pillars") == 3
    assert asked_size("Welke pijlers zijn er?") is None


def test_what_is_asked_of_the_subject() -> None:
    assert attribute("Wat is de omzet van het fonds?") == ("omzet",)
    assert attribute("Hoeveel leden telt het?")[0] == "leden"
    assert attribute("Hoeveel bracht de winkel op?") == ()
    assert attribute("Who is the director of the fund?") == ("director",)


def test_a_verb_is_not_what_is_chosen_from() -> None:
    assert choice("What will the levy be next year?") == ""
    assert choice("Which venues will open?") == "venues"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What is the minimum weekly salary for dancers?", AnswerKind.AMOUNT),
        ("Wat is het laagste uurloon van een technicus?", AnswerKind.AMOUNT),
        ("Wat heeft de stad aan het koor betaald?", AnswerKind.AMOUNT),
        ("Wat ben ik kwijt aan een tent?", AnswerKind.AMOUNT),
        ("What's the penalty for coming late?", AnswerKind.OPEN),
        ("What penalty is due for coming late?", AnswerKind.AMOUNT),
        ("Hoe heet de voorzitter van de kring?", AnswerKind.PERSON),
        ("What is the name of the artistic director?", AnswerKind.PERSON),
        ("Wat is de rol van de voorzitter?", AnswerKind.OPEN),
    ],
)
def test_what_is_paid_and_what_somebody_is_called(question: str, kind: AnswerKind) -> None:
    assert answer_kind(question) is kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        # What is looked at is no place; where something stands is.
        ("Waar letten ze op als je een orgel leent?", AnswerKind.OPEN),
        ("Waar houdt de kring rekening mee bij de keuze?", AnswerKind.OPEN),
        ("Waar oefent het koor op maandag?", AnswerKind.PLACE),
        ("Waar meld ik het koor aan?", AnswerKind.PLACE),
        ("Waar duikt het koor op?", AnswerKind.PLACE),
        ("What happens when the choir is late?", AnswerKind.OPEN),
        ("What organs does the choir own?", AnswerKind.LIST),
        ("How did the slice of the money for singers change?", AnswerKind.SHARE),
        ("How did the choir change between 2003 and 2009?", AnswerKind.FIGURE),
        ("Hoe groeide het koor tussen 2003 en 2009?", AnswerKind.FIGURE),
        ("How did the choir change its name?", AnswerKind.PROCEDURE),
        ("Wat is het minimum dat ik inbreng?", AnswerKind.FIGURE),
        ("Hoe dikwijls zingt het koor?", AnswerKind.COUNT),
        ("Organ prize - last day to hand in the score?", AnswerKind.DATE),
        ("In which of the three years did the choir sing least?", AnswerKind.DATE),
        ("What does the new hall mean for dancers?", AnswerKind.OPEN),
    ],
)
def test_what_only_looks_like_another_kind(question: str, kind: AnswerKind) -> None:
    assert answer_kind(question) is kind
