"""OpenAPI from the msgspec structs that the routes speak: one shape, checked on the way in, shown in the document."""

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi

from app.api.problems import MEDIA_TYPE, Problem

_TEMPLATE = "#/components/schemas/{name}"
_KINDS: dict[str, Any] = {"Problem": Problem}

_PROBLEMS = {
    400: "The body is not JSON that we take.",
    404: "There is no such thing.",
    410: "It was erased; its proof still stands.",
    413: "The body is too large.",
    422: "The request cannot be judged; `code`, `detail` and `pointer` say why and where.",
    503: "Busy or without its store; nothing was stored. Try again after Retry-After seconds.",
}


def json_response(value: Any, status: int = 200) -> Response:  # noqa: ANN401 - any struct or list of structs
    """Return ``value`` as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def body(kind: Any, example: object) -> dict[str, Any]:  # noqa: ANN401 - a type
    """Return the ``openapi_extra`` of a route that takes ``kind`` as its JSON body."""
    return {"requestBody": {"required": True, "content": {"application/json": _content(kind, example)}}}


def answers(kind: Any, *problems: int, status: int = 200, example: object = None) -> dict[int | str, dict[str, Any]]:  # noqa: ANN401
    """Return the ``responses`` of a route: ``kind`` when all is well, problems otherwise."""
    good = {"description": "As asked.", "content": {"application/json": _content(kind, example)}}
    bad: dict[int | str, dict[str, Any]] = {
        code: {"description": _PROBLEMS[code], "content": {MEDIA_TYPE: {"schema": _reference(Problem)}}}
        for code in problems
    }
    return {status: good, **bad}


def document(app: FastAPI) -> Mapping[str, Any]:
    """Return the OpenAPI document with every schema that the routes refer to."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        _, components = msgspec.json.schema_components(_KINDS.values(), ref_template=_TEMPLATE)
        schema.setdefault("components", {}).setdefault("schemas", {}).update(components)
        app.openapi_schema = schema
    return app.openapi_schema


def _content(kind: Any, example: object) -> dict[str, Any]:  # noqa: ANN401
    content: dict[str, Any] = {"schema": _reference(kind)}
    if example is not None:
        content["example"] = example
    return content


def _reference(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    (schema,), _ = msgspec.json.schema_components((kind,), ref_template=_TEMPLATE)
    _KINDS[str(kind)] = kind
    return schema
