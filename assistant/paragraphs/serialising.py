"""A checked paragraph as the JSON that people's programs read."""

from __future__ import annotations

from typing import Any

from assistant.paragraphs.verdicts import CheckedParagraph, CheckedSentence, SentenceVerdict
from assistant.paragraphs.wording import load_wording
from assistant.serialising import citation_as_json


def check_as_json(checked: CheckedParagraph) -> dict[str, Any]:
    """The check as plain JSON values; every claim with its own citations."""
    counts = checked.counts
    return {
        "lang": checked.lang,
        "summary": checked.summary,
        "counts": {verdict.value: counts[verdict] for verdict in SentenceVerdict},
        "claims": [_sentence(checked, sentence) for sentence in checked.sentences],
        "audit": [
            {"kind": one.kind, "text": one.text, "detail": one.detail} for one in checked.audit
        ],
    }


def _sentence(checked: CheckedParagraph, sentence: CheckedSentence) -> dict[str, Any]:
    return {
        "number": sentence.number,
        "text": sentence.text,
        "verdict": sentence.verdict.value,
        "verdict_text": load_wording(checked.lang).verdict(sentence.verdict),
        "explanation": sentence.explanation,
        "notes": list(sentence.notes),
        "read_as": sentence.read_as,
        "citations": [citation_as_json(one) for one in checked.cited(sentence)],
        "references": [
            {"text": one.text, "outcome": one.outcome.value, "explanation": one.explanation}
            for one in sentence.references
        ],
    }
