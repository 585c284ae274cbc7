"""Whose statement a sentence says it is: "According to the Institute (2010), …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.paragraphs.cited_documents import CitedDocuments, Meant
from assistant.paragraphs.references import Reference, bracketed, years_behind_names
from assistant.support.tagging import Tagger
from corpus.vocabulary import Language

_ACCORDING = re.compile(
    r"^(?:volgens|blijkens|aldus|naar|according\sto|as\sstated\sin|in)\s+(?P<who>.{2,110}?),\s+",
    re.IGNORECASE,
)
# "Volgens het rapport telde de sector …": Dutch needs no comma behind it.
_OPENS = re.compile(r"^(?:volgens|blijkens)\s", re.IGNORECASE)
_REPORTS = re.compile(
    r"^(?P<who>.{2,110}?)\s(?:notes?|says?|states?|reports?|writes?|finds?|found|shows?|noted|stated"
    r"|reported|concludes?|stelt|stelde|zegt|zei|meldt|meldde|schrijft|schreef|vermeldt|vermeldde"
    r"|toont|toonde|concludeert|concludeerde|geeft|gaf|benadrukt|merkt|vindt|vond)\s"
    r"(?:ook\s|also\s)?(?:vast\s|aan\s|op\s)?"
    r"(?:that|dat)\s(?P<rest>.{8,})$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w.&'’-]*\s?(?:(?:en|and|&|van|of|et|al\.)\s)?){1,6}$")
_FEWEST_WORDS = 3  # of what is left to check


@dataclass(frozen=True, slots=True)
class Attributed:
    """A sentence without something that says whose it is: ``text``; and what that refers to, in
    the order in which it stands, each with the documents that it means."""

    text: str
    references: tuple[tuple[Reference, Meant], ...]


class Attributions:
    """Takes references out of sentences. May be shared by threads."""

    def __init__(self, documents: CitedDocuments, tagger: Tagger) -> None:
        self._documents = documents
        self._tagger = tagger

    def without_brackets(self, sentence: str) -> Attributed:
        """A sentence without the references between brackets."""
        found: list[tuple[Reference, Meant]] = []
        text = sentence
        for placed in reversed(list(bracketed(text))):
            text = text[: placed.start] + text[placed.end :]
            found[:0] = [(one, self._documents.meant(one)) for one in placed.references]
        text = self._without_years(text, found)
        text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
        return Attributed(text, tuple(found))

    def without_source(self, sentence: str, lang: Language) -> Attributed:
        """A sentence without the opening that says which document told it."""
        found: list[tuple[Reference, Meant]] = []
        return Attributed(self._without_source(sentence, lang, found), tuple(found))

    def _without_years(self, text: str, found: list[tuple[Reference, Meant]]) -> str:
        """Brackets with a year behind the name of a document that is known."""
        for match, reference in reversed(list(years_behind_names(text))):
            named = _NAME_BEFORE.search(text[: match.start()].rstrip())
            if named is None:
                continue
            whose = replace(reference, text=f"{named[0]} {reference.text}", names=named[0].strip())
            meant = self._documents.meant(whose)
            if meant.documents or meant.other_years:
                found.append((whose, meant))
                text = text[: match.start()] + text[match.end() :]
        return text

    def _without_source(
        self, text: str, lang: Language, found: list[tuple[Reference, Meant]]
    ) -> str:
        """The opening that says who told it, taken away where that is a document that is known."""
        reports = _REPORTS.match(text)
        if reports and self._note(reports["who"], found):
            return _capital(reports["rest"])
        according = _ACCORDING.match(text)
        if according is not None:
            rest = text[according.end() :]
            if self._note(according["who"], found) and _enough(rest):
                return _capital(rest)
        if lang == "en" or not _OPENS.match(text):
            return text
        # The verb ends whose it is.
        tokens = self._tagger.tagged(text, lang)
        for token in tokens[1:12]:
            if token.tag in "VBWML" and token.text[0].islower():
                who = text[tokens[0].end : token.start].strip()
                if who and self._note(who, found) and _enough(text[token.start :]):
                    return _capital(text[token.start :])
                break
        return text

    def _note(self, who: str, found: list[tuple[Reference, Meant]]) -> bool:
        """Whether a document that is known is meant; it is noted, unless it was already."""
        year = _YEAR.search(who)
        bare = _YEAR.sub(" ", who).strip(" (),")
        reference = Reference(who.strip(), bare, year[0] if year else "")
        meant = self._documents.meant(reference)
        if not meant.documents:
            named = re.findall(r"[A-ZÀ-Þ][\w.&'’-]+(?:\s[A-ZÀ-Þ0-9][\w.&'’-]+)*", bare)
            for name in sorted(named, key=len, reverse=True):
                meant = self._documents.meant(replace(reference, names=name))
                if meant.documents:
                    break
        if not meant.documents:
            return False
        if not any(meant.documents & other.documents for _, other in found):
            found.append((reference, meant))
        return True


def _enough(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
