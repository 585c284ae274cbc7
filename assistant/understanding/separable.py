"""Dutch verbs that a question takes apart ("waarom haken ze af"), put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.words import words as word_list
from corpus.lexicon.inflection import SEPARABLE
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded

_FRAME = word_list("frame")
_WORD = re.compile(r"[^\W\d_]+")
# What a clause ends on, or what may stand behind its last word: "haken ze af volgens het rapport".
_CLOSED = re.compile(
    r"\W*$|\s?[,;:.?!()]|\s(?:en|of|maar|als|omdat|wanneer|volgens|in|bij|voor|met|tijdens|sinds|na"
    r"|om|tegen|vanaf|tot|door|uit|op|aan|van)\s",
    re.IGNORECASE,
)
# "Waar gaat het over": the word at the end belongs to "waar".
_POINTS = re.compile(r"\b(?:waar|er|daar|hier)\b", re.IGNORECASE)
# They are nothing but part of a verb, or of what is done: no preposition that lost its noun.
_NO_PREPOSITION = frozenset(
    (
        "bekend", "bijeen", "bloot", "braak", "deel", "gelijk", "goed", "kennis", "klaar", "leeg",
        "les", "los", "mis", "neer", "open", "plaats", "recht", "samen", "schoon", "stand", "stil",
        "stop", "stuk", "tegemoet", "tekort", "teleur", "teniet", "tentoon", "terecht", "terug",
        "thuis", "toe", "vast", "voorbij", "voort", "vooruit", "vrij", "weg",
    )
)  # fmt: skip
_NO_VERB = stop_words("nl") | frozenset(SEPARABLE)
# "Om op tijd in te schrijven".
_WITH_TE = re.compile(r"\b(?P<particle>[a-z]+) te (?P<verb>[^\W\d_]+n)\b")
_STOPS = re.compile(r"[,;:.?!]")
_LEAST_VERB = 3  # letters of a finite verb


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A verb that a text takes apart: ``verb`` and ``particle`` as they stand there, ``whole`` as
    one word; all in lower case."""

    verb: str
    particle: str
    whole: str


def joined(text: str, vocabulary: Vocabulary) -> tuple[str, tuple[TakenApart, ...]]:
    """A Dutch text with the verbs in one word of which the first part stands at the end of the
    clause ("waarom afhaken ze") or before "te" ("om in te schrijven"), as the lexicon knows them;
    and those verbs.

    A verb that only frames a question ("waar staat het voor") is left as it is, unless what stands
    apart is no preposition.
    """
    words = list(_WORD.finditer(text))
    cuts: list[tuple[int, int, str]] = []
    found: list[TakenApart] = []
    for match in _WITH_TE.finditer(text):
        particle, verb = match["particle"].lower(), match["verb"].lower()
        if particle in SEPARABLE and is_verb(particle + verb, vocabulary):
            found.append(TakenApart(verb, particle, particle + verb))
            cuts.append((match.start(), match.end(), particle + verb))
    for at, match in enumerate(words):
        particle = match.group().lower()
        if particle not in SEPARABLE or not _CLOSED.match(text[match.end() :]):
            continue
        for verb in reversed(words[:at]):
            if _STOPS.search(text[verb.end() : match.start()]):
                break
            said = verb.group().lower()
            if _may_be_verb(text, verb, particle) and is_verb(particle + said, vocabulary):
                found.append(TakenApart(said, particle, particle + said))
                cuts += [
                    (match.start(), match.end(), ""),
                    (verb.start(), verb.end(), particle + said),
                ]
                break
    for start, end, put in sorted(cuts, reverse=True):
        text = text[:start] + put + text[end:]
    return (" ".join(text.split()) if cuts else text), tuple(found)


def is_verb(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the lexicon knows a Dutch word as a form of a verb."""
    return any(
        lemma.endswith("n") and vocabulary.verb_forms(lemma, "nl")
        for lemma in vocabulary.lemmas(word, "nl")
    )


def _may_be_verb(text: str, verb: re.Match[str], particle: str) -> bool:
    """Whether a word may be the verb that ``particle`` belongs to: no name, no word for itself."""
    said = folded(verb.group())
    if (
        len(said) < _LEAST_VERB
        or said in _NO_VERB
        or not (verb.group().islower() or not verb.start())
    ):
        return False
    if particle in _NO_PREPOSITION:
        return True
    return said not in _FRAME and not _POINTS.search(text[: verb.end()])
