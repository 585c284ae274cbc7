"""Into which language somebody translates or publishes: what pays for books out of Dutch pays for
none into it."""

from __future__ import annotations

import re
from collections.abc import Callable

_INTO_DUTCH = re.compile(
    r"\bnaar het nederlands\b|\binto dutch\b|\bdutch (?:translation|edition|version) of\b"
    r"|\bnederlandse vertaling (?:van een|maken|uit\w*)\b"
    r"|\bin het nederlands (?:te )?(?:uitgeven|uit te geven|uitbrengen|uit te brengen|vertalen"
    r"|publiceren)\b"
    r"|\b(?:vertalers?|vertaalster)\s(?:\w+[-/])nederlands\b"
    r"|\b\w+[- ](?:to[- ])?dutch translat(?:or|ors|ion)\b"
    r"|\b(?:publish|release|bring out|translate)\b[^.?!]{0,40}\bin dutch\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:vertaler|vertaalster|vertalers|vertaal|vertaalt|vertalen|translators?|translates?"
    r"|translating)\b[^.,;?!]{0,40}?\b(?:uit het|from|van het)\s(?:the\s)?([^\W\d_]+)",
    re.IGNORECASE,
)
_DUTCH = re.compile(r"nederlands|dutch|vlaams|flemish", re.IGNORECASE)


def into_dutch(text: str, is_adjective: Callable[[str], bool]) -> bool:
    """Whether a text tells of a translation into Dutch, or of one out of a language other than
    Dutch; ``is_adjective`` tells the names of languages, which are those of countries."""
    if _INTO_DUTCH.search(text):
        return True
    return any(
        is_adjective(match[1]) and not _DUTCH.match(match[1]) for match in _FROM.finditer(text)
    )
