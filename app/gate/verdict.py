"""The verdict rule: how findings become a colour, and the quality figure beside it."""

from collections.abc import Iterable, Sequence
from itertools import repeat

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
    if finding.weighs is not None:
        return finding.weighs.get(market.code)
    return rule.severity or market.severities.get(finding.concept)


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


class Weighing:
    """Weighs findings for one market after another; markets that weigh them alike share the work."""

    def __init__(self, findings: Sequence[Finding], rules: Sequence[CheckRule], words: int | None) -> None:
        """``rules[i]`` is the check rule of ``findings[i]``; ``words``: of the source, None without one."""
        self._findings, self._rules, self._words = findings, rules, words
        self._verdicts: dict[tuple[Severity | None, ...], Verdict] = {}

    def verdict_for(self, market: Market) -> Verdict:
        """Return one market's verdict."""
        severities = tuple(map(severity_in, repeat(market), self._findings, self._rules))
        known = self._verdicts.get(severities)
        if known is None:
            known = self._verdicts[severities] = self._verdict(market.code, severities)
        return known if known.market == market.code else known.of(market.code)

    def _verdict(self, market: str, severities: tuple[Severity | None, ...]) -> Verdict:
        parts: dict[Part, list[tuple[Finding, Severity]]] = {Part.CULTURE: [], Part.TRANSLATION: []}
        for finding, rule, severity in zip(self._findings, self._rules, severities, strict=True):
            if severity is not None:
                parts[rule.part].append((finding, severity))
        culture, translation = colour_of(parts[Part.CULTURE]), colour_of(parts[Part.TRANSLATION])
        return Verdict(
            market=market,
            colour=worst(culture, translation),
            culture=culture,
            translation=translation,
            quality=quality(self._words, [severity for _, severity in parts[Part.TRANSLATION]]),
            weighed=tuple(Weighed(at, severity) for at, severity in enumerate(severities) if severity is not None),
        )


def quality(words: int | None, severities: Iterable[Severity]) -> float | None:
    """Return 100 x (1 - penalty / words) in [0, 100] with two decimals, None without source words.

    Source: MQM scoring model, penalties of severity multipliers over the evaluated words.
    """
    if not words:
        return None
    penalty = sum(severity.multiplier for severity in severities)
    return round(max(0.0, 100 * (1 - penalty / words)), 2)
