"""How well needs and plans are read: by the lists of words, by the model, and by both together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.guidance.intent.combining import Intent, hear
from assistant.guidance.intent.examples import INCOMING, OTHER, Example
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.intent.model import Reading
from assistant.guidance.intent.settings import FittingSettings, IntentSettings
from assistant.guidance.intent.training import fit, rows_of
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.wanting import wanted
from corpus.vocabulary import Vocabulary

KINDS = ("need", "doing", "for", "who")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """Of one label, or of all of a kind: how often it was ``right`` to read it, how often it was
    ``read``, and how often it was ``meant``."""

    right: int
    read: int
    meant: int

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.meant if self.meant else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.read + self.meant) if self.read + self.meant else 0.0


def score(
    meant: Sequence[frozenset[str]], read: Sequence[frozenset[str]], labels: Iterable[str]
) -> Score:
    """The score of labels over questions."""
    told = frozenset(labels)
    return Score(
        sum(len(one & other & told) for one, other in zip(meant, read, strict=True)),
        sum(len(one & told) for one in read),
        sum(len(one & told) for one in meant),
    )


def held_out(
    groups: Sequence[Sequence[Example]],
    reader: FeatureReader,
    vocabulary: Vocabulary,
    settings: FittingSettings,
    told: Callable[[str], None],
) -> list[dict[str, float]]:
    """The probabilities of labels for the examples of each group (a writer), in order, by a model
    that was fitted to those of the others; ``told`` hears how far it is."""
    found: list[dict[str, float]] = []
    for place, group in enumerate(groups):
        others = [
            one for other, examples in enumerate(groups) for one in examples if other != place
        ]
        told(f"fitting to {len(others)} examples, asking {len(group)}")
        reading = Reading(fit(rows_of(others, vocabulary, settings), reader, settings))
        found += [reading.probabilities(reader.read(one.ask, one.lang)) for one in group]
    return found


def labels_of(needs: Iterable[str], scope: Scope) -> frozenset[str]:
    """What was read, as labels; no need at all is a question for something else."""
    every = (*needs, INCOMING) if scope.incoming else tuple(needs)
    told = (
        ("need", every or (OTHER,)),
        ("doing", scope.doing),
        ("for", scope.disciplines),
        ("who", scope.who),
    )
    return frozenset(f"{kind}:{key}" for kind, keys in told for key in keys)


def table(
    examples: Sequence[Example],
    likely: Sequence[dict[str, float]],
    scopes: ScopeReader,
    settings: IntentSettings,
) -> str:
    """Precision and recall per label, in Markdown, of the lists of words, of the model (from a
    probability of one half) and of both together, and how often the main need came first."""
    lists: list[frozenset[str]] = []
    both: list[frozenset[str]] = []
    alone: list[frozenset[str]] = []
    first: list[tuple[bool, bool, bool]] = []
    for example, probabilities in zip(examples, likely, strict=True):
        scope = scopes.read(example.ask)
        listed = wanted(example.ask, scope, load_needs())
        intent = Intent(probabilities, probabilities, settings)
        _, needs, learnt = hear(example.ask, scope, intent, load_needs())
        lists.append(labels_of(listed, scope))
        both.append(labels_of(needs, learnt))
        alone.append(frozenset(label for label, value in probabilities.items() if value >= _HALF))
        likeliest = max(
            (label for label in probabilities if label.startswith("need:")),
            key=lambda label: probabilities[label],
        )
        main = example.needs[0]
        comes = main == INCOMING
        first.append(
            (
                (listed[:1] or (OTHER,)) == (main,) or (comes and scope.incoming),
                likeliest == f"need:{main}",
                (needs[:1] or (OTHER,)) == (main,) or (comes and learnt.incoming),
            )
        )
    meant = [example.labels for example in examples]
    labels = sorted({label for one in meant for label in one}, key=_in_order)
    lines = [
        "| label | asked | lists | model | both |",
        "|---|---|---|---|---|",
        _shares("main need first", first),
        _shares(
            "… where guidance is asked for",
            [right for one, right in zip(examples, first, strict=True) if one.needs != (OTHER,)],
        ),
    ]
    for name, own in (
        *((f"every {kind}", [one for one in labels if one.startswith(kind)]) for kind in KINDS),
        *((label, [label]) for label in labels),
    ):
        scores = [score(meant, read, own) for read in (lists, alone, both)]
        said = [f"{one.precision:.0%} of {one.recall:.0%}" for one in scores]
        lines.append(" | ".join((f"| {name}", str(scores[0].meant), *said)) + " |")
    return "\n".join(lines)


def _shares(name: str, right: Sequence[tuple[bool, bool, bool]]) -> str:
    """A line of the table: how often each reading was right."""
    shares = [f"{sum(column) / max(1, len(right)):.0%}" for column in zip(*right, strict=True)]
    return " | ".join((f"| {name}", str(len(right)), *shares)) + " |"


def _in_order(label: str) -> tuple[int, str]:
    kind, _, key = label.partition(":")
    return KINDS.index(kind), key
