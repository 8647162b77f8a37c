"""JSON as RFC 8259 means it: no NaN, no duplicate keys, no lone surrogates; what nests too deep is refused."""

import json
from typing import Any


class JsonError(ValueError):
    """The text is not JSON that we take; ``where`` says at which key or position."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message)
        self.message, self.where = message, where


def parse_json(body: bytes | str) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return the value of ``body``.

    Raises:
        JsonError: not UTF-8, not JSON, or one of the things this module refuses.
    """
    try:
        text = body.decode("utf-8") if isinstance(body, bytes) else body
    except UnicodeDecodeError as problem:
        raise JsonError(f"the body is not UTF-8 (byte {problem.start})") from problem
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as problem:
        raise JsonError(f"not JSON: {problem.msg}", f"line {problem.lineno}, column {problem.colno}") from problem
    except JsonError:
        raise
    except RecursionError as problem:
        raise JsonError("nested too deep") from problem
    except ValueError as problem:
        raise JsonError("a number has too many digits") from problem
    if "\\ud" in text or "\\uD" in text:
        _refuse_surrogates(value, "$")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise JsonError("the key stands twice", double)
    return table


def _constant(name: str) -> None:
    raise JsonError(f"{name} is not a JSON number")


def _refuse_surrogates(value: object, where: str) -> None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as problem:
            raise JsonError("a lone surrogate is not a character", where) from problem
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_surrogates(key, where)
            _refuse_surrogates(item, f"{where}.{key}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            _refuse_surrogates(item, f"{where}[{at}]")
