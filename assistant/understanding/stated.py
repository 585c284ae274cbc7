"""Questions that state something and ask whether it is so ("Klopt het dat ...?", "..., right?")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting.dates import dates
from assistant.extracting.numbers import figures

_GREETING = r"^\W*(?:(?:hallo|dag|hoi|hi|hello|dus|en|so|and|maar|but)\W+)*"
# "Klopt het dat", "is it true that", "kan je bevestigen dat".
_ASKED = (
    r"klop(?:t|pen)\s(?:het|'t|da|dit|deze? \w+)?\s?(?:wel|eigenlijk|echt|nu)?\s?\W?(?:dat|da)\b"
    r"|(?:is|was)\s(?:het|'t|da)\s(?:wel|eigenlijk|echt|dan)?\s?(?:waar|juist|correct|een feit|zo)"
    r"\W{1,2}dat?\b"
    r"|(?:is|was)\sit\s(?:really |actually |indeed )?(?:true|right|correct|the case|a fact)"
    r"\W{1,2}that\b"
    r"|(?:can you|could you|kan je|kunt u|kun je)\s(?:confirm|bevestigen)\W{1,2}(?:that|dat)\b"
)
# "Ik lees ergens dat", "volgens mijn tekst", "they say that".
_HEARD = (
    r"(?:volgens mij|naar verluidt|blijkbaar|apparently|als ik me niet vergis,?"
    r"|if i'?m not mistaken,?|ik denk dat|ik dacht dat|i think(?: that)?|i thought(?: that)?)\b"
    r"|(?:(?:['’]?k|ik|we|i)\s(?:\w+\s){0,2}?(?:lees|las|gelezen|hoor|hoorde|gehoord|zie|zag|read"
    r"|heard|saw)"
    r"|(?:volgens|according to)\s(?:mijn|een|my|a|this|deze)\s\w+"
    r"(?:\s(?:tekst|text|collega|colleague))?"
    r"|(?:in\s)?(?:mijn|deze|my|this|the|de)\s(?:\w+\s)?(?:tekst|nota|text|draft|note|report)"
    r"(?:\s(?:staat|says|zegt))?"
    r"|(?:er wordt gezegd|ze zeggen|iemand zei|men zegt|they say|someone (?:said|told me))"
    r"|(?:een|mijn|onze|a|my|our)\s\w+\s(?:zegt|zei|beweert|denkt|says|said|claims|thinks))"
    r"(?:\s(?:ergens|somewhere|in [^,]{3,60}?))?\W{1,2}(?:dat|da|that)?\b"
)
# "Zegt het feitendossier dat", "does the report say that".
_SAYS = (
    r"(?:zeg(?:t|gen)|stelt|stellen|vermeldt|beweert|schrijft|meldt|staat (?:er )?in|lees ik in)"
    r"\s(?P<source>\S+(?:\s\S+){0,5}?)\s(?:(?:echt|ook|wel|ergens)\s)?\W?dat\b"
    r"|(?:does|do|did)\s(?P<origin>\S+(?:\s\S+){0,5}?)\s(?:really\s|also\s)?"
    r"(?:say|state|claim|mention|write|report|confirm|argue)\W{1,2}that\b"
)
_OPENING = re.compile(rf"{_GREETING}(?:{_SAYS}|{_ASKED}|{_HEARD})\s*", re.IGNORECASE)
_ASKED_FIRST = re.compile(rf"{_GREETING}(?:{_SAYS}|{_ASKED})", re.IGNORECASE)
_CLOSING = re.compile(
    r"\W*(?:[,.;:?!–-]\s*)(?:en\s|and\s)?(?:"
    r"klopt (?:dat|da|dit|het)(?: (?:wel|eigenlijk|echt|nog|zo))?|klopt"
    r"|is (?:dat|da|dit|het) (?:wel |echt |zo |nog )?(?:waar|juist|correct|zo)"
    r"|(?:can|could) (?:you|u) (?:please )?confirm(?: that| this| it)?(?:,? please)?"
    r"|(?:kan|kun|kunt) (?:je|u|ge) (?:dat|da|dit) bevestigen"
    r"|is (?:that|this|it) (?:really |actually |still )?(?:right|correct|true|so|accurate)"
    r"|(?:toch|juist|hé|hè|of niet|niet\s?waar|correct|right|true|waar|of hoe|or not)"
    r"|(?:isn't|is|wasn't|was|doesn't|does|didn't|did|don't|do|aren't|are|hasn't|has|can't|can"
    r"|won't|will) (?:it|that|they|he|she|you|there)"
    r")\s*[?!.]*\s*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:en |and |maar |but |so |dus )?(?:wie|wat|waar|wanneer|waarom|hoe\w*|welke?|moet\w*"
    r"|mag|mogen|kan|kun\w*|krijg\w*|who\w*|what|where|when|why|how|which|must|may|can|could|do"
    r"|does|did|is|are|was|were|should|has|have|zijn|heeft|hebben|heb|waren|wordt|worden|zal"
    r"|zullen|bestaat|bestaan|geldt|telt)\b",
    re.IGNORECASE,
)
# "Dat is toch gratis?"
_STRESSED = re.compile(
    r"^(?P<before>[^?]{3,200}?)\stoch(?: wel| niet| nog| al| ook)?\s(?=[^?]{3,200}\?*\s*$)", re.I
)
# "Did 4 % of them leave?", "Telt het netwerk 40 leden?": no more than a verb makes it a question.
_VERB_FIRST = re.compile(
    r"^\W*(?:(?:did|does|do)\s|(?=(?:is|are|was|were|has|have|zijn|waren|heeft|hebben|had|hadden"
    r"|werd|werden|telt|tellen|telde|daalde|steeg|kost|kreeg|krijgt|duurt|loopt|liep|dateert"
    r"|begon|vond)\s))(?P<claim>[^?]{8,200})\?+\s*$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"\b(?:ik|wij|we|mijn|ons|onze|je|jij|jouw|u|i|my|our|us|me|you|your|er|there|it"
    r"|(?:het|dat|die|that)(?=\s(?:in|op|om|vanaf|sinds|on|at|from|since|by|\d)))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Stated:
    """What a question states, as a sentence, and who is to have said it (empty when not told).

    ``open`` tells that it is asked whether it is so, by a verb that stands first ("did half of
    them leave?"): who asks that may not hold it to be so.
    """

    claim: str
    source: str = ""
    open: bool = False


def stated(text: str) -> Stated | None:
    """What a question states and wants to see confirmed; None when it asks something else.

    >>> stated("Klopt het dat IETM 547 leden heeft?")
    Stated(claim='IETM 547 leden heeft', source='')
    """
    closed = _CLOSING.sub("", text)
    if closed == text and not _ASKS.match(text) and (stressed := _STRESSED.match(text)):
        closed = f"{stressed['before']} {text[stressed.end() :]}".rstrip(" ?")
    opening = _OPENING.match(closed)
    if opening is None and (closed == text or _ASKS.match(closed)):
        return _asked(text) if closed == text else None
    # Who tells what they read, and asks nothing of it, may go on to a question of their own.
    if opening is not None and closed == text and not _ASKED_FIRST.match(text):
        return None
    source = (opening["source"] or opening["origin"] or "") if opening is not None else ""
    claim = closed[opening.end() if opening is not None else 0 :].strip(" \t\n?!.,;:\"'“”")
    return Stated(claim, source) if len(claim.split()) >= _FEWEST_WORDS else None


def _asked(text: str) -> Stated | None:
    """What a question with a figure or a date asks that opens with its verb; nothing that is asked
    of people themselves, or of what was spoken of."""
    match = _VERB_FIRST.match(text)
    if match is None or _OF_ONE.search(match["claim"]):
        return None
    claim = match["claim"].strip()
    counts = bool(figures(claim) or dates(claim)) and len(claim.split()) >= _FEWEST_WORDS
    return Stated(claim, open=True) if counts else None
