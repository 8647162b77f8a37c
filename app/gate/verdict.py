"""The verdict rule: how findings become a colour, and the quality figure beside it."""

from collections.abc import Iterable, Sequence

from app.domain.finding import Finding
from app.domain.lexicon import CheckRule, Market
from app.domain.severity import Colour, Part, Severity, worst
from app.domain.verdict import Verdict, Weighed

# So many distinct minor findings in one part deserve a look.
MINORS_FOR_AMBER = 5


def severity_in(market: Market, finding: Finding, rule: CheckRule) -> Severity | None:
    """Return how ``market`` weighs a finding; None where it does not concern the market."""
    if finding.markets is not None and market.code not in finding.markets:
        return None
    if rule.severity is not None:
        return rule.severity
    policy = market.policies.get(finding.concept or "")
    return policy.counting if policy else None


def colour_of(weighed: Iterable[tuple[Finding, Severity]]) -> Colour:
    """Red with a critical finding, amber with a major one or five distinct minor ones, else green."""
    minors = set()
    colour = Colour.GREEN
    for finding, severity in weighed:
        if severity is Severity.CRITICAL:
            return Colour.RED
        if severity is Severity.MAJOR:
            colour = Colour.AMBER
        elif severity is Severity.MINOR:
            minors.add((finding.check, finding.rule))
    return Colour.AMBER if len(minors) >= MINORS_FOR_AMBER else colour


def verdict_for(market: Market, findings: Sequence[Finding], rules: Sequence[CheckRule], words: int | None) -> Verdict:
    """Return one market's verdict over all findings; ``rules[i]`` is the check rule of ``findings[i]``."""
    weighed: list[Weighed] = []
    parts: dict[Part, list[tuple[Finding, Severity]]] = {Part.CULTURE: [], Part.TRANSLATION: []}
    for number, (finding, rule) in enumerate(zip(findings, rules, strict=True)):
        severity = severity_in(market, finding, rule)
        if severity is not None:
            weighed.append(Weighed(number, severity))
            parts[rule.part].append((finding, severity))
    culture, translation = colour_of(parts[Part.CULTURE]), colour_of(parts[Part.TRANSLATION])
    return Verdict(
        market=market.code,
        colour=worst(culture, translation),
        culture=culture,
        translation=translation,
        quality=quality(words, [severity for _, severity in parts[Part.TRANSLATION]]),
        weighed=tuple(weighed),
    )


def quality(words: int | None, severities: Iterable[Severity]) -> float | None:
    """Return 100 x (1 - penalty / words) in [0, 100] with two decimals, None without source words.

    Source: MQM scoring model, penalties of severity multipliers over the evaluated words.
    """
    if not words:
        return None
    penalty = sum(severity.multiplier for severity in severities)
    return round(max(0.0, 100 * (1 - penalty / words)), 2)
