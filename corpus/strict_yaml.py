"""YAML as people edit it: duplicate keys and unknown keys refused, dates kept as text."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from corpus.errors import CatalogueError

Model = TypeVar("Model", bound=BaseModel)

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader, minus the guesses that hurt: no dates, no silent second value for a key."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            key = str(key_node.value)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands here twice", key_node.start_mark
                )
            seen.add(key)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping


# A country code such as "no" and a date such as 2024-01 are text here, whatever YAML 1.1 thinks.
_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}


def load(text: str, *, where: str, first_line: int = 1) -> Any:
    """What the YAML in ``text`` says; booleans and dates come out as text, numbers as numbers.

    Args:
        text: the YAML.
        where: the file, for messages.
        first_line: the line of the file (from 1) on which ``text`` starts.

    Raises:
        CatalogueError: the text is not YAML, has aliases, or a mapping has a key twice.
    """
    try:
        if "&" in text and "*" in text:
            # Aliases within aliases unfold to gigabytes, and no file of ours needs one.
            for event in yaml.parse(text, Loader=_Base):
                if isinstance(event, yaml.AliasEvent):
                    raise CatalogueError("aliases (&, *) are not taken.", where=where)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + first_line}" if mark else ""
        raise CatalogueError(
            f"this is not valid YAML: {error.problem or error.context}.", where=f"{where}{line}"
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CatalogueError(f"this is not valid YAML: {error}.", where=where) from None


def validated(model: type[Model], values: object, where: str) -> Model:
    """``values`` as ``model``; a mistake becomes one message that names the place and the key.

    Raises:
        CatalogueError: an unknown or missing key, or a wrong value.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "the whole"
        if first["type"] == "extra_forbidden":
            known = ", ".join(model.model_fields)
            raise CatalogueError(
                f"the key {key!r} is not known.", where=where, hint=f"Known are: {known}."
            ) from None
        raise CatalogueError(f"{key}: {first['msg']}.", where=where) from None
