"""What the fiches know, how old it is and what is missing, as two tables."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from corpus.coverage import Cell, coverage
from web.pages.rendered import page_response
from web.services import services, spoken

router = APIRouter(include_in_schema=False)

# Facts of this and last year are fresh, of three years before that recent, what is older is old.
_FRESH_YEARS = 1
_RECENT_YEARS = 4


@router.get("/coverage")
def coverage_page(request: Request) -> Response:
    """Countries by topic, disciplines by kind of fiche."""
    t = spoken(request)
    known = coverage(services(request).library.fiches(t.lang), t.lang)
    year = datetime.now(UTC).year
    context = {
        "tables": [
            ("countries", known.topics, known.countries),
            ("disciplines", known.kinds, known.disciplines),
        ],
        "age": lambda cell: age(cell, year),
    }
    return page_response(request, "coverage.html", context)


def age(cell: Cell, year: int) -> str:
    """How old the newest fact of a cell is: none, undated, fresh, recent or old."""
    if not cell.count:
        return "none"
    if cell.newest is None:
        return "undated"
    years = year - cell.newest
    return "fresh" if years <= _FRESH_YEARS else "recent" if years <= _RECENT_YEARS else "old"
