"""From an inflected word to the dictionary forms it may come from, and back, by the regular rules.

The rules guess generously (``talen`` may come from ``tal``, ``taal`` or ``talen``); who calls keeps
the guesses that are words. What the rules cannot reach stands in the forms tables. The Dutch rules
are those of the official spelling: open and closed syllables, f/v and s/z, doubled consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_VOWELS = frozenset("aeiouëïü")
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # an English syllable: writ, plan
# Two letters for one sound; before other pairs of vowels the syllable is open (so-ci-ale: sociaal).
_DIGRAPHS = frozenset({"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au", "ei", "ij"})
_PLAIN = str.maketrans("ëïüö", "eiuo")

SEPARABLE = (
    "aan", "achter", "af", "bekend", "bij", "bijeen", "binnen", "bloot", "boven", "braak", "deel",
    "door", "gelijk", "goed", "in", "kennis", "klaar", "leeg", "les", "los", "mee", "mis", "na",
    "neer", "om", "onder", "op", "open", "over", "plaats", "recht", "rond", "samen", "schoon",
    "stand", "stil", "stop", "stuk", "tegemoet", "tegen", "tekort", "teleur", "teniet", "tentoon",
    "terecht", "terug", "thuis", "toe", "tot", "tussen", "uit", "vast", "vol", "voor", "voorbij",
    "voort", "vooruit", "vrij", "waar", "weer", "weg",
)  # fmt: skip
_VOICED = {"s": "z", "f": "v"}
_VOICELESS = {"z": "s", "v": "f"}
_SHORTEST_NUMBERED = 4
# Nouns whose stem is another in the plural, by themselves and at the end of a compound.
_CHANGED = (
    ("lid", "leden"), ("stad", "steden"), ("schip", "schepen"), ("smid", "smeden"),
    ("kind", "kinderen"), ("lied", "liederen"), ("blad", "bladeren"), ("goed", "goederen"),
    ("volk", "volkeren"), ("um", "a"), ("icus", "ici"), ("man", "lui"), ("man", "lieden"),
)  # fmt: skip
_CHANGED_FROM = 3  # letters before them, of what is no word but an ending
_CHANGED_ENDINGS = tuple(ending for pair in _CHANGED for ending in pair)
INSEPARABLE = ("be", "ge", "her", "ont", "ver", "er", "mis", "onder", "over", "voor", "aan", "vol")


def dutch_lemmas(form: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Dictionary forms that the Dutch ``form`` (lower case) may come from, likelier first.

    ``irregular`` maps forms to lemmas; forms with a prefix before an irregular one (``ondernam``,
    ``aangevraagd``) are found through it. Guesses repeat and need not be words.
    """
    yield from irregular.get(form, ())
    yield from _dutch_nouns(form)
    yield from _dutch_adjectives(form)
    yield from dutch_verbs(form, irregular)
    for ending in ("e", "en", "n", "s"):
        # Participles and comparatives take an ending of their own: gesubsidieerde, bevraagden.
        if form.endswith(ending) and len(form) > len(ending) + 4:
            stem = form[: -len(ending)]
            if stem.endswith(("d", "t", "nd", "nde")):
                yield from dutch_verbs(stem, irregular)


def other_number(noun: str) -> Iterator[str]:
    """The plural or the singular of a Dutch noun (lower case) whose last consonant or whose stem
    changes: ``werkbeurs`` and ``werkbeurzen``, ``cursus`` and ``cursussen``, ``jurylid`` and
    ``juryleden``, ``atrium`` and ``atria``. No stemmer joins these, and of compounds no dictionary
    has them all. Guesses need not be words.
    """
    for pair in _CHANGED if noun.endswith(_CHANGED_ENDINGS) else ():  # few do
        for one, other in (pair, pair[::-1]):
            whole = noun == one and len(one) >= _CHANGED_FROM
            if whole or (noun.endswith(one) and len(noun) - len(one) >= _CHANGED_FROM):
                yield noun[: len(noun) - len(one)] + other
    if len(noun) < _SHORTEST_NUMBERED:
        return
    if noun.endswith(("zen", "ven")):
        yield noun[:-3] + _VOICELESS[noun[-3]]
    elif noun.endswith("en") and noun[-3] == noun[-4] and noun[-3] not in _VOWELS:
        yield noun[:-3]
    elif noun[-1] in _VOICED:
        yield noun[:-1] + _VOICED[noun[-1]] + "en"
        if noun[-2] in _VOWELS and noun[-3:-1] not in _DIGRAPHS:
            yield noun + noun[-1] + "en"
        elif noun[-2] == noun[-3]:
            # In an open syllable one vowel is long: vaas, vazen.
            yield noun[:-2] + _VOICED[noun[-1]] + "en"


def english_lemmas(form: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Dictionary forms that the English ``form`` (lower case) may come from, likelier first."""
    yield from irregular.get(form, ())
    bare = form
    for mark in ("'s", "s'"):
        if form.endswith(mark):
            bare = form[: -len(mark)] + ("s" if mark == "s'" else "")
            yield bare
    yield from english_spellings(bare)
    for lemma in _english_endings(bare):
        yield lemma
        yield from irregular.get(lemma, ())
        yield from english_spellings(lemma)


def looks_inflected(word: str, lemma: str) -> bool:
    """Whether an English word with an entry of its own only looks like a form of ``lemma`` by rule:
    "flower", "summer" are no comparatives, "apply", "hardly" not made of "app" and "hard", "feed"
    does not come from "fee", nor "thing" from "the"."""
    if word.endswith("er"):
        return word[:-2] in (lemma, lemma + lemma[-1:]) or word[:-1] == lemma
    if word.endswith("ing"):
        return not _VOWELS & set(word[:-3])
    return (word.endswith("ly") and word[:2] == lemma[:2]) or (
        lemma.endswith("ee") and word == lemma + "d"
    )


def english_spellings(word: str) -> Iterator[str]:
    """Other spellings of an English word: American for British, -ize for -ise, hyphen or not."""
    for ours, theirs in _SPELLINGS:
        if ours in word:
            yield word.replace(ours, theirs)
    if word.endswith("er") and len(word) > 5:
        yield word[:-2] + "re"
    if word.endswith("og"):
        yield word + "ue"
    if word.endswith("gram"):
        yield word + "me"
    if word.endswith("ense"):
        yield word[:-2] + "ce"


_SPELLINGS = (
    ("iz", "is"), ("yz", "ys"), ("or", "our"), ("is", "iz"), ("ys", "yz"), ("ll", "l"), ("l", "ll"),
    ("program", "programme"), ("programme", "program"), ("e", "ae"), ("practis", "practic"),
    ("practic", "practis"), ("defens", "defenc"), ("licens", "licenc"), ("licenc", "licens"),
    ("jewelry", "jewellery"), ("catalog", "catalogue"), ("dialog", "dialogue"), ("gray", "grey"),
    ("check", "cheque"), ("plow", "plough"), ("judgement", "judgment"),
)  # fmt: skip


def _english_endings(form: str) -> Iterator[str]:
    if form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        yield form[:-1]
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield form[:-2]
        if form.endswith("ves"):
            yield form[:-3] + "f"
            yield form[:-3] + "fe"
    for ending in ("ing", "ed", "er", "est", "ings"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield from _english_stems(form[: -len(ending)])
    if form.endswith("ly"):
        yield form[:-2]
        yield form[:-2] + "le" if form.endswith("bly") else form[:-1] + "e"
        if form.endswith("ily"):
            yield form[:-3] + "y"
        if form.endswith("ally"):
            yield form[:-4]
    if form.endswith("ness"):
        yield form[:-4]
        yield form[:-5] + "y"


def _english_stems(stem: str) -> Iterator[str]:
    # A short word doubles its last letter: "writing" comes from "write", not from "writ".
    if not _DOUBLES.fullmatch(stem):
        yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _dutch_nouns(form: str) -> Iterator[str]:
    if form.endswith("heden"):
        yield form[:-5] + "heid"
    if form.endswith("ieën"):
        yield form[:-2]
    if form.endswith(("eën", "iën")):
        yield form[:-2]
        yield form[:-2] + "e" if form.endswith("iën") else form[:-1]
    if form.endswith("eren"):
        yield form[:-4]
        yield from closed(form[:-4])
    if form.endswith("en"):
        yield from closed(form[:-2])
        yield form[:-1]
    if form.endswith("'s"):
        yield form[:-2]
    if form.endswith("s") and len(form) > 3:
        yield form[:-1]
    if form.endswith("ici"):
        yield form[:-1] + "us"
    if form.endswith("a"):
        yield form[:-1] + "um"
    yield from _dutch_diminutives(form)


def _dutch_diminutives(form: str) -> Iterator[str]:
    bare = form[:-1] if form.endswith("s") else form
    # -ke and -ske are the Flemish diminutive that people write in a chat: groepke, boekske.
    for ending in ("etje", "eke", "tje", "pje", "kje", "je", "ske", "ke"):
        if bare.endswith(ending) and len(bare) > len(ending) + 2:
            stem = bare[: -len(ending)]
            yield stem
            if ending == "kje":
                yield stem + "g"
            yield from closed(stem)
            if stem[-1] in _VOWELS and stem[-1] == stem[-2]:
                yield stem[:-1]


def _dutch_adjectives(form: str) -> Iterator[str]:
    if form.endswith("e"):
        yield from closed(form[:-1])
    for ending in ("ere", "er", "ste", "st", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield from closed(stem)
            if ending in ("er", "ere") and stem.endswith("d"):
                yield stem[:-1]


def closed(stem: str) -> Iterator[str]:
    """How a Dutch ``stem`` before a vowel may be written at the end of a word: tal -> taal, tal."""
    if len(stem) < 2:
        return
    last, before = stem[-1], stem[-2]
    if last == before and last not in _VOWELS:
        yield stem[:-1]
        return
    hardened = {"v": stem[:-1] + "f", "z": stem[:-1] + "s"}.get(last)
    for written in (hardened, stem) if hardened else (stem,):
        if last not in _VOWELS:
            if before == "ë":
                yield written[:-2] + "ee" + written[-1]
            elif before in "aeou" and stem[-3:-1] not in _DIGRAPHS:
                yield written[:-1] + before + written[-1]
        yield written


def infinitives(stem: str) -> Iterator[str]:
    """Infinitives of which ``stem`` may be the first person: vraag -> vragen, zet -> zetten."""
    if len(stem) < 2:
        return
    last, before = stem[-1], stem[-2]
    if last in _VOWELS:
        yield stem + "n"
        yield stem + "en"
        return
    if stem.endswith("ieer"):
        yield stem[:-3] + "ëren"
    voiced = {"f": stem[:-1] + "v", "s": stem[:-1] + "z"}.get(last)
    for written in (voiced, stem) if voiced else (stem,):
        if before in _VOWELS and len(stem) > 2 and stem[-3].translate(_PLAIN) == before:
            yield written[:-2] + written[-1] + "en"
        elif before in _VOWELS and (len(stem) < 3 or stem[-3] not in _VOWELS):
            yield written + written[-1] + "en"
            yield written + "en"
        else:
            yield written + "en"


def dutch_verbs(form: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Infinitives that the Dutch ``form`` may come from, with separable prefixes or without."""
    yield from irregular.get(form, ())
    yield from _plain_verbs(form)
    for prefix in SEPARABLE if form.startswith(SEPARABLE) else ():
        if form.startswith(prefix) and len(form) > len(prefix) + 2:
            rest = form[len(prefix) :]
            for lemma in (*irregular.get(rest, ()), *_plain_verbs(rest)):
                yield prefix + lemma
            if rest.startswith("te"):
                yield prefix + rest[2:]
            if rest.startswith("ge"):
                for prefixed in INSEPARABLE:
                    if rest.startswith(prefixed):
                        yield from (prefix + lemma for lemma in infinitives(rest[:-1]))
    for prefix in INSEPARABLE if form.startswith(INSEPARABLE) else ():
        if form.startswith(prefix) and len(form) > len(prefix) + 2:
            rest = form[len(prefix) :]
            # A participle with such a prefix has no ge-: bespreken, besproken, as gesproken.
            for lemma in (*irregular.get(rest, ()), *irregular.get("ge" + rest, ())):
                yield prefix + lemma


def _plain_verbs(form: str) -> Iterator[str]:
    if form.startswith("ge") and form.endswith(("d", "t")) and len(form) > 4:
        # A vowel after ge- carries a diaeresis that the verb has not: geïnvesteerd, investeren.
        stem = form[2].translate(_PLAIN) + form[3:]
        yield from infinitives(stem[:-1])
        yield from infinitives(stem)
    for ending in ("ten", "den", "te", "de", "t", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            yield from infinitives(form[: -len(ending)])
    if form.endswith("end"):
        yield form[:-1]
    if form.endswith("ende"):
        yield form[:-2]
    yield from infinitives(form)
