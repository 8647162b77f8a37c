import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks import all_checks
from app.gate.judging import findings_of
from app.gate.release import Release
from app.gate.resolving import MOST_TOLD
from tests.factories import SMALL, listing, small_release

ENGLISH = "terms/religion.pork/en.yaml"
EXACT = (
    SMALL[ENGLISH]
    + """
  boar:
    concept: religion.pork.imagery
    terms: [Boar]
    exact: true
    why: Capitalised only.
    flagged: [A Boar]
    clean: [a boar]
"""
)
NEAR = (
    SMALL[ENGLISH]
    + """
  meat:
    concept: religion.pork.food
    terms: [meat]
    near: [swine]
    within: 2
    why: Meat near swine.
    flagged: [meat of a swine]
    clean: [meat]
"""
)


def found(text: str, release: Release, category: str | None = None) -> list[str]:
    return [f.text for f in findings_of(listing(text, category=category), release, all_checks())]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Honey ham and pork", ["ham", "pork"]),
        ("Hams", ["Hams"]),
        ("Hamster, shame, Birmingham", []),
        ("Ham radio and ham", ["ham"]),
        ("Guinea pig", []),
        ("Guinea pig bank", []),
        ("A pig bank for a pig", ["pig bank", "pig"]),
        ("Contains no pork", []),
        ("Without any ham", []),
        ("Pork-free ham", ["ham"]),
        ("Ham, free shipping", ["Ham"]),
        ("Ham free shipping", ["Ham"]),
        ("No. Ham", ["Ham"]),
        ("H\u200bam P\u00adork", ["H\u200bam", "P\u00adork"]),
    ],
)
def test_only_the_words_that_count_are_found(text: str, quotes: list[str], small: Release) -> None:
    assert found(text, small) == quotes


@pytest.mark.parametrize(("category", "quotes"), [("pets", []), ("food", ["pig"]), (None, ["pig"]), ("moon", ["pig"])])
def test_only_a_known_category_silences(category: str | None, quotes: list[str], small: Release) -> None:
    assert found("pig", small, category) == quotes


def test_an_exact_entry_wants_its_capitals() -> None:
    assert found("A Boar, a boar", small_release(**{ENGLISH: EXACT})) == ["Boar"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [("meat of a swine", ["meat"]), ("swine meat", ["meat"]), ("meat, not for any fat swine", []), ("meat", [])],
)
def test_a_near_entry_wants_its_neighbour(text: str, quotes: list[str]) -> None:
    assert found(text, small_release(**{ENGLISH: NEAR})) == quotes


def test_a_word_repeated_without_end_is_told_often_enough(small: Release) -> None:
    assert len(found("ham " * 500, small)) == MOST_TOLD


WORDS = st.lists(st.sampled_from(["ham", "radio", "pig", "guinea", "bank", "pork", "honey", "west"]), max_size=8)


@given(WORDS, st.lists(st.sampled_from(["west ham", "pig bank", "honey pork", "ham pig"]), min_size=1, max_size=3))
def test_adding_innocent_phrases_never_adds_findings(words: list[str], phrases: list[str]) -> None:
    text = " ".join(words) or "x"
    more = SMALL[ENGLISH].replace("innocent: [ham radio]", f"innocent: [ham radio, {', '.join(phrases)}]")

    before, after = found(text, small_release()), found(text, small_release(**{ENGLISH: more}))

    assert set(after) <= set(before)
    assert len(after) <= len(before)
