"""Reading a folder of lexicons from disk."""

from collections.abc import Mapping
from pathlib import Path

from app.formats.guarded_yaml import read_yaml
from app.formats.release_cache import ReleaseCache
from app.gate.release import Release
from app.lexicon.compiling import compile_release
from app.lexicon.nodes import LexiconError, LexiconErrors, Table

_FOLDERS = ("terms", "markets", "glossaries", "languages")


def load_release(root: Path, cache: Path | None = None) -> Release:
    """Return the compiled release of a folder of lexicons, from ``cache`` where it was compiled before.

    Raises:
        LexiconErrors: something in the folder is wrong.
    """
    contents = _contents(root)
    kept = ReleaseCache(cache, contents) if cache else None
    release = kept.load() if kept else None
    if release is None:
        release = compile_release(_parsed(contents))
        if kept:
            kept.store(release)
    return release


def read_folder(root: Path) -> dict[str, Table]:
    """Return every YAML file below ``root``, parsed, by its path within it.

    Raises:
        LexiconErrors: the folder is missing, holds stray files, or some file is not the YAML we take.
    """
    return _parsed(_contents(root))


def _contents(root: Path) -> dict[str, bytes]:
    if not (root / "concepts.yaml").is_file():
        error = LexiconError("no lexicons here: concepts.yaml is missing", file=str(root), line=1)
        raise LexiconErrors([error])
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _parsed(contents: Mapping[str, bytes]) -> dict[str, Table]:
    files, errors = {}, []
    for name, content in contents.items():
        try:
            files[name] = _read(content, name)
        except LexiconError as error:
            errors.append(error)
    if errors:
        raise LexiconErrors(errors)
    return files


def _read(content: bytes, name: str) -> Table:
    if not name.endswith(".yaml") or ("/" in name and name.split("/", maxsplit=1)[0] not in _FOLDERS):
        raise LexiconError("not a lexicon file; lexicons hold *.yaml in their known folders", file=name, line=1)
    return read_yaml(content, name)
