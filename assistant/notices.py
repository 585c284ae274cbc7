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
    changeable = _changeable(citations, sources, lang, today, wording, settings)
    if changeable:
        found.append(Notice(NoticeKind.VOLATILE, changeable))
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


def _changeable(
    citations: tuple[Citation, ...],
    sources: dict[str, Source],
    lang: str,
    today: date,
    wording: Wording,
    settings: AnsweringSettings,
) -> str:
    """That facts which change often are old or undated, from when they are, and from when the fiche
    that tells them; empty when all of them are young."""
    rests_on = [c for c in citations if any(origin.volatile for origin in c.provenance)]
    facts = [o.as_of for c in rests_on for o in c.provenance if o.volatile]
    if not any(_old(as_of, today, settings.volatile_after_days) for as_of in facts):
        return ""
    years = sorted({found for as_of in facts for found in re.findall(r"\d{4}", as_of)})
    some_undated = any(not re.search(r"\d{4}", as_of) for as_of in facts)
    if not years:
        dated = wording.frame("facts-undated", lang)
    else:
        name = "facts-of" if len(years) == 1 else "facts-between"
        dated = wording.frame(name, lang, oldest=years[0], newest=years[-1])
        if some_undated:
            dated = wording.frame("facts-partly-undated", lang, dated=dated)
    checked = min((sources[c.document].date or "" for c in rests_on), default="")
    said = wording.notice(NoticeKind.VOLATILE, lang, dated=dated)
    return f"{said} {wording.frame('fiche-of', lang, checked=checked)}" if checked else said


def _old(as_of: str, today: date, after_days: int) -> bool:
    """Whether a loose date (``2024``, ``c. 2021-05``) is that many days ago, or is no date."""
    dates = re.findall(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", as_of)
    if not dates:
        return True
    year, month, day = dates[-1]
    return (today - date(int(year), int(month or 12), int(day or 28))).days > after_days
