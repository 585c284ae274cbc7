"""Documents that nobody wrote, as many as wanted: the shipped fiches with their words exchanged.

Sentences keep their function words, figures, names and marks; every other word gives way to one
drawn from the words of all fiches in that language, as often as those occur, or (one in twelve) to
a rarer one made up of two of them. So words are as common, sentences as long and figures as many
as in real documents, and the number of different words grows with the number of documents.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from indexing.analysis import stop_words
from indexing.tokenising import folded

_SECTIONS = 12
_PARAGRAPHS = (2, 5)
_COMPOUND = 1 / 12
_TOKEN = re.compile(r"[^\W\d_]+|[\W\d_]+")
_SHORTEST = 4


@dataclass(frozen=True)
class Filler:
    """Makes documents in the likeness of ``fiches``; the same number gives the same document."""

    paragraphs: dict[str, tuple[str, ...]]
    headings: dict[str, tuple[str, ...]]
    words: dict[str, tuple[tuple[str, ...], tuple[int, ...]]]

    @classmethod
    def of(cls, fiches: Sequence[Document]) -> Filler:
        """What the fiches are made of, per language."""
        paragraphs: dict[str, list[str]] = {"nl": [], "en": []}
        headings: dict[str, list[str]] = {"nl": [], "en": []}
        counted: dict[str, Counter[str]] = {"nl": Counter(), "en": Counter()}
        for fiche in fiches:
            lang = fiche.source.language or "nl"
            for block in fiche.blocks:
                kept = headings if block.kind is BlockKind.HEADING else paragraphs
                kept[lang].append(block.text)
                counted[lang].update(
                    token.lower() for token in _TOKEN.findall(block.text) if _exchanged(token, lang)
                )
        return cls(
            {lang: tuple(texts) for lang, texts in paragraphs.items()},
            {lang: tuple(texts) for lang, texts in headings.items()},
            {
                lang: (tuple(counts), tuple(accumulate(counts.values())))
                for lang, counts in counted.items()
            },
        )

    def sources(self, count: int) -> tuple[Source, ...]:
        """The documents' metadata; three in four are in Dutch."""
        found = []
        for number in range(count):
            lang = "en" if number % 4 == 3 else "nl"
            draw = random.Random(number)
            title = self._text(draw.choice(self.headings[lang]), lang, draw)
            name = f"filler-{number}"
            digest = hashlib.sha256(name.encode()).hexdigest()
            found.append(Source(name, title, Path(name), language=lang, digest=digest))
        return tuple(found)

    def document(self, source: Source) -> Document:
        """The document of one of :meth:`sources`: a dozen sections of a few paragraphs."""
        lang = source.language or "nl"
        draw = random.Random(source.id)
        blocks: list[Block] = []
        page = ""

        def add(kind: BlockKind, text: str, section: tuple[str, ...]) -> None:
            nonlocal page
            run = Run(0, 1, len(page), len(text))
            blocks.append(Block(kind, text, (run,), section, level=len(section)))
            page += text + "\n"

        for _ in range(_SECTIONS):
            heading = self._text(draw.choice(self.headings[lang]), lang, draw)
            add(BlockKind.HEADING, heading, (heading,))
            for _ in range(draw.randint(*_PARAGRAPHS)):
                text = self._text(draw.choice(self.paragraphs[lang]), lang, draw)
                add(BlockKind.PARAGRAPH, text, (heading,))
        return Document(source, (Page(1, None, page),), tuple(blocks))

    def _text(self, pattern: str, lang: str, draw: random.Random) -> str:
        return "".join(
            self._word(lang, draw) if _exchanged(token, lang) else token
            for token in _TOKEN.findall(pattern)
        )

    def _word(self, lang: str, draw: random.Random) -> str:
        words, weights = self.words[lang]
        pieces = 2 if draw.random() < _COMPOUND else 1
        return "".join(draw.choices(words, cum_weights=weights, k=pieces))


@cache
def _exchanged(token: str, lang: str) -> bool:
    """Whether a word gives way to another: a content word that is not written as a name."""
    return len(token) >= _SHORTEST and token.islower() and folded(token) not in stop_words(lang)
