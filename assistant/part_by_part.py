"""A question that asks several things: each on the road of a question alone, told together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace

from assistant.answer import AnswerStatus, Claim, Question
from assistant.answering_settings import AnsweringSettings
from assistant.confirming import Confirmer
from assistant.drafting import Drafter
from assistant.guidance.advice import Advice, Line, claims_of, told_in, untold
from assistant.guidance.guide import Guide
from assistant.guidance.left_over import LeftOver
from assistant.guidance.whose import is_on_guests
from assistant.reply import Reply, asks_what_is, surely_answered
from assistant.told_part import ANSWERS, Told, defines, fills_in, says_enough
from assistant.understanding import AnswerKind, Understanding, understand
from assistant.understanding.answer_kind import answer_kind
from assistant.understanding.parts import Part, points_elsewhere, whole_clause
from assistant.understanding.question import compares
from assistant.understanding.stated import stated
from assistant.verifying import DocumentOf
from assistant.wording import Wording
from assistant.work import Work
from corpus.vocabulary import Vocabulary

_STILL, _WHEN = "apply-still", ("when", "status")
_NAMES = (AnswerKind.LIST, AnswerKind.PERSON, AnswerKind.ORGANISATION, AnswerKind.PLACE)


@dataclass(frozen=True, slots=True)
class Together:
    """The claims of the parts, how the whole ends, and which parts (as they are asked) what was
    found surely answers."""

    claims: tuple[Claim, ...]
    status: AnswerStatus
    documents: tuple[str, ...]
    sure: frozenset[str] = frozenset()


class PartByPart:
    """Answers questions that ask several things, from one generation of an index."""

    def __init__(
        self,
        guide: Guide,
        drafter: Drafter,
        confirmer: Confirmer,
        document_of: DocumentOf,
        wording: Wording,
        vocabulary: Vocabulary,
        settings: AnsweringSettings,
    ) -> None:
        self._guide = guide
        self._left_over = LeftOver(guide)
        self._drafter = drafter
        self._confirmer = confirmer
        self._document_of = document_of
        self._wording = wording
        self._vocabulary = vocabulary
        self._settings = settings

    def together(
        self, work: Work, whole: Advice | None, replies: Callable[[], Sequence[Reply]]
    ) -> Together | None:
        """What is told to all parts; None where ``whole``, the advice for the question as it
        stands, tells it all, or where every part is answered from what is found.

        ``replies`` gives what can be said to the parts from what is found for them.
        """
        understood = work.understood
        if not self._guide.present or not _several(understood):
            return None
        if whole is not None and (whole.at_once or whole.status not in ANSWERS):
            return None
        given = self._given(work, whole)
        if whole is None and not any(one.advice or one.settled for one in given):
            return None
        found = replies()
        shared = any(one.shared for one in given)
        given = [
            self._with_replies(one, _of(one.part, found), whole, shared=shared) for one in given
        ]
        if whole is None and not any(one.advice or one.settled for one in given):
            return None
        if whole is None or shared:
            return self._composed(work, None, given)
        least = self._settings.beside_threshold
        left = [
            one for one in given if one.alone and not one.told_by(whole, self._gaps(one), least)
        ]
        if not left:
            told = frozenset(one.part.asked for one in given if self._is_told(one, whole))
            if whole.choices or len(told) < len(given):
                return None
            return replace(self._composed(work, whole, ()), sure=told)
        if all(one.alone and one.answered for one in given):
            return self._composed(work, None, given)
        return self._composed(work, whole, left)

    def _is_told(self, given: Told, whole: Advice) -> bool:
        """Whether advice for the whole tells a part: what answers it alone, or of a scheme that
        another part names the very section that it asks for ("and can I still apply")."""
        if given.alone:
            return given.answered
        asked = self._guide.read(given.part.asked)
        sections = {*asked.sections, *(_WHEN if _STILL in asked.requests else ())}
        told = [said for line in whole.lines for said in line.statements]
        return any(self._guide.fiches.section(said.passage) in sections for said in told)

    def _given(self, work: Work, whole: Advice | None) -> list[Told]:
        """What is told to each part, what is told to several of them once: what an adviser would,
        shared out among the parts, else what is told to one that is asked alone."""
        understood, today = work.understood, work.today
        defined = [part for part in understood.parts if defines(part)]
        of_it = defined and not all(says_enough(part) for part in understood.parts)
        if of_it or (whole is None and self._left_over.of_a_scheme(understood)):
            # Asked of one thing, each is looked up in what is held of it.
            of_named = (
                (part, self._left_over.of_named(understood, part, today))
                for part in understood.parts
            )
            return [
                Told(part, advice, leaning=True) if advice else self._alone(work, part)
                for part, advice in of_named
            ]
        whom = {
            part: Told(part, advice)
            for part in understood.parts
            if (advice := self._guide.whom_to_ask(understood, part, today))
        }
        settled = {
            part: Told(part, settled=claims)
            for part in understood.parts
            if stated(part.asked) is not None and (claims := self._settled(work, part.asked, part))
        }
        apart = (*whom, *settled)
        parts = [part for part in understood.parts if not (defines(part) or part in apart)]
        shares = {
            one.parts[0]: Told(one.parts[0], one.advice, others=one.parts[1:], shared=True)
            for one in self._guide.by_part(understood, parts, today)
        }
        if not shares:
            return [whom.get(part) or self._alone(work, part) for part in understood.parts]
        told = whom | settled | shares
        among = {part for one in shares.values() for part in one.others}
        return [
            told.get(part) or self._left(work, part)
            for part in understood.parts
            if part not in among
        ]

    def _left(self, work: Work, part: Part) -> Told:
        """A part that nothing was shared out to: asked alone, unless it leans on a rule, of which
        that says nothing; one that asks for all that is to be arranged with what is told before the
        questions."""
        if is_on_guests(self._guide.scope(work.understood), part.asked):
            return self._alone(work, part)
        if self._left_over.leans_on_a_rule(work.understood, part, work.today):
            return Told(part, leaning=True)
        whole, asked = work.understood.text, part.asked
        text = f"{whole[: max(0, whole.find(work.understood.parts[0].asked))]} {asked}"
        beside = self._asked_alone(work, text, part)
        advice = self._left_over.to_arrange(work.understood, beside, part, work.today)
        if advice is None and part.setting and not points_elsewhere(asked) and whole_clause(asked):
            advice = self._guide.advise(beside, work.today)
        if advice is not None and advice.status in ANSWERS:
            return Told(part, advice)
        return self._alone(work, part)

    def _gaps(self, given: Told) -> tuple[str, ...]:
        """What the fiches say that they do not know of a part that nothing is told to."""
        if given.answered:
            return ()
        found = [reply.found for reply in given.replies if reply.found is not None]
        return tuple(claim.text for claim in self._guide.unknown(found)[0])

    def _with_replies(
        self, given: Told, replies: tuple[Reply, ...], whole: Advice | None, *, shared: bool
    ) -> Told:
        """What is told to a part, from what was found for it where nothing else is, or where that
        surely answers what no advice for the whole does. Where what an adviser would tell is
        ``shared`` out among the other parts, a figure or a date is all that is looked up for this
        one: whether something is so does not stand in whatever is like it."""
        surely = any(reply.surely(self._settings) for reply in replies)
        kind = answer_kind(given.part.asked)
        exact = kind.numeric or kind is AnswerKind.DATE
        named = kind in _NAMES or given.part.gapped or exact
        # What something is, is explained where the fiches do.
        found = whole is None and surely and (named or not (shared or defines(given.part)))
        if given.settled or given.leaning or (given.advice is not None and not found):
            return given
        answered = any(reply.answered for reply in replies)
        looked_up = found or not shared or (exact and answered)
        return Told(given.part, replies=replies) if looked_up else given

    def _alone(self, work: Work, part: Part) -> Told:
        """A part with what is told beside it, as if it were asked by itself."""
        if not Told(part).alone:
            return Told(part)
        text = part.text
        if part.told.rstrip(".") not in text:
            text = f"{part.told} {text}"
        if asks_what_is(part):
            text = part.asked  # what something is, is so for everyone
        if claims := self._settled(work, text, part):
            return Told(part, settled=claims)
        advice = self._guide.advise(self._asked_alone(work, text, part), work.today)
        if advice is not None and advice.status not in ANSWERS:
            advice = None
        return Told(part, advice)

    def _settled(self, work: Work, text: str, part: Part) -> tuple[Claim, ...]:
        """What settles what a text states; nothing where it states nothing, or that is open."""
        own = copy(work)
        own.understood = self._asked_alone(work, text, part)
        confirmed = self._confirmer.confirm(own)
        if confirmed is None or not confirmed.settled:
            return ()
        return self._confirmer.claims(confirmed, own)

    def _asked_alone(self, work: Work, text: str, part: Part) -> Understanding:
        """A text of the question, read as if it were all that is asked; of people who come here, or
        go along, it stays a question where its ``part`` is on them."""
        alone = understand(
            Question(text, lang=work.understood.lang),
            self._vocabulary,
            subjects=self._guide.subjects,
        )
        scope = self._guide.scope(work.understood)
        if (scope.guests or scope.companions) and len(alone.parts) == 1:
            alone = replace(alone, parts=(replace(alone.parts[0], asked=part.asked),))
        if scope.incoming and not self._guide.scope(alone).incoming:
            return replace(alone, told=work.understood.text)
        return alone

    def _composed(self, work: Work, whole: Advice | None, given: Sequence[Told]) -> Together:
        """The parts in order, each named, after the advice for the whole; whom to turn to once, at
        the end."""
        lang = work.understood.lang
        claims: list[Claim] = []
        shown: list[Line] = []
        contacts: list[Line] = []
        documents: list[str] = []
        room = self._settings.most_words // (len(given) + (whole is not None))
        for one in ((Told(Part("", ""), whole),) if whole else ()) + tuple(given):
            if one.advice is None and not one.settled:
                claims += self._drafter.draft(one.replies, work)
                continue
            own = list(untold(one.advice.lines, shown)) if one.advice else []
            if one.advice and not any(line.statements or line.missing for line in own):
                continue  # all of it was told to another part
            if one.part.asked:
                named = [part.label for part in (one.part, *one.others)]
                claims.append(Claim(self._wording.heading(named, lang), frame=True))
            if one.advice is None:
                claims += one.settled
                continue
            documents += one.advice.documents
            lines = own
            if any(line.statements and not line.contact for line in lines):
                contacts += [line for line in lines if line.contact]
                lines = [line for line in lines if not line.contact]
            lines = _within(lines, room)
            shown += lines
            claims += self._claims(replace(one.advice, lines=tuple(lines)), work)
        if whole is None:
            scope = self._guide.scope(work.understood)
            claims += [
                Claim(text, frame=True)
                for text in self._guide.unheard_of(scope, lang)
                if all(text != claim.text for claim in claims)
            ]
        contacts = [line for line in contacts[:1] if not told_in(line, shown)]
        if contacts:
            claims += self._claims(Advice(AnswerStatus.ANSWERED, tuple(contacts)), work)
        every = all(one.answered for one in given)
        partly = any(
            one.advice is not None and one.advice.status is AnswerStatus.PARTLY_ANSWERED
            for one in (*given, *((Told(Part("", ""), whole),) if whole else ()))
        )
        status = AnswerStatus.ANSWERED if every and not partly else AnswerStatus.PARTLY_ANSWERED
        sure = surely_answered([reply for one in given for reply in one.replies], self._settings)
        sure |= {
            one.part.asked
            for one in given
            if one.settled or (one.answered and (asks_what_is(one.part) or fills_in(one, given)))
        }
        return Together(tuple(claims), status, tuple(dict.fromkeys(documents)), sure)

    def _claims(self, advice: Advice, work: Work) -> tuple[Claim, ...]:
        return claims_of(advice, work.citations, self._document_of)


def _several(understood: Understanding) -> bool:
    return (
        len(understood.parts) > 1
        and not understood.follow_up.dependent
        and not understood.pointers
        and not compares(understood)
    )


def _of(part: Part, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """The replies to the inquiries after a part."""
    return tuple(one for one in replies if one.inquiry.understood.parts[0].asked == part.asked)


def _within(lines: Sequence[Line], room: int) -> list[Line]:
    """The first lines that fit in ``room`` words, and at least one that tells something."""
    kept: list[Line] = []
    words = 0
    for line in lines:
        words += line.words
        if words > room and any(one.statements for one in kept) and not line.among:
            break
        kept.append(line)
    return kept
