from typing import Any

import pytest

from app.checks import all_checks
from app.domain.listing import Field, Image
from app.domain.severity import Colour
from app.gate.judging import findings_of, judge
from app.gate.release import Release
from tests.factories import SMALL, listing, small_release

RULE = """
  rule:
    concepts: [religion.pork.food]
    when: {when}
    then: {then}
    why: For the test.
    flagged: []
    clean: []
"""


def release(when: str, then: str) -> Release:
    return small_release(
        **{"contexts.yaml": SMALL["contexts.yaml"] + RULE.replace("{when}", when).replace("{then}", then)}
    )


def concepts(found_in: Any, rules: Release) -> list[str | None]:  # noqa: ANN401 - a listing
    return [f.concept for f in findings_of(found_in, rules, all_checks()) if f.check == "taboo-term"]


FOOD, SHOWN = "religion.pork.food", "religion.pork.imagery"


@pytest.mark.parametrize(
    ("when", "asked", "outcome"),
    [
        ("{categories: {only: [pets]}}", {"category": "pets"}, [SHOWN]),
        ("{categories: {only: [pets]}}", {"category": "food"}, [FOOD]),
        ("{categories: {only: [pets]}}", {}, [FOOD]),
        ("{categories: {not: [pets]}}", {}, [FOOD]),
        ("{fields: [tit]}", {}, [SHOWN]),
        ("{fields: [ingredient]}", {}, [FOOD]),
        ("{attributes: [certificate]}", {"attributes": {"certificate": "x"}}, [SHOWN]),
        ("{attributes: [certificate]}", {}, [FOOD]),
        ("{entries: [religion.pork.food/en/ham]}", {}, [SHOWN]),
        ("{entries: [religion.pork.food/en/other]}", {}, [FOOD]),
        ("{near: {en: [scent]}, within: 2}", {}, [FOOD]),
        ("{places: [image_alt]}", {}, [FOOD]),
    ],
)
def test_a_rule_applies_where_all_it_asks_for_holds(when: str, asked: dict[str, Any], outcome: list[str]) -> None:
    assert concepts(listing("Honey Ham", **asked), release(when, f"{{recast: {SHOWN}}}")) == outcome


def test_near_words_count_within_reach() -> None:
    rules = release("{near: {en: [scent]}, within: 2}", "{drop: true}")

    assert concepts(listing("Ham scent candle"), rules) == []
    assert concepts(listing("Ham for a lovely little scent"), rules) == [FOOD]


def test_places_are_fields_or_images() -> None:
    rules = release("{places: [image_alt]}", "{drop: true}")
    pictured = listing("Ham", images=(Image("hero", alt="Ham", text="Ham", locale="en"),))

    assert concepts(pictured, rules) == [FOOD, FOOD]


def test_a_quotation_is_known() -> None:
    rules = release("{quoted: true}", "{suggest: false}")

    suggestions = [f.suggestions for f in findings_of(listing("Ham, “best ham ever”"), rules, all_checks())]

    assert suggestions == [("turkey slices",), ()]


def test_a_rule_may_weigh_by_market() -> None:
    judged = judge(listing("Ham", markets=("SA", "ID")), release("{}", "{severity: {SA: minor}}"), all_checks())

    assert [verdict.colour for verdict in judged.verdicts] == [Colour.GREEN, Colour.GREEN]
    assert [len(verdict.weighed) for verdict in judged.verdicts] == [
        1,
        0 + sum(f.check != "taboo-term" for f in judged.findings),
    ]


def test_a_rule_may_add_a_concept() -> None:
    assert concepts(listing("Ham"), release("{}", f"{{add: {SHOWN}}}")) == [FOOD, SHOWN]


@pytest.mark.parametrize(
    ("title", "other", "told"),
    [
        ("Halal jelly", "Pork jelly", ["Pork"]),
        ("Halal jelly", "No pork", []),
        ("Without halal mark", "Pork", []),
        ("Jelly", "Pork", []),
        ("Halal pork jelly", "Beef", ["pork"]),
    ],
)
def test_a_claim_is_belied_by_what_it_excludes(title: str, other: str, told: list[str], small: Release) -> None:
    asked = listing("", fields=(Field("title", title), Field("ingredients", other)))

    found = findings_of(asked, small, all_checks())

    assert [finding.text for finding in found if finding.check == "contradiction"] == told


@pytest.mark.parametrize(
    ("source", "target", "flipped"),
    [
        ("不含火腿", "With ham", ["ham"]),
        ("火腿", "Without ham", ["ham"]),
        ("不含火腿", "Without ham", []),
        ("火腿", "Ham", []),
    ],
)
def test_a_denial_on_one_side_only_is_a_flip(source: str, target: str, flipped: list[str], small: Release) -> None:
    found = findings_of(listing(target, source), small, all_checks())

    assert [finding.text for finding in found if finding.check == "polarity-flip"] == flipped


def test_what_only_the_source_names_is_hidden(small: Release) -> None:
    found = findings_of(listing("Meat slices", "火腿片"), small, all_checks())

    assert [(f.check, f.text, f.origin, f.place.side) for f in found] == [
        ("hidden-concept", "火腿", "hidden", "source")
    ]
