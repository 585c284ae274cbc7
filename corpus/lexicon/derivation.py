"""From a derived word to the words it is made of, where no table has it: herinrichting, inrichting.

What comes back says roughly what the word is about, not what it means: "onbetaald" leads to
"betaald". Good enough to search with at a low weight, never good enough to show.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.lexicon.inflection import SEPARABLE, closed, infinitives

_SHORTEST = 4
_DUTCH_PREFIXES = (
    "niet-", "non-", "anti", "buiten", "co", "ex-", "extra", "her", "hyper", "inter", "intra",
    "macro", "mede", "mee", "mega", "micro", "mini", "mono", "multi", "na", "neo", "on", "pan-",
    "post", "pre", "pro", "pseudo", "quasi", "semi", "sub", "super", "trans", "ultra", "voor",
)  # fmt: skip
_ENGLISH_PREFIXES = (
    "anti", "co", "counter", "cross", "de", "dis", "ex-", "extra", "hyper", "il", "im", "in",
    "inter", "intra", "ir", "macro", "mega", "micro", "mini", "mis", "mono", "multi", "non", "out",
    "over", "pan", "post", "pre", "pro", "re", "self", "semi", "sub", "super", "trans", "ultra",
    "un", "under",
)  # fmt: skip
_ENGLISH_SUFFIXES = (
    ("isation", ("ise", "")), ("ization", ("ise", "")), ("ation", ("ate", "e", "")),
    ("ability", ("able", "", "e")), ("ibility", ("ible", "")), ("able", ("", "e", "ate")),
    ("ment", ("",)), ("less", ("",)), ("ful", ("",)), ("ship", ("",)), ("hood", ("",)),
    ("ism", ("", "e")), ("ist", ("", "e", "y")), ("ity", ("", "e")), ("ally", ("", "al")),
    ("al", ("", "e")), ("ic", ("", "y")), ("ive", ("e", "ion")), ("ion", ("e", "")),
    ("er", ("", "e")), ("or", ("", "e")), ("ance", ("", "e")), ("y", ("", "e")),
)  # fmt: skip

# Endings of words that both languages took from Latin or Greek: English, Dutch.
_COGNATES = (
    ("ality", "aliteit"), ("ity", "iteit"), ("isation", "isering"), ("ization", "isering"),
    ("ation", "atie"), ("tion", "tie"), ("sion", "sie"), ("ism", "isme"), ("ical", "isch"),
    ("ic", "isch"), ("ence", "entie"), ("ance", "antie"), ("ology", "ologie"), ("graphy", "grafie"),
    ("al", "aal"), ("ive", "ief"), ("ty", "teit"),
)  # fmt: skip


def cognates(word: str, source: str) -> Iterator[str]:
    """What a learned ``word`` (lower case) of ``source`` (``en`` or ``nl``) is likely to be in the
    other language: transversality, transversaliteit. It need not exist."""
    for english, dutch in _COGNATES:
        ours, theirs = (english, dutch) if source == "en" else (dutch, english)
        stem = word.removesuffix(ours)
        if word.endswith(ours) and len(stem) >= _SHORTEST:
            yield stem + theirs


def dutch_bases(word: str) -> Iterator[str]:
    """Words that the Dutch ``word`` (lower case) may be derived from; they need not exist."""
    for prefix in (*_DUTCH_PREFIXES, *SEPARABLE):
        rest = word.removeprefix(prefix).lstrip("-")
        if word.startswith(prefix) and len(rest) >= _SHORTEST:
            yield rest
    plain = word.removesuffix("en").removesuffix("s").removesuffix("e")
    for suffix in ("ing", "baar", "ster", "er", "erij"):
        for form in (word, plain):
            stem = form.removesuffix(suffix)
            if form.endswith(suffix) and len(stem) >= _SHORTEST - 1:
                yield from (verb for part in closed(stem) for verb in infinitives(part))
                yield from infinitives(stem)
    for suffix in ("heid", "heden", "loos", "loze", "schap", "matig", "achtig", "vol", "isch"):
        for form in (word, plain):
            if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST:
                stem = form.removesuffix(suffix)
                yield from (stem, stem.removesuffix("s"), stem.removesuffix("en"))


def english_bases(word: str) -> Iterator[str]:
    """Words that the English ``word`` (lower case) may be derived from; they need not exist."""
    for prefix in _ENGLISH_PREFIXES:
        rest = word.removeprefix(prefix).lstrip("-")
        if word.startswith(prefix) and len(rest) >= _SHORTEST:
            yield rest
    for form in (word, word.removesuffix("s")):
        for suffix, endings in _ENGLISH_SUFFIXES:
            stem = form.removesuffix(suffix)
            if form.endswith(suffix) and len(stem) >= _SHORTEST:
                yield from (stem + ending for ending in endings)
