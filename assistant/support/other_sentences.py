"""Does a claim tell of one sentence of its quote what another sentence tells?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.support.content_words import ContentWord
from assistant.support.evidence import LEANS
from assistant.support.phrases import AGENT
from assistant.support.word_alignment import Pair, WordAligner
from assistant.support.word_order import Text
from corpus.vocabulary import Language

_THEY_FIRST = re.compile(r"[^.;]*[.;]\s+(?:They|Their)\b")
_THEY = re.compile(r"\b(?:they|them|ze)\b", re.IGNORECASE)


def of_other_sentences(
    own: Sequence[Pair],
    units: Sequence[ContentWord],
    quote: Text,
    lang: Language,
    words: WordAligner,
) -> Iterator[str]:
    """What is of another sentence both for its clause and for the claim's whole sentence: "X
    pays, and Y collects" may join two sentences of the quote."""
    yield from _for_others(own, units)
    whole = dict(_mixed(own, units, quote, lang, words))
    for at in {pair.unit.frame for pair in own} if whole else ():
        clause = [pair for pair in own if pair.unit.frame == at]
        found = dict(_mixed(clause, units, quote, lang, words))
        both = whole.keys() & found.keys()
        # Which sentence is told is not clear where a clause and its sentence disagree.
        at_odds = found if not both and len(found) == len(whole) == 1 else {}
        told = {**{place: found[place] for place in both}, **at_odds}
        yield from (f"{text} of another sentence" for text in told.values())


def _for_others(own: Sequence[Pair], units: Sequence[ContentWord]) -> Iterator[str]:
    """ "For activities we ask 85 euro" where another sentence names activities, and for parties we
    ask it."""
    held = {partner.place for pair in own for partner in pair.partners}
    amounts = {p.sentence for pair in own if pair.unit.number for p in pair.partners}
    for pair in own:
        there = {partner.sentence for partner in pair.partners}
        if pair.unit.mark != "for" or not pair.unit.head or there & amounts:
            continue
        if any(
            unit.mark == "for" and unit.head and unit.thing and unit.place not in held
            for unit in units
            if unit.sentence in amounts
        ):
            yield f"{pair.unit.text} of another sentence"


def _mixed(
    own: Sequence[Pair],
    units: Sequence[ContentWord],
    quote: Text,
    lang: Language,
    words: WordAligner,
) -> Iterator[tuple[int, str]]:
    """Things that the quote names in another sentence, where this one has a thing of its own or
    comes first, with their places in the claim."""
    sentences = Counter(s for pair in own for s in {p.sentence for p in pair.partners})
    if len(sentences) < 2:
        return
    main = max(sentences, key=lambda number: sentences[number])
    held = {partner.place for pair in own for partner in pair.partners}
    told = [unit for unit in units if unit.sentence == main]
    free = any(u.thing and u.head and not u.mark for u in told if u.place not in held)
    leans = _leans(quote.text, units, main)
    here = {id(p.unit.phrase) for p in own if any(q.sentence == main for q in p.partners)}
    shared = _shared(own, units, lang, quote.lang, words)
    for pair in own:
        if not pair.unit.thing or any(p.sentence == main for p in pair.partners):
            continue
        if pair.unit.source or words.everywhere(pair.unit, lang, told, quote.lang):
            continue
        there = pair.partners[0].sentence
        bare = not pair.unit.mark
        later = there > main
        inside = pair.unit.phrase is not None and id(pair.unit.phrase) in here
        begins = own[0].unit.phrase
        acts = pair.unit.phrase is not None and (
            pair.unit.phrase is begins or pair.unit.phrase.role == AGENT
        )
        if acts and _is_one_of_them(pair.partners[0], quote, units, held):
            yield pair.unit.place, pair.unit.text
            continue
        if (leans and there == main - 1) or (
            there == main + 1 and _leans(quote.text, units, there)
        ):
            continue
        if not (inside or acts) and {main, there} <= shared:
            continue
        if (bare and (later or free)) or inside:
            yield pair.unit.place, pair.unit.text


def _shared(
    own: Sequence[Pair],
    units: Sequence[ContentWord],
    lang: Language,
    other: Language,
    words: WordAligner,
) -> set[int]:
    """The sentences of the quote that tell of one thing of the claim: what they say of it may
    be told together ("makers in residence", "each maker receives")."""
    found: set[int] = set()
    for pair in own:
        if pair.unit.thing and pair.unit.head and not (pair.unit.number or pair.unit.name):
            there = words.everywhere(pair.unit, lang, units, other)
            told = {unit.sentence for unit in there if unit.head}
            found |= told if len(told) > 1 else set()
    return found


def _is_one_of_them(
    one: ContentWord, quote: Text, units: Sequence[ContentWord], held: set[int]
) -> bool:
    """ "The venue must get it" where "they must get it": the interpreters of whom the sentence
    before tells."""
    if quote.lang != "en" or one.text.endswith("s") or one.name or not one.head:
        return False
    last = max((unit.end for unit in units if unit.sentence == one.sentence), default=0)
    if not _THEY_FIRST.match(quote.text, last):
        return False
    return any(
        unit.head and unit.text.endswith("s") and unit.place not in held
        for unit in units
        if unit.sentence == one.sentence and unit.thing and not unit.number
    )


def _leans(text: str, units: Sequence[ContentWord], sentence: int) -> bool:
    """Whether a sentence of a text begins with what the one before it names ("it", "that year")."""
    first = next((unit.start for unit in units if unit.sentence == sentence), 0)
    before = [unit.end for unit in units if unit.sentence == sentence - 1]
    begun = re.split(r"[.;!?:]\s", text[max(before, default=0) : first])[-1]
    if LEANS.match(begun + text[first : first + 1]):
        return True
    last = max((unit.end for unit in units if unit.sentence == sentence), default=first)
    return bool(_THEY.search(text, first, last))
