"""Who asks where the answer before stands: its source, its page, how old it is."""

from __future__ import annotations

import re

_THAT = r"(?:dat|dit|die|het|deze|that|this|it|the|those|these)"
_FIGURE = (
    r"(?:\s(?:laatste\s|eerste\s|last\s|first\s)?"
    r"(?:cijfers?|getal(?:len)?|percentage|bedrag|aantal|feit|informatie|uitspraak|antwoord|zin|citaat"
    r"|figures?|numbers?|amount|share|fact|information|claim|statement|answer|quote|sentence))?"
)
_TEXT = (
    r"(?:studie|rapport|dossier|document|bron|tekst|publicatie|nota|fiche|artikel|onderzoek"
    r"|study|report|file|source|text|publication|paper|article)"
)
_PAGE = r"(?:bladzijde|blz\.?|pagina|sectie|paragraaf|hoofdstuk|page|section|chapter)"
_WHICH = r"(?:welke?|wat voor|which|what)"
_PLACE = (
    rf"(?:(?:op|in|uit|van|on|from|of|at|volgens)\s)?{_WHICH}\s(?:{_PAGE}|{_TEXT})"
    rf"(?:\s(?:en|and|or|of)\s(?:(?:op|in|on)\s)?(?:{_WHICH}\s)?(?:{_PAGE}|{_TEXT}))?"
)
_STANDS = (
    r"(?:\s(?:is|was|staat|stond|zegt|komt|kwam|stamt|dateert|does|did|says?|haal je|haalt u"
    r"|heb je|do you have|did you get|are|zijn|komen))?"
)
_END = (
    r"(?:\s(?:dan|nu|precies|juist|eigenlijk|exactly|then|vandaan|uit|in|on|from|come|coming"
    r"|say|says|so|stand|written|gevonden|gehaald|dat|that|it|this|te vinden|te lezen))*"
)
_OF_THAT = rf"\s{_THAT}{_FIGURE}(?:\svan\s[\d.,]+\s?%?)?"
_FORMS = (
    # On which page? Which study is that?
    rf"{_PLACE}{_STANDS}(?:\s{_THAT}{_FIGURE}(?:\s{_TEXT})?)?{_END}",
    # Where does it say so? Where did you get that? Where does that figure come from?
    rf"(?:waar|where)\s(?:staat|stond|staan|haal je|haalt u|heb je|did you (?:get|find|read))"
    rf"{_OF_THAT}{_END}",
    rf"(?:waar|where)\s(?:komt|kwam|komen|is|are|does|do|did){_OF_THAT}"
    r"\s(?:precies\s|exactly\s)?(?:vandaan|from|come from|coming from|say (?:so|that|it)|written)",
    rf"(?:vanwaar|van waar)\s(?:komt|komen|heb je|haal je){_OF_THAT}",
    # What is your source? Who says so?
    r"(?:(?:(?:wat|wie|what|who)\s(?:is|zijn|are)|what['’]s)\s)?(?:(?:de|je|jouw|uw|the|your)\s)?"
    r"(?:bron|bronnen|sources?|bronvermelding|referentie|reference)"
    rf"(?:\s(?:daarvan|hiervan|ervan|hiervoor|daarvoor|(?:van|voor|of|for){_OF_THAT}))?",
    r"(?:wie zegt|who says|says who|volgens wie|according to whom)"
    r"(?:\s(?:dat|dit|that|this|it|so))?",
    # How old is that figure? From which year is it?
    rf"(?:hoe oud|hoe recent|how old|how recent)\s(?:is|zijn|are){_OF_THAT}(?:\s{_TEXT})?",
    rf"(?:van|from|uit|of)\s(?:wanneer|when|{_WHICH}\s(?:jaar|year))"
    rf"\s(?:is|zijn|are|dateert|dateren){_OF_THAT}(?:\s{_TEXT})?",
    rf"when\s(?:is|was|are|were)\s{_THAT}{_FIGURE}(?:\s{_TEXT})?\s(?:from|published|written)",
    rf"(?:heb je|heeft u|do you have|is er|is there)\s(?:een|a|any)\s(?:bron|source|reference)"
    rf"(?:\s(?:daarvan|hiervan|daarvoor|(?:voor|van|for|of){_OF_THAT}))?",
)
_OPENING = r"\W*(?:(?:en|and|maar|but|ok(?:é|ay)?|ja|yes|dus|so|hm+)\W+)*"
_CLOSING = r"(?:\s?,?\s?(?:please|aub|a\.u\.b\.|graag|alsjeblieft))?\W*"
_ASKED = re.compile(rf"^{_OPENING}(?:{'|'.join(_FORMS)}){_CLOSING}$", re.IGNORECASE)


def asks_source(question: str) -> bool:
    """Whether a question asks nothing but where the answer before it comes from: its document, its
    page, its year ("op welke bladzijde?", "where does that figure come from?")."""
    return bool(_ASKED.match(" ".join(question.split())))
