"""Reading parsed YAML into structs, collecting what is wrong instead of stopping at the first."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from app.domain.category import Categories, CategoryScope
from app.domain.example import Example, Origins
from app.lexicon import schema
from app.lexicon.nodes import LexiconError, Table, line_of

T = TypeVar("T")


class Reader:
    """Reads nodes into structs and keeps what was wrong."""

    def __init__(self) -> None:
        self.errors: list[LexiconError] = []

    def convert(self, node: object, kind: type[T], file: str, key: str = "") -> T | None:
        """Return ``node`` as ``kind``, or None after noting what is wrong with it."""
        try:
            return msgspec.convert(node, kind, strict=False)
        except msgspec.ValidationError as problem:
            message, _, path = str(problem).partition(" - at `")
            path = path.rstrip("`")
            at = ".".join(part for part in (key, path.removeprefix("$").lstrip(".")) if part)
            unknown = re.search(r"unknown field `(\w+)`", message)
            where = f"{path}.{unknown[1]}" if unknown else path
            self.note(message[0].lower() + message[1:], file, line_of(node, where), at)
            return None

    def note(self, message: str, file: str, line: int, key: str = "") -> None:
        """Remember an error and go on."""
        self.errors.append(LexiconError(message, file=file, line=line, key=key))

    def each(self, table: object, kind: type[T], file: str) -> Iterator[tuple[str, T, Origins]]:
        """Yield every well-formed row of a mapping with its key and place."""
        if not isinstance(table, Table):
            self.note("expected a mapping of names to entries", file, getattr(table, "line", 1))
            return
        for name, node in table.items():
            row = self.convert(node, kind, file, name)
            if row is not None:
                yield name, row, Origins(file, table.lines[name])


def check_scope(reader: Reader, scope: Mapping[Any, list[str]], at: Origins, name: str, categories: Categories) -> None:
    """Note categories that do not exist, and a scope that says both ``only`` and ``not``."""
    if len(scope) > 1:
        reader.note("say `only` or `not`, not both", at.file, at.line, f"{name}.categories")
    for path in [path for paths in scope.values() for path in paths]:
        if path not in categories.labels:
            reader.note(f"there is no category {path}", at.file, at.line, f"{name}.categories")


def scope_from(row: Mapping[Any, list[str]]) -> CategoryScope:
    """Return the scope of a ``categories`` key."""
    return CategoryScope(tuple(row.get("only", ())), tuple(row.get("not", ())))


def examples_from(reader: Reader, rows: list[Any], at: Origins, name: str) -> Iterator[Example]:
    """Yield the examples of an entry; a bare text is one too."""
    for row in rows:
        read = (
            schema.ExampleRow(text=row)
            if isinstance(row, str)
            else reader.convert(row, schema.ExampleRow, at.file, name)
        )
        if read is None:
            continue
        if not read.text and not read.label:
            reader.note("an example is empty", at.file, at.line, name)
            continue
        yield Example(
            read.text or read.label, read.category, read.locale, bool(read.label), read.score, read.place, read.field
        )
