"""How a score is told: as a table, as JSON, against thresholds."""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.workflows.score_cases import Outcome, Rate, Score, Tally


def as_table(score: Score, *, wrong: bool = False) -> str:
    """Return the figures as text; ``wrong`` adds every case that was not right."""
    return "\n".join([*_figures(score), *(_wrong(score) if wrong else ())])


def as_json(score: Score) -> str:
    """Return the figures as JSON."""
    figures = {
        "cases": score.cases,
        "overall": _tally(score.overall),
        "verdict_accuracy": _rate(score.verdicts),
        "false_alarms": {tag: _rate(rate) for tag, rate in score.false_alarms.items() if rate.of},
        "origins": _rate(score.origins),
        "concepts": {name: _tally(tally) for name, tally in score.by_concept.items()},
        "languages": {name: _tally(tally) for name, tally in score.by_language.items()},
        "tags": {name: _tally(tally) for name, tally in score.by_tag.items()},
    }
    return msgspec.json.format(msgspec.json.encode(figures)).decode()


def shortfalls(score: Score, thresholds: dict[str, float]) -> Iterator[str]:
    """Yield a sentence for every figure that falls short of its threshold."""
    reached: dict[str, float | None] = {
        "f1": score.overall.f1,
        "precision": score.overall.precision,
        "recall": score.overall.recall,
        "verdicts": score.verdicts.share,
    }
    for name, least in thresholds.items():
        value = reached[name]
        if value is not None and value < least:
            yield f"{name} is {value:.3f}, below {least:.3f}"


def _figures(score: Score) -> Iterator[str]:
    yield f"{score.cases} cases"
    yield f"{'':34} {'P':>6} {'R':>6} {'F1':>6}   hit miss false"
    yield _row("all", score.overall)
    for title, rows in (("language", score.by_language), ("tag", score.by_tag), ("concept", score.by_concept)):
        yield f"by {title}"
        yield from (_row(name, tally) for name, tally in rows.items())
    yield _rate_row("verdicts right", score.verdicts)
    yield from (_rate_row(f"false alarms: {tag}", rate) for tag, rate in score.false_alarms.items() if rate.of)
    if score.origins.of:
        yield _rate_row("origins right", score.origins)


def _wrong(score: Score) -> Iterator[str]:
    for outcome in score.wrong:
        case = outcome.case
        yield f"{case.id} {case.listing.markets[0]} {case.language}: {'; '.join(_faults(outcome))}"


def _faults(outcome: Outcome) -> Iterator[str]:
    yield from (f"missed {expected.check} {expected.concept}" for expected in outcome.missed)
    yield from (f"false {f.check} {f.concept} {f.text!r} ({f.rule})" for f in outcome.surplus)
    if not outcome.verdict_right:
        yield f"verdict {outcome.verdict}, labelled {outcome.case.verdict}"
    if outcome.origins_right < outcome.origins:
        yield "origin"


def _row(name: str, tally: Tally) -> str:
    shares = " ".join(_share(share) for share in (tally.precision, tally.recall, tally.f1))
    return f"  {name[:32]:32} {shares}  {tally.hit:4} {tally.missed:4} {tally.surplus:5}"


def _rate_row(name: str, rate: Rate) -> str:
    low, high = rate.interval
    return f"{name:34} {_share(rate.share)}   {rate.right} of {rate.of}, 95% interval {low:.3f} to {high:.3f}"


def _share(share: float | None) -> str:
    return f"{share:6.3f}" if share is not None else "     -"


def _tally(tally: Tally) -> dict[str, Any]:
    counts = {"hit": tally.hit, "missed": tally.missed, "false": tally.surplus}
    return {**counts, "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def _rate(rate: Rate) -> dict[str, Any]:
    return {"right": rate.right, "of": rate.of, "share": rate.share, "interval": list(rate.interval)}
