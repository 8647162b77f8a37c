"""YAML that cannot surprise: strings, lists and mappings only, read in one bounded pass over the parser's events.

Refused with file, line and reason: anchors, aliases, tags, duplicate and non-string keys, more than one document,
nesting past MOST_DEPTH, files past MOST_BYTES, control and bidirectional formatting characters.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from app.lexicon.nodes import LexiconError, Node, Rows, Table

MOST_DEPTH = 20
MOST_BYTES = 4 * 1024 * 1024

# Bidi controls can make an entry read differently from what it says. Source: CVE-2021-42574 (Trojan Source).
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(content: bytes, file: str) -> Table:
    """Return the mapping that ``content`` holds; every scalar is a string.

    Raises:
        LexiconError: the content is not YAML, not a mapping, or holds something refused above.
    """
    text = _decoded(content, file)
    try:
        root = _Reader(file).read(text)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise LexiconError(f"not valid YAML: {problem.problem}", file=file, line=line) from problem
    except yaml.YAMLError as problem:
        raise LexiconError(f"not valid YAML: {problem}", file=file, line=1) from problem
    if not isinstance(root, Table):
        raise LexiconError("the file must be a mapping of keys to values", file=file, line=1)
    return root


def _decoded(content: bytes, file: str) -> str:
    if len(content) > MOST_BYTES:
        raise LexiconError(f"larger than {MOST_BYTES // 1024} KiB; split it", file=file, line=1)
    try:
        text = content.decode()
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise LexiconError("not UTF-8; save the file as UTF-8", file=file, line=line) from problem
    hidden = _HIDDEN.search(text)
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        raise LexiconError(f"hidden character U+{ord(hidden[0]):04X}; delete it", file=file, line=line)
    return text


class _Reader:
    """Builds nodes from parser events with a stack of its own, so depth is ours to limit."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._stack: list[Table | Rows] = []
        self._keys: list[str | None] = []
        self._root: Node | None = None
        self._documents = 0

    def read(self, text: str) -> Node | None:
        for event in _events(text):
            self._take(event)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refused("a second document (---)", line)
        elif isinstance(event, yaml.AliasEvent):
            raise self._refused("an alias (*name); write the value out", line)
        elif isinstance(event, yaml.NodeEvent):
            self._check(event, line)
            self._open_or_put(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._keys.pop()

    def _check(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            raise self._refused("an anchor (&name); write the value out", line)
        if getattr(event, "tag", None) not in {None, "!"}:
            raise self._refused("a tag (!name)", line)
        if len(self._stack) >= MOST_DEPTH:
            raise self._refused(f"nesting deeper than {MOST_DEPTH}", line)

    def _open_or_put(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event.value, line)
            return
        node = Table(line) if isinstance(event, yaml.MappingStartEvent) else Rows(line)
        self._put(node, line)
        self._stack.append(node)
        self._keys.append(None)

    def _scalar(self, value: str, line: int) -> None:
        parent = self._stack[-1] if self._stack else None
        if not isinstance(parent, Table) or self._keys[-1] is not None:
            self._put(value, line)
            return
        if value in parent:
            raise LexiconError(
                f"the key stands twice, first on line {parent.lines[value]}", file=self._file, line=line, key=value
            )
        self._keys[-1] = value
        parent.lines[value] = line

    def _put(self, node: Node, line: int) -> None:
        if not self._stack:
            self._root = node
            return
        parent, key = self._stack[-1], self._keys[-1]
        if isinstance(parent, Rows):
            parent.append(node)
            parent.lines.append(line)
        elif key is None:
            raise self._refused("a key that is not a plain word", line)
        else:
            parent[key] = node
            self._keys[-1] = None

    def _refused(self, what: str, line: int) -> LexiconError:
        return LexiconError(f"lexicons do not use {what}", file=self._file, line=line)


def _events(text: str) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
    return events
