"""How often the gate is right: labelled cases judged, precision, recall and F1 counted with their uncertainty."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from app.domain.finding import Finding
from app.domain.listing import Listing
from app.domain.severity import Colour
from app.domain.verdict import Judgement
from app.gate.check import Check
from app.gate.judging import judge
from app.gate.release import Release

# The cases of these tags must stay silent; what is found on them is a false alarm.
SILENT_TAGS = ("clean", "exception", "negated", "colour_or_style")


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that a careful reviewer marks; ``accept``: other concepts that are right too."""

    check: str
    concept: str
    origin: str | None = None
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled listing for one market.

    ``only``: the one concept it speaks about; None: all of them. ``checks``: whose findings count. ``by_check``: the
    label names the check too, so that the right concept from another check is wrong.
    """

    id: str
    listing: Listing
    language: str
    expected: tuple[Expected, ...]
    verdict: Colour | None
    tags: tuple[str, ...] = ()
    only: str | None = None
    checks: frozenset[str] = frozenset({"taboo-term"})
    by_check: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate said of a case, beside what it should have said."""

    case: Case
    hits: tuple[Expected, ...]
    missed: tuple[Expected, ...]
    surplus: tuple[Finding, ...]
    verdict: Colour
    origins_right: int
    origins: int

    @property
    def verdict_right(self) -> bool:
        """Whether the colour is the labelled one; True where none is labelled."""
        return self.case.verdict is None or self.verdict is self.case.verdict


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of some cases."""

    hit: int = 0
    missed: int = 0
    surplus: int = 0

    @property
    def precision(self) -> float | None:
        """Hit / (hit + surplus) in [0, 1]; None when nothing was found."""
        return _share(self.hit, self.hit + self.surplus)

    @property
    def recall(self) -> float | None:
        """Hit / (hit + missed) in [0, 1]; None when nothing was to be found."""
        return _share(self.hit, self.hit + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there was nothing at all."""
        return _share(2 * self.hit, 2 * self.hit + self.missed + self.surplus)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of ``of`` with its 95% Wilson interval."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """Right / of in [0, 1]; None of nothing."""
        return _share(self.right, self.of)

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval. Source: Wilson 1927, doi:10.1080/01621459.1927.10502953."""
        if not self.of:
            return 0.0, 1.0
        z, n, p = 1.959964, self.of, self.right / self.of
        centre, spread = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        scale = 1 + z * z / n
        return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a set of cases."""

    cases: int
    overall: Tally
    by_concept: dict[str, Tally]
    by_language: dict[str, Tally]
    by_tag: dict[str, Tally]
    verdicts: Rate
    false_alarms: dict[str, Rate]
    origins: Rate
    wrong: tuple[Outcome, ...] = field(repr=False)


def outcomes(cases: Iterable[Case], release: Release, checks: Sequence[Check]) -> Iterator[Outcome]:
    """Judge every case for its market."""
    for case in cases:
        yield _outcome(case, judge(case.listing, release, checks))


def score(judged: Sequence[Outcome]) -> Score:
    """Count what was right."""
    tallies: dict[str, dict[str, Tally]] = {kind: defaultdict(Tally) for kind in ("concept", "language", "tag")}
    overall = Tally()
    for outcome in judged:
        _count(outcome, overall, tallies)
    silent = {tag: [o for o in judged if tag in o.case.tags and not o.case.expected] for tag in SILENT_TAGS}
    labelled = [outcome for outcome in judged if outcome.case.verdict is not None]
    return Score(
        cases=len(judged),
        overall=overall,
        by_concept=dict(sorted(tallies["concept"].items())),
        by_language=dict(sorted(tallies["language"].items())),
        by_tag=dict(sorted(tallies["tag"].items())),
        verdicts=Rate(sum(outcome.verdict_right for outcome in labelled), len(labelled)),
        false_alarms={tag: Rate(sum(bool(o.surplus) for o in rows), len(rows)) for tag, rows in silent.items()},
        origins=Rate(sum(o.origins_right for o in judged), sum(o.origins for o in judged)),
        wrong=tuple(o for o in judged if o.missed or o.surplus or not o.verdict_right or o.origins_right < o.origins),
    )


def _count(outcome: Outcome, overall: Tally, tallies: dict[str, dict[str, Tally]]) -> None:
    rows = [(expected.concept, "hit") for expected in outcome.hits]
    rows += [(expected.concept, "missed") for expected in outcome.missed]
    rows += [(finding.concept or finding.check, "surplus") for finding in outcome.surplus]
    for (concept, kind), times in Counter(rows).items():
        places = [overall, tallies["concept"][concept], tallies["language"][outcome.case.language]]
        for tally in (*places, *(tallies["tag"][tag] for tag in outcome.case.tags)):
            setattr(tally, kind, getattr(tally, kind) + times)


def _outcome(case: Case, judgement: Judgement) -> Outcome:
    found = _told(case, judgement)
    hits: list[Expected] = []
    missed: list[Expected] = []
    matched: set[int] = set()
    right = asked = 0
    for expected in case.expected:
        same = [at for at, finding in enumerate(found) if _matches(expected, finding, case)]
        (hits if same else missed).append(expected)
        matched.update(same)
        if expected.origin is not None:
            asked += 1
            right += any(found[at].origin == expected.origin for at in same)
    surplus = _distinct(finding for at, finding in enumerate(found) if at not in matched)
    colour = judgement.verdicts[0].culture
    return Outcome(case, tuple(hits), tuple(missed), surplus, colour, right, asked)


def _told(case: Case, judgement: Judgement) -> list[Finding]:
    findings = [judgement.findings[weighed.finding] for weighed in judgement.verdicts[0].weighed]
    return [f for f in findings if f.check in case.checks and (case.only is None or f.concept == case.only)]


def _matches(expected: Expected, finding: Finding, case: Case) -> bool:
    same_check = finding.check == expected.check or not case.by_check
    return same_check and finding.concept in {expected.concept, *expected.accept}


def _distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One surplus finding per check and concept: as a case is labelled by concept, so it is counted."""
    return tuple({(finding.check, finding.concept): finding for finding in findings}.values())


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
