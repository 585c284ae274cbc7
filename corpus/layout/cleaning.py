"""Clean text out of pieces of pages, with the exact map back (:class:`corpus.document.Run`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.document import Run

_SOFT = "\u00ad"
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_BEFORE_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_AFTER_HYPHEN = re.compile(r"^([^\W\d_]+)")
_SUSPENDED = frozenset(("en", "of", "and", "or", "et", "ou", "und", "oder", "als", "tot"))
"""Words before which a hyphen at a line end stands for the rest of a compound: "film- en"."""

_OWN_HYPHEN = frozenset(
    [
        "niet",
        "non",
        "ex",
        "anti",
        "pro",
        "pre",
        "post",
        "vice",
        "sub",
        "semi",
        "quasi",
        "intra",
        "extra",
        "ultra",
        "inter",
        "socio",
        "sociaal",
        "sociale",
        "politiek",
        "economisch",
        "noord",
        "zuid",
        "oost",
        "west",
        "co",
        "e",
    ]
)
"""First parts that keep their hyphen before a lower case word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one page's text. ``glue`` says that it continues the piece before it without a
    line break between them."""

    page: int
    start: int
    end: int
    glue: bool = False


class CleanText:
    """Builds a text piece by piece; every character that is kept knows where it came from."""

    def __init__(self, words: Collection[str] = ()) -> None:
        """Args:
        words: lower case words that the document holds, to tell a compound's own hyphen from a
            soft one at a line end.
        """
        self._words = words
        self._characters: list[str] = []
        self._origins: list[tuple[int, int] | None] = []

    @property
    def text(self) -> str:
        """What was built so far."""
        return "".join(self._characters)

    def add(self, page_text: str, piece: Piece) -> None:
        """Adds a stretch of a page, joined to what is there as a reader would."""
        stretch = page_text[piece.start : piece.end]
        if not stretch.strip():
            return
        if self._characters and not piece.glue:
            self._join(stretch.lstrip())
        for offset, character in enumerate(stretch):
            self._put(character, piece.page, piece.start + offset)

    def say(self, text: str) -> None:
        """Adds text that stands on no page, such as a table's header before a cell."""
        for character in text:
            self._characters.append(character)
            self._origins.append(None)

    def _put(self, character: str, page: int, offset: int) -> None:
        if character in _INVISIBLE or (
            unicodedata.category(character) == "Cc" and not character.isspace()
        ):
            return
        if character.isspace():
            if self._characters and not self._characters[-1].isspace():
                self._characters.append(" ")
                self._origins.append((page, offset))
            return
        composed = (
            unicodedata.normalize("NFKC", character) if character in _LIGATURES else character
        )
        if len(composed) == 1 and composed == character:
            self._characters.append(character)
            self._origins.append((page, offset))
        else:
            self.say(composed)

    def _join(self, following: str) -> None:
        """Undoes a hyphen at the end of what is there, or puts a space."""
        tail = "".join(self._characters[-60:])
        before = _BEFORE_HYPHEN.search(tail)
        after = _AFTER_HYPHEN.match(following)
        if before and after:
            match self._hyphen(before[1], after[1]):
                case "drop":
                    self._characters.pop()
                    self._origins.pop()
                    return
                case "keep":
                    return
        if re.search(r"[^\s]/$", tail) or (
            re.search(r"(?:https?://|www\.)\S+$", tail)
            and re.match(r"[\w/?=&%.#-]+\S", following)
            and re.search(r"[/._=&-]$", tail)
        ):
            return
        if not self._characters[-1].isspace():
            self._characters.append(" ")
            self._origins.append(None)

    def _hyphen(self, first: str, second: str) -> str:
        """``drop``, ``keep`` or ``space`` for a hyphen at a line end between two half words.

        A hyphen before a capital is the compound's own ("Vlaams-Nederlandse"). Before a lower case
        word the document itself decides where it holds one of the two spellings; else the hyphen is
        soft, but for first parts that always keep it.
        """
        if second.casefold() in _SUSPENDED:
            return "space"
        if second[0].isupper():
            return "keep"
        whole = f"{first}{second}".casefold()
        hyphened = f"{first}-{second}".casefold()
        if hyphened in self._words and whole not in self._words:
            return "keep"
        if whole in self._words:
            return "drop"
        return "keep" if first.casefold() in _OWN_HYPHEN else "drop"

    def result(self) -> tuple[str, tuple[Run, ...]]:
        """The clean text without white space at its ends, and its runs in text order."""
        characters, origins = self._characters, self._origins
        first, last = 0, len(characters)
        while first < last and characters[first].isspace():
            first += 1
        while last > first and characters[last - 1].isspace():
            last -= 1
        runs: list[Run] = []
        for position in range(first, last):
            origin = origins[position]
            if origin is None:
                continue
            page, offset = origin
            at = position - first
            if (
                runs
                and runs[-1].end == at
                and runs[-1].page == page
                and runs[-1].page_end == offset
            ):
                previous = runs.pop()
                runs.append(Run(previous.start, page, previous.page_start, previous.length + 1))
            else:
                runs.append(Run(at, page, offset, 1))
        return "".join(characters[first:last]), tuple(runs)


_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆĳĲ")


def clean(
    pages: dict[int, str], pieces: Iterable[Piece], words: Collection[str] = ()
) -> tuple[str, tuple[Run, ...]]:
    """Clean text and runs of pieces in reading order.

    Args:
        pages: page texts by page number, from 1.
        words: lower case words of the document, see :class:`CleanText`.
    """
    built = CleanText(words)
    for piece in pieces:
        built.add(pages[piece.page], piece)
    return built.result()


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The lower case words, hyphenated ones included, that stand whole on a line somewhere."""
    found: set[str] = set()
    for text in texts:
        for line in text.splitlines():
            for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line):
                found.add(word.casefold())
    return frozenset(found)
