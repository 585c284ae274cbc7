"""From what was found for each inquiry to the claims of one answer, within its number of words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.about_documents import about_document
from assistant.answer import Claim, Notice, NoticeKind
from assistant.answerability import Decision, judge
from assistant.answering_settings import AnsweringSettings
from assistant.composing import Composed, Composer, shown_words
from assistant.conflicts import differing
from assistant.extracting.asked import Asked
from assistant.extracting.choosing import Chooser, Shelf, Wanted
from assistant.extracting.evidence import Weighed
from assistant.extracting.headline import Headline
from assistant.extracting.quoting import Extract, unshown, window
from assistant.finding import Finder, Found
from assistant.guidance.advice import claims_of
from assistant.inquiries import Inquiry, InquiryKind
from assistant.overviews import chapters, overview
from assistant.premises import contradiction
from assistant.relating import Told, related
from assistant.reply import Reply, admitted, led
from assistant.understanding import AnswerKind
from assistant.understanding.agreement import asks_agreement
from assistant.understanding.relation import relation
from assistant.wording import Wording
from assistant.work import Work
from corpus.document import Document
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_OPEN = Asked(AnswerKind.OPEN, ())
_SAID_SEVERAL_TIMES = (InquiryKind.DOCUMENT, InquiryKind.SOURCE, InquiryKind.SIDE)
_FIRST_PASSAGES = 40  # among which a document names its makers; as many at its end

Nearest = tuple[tuple[Claim, ...], bool]
"""What comes nearest to a question without an answer, and whether it may well be the answer."""


class Drafter:
    """Drafts answers from one generation of an index."""

    def __init__(
        self,
        index: Index,
        finder: Finder,
        document_of: Callable[[str], Document],
        wording: Wording,
        vocabulary: Vocabulary,
        settings: AnsweringSettings,
    ) -> None:
        self._index = index
        self._finder = finder
        self._document_of = document_of
        self._wording = wording
        self._vocabulary = vocabulary
        self._settings = settings

    def replies(self, gathered: Sequence[tuple[Inquiry, Found | None]]) -> tuple[Reply, ...]:
        """What can be said to each inquiry, from what was found for it."""
        count = len(gathered)
        replies = [
            Reply(inquiry) if found is None else self._reply(inquiry, found, count)
            for inquiry, found in gathered
        ]
        return self._within_words(self._compared(led(self._all_asked(replies))))

    def _composer(self, work: Work) -> Composer:
        return Composer(
            work.understood.lang,
            work.citations,
            self._document_of,
            self._wording,
            self._vocabulary,
            self._settings,
        )

    def _reply(self, inquiry: Inquiry, found: Found, count: int) -> Reply:
        decision = self._decision(found)
        extracts = self._extracts(inquiry, found, count, decision)
        reply = Reply(inquiry, found, decision, extracts)
        if inquiry.kind not in (InquiryKind.WHOLE, InquiryKind.PART) or not reply.answered:
            return reply
        other = differing(found, self._index.source, inquiry.understood.lang, self._settings)
        if other is None:
            return reply
        beside = [item for item in found.weighed if item.unit.passage.id == other.unit.passage.id]
        shown = window(other, tuple(beside), self._settings.brief_quote_words)
        if unshown(shown, extracts) == (shown,):
            extracts = (*extracts[:1], shown)
        return replace(reply, extracts=extracts, differs=True)

    def _decision(self, found: Found) -> Decision:
        decision = judge(found.asked, found.weighed, self._settings)
        knowing = self._finder.guide.knowing
        return knowing.settled(found.asked, found.weighed, found.scope, decision)

    def _all_asked(self, replies: list[Reply]) -> list[Reply]:
        """When one document that is asked answers, or one part is answered, the others are shown on
        lesser evidence too: what the question is about is here."""
        settings = self._settings
        for kind, least in (
            (InquiryKind.DOCUMENT, settings.beside_threshold),
            (InquiryKind.PART, settings.part_threshold),
        ):
            asked = [reply for reply in replies if reply.inquiry.kind is kind]
            if any(reply.answered for reply in asked):
                replies = [
                    admitted(reply, least, settings.answer_threshold) if reply in asked else reply
                    for reply in replies
                ]
        return replies

    def _compared(self, replies: list[Reply]) -> list[Reply]:
        """A comparison that is answered as a whole needs no sides, and one whose sides are answered
        no whole; of two sides of which a figure or a date is wanted the whole says no more."""
        sides = [reply for reply in replies if reply.inquiry.kind is InquiryKind.SIDE]
        if not sides:
            return replies
        whole = any(r.answered for r in replies if r.inquiry.kind is InquiryKind.WHOLE)
        if len(sides) == 2 and all(reply.answered and _computed(reply) for reply in sides):
            return sides
        return [
            replace(
                reply,
                inquiry=replace(reply.inquiry, label=""),
                optional=whole or reply.inquiry.kind is InquiryKind.WHOLE,
            )
            for reply in replies
        ]

    def _extracts(
        self, inquiry: Inquiry, found: Found, count: int, decision: Decision
    ) -> tuple[Extract, ...]:
        """What would be shown for one of ``count`` inquiries."""
        settings = self._settings
        words = settings.answer_words
        # A statement of a fiche is whole in itself.
        published = found.best is not None and not found.best.fiche
        unsure = published and decision.probability < settings.spreading.below
        if count > 1:
            share = (settings.most_words + settings.part_words) // count
            words = min(share, words // count + settings.part_words)
            listed = min(share, settings.list_words)
            update: dict[str, float] = {"list_words": listed}
            if inquiry.kind in _SAID_SEVERAL_TIMES:
                # What a document says on a subject stands in several places: short quotes of each.
                update["quote_words"] = settings.several_quote_words
            if inquiry.kind is InquiryKind.PART:
                # So may the answer to a part, behind the best sentence for all of its words.
                update |= {
                    "quote_words": settings.several_quote_words,
                    "brief_quote_words": settings.several_quote_words,
                    "second_share": settings.part_second_share,
                    "other_document_gain": 0.0,
                }
            settings = settings.model_copy(update=update)
        understood = inquiry.understood
        chosen = Chooser(
            found.asked,
            found.weighed,
            Wanted(
                words,
                understood.size,
                understood.several_sources,
                spread=unsure and count == 1 and inquiry.kind is InquiryKind.WHOLE,
            ),
            Shelf(self._index.passages, self._document_of),
            settings,
        ).choose()
        return self._finder.guide.knowing.whole_section(found.best, found.scope, chosen)

    def _within_words(self, replies: list[Reply]) -> tuple[Reply, ...]:
        """Several replies together stay within an answer's words: the longest loses its last."""
        if len(replies) < 2:
            return tuple(replies)
        while sum(map(_size, replies)) > self._settings.most_words:
            several = [at for at, one in enumerate(replies) if len(one.extracts) > 1 and _size(one)]
            if not several:
                break
            longest = max(several, key=lambda at: _size(replies[at]))
            replies[longest] = replace(replies[longest], extracts=replies[longest].extracts[:-1])
        return tuple(replies)

    def nearest(self, replies: Sequence[Reply], work: Work) -> Nearest:
        """What comes nearest to a question that no reply surely answers, in words that say so, and
        whether it may well be the answer; no claims where nothing is near. Of fiches the guide
        tells that, but for what would be the answer if it did not tell of something else."""
        settings = self._settings
        near = [
            (likely, max(reply.decision.probability, reply.decision.near), reply.found, best)
            for reply in replies
            if reply.decision is not None
            and reply.found is not None
            and (best := reply.found.best) is not None
            and (
                (likely := self._likely(reply.decision, best))
                or reply.decision.near >= settings.answer_threshold
            )
        ]
        if not near:
            return (), False
        likely, _, found, best = max(near, key=lambda one: one[:2])
        beside = [one for one in found.weighed if one.unit.passage.id == best.unit.passage.id]
        extract = window(best, tuple(beside), settings.near_words)
        work.note_kept((extract,))
        composer = self._composer(work)
        quoted = composer.compose(found.asked, None, (extract,)).claims
        name = "comes-nearest" if likely else "near-but-other"
        lead = self._frame(name, work.understood.lang)
        return (lead, *quoted, *composer.closing()), likely

    def _likely(self, decision: Decision, best: Weighed) -> bool:
        """Whether a sentence of a publication may well be the answer."""
        publication = self._index.source(best.unit.passage.document).pair is None
        return publication and decision.probability >= self._settings.near_threshold

    def draft(self, replies: Sequence[Reply], work: Work) -> tuple[Claim, ...]:
        """The claims of the answer, in the order of the question."""
        lang = work.understood.lang
        composer = self._composer(work)
        claims: list[Claim] = []
        shown: list[Extract] = []
        figures: list[tuple[str, Headline]] = []
        told: list[Told] = []
        for reply in replies:
            if reply.found is None:
                about = self._about(reply, work)
                claims.extend(about)
                told.extend(self._dated(reply, about))
                if reply.inquiry.kind is InquiryKind.OVERVIEW:
                    claims.extend(self._overview(reply, composer, lang, len(replies)))
                continue
            if not reply.answered:
                if reply.expected:
                    claims.extend(self._left_open(reply, reply.found, work))
                continue
            fresh = tuple(left for new in reply.extracts for left in unshown(new, shown))
            shown.extend(fresh)
            work.note_kept(fresh)
            composed = self._composed(composer, reply, fresh)
            if composed.claims:
                claims.extend(self._heading(reply, lang))
            claims.extend(self._premise(reply, composed, fresh, work))
            claims.extend(composed.claims)
            if composed.short and reply.inquiry.kind in (InquiryKind.DOCUMENT, InquiryKind.SOURCE):
                figures.append((reply.inquiry.understood.text, composed.short))
            if composed.short and reply.found.best is not None:
                sentence, numbers = reply.found.best.unit.text, composed.claims[0].citations
                told.append(Told(self._named(reply), composed.short, sentence, numbers))
        self._note_conflict(figures, any(reply.differs for reply in replies), work)
        claims.extend(self._related(replies, told, work))
        claims.extend(composer.closing())
        if work.understood.follow_up.pushback and claims and not work.notices:
            claims.insert(0, self._frame("still", lang))
        return tuple(claims)

    def _named(self, reply: Reply) -> str:
        """How the answer names one of several that are compared: the part, or the document."""
        documents = reply.inquiry.documents
        if reply.inquiry.kind is InquiryKind.DOCUMENT and len(documents) == 1:
            return self._document_of(next(iter(documents))).source.title
        return reply.inquiry.label

    def _dated(self, reply: Reply, about: Sequence[Claim]) -> list[Told]:
        """The date of a document that is told about, for what it and another one make together."""
        source = self._document_of(min(reply.inquiry.documents)).source
        if len(reply.inquiry.documents) != 1 or not source.date or not about:
            return []
        year = source.date[:4]
        return [Told(source.title, Headline(year, year, 0, 4), year, about[0].citations)]

    def _related(self, replies: Sequence[Reply], told: list[Told], work: Work) -> list[Claim]:
        """What is said of two together: how their figures relate, or that they were set side by
        side."""
        text, lang = work.understood.text, work.understood.lang
        asked = relation(text)
        if asked is not None and len(told) == 2:
            first, second = told
            line = related(asked, first, second, self._wording, lang)
            return [Claim(line, (*first.citations, *second.citations))] if line else []
        documents = [r for r in replies if r.answered and r.inquiry.kind is InquiryKind.DOCUMENT]
        if len(documents) > 1 and asks_agreement(text):
            return [self._frame("agreement-asked", lang)]
        return []

    def _left_open(self, reply: Reply, found: Found, work: Work) -> list[Claim]:
        """What is said to a part on which nothing was found: what editors anticipate of it, else
        that there is nothing, with what the fiches say that they do not know, and who may; of a
        document that is named, that it is silent."""
        lang = work.understood.lang
        if reply.inquiry.kind is InquiryKind.DOCUMENT and len(reply.inquiry.documents) == 1:
            label = reply.inquiry.label
            part = [self._frame("part", lang, part=label)] if label else []
            return [*part, self._frame("silent", lang, title=self._named(reply))]
        anticipated = self._finder.guide.of_part(work.understood, found.text, work.today)
        if anticipated is None:
            unknown = self._finder.guide.unknown([found])[0]
            return [self._frame("partly", lang, part=found.text), *unknown]
        before = len(work.citations.citations)
        told = claims_of(anticipated, work.citations, self._document_of)
        # What was told to another part is not told again, unless it is all there is.
        new = [one for one in told if max(one.citations, default=0) > before]
        return [self._frame("part", lang, part=found.text), *(new or told[:1])]

    def _composed(
        self, composer: Composer, reply: Reply, extracts: tuple[Extract, ...]
    ) -> Composed:
        understood = reply.inquiry.understood
        claimed = frozenset(figure.surface.lower() for figure in understood.figures)
        assert reply.found is not None
        # Of two figures neither is the short answer.
        best = None if reply.differs else reply.found.best
        return composer.compose(reply.found.asked, best, extracts, claimed)

    def _heading(self, reply: Reply, lang: str) -> list[Claim]:
        """What names the part, and the document that it was put to."""
        inquiry = reply.inquiry
        found = []
        if inquiry.label:
            found.append(self._frame("part", lang, part=inquiry.label))
        told = {extract.passage.document for extract in reply.extracts}
        if inquiry.kind in (InquiryKind.DOCUMENT, InquiryKind.SOURCE) and len(told) == 1:
            title = self._document_of(told.pop()).source.title
            found.append(self._frame("according", lang, title=title))
        return found

    def _about(self, reply: Reply, work: Work) -> tuple[Claim, ...]:
        """What is known of the documents that the question is about."""
        claims: list[Claim] = []
        for document in reply.inquiry.documents:
            first = self._index.passages(document, 0, _FIRST_PASSAGES)
            read = self._document_of(document)
            last = self._index.passages(document)[-_FIRST_PASSAGES:] if first else ()
            claims.extend(
                about_document(
                    reply.inquiry.understood.standalone,
                    work.understood.lang,
                    read,
                    tuple(dict.fromkeys((*first, *last))),
                    work.citations,
                )
            )
        return tuple(claims)

    def _overview(self, reply: Reply, composer: Composer, lang: str, count: int) -> Iterator[Claim]:
        """What documents say of themselves, and their parts with the pages that these begin on."""
        for document in sorted(reply.inquiry.documents):
            passages = self._index.passages(document)
            extracts = overview(passages, self._settings.overview_words // count)
            yield from composer.compose(_OPEN, None, extracts).claims
            parts = chapters(passages)
            if parts and count == 1:
                several = parts[-1].page > 1
                lines = [
                    f"- {part.title}" + (f" (p. {part.page})" if several else "") for part in parts
                ]
                yield Claim("\n".join((self._wording.frame("chapters", lang), *lines)), frame=True)

    def _premise(
        self, reply: Reply, composed: Composed, extracts: tuple[Extract, ...], work: Work
    ) -> list[Claim]:
        """What is said before an answer that goes against the question."""
        assert reply.found is not None
        clash = contradiction(reply.inquiry.understood, reply.found, composed.short, extracts)
        if clash is None:
            return []
        lang = work.understood.lang
        text = self._wording.notice(
            NoticeKind.FALSE_PREMISE, lang, claimed=clash.claimed, found=clash.found
        )
        work.notices.append(Notice(NoticeKind.FALSE_PREMISE, text))
        return [self._frame("false-figure", lang, claimed=clash.claimed, found=clash.found)]

    def _note_conflict(self, figures: list[tuple[str, Headline]], known: bool, work: Work) -> None:
        """Documents that give different figures for the same thing stand side by side."""
        by_question: dict[str, set[object]] = {}
        for question, short in figures:
            value: object = short.value if short.value is not None else short.surface.casefold()
            by_question.setdefault(question, set()).add(value)
        if known or any(len(values) > 1 for values in by_question.values()):
            text = self._wording.notice(NoticeKind.CONFLICT, work.understood.lang)
            work.notices.append(Notice(NoticeKind.CONFLICT, text))

    def _frame(self, name: str, lang: str, **values: object) -> Claim:
        return Claim(self._wording.frame(name, lang, **values), frame=True)


def _computed(reply: Reply) -> bool:
    """Whether a figure or a date is wanted of one side of a comparison."""
    kind = reply.inquiry.understood.kind
    return kind.numeric or kind is AnswerKind.DATE


def _size(reply: Reply) -> int:
    return sum(map(shown_words, reply.extracts)) if reply.answered else 0
