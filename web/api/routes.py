"""``GET /api/routes``: where to start, as sourced steps."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from assistant.route_choices import choices
from assistant.serialising import citation_as_json
from web.pages.routes import route_for
from web.services import services

router = APIRouter(prefix="/api", tags=["routes"])


@router.get("/routes")
def routes(
    request: Request,
    discipline: Annotated[str, Query(description="Such as music, dance, circus: code or name.")],
    destination: Annotated[
        str, Query(description="A country: two-letter code, or name in Dutch or English.")
    ],
    stage: Annotated[str, Query(description="first, on-the-road or established.")] = "first",
    applicant: Annotated[str, Query(description="person or organisation.")] = "person",
    lang: Annotated[Literal["nl", "en"], Query(description="Language of the steps.")] = "nl",
) -> dict[str, Any]:
    """The steps for one choice, each with its citations."""
    route = route_for(services(request), discipline, destination, stage, applicant, lang)
    return {
        "discipline": route.discipline,
        "destination": route.destination,
        "stage": route.stage,
        "applicant": route.applicant,
        "lang": route.lang,
        "title": route.title,
        "steps": [
            {
                "title": step.title,
                "text": step.text,
                "citations": [citation_as_json(citation) for citation in step.citations],
            }
            for step in route.steps
        ],
    }


@router.get("/routes/choices")
def route_choices() -> dict[str, Any]:
    """What can be chosen, with names in Dutch and English."""
    known = choices()
    return {
        "disciplines": known.disciplines,
        "destinations": known.destinations,
        "others": known.others,
        "stages": known.stages,
        "applicants": known.applicants,
    }
