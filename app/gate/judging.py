"""Judging a listing: fold once, scan once, let every check speak, weigh per market."""

from collections.abc import Callable, Iterator, Sequence

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Listing
from app.domain.verdict import Failure, Judgement
from app.gate.check import Check, View
from app.gate.precedence import most_specific
from app.gate.release import Release
from app.gate.scanning import scan
from app.gate.verdict import Weighing, severity_in
from app.gate.words import source_words


def judge(listing: Listing, release: Release, checks: Sequence[Check]) -> Judgement:
    """Judge ``listing`` for every market it names.

    Findings that concern none of these markets are left out. A check that breaks leaves a gate-incomplete finding
    and its exception in ``failures``: never a silent green.

    Raises:
        KeyError: the listing names a market the release does not have.
    """
    failures: list[Failure] = []
    found = findings_of(listing, release, checks, failures)
    markets = [release.lexicon.markets[code] for code in listing.markets]
    rules = release.lexicon.checks
    findings = [f for f in found if any(severity_in(market, f, rules[f.check]) is not None for market in markets)]
    words = source_words(listing, release.lexicon.languages)
    weighing = Weighing(findings, [rules[finding.check] for finding in findings], words)
    return Judgement(
        release=release.digest,
        findings=tuple(findings),
        verdicts=tuple(weighing.verdict_for(market) for market in markets),
        failures=tuple(failures),
    )


def findings_of(
    listing: Listing, release: Release, checks: Sequence[Check], failures: list[Failure] | None = None
) -> list[Finding]:
    """Return everything the checks find, whatever the market, in reading order."""
    view = View(listing, release, scan(listing, release), release.lexicon.categories.resolve(listing.category))
    broken = failures if failures is not None else []
    found = [finding for check in checks for finding in _found(check, view, broken)]
    return sorted(most_specific(found), key=_reading_order(view))


def _found(check: Check, view: View, failures: list[Failure]) -> Iterator[Finding]:
    try:
        yield from tuple(check.find(view))
    except Exception as problem:  # noqa: BLE001 - whatever breaks a check must become a finding, never a green
        failures.append(Failure(check.name, problem))
        yield incomplete("check-failed", {"check": check.name}, _whole(view))


def incomplete(reason: str, params: dict[str, str], place: Place, text: str = "") -> Finding:
    """Return the finding that something could not be looked at; ``reason`` is its message code."""
    return Finding(
        check="gate-incomplete",
        rule=f"gate-incomplete/{reason}",
        code=reason,
        place=place,
        text=text,
        origin=Origin.UNKNOWN,
        action=Action.ADVISE,
        params=params,
    )


def _whole(view: View) -> Place:
    for segment in view.scan.segments:
        return segment.place(0, 0)
    return Place(PlaceKind.FIELD, "", Side.TARGET, 0, 0)


def _reading_order(view: View) -> Callable[[Finding], tuple[object, ...]]:
    """Total order: the same listing must give byte-identical ledger entries on every run."""
    order = {(segment.kind, segment.name, segment.side): at for at, segment in enumerate(view.scan.segments)}

    def key(finding: Finding) -> tuple[object, ...]:
        place = finding.place
        at = order.get((place.kind, place.name, place.side), len(order))
        return at, place.name, place.start, place.end, finding.check, finding.rule, finding.text

    return key
