"""What a text speaks of among the schemes, organisations and rules that the fiches tell of."""

from __future__ import annotations

import re
from collections import Counter

from assistant.guidance.fiches import COUNTRY, PRACTICE, Fiches
from assistant.guidance.naming import Names
from assistant.understanding.conversation import Subject
from indexing.analysis import stop_words

_PIECES = re.compile(r"\s*[()/:;]\s*|\s[–—-]\s")
_SHORT = re.compile(r"[A-Z][\w.*+-]*[A-Z0-9+*]")
_ARTICLES = {"nl": ("de", "het", "een"), "en": ("the", "an")}
_FOLLOWING = stop_words("nl") | stop_words("en")
_SURE = 0.75  # share of a fiche's name from which a text speaks of it


class SubjectReader:
    """Finds the subjects of texts among the fiches of one index. Safe for several threads."""

    def __init__(self, fiches: Fiches, names: Names) -> None:
        self._fiches = fiches
        self._names = names
        self._said: dict[tuple[str, str], str] = {}

    def subjects(self, text: str, lang: str) -> tuple[Subject, ...]:
        """What ``text`` names by a whole name, in the order of the text; else the one that it
        names most of. Countries are no subjects: they are where something holds; nor is a rule
        that nobody calls by the name of its fiche."""
        spoken = [pair for pair in self._names.spoken(text) if self._is_subject(pair)]
        if not spoken:
            named = {
                pair: share
                for pair, share in self._names.named(text).items()
                if share >= _SURE and self._is_subject(pair)
            }
            best = max(named.values(), default=0.0)
            spoken = [pair for pair, share in named.items() if share == best]
        found: dict[str, Subject] = {}
        for pair in spoken:
            said = self._called(pair, lang)
            # "Culture Moves Europe" is the general one of those that bear the name.
            narrower = any(pair.startswith(f"{other}-") for other in spoken if other != pair)
            if said and not narrower:
                found[pair] = Subject(pair, said, self._fiches.source(pair, lang).kind)
        return tuple(found.values())

    def _is_subject(self, pair: str) -> bool:
        return self._fiches.source(pair, "nl").kind != COUNTRY

    def _called(self, pair: str, lang: str) -> str:
        """What a fiche itself calls its subject, behind the article that it uses; empty for a rule
        that it calls nothing."""
        key = (pair, lang)
        if key not in self._said:
            fiche = self._fiches.fiche(pair, lang)
            text = " ".join(item.passage.text for item in fiche.statements)
            first, *others = [p for p in _PIECES.split(fiche.source.title) if p] or [""]
            # An abbreviation that is its own is what people say.
            own = [p for p in others if _SHORT.fullmatch(p) and self._names.spoken(p) == (pair,)]
            said = own[0] if own else first
            nameless = fiche.source.kind == PRACTICE and not _uses(said, text)
            self._said[key] = "" if nameless else _with_article(said, text, lang)
        return self._said[key]


def _with_article(piece: str, text: str, lang: str) -> str:
    """A name behind the article that ``text`` most puts before it; of "een" the definite one."""
    uses = _uses(piece, text)
    articles = _ARTICLES["nl" if lang == "nl" else "en"]
    before = Counter(word for word in uses if word in articles)
    if not before or before.total() * 2 < len(uses):
        return piece
    article = max(articles[:-1], key=lambda one: before[one])
    if not before[article]:
        return piece
    small = piece[:1].lower() + piece[1:]
    return f"{article} {small if re.search(rf'[a-z] {re.escape(small)}', text) else piece}"


def _uses(piece: str, text: str) -> list[str]:
    """The word before each use of a name that is not the first part of a longer one."""
    return [
        (match["before"] or "").lower()
        for match in re.finditer(
            rf"(?:\b(?P<before>\w+)\s)?(?<![\w-]){re.escape(piece)}(?![\w-])(?:\s(?P<after>\w+))?",
            text,
            re.IGNORECASE,
        )
        if not match["after"] or match["after"].lower() in _FOLLOWING
    ]
