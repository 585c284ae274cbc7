"""What is said to a counter-question: one of its choices, or words that fill what was asked.

A counter-question is told by its form, for all that is kept of a conversation is its words: its
first line asks, and it cites nothing, or ends on choices that are questions.
"""

from __future__ import annotations

import re

from assistant.understanding import leaning
from assistant.understanding.nth import nth_of
from assistant.understanding.slots import Slots, at_end, filling
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_CITED = re.compile(r"\[\d+\]")
_CHOICE = re.compile(r"^\s*[-*•]\s+(?P<choice>\S.*?)\s*$", re.MULTILINE)
_OFFERS = re.compile(r"(?:^|\n\n)(?:\s*[-*•]\s[^\n]+\?\s*(?:\n|$))+$")
# That part of what was asked is left open: "weet nog niet waar", "anywhere", "I guess".
_WHERE = r"(?:waar(?:\sna{1,2}rtoe)?|welk land|in welk land|where|which country|what country)"
_LEFT_OPEN = re.compile(
    rf"[\s,;.]*(?:\b(?:en|maar|and|but)\s)?\b(?:(?:ik\s)?weet\s(?:ik\s)?(?:het\s|dat\s)?(?:nog\s)?"
    rf"niet(?:\s(?:goed|zeker))?(?:\s{_WHERE})?|(?:nog\s)?(?:geen idee|niet zeker)(?:\s{_WHERE})?"
    rf"|(?:het\s)?(?:maakt niet uit|is gelijk)(?:\s{_WHERE})?|om het even(?:\s{_WHERE})?"
    rf"|(?:i\s)?(?:do not|don't|dont) know(?:\syet)?(?:\s{_WHERE})?(?:\syet)?"
    rf"|(?:i'm\s)?not sure(?:\syet)?(?:\s{_WHERE})?(?:\syet)?|no idea(?:\s{_WHERE})?(?:\syet)?"
    rf"|(?:it\s)?(?:does not|doesn't|doesnt) matter(?:\s{_WHERE})?|anywhere|wherever|ergens"
    r"|waar dan ook|misschien|waarschijnlijk|denk ik|maybe|perhaps|probably|i guess|i think|just"
    r"|gewoon)\b[\s,;.]*",
    re.IGNORECASE,
)
_EMPTY = stop_words("nl") | stop_words("en")
_PREPOSITION = re.compile(
    r"^\W*(?:in|voor|for|bij|van|of|met|with|naar|to|about|over|als|as|at|uit|from|on)\s", re.I
)
_TELLS = re.compile(
    r"^\W*(?:ik|we|wij|i|i'm|we're|mijn|my|onze|our|(?:het|it) is|it's)\b", re.IGNORECASE
)
_POLITE = re.compile(r"[\s,]+(?:please|aub|a\.u\.b\.|graag|alstublieft|alsjeblieft)\W*$", re.I)
# Content words of what only fills in what a question left out, with a preposition and without.
_LED, _BARE = 5, 3


def asked_back(answer: str) -> bool:
    """Whether what the assistant said last is a question of its own."""
    first = answer.strip().split("\n", 1)[0]
    if not _CITED.search(answer):
        return "?" in first
    return first.rstrip().endswith("?") and bool(_OFFERS.search(answer.strip()))


def tells(reply: str) -> bool:
    """Whether a reply tells something of who says it ("ik ben muzikant")."""
    return bool(_TELLS.match(reply)) and "?" not in reply


def filled(reply: str, earlier: str, answer: str, slots: Slots, lang: str) -> str:
    """The question that a reply to a counter-question makes, complete; empty when the reply is a
    question of its own.

    Args:
        reply: what was said, without "en" or "and" before it.
        earlier: the question that was asked back to.
        answer: the counter-question.
        slots: finds countries and disciplines.
        lang: the language of the earlier question.
    """
    reply = _POLITE.sub("", reply)
    choices = tuple(match["choice"] for match in _CHOICE.finditer(answer))
    if chosen := _chosen(reply, choices):
        return chosen
    said = _LEFT_OPEN.sub(" ", reply).strip().rstrip("?! .,") or reply.strip().rstrip("?! .,")
    if leaning.asks(said) or "?" in said:
        return ""
    told = tells(reply)
    led = bool(_PREPOSITION.match(said))
    if not told and len(_words(said)) > (_LED if led else _BARE):
        return ""
    if told and not choices:
        return ""  # nothing was offered, so nothing is waited for
    if told:
        body = earlier.strip()
        mark = "" if body[-1:] in ("?", "!", ".") else "."
        return f"{body}{mark} {said[:1].upper()}{said[1:]}."
    if led:
        return at_end(earlier, said)
    places = slots.places(said)
    if len({place.code for place in places}) == 1 and not _words(said) - {
        folded(word) for place in places for word in tokens(said[place.start : place.end])
    }:
        return slots.with_place(earlier, places[0].code, lang)
    with_ = "met" if lang == "nl" else "with"
    for_ = "voor" if lang == "nl" else "for"
    link = with_ if _TELLS.match(earlier) else for_
    return at_end(earlier, f"{link} {filling(said)}") if _words(said) else ""


def _chosen(reply: str, choices: tuple[str, ...]) -> str:
    """The choice that a reply takes: in full, by its number, or by words of which no other choice
    has as many; empty for none."""
    for choice in choices:
        if folded(choice) == folded(reply.strip()):
            return choice
    place = nth_of(reply, len(choices))
    if place is not None:
        return choices[place]
    said = _words(reply)
    fitting = [choice for choice in choices if said and said <= _words(choice)]
    return fitting[0] if len(fitting) == 1 else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word for token in tokens(text) if (word := folded(token)) not in _EMPTY)
