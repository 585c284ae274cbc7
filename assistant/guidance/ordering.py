"""Which needs come with a plan, and in which order, for who starts or has to arrange things."""

from __future__ import annotations

from assistant.guidance.fitting import plans, usual
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.wanting import START
from corpus.annotation import Doing

_ANYWHERE = "anywhere"  # the order of who starts and tells no country
_PLACED = frozenset({"tax", "vat", "customs"})  # nothing is told of these without a country
# What is needed at a border, works before people where they come first, and where there is none
# (or no country is told): elsewhere nothing goes before it.
_CUSTOMS, _VISA, _WITHOUT_BORDER = "customs", "visa", ("", "home", "eu")
_INSURANCE, _VAT = "insurance", "vat"
_PERFORMING = frozenset({"music", "dance", "theatre", "circus", "amateur-arts"})
_EMPTY_HANDED = "dance"  # who performs with hardly more than luggage
# Trades whose works are one of a kind, and plans by which works are seen there or things are taken
# along: others who build, draw or publish there have no work to insure and nothing to clear.
_ONE_OF_A_KIND = frozenset({"visual-arts", "heritage"})
_FILES = frozenset({"film", "games", "literature"})  # trades whose works cross a border as a file
_SEEN: frozenset[Doing] = frozenset({"exhibit", "fair", "transport"})
_TAKEN: frozenset[Doing] = _SEEN | {"perform", "tour", "showcase", "sell"}
# Who plays what is booked at showcases, as pop and jazz are, begins there.
_BOOKED, _GRANTS, _SHOWCASES = "music", "grants", "showcases"
# What is done like another thing.
_LIKE: dict[Doing, Doing] = {
    "tour": "perform",
    "showcase": "perform",
    "translate": "publish",
    "create": "reside",
}


def needs_in_order(framed: str, scope: Scope, region: str) -> tuple[str, ...]:
    """The needs (keys of ``needs.yaml``) of who asks where to begin or what to arrange
    (``framed``), by what they do, else by what their discipline does; ``region`` is that of where
    they go."""
    orders = load_needs().orders[_ANYWHERE if framed == START and not scope.reach else framed]
    planned = plans(scope)
    # Those on stage perform what they show.
    told = [one for one in scope.doing if one in planned] or sorted(planned) or scope.doing
    doing = [key for one in told for key in (one, _LIKE.get(one, ""))]
    usually = (*usual(scope.disciplines), "perform")
    order = next(orders[key] for key in (*scope.disciplines, *doing, *usually) if key in orders)
    crosses = region not in _WITHOUT_BORDER  # then customs take the room of showcases
    if framed == START and not crosses and _is_booked_at_showcases(order, scope):
        before = order[: order.index(_GRANTS) + 1]
        order = (*before, _SHOWCASES, *order)
    if _VISA in order and crosses:
        before = order[: order.index(_VISA)]
        order = (*(key for key in before if key == _CUSTOMS), _VISA, *order)
    return tuple(key for key in dict.fromkeys(order) if _comes_with(key, scope, region))


def _is_booked_at_showcases(order: tuple[str, ...], scope: Scope) -> bool:
    """Whether who asks plays there what is no classical music."""
    plays = scope.disciplines[:1] == (_BOOKED,) and "classical" not in scope.who
    return plays and {_GRANTS, _SHOWCASES} <= {*order}


def _comes_with(key: str, scope: Scope, region: str) -> bool:
    """Whether a need comes with what who asks does and takes along."""
    if key in _PLACED and not scope.countries:
        return False
    own, told = set(scope.disciplines), plans(scope) | set(scope.doing)
    works = not own or bool(own & _ONE_OF_A_KIND)
    performs = bool(_PERFORMING & set(scope.disciplines[:1])) and "sell" not in told
    if key == _INSURANCE:
        return works and bool(told & _SEEN)
    if key == _CUSTOMS and performs:
        return region != "eu" and scope.disciplines != (_EMPTY_HANDED,)
    if key == _CUSTOMS and not own and region == "eu":
        return bool(told & _SEEN)
    if key == _CUSTOMS and own and own <= _FILES:
        return "transport" in told
    return key not in (_CUSTOMS, _VAT) or performs or works or bool(told & _TAKEN)
