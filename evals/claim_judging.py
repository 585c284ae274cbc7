"""How well the judge of claims tells carried claims from changed ones.

The claims are data (``evals/claims``): statements of the shipped fiches, each with rewordings and
translations that it carries and with changed ones that it does not.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.support.judging import Evidence, SupportJudge
from corpus.vocabulary import Language, Vocabulary
from evals.statistics import wilson

FOLDER = Path(__file__).parent / "claims"
EXACT_KINDS = ("digit", "date", "name")
"""Changes that must never pass."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """One claim and what the judge made of it. ``kind`` is what was changed, empty for a claim
    that its quote carries."""

    text: str
    lang: Language
    kind: str
    quote: str
    quote_lang: str
    passed: bool
    failures: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the judge was right."""
        return self.passed is not bool(self.kind)


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of ``n`` with the 95 % Wilson interval of its share."""

    count: int
    n: int
    low: float
    high: float

    def __str__(self) -> str:
        share = self.count / self.n
        return f"{self.count} of {self.n} ({share:.1%}, {self.low:.1%} to {self.high:.1%})"


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """All judged claims, and the shares that matter."""

    claims: tuple[JudgedClaim, ...]

    @property
    def passed_changed(self) -> Share:
        """Changed claims that passed."""
        changed = [claim for claim in self.claims if claim.kind]
        return share(sum(claim.passed for claim in changed), len(changed))

    @property
    def dropped_carried(self) -> Share:
        """Carried claims that were dropped."""
        carried = [claim for claim in self.claims if not claim.kind]
        return share(sum(not claim.passed for claim in carried), len(carried))

    @property
    def passed_by_kind(self) -> dict[str, Share]:
        """Changed claims that passed, by what was changed."""
        total = Counter(claim.kind for claim in self.claims if claim.kind)
        passed = Counter(claim.kind for claim in self.claims if claim.kind and claim.passed)
        return {kind: share(passed[kind], n) for kind, n in sorted(total.items())}

    def dropped_by_languages(self) -> dict[str, Share]:
        """Carried claims that were dropped, by "quote > claim" languages."""
        found = {}
        for pair in sorted({(c.quote_lang, c.lang) for c in self.claims}):
            own = [c for c in self.claims if not c.kind and (c.quote_lang, c.lang) == pair]
            if own:
                found[" > ".join(pair)] = share(sum(not c.passed for c in own), len(own))
        return found


def share(count: int, n: int) -> Share:
    """A count with its interval."""
    low, high = wilson(count, n)
    return Share(count, n, low, high)


def judge_claims(file: Path, judge: SupportJudge) -> ClaimReport:
    """Judges every claim of a file.

    Raises:
        KeyError: an entry lacks a field.
    """
    groups: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    judged: list[JudgedClaim] = []
    for group in groups:
        quote = str(group["quote"])
        context = " ".join((str(group["title"]), *map(str, group["section"])))
        evidence = [Evidence(quote, quote, str(group["lang"]), context)]
        for name in ("carried", "changed"):
            for claim in group[name]:
                lang: Language = "en" if claim["lang"] == "en" else "nl"
                support = judge.judge(str(claim["text"]), lang, evidence)
                judged.append(
                    JudgedClaim(
                        str(claim["text"]),
                        lang,
                        str(claim.get("kind", "")),
                        quote,
                        str(group["lang"]),
                        support.carried,
                        tuple(f"{item.kind}: {item.detail}" for item in support.failures),
                    )
                )
    return ClaimReport(tuple(judged))


def main(names: list[str]) -> None:
    """Prints the counts of each half; ``--wrong`` also prints the claims judged wrongly."""
    judge = SupportJudge(Vocabulary.load())
    for name in [name for name in names if not name.startswith("-")] or ["development"]:
        report = judge_claims(FOLDER / f"{name}.yaml", judge)
        lines = [
            f"{name}",
            f"  changed claims passed: {report.passed_changed}",
            f"  carried claims dropped: {report.dropped_carried}",
            *(f"  passed, {kind}: {found}" for kind, found in report.passed_by_kind.items()),
            *(
                f"  dropped, {pair}: {found}"
                for pair, found in report.dropped_by_languages().items()
            ),
        ]
        if "--wrong" in names:
            lines.extend(
                f"  {claim.kind or 'carried'} [{claim.quote_lang}>{claim.lang}] {claim.text}"
                f"\n      {'; '.join(claim.failures) or claim.quote}"
                for claim in report.claims
                if not claim.right
            )
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
