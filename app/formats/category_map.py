"""An operator's own category ids, mapped to our tree by a CSV file with the columns ``id`` and ``category``."""

import csv
from collections.abc import Mapping
from pathlib import Path

from app.domain.category import Categories
from app.formats.requests import RequestError

_COLUMNS = ["id", "category"]


def read_category_map(file: Path, categories: Categories) -> Mapping[str, str]:
    """Return our path for each of the operator's ids.

    Raises:
        RequestError: the columns are others, an id stands twice, or a category is not in our tree.
        OSError: the file cannot be read.
    """
    paths: dict[str, str] = {}
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        if rows.fieldnames != _COLUMNS:
            raise RequestError("invalid-categories", f"{file}:1: the columns must be id and category")
        for row in rows:
            name, path, at = row["id"] or "", row["category"] or "", f"{file}:{rows.line_num}"
            if path not in categories.labels:
                raise RequestError("invalid-categories", f"{at}: there is no category {path!r} in our tree")
            if not name or paths.setdefault(name, path) != path:
                raise RequestError("invalid-categories", f"{at}: the id {name!r} is empty or mapped twice")
    return paths
