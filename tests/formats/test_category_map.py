from pathlib import Path

import pytest

from app.formats.category_map import read_category_map
from app.formats.requests import RequestError, listing_from, request_from
from app.gate.release import Release
from tests.factories import request


def written(folder: Path, text: str) -> Path:
    file = folder / "categories.csv"
    file.write_text(text, "utf-8")
    return file


def test_an_operators_id_becomes_our_category(tmp_path: Path, small: Release) -> None:
    paths = read_category_map(written(tmp_path, "id,category\nC-17,food.snack\n"), small.lexicon.categories)

    categories = [
        listing_from(request_from(request(category=name)), small.lexicon, paths).category for name in ("C-17", "C-18")
    ]

    assert categories == ["food.snack", "C-18"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,food\n", "columns"),
        ("id,category\n1,spaceships\n", "csv:2: there is no category 'spaceships'"),
        ("id,category\n1,food\n1,pets\n", "csv:3: the id '1' is empty or mapped twice"),
        ("id,category\n,food\n", "csv:2"),
        ("", "columns"),
    ],
)
def test_a_map_that_cannot_be_used_is_told_by_line(text: str, said: str, tmp_path: Path, small: Release) -> None:
    with pytest.raises(RequestError, match=said):
        read_category_map(written(tmp_path, text), small.lexicon.categories)
