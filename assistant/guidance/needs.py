"""What people may need (needs.yaml): how a question tells it, and which statements meet it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.guidance.words import pattern, phrases
from assistant.route_plan import Choice, Selection
from corpus import strict_yaml
from corpus.annotation import Doing
from corpus.fiche import Flag

_FILE = Path(__file__).parent / "needs.yaml"
_REMEMBERED = 1024  # questions, sentences and parts of them
_STATEMENTS = 4096  # statements of fiches, of which there are some 3,800


class _Need(Choice):
    words: str
    also: str = ""
    take: tuple[Selection, ...]
    contact: tuple[str, ...] = ()
    contact_of: dict[str, tuple[str, ...]] = Field({})
    contact_else: tuple[str, ...] = ()
    general: Flag = False
    pays: Flag = False
    aim: Flag = False
    going: Flag = False
    aside: Flag = False
    by_words: Flag = False
    doing: tuple[Doing, ...] = ()
    wanted: str = ""
    covers: tuple[str, ...] = ()
    unlearns: tuple[str, ...] = ()
    meant_by: tuple[Doing, ...] = ()
    beside: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    elsewhere: tuple[Selection, ...] = ()
    fiches: tuple[str, ...] = ()
    knows: Choice | None = None


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    asked: str
    said: str
    against: str = ""
    rare: Flag = False
    surely: str = ""


class _Scheme(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    words: str
    disciplines: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    needs: dict[str, _Need]
    groups: dict[str, _Group]
    marks: dict[str, str]
    orders: dict[str, dict[str, tuple[str, ...]]]
    schemes: tuple[_Scheme, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """Something that is needed. ``words`` find it in a question; ``take`` are its statements.

    ``aim`` tells what money is asked for, ``pays`` that its statements tell of the money too.
    ``covers`` are needs that it takes the place of, ``unlearns`` the same where they are only
    learnt and no word tells them, ``meant_by`` what somebody plans who has it
    without a word for it.
    ``aside`` tells that it is only told beside others: alone, its fiche answers.
    ``by_words`` tells that it is heard by its words alone, and not learnt.
    ``going`` tells that its statements are for who goes there, not for who works from home.
    ``doing`` is what the grants are for that are told with it where it pays or money is asked,
    ``wanted`` what a statement that is cut short must still tell; a need is told with those
    ``beside`` it, and when nothing is known of it those told ``instead``.
    ``contact`` are the organisations that are asked about it first, those of ``contact_of`` by a
    discipline, those of ``contact_else`` by who tells none; without any that of the discipline.
    ``elsewhere`` are its statements on countries that no fiche is about, ``fiches`` those (pairs)
    that are wholly on it. ``knows`` tells who is asked what no statement tells.
    """

    key: str
    name: Choice
    words: re.Pattern[str]
    take: tuple[Selection, ...]
    contact: tuple[str, ...]
    contact_of: dict[str, tuple[str, ...]]
    contact_else: tuple[str, ...]
    general: bool
    pays: bool
    aim: bool
    going: bool
    aside: bool
    by_words: bool
    doing: tuple[Doing, ...]
    wanted: re.Pattern[str] | None
    covers: tuple[str, ...]
    unlearns: tuple[str, ...]
    meant_by: tuple[Doing, ...]
    beside: tuple[str, ...]
    instead: tuple[str, ...]
    elsewhere: tuple[Selection, ...]
    fiches: frozenset[str]
    knows: Choice | None


@dataclass(frozen=True, slots=True)
class Group:
    """People whom a statement applies to. ``asked`` finds them in a question, None never does;
    ``said`` finds them in a statement; ``rare`` ones are only served when they are asked for. Who
    says so in words of ``surely`` is one of them beyond doubt, None never is."""

    key: str
    asked: re.Pattern[str] | None
    said: re.Pattern[str]
    against: str
    rare: bool
    surely: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Needs:
    """The whole of the file. ``marks`` tell for which discipline a statement is; ``orders`` in
    which order needs are told to who starts or arranges, by what they do."""

    needs: dict[str, Need]
    groups: tuple[Group, ...]
    marks: dict[str, re.Pattern[str]]
    orders: dict[str, dict[str, tuple[str, ...]]]
    schemes: tuple[tuple[re.Pattern[str], frozenset[str]], ...]

    def asked(self, text: str) -> tuple[str, ...]:
        """The needs that a text tells, in the order of the text.

        Words inside a longer phrase of another need are that one's ("health insurance").
        """
        return self._asked(text)

    @cached_property
    def _asked(self) -> Callable[[str], tuple[str, ...]]:
        # A question, its sentences and its parts are each asked for by every step on the road.
        return lru_cache(maxsize=_REMEMBERED)(self._asked_anew)

    def _asked_anew(self, text: str) -> tuple[str, ...]:
        spans = {
            key: [match.span() for match in need.words.finditer(text)]
            for key, need in self.needs.items()
        }
        every = [span for own in spans.values() for span in own]
        found = {
            key: min(own)
            for key, all_of in spans.items()
            if (own := [span for span in all_of if not any(_within(span, o) for o in every)])
        }
        covered = {other for key in found for other in self.needs[key].covers}
        # Needs that the same words tell stay in the order of the file, in every run.
        told = (key for key in found if key not in covered)
        return tuple(sorted(told, key=lambda key: found[key]))

    def groups_of(self, text: str) -> frozenset[str]:
        """The groups that who asks belongs to."""
        return frozenset(g.key for g in self.groups if g.asked and g.asked.search(text))

    def groups_surely(self, text: str) -> frozenset[str]:
        """The groups that who asks belongs to beyond doubt."""
        return frozenset(g.key for g in self.groups if g.surely and g.surely.search(text))

    @cached_property
    def groups_said(self) -> Callable[[str], frozenset[str]]:
        """The groups that a statement speaks of, by its text."""
        return lru_cache(maxsize=_STATEMENTS)(
            lambda text: frozenset(g.key for g in self.groups if g.said.search(text))
        )

    def disciplines_of(self, text: str) -> frozenset[str]:
        """The disciplines that a statement is for; empty when it is for any."""
        return self._marked(text)

    @cached_property
    def _marked(self) -> Callable[[str], frozenset[str]]:
        return lru_cache(maxsize=_STATEMENTS)(self._marked_anew)

    def _marked_anew(self, text: str) -> frozenset[str]:
        found = {key for key, form in self.marks.items() if form.search(text)}
        for words, disciplines in self.schemes:
            if words.search(text):
                found |= disciplines
        return frozenset(found)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


@cache
def need_phrases(file: Path = _FILE) -> dict[str, tuple[str, ...]]:
    """The phrases that tell each need, as they are written."""
    content = strict_yaml.load(file.read_text("utf-8"), where=file.name)
    return {key: tuple(phrases(need["words"])) for key, need in content["needs"].items()}


@cache
def load_needs(file: Path = _FILE) -> Needs:
    """The needs in ``file``.

    Raises:
        CatalogueError: the file is not valid; the key is named.
    """
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return Needs(
        {
            key: Need(
                key,
                Choice(nl=need.nl, en=need.en),
                pattern(f"{need.words}; {need.also}"),
                need.take,
                need.contact,
                need.contact_of,
                need.contact_else,
                need.general,
                need.pays,
                need.pays or need.aim,
                need.going,
                need.aside,
                need.by_words,
                need.doing,
                pattern(need.wanted) if need.wanted else None,
                need.covers,
                need.unlearns,
                need.meant_by,
                need.beside,
                need.instead,
                need.elsewhere,
                frozenset(need.fiches),
                need.knows,
            )
            for key, need in content.needs.items()
        },
        tuple(
            Group(
                key,
                pattern(group.asked) if group.asked else None,
                pattern(group.said),
                group.against,
                group.rare,
                pattern(group.surely) if group.surely else None,
            )
            for key, group in content.groups.items()
        ),
        {key: pattern(words) for key, words in content.marks.items()},
        content.orders,
        tuple((pattern(one.words), frozenset(one.disciplines)) for one in content.schemes),
    )
