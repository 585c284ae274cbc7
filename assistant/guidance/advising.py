"""Advice to people who tell what they plan: what they need, from the fiches that fit, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answer import AnswerStatus, ChosenRoute
from assistant.guidance.advice import Advice, Line, opening, told_in, whole
from assistant.guidance.by_country import ByCountry
from assistant.guidance.concluding import conclusion, in_order, introduction, step
from assistant.guidance.contacting import FORMAL, Contacting
from assistant.guidance.fiches import Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.fitting import closeness
from assistant.guidance.granting import Granting
from assistant.guidance.helping import Helping
from assistant.guidance.limits import quantities
from assistant.guidance.needs import Need, Needs, load_needs
from assistant.guidance.offering import choices, offer
from assistant.guidance.ordering import needs_in_order
from assistant.guidance.paying import each_paying_once
from assistant.guidance.purposes import of_sound, on_money, unknown_else
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.stating import Stating
from assistant.guidance.wanting import ARRANGE, CONTACT, FRAMING, GRANTS, START
from assistant.guidance.wording import say
from assistant.guidance.words import pattern
from assistant.guidance.worth import Sought, Worth
from assistant.route_plan import load_plan
from corpus.annotation import NOTHING_SAID
from corpus.vocabulary import Vocabulary

_STAGE = "first-steps"
_MOST_NAMED = 2
_MOST_ELSEWHERE = 3  # statements on different countries, where none is told
_MOST_STEPS = 6
_MOST_BESIDE = 2  # needs that are told beside those that were asked
_OPENS = frozenset({"showcases", "residencies", "relation"})  # needs that a named place answers
# What each country has rules, or houses, of its own for; money from home or an insurance has not.
_OF_PLACE = _OPENS | {"visa", "tax", "vat", "rights", "settling", "diplomas"}
_STEP_ROOM = {GRANTS: 1.7}  # a date comes with these
_LESSER = ("vat", "showcases")  # what hardly decides whether a plan can be done
# Who looks for a place to stay and work.
_SEEKS = pattern(
    "zoek*; vind*; welke residentie*; waar; ergens; een plek; find; looking for; where; somewhere"
)


class Advising:
    """Puts advice together from the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        first: FirstContacts,
        worth: Worth,
        granting: Granting,
        vocabulary: Vocabulary,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._worth = worth
        self._granting = granting
        self._settings = settings
        self._plan = load_plan()
        self._needs: Needs = load_needs()
        self._stating = Stating(fiches, worth, self._needs, settings)
        self.contacting = Contacting(fiches, first, vocabulary, settings)
        self._helping = Helping(fiches, selecting, first, self.contacting, granting, settings)
        self.by_country = ByCountry(fiches, selecting, self.contacting, settings)

    def advise(
        self, needs: tuple[str, ...], sought: Sought, unknown: tuple[str, ...] = ()
    ) -> Advice | None:
        """The advice for needs (keys of ``needs.yaml``, the first asked first).

        ``unknown`` are names in the question that no document holds. None when nothing is known of
        what is asked: then it is not for advice to answer.
        """
        specific = [key for key in needs if key not in FRAMING]
        framed = next((key for key in (ARRANGE, START) if key in needs), "")
        if specific:
            found = self._specific(specific, sought)
            beside = self._beside(specific, sought) if framed == ARRANGE else []
            found += [line for line in beside if not told_in(line, found)]
        elif framed:
            found = self._in_order(framed, sought)
        elif sought.scope.disciplines:
            # Who asks for help with a plan is helped with money, too.
            found = self._granting.lines(
                sought.scope, sought.lang, sought.today, 2, text=sought.text
            )
        else:
            return None
        place = framed or CONTACT in needs or set(specific) & _OPENS or specific == [GRANTS]
        named = self._named_lines(sought, found) if place else []
        left = [line for line in found if line.lead or not told_in(line, named)]
        found = [*left, *named] if GRANTS in needs else [*named, *left]
        asked = specific or ([FORMAL, GRANTS] if framed == ARRANGE else [])
        contact = [line for line in self.contacting.lines(asked, sought)
                   if not told_in(line, found)]  # fmt: skip
        before = CONTACT in needs or (not specific and framed != ARRANGE)
        if not any(line.statements for line in (*found, *(contact if before else ()))):
            return None
        lines = [*contact, *found] if before else [*found, *contact]
        # Who asks whom to turn to, and where to go does not matter, has an answer.
        whom = CONTACT in needs and bool(contact) and not sought.scope.countries
        partly = bool(specific) and not whom and any(line.missing for line in found)
        only = self._unheard_of(specific, sought)
        names = [Line(say("name-unknown", sought.lang, names=", ".join(unknown)))]
        status = AnswerStatus.PARTLY_ANSWERED if partly else AnswerStatus.ANSWERED
        return Advice(
            AnswerStatus.NOT_IN_CORPUS if only else status,
            (
                *([Line(say(only, sought.lang))] if only else ()),
                *self._lead(framed if not specific else "", specific, sought),
                *lines,
                *(one for one in self.contacting.elsewhere(sought) if not _told(one, lines)),
                *(names if unknown else ()),
                *offer(specific, sought),
            ),
            choices(specific, sought, *self._place(sought.scope)),
            None if sought.scope.incoming else self._route(sought.scope),
        )

    def whom(self, sought: Sought, unknown: tuple[str, ...] = ()) -> Advice | None:
        """Who can help, for who asks nothing else; None where nobody is known. ``unknown`` are
        names in the question that no document holds."""
        told = self._helping.lines(sought)
        if not any(line.statements for line in told):
            return None
        scope = sought.scope
        ask = () if scope.disciplines else (Line(say("help-discipline", sought.lang)),)
        names = [Line(say("name-unknown", sought.lang, names=", ".join(unknown)))]
        lines = (*told, *self.contacting.elsewhere(sought), *(names if unknown else ()), *ask)
        return Advice(AnswerStatus.ANSWERED, lines, choices((), sought, *self._place(scope)))

    def _unheard_of(self, specific: list[str], sought: Sought) -> str:
        """What is said where one thing, or rules and nothing else, are asked of countries without a
        fiche: of rules that what is told holds anywhere; empty for other questions."""
        countries, asked = set(sought.scope.countries), set(specific)
        if not countries or countries & self._fiches.country_codes.keys():
            return ""
        if sought.particular and asked & _OF_PLACE & {*specific[:1]}:
            return "only-near"
        return "only-general" if asked and asked <= {*FORMALITIES} else ""

    def _named_lines(self, sought: Sought, found: list[Line]) -> list[Line]:
        """What is known of a place that the question names, when it is not told anyway."""
        lines = [
            Line("", (opening(passage, self._settings.step_words),))
            for passage in self._selecting.named(sought)[:_MOST_NAMED]
        ]
        led = [line for line in found if line.lead]
        return [line for line in lines if not told_in(line, led)]

    def _specific(self, needs: list[str], sought: Sought) -> list[Line]:
        """What is told of each need; of what is not known that, and what is told instead."""
        wanted = self._complete(needs, sought.scope)
        settings = self._settings
        in_all = settings.visitors_words if sought.scope.incoming else settings.need_words_in_all
        room = min(settings.need_most, max(settings.need_least, in_all // len(wanted)))
        titled = len(wanted) > 1
        most = self._settings.most_grants - (needs != [GRANTS])
        money = GRANTS in needs
        lines: list[Line] = []
        for key in wanted:
            grants = most if key in needs else 1
            said = list(self._told(key, sought, room, titled=titled, grants=grants, money=money))
            lines += [line for line in said if not (line.missing and _told(line, lines))]
            aim = self._needs.needs[key].aim or key in _OPENS
            if not said and key in needs and not (money and aim):
                lines += self._unknown(key, sought)
                for other in self._needs.needs[key].instead:
                    least = self._settings.need_least
                    plain = replace(sought, words="", asked="")
                    lines += self._told(other, plain, least, titled=True, grants=1)
        return lines

    def _complete(self, needs: list[str], scope: Scope) -> list[str]:
        """The needs with those that are told beside them; grants once, where another tells them."""
        kept = each_paying_once(needs, self._needs, scope)
        beside = [other for key in needs for other in self._needs.needs[key].beside]
        return list(dict.fromkeys([*kept, *beside]))

    def _beside(self, specific: list[str], sought: Sought) -> list[Line]:
        """What decides as well for who asks openly, beside what they asked: the sentences that
        their editors call deciding."""
        told: list[Line] = []
        plain = replace(sought, words="", asked="")
        region = self._selecting.region(sought.scope)
        for key in needs_in_order(ARRANGE, sought.scope, region):
            if key in specific or len(told) == _MOST_BESIDE or not sought.scope.countries:
                continue
            known = self._selecting.met(self._needs.needs[key], plain).known
            if known and known[0].annotation.key:
                lead = say("need", sought.lang, title=self._needs.needs[key].name.name(sought.lang))
                told.append(Line(lead, (opening(known[0], self._settings.step_words),)))
        return told

    def _in_order(self, framed: str, sought: Sought) -> list[Line]:
        """One statement of each need that comes with the plan."""
        sought = replace(sought, words="", asked="")
        scope = sought.scope
        lines: list[Line] = []
        steps = words = 0
        for key in needs_in_order(framed, scope, self._selecting.region(scope)):
            if steps == _MOST_STEPS:
                continue
            room = _STEP_ROOM.get(key, 2) * self._settings.step_words
            grants = min(2, max(1, len(scope.disciplines)))
            told = list(self._told(key, sought, int(room), titled=True, grants=grants))
            if not self.by_country.concerns(self._needs.needs[key], scope):
                told = step(told, scope, self._fiches.of_country, anyhow=key == "tax")
            told = told or self._open(key, sought)
            settings = self._settings
            most = settings.answer_words if key in _LESSER else settings.most_answer_words
            more = sum(line.words for line in told)
            if words + more > most and steps:
                continue
            words += more
            lines += told
            steps += bool(told)
        return lines

    def _open(self, key: str, sought: Sought) -> list[Line]:
        """That of a rule which decides nothing is known where they go, and who knows."""
        need = self._needs.needs[key]
        if key in _LESSER or key not in FORMALITIES or not sought.scope.countries:
            return []
        lead = say("need", sought.lang, title=need.name.name(sought.lang))
        gaps = self._selecting.met(need, sought).gaps
        own = (gap for gap in gaps if self._fiches.of_country(gap))
        return [Line(f"{lead} {' '.join(gap.text.split())}") for gap in own][:1]

    def _told(
        self, key: str, sought: Sought, room: int, *, titled: bool, grants: int, money: bool = False
    ) -> Iterator[Line]:
        """What is told of one need in ``room`` words; ``money`` tells that grants were asked."""
        need = self._needs.needs[key]
        scope, lang, today = sought.scope, sought.lang, sought.today
        listed: list[Line] = []
        heard = of_sound(self._fiches, sought.text, lang) if key == GRANTS or need.pays else ()
        if heard and not scope.disciplines:
            yield from heard
            return
        if key == GRANTS:
            listed += self._granting.lines(scope, lang, today, grants, text=sought.text)
            if decided := on_money(self._fiches, scope, lang):
                yield from (Line("", (whole(one),)) for one in decided)
                yield from listed or unknown_else(self._fiches, decided[0], lang)
                return
            if grants == self._settings.most_grants and not titled:
                yield from introduction(listed, scope, sought.asked, lang)
            if scope.incoming or (grants == self._settings.most_grants and not titled):
                listed += self._there(need, sought)
            yield from listed
            return
        met = self._selecting.met(need, sought)
        lead = say("need", sought.lang, title=need.name.name(sought.lang)) if titled else ""
        # That nothing is known of the thing itself is no answer with grants for it.
        if need.doing and (money or (need.pays and (met.known or not met.gaps))):
            listed = self._granting.lines(scope, lang, today, 2, need.doing, sought.text)
            if money:
                yield from introduction(listed, scope, sought.asked, lang, plainly=False)
            yield from listed
            if money and "reside" in need.doing and listed and not _SEEKS.search(sought.text):
                return  # who has a place asks for no others
            room //= 2 if listed else 1
        if self.by_country.concerns(need, scope):
            yield from self.by_country.lines(need, sought, titled=titled, brief=titled)
            return
        if sought.words and not sought.scope.countries and key in _OPENS:
            elsewhere = self._selecting.anywhere(need, sought)[:_MOST_ELSEWHERE]
            for passage in elsewhere:
                yield Line(lead, (opening(passage, self._settings.step_words),))
                lead = ""
            if elsewhere:
                return
        numbers = quantities(sought.text)
        verdict = conclusion(sought.asked, need.key, met.known, scope, lang, numbers)
        known = in_order(met.known, numbers, answers=bool(verdict))
        if verdict:
            lead = f"{lead} {verdict}" if lead else f"**{verdict}**"
        yield from self._stating.statements(known, lead, room, need, sought)
        # Who asks for money has the thing itself in view.
        if met.known or (listed and not money):
            yield from self._stating.gap_beside(met, sought)

    def _there(self, need: Need, sought: Sought) -> Iterator[Line]:
        """What the country has itself."""
        met = self._selecting.met(need, replace(sought, words=""))
        for passage in met.known[:1] if sought.scope.incoming else ():
            yield Line("", (opening(passage, self._settings.statement_words),))
        for code in sought.scope.countries[:1]:
            said = met.known[0].annotation if met.known else NOTHING_SAID
            if said.key and closeness(said, sought.scope) > 0 and code in self._plan.destinations:
                name = self._plan.destinations[code].name(sought.lang)
                lead = say("need", sought.lang, title=name[0].upper() + name[1:])
                yield Line(lead, (opening(met.known[0], self._settings.statement_words),))

    def _unknown(self, key: str, sought: Sought) -> list[Line]:
        need = self._needs.needs[key]
        gaps = self._selecting.met(need, sought).gaps
        if gaps:
            return [Line(" ".join(gaps[0].text.split()), missing=True)]
        text = say("need-unknown", sought.lang, need=need.name.within(sought.lang))
        return [Line(text, missing=True)]

    def _lead(self, framed: str, specific: list[str], sought: Sought) -> Iterable[Line]:
        if specific:
            return
        discipline, destination = self._place(sought.scope)
        key = {
            (True, True): "start-both",
            (True, False): "start-discipline",
            (False, True): "start-destination",
        }.get((bool(discipline), bool(destination)))
        if key and framed != ARRANGE and (destination or not sought.scope.countries):
            yield Line(say(key, sought.lang, **self._named(sought)))

    def _named(self, sought: Sought) -> dict[str, str]:
        discipline, destination = self._place(sought.scope)
        plan, lang = self._plan, sought.lang
        return {
            "discipline": plan.disciplines[discipline].name(lang) if discipline else "",
            "destination": plan.destinations[destination].name(lang) if destination else "",
        }

    def _place(self, scope: Scope) -> tuple[str, str]:
        """The discipline and the destination of the route that goes with a scope, or empty."""
        return self._plan.place(scope.disciplines, scope.countries or scope.across)

    def _route(self, scope: Scope) -> ChosenRoute | None:
        """The whole route, where discipline and destination are known."""
        discipline, destination = self._place(scope)
        if not (discipline and destination):
            return None
        applicant = "organisation" if "organisation" in scope.who else "person"
        return ChosenRoute(discipline, destination, _STAGE, applicant)


def _told(said: Line, lines: Iterable[Line]) -> bool:
    """Whether a line that says only that something is not known stands among others."""
    return any(said.text == line.text for line in lines)
