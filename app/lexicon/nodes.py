"""Parsed YAML that remembers its lines, and the errors that point at them."""

import re
from typing import Any


class Table(dict[str, Any]):
    """A mapping whose keys know their lines, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Rows(list[Any]):
    """A sequence whose items know their lines."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class LexiconError(Exception):
    """Something in lexicons/ is wrong: what, and where."""

    def __init__(self, message: str, *, file: str, line: int, key: str = "") -> None:
        super().__init__(message)
        self.message, self.file, self.line, self.key = message, file, line, key

    def __str__(self) -> str:
        at = f"{self.file}:{self.line}"
        return f"{at}: {self.key}: {self.message}" if self.key else f"{at}: {self.message}"


class LexiconErrors(Exception):  # noqa: N818 - a group of errors, not one
    """Every error found in one reading."""

    def __init__(self, errors: list[LexiconError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = tuple(errors)


def line_of(node: object, path: str) -> int:
    """Return the line of ``path`` ($.key[0].key) below ``node``, or of the nearest thing above it that exists."""
    line = getattr(node, "line", 1)
    for key, index in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path):
        if isinstance(node, Table) and key in node:
            line, node = node.lines[key], node[key]
        elif isinstance(node, Rows) and index and int(index) < len(node):
            line, node = node.lines[int(index)], node[int(index)]
        else:
            break
    return line


Node = str | Table | Rows
