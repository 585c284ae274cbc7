"""What is asked in each part of a question: how surely statements answer it, and who knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.extracting.answer_type import holds
from assistant.guidance.advice import Line
from assistant.guidance.asking import referrals_in
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import FUNDING, ORGANISATION, PRACTICE, Fiches, pair_of
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.in_force import desk_of_closed
from assistant.guidance.needs import load_needs
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.cases import Read
from assistant.guidance.relevance.relevance import Judged, Relevance
from assistant.guidance.repeating import overlap
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import AskedSettings
from assistant.guidance.wanting import CONTACT, FRAMING
from assistant.guidance.worth import Sought
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere
from assistant.understanding.question import compares
from indexing.passage import Passage

_SAYS_SOMETHING = 2  # content words
_CONTACT = ("when-to-contact", "contact")
_IN_SHORT = "in-short"
_ASK = "who-to-ask"


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question of somebody who asks for guidance: ``read`` for its statements, its ``parts`` as
    they are asked, one when it asks one thing, and the ``needs`` that are heard."""

    read: Read
    parts: tuple[Part, ...]
    needs: tuple[str, ...]

    @property
    def sought(self) -> Sought:
        """What statements are selected for."""
        return self.read.whole.sought

    @property
    def several(self) -> bool:
        """Whether it asks more than one thing."""
        return len(self.parts) > 1


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
        selecting: Selecting,
        contacting: Contacting,
        settings: AskedSettings,
    ) -> None:
        self._fiches = fiches
        self._relevance = relevance
        self._hearing = hearing
        self._selecting = selecting
        self._contacting = contacting
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
        judged = self._judged(asked, part, told)
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

    def _judged(self, asked: Asked, part: Part, also: Iterable[Passage] = ()) -> tuple[Judged, ...]:
        if asked.several:
            return self._relevance.to_part(asked.read, part, also)
        return self._relevance.judged(asked.read, "", also)

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

    def whom(self, asked: Asked, parts: Iterable[Part]) -> tuple[str, ...]:
        """The organisations (pairs) that know most of what belongs in the answer to parts, the best
        first: each statement speaks for who knows more of it, as much as it likely belongs."""
        voices: dict[str, float] = {}
        for part in parts:
            judged = self._judged(asked, part)
            for one in judged[: self._settings.voices]:
                for pair in self._knows(one, asked.sought):
                    voices[pair] = voices.get(pair, 0.0) + one.probability
        voices = {
            pair: voice
            for pair, voice in voices.items()
            if self._selecting.for_them(pair, asked.sought)
            and (
                pair in asked.sought.scope.named
                or not desk_of_closed(self._fiches, pair, asked.sought.lang, asked.sought.today)
            )
        }
        ranked = sorted(voices, key=lambda pair: -voices[pair])
        least = self._settings.second_voice * max(voices.values(), default=0.0)
        told = [pair for pair in ranked if voices[pair] >= least]
        told = [*self._helping_with_money(asked, parts), *told]
        return tuple(dict.fromkeys(told))

    def _helping_with_money(self, asked: Asked, parts: Iterable[Part]) -> list[str]:
        """The first contact of the discipline (pair) for who asks for money, where it gives some or
        lists who does: it knows more than the office that all apply to."""
        cases = [self._relevance.case(asked.read, part) for part in parts]
        if any(case.formal for case in cases) or not any(case.asks_money for case in cases):
            return []
        contacts = self._selecting.contacts(None, asked.sought)
        found = dict.fromkeys(pair_of(passage) for passage in contacts[:1])
        return [pair for pair in found if FUNDING in self._fiches.source(pair, "nl").topics]

    def who_may_know(self, asked: Asked, part: Part) -> str:
        """The organisation (pair) to ask about a part that is not answered: who knows of what
        comes near, else whom one asks about the need or the discipline; empty without one."""
        case = self._relevance.case(asked.read, part) if asked.several else asked.read.whole
        on = self._on(asked, part)
        if formal := case.formal or self._leant_on(part, case) or min(on, default=""):
            for passage in self._selecting.contacts(self._needs.needs[formal], asked.sought):
                return pair_of(passage)
        judged = self._judged(asked, part)
        # What is on another need than the part names does not come near.
        near = (
            bool(judged)
            and judged[0].probability >= self._settings.answered
            and (
                not case.listed
                or bool(case.listed & self._relevance.cases.needs_of(judged[0].passage))
            )
        )
        if near and (found := self.whom(asked, (part,))):
            return found[0]
        likely = max(case.part_needs, key=lambda key: case.part_needs[key], default="")
        sure = bool(likely) and case.part_needs[likely] >= self._settings.need
        keys = [*self._needs.asked(part.asked), *([likely] if sure else [])]
        needs = [self._needs.needs[key] for key in keys if key not in FRAMING]
        for need in (*needs[:1], None):
            if contacts := self._selecting.contacts(need, asked.sought):
                return pair_of(contacts[0])
        return next(iter(self.whom(asked, asked.parts)), "")

    def knows(self, asked: Asked, part: Part) -> str:
        """Who knows of the rule that a part is on, where that is none of the organisations; empty
        where one of these does, and for a part on no rule."""
        on = self._on(asked, part)
        knows = self._needs.needs[min(on)].knows if len(on) == 1 else None
        return knows.name(asked.sought.lang) if knows else ""

    def _on(self, asked: Asked, part: Part) -> frozenset[str]:
        """The rules that a part of several is on."""
        return self._relevance.matter(asked.read, part).needs if asked.several else frozenset()

    def _leant_on(self, part: Part, case: Case) -> str:
        """The one formality that is named in what a part leans on which names nothing itself: "what
        about customs for our set, and the truck"; empty without one."""
        if case.listed or case.asks_money:
            return ""
        named = set(self._needs.asked(part.setting)) & {*FORMALITIES}
        return next(iter(named)) if len(named) == 1 else ""

    def contacts(self, asked: Asked) -> tuple[Line, ...]:
        """Whom to turn to with the whole of it."""
        pairs = self.whom(asked, asked.parts)
        return tuple(self._contacting.of(pairs, asked.sought))

    def turned(self, asked: Asked, part: Part) -> tuple[Line, ...]:
        """Whom to turn to with a part that asks just that; empty for another part, and for who
        asks whom to ask for money."""
        case = self._relevance.case(asked.read, part)
        if case.listed != {CONTACT} or case.likely_grants:
            return ()
        return self.contacts(asked)

    def name(self, pair: str, asked: Asked) -> str:
        """What an organisation is called, in short: the beginning of its name by which it says that
        people as who asks turn to it, where it does (a society beside its fund)."""
        title = self._fiches.source(pair, asked.sought.lang).title.split(" (")[0].split(" / ")[0]
        words = title.split()
        for passage in self._selecting.when_to_contact(pair, asked.sought):
            for size in range(len(words) - 1, 0, -1):
                name = " ".join(words[:size])
                if re.match(
                    rf"(?:Contact|Neem contact op met) {re.escape(name)} (?:if|als)\b", passage.text
                ):
                    return name
        return title

    def _knows(self, one: Judged, sought: Sought) -> list[str]:
        """Who knows more of a statement: its own organisation, who gives the grant, whom its fiche
        or itself sends people to, or whom one asks about the need that it meets."""
        if one.probability < self._settings.voice:
            return []
        passage, lang = one.passage, sought.lang
        pair = pair_of(passage)
        kind = self._fiches.source(pair, lang).kind
        if kind == ORGANISATION:
            return [pair]
        fiche = self._fiches.fiche(pair, lang)
        if kind == FUNDING:
            head = fiche.by_section.get(_IN_SHORT, ())[:1]
            named = tuple(one for item in head for one in referrals_in(item.passage, self._fiches))
            named = named[-1:]  # it ends on who knows more
        elif kind == PRACTICE:
            asked = fiche.by_section.get(_ASK, ())
            named = tuple(o for item in asked for o in referrals_in(item.passage, self._fiches))
        else:
            needs = sorted(self._relevance.cases.needs_of(passage))
            found = [self._selecting.contacts(self._needs.needs[key], sought) for key in needs]
            return [pair_of(passages[0]) for passages in found if passages][:1]
        return [(one.document or "").rpartition("-")[0] for one in named[:1]]
