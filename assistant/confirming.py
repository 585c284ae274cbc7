"""Answers to who states something and asks whether it is so: the verdict and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Claim, Notice, NoticeKind, Question
from assistant.answerability import Decision, judge
from assistant.answering_settings import AnsweringSettings
from assistant.claimed_figures import figure_asked
from assistant.composing import Composer
from assistant.extracting.evidence import Weighed
from assistant.extracting.quoting import window
from assistant.finding import Finder, Found
from assistant.stated_claims import Checked, StatedClaims, Verdict
from assistant.understanding import Understanding, understand
from assistant.understanding.injection import dictated
from assistant.understanding.of_the_asker import without_asker
from assistant.understanding.question import to_the_point
from assistant.understanding.stated import stated
from assistant.wording import Wording
from assistant.work import Work
from corpus.document import Document
from corpus.vocabulary import Vocabulary

_QUOTE_WORDS = 45  # the sentence itself, and what it cannot be read without
_PLAIN = (Verdict.CONFIRMED, Verdict.OTHER_FIGURE)  # what answers a plain yes or no
_WHETHER = {"nl": "Klopt het dat {claim}?", "en": "Is it true that {claim}?"}
# What is asked of a scheme, not whether a source says so.
_STANDING = frozenset({"in-force", "apply-still"})


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What came of a stated claim: the verdict and the evidence that was looked at."""

    checked: Checked
    found: Found

    @property
    def settled(self) -> bool:
        """Whether a sentence settles it."""
        return self.checked.item is not None

    @property
    def unsupported(self) -> bool:
        """Whether nothing bears on it."""
        return self.checked.verdict is Verdict.UNSUPPORTED


class Confirmer:
    """Confirms or corrects what questions state. Safe for several threads."""

    def __init__(
        self,
        claims: StatedClaims,
        finder: Callable[[], Finder],
        document_of: Callable[[str], Document],
        wording: Wording,
        vocabulary: Vocabulary,
        settings: AnsweringSettings,
    ) -> None:
        self._claims = claims
        self._finder = finder
        self._document_of = document_of
        self._wording = wording
        self._vocabulary = vocabulary
        self._settings = settings

    def confirm(self, work: Work) -> Confirmation | None:
        """What came of the claim that a question states; None when it states none."""
        return self._confirm(to_the_point(work.understood), work)

    def dictated(self, work: Work) -> Confirmation | None:
        """What came of a statement that somebody orders to be repeated, where a source says just
        that or another figure; None where no source settles it so."""
        claim, lang = dictated(work.understood.orders), work.understood.lang
        if not claim:
            return None
        asked = Question(_WHETHER["nl" if lang == "nl" else "en"].format(claim=claim), lang=lang)
        confirmation = self._confirm(understand(asked, self._vocabulary), work)
        plain = confirmation is not None and confirmation.checked.verdict in _PLAIN
        return confirmation if plain else None

    def _confirm(self, understood: Understanding, work: Work) -> Confirmation | None:
        said = stated(without_asker(understood.text))
        if said is None or understood.follow_up.dependent or understood.pointers:
            return None
        if said.open and figure_asked(said.claim, understood.question_lang) is None:
            return None
        finder = self._finder()
        if _STANDING & set(finder.guide.scope(understood).requests):
            return None
        read = replace(
            understand(Question(said.claim, lang=understood.lang), self._vocabulary),
            question_lang=understood.question_lang,
        )
        within = finder.named(said.source) if said.source else frozenset[str]()
        found = finder.find(read, within=within)
        checked = self._checked(said.claim, read, found, within)
        if said.open and checked.verdict not in _PLAIN:
            return None
        work.trace["stated"] = {"claim": said.claim, "verdict": checked.verdict.value}
        work.note_findings([found])
        return Confirmation(checked, found)

    def _checked(
        self, claim: str, read: Understanding, found: Found, within: frozenset[str]
    ) -> Checked:
        lang = read.question_lang
        asked = figure_asked(claim, lang)
        finder = self._finder()
        # That something is not known speaks neither for the claim nor against it.
        found = replace(found, weighed=finder.guide.knowing.told(found.weighed))
        if asked is None:
            checked = self._claims.check_words(claim, lang, found, self._decision(found))
            return self._of_the_named(checked, found)
        question = understand(Question(asked.text, lang=read.lang), self._vocabulary)
        question = replace(question, kind=asked.kind, question_lang=lang)
        answer = finder.find(question, within=within)
        decision = self._decision(answer)
        checked = self._claims.check_figure(claim, lang, found, asked, answer, decision)
        return self._of_the_named(checked, found)

    def _of_the_named(self, checked: Checked, found: Found) -> Checked:
        """The verdict, unless it rests on another fiche than the claim names."""
        knowing = self._finder().guide.knowing
        if checked.item is None or not knowing.of_another(checked.item, found.scope):
            return checked
        return Checked(Verdict.UNSUPPORTED)

    def _decision(self, found: Found) -> Decision:
        """Whether what was found answers, by the words and by what the fiches know."""
        decision = judge(found.asked, found.weighed, self._settings)
        knowing = self._finder().guide.knowing
        return knowing.settled(found.asked, found.weighed, found.scope, decision)

    def claims(self, confirmation: Confirmation, work: Work) -> tuple[Claim, ...]:
        """The claims of the answer to a claim that is settled."""
        checked = confirmation.checked
        assert checked.item is not None
        placed = work.understood.placed
        quoted = self._quote(checked.item, confirmation, work, placed=placed)
        return (*self._verdict(checked, work), *quoted)

    def nearest(self, confirmation: Confirmation, work: Work) -> tuple[Claim, ...]:
        """What comes nearest to a claim that nothing settles, said to be no more than that."""
        found = confirmation.found
        item = self._claims.nearest(found)
        if item is None or self._finder().guide.knowing.of_another(item, found.scope):
            return ()
        lead = Claim(self._wording.frame("claim-nearest", work.understood.lang), frame=True)
        return (lead, *self._quote(item, confirmation, work))

    def _quote(
        self, item: Weighed, confirmation: Confirmation, work: Work, *, placed: bool = False
    ) -> tuple[Claim, ...]:
        found = confirmation.found
        beside = [one for one in found.weighed if one.unit.passage.id == item.unit.passage.id]
        extract = window(item, tuple(beside), _QUOTE_WORDS)
        work.note_kept((extract,))
        composer = Composer(
            work.understood.lang,
            work.citations,
            self._document_of,
            self._wording,
            self._vocabulary,
            self._settings,
        )
        composed = composer.compose(found.asked, None, (extract,), placed=placed)
        return (*composed.claims, *composer.closing())

    def _verdict(self, checked: Checked, work: Work) -> tuple[Claim, ...]:
        lang = work.understood.lang
        if checked.verdict is Verdict.QUOTED:
            return ()
        if checked.verdict is Verdict.OTHER_FIGURE and checked.found:
            told = {"claimed": checked.claimed, "found": checked.found}
            notice = self._wording.notice(NoticeKind.FALSE_PREMISE, lang, **told)
            work.notices.append(Notice(NoticeKind.FALSE_PREMISE, notice))
            return (Claim(self._wording.frame("false-figure", lang, **told), frame=True),)
        name = checked.verdict.value
        claimed = _as_written(checked.claimed, work.understood.text)
        text = self._wording.frame(f"claim-{name}", lang, claimed=claimed)
        return (Claim(text, frame=True),)


def _as_written(word: str, text: str) -> str:
    """A word as it stands in a text, with its capitals."""
    place = text.lower().find(word.lower())
    return text[place : place + len(word)] if place >= 0 else word
