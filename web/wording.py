"""What people read on screen, in Dutch and English: loaded from data, never written in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one language. Keys are dotted paths into the data."""

    lang: str
    entries: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of ``key`` with ``values`` filled in.

        Raises:
            KeyError: there is no such text; a template asks for one that was never written.
        """
        text = self.entries[key]
        if not isinstance(text, str):
            raise KeyError(f"{key} is not a single text")
        return text.format(**values) if values else text

    def items(self, key: str) -> Any:
        """The list or mapping under ``key``."""
        return self.entries[key]

    def get(self, key: str, fallback: str) -> str:
        """The text of ``key``, or ``fallback`` where the data has none."""
        text = self.entries.get(key, fallback)
        return text if isinstance(text, str) else fallback


@cache
def wording(lang: str) -> Wording:
    """The texts of ``lang``, one of :data:`LANGUAGES`."""
    data = yaml.safe_load((FOLDER / f"wording-{lang}.yaml").read_text(encoding="utf-8"))
    return Wording(lang=lang, entries=dict(_flattened(data, "")))


def _flattened(node: Any, path: str) -> list[tuple[str, Any]]:
    """Dotted paths to every text, and to every list and mapping, so that both can be asked for."""
    found: list[tuple[str, Any]] = [(path, node)] if path else []
    if isinstance(node, dict):
        for key, child in node.items():
            found += _flattened(child, f"{path}.{key}" if path else str(key))
    return found


def chosen_language(query: str | None, cookie: str | None, accept: str | None) -> str:
    """The interface language: what the address asks, else the cookie, else the browser's wish.

    ``accept`` is an ``Accept-Language`` header (RFC 9110, section 12.5.4); unknown languages are
    passed over, and where nothing is known Dutch is spoken.
    """
    for wish in (query, cookie):
        if wish in LANGUAGES:
            return str(wish)
    ranked: list[tuple[float, int, str]] = []
    for position, part in enumerate((accept or "").split(",")):
        name, _, parameters = part.strip().partition(";")
        base = name.split("-")[0].lower()
        if base in LANGUAGES:
            ranked.append((-_quality(parameters), position, base))
    wanted = [lang for quality, _, lang in sorted(ranked) if quality < 0]
    return wanted[0] if wanted else DEFAULT_LANGUAGE


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
