"""Questions about a document itself: who wrote it, who published it, when it appeared.

The answer is what the catalogue or the file says of the document; the citation shows where the
document names its maker, or else how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer import Claim
from assistant.citing import CitationList
from corpus.document import Document, Source
from indexing.passage import Passage

_DOCUMENT = (
    r"(?:[\w-]*(?:rapport|dossier|verslag|oplegger|studie|nota|document)|publicatie|brochure|artikel"
    r"|webpagina|tekst|stuk|report|study|paper|fact file|publication|article|piece|text|page)\b"
)
_THE = r"(?:het|de|dit|deze|dat|die|the|this|that)"
_MADE = r"geschreven|gemaakt|uitgegeven|gepubliceerd|uitgebracht|opgesteld|verschenen|written"
_MADE_OR = rf"(?:{_MADE}|made|published|released|issued|drawn up|came out|come out|out)"
_AUTHOR_OF = r"is de auteur van|zijn de auteurs van|is the author of|are the authors of"
_WHO = re.compile(
    r"\b(?:wie|who)\s(?:schreef|maakte|publiceerde|gaf|wrote|made|published|issued"
    rf"|{_AUTHOR_OF})\s{_THE}\s(?:[^?.]{{0,50}}\s)?{_DOCUMENT}"
    rf"|\b(?:door wie|wie)\s(?:heeft|hebben|is|werd)\s{_THE}\s(?:[^?.]{{0,50}}\s)?{_DOCUMENT}"
    rf"[^?.]{{0,80}}\b(?:{_MADE})\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:wanneer|in welk jaar|when|in (?:what|which) year)\s(?:is|werd|verscheen|was|did)\s"
    rf"{_THE}\s(?:[^?.]{{0,50}}\s)?{_DOCUMENT}[^?.]{{0,80}}?"
    rf"(?:\b{_MADE_OR}\b|\b(?:uit|appear)\b|\?)",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"\b(?:volgens|according to)\b", re.IGNORECASE)
_LOOKED_AT = 400
_LABELS = {
    "nl": {"author": "Auteur", "publisher": "Uitgever", "date": "Datum"},
    "en": {"author": "Author", "publisher": "Publisher", "date": "Date"},
}


def asks_about_document(text: str) -> bool:
    """Whether the question is about who made a document, or when."""
    return not _TOLD_BY.search(text) and bool(_WHO.search(text) or _WHEN.search(text))


def about_document(
    text: str,
    lang: str,
    document: Document,
    passages: Iterable[Passage],
    citations: CitationList,
) -> tuple[Claim, ...]:
    """What is known of the document's makers and date, with a citation of the document.

    Args:
        text: the question; what it asks for comes first.
        passages: the document's passages, in order.

    Returns:
        One claim, or none where nothing is known or nothing can be cited.
    """
    source = document.source
    asked_date = bool(_WHEN.search(text)) and not _WHO.search(text)
    order = ("date", "author", "publisher") if asked_date else ("author", "publisher", "date")
    known = {name: value for name in order if (value := getattr(source, name))}
    if not known or (asked_date and "date" not in known):
        return ()
    shown = tuple(passages)
    place = _place(shown, source)
    numbers = citations.cite(place, 0, min(len(place.text), _LOOKED_AT), document) if place else ()
    if not numbers:
        return ()
    labels = _LABELS.get(lang, _LABELS["en"])
    lines = [f"{labels[name]}: **{value}**" for name, value in known.items()]
    return (Claim(f"*{source.title}* — {'; '.join(lines)}.", numbers),)


def _place(passages: tuple[Passage, ...], source: Source) -> Passage | None:
    """The first passage that names the author or the publisher, else the first of all."""
    wanted = [name.casefold() for name in (source.author, source.publisher) if len(name) > 3]
    for passage in passages:
        if any(name in passage.text[:_LOOKED_AT].casefold() for name in wanted):
            return passage
    return passages[0] if passages else None
