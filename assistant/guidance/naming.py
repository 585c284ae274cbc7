"""Which fiches a question names: by title, by abbreviation, by most of the title's rare words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, Fiches
from assistant.guidance.scope import ScopeReader
from assistant.guidance.settings import GuidanceSettings
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

Terms = Callable[[str, str], list[str]]

_CUT = re.compile(r"\s*[()/:;“”\"]\s*|\s[–—-]\s")
_SHORT = re.compile(r"[A-Z][\w.*+:-]*[A-Z0-9+*][\w.*+]*|[A-Z]\d")
_CAPITALS = re.compile(r"\w*[A-Z0-9][\w.+*]*[A-Z0-9+*]\w*|[A-Z]\d")
_EMPTY = stop_words("nl") | stop_words("en")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_RARE = 2  # fiches that may share a word of a title that names them


@dataclass(frozen=True, slots=True)
class _Alias:
    pair: str
    terms: frozenset[str]
    text: str
    short: str = ""
    main: bool = False

    @property
    def words(self) -> list[str]:
        return self.text.split()


class Names:
    """The names of the fiches in an index, in both languages."""

    def __init__(
        self,
        fiches: Fiches,
        terms: Terms,
        scopes: ScopeReader,
        vocabulary: Vocabulary,
        settings: GuidanceSettings,
    ) -> None:
        self._terms = terms
        self._vocabulary = vocabulary
        self._settings = settings
        self._aliases: list[_Alias] = []
        self._kinds = {pair: fiches.source(pair, "nl").kind for pair in fiches.sources}
        first: dict[frozenset[str], set[str]] = {}
        later: list[_Alias] = []
        held: Counter[str] = Counter()
        for pair, languages in fiches.sources.items():
            of_pair: set[str] = set()
            for lang, source in languages.items():
                pieces = [piece for piece in _CUT.split(source.title) if piece]
                for place, piece in enumerate(pieces):
                    empty = re.fullmatch(r"[\d ,-]+", piece) or scopes.countries(piece)
                    if empty and (place or source.kind == COUNTRY):
                        continue
                    alias = self._alias(pair, piece, lang, place == 0)
                    if not alias.terms:
                        continue
                    of_pair |= alias.terms
                    if place == 0:
                        self._aliases.append(alias)
                        first.setdefault(alias.terms, set()).add(pair)
                    elif alias.short or len(alias.terms) > 2 or self._proper(piece):
                        later.append(alias)
            held.update(of_pair)
        pairs: dict[frozenset[str], set[str]] = {}
        for alias in later:
            pairs.setdefault(alias.terms, set()).add(alias.pair)
        for sharing in pairs.values():
            # An organisation's abbreviation behind the names of its grants is the organisation's.
            owners = {pair for pair in sharing if fiches.source(pair, "nl").kind == ORGANISATION}
            if len(owners) == 1:
                sharing &= owners
        # What stands behind the name only names a fiche when it is nobody else's.
        self._aliases += [
            alias
            for alias in later
            if pairs[alias.terms] == {alias.pair}
            and not first.get(alias.terms, {alias.pair}) - {alias.pair}
        ]
        whole: dict[str, set[str]] = {}
        for pair, languages in fiches.sources.items():
            # A grant and the organisation behind it may well have one name.
            if self._kinds[pair] == FUNDING:
                whole[pair] = {
                    term
                    for lang, source in languages.items()
                    for term in self._reduced(tokens(source.title), lang)
                }
        self._sharing = {
            alias.terms: {pair for pair, terms in whole.items() if alias.terms <= terms}
            for alias in self._aliases
            if alias.main and len(alias.terms) > 1
        }
        self._whole = whole
        self._held = held
        total = max(len(fiches.sources), 2)
        self._rarity = {term: math.log(total / max(1, count)) for term, count in held.items()}
        self._weights = [sum(self._rarity[term] for term in alias.terms) for alias in self._aliases]
        self._bearing: dict[str, list[int]] = {}
        for place, alias in enumerate(self._aliases):
            for term in alias.terms:
                self._bearing.setdefault(term, []).append(place)

    def _alias(self, pair: str, piece: str, lang: str, main: bool) -> _Alias:
        words = tokens(piece)
        kept = [word for word in words if folded(word) not in _EMPTY and not word.isdigit()]
        terms = self._reduced(kept, lang)
        short = piece if len(kept) == 1 and _SHORT.fullmatch(piece) else ""
        return _Alias(pair, terms, " ".join(folded(word) for word in words), short, main)

    def _reduced(self, words: list[str], lang: str) -> frozenset[str]:
        """One term a word: its stem."""
        code: Language = "nl" if lang == "nl" else "en"
        found: set[str] = set()
        for word in words:
            lemmas = self._vocabulary.lemmas(word, code)
            found.update(self._terms(lemmas[0] if lemmas else word, lang)[:1])
        return frozenset(found)

    def named(self, text: str) -> dict[str, float]:
        """The pairs of fiches that ``text`` names, with the share of the name that is there."""
        text = _POSSESSIVE.sub("", text)
        words = [word for word in tokens(text) if folded(word) not in _EMPTY]
        held = self._reduced(words, "nl") | self._reduced(words, "en")
        capitals = {match.group().rstrip(".") for match in _CAPITALS.finditer(text)}
        spoken = f" {' '.join(folded(word) for word in tokens(text))} "
        found: dict[str, float] = {}
        for place in sorted({at for term in held for at in self._bearing.get(term, ())}):
            alias = self._aliases[place]
            shared = alias.terms & held
            weight = self._weights[place]
            share = sum(self._rarity[term] for term in shared) / weight if weight else 0.0
            rare = sum(1 for term in shared if self._held[term] <= _RARE)
            partly = rare > 1 and share >= self._settings.partial_share
            two = self._by_two(alias, held)
            partly = partly or two or self._by_own_word(alias, shared)
            if share < self._settings.title_share and not partly:
                continue
            if not two and not self._tells(alias, shared, capitals, spoken):
                continue
            share = max(share, self._settings.partial_share) if two else share
            if self._is_family(alias):
                share *= self._settings.family_share
            found[alias.pair] = max(found.get(alias.pair, 0.0), share)
        self._add_narrower(found)
        best = max(found.values(), default=0.0)
        return {
            pair: share
            for pair, share in found.items()
            if share >= self._settings.narrower_share * best
        }

    def spoken(self, text: str) -> tuple[str, ...]:
        """The pairs of fiches whose name stands in ``text`` as a whole, in its order; of names that
        overlap the longest."""
        capitals = {match.group().rstrip(".") for match in _CAPITALS.finditer(text)}
        # A name may open a compound: "FIT-subsidies".
        spoken = f" {' '.join(folded(word) for word in tokens(text))} ".replace("-", " ")
        found: list[tuple[int, int, str]] = []
        for alias in self._aliases:
            said = alias.text.replace("-", " ")
            start = spoken.find(f" {said} ")
            if start >= 0 and self._tells(alias, alias.terms, capitals, f" {alias.text} "):
                found.append((start, start + len(said), alias.pair))
        kept = [
            (start, pair)
            for start, end, pair in found
            if not any(
                other_start <= start and end <= other_end and other_end - other_start > end - start
                for other_start, other_end, _ in found
            )
        ]
        return tuple(dict.fromkeys(pair for _, pair in sorted(kept)))

    def _is_family(self, alias: _Alias) -> bool:
        """Whether several fiches bear the name, and none of them is the general one."""
        sharing = self._sharing.get(alias.terms, set())
        return len(sharing) > 1 and not any(
            all(pair == other or pair.startswith(f"{other}-") for pair in sharing)
            for other in sharing
        )

    def _add_narrower(self, found: dict[str, float]) -> None:
        """Of fiches that share a name the narrower cedes; the grants that bear an organisation's
        one word come along with it."""
        if not found:
            return
        settings = self._settings
        for pair in list(found):
            if any(pair.startswith(f"{other}-") for other in found if other != pair):
                found[pair] = min(found[pair], settings.narrower_share)
        words = {
            term: alias.pair
            for alias in self._aliases
            if alias.pair in found
            and len(alias.terms) == 1
            and self._kinds[alias.pair] == ORGANISATION
            for term in alias.terms
        }
        for place in sorted({at for term in words for at in self._bearing.get(term, ())}):
            alias = self._aliases[place]
            if alias.pair not in found and alias.main and len(alias.terms) <= 2:
                for term in alias.terms & words.keys():
                    found[alias.pair] = settings.narrower_share * found[words[term]]

    def _by_own_word(self, alias: _Alias, shared: frozenset[str]) -> bool:
        """Whether a word is there that no other title has and that is no usual word."""
        return alias.main and any(
            self._held[term] == 1
            and len(term) >= self._settings.longest_common
            and not self.is_word(term)
            and any(word.startswith(term[:-1]) and not self.is_word(word) for word in alias.words)
            for term in shared
        )

    def _by_two(self, alias: _Alias, held: frozenset[str]) -> bool:
        """Whether a long word is there that no other title has, usual as it may be, and another
        word of the whole title with it ("de exportbeurs van Sabam")."""
        own = [
            term
            for term in alias.terms & held
            if self._held[term] == 1 and len(term) >= self._settings.longest_common
        ]
        return alias.main and bool(own) and len(self._whole.get(alias.pair, set()) & held) > 1

    def _proper(self, piece: str) -> bool:
        """Whether a piece of a title is a name: a word that is no usual one, or has a capital."""
        words = piece.split()
        return any(word[0].isupper() for word in words[1:]) or not self.is_word(piece)

    def _tells(
        self, alias: _Alias, shared: frozenset[str], capitals: set[str], spoken: str
    ) -> bool:
        """Whether the shared words are enough to mean this fiche and no other."""
        if len(shared) > 1:
            rare = any(self._held[term] <= _RARE for term in shared)
            return rare or f" {alias.text} " in spoken
        if " " in alias.text:
            return f" {alias.text} " in spoken
        word = alias.text
        if alias.short:
            return alias.short in capitals or not self.is_word(alias.short)
        return len(word) >= self._settings.longest_common or not self.is_word(word)

    def is_word(self, word: str) -> bool:
        """Whether a word is a usual one, with a meaning in the other language."""
        lower = word.lower()
        return any(
            folded(meaning.term) != folded(lower)
            for source, target in (("nl", "en"), ("en", "nl"))
            for meaning in self._vocabulary.translate(lower, source, target)  # type: ignore[arg-type]
        )
