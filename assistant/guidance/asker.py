"""Who asks, told apart from who else is spoken of: what they are at work, whether anybody pays
them, and whether they stand on stage.

A house that is spoken of is somebody else's where it lies abroad ("a theatre in Lyon", "een Duits
gezelschap") or does something to who asks ("a company wants me"). Who is employed by one is hired
there, and not an employee who is sent; an agency that pays people is an employer here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.direction import into_dutch
from assistant.guidance.origin import Place
from assistant.guidance.words import load_words, pattern
from assistant.route_plan import load_plan
from corpus import strict_yaml
from corpus.annotation import DOING, WHO, Doing, Who

_FILE = Path(__file__).parent / "asker.yaml"
_FREE = ("home", "eu", "europe")  # regions whose people may work throughout the EEA
_OF_AGE = 18
_NEAR = 28  # characters between a house and the place that it lies in
# Who travels only to meet people says so, and names what they do not do there.
_SHOWS = frozenset({"perform", "tour", "exhibit", "showcase", "create"})
_NOTHING_SHOWN = re.compile(
    r"\b(?:not|n't|niet|no|geen|nog geen|without|zonder)\s"
    r"(?:(?:yet|nog|zelf|an?|any|een|enkele)\s)?(?:play\w*|perform\w*|show\w*|exhibit\w*|gigs?|concerts?|invit\w+|dates?|spelen"
    r"|speel|optred\w+|tentoonstell\w+|expo\w*|voorstelling\w*|speeldata|data|uitnodiging\w*"
    r"|toonmoment\w*|presentatie)\b|\b(?:speel|spelen|treed|treden)\b[^.,;?!]{0,20}\bniet\b"
    r"|\b(?:nobody|no one|niemand)\b[^.,;?!]{0,15}(?:invited|nodigt|uitgenodigd)"
    r"|\b(?:just|only|alleen|enkel|gewoon)\s(?:maar\s)?(?:to|om)\s(?:\w+\s){0,4}"
    r"(?:meet|see|visit|look|ontmoeten|bezoeken|leren kennen|kijken)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!;]+")
_FIRST_PERSON = re.compile(
    r"\b(?:i|i'm|im|i've|i'd|me|my|we|we're|we've|us|our|ik|'k|mij|me|mijn|m'n|wij|we|ons|onze)\b",
    re.IGNORECASE,
)
# Somebody's age: "my daughter is 14,", "a 12-year-old dancer".
_AGE = re.compile(
    r"\b(?:is|ben|am|are|zijn|he's|she's|i'm)\s(?:nog maar|pas|only|just)?\s?(?P<years>\d{1,2})"
    r"(?:\s(?:jaar|years old))?(?=\s*(?:[.,;:?!)]|$|en\b|and\b))"
    r"|\b(?P<aged>\d{1,2})(?:-jarigen?|[ -]years?[ -]olds?)\b"
    r"|\b(?:jonger dan|younger than|under the age of)\s(?P<under>\d{1,2})\b"
    r"|\b(?P<youngest>\d{1,2})(?:\s?[-–]\s?|\s(?:tot|t/m|to|en|and)\s(?:en met\s)?)\d{1,2}"
    r"(?:\s(?:jaar|jarigen|years[ -]olds?|year[ -]olds?)\b|-(?:jarigen?|year-olds?)\b)"
    r"|\b(?:jongeren|kinderen|leerlingen|pupils|students|children|teenagers|youngsters|kids)\s"
    r"(?:van|tussen|aged?|of|between)\s(?P<pupils>\d{1,2})\b"
    r"|\b(?:kind|meisje|jongen|leerling|zoon|zoontje|dochter|dochtertje|child|girl|boy|pupil|son"
    r"|daughter)\s(?:van|aged?|of)\s(?P<child>\d{1,2})\b",
    re.IGNORECASE,
)
# What a partner or another relative of who asks does: that is no job of theirs.
_RELATIVE = re.compile(
    r"\b(?:mijn|m'n|onze|my|our)\s(?:\w+\s)?(?:vriend|vriendin|man|vrouw|partner|lief|echtgenoot"
    r"|echtgenote|wederhelft|vader|moeder|broer|zus|husband|wife|boyfriend|girlfriend|spouse"
    r"|fiancée?|father|mother|brother|sister)\b(?!['’]s\b)[^.?!;,]*?"
    r"(?=[.?!;,]|\s(?:en|and|dus|so|maar|but)\s|$)",
    re.IGNORECASE,
)
# Children whom a show or a book is for, and no children who go somewhere.
_FOR_CHILDREN = re.compile(
    r"\b(?:(?:voor|for)|(?:workshops?|less?on?s?|lessen|classes|projects?|project|werk\w*|works?)\s"
    r"(?:met|with|aan|to))\s(?:(?:de|the|jonge|young|schoolgaande)\s)?"
    r"(?:kinderen|leerlingen|tieners|children|kids|minors|pupils|teenagers)\b"
    r"|\b(?:children|kids)['’]?s?['’]?\s(?:books?|theatre|theater|shows?|literature|films?"
    r"|picture|magazine|author|writer|illustrator|workshops?|music|performances?)\b",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:(?:an?|een|de|het|the)\s)?"
    r"(?:(?!(?:by|door|bij|with|at|for|voor|met|in|of|van|to|naar|and|en|but|maar|an?|een)\b)"
    r"[\w'’-]+\s){0,3}$"
)
_IS_OWN = re.compile(
    r"\b(?:als|as|ik ben|ben|wij zijn|we zijn|zijn wij|zijn we|i am|i'm|im|we are|we're"
    r"|(?:i|we|ik|wij)\s(?:run|lead|manage|have|own|represent|leid\w*|heb\w*|beher\w*"
    r"|vertegenwoordig\w*))\s" + _BETWEEN,
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:ons|onze|mijn|m'n|my|our)\s" + _BETWEEN, re.IGNORECASE)
# Where somebody works or plays may be whom they speak for.
_WITH_US = re.compile(
    r"\b(?:ik|wij|we|i)\s(?:werk\w*|speel|spelen|zing\w*|dans\w*|zit|zitten|work|play|sing|dance)"
    r"\s(?:bij|voor|in|for|with|at|met)\s" + _BETWEEN,
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:geen|niet als|no|not an?|without an?|zonder)\s(?:[\w-]+\s)?$", re.I)
_ARTICLE = re.compile(
    r"\b(?:een|ne|nen|'n|an?|the|de|het|'t|dat|die|that|this)\s(?P<kind>(?:[\w'’-]+\s){0,3})$",
    re.IGNORECASE,
)
# Whose house it is that somebody would like to work at.
_AT_THEIRS = re.compile(
    r"\b(?:gaan|wil|willen|kan|mag|zou|want to|would like to|like to|going to|can|may|to)\s"
    r"(?:[\w'’-]+\s){0,3}?(?:werken|dansen|spelen|zingen|meewerken|work|dance|play|sing|act)\s"
    r"(?:bij|voor|for|with|at)\s" + _BETWEEN,
    re.IGNORECASE,
)
_LIES = re.compile(r"^[\w'’-]*\s(?:in|uit|from|at|te|van|of|near)\s", re.IGNORECASE)
_TO_US = re.compile(r"^[\w'’-]*(?:\s[\w'’-]+){0,7}?\s(?:me|us|mij|ons)\b", re.IGNORECASE)
# Who asks, said to be something: "I'm a freelance", "als", or as its first words.
_I_AM = (
    r"\b(?:i am|i'm|im|ik ben|ben|als|as|i work as|ik werk als|wij zijn|we are|we're|we zijn)\s"
    r"(?:(?:an?|een|the|de|het|ook|also|zelf|two|twee|three|drie)\s)?(?:[\w'’-]+\s){0,3}$"
)
_IS_ONE = re.compile(_I_AM, re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[.?!]\s)\W*(?:(?:hallo|hoi|dag|hi|hello|hey)\W+)?"
    r"(?:(?!our\b|onze\b|ons\b|my\b|mijn\b|the\b|de\b|het\b|wie\b|who\b|what\b)[\w'’-]+\s){0,2}$",
    re.IGNORECASE,
)
# "Director of a company": the company asks.
_LEADS = re.compile(r"director|manager$|directeur", re.IGNORECASE)
_OF_HOUSE = re.compile(
    r"^\s(?:of|van|bij|at)\s(?:an?|our|my|the|een|ons|onze|mijn|het|de)\s", re.IGNORECASE
)
# "Mixing it from", right before the name of home.
_FROM = re.compile(
    r"(?P<work>(?:[\w'’-]+\s){1,3})(?:vanuit|from)\s(?:(?:mijn|ons|my|our)\s[\w'’-]+\s(?:in\s)?)?$",
    re.IGNORECASE,
)
_BY_US = re.compile(r"\b(?:invite|inviting|uitnodigen)\b", re.IGNORECASE)
_INVITED = re.compile(
    r"\b(?:ons|mij|me|mijn \w+|onze \w+)\b[^.,;?!]{0,30}\buitnodigen\b"
    r"|\b(?:invite|inviting)\s(?:me|us|my|our)\b",
    re.IGNORECASE,
)


# "No show at the end", a play that somebody wrote, and paintings that are shown.
_NO_SHOW = re.compile(
    r"\b(?:no|geen|without|zonder)\s(?:an?\s|een\s)?[\w-]+"
    r"|\b(?:my|the|a|this|of|one|new|first|our|their|his|her|theatre|stage|radio)\splays?\b"
    r"|\b(?:write|writes|wrote|writing|stage|staging|translate\w*)\s(?:[\w'’-]+\s){0,2}plays?\b"
    r"|\b(?:show|shows|showing|showed)\s(?:my|our|me|some|work|works|models|paintings|drawings)\b",
    re.IGNORECASE,
)
# What is done with what is made at a desk.
_AT_DESK: frozenset[Doing] = frozenset({"publish", "translate", "license", "create"})
_SHOWN: frozenset[Doing] = frozenset({"perform", "tour", "showcase"})
# What somebody may be selected for without showing anything.
_SELECTED_FOR: frozenset[Doing] = frozenset({"reside", "study"})


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    roles: str
    not_on_stage: str
    work_off_stage: str
    on_stage_too: str
    agency: str
    employed: str
    contract: str
    term: str
    fee: str
    unpaid: str
    volunteers: str
    pay: str
    houses: str
    works_from: str
    desk: str
    ordered: str
    goes: str


class AskerReader:
    """Reads who asks and what they are going to do. Safe for several threads.

    ``is_adjective`` tells of the words for a place whether they are an adjective or the name of
    its inhabitants; ``home`` is the country that people here leave.
    """

    def __init__(self, is_adjective: Callable[[str], bool], home: str) -> None:
        self._is_adjective = is_adjective
        self._home = home

    def who(
        self, text: str, places: Sequence[Place], nationalities: Iterable[str], *, guest: bool
    ) -> tuple[Who, ...]:
        """What people tell that they are; of two that exclude each other neither, except that who
        is from outside the EU is not made an EU citizen by naming the EU.

        ``places`` are the countries that are named, ``nationalities`` the codes of where people are
        from; of a ``guest`` no house is somebody else's.
        """
        forms, words = load_words().who, _words()
        abroad = [place for place in places if place[2] != self._home]
        found: set[Who] = set()
        own_work = _RELATIVE.sub(lambda match: " " * len(match.group()), text)
        for key, form in forms.items():
            matches = form.finditer(_FOR_CHILDREN.sub(" ", text) if key == "minor" else text)
            if key in ("organisation", "group") and not guest:
                own = any(not self._another(text, match, abroad) for match in matches)
            elif key == "hired":
                own = any(not self._at_home(match, places) for match in form.finditer(own_work))
            else:
                own = any(True for _ in matches)
            if own:
                found.add(key)
        if any(_years(age) < _OF_AGE for age in _AGE.finditer(text)):
            found.add("minor")
        if not guest:
            found = self._at_work(own_work, found, abroad)
        volunteers = words["volunteers"].search(text) and not words["pay"].search(text)
        if volunteers or words["unpaid"].search(text):
            found.add("unpaid")
        found = {*of_nationality(found, nationalities)}
        pairs: tuple[tuple[Who, Who], ...] = (
            ("person", "organisation"),
            ("self-employed", "employee"),
            ("classical", "non-classical"),
        )
        for one, other in pairs:
            if {one, other} <= found:
                found -= {one, other}
        if "non-eu" in found:
            found.discard("eu")
        if "organisation" in found:
            found.discard("hired")
        if "unsupported" in found:
            found.discard("supported")
        return tuple(key for key in WHO.values() if key in found)

    def doing(self, text: str, places: Sequence[Place]) -> tuple[Doing, ...]:
        """What somebody tells that they are going to do; ``places`` are the countries that are
        named."""
        shown = _NO_SHOW.sub(" ", text)
        found = {
            key
            for key, form in load_words().doing.items()
            if form.search(shown if key in _SHOWN else text)
        }
        if load_words().selected.search(shown) and not found & _SELECTED_FOR:
            found.add("exhibit")
        if _INVITED.search(text) and len(_BY_US.findall(text)) <= len(_INVITED.findall(text)):
            found.discard("invite")
        if "network" in found and _NOTHING_SHOWN.search(text):
            found -= _SHOWS
        if self._from_home(text, places) or self._commissioned(text, places, found):
            found.add("remote")
        if into_dutch(text, self._is_adjective):
            found.add("into-dutch")
        if self._off_stage(text):
            found.add("off-stage")
            if _words()["not_on_stage"].search(text):
                found.discard("perform")
        return tuple(key for key in DOING.values() if key in found)

    def _at_home(self, match: re.Match[str], places: Sequence[Place]) -> bool:
        """Whether who hires somebody is named behind it as one from here: "hired by a Belgian
        band"."""
        near = match.end() + _NEAR
        return any(
            code == self._home
            and match.start() <= begin <= near
            and self._is_adjective(match.string[begin:end])
            for begin, end, code in places
        )

    def _at_work(self, text: str, found: set[Who], abroad: Sequence[Place]) -> set[Who]:
        """What people are, where a house abroad, or an agency, pays them."""
        words = _words()
        if words["agency"].search(text):
            return (found - {"hired"}) | {"employee"}
        if not self._house_abroad(text, abroad):
            return found
        paid = bool(words["fee"].search(text))
        signed = words["contract"].search(text) and words["term"].search(text)
        if not {"hired", "self-employed"} & found and (
            words["employed"].search(text) or (signed and not paid and "group" not in found)
        ):
            found = found | {"hired"}
        if "hired" in found and "self-employed" not in found:
            found = found - {"employee"}
        return found

    def _house_abroad(self, text: str, abroad: Sequence[Place]) -> bool:
        """Whether a house abroad is spoken of that is somebody else's."""
        forms = load_words().who
        return any(
            self._another(text, match, abroad)
            for form in (_words()["houses"], forms["organisation"], forms["group"])
            for match in form.finditer(text)
        )

    def _another(self, text: str, match: re.Match[str], abroad: Sequence[Place]) -> bool:
        """Whether the house that is named is not the one that asks."""
        before, after = _sentence(text, match)
        if _DENIED.search(before):
            return True
        if _IS_OWN.search(before):
            return False
        article = _ARTICLE.search(before)
        start = match.start() - (len(article["kind"]) if article else 0)
        if any(
            start <= begin < match.end() and self._is_adjective(text[begin:end])
            for begin, end, _ in abroad
        ):
            return True
        if not article or _OURS.search(before):
            return False
        if _LIES.match(after) and any(
            match.end() <= begin <= match.end() + _NEAR for begin, _, _ in abroad
        ):
            return True
        theirs = _TO_US.match(after) or _AT_THEIRS.search(before)
        return bool(theirs) and not _WITH_US.search(before)

    def _from_home(self, text: str, places: Sequence[Place]) -> bool:
        """Whether work is done from home: "mixing it from Ghent", and no support from there."""
        works = _words()["works_from"]
        return any(
            code == self._home
            and (said := _FROM.search(text[:begin]))
            and works.search(said["work"])
            for begin, _, code in places
        )

    def _commissioned(self, text: str, places: Sequence[Place], doing: set[Doing]) -> bool:
        """Whether a client abroad orders what is made at a desk: a translation or drawings for a
        book. Nobody goes there who does not say so."""
        words = _words()
        abroad = [place for place in places if place[2] != self._home]
        if doing - _AT_DESK or not (abroad and words["desk"].search(text)):
            return False
        return bool(words["ordered"].search(text)) and not words["goes"].search(text)

    def _off_stage(self, text: str) -> bool:
        """Whether who asks works with performers and is not on stage."""
        words = _words()
        if words["not_on_stage"].search(text):
            return True
        if words["on_stage_too"].search(text):
            return False
        if words["work_off_stage"].search(text):
            return True
        return any(self._is_asker(text, match) for match in words["roles"].finditer(text))

    def _is_asker(self, text: str, match: re.Match[str]) -> bool:
        before, after = text[: match.start()], text[match.end() :]
        if _LEADS.match(match.group()) and _OF_HOUSE.match(after):
            return False
        if _IS_ONE.search(before) or _OPENS.search(before):
            return True
        return not _FIRST_PERSON.search(text)


def _years(age: re.Match[str]) -> int:
    """How old somebody is, by a match of an age; the youngest of several."""
    if age["under"]:
        return int(age["under"]) - 1
    told = ("years", "aged", "youngest", "pupils", "child")
    return int(next(age[key] for key in told if age[key]))


def of_nationality(who: Iterable[Who], nationalities: Iterable[str]) -> tuple[Who, ...]:
    """What people are who are from countries, by their codes; an empty code says nothing."""
    told = [code for code in nationalities if code]
    if not told:
        return tuple(who)
    found = {*who} - {"eu", "non-eu"}
    found.update("eu" if load_plan().region(code) in _FREE else "non-eu" for code in told)
    return tuple(key for key in WHO.values() if key in found)


def _sentence(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a match in its sentence."""
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= match.start() < sentence.end():
            return text[sentence.start() : match.start()], text[match.end() : sentence.end()]
    return "", ""


@cache
def _words(file: Path = _FILE) -> dict[str, re.Pattern[str]]:
    content = _File.model_validate(strict_yaml.load(file.read_text("utf-8"), where=file.name))
    return {name: pattern(text) for name, text in content.model_dump().items()}
