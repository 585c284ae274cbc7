"""What there is to find out for a question: one inquiry, or one for each part, document or side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.about_documents import asks_about_document
from assistant.mentions import Mention, without
from assistant.understanding import Understanding
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part
from assistant.understanding.question import understand_part

_MOST_DOCUMENTS = 4  # documents that one question is put to


class InquiryKind(StrEnum):
    """Why an inquiry is made by itself."""

    WHOLE = "whole"
    PART = "part"
    SIDE = "side"
    DOCUMENT = "document"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One thing to find out.

    ``understood`` is the question, or the part of it; ``setting`` words that complete it;
    ``documents`` those in which alone it is looked for, all when empty (for ABOUT: those it is
    about); ``label`` how the answer names the part, empty where it needs no name.
    """

    understood: Understanding
    kind: InquiryKind = InquiryKind.WHOLE
    setting: str = ""
    documents: frozenset[str] = frozenset()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question's text is read against the index.

    ``mentions`` finds the documents that a text names outright, ``named`` those it may name,
    ``one_by_one`` gives the question for each of the countries that it sets side by side.
    """

    mentions: Callable[[str], tuple[Mention, ...]]
    named: Callable[[str], frozenset[str]]
    one_by_one: Callable[[Understanding], tuple[str, ...]]


def inquiries(understood: Understanding, reading: Reading) -> tuple[Inquiry, ...]:
    """What there is to find out, in the order of the question; never empty."""
    if each := reading.one_by_one(understood):
        return tuple(
            Inquiry(understand_part(understood, Part(text, text, gapped=True)), InquiryKind.PART)
            for text in each
        )
    if about := _about(understood.parts, understood, reading):
        return about
    if len(understood.parts) == 1:
        return tuple(_whole(understood, reading))
    found: list[Inquiry] = []
    for number, part in enumerate(understood.parts):
        about = _about(understood.parts[number : number + 1], understood, reading)
        found.extend(about or _of_part(understood, part, reading))
    return tuple(found)


def _about(
    parts: tuple[Part, ...], understood: Understanding, reading: Reading
) -> tuple[Inquiry, ...]:
    """Inquiries after documents themselves, when that is all that the parts ask."""
    first = parts[0]
    text = first.text if len(understood.parts) > 1 else understood.standalone
    if not asks_about_document(text):
        return ()
    if not all(part.setting and content_size(part.asked) <= 1 for part in parts[1:]):
        return ()  # what follows asks more than "and when"
    named = tuple(dict.fromkeys(mention.document for mention in reading.mentions(text)))
    if not named:
        named = tuple(reading.named(text))
        if len(named) != 1:
            return ()
    own = understand_part(understood, first) if len(understood.parts) > 1 else understood
    return tuple(
        Inquiry(own, InquiryKind.ABOUT, documents=frozenset({document})) for document in named
    )


def _of_part(understood: Understanding, part: Part, reading: Reading) -> Iterator[Inquiry]:
    own = understand_part(understood, part)
    mentions = reading.mentions(part.text)
    documents = _documents(mentions)
    if len(documents) > 1:
        yield from _by_document(own, mentions, part.asked, part.setting)
        return
    if documents:
        text = without(part.text, mentions)
        own = understand_part(understood, Part(part.asked, text, part.setting, part.gapped))
    yield Inquiry(own, InquiryKind.PART, part.setting, frozenset(documents), part.asked)


def _whole(understood: Understanding, reading: Reading) -> Iterator[Inquiry]:
    mentions = () if understood.follow_up.dependent else reading.mentions(understood.text)
    if len(_documents(mentions)) > 1 and not understood.pointers:
        yield from _by_document(understood, mentions, "")
        return
    yield Inquiry(understood)
    rest = _rest(understood.text, understood.sides)
    for side in understood.sides:
        own = understand_part(understood, Part(side, side, rest, gapped=True))
        yield Inquiry(own, InquiryKind.SIDE, rest)


def _by_document(
    understood: Understanding, mentions: tuple[Mention, ...], label: str, setting: str = ""
) -> Iterator[Inquiry]:
    """The same question, put to each of the documents that it names."""
    text = without(understood.text, mentions)
    own = understand_part(understood, Part(understood.parts[0].asked, text, setting, gapped=True))
    for number, document in enumerate(_documents(mentions)[:_MOST_DOCUMENTS]):
        yield Inquiry(
            own, InquiryKind.DOCUMENT, setting, frozenset({document}), "" if number else label
        )


def _documents(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.document for mention in mentions))


def _rest(text: str, sides: tuple[str, ...]) -> str:
    for side in sides:
        text = text.replace(side, " ")
    return " ".join(text.split())
