"""What a reader should know beside an answer: validity, age, language, doubt, disagreement."""

from __future__ import annotations

import re
from datetime import date

from assistant.answer import Citation, Notice, NoticeKind
from assistant.answering_settings import AnsweringSettings
from assistant.wording import Wording
from corpus.document import Source, Status

_BY_STATUS = {
    Status.ENDED.value: NoticeKind.ENDED,
    Status.REPLACED.value: NoticeKind.REPLACED,
    Status.PROPOSAL.value: NoticeKind.PROPOSAL,
    Status.HISTORICAL.value: NoticeKind.HISTORICAL,
}


def notices(
    citations: tuple[Citation, ...],
    sources: dict[str, Source],
    lang: str,
    today: date,
    wording: Wording,
    settings: AnsweringSettings,
    *,
    untrusted_table: bool = False,
    corrections: tuple[tuple[str, str], ...] = (),
) -> tuple[Notice, ...]:
    """The notices for what an answer cites, one of each kind and document, in a fixed order."""
    found: list[Notice] = []
    for identity in dict.fromkeys(citation.document for citation in citations):
        source = sources[identity]
        kind = _BY_STATUS.get(source.validity.status_on(today).value)
        if kind is not None:
            found.append(Notice(kind, _validity(kind, source, sources, lang, wording)))
    oldest = _oldest_volatile(citations, today, settings)
    if oldest:
        found.append(
            Notice(NoticeKind.VOLATILE, wording.notice(NoticeKind.VOLATILE, lang, as_of=oldest))
        )
    for language in dict.fromkeys(citation.language for citation in citations):
        if language and language != lang:
            name = wording.language(language, lang)
            found.append(
                Notice(
                    NoticeKind.OTHER_LANGUAGE,
                    wording.notice(NoticeKind.OTHER_LANGUAGE, lang, language=name),
                )
            )
    if untrusted_table:
        found.append(Notice(NoticeKind.CHECK_PAGE, wording.notice(NoticeKind.CHECK_PAGE, lang)))
    if corrections:
        pairs = ", ".join(f"{wrong} → {right}" for wrong, right in corrections)
        found.append(
            Notice(
                NoticeKind.CORRECTED_SPELLING,
                wording.notice(NoticeKind.CORRECTED_SPELLING, lang, corrections=pairs),
            )
        )
    return tuple(found)


def _validity(
    kind: NoticeKind, source: Source, sources: dict[str, Source], lang: str, wording: Wording
) -> str:
    if kind is NoticeKind.ENDED:
        until = source.validity.valid_until or "?"
        return wording.notice(kind, lang, title=source.title, until=until)
    if kind is NoticeKind.REPLACED:
        successor = source.validity.superseded_by
        title = sources[successor].title if successor in sources else successor
        word = "door" if lang == "nl" else "by"
        by = f" {word} “{title}”" if title else ""
        return wording.notice(kind, lang, title=source.title, by=by)
    if kind is NoticeKind.HISTORICAL:
        dated = source.date
        if source.pair:
            # A fiche is of today; what it describes is not.
            dated = source.validity.valid_until or source.validity.valid_from
        when = (dated or "")[:4] or ("vroeger" if lang == "nl" else "earlier")
        return wording.notice(kind, lang, title=source.title, date=when)
    return wording.notice(kind, lang, title=source.title)


def _oldest_volatile(
    citations: tuple[Citation, ...], today: date, settings: AnsweringSettings
) -> str | None:
    """When the oldest volatile statement was checked, if that is too long ago; else None."""
    dates = [
        origin.as_of
        for citation in citations
        for origin in citation.provenance
        if origin.volatile and _days_old(origin.as_of, today) > settings.volatile_after_days
    ]
    return min(dates) if dates else None


def _days_old(as_of: str, today: date) -> int:
    """The age in days of a date that may be only a year or a month; 0 when it is no date."""
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", as_of)
    if not match:
        return 0
    day = date(int(match[1]), int(match[2] or 12), int(match[3] or 28))
    return (today - day).days
