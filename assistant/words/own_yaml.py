"""YAML files of the engine itself: lists that are written with it, not by who runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# The safe loader in C, where it is there, takes a tenth of the time of the one in Python.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(file: Path) -> Any:
    """What a file says.

    Raises:
        OSError: it cannot be read.
        yaml.YAMLError: it is not YAML.
    """
    loader = _Loader(file.read_text("utf-8"))
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()
