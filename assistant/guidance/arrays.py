"""Keeps named arrays in one file, the same file for the same arrays."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_DATE = (1980, 1, 1, 0, 0, 0)  # a fixed one: the file says nothing of when it was made


def write_arrays(content: Mapping[str, npt.NDArray[np.generic]], file: Path) -> None:
    """Writes arrays that :func:`numpy.load` reads.

    Raises:
        OSError: the file cannot be written.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in content.items():
            entry = zipfile.ZipInfo(f"{name}.npy", _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as out:
                np.lib.format.write_array(out, array, allow_pickle=False)


@contextmanager
def read_arrays(file: Path, what: str) -> Iterator[Mapping[str, npt.NDArray[Any]]]:
    """The arrays in a file, open while they are read.

    Raises:
        OSError: the file cannot be read.
        ValueError: it lacks an array, or is no such file: it holds no ``what``.
    """
    try:
        with np.load(file, allow_pickle=False) as content:
            yield content
    except (KeyError, zipfile.BadZipFile) as error:
        raise ValueError(f"{file.name} holds no {what}: {error}") from None


def as_bytes(text: str) -> npt.NDArray[np.uint8]:
    """A text as an array of its bytes."""
    return np.frombuffer(text.encode(), np.uint8)


def as_text(array: npt.NDArray[np.uint8]) -> str:
    """The text in an array of bytes."""
    return array.tobytes().decode()
