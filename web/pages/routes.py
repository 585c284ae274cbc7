""" "Where do I start?": choose a discipline and a destination, get sourced steps."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from assistant.answer import Citation, Claim
from assistant.errors import BadQuestion
from assistant.route_choices import choices
from assistant.routes import Point, Route, Step, routes
from corpus.fiche import year
from web.pages.rendered import page_response
from web.presenting import marker_html
from web.rendering import claims_html
from web.services import Services, services, spoken
from web.wording import Wording

router = APIRouter(include_in_schema=False)

# A longer step shows its first statements, which the plan puts in order of weight; the rest folds.
_OPEN_POINTS = 5


@dataclass(frozen=True, slots=True)
class RouteChoices:
    """Pairs of code and name, in the order to show them."""

    disciplines: list[tuple[str, str]]
    destinations: list[tuple[str, str]]
    others: list[tuple[str, str]]
    stages: list[tuple[str, str]]
    applicants: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the page shows it; ``more`` is what stands behind a fold, ``folded`` how much."""

    title: str
    html: Markup
    more: Markup
    folded: int
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]


def route_choices(t: Wording) -> RouteChoices:
    """What can be chosen, in one language."""
    known = choices()

    def named(options: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
        return [
            (code, names[t.lang][:1].upper() + names[t.lang][1:]) for code, names in options.items()
        ]

    return RouteChoices(
        named(known.disciplines),
        named(known.destinations),
        sorted(named(known.others), key=lambda option: option[1]),
        named(known.stages),
        named(known.applicants),
    )


def route_for(
    parts: Services, discipline: str, destination: str, stage: str, applicant: str, lang: str
) -> Route:
    """The route for one choice. Raises BadQuestion when it cannot be chosen."""
    return routes(
        discipline,
        destination,
        stage,
        applicant=applicant,
        lang=lang,
        documents=parts.library.fiches(lang),
    )


@router.get("/routes")
def route_page(
    request: Request,
    discipline: str = "",
    destination: str = "",
    stage: str = "first-steps",
    applicant: str = "person",
) -> Response:
    """The form, and the steps when a choice was made."""
    parts = services(request)
    t = spoken(request)
    asked = bool(discipline and destination)
    route, problem = None, ""
    if asked:
        try:
            route = route_for(parts, discipline, destination, stage, applicant, t.lang)
        except BadQuestion:
            problem = t("route.unknown")
    context = {
        "route_choices": route_choices(t),
        "asked": asked,
        "discipline": route.discipline if route else discipline,
        "destination": route.destination if route else destination,
        "stage": route.stage if route else stage,
        "applicant": route.applicant if route else applicant,
        "route": route,
        "problem": problem,
        "steps": [_shown(parts, t, step) for step in route.steps] if route else [],
        "changes": route is not None and any(p.note for step in route.steps for p in step.points),
    }
    return page_response(request, "routes.html", context, 422 if problem else 200)


def _shown(parts: Services, t: Wording, step: Step) -> ShownStep:
    draw = marker_html(t, parts.library.find)
    points = sorted(step.points, key=_on_itself)
    claims = tuple(
        Claim(f"- {point.text}{_dated(t, point)}", (point.citation.n,)) for point in points
    )
    open_points = min(_OPEN_POINTS, sum(not _on_itself(point) for point in points)) or len(claims)
    if len(claims) == open_points + 1:
        open_points += 1  # a fold for one line hides more than it saves
    lead = (Claim(step.lead, frame=True),) if step.lead else ()
    return ShownStep(
        step.title,
        claims_html((*lead, *claims[:open_points]), step.citations, draw),
        claims_html(claims[open_points:], step.citations, draw),
        len(claims) - open_points,
        step.citations,
        claims,
    )


def _on_itself(point: Point) -> bool:
    """Whether a statement tells what Wegwijs knows or not, and not what to do: that can wait."""
    return "Wegwijs" in point.text


def _dated(t: Wording, point: Point) -> str:
    """From when a changeable statement is, where it asks to be checked; else empty."""
    if not point.note:
        return ""
    years = [found for o in point.citation.provenance if o.volatile and (found := year(o.as_of))]
    return f" *({min(years) if years else t('route.undated')})*"
