"""How it works, and the API's own page: drawn here, because nothing is fetched from elsewhere."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from web.pages.rendered import page_response

router = APIRouter(include_in_schema=False)


@router.get("/about")
def about(request: Request) -> Response:
    """How it works."""
    return page_response(request, "about.html", {})


@router.get("/docs")
def docs(request: Request) -> Response:
    """Every operation of the API, from its OpenAPI description."""
    description = request.app.openapi()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            tag = (operation.get("tags") or ["other"])[0]
            groups.setdefault(tag, []).append(_operation(description, path, method, operation))
    context = {"groups": list(groups.items()), "base": str(request.base_url)}
    return page_response(request, "docs.html", context)


def _operation(
    description: dict[str, Any], path: str, method: str, operation: dict[str, Any]
) -> dict[str, Any]:
    return {
        "id": operation["operationId"],
        "path": path,
        "method": method,
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [
            {
                "name": parameter["name"],
                "place": parameter["in"],
                "type": _type(description, parameter.get("schema", {})),
                "required": parameter.get("required", False),
                "description": parameter.get("description", ""),
            }
            for parameter in operation.get("parameters", [])
        ],
        "body": _body(description, operation),
        "responses": [
            (code, answer.get("description", "")) for code, answer in operation["responses"].items()
        ],
    }


def _body(description: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    contents = operation.get("requestBody", {}).get("content", {})
    first: dict[str, Any] = next(iter(contents.values()), {})
    schema = _resolved(description, first.get("schema", {}))
    required = schema.get("required", [])
    return [
        {
            "name": name,
            "type": _type(description, field),
            "required": name in required,
            "description": field.get("description", ""),
        }
        for name, field in schema.get("properties", {}).items()
    ]


def _resolved(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    if not reference:
        return schema
    found: dict[str, Any] = description["components"]["schemas"][reference.rsplit("/", 1)[-1]]
    return found


def _type(description: dict[str, Any], schema: dict[str, Any]) -> str:
    schema = _resolved(description, schema)
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return " / ".join(_type(description, option) for option in options)
    if "const" in schema:
        return repr(schema["const"])
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"[{_type(description, schema.get('items', {}))}]"
    return str(schema.get("title") if schema.get("type") == "object" else schema.get("type", "any"))
