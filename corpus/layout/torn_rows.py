"""Rows of tables that a page break, or the source itself, cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from corpus.layout.endings import ended, open_ended, unclosed

_WHOLE = 8
"""A cell of so many words that ends as a sentence does is complete."""


class _Bond(IntEnum):
    """What two cells under one another say of whether the second goes on with the first."""

    AGAINST = -1
    NEITHER = 0
    LIKELY = 1
    SURE = 2


def goes_on(before: Sequence[str], after: Sequence[str], *, apart: bool) -> bool:
    """Whether a row is the rest of the row before it.

    It is where a cell breaks off (a parenthesis that closes in the next row, a word that cannot end
    a sentence, a next cell in lower case) and no other cell says the opposite. A page break between
    them asks for one such sign, two of them or one beside an empty first cell when it is not sure;
    rows under one another on a page, that a rule separates, ask for more.

    Args:
        before: the cells of the row above; ``after``: of this one, empty where they hold nothing.
        apart: whether a page break stands between them.
    """
    bonds = [_bond(one, other) for one, other in zip(before, after, strict=False) if one and other]
    if _Bond.AGAINST in bonds:
        return False
    signs = [bond for bond in bonds if bond > 0]
    sure = _Bond.SURE in bonds
    hangs = not after[0] and bool(before[0])
    if apart:
        return bool(signs) and (sure or hangs or len(signs) > 1)
    return sure and (hangs or len(signs) > 1)


def _bond(before: str, after: str) -> _Bond:
    if before == after or (_figures(before) and _figures(after)):
        return _Bond.AGAINST
    if unclosed(before) and 0 <= after.find(")") < (after + "(").find("("):
        return _Bond.SURE
    if ended(before):
        whole = len(before.split()) >= _WHOLE and ended(after) and not after[0].islower()
        return _Bond.AGAINST if whole else _Bond.NEITHER
    if len(before.split()) > 1 and open_ended(before):
        return _Bond.SURE
    likely = after[0].islower() and not before[0].islower()
    return _Bond.LIKELY if likely else _Bond.NEITHER


def _figures(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= 0.4 * len(text.replace(" ", ""))
