"""Where the answer before stands: each of its places, with the document, who made it and when."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.about_documents import spelled_date
from assistant.answer import Answer, AnswerStatus, Citation, Claim, Question
from assistant.bibliography import distinct_origins, place
from assistant.generating.handing_over import EXTRACTIVE
from assistant.understanding.small_talk import small_talk
from assistant.understanding.source_asked import asks_source
from assistant.verifying import DocumentOf, verify
from assistant.wording import Wording
from assistant.work import Work
from corpus.document import Document, Provenance

_MOST_PLACES = 5
_MOST_ORIGINS = 2
_QUOTED = 30  # words of a quote, which the click on its number shows in full
_FIGURE = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d.,]*")  # no year
_OF_A_FIGURE = re.compile(
    r"\b(?:cijfers?|getal|percentage|bedrag|aantal|figures?|numbers?|amount|share)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ0-9])")
_UNKNOWN = "unknown"


def where_from(
    work: Work, ask: Callable[[Question], Answer], document_of: DocumentOf, wording: Wording
) -> Answer:
    """The answer to who asks where the last one comes from. ``ask`` answers the earlier question
    once more; a figure that is asked after keeps to the quotes that hold it."""
    lang = work.understood.lang
    earlier = asked_before(work.question)
    answered = ask(earlier) if earlier is not None else None
    figure = _asked_figure(work.question.text, answered)
    cited = answered.citations if answered else ()
    holding = tuple(one for one in cited if figure and figure in one.quote)
    places = _each_place(holding or cited)
    claims = tuple(
        Claim(_told(one, figure, document_of(one.document), lang, wording), (one.n,))
        for one in places
    )
    verified = verify(claims, places, document_of)
    if not verified.claims:
        nothing = Claim(wording.frame("where-from-none", lang), frame=True)
        return work.answer(AnswerStatus.NOT_IN_CORPUS, EXTRACTIVE, claims=(nothing,))
    lead = Claim(wording.frame("where-from", lang), frame=True)
    return work.answer(
        AnswerStatus.ANSWERED,
        EXTRACTIVE,
        claims=(lead, *verified.claims),
        citations=verified.citations,
    )


def asked_before(question: Question) -> Question | None:
    """The question whose answer is asked after, with the turns before it; None without one."""
    for at in range(len(question.history) - 1, -1, -1):
        turn = question.history[at]
        said = turn.content
        if turn.role == "user" and not asks_source(said) and small_talk(said) is None:
            return Question(said, question.history[:at], question.lang) if said.strip() else None
    return None


def _asked_figure(question: str, answered: Answer | None) -> str:
    """The figure that is asked after: the one that is named, else for who speaks of a figure the
    first of the answer; empty without one."""
    if named := _FIGURE.search(question):
        return named.group().rstrip(".,")
    if answered is None or not _OF_A_FIGURE.search(question):
        return ""
    said = (match for one in answered.claims if (match := _FIGURE.search(one.text)))
    first = next(said, None)
    return first.group().rstrip(".,") if first else ""


def _each_place(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations, the first of each page and section."""
    found: dict[tuple[str, int, str], Citation] = {}
    for one in citations:
        found.setdefault((one.document, one.page, one.section), one)
    return tuple(found.values())[:_MOST_PLACES]


def _told(one: Citation, figure: str, document: Document, lang: str, wording: Wording) -> str:
    """One place: document, maker, date, page, section and quote; of a fiche its own sources."""
    where = place(one, document.source)
    quoted = _window(one.quote, figure)
    if one.provenance:
        origins = distinct_origins(one.provenance)[:_MOST_ORIGINS]
        sources = "; ".join(_origin(origin, lang, wording) for origin in origins)
        return f"*{one.title}*, {where}: “{quoted}” {wording.frame('source', lang)}: {sources}."
    dated = spelled_date(one.date, lang) if one.date else wording.frame("undated", lang)
    made = ", ".join(filter(None, (one.publisher, dated)))
    return f"*{one.title}* ({made}), {where}: “{quoted}”" if where else f"*{one.title}* ({made})."


def _window(quote: str, figure: str) -> str:
    """The beginning of a quote, or of its sentence that holds the figure."""
    before = quote[: quote.index(figure)] if figure and figure in quote else ""
    begins = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    words = quote[begins:].split()
    opening = "…" if begins else ""
    return opening + " ".join(words[:_QUOTED]) + ("…" if len(words) > _QUOTED else "")


def _origin(origin: Provenance, lang: str, wording: Wording) -> str:
    known = origin.date and origin.date != _UNKNOWN
    dated = spelled_date(origin.date, lang) if known else wording.frame("undated", lang)
    said = ", ".join(filter(None, (f"*{origin.title}*", origin.publisher, dated)))
    return f"{said} ({origin.url})" if origin.url else said
