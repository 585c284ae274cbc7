"""Whether a sentence only mentions what is asked: which films were chosen without a name, how long
a decision takes without one."""

from __future__ import annotations

import re

from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from assistant.extracting.names import names
from assistant.extracting.regions import comes_from
from corpus.vocabulary import Vocabulary

_SURELY = 0.6  # below that only by a word that is merely like it
# What goes by a name of its own.
_THING = (
    r"(?:festivals?|voorstelling(?:en)?|shows?|films?|theat(?:er|re)s?|museums?|musea|centra|centres"
    r"|huizen|houses?|gezelschap(?:pen)?|compan(?:y|ies)|artist(?:s|en)?|kunstenaars?|\w*leden"
    r"|members?|winnaars?|winners?|laureaten|bands?|groepen|boeken|books?|titels?|titles?|scholen"
    r"|schools?|steden|cities|towns|clubs?|\w*producenten|producers)"
)
# Of single ones, which are told by their names.
_OF_SOME = (
    r"(?:w[io]n(?:nen|s)?|wonnen|gewonnen|won|selected|geselecteerd|verkozen|chosen|gekozen|nominated"
    r"|genomineerd|members? of|lid van|on (?:the|its|their) (?:\S+ )?list|op de \S*lijst|sit|sits"
    r"|zitten|zetelen|sloten|closed|took part|take part|namen deel|nemen deel)"
)
_WHICH_ONES = re.compile(
    rf"\W*(?:\w+\s)?(?:welke|which)\s(?:[\w'’-]+\s)?(?P<thing>{_THING})\b[^?]*?\b{_OF_SOME}\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\bbinnen hoeveel (?:dagen|weken|maanden|uur)\s(?P<nl>\w+)"
    r"|\bhow (?:many (?:days|weeks|months)|long|much time) (?:does|do|did|will) .*?"
    r"\b(?:take|need)\b.*?\bto (?P<en>\w+)"
    r"|\bhoe ?lang duurt het .*?\b(?:voor|voordat|eer|om)\b.*?(?P<end>\w+)\W*$",
    re.IGNORECASE,
)


def only_mentioned(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked which ones of a kind did or were something, and the sentence names none;
    or how long somebody takes to do something, and that is not in the sentence or beside it."""
    return _names_none(asked, item) or _of_another_term(asked, item)


def _names_none(asked: Asked, item: Weighed) -> bool:
    match = _WHICH_ONES.match(asked.text)
    if match is None or match["thing"].lower() != asked.choice or item.unit.table is not None:
        return False
    said = asked.text.lower()
    # "European" has a capital without being a name.
    return not any(
        name.surface.lower() not in said
        and not all(comes_from(word, Vocabulary.load()) for word in name.surface.split())
        for name in names(item.unit.text)
    )


def _of_another_term(asked: Asked, item: Weighed) -> bool:
    match = _HOW_LONG.search(asked.text)
    # In another language it may go by a word that is not known.
    if match is None or item.unit.passage.language != asked.lang:
        return False
    deed = (match["nl"] or match["en"] or match["end"]).lower()
    held = zip(asked.concepts, item.held, strict=False)
    return any(c.surface.lower() == deed and not c.frame and h < _SURELY for c, h in held)
