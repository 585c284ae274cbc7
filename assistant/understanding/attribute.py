"""What is asked of the subject: the word right after the question word ("de omzet", "inwoners")."""

from __future__ import annotations

import re

_ARTICLE = r"(?:(?:er|de|het|een|zijn|haar|hun|the|an?|its|their|your|his|her)\s){0,2}"
_WORD = r"(?P<head>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?)"
_BE = r"(?:is|was|zijn|waren|are|were|wordt|werd|'s)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Hoeveel inwoners", "how many members".
        r"\b(?:hoeveel|how many|how much)\s"
        rf"(?!(?:is|are|was|were|do|does|did|has|have|can|zijn|waren|heeft|hebben)\b){_WORD}",
        # "Wat is de omzet van", "who is the director of", "what is its budget?".
        rf"\b(?:wat|wie|what|who)\s{_BE}\s{_ARTICLE}{_WORD}"
        r"(?:\s(?:van|voor|in|bij|op|aan|of|for|in|at|on)\b|\W*$)",
        # "Wie schreef", "who directs".
        # (who wrote something is said in many ways: "door", "by", "auteur").
        rf"\b(?:wie|who)\s(?!(?:{_BE}|schr[ei]\w+|wrote|writes)\b)(?P<head>[^\W\d_]+)",
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


def attribute(question: str) -> tuple[str, ...]:
    """The words of what is asked of the subject, lower case; empty when the form does not tell."""
    for pattern in _PATTERNS:
        if match := pattern.search(question):
            return tuple(match["head"].lower().split())
    return ()


_CHOICE = re.compile(
    r"\b(?:welke?|which|what|noem (?:de|alle)|name (?:the|all)|give me (?:an?|the)"
    r"|geef (?:me )?(?:een|de|het)|is there an?|is er een)\s"
    r"(?:(?:\d{1,2}|\w+(?:sche|ische|se|ale|ele|ige|lijke|ch|sh|an|al|ic"
    r"|ive))\s){0,2}(?P<head>[^\W\d_][\w'’-]{3,})",
    re.IGNORECASE,
)


# "Hoeveel procent van de dansers", "what share of the dancers".
_WHOLE = re.compile(
    r"\b(?:procent|percent|aandeel|percentage|deel|share|proportion|per ?cent)\s(?:van|of)\s"
    rf"{_ARTICLE}(?:[^\W\d_]+(?:se|sh|an|ch)\s)?(?P<head>[^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)


def choice(question: str) -> str:
    """What is wanted one or more of ("welke films"), or a share of ("welk deel van de dansers")."""
    match = _WHOLE.search(question) or _CHOICE.search(question)
    return match["head"].lower() if match else ""
