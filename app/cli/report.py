"""Answers as a person or a program reads them."""

from collections.abc import Iterator

import click
import msgspec

from app.formats.answers import AssessmentOut, FindingOut, VerdictOut, WeighedOut

_STYLE = {"red": "red", "amber": "yellow", "green": "green"}
# A word and a shape beside the colour: colour alone must never carry the verdict.
_SHAPE = {"red": "■ red", "amber": "▲ amber", "green": "● green"}


def as_json(answers: list[tuple[str, AssessmentOut]]) -> str:
    """Return the answers as one JSON array; each knows the line it came from."""
    rows = [{"line": place, **msgspec.to_builtins(answer)} for place, answer in answers]
    return msgspec.json.format(msgspec.json.encode(rows)).decode()


def as_text(answers: list[tuple[str, AssessmentOut]], *, colour: bool) -> str:
    """Return the answers as text, one paragraph a listing."""
    lines = [line for place, answer in answers for line in _paragraph(place, answer)]
    text = "\n".join([*lines, _total(answers)])
    return text if colour else click.unstyle(text)


def verdict_mark(verdict: str) -> str:
    """Return a verdict as shape, word and colour."""
    return click.style(f"{_SHAPE[verdict]:8}", fg=_STYLE[verdict], bold=verdict != "green")


def _paragraph(place: str, answer: AssessmentOut) -> Iterator[str]:
    yield click.style(f"{place}  {answer.listing_id}", bold=True)
    findings = {finding.id: finding for finding in answer.findings}
    for verdict in answer.verdicts:
        quality = "" if verdict.quality is None else f"  quality {verdict.quality:g}"
        yield f"  {verdict.market}  {verdict_mark(verdict.verdict)}{quality}"
        yield from _findings(verdict, findings)
    yield ""


def _findings(verdict: VerdictOut, findings: dict[str, FindingOut]) -> Iterator[str]:
    for weighed in verdict.findings:
        finding = findings[weighed.id]
        place = finding.place
        where = f"{place.name}:{place.start}-{place.end}"
        yield f"      {weighed.severity:8}  {where}  {finding.message}{_suggested(finding)}"
        if weighed.why:
            yield click.style(f"                {_reason(weighed)}", dim=True)


def _suggested(finding: FindingOut) -> str:
    return f" Better: {', '.join(finding.suggestions)}." if finding.suggestions else ""


def _reason(weighed: WeighedOut) -> str:
    sources = "; ".join(source.title for source in weighed.sources)
    return f"{weighed.basis}: {weighed.why}" + (f" [{sources}]" if sources else "")


def _total(answers: list[tuple[str, AssessmentOut]]) -> str:
    colours = [verdict.verdict for _, answer in answers for verdict in answer.verdicts]
    counts = ", ".join(f"{colours.count(colour)} {colour}" for colour in ("red", "amber", "green"))
    return f"{len(answers)} listings, {len(colours)} verdicts: {counts}"
