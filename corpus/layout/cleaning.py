"""Clean text out of pieces of pages, with the exact map back (:class:`corpus.document.Run`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Run

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳĲ"
_SPECIAL = re.compile(rf"\s\s+|[^\S ]|[{_INVISIBLE}]+|[{_LIGATURES}]|[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""What cannot stand in a clean text as it stands on the page; one space may."""
_NOT_PLAIN = re.compile(
    rf"[-/._=&?%#\s]\n|\s\s|[^\S \n]|[{_INVISIBLE}{_LIGATURES}]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
"""What makes lines need more than a space between them."""
_BEFORE_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_CHAIN = re.compile(
    r"[^\W\d_]-(?:aan|and|bij|by|de|des|du|en|et|for|het|in|la|le|of|om|on|op|sur|te|the|to|tot|"
    r"up|van|voor)-$",
    re.IGNORECASE,
)
"""A compound that goes on after a small word of its own: "kant-en-" klaar, "up-and-" running."""
_SHARED_PART = re.compile(r"(?:^|\s)(?:en|of|and|or|et|ou|und|oder)\s-$", re.IGNORECASE)
_AFTER_HYPHEN = re.compile(r"[^\W\d_]+")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/._=&?%#-]$")
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_SLASH = re.compile(r"\S/$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = frozenset(("en", "of", "and", "or", "et", "ou", "und", "oder", "als", "tot"))
"""Words before which a hyphen at a line end stands for the rest of a compound: "film- en"."""

_OWN_HYPHEN = frozenset(
    (
        "niet", "non", "ex", "anti", "pro", "pre", "post", "vice", "sub", "semi", "quasi", "intra",
        "extra", "ultra", "inter", "socio", "sociaal", "sociale", "politiek", "economisch",
        "noord", "zuid", "oost", "west", "co", "e",
    )
)  # fmt: skip
"""First parts that keep their hyphen before a lower case word."""
_HYPHEN_AT_END = re.compile(r"[^\W\d_]-$")
_LONG = 30
_HYPHENATED = 0.025
"""Of the lines of a text that breaks words at line ends at least this share end in a hyphen: in
reports without such breaks 0 to 1.9 % do, in those with them 4 % and more."""
_CLASHES = frozenset(("aa", "ee", "ii", "oo", "uu"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one page's text. ``glue`` says that it continues the piece before it without a
    line break between them."""

    page: int
    start: int
    end: int
    glue: bool = False


class KnownWords:
    """The lower case words that stand whole on a line somewhere in the document, and whether it
    breaks words at line ends.

    Gathered when first asked for: only a hyphen at a line end asks.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None
        self._hyphenates = True

    def _gather(self) -> frozenset[str]:
        if self._words is None:
            lines = tuple(self._lines)
            self._words = words_of(lines)
            ends = sum(bool(_HYPHEN_AT_END.search(line)) for line in lines)
            self._hyphenates = ends >= _HYPHENATED * sum(len(line) > _LONG for line in lines)
        return self._words

    def __contains__(self, word: object) -> bool:
        return word in self._gather()

    @property
    def hyphenates(self) -> bool:
        """Whether so many lines end in a hyphen that words were broken there: else a hyphen at a
        line end is a compound's own."""
        self._gather()
        return self._hyphenates


class CleanText:
    """Builds a text piece by piece; every character that is kept knows where it came from."""

    def __init__(self, words: KnownWords | Collection[str] = ()) -> None:
        """Args:
        words: lower case words that the document holds, to tell a compound's own hyphen from a
            soft one at a line end.
        """
        self._words = words
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._runs: list[Run] = []

    def add(self, page_text: str, piece: Piece) -> None:
        """Adds a stretch of a page, joined to what is there as a reader would."""
        stretch = page_text[piece.start : piece.end]
        bare = stretch.strip()
        if not bare:
            return
        start = piece.start
        if self._length and not piece.glue:
            start += stretch.index(bare)
            stretch = bare
            self._join(stretch, page_text, piece.page, start)
        position = 0
        for match in _SPECIAL.finditer(stretch):
            self._keep(stretch[position : match.start()], piece.page, start + position)
            self._replace(match[0], piece.page, start + match.start())
            position = match.end()
        self._keep(stretch[position:], piece.page, start + position)

    def add_lines(self, page_text: str, page: int, start: int, end: int) -> bool:
        """Adds lines that follow one another in a page's text, if they only need joining by spaces.

        Returns:
            Whether it did; if not, nothing was added.
        """
        stretch = page_text[start:end]
        if _NOT_PLAIN.search(stretch) or stretch[:1].isspace():
            return False
        if self._length:
            self._join(stretch, page_text, page, start)
        self._keep(stretch.replace("\n", " "), page, start)
        return True

    def say(self, text: str) -> None:
        """Adds text that stands on no page, such as a table's header before a cell."""
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._last = text[-1]

    def _keep(self, text: str, page: int, offset: int) -> None:
        """Adds characters as they are, mapped one for one."""
        if text and text[0].isspace() and (not self._length or self._last.isspace()):
            text, offset = text[1:], offset + 1
        if not text:
            return
        before = self._runs[-1] if self._runs else None
        if (
            before is not None
            and before.page == page
            and before.page_end == offset
            and before.end == self._length
        ):
            self._runs[-1] = Run(before.start, page, before.page_start, before.length + len(text))
        else:
            self._runs.append(Run(self._length, page, offset, len(text)))
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _replace(self, text: str, page: int, offset: int) -> None:
        """Adds what a stretch that cannot stay as it is becomes: one space, letters, nothing."""
        if text[0].isspace():
            self._keep(" ", page, offset)
        elif text in _LIGATURES:
            self.say(unicodedata.normalize("NFKC", text))

    def _tail(self, length: int) -> str:
        """The last characters of what is there."""
        found: list[str] = []
        have = 0
        for part in reversed(self._parts):
            found.append(part)
            have += len(part)
            if have >= length:
                break
        return "".join(reversed(found))[-length:]

    def _join(self, following: str, page_text: str, page: int, offset: int) -> None:
        """Undoes a hyphen at the end of what is there, or puts a space."""
        run = self._runs[-1] if self._runs else None
        if run is None or run.end != self._length or run.page != page:
            run = None
        # A word that wraps without a break in the page's text is one word.
        wrapped = run is not None and run.page_end == offset
        if wrapped and _IN_ADDRESS.search(self._tail(300)):
            return
        if self._last == "-" and not _IN_ADDRESS.search(self._tail(300)):
            tail = self._tail(60)
            before = _BEFORE_HYPHEN.search(tail)
            after = _AFTER_HYPHEN.match(following)
            if _SHARED_PART.search(tail) and following[0].islower():
                # "film- en -muziek": the hyphen stands for what the second word shares.
                return
            if before and after:
                chained = _CHAIN.search(tail) is not None
                chained |= following[len(after[0]) :].startswith("-")
                match "keep" if chained else self._hyphen(before[1], after[0]):
                    case "drop":
                        self._drop_last()
                        return
                    case "keep":
                        return
                    case _:
                        wrapped = False
        if wrapped or self._last.isspace():
            return
        if self._last in "/._=&?%#-" and _breaks_address(self._tail(300), following):
            return
        if run is not None and run.page_end == offset - 1 and page_text[offset - 1].isspace():
            # The line break on the page is the space in the text.
            self._runs[-1] = Run(run.start, page, run.page_start, run.length + 1)
        self.say(" ")

    def _drop_last(self) -> None:
        """Takes the last character away, with its place on the page."""
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        run = self._runs[-1] if self._runs else None
        if run is not None and run.end > self._length:
            if run.length > 1:
                self._runs[-1] = Run(run.start, run.page, run.page_start, run.length - 1)
            else:
                self._runs.pop()
        self._last = self._tail(1)

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
        # No syllable of Dutch ends in the vowel that the next one begins with, but for compounds.
        clash = f"{first[-1]}{second[0]}".casefold() in _CLASHES
        unbroken = isinstance(self._words, KnownWords) and not self._words.hyphenates
        return "keep" if clash or unbroken or first.casefold() in _OWN_HYPHEN else "drop"

    def result(self) -> tuple[str, tuple[Run, ...]]:
        """The clean text without white space at its ends, and its runs in text order."""
        whole = "".join(self._parts)
        text = whole.strip()
        if len(text) == len(whole):
            return text, tuple(self._runs)
        first = len(whole) - len(whole.lstrip())
        return text, tuple(_clipped(self._runs, first, first + len(text)))


def _clipped(runs: Iterable[Run], first: int, last: int) -> Iterator[Run]:
    for run in runs:
        start, end = max(run.start, first), min(run.end, last)
        if start < end:
            yield Run(start - first, run.page, run.page_start + start - run.start, end - start)


def _breaks_address(tail: str, following: str) -> bool:
    """Whether a line broke inside an address, or after a slash between two words."""
    if _OPEN_ADDRESS.search(tail):
        return bool(re.match(r"[\w/?=&%.#~+-]", following))
    return bool(_SLASH.search(tail)) and following[0].isalnum()


def clean(
    pages: dict[int, str], pieces: Iterable[Piece], words: KnownWords | Collection[str] = ()
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
        found.update(_WORDS.findall(text.casefold()))
    return frozenset(found)
