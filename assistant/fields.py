"""Fields that are asked what they say beside a document, or beside one another: "what do the music
people and the 2010 report say", "wat willen de muziekmensen en de filmwereld"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.mention import Mention, apart

_PEOPLE_NL = "mensen|wereld|sector|veld|lui"
_PEOPLE_EN = "people|folks|crowd|world|sector|field|industry|scene"
_FIELD = re.compile(
    rf"(?<![\w-])(?:de|het|the)\s(?:(?P<joined>[^\W\d_]{{4,}}?)-?(?:{_PEOPLE_NL})"
    rf"|(?P<apart>[^\W\d_]{{4,}})\s(?:{_PEOPLE_EN}|{_PEOPLE_NL}))"
    r"(?:\s(?:van|uit|of|from|in)\s(?P<year>(?:19|20)\d\d))?(?!\w)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:zegg\w*|zegt|zei(?:den)?|stel(?:t|len|den)?|vind(?:t|en)?|vond(?:en)?|schrijv\w*|schreef"
    r"|wil(?:t|len|den)?|vra(?:agt|gen)|vroeg(?:en)?|denk(?:t|en)?|pleit(?:en)?|volgens"
    r"|says?|said|writes?|wrote|thinks?|thought|wants?|asks?|propos\w+|suggest\w*|claim\w*"
    r"|complain\w*|according\sto)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r",?\s(?:en|and|of|or|met|with|dan|than)\s(?:(?:door|by|van|of)\s)?", re.I)


class Fields:
    """Finds the documents of fields that a question sets beside another voice. ``document_of`` is
    the one document that a word and a year (either may be empty) tell, empty for none."""

    def __init__(self, document_of: Callable[[str, str], str]) -> None:
        self._document_of = document_of

    def of(self, text: str, found: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions of fields in ``text`` that stand beside one of those ``found``, or beside
        another field; none where nobody is asked what they say."""
        if not _ASKED.search(text):
            return
        fields = [
            Mention(document, match.start(), match.end())
            for match in _FIELD.finditer(text)
            if apart(match.start(), match.end(), found)
            and (document := self._document_of(match["joined"] or match["apart"], _year(match)))
        ]
        for field in fields:
            others = [one for one in (*found, *fields) if one.document != field.document]
            if any(_beside(text, field, other) for other in others):
                yield field


def _year(match: re.Match[str]) -> str:
    return match["year"] or ""


def _beside(text: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but a joining word stands between two mentions."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return _JOINS.fullmatch(text[first.end : second.start]) is not None
