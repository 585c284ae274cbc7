"""What a sentence leans on: "it", "this scheme" stand for what the one before is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.extracting.names import names
from assistant.support.tagging import Tagger, Token
from corpus.vocabulary import Language

_VERBS = frozenset("VBWM")
_PRONOUN = re.compile(
    r"^(?P<lead>(?:(?:en|maar|ook|daarnaast|bovendien|toen|and|but|also|moreover|however)\W+)?)"
    r"(?P<word>dit|dat|deze|die|ze|zij|hij|het|this|that|these|those|it|they|he|she)\b\s+",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^(?P<word>zijn|haar|hun|its|their|his|her)\s+", re.IGNORECASE)
# These never go before a noun.
_ALONE = frozenset(("it", "they", "he", "she", "ze", "zij", "hij"))
_DEMONSTRATIVE = frozenset(
    ("dit", "dat", "deze", "die", "this", "that", "these", "those", "zulke", "such")
)
# Words of a kind: with an article they may stand for what was named before.
_KIND = (
    r"(?:net\s?werk|organisatie|vereniging|programma|regeling|kader|decreet|fonds|steunpunt|subsidie"
    r"|beurs|toelage|premie|rapport|studie|onderzoek|instelling|maatregel|oproep|plan|project|wet"
    r"|verdrag|conventie|festival|museum|dienst|instrument|akkoord|nota|statuut|attest|bureau"
    r"|network|organi[sz]ation|association|programme|program|scheme|framework|decree|fund|grant"
    r"|report|study|institution|measure|call|plan|law|treaty|convention|service|agreement|statute"
    r"|certificate|office|agency|body)(?:en|s|'s)?"
)
_OF_A_KIND = re.compile(
    rf"^(?:de|het|the|dit|deze|dat|die|this|these|that|those)\s(?P<kind>{_KIND})\b(?!\s(?:van|voor|of|for)\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"(?:daar|hier|er)\w*$|there|here", re.IGNORECASE)
_OF_DATE = re.compile(r"\s(?:(?:van|uit|of|from)\s)?(?:\d{1,2}\s\w+\s)?\d{4}(?:[-–]\d{4})?")
_LONGEST_SUBJECT = 12  # words
_LOOKED_BACK = 3  # sentences in which what a kind stands for is looked for


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with what it leans on put in: ``text``; ``antecedent`` is what was put in (empty
    for the sentence as it stands). ``open`` tells that it leans on something that is not known
    ("those figures"). ``topic`` is the name that was spoken of, where the sentence itself names
    nothing: it is told of that."""

    text: str
    antecedent: str = ""
    open: bool = False
    topic: str = ""


class Resolver:
    """Puts what was spoken of in the place of pronouns. Made anew for each paragraph."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger
        self._subject = ""
        self._last = ""
        self._named = ""
        self._before: list[tuple[str, Language]] = []

    def readings(self, sentence: str, lang: Language) -> tuple[Reading, ...]:
        """The sentence as it can be read by itself, likeliest first. What it is about is
        remembered for the next one."""
        found = tuple(self._told_of(one) for one in self._readings(sentence, lang))
        about = found[0].antecedent or self._about(sentence, lang)
        if about:
            self._subject = about
            self._named = about if names(about) or about.isupper() else self._named
        self._last = self._last_named(found[0].text, lang) or self._last
        self._before = [*self._before[1 - _LOOKED_BACK :], (found[0].text, lang)]
        return found

    def _readings(self, sentence: str, lang: Language) -> tuple[Reading, ...]:
        first = sentence.split()[0].lower() if sentence.split() else ""
        itself = Reading(sentence, open=first in _DEMONSTRATIVE)
        kind = _OF_A_KIND.match(sentence)
        if kind:
            rest = sentence[kind.end() :]
            named = self._of_kind(kind["kind"])
            if named and rest:
                return Reading(f"{named}{rest}", named, topic=named), replace(itself, topic=named)
            meant = self._named or self._subject
            if meant and sentence.split()[0].lower() in _DEMONSTRATIVE:
                return Reading(f"{meant}{rest}", meant, topic=meant), replace(itself, topic=meant)
            return (itself, Reading(f"{meant}{rest}", meant)) if meant else (itself,)
        match = _PRONOUN.match(sentence)
        if match and self._stands_alone(sentence, match.end(), lang):
            # "Het" before what may be a noun is an article.
            rest = sentence[match.end() :]
            near = match["word"].lower() in _DEMONSTRATIVE
            both = (self._last, self._subject) if near else (self._subject, self._last)
            found = [Reading(f"{match['lead']}{one} {rest}", one) for one in both if one]
            return tuple(dict.fromkeys(found)) or (itself,)
        owner = _OWNER.match(sentence)
        if owner and self._subject and not self._begins_with_verb(sentence, lang):
            rest = sentence[owner.end() :]
            if lang == "en":
                return (Reading(f"{self._subject}'s {rest}", self._subject),)
            first, _, others = rest.partition(" ")
            return (Reading(f"De {first} van {self._subject} {others}", self._subject),)
        return (itself,)

    def _told_of(self, reading: Reading) -> Reading:
        """A reading that names nothing, with what was named before it."""
        if reading.topic or reading.antecedent or names(reading.text):
            return reading
        return replace(reading, topic=self._named)

    def _last_named(self, sentence: str, lang: Language) -> str:
        """The last name of a sentence that names something by itself ("Flemish" does not)."""
        tokens = self._tagger.tagged(sentence, lang)
        named = [one for one in names(sentence) if not _describes(tokens, one.end)]
        return named[-1].surface if named else ""

    def _of_kind(self, kind: str) -> str:
        """What was named before that is of a kind: "het Strategisch kader" for "dit kader", "het
        Kunstendecreet" for "dit decreet"."""
        wanted = kind.lower()
        for text, lang in reversed(self._before):
            tokens = self._tagger.tagged(text, lang)
            for place, token in enumerate(tokens):
                if not token.text.lower().endswith(wanted):
                    continue
                first = last = place
                while first and tokens[first - 1].tag in "AN":
                    first -= 1
                while last + 1 < len(tokens) and tokens[last + 1].tag in "N#":
                    last += 1
                return text[tokens[first].start : tokens[last].end]
        return ""

    def _begins_with_verb(self, sentence: str, lang: Language) -> bool:
        """Whether "zijn" and "haar" open with what is a verb there ("Zijn er …")."""
        tokens = self._tagger.tagged(sentence, lang)
        return len(tokens) > 1 and tokens[0].text.lower() == "zijn" and tokens[1].tag in "PSAR#"

    def _stands_alone(self, sentence: str, place: int, lang: Language) -> bool:
        """Whether a pronoun is followed by what is said of it, not by its noun."""
        if sentence[:place].split()[-1].lower() in _ALONE:
            return True
        tokens = self._tagger.tagged(sentence, lang)
        for position, token in enumerate(tokens):
            if token.start >= place:
                if token.tag in _VERBS or (token.tag == "L" and not token.text[0].isupper()):
                    return True
                kinds = self._tagger.kinds(token.text, lang)
                after = tokens[position + 1].tag if position + 1 < len(tokens) else "."
                return "v" in kinds and ("n" not in kinds or after in "P#AO.,")
        return False

    def _about(self, sentence: str, lang: Language) -> str:
        """What a sentence is about: what stands before its verb, or behind it where something else
        opens it; its first name where neither is a phrase."""
        spans = [(name.start, name.end) for name in names(sentence)]
        tokens = self._tagger.tagged(sentence, lang)

        def acts(token: Token) -> bool:
            within = any(start < token.start < end for start, end in spans)
            return not within and (token.tag in _VERBS or token in likely)

        likely = [
            two
            for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
            if one.tag == "N" and two.tag == "L" and three.tag in "PA#O"
        ]
        verb = next((i for i, token in enumerate(tokens) if acts(token)), None)
        if verb is not None:
            opening = tokens[:verb]
            if opening and opening[0].tag not in 'PR"' and not _adverbial(opening):
                return _phrase(sentence, opening, spans)
            behind: list[Token] = []
            for token in tokens[verb + 1 :]:
                if acts(token) or (behind and token.tag in "P#.,RC"):
                    break
                behind.append(token)
            found = _phrase(sentence, behind, spans)
            if found:
                return found
        return sentence[spans[0][0] : spans[0][1]] if spans else ""


def _describes(tokens: list[Token], end: int) -> bool:
    """Whether a name that ends there goes with the noun behind it ("the Flemish sector")."""
    behind = next((token for token in tokens if token.start >= end), None)
    return behind is not None and behind.tag == "N" and behind.text[0].islower()


def _adverbial(tokens: list[Token]) -> bool:
    """Whether what opens a sentence says when, where or how: no article, no name, no noun."""
    if len(tokens) != 1:
        return False
    token = tokens[0]
    return token.tag in "ORC" or bool(_THERE.match(token.text))


def _phrase(sentence: str, tokens: list[Token], named: list[tuple[int, int]]) -> str:
    """The words of a phrase; empty when it holds nothing, counts something, or is too long to stand
    for something. A name at its head stands for the whole of it, with the date that tells it."""
    while tokens and tokens[-1].tag == "O":
        tokens = tokens[:-1]
    if not tokens or len(tokens) > _LONGEST_SUBJECT or tokens[0].tag in "#S":
        return ""
    if not any(token.tag in "NL" for token in tokens):
        return ""
    start, end = tokens[0].start, tokens[-1].end
    head = tokens[1] if tokens[0].tag == "A" and len(tokens) > 1 else tokens[0]
    for first, last in named:
        if first <= head.start < last and not _describes(tokens, last):
            dated = _OF_DATE.match(sentence, last)
            end = dated.end() if dated and dated.end() <= end else min(last, end)
    return sentence[start:end].strip(" ,;")
