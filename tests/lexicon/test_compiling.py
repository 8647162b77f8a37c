import pytest

from tests.factories import SMALL, small_release

ENGLISH = "terms/religion.pork/en.yaml"


def test_the_same_sources_have_the_same_digest() -> None:
    assert small_release().digest == small_release().digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENGLISH, "terms: [ham, pork]", "terms: [ham, pork, bacon]"),
        ("markets/SA.yaml", "why: On the list", "why: On a list"),
        ("languages/en.yaml", "before: [no, without]", "before: [no]"),
    ],
)
def test_any_change_of_the_sources_changes_the_digest(file: str, old: str, new: str) -> None:
    assert old in SMALL[file]

    assert small_release(**{file: SMALL[file].replace(old, new)}).digest != small_release().digest


def test_comments_and_layout_do_not() -> None:
    assert small_release(**{ENGLISH: "# a comment\n" + SMALL[ENGLISH]}).digest == small_release().digest


def test_words_have_edges_where_their_script_has_spaces() -> None:
    scan = small_release().automaton.scan

    assert [scan(text) != [] for text in (" ham ", " hams ", " shame ", "蜂蜜火腿片", " 🐷🐷 ")] == [
        True, True, False, True, True
    ]  # fmt: skip


def test_a_star_opens_an_edge() -> None:
    change = {ENGLISH: SMALL[ENGLISH].replace("terms: [ham, pork]", "terms: ['pork*', '*ham']")}
    scan = small_release(**change).automaton.scan

    assert [scan(text) != [] for text in (" porky ", " sham ", " hammer ")] == [True, True, False]
