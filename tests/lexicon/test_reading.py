from collections.abc import Callable

import pytest

from app.lexicon.nodes import LexiconErrors
from app.lexicon.reading import read_lexicon
from tests.factories import SMALL, small_files

ENGLISH = "terms/religion.pork/en.yaml"


def replaced(file: str, old: str, new: str) -> Callable[[], dict[str, str]]:
    def change() -> dict[str, str]:
        assert old in SMALL[file]
        return {file: SMALL[file].replace(old, new, 1)}

    return change


BAD: dict[str, tuple[Callable[[], dict[str, str]], str]] = {
    "unknown concept": (replaced(ENGLISH, "religion.pork.food", "religion.pork.fod"), f"{ENGLISH}:5: ham: "),
    "not a leaf": (replaced(ENGLISH, "religion.pork.food", "religion.pork"), "is not a leaf"),
    "wrong folder": (lambda: {"terms/gambling/en.yaml": SMALL[ENGLISH]}, "does not belong in the folder gambling"),
    "wrong language": (replaced(ENGLISH, "language: en", "language: de"), f"{ENGLISH}:2: language: "),
    "no why": (replaced(ENGLISH, "    why: Meat of pigs.\n", ""), "missing required field `why`"),
    "no example": (replaced(ENGLISH, "flagged: [Honey Ham Slices]", "flagged: []"), f"{ENGLISH}:9: ham.flagged"),
    "unknown key": (replaced(ENGLISH, "suggest:", "sugest:"), "unknown field `sugest`"),
    "nothing to find": (replaced(ENGLISH, "terms: [ham, pork]", "terms: []"), "neither terms nor labels"),
    "folds to nothing": (replaced(ENGLISH, "terms: [ham, pork]", "terms: [ham, '!!!']"), "folds to nothing"),
    "odd brackets": (replaced(ENGLISH, "terms: [ham, pork]", "terms: ['(ham']"), "do not pair"),
    "unknown category": (replaced(ENGLISH, "{not: [pets]}", "{not: [pet]}"), "no category pet"),
    "both scopes": (replaced(ENGLISH, "{not: [pets]}", "{not: [pets], only: [food]}"), "not both"),
    "unknown language": (replaced(ENGLISH, "suggest: [turkey slices]", "also: [xx]"), "no languages/xx.yaml"),
    "market of another name": (replaced("markets/SA.yaml", "market: SA", "market: SB"), "markets/SA.yaml:2"),
    "unknown source": (replaced("markets/SA.yaml", "[customs]", "[custom]"), "no source custom"),
    "policy for no leaf": (replaced("markets/SA.yaml", "religion.pork.food:", "religion.pork:"), "not a leaf"),
    "unknown severity": (replaced("markets/SA.yaml", "severity: critical", "severity: fatal"), "markets/SA.yaml:7"),
    "orphan concept": (replaced("concepts.yaml", "  religion.pork:", "  religion.prok:"), "its parent religion.pork"),
    "alias twice": (
        replaced("categories.yaml", "pets: {label: {en: Pets}}", "pets: {label: {en: P}, aliases: [Grocery]}"),
        "alias of food already",
    ),
    "context of no concept": (replaced("contexts.yaml", "[religion.pork]", "[religion.prok]"), "no concept"),
    "pattern that is none": (replaced("languages/en.yaml", '"[^s]"', '"[^s"'), "not sound"),
    "score above one": (replaced("terms/religion.pork/und.yaml", "min_score: 0.5", "min_score: 5"), "min_score"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_an_error_names_file_line_and_key(name: str) -> None:
    change, said = BAD[name]

    with pytest.raises(LexiconErrors) as refused:
        read_lexicon(small_files(**change()))

    assert said in str(refused.value)


def test_every_error_is_told_at_once() -> None:
    changes = {**BAD["unknown concept"][0](), **BAD["unknown source"][0]()}

    with pytest.raises(LexiconErrors) as refused:
        read_lexicon(small_files(**changes))

    assert len(refused.value.errors) == 2


def test_a_missing_file_is_told() -> None:
    files = small_files()
    del files["checks.yaml"]

    with pytest.raises(LexiconErrors, match=r"checks\.yaml:1: the file is missing"):
        read_lexicon(files)


def test_the_small_lexicons_are_sound() -> None:
    lexicon = read_lexicon(small_files())

    assert (len(lexicon.markets), len(lexicon.terms), len(lexicon.glossary)) == (3, 4, 1)
    assert lexicon.markets["SA"].policies["religion.pork.food"].evidence == "read"
    assert lexicon.markets["ID"].policies["religion.pork.food"].evidence == "unread"
    assert lexicon.markets["SA"].policies["religion.pork.imagery"].evidence == "none"
