"""A voice that is asked beside a document: "what do the sector and the report say"."""

from __future__ import annotations

import re

from assistant.mention import Mention

# Two who are asked what they say: "wat zeggen de sector en het rapport".
_SAY = re.compile(
    r"\b(?:zeggen|stellen|vinden|schrijven|denken|willen|vragen|kijken|zien|noemen|adviseren"
    r"|visies?|standpunt(?:en)?|mening(?:en)?|opvatting(?:en)?|kijk"
    r"|do|say|think|want|propose|suggest|recommend|see|views?|opinions?|positions?)\b",
    re.IGNORECASE,
)
_VOICE_BEFORE = re.compile(r"\b(?:de|het|the)\s[\w-]+\s(?:en|and)\s$", re.IGNORECASE)
_VOICE_AFTER = re.compile(
    r"(?P<about>\s(?:over|about|on)\s[^?]{3,60}?)?"
    r"\s(?:en|and)\s(?:(?:dat|die|that|those)\s(?:van|of)\s)?(?:de|het|the)\s[\w-]+\b(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:en|and)\s$", re.IGNORECASE)
_AND_AFTER = re.compile(r"^\s(?:en|and)\b", re.IGNORECASE)


def beside_document(text: str, mention: Mention) -> tuple[str, str] | None:
    """What is asked of the document that is named, and of another voice that is not ("de sector en
    het rapport"); None when nobody is asked beside it."""
    before, after = text[: mention.start], text[mention.end :]
    if not _SAY.search(text):
        return None
    if voice := _VOICE_BEFORE.search(before):
        return joined(before[: voice.start()], after), joined(_AND.sub("", before), after)
    if voice := _VOICE_AFTER.match(after):
        said = f"{voice['about'] or ''}{voice['rest']}"
        both = _AND_AFTER.sub("", after[len(voice["about"] or "") :])
        return joined(before, said), joined(before, both, voice["about"] or "")
    return None


def joined(*pieces: str) -> str:
    """Pieces of a question as one, with one space between words."""
    return " ".join(" ".join(pieces).split())
