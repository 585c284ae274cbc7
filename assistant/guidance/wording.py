"""The words of the guide's own (wording.yaml), in both languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assistant.words import own_yaml

_FILE = Path(__file__).parent / "wording.yaml"
_LANGUAGES = {"nl", "en"}


def say(name: str, lang: str, **values: object) -> str:
    """A sentence by its name, in ``nl`` or ``en``. Raises KeyError for an unknown name."""
    return load_wording()[name][lang].format(**values)


@cache
def load_wording(file: Path = _FILE) -> dict[str, dict[str, str]]:
    """The sentences in ``file``.

    Raises:
        ValueError: a sentence lacks one of the languages.
    """
    sentences: dict[str, dict[str, str]] = own_yaml.load(file)
    for name, both in sentences.items():
        if set(both) != _LANGUAGES:
            raise ValueError(f"{file.name}: {name} needs exactly {sorted(_LANGUAGES)}")
    return sentences
