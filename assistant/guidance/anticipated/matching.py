"""Compares questions with those that are anticipated for the statements of one index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from assistant.guidance.anticipated.model import Model, Numbers, load_model, number_of_text
from assistant.guidance.anticipated.training import LANGUAGES
from assistant.guidance.fiches import COUNTRY, Fiches
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.settings import AnticipatedSettings
from corpus.vocabulary import Language
from indexing.passage import Passage

_USUAL = 30  # places down where a statement has little to do with the question any more
_CLEAREST = 10.0  # where no other question has a word of it
_REMEMBERED = 64  # questions and parts of them


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement in the reader's language, and how much a question is like those that are
    anticipated for it and its group (0 to 1). ``clear`` is how many times as much as those for a
    statement some way down: a long question is less like any."""

    passage: Passage
    pair: str
    likeness: float
    clear: float


@dataclass(frozen=True, slots=True)
class Seen:
    """How much a question is like those for a statement itself (``own``), and for it and its group
    together (``both``); ``clear`` as in :class:`Alike`."""

    own: float
    both: float
    clear: float


_UNSEEN = Seen(0.0, 0.0, 0.0)


class AnticipatedQuestions:
    """The anticipated questions of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        reader: FeatureReader,
        settings: AnticipatedSettings,
        model: Model | None = None,
    ) -> None:
        self._fiches = fiches
        self._reader = reader
        self._settings = settings
        self._model = model if model is not None else load_model()
        self._likeness = lru_cache(maxsize=_REMEMBERED)(self._likeness_anew)
        self._both = lru_cache(maxsize=_REMEMBERED)(self._both_anew)
        self._order = lru_cache(maxsize=_REMEMBERED)(self._order_anew)

    def alike(self, text: str, lang: str, part: str = "") -> Iterator[Alike]:
        """The statements, those first whose anticipated questions ``text`` is most like.

        ``lang`` is its language and the reader's: nl or en. ``part`` is what of the text is asked
        for; the rest then tells what it is about. Statements that this index does not hold, or
        holds in other words, are left out.
        """
        own: Language = "en" if lang == "en" else "nl"
        likeness = self._likeness(text, own)
        if part and part != text:
            share = np.float32(self._settings.part)
            likeness = share * self._likeness(part, own) + (1 - share) * likeness
        order = np.argsort(-likeness, kind="stable").tolist()
        usual = self._usual(likeness)
        for place in order:
            if likeness[place] <= 0.0:
                return
            found = self._passages[lang].get(place) if lang in self._passages else None
            pair = self._model.pairs[int(self._model.fiche_of[place])]
            if found is not None and pair in self._fiches.sources:
                alike = float(likeness[place])
                yield Alike(found, pair, alike, alike / usual if usual else _CLEAREST)

    def of(self, passage: Passage, text: str, lang: str) -> float:
        """How much ``text`` is like the questions that are anticipated for one statement; 0 for
        another passage."""
        own: Language = "en" if lang == "en" else "nl"
        place = self._places.get(passage.id)
        return 0.0 if place is None else float(self._likeness(text, own)[place])

    def likest(
        self, text: str, lang: str, most: int, among: Callable[[Passage], bool]
    ) -> list[Passage]:
        """The ``most`` statements ``among`` some whose anticipated questions ``text`` is most
        like."""
        own: Language = "en" if lang == "en" else "nl"
        held = self._passages[own]
        order = self._order(text, own).tolist()
        passages = (passage for place in order if (passage := held.get(place)) is not None)
        return list(islice(filter(among, passages), most))

    def likest_of(self, text: str, lang: str, most: int, pairs: Collection[str]) -> list[Passage]:
        """The same among the statements of some fiches (pairs), of which most are none."""
        own: Language = "en" if lang == "en" else "nl"
        held, order = self._passages[own], self._order(text, own)
        fiches = [at for at, pair in enumerate(self._model.pairs) if pair in pairs]
        places = order[np.isin(self._model.fiche_of[order], fiches)].tolist()
        passages = (passage for place in places if (passage := held.get(place)) is not None)
        return list(islice(passages, most))

    def seen(self, passage: Passage, text: str, lang: str) -> Seen:
        """How much ``text`` is like the questions that are anticipated for one statement; 0 for
        another passage."""
        place = self._places.get(passage.id)
        if place is None:
            return _UNSEEN
        own_lang: Language = "en" if lang == "en" else "nl"
        own, both, usual = self._both(text, own_lang)
        alike = float(both[place])
        return Seen(float(own[place]), alike, alike / usual if usual else _CLEAREST)

    def _usual(self, likeness: Numbers) -> float:
        """What is usual for a question: the likeness some way down."""
        # The parts of the countries' fiches are alike by the dozen, and only some fit.
        general = np.sort(likeness[self._general])[::-1]
        return float(general[min(_USUAL, len(general) - 1)]) if len(general) else 0.0

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place in the model of each statement, by its id."""
        return {
            passage.id: place for held in self._passages.values() for place, passage in held.items()
        }

    def _likeness_anew(self, text: str, lang: Language) -> Numbers:
        return self._both(text, lang)[1]

    def _order_anew(self, text: str, lang: Language) -> npt.NDArray[np.int64]:
        """The places of what ``text`` is like at all, the likest first."""
        likeness = self._likeness(text, lang)
        order = np.argsort(-likeness, kind="stable")
        return order[: np.count_nonzero(likeness > 0.0)]

    def _both_anew(self, text: str, lang: Language) -> tuple[Numbers, Numbers, float]:
        own, whole = self._model.likeness(self._reader.of_words(text, lang))
        share = self._settings.group
        likeness = ((own + share * whole[self._model.group_of]) / (1.0 + share)).astype(np.float32)
        return own, likeness, self._usual(likeness)

    @cached_property
    def _general(self) -> npt.NDArray[np.bool_]:
        """Which statements are not on one country."""
        sources = self._fiches.sources
        own = {
            at
            for at, pair in enumerate(self._model.pairs)
            if any(source.kind == COUNTRY for source in sources.get(pair, {}).values())
        }
        return np.array([fiche not in own for fiche in self._model.fiche_of.tolist()], np.bool_)

    @cached_property
    def _passages(self) -> dict[str, dict[int, Passage]]:
        """The statements by language and place in the model."""
        model = self._model
        found: dict[str, dict[int, Passage]] = {}
        for column, lang in enumerate(LANGUAGES):
            places = {
                (model.pairs[int(fiche)], int(text)): place
                for place, (fiche, text) in enumerate(
                    zip(model.fiche_of, model.texts[:, column], strict=True)
                )
            }
            held: dict[int, Passage] = {}
            for pair in self._fiches.sources:
                for statement in self._fiches.fiche(pair, lang).statements:
                    place = places.get((pair, number_of_text(statement.passage.text)))
                    if place is not None:
                        held[place] = statement.passage
            found[lang] = held
        return found
