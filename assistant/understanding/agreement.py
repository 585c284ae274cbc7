"""Questions that ask whether two say the same: "do the report and the note agree on touring?"."""

from __future__ import annotations

import re

_AGREES = re.compile(
    r"\bhet\s(?:on)?eens(?:\s(?:met|over))?\b"
    r"|\b(?:precies\s|ongeveer\s)?hetzelfde\b|\bdezelfde\s(?:mening|visie|kijk|lijn|richting)\b"
    r"|\belkaar\stegen(?:spreken)?\b|\btegen(?:gesproken|spreekt|spreken)\b"
    r"|\b(?:in\slijn|in\sstrijd|in\stegenspraak)\smet\b"
    r"|\bovereen(?:komen|komt|stemmen|stemt)?(?:\smet)?\b(?!\w)|\bstro(?:okt|ken)(?:\smet)?\b"
    r"|\baan(?:sluiten|sluit)?\s(?:bij|op)(?=\s(?:wat|hetgeen|die|dat|elkaar)\b)|\baansluit\w*\b"
    r"|\b(?:dis)?agrees?(?:\swith(?:\seach\sother)?)?(?:\s(?:that|on|about))?\b"
    r"|\bsay(?:s)?\sthe\ssame(?:\sthing)?(?:\s(?:about|on))?\b|\bthe\ssame\s(?:view|line|advice)\b"
    r"|\bcontradict(?:s|ed)?(?:\s(?:each\sother|one\sanother))?(?:\s(?:on|about))?\b"
    r"|\b(?:in\sline|consistent|at\sodds)\swith\b|\bthink\salike\b|\bshare\sa\sview\b",
    re.IGNORECASE,
)
# What carries the question and nothing of its subject.
_CARRIES = re.compile(
    r"^\W*(?:en\s|and\s|maar\s|but\s)?(?:zijn|is|zeggen|zegt|spreken|spreekt|stemmen|stemt|komen|komt"
    r"|sluiten|sluit|do|does|did|are|was|were)\b",
    re.IGNORECASE,
)


def asks_agreement(text: str) -> bool:
    """Whether a question asks if those it names say the same."""
    return bool(_AGREES.search(text))


def without_agreement(text: str) -> str:
    """What they are asked to agree on, without the words that ask whether they do."""
    left = _CARRIES.sub(" ", _AGREES.sub(" ", text))
    return " ".join(left.split())
