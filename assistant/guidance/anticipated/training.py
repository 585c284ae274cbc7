"""Makes the directions of statements and fiches from the questions anticipated for them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

import numpy as np

from assistant.guidance.anticipated.model import (
    GROUPS,
    Model,
    directions,
    number,
    number_of_text,
)
from assistant.guidance.intent.features import FEATURES_VERSION, FeatureReader
from assistant.guidance.settings import AnticipatedSettings
from corpus.anticipated import load_anticipated, position
from corpus.errors import CatalogueError
from corpus.fiche import FOLDERS, Kind, parse
from corpus.sections import load_sections
from corpus.vocabulary import Language

_COUNTRY = "country"
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in one language, with the questions that are anticipated for it.

    ``group`` is what it belongs to: its fiche, or the part of a country's fiche that all countries
    have.
    """

    pair: str
    group: str
    position: int
    lang: Language
    text: str
    questions: tuple[str, ...]


def statements_in(fiches: Path, questions: Path) -> list[Said]:
    """The statements of all fiches in a folder with the questions in another, by pair, position
    (from 0) and language.

    Raises:
        CatalogueError: a fiche or a file of questions is not valid, or they do not go together.
        OSError: a file cannot be read.
    """
    found = []
    anticipated = load_anticipated(questions)
    sections = load_sections()
    for name in FOLDERS.values():
        for file in sorted((fiches / name).glob("*-en.md")):
            english = parse(file.read_text("utf-8"), where=file.name)
            pair = english.head.pair
            asked = {
                position(one, english.statements, where=f"{pair}.yaml"): one
                for one in anticipated.pop(pair, ())
            }
            twin = file.with_name(f"{pair}-nl.md")
            dutch = parse(twin.read_text("utf-8"), where=twin.name)
            for at, (nl, en) in enumerate(zip(dutch.statements, english.statements, strict=True)):
                here = asked.get(at)
                group = pair
                if english.head.kind is Kind.COUNTRY:
                    group = f"{_COUNTRY} {sections.key(en.section[0]) if en.section else ''}"
                found.append(Said(pair, group, at, "nl", nl.text, here.nl if here else ()))
                found.append(Said(pair, group, at, "en", en.text, here.en if here else ()))
    if anticipated:
        raise CatalogueError("there is no such fiche.", where=f"{min(anticipated)}.yaml")
    return sorted(found, key=lambda one: (one.pair, one.position, LANGUAGES.index(one.lang)))


def checksum(said: Iterable[Said], settings: AnticipatedSettings) -> str:
    """Tells whether a model is that of these statements, and of how they were weighed."""
    told = [[one.pair, one.group, one.position, one.lang, one.text, one.questions] for one in said]
    content = json.dumps([FEATURES_VERSION, settings.text, told], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


Vector = dict[int, float]
"""Row of a feature to its weight."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, or the text of a statement that takes part as one: for which statement and
    group (by place), what it counts, and its vector, of length 1."""

    lang: Language
    statement: int
    group: int
    weight: float
    question: bool
    vector: Vector


@dataclass(frozen=True, slots=True)
class Vectors:
    """Everything as vectors: ``statements`` and ``groups`` are sums of the questions for them."""

    features: tuple[int, ...]
    rarity: tuple[float, ...]
    asked: tuple[Asked, ...]
    statements: tuple[Vector, ...]
    groups: tuple[Vector, ...]


def vectors_of(
    said: Sequence[Said], reader: FeatureReader, settings: AnticipatedSettings
) -> Vectors:
    """The questions as vectors of their words and what these mean in either language, weighted by
    rarity; a statement's own text takes part as one more question."""
    places = {key: at for at, key in enumerate(dict.fromkeys((s.pair, s.position) for s in said))}
    groups = {key: at for at, key in enumerate(dict.fromkeys(one.group for one in said))}
    seen = [
        (one, weight, question, _seen(text, one.lang, reader))
        for one in said
        for text, weight, question in _texts(one, settings)
    ]
    counts = Counter(feature for *_, features in seen for feature in features)
    features = tuple(sorted(counts))
    rows = {feature: row for row, feature in enumerate(features)}
    rarity = tuple(log(len(seen) / counts[feature]) for feature in features)
    own: list[Vector] = [defaultdict(float) for _ in places]
    whole: list[Vector] = [defaultdict(float) for _ in groups]
    asked = []
    for one, weight, question, values in seen:
        raw = {rows[feature]: value * rarity[rows[feature]] for feature, value in values.items()}
        length = sqrt(sum(value * value for value in raw.values())) or 1.0
        vector = {row: value / length for row, value in raw.items()}
        place, group = places[one.pair, one.position], groups[one.group]
        asked.append(Asked(one.lang, place, group, weight, question, vector))
        for row, value in vector.items():
            own[place][row] += weight * value
            whole[group][row] += weight * value
    return Vectors(features, rarity, tuple(asked), tuple(own), tuple(whole))


def fit(said: Iterable[Said], reader: FeatureReader, settings: AnticipatedSettings) -> Model:
    """The directions of the statements and of their groups."""
    told = list(said)
    vectors = vectors_of(told, reader, settings)
    groups = tuple(dict.fromkeys(one.group for one in told))
    pairs = tuple(dict.fromkeys(one.pair for one in told))
    statements = {(one.pair, one.position): one for one in told}
    places = {key: at for at, key in enumerate(statements)}
    texts = np.zeros((len(places), len(LANGUAGES)), np.uint32)
    for one in told:
        place = places[one.pair, one.position]
        texts[place, LANGUAGES.index(one.lang)] = number_of_text(one.text)
    return Model(
        np.array(vectors.features, np.uint32),
        np.array(vectors.rarity, np.float32),
        directions(vectors.statements, len(vectors.features)),
        directions(vectors.groups, len(vectors.features)),
        texts,
        np.array([pairs.index(one.pair) for one in statements.values()], np.int64),
        np.array([groups.index(one.group) for one in statements.values()], np.int64),
        pairs,
        checksum(told, settings),
    )


def _texts(said: Said, settings: AnticipatedSettings) -> Iterator[tuple[str, float, bool]]:
    """The texts that stand for a statement, what each counts, and whether it is a question."""
    yield from ((question, 1.0, True) for question in said.questions)
    yield said.text, settings.text, False


def _seen(text: str, lang: Language, reader: FeatureReader) -> dict[int, float]:
    return {number(one): one.value for one in reader.of_words(text, lang) if one.group in GROUPS}
