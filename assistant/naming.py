"""Documents that a question names: "volgens het ...-rapport", "in the ... file"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.reference import blanked, held_by
from corpus.document import Source
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded

_SOURCE_WORD = re.compile(
    r"\b(?:[\w-]*(?:rapport|dossier|document|verslag|oplegger|studie|nota)|tekst|publicatie|artikel"
    r"|webpagina|pagina|volgens|report|paper|study|text|page|webpage|article|according to"
    r"|publication|brochure|fiche|fact file|fact sheet|file|piece|bundeling|overzicht"
    r"|zegt|zeggen|says?)\b",
    re.IGNORECASE,
)
_JOINED_SOURCE_WORD = re.compile(
    r"\b(?P<first>[\w.]{3,}?)-?(?:rapport|dossier|document|verslag|studie|nota|tekst)\b",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"(?P<which>[^\W\d_][\w-]{3,})\s"
    r"(?:report|paper|study|document|dossier|rapport|studie|nota)\b",
    re.IGNORECASE,
)
# "Wat vraagt de muzieksector", "according to the film sector": a field that is asked what it says.
_FIELD = re.compile(
    r"\b(?:(?P<first>[\w.]{4,}?)-?(?:sector|wereld|veld)|(?P<which>[^\W\d_][\w-]{3,})\s"
    r"(?:sector|field|industry|world|wereld))\b",
    re.IGNORECASE,
)
_VOICE = re.compile(
    r"\b(?:vraagt|vragen|wil|willen|zegt|zeggen|vindt|vinden|stelt|stellen|pleit|denkt|klaagt|volgens"
    r"|visies?|standpunt(?:en)?|mening(?:en)?|views?|opinions?|positions?"
    r"|asks?|wants?|says?|say|thinks?|proposes?|according to|complains?)\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(r"\b(?:welke?|which|what)\s$", re.IGNORECASE)
_ENOUGH = 2  # common words of a title that tell it
_STEM = 7  # letters that a word and its inflected form share
_EMPTY = stop_words("nl") | stop_words("en")
_NAMED = 0.4  # share of the strongest naming from which a document counts as named too
_REACH = 45  # characters between "rapport" and the name it goes with


class NamedDocuments:
    """Recognises the documents of an index in questions."""

    def __init__(self, sources: Iterable[Source], vocabulary: Vocabulary) -> None:
        self._sources = {source.id: source for source in sources}
        self._titles = {source.id: _title_words(source) for source in self._sources.values()}
        self._vocabulary = vocabulary
        self._holders: dict[str, set[str]] = {}
        for identity, title in self._titles.items():
            for word in title:
                self._holders.setdefault(word, set()).add(identity)
        most = max(1, len(self._titles) // 25)
        self._rare = {word for word, held in self._holders.items() if len(held) <= most}
        self._long_rare: dict[str, list[str]] = {}
        for word in sorted(self._rare):
            if len(word) >= _STEM:
                self._long_rare.setdefault(word[:_STEM], []).append(word)

    def named(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The documents that the question names, and the words that do ("volgens het X-rapport").

        A rare word of the title near a word for a document names it; a word that the lexicon knows
        only together with another one, or joined to it ("coronarapport").
        """
        sources = self._sources
        if len(sources) < 2:
            return frozenset(), frozenset()
        if (holder := self._holding(text)) is not None:
            return holder
        text = blanked(text)
        places = _place_words(text)
        # "Which report" is what is asked for, and names none.
        cues = [match.span() for match in _SOURCE_WORD.finditer(text) if not _wanted(text, match)]
        joined = {
            folded(match["first"]): folded(match.group())
            for match in _JOINED_SOURCE_WORD.finditer(text)
            if not _wanted(text, match)
        }
        # "The audiovisual report": the word before says which, in either language.
        described = {folded(match["which"]) for match in _DESCRIBED.finditer(text)} - _EMPTY
        if _VOICE.search(text) and (alone := self._of_field(text)):
            return alone, frozenset()
        if not (cues or joined or described):
            return frozenset(), frozenset()
        meant = {word: self._meant(word) for word in described}
        strength: dict[str, float] = {}
        words: dict[str, set[str]] = {}
        # A word that many titles have tells none of them by itself.
        told = {*places.keys() & self._rare, *joined, *joined.values()}.union(*meant.values())
        for identity in sorted({one for word in told for one in self._holders.get(word, ())}):
            title = self._titles[identity]
            near = {
                word
                for word in title & places.keys() & self._rare
                if any(
                    start - _REACH <= place <= end + _REACH
                    for place in places[word]
                    for start, end in cues
                )
            }
            proper = {word for word in near if not self._is_common(word)}
            held = {whole for first, whole in joined.items() if {first, whole} & title}
            held |= {word for word, titles in meant.items() if title & titles}
            if proper or held or len(near) >= 2:
                strength[identity] = len(near) + len(proper) + 2 * len(held)
                words[identity] = near | held
        if not strength:
            return frozenset(), frozenset()
        primary = {key: value for key, value in strength.items() if not self._is_fiche(key)}
        # A fiche on a document is not the document that is named.
        strength = primary or strength
        best = max(strength.values())
        named = frozenset(key for key, value in strength.items() if value >= _NAMED * best)
        return named, frozenset(word for key in named for word in words[key])

    def _holding(self, text: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """The one document that a place is said to be in ("table 2 of ..."), by words that all
        stand in its title or tell who made it, and those words; None for none, or several."""
        holder = _SOURCE_WORD.sub(" ", held_by(text))
        words = frozenset(_place_words(holder))
        if not words or (len(words) < _ENOUGH and not words & self._rare):
            return None
        held = [key for key, title in self._titles.items() if words <= title]
        primary = [key for key in held if not self._is_fiche(key)] or held
        return (frozenset(primary), words) if len(primary) == 1 else None

    def _of_field(self, text: str) -> frozenset[str]:
        """The one document on a field that is asked what it says; none where there are more."""
        for match in _FIELD.finditer(text):
            held = self._holders.get(folded(match["first"] or match["which"]), set())
            if len(held) == 1:
                return frozenset(held)
        return frozenset()

    def _meant(self, word: str) -> frozenset[str]:
        """The rare words of titles that a word is, or that its translations are inflected as."""
        found = {word} & self._rare
        for translation in self._vocabulary.translate(word, "en", "nl")[:3]:
            found.update(self._long_rare.get(folded(translation.term)[:_STEM], ()))
        return frozenset(found)

    def _is_fiche(self, identity: str) -> bool:
        return self._sources[identity].pair is not None

    def _is_common(self, word: str) -> bool:
        return self._vocabulary.knows(word, "nl") or self._vocabulary.knows(word, "en")


def _wanted(text: str, match: re.Match[str]) -> bool:
    """Whether a document is asked for ("aan welk rapport werkte het mee")."""
    return _ASKED_FOR.search(text[: match.start()]) is not None


def _place_words(text: str) -> dict[str, list[int]]:
    """The folded words of a question that could be in a title, and where they stand."""
    found: dict[str, list[int]] = {}
    for match in re.finditer(r"[\w.]+", text):
        word = folded(match.group().strip("."))
        if (len(word) >= 3 or word.isdigit()) and word not in _EMPTY:
            found.setdefault(word, []).append(match.start())
            if "-" in word:
                for piece in word.split("-"):
                    found.setdefault(piece, []).append(match.start())
    return found


def _title_words(source: Source) -> frozenset[str]:
    text = f"{source.id.replace('-', ' ')} {source.title} {source.publisher} {source.author}"
    text = f"{text} {(source.date or '')[:4]}"
    return frozenset(
        word
        for match in re.finditer(r"[\w.]+", text)
        if (word := folded(match.group().strip("."))) not in _EMPTY
        and (len(word) >= 3 or word.isdigit())
    )
