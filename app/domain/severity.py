"""How grave a finding is, and the colours that follow."""

from enum import StrEnum


class Severity(StrEnum):
    """MQM severity of a finding, gravest first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NEUTRAL = "neutral"

    @property
    def multiplier(self) -> int:
        """Penalty points of one finding. Source: MQM scoring model (25, 5, 1, 0)."""
        return _MULTIPLIERS[self]


_MULTIPLIERS = {Severity.CRITICAL: 25, Severity.MAJOR: 5, Severity.MINOR: 1, Severity.NEUTRAL: 0}


class Colour(StrEnum):
    """The light a verdict shows: publish, look, hold back."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for green, 1 for amber, 2 for red."""
        return _RANKS[self]


_RANKS = {Colour.GREEN: 0, Colour.AMBER: 1, Colour.RED: 2}


def worst(*colours: Colour) -> Colour:
    """Return the gravest of the colours; green when there are none."""
    return max(colours, key=lambda colour: colour.rank, default=Colour.GREEN)


class Part(StrEnum):
    """Which half of the verdict a check speaks for."""

    CULTURE = "culture"
    TRANSLATION = "translation"
