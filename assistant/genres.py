"""Documents that a question names by what kind of text they are: "according to the survey"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from corpus.document import Source
from indexing.tokenising import folded

# What says the same kind of text, in either language; a Dutch word may end a compound.
_GENRES = (
    ("bevraging", "enquête", "rondvraag", "vragenlijst", "survey", "poll", "questionnaire"),
    ("handboek", "handleiding", "handbook", "manual"),
    ("gids", "wegwijzer", "guide"),
    ("reglement", "verordening", "regulation", "regulations", "rules", "ordinance"),
    ("decreet", "besluit", "decree", "decision"),
    ("oproep", "call"),
    ("persbericht", "press release"),
    ("rechtzetting", "correction", "erratum"),
    ("jaarverslag", "annual report"),
    ("notulen", "overleg", "minutes"),
    ("contract", "overeenkomst", "agreement"),
    ("faq", "veelgestelde vragen", "questions and answers"),
    ("programma", "programme", "program"),
    ("brochure", "folder", "leaflet"),
    ("beleidsnota", "policy note", "policy paper"),
    ("brief", "letter"),
    ("presentatie", "slides", "presentation"),
    ("lijst", "list"),
    ("feitenfiche", "fact sheet", "factsheet"),
    ("landschapsstudie", "landscape study"),
)
_WORDS = sorted((word for genre in _GENRES for word in genre), key=len, reverse=True)
_DEFINITE = r"(?:de|het|the|this|that|dit|dat|deze|die)"
# Who is asked: a text that something is according to, that stands in it, that says or gives it.
_NAMED = re.compile(
    rf"(?P<lead>\b(?:volgens|according\sto|in|uit|from|does|did|do|has|geeft|gaf|zegt|zei|meldt|noemt"
    rf"|schrijft|stelt|and|en)\s)(?P<name>{_DEFINITE}\s(?P<before>(?:[\w-]+\s){{0,2}}?)"
    rf"(?P<kind>[\w-]*?(?:{'|'.join(map(re.escape, _WORDS))}))(?!\w)"
    r"(?P<after>(?:\s(?:van|over|voor|of|for|on|about)\s(?:de\s|het\s|the\s)?(?P<about>[\w-]+))?))",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"(?:volgens|according\sto|does|did|zegt|zei|meldt|noemt|schrijft|stelt)\s", re.I
)
_SAYS = re.compile(
    r"\s(?:zegt|zei|stelt|noemt|meldt|geeft|gaf|says?|said|gives?|gave|calls?|called|states?|reports?"
    r"|mentions?|recommends?|tells?)\b",
    re.IGNORECASE,
)
_IN_WORD = re.compile(r"\w")
_LEAST = 5  # letters that a word of a title and one of the question share at their beginning


class Genres:
    """Finds the documents of an index that a question names by their kind."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._titles = {
            source.id: folded(f"{source.title} {source.id.replace('-', ' ')} {source.publisher}")
            for source in sources
        }
        self._identities = list(self._titles)
        # All titles in one text: it is searched as fast as memory is read, however many there are.
        self._text = "".join(f"{title}\n" for title in self._titles.values())
        lengths = (len(title) + 1 for title in self._titles.values())
        self._starts = list(accumulate(lengths, initial=0))

    def of(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The document, and where its name begins and ends in ``text``. A kind of which there are
        several names the one whose title has a word that stands beside it, or none."""
        for match in _NAMED.finditer(text):
            sure = _SURE.match(match["lead"]) or _SAYS.match(text[match.end("kind") :])
            beside = f"{match['before']} {match['about'] or ''}".strip()
            held = self._held(folded(match["kind"]))
            if len(held) > 1 or (not sure and beside):
                held = [one for one in held if self._shares(one, _words(beside))]
            elif not sure:
                continue
            if len(held) == 1:
                about = self._shares(held[0], _words(match["about"] or ""))
                end = match.end() if about else match.end("kind")
                yield held[0], match.start("name"), end

    def _held(self, kind: str) -> list[str]:
        """The documents that are of the kind by their title."""
        alike = next(
            (one for one in _GENRES if any(kind.endswith(folded(word)) for word in one)), ()
        )
        words = {kind, *(folded(word) for word in alike)}
        held = {place for word in words for place in self._ending_in(word)}
        return [self._identities[place] for place in sorted(held)]

    def _ending_in(self, word: str) -> Iterator[int]:
        """The places of the titles that have a word that is ``word`` or ends in it."""
        at = self._text.find(word)
        while at >= 0:
            if _IN_WORD.match(self._text, at + len(word)):
                at = self._text.find(word, at + 1)
                continue
            place = bisect_right(self._starts, at) - 1
            yield place
            at = self._text.find(word, self._starts[place + 1])

    def _shares(self, identity: str, words: Iterable[str]) -> bool:
        title = re.findall(r"\w+", self._titles[identity])
        return any(
            one[:_LEAST] == word[:_LEAST] for word in words for one in title if len(word) >= 4
        )


def _words(text: str) -> list[str]:
    return [folded(word) for word in re.findall(r"[\w-]{4,}", text)]
