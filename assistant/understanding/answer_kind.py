"""What kind of answer a question asks for, read from its question words (Dutch and English)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from assistant.understanding.asked_outright import (
    ASKS_ROLE,
    CHANGED,
    LAST_DAY,
    MOST_TO_GET,
    NAME_ASKED,
    PAY_ASKED,
    STRANDED,
    SUM_EN,
    SUM_NL,
    TELLS_DEEDS,
    WHO,
    WHO_IS,
)
from assistant.understanding.term_asked import term_asked

_REMEMBERED = 1024  # questions, their parts and sentences: every step asks for their kind


class AnswerKind(StrEnum):
    """The kind of answer that is wanted."""

    FIGURE = "figure"
    SHARE = "share"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    OCCASION = "occasion"
    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    PLACE = "place"
    YES_NO = "yes-no"
    LIST = "list"
    DEFINITION = "definition"
    REASON = "reason"
    PROCEDURE = "procedure"
    COMPARISON = "comparison"
    WHERE_TO_START = "where-to-start"
    REFERENCE = "reference"
    OPEN = "open"

    @property
    def numeric(self) -> bool:
        """Whether a figure has to stand in the answer."""
        return self in (AnswerKind.FIGURE, AnswerKind.SHARE, AnswerKind.AMOUNT, AnswerKind.COUNT)


_PLURAL_NL = r"(?:(?:\w+e\s){0,2}\w+(?:en|s|'s|a|ia)\b)"
_PATTERNS: tuple[tuple[AnswerKind, str], ...] = (
    (
        AnswerKind.WHERE_TO_START,
        r"\b(?:waar|hoe) (?:begin|start)(?:en|t)? (?:ik|we|wij|je|een|men)\b|\bwhere (?:do"
        r"|should|can) (?:i|we|you|one) (?:start|begin)\b"
        r"|\bhow (?:do|should|can) (?:i|we) (?:get started|start|begin)\b"
        r"|\beerste stap(?:pen)? (?:voor|om|als)\b",
    ),
    (
        AnswerKind.COMPARISON,
        r"\bwaarin verschil\w*"
        r"|\bvergelijk\w*|\bversch(?:il|illen|illend)\b.*\b(?:tussen|met|van|t\.o\.v\.)"
        r"|\bwat is het verschil\b|\bcompar\w+|\bdifference\w*\b|\bdiffer\b|\bversus\b"
        r"|(?<!\bde )\bvs\.?\b"
        r"|\b(?:meer|minder|hoger|lager|groter|kleiner|more|less|higher|lower|larger|smaller"
        r"|bigger)\b.{0,60}?\b(?:dan|than)\b.{3,}\?"
        r"|\bin tegenstelling tot\b|\bzowel\b.+\bals\b|\bgelijkenis\w*"
        r"|\bovereenkomst(?:en)? tussen\b",
    ),
    (
        AnswerKind.SHARE,
        r"\b(?:welk|wat voor|hoe groot is het|hoe hoog is het) (?:aandeel|percentage|deel"
        r"|gedeelte)\b|\bhoeveel (?:procent|percent|%)"
        r"|\b(?:what|which) (?:percentage|share|proportion|fraction)\b|\bwhat (?:part|portion)\b"
        r"|\bthe (?:share|proportion|slice) of\b"
        r"|\bhow many percent\b|\bwhat per ?cent\b|\bpercentage\b|\baandeel\b|\bin procent\b",
    ),
    (
        AnswerKind.COUNT,
        r"\bhoe (?:vaak|dikwijls)\b|\bhoeveel (?:keer|maal)\b|\bhow (?:often|many times)\b",
    ),
    (AnswerKind.FIGURE, r"\bhoeveel tijd\b|\bhow much (?:\w+ )?time\b"),
    (
        AnswerKind.AMOUNT,
        r"\b(?:wat|what|hoeveel|hoe hoog|hoe groot|how high|how large)\b.*\bin euros?\b|"
        r"\b(?:wat|what) (?:is|was|are|were) (?:de|het|the|its|their|zijn|haar"
        r"|hun) (?:\w+ )?(?:omzet|\w*budget|\w*bedrag|dotatie|maximum|plafond|amount"
        r"|loon|lonen|salaris|inkomen|prijs|kostprijs|turnover|revenue|salary|wage|income"
        r"|price|cost)\b|"
        # "Welke dagvergoeding", "what minimum fee": sums of money that go by a name.
        r"\bwelke? (?:\w+e )?\w*(?:bedrag|boete|vergoeding|toelage|gage|honorarium|loon|salaris)\b"
        r"|\b(?:what|which) (?:[\w-]+ ){0,3}(?:fee|fine|allowance|stipend|salary|wage|rent"
        r"|price|duty)\b|"
        r"\b(?:what|which) penalty\b|"
        r"\b(?:hoeveel|how many) (?:(?:miljoen|miljard|million|billion) )?euros?\b|"
        r"\bhoeveel (?:geld|budget|subsidie|middelen|kost\w*|verdien\w*|krijg\w*|kreeg"
        r"|betaal\w*|bedraagt|geeft|geven|gaf|gaven|vraagt|vragen|houdt|neemt|pakt|steun|rente"
        r"|boete|loon|gage|\w*(?:vergoeding|toelage))\b"
        # "Hoeveel huur betaal ik": what is paid, in one word without a plural. A tax is a share.
        r"|\bhoeveel (?!\w+(?:en|s|heffing|belasting|btw|korting|taks)\b)\w+"
        r" (?:betaal|kost|krijg|ontvang|verdien)\w*\b"
        r"|\b(?:welk|wat) (?:bedrag|budget)\b"
        r"|\bwat (?:kost|verdien)\w*\b|\bwat (?:betaal|krijg)\w*\b.*\bper (?:dag|week|maand|jaar"
        r"|uur|woord|optreden|voorstelling|concert|persoon)\b"
        rf"|\bhoe (?:duur|hoog|groot) (?:is|zijn|was|waren|kan|kunnen|mag|mogen|wordt|worden) "
        rf"(?:\w+ ){{0,3}}?{SUM_NL}\b"
        r"|\bwat (?:heeft|hebben|had|hadden|zal|zou)\b.*"
        r"\b(?:gekost|kosten|opgebracht|opbrengen|betaald|uitgegeven|verdiend)\b"
        r"|\bwat (?:ben|is|zijn|was|waren)\b.*\bkwijt\b"
        rf"|{PAY_ASKED}"
        r"|\b(?:what|how much) (?:does|do|did|will|would)\b(?!.*\b(?:say|think|find)\b).*"
        r"\b(?:cost|earn|pay|paid|charge)\b"
        r"|\bhow much (?:(?:\w+ )?money|funding|does|did|do|is|was|are|were|can|could|will|would)\b"
        rf"|{MOST_TO_GET}"
        r"|\bwhat (?:amount|budget|sum)\b|\bhow expensive\b"
        r"|\bhow (?:large|big|high) (?:is|are|was|were|can|could|may|will) "
        rf"(?:[\w'-]+ ){{0,4}}?{SUM_EN}\b"
        # Not what there is none of ("geen plafond").
        r"|(?<!\bgeen )(?<!\bno )\b(?:budget|bedrag|dotatie|ceiling|plafond)\b.*\?",
    ),
    (
        # What is counted is not told: any figure may be.
        AnswerKind.FIGURE,
        # "Hoeveel bracht de winkel op", "hoeveel weegt het": a verb, and what it is told of.
        r"\bhoeveel (?!\w*(?:en|s)\b)\w+ (?:de|het|een|die|dat|deze|dit|ze|zij|hij)\b"
        # "Binnen welke termijn", "how much time".
        r"|\b(?:binnen|within) (?:welke?|what|which) (?:termijn|tijd|period|time\w*)\b"
        r"|\bhoeveel tijd\b|\bhow much time\b"
        r"|\bhoeveel (?:moet|moeten|moest|moesten|kan|kun|kunnen|kon|konden|mag|mogen|mocht"
        r"|bedraagt|bedroeg)\b",
    ),
    (
        AnswerKind.COUNT,
        r"\bhoeveel\b|\bhow many\b|\bwelk aantal\b|\bwhat number\b|\bhet aantal\b"
        r"|\bthe number of\b",
    ),
    (
        AnswerKind.FIGURE,
        r"\b(?:wat|what) (?:is|was) (?:de|het|the|its|their) (?:\w+ )?(?:population|bevolking|size"
        r"|omvang|grootte|oppervlakte|surface|height|hoogte|leeftijd|age|leeftijdsgrens"
        r"|telefoonnummer|phone number)\b|"
        r"\b(?:wat|what) (?:is|was|are|zijn) (?:de|het|the) (?:[\w-]+ ){0,3}(?:tarief|tarieven"
        r"|rates?)\b|\bwelk (?:\w+)?tarief\b|\b(?:which|what) (?:[\w-]+ )?rate\b|"
        r"\b(?:welke|what|which) (?:minim\w+ |maxim\w+ )?(?:leeftijd|age)\b"
        # The least that is asked is told as a figure; the most is a sum more often than not.
        r"|\b(?:wat|what) (?:is|was) (?:het|the) minimum\b"
        rf"|{CHANGED}"
        # How far somebody wants to go is no distance.
        r"|\bhoe ?(?:lang|ver(?! (?:wil|willen|wou|wilden|gaat|gaan|ging|gingen|staat|staan)\b))\b"
        r"|\bhoe (?:groot|hoog|laag|oud|veel|sterk|luid|zwaar|snel|jong|kort)\b"
        r"|\bhow (?:large|big|high|long|low|old|much|strongly|loud|heavy|fast|quickly|soon"
        r"|young|short|far(?! (?:do|does|did) [^?]*\b(?:want|wish)\b))\b|"
        r"\bwelk(?:e)? (?:cijfer|getal)\w*|\bwhat (?:figure|numbers?)\b|\bmet hoeveel\b",
    ),
    (
        AnswerKind.DATE,
        r"(?:^|[,;?]\s)(?:\w+\s)?(?:wanneer|when)\b"
        r"|\bwhen (?:is|was|were|did|does|do|will|can)\b"
        r"|\b(?:in|van|uit|sinds|tegen|tot) (?:welk|wat voor) jaar\b"
        rf"|{LAST_DAY}"
        r"|\bwelk(?:e)? (?:\w+e )?(?:jaar|jaren|datum|dag|maand|periode|deadlines?)\b|\b(?:what"
        r"|which) (?:(?!of\b)\w+ )?(?:year|date|day|month|period|deadline)s?\b"
        r"|\bsinds wanneer\b|\bsince when\b"
        r"|\bhoe lang (?:al|geleden)\b|\bwelke datum\b|\bin which years?\b|\btegen wanneer\b"
        r"|\bby when\b|\buntil when\b|\btot wanneer\b"
        r"|\b(?:wat|what) (?:is|was|are|were|zijn|waren) (?:de|het|the|your|their|its|jullie|hun)"
        r" (?:[\w-]+ ){0,2}(?:deadlines?|\w*datum|dates?)\b(?! (?:van kracht|policy))",
    ),
    (
        AnswerKind.DEFINITION,
        r"\bwat (?:betekent|betekenen|is de betekenis|houdt .+ in)\b|\bwat (?:verstaan?"
        r"|verstaat) .+ onder\b|\bwat wordt (?:er )?(?:bedoeld|verstaan)\b|\bwat bedoel\w*\b"
        r"|\bdefini(?!t(?:ief|ieve|ely|ive|ively)\b)\w+"
        r"|\bwhat (?:do|does|did) .*\b(?:understand|mean) by\b"
        r"|\bhoe (?:wordt|worden|omschrijf\w*|omschrijven"
        r"|definieert) .*(?:omschreven|gedefinieerd|definieer\w*)\b|\bwaar staat .+ voor\b"
        r"|\bwat is (?:dat|die|de|het|een )?+\b(?! (?:[\w-]+ ){1,2}(?:van|voor|achter"
        r"|bij)\b)(?!.*\b(?:er|mis|speciaal|bijzonder|doel|rol"
        r"|aandeel|percentage|aantal"
        r"|verschil|reden|oorzaak|bedrag|budget|gevolg|naam|titel|standpunt|advies|conclusie"
        r"|voorwaarde|kritiek|nadeel|voordeel|probleem|hoofd|hoogte|functie|taak|opdracht"
        r"|bedoeling)\w*)"
        r"|\bwhat (?:is meant|does .+ mean\b(?! (?:for|to)\b)|do(?:es)? .+ stand for"
        r"|is (?:the )?(?:meaning|definition))\b"
        r"|\bwhat (?:is|are) (?!the\b)(?:an? )?[\w'’ -]{2,40}\?|\bexplain"
        r" (?:the term"
        r"|what)\b|\bleg .* uit\b|\bmeaning of\b|\bhow (?:is|are|does|do) .+ (?:define"
        r"|described|understood|defined)\b",
    ),
    (
        AnswerKind.REASON,
        r"\bwaarom\b|\bwhy\b|\bom welke reden(?:en)?\b|\bwat is de (?:reden|oorzaak)\b"
        r"|\bhoe komt het\b|\bwaardoor\b|\bwaaraan ligt\b|\b(?:what|which) (?:is|are|was"
        r"|were)? ?(?:the )?(?:reasons?|causes?)\b|\bwegens wat\b|\bhow come\b"
        r"|\bwat zijn de (?:redenen|oorzaken)\b",
    ),
    (
        AnswerKind.PERSON,
        rf"\bwie\b|{WHO}|\bvan wie\b|\bdoor wie\b"
        r"|\bwelke (?:\w+e )?(?:persoon|auteur|minister|onderzoeker|professor|artiest|kunstenaar"
        r"|directeur|schrijver|muzikant\w*)\b"
        r"|\bwhich (?:\w+ )?(?:person|author|minister|researcher|professor|artist|director|writer"
        r"|musician|commissioner)\b",
    ),
    (
        AnswerKind.PLACE,
        # "Waar kijken ze naar", "waar houden ze rekening mee": what, not where.
        rf"\bwaar\b(?!\s+(?:staat|gaat|bestaat|vind|toe|mee|over|om))(?!{STRANDED})|\bwhere\b"
        r"|\b(?:in )?welk(?:e)? (?:stad|land|plaats|regio|gemeente|provincie|locatie|zaal)\b"
        r"|\b(?:in )?(?:which|what) (?:city|country|place|region|town|venue|location)\b",
    ),
    (
        AnswerKind.LIST,
        r"\bwelke (?:(?:\w+ )?(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b|\w+ (?:zijn"
        r"|worden|werden|waren|noem\w*|onderscheid\w*|som\w*|hebben|kunnen|moeten|doen)\b)"
        r"|\bnoem\b|\bgeef (?:een )?(?:overzicht|lijst|opsomming|alle|de)\b|\bwat zijn (?:de"
        r"|het|alle|zijn|hun)\b|\bsom .* op\b|\blijst\b|\bopsomming\b|\bwelke soorten\b"
        r"|\blist\b|\bname (?:the|all|some|three|two|four|five)\b|\bwhat are\b|\bwhich (?:two"
        r"|three|four|five|six|seven|eight|nine|ten)\b|\bwhat (?:two|three|four|five|six|seven"
        r"|eight|nine|ten)\b|\bwhat (?:kinds?|types?|forms?) of\b|\benumerate\b|\bde (?:twee"
        r"|drie|vier|vijf|zes|zeven|acht|negen|tien) \w+|\bthe (?:two|three|four|five|six"
        r"|seven|eight|nine|ten) \w+",
    ),
    (
        AnswerKind.ORGANISATION,
        r"\bwelke (?:organisatie|instelling|instantie|dienst|vereniging|overheid|partner"
        r"|steunpunt|bedrijf|universiteit|bureau|netwerk|gezelschap|fonds)\b|\b(?:which"
        r"|what) (?:organi[sz]ation|institution|body|agency|service|company|university|partner"
        r"|network|fund|office|bureau|firm)\b|\bbij wie\b|\bwaar kan ik terecht\b"
        r"|\bwho can help\b",
    ),
    (
        AnswerKind.PROCEDURE,
        r"\bhoe (?:kan|kun|moet|vraag|dien|doe|verloopt|gaat|werkt|ging|wordt|werd|kom|kwam"
        r"|verliep)\w*\b|\bwat moet\w* .* doen\b|\bwelke stappen\b|\bprocedure\b"
        r"|\bstappen(?:plan)?\b|\bhow (?:do|does|can|should|did|is|was|were|to)\b"
        r"|\bwhat steps\b|\bwhat do i (?:need|have) to\b",
    ),
    (
        AnswerKind.LIST,
        rf"\bwelke {_PLURAL_NL}"
        r"|\b(?:which|what) (?!(?:does|do|did|is|are|was|were|has|have|had|can|should|will|happens"
        r"|counts|matters|makes|keeps|gets|goes|comes|takes|stops|remains|becomes|brings|gives|lies"
        r"|holds|hinders|prevents)\b)"
        r"(?:\w+ )?(?!(?:does|is|was|has|its|this)\b)\w+s\b",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
# A question that opens with one of these asks for it, whatever else it mentions.
_OPENING = (
    # Whom something is for is a group of people, told in any words.
    (
        AnswerKind.OPEN,
        re.compile(
            r"\W*(?:en |and )?(?:voor wie|for whom)\b"
            r"|\W*(?:and )?who (?:is|are|was|were)\b[^?]+\b(?:for|aimed at|open to)\W*$",
            re.I,
        ),
    ),
    # Who may or must do something is told as what they have to be.
    (AnswerKind.OPEN, ASKS_ROLE),
    # Who takes part in something are organisations as often as people.
    (
        AnswerKind.OPEN,
        re.compile(
            r"\W*(?:en |and )?(?:wie|who) (?:zijn|waren|are|were) (?:de|het|hun|the|its|their) "
            r"(?:\w+ )?(?:partners|leden|partijen|organisatoren|financiers|sponsors"
            r"|initiatiefnemers|opdrachtgevers|members|parties|organi[sz]ers|funders|founders"
            r"|stakeholders)\b",
            re.I,
        ),
    ),
    # An opinion, on a sum as on anything else.
    (
        AnswerKind.OPEN,
        re.compile(
            r"\W*(?:en |and )?(?:wat (?:vind|vindt|vinden|vond|vonden|denk|denkt|denken|dacht"
            r"|dachten)\b[^?]*\b(?:van|over)\b|what (?:do|does|did)\b[^?]*\b(?:think|feel)\b)",
            re.I,
        ),
    ),
    (AnswerKind.PERSON, NAME_ASKED),
    (AnswerKind.PERSON, re.compile(r"\W*(?:en |and )?(?:van wie|door wie|wiens|whose)\b", re.I)),
    (AnswerKind.REASON, re.compile(r"\W*(?:en |and |maar |but )?(?:waarom|why)\b", re.I)),
    (
        AnswerKind.DATE,
        re.compile(
            r"\W*(?:en |and )?(?:sinds |tot |tegen |vanaf |since |until |by |from )?"
            r"(?:wanneer|when)\b",
            re.I,
        ),
    ),
)
_YES_NO = re.compile(
    r"^\W*(?:en |and |maar |but |dus |so )?(?:is|zijn|was|waren|heeft|hebben|had|hadden|kan"
    r"|kun|kunnen|mag|mogen|moet|moeten|zal|zullen|wordt|worden|werd|werden|bestaat|bestaan"
    r"|geldt|doet|doen|deed|klopt|krijgt|krijg|gaat|komt|staat|biedt|zit|zou|neemt|ziet|vindt"
    r"|stelt|loopt|liep|werkt|werkten|telt|maakt|"
    r"are|were|has|have|does|do|did|can|could|may|must|should|will|would|isn't|wasn't|doesn't"
    r"|didn't)\b(?!.*\b(?:wie|welke|hoeveel|wanneer|which|how many)\b)(?!.*" + WHO + ")",
    re.IGNORECASE,
)
# "Zijn er cijfers over hoeveel ...": whether they are there is asked, not how many.
_ARE_THERE = re.compile(
    r"^\W*(?:zijn er|bestaan er|is er|are there|is there)\s(?:\w+\s)?"
    r"(?:cijfers|gegevens|data|info\w*|figures|numbers|statistics)\b",
    re.IGNORECASE,
)
# "Which reports mention it": the statement that is looked for may have any form.
_OF_DOCUMENTS = re.compile(
    r"\b(?:welke|which|what)\s(?:van de|of the|of these|andere|other)?\s?(?:documenten|rapporten"
    r"|teksten|bronnen|publicaties|studies|dossiers|stukken|documents|reports|texts|sources"
    r"|publications|files)\b(?:(?!\b(?:nodig|need|required?|must|moet\w*|send|submit|attach|bring"
    r"|meesturen|indienen|toevoegen|bijvoegen)\b).)*$",
    re.IGNORECASE,
)


_MOST = re.compile(
    r"\b(?:most|least|highest|lowest|largest|smallest|best|meeste|minste|hoogste|laagste|grootste"
    r"|kleinste|beste)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\s(?:of|van|voor|for|aan|met|with|bij|tussen|between|op|is|are|was|were|zijn)\s",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"\b(what|who|when|where|how)(?:['’]s|s(?= the\b))\b", re.IGNORECASE)
# What is asked is told by the first question word; another may follow a verb of knowing in it.
_EMBEDDED = re.compile(
    r"(?P<own>\W*(?:(?:in|op|met|bij|volgens|at|on|by|from|to) )?(?:welke?|which|what|hoe|how|waar"
    r"|where)\b[^,;:?]*? (?:om|to|waarmee|waarin|that|dat|die) [^,;:?]*?"
    r"\b(?:bepaal\w*|bepalen|weten|zien|tellen|meten|berekenen|vaststellen|determine|know|see|tell"
    r"|count|measure|calculate|establish|decide|beslissen|controleren|check))\s"
    r"(?:hoeveel|wie|wanneer|of|how many|how much|who|when|whether|if)\b",
    re.IGNORECASE,
)


def _spaced(question: str) -> str:
    """The question with single spaces, and "what's" as "what is"."""
    return _CONTRACTED.sub(r"\1 is", " ".join(question.split()))


@lru_cache(maxsize=_REMEMBERED)
def answer_kind(question: str) -> AnswerKind:
    """The kind of answer that ``question`` asks for; OPEN when no question word tells."""
    text = _spaced(question)
    if _OF_DOCUMENTS.search(text):
        return AnswerKind.OPEN
    for kind, pattern in _OPENING:
        if pattern.match(text):
            return kind
    if opened := _EMBEDDED.match(text):
        # "Welk moment telt om te weten hoeveel inwoners er zijn": that many are not asked for.
        text = opened["own"]
    kind = _told_by_words(text)
    return AnswerKind.DEFINITION if _asks_what_it_is(kind, text) else kind


def _told_by_words(text: str) -> AnswerKind:
    if _YES_NO.match(text) or _ARE_THERE.match(text):
        return AnswerKind.YES_NO
    for kind, pattern in _COMPILED:
        if pattern.search(text):
            return kind
    return AnswerKind.OPEN


def _asks_what_it_is(kind: AnswerKind, text: str) -> bool:
    """Whether a question that its words do not tell to be one asks what something is: "kun je
    uitleggen wat STIVO is", "who is Unnamed Harbour"; what is asked of a thing ("the address of")
    is no definition."""
    if kind is AnswerKind.PERSON:
        return WHO_IS.match(text) is not None
    if kind not in (AnswerKind.OPEN, AnswerKind.YES_NO, AnswerKind.LIST):
        return False
    asked = None if TELLS_DEEDS.match(text) else term_asked(text)
    if asked is None or not asked.term or _PART_OF.search(asked.term) or _MOST.search(text):
        return False
    if kind is AnswerKind.LIST:
        return not asked.definite and asked.term[:1].isupper()
    return not asked.definite or asked.term[:1].isupper()


def secondary_kinds(question: str) -> tuple[AnswerKind, ...]:
    """Every kind that the question's words mention, the wanted one first."""
    text = _spaced(question)
    kinds = [answer_kind(text)]
    for kind, pattern in _COMPILED:
        if kind not in kinds and pattern.search(text):
            kinds.append(kind)
    return tuple(kinds)
