"""What there is to find out for a question: one inquiry, or one for each part, document or side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.about_documents import asks_about_document
from assistant.another_voice import beside_document, joined
from assistant.extracting.names import names
from assistant.mention import Mention, without
from assistant.overviews import asks_overview
from assistant.understanding import Understanding
from assistant.understanding.agreement import asks_agreement, without_agreement
from assistant.understanding.carrying import content_size, is_name
from assistant.understanding.follow_up import FollowUp
from assistant.understanding.parts import Part
from assistant.understanding.pieces import taken_apart
from assistant.understanding.question import looked_up, to_the_point, understand_part
from assistant.understanding.relation import only_relates, relation, side_question, without_relation
from assistant.words import words as word_list
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_FRAME = word_list("frame")
_EMPTY = stop_words("nl") | stop_words("en")
# "Which text other than the report says so": that one is known.
_EXCEPT = re.compile(
    r"\b(?:other than|apart from|besides|except|behalve|buiten|naast|anders dan)\s$", re.IGNORECASE
)
_LEAST_LETTERS = 3  # of a word that says something
_LEAST_TOLD = 12  # signs by which what is told is known for the beginning of a question
_LEAST_SAID = 2  # words by which a part says what it asks about
_MOST_DOCUMENTS = 4  # documents that one question is put to


class InquiryKind(StrEnum):
    """Why an inquiry is made by itself."""

    WHOLE = "whole"
    PART = "part"
    SIDE = "side"
    DOCUMENT = "document"
    SOURCE = "source"
    ABOUT = "about"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One thing to find out.

    ``understood`` is the question, or the part of it; ``setting`` words that complete it;
    ``documents`` those in which alone it is looked for, all when empty (for ABOUT and OVERVIEW:
    those it is about); ``label`` how the answer names the part, empty where it needs no name.
    ``apart`` are documents that are another's, whose answers are not this one's.
    ``anywhere`` is the same asked of no country, where only another part names the one it is asked
    of. DOCUMENT is put to documents that the question names, SOURCE to one of those that hold most
    of it. ``beside`` tells that what is told beside the question is looked for as such.
    """

    understood: Understanding
    kind: InquiryKind = InquiryKind.WHOLE
    setting: str = ""
    documents: frozenset[str] = frozenset()
    label: str = ""
    apart: frozenset[str] = frozenset()
    anywhere: Understanding | None = None
    beside: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question's text is read against the index.

    ``mentions`` finds the documents that a text names outright, ``named`` those it may name,
    ``one_by_one`` gives the question for each of the countries that it sets side by side,
    ``others`` the publications that are not these, ``overall`` is ``mentions`` for a question that
    is about documents as a whole; ``owners`` gives the question for each of two makers that it
    sets side by side, with the documents that are the other's.
    """

    mentions: Callable[[str], tuple[Mention, ...]]
    named: Callable[[str], frozenset[str]]
    one_by_one: Callable[[Understanding], tuple[str, ...]]
    others: Callable[[frozenset[str]], frozenset[str]]
    overall: Callable[[str], tuple[Mention, ...]]
    owners: Callable[[str], tuple[tuple[str, frozenset[str]], ...]]


def inquiries(
    understood: Understanding, reading: Reading, *, beside: bool = True
) -> tuple[Inquiry, ...]:
    """What there is to find out, in the order of the question; never empty. With ``beside`` what is
    told beside it is looked for as such, as documents want it; without, what is asked is asked in
    the country that is told, as fiches do."""
    found = _inquiries(understood, reading, beside=beside)
    return found if beside else tuple(replace(one, beside=False) for one in found)


def _inquiries(understood: Understanding, reading: Reading, *, beside: bool) -> tuple[Inquiry, ...]:
    if each := reading.one_by_one(understood):
        return tuple(
            Inquiry(understand_part(understood, Part(text, text, gapped=True)), InquiryKind.PART)
            for text in each
        )
    several = len(_documents(reading.mentions(understood.text))) > 1
    if not several and (sides := reading.owners(understood.standalone)):
        return tuple(
            Inquiry(
                understand_part(understood, Part(text, text, gapped=True)),
                InquiryKind.PART,
                label=text,
                apart=apart,
            )
            for text, apart in sides
        )
    if overviews := _overviews(understood, reading):
        return overviews
    if about := _about(understood.parts, understood, reading):
        return about
    if len(understood.parts) == 1:
        alone = looked_up(understood) if beside else to_the_point(understood)
        return tuple(_whole(alone, reading, beside=beside))
    found: list[Inquiry] = []
    topic = understood.parts[0].topic
    told_of = frozenset(_documents(reading.mentions(topic)))
    passed = 0  # parts that are answered with those before them
    for number, part in enumerate(understood.parts):
        if number < passed:
            continue
        if number > 1 and only_relates(part.asked):
            continue  # what is computed from those before it
        part = _leaning(part, understood.parts[number - 1] if number else None, reading)
        end = number + 1
        while end < len(understood.parts) and _goes_on(understood.parts[end]):
            end += 1
        about = _about(understood.parts[number:end], understood, reading)
        passed = end if about else 0
        if beside and part.unplaced and not about:
            part = replace(part, text=part.unplaced)
        found.extend(about or _of_part(understood, part, reading, told_of))
    return tuple(found)


def _overviews(understood: Understanding, reading: Reading) -> tuple[Inquiry, ...]:
    """Inquiries after what documents are about, when nothing else is asked of them."""
    if understood.pointers:
        return ()
    mentions = reading.overall(understood.text)
    if not mentions or not asks_overview(without(understood.text, mentions)):
        return ()
    return tuple(
        Inquiry(understood, InquiryKind.OVERVIEW, documents=frozenset({document}))
        for document in _documents(mentions)
    )


def _leaning(part: Part, before: Part | None, reading: Reading) -> Part:
    """A part that names a document and says nothing else, or only asks whether it agrees, asks it
    what the part before asks, or what is told. One that says more and asks another document than
    the part before leans on what is told only."""
    mentions = reading.mentions(part.text)
    if not mentions:
        return part
    if part.setting:
        return _beside_another(part, mentions, before, reading)
    rest = without(part.text, mentions)
    if asks_agreement(rest):
        rest = without_agreement(rest)
    words = (folded(token) for token in tokens(rest))
    if all(word in _FRAME or word in _EMPTY or not word.isalnum() for word in words):
        earlier = before.text if before else part.told
        return replace(part, setting=without(earlier, reading.mentions(earlier)))
    return part


def _beside_another(
    part: Part, mentions: tuple[Mention, ...], before: Part | None, reading: Reading
) -> Part:
    """A part without what the part before asks another document, where it leans on more."""
    if before is None or before.asked not in part.setting:
        return part
    theirs = _documents(reading.mentions(before.asked))
    told = part.setting.replace(before.asked, "").strip(" .:")
    if not (theirs and told) or set(theirs) & set(_documents(mentions)):
        return part
    return replace(part, setting=told)


def _about(
    parts: tuple[Part, ...], understood: Understanding, reading: Reading
) -> tuple[Inquiry, ...]:
    """Inquiries after documents themselves, when that is all that the parts ask."""
    first = parts[0]
    alone = len(understood.parts) == 1
    if not asks_about_document(understood.text if alone else first.text):
        return ()
    text = understood.standalone if alone else first.text
    if not all(_goes_on(part) for part in parts[1:]):
        return ()  # what follows asks more than "and when"
    named = tuple(dict.fromkeys(mention.document for mention in reading.mentions(text)))
    if not named:
        named = tuple(reading.named(text))
        if len(named) != 1:
            return ()
    own = understood if alone else understand_part(understood, first)
    return tuple(
        Inquiry(own, InquiryKind.ABOUT, documents=frozenset({document})) for document in named
    )


def _goes_on(part: Part) -> bool:
    """Whether a part asks no more than "and when" of what the part before is about."""
    return bool(part.setting) and content_size(part.asked) <= 1


def _of_part(
    understood: Understanding, part: Part, reading: Reading, told_of: frozenset[str]
) -> Iterator[Inquiry]:
    """Inquiries after a part; one that names no document is put to those, ``told_of``, that all
    parts are said to be about."""
    if part.topic and _says_enough(part.asked) and not reading.mentions(part.topic):
        # It is about its own words first: who names a theme says it of all parts together.
        part = replace(
            part, text=part.without_topic, setting=f"{part.topic} {part.setting}".strip()
        )
    # A document that another part names is not what this one is about.
    part = replace(part, setting=without(part.setting, reading.mentions(part.setting)))
    own = understand_part(understood, part)
    mentions = reading.mentions(part.text)
    documents = _documents(mentions)
    if len(documents) > 1:
        yield from _by_document(own, mentions, part.asked, part.setting)
        return
    if documents:
        text = without(part.text, mentions)
        own = understand_part(understood, replace(part, text=text, topic=""))
    looked_in = frozenset(documents) or told_of
    anywhere = understand_part(understood, replace(part, text=part.anywhere))
    yield Inquiry(
        own,
        InquiryKind.PART,
        part.setting,
        looked_in,
        part.asked,
        anywhere=anywhere if part.anywhere else None,
    )


def _says_enough(asked: str) -> bool:
    """Whether a part says what it asks about without the topic of all parts."""
    own = [word for token in tokens(asked) if (word := folded(token)) not in _FRAME | _EMPTY]
    named = any(is_name(name.surface) for name in names(asked))
    return named or sum(len(word) >= _LEAST_LETTERS for word in own) >= _LEAST_SAID


def _whole(understood: Understanding, reading: Reading, *, beside: bool) -> Iterator[Inquiry]:
    mentions = reading.mentions(understood.text)
    if understood.follow_up.dependent:
        yield _followed(understood, mentions, reading)
        return
    if len(_documents(mentions)) > 1 and not understood.pointers:
        yield from _by_document(understood, mentions, "")
        return
    if len(mentions) == 1 and _EXCEPT.search(understood.text[: mentions[0].start]):
        text = _EXCEPT.sub(" ", understood.text[: mentions[0].start])
        own = understand_part(
            understood, Part(understood.text, joined(text, understood.text[mentions[0].end :]))
        )
        yield Inquiry(own, documents=reading.others(frozenset(_documents(mentions))))
        return
    if (
        len(mentions) == 1
        and not understood.pointers
        and (other := beside_document(understood.text, mentions[0]))
    ):
        named = frozenset(_documents(mentions))
        alone, both = other
        second = reading.named(both) - named
        others = second if len(second) == 1 else reading.others(named)
        for text, documents in ((alone, named), (both, others)):
            own = understand_part(understood, Part(understood.text, text, gapped=True))
            yield Inquiry(own, InquiryKind.DOCUMENT, documents=documents)
        return
    if len(mentions) == 1 and not understood.pointers and not reading.named(understood.text):
        # It is named as people do, by what it is about: no word of the title tells it.
        own = understand_part(
            understood, Part(understood.text, without(understood.text, mentions), gapped=True)
        )
        yield Inquiry(own, documents=frozenset(_documents(mentions)))
        return
    (part,) = understood.parts
    if part.topic and not (mentions or understood.sides) and _says_enough(part.without_topic):
        stated = Part(part.without_topic, part.without_topic, part.topic)
        own = replace(understand_part(understood, stated), parts=understood.parts)
        yield Inquiry(own, setting=part.topic)
        return
    if not (mentions or understood.sides) and (apart := _told_before(understood, beside=beside)):
        yield Inquiry(apart, setting=apart.parts[0].setting)
        return
    yield Inquiry(understood)
    asked = relation(understood.text)
    for side in understood.sides:
        rest = _rest(understood.text, understood.sides)
        own = understand_part(understood, Part(side, side, rest, gapped=True))
        put = side_question(side, asked, understood.text, own.question_lang) if asked else None
        if put or (asked and own.kind.numeric):
            # How the two relate is computed, and stands in neither.
            text, kind = put or (side, own.kind)
            rest = without_relation(rest)
            own = understand_part(understood, Part(side, text, rest, gapped=True))
            own = replace(own, kind=kind)
        yield Inquiry(own, InquiryKind.SIDE, rest, label=side)


def _told_before(understood: Understanding, *, beside: bool) -> Understanding | None:
    """A question with what is told before it, as such a question: what is told is looked for
    besides what is asked, or is its setting. None for any other."""
    told, topic, pieces = taken_apart(understood.text)
    if topic or not told or len(pieces) != 1 or understood.parts[0].told:
        return None
    (piece,) = pieces
    before = understood.text.lstrip().startswith(told[:_LEAST_TOLD])
    if not (before and _says_enough(piece)):
        return None  # nothing points at what comes after it, and "is that so?" asks all of it
    part = Part(piece, piece, told=told) if beside else Part(piece, piece, told)
    return understand_part(understood, part)


def _followed(
    understood: Understanding, mentions: tuple[Mention, ...], reading: Reading
) -> Inquiry:
    """A follow-up; one that names a document asks the same of it ("en het dossier?")."""
    documents = frozenset(_documents(mentions))
    if not documents or understood.pointers:
        return Inquiry(understood)
    if not understood.follow_up.ellipsis:
        return Inquiry(understood, documents=documents)
    earlier = understood.follow_up.previous
    text = without(earlier, reading.mentions(earlier))
    fresh = replace(understood, follow_up=FollowUp(text))
    own = understand_part(fresh, Part(earlier, text))
    return Inquiry(replace(own, referents=()), documents=documents)


def _by_document(
    understood: Understanding, mentions: tuple[Mention, ...], label: str, setting: str = ""
) -> Iterator[Inquiry]:
    """The same question, put to each of the documents that it names."""
    text = without(understood.text, mentions)
    if asks_agreement(text) and content_size(without_agreement(text)):
        text = without_agreement(text)
    own = understand_part(understood, Part(understood.parts[0].asked, text, setting, gapped=True))
    for number, document in enumerate(_documents(mentions)[:_MOST_DOCUMENTS]):
        yield Inquiry(
            own, InquiryKind.DOCUMENT, setting, frozenset({document}), "" if number else label
        )


def _documents(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.document for mention in mentions))


def _rest(text: str, sides: tuple[str, ...]) -> str:
    """What is said beside the sides; of one that takes words from the other, its own words."""
    for side in sides:
        words = side.split()
        own = (" ".join(words[at:]) for at in range(len(words)))
        text = text.replace(next((one for one in own if one in text), side), " ")
    return " ".join(text.split())
