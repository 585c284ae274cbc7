"""What becomes of the references that a sentence gives: that document, that page, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Citation
from assistant.paragraphs.cited_documents import Meant, is_origin, refers_to
from assistant.paragraphs.references import Reference
from assistant.paragraphs.verdicts import CheckedReference, ReferenceOutcome, SentenceVerdict
from assistant.paragraphs.wording import ParagraphWording
from corpus.document import Source

_CARRIED = (SentenceVerdict.SUPPORTED, SentenceVerdict.PARTLY, SentenceVerdict.OUTDATED)


def checked_references(
    references: Sequence[tuple[Reference, Meant]],
    verdict: SentenceVerdict,
    resting: Sequence[Citation],
    sources: dict[str, Source],
    wording: ParagraphWording,
) -> Iterator[CheckedReference]:
    """What became of each reference of a sentence with this verdict, which rests on ``resting``."""
    for reference, meant in references:
        outcome, values = _outcome(reference, meant, verdict, resting)
        if meant.documents:
            values["title"] = sources[sorted(meant.documents)[0]].title
        elif meant.other_years:
            other = sources[sorted(meant.other_years)[0]]
            values |= {"title": other.title, "year": (other.date or "")[:4]}
        yield CheckedReference(
            reference.text, outcome, wording.reference(outcome, reference, values)
        )


def _outcome(
    reference: Reference,
    meant: Meant,
    verdict: SentenceVerdict,
    resting: Sequence[Citation],
) -> tuple[ReferenceOutcome, dict[str, str]]:
    own = [one for one in resting if one.document in meant.documents]
    elsewhere = {"found": resting[0].title, "place": _place(resting[0])} if resting else {}
    if meant.documents:
        if verdict is SentenceVerdict.CONTRADICTED and own:
            return ReferenceOutcome.NOT_THERE, {}
        if verdict not in _CARRIED or not resting:
            return ReferenceOutcome.NOT_THERE, {}
        if not own:
            return ReferenceOutcome.OTHER_DOCUMENT, elsewhere
        if reference.page is None or any(_on_page(one, reference) for one in own):
            return ReferenceOutcome.STANDS, {"place": _place(own[0])}
        return ReferenceOutcome.OTHER_PAGE, {"place": _place(own[0])}
    if verdict in _CARRIED:
        for one in resting:
            if any(is_origin(reference, origin) for origin in one.provenance):
                return ReferenceOutcome.CITED_BY_SOURCE, elsewhere
            if refers_to(one.quote, reference):
                return ReferenceOutcome.CITED_BY_SOURCE, elsewhere
    if meant.other_years:
        return ReferenceOutcome.OTHER_YEAR, {}
    return ReferenceOutcome.NOT_HELD, elsewhere


def _on_page(citation: Citation, reference: Reference) -> bool:
    """Whether a citation stands on the page that is referred to: as printed, where pages have a
    printed number, or as the file counts them."""
    first = reference.page or 0
    last = reference.last_page or first
    label = citation.page_label or ""
    printed = int(label) if label.isdecimal() else citation.page
    return first <= printed <= last or first <= citation.page <= last


def _place(citation: Citation) -> str:
    return f"p. {citation.page_label or citation.page}"
