"""What the gate answers."""

from dataclasses import dataclass

from app.domain.finding import Finding
from app.domain.severity import Colour, Severity


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding as one market weighs it; ``finding`` counts from 0 in the judgement's findings."""

    finding: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """One market's answer. ``quality`` in [0, 100], None without source words."""

    market: str
    colour: Colour
    culture: Colour
    translation: Colour
    quality: float | None
    weighed: tuple[Weighed, ...]
    valid_until: str | None = None

    def of(self, market: str) -> "Verdict":
        """Return the same verdict for another market, one that weighs every finding alike."""
        return Verdict(
            market, self.colour, self.culture, self.translation, self.quality, self.weighed, self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A detector that broke: its name and what it raised, for the log only."""

    check: str
    problem: Exception


@dataclass(frozen=True, slots=True)
class Judgement:
    """A listing judged once for every market asked: findings in reading order, a verdict per market."""

    release: str
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    checks_off: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
