"""Who does what to whom: the noun phrases of a clause with what marks their part in it.

No parser. Phrases are runs of content words between function words and verbs; a preposition tells
the part of what follows it; what stands bare and first acts, unless the verb is passive. Dutch and
English agree in that, in main and in subordinate clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.support.clause_bounds import cut_clauses, enumerates
from assistant.support.names import folded
from assistant.support.tagging import Tagger, Token, is_participle, tables
from corpus.vocabulary import Language, Vocabulary

AGENT, OBJECT, RECEIVER, SOURCE, WHOLE = "agent", "object", "receiver", "source", "whole"

_VERBS = ("M", "V", "B", "W")
_PARTICIPLE_REACH = 4  # tokens between "is" and the participle
_KEPT_TEXTS = 5_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its last word, the words before it, and what marks it.

    ``mark`` is the class of the preposition before it, empty for none. ``role`` is its part in the
    clause where that can be told, else empty. ``start`` and ``end`` are places in the text.
    """

    head: str
    modifiers: tuple[str, ...]
    mark: str
    start: int
    end: int
    role: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The modifiers and the head."""
        return (*self.modifiers, self.head)


@dataclass(frozen=True, slots=True)
class Frame:
    """One clause: its phrases in order, its verbs as written, and where it stands in the text.

    ``open`` tells that it is asked, not said ("whether it still exists"); ``spoken`` that "you",
    "they" or whoever is spoken to does it.
    """

    phrases: tuple[Phrase, ...]
    verbs: tuple[str, ...]
    start: int
    end: int
    open: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a clause's verbs tell of the parts in it.

    ``receives``: its subject gets something; ``comes``: its subject is given, ``belongs``: is part
    of another, ``instead``: replaces another. ``copula``: it has no verb that tells a deed.
    ``unclear``: whether what stands first acts cannot be told. ``turn`` is where its verb stands.
    """

    passive: bool
    receives: bool
    comes: bool
    belongs: bool
    instead: bool
    copula: bool
    unclear: bool
    pronoun: bool
    turn: int

    def of_first(self) -> str:
        """The part of what stands bare and first."""
        if self.passive or self.comes or self.belongs:
            return OBJECT
        return RECEIVER if self.receives else AGENT

    def of_marked(self, phrase: Phrase, last: Phrase | None) -> str:
        """The part of what has a preposition before it."""
        gives = self.receives or self.comes
        if phrase.mark == "by":
            return AGENT
        if phrase.mark in ("to", "for"):
            return WHOLE if self.belongs else RECEIVER
        if phrase.mark == "of":
            # "Krijgt steun van": from whom; "de beurs van" hangs on what is before it.
            hangs = last is not None and bool(last.mark)
            return OBJECT if self.instead else AGENT if gives and not hangs else ""
        if phrase.mark == "from":
            return AGENT if gives else SOURCE
        return WHOLE if phrase.mark == "at" and self.belongs else ""


class PhraseFinder:
    """Finds frames. May be shared by threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.tagger = Tagger(vocabulary)
        self._found: dict[tuple[str, str], tuple[Frame, ...]] = {}

    def frames(self, text: str, lang: str) -> tuple[Frame, ...]:
        """The clauses of a text; none for another language than Dutch or English."""
        if lang not in ("nl", "en"):
            return ()
        key = (text, lang)
        known = self._found.get(key)
        if known is None:
            if len(self._found) > _KEPT_TEXTS:
                self._found.clear()
            language: Language = "en" if lang == "en" else "nl"
            known = self._found[key] = tuple(
                frame for part in _asides(text) for frame in self._frames(part, language)
            )
        return known

    def _frames(self, text: str, lang: Language) -> Iterator[Frame]:
        subjects: tuple[Phrase, ...] = ()
        for part in cut_clauses(self.tagger.tagged(text, lang), lang):
            resolved = self.tagger.with_likely_verb(part, lang)
            own = tuple(self._phrases(resolved, lang))
            verbs = tuple(token.text for token in resolved if token.tag == "V")
            first = next((token for token in resolved if token.tag not in ("O", "C")), None)
            if part[0].tag == "C" and first is not None and first.tag in _VERBS:
                # "It collects and pays": who collects also pays.
                own = (*(replace(one, start=part[0].start) for one in subjects), *own)
            if not own and not verbs:
                continue
            before = text[: part[0].start].rstrip(" ,").rsplit(None, 1)
            opener = folded(before[-1]) if before else ""
            phrases = self._with_roles(own, resolved, lang, opener)
            subjects = tuple(p for p in phrases if not p.mark and p.start < _turn(resolved))
            asked = opener == "whether" or (opener == "of" and lang == "nl")
            spoken = self._spoken(own, resolved, lang)
            yield Frame(phrases, verbs, part[0].start, part[-1].end, asked, spoken)

    def _phrases(self, tokens: Sequence[Token], lang: Language) -> Iterator[Phrase]:
        run: list[Token] = []
        mark = last = ""
        joined = False
        number = determined = False
        for at, token in enumerate((*tokens, Token("", 0, 0, "end"))):
            if token.text in ("'", "’"):
                continue
            if token.tag == "N" and not (run and self._new(run[-1], token, lang)):
                run.append(token)
                continue
            if run:
                last = mark or (last if joined else "")
                phrase = _phrase(run, last)
                if determined or self._is_thing(phrase.head, lang):
                    # "Chapter 7": where something stands, no part of what is done.
                    where = token.tag == "#" and folded(phrase.head) in tables()["locators"]
                    yield replace(phrase, mark="place") if where else phrase
                run, mark, joined, determined = [], "", False, False
            elif number and token.tag in ("A", ","):
                mark = ""
            number = token.tag == "#"
            determined = token.tag == "A" or (determined and token.tag == "N")
            if token.tag == "N":
                run = [token]
            elif token.tag == "P":
                mark, joined = token.mark, False
            elif token.tag == "C" or (token.tag == "," and enumerates(tokens[at + 1 :])):
                mark, joined = "", not _is_fronted(tokens, at)
            elif token.tag not in ("A", "#", '"', "O"):
                mark, joined = "", False

    def _is_thing(self, head: str, lang: Language) -> bool:
        """Whether a word may be what a phrase is about: no bare adjective or adverb."""
        kinds = self.tagger.kinds(head, lang)
        return head[0].isupper() or not kinds or bool(kinds & {"n", "name"})

    def _new(self, before: Token, token: Token, lang: Language) -> bool:
        """Whether a new phrase begins between two words: Dutch writes compounds as one word."""
        if lang == "en" and token.text[0].isupper() and before.text[0].islower():
            # "For the writers' residencies Passa Porta chooses", but "the department CJM".
            return before.text.endswith("s") and "n" in self.tagger.kinds(before.text, lang)
        if lang == "en" or before.text[0].isupper() or token.text[0].isupper():
            return False
        kinds = self.tagger.kinds(before.text, lang)
        return "n" in kinds and not kinds & {"a", "num", "det"}

    def _with_roles(
        self, phrases: tuple[Phrase, ...], tokens: Sequence[Token], lang: Language, opener: str
    ) -> tuple[Phrase, ...]:
        """The phrases with their parts. ``opener`` is the word before the clause."""
        deed = self._deed(phrases, tokens, lang, opener)
        found: list[Phrase] = []
        for phrase in phrases:
            last = found[-1] if found else None
            if phrase.mark:
                role = deed.of_marked(phrase, last)
            elif deed.unclear or deed.copula:
                role = ""
            else:
                first = all(one.mark for one in found)
                acts = (first if lang == "nl" else phrase.start < deed.turn) and not deed.pronoun
                if last and last.role and not acts and _coordinated(last, phrase, tokens):
                    role = last.role
                else:
                    role = deed.of_first() if acts else OBJECT
            found.append(replace(phrase, role=role))
        return tuple(found)

    def _deed(
        self, phrases: Sequence[Phrase], tokens: Sequence[Token], lang: Language, opener: str
    ) -> _Deed:
        known = tables()
        verbs = [token.text for token in tokens if token.tag == "V"]

        def any_of(listed: str) -> bool:
            return any(self.tagger.is_any(verb, lang, listed) for verb in verbs)

        begins = next((token.tag for token in tokens if token.tag not in ("O", "C")), "")
        alone = sum(not phrase.mark for phrase in phrases) == 1
        # "Wie aanvraagt, mag formulieren gebruiken": who acts stands before the comma.
        before = lang == "nl" and bool(opener) and begins in _VERBS and alone
        # "A comes in the place of B" is "A replaces B"; "komt voor" is another verb.
        instead = any(
            one.head in ("plaats", "place") and one.mark in ("in", "") and two.mark == "of"
            for one, two in pairwise(phrases)
        )
        comes = any_of("come") and any(phrase.mark in ("from", "of") for phrase in phrases)
        idiom = any(phrase.head == "aanmerking" for phrase in phrases)
        return _Deed(
            passive=self._passive(tokens, lang),
            receives=any_of("receive"),
            comes=comes and not instead and not idiom,
            belongs=any_of("belong"),
            instead=instead,
            copula=not verbs and not any(token.tag in ("M", "W") for token in tokens),
            unclear=opener in known["relatives"][lang] or before,
            pronoun=opener in known["subjects"][lang] or self._spoken(phrases, tokens, lang),
            turn=_turn(tokens),
        )

    def _spoken(self, phrases: Sequence[Phrase], tokens: Sequence[Token], lang: Language) -> bool:
        """Whether a pronoun acts, or whoever is told to: "You bring it", "Ask for it"."""
        if self._imperative(tokens, lang):
            return True
        bare = next((phrase.start for phrase in phrases if not phrase.mark), tokens[-1].end)
        return any(token.tag == "S" and token.start <= bare for token in tokens)

    def _imperative(self, tokens: Sequence[Token], lang: Language) -> bool:
        """ "Vraag de subsidie aan": the bare form of a verb comes first."""
        first = next((token for token in tokens if token.tag not in ('"', "O", "C", ",")), None)
        if first is None or "v" not in self.tagger.kinds(first.text, lang) or first.tag == "A":
            return False
        own = folded(first.text)
        if lang == "nl":
            return first.tag in ("V", "N", "L") and not own.endswith(("t", "en", "de", "te"))
        return first.tag in ("V", "L") and not own.endswith(("s", "ed", "ing"))

    def _passive(self, tokens: Sequence[Token], lang: Language) -> bool:
        if any(token.tag == "W" for token in tokens):
            return True
        by = any(token.mark == "by" for token in tokens)
        for position, token in enumerate(tokens):
            if token.tag == "B" and (lang == "en" or by):
                near = tokens[position + 1 : position + 1 + _PARTICIPLE_REACH]
                if lang == "nl":
                    near = tokens
                if any(t.tag == "V" and is_participle(t.text, lang) for t in near):
                    return True
        return False


def _is_fronted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma ends what only comes first: "In Austria, musicians and actors"."""
    if not at or tokens[at].tag != "," or at + 1 >= len(tokens):
        return False
    named, plain = tokens[at - 1].text, tokens[at + 1].text
    if not (named[:1].isupper() and plain[:1].islower()):
        return False
    return tokens[0].tag == "P" and all(token.tag != "C" for token in tokens[:at])


def _turn(tokens: Sequence[Token]) -> int:
    """Where the first verb stands."""
    return next((token.start for token in tokens if token.tag in _VERBS), 0)


def _phrase(run: Sequence[Token], mark: str) -> Phrase:
    words = [token.text for token in run]
    return Phrase(words[-1], tuple(words[:-1]), mark, run[0].start, run[-1].end)


def _asides(text: str) -> Iterator[str]:
    """The text without what stands in brackets, then that by itself; places stay as they are."""
    inside = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    plain = text
    for start, end in inside:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    yield plain
    for start, end in inside:
        yield " " * (start + 1) + text[start + 1 : end - 1]


def _coordinated(one: Phrase, two: Phrase, tokens: Sequence[Token]) -> bool:
    between = [t.tag for t in tokens if one.end <= t.start and t.end <= two.start]
    return (
        bool(between)
        and set(between) <= {"C", ",", "A", '"', "#"}
        and bool({"C", ","} & set(between))
    )
