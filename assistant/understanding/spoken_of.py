"""What a conversation was about last: a country, or something that a later question may mean."""

from __future__ import annotations

import re

from assistant.understanding.carrying import subject as named_first
from assistant.understanding.choosing import asked_back
from assistant.understanding.conversation import Conversation, Subject, Subjects
from assistant.understanding.language import question_language
from assistant.understanding.slots import Slots

_MOST_SUBJECTS = 3
# Parts that every scheme has: who asks for one after a scheme was shown means that scheme's.
OF_SCHEMES = frozenset(
    (
        "amount",
        "when",
        "where-to-apply",
        "for-whom",
        "conditions",
        "what-it-covers",
        "status",
        "documents",
    )
)
OF_ORGANISATIONS = frozenset(("contact", "when-to-contact", "what-it-does", "disciplines"))
_FUNDING, _ORGANISATION = "funding", "organisation"
PRACTICE = "practice"  # a rule
THING = "thing"  # what a question spoke of, without asking what it is
NAME = "name"  # what a question names, where nothing tells more of it
# Who asks for these may mean the answer by "it".
_ASKS_WHO = re.compile(r"^\W*(?:welke?|wie|which|who)\b", re.IGNORECASE)
# A text that a question speaks of; "when is it from" and "who wrote it" ask of that text.
_TEXT = re.compile(
    r"\b(?:het|de|dat|die|the|this|that)\s(?:[\w'’-]+\s)?[\w'’-]*"
    r"(?:rapport|dossier|document|verslag|studie|nota|tekst|advies|report|paper|study|memo\w*|file)\b",
    re.IGNORECASE,
)
_THAT_TEXT = re.compile(
    r"\b(?:dat|die|dit|deze|that|this)\s(?:[\w'’-]+\s)?[\w'’-]*(?:rapport|dossier|document|verslag"
    r"|studie|nota|tekst|bron|advies|report|paper|study|memo\w*|file|source|text)\b",
    re.IGNORECASE,
)
_OF_TEXTS = re.compile(
    r"\bvan (?:wanneer|wie|welk jaar)\b|\b(?:wie|who)\b.*\b(?:schreef|schreven|geschreven|maakte"
    r"|gemaakt|auteur\w*|uitgegeven|uitgever|publi\w+|wrote|written|made|authors?|issued)\b"
    r"|\bwhen (?:is|was) .*\b(?:from|written|published|issued)\b|\bfrom when\b|\bhow old\b"
    r"|\bhoe oud\b|\bwanneer .*\b(?:verschenen|gepubliceerd|geschreven|uitgegeven)\b",
    re.IGNORECASE,
)
# An answer that opens with an abbreviation or a name of several words.
_OPENS_NAMED = re.compile(
    r"^[\W_]*(?:(?:[Dd]e|[Hh]et|[Tt]he)\s)?(?P<name>[A-Z][\w&+-]*[A-Z][\w&+-]*"
    r"|(?!(?:De|Het|The)\s)[A-Z][\w'’&+-]+(?:\s[A-Z][\w'’&+-]+)+)"
)
_OWN_PEOPLE = re.compile(
    r"\b(?:i['’]m|i am|ik ben|we['’]re|we are|wij zijn|we zijn)\s(?:(?:an?|een)\s)?(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_NAME = r"(?:(?:een|de|het|an?|the)\s)?[\w.'’+&-]+(?:\s[A-Z0-9][\w.'’+&-]*){0,4}"
# "What is X?", "Can X ...", "Do I need an X in Y?": what later questions are about.
_DEFINED = (
    re.compile(
        r"^\W*(?:[Ww]at (?:is|zijn|doet|doen)|[Ww]hat(?: (?:is|are|does|do)|['’]s)|[Ww]ie is"
        r"|[Ww]ho is)\s"
        rf"({_NAME})(?:\s(?:precies|eigenlijk|juist|exactly|actually|do|doen))?\W*$"
    ),
    re.compile(r"^\W*(?:[Kk]an|[Kk]unnen|[Gg]eldt|[Ii]s|[Cc]an|[Dd]oes)\s((?:een|an?)\s[\w-]+)\s"),
    re.compile(r"^.*\bneed ((?:an?)\s[\w-]+)(\s(?:for|in) [^,]{2,30}?)?\W*$"),
    re.compile(r"^.*\b((?:een)\s[\w-]+) nodig(\s(?:voor|in) [^,]{2,30}?)?\W*$"),
)


def _opening(answer: str) -> str:
    """The name that an answer opens with; empty where it may open with any word."""
    match = _OPENS_NAMED.match(answer)
    return match["name"] if match else ""


class SpokenOf:
    """Finds what was spoken of. ``subjects`` tells what a text is about."""

    def __init__(self, filled: Slots, subjects: Subjects) -> None:
        self._slots = filled
        self._subjects = subjects

    def named(self, text: str) -> tuple[Subject, ...]:
        """What a text is about, read in its own language."""
        return self._subjects(text, question_language(text)[1])

    def of_somebody(self, state: Conversation) -> bool:
        """Whether the last question is about an organisation: "they" are its people."""
        return bool(self._of_question(state.question, _ORGANISATION, "nl")[0])

    def of_scheme(self, state: Conversation) -> bool:
        """Whether the last question is about a grant or an organisation: what is asked on is asked
        of it."""
        return any(one.kind in (_FUNDING, _ORGANISATION) for one in self.named(state.question))

    def newest(self, state: Conversation) -> str:
        """The newest question that names a place, else the last one."""
        placed = (question for question in state.questions if self._slots.places(question))
        return next(placed, state.question)

    def country(self, state: Conversation) -> str:
        """The code of the one country that the newest question with a place names."""
        for question in state.questions:
            codes = {
                place.code
                for place in self._slots.places(question)
                # "I'm a Brazilian dancer" says where somebody is from, not where they go.
                if not (place.adjective and _OWN_PEOPLE.search(question[: place.start]))
            }
            if codes:
                return codes.pop() if len(codes) == 1 else ""
        return ""

    def discipline(self, state: Conversation) -> str:
        """The key of the first discipline that the newest question with one names."""
        for question in state.questions:
            if found := self._slots.disciplines(question):
                return found[0][1]
        return ""

    def points_at_text(self, question: str) -> bool:
        """Whether a question points at a text itself ("dat rapport")."""
        return bool(_THAT_TEXT.search(question))

    def text(self, question: str, state: Conversation) -> tuple[Subject, ...]:
        """The text that was spoken of last, for a question after its date or its authors."""
        if not _OF_TEXTS.search(question):
            return ()
        found = (_TEXT.search(earlier) for earlier in state.questions)
        return next(((Subject("", match.group(), THING),) for match in found if match), ())

    def subject(self, state: Conversation, asked: set[str], lang: str) -> tuple[Subject, ...]:
        """What was spoken of last: by the last question, by its answer, by an earlier question.

        Of several things those that have the part that is asked for; none when it is open which.
        """
        wanted = _FUNDING if asked & OF_SCHEMES else _ORGANISATION if asked else ""
        own, sure = self._of_question(state.question, wanted, lang)
        if own or not sure:
            return own
        told = () if asked_back(state.answer) else self._subjects(state.answer, lang)
        fitting = tuple(one for one in told if one.kind == wanted)
        if fitting or len(told) == 1:
            return (fitting or told)[:_MOST_SUBJECTS]
        name = named_first(state.question)
        if _ASKS_WHO.match(state.question):
            # "Who runs X": whether he or X is meant is open; "which festival" names nothing else.
            name = "" if name else _opening(state.answer)
        if name and not self._slots.places(name):
            return (Subject("", name, NAME),)
        for question in state.questions[1:]:
            own, _ = self._of_question(question, wanted, lang)
            if own:
                return own
        return told[:1]

    def _of_question(
        self, question: str, wanted: str, lang: str
    ) -> tuple[tuple[Subject, ...], bool]:
        """The one thing that a question is about, and whether that is no open choice."""
        own = self._subjects(question, lang)
        if own:
            fitting = tuple(one for one in own if one.kind == wanted)
            one = own if len(own) == 1 else fitting if len(fitting) == 1 else ()
            return one, bool(one)
        for number, form in enumerate(_DEFINED):
            if match := form.match(question):
                said = " ".join(filter(None, match.groups()))
                return (Subject("", " ".join(said.split()), THING if number else ""),), True
        return (), True
