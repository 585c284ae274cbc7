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
