import pytest

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.lexicon import CheckRule, Market, Policy
from app.domain.severity import Colour, Part, Severity
from app.gate.verdict import Weighing, colour_of, quality, severity_in


def finding(rule: str = "r", concept: str | None = None, markets: frozenset[str] | None = None) -> Finding:
    place = Place(PlaceKind.FIELD, "title", Side.TARGET, 0, 3)
    return Finding("check", rule, "taboo", place, "Ham", Origin.UNKNOWN, Action.ADVISE, concept, markets=markets)


def policy(severity: Severity | None, pending: Severity | None = None) -> Policy:
    return Policy("c.d", severity, "law", "high", "why", (), pending)


def market(*policies: Policy) -> Market:
    return Market("SA", {"en": "Saudi Arabia"}, "gulf", ("ar",), {policy.concept: policy for policy in policies})


def minors(count: int) -> list[tuple[Finding, Severity]]:
    return [(finding(f"rule-{at}"), Severity.MINOR) for at in range(count)]


@pytest.mark.parametrize(
    ("weighed", "colour"),
    [
        ([], Colour.GREEN),
        ([(finding(), Severity.NEUTRAL)] * 9, Colour.GREEN),
        (minors(4), Colour.GREEN),
        (minors(5), Colour.AMBER),
        ([(finding("same"), Severity.MINOR)] * 9, Colour.GREEN),
        ([(finding(), Severity.MAJOR)], Colour.AMBER),
        ([(finding(str(at)), Severity.MAJOR) for at in range(50)], Colour.AMBER),
        ([*minors(2), (finding(), Severity.CRITICAL)], Colour.RED),
    ],
)
def test_the_colour_follows_the_rule(weighed: list[tuple[Finding, Severity]], colour: Colour) -> None:
    assert colour_of(weighed) is colour


POLICY_CHECK = CheckRule("taboo-term", Part.CULTURE, None, "x")
FIXED_CHECK = CheckRule("glossary-missing", Part.TRANSLATION, Severity.MAJOR, "x")


@pytest.mark.parametrize(
    ("policies", "found", "rule", "severity"),
    [
        ((policy(Severity.CRITICAL),), finding(concept="c.d"), POLICY_CHECK, Severity.CRITICAL),
        ((policy(Severity.MAJOR, Severity.CRITICAL),), finding(concept="c.d"), POLICY_CHECK, Severity.MAJOR),
        ((policy(None),), finding(concept="c.d"), POLICY_CHECK, None),
        ((), finding(concept="c.d"), POLICY_CHECK, None),
        ((), finding(), FIXED_CHECK, Severity.MAJOR),
        ((), finding(markets=frozenset({"DE"})), FIXED_CHECK, None),
        ((), finding(markets=frozenset({"SA"})), FIXED_CHECK, Severity.MAJOR),
    ],
)
def test_a_finding_weighs_what_market_and_check_say(
    policies: tuple[Policy, ...], found: Finding, rule: CheckRule, severity: Severity | None
) -> None:
    assert severity_in(market(*policies), found, rule) is severity


def test_culture_and_translation_are_judged_apart() -> None:
    findings = [finding(concept="c.d"), finding("other")]

    weighing = Weighing(findings, [POLICY_CHECK, FIXED_CHECK], words=100)
    verdict = weighing.verdict_for(market(policy(Severity.CRITICAL)))

    assert (verdict.culture, verdict.translation, verdict.colour) == (Colour.RED, Colour.AMBER, Colour.RED)
    assert verdict.quality == 95.0


@pytest.mark.parametrize(
    ("words", "severities", "expected"),
    [
        (None, [Severity.MAJOR], None),
        (0, [], None),
        (100, [], 100.0),
        (100, [Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL], 94.0),
        (10, [Severity.CRITICAL], 0.0),
        (3, [Severity.MINOR], 66.67),
    ],
)
def test_quality_is_the_share_of_words_left_after_the_penalty(
    words: int | None, severities: list[Severity], expected: float | None
) -> None:
    assert quality(words, severities) == expected
