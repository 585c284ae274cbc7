"""What a question is about, as fiches divide the world: country, discipline, applicant, part."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import product

from assistant.extracting.dates import years
from assistant.guidance.words import load_words
from assistant.route_plan import load_plan
from corpus.vocabulary import Language, Vocabulary, fold

HOME = "be"
DEFINING = ("what-it-is", "what-it-does")
_LONGEST_NAME = 4  # words in the name of a country
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Endings by which an adjective or the name of an inhabitant is bent ("Duitse", "Poolse").
_ENDINGS = ("", "e", "en", "s", "se")
# The French Community is Belgian, and "Flemish-Dutch" names a country behind its hyphen.
# "In het Nederlands" is a language, and the asker's own.
_OWN_LANGUAGE = re.compile(
    r"\b(?:het|ons)\snederlands\b|\b(?:in|into|from|to)\sdutch\b(?!\s[a-z])"
    r"|\bdutch-language\b|\bnederlandstalig\w*",
    re.IGNORECASE,
)
BEYOND_EU = "non-eu"
_ORIGIN = re.compile(
    r"\b(?i:i am|i'm|we are|we're|ik ben|wij zijn|we zijn|as)\s(?:een\s|an?\s)?([A-ZÀ-Þ]\w+)"
)
_AMATEUR = "amateur-arts"
_AMATEURS = re.compile(r"\bamateur", re.IGNORECASE)
_PROFESSIONAL = re.compile(r"\b(?:professione|profession|beroeps)\w*", re.IGNORECASE)
_COMMUNITY = re.compile(
    r"\b[\w-]+(?:-speaking|talige)?\s(?:community|communities|gemeenschap\w*)(?!\w)", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is about.

    ``countries`` are codes (ISO 3166, lower case) of other countries than Belgium, ``home`` tells
    that Belgium is named; ``disciplines`` and ``sections`` are the keys of routes and of fiches;
    ``costs`` are topics of what is to be paid, ``topics`` those of the fiches on practice;
    ``named`` maps the pairs of fiches that the question names to how much of their name is there
    (0 to 1); ``requests`` tell what is wanted; ``years`` are those in the text.
    ``applicant`` is ``person``, ``organisation`` or empty.
    """

    countries: tuple[str, ...] = ()
    home: bool = False
    disciplines: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    applicant: str = ""
    requests: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    named: dict[str, float] = field(default_factory=dict)

    @property
    def across(self) -> tuple[str, ...]:
        """Belgium as a destination: the Communities across its language border."""
        return (HOME,) if "across" in self.requests else ()

    @property
    def bound(self) -> bool:
        """Whether the question ties itself to anything that a fiche can be about."""
        return bool(self.countries or self.disciplines or self.sections or self.named)

    def over(self, earlier: Scope) -> Scope:
        """This scope, with what it leaves open taken from an earlier question's."""
        return replace(
            self,
            countries=self.countries or earlier.countries,
            home=self.home or earlier.home,
            disciplines=self.disciplines or earlier.disciplines,
            sections=self.sections or earlier.sections,
            costs=self.costs or earlier.costs,
            topics=self.topics or earlier.topics,
            applicant=self.applicant or earlier.applicant,
            requests=self.requests or earlier.requests,
            years=self.years or earlier.years,
            named=self.named or earlier.named,
        )


class ScopeReader:
    """Reads the scope of a text in Dutch or English. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._places = _places(vocabulary)

    def read(self, text: str) -> Scope:
        """The scope of a text; which fiches it names is not told here."""
        words = load_words()
        origin = _ORIGIN.search(text)
        countries = self.countries(
            _ORIGIN.sub(" ", text, count=1) if self._tells_origin(origin) else text
        )
        applicant = next((key for key, form in words.applicants.items() if form.search(text)), "")
        if applicant == "organisation" and words.applicants["person"].search(text):
            applicant = ""
        return Scope(
            countries=tuple(code for code in countries if code != HOME),
            home=HOME in countries,
            disciplines=self.disciplines(text),
            sections=_sections(text),
            costs=tuple(key for key, form in words.costs.items() if form.search(text)),
            requests=tuple(key for key, form in words.requests.items() if form.search(text))
            + ((BEYOND_EU,) if self._tells_origin(origin) else ()),
            topics=tuple(key for key, form in words.topics.items() if form.search(text)),
            applicant=applicant,
            years=years(text),
        )

    def _tells_origin(self, origin: re.Match[str] | None) -> bool:
        """Whether people say that they are from a country beyond the EU: no place to go to."""
        codes = self.countries(origin[1]) if origin else ()
        inside = ("eu", "europe", "home")
        return bool(codes) and all(load_plan().region(code) not in inside for code in codes)

    def countries(self, text: str) -> tuple[str, ...]:
        """The countries that are named by themselves, an adjective, an inhabitant or a city.

        A city or an inhabitant whose name is a word as well ("essen", "pool") needs its capital.
        """
        return tuple(dict.fromkeys(code for _, _, code in self.places(text)))

    def places(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Where countries are named: start and end in ``text``, and the country's code."""
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
            for length in range(min(_LONGEST_NAME, len(matches) - place), 0, -1):
                end = place + length - 1
                surface = " ".join(text[matches[place].start() : matches[end].end()].split())
                code = self._country(surface) or self._behind_hyphen(surface)
                if code:
                    found.append((matches[place].start(), matches[end].end(), code))
                    place = end
                    break
            place += 1
        return tuple(sorted(found))

    def _country(self, surface: str) -> str | None:
        known = self._places.get(fold(surface))
        if known is None:
            return None
        code, sure = known
        if surface.isupper() and len(surface) <= 3:
            return code  # "UK", "VS"
        if len(surface) <= 3 and not surface[0].isupper():
            return None
        return code if sure or surface[0].isupper() else None

    def _behind_hyphen(self, surface: str) -> str | None:
        pieces = surface.split("-") if " " not in surface else ()
        return next((code for piece in pieces[1:] if (code := self._country(piece))), None)

    def disciplines(self, text: str) -> tuple[str, ...]:
        """The disciplines that a word of their own points to, in the order of the text."""
        weak, yielding = load_words().weak, load_words().yielding
        found: dict[str, None] = {}
        left: dict[str, None] = {}
        words = [match.group() for match in _WORD.finditer(text)]
        covered: set[int] = set()
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                span = set(range(start, start + length))
                phrase = " ".join(words[start : start + length])
                if span & covered or fold(phrase) in weak:
                    continue
                keys = self._discipline(phrase)
                if keys:
                    covered |= span
                    if _AMATEUR in keys and not _PROFESSIONAL.search(text):
                        keys = (_AMATEUR,)  # a choir or a brass band is one of amateurs, mostly
                    (left if fold(phrase) in yielding else found).update(dict.fromkeys(keys))
        if _AMATEURS.search(text):
            return (_AMATEUR,)
        return tuple(found or left)

    def _discipline(self, phrase: str) -> tuple[str, ...]:
        weak = load_words().weak
        found: dict[str, None] = {}
        for lang in _LANGUAGES:
            keys = self._vocabulary.discipline(phrase, lang)
            if keys and not weak & set(self._vocabulary.lemmas(phrase, lang)):
                found.update(dict.fromkeys(keys))
        if found:
            return tuple(found)
        if " " in phrase:
            return ()
        for part in self._vocabulary.compound_parts(phrase):
            if part not in weak and (keys := self._vocabulary.discipline(part, "nl")):
                return keys
        return ()


def _sections(text: str) -> tuple[str, ...]:
    """The parts that are asked for; "what is" asks for a definition when it asks nothing else."""
    found = [key for key, form in load_words().sections.items() if form.search(text)]
    others = [key for key in found if key not in DEFINING]
    return tuple(others if others and others != ["basics"] else found)


_LANGUAGES: tuple[Language, ...] = ("nl", "en")


def _places(vocabulary: Vocabulary) -> dict[str, tuple[str, bool]]:
    """Names of countries, adjectives, inhabitants and cities, folded: the country, and whether the
    name is one without a capital too."""
    found: dict[str, tuple[str, bool]] = {}
    for country in vocabulary.countries:
        code = country.iso2.lower()
        cities = [name for pair in country.cities for name in pair]
        for name in cities:
            found.setdefault(fold(name), (code, not _is_word(vocabulary, name, cities)))
        for lang, ending in product(_LANGUAGES, _ENDINGS):
            for word in country.inhabitants(lang):
                found.setdefault(fold(word + ending), (code, False))
    for name, known in list(found.items()):
        found.setdefault(plain(name), known)  # "venetie", as people type it
    for country in vocabulary.countries:
        code = country.iso2.lower()
        for lang in _LANGUAGES:
            for name in country.names(lang):
                found[fold(name).removeprefix("the ")] = (code, True)
            for word in country.adjectives(lang):
                for ending in _ENDINGS if lang == "nl" else ("",):
                    found.setdefault(fold(word + ending), (code, True))
                    if len(word + ending) > 4:
                        found[fold(word + ending)] = (code, True)
    return found


def plain(name: str) -> str:
    """A name without capitals and accents, as people type it."""
    decomposed = unicodedata.normalize("NFD", fold(name))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _is_word(vocabulary: Vocabulary, name: str, cities: list[str]) -> bool:
    """Whether the name of a city means something else as well."""
    own = {fold(city) for city in cities}
    return any(
        fold(meaning.term) not in own
        for source, target in (("nl", "en"), ("en", "nl"))
        for meaning in vocabulary.translate(name.lower(), source, target)  # type: ignore[arg-type]
    )
