"""The fixed sentences that users read: one per status, frame and notice, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answer import AnswerStatus, NoticeKind
from assistant.words import own_yaml

_FILE = Path(__file__).parent / "wording.yaml"
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of ``wording.yaml``. ``lang`` is ``nl`` or ``en`` everywhere."""

    statuses: dict[str, dict[str, str]]
    frames: dict[str, dict[str, str]]
    notices: dict[str, dict[str, str]]
    languages: dict[str, dict[str, str]]

    def status(self, status: AnswerStatus, lang: str) -> str:
        """The one sentence for a status that is no answer."""
        return self.statuses[status.value][lang]

    def frame(self, name: str, lang: str, **values: object) -> str:
        """A connecting sentence of the assistant's own."""
        return self.frames[name][lang].format(**values)

    def heading(self, parts: Sequence[str], lang: str) -> str:
        """What names one part of a question, or several that are answered together."""
        return self.frame("part", lang, part=self.frames["and-part"][lang].join(parts))

    def notice(self, kind: NoticeKind, lang: str, **values: object) -> str:
        """A warning beside an answer."""
        return self.notices[kind.value][lang].format(**values)

    def language(self, code: str, lang: str) -> str:
        """The name of the language ``code`` (ISO 639-1), or the code when it has none here."""
        return self.languages.get(code, {}).get(lang, code)


@cache
def load_wording(file: Path = _FILE) -> Wording:
    """The wording in ``file``, read once.

    Raises:
        ValueError: a sentence lacks one of the languages.
    """
    content: dict[str, Any] = own_yaml.load(file)
    for group, entries in content.items():
        for name, sentences in entries.items():
            if set(sentences) != set(LANGUAGES):
                raise ValueError(f"{file.name}: {group}.{name} needs exactly {LANGUAGES}")
    return Wording(**content)
