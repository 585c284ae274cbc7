"""What becomes of the references that a sentence gives: that document, that page, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.answer import Citation
from assistant.bibliography import has_pages
from assistant.paragraphs.cited_documents import Meant, is_origin, refers_to
from assistant.paragraphs.references import Reference
from assistant.paragraphs.verdicts import CheckedReference, ReferenceOutcome, SentenceVerdict
from assistant.paragraphs.wording import ParagraphWording
from corpus.document import Source

_CARRIED = (SentenceVerdict.SUPPORTED, SentenceVerdict.PARTLY, SentenceVerdict.OUTDATED)


class References:
    """Looks at where the references of sentences lead. May be shared by threads."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def checked(
        self,
        references: Sequence[tuple[Reference, Meant]],
        verdict: SentenceVerdict,
        resting: Sequence[Citation],
        wording: ParagraphWording,
    ) -> Iterator[CheckedReference]:
        """What became of each reference of a sentence with this verdict, which rests on
        ``resting``."""
        for reference, meant in references:
            outcome, one = self._outcome(reference, meant, verdict, resting)
            values = {"found": one.title if one else "", "place": self._place(one)}
            if meant.documents:
                values["title"] = self._sources[sorted(meant.documents)[0]].title
            elif meant.other_years:
                other = self._sources[sorted(meant.other_years)[0]]
                values |= {"title": other.title, "year": (other.date or "")[:4]}
            told = wording.reference(outcome, reference, values)
            yield CheckedReference(reference.text, outcome, told)

    def _outcome(
        self,
        reference: Reference,
        meant: Meant,
        verdict: SentenceVerdict,
        resting: Sequence[Citation],
    ) -> tuple[ReferenceOutcome, Citation | None]:
        """What became of a reference, and the citation that shows it."""
        carried = verdict in _CARRIED
        own = [one for one in resting if one.document in meant.documents]
        drawn = [
            one
            for one in resting
            for origin in one.provenance
            if origin.document in meant.documents or is_origin(reference, origin)
        ]
        if own and verdict is SentenceVerdict.CONTRADICTED:
            return ReferenceOutcome.SAYS_OTHERWISE, own[0]
        if meant.documents and not (carried and resting):
            return ReferenceOutcome.NOT_THERE, None
        if own:
            if reference.page is None:
                return ReferenceOutcome.STANDS, own[0]
            there = next((one for one in own if _on_page(one, reference)), None)
            if there is not None:
                return ReferenceOutcome.STANDS, there
            return ReferenceOutcome.OTHER_PAGE, own[0]
        if carried and drawn:
            return ReferenceOutcome.THROUGH_FICHE, drawn[0]
        if meant.documents:
            return ReferenceOutcome.OTHER_DOCUMENT, resting[0]
        if carried:
            for one in resting:
                if refers_to(one.quote, reference):
                    return ReferenceOutcome.CITED_BY_SOURCE, one
        if meant.other_years:
            return ReferenceOutcome.OTHER_YEAR, None
        return ReferenceOutcome.NOT_HELD, None

    def _place(self, citation: Citation | None) -> str:
        """The page of a citation, as it follows the words before it; empty without pages."""
        if citation is None or not has_pages(self._sources[citation.document]):
            return ""
        return f", p. {citation.page_label or citation.page}"


def _on_page(citation: Citation, reference: Reference) -> bool:
    """Whether a citation stands on the page that is referred to: as printed, where pages have a
    printed number, or as the file counts them."""
    first = reference.page or 0
    last = reference.last_page or first
    label = citation.page_label or ""
    printed = int(label) if label.isdecimal() else citation.page
    return first <= printed <= last or first <= citation.page <= last
