"""What a route can be asked for, and what people call it: codes, and names in Dutch and English."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.errors import BadQuestion
from assistant.route_plan import Choice, load_plan
from corpus.vocabulary import Language, Vocabulary

LANGUAGES: tuple[Language, ...] = ("nl", "en")
_OTHER_NAMES = {"first": "first-steps", "uk": "gb"}
_ARTICLES = ("the ", "de ", "het ")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: code -> name, per language, in the order to show them.

    ``others`` are the countries without a fiche of their own: a route there has the general steps.
    """

    disciplines: dict[str, dict[str, str]]
    destinations: dict[str, dict[str, str]]
    others: dict[str, dict[str, str]]
    stages: dict[str, dict[str, str]]
    applicants: dict[str, dict[str, str]]


def choices() -> Choices:
    """Everything a route can be asked for, with names in Dutch and English."""
    plan = load_plan()

    def names(of: Mapping[str, Choice]) -> dict[str, dict[str, str]]:
        return {code: {"nl": choice.nl, "en": choice.en} for code, choice in of.items()}

    others = {
        country.iso2: {"nl": country.names("nl")[0], "en": country.names("en")[0]}
        for country in Vocabulary.load().countries
        if country.iso2 not in plan.destinations
    }
    return Choices(
        names(plan.disciplines),
        names(plan.destinations),
        dict(sorted(others.items(), key=lambda item: item[1]["en"])),
        names(plan.stages),
        names(plan.applicants),
    )


def discipline_code(text: str) -> str:
    """The code of a discipline given as a code, a name or another word for it.

    Raises:
        BadQuestion: it is none; the message lists those that can be chosen.
    """
    offered = choices().disciplines
    found = _code(text, offered)
    if found is None:
        words = Vocabulary.load()
        pointed = (key for lang in LANGUAGES for key in words.discipline(text.strip(), lang))
        found = next((key for key in pointed if key in offered), None)
    return found or _unknown("discipline", text, offered)


def destination_code(text: str) -> str:
    """The two-letter code of a country given as a code, a name, or a city in it.

    Raises:
        BadQuestion: it is none; the message names what looks like it, or those known best.
    """
    offered = choices()
    found = _code(text, {**offered.destinations, **offered.others})
    if found is None:
        words = Vocabulary.load()
        country = next((c for lang in LANGUAGES if (c := words.country(text, lang))), None)
        found = country.iso2 if country else None
    return found or _unknown("country", text, offered.destinations, offered.others)


def stage_code(text: str) -> str:
    """The code of a stage given as a code or a name. Raises BadQuestion."""
    offered = choices().stages
    return _code(text, offered) or _unknown("stage", text, offered)


def applicant_code(text: str) -> str:
    """The code of an applicant given as a code or a name. Raises BadQuestion."""
    offered = choices().applicants
    return _code(text, offered) or _unknown("applicant", text, offered)


def destination_name(code: str, lang: str) -> str:
    """A country's name in ``lang``."""
    offered = choices()
    return {**offered.destinations, **offered.others}[code][lang]


def language_of(*given: str) -> str:
    """The language that names were given in: English where one is a name in English only."""
    offered = choices()
    both = (*offered.disciplines.items(), *offered.destinations.items(), *offered.others.items())
    english = {_plain(names["en"]) for code, names in both if _plain(names["en"]) != code}
    dutch = {_plain(names["nl"]) for _, names in both}
    return "en" if any(_plain(text) in english - dutch for text in given) else "nl"


def _code(text: str, offered: Mapping[str, Mapping[str, str]]) -> str | None:
    given = _plain(text)
    given = _OTHER_NAMES.get(given, given)
    if given in offered:
        return given
    dashed = given.replace(" ", "-")
    if dashed in offered:
        return dashed
    names = {_plain(name): code for code, both in offered.items() for name in both.values()}
    return names.get(given)


def _plain(text: str) -> str:
    folded = " ".join(text.casefold().split())
    article = next((start for start in _ARTICLES if folded.startswith(start)), "")
    return folded.removeprefix(article)


def _unknown(
    what: str,
    text: str,
    offered: Mapping[str, Mapping[str, str]],
    more: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """Never returns: says what can be chosen, the likeliest first where something looks like it."""
    named = {**offered, **(more or {})}
    near = difflib.get_close_matches(
        _plain(text), [_plain(name) for both in named.values() for name in both.values()], n=2
    )
    likely = [named[code]["en"] for name in near if (code := _code(name, named))]
    hint = f"Do you mean {' or '.join(dict.fromkeys(likely))}? " if likely else ""
    hint += f"Choose: {', '.join(_told(offered))}"
    hint += "; any other country can be named too." if more else "."
    raise BadQuestion(f"{text!r} is no {what} that can be chosen.", hint=hint)


def _told(offered: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    for code, names in offered.items():
        yield code if code == names["en"] else f"{code} ({names['en']})"
