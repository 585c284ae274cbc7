"""From extracts to claims: the short answer, the quotes, and the words that connect them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer import Claim
from assistant.answering_settings import AnsweringSettings
from assistant.bibliography import place
from assistant.citing import CitationList, page_spans
from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from assistant.extracting.glossing import gloss
from assistant.extracting.headline import Headline, headline
from assistant.extracting.quoting import Extract
from assistant.extracting.tables import row_text
from assistant.understanding import AnswerKind
from assistant.wording import Wording
from corpus.document import Document
from corpus.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Composed:
    """The claims for one question, and the short answer that opens them when there is one."""

    claims: tuple[Claim, ...]
    short: Headline | None = None


class Composer:
    """Words answers in one language; gathers the citations of the whole answer."""

    def __init__(
        self,
        lang: str,
        citations: CitationList,
        document_of: Callable[[str], Document],
        wording: Wording,
        vocabulary: Vocabulary,
        settings: AnsweringSettings,
    ) -> None:
        self._lang = lang
        self._citations = citations
        self._document_of = document_of
        self._wording = wording
        self._vocabulary = vocabulary
        self._settings = settings
        self._framed: set[str] = set()
        self._foreign: list[Extract] = []

    def compose(
        self,
        asked: Asked,
        best: Weighed | None,
        extracts: tuple[Extract, ...],
        claimed: frozenset[str] = frozenset(),
        *,
        placed: bool = False,
    ) -> Composed:
        """The claims for ``extracts``, best first; several documents each under their title.

        The short answer is read from the ``best`` unit, when that is what is shown first. Where the
        question asks for it (or ``placed`` tells so), the place of that is told in words.
        """
        if not extracts:
            return Composed(())
        claims: list[Claim] = []
        short = None
        if best is not None and extracts[0].holds(best.unit):
            short = headline(asked, best, self._lang, self._settings, claimed)
        if short is not None:
            claims.append(Claim(f"**{short.text}**", self._cite(extracts[0])))
        if asked.place or placed:
            claims.append(self._place(extracts[0], best))
        rows = [extract for extract in extracts if _is_row(extract)]
        counted = asked.kind is AnswerKind.COUNT and asked.about_table
        if counted and short is None and len(rows) > 1:
            numbers = dict.fromkeys(n for row in rows for n in self._cite(row))
            claims.append(Claim(f"**{len(rows)}**", tuple(numbers)))
        documents = list(dict.fromkeys(extract.passage.document for extract in extracts))
        for document in documents:
            if len(documents) > 1:
                title = self._document_of(document).source.title
                claims.append(
                    Claim(self._wording.frame("according", self._lang, title=title), frame=True)
                )
            for extract in extracts:
                if extract.passage.document != document:
                    continue
                foreign = extract.passage.language != self._lang
                if foreign and extract.passage.language not in self._framed:
                    self._framed.add(extract.passage.language)
                    claims.append(Claim(self._quoted(extract.passage.language), frame=True))
                claims.append(self._claim(extract, foreign))
        self._foreign.extend(item for item in extracts if item.passage.language != self._lang)
        return Composed(tuple(claims), short)

    def closing(self) -> tuple[Claim, ...]:
        """What stands below the whole answer: key words of quotes in another language."""
        words = self._gloss()
        if not words:
            return ()
        return (Claim(self._wording.frame("gloss", self._lang, words=words), frame=True),)

    def _claim(self, extract: Extract, foreign: bool) -> Claim:
        lines = _lines(extract)
        text = "\n".join(f"> {line}" for line in lines) if foreign else "\n".join(lines)
        return Claim(text, self._cite(extract))

    def _place(self, extract: Extract, best: Weighed | None) -> Claim:
        """Where a quote stands, in words: the page of its ``best`` unit, where that is in it, or
        the section of what has no pages."""
        numbers = self._cite(extract)
        source = self._document_of(extract.passage.document).source
        cited = [one for one in self._citations.citations if one.n in numbers]
        if best is not None and extract.holds(best.unit):
            unit = best.unit
            pages = {span.page for span in page_spans(unit.passage.runs, unit.start, unit.end)}
            cited = [one for one in cited if one.page in pages] or cited
        where = list(dict.fromkeys(place(one, source) for one in cited))
        name = "stands-on" if where and where[0] else "stands-in"
        told = self._wording.frame(name, self._lang, place=" / ".join(where), title=source.title)
        return Claim(told, tuple(one.n for one in cited))

    def _cite(self, extract: Extract) -> tuple[int, ...]:
        document = self._document_of(extract.passage.document)
        return self._citations.cite(extract.passage, extract.start, extract.end, document)

    def _quoted(self, language: str) -> str:
        name = f"quoted-{language}" if language in ("nl", "en") else "quoted-other"
        return self._wording.frame(name, self._lang)

    def _gloss(self) -> str:
        if not self._foreign:
            return ""
        return gloss(
            tuple(item.text for item in self._foreign),
            self._foreign[0].passage.language,
            self._lang,
            self._vocabulary,
        )


def _is_row(extract: Extract) -> bool:
    """Whether it is a row with content: a row with one cell only names the group below it."""
    return any(
        part.table is not None and sum(1 for cell in part.table.cells if cell.strip()) > 1
        for part in extract.passage.parts
        if part.start < extract.end and part.end > extract.start
    )


def shown_words(extract: Extract) -> int:
    """How many words an extract takes in an answer; a row says its headers, too."""
    return sum(len(line.split()) for line in _lines(extract))


def _lines(extract: Extract) -> list[str]:
    """The lines of a quote: a row as cells, a list as items, running text as it is."""
    passage = extract.passage
    parts = [
        part for part in passage.parts if part.start < extract.end and part.end > extract.start
    ]
    if parts and all(part.table is not None for part in parts):
        return [row_text(part.table) for part in parts if part.table is not None]
    if not extract.items:
        return [extract.text]
    lines = []
    if extract.lead:
        lines.append(" ".join(passage.text[extract.lead[0] : extract.lead[1]].split()))
    numbers = {part.start: part.number for part in passage.parts}
    for start, end in extract.items:
        item = " ".join(passage.text[start:end].split())
        number = numbers.get(start, "").strip()
        marked = number and number[0].isalnum() and not item.startswith(number)
        lines.append(f"- {number} {item}" if marked else f"- {item}")
    return lines
