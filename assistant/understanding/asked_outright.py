"""What some questions ask for outright: what is paid, what somebody is called, who may do it."""

from __future__ import annotations

import re

# What is paid for work, for a place or as a member.
_PAID = (
    r"(?:\w*loon|\w*salaris|\w*huur(?:prijs)?|\w*boete|lidgeld|gage|salary|wage|fee|fine|rent"
    r"|stipend|deposit)"
)
PAY_ASKED = (
    r"\b(?:wat|what) (?:is|was|are|were|zijn) (?:de|het|the|your|their|its) "
    rf"(?:[\w-]+ ){{0,3}}{_PAID}"
    r"(?=\W*$| (?:van|voor|per|in|bij|om|als|for|of|at|to|if|when|under)\b)"
)
"""A sum that is paid ("what is the minimum weekly salary"), as a pattern."""
_ROLE = (
    r"(?:director|directeur|chair(?:man|woman|person)?|voorzitter|president|manager|coordinator"
    r"|coördinator|secretar(?:y|is)|treasurer|penningmeester|author|auteur|curator|minister"
    r"|burgemeester|mayor|founder|oprichter|dirigent|conductor|lead(?:er)?|leider|professor|officer"
    r"|head|hoofd)"
)
NAME_ASKED = re.compile(
    r"\W*(?:what['’]?s the name|what (?:is|was) the name|wat (?:is|was) de naam"
    rf"|hoe (?:heet|heette))\b(?: \S+){{0,5}}? \w*{_ROLE}\b(?!['’]s)",
    re.IGNORECASE,
)
"""What somebody with a role is called."""
ASKS_ROLE = re.compile(
    r"\W*(?:en |and |maar |but |but |dus |so )?(?:wie|who(?:ever)?) (?:"
    r"(?:mag|mogen|kan|kunnen|moet|moeten|hoeft|hoeven|dient|dienen) (?:er )?(?:zich )?"
    r"(?!(?:ik|we|wij|je|u|men|mij|me|ons|I|help\w*)\b)(?!.*\bhelpen\b)"
    r"|(?:komt|komen|kwam|kwamen)\b.*\bin aanmerking\b|(?:heeft|hebben)\b.*\brecht op\b"
    r"|(?:may|can|must|should|has to|have to|needs? to|is to|is required to)\b"
    r"(?! (?:i|we|you|one|help)\b)"
    r"|(?:is|are|was|were) (?:allowed|eligible|entitled|permitted|able|exempt)\b"
    r"|(?:qualif(?:y|ies)|gets to)\b)",
    re.IGNORECASE,
)
"""Who may, can or has to: a kind of people or bodies, not somebody's name."""
ASKS_TO_PAY = re.compile(
    r"\b(?:pay|paid|costs?|charged?|free of charge|fee|betaal|betalen|betaald|kost|kosten"
    r"|gratis)\b",
    re.IGNORECASE,
)
"""Whether something is paid, in a question that is answered with yes or no."""

# "Children who are ill": what the word before it names is no answer.
WHO = (
    r"(?:(?<!\w)(?:^|(?:and|or|but|know|tell|me|us|say|says|said|out|of|by|to|from|for|with|about"
    r"|on|is|was|are|were|exactly)\s)|[,;:?.]\s|^\W+)who(?:se|m)?\b"
)
# A preposition that its noun has left, before the end of the clause. "Op" and "aan" end verbs, too:
# "waar duikt het op", "waar meld ik me aan".
STRANDED = (
    r"(?:[^?.!,;]*\b(?:naar|mee|voor|over|tegen|rond|van|om)"
    r"|\s(?:let|reken|wacht|mik|baseer|baser|steun|hoop|hopen)\w*\s[^?.!,;]*\bop)"
    r"(?=\W*$|\s*[,;?.]|\s(?:als|wanneer|indien|omdat|bij|in|tijdens|volgens)\b)"
)
# Sums of money: how large or high they are is told in money.
SUM_NL = (
    r"(?:\w*subsidies?|\w*beur(?:s|zen)|dotaties?|\w*bedrag(?:en)?|\w*steun|\w*budget(?:ten)?"
    r"|\w*kost(?:en)?|maximum\w*|plafond|\w*boetes?|\w*vergoeding(?:en)?|\w*toelagen?|\w*premies?"
    r"|\w*prij(?:s|zen)|\w*l(?:oon|onen)|\w*salaris(?:sen)?|\w*honorari(?:um|a)|gages?|lidgeld"
    r"|\w*huur|\w*lening(?:en)?)"
)
SUM_EN = (
    r"(?:(?:grant|stipend|fine|fee|budget|allowance|award|salar(?:y|ie)|wage|rent|deposit|loan"
    r"|subsid(?:y|ie)|bonus(?:e)?|price|cost|membership)s?)"
)
# "How did the number change between 2010 and 2015".
CHANGED = (
    r"\bhow (?:did|has|have)\b[^?]*\b(?:change|develop|evolve|grow|grown|rise|risen|fall|fallen"
    r"|move)d?\b[^?]*\b(?:between|from|since|after)\b[^?]*\b(?:1[5-9]|20)\d\d\b"
    r"|\bhoe (?:veranderde|evolueerde|groeide|daalde|steeg|ontwikkelde)\b[^?]*"
    r"\b(?:tussen|van|sinds|na)\b[^?]*\b(?:1[5-9]|20)\d\d\b"
)
LAST_DAY = (
    r"\b(?:last|final|latest) (?:day|date) (?:to|for|on which)\b"
    r"|\b(?:laatste|uiterste) (?:dag|datum) (?:om|voor|waarop)\b"
    r"|\b(?:what|which) of the (?:\w+ )?(?:years|months|days)\b"
)
# A name, person or organisation, and nothing that is asked of it.
WHO_IS = re.compile(
    r"\W*(?:(?i:en|and|maar|but)\s)?(?i:wie|who)\s(?i:is|zijn|are|was|were)"
    r"(?:\s(?i:dat|that|eigenlijk|precies|juist|exactly)\b,?)?(?:\s(?:de|van|den|der|of|the|[A-Z0-9][^\s?]*))+"
    r"(?:\s(?:eigenlijk|precies|juist|exactly))?\W*$"
)
MOST_TO_GET = (
    r"\bwhat is the (?:most|maximum) (?:money )?(?:that )?(?:i|we|you|they|one|an? \w+) "
    r"(?:can|could|may|might) (?:get|receive|be given|win|ask|apply)\b"
    r"|\bwat is het (?:meeste|maximum) (?:geld )?(?:dat|wat) (?:ik|je|we|wij|u|men|een \w+)\b"
    r"[^?]*\b(?:krijgen|vragen|ontvangen)\b"
)
"""The most that somebody can get."""
TELLS_DEEDS = re.compile(
    r"\W*(?:(?:en|and|maar|but)\s)?(?:(?:op|in|bij|aan|met|uit|voor|on|at|with|for)\s)?"
    r"(?:wat\s(?!is\b|zijn\b|was\b|waren\b|betek|beduid|houdt?\b|wordt\b|worden\b|versta|bedoel"
    r"|omvat|doet\b|doen\b|precies\b|juist\b|exact\b|nu\b|dan\b|eigenlijk\b|de\b|het\b|een\b"
    r"|dat\b|die\b|deze\b|voor\s(?:een\s)?[\w-]+\s(?:is|zijn)\b)[a-z]"
    r"|what\s(?:do|does|did)\s(?![^?]*\b(?:mean|stand|signify|do)\b))"
    r"(?![^?]*\b(?:is|zijn|betekent|means)\W*$)",
    re.IGNORECASE,
)
"""What somebody does, says or wants ("wat deed het koor in dat jaar"): what something is, is not
asked, whatever small words would also go with that."""
