"""From an understood question to weighed evidence: what is searched, and what it is weighed for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from assistant.answering_settings import AnsweringSettings
from assistant.asking import asked_of
from assistant.distinctive import Distinctive
from assistant.extracting.asked import Asked, Candidate
from assistant.extracting.concept import Concept, eased
from assistant.extracting.concepts import ConceptReader
from assistant.extracting.evidence import Scene, Terms, Weighed, scene
from assistant.extracting.headed import openings
from assistant.extracting.holding_terms import holding_analyser
from assistant.extracting.lead_ins import LeadIns
from assistant.extracting.phrases import LANGUAGES
from assistant.extracting.sequels import sequels
from assistant.extracting.taken_apart import either_way
from assistant.extracting.weighing import weigh
from assistant.fiche_pairs import FichePairs
from assistant.guidance.guide import Guide
from assistant.guidance.scope import Scope
from assistant.naming import NamedDocuments
from assistant.opening import Openings
from assistant.origins import Origins
from assistant.pointing import Places
from assistant.told_beside import retrieved, with_told
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.attribute import framing_words
from assistant.understanding.language import language_or
from assistant.understanding.place_asked import place_words
from assistant.understanding.qualifiers import contrary
from assistant.understanding.reference import PointerKind, held_by, without_pointers
from assistant.understanding.separable import TakenApart, joined
from corpus.document import Source
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.index import Index
from indexing.passage import Passage, RetrievedPassage
from indexing.recent import Recent
from indexing.retriever import Retrieval
from indexing.tokenising import folded, tokens

_EMPTY = stop_words("nl") | stop_words("en")
_MOST_NAMED = 3
_MOST_LISTED = 50  # documents that a search is restricted to one by one
_FROM_EACH = 8  # passages of each document, where several are asked


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for one question or part: what it was weighed for and the units, best first.

    ``text`` is the question, or the part as the answer names it.
    """

    text: str
    asked: Asked
    weighed: tuple[Weighed, ...]
    documents: tuple[str, ...]
    passages: int
    corrections: tuple[tuple[str, str], ...] = ()
    scope: Scope = field(default_factory=Scope)

    @property
    def best(self) -> Weighed | None:
        """The unit that answers best."""
        return self.weighed[0] if self.weighed else None


class Finder:
    """Finds evidence in one generation of an index; keeps only what can be computed again."""

    def __init__(self, index: Index, vocabulary: Vocabulary, settings: AnsweringSettings) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._settings = settings
        self._names = NamedDocuments(index.sources(), vocabulary)
        self._places = Places(index, vocabulary)
        self._pairs = FichePairs(index)
        self._origins = Origins(index, self._pairs)
        self._scenes = Recent[str, Scene](settings.kept_passages)
        self._headings = lru_cache(maxsize=settings.kept_passages)(self._heading_terms)
        self._openings = Openings(index)
        self._distinctive = Distinctive(index, index.analyser.terms, settings)
        self._lead_ins = LeadIns(index.passages)
        self._analyser = index.analyser
        self._holding = holding_analyser(index, vocabulary)
        self._reader = ConceptReader(
            self._analyser,
            vocabulary,
            index.frequency,
            index.passage_count,
            frame_weight=settings.frame_concept_weight,
            context_weight=settings.context_concept_weight,
            rarity_passages=settings.rarity_passages,
            few_passages_weight=settings.few_passages_weight,
        )
        self.guide = Guide(index, index.analyser.terms, vocabulary)

    @property
    def terms(self) -> Terms:
        """Text and language to index terms."""
        return self._analyser.terms

    def named(self, text: str) -> frozenset[str]:
        """The documents that a question names, publications before fiches."""
        return self.guide.distinct(self._names.named(text)[0])

    def about(self, word: str) -> str:
        """The one publication that is about what a word says in either language; empty for none."""
        told = {
            document
            for lang in LANGUAGES
            if (document := self._distinctive.about(self._reader.read(word, lang)))
        }
        return told.pop() if len(told) == 1 else ""

    def others(self, documents: frozenset[str]) -> frozenset[str]:
        """The other publications; empty, for all, where they are too many to list."""
        others = (
            frozenset(source.id for source in self._index.sources() if not source.pair) - documents
        )
        return others if len(others) <= _MOST_LISTED else frozenset()

    def find(
        self,
        understood: Understanding,
        setting: str = "",
        within: frozenset[str] = frozenset(),
        *,
        each: bool = False,
        whole: bool = False,
        beside: bool = True,
    ) -> Found:
        """Evidence for a question, or a part of one that is understood by itself.

        ``setting`` is what it leans on: what that is about counts, but less. ``within`` are the
        documents in which alone is looked. With ``each`` every document that has something is
        searched by itself: one that says it louder leaves no other unheard. With ``whole`` all
        that was found is evidence: a fiche and the publication that it sums up, for whomever it is.
        Without ``beside`` what is told beside the question is not looked for.
        """
        settings = self._settings
        scoped, understood = understood, understood if beside else replace(understood, told="")
        lang = understood.question_lang if understood.question_lang in ("nl", "en") else "nl"
        standalone = understood.standalone
        retrieval = retrieved(
            lambda text: self._index.retriever.retrieve(
                self._searched(text, lang),
                lang=lang,
                k=settings.candidates,
                documents=within or None,
            ),
            standalone,
            understood.told,
        )
        named, naming = (within, frozenset()) if within else self._names.named(standalone)
        met = tuple(dict.fromkeys(hit.passage.document for hit in retrieval.hits))
        if not (named or within):
            named, naming = self._openings.named(standalone, met)
        named = self.guide.distinct(named)
        held = bool(held_by(standalone))
        pointed = self._places.of(understood.pointers, named, met, lang, held=held)
        # An item that is not there under its number may be told of all the same.
        points = bool(pointed) or any(p.kind is not PointerKind.ITEM for p in understood.pointers)
        concepts = self._concepts(understood, setting, retrieval.corrections, lang, points=points)
        spoken = f"{understood.text} {understood.follow_up.context}"
        framing = naming | framing_words(spoken) | place_words(understood.text)
        concepts = tuple(
            replace(concept, weight=concept.weight * settings.frame_concept_weight, frame=True)
            if folded(concept.surface) in framing and not concept.frame
            else concept
            for concept in concepts
        )
        focus, focused = self._focus(understood, lang)
        asked = asked_of(understood, concepts, lang, named, focus, points=points)
        asked = replace(asked, told=self._told(understood, concepts, lang, within or named))
        candidates = self._candidates(
            retrieval.hits, focused, understood, named, lang, pointed, searched=bool(within)
        )
        self._add_told(candidates, asked, standalone, lang)
        if asked.kind is AnswerKind.DEFINITION:
            for sequel in sequels(candidates.values(), asked.subject, self._index.passages):
                candidates[sequel.passage.id] = sequel
            for opening in openings(candidates.values(), self._index.passages):
                candidates[opening.passage.id] = opening
        if each:
            self._add_each(candidates, retrieval, standalone, lang)
        if within:
            candidates = {
                key: candidate
                for key, candidate in candidates.items()
                if candidate.passage.document in within
            }
        scope = self.guide.scope(scoped, None, setting, retrieval.corrections)
        if not whole:
            candidates = self.guide.fitted(candidates, scope, understood.lang)
            self._origins.bring_in(candidates)
        if not whole and named and not any(self._index.source(identity).pair for identity in named):
            # Who asks what a publication says is not served with our summary.
            candidates = {
                key: candidate for key, candidate in candidates.items() if not candidate.source.pair
            }
        weighed = weigh(asked, candidates.values(), self._scene, settings)
        documents = tuple(dict.fromkeys(item.unit.passage.document for item in weighed))
        return Found(
            standalone, asked, weighed, documents, len(candidates), retrieval.corrections, scope
        )

    def in_language(self, found: Found, lang: str) -> Found:
        """What was found, with each fiche's sentence as its pair in ``lang`` says it."""
        weighed = tuple(self._pairs.said(item, lang, self._scene) for item in found.weighed)
        documents = tuple(dict.fromkeys(item.unit.passage.document for item in weighed))
        return replace(found, weighed=weighed, documents=documents)

    def _scene(self, passage: Passage, source: Source) -> Scene:
        """The passage's units, kept for the next question."""
        known = self._scenes.get(passage.id)
        if known is None:
            terms = self.terms if source.pair else self._holding.terms
            known = scene(passage, source, terms, self._headings, self._lead_ins.of(passage))
            self._scenes.put(passage.id, known)
        return known

    def _heading_terms(self, text: str, lang: str) -> frozenset[str]:
        return frozenset(self.terms(text, lang))

    def _concepts(
        self,
        understood: Understanding,
        setting: str,
        corrections: tuple[tuple[str, str], ...],
        lang: str,
        *,
        points: bool,
    ) -> tuple[Concept, ...]:
        follow_up = understood.follow_up
        names = (
            frozenset(folded(token) for name in understood.names for token in tokens(name)) - _EMPTY
        )
        read = self._reader.read
        text = understood.text
        if follow_up.ellipsis:
            # What was asked before is asked again, but for the words that were swapped.
            again = follow_up.again or follow_up.renumbered
            text = follow_up.context if again else f"{text} {follow_up.context}"
        if points:
            # What is asked about the place: the pointer itself is looked up by number.
            text = without_pointers(text)
        apart: tuple[TakenApart, ...] = ()
        if lang == "nl":
            text, apart = joined(text, self._vocabulary)
        own = read(text, lang, names=names, corrections=corrections)
        beside = self._settings.apart_weight
        own = either_way(own, apart, self._analyser, self._vocabulary, beside)
        weight = sum(concept.weight for concept in own)
        known = {folded(concept.surface) for concept in own}
        extra: list[Concept] = []
        for more, origin in (
            ("" if follow_up.ellipsis else follow_up.context, "context"),
            (setting, "context"),
            (" ".join(understood.referents), "referent"),
        ):
            if more:
                called = names if more == setting else frozenset()
                # An earlier turn may have been in another language.
                spoken = language_or(more, lang) if more == follow_up.context else lang
                added = read(more, spoken, origin=origin, names=called, known=frozenset(known))
                # "And the current one?" is not asked of the previous one.
                added = tuple(item for item in added if not contrary(text, item.surface))
                known.update(folded(concept.surface) for concept in added)
                if more == setting:
                    added = eased(added, weight)
                extra.extend(added)
        return with_told((*own, *extra), understood.told, partial(read, lang=lang), self._settings)

    def _searched(self, text: str, lang: str) -> str:
        """What is searched for a question: a verb that it takes apart in one word, too."""
        if lang != "nl":
            return text
        text, apart = joined(text, self._vocabulary)
        said = [one.verb for one in apart]
        met = [verb for verb in said if self._index.frequency(self._analyser.stem(verb, lang))]
        return " ".join((text, *met))

    def _candidates(
        self,
        hits: tuple[RetrievedPassage, ...],
        focused: tuple[Passage, ...],
        understood: Understanding,
        named: frozenset[str],
        lang: str,
        pointed: tuple[Passage, ...],
        *,
        searched: bool,
    ) -> dict[str, Candidate]:
        found: dict[str, Candidate] = {}
        top = max((hit.score for hit in hits), default=0.0) or 1.0
        for hit in hits:
            passage = hit.passage
            standing = max(0.0, hit.score / top)
            found[passage.id] = Candidate(passage, self._source(passage), standing, hit.score)
        for passage in focused:
            found.setdefault(passage.id, Candidate(passage, self._source(passage), 0.3))
        for passage in pointed:
            known = found.get(passage.id)
            standing = known.standing if known else 0.5
            found[passage.id] = Candidate(passage, self._source(passage), standing, pointed=True)
        if 0 < len(named) <= _MOST_NAMED and not searched:
            # The named document is searched by itself: elsewhere may say it louder.
            inside = self._index.retriever.retrieve(
                understood.standalone, lang=lang, k=12, documents=named
            )
            for hit in inside.hits:
                found.setdefault(
                    hit.passage.id,
                    Candidate(hit.passage, self._source(hit.passage), max(0.0, hit.score / top)),
                )
        return found

    def _told(
        self,
        understood: Understanding,
        concepts: tuple[Concept, ...],
        lang: str,
        named: frozenset[str],
    ) -> Mapping[str, Mapping[str, float]]:
        """The documents that the words of the question, and of what is said before it, tell: of
        those that it names outright, if any. What another part asks tells none of this one."""
        beside = self._reader.read(understood.told, lang) if understood.told else ()
        part = understood.parts[0]
        if part.setting and not part.topic:
            concepts = tuple(one for one in concepts if one.origin != "context")
        by_surface = {concept.surface: concept for concept in (*concepts, *beside)}
        told = self._distinctive.told(by_surface.values())
        return {one: tells for one, tells in told.items() if one in named or not named}

    def _add_told(
        self, candidates: dict[str, Candidate], asked: Asked, text: str, lang: str
    ) -> None:
        """What fits best of the documents that the question tells, as if they were all there is."""
        for hit, standing in self._distinctive.passages(asked.told, text, lang):
            known = candidates.get(hit.passage.id)
            if known is None:
                source = self._source(hit.passage)
                candidates[hit.passage.id] = Candidate(hit.passage, source, standing, hit.score)
            elif known.standing < standing:
                candidates[hit.passage.id] = replace(known, standing=standing)

    def _add_each(
        self, candidates: dict[str, Candidate], retrieval: Retrieval, text: str, lang: str
    ) -> None:
        """The best of each publication, the ones found first and the others after them."""
        met = dict.fromkeys(hit.passage.document for hit in retrieval.hits)
        known = [one for one in met if not self._index.source(one).pair]
        others = [one for one in sorted(self.others(frozenset(met))) if one not in met]
        top = max((hit.score for hit in retrieval.hits), default=0.0) or 1.0
        for document in (*known, *others)[: self._settings.several_searched]:
            inside = self._index.retriever.retrieve(
                text, lang=lang, k=_FROM_EACH, documents=frozenset({document})
            )
            for hit in inside.hits:
                standing = max(0.0, hit.score / top)
                candidates.setdefault(
                    hit.passage.id,
                    Candidate(hit.passage, self._source(hit.passage), standing, hit.score),
                )

    def _focus(
        self, understood: Understanding, lang: str
    ) -> tuple[dict[str, float] | None, tuple[Passage, ...]]:
        """The documents that the earlier turn was about, and its passages. Those of a question that
        stands by itself stand out less: it may be about something else."""
        follow_up = understood.follow_up
        previous = follow_up.previous or follow_up.after
        if not previous:
            return None, ()
        most = 1.0 if follow_up.dependent else self._settings.after_focus
        asked = f"{previous} {' '.join(understood.referents)}"
        hits = self._index.retriever.retrieve(
            asked,
            lang=language_or(previous, lang),
            k=self._settings.focus_candidates,
        ).hits
        if not hits:
            return None, ()
        top = hits[0].score or 1.0
        focus: dict[str, float] = {}
        for rank, hit in enumerate(hits):
            strength = most * max(0.0, hit.score / top) * (1.0 if rank < 3 else 0.6)
            document = hit.passage.document
            focus[document] = max(focus.get(document, 0.0), strength)
        return focus, tuple(hit.passage for hit in hits)

    def _source(self, passage: Passage) -> Source:
        return self._index.source(passage.document)
