"""Is a number of a claim only a difference in its quote: "0.4 million more than before"?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.support import quantities
from corpus.vocabulary import Language

_COMPARED = (
    r"more|less|fewer|higher|lower|extra|additional|meer|minder|hogere?|lagere?|bijkomend\w*"
)
# "100 euro more than", "one member fewer"; not "100 euro or more".
_BEHIND = re.compile(
    rf"\s*(?:(?!or\b|of\b|and\b|en\b)[\w-]+\s+){{0,2}}?(?:{_COMPARED})\b", re.IGNORECASE
)
_OR = re.compile(r"\s*(?:[\w-]+\s+)?(?:or|of|and|en)\b", re.IGNORECASE)
# Whatever tells that something is compared, added or taken away.
_COMPARES = re.compile(
    rf"\b(?:{_COMPARED}|increase\w*|decrease\w*|ste(?:eg|gen)|stijg\w*|gestegen|da(?:al|l)\w*|gedaald|rose"
    r"|risen|rises?|fell|fall\w*|grew|grow\w*|groei\w*|gegroeid|(?:er)?bij|toe\w*|verho(?:og|ging)\w*"
    r"|top-up|toeslag|bonus|reduc\w*|korting|verminder\w*|verschil|difference|sav\w*|bespa\w*"
    r"|bovenop|on top|add\w*|lost|los(?:s|es?)|verlie\w*|verloor|longer|langer|later|eerder|earlier"
    r"|older|ouder|jonger|younger|exceed\w*|plus|afgenomen|afname|down|up by|gain\w*|win\w*)\b",
    re.IGNORECASE,
)


def told_as_amounts(claim: str, lang: Language, quote: str, other: str) -> Iterator[str]:
    """Numbers that a claim, which compares nothing, tells as amounts, and the quote only as how
    much more or less something is."""
    if _COMPARES.search(claim):
        return
    offered = quantities.quantities(quote, other)
    for number in quantities.quantities(claim, lang):
        alike = [one for one in offered if one.values & number.values]
        if alike and all(
            _BEHIND.match(quote[one.end :]) and not _OR.match(quote[one.end :]) for one in alike
        ):
            yield f"{number.text}, a difference"


_BY = re.compile(r"\b(?:met|by)\s+(?:EUR\s+|[€£$]\s?)?$", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:van|from|to|tot|naar)\s+(?:EUR\s+|[€£$]\s?)?$", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b\w+\s+(?:van de|van elke|op de|out of|of the|of)\s+$|^\s*(?:van de|of the|of|van)\s+$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:ste(?:eg|gen)|stijg\w*|da(?:al|l)\w*|groei\w*|toe|af|rose|rises?|fell|falls?|grew|grows?"
    r"|increase\w*|decrease\w*|dropp\w*|drops?)\b",
    re.IGNORECASE,
)


def told_as_changes(claim: str, lang: Language, quote: str, other: str) -> Iterator[str]:
    """ "Rose by 18" where the quote has "rose from 12 to 18", or the other way round."""
    if not _CHANGES.search(claim):
        return
    offered = quantities.quantities(quote, other)
    for number in quantities.quantities(claim, lang):
        before = claim[: number.start]
        alike = [quote[: one.start] for one in offered if one.values & number.values]
        for mine, theirs in ((_BY, _FROM_TO), (_FROM_TO, _BY)):
            if mine.search(before) and alike and all(theirs.search(text) for text in alike):
                yield f"{number.text}, another change"


def told_as_parts(claim: str, lang: Language, quote: str, other: str) -> Iterator[str]:
    """ "Approved 40 files" where the quote has "14 of the 40 files": the whole for the part."""
    offered = quantities.quantities(quote, other)
    own = quantities.quantities(claim, lang)
    starts = {number.start for number in offered if min(number.values) > 1}
    for number in own:
        if number.year or _WHOLE.search(claim[: number.start]):
            continue
        wholes = []
        for one in offered:
            if one.values & number.values:
                match = _WHOLE.search(quote[: one.start])
                wholes.append(match is not None and match.start() in starts)
        parts = [one for one in own if one is not number and not one.year]
        if wholes and all(wholes) and not parts:
            yield f"{number.text}, the whole"
