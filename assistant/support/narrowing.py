"""Does a claim say of more than its quote does? What narrows a statement may not be left out.

"Most houses stopped" is not "the houses stopped"; "strong" is not "strongest", nor is "some" what
is so of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support import quantities
from assistant.support.content_words import ContentWord
from assistant.support.names import folded
from assistant.support.polarity import words
from assistant.support.shares import shares
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text
from corpus.vocabulary import Language

_WORD = re.compile(r"(?<!\bat )[^\W\d_]+")
_SOME = re.compile(r"\b(?:some|sommige)\s", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|each|every|alle|elke?|iedere?)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?P<comma>[,;.(])?\s*(?P<that>\b(?:die|dat|who|that|which))\s*$", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"\b(?:the|an?|de|het|een|this|these|that|those|one|één|dit|deze|die|dat|its|their|his|her|hun|zijn|haar)\s+$",
    re.IGNORECASE,
)
_OF_WHOM = ("", "of")
_NARROWS = re.compile(r"\s+(?:of|van|with|met|under|onder|above|boven|over|vanaf|from)\b", re.I)
_DENIES = re.compile(
    r"\b(?:without|zonder|no|not|geen|niet|unless|tenzij)\b|n['’]t\b", re.IGNORECASE
)
_OF_IT = re.compile(r"\s*(?:%|percent|per cent|procent)?\s*(?:of|van)\s+", re.IGNORECASE)
_SHORTEST = 6  # letters of a superlative; shorter words that end like one are none


def narrowed(
    pairs: Sequence[Pair], claim: Text, quote: Text, units: Sequence[ContentWord], tagger: Tagger
) -> Iterator[str]:
    """What narrows a statement of the quote and is missing from the claim. ``units`` are those of
    the quote."""
    held = {partner.place for pair in pairs for partner in pair.partners}
    yield from _hedged(claim, quote, units, held)
    yield from _those_who(quote, units, held, tagger)
    yield from _without(claim, units, held)
    yield from _of_at_least(claim, quote, units, held)
    yield from _share_left_out(claim, quote, units, held)
    if _SOME.search(claim.text) and not _SOME.search(quote.text) and _ALL.search(quote.text):
        yield "told of some"
    for pair in pairs:
        if not pair.partners or not _is_superlative(pair.unit, claim, tagger):
            continue
        if not any(_is_superlative(partner, quote, tagger) for partner in pair.partners):
            yield f"{pair.unit.text}, a superlative"


def _hedged(
    claim: Text, quote: Text, units: Sequence[ContentWord], held: set[int]
) -> Iterator[str]:
    """ "Usually" before a word that the claim tells without it or another such word."""
    hedges = words()["hedges"]
    if {folded(word) for word in _WORD.findall(claim.text)} & (hedges | words()["near_hedges"]):
        return
    for match in _WORD.finditer(quote.text):
        if folded(match[0]) not in hedges:
            continue
        after = next((unit for unit in units if unit.start >= match.end()), None)
        if after is not None and after.place in held:
            yield f"“{match[0]}” left out"


def _those_who(
    quote: Text, units: Sequence[ContentWord], held: set[int], tagger: Tagger
) -> Iterator[str]:
    """ "Groups that play abroad" of which the claim only says "groups". What has an article is
    known without the rest, so that only bare nouns count."""
    for frame in quote.frames:
        opener = _RELATIVE.search(quote.text[: frame.start])
        if opener is None or opener["comma"]:
            continue
        before = [unit for unit in units if unit.end <= opener.start("that")]
        noun = before[-1] if before else None
        if noun is None or noun.phrase is None or not (noun.head and noun.place in held):
            continue
        if noun.mark not in _OF_WHOM or quote.text[noun.end : opener.start("that")].strip():
            continue
        if _ARTICLE.search(quote.text[: noun.phrase.start]):
            continue
        inside = _until_second_verb(
            [unit for unit in units if frame.start <= unit.start < frame.end], quote.lang, tagger
        )
        if 3 * len(held.intersection(unit.place for unit in inside)) < len(inside):
            yield f"which {noun.text}"


def _until_second_verb(
    units: Sequence[ContentWord], lang: Language, tagger: Tagger
) -> Sequence[ContentWord]:
    """What belongs to "who rehearse at night" in "members who rehearse at night pay more"."""
    verbs = [at for at, unit in enumerate(units) if "v" in tagger.kinds(unit.text, lang)]
    return units[: verbs[1]] if len(verbs) > 1 else units


def _without(claim: Text, units: Sequence[ContentWord], held: set[int]) -> Iterator[str]:
    """ "Whoever stays away without a reason" of which the claim leaves out "without a reason"."""
    if _DENIES.search(claim.text):
        return
    for unit in units:
        if unit.mark != "without" or not unit.head or unit.place in held:
            continue
        clause = [one.place in held for one in units if one.frame == unit.frame]
        if 2 * sum(clause) >= len(clause):
            yield f"without {unit.text}"


def _of_at_least(
    claim: Text, quote: Text, units: Sequence[ContentWord], held: set[int]
) -> Iterator[str]:
    """ "A tour of at least five concerts" of which the claim only says "a tour"."""
    bounds = {n.start: n for n in quantities.quantities(quote.text, quote.lang) if n.bound}
    own = quantities.quantities(claim.text, claim.lang)
    if any(number.bound == "least" for number in own):
        # It has its own.
        return
    said = {value for number in own for value in number.values}
    for one, two in pairwise([unit for unit in units if unit.tag != "O"]):
        number = bounds.get(two.start)
        if number is None or two.place in held or number.values & said:
            continue
        if one.place in held and one.head and _NARROWS.match(quote.text[one.end : two.start]):
            yield f"which {one.text}: {two.text}"


def _share_left_out(
    claim: Text, quote: Text, units: Sequence[ContentWord], held: set[int]
) -> Iterator[str]:
    """ "Pays the salary" where the quote has "pays half of the salary": the whole for a part."""
    if shares(claim.text, claim.lang) or any(
        number.unit == "percent" for number in quantities.quantities(claim.text, claim.lang)
    ):
        return
    parts = [n for n in quantities.quantities(quote.text, quote.lang) if n.unit == "percent"]
    for part in (*parts, *shares(quote.text, quote.lang)):
        of = _OF_IT.match(quote.text[part.end :])
        if of is None:
            continue
        start = part.end + of.end()
        whole = next((unit for unit in units if unit.start >= start), None)
        deeds = [
            u
            for u in units
            if (u.verb or u.tag in ("V", "L")) and whole is not None and u.frame == whole.frame
        ]
        if whole is not None and whole.place in held and any(u.place in held for u in deeds):
            yield f"{part.text} of {whole.text}"
            return


def _is_superlative(unit: ContentWord, text: Text, tagger: Tagger) -> bool:
    word = folded(unit.text)
    if word in words()["no_superlatives"] or len(word) < _SHORTEST:
        return False
    stems: tuple[str, ...]
    if text.lang == "en":
        endings = (word[:-3], word[:-2], word[:-4], word[:-4] + "y")
        stems = endings if word.endswith("est") else ()
    else:
        stems = (word[:-3],) if word.endswith("ste") else ()
    return any("a" in tagger.kinds(stem, text.lang) for stem in stems)
