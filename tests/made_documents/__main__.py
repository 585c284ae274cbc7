"""``python -m tests.made_documents FOLDER`` writes the documents into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console

from tests.made_documents.building import build

for written in build(Path(sys.argv[1])):
    Console().print(written)
