"""What a question says that another can say anew: country, discipline, year, number, name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.extracting.dates import years
from assistant.extracting.names import NameKind, names
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import HOME, ScopeReader
from assistant.guidance.whose import on_whom
from assistant.route_plan import load_plan
from assistant.understanding.carrying import subject
from corpus.lexicon.tables import Country
from corpus.vocabulary import Language, Vocabulary, fold

_ARTICLE_BEFORE = re.compile(r"\b(?:het|de|the)\s$", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:in|voor|for|bij|van|of|met|with|naar|to|about|over|als|as)\s+)?"
    r"(?:(?:de|het|the)\s+)?",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^\W*(?:in|voor|for|bij|van|of|met|with|naar|to|about|over)\s+", re.I)
_INDEFINITE = re.compile(
    r"\b(?P<article>een|an?)\s(?P<noun>[\w'’-]{2,}(?:\s[\w'’-]+(?=\W*$))?)"
    r"(?:\s(?:voor|van|for|of)\s[\w'’-]+\W*$)?",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(r"\b(?:een|an?)\s[\w'’-]{2,}", re.IGNORECASE)
_BARE_NUMBER = re.compile(
    r"^\W*(?:(?:in|op|van|of|on|at)\s)?(?:(?:the|de|het)\s)?(?:nummer\s|number\s|nr\.?\s|no\.?\s"
    r"|(?P<unit>voetnoot|footnote|tabel|table|figuur|figure|observatie|observation|hoofdstuk|chapter"
    r"|sectie|section|paragraaf|pagina|page|bladzijde|bijlage|annex|artikel|article)\s|§\s?)?"
    r"(?P<number>\d+(?:\.\d+)*)\W*$",
    re.IGNORECASE,
)
_UNIT_BEFORE = re.compile(r"(?P<unit>[^\W\d_]+|§)\s?$")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)*(?![\w%])")
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][\w.&+-]*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_THERE = re.compile(
    r"\b(?:daar|ginder|(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)there)\b(?!\s(?:voor|van|mee|over|bij|aan|is|are)\b)",
    re.I,
)
_PARTS_OF_SCHEMES = frozenset(("amount", "when", "where-to-apply", "conditions", "for-whom"))
_ABROAD = re.compile(r"\s(?:in het buitenland|abroad)\b", re.IGNORECASE)
_WITH_ARTICLE = ("the ", "het ", "de ")


@dataclass(frozen=True, slots=True)
class Place:
    """A country that is named other than Belgium: ``text[start:end]``, its code, and whether the
    word is an adjective or an inhabitant ("German") instead of a name."""

    start: int
    end: int
    code: str
    adjective: bool


@cache
def _shipped() -> ScopeReader:
    """The reader with the shipped lexicon, made once."""
    return ScopeReader(Vocabulary.load())


class Slots:
    """Finds and fills the slots of questions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        shipped = vocabulary is Vocabulary.load()
        self._scopes = _shipped() if shipped else ScopeReader(vocabulary)

    def sections(self, text: str) -> tuple[str, ...]:
        """The parts of fiches that a text asks for, by their keys."""
        return self._scopes.read(text).sections

    def asks_if_in_force(self, text: str) -> bool:
        """Whether a text asks if something still holds."""
        return "in-force" in self._scopes.read(text).requests

    def needs(self, text: str) -> tuple[str, ...]:
        """What a text tells that somebody needs, by the keys of ``needs.yaml``."""
        return load_needs().asked(text)

    def incoming(self, text: str) -> bool:
        """Whether a text is about people from abroad who come here."""
        return self._scopes.read(text).incoming

    def asks_for_support(self, text: str) -> bool:
        """Whether a text asks which grants there are, or for money."""
        scope = self._scopes.read(text)
        parts = set(scope.sections) & _PARTS_OF_SCHEMES
        return ("grant" in scope.requests or "funding" in scope.sections) and not parts

    def asks_whom(self, text: str) -> bool:
        """Whether a text asks who helps or whom to turn to."""
        return "help" in self._scopes.read(text).requests

    def formality_called(self, key: str, lang: str) -> str:
        """A formality as a sentence calls it ("belasting"); empty for one that is not known."""
        need = load_needs().needs.get(key)
        name = need.name.name(lang) if need else ""
        return name[:1].lower() + name[1:]

    def places(self, text: str) -> tuple[Place, ...]:
        """The other countries that a text names, in its order."""
        return tuple(
            Place(start, end, code, self._is_adjective(text[start:end], code))
            for start, end, code in self._scopes.places(text)
            if code != HOME
        )

    def meant(self, text: str, asked: str) -> frozenset[str]:
        """The codes of the countries that a question is about, as it is ``asked`` in a text: none
        where that is on people who come here, nor those that are named in passing."""
        return frozenset(on_whom(self._scopes.read(text), [asked]).countries)

    def names_place(self, text: str) -> bool:
        """Whether a text names any country, this one included."""
        return bool(self._scopes.places(text))

    def _is_adjective(self, surface: str, code: str) -> bool:
        country = self._country(code)
        if country is None:
            return False
        said = {fold(name) for lang in _LANGUAGES for name in country.names(lang)}
        known = self._vocabulary.gazetteer.find(surface)
        if known is not None and code in known.place.countries:
            return False
        return fold(surface) not in said and f"the {fold(surface)}" not in said

    def city(self, text: str, place: Place) -> str:
        """The name by which a text calls a place, as it is spelled, when that is a city's; else
        empty."""
        known = self._vocabulary.gazetteer.find(text[place.start : place.end])
        return known.name if known is not None and place.code in known.place.countries else ""

    def _country(self, code: str) -> Country | None:
        return next((c for c in self._vocabulary.countries if c.iso2.lower() == code), None)

    def called(self, code: str, lang: str) -> str:
        """A country as a sentence calls it ("het Verenigd Koninkrijk")."""
        country = next(c for c in self._vocabulary.countries if c.iso2.lower() == code)
        said = country.names("nl" if lang == "nl" else "en")
        article = next((name for name in said if name.startswith(_WITH_ARTICLE)), "")
        return article or said[0]

    def discipline_called(self, key: str, lang: str) -> str:
        """A discipline as a sentence calls it; empty for one that no route is known for."""
        discipline = load_plan().disciplines.get(key)
        return discipline.name(lang) if discipline else ""

    def disciplines(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words that point to a discipline, each with its key."""
        found = []
        for word in _WORD.findall(text):
            keys = self._scopes.disciplines(word)
            if keys:
                found.append((word, keys[0]))
        return tuple(found)

    def with_place(self, question: str, code: str, lang: str, city: str = "") -> str:
        """A question about another country than the one it names, or about one when it named none;
        empty when it names several. A ``city`` of the country is put there by its own name."""
        places = self.places(question)
        called = city or self.called(code, lang)
        if len({place.code for place in places}) > 1:
            return ""
        for place in reversed(places):
            question = self._replaced(question, place, called)
        if all(place.adjective for place in places):
            return at_end(_ABROAD.sub("", question), f"in {called}")
        return " ".join(question.split())

    def _replaced(self, question: str, place: Place, name: str) -> str:
        before, after = question[: place.start], question[place.end :]
        if place.adjective:
            return before + after
        return _ARTICLE_BEFORE.sub("", before) + name + after

    def with_discipline(self, question: str, rest: str) -> str:
        """A question about another discipline than the one it names, or about another branch of it
        ("and classical?" after "pop music"); empty without one."""
        # What fills the slot may be a word that elsewhere tells no discipline ("amateurs").
        said = filling(rest)
        keys = {key for _, key in self.disciplines(rest)} or {*self._disciplines_of(said)[:1]}
        held = self._told(question)
        if len(keys) != 1 or len({key for _, key in held}) != 1:
            return ""
        ((old, key), *others), (new,) = held, keys
        if any(phrase != old for phrase, _ in others):
            return ""
        if old[:1].isupper() and not question.startswith(old) and len(old.split()) == 1:
            return ""  # the name of somebody ("Circuscentrum"), who is nobody else's for music
        put = self._branch(old, said) if key == new else self._put_for(old, said, new)
        return re.sub(rf"\b{re.escape(old)}\b", put, question, count=1) if put else ""

    def _disciplines_of(self, phrase: str) -> tuple[str, ...]:
        """The keys of the disciplines that a phrase is a word for, in either language."""
        return tuple(k for lang in _LANGUAGES for k in self._vocabulary.discipline(phrase, lang))

    def _told(self, text: str) -> list[tuple[str, str]]:
        """The phrases that point to a discipline, the longest there are, each with its key."""
        found: list[tuple[int, int, str]] = []
        for word in _WORD.finditer(text):
            keys = self._scopes.disciplines(word.group())
            if found and found[-1][1] + 1 == word.start():
                start, _, key = found[-1]
                whole = self._disciplines_of(text[start : word.end()])
                if key in (*keys[:1], *whole[:1]):
                    found[-1] = (start, word.end(), key)
                    continue
            if keys:
                found.append((word.start(), word.end(), keys[0]))
        return [(text[start:end], key) for start, end, key in found]

    def _branch(self, old: str, said: str) -> str:
        """Another branch of the same discipline: "classical music" for "pop music"."""
        last = old.split()[-1]
        whole = said if said.split()[-1:] == [last] or len(old.split()) < 2 else f"{said} {last}"
        fits = fold(whole) != fold(old) and whole.split()[-1] in old
        return whole if fits and self._disciplines_of(whole) else ""

    def _put_for(self, old: str, said: str, key: str) -> str:
        """What stands for a word that names a discipline; of a compound ("muziekbeurs") only the
        part that does, when it is another discipline by name."""
        parts = self._vocabulary.compound_parts(fold(old))
        named = fold(said) in {fold(self.discipline_called(key, lang)) for lang in _LANGUAGES}
        if named and len(parts) == 2 and self._disciplines_of(parts[0]):
            return f"{said}{parts[1]}"
        return said

    def replaced(self, earlier: str, new: str) -> tuple[str, ...]:
        """Words of an earlier text whose class (country, discipline, year) a new one says anew."""
        dropped: list[str] = []
        codes = {place.code for place in self.places(new)}
        if codes:
            dropped.extend(
                earlier[place.start : place.end]
                for place in self.places(earlier)
                if place.code not in codes
            )
        keys = {key for _, key in self.disciplines(new)}
        if keys:
            dropped.extend(word for word, key in self.disciplines(earlier) if key not in keys)
        if years(new):
            dropped.extend(year for year in _YEAR.findall(earlier) if year not in new)
        return tuple(dict.fromkeys(dropped))


def without(text: str, words: tuple[str, ...]) -> str:
    """A text without the words."""
    for word in words:
        text = re.sub(rf"\b{re.escape(word)}\b", "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def filling(rest: str) -> str:
    """What fills a slot: the words without the preposition and the article before them."""
    return _LEAD.sub("", rest.strip().rstrip("?!. "), count=1)


def at_end(question: str, words: str) -> str:
    """A question with words put at its end, before the mark."""
    body = question.rstrip()
    mark = body[len(body.rstrip("?!. ")) :].strip() or "?"
    return " ".join(f"{body.rstrip('?!. ')} {words}".split()) + mark


def in_place(question: str, country: str) -> str:
    """A question about a country: for the word that points there, else at its end."""
    placed, count = _THERE.subn(f"in {country}", question, count=1)
    return placed if count else at_end(question, f"in {country}")


def with_number(question: str, rest: str) -> str:
    """A question about another number ("en 18?" after "Wat zegt voetnoot 16?"); empty for none."""
    match = _BARE_NUMBER.match(rest)
    old = [found for found in _NUMBER.finditer(question) if not _YEAR.fullmatch(found.group())]
    if match is None or not old or _YEAR.fullmatch(match["number"]):
        return ""
    last = old[-1]
    before = question[: last.start()]
    if match["unit"] and (unit := _UNIT_BEFORE.search(before)):
        # Chapter 9 after figure 5 is no figure.
        before = f"{before[: unit.start()]}{match['unit']} "
    return before + match["number"] + question[last.end() :]


def with_year(question: str, rest: str) -> str:
    """A question about another year ("en in 2005?"); empty unless each has one."""
    old, new = _YEAR.findall(question), _YEAR.findall(rest)
    words = [word for word in _WORD.findall(filling(rest)) if len(word) > 2]
    if len(set(old)) != 1 or len(set(new)) != 1 or words or old[0] == new[0]:
        return ""
    return question.replace(old[0], new[0])


def with_thing(question: str, rest: str) -> str:
    """A question about another thing of a kind ("and an ETA?" after "Do I need a visa?"); empty
    unless each has one."""
    things = _ONE_NOUN.findall(question)
    new = _INDEFINITE.fullmatch(rest.strip().rstrip("?!. "))
    if new is None or len(things) != 1:
        return ""
    return question.replace(things[0], new.group(), 1)


def plainly(question: str) -> str:
    """A question without what tells which thing of somebody is meant ("dat project met licht"):
    another one's is another thing."""
    return _THAT_THING.sub(r"\1", question)


def with_name(question: str, rest: str) -> str:
    """A question about another name ("En Pôle Images?" after "Hoeveel bedrijven telt Imaginove in
    Lyon?"); the place behind the old name goes with it. Empty unless each has one."""
    said = filling(rest)
    old = [name for name in names(question) if name.kind is not NameKind.PLACE]
    if said != subject(said) and not _ONE_NAME.fullmatch(said):
        return ""
    if len(old) != 1 or said in question:
        return ""
    after = re.sub(r"^\s(?:in|uit|te|bij|from|at)\s[A-Z][\w-]+(?=\W*$)", "", question[old[0].end :])
    named = _PREPOSITION.sub("", rest.strip().rstrip("?!. "), count=1)
    return _ARTICLE_BEFORE.sub("", question[: old[0].start]) + named + after


# "That project with light", "dat project over water": what follows the noun tells which.
_THAT_THING = re.compile(
    r"\b((?:dat|die|deze|dit|that|this|those|these)\s[^\W\d_]{3,})"
    r"\s(?:met|over|rond|rondom|with|about|on)\s[^?,.;]+?(?=\W*$|[,;?.])",
    re.IGNORECASE,
)
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
