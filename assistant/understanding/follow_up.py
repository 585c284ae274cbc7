"""A question that leans on earlier turns, made to stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer import Turn
from assistant.extracting.names import NameKind, names
from assistant.understanding import choosing, leaning, slots
from assistant.understanding.attribute import attribute, deed
from assistant.understanding.conversation import Conversation, Subject, Subjects
from assistant.understanding.help_sought import RULES, HelpSought
from assistant.understanding.language import question_language
from assistant.understanding.nth import listed, with_the_nth
from assistant.understanding.phrasing import content_words, sentence, what_about
from assistant.understanding.placing import OF_COUNTRIES, Placing
from assistant.understanding.pointing_back import for_pointer, with_subject
from assistant.understanding.slots import Slots
from assistant.understanding.small_talk import without_pleasantry
from assistant.understanding.source_asked import asks_source
from assistant.understanding.spoken_of import (
    NAME,
    OF_ORGANISATIONS,
    OF_SCHEMES,
    THING,
    SpokenOf,
)
from assistant.understanding.standing_alone import asks_of_name, goes_on, points_back, says_what
from assistant.words import words
from indexing.analysis import stop_words
from indexing.tokenising import folded, tokens

_EMPTY = stop_words("nl") | stop_words("en")
_FEW = 3  # content words up to which a question may leave something out unsaid
_SHORT = 2  # up to which it does, when it names nothing
_MOST_OPEN = 6  # up to which a whole question may go on from what was said, unsaid
_FRAGMENT = 5  # content words of what only fills a slot of the question before
_MOST_SENTENCES = 3
_MOST_NAMES = 6
# Of several things another one, or one of them: which is not said by what was spoken of.
_OTHER = re.compile(
    r"\b(?:eerste|tweede|derde|laatste|andere|anderen|vorige|huidige|first|second|third|last|latter"
    r"|former|others?|one|ones|previous|current)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"^\W*(?!als\b|if\b|wij\b|we\b|ik\b|i\b)[^,?]{2,40}, (?:\w+ )?"
    r"(?:wie|wat|waar|wanneer|hoe|hoeveel|welke?|who|what|where|when|how|which)\b",
    re.IGNORECASE,
)
_JOINED_NAMES = re.compile(
    r"(?:^|(?<=[.!?]\s))[A-ZÀ-Þ][\w'’-]+(?=,? (?:en|and|&|of|or|, ) ?[A-ZÀ-Þ])"
)
_APPLYING = re.compile(
    r"\b(?:apply|applies|eligible|qualify|aanvragen|aanvraagt|indienen|indient|in aanmerking)\b",
    re.I,
)
_DEFINITE_NOUN = re.compile(r"\b(?:the|de|het)\s(?P<noun>[^\W\d_]{3,})", re.IGNORECASE)
_JOINED = 9  # letters from which a Dutch noun that is no general one is joined of several
_KINDS = words("general-nouns")
_NO_SUBJECT = words("no-subject")
_DEFINITE = re.compile(r"\b(?:the|de|het)\s[^\W\d_]{3,}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[?!.])\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a question leans on the conversation.

    ``standalone`` is the question as it is understood. It says everything by itself unless it is
    ``dependent``: then ``context`` holds the earlier words that complete it, ``previous`` the
    earlier question. ``leans`` tells that it goes on from what was said, ``again`` that it is the
    earlier question once more, ``sourced`` that it asks where the answer to that comes from,
    ``ellipsis`` that its kind of answer is the earlier question's,
    ``pushback`` that it doubts the earlier answer,
    ``renumbered`` that it asks the same of another number; ``told`` is what was said on it when
    more is wanted; ``after`` is the earlier question where this one says everything by itself and
    changes the subject in no words; ``lang`` is set when another language is
    asked for. ``several`` is the question put to each of the things that it may be about.
    """

    standalone: str
    context: str = ""
    previous: str = ""
    leans: bool = False
    again: bool = False
    sourced: bool = False
    ellipsis: bool = False
    pushback: bool = False
    renumbered: bool = False
    lang: str | None = None
    told: str = ""
    after: str = ""
    dropped: tuple[str, ...] = ()
    several: tuple[str, ...] = ()

    @property
    def dependent(self) -> bool:
        """Whether the earlier turns are needed to answer the question."""
        return bool(self.previous)


class FollowUps:
    """Completes questions from what was said before them.

    ``subjects`` finds what a text is about among what the fiches tell of.
    """

    def __init__(self, filled: Slots, subjects: Subjects) -> None:
        self._slots = filled
        self._spoken = SpokenOf(filled, subjects)
        self._help = HelpSought(filled, self._spoken)
        self._where = Placing(filled, self._spoken)

    def complete(self, question: str, state: Conversation) -> FollowUp:
        """``question`` as it is to be understood in a conversation."""
        rest, lang = leaning.without_language(question)
        found = self._completed(rest if lang else question, state)
        if not found.leans and not leaning.CHANGE.match(question):
            found = replace(found, after=self._spoken.newest(state))
        return replace(found, lang=lang) if lang else found

    def other(self, question: str, state: Conversation, first: FollowUp) -> FollowUp | None:
        """The other way of reading a question of a conversation that was read as ``first``; None
        where the way in which it is put leaves no doubt."""
        if not state.question or first.again or first.lang or first.told or first.ellipsis:
            return None
        if leaning.CHANGE.match(question) or choosing.asked_back(state.answer):
            return None
        rest = without_pleasantry(question)
        opener = leaning.CONJUNCTION.match(rest)
        if not leaning.asks(rest) or len(content_words(rest)) > _MOST_OPEN:
            return None
        if not first.leans:
            return None if opener else self._beside(rest, rest, state)
        # "The film", "de inschrijving": of what was spoken of; "how long before?" names nothing.
        known = opener or points_back(rest) or goes_on(rest) or _DEFINITE.search(rest)
        names_nothing = not content_words(rest) - _NO_SUBJECT
        return None if known or names_nothing else FollowUp(question)

    def _completed(self, question: str, state: Conversation) -> FollowUp:
        earlier = state.question
        if change := leaning.CHANGE.match(question):
            return FollowUp(question[change.end() :])
        if match := leaning.MEANING.match(question):
            lang = question_language(question)[1]
            asked = "Wat is" if lang == "nl" else "What is"
            term = match["term"].strip("“”\"'")
            return FollowUp(f"{asked} {term}?", leans=bool(earlier))
        if not earlier:
            return FollowUp(question)
        if match := leaning.SWITCH.match(question):
            wanted = leaning.language_called(match["lang"])
            return FollowUp(earlier, leans=True, again=True, lang=wanted)
        if same := leaning.SAME.match(question):
            question = (
                f"{'en' if question_language(question)[1] == 'nl' else 'and'} {same['other']}?"
            )
        if leaning.PUSHBACK.match(question):
            return _doubt(question, earlier)
        if asks_source(question) and not self._spoken.text(question, state):
            return FollowUp(earlier, leans=True, again=True, sourced=True)
        if leaning.MORE.match(question):
            return FollowUp(earlier, leans=True, again=True, told=state.answer)
        question = without_pleasantry(question)
        opener = leaning.CONJUNCTION.match(question)
        rest = question[opener.end() :] if opener else question
        asked_back = choosing.asked_back(state.answer)
        if asked_back:
            lang = question_language(earlier)[1]
            if chosen := choosing.filled(rest, earlier, state.answer, self._slots, lang):
                said = sentence(chosen)
                return FollowUp(said, leans=True, lang=question_language(said)[1])
            if choosing.tells(rest):
                return FollowUp(question)
        elif pointed := with_the_nth(question, listed(state.answer, _names_in(state.answer))):
            return FollowUp(sentence(pointed), leans=True)
        asks = leaning.asks(rest)
        size = len(content_words(question))
        if leaning.CONDITION.match(rest) and (moved := self._where.moved(rest, state)):
            return FollowUp(moved, leans=True)
        back = points_back(question, people=size > _FEW and not self._spoken.of_somebody(state))
        if not (opener or back) and (size > _FEW or (asks and self._says_all(question))):
            there = size <= _FEW and self._where.of_rule(question, state)
            return FollowUp(there, leans=True) if there else FollowUp(question)
        if opener and not back and self._says_enough(rest):
            said = rest if asks else what_about(rest, question_language(rest, state.questions)[1])
            return FollowUp(sentence(said), leans=True)
        named = asks_of_name(rest) and not self._slots.names_place(rest)
        alone = asks and not (back or goes_on(rest)) and (named or size > _SHORT)
        if opener and alone and (named or says_what(rest) or _FRONTED.match(rest)):
            return FollowUp(sentence(rest))
        if not says_what(rest) and (meant := self._help.sought(rest, state)):
            return FollowUp(sentence(meant), leans=True)
        if not asks and size <= _FRAGMENT:
            if not opener and self._says_enough(rest):
                return FollowUp(question)
            return self._filled(rest, state) or self._beside(question, rest, state, ellipsis=True)
        found = self._about(rest, state, back=back, size=size)
        if not (found or opener or back) and (asked_back or size > _SHORT):
            return FollowUp(question)
        return found or self._beside(question, rest, state)

    def _says_enough(self, rest: str) -> bool:
        """Whether a few words name both a place and what is asked of it ("visum Japan")."""
        return self._slots.names_place(rest) and bool(
            self._slots.sections(rest) or RULES & set(self._slots.needs(rest))
        )

    def _says_all(self, question: str) -> bool:
        """Whether a short question names what it asks of."""
        if says_what(question) or self._says_enough(question):
            return True
        ruled = RULES & {*self._slots.sections(question), *self._slots.needs(question)}
        if not ruled and self._spoken.named(question):
            return True
        if self._slots.asks_if_in_force(question) and _names_its_kind(question):
            return True
        # "How long must the film be" is of what was spoken of.
        own = len(content_words(question)) >= _SHORT and not _DEFINITE.search(question)
        told = own or self._slots.asks_for_support(question)
        return told and bool(self._slots.disciplines(question))

    def _filled(self, rest: str, state: Conversation) -> FollowUp | None:
        """The earlier question with one thing said anew, or a new need where the old one was."""
        earlier = state.question
        number = slots.with_number(earlier, rest)
        if number:
            return FollowUp(
                number,
                context=number,
                previous=number,
                leans=True,
                ellipsis=True,
                renumbered=True,
            )
        if found := slots.with_year(earlier, rest):
            return FollowUp(found, leans=True)
        if choosing.tells(rest) and not leaning.asks(earlier):
            # Somebody goes on telling what they do.
            told = (part.strip().rstrip("?!. ") for part in (earlier, rest))
            return FollowUp(" ".join(f"{one[:1].upper()}{one[1:]}." for one in told), leans=True)
        places = self._slots.places(rest)
        said = {folded(word) for place in places for word in tokens(rest[place.start : place.end])}
        named = any(not place.adjective for place in places)
        if named and len({place.code for place in places}) == 1 and not content_words(rest) - said:
            return _leaning(self._where.elsewhere(rest, places[0], state))
        for question in () if places else state.questions:
            if found := self._slots.with_discipline(question, rest):
                return FollowUp(found, leans=True)
        if found := slots.with_thing(earlier, rest):
            return FollowUp(found, leans=True)
        ruled = RULES & {*self._slots.sections(rest), *self._slots.needs(rest)}
        if not places and (ruled or self._where.topical(rest)) and content_words(rest):
            return _leaning(self._where.of_need(rest, state, ruled=bool(ruled)))
        plain = slots.plainly(earlier)
        if found := slots.with_name(plain, rest):
            # Where the documents tell of the one name, they tell of the other.
            dropped = tuple(name.surface for name in names(earlier))
            context = slots.without(plain, dropped)
            return FollowUp(
                found, context=context, previous=earlier, leans=True, ellipsis=True, dropped=dropped
            )
        return self._of_part(rest, state)

    def _of_part(self, rest: str, state: Conversation) -> FollowUp | None:
        """Another part of the scheme that was spoken of ("en de voorwaarden?")."""
        asked = set(self._slots.sections(rest)) & (OF_SCHEMES | OF_ORGANISATIONS)
        lang = question_language(rest, state.questions)[1]
        about = self._spoken.subject(state, asked, lang) if asked else ()
        if len(about) != 1:
            return None
        return FollowUp(with_subject(what_about(rest, lang), about[0], lang), leans=True)

    def _about(self, rest: str, state: Conversation, *, back: bool, size: int) -> FollowUp | None:
        """A question of its own that leaves out its country or what it is about."""
        if _OTHER.search(rest) or self._spoken.points_at_text(rest):
            return None
        if self._spoken.named(rest) or _own_name(rest):
            return self._beside_another(rest, state) if back else None
        sections = set(self._slots.sections(rest))
        lang = question_language(rest, state.questions)[1]
        put = sentence(rest)
        placed = bool(self._slots.places(rest))
        topical = bool(sections & OF_COUNTRIES) or self._where.topical(rest, back=back)
        if topical and not placed and (there := self._where.there(put, state, lang)):
            return FollowUp(there, leans=True)
        asked = sections & (OF_SCHEMES | OF_ORGANISATIONS)
        if _APPLYING.search(rest) and not asked:
            asked = {"for-whom"}
        if not back and (placed or self._slots.disciplines(rest) or (not asked and size > 1)):
            return None
        text = self._spoken.text(put, state)
        about = text if text and for_pointer(put, text[0], lang) else ()
        about = about or self._spoken.subject(state, asked, lang)
        if not about:
            return None
        if about[0].kind == NAME:
            # Nothing tells that it is this, so everything that points back must be said by it.
            named = for_pointer(put, about[0], lang)
            return FollowUp(named, leans=True) if named and not points_back(named) else None
        each = tuple(with_subject(put, one, lang) for one in about)
        if len(each) == 1 and (about[0].pair or about[0].kind == THING):
            return FollowUp(each[0], leans=True)
        if len(each) == 1:
            # Where the documents tell of it, they tell of what was asked before as well.
            earlier = state.question
            context = slots.without(earlier, _asked_of(earlier))
            return FollowUp(each[0], context=context, previous=earlier, leans=True)
        joint = " of " if lang == "nl" else " or "
        listed = ", ".join(one.said for one in about[:-1]) + joint + about[-1].said
        whole = Subject("", listed, about[0].kind)
        return FollowUp(with_subject(put, whole, lang), leans=True, several=each)

    def _beside_another(self, rest: str, state: Conversation) -> FollowUp | None:
        """What was spoken of, put for its pronoun in a question that names something else, too
        ("can I combine it with an IP?")."""
        lang = question_language(rest, state.questions)[1]
        about = self._spoken.subject(state, set(), lang)
        named = {subject.pair for subject in self._spoken.named(rest)}
        if len(about) != 1 or not about[0].pair or about[0].pair in named:
            return None
        put = for_pointer(sentence(rest), about[0], lang)
        return FollowUp(put, leans=True) if put and not points_back(put) else None

    def _beside(
        self, question: str, rest: str, state: Conversation, *, ellipsis: bool = False
    ) -> FollowUp:
        """The question behind the earlier one, which is needed to understand it."""
        earlier = state.question
        dropped = self._slots.replaced(earlier, rest)
        if not ellipsis and content_words(rest):
            # It asks something else of the same subject: what was asked before is answered.
            dropped = (*dropped, *_asked_of(earlier))
        parts = [part for part in _SENTENCE.split(without_pleasantry(earlier)) if part.strip()]
        kept = [*parts[:1], *parts[1:][-(_MOST_SENTENCES - 2) :]]
        return FollowUp(
            " ".join((*(sentence(part) for part in kept), sentence(question))),
            context=slots.without(earlier, dropped),
            previous=earlier,
            leans=True,
            ellipsis=ellipsis,
            dropped=dropped,
        )


def _asked_of(earlier: str) -> tuple[str, ...]:
    """The words of what was asked of the subject ("leden" in "hoeveel leden heeft ..."); what
    closes the question is the subject itself."""
    words = attribute(earlier) or deed(earlier)
    closing = earlier.strip().rstrip("?!. ").lower()
    return () if not words or closing.endswith(words[-1]) else words


def _leaning(standalone: str) -> FollowUp | None:
    return FollowUp(standalone, leans=True) if standalone else None


def _own_name(rest: str) -> bool:
    """Whether a question names something itself, or says first what it is about."""
    return bool(_FRONTED.match(rest)) or any(
        name.kind is not NameKind.PLACE and len(name.surface) > 1 and name.start
        for name in names(rest)
    )


def _doubt(question: str, earlier: str) -> FollowUp:
    """The earlier question, asked once more; a figure in the doubt is a claim to be checked."""
    claims = any(sign.isdigit() for sign in question) or bool(names(question))
    return FollowUp(
        earlier,
        context=earlier if claims else "",
        previous=earlier if claims else "",
        leans=True,
        again=True,
        ellipsis=claims,
        pushback=True,
    )


def _names_its_kind(question: str) -> bool:
    """Whether a definite noun says which of its kind it is by a word that is joined to it ("het
    bibliotheekdecreet"), or before it ("the film act"): "de regeling" is what was spoken of."""
    nouns = [match["noun"].lower() for match in _DEFINITE_NOUN.finditer(question)]
    return any(len(noun) >= _JOINED and noun not in _KINDS for noun in nouns)


def answer_names(history: tuple[Turn, ...]) -> tuple[str, ...]:
    """Names in the assistant's last turn: what "die", "daar" and "it" may point at."""
    for turn in reversed(history):
        if turn.role == "assistant":
            return _names_in(turn.content)
    return ()


def _names_in(answer: str) -> tuple[str, ...]:
    # Where names are joined, the first of them names as well though it opens the sentence.
    answer = _JOINED_NAMES.sub(lambda match: f"({match.group()}", answer)
    return tuple(dict.fromkeys(name.surface for name in names(answer)))[:_MOST_NAMES]
