"""``python -m assistant "question"``: ask the index in the data folder, answer on the terminal."""

from __future__ import annotations

import json
import sys

from assistant.answer import Question
from assistant.assembly import assemble
from assistant.errors import AssistantError
from assistant.serialising import answer_as_json
from assistant.settings import WegwijsSettings
from indexing.errors import IndexingError


def main(arguments: list[str]) -> int:
    """Ask one question; ``--explain`` adds the trace, ``--json`` gives the answer as JSON."""
    options = {argument for argument in arguments if argument.startswith("--")}
    text = " ".join(argument for argument in arguments if argument not in options)
    try:
        answer = assemble(WegwijsSettings()).ask(Question(text))
    except (AssistantError, IndexingError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if "--json" in options:
        trace = "--explain" in options
        sys.stdout.write(json.dumps(answer_as_json(answer, trace=trace), ensure_ascii=False) + "\n")
        return 0
    sys.stdout.write(f"{answer.text}\n\n")
    for citation in answer.citations:
        place = f"p. {citation.page_label or citation.page}"
        sys.stdout.write(f"[{citation.n}] {citation.title}, {place}: “{citation.quote}”\n")
    for notice in answer.notices:
        sys.stdout.write(f"! {notice.text}\n")
    for referral in answer.referrals:
        sys.stdout.write(f"→ {referral.name}: {referral.reason} {referral.url or ''}\n")
    if "--explain" in options:
        sys.stdout.write(json.dumps(answer.trace, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
