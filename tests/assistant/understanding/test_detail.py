"""Details that can only be told in one form, and what tells them."""

from __future__ import annotations

import pytest

from assistant.understanding.detail import detail


@pytest.mark.parametrize(
    ("question", "tells", "tells_not"),
    [
        ("Wat is het telefoonnummer van Zeezicht?", "Bel 09 123 45 67.", "Zeezicht telt 12 leden."),
        ("What is the e-mail address?", "Write to info@zeezicht.be.", "See https://zeezicht.be."),
        ("Op welk adres zit Zeezicht?", "Kaaistraat 5, 9000 Gent", "Zeezicht zit aan het water."),
        (
            "Op welk adres stuur ik het op?",
            "Dien in op https://zeezicht.be.",
            "Dien het online in.",
        ),
        ("In which street is it?", "It is at Kaaistraat 5.", "See https://zeezicht.be."),
        ("What are the opening hours?", "Open from 10:00 to 18:00.", "Open since 2004."),
        ("Wat is het ondernemingsnummer van Zeezicht?", "BE 0123.456.789", "Noem het nummer."),
        ("What's the company number of Zeezicht?", "No 01234567", "It has a number since 2004."),
        ("Om hoe laat begint het?", "Het begint om 20 uur.", "Het begint op 20 mei."),
    ],
)
def test_a_detail_is_told_in_its_form(question: str, tells: str, tells_not: str) -> None:
    form = detail(question)
    assert form is not None
    assert form.search(tells)
    assert not form.search(tells_not)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het webadres van Zeezicht?",
        "What is the web address of Zeezicht?",
        "Hoe laat moet ik het formulier opsturen?",
        "Wie leidt Zeezicht?",
        "Waar vind ik het btw-nummer van een klant?",
        "How are members reached who have no e-mail address?",
        "Wat doen leden zonder e-mailadres?",
    ],
)
def test_other_questions_ask_for_no_such_detail(question: str) -> None:
    assert detail(question) is None
