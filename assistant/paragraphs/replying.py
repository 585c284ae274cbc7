"""A checked paragraph as an answer in the chat: the summary, then sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import AnswerStatus, Claim
from assistant.paragraphs.verdicts import CheckedParagraph, CheckedSentence, SentenceVerdict
from assistant.paragraphs.wording import load_wording

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~!&])|(?<=https)(:)|(?<=http)(:)")
_UNTOLD = (SentenceVerdict.NOT_IN_CORPUS, SentenceVerdict.NOT_CHECKABLE)


def status_of(checked: CheckedParagraph) -> AnswerStatus:
    """How the check ended, as for any question."""
    verdicts = {sentence.verdict for sentence in checked.sentences}
    if verdicts - set(_UNTOLD):
        return AnswerStatus.ANSWERED
    if SentenceVerdict.NOT_IN_CORPUS in verdicts:
        return AnswerStatus.NOT_IN_CORPUS
    return AnswerStatus.CLARIFICATION_WANTED


def claims_of(checked: CheckedParagraph) -> tuple[Claim, ...]:
    """The claims of the answer; what only comes near is quoted under the words that say so."""
    claims = [Claim(f"**{checked.summary}**", frame=True)]
    for sentence in checked.sentences:
        claims.extend(_sentence(checked, sentence))
    if checked.audit:
        lines = (f"- {plain(one.text)}: {plain(one.detail)}" for one in checked.audit)
        claims.extend(Claim(line, frame=True) for line in lines)
    return tuple(claims)


def _sentence(checked: CheckedParagraph, sentence: CheckedSentence) -> Iterator[Claim]:
    wording = load_wording(checked.lang)
    verdict = wording.verdict(sentence.verdict)
    lines = [f"**{sentence.number}. {verdict}** — “{plain(sentence.text)}”"]
    if sentence.read_as:
        lines.append(f"*{wording.frame('read-as', text=plain(sentence.read_as))}*")
    lines.append(" ".join(plain(one) for one in (sentence.explanation, *sentence.notes)))
    for reference in sentence.references:
        name = wording.frame("references")
        lines.append(f"{name} “{plain(reference.text)}”: {plain(reference.explanation)}.")
    yield Claim("\n\n".join(lines), frame=True)
    if sentence.citations:
        said = " ".join(citation.quote for citation in checked.cited(sentence))
        yield Claim(f"> {said}", sentence.citations)


def plain(text: str) -> str:
    """Text of others as Markdown that shows it as it is: nothing in it is markup or a link."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
