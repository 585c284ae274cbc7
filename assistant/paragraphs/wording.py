"""The words of a checked paragraph, from ``wording.yaml``, in Dutch or English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.paragraphs.deciding import Decided
from assistant.paragraphs.references import Reference
from assistant.paragraphs.verdicts import Finding, ReferenceOutcome, SentenceVerdict
from assistant.words import own_yaml

_FILE = Path(__file__).parent / "wording.yaml"
LANGUAGES = ("nl", "en")
# The order in which a summary counts, worst first; what is carried opens it.
_COUNTED = (
    SentenceVerdict.CONTRADICTED,
    SentenceVerdict.OUTDATED,
    SentenceVerdict.PARTLY,
    SentenceVerdict.NOT_IN_CORPUS,
)


class ParagraphWording:
    """The sentences in one language, ``nl`` or ``en``."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._groups = _groups()

    def _say(self, group: str, name: str, **values: object) -> str:
        return self._groups[group][name][self.lang].format(**values)

    def verdict(self, verdict: SentenceVerdict) -> str:
        """The name of a verdict."""
        return self._say("verdicts", verdict.value)

    def frame(self, name: str, **values: object) -> str:
        """A connecting phrase."""
        return self._say("frames", name, **values)

    def note(self, name: str, **values: object) -> str:
        """Something to look out for."""
        return self._say("notes", name, **values)

    def reason(self, decided: Decided) -> str:
        """Why a sentence has its verdict."""
        values = dict(decided.values)
        if "why" in values:
            values["why"] = self._firmer(values["why"])
        return self._say("reasons", decided.reason, **values)

    def no_claim(self, role: str) -> str:
        """Why there is nothing to check."""
        return self._say("reasons", role)

    def _firmer(self, detail: str) -> str:
        group = self._groups["firmer"]
        key = next((key for key in group if key and key in detail), "")
        return self._say("firmer", key, detail=detail.removesuffix(" left out"))

    def reference(
        self, outcome: ReferenceOutcome, reference: Reference, values: Mapping[str, str]
    ) -> str:
        """What became of a reference."""
        page = f"p. {reference.page}" if reference.page is not None else ""
        return self._say("references", outcome.value, page=page, **values)

    def finding(self, kind: str, text: str, other: str = "") -> Finding:
        """Something about the list of sources."""
        return Finding(kind, text, self._say("findings", kind, other=other))

    def summary(self, verdicts: Sequence[SentenceVerdict]) -> str:
        """How many sentences are carried, and how many are not and why, in one line."""
        claims: Counter[SentenceVerdict] = Counter(
            one for one in verdicts if one is not SentenceVerdict.NOT_CHECKABLE
        )
        if not claims:
            return self.frame("summary-none")
        total = claims.total()
        carried = claims[SentenceVerdict.SUPPORTED]
        name = "summary-one" if carried == 1 else "summary"
        if total == 1:
            name = "summary-only" if carried else "summary-not"
        told = [self.frame(name, total=total, supported=carried)]
        for verdict in _COUNTED:
            if count := claims[verdict]:
                told.append(f"{count} {self._say('counted', verdict.value)}")
        return f"{', '.join(told)}."


@cache
def load_wording(lang: str) -> ParagraphWording:
    """The wording in a language."""
    return ParagraphWording(lang)


@cache
def _groups() -> dict[str, dict[str, dict[str, str]]]:
    content: dict[str, Any] = own_yaml.load(_FILE)
    for group, entries in content.items():
        for name, said in entries.items():
            if set(said) != set(LANGUAGES):
                raise ValueError(f"{_FILE.name}: {group}.{name} needs exactly {LANGUAGES}")
    return content
