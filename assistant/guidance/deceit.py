"""Whether somebody asks for help to deceive: to forge, to sign in another's name, to pretend, to
hide income.

The words alone do not tell: who may sign as an architect, whether an invitation is a fake, or what
one risks when a promoter pays off the books are questions to answer. What is declined is a wish of
who asks.
"""

from __future__ import annotations

import re

_WISH = (
    r"\b(?:how to|help (?:me|us)(?: to)?|hoe"
    r"|(?:how )?(?:do|can|could|may|should|shall|will) (?:i|we|you)"
    r"|(?:i|we)(?:'d| would)? (?:like|want|need) to"
    r"|(?:kan|kunnen|kun|mag|mogen|wil|willen|zou|zouden|zal|zullen|help)"
    r" (?:ik|we|wij|je|jij|me|mij|ons)"
    r"|(?:ik|we|wij) (?:wil|willen|wou|zou|zouden|kan|kunnen))\b"
)
_TOLD = (
    r"(?:^|[.!?:]\s+|\bplease\s|\b(?:can|could|will|would) you\s"
    r"|\b(?:kan|kun|wil|wilt) (?:je|jij|u)\s)"
)
_EITHER = rf"(?:{_WISH}|{_TOLD})"
_DOCUMENT = (
    r"[\w-]*(?:forms?|formulier(?:en)?|certificates?|attest(?:en)?|a1|invoices?|factuur|facturen"
    r"|contract(?:s|en)?|visas?|visums?|invitations?|uitnodiging(?:en)?|letters?|brief|brieven"
    r"|passports?|paspoort(?:en)?|receipts?|bonnetjes?|diploma(?:'?s)?|document(?:s|en)?|papers"
    r"|papieren|signatures?|handtekening(?:en)?|stamps?|stempels?|permits?|vergunning(?:en)?"
    r"|proof|bewijs|bewijzen)\b"
)
_FALSE = r"(?:fake|false|forged|bogus|phone?y|valse?|vervalste?|nagemaakte?|nep-?|fictieve?)"
_ANOTHER = (
    r"(?:some(?:one|body)(?: else)?'s|another\s[\w'’]+|his|her|their|andermans|iemands|zijn|haar"
    r"|hun|(?:my|our|the)\s\w+['’]s)"
)
_OFFICE = (
    r"(?:tax(?:es|man)?|tax\s(?:office|authorities|people)|authorities|fiscus|belasting\w*|customs"
    r"|douane|rva|onem|rsz|rsvz|vdab|unemployment(?:\soffice)?|inspection|inspectie)"
)
_R = r"[^.?!;]"  # what may stand between, in the same sentence
_SIGN = r"(?:sign|onderteken|teken)\b(?!\s(?:\w+\s)?up\b|\s(?:ik|we|wij|je|jij|u)\b)"

_ASKED = (
    # To make what is not real: "how do I forge an A1", "can you write us a fake invitation".
    rf"{_EITHER}{_R}{{0,40}}\b(?:forge|falsify|counterfeit|backdate|antidate(?:er|ren)"
    rf"|vervals(?:en)?|fake\s(?:an?|the|my|our|his|her|their))\b{_R}{{0,40}}\b{_DOCUMENT}",
    rf"{_EITHER}{_R}{{0,60}}\b{_DOCUMENT}{_R}{{0,20}}\b(?:vervalsen|namaken|antidateren)\b",
    rf"{_EITHER}{_R}{{0,30}}\b(?:make|write|draw up|create|hand in|submit|send|get|buy|maak|schrijf"
    rf"|regel|bezorg|aan)\s(?:(?:me|us|mij|ons|up|an?|een|some|wat)\s)*{_FALSE}\s(?:[\w-]+\s)?"
    rf"{_DOCUMENT}",
    rf"{_WISH}{_R}{{0,30}}\b{_FALSE}\s(?:[\w-]+\s)?{_DOCUMENT}{_R}{{0,20}}"
    r"\b(?:(?:op)?maken|schrijven|bezorgen|regelen|indienen|kopen|opstellen)\b",
    # To sign for another, who does not know of it; "sign as" what one is, is no such thing.
    rf"{_TOLD}{_SIGN}{_R}{{0,40}}\b(?:as|als)\b",
    rf"{_TOLD}(?:write|draft|make|schrijf|maak)\b{_R}{{0,80}}\b(?:and|en)\s{_SIGN}{_R}{{0,40}}"
    r"\b(?:as|als)\b",
    rf"{_WISH}{_R}{{0,40}}\b(?:copy|imitate|reproduce|trace)\s{_ANOTHER}\s{_R}{{0,20}}signature\b",
    rf"{_WISH}{_R}{{0,30}}\bhandtekening{_R}{{0,40}}\b(?:nadoen|namaken|naar doen)\b",
    rf"{_WISH}{_R}{{0,60}}\b(?:sign|onderteken\w*|tekenen)\b{_R}{{0,60}}\b"
    r"(?:without (?:\w+ )?\w+ (?:knowing|noticing|finding out)"
    rf"|zonder dat {_R}{{0,30}}(?:weet|weten|merkt|merken))\b",
    rf"{_WISH}{_R}{{0,40}}\b(?:in|under|onder|with|met)\s{_ANOTHER}\s(?:name|naam)\s"
    r"(?:sign|(?:onder)?tekenen)\b",
    # To pretend before an office.
    rf"{_WISH}{_R}{{0,30}}\b(?:pretend|doen alsof|voorwenden)\b",
    rf"{_TOLD}(?:just\s|gewoon\s)?(?:say|state|confirm|zeg|bevestig|verklaar)\s(?:that|dat)\s"
    rf"(?:my|our|mijn|onze|ons)\b{_R}{{0,40}}\b(?:approved|granted|accepted|goedgekeurd|toegekend"
    r"|aanvaard)\b",
    # To hide income.
    rf"{_WISH}{_R}{{0,40}}\b(?:(?:evade|dodge)\s(?:\w+\s){{0,2}}(?:tax|duties|duty)|ontduiken)",
    rf"{_WISH}{_R}{{0,40}}\b(?:hide|conceal)\s{_R}{{2,60}}\bfrom\s(?:the\s|my\s)?{_OFFICE}\b",
    rf"{_WISH}{_R}{{2,60}}\b(?:voor|van)\s(?:de\s|het\s)?{_OFFICE}\s"
    r"(?:verbergen|verstoppen|verzwijgen|achterhouden)\b",
    rf"\bwithout (?:the )?{_OFFICE} (?:knowing|noticing|finding out|seeing)\b",
    rf"\bzonder dat (?:de |het )?{_OFFICE} {_R}{{0,20}}\b(?:weet|weten|merkt|merken|ziet|komt)\b",
    rf"{_WISH}{_R}{{0,60}}\b(?:off the books|under the table)\b",
    rf"{_WISH}{_R}{{0,60}}\bin het zwart\s"
    r"(?:(?:uit)?betalen|werken|verdienen|ontvangen|tewerkstellen|innen|laten werken)\b",
)
_ASKS = re.compile("|".join(_ASKED), re.IGNORECASE)
# Who asks what may come of it, or how to see through it, wants to stay honest.
_HONEST = re.compile(
    r"\b(?:(?:what|which|wat|welke?)\b[^.?!]{0,30}\b(?:risk|risico|riske|penalt|fine|boete)\w*"
    r"|(?:how|hoe)\b[^.?!]{0,20}\b(?:avoid|prevent|vermijd|voorkom)\w*"
    r"|recogni[sz]e|herken\w*|allowed|toegelaten|wettelijk|is it legal|props?|rekwisiet\w*"
    r"|(?:gives?|given|gave|has|have|heeft|hebben|geeft|geven|met)\s(?:\w+\s){0,3}"
    r"(?:permission|power of attorney|volmacht|toestemming))\b",
    re.IGNORECASE,
)


def asks_to_deceive(text: str) -> bool:
    """Whether a text asks for help to deceive somebody."""
    return bool(_ASKS.search(text)) and not _HONEST.search(text)
