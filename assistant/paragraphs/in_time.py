"""Does a sentence tell as of now what has ended, or what was of a predecessor?"""

from __future__ import annotations

import re
from datetime import date

from assistant.extracting.dates import dates, days
from assistant.extracting.names import names
from assistant.extracting.numbers import figures
from assistant.extracting.of_before import of_before, with_sequel
from assistant.paragraphs.stretches import Stretch
from assistant.support.tagging import Tagger
from corpus.vocabulary import Language
from indexing.analysis import stop_words
from indexing.tokenising import folded

_ENDED = re.compile(
    r"\b(?:is|zijn|werd|werden|was|were|has|have|had)\s(?:\w+\s){0,3}?(?:afgelopen|afgeschaft"
    r"|opgeheven|stopgezet|vervangen|verlopen|vervallen|beëindigd|opgevolgd|ended|expired"
    r"|abolished|replaced|repealed|discontinued|superseded|closed\sdown)\b"
    r"|\b(?:liep|liepen|lopen)\s(?:\w+\s){0,3}?af\b|\b(?:afgelopen|vervangen|opgeheven)\s(?:is|zijn)\b"
    r"|\b(?:gold|golden|liep|liepen|ran|applied|lasted|was\sin\sforce|were\sin\sforce)\s"
    r"(?:[^.;]{0,40}?\s)?(?:tot|t/m|until|till|to|through)\b"
    r"|\bbesta(?:at|an)\sniet\s(?:meer|langer)\b|\bno\slonger\s(?:exists?|runs?)\b"
    r"|\b(?:sloot|hield\sop|closed|ceased|stopped)\b(?=[^.;]{0,30}\b(?:19|20)\d\d\b)"
    r"|\b(?:no\slonger|niet\s(?:langer|meer))\s(?:\w+\s)?(?:in\sforce|van\skracht|geldig|applies|apply|geldt|gelden)\b"
    r"|\b(?:is|zijn|are)\s(?:nu\s|now\s)?(?:historisch|historical)\b|\b(?:expired|ended)\sin\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:tot|t/m|until|till|to|through)\s(?P<rest>[^.;,]{4,40})", re.IGNORECASE)
# "A replaced B": what ended is named behind the verb.
_REPLACES = re.compile(r"\b(?:vervangt|vervangen|replaces|replaced|volgt\sop)\s", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:nu|vandaag|momenteel|thans|nog|huidige?|geldt|gelden|van\skracht|werkt\svolgens|today|now"
    r"|currently|current|still|applies|apply|in\sforce|nowadays)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|gold|golden|liep|liepen|kreeg|kregen|gaf|gaven|kwam|kwamen"
    r"|ging|gingen|stond|stonden|bracht|brachten|bestond|bestonden|vond|vonden|nam|namen|zei|koos"
    r"|were|did|ran|gave|went|came|got|took|said|rose|fell|grew|began|held|made|led|saw"
    r"|destijds|toen|voorheen|vroeger|formerly|previously)\b",
    re.IGNORECASE,
)
_WEAK_PAST = {"nl": re.compile(r"\w{2,}(?:de|den|te|ten)$"), "en": re.compile(r"\w{2,}ed$")}
_BE = re.compile(
    r"\b(?:is|zijn|are)\s(?:van|een|het|de|a|an|the|of|by|from|opgesteld|gemaakt|drawn|made)\b",
    re.I,
)
_PERFECT = re.compile(r"\b(?:is|zijn|heeft|hebben|has|have|wordt|worden|are)\b", re.IGNORECASE)
_YEAR_OF = re.compile(
    r"\s(?:(?:van|uit|of|from)\s)?(?:\d{1,2}\s[a-z]+\s)?(?:19|20)\d\d"
    r"(?:[-–](?:(?:19|20)\d\d|\d\d))?"
)
_MOST_BETWEEN = 4  # words without a capital in a name, before its year
_YEARS = re.compile(r"(?:19|20)\d\d")
_EARLIER = re.compile(r"\b(?:vorige?|oude?|eerdere?|vroegere?|previous|old|former|earlier)\b", re.I)
_POINTS_BACK = re.compile(
    r"\W*(?:(?:dat|dit|die|deze|that|this|those|these)(?:\s[\w-]+)?|het|it|they|ze)\s*$", re.I
)
_MOST_SCHEMES = 2
_NAMED_SHARE = 0.5  # of what stands before the word that it ended, that is the scheme's name
_STOPS = stop_words("nl") | stop_words("en")
_JOINS = frozenset(("van", "voor", "of", "for", "en", "and"))
_NAME_WORD = re.compile(r"[^\W_]{2,}")
_EMPTY = frozenset(
    {"de", "het", "een", "the", "van", "of", "voor", "for", "en", "and", "uit", "from"}
)


class Tenses:
    """Tells sentences about now from those about before. May be shared by threads."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def tells_now(self, sentence: str, lang: Language) -> bool:
        """Whether a sentence tells something as it is now: no verb of it is in the past, and it
        does not say itself that something ended."""
        if ends(sentence) or _PAST.search(sentence):
            return False
        weak = _WEAK_PAST[lang]
        before = ""
        for token in self._tagger.tagged(sentence, lang):
            if token.text[0].islower() and weak.match(token.text):
                kinds = self._tagger.kinds(token.text, lang)
                # "The fund paid", not "a paid job".
                acts = before == "N" and "v" in kinds and "n" not in kinds
                if (acts or token.tag == "V") and not _PERFECT.search(sentence):
                    return False
            before = token.tag
        return True


def insists(sentence: str) -> bool:
    """Whether a sentence says that something holds or is done now, and not only what it is."""
    return bool(_NOW.search(sentence)) or not _BE.search(sentence)


def ends(text: str) -> bool:
    """Whether a text says that something has ended."""
    return _ENDED.search(text) is not None


def schemes(sentence: str) -> tuple[str, ...]:
    """The names in a sentence that can be those of a scheme with an end: of several words, or with
    the year or the day that tells it from another of that name."""
    found: list[str] = []
    named = names(sentence)
    for year in _YEAR_OF.finditer(sentence):
        starts = [one.start for one in named if _is_one_name(sentence[one.end : year.start()])]
        starts = [start for start in starts if start < year.start()]
        if starts:
            found.append(sentence[min(starts) : year.end()])
    for name in named:
        capitals = [word for word in name.surface.split() if word[0].isupper()]
        if len(capitals) > 1 and not any(name.surface in one for one in found):
            found.append(name.surface)
    return tuple(found[:_MOST_SCHEMES])


def _is_one_name(between: str) -> bool:
    """Whether what stands between a name and a year belongs to the name: a few words, none of them
    an article, a preposition or a verb that every sentence has."""
    words = between.split()
    return len(words) <= _MOST_BETWEEN and all(
        word.isalpha() and (word.lower() not in _STOPS or word in _JOINS) for word in words
    )


def takes_back(text: str) -> bool:
    """Whether a text says at its end that what it told has ended ("…; that scheme has ended")."""
    for match in _ENDED.finditer(text):
        begin = max(text.rfind(";", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        if begin and _POINTS_BACK.match(text[begin : match.start()]):
            return True
    return False


def says_ended(text: str, name: str, today: date) -> bool:
    """Whether a text says that the scheme ``name`` ended: it tells of that one, not of another of
    the same name and another year, and the end is not to come."""
    wanted = {folded(word) for word in _NAME_WORD.findall(name)} - _EMPTY
    for match in _ENDED.finditer(text):
        if any(day > today for day in _until(text, match.start())):
            continue
        begin = max(text.rfind(";", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        before = text[begin : match.start()]
        told = {folded(word) for word in _NAME_WORD.findall(before)} - _EMPTY
        of_another = set(_YEARS.findall(before)) - set(_YEARS.findall(name))
        earlier = _EARLIER.search(before) is not None and not _YEARS.search(name)
        if not wanted <= told or of_another or earlier:
            continue
        if len(wanted) >= _NAMED_SHARE * len(told) and not _REPLACES.match(text, match.start()):
            return True
    return False


def _until(text: str, start: int) -> tuple[date, ...]:
    match = _UNTIL.search(text, start)
    if match is None:
        return ()
    rest = match["rest"]
    years = [day for day in dates(rest) if day.precision == "year" and day.year]
    return (*days(rest), *(date(day.year, 12, 31) for day in years if day.year))


def of_a_predecessor(claim: str, stretch: Stretch) -> bool:
    """Whether the figures of a sentence stand in a stretch as those of before, or of a
    predecessor."""
    text = with_sequel(stretch.unit)
    values = {one.value for one in figures(claim)}
    places = [one.start for one in figures(text) if one.value in values]
    return bool(places) and all(of_before(claim, text, place) for place in places)
