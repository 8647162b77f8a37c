"""Compiled releases kept on disk, so that a command need not compile the lexicons again.

A cache and nothing more: keyed by the bytes of every source file and of the code that compiles them, sealed by its
hash, deleted without loss. The files are ours alone to write (folder mode 0700), for what is read back becomes objects.
"""

import hashlib
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from app.gate.release import Release
from app.text.automaton import CorruptAutomatonError, from_bytes

_CODE = Path(__file__).parent.parent
_COMPILING = ("domain", "text", "lexicon", "gate", "formats")
_SEAL_BYTES = 32
# So many compiled releases are kept; older ones go.
_MOST_KEPT = 4


class ReleaseCache:
    """The cached compilation of one set of source files."""

    def __init__(self, folder: Path, contents: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._path = folder / f"{_key(contents)}.release"

    def load(self) -> Release | None:
        """Return the release, None if it is not there or not as it was written."""
        try:
            stored = self._path.read_bytes()
        except OSError:
            return None
        seal, body = stored[:_SEAL_BYTES], stored[_SEAL_BYTES:]
        if hashlib.sha256(body).digest() != seal:
            return None
        release, automaton = cast("tuple[Release, bytes]", pickle.loads(body))  # noqa: S301 - our own file, sealed, folder 0700
        try:
            return replace(release, automaton=from_bytes(automaton))
        except CorruptAutomatonError:
            return None

    def store(self, release: Release) -> None:
        """Keep a release; a folder that cannot be written costs only time."""
        body = pickle.dumps((replace(release, automaton=cast("Any", None)), release.automaton.to_bytes()), protocol=5)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial = self._path.with_suffix(".partial")
            partial.write_bytes(hashlib.sha256(body).digest() + body)
            partial.replace(self._path)
            kept = sorted(self._folder.glob("*.release"), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in kept[_MOST_KEPT:]:
                old.unlink()


def _key(contents: Mapping[str, bytes]) -> str:
    seal = hashlib.sha256()
    code = [path for folder in _COMPILING for path in sorted((_CODE / folder).glob("*.py"))]
    for name, content in [(path.name, path.read_bytes()) for path in code] + sorted(contents.items()):
        seal.update(f"{name} {len(content)}\n".encode())
        seal.update(content)
    return seal.hexdigest()
