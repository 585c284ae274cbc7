"""What is told to who asks a question that the editors of the fiches anticipate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.guidance.anticipated.matching import Alike, AnticipatedQuestions
from assistant.guidance.fiches import COUNTRY, FUNDING, PRACTICE, Fiches
from assistant.guidance.fitting import fits
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import HOME
from assistant.guidance.scoping import INCOMING, Scoping
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.worth import Sought, Worth
from assistant.route_plan import load_plan
from indexing.passage import Passage

_ADVISING = (COUNTRY, FUNDING, PRACTICE)
_LOOKED_THROUGH = 60  # statements, the likest first


class AnticipatedStatements:
    """Finds the statements that anticipated questions lead to, for who asks."""

    def __init__(
        self,
        fiches: Fiches,
        scoping: Scoping,
        selecting: Selecting,
        worth: Worth,
        reader: FeatureReader,
        settings: GuidanceSettings,
    ) -> None:
        self.fiches = fiches
        self.settings = settings.anticipated
        self._scoping = scoping
        self._selecting = selecting
        self._worth = worth
        self.questions = AnticipatedQuestions(fiches, reader, self.settings)
        self._regions = _regions()
        self._countries = frozenset(load_plan().destinations) - {HOME}

    def fitting(self, text: str, sought: Sought, part: str = "") -> Iterator[Alike]:
        """The statements that fit, those first whose questions ``text`` is most like."""
        for one in islice(self.questions.alike(text, sought.lang, part), _LOOKED_THROUGH):
            if self._fits(one, sought):
                yield one

    def told(self, text: str, sought: Sought, parts: Sequence[str] = ()) -> tuple[Alike, ...]:
        """The few statements that answer ``text``, for each of its ``parts`` in turn; none where
        nobody thought of such a question."""
        settings = self.settings
        told: dict[str, Alike] = {}
        for part in parts or (text,):
            found = list(islice(self.fitting(text, sought, part), settings.most))
            if not found or found[0].clear < settings.clear:
                continue
            least = max(settings.least, settings.share * found[0].likeness)
            told.update((one.passage.id, one) for one in found if one.likeness >= least)
        return tuple(told.values())

    def likeness(self, passage: Passage, text: str, lang: str) -> float:
        """How much ``text`` is like the questions that are anticipated for a statement."""
        return self.questions.of(passage, text, lang)

    def _fits(self, one: Alike, sought: Sought) -> bool:
        scope, lang = sought.scope, sought.lang
        source = self.fiches.source(one.pair, lang)
        section = self.fiches.section(one.passage)
        if source.kind not in _ADVISING:
            return False  # whom to turn to is told by itself, and studies advise nobody
        regions = self._regions.get((one.pair, section))
        here = self._selecting.region(scope)
        if regions and here and here not in regions:
            return False
        if one.pair not in scope.named and self._about_one(scope.named, lang):
            return False  # the question says what it is about
        about = source.topics[0] if source.topics else ""
        if about in self._countries and about not in scope.countries:
            return False  # the rules of one country for who goes to another
        comes = source.kind == PRACTICE and INCOMING in source.topics
        if comes != scope.incoming and one.pair not in scope.named:
            return False  # grants and rules for who leaves are not for guests
        if self._scoping.excludes(source, scope):
            return False
        if not self._scoping.fits_disciplines(source, scope.disciplines):
            return False
        if not fits(one.passage.annotation, scope):
            return False
        if not self._scoping.may_tell(one.passage, scope):
            return False
        return self._worth.of(one.passage, sought, self._worth.groups(sought), {}) is not None

    def _about_one(self, named: Iterable[str], lang: str) -> bool:
        """Whether a question is about what it names; "contract" or "A1" names a fiche on practice
        and is said of many things."""
        return any(self.fiches.source(pair, lang).kind != PRACTICE for pair in named)


def _regions() -> dict[tuple[str, str], frozenset[str]]:
    """For which regions the parts of fiches hold that needs take statements from, where they say
    so: by pair and section."""
    found: dict[tuple[str, str], set[str]] = {}
    anywhere: set[tuple[str, str]] = set()
    for need in load_needs().needs.values():
        for taken in need.take:
            for pair in taken.pairs:
                for section in taken.sections:
                    found.setdefault((pair, section), set()).update(taken.regions)
                    if not taken.regions:
                        anywhere.add((pair, section))
    return {key: frozenset(held) for key, held in found.items() if key not in anywhere}
