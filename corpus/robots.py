"""What a site's robots.txt asks of visitors (RFC 9309): longest match, ``*`` and ``$``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold for one visitor: (allowed, path pattern), and seconds between visits."""

    paths: tuple[tuple[bool, str], ...] = ()
    delay_seconds: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether the visitor may fetch ``url``: the longest pattern wins, allowing wins a tie."""
        parts = urlsplit(url)
        path = _normal(parts.path or "/") + (f"?{_normal(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        matching = [(len(p), allowed) for allowed, p in self.paths if _matches(p, path)]
        return max(matching)[1] if matching else True


def parse(text: str, product: str) -> Rules:
    """The rules of ``text`` for the visitor named ``product``, else those for everybody (``*``)."""
    groups: dict[str, list[tuple[bool, str]]] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for raw in text.removeprefix("\ufeff").splitlines():
        name, colon, value = raw.split("#", 1)[0].partition(":")
        key, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            in_rules = True
            if value:
                for agent in agents:
                    groups[agent].append((key == "allow", _normal(value)))
        elif key == "crawl-delay":
            in_rules = True
            if re.fullmatch(r"\d+(\.\d+)?", value):
                delays.update((agent, float(value)) for agent in agents)
    wanted = product.lower()
    agent = wanted if wanted in groups else "*"
    return Rules(tuple(groups.get(agent, ())), delays.get(agent, 0.0))


def _normal(path: str) -> str:
    """One spelling of percent-encoding, so that patterns and paths compare."""
    return quote(unquote(path), safe="/*$?&=;:@!'()+,~")


def _matches(pattern: str, path: str) -> bool:
    anchored = pattern.endswith("$")
    parts = [re.escape(part) for part in pattern.removesuffix("$").split("*")]
    return re.match(".*".join(parts) + ("$" if anchored else ""), path) is not None
