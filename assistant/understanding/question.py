"""The whole of what is understood of a question before anything is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import Question
from assistant.errors import BadQuestion
from assistant.extracting.dates import years
from assistant.extracting.names import names
from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.conversation import Conversation, Read, Subject, Subjects, conversation
from assistant.understanding.courtesy import without_courtesy
from assistant.understanding.enumerated import Matters, nothing
from assistant.understanding.follow_up import FollowUp, FollowUps, answer_names
from assistant.understanding.injection import set_aside
from assistant.understanding.language import question_language
from assistant.understanding.long_text import essence
from assistant.understanding.parts import Part, parts, whole_clause
from assistant.understanding.place_asked import without_place
from assistant.understanding.reference import Pointer, blanked, pointers
from assistant.understanding.sides import several_sources, sides
from assistant.understanding.sizes import asked_size
from assistant.understanding.slots import Slots, in_place, without
from assistant.understanding.small_talk import SmallTalk, small_talk
from assistant.understanding.standing_alone import says_what
from corpus.vocabulary import Vocabulary

_ACCORDING = re.compile(r"\b(?:volgens|according to)\b", re.IGNORECASE)
_MOST_READ = 2_000  # characters of a long question that are weighed


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question as it is understood.

    ``text`` is the question without markup and orders to the assistant; ``standalone`` completes it
    from earlier turns; of a part, ``told`` is what the whole tells beside it. ``lang`` is the
    language of the answer, ``question_lang`` that of the question. ``premises`` are the figures and
    years that the question states itself; ``placed`` tells that it asks at its end where all that
    stands ("... Which page?").
    """

    text: str
    standalone: str
    lang: str
    question_lang: str
    kind: AnswerKind
    follow_up: FollowUp
    parts: tuple[Part, ...]
    sides: tuple[str, ...] = ()
    several_sources: bool = False
    pointers: tuple[Pointer, ...] = ()
    names: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    years: frozenset[int] = frozenset()
    size: int | None = None
    orders: tuple[str, ...] = ()
    small_talk: SmallTalk | None = None
    told: str = ""
    placed: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether it leans on no earlier turn."""
        return not self.follow_up.dependent and self.standalone == self.text

    @property
    def premises(self) -> tuple[Figure, ...]:
        """The figures that the question takes for granted, years left out."""
        return tuple(figure for figure in self.figures if figure.kind is not FigureKind.YEAR)


def _nothing(_text: str, _lang: str) -> tuple[Subject, ...]:
    """No text is about anything where there are no fiches."""
    return ()


def understand(
    question: Question,
    vocabulary: Vocabulary,
    *,
    max_characters: int = 10_000,
    subjects: Subjects = _nothing,
    matters: Matters = nothing,
) -> Understanding:
    """Read a question and the turns before it. ``subjects`` tells what a text is about, ``matters``
    which rules a few words name.

    Raises:
        BadQuestion: there is nothing in it to answer, or it is longer than ``max_characters``.
    """
    if not question.text.strip():
        raise BadQuestion("The question is empty.", hint="Type a question, in Dutch or in English.")
    if len(question.text) > max_characters:
        raise BadQuestion(
            f"The question is {len(question.text)} characters long; at most {max_characters}"
            f" are read.",
            hint="Ask in one or a few sentences.",
        )
    text, orders = set_aside(essence(question.text, _MOST_READ))
    said = small_talk(text)
    placed = False
    if said is None:
        text, placed = without_place(without_courtesy(text))
    filled = Slots(vocabulary)
    follow_ups = FollowUps(filled, subjects)
    completed = FollowUp(text)
    if said is None:
        completed = follow_ups.complete(text, _state(question, follow_ups))
    understood = _understood(question, text, completed, filled, matters)
    return replace(understood, orders=orders, small_talk=said, placed=placed)


def reread(
    question: Question,
    understood: Understanding,
    vocabulary: Vocabulary,
    *,
    subjects: Subjects = _nothing,
) -> Understanding | None:
    """A question that was ``understood``, read the other way: by itself where it was taken to go on
    from what was said, or as going on where it was taken by itself; None where it can be read in
    one way only."""
    if understood.small_talk is not None or not question.history:
        return None
    text, orders = set_aside(essence(question.text, _MOST_READ))
    filled = Slots(vocabulary)
    follow_ups = FollowUps(filled, subjects)
    other = follow_ups.other(text, _state(question, follow_ups), understood.follow_up)
    if other is None:
        return None
    return replace(_understood(question, text, other, filled), orders=orders)


def compares(understood: Understanding) -> bool:
    """Whether it sets things side by side: an agreement "between" two is one of several things that
    are asked."""
    if len(understood.parts) == 1:
        return bool(understood.sides)
    kinds = {understood.kind, *(answer_kind(part.asked) for part in understood.parts)}
    return AnswerKind.COMPARISON in kinds


def _understood(
    question: Question,
    text: str,
    completed: FollowUp,
    filled: Slots,
    matters: Matters = nothing,
) -> Understanding:
    earlier = tuple(turn.content for turn in question.history if turn.role == "user")
    detected, lang = question_language(text or question.text, earlier)
    lang = question.lang or completed.lang or lang
    if not completed.dependent:
        if completed.leans:
            detected = question_language(completed.standalone)[0]
        text = completed.standalone
    elif completed.ellipsis:
        # What is searched is the earlier question, in the language that it was asked in.
        detected = question_language(completed.previous)[0]
    asked = completed.previous if completed.ellipsis else text
    kind = answer_kind(text)
    if completed.ellipsis or (kind is AnswerKind.OPEN and completed.dependent):
        kind = answer_kind(completed.previous)
    found = _parts(text, completed, filled, matters)
    compared = sides(asked)
    if len(found) > 1 and not any(sides(part.asked) for part in found):
        compared = ()  # what stands in two questions is not set side by side
    return Understanding(
        text=text,
        standalone=completed.standalone,
        lang=lang if lang in ("nl", "en") else "en",
        question_lang=detected,
        kind=kind,
        follow_up=completed,
        parts=found,
        sides=compared,
        several_sources=several_sources(asked),
        pointers=pointers(completed.standalone),
        names=tuple(dict.fromkeys(name.surface for name in names(text))),
        referents=(
            answer_names(question.history)
            if completed.dependent and not completed.renumbered
            else ()
        ),
        figures=figures(blanked(text)),
        years=years(text),
        size=asked_size(asked),
    )


def _state(question: Question, follow_ups: FollowUps) -> Conversation:
    """What the turns before a question have come to."""

    def read(said: str, state: Conversation) -> Read:
        found = follow_ups.complete(said, state)
        return Read(found.standalone, again=found.again, leans=found.leans, more=bool(found.told))

    return conversation(question.history, read)


def _parts(text: str, completed: FollowUp, filled: Slots, matters: Matters) -> tuple[Part, ...]:
    """The parts of a question; one that may be about several things is put to each of them, and one
    that only completes the earlier question has one."""
    if completed.several:
        return tuple(Part(one, one) for one in completed.several)
    found = parts(text, matters) if not completed.ellipsis else ()
    if len(found) > 1 or not completed.dependent:
        # A part that names another country or year than its setting asks about that one instead.
        return tuple(
            _in_its_place(part, " ".join(p.asked for p in found[:at]), filled)
            for at, part in enumerate(found)
        )
    return (Part(completed.standalone, completed.standalone),)


def _in_its_place(part: Part, before: str, filled: Slots) -> Part:
    """A part with the country it is asked of, and without the one that it replaces."""
    text = _placed(part, before, filled)
    was = part.text if text != part.text else ""
    told = bool(filled.places(part.told))
    return replace(
        part,
        text=text,
        setting=without(part.setting, filled.replaced(part.setting, part.asked)),
        anywhere="" if told else was,
        unplaced=was if told else "",
    )


def _placed(part: Part, before: str, filled: Slots) -> str:
    """The text of a part, with the one country that was told before it where it says none itself
    and asks of nothing that has a name or a meaning of its own, nor what somebody says. Who is
    asked about "before" by where they are from ("the Dutch") tells of no place to be in, nor does
    what is named in passing, or where guests come from."""
    told = filled.places(part.told)
    asked = filled.places(before)
    meant = filled.meant(f"{part.told} {before} {part.asked}", part.asked)
    codes = {place.code for place in (*told, *asked)} & meant
    if not told and all(place.adjective for place in asked):
        return part.text
    if len(codes) != 1 or part.gapped or filled.names_place(part.text):
        return part.text
    if _ACCORDING.search(part.text):
        return part.text
    if part.setting and not (part.told or whole_clause(part.text)):
        return part.text
    if says_what(part.text):
        return part.text
    lang = question_language(part.text)[1]
    return in_place(part.text, filled.called(codes.pop(), lang))


def to_the_point(understood: Understanding) -> Understanding:
    """A question without what is told beside it, where it stands by itself."""
    alone = len(understood.parts) == 1 and understood.parts[0].told
    return understand_part(understood, understood.parts[0]) if alone else understood


def looked_up(understood: Understanding) -> Understanding:
    """The same as it is looked up: what is told beside it is looked for as such, so no document has
    to say the country that is told there."""
    alone = to_the_point(understood)
    part = alone.parts[0]
    return understand_part(alone, replace(part, text=part.unplaced)) if part.unplaced else alone


def understand_part(whole: Understanding, part: Part) -> Understanding:
    """One part of a question, as if it had been asked by itself."""
    # A part that leaves nothing out is about what its setting names, too.
    named = part.text if part.gapped else f"{part.text} {part.setting}"
    kind = answer_kind(part.asked)
    return replace(
        whole,
        text=part.text,
        standalone=" ".join(f"{part.text} {part.setting} {whole.follow_up.context}".split()),
        kind=whole.kind if part.gapped and kind is AnswerKind.OPEN else kind,
        parts=(part,),
        sides=sides(part.text),
        several_sources=several_sources(part.asked),
        pointers=pointers(part.text),
        names=tuple(dict.fromkeys(name.surface for name in names(named))),
        figures=figures(blanked(part.asked)),
        years=years(part.asked),
        size=asked_size(part.asked),
        told=part.told,
    )
