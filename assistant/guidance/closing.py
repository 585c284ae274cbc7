"""Calls that have closed: said of those that are told, and named beside those that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.guidance.advice import Line
from assistant.guidance.fiches import pair_of
from assistant.guidance.granting import Granting
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought


def open_first(likely: Sequence[Judged], granting: Granting, sought: Sought) -> list[Judged]:
    """The statements without those on calls that have closed, where one is on a scheme that is
    open."""
    over: dict[str, bool] = {}
    for one in likely:
        pair = pair_of(one.passage)
        if granting.is_scheme(pair):
            over[one.passage.id] = granting.is_over(pair, sought.lang, sought.today)
    if all(over.values()):
        return list(likely)
    return [one for one in likely if not over.get(one.passage.id, False)]


def with_closed(lines: Sequence[Line], granting: Granting, sought: Sought) -> Iterator[Line]:
    """The lines without those on calls that have closed, and behind them in half a line the closed
    one that would have fitted best: a next call may come. Where none is on a scheme that is open,
    the lines as they are, behind each on a call that has closed that it has."""
    schemes = {pair_of(said.passage) for line in lines for said in line.statements}
    over = {pair for pair in schemes if granting.is_over(pair, sought.lang, sought.today)}
    some_open = any(granting.is_scheme(pair) for pair in schemes - over)
    for line in lines:
        closed = bool(over & {pair_of(said.passage) for said in line.statements})
        if not (closed and some_open):
            yield line
            yield from [Line(say("passed", sought.lang))] * closed
    if not some_open:
        return
    found = granting.lines(sought.scope, sought.lang, sought.today, 1, text=sought.text)
    for line in found:
        told = {pair_of(said.passage) for said in (*line.statements, *line.carried)}
        if line.over and not told & (schemes - over):
            yield line
