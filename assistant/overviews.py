"""What is a document about? In its own words: its summary or what it says of itself, its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extracting.quoting import Extract
from assistant.extracting.sentences import sentences
from corpus.document import BlockKind
from indexing.passage import Passage

_ASKS = re.compile(
    r"\W*(?:(?:kan|kun|kunt|zou|can|could|would)\s(?:je|jij|u|ge|you)\s(?:mij\s|me\s|even\s|please\s)*)?"
    r"(?:(?:geef|maak|schrijf|give|write|make)\s(?:mij\s|me\s|eens\s|even\s)*)?(?:"
    r"(?:een\s|de\s|a\s|an\s|the\s)?(?:korte\s|kort\s|short\s|brief\s|quick\s)?(?:samenvatting|overzicht"
    r"|inhoud|inhoudsopgave|inhoudstafel|hoofdlijnen|kern|kernboodschap|boodschap|strekking|summary"
    r"|overview|outline|table of contents|contents|gist|main points|key points|main message)"
    r"(?:\s(?:van|of|over|geven))?"
    r"|(?:wat|what)\s(?:is|zijn|was|are|'s)\s(?:de\s|het\s|the\s)?(?:korte\s)?(?:inhoud|hoofdlijnen|kern"
    r"|kernboodschap|boodschap|strekking|onderwerp|samenvatting|doel|gist|main points|key points"
    r"|main message|message|subject|purpose|summary)(?:\s(?:van|of))?"
    r"|(?:waarover|waar)\s(?:gaat|handelt|spreekt)(?:\s(?:eigenlijk|juist|precies|zo))*"
    r"(?:\s(?:over|om))?"
    r"|wat\s(?:staat|stond)\s(?:er|daar)(?:\s(?:allemaal|zoal|precies|juist))*"
    r"(?:\s(?:in|te lezen))*"
    r"|what(?:\s(?:is|'s))\s?(?:all\s)?about|what(?:\sdoes)?\s(?:the\s)?(?:say|contain|cover|discuss|treat"
    r"|deal with|go into)|what(?:\sis|['’]s)(?:\s(?:all\s)?in)?"
    r"|(?:vat|vatten)(?:\s(?:eens|kort|even))*\ssamen(?:\sin.{1,25})?|samenvatten|summari[sz]e|outline"
    r"|hoe is\s?(?:opgebouwd|ingedeeld)|welke hoofdstukken (?:heeft|telt|zijn er)(?:\sin)?"
    r"|(?:what|which) chapters(?: does| are there)?(?:\s(?:have|in))?"
    r"|how is\s?(?:structured|organised)"
    r")\W*",
    re.IGNORECASE,
)
# "Summarise the Green Paper report": the title was taken out, the word for it was not.
_A_DOCUMENT = re.compile(
    r"(?:\b(?:het|de|dit|deze|the|this|that)\s)?\b(?:rapport|dossier|verslag|studie|nota|document"
    r"|tekst|publicatie|report|study|paper|text|publication)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"^\W*(?:\d[\d.]*\s*)?(?:management\s?|bestuurlijke\s|executive\s|beknopte\s)?"
    r"(?:samenvatting|summary|abstract|synthese|in het kort|in kort bestek|in short|in brief"
    r"|key messages|kernboodschap\w*)\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"^\W*(?:met\s|in\s|with\s)?(?:dit|deze|this|het voorliggende|voorliggende?)\s(?:\w+\s)?"
    r"(?:[\w-]*(?:rapport|dossier|verslag|oplegger|studie|nota|document|tekst|publicatie|brochure"
    r"|onderzoek|bundel|handleiding|gids)|report|study|paper|document|publication|guide|brief"
    r"|survey|note)\b",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(
    r"^\W*(?:[\dIVX]+[.\d]*\s*)?(?:referenties|bronnen|bibliografie|literatuur\w*|colofon|bijlagen?"
    r"|references|bibliography|sources|appendi\w+|annex\w*|colophon|voetnoten|notes|nawoord)\b",
    re.IGNORECASE,
)
_LOOKED = 0.25  # share of a document in which it tells what it is
_FEWEST = 20  # words of a paragraph that says something
_MOST_CHAPTERS = 12
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a document: its heading and the page (from 1) that it begins on."""

    title: str
    page: int


def asks_overview(text: str) -> bool:
    """Whether a question asks what a document is about, or how it is made up.

    Args:
        text: the question without the words that name the document.
    """
    return bool(_ASKS.fullmatch(" ".join(_A_DOCUMENT.sub(" ", text).split())))


def overview(passages: Sequence[Passage], words: int) -> tuple[Extract, ...]:
    """What a document says of itself, in up to ``words`` words: its summary; without one the
    sentences that tell what it is; without these its first paragraph."""
    running = [one for one in passages if one.kind in _RUNNING]
    summed = [one for one in running if one.section and _SUMMARY.match(one.section[0])]
    chosen = _within(summed, words) or _of_itself(running, words)
    return chosen or _within([one for one in running if len(one.text.split()) >= _FEWEST], words)


def chapters(passages: Sequence[Passage]) -> tuple[Chapter, ...]:
    """The parts of a document in order, those at its end (references, colophon) left out; those of
    its one part where it has one only. Empty when it has too few or too many to tell."""
    for level in (0, 1):
        found: dict[str, int] = {}
        for passage in passages:
            if len(passage.section) > level and passage.kind is not BlockKind.FOOTNOTE:
                found.setdefault(passage.section[level], passage.pages[0])
        told = [
            Chapter(title, page) for title, page in found.items() if not _AT_THE_END.match(title)
        ]
        if len(told) > 1:
            return tuple(told) if len(told) <= _MOST_CHAPTERS else ()
    return ()


def _within(passages: Sequence[Passage], words: int) -> tuple[Extract, ...]:
    """The first passages whole, up to ``words`` words; of the very first what fits."""
    chosen: list[Extract] = []
    left = words
    for passage in passages:
        size = len(passage.text.split())
        if size > left:
            if not chosen:
                chosen.append(Extract(passage, *_beginning(passage, left), 1.0))
            break
        chosen.append(Extract(passage, 0, len(passage.text), 1.0))
        left -= size
    return tuple(chosen)


def _beginning(passage: Passage, words: int) -> tuple[int, int]:
    """The first sentences of a passage, one at least."""
    spans = list(sentences(passage.text, 0, len(passage.text)))
    end = spans[0].end
    for span in spans:
        if len(passage.text[: span.end].split()) > words:
            break
        end = span.end
    return 0, end


def _of_itself(passages: Sequence[Passage], words: int) -> tuple[Extract, ...]:
    chosen: list[Extract] = []
    left = words
    for passage in passages[: max(3, int(_LOOKED * len(passages)))]:
        for span in sentences(passage.text, 0, len(passage.text)):
            text = passage.text[span.start : span.end]
            if not _OF_ITSELF.match(text):
                continue
            end = span.end
            for after in sentences(passage.text, span.end, len(passage.text)):
                if len(passage.text[span.start : after.end].split()) > left:
                    break
                end = after.end
            size = len(passage.text[span.start : end].split())
            if size <= left:
                chosen.append(Extract(passage, span.start, end, 1.0))
                left -= size
            break
        if len(chosen) > 1:
            break
    return tuple(chosen)
