"""Festivals, fairs, residencies and houses abroad that fiches on countries tell of: which of them a
question means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.extracting.sentences import sentences
from assistant.guidance.fiches import COUNTRY, Fiches
from assistant.guidance.fitting import plans, suits
from assistant.guidance.scope import Scope
from corpus.annotation import Doing
from corpus.lexicon.tables import Language
from corpus.vocabulary import Vocabulary
from indexing.passage import Passage
from indexing.tokenising import folded

_SECTIONS = frozenset(
    {"funding", "music", "performing-arts", "visual-arts", "literature", "film", "residencies",
     "networks"}
)  # fmt: skip
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_MOST_FICHES = 4  # that tell of one: a name that stands in more is that of no one place
_LEAST = 4  # letters of a name
_OPENING_WORDS = 12  # of its first sentence, in which a statement names what it is on
_INSIDE = 5  # letters of a word that may be the end or the beginning of a name
# What one goes to a certain place for; who plays somewhere may play anywhere there.
_CALLED_BY_TOWN: frozenset[Doing] = frozenset({"reside", "showcase", "exhibit", "fair"})
_STAYS: dict[Doing, Doing] = {"create": "reside"}
_WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
_NAME = re.compile(r"[^\W\d_a-zà-þ][^\W_]*(?:['’&][^\W_]+)*")
# What one goes to, as a text speaks of it and as a statement tells of it.
_FAIR = r"(?:\w*beurs|\w*beurzen|fairs?|markets?|markt\w*|fira\w*)"
_KINDS = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{two})\b", re.IGNORECASE))
    for one, two in (
        (r"\w*festival\w*", r"\w*festival\w*"),
        (
            r"residen\w+|werkverblij\w*|maand(?:en)?|months?|we(?:k|e)?ken|weeks",
            r"residen\w+|stays?|studio",
        ),
        (_FAIR, _FAIR),
        (r"bi[eë]nn\w+|trienn\w+", r"bi[eë]nn\w+|trienn\w+"),
        (r"acade\w+", r"acade\w+"),
        (r"castle|kasteel", r"castle|kasteel"),
        (r"showcase\w*", r"showcase\w*"),
    )
)  # fmt: skip
# Words of one name, of which small ones may stand between.
_BETWEEN = re.compile(r"\s(?:(?:de|des|du|di|del|of|for|at|en|voor|la|le)\s)?")
_OPENING = frozenset(
    {"the", "a", "an", "in", "at", "on", "for", "from", "through", "if", "as", "up", "de", "het",
     "een", "op", "te", "voor", "van", "via", "wie", "als", "bij", "met", "each", "you", "je",
     "some", "apply", "candidates", "musicians"}
)  # fmt: skip


_CAPITAL = r"[^\W\d_a-zà-þ][^\W_]*"
_IN_TOWN = re.compile(
    rf"(?P<event>{_CAPITAL})(?:\s\(?{_CAPITAL}\)?)?\s(?:in|te)\s(?P<town>{_CAPITAL})"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, the names in it (each as its words, folded), and the towns."""

    passage: Passage
    code: str
    names: tuple[tuple[str, ...], ...]
    towns: frozenset[str]


class Programmes:
    """Knows such places from the fiches of one index. Safe for several threads."""

    def __init__(self, fiches: Fiches, vocabulary: Vocabulary) -> None:
        self._fiches = fiches
        self._vocabulary = vocabulary
        self._read: dict[str, tuple[_Told, ...]] = {}

    def meant(self, text: str, scope: Scope, lang: str) -> tuple[Passage, ...]:
        """What is told of the places that a text names, or means by the town where it wants to do
        what they are there for; the named ones first, in the order of their fiches."""
        words = [folded(word) for word in _WORD.findall(text)]
        reach = set(scope.reach)
        every = [one for one in self._told(lang) if not reach or one.code in reach]
        named = {name for one in every for name in one.names if _stands_in(name, words)}
        rare = [word for word in words if self._is_no_word(word)]
        named = named or {name for one in every for name in one.names if _is_part_of(rare, name)}
        if named:
            # What else is told of it, by the first name that it has.
            first = {
                name
                for one in every
                if named & {*one.names} and _opens_with(one.passage.text, named)
                for name in one.names[:1]
            }
            alike = first | named
            holding = [one for one in every if alike & {*one.names}]
            # What only mentions it is on another place.
            on_it = [one for one in holding if _opens_with(one.passage.text, alike)]
            told = [one.passage for one in on_it or holding]
            # What is told of just what is planned there, where anything is.
            own = [one for one in told if plans(scope) & {*one.annotation.doing}]
            return tuple(own or told)
        if scope.named:
            return ()  # an organisation, or a scheme, is meant
        planned = {_STAYS.get(key, key) for key in plans(scope)} & _CALLED_BY_TOWN
        return tuple(
            one.passage
            for one in every
            if reach
            and one.passage.annotation.doing
            and one.towns & {*words}
            and (planned & {*one.passage.annotation.doing} or _of_a_kind(text, one.passage.text))
            and suits(one.passage.annotation, scope)
        )

    def planned_there(self, text: str, scope: Scope) -> Scope:
        """A scope with what the place is for that a text means, where it says no plan itself."""
        told = () if plans(scope) else self.meant(text, scope, "nl")
        own = told[0].annotation.doing if told else ()
        return replace(scope, doing=(*scope.doing, *own)) if own else scope

    def called(self, passages: Iterable[Passage]) -> str:
        """What the place is called that statements tell of, as the first of them spells it; empty
        without one."""
        for passage in passages:
            for row in self._rows(passage.text):
                words = [folded(match.group()) for match in row]
                if self._is_name(row, words):
                    return passage.text[row[0].start() : row[-1].end()]
        return ""

    def _told(self, lang: str) -> tuple[_Told, ...]:
        if lang not in self._read:
            self._read[lang] = tuple(self._all(lang))
        return self._read[lang]

    def _all(self, lang: str) -> Iterator[_Told]:
        for source in self._fiches.of_kind(COUNTRY, lang):
            for item in self._fiches.fiche(source.pair or "", lang).statements:
                if item.gap or item.section not in _SECTIONS:
                    continue
                names = tuple(self._names(item.passage.text))
                towns = frozenset(self._towns(item.passage.text))
                yield _Told(item.passage, source.topics[0], names, towns)

    @cached_property
    def _fiches_with(self) -> Counter[str]:
        """In how many fiches (pairs) each word stands."""
        found: Counter[str] = Counter()
        for pair in self._fiches.sources:
            held: set[str] = set()
            for lang in self._fiches.sources[pair]:
                for item in self._fiches.fiche(pair, lang).statements:
                    held.update(folded(word) for word in _WORD.findall(item.passage.text))
            found.update(held)
        return found

    def _names(self, text: str) -> Iterator[tuple[str, ...]]:
        """The names in a text: several words with capitals in a row of which one is rare, and each
        that is no other word."""
        for row in self._rows(text):
            words = [folded(match.group()) for match in row]
            if len(words) > 1 and any(self._is_rare(one) for one in words):
                yield tuple(words)
            for match, word in zip(row, words, strict=True):
                if self._is_name((match,), (word,)):
                    yield (word,)

    def _is_name(self, row: Sequence[re.Match[str]], words: Sequence[str]) -> bool:
        """Whether words in a row, folded, name something that is rare, by themselves if one."""
        if len(words) > 1:
            return any(self._is_rare(one) for one in words)
        return (
            len(words[0]) >= _LEAST and self._is_rare(words[0]) and self._is_no_word(row[0].group())
        )

    def _rows(self, text: str) -> list[list[re.Match[str]]]:
        """The words with capitals that stand in a row, without towns and without the article or the
        preposition that a sentence begins with."""
        rows: list[list[re.Match[str]]] = []
        end = -1
        for match in _NAME.finditer(text):
            name = match.group()
            if folded(name) in _OPENING or self._is_town(name) or self._is_country(name):
                continue
            if rows and _BETWEEN.fullmatch(text[end : match.start()]):
                rows[-1].append(match)
            else:
                rows.append([match])
            end = match.end()
        return rows

    def _is_rare(self, surface: str) -> bool:
        return 0 < self._fiches_with[surface] <= _MOST_FICHES

    def _is_no_word(self, written: str) -> bool:
        if self._vocabulary.gazetteer.names(written):
            return True
        return not any(self._vocabulary.knows(written.lower(), lang) for lang in _LANGUAGES)

    def _is_country(self, name: str) -> bool:
        """Whether a word is a country's, and no place in it."""
        if self._vocabulary.gazetteer.find(name) is not None:
            return False
        return any(self._vocabulary.country(name, lang) is not None for lang in _LANGUAGES)

    def _is_town(self, name: str) -> bool:
        """Whether a name is that of a town, and not of what takes place in one."""
        known = self._vocabulary.gazetteer.find(name) is not None
        return known and name[1:].islower() and folded(name) not in self._events

    @cached_property
    def _events(self) -> frozenset[str]:
        """The names of the gazetteer that lie in a town, as the fiches say: "SPOT in Aarhus"."""
        find = self._vocabulary.gazetteer.find
        lies = [
            match
            for pair in self._fiches.sources
            for lang in self._fiches.sources[pair]
            for item in self._fiches.fiche(pair, lang).statements
            for match in _IN_TOWN.finditer(item.passage.text)
            if find(match["town"]) is not None
        ]
        # A town lies in a region, too, and something lies in it.
        towns = {folded(match["town"]) for match in lies}
        return frozenset(folded(one["event"]) for one in lies if find(one["event"])) - towns

    def _towns(self, text: str) -> Iterator[str]:
        """The towns, festivals and fairs that a text names as places, each by all its names."""
        for match in _NAME.finditer(text):
            known = self._vocabulary.gazetteer.find(match.group())
            if known is not None and self._is_town(match.group()):
                yield from (folded(name.text) for name in known.place.names)


def _of_a_kind(text: str, statement: str) -> bool:
    """Whether a text and a statement speak of the same kind of place."""
    return any(one.search(text) and two.search(statement) for one, two in _KINDS)


def _stands_in(name: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a text of ``words`` has a name: all of its words, near each other."""
    places = [[place for place, word in enumerate(words) if word == one] for one in name]
    return all(places) and any(
        abs(at - start) <= len(name) + 1 for start in places[0] for at in places[-1]
    )


def _is_part_of(words: Iterable[str], name: Sequence[str]) -> bool:
    """Whether a word is the beginning or the end of a name that is written as one word."""
    return len(name) == 1 and any(
        len(word) >= _INSIDE and (name[0].startswith(word) or name[0].endswith(word))
        for word in words
    )


def _opens_with(statement: str, names: Iterable[Sequence[str]]) -> bool:
    """Whether a statement names one of these in its first words."""
    first = sentences(statement)[0].of(statement)
    words = [folded(word) for word in _WORD.findall(first)[:_OPENING_WORDS]]
    return any(_stands_in(name, words) for name in names)
