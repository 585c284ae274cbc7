"""What says a verb that a question takes apart, in the texts that answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.extracting.concept import Concept
from assistant.extracting.forms import Form
from assistant.understanding.separable import TakenApart
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser
from indexing.tokenising import folded


def either_way(
    concepts: Iterable[Concept],
    apart: tuple[TakenApart, ...],
    analyser: Analyser,
    vocabulary: Vocabulary,
    weight: float,
) -> tuple[Concept, ...]:
    """The concepts, those of a verb in one word called by the word that stands in the question: a
    text may have both its pieces in one sentence, too ("ze kwamen ook dit jaar samen"), which is
    worth ``weight`` (1 for the verb in one word)."""
    by_whole = {one.whole: one for one in apart}
    found = []
    for concept in concepts:
        if (verb := by_whole.get(folded(concept.surface))) is not None:
            said = (verb.verb, *vocabulary.verb_forms(verb.verb, "nl"))
            particle = analyser.stem(verb.particle, "nl")
            stems = dict.fromkeys(analyser.stem(form, "nl") for form in said)
            pieces = tuple(Form((stem, particle), weight) for stem in stems)
            forms = {**concept.forms, "nl": (*concept.forms["nl"], *pieces)}
            concept = replace(concept, surface=verb.verb, forms=forms)
        found.append(concept)
    return tuple(found)
