"""What an answer to who asks for guidance still owes: that a part of the question is not answered,
and whom to turn to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, zip_longest

from assistant.answer import AnswerStatus, Claim
from assistant.guidance.advice import Advice, claims_of
from assistant.guidance.asked import Asked
from assistant.guidance.asked_parts import AskedParts, Held
from assistant.guidance.guide import Guide
from assistant.guidance.timing import asks_time, says_time, tells_what_remains
from assistant.guidance.wording import say
from assistant.understanding.parts import Part
from assistant.verifying import DocumentOf
from assistant.wording import Wording
from assistant.work import Work
from indexing.passage import Passage

_ANSWERS = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY_ANSWERED)
_SHORT = 6  # words
_ANYTHING = "\0"  # put for what a sentence is filled in with
_LONGEST = 20  # words of a part that are repeated


@dataclass(frozen=True, slots=True)
class Completed:
    """An answer with what it owes. ``standing`` are those of its claims that stay whoever words it:
    that a part is not answered, with what stands under that, and whom to turn to."""

    claims: tuple[Claim, ...]
    status: AnswerStatus
    standing: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class _Section:
    """Claims under the name of ``parts``, or that stand before any; ``empty`` tells that they say
    that nothing was found."""

    parts: tuple[Part, ...]
    heading: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    empty: bool = False


class Completer:
    """Completes answers from the fiches of one generation of an index."""

    def __init__(self, guide: Guide, document_of: DocumentOf, wording: Wording) -> None:
        self._guide = guide
        self._document_of = document_of
        self._wording = wording

    def complete(
        self,
        work: Work,
        claims: Sequence[Claim],
        status: AnswerStatus,
        sure: Collection[str] = (),
    ) -> Completed:
        """The claims with what they owe, and how the whole ends; as they are where they do not
        answer who asks for guidance from the fiches. ``sure`` are the parts, as they are asked,
        that what was found surely answers."""
        cited = {citation.document for citation in work.citations.citations}
        ours = bool(cited) and cited <= self._guide.fiches.identities
        if status not in _ANSWERS or not ours or work.question.history:
            return Completed(tuple(claims), status)
        scope = self._guide.scope(work.understood)
        # Hardly any of the judged questions is a guest's.
        asked = None if scope.hosts else self._guide.asked.read(work.understood, scope, work.today)
        if asked is None:
            return Completed(tuple(claims), status)
        return _Completion(work, asked, self._guide.asked, self._document_of, self._wording).of(
            claims, status, sure
        )


class _Completion:
    """One answer, on its way to be whole."""

    def __init__(
        self,
        work: Work,
        asked: Asked,
        parts: AskedParts,
        document_of: DocumentOf,
        wording: Wording,
    ) -> None:
        self._work = work
        self._asked = asked
        self._parts = parts
        self._document_of = document_of
        self._wording = wording
        citations = work.citations.citations
        held = parts.passages(citation.document for citation in citations)
        self._cited = {one.n: held[one.passage] for one in citations if one.passage in held}
        self._open: list[Claim] = []

    def of(self, claims: Sequence[Claim], status: AnswerStatus, sure: Collection[str]) -> Completed:
        """The claims completed, and the status that they make."""
        said = {" ".join(claim.text.split()) for claim in claims if claim.frame}
        told = [passage for claim in claims for passage in self._passages(claim)]
        held = {
            part: self._parts.held(self._asked, part, told, said, own)
            for part, own in self._own(claims, told).items()
        }
        held = {
            part: replace(one, answered=True, near=None) if part.asked in sure else one
            for part, one in held.items()
        }
        if any(claim.frame and says_time(claim.text) for claim in claims):
            held = {
                part: replace(one, answered=True) if asks_time(part.asked) else one
                for part, one in held.items()
            }
        beside = self._parts.beside(held.values())
        claims = [one for one in claims if " ".join(one.text.split()) not in beside]
        claims = self._each_once(self._without_noise(claims, held.values()))
        turned = self._contacts() if self._parts.turns(self._asked) else ()
        if turned:
            claims = self._without_contacts(claims)
            told_whom = {claim.citations for claim in claims}
            turned = tuple(one for one in turned if one.citations not in told_whom)
        if len(self._asked.parts) > 1:
            claims = [*self._by_part(claims, held)]
            whole = all(one.answered and not one.admitted for one in held.values())
            status = AnswerStatus.ANSWERED if whole else AnswerStatus.PARTLY_ANSWERED
            if not any(one.known or part.asked in sure for part, one in held.items()):
                # Gaps that are admitted, and what is near them, answer nothing.
                status = AnswerStatus.NOT_IN_CORPUS
                lang = self._work.understood.lang
                claims = [Claim(self._wording.status(status, lang), frame=True), *claims]
        elif beside and not any(one.said.keys() - beside for one in held.values()):
            status = AnswerStatus.ANSWERED
        return Completed((*self._led(claims), *turned), status, (*self._open, *turned))

    def _led(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """The claims without names of documents of which nothing is told any more."""
        lang, wording = self._work.understood.lang, self._wording
        names = {
            wording.frame("according", lang, title=citation.title)
            for citation in self._work.citations.citations
        }
        for claim, behind in zip_longest(claims, claims[1:]):
            if not (claim.frame and claim.text in names and (behind is None or behind.frame)):
                yield claim

    def _own(self, claims: Sequence[Claim], told: Sequence[Passage]) -> dict[Part, frozenset[str]]:
        """The statements (ids) that answer each part: those that stand under its name, where each
        part has its own answer, else any that are ``told``."""
        before, *sections = self._sections(claims)
        if not sections or any(
            self._passages(one) and not self._is_contact(one) for one in before.claims
        ):
            return dict.fromkeys(self._asked.parts, frozenset(one.id for one in told))
        found: dict[Part, frozenset[str]] = dict.fromkeys(self._asked.parts, frozenset())
        for section in sections:
            own = frozenset(one.id for claim in section.claims for one in self._passages(claim))
            for part in section.parts:
                found[part] |= own
        return found

    def _without_noise(self, claims: Sequence[Claim], held: Iterable[Held]) -> list[Claim]:
        """The claims without what has hardly anything of a part, where others answer one, and what
        is said about it. What comes with a plan is told as a whole, and grants for one thing that
        is asked, whose limits were read."""
        every = list(held)
        one_thing = len(every) == 1
        if not any(one.answered for one in every) or self._parts.tells_all(self._asked):
            return list(claims)
        timed = any(claim.frame and says_time(claim.text) for claim in claims)
        noise = [
            self._is_noise(claim, every)
            and not (one_thing and self._is_grant(claim))
            and not (timed and any(map(tells_what_remains, self._passages(claim))))
            for claim in claims
        ]
        kept: list[Claim] = []
        left_out = False
        for claim, is_noise in zip(claims, noise, strict=True):
            if is_noise:
                left_out = True
            elif not (left_out and claim.frame and claim.text.startswith(self._measured)):
                left_out = left_out and claim.frame
                kept.append(claim)
        tells = any(self._passages(one) and not self._is_contact(one) for one in kept)
        return kept if tells else list(claims)

    @cached_property
    def _measured(self) -> str:
        """How a sentence begins that sets a number of the question beside a statement's limit."""
        lang = self._work.understood.lang
        return say("measured", lang, said=_ANYTHING, terms="").partition(_ANYTHING)[0]

    def _is_noise(self, claim: Claim, every: Sequence[Held]) -> bool:
        passages = self._passages(claim)
        return (
            bool(passages)
            and not self._is_contact(claim)
            and all(self._parts.is_noise(self._asked, passage, every) for passage in passages)
        )

    def _is_grant(self, claim: Claim) -> bool:
        return any(self._parts.is_grant(passage) for passage in self._passages(claim))

    def _each_once(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, none twice, unless nothing would be left under the name of a part."""
        once = {id(claim) for claim in self._once(claims)}
        kept: list[Claim] = []
        for section in self._sections(claims):
            own = [claim for claim in section.claims if id(claim) in once]
            left = any(map(self._passages, own)) or not section.parts
            kept += [*section.heading, *(own if left else section.claims)]
        return kept

    def _once(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims without those that another says in full, or nearly so, of the same fiche."""
        kept: dict[int, Claim] = {}
        for place, claim in sorted(enumerate(claims), key=lambda one: -len(one[1].text)):
            if not any(self._says_again(claim, other) for other in kept.values()):
                kept[place] = claim
        told = {one.text for one in kept.values() if not one.frame}
        return [
            kept[place]
            for place in sorted(kept)
            if not (kept[place].frame and kept[place].text in told)
        ]

    def _says_again(self, claim: Claim, other: Claim) -> bool:
        own, others = self._passages(claim), self._passages(other)
        short = len(claim.text.split()) < _SHORT  # a figure, before the statement that holds it
        return (
            bool(own)
            and not short
            and all(any(self._parts.says_the_same(one, two) for two in others) for one in own)
        )

    def _by_part(self, claims: Sequence[Claim], held: dict[Part, Held]) -> Iterator[Claim]:
        """The claims with, for each part, that it is not answered where it is not: in the order in
        which they are asked."""
        sections = self._named_where_told(self._sections(claims), held)
        left = list(held)
        for section in sections:
            if not section.parts:
                yield from section.claims
                continue
            before = left[: left.index(section.parts[0])] if section.parts[0] in left else []
            yield from self._left_open(before, held)
            yield from self._section(section, held)
            left = [part for part in left if part not in (*before, *section.parts)]
        yield from self._left_open(left, held)

    def _named_where_told(
        self, sections: Sequence[_Section], held: dict[Part, Held]
    ) -> list[_Section]:
        """The sections, of which one also names a part where what answers that stands there, and
        nothing under its own name does."""
        found = list(sections)
        for part, own in held.items():
            named = [one for one in found if part in one.parts]
            if not own.answered or any(self._tells(one, held) for one in named):
                continue
            place = next((n for n, one in enumerate(found) if self._holds(one, own.leant)), None)
            if place is None or any(one.parts != (part,) for one in named):
                continue
            parts = (*found[place].parts, part)
            heading = self._wording.heading(
                [one.label for one in parts], self._work.understood.lang
            )
            found[place] = replace(found[place], parts=parts, heading=(Claim(heading, frame=True),))
            found = [one for one in found if one not in named]
        return found

    def _tells(self, section: _Section, held: dict[Part, Held]) -> bool:
        """Whether something under the name of parts tells of these."""
        every = [held[part] for part in section.parts]
        return any(
            self._passages(claim) and any(self._is_about(claim, one) for one in every)
            for claim in section.claims
        )

    def _holds(self, section: _Section, statements: Collection[str]) -> bool:
        """Whether one of the statements (ids) stands under the name of a part."""
        return bool(section.parts) and any(
            one.id in statements for claim in section.claims for one in self._passages(claim)
        )

    def _left_open(self, left: Sequence[Part], held: dict[Part, Held]) -> Iterator[Claim]:
        """That parts under which nothing stands are not answered."""
        for part in left:
            if not held[part].answered:
                yield self._unknown(part, held[part])

    def _section(self, section: _Section, every: dict[Part, Held]) -> Iterator[Claim]:
        held = [every[part] for part in section.parts]
        kept = [
            one for one in section.claims if any(self._is_about(one, of_part) for of_part in held)
        ]
        tells = any(self._passages(one) for one in kept)
        near = any(
            not self._is_contact(one) or any(held[0].may_tell(it) for it in self._passages(one))
            for one in kept
            if self._passages(one)
        )
        open_ = [part for part in section.parts if not every[part].answered]
        if section.empty or not tells or (not near and len(open_) == len(section.parts)):
            for part in open_:
                yield self._unknown(part, every[part])
            if section.empty and open_:
                yield from (one for one in kept if one.text != held[0].unknown)
        elif not open_:
            yield from (*section.heading, *kept)
        elif len(open_) < len(section.parts):
            answered = [part.label for part in section.parts if part not in open_]
            lang = self._work.understood.lang
            yield Claim(self._wording.heading(answered, lang), frame=True)
            yield from kept
            for part in open_:
                yield self._frame("part-above", part)
        else:
            self._open += kept  # what it leads up to
            yield self._frame("part-near", open_[0])
            yield from kept

    def _is_about(self, claim: Claim, held: Held) -> bool:
        """Whether a claim may tell something of a part; what tells nothing stays."""
        passages = self._passages(claim)
        return self._is_contact(claim) or any(map(held.may_tell, passages)) or not passages

    def _unknown(self, part: Part, held: Held) -> Claim:
        """That a part is not answered, in the words of a fiche where one says so."""
        return self._left(held.unknown) if held.unknown else self._frame("part-unknown", part)

    def _left(self, text: str) -> Claim:
        """The frame that tells that a part is open."""
        self._open.append(Claim(text, frame=True))
        return self._open[-1]

    def _frame(self, name: str, part: Part) -> Claim:
        lang = self._work.understood.lang
        label = part.label if len(part.label.split()) <= _LONGEST else ""
        whom = self._parts.who.may_know(self._asked, part)
        known = self._parts.who.knows(self._asked, part) or (
            self._parts.who.name(whom, self._asked) if whom else ""
        )
        if not known or not label:
            return self._left(self._wording.frame("partly", lang, part=label or part.asked))
        return self._left(self._wording.frame(name, lang, part=label, whom=known))

    def _sections(self, claims: Sequence[Claim]) -> list[_Section]:
        headings = self._headings()
        sections = [_Section((), (), ())]
        for claim in claims:
            if claim.frame and claim.text in headings:
                parts, empty = headings[claim.text]
                sections.append(_Section(parts, (claim,), (), empty))
            else:
                last = sections[-1]
                sections[-1] = replace(last, claims=(*last.claims, claim))
        return sections

    def _headings(self) -> dict[str, tuple[tuple[Part, ...], bool]]:
        """The sentences that name parts, and whether they say that nothing was found on them."""
        lang, wording = self._work.understood.lang, self._wording
        parts = self._asked.parts
        found: dict[str, tuple[tuple[Part, ...], bool]] = {
            wording.frame(name, lang, part=label): ((part,), name == "partly")
            for part in parts
            for label in (part.asked, part.asked.strip(" ?.!"), part.text, part.label)
            for name in ("part", "partly")
        }
        for size in range(2, len(parts) + 1):
            for several in combinations(parts, size):
                found[wording.heading([part.label for part in several], lang)] = (several, False)
        return found

    def _contacts(self) -> tuple[Claim, ...]:
        lines = self._parts.who.contacts(self._asked)
        advice = Advice(AnswerStatus.ANSWERED, lines)
        return claims_of(advice, self._work.citations, self._document_of)

    def _without_contacts(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims without whom to turn to, unless that is all that stands under a part."""
        kept: list[Claim] = []
        for section in self._sections(claims):
            own = [claim for claim in section.claims if not self._is_contact(claim)]
            only = bool(section.parts) and not any(map(self._passages, own))
            kept += [*section.heading, *(section.claims if only else own)]
        return kept

    def _is_contact(self, claim: Claim) -> bool:
        passages = self._passages(claim)
        return bool(passages) and all(self._parts.is_contact(one) for one in passages)

    def _passages(self, claim: Claim) -> list[Passage]:
        return [self._cited[n] for n in claim.citations if n in self._cited]
