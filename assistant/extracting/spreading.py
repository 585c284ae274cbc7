"""Where no passage stands out: a short quote of each that says enough, behind what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.extracting.quoting import Extract, window
from corpus.document import BlockKind

Repeated = Callable[[Weighed, list[Extract]], bool]
"""Whether a unit says again what is shown."""

_NO_TEXT = (BlockKind.CAPTION, BlockKind.REFERENCE, BlockKind.HEADING)


def spread(
    shown: Sequence[Extract],
    weighed: Sequence[Weighed],
    siblings: Mapping[str, Sequence[Weighed]],
    repeated: Repeated,
    settings: AnsweringSettings,
) -> tuple[Extract, ...]:
    """What is ``shown``, and behind it the best sentence of each further passage with its
    neighbours, ``quote_words`` of the settings each.

    ``weighed`` is best first, ``siblings`` are the units of each passage by its identity. Another
    document has to come nearer to the best sentence than one that is shown.
    """
    spreading = settings.spreading
    chosen = list(shown)
    words = sum(extract.words for extract in chosen)
    documents = {extract.passage.document for extract in chosen}
    passages = {extract.passage.id for extract in chosen}
    for item in weighed:
        passage = item.unit.passage
        share = spreading.share
        if passage.document not in documents:
            share = settings.other_document_share
        if item.score < share * weighed[0].score or passage.id in passages:
            continue
        if item.fiche or item.unit.kind in _NO_TEXT or repeated(item, chosen):
            continue
        quote = window(item, tuple(siblings[passage.id]), spreading.quote_words)
        if quote.words < spreading.least or words + quote.words > spreading.words:
            continue
        if len(chosen) >= spreading.extracts:
            break
        chosen.append(quote)
        words += quote.words
        passages.add(passage.id)
    return tuple(chosen)
