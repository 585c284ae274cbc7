"""How well the judge of claims tells carried claims from changed ones.

The claims are data (``evals/claims``): statements of the shipped fiches, each with rewordings and
translations that it carries and with changed ones that it does not.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.support.judging import SupportJudge
from corpus.vocabulary import Language, Vocabulary
from evals.claim_groups import FOLDER, ClaimGroup, read_groups
from evals.statistics import wilson

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


def judge_claims(groups: Iterable[ClaimGroup], judge: SupportJudge) -> ClaimReport:
    """Judges every claim."""
    judged = []
    for group in groups:
        for claim in group.claims:
            support = judge.judge(claim.text, claim.lang, [group.evidence])
            judged.append(
                JudgedClaim(
                    claim.text,
                    claim.lang,
                    claim.kind,
                    group.evidence.quote,
                    group.evidence.lang,
                    support.carried,
                    tuple(f"{item.kind}: {item.detail}" for item in support.failures),
                )
            )
    return ClaimReport(tuple(judged))


def lines_of(name: str, report: ClaimReport, *, wrong: bool) -> Iterator[str]:
    """The counts of one file, a line each; with ``wrong`` also the claims judged wrongly."""
    yield name
    yield f"  changed claims passed: {report.passed_changed}"
    yield f"  carried claims dropped: {report.dropped_carried}"
    for kind, found in report.passed_by_kind.items():
        yield f"  passed, {kind}: {found}"
    for pair, found in report.dropped_by_languages().items():
        yield f"  dropped, {pair}: {found}"
    for claim in report.claims:
        if wrong and not claim.right:
            yield f"  {claim.kind or 'carried'} [{claim.quote_lang}>{claim.lang}] {claim.text}"
            yield f"      {'; '.join(claim.failures) or claim.quote}"


def main(given: list[str]) -> None:
    """Prints the counts of each file named, and of all together; ``--wrong`` also prints the
    claims judged wrongly."""
    parser = argparse.ArgumentParser(prog="python -m evals.claim_judging", description=__doc__)
    parser.add_argument("names", nargs="*", default=["development"])
    parser.add_argument("--corpus", type=Path, help="folder with the publishers' documents")
    parser.add_argument("--wrong", action="store_true", help="print the claims judged wrongly")
    asked = parser.parse_args(given)
    judge = SupportJudge(Vocabulary.load())
    reports = [
        (name, judge_claims(read_groups(FOLDER / f"{name}.yaml", asked.corpus), judge))
        for name in asked.names
    ]
    if len(reports) > 1:
        everything = tuple(claim for _, report in reports for claim in report.claims)
        reports.append((" + ".join(asked.names), ClaimReport(everything)))
        wrong = [asked.wrong] * (len(reports) - 1) + [False]
    else:
        wrong = [asked.wrong]
    for (name, report), shown in zip(reports, wrong, strict=True):
        sys.stdout.write("\n".join(lines_of(name, report, wrong=shown)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
