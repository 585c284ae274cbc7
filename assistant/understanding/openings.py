"""How a question opens: with a question word, or with its verb before who or what it asks about."""

from __future__ import annotations

import re

PREPOSITION = (
    r"(?:in|van|bij|voor|met|op|door|of|aan|sinds|tot|tegen|uit|over|by|for|with|from|to|at|on"
    r"|since|until|vanaf|about|within|binnen|na|after|before|tussen|between|onder|under|per|naar"
    r"|into|during|tijdens|zonder|without)"
)
WORD = (
    r"(?:wie|wat|waar\w*|wanneer|waarom|hoe|hoeveel|hoelang|welke?|who(?:m|se)?|what|where|when|why"
    r"|how|which)"
)
ASKS = rf"(?:{PREPOSITION}\s)?{WORD}\b"
"""A question word, with the preposition before it."""
# What begins with these goes on, or leans on the clause behind it.
_NO_VERB = (
    r"(?:dat|als|of|omdat|zodat|toen|terwijl|wanneer|hoewel|indien|nadat|voordat|zodra|zolang|tenzij"
    r"|mits|doordat|alsof|opdat|zoals|wat|die|dit|deze|waar\w*|hoe|hoeveel|wie|welke?|en|maar|want|dus"
    r"|toch|dan|ook|nu|daar|daarom|daarna|hier|zo|graag|straks|soms|misschien|vandaag|morgen|gisteren"
    r"|niet|nog|wel|al|eerst|zelf|samen|eigenlijk|meestal|anders|alles|iets|niets|niemand|iemand"
    r"|hallo|hoi|hey|hé|yo|ej|hi|hello|dag|help|sorry|ok|oké?|ja|nee|amai|zeg|ah|oh"
    r"|de|het|een|mijn|onze?|hun|and|but|or|if|that|when|because|while"
    rf"|{PREPOSITION[3:-1]}|volgens|rond|tegenover|behalve)"
)
# Verbs that are helped by another, or of what holds: before anything else they ask.
_VERB_NL = (
    r"(?:is|zijn|was|waren|ben|wordt?|worden|moet|moeten|mag|mogen|kan|kunnen|zal|zullen|zou|zouden"
    r"|gaat|gaan|heb|heeft|hebben|hoeft?|hoeven|krijgt?|krijgen|bestaat|bestaan|geldt|gelden|telt"
    r"|tellen|betaalt|betalen|helpt|helpen|komt|komen|blijft|volstaat|klopt|kost|kosten|duurt|loopt"
    r"|werkt|lukt|vraagt|vragen|doet|doen|houdt|houden|dekt|staat|vindt|zegt|pakt|pakken|neemt|nemen"
    r"|rekent|rekenen|trekt|trekken|verwacht|verwachten|eist|eisen|regelt|regelen|verzekert"
    r"|verzekeren)"
)
_VERB_EN = (
    r"(?:am|are|is|was|were|do|does|did|can|could|may|must|should|shall|will|would|have|has|had)"
)
_PRONOUN_EN = (
    r"(?:i|we|they|he|she|you|it|that|this|there|these|those|any|some|anyone|someone|anybody"
    r"|somebody|anything|something|everyone|everything|one|both|people|artists)\b"
)
_DETERMINER_NL = (
    r"(?:de|het|een|'?t|dat|die|deze|dit|mijn|m'n|ons|onze|hun|haar|zijn|zo'n|al|twee|drie|vier|vijf)"
    r"\b"
)
_DETERMINER_EN = (
    r"(?:the|an?|my|our|your|their|his|her|its|all|every|each|no|two|three|four|five|part of)\b"
)
_CAPITAL = r"(?-i:[A-ZÀ-Þ])\w"
NOMINATIVE = (
    # "Houden we daar iets af": who is a subject and nothing else, behind any verb.
    rf"(?!{_NO_VERB}\s)[^\W\d_]{{2,}}\s(?:['’]?k|ik|we|wij|hij|ge|gij|men|er)\b"
    rf"|{_VERB_EN}(?:n['’]t)?\s(?:i|we|they|he|she|you|there)\b"
)
"""A verb before a pronoun that is a subject and nothing else, wherever it stands."""
VERB_FIRST = (
    rf"{NOMINATIVE}"
    # "Mag dat", "is het", "kost da veel", "houden ze", "bestaat daar iets".
    rf"|(?!{_NO_VERB}\s)[^\W\d_]{{2,}}\s(?:ze|zij)\b"
    rf"|{_VERB_NL}\s(?:je|jij|u|jullie|da|dat|dit|die|deze|het|'t|daar|hier|iemand|iets|alles|elk\w*"
    r"|ieder\w*|beide)\b(?!\s(?:[^\W\d_]{5,}(?:en|s)\b))"
    # "Kan een kunstenaar", "betaalt Vlaanderen".
    rf"|{_VERB_NL}\s{_DETERMINER_NL}\s?\w|(?!zijn\s){_VERB_NL}\s{_CAPITAL}"
    # "Do the Germans", "is there", "will Belgium".
    rf"|(?!ha(?:ve|s|d)\s){_VERB_EN}(?:n['’]t)?\s(?:{_PRONOUN_EN}|{_DETERMINER_EN}|{_CAPITAL})"
)
"""A verb before its subject."""
TAG = rf"{_VERB_EN}(?:n['’]t)?\s(?:i|we|they|he|she|you|it|that|there)\W*$"
"""What asks behind a statement whether one agrees ("..., isn't it?")."""
YES_NO = (
    r"(?:does|do|did|is|are|was|were|has|have|can|may|must|should|will|klopt|zijn|heeft|hebben|mag"
    r"|kan|kunnen|moet|moeten|bestaat|bestaan|geldt|gelden|komt|gaat|doet|vindt|zegt|krijgt?|heb)\s"
)
"""A verb with which a question may open, whatever follows; also one that only goes on."""
ORDER = re.compile(
    r"\W*(?:geef|noem|toon|vertel|som|zoek|give|name|list|show|tell|find)\b", re.IGNORECASE
)
"""What opens an order to tell something."""
ASKING = re.compile(rf"\b{ASKS}", re.IGNORECASE)
"""A question word, anywhere."""
OPENS = re.compile(rf"\W*{ASKS}", re.IGNORECASE)
"""A question word at the beginning."""
