"""The paragraph that a command is to check: from a file, or piped in."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.errors import BadQuestion

_PIPED = Path("-")


def read_paragraph(file: Path) -> str:
    """The text of ``file``, or of standard input where it is ``-``.

    Raises:
        BadQuestion: there is no such file, or it is no text.
    """
    try:
        return sys.stdin.read() if file == _PIPED else file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadQuestion(
            f"{file} is no plain text.", hint="Save the paragraph as text (UTF-8), or pipe it in."
        ) from None
    except OSError as error:
        raise BadQuestion(
            f"{file} cannot be read: {error.strerror}.",
            hint='Give a text file, or pipe the text: echo "..." | wegwijs check -',
        ) from None
