"""Which words in a row may be a phrase: none that a look-up finds may be missed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.lexicon.equivalents import Tables
from corpus.lexicon.expressions import Expressions
from corpus.lexicon.phrase_tree import PhraseTree
from corpus.lexicon.tables import Language
from corpus.settings import LEXICON
from corpus.vocabulary import Vocabulary

FORMS = {"blorven": ("blorf",), "nog": ("nog steeds",)}


def guesses(phrase: str) -> Iterator[str]:
    """Rules of every shape: an ending, a participle, letters anywhere."""
    yield phrase.removesuffix("s")
    if phrase.startswith("ge") and phrase.endswith("d"):
        yield phrase[2:]
    yield phrase.replace("z", "s")


@pytest.fixture
def tree() -> PhraseTree:
    phrases = ("rode blorf", "rode blorf van sim", "sim sam", "nog steeds niet", "dwarse sim")
    return PhraseTree(phrases, lambda word: FORMS.get(word, ()), guesses)


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        ("rode blorf van sim", {2, 4}),
        ("rode blorven", {2}),  # a form of a word
        ("rode blorfs", {2}),  # of the whole, at its end
        ("gerode blorven", {2}),  # at its beginning
        ("sim zam", {2}),
        ("zim sam", {2}),
        ("dwarze zim", {2}),
        ("rode blorf van zim", {2, 4}),
        ("nog niet", {2}),  # a form of two words
        ("rode sim", set()),
        ("blorf van sim", set()),
        ("rode", set()),
        ("", set()),
    ],
)
def test_what_may_be_a_phrase(tree: PhraseTree, words: str, sizes: set[int]) -> None:
    assert tree.sizes(words.split()) == sizes


def test_all_of_them_together(tree: PhraseTree) -> None:
    assert tree.may_be(["rode", "blorf"])
    assert not tree.may_be(["rode", "blorf", "van"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_phrase_of_the_lexicon_is_missed(lang: Language) -> None:
    vocabulary = Vocabulary.load()
    tables = vocabulary.tables
    known = [entry.english for entry in tables.entries] if lang == "en" else []
    known += [dutch for entry in tables.entries if lang == "nl" for dutch in entry.dutch]
    phrases = [term.casefold() for term in (*known, *tables.everyday.formal[lang]) if " " in term]
    for phrase in phrases[::7]:
        for said in (phrase, f"{phrase}s", f"{phrase}en", phrase.replace(" ", "-", 1)):
            words = said.split()
            whole = tuple(range(len(words)))
            lettered = all(any(map(str.isalpha, word)) for word in words)
            if 1 < len(words) <= 5 and lettered and vocabulary.knows(said, lang):
                found = vocabulary.expressions(words, lang)
                assert whole in [one.places for one in found], said


def test_few_rows_of_a_question_are_looked_up() -> None:
    looked_up: list[str] = []

    def terms(phrase: str, lang: Language) -> tuple[str, ...]:
        looked_up.append(phrase)
        return (phrase,) if phrase == "rode blorf" else ()

    tree = PhraseTree(("rode blorf", "rode sim"), lambda word: (), guesses)
    empty: dict[Language, frozenset[str]] = {"nl": frozenset(), "en": frozenset()}
    expressions = Expressions(
        Tables.read(LEXICON), lambda word, lang: (), terms, empty, {"nl": tree, "en": tree}
    )
    question = "wie draagt de rode blorf nu of een rode sjaal"
    found = expressions.read(question.split(), "nl")
    assert [(one.term, one.places) for one in found] == [("rode blorf", (3, 4))]
    assert looked_up == ["rode blorf"]
