"""An answer as the JSON that people's programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, ChosenRoute, Citation, Notice, Referral

if TYPE_CHECKING:
    from assistant.routes import Step
    from indexing.passage import RetrievedPassage


def answer_as_json(answer: Answer, *, trace: bool = False) -> dict[str, Any]:
    """The answer as plain JSON values; ``trace`` adds how it came about."""
    content: dict[str, Any] = {
        "id": answer.id,
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "lang": answer.lang,
        "status": answer.status.value,
        "refused": answer.status.refused,
        "text": answer.text,
        "claims": [
            {"text": claim.text, "citations": list(claim.citations), "frame": claim.frame}
            for claim in answer.claims
        ],
        "citations": [citation_as_json(citation) for citation in answer.citations],
        "notices": [notice_as_json(notice) for notice in answer.notices],
        "referrals": [referral_as_json(referral) for referral in answer.referrals],
        "choices": list(answer.choices),
        "route": route_as_json(answer.route) if answer.route else None,
        "engine": answer.engine,
        "latency_ms": round(answer.latency_ms, 1),
    }
    if trace and answer.trace is not None:
        content["trace"] = answer.trace
    return content


def route_as_json(route: ChosenRoute) -> dict[str, str]:
    """What was chosen of a route, by its keys: what ``GET /api/routes`` takes."""
    return {
        "discipline": route.discipline,
        "destination": route.destination,
        "stage": route.stage,
        "applicant": route.applicant,
    }


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """One citation; ``page`` counts from 1 in the file, the span counts in the page's text."""
    return {
        "n": citation.n,
        "document": citation.document,
        "title": citation.title,
        "publisher": citation.publisher,
        "date": citation.date,
        "page": citation.page,
        "page_label": citation.page_label,
        "section": citation.section,
        "quote": citation.quote,
        "url": citation.url,
        "validity": citation.validity,
        "page_start": citation.page_start,
        "page_end": citation.page_end,
        "passage": citation.passage,
        "language": citation.language,
        "provenance": [
            {
                "title": origin.title,
                "publisher": origin.publisher,
                "url": origin.url,
                "date": origin.date,
                "as_of": origin.as_of,
                "locator": origin.locator,
                "volatile": origin.volatile,
                "confidence": origin.confidence,
            }
            for origin in citation.provenance
        ],
    }


def notice_as_json(notice: Notice) -> dict[str, str]:
    """One notice."""
    return {"kind": notice.kind.value, "text": notice.text}


def referral_as_json(referral: Referral) -> dict[str, str | None]:
    """One referral."""
    return {
        "name": referral.name,
        "reason": referral.reason,
        "url": referral.url,
        "document": referral.document,
    }


def hit_as_json(
    hit: RetrievedPassage, titles: dict[str, str], *, explain: bool = False
) -> dict[str, Any]:
    """A hit as ``search --json`` and ``GET /api/search`` give it."""
    passage = hit.passage
    content: dict[str, Any] = {
        "document": passage.document,
        "title": titles.get(passage.document, passage.document),
        "page": passage.pages[0] if passage.pages else 1,
        "page_label": passage.labels[0] if passage.labels and passage.labels[0] else None,
        "pages": list(passage.pages),
        "section": " › ".join(passage.section),
        "kind": passage.kind.value,
        "text": passage.text,
        "score": hit.score,
    }
    if explain:
        content["features"] = [
            {"name": f.name, "value": f.value, "weight": f.weight} for f in hit.features
        ]
    return content


def route_step_as_json(step: Step) -> dict[str, Any]:
    """A step as ``route --json`` and ``GET /api/routes`` give it."""
    return {
        "title": step.title,
        "text": step.text,
        "citations": [citation_as_json(citation) for citation in step.citations],
    }
