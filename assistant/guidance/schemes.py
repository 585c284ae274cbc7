"""Schemes: which a question names, and whether one is for who asks."""

from __future__ import annotations

from dataclasses import replace

from assistant.guidance.fiches import FUNDING, Fiche, Fiches
from assistant.guidance.fitting import fits
from assistant.guidance.scope import Scope
from assistant.route_plan import load_plan
from corpus.annotation import TRADES, Annotation, Doing, Who
from corpus.document import Source

_SHORT, _WHOM = "in-short", "for-whom"
_COMMUNITY: Who = "french-community"  # whose schemes are for nobody else
_WHO: tuple[Who, ...] = ("person", "organisation")
# What money is asked for beside what a discipline mostly does.
ASKED_FOR: dict[str, tuple[Doing, ...]] = {"literature": ("perform",), "film": ("exhibit",)}
# What the topics of a fiche tell that a grant is for, where its editors do not say.
_FOR: dict[str, tuple[Doing, ...]] = {
    "presentation": ("perform", "tour", "exhibit", "showcase"),
    "touring": ("perform", "tour"),
    "showcases": ("showcase",),
    "residencies": ("reside", "create"),
    "translation": ("translate", "publish"),
    "creation": ("create", "network"),
    "research": ("create", "network"),
    "training": ("study",),
    "co-production": ("co-produce",),
    "networks": ("network",),
    "festivals": ("exhibit", "showcase"),
    "tax": ("invite",),
}
# How something is done, or paid, and nothing that a grant is for.
NO_PLAN: tuple[Doing, ...] = ("off-stage", "license")


def schemes_named(fiches: Fiches, scope: Scope, lang: str, least: float) -> tuple[str, ...]:
    """The schemes (pairs) of which a question has at least the share ``least`` of the name."""
    return tuple(
        pair
        for pair, share in scope.named.items()
        if share >= least and fiches.source(pair, lang).kind == FUNDING
    )


def is_for(fiche: Fiche, scope: Scope) -> bool:
    """Whether a scheme is, as it says in short or for a discipline, for who asks and for what they
    plan; of one that says nothing in short it may be."""
    whom = [item for item in fiche.known(_WHOM) if item.passage.annotation.trades]
    said = [
        completed(item.passage.annotation, fiche.source) for item in (*fiche.known(_SHORT), *whom)
    ]
    # Whether somebody asks as a person or for a house is seldom told; both may know each other.
    who = tuple(key for key in scope.who if key not in _WHO)
    planned = tuple(key for key in scope.doing if key not in NO_PLAN)
    if planned:  # who publishes is invited as well, who films shows it
        own = (one for key in scope.disciplines for one in ASKED_FOR.get(key, ()))
        planned = tuple(dict.fromkeys((*planned, *own)))
    plan = replace(scope, doing=planned, who=who)
    only = [item.passage.annotation for item in fiche.known(_WHOM)]
    if any(_COMMUNITY in one.who and _COMMUNITY not in who for one in only):
        return False
    return not said or any(fits(one, plan) for one in said)


def completed(annotation: Annotation, source: Source) -> Annotation:
    """What its editors say of a scheme in short, completed with its topics; where who asks does not
    apply themselves, those tell who does."""
    topics = set(source.topics)
    who = tuple(key for key in _WHO if key in topics and annotation.answer != "no")
    named = tuple(TRADES[key] for key in load_plan().disciplines if key in topics)
    return Annotation(
        annotation.key,
        annotation.trades or named,
        annotation.who or (who if len(who) == 1 else ()),
        annotation.doing,
        places=annotation.places,
    )


def by_topics(source: Source) -> Annotation:
    """What the topics of a scheme tell that says nothing in short."""
    doing = dict.fromkeys(one for key in source.topics for one in _FOR.get(key, ()))
    return replace(completed(Annotation(), source), doing=tuple(doing))
