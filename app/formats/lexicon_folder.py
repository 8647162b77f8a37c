"""Reading a folder of lexicons from disk."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from app.formats.guarded_yaml import read_yaml
from app.gate.release import Release
from app.lexicon.compiling import compile_release
from app.lexicon.nodes import LexiconError, LexiconErrors, Table
from app.lexicon.reading import read_lexicon

_FOLDERS = ("terms", "markets", "glossaries", "languages")


def load_release(root: Path) -> Release:
    """Return the compiled release of a folder of lexicons.

    Raises:
        LexiconErrors: something in the folder is wrong.
    """
    return compile_release(read_lexicon(read_folder(root)))


def packed_sources(raw: Mapping[str, object]) -> bytes:
    """Return the sources of a release as they are stored: canonical JSON, compressed."""
    return zlib.compress(json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def read_folder(root: Path) -> dict[str, Table]:
    """Return every YAML file below ``root`` by its path within it.

    Raises:
        LexiconErrors: the folder is missing, holds stray files, or some file is not the YAML we take.
    """
    if not (root / "concepts.yaml").is_file():
        error = LexiconError("no lexicons here: concepts.yaml is missing", file=str(root), line=1)
        raise LexiconErrors([error])
    files, errors = {}, []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.is_file() or path.name.startswith("."):
            continue
        try:
            files[name] = _read(path, name)
        except LexiconError as error:
            errors.append(error)
    if errors:
        raise LexiconErrors(errors)
    return files


def _read(path: Path, name: str) -> Table:
    if path.suffix != ".yaml" or ("/" in name and name.split("/", maxsplit=1)[0] not in _FOLDERS):
        raise LexiconError("not a lexicon file; lexicons hold *.yaml in their known folders", file=name, line=1)
    return read_yaml(path.read_bytes(), name)
