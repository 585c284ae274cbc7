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
    old = sum(found is not None and found < year - _RECENT_YEARS for found in known.years)
    short = {topic: t(f"coverage.topics.{topic}") for topic in known.topics}
    context = {
        "tables": [
            ("countries", known.topics, short, known.countries),
            ("disciplines", known.kinds, known.kinds, known.disciplines),
        ],
        "age": lambda cell: age(cell, year),
        "thin": known.thin_told(),
        "count": len(known.years),
        "undated": known.years.count(None),
        "old": old,
        "before": year - _RECENT_YEARS,
    }
    return page_response(request, "coverage.html", context)


def age(cell: Cell, year: int) -> str:
    """How old what a cell knows is, by its middle year: none, undated, fresh, recent or old.

    The newest year would make one young fact speak for all; where most facts have no year, neither
    has the cell.
    """
    if not cell.count:
        return "none"
    if cell.median is None or cell.undated > cell.dated:
        return "undated"
    years = year - cell.median
    return "fresh" if years <= _FRESH_YEARS else "recent" if years <= _RECENT_YEARS else "old"
