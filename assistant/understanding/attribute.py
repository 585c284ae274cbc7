"""What is asked of the subject: the word right after the question word ("de omzet", "inwoners")."""

from __future__ import annotations

import re

from assistant.words import kind_nouns

_ARTICLE = r"(?:(?:er|de|het|een|zijn|haar|hun|the|an?|its|their|your|his|her)\s){0,2}"
_WORD = r"(?P<head>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?)"
_BE = r"(?:is|was|zijn|waren|are|were|wordt|werd|'s)"
# "Met hoeveel procent daalde het aantal leden", "by what percentage did the income fall".
_CHANGED = re.compile(
    r"\bmet hoeveel (?:\w+\s){0,2}?(?:steeg|stegen|stijgt|stijgen|daal(?:t|den?)|dalen"
    r"|zak(?:t|ten?)|groei(?:t|den?)|nam|namen|neemt|kromp|slonk)\s"
    rf"(?:(?:het|de) aantal(?:len)?\s|{_ARTICLE}){_WORD}"
    r"|\bby (?:what|which|how (?:much|many))\b[^?]*?\b(?:did|has|have|do|does|will)\s"
    rf"(?:the numbers? of\s|{_ARTICLE}){_WORD.replace('head', 'head_en')}"
    r"[^?]*?\b(?:fall|fallen|drop|dropped|rise|risen|grow|grown|go (?:up|down)|increased?"
    r"|decreased?|declined?|shr[iu]nk|changed?)\b",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Hoeveel inwoners", "how many members", "hoeveel miljoen euro inkomsten".
        r"\b(?:hoeveel|how many|how much)\s"
        r"(?:(?:duizend\s|miljoen\s|miljard\s|thousand\s|million\s|billion\s)?"
        r"(?:euro['’]?s?|dollars?|pond|pounds?)\s(?:aan\s|in\s|of\s)?)?"
        r"(?!(?:is|are|was|were|do|does|did|has|have|can|could|may|must|should|zijn|waren|heeft"
        r"|hebben|had|hadden|moet|moeten|moest|moesten|kan|kun|kunnen|kon|konden|mag|mogen|mocht"
        r"|wil|willen|wou|wilden|zal|zullen|zou|zouden|werd|werden|wordt|worden|bedraagt|bedroeg)\b"
        r"|(?!\w*(?:en|s)\b)\w+ (?:de|het|een|die|dat|deze|dit|ze|zij|hij)\b)"
        rf"{_WORD}",
        # "Wat is de omzet van", "who is the director of", "what is its budget?".
        rf"\b(?:wat|wie|what|who)\s{_BE}\s{_ARTICLE}{_WORD}"
        r"(?:\s(?:van|voor|in|bij|op|aan|of|for|in|at|on)\b|\W*$)",
        # "Wat kost", "how much does it cost".
        r"\bwat\s(?P<head>kost\w*|verdien\w*|betaal\w*)",
        r"\bhow much (?:do|does|did)\s.*?(?P<head>cost|earn|pay|weigh|sell)\b",
        # "When was it built": the last word says that something came into being.
        r"\b(?:wanneer|(?:in|sinds) welk jaar|when|(?:in|since) (?:which|what) year)\s"
        r"(?:is|was|waren|werd|werden|wordt|did|were|does)\s.*?(?P<head>opgericht|gesticht|gebouwd|geboren"
        r"|opgestart|ontstaan|geopend|founded|built|born|established|opened|created)\W*$",
        # "Hoe werkt de omzetbelasting", "how do I apply for a work permit".
        rf"\bhoe\s(?:werkt|werken|verloopt|gaat|vraag ik|krijg ik)\s{_ARTICLE}{_WORD}",
        r"\bhow (?:do|can|should|could) (?:i|we|you|one) \w+\s(?:for\s)?" + _ARTICLE + _WORD,
        r"\bhoe\s(?:hoog|groot|lang|duur|oud)\s(?:is|was|zijn|waren)\s" + _ARTICLE + _WORD,
    )
)


# What any amount is of.
_MONEY = frozenset(
    (
        "geld",
        "euro",
        "euros",
        "bedrag",
        "middelen",
        "money",
        "amount",
        "funding",
        "kost",
        "kosten",
        "gekost",
        "cost",
        "betaalt",
        "betaal",
        "betalen",
        "pay",
        "verdient",
        "verdien",
        "verdienen",
        "verdienden",
        "earn",
        "geeft",
        "geven",
        "gaf",
        "gaven",
        "kreeg",
        "krijgt",
        "vraagt",
        "vragen",
        "houdt",
        "neemt",
        "pakt",
        "steun",
    )
)
_ADJECTIVES = ("extra", "nieuw", "ander")
_VERBS = ("is", "was", "has", "does", "gets", "works", "als", "ons", "sinds")


# "Wie schreef", "who directs": what was done, which is said in many ways.
_DEED = re.compile(
    rf"\b(?:wie|who)\s(?!(?:{_BE}|schr[ei]\w+|wrote|writes)\b)(?P<head>[^\W\d_]+)", re.IGNORECASE
)


def deed(question: str) -> tuple[str, ...]:
    """What somebody did, when it is asked who; lower case, empty for another question."""
    match = _DEED.search(question)
    return (match["head"].lower(),) if match else ()


def attribute(question: str) -> tuple[str, ...]:
    """The words of what is asked of the subject, lower case; empty when the form does not tell."""
    if match := _CHANGED.search(question):
        return _counted(tuple((match["head"] or match["head_en"]).lower().split()), "")
    for number, pattern in enumerate(_PATTERNS):
        if match := pattern.search(question):
            words = tuple(match["head"].lower().split())
            words = _counted(words, match.group().lower()) if number == 0 else words
            return tuple(word for word in words if word not in _MONEY)
    return ()


def _counted(words: tuple[str, ...], asked: str) -> tuple[str, ...]:
    """Of the words behind "hoeveel" (in ``asked``) those that say what is counted.

    Dutch joins an adjective to it with an -e ("jonge kunstenaars"), English puts it before a
    plural ("foreign performances"); any other second word is what they do.
    """
    if len(words) < 2:
        return words
    first, second = words
    joined = asked.startswith("hoeveel") and (first.endswith("e") or first in _ADJECTIVES)
    plural = second.endswith("s") and second not in _VERBS and not first.endswith(("s", "en"))
    return words if joined or plural else (first,)


_CHOICE = re.compile(
    r"\b(?:(?i:welke?|which|what|noem (?:de|alle)|name (?:the|all)|give me (?:an?|the)"
    r"|geef (?:me )?(?:een|de|het)|is there an?|is er een|who are (?:the|its|their)"
    r"|wie zijn (?:de|zijn|haar|hun)))\s"
    # What it is: a number, where it is from ("Waalse", "Walloon"), an adjective.
    r"(?:(?:\d{1,2}|(?i:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|two|three|four|five|six"
    r"|seven|eight|nine|ten)|[A-Z][\w-]+(?=\s[a-z])"
    r"|(?i:\w+(?:sche|ische|se|ale|ele|ige|lijke|ch|sh|an|al|ic|ive)))\s){0,2}"
    r"(?!(?i:do|does|did|is|are|was|were|has|have|had|can|will|would|zijn|waren|heeft|hebben"
    r"|worden|werden)\b)(?P<head>[^\W\d_][\w'’-]{3,})"
)


# "Hoeveel procent van de dansers", "what share of the dancers".
_WHOLE = re.compile(
    r"\b(?:procent|percent|aandeel|percentage|deel|gedeelte|share|part|proportion|fraction"
    r"|per ?cent)\s(?:van|of)\s"
    rf"{_ARTICLE}(?:[^\W\d_]+(?:se|sh|an|ch|de|te)\s)?"
    rf"(?P<head>[^\W\d_][\w'’-]+)(?:\s(?P<next>[^\W\d_][\w'’-]+))?",
    re.IGNORECASE,
)


def choice(question: str) -> str:
    """What is wanted one or more of ("welke films"), or a share of ("welk deel van de dansers")."""
    if match := _WHOLE.search(question):
        words = (match["head"].lower(), (match["next"] or "").lower())
        return _counted(words, "hoeveel")[-1]
    match = _CHOICE.search(question)
    return match["head"].lower() if match else ""


# "Wat doet Zeezicht", "the role of Zeezicht", "what does Zeezicht offer": who acts, by name; or of
# what it is asked when or where it is.
_NAMED = r"(?:(?:[Dd]e|[Hh]et|[Tt]he)\s)?(?P<name>[A-ZÀ-Þ][\w.&'’/-]*|[a-z]+[A-Z][\w.&'’/-]*)"
_AGENT = re.compile(
    r"\b(?:[Ww]at|[Hh]oe|[Ww]aarvoor)\s(?!(?:is|was|zijn|waren|kost|betekent)\b)[a-zà-ÿ]+\s"
    rf"{_NAMED}"
    r"|\b(?:[Ww]hat|[Hh]ow)\s(?:\w+\s)?(?:do|does|did|has|have)\s"
    + _NAMED.replace("name", "name_en")
    + r"|\b(?:rol|taak|functie|opdracht|role|task)\s(?:van|of|speelde?|speelt|heeft|had)\s"
    + _NAMED.replace("name", "name_role")
    + r"|\b(?:[Ww]anneer|[Ww]aar|[Ww]hen|[Ww]here)\s(?:is|was|ligt|zit|vindt|begint|start)\s"
    + _NAMED.replace("name", "name_when")
)


def agent(question: str) -> str:
    """Who is asked what they do, or what is asked when or where it is, by the first word of the
    name in lower case; empty for none."""
    match = _AGENT.search(question)
    return next((name.lower() for name in match.groups() if name), "") if match else ""


_SINCE = re.compile(
    r"\b(?:sinds|vanaf|van|since|from) (?:wanneer|welk|when|which|what)\b", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:tot|tegen|until|till|by) (?:en met )?(?:wanneer|welk|when|which|what)\b", re.IGNORECASE
)


def bound(question: str) -> str:
    """Which end of a period a question asks for: ``since``, ``until``, or nothing for both."""
    since, until = _SINCE.search(question), _UNTIL.search(question)
    if bool(since) == bool(until):
        return ""
    return "since" if since else "until"


_MEASURE = re.compile(
    r"\b(?:hoe\s?|how\s)(?P<word>groot|grote|hoog|lang|ver|oud|veel|vaak|duur|breed|zwaar|snel|sterk|diep"
    r"|jong|kort|laat|vroeg|luid|large|big|high|long|far|old|much|many|often|expensive|wide|heavy"
    r"|fast|strongly|deep|young|short|late|early|loud|soon|quickly)\b"
    r"|\b(?:hoeveel|how much)\s(?P<times>keer|maal|tijd|time)\b"
    # "Vanaf welke leeftijd", "what part of the costs": any age and any share is one.
    r"|\b(?:welke?|what|which)\s(?:(?:is|was)\s(?:de|het|the)\s)?(?:minim\w+\s|maxim\w+\s)?"
    r"(?P<noun>leeftijd|termijn|deel|gedeelte|prijs|age|time ?limit|part|fraction|price)\b",
    re.IGNORECASE,
)


def measure(question: str) -> frozenset[str]:
    """The word that says in what way a figure is asked for ("hoe lang"): it is no condition."""
    return frozenset(
        (match["word"] or match["times"] or match["noun"]).lower()
        for match in _MEASURE.finditer(question)
    )


_PRICE = re.compile(
    r"\b(?:wat|hoeveel)\b[^?]*?\b(?P<nl>kost(?:en|te|ten)?|betaal(?:t|d|de|den)?|betalen"
    r"|verdien(?:t|en|de|den)?|krijg(?:t|en)?)\b"
    r"|\b(?:what|how\smuch)\b[^?]*?\b(?P<en>costs?|charged?|pays?|paid|earns?)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\bhoe\slang\s(?P<nl>duurt|duren|duurde|duurden)\b"
    r"|\bhow\slong\b[^?]*?\b(?P<en>lasts?|lasted|takes?|took)\b",
    re.IGNORECASE,
)


def price_verb(question: str) -> str:
    """The verb that asks what is paid ("wat kost", "what do I earn"), lower case, or nothing."""
    match = _PRICE.search(question)
    return (match["nl"] or match["en"]).lower() if match else ""


# "Wat kost een parkeerplaats", "how much does a parking space cost": what has the price.
_PRICED = re.compile(
    rf"\b(?:wat|hoeveel)\s(?:kost|kosten|kostte)\s(?:(?:me|mij|ons|je)\s)?{_ARTICLE}"
    r"(?:[^\W\d_]+e\s)?(?P<nl>[^\W\d_][\w'’-]{3,})"
    rf"|\bhow much (?:do|does|did|will|would)\s{_ARTICLE}(?P<en>[^\W\d_][\w'’-]{{3,}})\scost\b",
    re.IGNORECASE,
)


def priced(question: str) -> str:
    """What a price is asked of, by its first word in lower case; empty where that is not told."""
    match = _PRICED.search(question)
    return (match["nl"] or match["en"]).lower() if match else ""


def lasting_verb(question: str) -> frozenset[str]:
    """The verb that asks for a length of time ("hoe lang duurt"), lower case: it is no condition,
    for a text gives the length without it."""
    match = _LASTS.search(question)
    return frozenset({(match["nl"] or match["en"]).lower()}) if match else frozenset()


_HOLDING = re.compile(
    r"\b(?:van (?P<nl>kracht|toepassing)|in (?P<in>voege|force|effect)"
    r"|(?:nog|still) (?:altijd |steeds )?(?P<on>geldig|valid)\W*$)",
    re.IGNORECASE,
)


def holding_word(question: str) -> frozenset[str]:
    """The word that asks whether something holds ("van kracht", "in force"), lower case: a text
    that has it ("the force of art") says nothing of what is asked about."""
    found = (match["nl"] or match["in"] or match["on"] for match in _HOLDING.finditer(question))
    return frozenset(word.lower() for word in found)


_WHICH = re.compile(r"\b(?:welke?|which|what)\s(?P<noun>[^\W\d_]+)", re.IGNORECASE)


def date_noun(question: str) -> frozenset[str]:
    """The nouns, lower case, that only say that a date is wanted ("op welke dag"): no text needs to
    have them."""
    return kind_nouns()["date"] & {match["noun"].lower() for match in _WHICH.finditer(question)}


_OF_MONEY = re.compile(
    r"\b(?:geld|euro\w*|\w*bedrag\w*|\w*budget\w*|\w*subsidie\w*|dotatie|kost\w*|gekost|betaal\w*"
    r"|betalen|verdien\w*|loon|lonen|omzet|prijs|\w*vergoeding|\w*toelage|boete|honorarium|money"
    r"|amount|grant|funding|costs?|earns?|pays?|paid|wages?|salary|price|turnover|revenue|worth"
    r"|stipend|allowance|fee|fine|rent)\b",
    re.IGNORECASE,
)


def of_money(question: str) -> bool:
    """Whether an amount that is asked for is one of money, and no share."""
    return bool(_OF_MONEY.search(question))


_OF_LITERATURE = re.compile(
    r"\b(?:referentielijst|literatuurlijst|bronnenlijst|bibliogra\w+|reference list|works cited"
    r"|list of references|stuknummer|tijdschrift|journal|uitgever|doi|geciteerd|cited|citeert"
    r"|cites)\b|\b(?:welke?|which|what) (?:\d{4} )?(?:publicatie|publication|boek|book|paper"
    r"|artikel|article)\b",
    re.IGNORECASE,
)


def of_literature(question: str) -> bool:
    """Whether it asks for a title, a journal or another part of a literature reference."""
    return bool(_OF_LITERATURE.search(question))


def framing_words(question: str) -> frozenset[str]:
    """The words of a question, folded, that only tell what kind of thing is asked for."""
    return measure(question) | lasting_verb(question) | date_noun(question) | holding_word(question)
