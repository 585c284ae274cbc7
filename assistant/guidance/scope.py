"""What a question is about, as fiches divide the world: country, discipline, applicant, part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.extracting.dates import years
from assistant.guidance.asker import AskerReader, of_nationality
from assistant.guidance.companions import with_companions
from assistant.guidance.country_names import country_adjectives, country_names, own_names
from assistant.guidance.disciplines import LANGUAGES, DisciplineReader
from assistant.guidance.incoming import is_asked, leaving, visit
from assistant.guidance.origin import Place, origin
from assistant.guidance.passing import without_passing
from assistant.guidance.places import PlaceReader
from assistant.guidance.regions import RegionReader, Span
from assistant.guidance.situation import situation
from assistant.guidance.words import load_words
from corpus.annotation import DOING, Doing, Who
from corpus.vocabulary import Vocabulary, fold

HOME = "be"
DEFINING = ("what-it-is", "what-it-does")
_LONGEST_NAME = 4  # words in the name of a country or a place
# Short names of countries that are words too ("let us know", "Brussel vs Antwerpen", "dr.").
_WORDS_TOO = frozenset({"us", "vs", "dr"})
# And short names of inhabitants ("a pool", "tent poles"); the longer ones are no word else.
_THINGS_TOO = frozenset({"pool", "pole", "poles", "swede", "fine", "fins"})
_LONG_NAME = 6
_IS_ONE = re.compile(
    r"(?:\b(?:is|was|zijn|are|were)|=)\s(?:(?:an?|een|ne|nen|'n|two|twee)\s)$", re.IGNORECASE
)
_BEHIND_ARTICLE = re.compile(
    r"\b(?:in|naar|uit|voor|van|door|to|from|for|across|around|of|into)\s+(?:de|the)\s+$",
    re.IGNORECASE,
)
_REMEMBERED = 1_024  # texts: questions, their parts, titles
# The French Community is Belgian, and "Flemish-Dutch" names a country behind its hyphen.
# "In het Nederlands" is a language, and the asker's own.
_OWN_LANGUAGE = re.compile(
    r"\b(?:het|ons)\snederlands\b|\b(?:in|into|from|to)\sdutch\b(?!\s[a-z])"
    r"|\bdutch-language\b|\bnederlandstalig\w*",
    re.IGNORECASE,
)
# "The contract is in het Engels", "I speak German": a language and no country, unless a book comes
# out in it.
_BEFORE_LANGUAGE = re.compile(
    r"(?:\b(?:het|ons)|'t|\b(?:in|into|from|speaks?|speaking|spreekt?|spreken))\s$", re.IGNORECASE
)
_BEHIND_LANGUAGE = re.compile(
    r"\s*(?:$|[^\w\s]|(?:en|and|of|or|maar|but|is|zijn|are|voor|van|in|met|naar|for|with|by|to)\b)"
)
_COMES_OUT = re.compile(
    r"vertaal|vertal|translat|verschijn|verschen|uitg[ae]|publish|boek\b|book\b", re.I
)
_COMMUNITY = re.compile(
    r"\b[\w-]+(?:-speaking|talige)?\s(?:community|communities|gemeenschap\w*)(?!\w)", re.IGNORECASE
)
# Rights of authors are of any discipline, and so are the societies that collect them.
_AUTHORS = re.compile(
    r"\bauthors?['’]?s?['’]?\s(?:rights?|societ\w+)|\bauteurs(?:recht|vereniging)\w*", re.IGNORECASE
)
_ROW = re.compile(r"\s*,\s*(?:(?:and|en|then|dan)\s+)?|\s+(?:and|en|&)\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is about.

    ``countries`` are codes (ISO 3166, lower case) of other countries than Belgium, ``home`` tells
    that Belgium is named; ``disciplines`` and ``sections`` are the keys of routes and of fiches;
    ``who`` is what people are who ask and ``doing`` what they are going to do, as fiches annotate
    statements with; ``topics`` are those of the fiches on practice;
    ``named`` maps the pairs of fiches that the question names to how much of their name is there
    (0 to 1); ``requests`` tell what is wanted; ``years`` are those in the text. ``incoming`` tells
    that it is about people who come to Belgium, from ``visitors`` (codes) where that is told; then
    ``countries`` are none, for what holds there does not matter, and ``who`` are those people.
    With ``guests`` it is about such visitors as well as about who asks, who goes to ``countries``.
    ``companions`` are the countries that people are from who go along.
    ``spoken`` are the countries that an earlier question named, where this one stands by itself and
    names none.
    Where a region is named and no country, ``regions`` are its keys and ``area`` its countries.
    """

    countries: tuple[str, ...] = ()
    home: bool = False
    disciplines: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    who: tuple[Who, ...] = ()
    doing: tuple[Doing, ...] = ()
    topics: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    spoken: tuple[str, ...] = ()
    named: dict[str, float] = field(default_factory=dict)
    incoming: bool = False
    visitors: tuple[str, ...] = ()
    guests: bool = False
    companions: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    area: tuple[str, ...] = ()

    @property
    def reach(self) -> tuple[str, ...]:
        """The countries that it may be about: those that are named, else those of a region."""
        return self.countries or self.area

    @property
    def across(self) -> tuple[str, ...]:
        """Belgium as a destination: the Communities across its language border."""
        return (HOME,) if "across" in self.requests else ()

    @property
    def hosts(self) -> bool:
        """Whether it is about people who come here, alone or beside who asks."""
        return self.incoming or self.guests

    @property
    def bound(self) -> bool:
        """Whether the question ties itself to anything that a fiche can be about."""
        return bool(self.countries or self.disciplines or self.sections or self.named)

    @property
    def visited(self) -> Scope:
        """The same, of people who come here: guests, else from the countries that are named."""
        if self.incoming:
            return self
        visitors = self.visitors if self.guests else self.countries
        return replace(
            self,
            countries=(),
            home=True,
            regions=(),
            area=(),
            doing=("invite",),
            who=of_nationality(self.who, visitors),
            incoming=True,
            visitors=visitors,
            guests=False,
            companions=(),
        )

    def over(self, earlier: Scope) -> Scope:
        """This scope, with what it leaves open taken from an earlier question's."""
        return replace(
            self,
            countries=self.countries or (() if self.area else earlier.countries),
            home=self.home or earlier.home,
            disciplines=self.disciplines or earlier.disciplines,
            sections=self.sections or earlier.sections,
            who=self.who or earlier.who,
            doing=self.doing or earlier.doing,
            topics=self.topics or earlier.topics,
            requests=self.requests or earlier.requests,
            years=self.years or earlier.years,
            named=self.named or earlier.named,
            incoming=self.incoming or (earlier.incoming and not self.countries),
            visitors=self.visitors or earlier.visitors,
            guests=self.guests or (earlier.guests and not self.incoming),
            companions=self.companions or earlier.companions,
            regions=self.regions or (() if self.countries else earlier.regions),
            area=self.area or (() if self.countries else earlier.area),
        )


class ScopeReader:
    """Reads the scope of a text in Dutch or English. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._disciplines = DisciplineReader(vocabulary)
        self._countries = country_names(vocabulary)
        self._own_names = own_names(vocabulary)
        self._places = PlaceReader(vocabulary)
        names = (*self._countries, *vocabulary.gazetteer)
        self._openers = frozenset(_NAME.findall(name)[0] for name in names if " " in name)
        self._regions = RegionReader(vocabulary)
        self._adjectives = country_adjectives(vocabulary) | self._regions.adjectives
        self._asker = AskerReader(self._is_adjective, HOME)
        # Each part of the road from a question to its answer asks for the same texts again.
        self._named = lru_cache(maxsize=_REMEMBERED)(self._named_anew)
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_anew)

    def read(self, text: str) -> Scope:
        """The scope of a text; which fiches it names is not told here."""
        return self._read(text)

    def _read_anew(self, text: str) -> Scope:
        words = load_words()
        places = self.places(text)
        regions = self.regions(text)
        told = origin(text, places, self._is_adjective)
        wider = [(start, end, "") for start, end, _ in regions]
        meant = without_passing(text, sorted([*told.destinations, *wider]), HOME)
        regions = tuple(span for span in regions if (span[0], span[1], "") in meant)
        countries = dict.fromkeys(code for _, _, code in meant if code)
        doing = self._doing(text, places)
        named = sorted([*places, *wider])
        visitors = visit(text, named, told, self._is_adjective, HOME, plans=bool(doing))
        abroad = tuple(code for code in countries if code != HOME)
        coming = visitors is not None or ("invite" in doing and not abroad and not is_asked(text))
        if "remote" in doing and not (visitors and visitors.surely):
            coming = False  # nobody comes
        goes = leaving(text, meant, visitors, HOME) if visitors and coming else ()
        if goes:
            coming, abroad = False, tuple(dict.fromkeys(code for _, _, code in goes))
            doing = tuple(key for key in doing if key != "invite")
        area = {} if coming or abroad else {region.key: region for _, _, region in regions}
        who = self._asker.who(
            _without(text, regions),
            places,
            visitors.countries if visitors and coming else (told.nationality,),
            guest=coming,
        )
        others = () if visitors else told.others
        return Scope(
            countries=() if coming else abroad,
            home=coming or HOME in countries,
            disciplines=self.disciplines(text),
            sections=_sections(text),
            who=who if coming else with_companions(who, told.nationality, others),
            doing=("invite",) if coming else doing,
            incoming=coming,
            visitors=visitors.countries if visitors else (),
            guests=bool(goes),
            companions=() if coming else tuple(dict.fromkeys(c for _, _, c in others)),
            regions=tuple(area),
            area=tuple(dict.fromkeys(code for one in area.values() for code in one.countries)),
            requests=tuple(key for key, form in words.requests.items() if form.search(text)),
            topics=tuple(key for key, form in words.topics.items() if form.search(text)),
            years=years(text),
        )

    def _doing(self, text: str, places: tuple[Place, ...]) -> tuple[Doing, ...]:
        """What somebody is going to do; who works in turns in several countries does not work from
        home, and who only attends does no other work."""
        doing = self._asker.doing(text, places)
        how = situation(text, places, doing, HOME)
        found = {*doing, *how}
        if "combine" in how:
            found.discard("remote")
        if "attend" in how:
            found -= {"off-stage", "perform", "tour", "showcase"}  # "I don't show anything"
        return tuple(key for key in DOING.values() if key in found)

    def _is_adjective(self, surface: str) -> bool:
        """Whether a place is named by an adjective or by its inhabitants."""
        return fold(surface) in self._adjectives

    def countries(self, text: str) -> tuple[str, ...]:
        """The countries that are named by themselves, an adjective, an inhabitant or a place.

        An inhabitant whose name is a word as well ("pool") needs its capital, and a place too.
        """
        return tuple(dict.fromkeys(code for _, _, code in self.places(text)))

    def places(self, text: str) -> tuple[Place, ...]:
        """Where countries are named: start and end in ``text``, and the country's code."""
        wider = self._regions.spans(text)
        return tuple(
            place
            for place in self._named(text)
            if not any(s < place[1] and place[0] < e and e - s >= place[1] - place[0]
                       for s, e, _ in wider)
        )  # fmt: skip

    def regions(self, text: str) -> tuple[Span, ...]:
        """Where regions of several countries are named, and no country by a name that holds the
        region's ("South Africa")."""
        places = self._named(text)
        return tuple(
            span
            for span in self._regions.spans(text)
            if not any(s < span[1] and span[0] < e and e - s > span[1] - span[0]
                       for s, e, _ in places)
        )  # fmt: skip

    def _named_anew(self, text: str) -> tuple[Place, ...]:
        found = [(match.start(), match.end(), HOME) for match in _COMMUNITY.finditer(text)]
        taken = [(start, end) for start, end, _ in found]
        taken += [match.span() for match in _OWN_LANGUAGE.finditer(text)]
        matches = [
            match
            for match in _NAME.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        place = 0
        while place < len(matches):
            opens = fold(matches[place].group()) in self._openers
            longest = min(_LONGEST_NAME, len(matches) - place) if opens else 1
            for length in range(longest, 0, -1):
                end = place + length - 1
                span = matches[place].start(), matches[end].end()
                surface = " ".join(text[slice(*span)].split())
                code = self._country(surface, text[: span[0]])
                if code is None:
                    in_row = self._in_row(text, found, span[0])
                    code = self._places.country(surface, text, *span, in_row=in_row)
                if code is None:
                    code = self._behind_hyphen(surface)
                if code is not None:
                    if code:  # what is in several countries tells none
                        found.append((*span, code))
                    place = end
                    break
            place += 1
        return self._without_languages(text, self._places.settled(text, sorted(found)))

    def _in_row(self, text: str, found: Sequence[Place], start: int) -> bool:
        """Whether what starts there stands in a row behind the last place that was found."""
        if not found:
            return False
        begin, end, _ = found[-1]
        joined = _ROW.fullmatch(text[end:start]) is not None
        return joined and not self._is_adjective(text[begin:end])

    def _without_languages(self, text: str, places: Sequence[Place]) -> tuple[Place, ...]:
        """Places without the languages among them; where there are only languages, and something
        comes out in one, they tell where."""
        countries = [
            (start, end, code)
            for start, end, code in places
            if not (
                self._is_adjective(text[start:end])
                and fold(text[start:end]) not in self._own_names
                and _BEFORE_LANGUAGE.search(text[:start])
                and _BEHIND_LANGUAGE.match(text[end:])
            )
        ]
        return tuple(countries or (places if _COMES_OUT.search(text) else ()))

    def _country(self, surface: str, before: str = "") -> str | None:
        """The country that a name leads to, behind what stands ``before`` it."""
        known = self._countries.get(fold(surface))
        if known is None:
            return None
        code, sure = known
        if surface.isupper() and len(surface) <= 3:
            return code  # "UK", "VS"
        if len(surface) <= 3 and not surface[0].isupper():
            # "uk" is nothing else; "us" and "vs" are, but not in "naar de vs".
            alone = surface not in _WORDS_TOO or _BEHIND_ARTICLE.search(before)
            return code if sure and alone else None
        if sure or surface[0].isupper() or len(surface) >= _LONG_NAME:
            return code
        return code if surface not in _THINGS_TOO and _IS_ONE.search(before) else None

    def _behind_hyphen(self, surface: str) -> str | None:
        pieces = surface.split("-") if " " not in surface else ()
        return next(
            (
                code
                for piece in pieces[1:]
                if (code := self._country(piece) or self._places.alone(piece))
            ),
            None,
        )

    def is_word(self, name: str) -> bool:
        """Whether what is written like a name is one word, or a compound, in either language."""
        word = fold(name)
        return " " not in word and bool(
            self.disciplines(word)
            or any(self._vocabulary.knows(word, lang) for lang in LANGUAGES)
            or self._vocabulary.compound_parts(word)
        )

    def disciplines(self, text: str) -> tuple[str, ...]:
        """The disciplines that a word of their own points to, in the order of the text."""
        return self._disciplines.read(_AUTHORS.sub(" ", text))


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """A text without the names of regions: who goes outside the EU need not come from there."""
    for start, end, _ in reversed(spans):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _sections(text: str) -> tuple[str, ...]:
    """The parts that are asked for; "what is" asks for a definition when it asks nothing else."""
    found = [key for key, form in load_words().sections.items() if form.search(text)]
    others = [key for key in found if key not in DEFINING]
    return tuple(others if others and others != ["basics"] else found)
