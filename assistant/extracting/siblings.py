"""Things of one kind whose Dutch names are joined words: a "bibliotheekdecreet" is no
"circusdecreet", however much is said of decrees."""

from __future__ import annotations

import re

from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from corpus.vocabulary import Vocabulary
from indexing.tokenising import folded, tokens

_DEFINITE = re.compile(
    r"\b(?:het|de|dat|dit|die|deze)\s(?:[^\W\d_]+e\s)?(?P<noun>[^\W\d_]{9,})", re.IGNORECASE
)
_STEM = 5  # letters by which the first part of a joined word is known in a text
_PLURAL = ("en", "s")
_LEAST = 4  # letters that a first part has


def of_a_sibling(asked: Asked, item: Weighed) -> bool:
    """Whether the question asks of a definite thing with a joined name, and the passage tells of
    another thing with the same last part, and nothing that has the first."""
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
