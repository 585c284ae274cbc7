"""Other things of a kind: a "bibliotheekdecreet" is no "circusdecreet", and how many
work in the audiovisual sector says nothing of the creative industries."""

from __future__ import annotations

import re

from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded, tokens

_DEFINITE = re.compile(
    r"\b(?:het|de|dat|dit|die|deze)\s(?:[^\W\d_]+e\s)?(?P<noun>[^\W\d_]{9,})", re.IGNORECASE
)
_HEADS = (
    r"(?:sector(?:en|s)?|industr(?:ie|y|ies|ieën)|wereld|veld(?:en)?|kunst(?:en)?|fields?|arts?|world"
    r"|scene|economie|economy)"
)
# A field of work by an adjective and what any field is called.
_FIELD = re.compile(
    rf"\b(?P<which>[^\W\d_]{{4,}})\s(?:en\s|and\s)?(?P<head>{_HEADS})\b", re.IGNORECASE
)
_ASKED_FIELD = re.compile(
    rf"\b(?:in|binnen|van|voor|within|of|for)\s(?:(?:de|het|the)\s)(?:[^\W\d_]+\s)??"
    rf"(?P<which>[^\W\d_]{{4,}})\s(?P<head>{_HEADS})\b",
    re.IGNORECASE,
)
_STEM = 5  # letters by which the first part of a joined word is known in a text
_PLURAL = ("en", "s")
_MOST_TRANSLATIONS = 5
_LANGUAGES: dict[str, Language] = {"nl": "nl", "en": "en"}
_LEAST = 4  # letters that a first part has


def of_a_sibling(asked: Asked, item: Weighed) -> bool:
    """Whether the question asks of a definite thing with a joined name, and the passage tells of
    another thing with the same last part, and nothing that has the first; or a figure of one field
    of work, and it tells of another."""
    return _of_another_kind(asked, item) or (asked.kind.numeric and _of_another_field(asked, item))


def _of_another_field(asked: Asked, item: Weighed) -> bool:
    field = _ASKED_FIELD.search(asked.text)
    passage = item.unit.passage
    if field is None or item.unit.table is not None or passage.document in asked.named:
        return False
    text = item.unit.text
    told = " ".join((text, passage.text, *passage.section, passage.caption))
    fields = {folded(match["which"]) for match in _FIELD.finditer(told)}
    own = {folded(match["which"]) for match in _FIELD.finditer(text)}
    names = {folded(name)[:_STEM] for name in _said(field["which"], asked.lang, passage.language)}
    if any(name in folded(text) for name in names):
        return False
    return bool(own) and not any(one.startswith(name) for one in fields for name in names)


def _said(word: str, asked: str, told: str) -> tuple[str, ...]:
    """A word as it may stand in a text in another language."""
    if asked == told:
        return (word,)
    source, target = _LANGUAGES.get(asked), _LANGUAGES.get(told)
    if source is None or target is None:
        return (word,)
    found = Vocabulary.load().translate(word.lower(), source, target)[:_MOST_TRANSLATIONS]
    return (word, *(translation.term for translation in found))


def _of_another_kind(asked: Asked, item: Weighed) -> bool:
    passage = item.unit.passage
    if asked.lang != "nl" or passage.language != "nl":
        return False
    told: set[str] | None = None
    for match in _DEFINITE.finditer(asked.text):
        noun = folded(match["noun"])
        parts = Vocabulary.load().compound_parts(noun)
        # Several ("de vrijwilligers") are no one thing that goes by that name.
        if len(parts) != 2 or len(parts[0]) < _LEAST or noun.endswith(_PLURAL):
            continue
        first, head = (folded(part) for part in parts)
        if told is None:
            texts = (passage.text, *passage.section, passage.caption)
            told = {folded(word) for text in texts for word in tokens(text)}
        # "Buren" are met in "burenlijn", whose dictionary form is "buur".
        if any(first[:_STEM] in word or noun[:_LEAST] in word for word in told):
            return False
        alike = {folded(one.term) for one in Vocabulary.load().relatives(noun, "nl")}
        if told & alike:
            return False  # a "contactpunt" is an "aanspreekpunt"
        if any(word.endswith(head) and len(word) >= len(head) + _LEAST for word in told):
            return True
    return False
