from __future__ import annotations

from pathlib import Path

import pytest

from indexing.settings import IndexingSettings
from tests.indexing.factories import Shelf


@pytest.fixture
def settings(tmp_path: Path) -> IndexingSettings:
    """An index without vectors: Chroma takes a second to import."""
    return IndexingSettings(folder=tmp_path / "index", vectors=False)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()
