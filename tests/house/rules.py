"""The house's own rules as functions: each returns what breaks it."""

import ast
from collections.abc import Iterator
from pathlib import Path

MOST_FUNCTION_LINES = 40
MOST_FILE_LINES = 300
MOST_PARAMETERS = 5


def long_files(files: dict[str, str]) -> list[str]:
    """Files past the gate hold two ideas."""
    return [name for name, text in files.items() if len(text.splitlines()) > MOST_FILE_LINES]


def long_functions(files: dict[str, str]) -> list[str]:
    return [
        f"{name}:{node.name}"
        for name, node in _functions(files)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > MOST_FUNCTION_LINES
    ]


def many_parameters(files: dict[str, str]) -> list[str]:
    return [f"{name}:{node.name}" for name, node in _functions(files) if _parameters(node) > MOST_PARAMETERS]


def undocumented(files: dict[str, str]) -> list[str]:
    """Public modules, classes and functions say what they are."""
    found = [name for name, text in files.items() if not ast.get_docstring(ast.parse(text))]
    for name, text in files.items():
        for node in ast.parse(text).body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith(
                "_"
            ):
                found += [] if ast.get_docstring(node) else [f"{name}:{node.name}"]
    return found


def bare_ignores(files: dict[str, str]) -> list[str]:
    """An ignore without its rule hides more than it says."""
    return [
        f"{name}:{number}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if line.rstrip().endswith(("# noqa", "# type: " + "ignore"))
    ]


def registry_addresses(files: dict[str, str]) -> list[str]:
    """Locked requirements name packages and hashes, never a registry or a path of some machine."""
    marks = ("http:", "https:", "file:", "--index-url", "--extra-index-url", "--find-links")
    return [name for name, text in files.items() if any(mark in text for mark in marks)]


def unhashed(files: dict[str, str]) -> list[str]:
    return [
        f"{name}:{line.split()[0]}"
        for name, text in files.items()
        for line in text.replace("\\\n", " ").splitlines()
        if "==" in line and "--hash=sha256:" not in line
    ]


def skips(files: dict[str, str]) -> list[str]:
    """A skipped test is a green that nobody earned."""
    marks = ("pytest.skip", "mark.skip", "importorskip", "mark.xfail")
    return [name for name, text in files.items() if any(mark in text for mark in marks)]


def read(root: Path, pattern: str) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.glob(pattern))}


def _functions(files: dict[str, str]) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for name, text in files.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield name, node


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = node.args
    named = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in named if name not in {"self", "cls"}])
