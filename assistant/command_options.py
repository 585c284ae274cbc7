"""Commands that are advised, with the options that make them work on the same data."""

from __future__ import annotations

import re
import shlex

from assistant.settings import WegwijsSettings

_COMMAND = re.compile(r"\bwegwijs (index|corpus [a-z]+)(?: --[a-z]+)*")


def over_same_data(advice: str, settings: WegwijsSettings) -> str:
    """``advice`` with every command in it told whole: ``wegwijs index`` with the data folder, the
    folders of documents and the fiches left out; ``wegwijs corpus …`` with the data folder.

    Without them an index would be made elsewhere, or of other documents. What is as usual is not
    named, and neither is what the advice names already.
    """
    usual = WegwijsSettings.model_fields
    data = [] if settings.data == usual["data"].default else ["--data", str(settings.data)]
    documents = [word for folder in settings.corpus for word in ("--corpus", str(folder))]
    if not settings.with_fiches:
        documents.append("--without-fiches")

    def whole(found: re.Match[str]) -> str:
        if "--data" in found[0]:
            return found[0]
        options = data + documents if found[1] == "index" else data
        return " ".join([found[0], *map(shlex.quote, options)])

    return _COMMAND.sub(whole, advice)
