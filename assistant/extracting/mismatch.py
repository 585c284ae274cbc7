"""Whether a sentence tells of something else than is asked, however many words they share."""

from __future__ import annotations

import re

from assistant.extracting.answer_type import without_literature
from assistant.extracting.asked import Asked
from assistant.extracting.concept import Concept
from assistant.extracting.counting import asks_people, countable, stems
from assistant.extracting.dates import MONTHS, years
from assistant.extracting.evidence import Weighed
from assistant.extracting.numbers import FigureKind, figures
from assistant.extracting.regions import comes_from
from assistant.understanding import AnswerKind
from assistant.understanding.asked_outright import ASKS_TO_PAY
from assistant.understanding.detail import detail
from assistant.understanding.qualifiers import contrary, precision, rate
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

_MONTH = "|".join(MONTHS)
_NAMED_MONTH = re.compile(
    rf"\b(?:{_MONTH})\b|\b\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}\b", re.IGNORECASE
)
_NAMED_DAY = re.compile(
    rf"\b\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b|\b(?:{_MONTH})\s\d{{1,2}}\b"
    r"|\b\d{1,2}[/-]\d{1,2}\b"
    r"|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/](?:1[5-9]|20)\d\d)?")
_COSTS = re.compile(
    r"\b(?:kost(?:en|te|prijs)?|gekost|prij[sz]\w*|cost(?:s|ing)?|prices?|priced|lidgeld\w*"
    r"|inschrijvingsgeld|collegegeld|huurprijs|tuition|entry fee|membership fee)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:betaal\w*|betalen|gratis|kosteloos|tarie(?:f|ven)|huur|pays?|paid|charged?|fees?|free"
    r"|rates?|rent)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:toelagen?|beurs|beurzen|subsidies?|steun|werkbudget|dagvergoeding|stipendi?\w*|geeft|gaf"
    r"|krijg\w*|kreeg|ontvang\w*|allowances?|grants?|stipends?|gives?|gave|gets?|support)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[€$£]|\b(?:euros?|eur|geld|money|fund(?:s|ed|ing)|onbezoldigd|unpaid|vergoe\w+|bedrag\w*|lo(?:on|nen)"
    r"|wages?|salar\w+|bijdragen?|contribut\w+|rekening|invoice|factu\w+|budget\w*|financ\w+)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]{2,}")
# "How many want longer opening hours" asks for no hour.
_OF_OTHER_FORM = (AnswerKind.COUNT, AnswerKind.SHARE, AnswerKind.AMOUNT, AnswerKind.REASON)
_ONE = ("één", "one")  # "één of meer netwerken" counts none
_SHARES = frozenset((FigureKind.PERCENTAGE, FigureKind.FRACTION))
# What a share is of, in up to two words right behind it.
_PART_OF = re.compile(
    r"\s(?:van|of)\s(?:(?:de|het|alle|all|the|its|their|hun|zijn|onze|our)\s)?"
    r"((?:[^\W\d_][\w'’-]*\s)?[^\W\d_][\w'’-]*)",
    re.IGNORECASE,
)
_SOMEWHERE = 0.3  # how surely a word is there from which it counts as there
_SURELY = 0.6  # below that only by a part of it, or by a word that is merely like it
_ASKS = re.compile(r"\W*(?:\w+\s)?(?:what|wat|which|welke?|wanneer|when)\b", re.IGNORECASE)


def told_otherwise(asked: Asked, item: Weighed) -> bool:
    """Whether the best that can be read from a sentence is no answer: no telephone number where one
    is asked for, what somebody gets for what something costs, a year where a day or a month
    is asked for, a sum per day for one per month, a share of the students for how many there are, a
    share of others, the large projects for the small ones, what held before the year that is asked
    about."""
    form = None if asked.kind in _OF_OTHER_FORM else detail(asked.text)
    if form is not None and not form.search(item.unit.passage.text):
        return True
    if asked.kind is AnswerKind.DATE and _too_coarse(asked, item):
        return True
    if asked.kind is AnswerKind.AMOUNT and _given(asked, item):
        return True
    if asked.kind is AnswerKind.YES_NO and _of_no_money(asked, item):
        return True
    if asked.kind.numeric and _in_another_country(asked, item):
        return True
    if asked.kind.numeric and _at_another_rate(asked, item):
        return True
    if asked.kind is AnswerKind.COUNT and _only_a_share(asked, item):
        return True
    if asked.kind is AnswerKind.COUNT and _of_anybody(asked, item):
        return True
    if asked.kind is AnswerKind.SHARE and _share_of_others(asked, item):
        return True
    if asked.kind in (AnswerKind.LIST, AnswerKind.COUNT) and _of_elsewhere(asked, item):
        return True
    if asked.kind is not AnswerKind.YES_NO and contrary(asked.text, item.unit.text):
        return True
    dated = asked.kind in (AnswerKind.OPEN, AnswerKind.DATE)
    return dated and _of_earlier_years(asked, item)


def _too_coarse(asked: Asked, item: Weighed) -> bool:
    wanted = precision(asked.text)
    text = item.unit.passage.text
    if wanted == "year" and item.unit.table is not None:
        return False
    return not dated_to(wanted, text)


def dated_to(exact: str, text: str) -> bool:
    """Whether a text names a date as exact as is wanted: a ``day``, a ``month``, a ``year``, or
    any where ``exact`` is empty."""
    if exact == "year":
        return bool(years(text))
    named = {"day": _NAMED_DAY, "month": _NAMED_MONTH}.get(exact)
    return named is None or bool(named.search(text))


def _at_another_rate(asked: Asked, item: Weighed) -> bool:
    units = rate(asked.text)
    row = item.unit.table
    text = item.unit.passage.text.lower()
    if row is not None:
        text = " ".join((text, row.caption, row.group, *row.header, *item.unit.passage.section))
    if not units or any(unit in text.lower() for unit in units):
        return False
    # Of a table the rate is often told once, beside it.
    return row is None or bool(rate(text))


def _given(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked what something costs, and the sums in the sentence are what is given."""
    text = item.unit.text
    if item.unit.table is not None or not _COSTS.search(asked.text):
        return False
    return bool(_GIVES.search(text)) and not (_COSTS.search(text) or _PAYS.search(text))


def _of_no_money(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked whether something is paid, and nothing around it is of money."""
    row = item.unit.table
    text = item.unit.passage.text if row is None else " ".join((*row.header, *row.cells))
    said = " ".join((text, *item.unit.passage.section))
    return bool(ASKS_TO_PAY.search(asked.text)) and not any(
        one.search(said) for one in (_COSTS, _PAYS, _GIVES, _MONEY)
    )


def _in_another_country(asked: Asked, item: Weighed) -> bool:
    """Whether a figure is asked of one country that is not near the sentence, which names another
    one that the question does not."""
    places = [c.surface for c in asked.concepts if c.place and c.origin == "own" and not c.home]
    if not places or not all(surface in item.missing for surface in places):
        return False
    lang: Language = "nl" if item.unit.passage.language == "nl" else "en"
    vocabulary = Vocabulary.load()
    asked_of = {vocabulary.country(one, "nl") or vocabulary.country(one, "en") for one in places}
    named = {vocabulary.country(word, lang) for word in _CAPITAL.findall(item.unit.text)}
    return bool(asked_of - {None}) and bool(named - asked_of - {None})


def _only_a_share(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked how many there are of something, and the sentence has only a share of
    them: that tells how many of them do something, where it says that they do."""
    if not countable(asked.attribute) or item.unit.table is not None:
        return False
    told = figures(without_literature(item.unit.text))
    kinds = {figure.kind for figure in told if figure.surface.lower() not in _ONE}
    if not kinds & _SHARES or FigureKind.COUNT in kinds:
        return False
    said = [
        c
        for c in asked.concepts
        if not (c.frame or c.name or c.place) and c.surface not in asked.attribute
    ]
    return not any(c.surface in item.own_found for c in said)


def _of_anybody(asked: Asked, item: Weighed) -> bool:
    """Whether people are to be counted at a place with a name ("how many people work at Zeezicht"),
    and neither that name nor what they do is in the sentence or beside it."""
    if not asks_people(asked.attribute) or item.unit.table is not None:
        return False
    said = [c for c in asked.concepts if not c.frame and c.surface not in asked.attribute]
    return any(c.name for c in said) and not any(c.surface in item.close for c in said)


def _share_of_others(asked: Asked, item: Weighed) -> bool:
    """Whether a share of some is asked for ("of the dancers"), and each share in the sentence is
    said to be of others ("13,7 % van de artiesten"). People may go by any name."""
    of = [c for c in asked.concepts if c.surface == asked.choice and not c.frame]
    if not of or asks_people(asked.text.lower().split()) or item.unit.table is not None:
        return False
    held = dict(zip((c.surface for c in asked.concepts), item.held, strict=False))
    same = item.unit.passage.language == asked.lang  # a translation is less sure
    if same and _SOMEWHERE <= held.get(of[0].surface, 0.0) < _SURELY:
        return True  # dancers, where the word that comes nearest is "artiesten"
    text = item.unit.text
    told = [_PART_OF.match(text, figure.end) for figure in figures(text) if figure.kind in _SHARES]
    beginnings = stems(_whole(asked))
    return bool(told) and all(
        whole is not None
        and not any(re.search(rf"\b\w{{0,14}}{re.escape(s)}", folded(whole[1])) for s in beginnings)
        for whole in told
    )


def _of_elsewhere(asked: Asked, item: Weighed) -> bool:
    """Whether things from somewhere are asked for ("which Asian countries", "how many Belgian
    acts"), and neither that place nor one that lies there is in the sentence, its passage or what
    stands above it. What is all around is said of a number alone."""
    lang = item.unit.passage.language
    counted = asked.kind is AnswerKind.COUNT
    things = asked.attribute if counted else frozenset({asked.choice}) - {""}
    return any(
        (comes_from(c.surface, Vocabulary.load()) if counted else c.place)
        and c.surface in item.missing
        and (lang == asked.lang or bool(c.words(lang)))
        and any(
            re.search(rf"\b{re.escape(c.surface)}\s{re.escape(thing)}\b", asked.text, re.IGNORECASE)
            for thing in things
        )
        for c in asked.concepts
    )


def _whole(asked: Asked) -> list[Concept]:
    """What a share is asked of: that noun with the word before it, in English up to the plural
    behind it ("circus artists"); not what they do or where they are from, which is said of others
    as well."""
    near = re.search(
        rf"((?:[\w'’-]+\s)?)({re.escape(asked.choice)}\b)((?:\s[\w'’-]+){{0,2}})",
        asked.text,
        re.IGNORECASE,
    )
    before, noun, behind = near.groups() if near else ("", asked.choice, "")
    said = [*before.split(), noun]
    for word in behind.split() if asked.lang == "en" else ():
        if said[-1].islower() and said[-1].endswith("s"):
            break
        said.append(word)
    words = {asked.choice, *(folded(word) for word in said if word[:1].islower())}
    return [c for c in asked.concepts if folded(c.surface) in words and not c.frame]


def _of_earlier_years(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked what something is in a year, or when, and no year around the sentence is
    as late. A statement that a year is in is to be checked, and no condition."""
    if not _ASKS.match(asked.text):
        return False
    # Of "2026-2027" the last.
    wanted = {max(years(c.surface)) for c in asked.concepts if _is_year(c, item)}
    return bool(wanted) and max(years(item.unit.passage.text), default=0) < min(wanted)


def _is_year(concept: Concept, item: Weighed) -> bool:
    return (
        concept.origin == "own"
        and concept.surface in item.missing
        and bool(_YEARS.fullmatch(concept.surface))
    )
