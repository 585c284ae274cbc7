""" "Where do I start?": choose a discipline and a destination, get sourced steps."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from assistant.answer import Citation, Claim
from assistant.routes import Route, Step, choices, routes
from web.pages.rendered import page_response
from web.presenting import marker_html
from web.rendering import claims_html
from web.services import Services, services, spoken
from web.wording import Wording

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class RouteChoices:
    """Pairs of code and name, in the order to show them."""

    disciplines: list[tuple[str, str]]
    destinations: list[tuple[str, str]]
    stages: list[tuple[str, str]]
    applicants: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the page shows it."""

    title: str
    html: Markup
    citations: tuple[Citation, ...]


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
    route = route_for(parts, discipline, destination, stage, applicant, t.lang) if asked else None
    context = {
        "route_choices": route_choices(t),
        "asked": asked,
        "discipline": discipline,
        "destination": destination,
        "stage": stage,
        "applicant": applicant,
        "route": route,
        "steps": [_shown(parts, t, step) for step in route.steps] if route else [],
    }
    return page_response(request, "routes.html", context)


def _shown(parts: Services, t: Wording, step: Step) -> ShownStep:
    claims = [Claim(step.lead, frame=True)] if step.lead else []
    for point in step.points:
        note = f" *({point.note})*" if point.note else ""
        claims.append(Claim(f"- {point.text}{note}", (point.citation.n,)))
    html = claims_html(claims, step.citations, marker_html(t, parts.library.find))
    return ShownStep(step.title, html, step.citations)
