"""From a pasted paragraph to a verdict for each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from assistant.answer import Citation
from assistant.citing import CitationList
from assistant.errors import BadQuestion
from assistant.finding import Finder
from assistant.paragraphs.attributing import Attributions
from assistant.paragraphs.cited_documents import CitedDocuments, Meant
from assistant.paragraphs.comparing import Comparer, Comparison
from assistant.paragraphs.cutting import Cut, Piece, Role, cut
from assistant.paragraphs.deciding import Decided
from assistant.paragraphs.denying import Denying
from assistant.paragraphs.differences import Differences
from assistant.paragraphs.gathering import Evidence
from assistant.paragraphs.listing import audit
from assistant.paragraphs.references import Reference
from assistant.paragraphs.referring import References
from assistant.paragraphs.resolving import Reading, Resolver
from assistant.paragraphs.sentence_judging import SETTLED, SentenceJudge
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.verdicts import (
    CheckedParagraph,
    CheckedSentence,
    Finding,
    SentenceVerdict,
)
from assistant.paragraphs.wording import ParagraphWording, load_wording
from assistant.support.judging import SupportJudge
from assistant.support.tagging import Tagger
from assistant.understanding.language import question_language
from corpus.document import Document, Source, Status
from corpus.vocabulary import Language, Vocabulary

_QUOTED = re.compile(r"[“\"«‘](?P<words>[^”\"»’]{15,}?)[”\"»’](?!\w)")
_QUOTED_WORDS = 4  # from which words between quotation marks are a quote, not a name
_SAME = str.maketrans("“”„«»‘’–—", '"""""\'\'--')


class ParagraphChecker:
    """Checks paragraphs against one generation of an index. Safe for several threads."""

    def __init__(
        self,
        finder: Finder,
        judge: SupportJudge,
        vocabulary: Vocabulary,
        sources: dict[str, Source],
        document_of: Callable[[str], Document],
        settings: ParagraphSettings | None = None,
    ) -> None:
        self.settings = settings or ParagraphSettings()
        self.tagger = Tagger(vocabulary)
        self.sources = sources
        self.document_of = document_of
        self.references = References(sources)
        self.documents = CitedDocuments(sources.values())
        self.attributions = Attributions(self.documents, self.tagger)
        self.sentences = SentenceJudge(
            Evidence(finder, vocabulary, self.settings),
            Comparer(judge, Denying(vocabulary, self.settings.denies_whole), sources.__getitem__),
            Differences(vocabulary),
            self.tagger,
            sources.__getitem__,
            self.settings,
        )

    def check(self, text: str, today: date, lang: str | None = None) -> CheckedParagraph:
        """The verdict on each sentence of ``text``.

        Args:
            today: the day on which what has ended has ended.
            lang: the language of the explanations, ``nl`` or ``en``; else that of the text.

        Raises:
            BadQuestion: there is nothing to check, or more than is checked at once.
        """
        if not any(sign.isalnum() for sign in text):
            raise BadQuestion("There is no text to check.", hint="Paste a paragraph.")
        found = cut(text) if len(text) <= self.settings.most_characters else None
        if found is None or len(found.pieces) > self.settings.most_sentences:
            raise BadQuestion(
                "The text is too long to be checked at once.",
                hint=f"Give at most {self.settings.most_sentences} sentences and"
                f" {self.settings.most_characters} characters.",
            )
        own, spoken = question_language(text)
        known: Language = "en" if own == "en" else "nl"
        check = _Check(self, found, today, known, load_wording(lang or spoken))
        return check.run()


class _Check:
    """One paragraph on its way: the citations that its sentences share, and what is spoken of."""

    def __init__(
        self,
        checker: ParagraphChecker,
        found: Cut,
        today: date,
        lang: Language,
        wording: ParagraphWording,
    ) -> None:
        self._checker = checker
        self._found = found
        self._today = today
        self._lang: Language = lang
        self._wording = wording
        self._resolver = Resolver(checker.tagger)
        self._citations = CitationList(today)
        self._cited: list[Reference] = []
        self._spoken_in: set[str] = set()
        self._marks: list[str] = []

    def run(self) -> CheckedParagraph:
        sentences = tuple(
            self._sentence(number, piece)
            for number, piece in enumerate(self._found.pieces, start=1)
        )
        return CheckedParagraph(
            self._wording.lang,
            self._wording.summary([sentence.verdict for sentence in sentences]),
            sentences,
            self._citations.citations,
            tuple(self._audit()),
        )

    def _audit(self) -> Iterator[Finding]:
        return audit(self._cited, self._marks, self._found.entries, self._wording)

    def _sentence(self, number: int, piece: Piece) -> CheckedSentence:
        if piece.role is not Role.CLAIM:
            told = self._wording.no_claim(piece.role.value)
            return CheckedSentence(number, piece.text, SentenceVerdict.NOT_CHECKABLE, told)
        bare = self._checker.attributions.without_brackets(piece.text)
        named = frozenset[str]().union(*(meant.documents for _, meant in bare.references))
        readings, sources = self._readings(bare.text, named)
        own = (*bare.references, *sources)
        self._cited.extend(reference for reference, _ in bare.references)
        self._marks.extend(piece.marks)
        references = (*own, *self._of_marks(piece.marks))
        decided, there = self._decided(readings, references)
        unproven = decided.verdict is SentenceVerdict.NOT_IN_CORPUS
        if piece.valued and (unproven or decided.verdict is SentenceVerdict.PARTLY):
            told = self._wording.no_claim(Role.OPINION.value)
            return CheckedSentence(number, piece.text, SentenceVerdict.NOT_CHECKABLE, told)
        if not unproven:
            self._spoken_in.update(one.stretch.passage.document for one in decided.resting)
        numbers = tuple(dict.fromkeys(n for one in decided.resting for n in self._cite(one)))
        resting = [one for one in self._citations.citations if one.n in numbers]
        if there is not None:
            held = {n for one in there.resting for n in self._cite(one)}
            numbers = (*numbers, *sorted(held - set(numbers)))
            resting = [one for one in self._citations.citations if one.n in numbers]
        return CheckedSentence(
            number,
            piece.text,
            decided.verdict,
            self._wording.reason(decided),
            numbers,
            tuple(self._notes(piece.text, decided, resting)),
            tuple(
                self._checker.references.checked(
                    references, _carried_as(decided), resting, self._wording
                )
            ),
            decided.read_as,
        )

    def _of_marks(self, marks: tuple[str, ...]) -> tuple[tuple[Reference, Meant], ...]:
        """The entries of the list that a sentence's footnote marks point to."""
        found = [entry for entry in self._found.entries if entry.mark and entry.mark in marks]
        return tuple((entry, self._checker.documents.meant(entry)) for entry in found)

    def _readings(
        self, sentence: str, told: frozenset[str]
    ) -> tuple[tuple[Reading, ...], tuple[tuple[Reference, Meant], ...]]:
        """The sentence as it can be read by itself, without the words that say which document told
        it; and that document, unless it is one of those ``told``."""
        found: list[Reading] = []
        sources: tuple[tuple[Reference, Meant], ...] = ()
        for reading in self._resolver.readings(sentence, self._lang):
            bare = self._checker.attributions.without_source(reading.text, self._lang)
            sources = sources or bare.references
            # Named in words and by its year, a document is referred to once.
            sources = tuple((one, meant) for one, meant in sources if not meant.documents & told)
            found.append(replace(reading, text=bare.text))
        return tuple(found), sources

    def _decided(
        self, readings: tuple[Reading, ...], references: tuple[tuple[Reference, Meant], ...]
    ) -> tuple[Decided, Decided | None]:
        """The verdict in the document that is referred to, unless only another carries it; and
        then what that document has of it, where it has every figure and name."""
        within = frozenset().union(*(meant.documents for _, meant in references))
        judge, before = self._checker.sentences.judge, frozenset(self._spoken_in)
        if not within:
            return judge(readings, self._lang, self._today, spoken_in=before), None
        there = judge(readings, self._lang, self._today, within, before)
        if there.verdict in SETTLED:
            return there, None
        anywhere = judge(readings, self._lang, self._today, spoken_in=before)
        if anywhere.verdict in SETTLED:
            partly = there.verdict is SentenceVerdict.PARTLY
            whole = partly and all(one.has_facts for one in there.resting)
            return anywhere, there if whole else None
        return (there if there.verdict is not SentenceVerdict.NOT_IN_CORPUS else anywhere), None

    def _cite(self, one: Comparison) -> tuple[int, ...]:
        stretch = one.stretch
        document = self._checker.document_of(stretch.passage.document)
        return self._citations.cite(stretch.passage, stretch.start, stretch.end, document)

    def _notes(self, text: str, decided: Decided, resting: list[Citation]) -> Iterator[str]:
        if decided.verdict not in (*SETTLED, SentenceVerdict.PARTLY):
            return
        sources = [self._checker.sources[one.document] for one in resting]
        ours = any(source.pair for source in sources)
        # A fiche says in each statement which publication it is from.
        if not ours and all(one.attributed for one in decided.resting):
            yield self._wording.note("attributed")
        for status in (Status.HISTORICAL, Status.PROPOSAL):
            dated = next((one for one in resting if one.validity == status.value), None)
            if ours:
                continue
            if dated is not None:
                yield self._wording.note(status.value, date=(dated.date or "")[:4])
        for match in _QUOTED.finditer(text):
            words = match["words"]
            if len(words.split()) >= _QUOTED_WORDS and not self._stands(words, resting):
                yield self._wording.note("not-literal", quote=words)

    def _stands(self, words: str, resting: list[Citation]) -> bool:
        """Whether a quote stands literally on a page that the sentence rests on."""
        wanted = _flat(words)
        pages = {(one.document, one.page) for one in resting}
        return any(
            wanted in _flat(self._checker.document_of(document).page(page).text)
            for document, page in pages
        )


def _carried_as(decided: Decided) -> SentenceVerdict:
    """The verdict that a reference is judged by: what lacks a figure or a name of the sentence does
    not stand where it is referred to."""
    partly = decided.verdict is SentenceVerdict.PARTLY
    lacks = partly and not all(one.has_facts for one in decided.resting)
    return SentenceVerdict.NOT_IN_CORPUS if lacks else decided.verdict


def _flat(text: str) -> str:
    return " ".join(text.translate(_SAME).split()).casefold().strip(" .,;:!?\"'")
