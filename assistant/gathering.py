"""What a question wants to know and the evidence for it: each inquiry with what was found."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

from assistant.answer import Question
from assistant.answerability import judge
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.finding import Finder, Found
from assistant.guidance.scope import HOME
from assistant.inquiries import Inquiry, InquiryKind, Reading, inquiries
from assistant.mentions import Mentions
from assistant.owners import Owners
from assistant.understanding import Understanding, understand
from assistant.understanding.of_the_asker import without_asker
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_CODE = 2  # letters of a country's code among the topics of a document
Gathered = tuple[tuple[Inquiry, Found | None], ...]
"""What there is to find out, each with what was found; None for what is asked of a document."""


class Gatherer:
    """Gathers evidence in one generation of an index. Safe for several threads."""

    def __init__(self, index: Index, vocabulary: Vocabulary, settings: AnsweringSettings) -> None:
        self.finder = Finder(index, vocabulary, settings)
        self._index = index
        self._vocabulary = vocabulary
        self._settings = settings
        self._mentions = Mentions(index.sources(), vocabulary, self.finder.about)
        self._owners = Owners(index.sources(), vocabulary)
        self._publications = any(not source.pair for source in index.sources())

    def gather(self, understood: Understanding) -> Gathered:
        """What there is to find out for a question, and what was found for each; nothing for an
        inquiry about a document itself.

        What is told beside a question is looked for in publications. Fiches tell rules of a
        country, for whom they are: of those it is asked as they are read, and first.
        """
        reading = self._reading()
        beside = inquiries(understood, reading)
        matter = self._matter(understood)
        if not self.finder.guide.present:
            return self._of_publications(beside, matter, reading)
        plain = inquiries(understood, reading, beside=False)
        told = bool(matter) or any(one.understood.told for one in beside)
        if not told and tuple(replace(one, beside=True) for one in plain) == beside:
            return self._found_for_each(beside)
        gathered = self._found_for_each(plain)
        by_fiche = any(
            found and found.best and found.best.fiche and self._answers(found)
            for _, found in gathered
        )
        if by_fiche or not self._publications:
            return gathered
        return self._of_publications(beside, matter, reading)

    def _of_publications(
        self, asked: tuple[Inquiry, ...], matter: Understanding | None, reading: Reading
    ) -> Gathered:
        """What was found for what is ``asked``; for the ``matter`` alone, where that is answered as
        surely."""
        gathered = self._found_for_each(asked)
        if matter is None:
            return gathered
        alone = self._found_for_each(inquiries(matter, reading))
        return alone if self._sure(alone) >= self._sure(gathered) else gathered

    def _sure(self, gathered: Gathered) -> float:
        """The mean probability that what was found answers what it was found for."""
        return fmean(self._probability(found) if found else 1.0 for _, found in gathered)

    def _matter(self, understood: Understanding) -> Understanding | None:
        """The question without what it tells of who asks; None where it tells nothing of them."""
        rest = without_asker(understood.text)
        if rest == understood.text or not understood.stands_alone:
            return None
        guide = self.finder.guide
        return understand(
            Question(rest, lang=understood.lang),
            self._vocabulary,
            subjects=guide.subjects,
            matters=guide.matters,
        )

    def _reading(self) -> Reading:
        finder = self.finder
        return Reading(
            self._mentions.of,
            finder.named,
            finder.guide.one_by_one,
            finder.others,
            self._mentions.overall,
            self._owners.each,
        )

    def _found_for_each(self, asked: tuple[Inquiry, ...]) -> Gathered:
        gathered: list[tuple[Inquiry, Found | None]] = []
        for inquiry in asked:
            if inquiry.kind in (InquiryKind.ABOUT, InquiryKind.OVERVIEW):
                gathered.append((inquiry, None))
                continue
            inquiry, found = self._best_of(inquiry)
            gathered.extend(self._by_source(inquiry, found) or ((inquiry, found),))
        return tuple(gathered)

    def _best_of(self, inquiry: Inquiry) -> tuple[Inquiry, Found]:
        """The inquiry with what was found; asked of no country, where nothing answers it for the
        one that another part names and something of no country does."""
        found = self._found_for(inquiry)
        if inquiry.anywhere is None or self._answers(found):
            return inquiry, found
        other = replace(inquiry, understood=inquiry.anywhere, anywhere=None)
        elsewhere = self._found_for(other)
        best = elsewhere.best
        if best is None or not self._answers(elsewhere):
            return inquiry, found
        topics = self._index.source(best.unit.passage.document).topics
        if any(len(topic) == _CODE and topic != HOME for topic in topics):
            return inquiry, found
        return other, elsewhere

    def _probability(self, found: Found) -> float:
        return judge(found.asked, found.weighed, self._settings).probability

    def _answers(self, found: Found) -> bool:
        return judge(found.asked, found.weighed, self._settings).answerable

    def _found_for(self, inquiry: Inquiry) -> Found:
        understood = inquiry.understood
        asked = understood.question_lang
        switched = understood.follow_up.again and asked in ("nl", "en") and asked != understood.lang
        if switched:
            # The same answer is wanted in another language: it is found in that of the question.
            understood = replace(understood, lang=asked)
        found = self.finder.find(
            understood,
            inquiry.setting,
            inquiry.documents,
            each=_asks_several(inquiry),
            beside=inquiry.beside,
        )
        if switched:
            found = self.finder.in_language(found, inquiry.understood.lang)
        if inquiry.apart:
            kept = [w for w in found.weighed if w.unit.passage.document not in inquiry.apart]
            found = replace(found, weighed=tuple(kept))
        if inquiry.kind is InquiryKind.WHOLE:
            return found
        text = inquiry.understood.parts[0].asked
        if inquiry.kind is InquiryKind.DOCUMENT and len(inquiry.documents) == 1:
            (document,) = inquiry.documents
            text = f"{text} ({self._index.source(document).title})"
        return replace(found, text=text)

    def _by_source(self, inquiry: Inquiry, found: Found) -> Gathered:
        """What each document says, for a question that asks what several say; empty when fewer
        than two say enough."""
        if not _asks_several(inquiry) or found.best is None:
            return ()
        floor = self._settings.several_share * self._told(found.best)
        groups: dict[str, list[Weighed]] = {}
        for item in found.weighed:
            groups.setdefault(item.unit.passage.document, []).append(item)
        kept = [
            (document, _by_itself(items))
            for document, items in groups.items()
            if self._told(items[0]) >= floor and (found.best.fiche or not items[0].fiche)
        ][: self._settings.several_documents]
        if len(kept) < 2:
            return ()
        return tuple(
            (
                replace(
                    inquiry,
                    kind=InquiryKind.SOURCE,
                    documents=frozenset({document}),
                    label="" if number else inquiry.label,
                ),
                replace(found, weighed=items, documents=(document,)),
            )
            for number, (document, items) in enumerate(kept)
        )

    def _told(self, item: Weighed) -> float:
        """What a unit itself says, its passage's place among those of all documents left out."""
        return item.score - self._settings.retrieval_weight * item.retrieval


def _by_itself(items: list[Weighed]) -> tuple[Weighed, ...]:
    """The units of one document as if it had been searched alone."""
    top = max(item.retrieval for item in items) or 1.0
    return tuple(replace(item, retrieval=item.retrieval / top) for item in items)


def _asks_several(inquiry: Inquiry) -> bool:
    """Whether it is asked of all documents what several of them say."""
    return (
        inquiry.kind in (InquiryKind.WHOLE, InquiryKind.PART)
        and inquiry.understood.several_sources
        and not inquiry.documents
        and not inquiry.understood.pointers
    )
