"""Check the tables after an edit, and say in plain words what to mend.

``python -m corpus.lexicon.validation`` prints the problems, each with its table and line or term.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import LexiconError
from corpus.lexicon import everyday
from corpus.lexicon.places import LONGEST, Place, Sense
from corpus.lexicon.tables import KINDS, Entry, Language
from corpus.lexicon.thesaurus import MOST, read_lines
from corpus.settings import LEXICON
from corpus.vocabulary import Vocabulary

_CAPITALS_ALLOWED = frozenset({"name", "a", "n"})
DISCIPLINES = frozenset(
    {
        "music",
        "dance",
        "theatre",
        "circus",
        "visual-arts",
        "literature",
        "film",
        "games",
        "heritage",
        "socio-cultural",
        "amateur-arts",
        "architecture",
        "design",
    }
)


def problems(folder: Path = LEXICON) -> tuple[str, ...]:
    """What is wrong with the tables in ``folder``, one sentence each; empty when all is well."""
    try:
        vocabulary = Vocabulary.load(folder)
    except LexiconError as error:
        return (str(error),)
    found = list(_general(vocabulary.tables.entries))
    found.extend(_field(vocabulary))
    found.extend(_references(vocabulary))
    found.extend(_countries_and_disciplines(vocabulary))
    found.extend(_places(vocabulary))
    found.extend(_thesaurus(folder))
    found.extend(_everyday(folder, vocabulary))
    for path in sorted(folder.glob("*.tsv")):
        found.extend(_cells(path))
    return tuple(found)


def _general(entries: tuple[Entry, ...]) -> Iterator[str]:
    seen = Counter((entry.english, entry.kind) for entry in entries)
    for (english, kind), times in seen.items():
        if times > 1:
            yield f"general.tsv: {english} ({kind}) stands {times} times; join the lines."
    for english, kind, dutch in entries:
        if kind not in KINDS:
            yield f"general.tsv: {english} has the unknown part of speech {kind!r}."
        if not dutch:
            yield f"general.tsv: {english} has no Dutch equivalent."
        if english != english.lower():
            yield f"general.tsv: {english} should be in lower case."
        if kind not in _CAPITALS_ALLOWED and any(term != term.lower() for term in dutch):
            yield f"general.tsv: {english} has a Dutch equivalent with a capital but is no name."


def _field(vocabulary: Vocabulary) -> Iterator[str]:
    seen = Counter(concept.dutch[:1] for concept in vocabulary.tables.concepts)
    for terms, times in seen.items():
        if times > 1:
            yield f"field.tsv: {terms[0]} is the preferred term of {times} lines; join them."
    for concept in vocabulary.tables.concepts:
        if not concept.dutch or not concept.english:
            yield f"field.tsv: {concept} lacks one of its languages."


def _references(vocabulary: Vocabulary) -> Iterator[str]:
    tables = vocabulary.tables
    for dutch, english in tables.preferred.items():
        yield from (
            f"preferred.tsv: {word}, for {dutch}, is in no other table."
            for word in english
            if not vocabulary.knows(word, "en")
        )
    for item in tables.colloquials:
        if item.informal in item.standard:
            yield f"colloquial.tsv: {item.informal} refers to itself."
        yield from (
            f"colloquial.tsv: {word}, for {item.informal}, is in no other table."
            for word in item.standard
            if not vocabulary.knows(word, item.lang)
        )
    forms: tuple[Language, Language] = ("nl", "en")
    for lang in forms:
        yield from (
            f"families-{lang}.tsv: {word} is in no other table."
            for verb, nouns in vocabulary.families[lang].items()
            for word in (verb, *nouns)
            if not vocabulary.knows(word, lang)
        )
        lemmas = {lemma for known in vocabulary.irregular[lang].values() for lemma in known}
        yield from (
            f"forms-{lang}.tsv: {lemma} is in no other table."
            for lemma in sorted(lemmas - vocabulary.words(lang))
            # A verb may stand there for its compounds alone: mijden for vermijden.
            if not any(word.endswith(lemma) for word in vocabulary.words(lang))
        )
    yield from (
        f"linking.tsv: {noun} is in no other table."
        for noun in vocabulary.linking
        if noun not in vocabulary.words("nl")
    )


def _countries_and_disciplines(vocabulary: Vocabulary) -> Iterator[str]:
    seen = Counter(country.iso2 for country in vocabulary.countries)
    yield from (f"countries.tsv: {code} stands twice." for code in seen if seen[code] > 1)
    for country in vocabulary.countries:
        if len(country.iso2) != 2 or not country.iso2.islower():
            yield f"countries.tsv: {country.iso2} is not a two-letter code in lower case."
        if not country.names_nl or not country.names_en:
            yield f"countries.tsv: {country.iso2} lacks a name."
    regions = Counter(region.key for region in vocabulary.regions)
    yield from (f"regions.tsv: {key} stands twice." for key in regions if regions[key] > 1)
    for region in vocabulary.regions:
        if not region.names_nl or not region.names_en:
            yield f"regions.tsv: {region.key} lacks a name."
        for code in region.countries:
            if code not in seen:
                yield f"regions.tsv: {region.key} has {code}, which is not in countries.tsv."
    keys = {discipline.key for discipline in vocabulary.disciplines}
    for key in sorted(keys ^ DISCIPLINES):
        yield f"disciplines.tsv: {key} is missing or not a discipline that routes know."


def _places(vocabulary: Vocabulary) -> Iterator[str]:
    codes = {country.iso2 for country in vocabulary.countries}
    countries = {
        name.casefold()
        for country in vocabulary.countries
        for name in (*country.names_nl, *country.names_en)
    }
    words = {entry.english for entry in vocabulary.tables.entries if entry.kind != "name"}
    words |= {
        dutch
        for entry in vocabulary.tables.entries
        if entry.kind != "name"
        for dutch in entry.dutch
    }
    lies_in: dict[str, Place] = {}
    for place in vocabulary.gazetteer.places:
        for code in (*place.countries, *place.rivals):
            if code not in codes:
                yield f"places.tsv: {code} is not in countries.tsv."
        for name in place.names:
            key = name.text.casefold()
            if lies_in.setdefault(key, place).countries != place.countries:
                yield f"places.tsv: {name.text} lies in several countries; give it their own line."
            if key in countries:
                yield f"places.tsv: {name.text} is the name of a country."
            if name.sense is Sense.NOTHING and key in words:
                yield f"places.tsv: {name.text} is also a word; put a ? behind it."
            if len(key.split()) > LONGEST:
                yield f"places.tsv: {name.text} has more than {LONGEST} words."


def _thesaurus(folder: Path) -> Iterator[str]:
    seen: set[str] = set()
    for line in read_lines(folder):
        if line.word in seen:
            yield f"thesaurus.tsv: {line.word} stands on two lines; join them."
        seen.add(line.word)
        if not (line.synonyms or line.related):
            yield f"thesaurus.tsv: {line.word} leads nowhere."
        if line.word in (*line.synonyms, *line.related):
            yield f"thesaurus.tsv: {line.word} refers to itself."
        for word in sorted({*line.synonyms} & {*line.related}):
            yield f"thesaurus.tsv: {word}, for {line.word}, is a synonym and a related word."
        if max(len(line.synonyms), len(line.related)) > MOST:
            yield f"thesaurus.tsv: {line.word} has more than {MOST} words in a cell."


def _everyday(folder: Path, vocabulary: Vocabulary) -> Iterator[str]:
    lines = everyday.read_everyday(folder)
    seen = Counter((lang, said) for lang, said, _ in lines)
    for (lang, said), times in seen.items():
        if times > 1:
            yield f"everyday.tsv: {said} ({lang}) stands {times} times; join the lines."
    for lang, said, written in lines:
        if said != said.lower():
            yield f"everyday.tsv: {said} should be in lower case."
        if said in written:
            yield f"everyday.tsv: {said} refers to itself."
        if len(written) > everyday.MOST:
            yield f"everyday.tsv: {said} has more than {everyday.MOST} words."
        other: Language = "en" if lang == "nl" else "nl"
        yield from (
            f"everyday.tsv: {word}, for {said}, is in no other table."
            for word in written
            if not vocabulary.translate(word, lang, other)
        )


def _cells(path: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        for cell in line.split("\t"):
            parts = [part.strip() for part in cell.split(";")]
            where = f"{path.name} line {number}"
            if cell != cell.strip() or "  " in cell:
                yield f"{where}: spaces too many in {cell!r}."
            if ";" in cell and "" in parts:
                yield f"{where}: an empty value in {cell!r}."
            if len(parts) != len(set(parts)):
                yield f"{where}: a value stands twice in {cell!r}."


def main() -> int:
    """Print the problems; 0 when there are none, else 1."""
    found = problems()
    for problem in found:
        print(problem)  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
