"""A small assistant over a handful of made-up documents: same interface, no index on disk.

It answers with every sentence that shares two words with the question. "Ambiguous" questions, slow
and failing ones can be asked for, so that every state of the pages can be reached.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from assistant.answer import (
    Answer,
    AnswerStatus,
    ChosenRoute,
    Citation,
    Claim,
    Notice,
    NoticeKind,
    Question,
    Referral,
)
from assistant.errors import BadQuestion
from assistant.events import ClaimReady, Done, Event, Retrieved, Understood, Working
from assistant.paragraphs.verdicts import (
    CheckedParagraph,
    CheckedReference,
    CheckedSentence,
    Finding,
    ReferenceOutcome,
    SentenceVerdict,
)
from assistant.paragraphs.wording import load_wording
from corpus.document import (
    Block,
    BlockKind,
    Document,
    Page,
    Provenance,
    Run,
    Source,
    Status,
    Validity,
)
from indexing.passage import Passage, RetrievedPassage
from indexing.retriever import Retrieval

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]")


def document(
    identity: str,
    title: str,
    pages: list[list[tuple[BlockKind, str]]],
    *,
    suffix: str = ".md",
    labels: list[str] | None = None,
    provenance: tuple[Provenance, ...] = (),
    **source: object,
) -> Document:
    """A document of pages of blocks; page text is the blocks joined by line breaks."""
    made = Source(
        id=identity,
        title=title,
        file=Path(f"/nowhere/{identity}{suffix}"),
        digest=sha256(identity.encode()).hexdigest(),
        **source,  # type: ignore[arg-type]
    )
    texts, blocks, section = [], [], ()
    for number, content in enumerate(pages, start=1):
        offset = 0
        lines = []
        for kind, text in content:
            if kind is BlockKind.HEADING:
                section = (text,)
            own = provenance if kind is BlockKind.LIST_ITEM else ()
            run = Run(0, number, offset, len(text))
            level = 1 if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0
            blocks.append(Block(kind, text, (run,), section, level, provenance=own))
            lines.append(text)
            offset += len(text) + 1
        label = labels[number - 1] if labels else None
        size = (595.0, 842.0) if suffix == ".pdf" else (0.0, 0.0)
        texts.append(Page(number, label, "\n".join(lines), *size))
    return Document(made, tuple(texts), tuple(blocks), ())


def documents() -> tuple[Document, ...]:
    """Three made-up documents: a report with pages, a fiche in two languages."""
    heading, text, item = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
    origin = Provenance(
        title="Reisgids voor podia",
        publisher="Steunpunt Voorbeeld",
        url="https://example.org/reisgids",
        date="2023",
        as_of="2024-05",
        volatile=True,
    )
    return (
        document(
            "rapport-podia",
            "Rapport over <reizende> podia & publiek",
            [
                [(heading, "Inleiding"), (text, "Dit rapport telt voorstellingen in drie landen.")],
                [
                    (heading, "Voorstellingen"),
                    (text, "In 2021 speelden 140 gezelschappen in het buitenland."),
                    (text, "De meeste voorstellingen waren in Duitsland."),
                ],
            ],
            suffix=".pdf",
            labels=["i", "1"],
            kind="report",
            language="nl",
            publisher="Bureau Voorbeeld",
            date="2022",
            url="https://example.org/rapport",
            validity=Validity(valid_until="2023", status=Status.IN_FORCE),
        ),
        document(
            "land-nl",
            "Duitsland",
            [
                [
                    (heading, "Duitsland"),
                    (item, "Optredens in Duitsland worden belast aan de bron."),
                    (item, "Een visum voor Duitsland is niet nodig."),
                ]
            ],
            provenance=(origin,),
            kind="country",
            language="nl",
            pair="land",
            topics=("de",),
        ),
        document(
            "land-en",
            "Germany",
            [[(heading, "Germany"), (item, "Shows in Germany are taxed at the source.")]],
            provenance=(origin,),
            kind="country",
            language="en",
            pair="land",
            topics=("de",),
        ),
    )


@dataclass
class FakeIndex:
    """The index of :func:`documents`."""

    held: dict[str, Document] = field(
        default_factory=lambda: {document.source.id: document for document in documents()}
    )

    @property
    def passage_count(self) -> int:
        return sum(len(document.blocks) for document in self.held.values())

    def refresh(self) -> bool:
        return False

    def sources(self) -> tuple[Source, ...]:
        return tuple(document.source for document in self.held.values())

    def source(self, identity: str) -> Source:
        return self.held[identity].source

    def document(self, identity: str) -> Document:
        return self.held[identity]


@dataclass
class FakeAssistant:
    """Answers from :class:`FakeIndex`. ``pause_seconds`` is waited before every claim."""

    index: FakeIndex = field(default_factory=FakeIndex)
    pause_seconds: float = 0.0
    asked: list[Question] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def ask(self, question: Question) -> Answer:
        for event in self.stream(question):
            if isinstance(event, Done):
                return event.answer
        raise AssertionError

    def stream(self, question: Question) -> Iterator[Event]:
        self.asked.append(question)
        lang = question.lang or (
            "en" if re.search(r"\b(the|is|in Germany)\b", question.text) else "nl"
        )
        standalone = question.text
        if question.history and question.text.lower().startswith(("en ", "and ")):
            standalone = f"{question.history[-2].content} ({question.text})"
        if "niet te doen" in question.text:
            raise BadQuestion("That cannot be asked.", hint="Ask something else.")
        if "kapot" in question.text:
            raise RuntimeError("secret detail")
        if "wacht" in question.text:
            self.release.wait(5)
        yield Understood(standalone, lang)
        answer = replace(
            self._answer(standalone, lang), question=question.text, standalone_question=standalone
        )
        yield Retrieved(len(answer.citations), tuple({c.document for c in answer.citations}))
        by_number = {citation.n: citation for citation in answer.citations}
        if "in de rij" in question.text:
            yield Working("waiting", 2)
            self.release.wait(5)
            yield Working("drafting")
        for claim in answer.claims:
            time.sleep(self.pause_seconds)
            yield ClaimReady(claim, tuple(by_number[n] for n in claim.citations))
        yield Done(answer)

    def check(self, text: str, lang: str | None = None) -> CheckedParagraph:
        """Every other sentence is carried by what shares words with it; the rest contradicted."""
        if "te lang" in text:
            raise BadQuestion("The text is too long to be checked at once.")
        wording = load_wording(lang or "nl")
        sentences = []
        cited: dict[str, Citation] = {}
        for number, said in enumerate(re.findall(r"[^.]+\.", text), start=1):
            for citation in self._citations(said, "nl"):
                cited.setdefault(citation.quote, replace(citation, n=len(cited) + 1))
            found = [cited[one.quote].n for one in self._citations(said, "nl")]
            verdict = SentenceVerdict.SUPPORTED if number % 2 else SentenceVerdict.CONTRADICTED
            verdict = verdict if found else SentenceVerdict.NOT_IN_CORPUS
            reference = CheckedReference("(X, p. 1)", ReferenceOutcome.OTHER_PAGE, "p. 2")
            sentences.append(
                CheckedSentence(
                    number,
                    said.strip(),
                    verdict,
                    "Uitleg.",
                    tuple(found),
                    ("Let op.",),
                    (reference,),
                )
            )
        summary = wording.summary([sentence.verdict for sentence in sentences])
        finding = Finding("listed-not-cited", "Jansen (2019)", "wordt niet genoemd")
        return CheckedParagraph(
            wording.lang, summary, tuple(sentences), tuple(cited.values()), (finding,)
        )

    def search(self, query: str, *, k: int = 10, lang: str | None = None) -> Retrieval:
        hits = [
            RetrievedPassage(
                Passage(
                    id=f"{c.document}/{c.n}",
                    digest="",
                    document=c.document,
                    ordinal=c.n,
                    kind=BlockKind.PARAGRAPH,
                    text=c.quote,
                    section=(c.section,),
                    parts=(),
                    runs=(Run(0, c.page, c.page_start, len(c.quote)),),
                    pages=(c.page,),
                    labels=(c.page_label or "",),
                    language="nl",
                ),
                1.0 / c.n,
            )
            for c in self._citations(query, None)
        ]
        return Retrieval(tuple(hits[:k]), ())

    def _answer(self, text: str, lang: str) -> Answer:
        answer = Answer(
            id=sha256(text.encode()).hexdigest()[:16],
            question=text,
            standalone_question=text,
            lang=lang,
            status=AnswerStatus.NOT_IN_CORPUS,
            claims=(Claim("Dit staat niet in de documenten die ik ken.", frame=True),),
            citations=(),
            latency_ms=1.0,
        )
        if "steun" in text.split():
            return replace(
                answer,
                status=AnswerStatus.CLARIFICATION_WANTED,
                claims=(Claim("Dat kan meer dan één ding zijn.", frame=True),),
                choices=(
                    "Waar waren de meeste voorstellingen?",
                    "Is een visum nodig in Duitsland?",
                ),
            )
        citations = self._citations(text, lang)
        if not citations:
            referral = Referral(
                "Steunpunt Voorbeeld", "Helpt met al het andere.", "https://example.org/steun"
            )
            return replace(answer, referrals=(referral,))
        notices = ()
        if any(citation.validity == "ended" for citation in citations):
            notices = (Notice(NoticeKind.ENDED, "Het rapport loopt tot 2023."),)
        starts = ChosenRoute("music", "de", "first-steps", "organisation")
        return replace(
            answer,
            status=AnswerStatus.ANSWERED,
            route=starts if "begin" in text.split() else None,
            claims=tuple(Claim(c.quote, (c.n,)) for c in citations),
            citations=tuple(citations),
            notices=notices,
        )

    def _citations(self, text: str, lang: str | None) -> list[Citation]:
        wanted = set(re.findall(r"\w{4,}", text.lower()))
        found: list[Citation] = []
        for document in self.index.held.values():
            source = document.source
            if source.pair and lang and source.language != lang:
                continue
            for page in document.pages:
                for match in _SENTENCE.finditer(page.text):
                    shared = wanted & set(re.findall(r"\w{4,}", match.group().lower()))
                    if len(shared) < 2:
                        continue
                    start = match.start() + len(match.group()) - len(match.group().lstrip())
                    blocks = [
                        block
                        for block in document.blocks
                        for run in block.runs
                        if run.page == page.number and run.page_start <= start < run.page_end
                    ]
                    if not blocks:
                        continue
                    block = blocks[0]
                    found.append(
                        Citation(
                            n=len(found) + 1,
                            document=source.id,
                            title=source.title,
                            page=page.number,
                            quote=page.text[start : match.end()],
                            publisher=source.publisher,
                            date=source.date,
                            page_label=page.label,
                            section=block.section[-1] if block.section else "",
                            url=source.url,
                            validity="ended" if source.validity.valid_until else "unknown",
                            page_start=start,
                            page_end=match.end(),
                            language=source.language or "",
                            provenance=block.provenance,
                        )
                    )
        return found
