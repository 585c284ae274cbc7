"""What is asked in each part of a question, and how surely statements answer it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.extracting.answer_type import holds
from assistant.guidance.asked import Asked
from assistant.guidance.fiches import FUNDING, ORGANISATION, PRACTICE, Fiches, pair_of
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.needs import load_needs
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.repeating import overlap
from assistant.guidance.scope import Scope
from assistant.guidance.settings import AskedSettings
from assistant.guidance.wanting import CONTACT, FRAMING
from assistant.guidance.who_knows import WhoKnows
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere
from assistant.understanding.question import compares
from indexing.passage import Passage

_SAYS_SOMETHING = 2  # content words
_CONTACT = ("when-to-contact", "contact")


@dataclass(frozen=True, slots=True)
class Held:
    """What is told of one part: whether that ``answered`` it or ``admitted`` that it is not known,
    and whether something is ``known`` of it; a statement that says it is not, ``unknown`` (empty
    without one); the statements (ids) that may tell of it, None for all; how ``likely`` each
    belongs to it, and what is ``said`` not to be known; those that tell what it asks of the rule of
    another part (``leant``)."""

    answered: bool
    admitted: bool
    known: bool
    unknown: str
    near: frozenset[str] | None
    said: dict[str, float]
    likely: dict[str, float]
    leant: frozenset[str] = frozenset()

    def may_tell(self, passage: Passage) -> bool:
        """Whether a statement may tell something of the part."""
        return self.near is None or passage.id in self.near


class AskedParts:
    """Reads the parts of questions over the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        relevance: Relevance,
        hearing: Hearing,
        who: WhoKnows,
        settings: AskedSettings,
    ) -> None:
        self._fiches = fiches
        self._relevance = relevance
        self._hearing = hearing
        self.who = who
        self._settings = settings
        self._needs = load_needs()

    def read(self, understood: Understanding, scope: Scope, today: date) -> Asked | None:
        """The question of who tells of themselves, or surely asks for guidance; None for others,
        and where the question leans on an earlier one."""
        if not understood.stands_alone or understood.pointers or compares(understood):
            return None
        if not (tells(understood) or self._hearing.surely_needs(understood)):
            return None
        needs = self._hearing.heard(understood, scope).needs
        return Asked(self._relevance.read(understood, scope, today), understood.parts, needs)

    def passages(self, identities: Iterable[str]) -> dict[str, Passage]:
        """The statements in fiches (ids of documents), by their own ids."""
        return {
            item.passage.id: item.passage
            for identity in dict.fromkeys(identities)
            if (pair := identity.rpartition("-")[0]) in self._fiches.sources
            for item in self._fiches.fiche(pair, identity.rpartition("-")[2]).statements
        }

    def held(
        self,
        asked: Asked,
        part: Part,
        told: Sequence[Passage],
        said: Collection[str],
        own: Collection[str],
    ) -> Held:
        """What statements that are ``told`` hold of a part, of which some are its ``own`` (ids),
        beside what is ``said`` not to be known (texts of statements)."""
        settings = self._settings
        ids = {passage.id for passage in told}
        judged = self._relevance.judged_for(asked.read, part, told)
        likely = {one.passage.id: one.probability for one in judged if one.passage.id in ids}
        for one in self._of_each_country(asked, part, told):
            likely[one.id] = max(likely[one.id], self.least(part))
        unknown = {
            " ".join(one.passage.text.split()): one.probability
            for one in judged
            if self._relevance.cases.says_unknown(one.passage)
        }
        admits = [one for one in told if one.id in own and self._says_unknown(one)]
        leant = {one.id for one in self._relevance.told_of(asked.read, part, told)}
        answering = [one for one in told if one.id in {*own, *leant} and one not in admits]
        best = max((likely[one.id] for one in answering), default=0.0)
        least = self.least(part)
        kind = answer_kind(part.asked)
        only = self._relevance.case(asked.read, part).only if asked.several else ""
        on_it = [one for one in answering if likely[one.id] >= settings.near]
        if any(
            (kind.numeric and holds(kind, one.text))  # the figure stands there
            or only in self._relevance.cases.needs_of(one)  # the very need that is asked for
            for one in on_it
        ):
            least = settings.near
        turned = CONTACT in self._needs.asked(part.asked) and any(
            self.is_contact(one) for one in told
        )
        admitted = any(unknown.get(text, 0.0) >= settings.answered for text in said) or (
            best < least and any(likely[one.id] >= settings.near for one in admits)
        )
        first = max(unknown, key=lambda text: unknown[text], default="")
        arranged = (
            asked.several
            and self._relevance.asks_all(asked.read, part)
            and any(self._relevance.is_on_a_rule(one) for one in answering)
        )
        return Held(
            best >= least or admitted or turned or arranged,
            admitted,
            turned
            or arranged
            or any(likely[one.id] >= least for one in answering if self._tells(one)),
            first if unknown and unknown[first] >= max(settings.answered, best) else "",
            frozenset(
                one.id
                for one in told
                if likely[one.id] >= settings.near or arranged or self._of_named(one, asked)
            ),
            {text: value for text, value in unknown.items() if text in said},
            likely,
            frozenset(leant),
        )

    def _of_each_country(
        self, asked: Asked, part: Part, told: Iterable[Passage]
    ) -> Iterator[Passage]:
        """What is told of the rule that a part names in each of several countries: that is what is
        asked for."""
        codes = asked.sought.scope.countries
        case = self._relevance.case(asked.read, part) if asked.several else asked.read.whole
        own = self._fiches.of_countries(codes) if len(codes) > 1 and case.formal else ()
        cases = self._relevance.cases
        for one in told:
            of_it = one.document in own and case.formal in cases.needs_of(one)
            if of_it and cases.may_tell(one, case):
                yield one

    def _of_named(self, passage: Passage, asked: Asked) -> bool:
        """Whether a statement is of an organisation that the question names."""
        pair = pair_of(passage)
        named = pair in asked.read.scope.named
        return named and self._fiches.source(pair, passage.language).kind == ORGANISATION

    def _tells(self, passage: Passage) -> bool:
        """Whether a statement tells more than that something is not known, or whom to ask."""
        return not (self._says_unknown(passage) or self.is_contact(passage))

    def _says_unknown(self, passage: Passage) -> bool:
        return self._relevance.cases.says_unknown(passage)

    def beside(self, every: Iterable[Held]) -> frozenset[str]:
        """What is said not to be known that has nothing to do with any part."""
        likely: dict[str, float] = {}
        for held in every:
            for text, value in held.said.items():
                likely[text] = max(likely.get(text, 0.0), value)
        return frozenset(text for text, value in likely.items() if value < self._settings.known)

    def least(self, part: Part) -> float:
        """From which probability a statement answers a part: figures are missing most often."""
        kind = answer_kind(part.asked)
        if kind.numeric or kind is AnswerKind.DATE:
            return self._settings.figure
        # "And who asks for it": what it says by itself is too little to be alike.
        bare = content_size(part.asked) < _SAYS_SOMETHING and points_elsewhere(part.asked)
        return self._settings.near if bare else self._settings.answered

    def is_contact(self, passage: Passage) -> bool:
        """Whether a statement tells when or where to contact an organisation."""
        kind = self._fiches.source(pair_of(passage), passage.language).kind
        return kind == ORGANISATION and self._fiches.section(passage) in _CONTACT

    def is_grant(self, passage: Passage) -> bool:
        """Whether a statement stands in the fiche of a grant."""
        return self._fiches.source(pair_of(passage), passage.language).kind == FUNDING

    def is_noise(self, asked: Asked, passage: Passage, every: Iterable[Held]) -> bool:
        """Whether a statement has hardly anything of any part, nor tells of what is named."""
        if self._relevance.cases.names(passage, asked.read.whole):
            return False
        if any(one.near is None for one in every):
            return False  # what surely answers a part was found, not judged
        likely = [one.likely.get(passage.id, 1.0) for one in every]
        return max(likely, default=1.0) < self._settings.noise

    def says_the_same(self, one: Passage, other: Passage) -> bool:
        """Whether two statements of a fiche say nearly the same."""
        if one.document != other.document:
            return False
        words = [frozenset(passage.text.lower().split()) for passage in (one, other)]
        return overlap(*words) >= self._settings.same

    def turns(self, asked: Asked) -> bool:
        """Whether who asks is told whom to turn to beside what they need: who asks just that, how
        to begin, or of an organisation by its name has other answers."""
        scope, text = asked.sought.scope, asked.sought.text
        listed = self._needs.asked(text)
        needs = asked.read.whole.needs
        likely = [key for key, value in needs.items() if value >= self._settings.need]
        begins = len(asked.parts) == 1 and not {*listed, *likely} - {*FRAMING}
        named = any(
            self._fiches.source(pair, asked.sought.lang).kind not in (PRACTICE, FUNDING)
            for pair in scope.named
        )
        return CONTACT not in listed and not begins and not named

    def tells_all(self, asked: Asked) -> bool:
        """Whether it is for rules alone what is told: to who asks for all that comes with a plan,
        or only tells it."""
        return not asked.needs or bool({*FRAMING} & {*asked.needs})
