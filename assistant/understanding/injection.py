"""Instructions smuggled into a question: set aside, and the question that remains is answered."""

from __future__ import annotations

import re

from assistant.extracting.sentences import sentences

# The assistant's own instructions and sources.
_YOURS_EN = (
    r"(?:(?:your|the|any|these|those) )?(?:own |previous |prior |earlier |above |given )*"
    r"(?:instructions|rules|guidelines|prompt|orders|restrictions|safeguards"
    r"|(?<=your )(?:documents|sources|training))\b"
)
_YOURS_NL = (
    r"(?:(?:je|jouw|uw|de|het|die|alle) )?(?:eigen |vorige |eerdere |bovenstaande |voorgaande )*"
    r"(?:instructies|regels|richtlijnen|prompt|opdrachten|beperkingen"
    r"|(?<=je )(?:documenten|bronnen))\b"
)
# Sentences that speak to the assistant about its own rules, role, wording or sources instead of
# asking about the documents. General phrasings of such orders, Dutch and English.
_ORDER = re.compile(
    r"\b(?:system|developer) ?prompt\b|\bsysteemprompt\b"
    r"|\b(?:show|reveal|print|repeat|translate|send|list|leak|summari[sz]e|geef|toon|herhaal"
    r"|vertaal|stuur|verklap)\b.{0,40}\b(?:your|je|jouw|uw) (?:\w+ )?(?:instructions?|instructies"
    r"|prompt|regels|rules)\b"
    r"|\b(?:you are|je bent|jij bent|u bent|act as|gedraag je als|doe alsof|pretend"
    r"|speel de rol|from now on|vanaf nu)\b.{0,80}\b(?:you|je|jij|assistent|assistant|pirate"
    r"|piraat|geen regels|no rules|dan\b|developer|expert|hacker|without|zonder|unrestricted"
    r"|alsof|bent|are)\b"
    r"|\b(?:you are|you're|je bent|jij bent|u bent) (?:now|nu|voortaan|from now on|vanaf nu)\b"
    r"|\b(?:jailbreak|do anything now|developer mode|ontwikkelaarsmodus)\b"
    r"|\b(?:answer|reply|respond|antwoord|zeg|say|write|schrijf|output)\b.{0,30}\b(?:only|just"
    r"|alleen|enkel|slechts|gewoon|exactly|precies|letterlijk|with the word|met het woord"
    r"|always|altijd)\b(?!.{0,40}\?)"
    r"|\b(?:include|add|put|insert|embed|append|begin|start|end|voeg|zet|plaats|eindig)\b.{0,120}"
    r"\b(?:your|je|jouw|uw) (?:\w+ )?(?:reply|answer|response|output|antwoord)\b"
    r"|\b(?:zonder|without) (?:bron(?:nen|vermelding)?|citations?|sources?|citaten"
    r"|verwijzing(?:en)?|quot(?:e|ing)s?)\b"
    r"|\b(?:verzin|make up|invent|fabriceer|bedenk zelf|hallucinate)\b"
    r"|\b(?:write|compose|schrijf|dicht|componeer)\b.{0,30}\b(?:poem|song|story|joke|essay"
    r"|limerick|rap|gedicht|lied(?:je)?|verhaal|mop|opstel|versje)\b"
    r"|(?:^|[.!?]\s|\b(?:and|en)\s)(?:please\s|alsjeblieft\s)?(?:write|compose|draft|schrijf)\s"
    r"(?:me|mij|for me|voor mij|an?|een)\b.{0,30}\b(?:letter|e-?mail|mail|\w*brief|speech"
    r"|toespraak|tweet|post|blog\w*|\w*bericht|press release|threat|petiti\w+|complaint|klacht\w*"
    r"|motivatie\w*)\b"
    r"|\b(?:repeat|herhaal|say|zeg)\b.{0,20}\b(?:the word|het woord)\b"
    r"|\b(?:insult\w*|mock(?:s|ing)?|beledig\w*|scheld\w*)\b.{0,60}\b(?:minister|him|her|them"
    r"|hem|haar|hen|ze)\b"
    r"|<\s*/?\s*(?:system|instruction|assistant)\s*>|\[/?(?:INST|SYSTEM)\]|\bBEGIN SYSTEM\b",
    re.IGNORECASE | re.DOTALL,
)
# What sets the assistant's rules and sources aside, said to it and not told of somebody.
_OVERRIDE = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}\b(?:instruction|rule|prompt|above"
    r"|previous|prior|guideline|document|source|everything|you were told|you have been told)"
    r"|\b(?:negeer|vergeet|omzeil|laat(?! (?:\w+ )?(?:weten|zien|horen)\b))\b.{0,60}"
    r"\b(?:instructie|regel|opdracht|prompt"
    r"|hierboven|bovenstaande|voorgaande|vorige|eerdere|richtlijn|document|bronn?en|alles)"
    r"|\b(?:pay no attention to|(?:do not|don['’]t|stop) (?:follow|obey|mind|heed|use)(?:ing)?"
    r"|set aside|put aside|skip|drop) "
    rf"(?:all (?:of )?)?{_YOURS_EN}"
    r"|\b(?:let niet op|trek je niets aan van|hou(?:d|dt)? geen rekening met|doe niets met"
    rf"|wijk af van|stap af van) (?:al )?{_YOURS_NL}"
    rf"|\bsla (?:al )?{_YOURS_NL}.{{0,30}}\bover\b"
    rf"|\b(?:volg|gebruik) (?:al )?{_YOURS_NL}.{{0,30}}\bniet\b"
    rf"|\b(?:zet|schuif|gooi|leg) (?:al )?{_YOURS_NL}.{{0,30}}"
    r"\b(?:opzij|overboord|aan de kant|naast je)\b"
    r"|\b(?:pretend|act as if|doe alsof)\b.{0,40}\b(?:documents?|sources?|documenten|bronnen)\b"
    r".{0,20}\b(?:say|state|tell|claim|zeggen|staat|staan|vertellen)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Can I ignore", "told me to ignore", "laat ik": somebody does it, or may.
_OF_SOMEBODY = re.compile(
    r"\b(?:I|we|they|he|she|who|can|may|must|should|ik|wij|ze|hij|zij|wie)\s(?:\w+\s)?\Z"
    r"|\b(?:I|we|they|he|she|me|us|him|her|them|have|has|want|need|allowed)\s(?:\w+\s)?to\s\Z",
    re.IGNORECASE,
)
_TO_YOU = re.compile(r"\b(?:you|je|jij|jou|u)\b", re.IGNORECASE)
_FOR_SELF = re.compile(r"\w+\s(?:ik|we|wij)\b", re.IGNORECASE)
# What is to be said in the place of an answer, behind an order: "and say that it is a million".
_DICTATED = re.compile(
    r"^\W*(?:(?:and|en|then|dan|daarna|please|alsjeblieft|gewoon|just)[\s,]+)*"
    r"(?:(?:say|claim|state|confirm|answer|reply|write|declare|tell|zeg|beweer|antwoord|bevestig"
    r"|schrijf|vertel|meld|verklaar)\b(?:\s(?:me|us|mij|ons|dan|gewoon|just|iedereen|everyone))*"
    r"\s?(?::|(?:that|dat)\s)"
    r"|(?:say|tell me|tell us)\s(?:the|an?|my|every\w*|all)\s"
    r"(?:(?!that\b|which\b|who\b)\w+\s){1,3}?(?:is|are)\s"
    r"|noem\s(?:de|het)\s\w+\s\S*\d)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:hoeveel|welke?|wie|wat|waar|wanneer|waarom|hoe|how|which|who|what|where|when|why)\b",
    re.IGNORECASE,
)
# What is left of an order when the rest was set aside: whom it claims to come from, how it goes on.
_LABEL = re.compile(
    r"^\W*(?:system|admin|administrator|developer|assistant|user|beheerder|systeem|note|nota)\W*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\W*(?:anyway|also|besides|by the way|after that|then|now|oh|ok|okay|trouwens|maar goed"
    r"|en ook|ook|daarna|voor de rest|bovendien|maar|but|so|dus)\b[\s,:;–-]*",
    re.IGNORECASE,
)
_COMPLETING = re.compile(r"^\W*(?:met|zonder|with|without|including|inclusief)\b", re.IGNORECASE)
_LOWER_QUESTION = re.compile(
    r"(?<=[.!?])\s+(?=(?:hoeveel|welke?|wie|wat|waar|wanneer|waarom|hoe|how|which|who|what|where"
    r"|when|why)\b)"
)
_MARKUP = re.compile(
    r"<(?P<code>script|style)\b[^<>]{0,200}>.{0,2000}?</(?P=code)\s*>|<[^<>]{0,200}>",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def set_aside(question: str) -> tuple[str, tuple[str, ...]]:
    """The question without orders to the assistant, and the orders that were set aside.

    Markup and invisible characters are removed too: a question is text, nothing more.
    """
    clean = _CONTROL.sub("", question)
    orders: list[str] = []
    kept: list[str] = []
    for sentence in _sentences(clean):
        ordered = False
        for piece in _pieces(sentence):
            ordered = (
                _is_order(piece)
                or (ordered and _completes(piece))
                or (bool(orders) and _dictates(piece, orders[-1] if ordered else ""))
            )
            (orders if ordered else kept).append(piece)
    if orders:
        kept = [_GOES_ON.sub("", piece) for piece in kept if not _LABEL.match(piece)]
    text = " ".join(" ".join(kept).split())
    text = " ".join(_MARKUP.sub(" ", text).split())
    return text.strip(" ,;:-"), tuple(orders)


def dictated(orders: tuple[str, ...]) -> str:
    """The statement that orders want to hear in the place of an answer ("say that ..."); empty
    where they dictate none."""
    for order in reversed(orders):
        said = _DICTATED.match(order)
        if said is not None and (claim := order[said.end() :].strip(" .!\"'“”")):
            return claim
    return ""


def _is_order(piece: str) -> bool:
    """Whether a piece orders the assistant about; what the asker or another does is no order."""
    if _ORDER.search(piece):
        return True
    for match in _OVERRIDE.finditer(piece):
        before = piece[: match.start()]
        of_somebody = _OF_SOMEBODY.search(before) and not _TO_YOU.search(before)
        if not of_somebody and not _FOR_SELF.match(match.group()):
            return True
    return False


def _dictates(piece: str, before: str) -> bool:
    """Whether a piece behind an order tells what to say, or is that itself behind "say:", and asks
    nothing; ``before`` is the order that it follows at once."""
    told = before.endswith(":") and _DICTATED.match(before)
    return bool(told or _DICTATED.match(piece)) and not _ASKS.search(piece)


def _completes(piece: str) -> bool:
    """Whether a piece behind an order only completes it ("..., with a deadline")."""
    return bool(_COMPLETING.match(piece)) and "?" not in piece


def _sentences(text: str) -> list[str]:
    """The sentences, also where a question begins without a capital."""
    return [
        piece for span in sentences(text) for piece in _LOWER_QUESTION.split(span.of(text)) if piece
    ]


def _pieces(sentence: str) -> list[str]:
    """A sentence cut where an order may be joined to a question ("... and tell me: ...")."""
    if not _is_order(sentence):
        return [sentence]
    return [
        piece.strip()
        for piece in re.split(
            r"(?<=[:;,—])\s+(?=\w)|\s+(?:en|and|maar|but|then|dan)\s+(?=(?:vertel|geef|zeg|noem|beweer"
            r"|bevestig|meld|tell|give|say|name|state|claim|confirm|answer|antwoord|negeer|ignore|wat"
            r"|welke?|hoeveel|wie|waar|what"
            r"|which|how|who|when|where)\b)",
            sentence,
        )
        if piece.strip()
    ]
