"""An answer as the JSON that people's programs read."""

from __future__ import annotations

from typing import Any

from assistant.answer import Answer, Citation, Notice, Referral


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
        "engine": answer.engine,
        "latency_ms": round(answer.latency_ms, 1),
    }
    if trace and answer.trace is not None:
        content["trace"] = answer.trace
    return content


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
