"""Questions about a document itself: who wrote it, who published it, when, how long it is.

The answer is what the catalogue or the file says of the document; the citation shows where the
document names its maker, or else how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer import Claim
from assistant.citing import CitationList
from assistant.extracting.dates import MONTHS, localised
from corpus.document import Document, Source
from indexing.passage import Passage

_DOCUMENT = (
    r"(?:[\w-]*(?:rapport|dossier|verslag|oplegger|studie|nota|document|tekst|pagina)|publicatie"
    r"|brochure|artikel|stuk|report|study|paper|file|publication|article|piece|text|page|webpage)\b"
)
_THE = r"(?:het|de|dit|deze|dat|die|the|this|that)"
_NAMED = rf"{_THE}\s(?:[^?.]{{0,50}}[\s-])?{_DOCUMENT}"
_MADE = (
    r"geschreven|gemaakt|uitgegeven|gepubliceerd|uitgebracht|opgesteld|verschenen|samengesteld"
    r"|written|compiled|produced|drawn up"
)
_MADE_OR = rf"(?:{_MADE}|made|published|released|issued|came out|come out|out)"
_MAKES = (
    r"schreef|maakte|publiceerde|gaf|schreven|maakten|gaven|wrote|made|published|issued|compiled"
    r"|produced|released|stelde|is de auteur van|zijn de auteurs van|is the author of"
    r"|are the authors of"
)
_WHO = re.compile(
    rf"\b(?:wie|who)\s(?:{_MAKES})\s{_NAMED}"
    rf"|\b(?:door wie|wie)\s(?:heeft|hebben|is|werd)\s{_NAMED}[^?.]{{0,80}}\b(?:{_MADE})\b"
    rf"|\b(?:van wie|whose)\s(?:is\s)?{_NAMED}\W*$"
    rf"|\bwho(?:['’]s|\s(?:is|are|was|were|stands?))\sbehind\s{_NAMED}\W*$"
    rf"|\bwie\s(?:zit|zitten|zat|zaten|staat|staan)\s(?:er\s)?achter\s{_NAMED}\W*$",
    re.IGNORECASE,
)
_TIME = (
    r"(?:wanneer|(?:uit|in|van) (?:welk jaar|welke maand|wanneer)|van welke datum|when"
    r"|(?:in|from) (?:what|which) year|hoe oud|how old|op welke (?:dag|datum)"
    r"|on (?:what|which) (?:day|date))"
)
_AGE = (
    r"older|newer|oldest|newest|more recent|most recent|ouder|nieuwer|recenter|oudste?|nieuwste?"
    r"|recentste?"
)
_OF_TWO = rf"(?:which|welke?|what)\s(?:\w+\s)?(?:is|was)\s(?:the\s|het\s)?(?:{_AGE})"
_WHEN = re.compile(
    rf"\b{_TIME}\s(?:is|werd|verscheen|was|did|dateert|stamt|komt)\s{_NAMED}[^?.]{{0,80}}?"
    rf"(?:\b{_MADE_OR}\b|\b(?:uit|appear|from|date)\b|\W*$)"
    rf"|\b(?:{_OF_TWO})\b[^?]{{0,20}}{_NAMED}"
    rf"|\b(?:which|welke?|what)\s{_DOCUMENT}\s(?:is|was)\s(?:the\s|het\s|de\s)?(?:{_AGE})\b"
    rf"|\b(?:hoeveel jaar|how many years)\b[^?.]{{0,40}}?\b(?:tussen|between|later|eerder|earlier"
    rf"|ouder|older|newer|jonger)\b[^?.]{{0,12}}?{_NAMED}"
    # "In the year of the report" tells when something else is asked of.
    r"|(?<!\bin )(?<!\bop )(?<!\bon )(?<!\bvan )(?<!\bof )(?<!\bsinds )(?<!\bsince )(?<!\bvoor )"
    rf"\b(?:de datum|het jaar|the (?:publication )?date|the year)\s(?:van|of)\s{_NAMED}",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"\b(?:hoeveel (?:pagina's|pagina’s|bladzijden)|how many pages)\b[^?.]{{0,20}}\s{_NAMED}"
    rf"|\b(?:hoe lang|how long)\sis\s{_NAMED}\W*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"\b(?:de (?:volledige |hele )?titel|the (?:full )?title)\s(?:van|of)\s{_NAMED}"
    rf"|\b(?:hoe heet)\s{_NAMED}\W*$",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"\b(?:volgens|according to)\b", re.IGNORECASE)
_LOOKED_AT = 400
_LABELS = {
    "nl": {"author": "Auteur", "publisher": "Uitgever", "date": "Datum", "pages": "Pagina's"},
    "en": {"author": "Author", "publisher": "Publisher", "date": "Date", "pages": "Pages"},
}
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def asks_about_document(text: str) -> bool:
    """Whether the question is about a document itself: who made it, when, how long it is."""
    if _TOLD_BY.search(text):
        return False
    return any(form.search(text) for form in (_WHO, _WHEN, _LENGTH, _TITLE))


def about_document(
    text: str,
    lang: str,
    document: Document,
    passages: Iterable[Passage],
    citations: CitationList,
) -> tuple[Claim, ...]:
    """What is known of the document's makers, date and size, with a citation of the document.

    Args:
        text: the question; what it asks for comes first.
        passages: the document's passages, in order.

    Returns:
        One claim, or none where what is asked is not known or nothing can be cited.
    """
    source = document.source
    order = _order(text)
    known = {name: value for name in order if (value := _value(name, document, lang))}
    if not known or (order[0] != "author" and order[0] not in known):
        return ()
    place = _place(tuple(passages), source, order[0])
    numbers = citations.cite(place, 0, min(len(place.text), _LOOKED_AT), document) if place else ()
    if not numbers:
        return ()
    labels = _LABELS.get(lang, _LABELS["en"])
    lines = [f"{labels[name]}: **{value}**" for name, value in known.items()]
    return (Claim(f"*{source.title}* — {'; '.join(lines)}.", numbers),)


def _order(text: str) -> tuple[str, ...]:
    """What is told of the document, what is asked for first."""
    if _LENGTH.search(text):
        return ("pages", "publisher", "date")
    if _WHEN.search(text) and not _WHO.search(text):
        return ("date", "author", "publisher")
    return ("author", "publisher", "date")


def _value(name: str, document: Document, lang: str) -> str:
    if name == "pages":
        return str(len(document.pages)) if document.pages else ""
    value: str = getattr(document.source, name) or ""
    return spelled_date(value, lang) if name == "date" else value


def spelled_date(iso: str, lang: str) -> str:
    """A date as people write it: "2010-06" is "juni 2010"."""
    match = _ISO.fullmatch(iso)
    if not match or not match[2]:
        return iso
    month = next(name for name, number in MONTHS.items() if number == int(match[2]))
    day = f"{int(match[3])} " if match[3] else ""
    return localised(f"{day}{month} {match[1]}", lang)


def _place(passages: tuple[Passage, ...], source: Source, asked: str) -> Passage | None:
    """The first passage that tells what is asked, or names a maker; else the first of all."""
    if not passages:
        return None
    wanted = [name.casefold() for name in (source.author, source.publisher) if len(name) > 3]
    date = spelled_date(source.date or "", source.language or "").casefold()
    best, most = passages[0], 0.0
    for passage in passages:
        opening = passage.text[:_LOOKED_AT].casefold()
        worth = 0.5 * any(name in opening for name in wanted)
        if asked == "date" and date:
            worth += 1.0 if date in opening else 0.25 * (date[-4:] in opening)
        if worth > most:
            best, most = passage, worth
    return best
