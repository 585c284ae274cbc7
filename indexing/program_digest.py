"""What the content of an index depends on beside documents and settings: the code that reads,
splits and analyses, its word lists, and the libraries that read files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The folder of ``corpus`` and ``indexing``."""

MAKES_AN_INDEX = (
    "corpus/annotation.py",
    "corpus/document.py",
    "corpus/fiche.py",
    "corpus/language.py",
    "corpus/layout/*.py",
    "corpus/proposing.py",
    "corpus/reading/*.py",
    "corpus/settings.py",
    "corpus/strict_yaml.py",
    "indexing/analysis.py",
    "indexing/building.py",
    "indexing/compounds.py",
    "indexing/embedding.py",
    "indexing/passage.py",
    "indexing/query.py",
    "indexing/references.py",
    "indexing/reranking.py",
    "indexing/splitting.py",
    "indexing/stop_words/*.txt",
    "indexing/tokenising.py",
)
"""Files that decide what an index holds, as patterns below :data:`ROOT`; what they import is among
them. The lexicon is not: it is asked when a question is read, never while indexing."""

_LIBRARIES = (
    "charset-normalizer",
    "lxml",
    "markdown-it-py",
    "odfpy",
    "pypdf",
    "pypdfium2",
    "PyStemmer",
    "python-docx",
    "python-pptx",
    "trafilatura",
)


def files_digest(root: Path) -> str:
    """A digest of the files below ``root`` that decide what an index holds, with their names."""
    whole = hashlib.sha256()
    for file in sorted({file for pattern in MAKES_AN_INDEX for file in root.glob(pattern)}):
        content = file.read_bytes()
        whole.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


@cache
def program_digest() -> str:
    """A digest of the program as it makes indexes: other code, other words or another library may
    make another index of the same documents."""
    libraries = " ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    whole = f"{files_digest(ROOT)} {libraries}"
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
