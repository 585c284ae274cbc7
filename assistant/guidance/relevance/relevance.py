"""How likely a careful adviser would tell a statement to who asks a question, or a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from math import exp, log

from assistant.guidance.fitting import plans
from assistant.guidance.getting_in import answering, asks_its_money, wishes
from assistant.guidance.relevance.aspects import Aspect
from assistant.guidance.relevance.belonging import that_may_stand
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.cases import Cases, Read
from assistant.guidance.relevance.edges import behind_the_rule
from assistant.guidance.relevance.features import RelevanceFeatures
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.leaning import leaning_sections, leant_on
from assistant.guidance.relevance.matters import NOTICES, Matter, matter
from assistant.guidance.relevance.model import Trees, load_trees
from assistant.guidance.relevance.statuses import of_each_status
from assistant.guidance.scope import Scope
from assistant.guidance.wanting import ARRANGE, GRANTS, MATTERS
from assistant.understanding import Understanding
from assistant.understanding.parts import Part
from indexing.passage import Passage
from indexing.recent import Recent

Asked = tuple[str, str, str, tuple[str, ...], date]
_AROUND = " ?.!"
_LEAST, _MOST = 0.001, 0.999  # probabilities that are counted with
_SEVERAL = 2
_SECOND = 0.9  # of what the best scheme says, what another says of the same
_MORE = 2  # times as much: among statements of which none is likely
_REMEMBERED = 16  # questions: each keeps what was seen of a hundred statements beside its parts


def log_odds(probability: float) -> float:
    """The logarithm of the odds; of what is hardly possible or certain, that of nearly so."""
    value = min(max(probability, _LEAST), _MOST)
    return log(value / (1 - value))


def _between(one: float, other: float) -> float:
    """The probability halfway between two, in log-odds; nothing where one of them is."""
    if not (one and other):
        return 0.0
    return 1 / (1 + exp(-(log_odds(one) + log_odds(other)) / 2))


class Relevance:
    """Judges the statements of one index. Safe for several threads."""

    def __init__(
        self, cases: Cases, features: RelevanceFeatures, trees: Trees | None = None
    ) -> None:
        self.cases = cases
        self.features = features
        self._given = trees
        self._read = Recent[Asked, Read](_REMEMBERED)

    @cached_property
    def _trees(self) -> Trees:
        """Read when they are needed: whoever fits them has none yet."""
        return self._given if self._given is not None else load_trees()

    def read(self, understood: Understanding, scope: Scope, today: date) -> Read:
        """A question of ``scope``, to be judged by for any of its parts."""
        parts = tuple(part.text for part in understood.parts)
        key = (understood.told, understood.text, understood.lang, parts, today)
        known = self._read.get(key)
        if known is None or known.scope != scope:
            known = self.cases.read(understood, scope, today)
            self._read.put(key, known)
        return known

    def judged(
        self, read: Read, part: str = "", also: Iterable[Passage] = ()
    ) -> tuple[Judged, ...]:
        """Every statement that comes into question, and ``also`` these, the likeliest to belong in
        the answer first; ``part`` is what of the question is asked for, empty for all of it. What
        does not hold where they go, or for who asks, never belongs, and what decides for just who
        asks does."""
        return self._judged(read, self.cases.of_part(read, part), also)

    def _judged(self, read: Read, case: Case, also: Iterable[Passage]) -> tuple[Judged, ...]:
        passages = tuple({one.id: one for one in (*read.candidates, *also)}.values())
        if not passages:
            return ()
        rows = self.features.of(case, passages)
        likely = self._trees.probability(rows).tolist()
        found = [
            Judged(one, max(value, self.cases.least(one, case)))
            if self.cases.may_tell(one, case)
            else Judged(one, 0.0)
            for one, value in zip(passages, likely, strict=True)
        ]
        if case.listed & {*MATTERS}:
            found = of_each_status(found, case.sought.scope)
            found = behind_the_rule(
                found,
                lambda one: self.cases.is_edge(one, case),
                self.cases.rule_of,
                self.cases.settings.edge,
            )
        return tuple(sorted(found, key=lambda one: -one.probability))

    def judged_for(
        self, read: Read, part: Part, also: Iterable[Passage] = ()
    ) -> tuple[Judged, ...]:
        """The same for a part: of several each is judged by itself, one alone as the whole."""
        return (
            self.to_part(read, part, also) if len(read.asked) > 1 else self.judged(read, "", also)
        )

    def to_part(self, read: Read, part: Part, also: Iterable[Passage] = ()) -> tuple[Judged, ...]:
        """The same for one of several parts: as it is asked, and where it says no need in so many
        words ("do we have to register somewhere") also with what it leans on. Of one that asks how
        much, or when, of the schemes that the part before is told of, only what they say of it."""
        own = self.of_schemes(read, part)
        if not own and self.is_of_programme(read, part):
            return self._of_programme(read, part, also)
        if not own:
            return self._that_may_stand(read, part, self._of_a_rule(read, part, also))
        surely, first = self.cases.settings.leaning, self.cases.scheme(own[0])
        schemes = {self.cases.scheme(one) for one in own}
        told = {one.id for one in own}

        def of(one: Judged) -> float:
            scheme = self.cases.scheme(one.passage)
            if one.passage.id in told:
                return surely if scheme == first else surely * _SECOND
            return min(one.probability, surely / 2) if scheme in schemes else 0.0

        judged = (Judged(one.passage, of(one)) for one in self._to_one(read, part, (*also, *own)))
        return tuple(sorted(judged, key=lambda one: -one.probability))

    def _that_may_stand(
        self, read: Read, part: Part, judged: Sequence[Judged]
    ) -> tuple[Judged, ...]:
        """The same, in which nothing belongs to one of several parts that may not stand under its
        name."""
        if part not in read.asked or len(read.asked) < _SEVERAL:
            return tuple(judged)
        cases = [self.case(read, one) for one in read.asked]
        at = read.asked.index(part)
        return that_may_stand(
            judged,
            read.asked,
            cases,
            at,
            matter(read.asked, cases, at, self.cases.needs),
            self.cases,
        )

    def _of_a_rule(self, read: Read, part: Part, also: Iterable[Passage]) -> tuple[Judged, ...]:
        """The same of one that may be on a rule: of the countries that it names; of what it leans
        on only what is said on that, and what answers what it asks of it. Of one that names a rule
        of which nothing is likely, the best belongs nonetheless."""
        matter, settings = self.matter(read, part), self.cases.settings
        if not matter.needs:
            return self._to_one(read, part, also)
        case = self.case(read, part)
        on = self.cases.on(matter.needs, case)
        judged = [
            Judged(one.passage, 0.0)
            if self.cases.of_another_country(one.passage, matter.text, case)
            else one
            for one in self._to_one(read, part, (*also, *on))
        ]
        if matter.leaning:
            judged = self._leaning(judged, matter)
        elif matter.plans or matter.needs == NOTICES:
            judged = self._just_on_it(judged, matter, case)
        elif asked := self._asked(judged, matter, case):
            judged = asked
        elif not any(
            one.probability >= settings.told and not self.cases.is_edge(one.passage, case)
            for one in judged
        ):
            on_it = (
                one
                for one in judged
                if self.cases.matters(one.passage) & matter.needs
                and one.probability >= settings.least
            )
            best = max(on_it, key=lambda one: self._worth(one, matter, read.scope), default=None)
            if best is not None:
                raised = Judged(best.passage, settings.told)
                judged = [raised if one is best else one for one in judged]
        return tuple(sorted(judged, key=lambda one: -one.probability))

    def _just_on_it(self, judged: Sequence[Judged], matter: Matter, case: Case) -> list[Judged]:
        """The same for a part that asks whether one has to report, or for what comes with a plan:
        nothing on the rules belongs but what tells of that, and the best of it does."""
        on_it = [one for one in judged if self.cases.matters(one.passage) & matter.needs]
        fitting = [one for one in on_it if one.probability and self._is_just(one, matter)]
        best = max(
            fitting, key=lambda one: self._worth(one, matter, case.sought.scope), default=None
        )
        likely = {one.passage.id: 0.0 for one in on_it}
        likely |= {one.passage.id: one.probability for one in fitting}
        if best is not None:
            first = max(one.probability for one in fitting)
            likely[best.passage.id] = max(first, self.cases.settings.leaning)
        return [Judged(one.passage, likely.get(one.passage.id, 0.0)) for one in judged]

    def _is_just(self, one: Judged, matter: Matter) -> bool:
        if matter.plans:
            return self.cases.is_of_plan(one.passage, matter.plans)
        return matter.aspect is not None and matter.aspect.answered_by(one.passage)

    def _asked(self, judged: Sequence[Judged], matter: Matter, case: Case) -> list[Judged]:
        """The same for a part that names a rule and asks something of it: the best of what answers
        that belongs, the rest of the rule half as much, but for what decides for just who asks and
        what says that nothing is owed; empty where nothing answers it."""
        aspect, settings = matter.aspect, self.cases.settings
        if aspect is None or aspect.broad:
            return []
        on = [one for one in judged if self.cases.matters(one.passage) & matter.needs]
        answers = [one for one in on if self._answers(aspect, one) and one.probability]
        best = max((one.probability for one in answers), default=0.0)
        if best < (settings.least if aspect.exact else settings.on_it):
            return []
        first = max(one.probability for one in on)
        share = max(settings.leaning, 0.0 if aspect.exact else first) / best
        told = {one.passage.id: one.probability * max(1.0, share) for one in answers}
        rest = {
            one.passage.id: one.probability / _MORE
            for one in on
            if aspect.exact
            and not aspect.stands_beside(one.passage)
            and not self.cases.is_theirs(one.passage, case)
        }
        likely = rest | told
        return [
            Judged(one.passage, min(_MOST, likely.get(one.passage.id, one.probability)))
            for one in judged
        ]

    def _answers(self, aspect: Aspect, one: Judged) -> bool:
        """Whether a statement answers what is asked of its rule: what says it, and what says that
        nothing is known of all of it."""
        passage = one.passage
        return aspect.answered_by(passage) or self.cases.knows_nothing(passage)

    def _worth(self, one: Judged, matter: Matter, scope: Scope) -> float:
        """What a statement is worth among those that hardly belong: what decides, and what answers
        what is asked or is for what is planned, before what says that something is not known."""
        worth = one.probability * (_MORE if one.passage.annotation.key else 1)
        if matter.aspect is not None and self._answers(matter.aspect, one):
            worth *= _MORE
        if plans(scope) & {*one.passage.annotation.doing}:
            worth *= _MORE
        if self.cases.is_of_country(one.passage) or {*one.passage.annotation.places} & {
            *scope.reach
        }:
            worth *= _MORE
        return worth / _MORE if self.cases.says_unknown(one.passage) else worth

    def _leaning(self, judged: Sequence[Judged], matter: Matter) -> list[Judged]:
        """The same for a part that leans on a rule: nothing on another belongs, nor what does not
        answer what it asks of it; the best of what does, does."""
        aspect, settings = matter.aspect, self.cases.settings
        fitting = {
            one.passage.id: one.probability
            for one in judged
            if one.probability
            and self.cases.matters(one.passage) & matter.needs
            and (aspect is None or self._answers(aspect, one))
        }
        best = max(fitting.values(), default=0.0)
        raised = aspect is not None and settings.least <= best < settings.leaning
        share = settings.leaning / best if raised else 1.0
        return [Judged(one.passage, fitting.get(one.passage.id, 0.0) * share) for one in judged]

    def best_of_rule(self, read: Read, part: Part, key: str) -> Passage | None:
        """The best statement on one of the rules that a part names; None without one that may be
        told of it."""
        own = Matter(frozenset({key}), text=part.asked)
        case = self.case(read, part)
        judged = (
            one
            for one in self._to_one(read, part, self.cases.on(own.needs, case))
            if key in self.cases.matters(one.passage)
            and one.probability >= self.cases.settings.least
            and not self.cases.of_another_country(one.passage, part.asked, case)
        )
        best = max(judged, key=lambda one: self._worth(one, own, read.scope), default=None)
        return best.passage if best else None

    def matter(self, read: Read, part: Part) -> Matter:
        """The rule that a part is on, by itself or by what it leans on."""
        if part not in read.asked:
            return Matter()
        cases = [self.case(read, one) for one in read.asked]
        return matter(read.asked, cases, read.asked.index(part), self.cases.needs)

    def told_of(self, read: Read, part: Part, told: Iterable[Passage]) -> tuple[Passage, ...]:
        """What of statements that are ``told`` answers what a part asks of the rule that another
        part names ("and how long before", "and how do I get it"), under whichever it stands."""
        own = self.matter(read, part)
        if not own.leaning or own.aspect is None:
            return ()
        return tuple(
            one
            for one in told
            if own.aspect.answered_by(one) and self.cases.needs_of(one) & own.needs
        )

    def asks_all(self, read: Read, part: Part) -> bool:
        """Whether a part asks for all that is to be arranged, and for no rule by its name."""
        case = self.case(read, part)
        likely = not case.listed and case.part_needs.get(ARRANGE, 0.0) >= self.cases.settings.all
        return (likely or ARRANGE in case.listed) and not self.matter(read, part).needs

    def is_on_a_rule(self, passage: Passage) -> bool:
        """Whether a statement is on a rule, whatever is planned."""
        return bool(self.cases.matters(passage) & {*MATTERS})

    def of_schemes(self, read: Read, part: Part) -> tuple[Passage, ...]:
        """What the schemes that the part before is told of say of what a part asks of them; empty
        where it leans on none."""
        parts = read.asked
        if part not in parts or len(parts) < _SEVERAL:
            return ()
        case = self.case(read, part)
        sections = leaning_sections(part, case)
        if not sections:
            return ()
        at = leant_on(parts, [self.case(read, one) for one in parts], parts.index(part))
        if at is None:
            return ()
        every = self._to_one(read, parts[at])
        best = next(
            (one for one in every if one.probability and self.cases.scheme(one.passage)), None
        )
        if best is None or best.probability < self.cases.settings.scheme:
            return ()
        least = max(self.cases.settings.other_scheme, every[0].probability / 2)
        likely = [one for one in every if one is best or one.probability >= least]
        pairs = dict.fromkeys(filter(None, (self.cases.scheme(one.passage) for one in likely)))
        return tuple(
            passage for pair in pairs for passage in self.cases.of_scheme(pair, sections, case)
        )

    def is_of_programme(self, read: Read, part: Part) -> bool:
        """Whether a part asks how one gets into a festival, a fair or a residency that the question
        names, what one gets there, or when one applies."""
        case = self.case(read, part) if len(read.asked) > 1 else read.whole
        on_another = case.listed & {*MATTERS, *(() if asks_its_money(part.asked) else (GRANTS,))}
        return not on_another and bool(wishes(part.asked)) and bool(self.cases.programmes_of(case))

    def _of_programme(self, read: Read, part: Part, also: Iterable[Passage]) -> tuple[Judged, ...]:
        """The same of such a part: what is told of the place that says so surely belongs, and
        nothing else."""
        surely, meant = (
            self.cases.settings.programme,
            self.cases.programmes_of(self.case(read, part)),
        )
        told = answering(meant, wishes(part.asked))
        ids = {one.id for one in told}
        others = {one.id: one for one in (*read.candidates, *also) if one.id not in ids}
        return (
            *(Judged(one, surely * _SECOND**place) for place, one in enumerate(told)),
            *(Judged(one, 0.0) for one in others.values()),
        )

    def _to_one(self, read: Read, part: Part, also: Iterable[Passage] = ()) -> tuple[Judged, ...]:
        """The same of one part beside no other."""
        asked, case = part.asked.strip(_AROUND), self.case(read, part)
        judged = self._judged(read, case, also)
        leaning = f"{part.setting} {asked}" if part.gapped else part.text.strip(_AROUND)
        if leaning == asked or case.listed:
            return judged
        known = {one.passage.id: one.probability for one in self.judged(read, leaning, also)}
        both = (
            Judged(one.passage, _between(one.probability, known[one.passage.id])) for one in judged
        )
        return tuple(sorted(both, key=lambda one: -one.probability))

    def case(self, read: Read, part: Part) -> Case:
        """The case that one of several parts makes, as it is asked."""
        return self.cases.of_part(read, part.asked.strip(_AROUND))

    def of(self, passage: Passage, read: Read, part: str = "") -> float:
        """How likely one statement belongs in the answer to a part (0 to 1)."""
        every = self.judged(read, part, (passage,))
        return next(one.probability for one in every if one.passage.id == passage.id)
