"""Reading the settings, with what is wrong in them told in sentences: where, what, what instead."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_settings import SettingsError

from assistant.errors import BadSettings
from assistant.settings import FILE_NAME, WegwijsSettings

_SECRET = ("admin_token", "openai_key")


def read_settings(given: Mapping[str, Any], *, absent_folders: bool = False) -> WegwijsSettings:
    """The settings: what is ``given`` over the environment over ``wegwijs.toml``.

    Args:
        absent_folders: let folders of documents through that do not exist, for who tells of them.

    Raises:
        BadSettings: one of them is unknown or not possible, the file cannot be read, or a folder
            of documents does not exist.
    """
    settings = _valid(given)
    # An index without them would answer that their documents say nothing.
    absent = [] if absent_folders else [one for one in settings.corpus if not one.exists()]
    if absent:
        raise BadSettings(
            f"{_where(['corpus'], given)}: {absent[0]} does not exist.",
            hint="Give the folder with your documents, or leave this out.",
        )
    return settings


def _valid(given: Mapping[str, Any]) -> WegwijsSettings:
    try:
        return WegwijsSettings(**given)
    except ValidationError as error:
        told = [_told(found, given) for found in error.errors(include_url=False)]
        raise BadSettings("\n".join(told)) from None
    except SettingsError as error:
        raise BadSettings(
            f"The environment: {error}.", hint="Give a group of settings as JSON."
        ) from None
    except OSError as error:
        raise BadSettings(
            f"{_file()} cannot be read ({error.strerror or error}).", hint="Check its rights."
        ) from None
    except ValueError as error:  # TOML's error and that of text that is no UTF-8
        raise BadSettings(
            f"{_file()} is not valid TOML ({error}).",
            hint="Mend it there, or take the file away: every setting has a default.",
        ) from None


def _told(found: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    """One wrong setting in a sentence or two."""
    path = [str(part) for part in found["loc"]]
    name = ".".join(part for part in path if not part.isdigit())
    where = _where(path, given)
    if found["type"] == "extra_forbidden":
        known = _known(path[:-1])
        near = difflib.get_close_matches(path[-1], known, 1)
        meant = ".".join([*path[:-1], *near])
        advice = f"Did you mean '{meant}'?" if near else f"There are: {', '.join(known)}."
        return f"{where}: there is no setting '{name}'. {advice}"
    value = "" if path[0] in _SECRET else f" {found['input']!r}"
    wanted = str(found["msg"]).removeprefix("Input should be ")
    return f"{where}: {name} cannot be{value}. It must be {wanted}."


def _known(groups: list[str]) -> list[str]:
    """The names of the settings in a group of a group …, of all for no group."""
    model: type[BaseModel] = WegwijsSettings
    for name in groups:
        inner = model.model_fields[name].annotation
        assert isinstance(inner, type)
        assert issubclass(inner, BaseModel)
        model = inner
    return list(model.model_fields)


def _where(path: list[str], given: Mapping[str, Any]) -> str:
    """Who said it: the command line, a variable of the environment, or the file."""
    if path[0] in given:
        return f"--{path[0].replace('_', '-')}"
    wanted = "__".join(["WEGWIJS_" + path[0], *path[1:]]).upper()
    for variable in os.environ:
        if wanted == variable.upper() or wanted.startswith(f"{variable.upper()}__"):
            return variable
    return str(_file())


def _file() -> Path:
    return Path(FILE_NAME).absolute()
