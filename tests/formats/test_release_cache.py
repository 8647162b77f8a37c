from pathlib import Path

import pytest

from app.checks import all_checks
from app.formats.lexicon_folder import load_release
from app.gate.judging import findings_of
from tests.factories import SMALL, listing, write_small_lexicons

ENGLISH = "terms/religion.pork/en.yaml"


def cached(folder: Path) -> list[Path]:
    return sorted((folder / "cache").glob("*.release"))


def test_a_cached_release_judges_the_same(tmp_path: Path, small_lexicons: Path) -> None:
    first, second = (load_release(small_lexicons, tmp_path / "cache") for _ in range(2))

    assert len(cached(tmp_path)) == 1
    assert second.digest == first.digest
    assert [
        [f.rule for f in findings_of(listing("Ham and 🐷, guinea pig", "火腿"), release, all_checks())]
        for release in (first, second)
    ] == [["religion.pork.food/en/ham", "religion.pork.imagery/und/pig face"]] * 2


def test_a_change_of_the_sources_is_compiled_anew(tmp_path: Path) -> None:
    for terms in ("[ham, pork]", "[ham, pork, bacon]"):
        change = {ENGLISH: SMALL[ENGLISH].replace("[ham, pork]", terms)}
        load_release(write_small_lexicons(tmp_path / "lexicons", **change), tmp_path / "cache")

    assert len(cached(tmp_path)) == 2


@pytest.mark.parametrize("at", [0, -1])
def test_a_damaged_cache_is_not_believed(tmp_path: Path, small_lexicons: Path, at: int) -> None:
    release = load_release(small_lexicons, tmp_path / "cache")
    (path,) = cached(tmp_path)
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1
    path.write_bytes(damaged)

    assert load_release(small_lexicons, tmp_path / "cache").digest == release.digest


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, small_lexicons: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")

    assert load_release(small_lexicons, blocked).digest
