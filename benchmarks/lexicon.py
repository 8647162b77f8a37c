"""The shipped lexicons with made-up terms for their own, so that contexts, negators and languages are the real ones."""

from app.formats.lexicon_folder import read_folder
from app.lexicon.nodes import Rows, Table
from app.settings import shipped

_KEPT = ("concepts.yaml", "checks.yaml", "categories.yaml", "contexts.yaml", "claims.yaml", "sources.yaml")
_PER_ENTRY = 1_000


def files_with(words: list[str]) -> dict[str, Table]:
    """Return parsed lexicons whose only terms are ``words``, uninflected, as English terms for pork."""
    files = {name: table for name, table in read_folder(shipped("lexicons")).items() if _is_kept(name)}
    entries = Table(1)
    for at in range(0, len(words), _PER_ENTRY):
        entries[f"made up {at}"] = _table(
            concept="religion.pork.food",
            terms=_rows(words[at : at + _PER_ENTRY]),
            why="Made up.",
            inflect="false",
            flagged=_rows(words[at : at + 1]),
            clean=_rows(["nothing"]),
        )
        entries.lines[f"made up {at}"] = at + 1
    files["terms/religion.pork/en.yaml"] = _table(language="en", provenance="Made up.", entries=entries)
    return files


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.startswith(("markets/", "languages/"))


def _rows(items: list[str]) -> Rows:
    rows = Rows(1)
    rows.extend(items)
    rows.lines = [1] * len(items)
    return rows


def _table(**values: object) -> Table:
    table = Table(1)
    table.update(values)
    table.lines = dict.fromkeys(values, 1)
    return table
