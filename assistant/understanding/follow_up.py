"""A question that leans on earlier turns, made to stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.extracting.dates import years
from assistant.extracting.names import NameKind, names
from assistant.understanding.attribute import attribute, deed
from assistant.understanding.carrying import subject
from corpus.vocabulary import Vocabulary

_CONJUNCTION = re.compile(
    r"^\W*(?:en|and|maar|but|ook|also|of|or|dus|so|what about|how about"
    r"|hoe zit het(?: dan)? met|hoe zit dat(?: dan)? (?:met|voor|in)|wat met|en wat met"
    r"|and what about|en hoe zit het met|en hoe zit dat (?:met|in|voor)|same for|idem voor"
    r"|hetzelfde voor)\b[\s,:]*",
    re.IGNORECASE,
)
_ANAPHORA = re.compile(
    r"\b(?:daar|daarvan|daarin|daarmee|daarvoor|daarover|daarbij|daaraan|daaruit|daarna|ervan"
    r"|erin|ervoor|eraan|ermee|erover|hiervan|hiervoor|hierin|hij|zij|ze|hen|hun|haar|hem|die"
    r"|dat|deze|dit|diezelfde|dezelfde|hetzelfde|laatstgenoemde|eerste|tweede|derde|laatste"
    r"|andere|anderen"
    r"|it|its|they|them|their|theirs|that|those|these|this|he|she|his|her|there|then|former"
    r"|latter|same|others?|one|ones)\b",
    re.IGNORECASE,
)
_HET = re.compile(
    r"\b(?:is|was|werd|wordt|heeft|had|kan|doet|staat|gaat|kost|duurt|begon|geldt"
    r"|loopt) het\b(?!\s\w+(?:\s\w+)?\s(?:een|de|het|in|van|voor|op|met|door)\b)"
    r"|\b(?:er)\b(?= (?:bij|in|van|voor|aan|mee|over))",
    re.IGNORECASE,
)
_PUSHBACK = re.compile(
    r"^\W*(?:(?:h+m+|euh|uh|oh|ow|wait|wacht|maar|but|sorry|allez|ja maar|yes but)\W+)*"
    r"(?:nee[,.]?\s|no[,.]?\s)?(?:(?:was|is|waren|zijn|were|are) (?:het|dat|it|that|there"
    r"|er|they|dit) (?:niet|geen|not)|(?:wasn't|isn't|weren't|aren't) (?:it|that|there|they)"
    r"|ik dacht|i thought|ben je zeker|bent u zeker|zeker\?|weet je (?:het|dat) zeker"
    r"|are you sure|klopt dat(?: wel)?|is that (?:right|correct|true)|dat klopt niet"
    r"|that's (?:wrong|not right|incorrect)|that is (?:wrong|incorrect)|that can't be right"
    r"|dat kan niet|moet(?:en)? (?:het|dat) niet|shouldn't (?:it|that)|volgens mij|maar (?:is"
    r"|was) (?:het|dat) niet|but (?:isn't|wasn't) it|i (?:read|heard)|ik las|ik hoorde|echt\?"
    r"|really\?)",
    re.IGNORECASE,
)
_SWITCH = re.compile(
    r"^\W*(?:en |and |(?:can|could) you |kan (?:je|u) |kun (?:je|t u) |please |graag |now "
    r"|nu )*(?:(?:say|answer|repeat|translate|give|explain|zeg|antwoord|herhaal|vertaal|geef"
    r"|leg)\s?(?:that|this|it|me|dat|dit|het)?"
    r"(?: (?:eens|even|nog eens|maar|uit|again|once more)){0,2} ?)?(?:(?:same|hetzelfde|that|this"
    r"|dat) )?(?:in (?:het |in )?|naar (?:het )?|into )(?P<lang>engels|english|nederlands"
    r"|dutch|vlaams)(?:,? (?:please|graag|aub|a\.u\.b\.|alstublieft|alsjeblieft))?\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W*(?:(?:en |and )?(?:vertel (?:me |eens |er )?meer|tell me more|meer (?:details?"
    r"|info(?:rmatie)?|uitleg)|more (?:details?|info(?:rmation)?)|go on|ga (?:door|verder)"
    r"|wat nog|what else|nog meer|anything else|leg uit|explain|elaborate)(?: (?:please|graag"
    r"|about (?:it|that|this)|daarover|hierover|erover))?)\W*$",
    re.IGNORECASE,
)
_QUESTION_WORDS = re.compile(
    r"\b(?:wie|wat|waar|wanneer|waarom|hoe|hoeveel|welke?|who|what|where|when|why|how|which)\b",
    re.I,
)
_BARE_NUMBER = re.compile(
    r"^\W*(?:(?:the|de|het)\s)?(?:(?:nummer|number|nr\.?|no\.?|voetnoot|footnote|tabel|table"
    r"|observatie|observation|hoofdstuk|chapter)\s)?(?P<number>\d+(?:\.\d+)*)\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)*(?![\w%])")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACES = {
    "first": 0, "eerste": 0, "second": 1, "tweede": 1, "third": 2, "derde": 2, "last": -1,
    "laatste": -1, "latter": -1, "laatstgenoemde": -1, "former": 0, "eerstgenoemde": 0,
}  # fmt: skip
_NTH = re.compile(
    rf"\b(?:the|de|het|die|dat)\s(?P<nth>{'|'.join(_PLACES)})"
    r"(?:\s(?:one|daarvan|of them|of those))?(?=\s*(?:[?.!,]|$)"
    r"|\s(?:is|was|heeft|has|does|do|exist|bestaat|per|in|voor|van|of|for|precies)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?:in|voor|for|bij|van|of|met|with|de|het|the|over|about)\s+)+", re.I)
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][\w.&+-]*")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a question leans on the conversation.

    ``standalone`` is the question as it is understood; ``context`` the earlier words that complete
    it; ``ellipsis`` tells that its kind of answer is the earlier question's; ``pushback`` that it
    doubts the earlier answer, ``renumbered`` that it asks the same of another number; ``lang`` is
    set when another language is asked for.
    """

    standalone: str
    context: str = ""
    previous: str = ""
    ellipsis: bool = False
    pushback: bool = False
    more: bool = False
    renumbered: bool = False
    lang: str | None = None
    dropped: tuple[str, ...] = ()

    @property
    def dependent(self) -> bool:
        """Whether the earlier turns are needed to understand the question."""
        return bool(self.previous)


def follow_up(
    question: str,
    history: tuple[Turn, ...],
    lang: str,
    vocabulary: Vocabulary,
    content_words: frozenset[str],
) -> FollowUp:
    """Complete ``question`` from ``history`` (oldest first) where it cannot stand alone.

    ``content_words`` are the question's words that say something by themselves, lower case.
    """
    earlier = _earlier_question(history)
    if not earlier:
        return FollowUp(question)
    if match := _SWITCH.match(question):
        wanted = "en" if match["lang"].lower() in ("engels", "english") else "nl"
        return FollowUp(earlier, context=earlier, previous=earlier, ellipsis=True, lang=wanted)
    if _PUSHBACK.match(question):
        return FollowUp(earlier, context=earlier, previous=earlier, ellipsis=True, pushback=True)
    if _MORE.match(question):
        return FollowUp(earlier, context=earlier, previous=earlier, ellipsis=True, more=True)
    opener = _CONJUNCTION.match(question)
    rest = question[opener.end() :] if opener else question
    asks = bool(_QUESTION_WORDS.search(rest)) or bool(
        re.match(r"\W*(?:is|zijn|heeft|are|does|did)\b", rest, re.I)
    )
    leans = bool(opener or _ANAPHORA.search(question) or _HET.search(question))
    if not leans and len(content_words) > 3:
        return FollowUp(question)
    number = _BARE_NUMBER.match(rest)
    renumbered = _renumbered(earlier, number["number"]) if number else None
    if renumbered is not None:
        return FollowUp(
            renumbered, context=renumbered, previous=renumbered, ellipsis=True, renumbered=True
        )
    if not asks and len(content_words) <= 5:
        swapped, dropped = _swap(earlier, rest, lang, vocabulary)
        return FollowUp(
            swapped,
            context=without(earlier, dropped),
            previous=earlier,
            ellipsis=True,
            dropped=dropped,
        )
    dropped = replaced(earlier, rest, lang, vocabulary)
    if asks and content_words:
        # It asks something else of the same subject: what was asked of it before is answered.
        dropped = (*dropped, *_asked_of(earlier))
    context = without(earlier, dropped)
    return FollowUp(
        f"{question.strip()} ({_topic(context)})",
        context=context,
        previous=earlier,
        dropped=dropped,
    )


def _earlier_question(history: tuple[Turn, ...]) -> str:
    """The last thing the user asked, completed by the turn before when that leaned on it too."""
    asked = [
        turn.content.strip() for turn in history if turn.role == "user" and turn.content.strip()
    ]
    if not asked:
        return ""
    last = asked[-1]
    if len(asked) > 1 and (_CONJUNCTION.match(last) or len(last.split()) <= 4):
        return f"{last} ({_topic(asked[-2])})"
    return last


def _topic(question: str) -> str:
    return question.strip().rstrip("?!. ")


def _swap(
    earlier: str, rest: str, lang: str, vocabulary: Vocabulary
) -> tuple[str, tuple[str, ...]]:
    """The earlier question with the slot of the same class filled anew ("en in Duitsland?")."""
    rest = rest.strip().rstrip("?!. ")
    renamed = _renamed(earlier, rest)
    if renamed is not None:
        return renamed, tuple(name.surface for name in names(earlier))
    dropped = replaced(earlier, rest, lang, vocabulary)
    if len(dropped) == 1:
        filling = _LEADING.sub("", rest)
        # The preposition stays the earlier question's own.
        return re.sub(rf"\b{re.escape(dropped[0])}\b", filling, earlier, count=1), dropped
    return f"{_topic(earlier)}: {rest}?", dropped


def _renumbered(earlier: str, number: str) -> str | None:
    """The earlier question about another number ("en 18?" after "Wat zegt voetnoot 16?")."""
    old = [match for match in _NUMBER.finditer(earlier) if not _YEAR.fullmatch(match.group())]
    if not old or bool(_YEAR.fullmatch(number)):
        return None
    last = old[-1]
    return earlier[: last.start()] + number + earlier[last.end() :]


def replaced(earlier: str, new: str, lang: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Words of the earlier question whose class (country, discipline, year) the new one fills."""
    dropped: list[str] = []
    new_countries = _countries(new, vocabulary)
    if new_countries:
        old = _countries(earlier, vocabulary)
        dropped.extend(word for word, code in old.items() if code not in new_countries.values())
    new_disciplines = _disciplines(new, lang, vocabulary)
    if new_disciplines:
        old_disciplines = _disciplines(earlier, lang, vocabulary)
        fresh = set(new_disciplines.values())
        dropped.extend(word for word, key in old_disciplines.items() if key not in fresh)
    if years(new):
        dropped.extend(year for year in _YEAR.findall(earlier) if year not in new)
    return tuple(dict.fromkeys(dropped))


def _asked_of(earlier: str) -> tuple[str, ...]:
    """The words of what was asked of the subject ("leden" in "hoeveel leden heeft ..."); what
    closes the question is the subject itself."""
    words = attribute(earlier) or deed(earlier)
    return () if not words or _topic(earlier).lower().endswith(words[-1]) else words


def _renamed(earlier: str, rest: str) -> str | None:
    """The earlier question about another name, when a name is all that is said ("en FilmLab?")."""
    new = _LEADING.sub("", rest).strip()
    if new != subject(new) and not _ONE_NAME.fullmatch(new):
        return None
    old = [name for name in names(earlier) if name.kind is not NameKind.PLACE]
    if len(old) != 1 or new in earlier:
        return None
    return f"{earlier[: old[0].start]}{new}{earlier[old[0].end :]}"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’-]*", text)


def _countries(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    found = {}
    for word in _words(text):
        # Flanders and Belgium are the ground everything stands on, no slot to fill.
        country = (
            (vocabulary.country(word, "nl") or vocabulary.country(word, "en"))
            if word[:1].isupper()
            else None
        )
        if country and country.iso2.lower() != "be":
            found[word] = country.iso2
    return found


def _disciplines(text: str, lang: str, vocabulary: Vocabulary) -> dict[str, str]:
    found = {}
    for word in _words(text):
        keys = vocabulary.discipline(word, "en" if lang == "en" else "nl")
        if keys:
            found[word] = keys[0]
    return found


def without(text: str, words: tuple[str, ...]) -> str:
    for word in words:
        text = re.sub(rf"\b{re.escape(word)}\b", "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def with_the_nth(question: str, history: tuple[Turn, ...]) -> str | None:
    """The question with "the second one" replaced by the second name of the last answer; None when
    it points at none, or that answer has no such name."""
    match = _NTH.search(question)
    if not match:
        return None
    named = [
        piece for name in answer_names(history) for piece in re.split(r"\s(?:and|en|&)\s|,\s", name)
    ]
    place = _PLACES.get(match["nth"].lower(), -1)
    if len(named) < 2 or place >= len(named):
        return None
    return f"{question[: match.start()]}{named[place]}{question[match.end() :]}"


def answer_names(history: tuple[Turn, ...]) -> tuple[str, ...]:
    """Names in the assistant's last turn: what "die", "daar" and "it" may point at."""
    for turn in reversed(history):
        if turn.role == "assistant":
            return tuple(dict.fromkeys(name.surface for name in names(turn.content)))[:6]
    return ()
