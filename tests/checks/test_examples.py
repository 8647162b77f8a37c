import pytest

from app.checks import all_checks
from app.gate.check import Check, CheckExample
from app.gate.judging import findings_of
from app.gate.release import Release

CASES = [
    pytest.param(check, example, id=f"{check.name}-{at}")
    for check in all_checks()
    for at, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_an_example_finds_what_it_says(check: Check, example: CheckExample, shipped_release: Release) -> None:
    found = findings_of(example.listing, shipped_release, all_checks())

    assert tuple(f.text for f in found if f.check == check.name) == example.finds


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_a_check_shows_when_it_hits_and_when_it_stays_silent(check: Check) -> None:
    assert any(example.finds for example in check.examples)
    assert any(not example.finds for example in check.examples)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_a_check_documents_what_it_finds_leaves_alone_and_its_source(check: Check) -> None:
    assert "\n\nFinds " in check.docs
    assert "Leaves alone" in check.docs
    assert "\n\nSource: " in check.docs


def test_every_check_has_its_row(shipped_release: Release) -> None:
    assert {check.name for check in all_checks()} <= set(shipped_release.lexicon.checks)
