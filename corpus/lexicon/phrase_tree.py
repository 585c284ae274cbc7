"""Which words in a row may be a phrase of the lexicon, told without a look-up of each row.

A question of ten words has some thirty rows of two to five, and hardly one is a phrase in any form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

_REMEMBERED = 20_000  # words
# They stand for the rest of a phrase where it is guessed what one word of it comes from: long
# enough for every rule, with a vowel, with an ending only where a participle needs one.
_BEFORE = "ququququ"
_AFTER = "ququququd"


class _Node:
    """How phrases go on, word by word; ``ends`` when one ends here."""

    __slots__ = ("ends", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.ends = False

    def after(self, form: str) -> _Node | None:
        """Where the words of ``form`` lead; None: nowhere."""
        node: _Node | None = self
        for word in form.split():
            node = node.words.get(word) if node else None
        return node


class PhraseTree:
    """The phrases of one language. Keeps words in bounds; may be shared by threads.

    Args:
        phrases: of several words each, in small letters, as they are looked up.
        forms: what is looked up for a word in the place of it.
        guesses: what a word or a phrase as a whole may come from by the rules of inflection, which
            mind how it begins and ends, and replace letters anywhere.
    """

    def __init__(
        self,
        phrases: Iterable[str],
        forms: Callable[[str], tuple[str, ...]],
        guesses: Callable[[str], Iterable[str]],
    ) -> None:
        self._root = _Node()
        for phrase in phrases:
            node = self._root
            for word in phrase.split():
                node = node.words.setdefault(word, _Node())
            node.ends = True
        self._forms = forms
        self._guesses = guesses
        self._first = lru_cache(maxsize=_REMEMBERED)(self._as_first)
        self._inner = lru_cache(maxsize=_REMEMBERED)(self._as_inner)
        self._last = lru_cache(maxsize=_REMEMBERED)(self._as_last)

    def sizes(self, words: Sequence[str]) -> frozenset[int]:
        """How many of ``words`` (small letters), from the first, may be a phrase together, in any
        form: 2 or more. None is missed; of some a look-up will tell that they are no phrase."""
        return frozenset(self._sizes(words))

    def may_be(self, words: Sequence[str]) -> bool:
        """Whether all of ``words`` may be a phrase together."""
        return len(words) in self.sizes(words)

    def _sizes(self, words: Sequence[str]) -> Iterator[int]:
        nodes = [self._root]
        for at, word in enumerate(words):
            if at and any(
                there.ends for node in nodes for there in _reached(node, self._last, word)
            ):
                yield at + 1
            inner = self._inner if at else self._first
            nodes = [
                there for node in nodes for there in _reached(node, inner, word) if there.words
            ]
            if not nodes:
                return

    def _as_first(self, word: str) -> tuple[str, ...]:
        guessed = (guess.split(" ")[0] for guess in self._guesses(f"{word} {_AFTER}"))
        return self._standing(word, guessed)

    def _as_inner(self, word: str) -> tuple[str, ...]:
        whole = f"{_BEFORE} {word} {_AFTER}"
        return self._standing(word, (guess.split(" ")[1] for guess in self._guesses(whole)))

    def _as_last(self, word: str) -> tuple[str, ...]:
        guessed = (guess.split(" ")[-1] for guess in self._guesses(f"{_BEFORE} {word}"))
        return self._standing(word, guessed)

    def _standing(self, word: str, guessed: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((word, *self._forms(word), *guessed)))


def _reached(node: _Node, standing: Callable[[str], tuple[str, ...]], word: str) -> Iterator[_Node]:
    for form in standing(word):
        if (there := node.after(form)) and there is not node:
            yield there
