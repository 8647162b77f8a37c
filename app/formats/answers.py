"""The JSON of an answer: what POST /v1/assessments returns and the ledger keeps beside its entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from app.domain.finding import Finding, Place, PlaceKind, Side
from app.domain.lexicon import CheckRule, Concept, Lexicon, Policy
from app.domain.listing import Listing
from app.domain.severity import Colour, worst
from app.domain.verdict import Judgement, Verdict
from app.gate.explaining import message_of


class PlaceOut(Struct, frozen=True):
    """A half-open span in one text of the listing."""

    kind: str
    name: str
    side: str
    start: int
    end: int


class FindingOut(Struct, frozen=True):
    """One thing found, once for all markets."""

    id: str
    check: str
    rule: str
    concept: str | None
    mqm: str
    place: PlaceOut
    text: str
    origin: str
    action: str
    obfuscated: bool
    code: str
    params: dict[str, str]
    message: str
    suggestions: list[str]


class SourceOut(Struct, frozen=True):
    """A law, rule or article."""

    title: str
    url: str | None


class WeighedOut(Struct, frozen=True):
    """A finding as a market weighs it; ``basis``, ``why`` and ``evidence`` where a policy decides."""

    id: str
    severity: str
    basis: str | None
    why: str | None
    evidence: str | None
    sources: list[SourceOut]


class VerdictOut(Struct, frozen=True):
    """One market's answer; ``quality`` in [0, 100] or null without source words."""

    id: str
    market: str
    verdict: str
    culture: str
    translation: str
    quality: float | None
    valid_until: str | None
    findings: list[WeighedOut]


class SummaryOut(Struct, frozen=True):
    """The markets by what to do now."""

    publish: list[str]
    review: list[str]
    hold: list[str]


class LedgerOut(Struct, frozen=True):
    """Where the assessment stands in the ledger."""

    index: int
    leaf_hash: str


class AssessmentOut(Struct, frozen=True):
    """A judged listing. A preview has no id, no verdict ids and no ledger entry."""

    id: str | None
    listing_id: str
    listing_version: int
    created_at: str
    release: str
    engine: str
    offset_unit: str
    checks_off: list[str]
    summary: SummaryOut
    worst: str
    findings: list[FindingOut]
    verdicts: list[VerdictOut]
    ledger: LedgerOut | UnsetType | None = UNSET


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an answer carries beside its judgement; ``id`` None for a preview, ``unit`` codepoint or utf16."""

    id: str | None
    at: str
    engine: str
    unit: str


def answer(listing: Listing, judgement: Judgement, lexicon: Lexicon, stamp: Stamp) -> AssessmentOut:
    """Return the answer for a judgement, its messages in English."""
    texts = _texts(listing)
    return AssessmentOut(
        id=stamp.id,
        listing_id=listing.listing_id,
        listing_version=listing.listing_version,
        created_at=stamp.at,
        release=judgement.release,
        engine=stamp.engine,
        offset_unit=stamp.unit,
        checks_off=list(judgement.checks_off),
        summary=_summary(judgement),
        worst=worst(*(verdict.colour for verdict in judgement.verdicts)),
        findings=[
            _finding(f"f{number}", finding, lexicon, texts if stamp.unit == "utf16" else None)
            for number, finding in enumerate(judgement.findings, 1)
        ],
        verdicts=[_verdict(verdict, judgement, lexicon, stamp.id) for verdict in judgement.verdicts],
    )


def in_language(stored: AssessmentOut, concepts: Mapping[str, Concept], language: str) -> AssessmentOut:
    """Return the answer with its messages in ``language``."""
    findings = [
        msgspec.structs.replace(finding, message=message_of(finding.code, finding.params, concepts, language))
        for finding in stored.findings
    ]
    return msgspec.structs.replace(stored, findings=findings)


def _summary(judgement: Judgement) -> SummaryOut:
    by_colour: dict[Colour, list[str]] = {colour: [] for colour in Colour}
    for verdict in judgement.verdicts:
        by_colour[verdict.colour].append(verdict.market)
    return SummaryOut(by_colour[Colour.GREEN], by_colour[Colour.AMBER], by_colour[Colour.RED])


def _finding(id: str, finding: Finding, lexicon: Lexicon, texts: dict[Any, str] | None) -> FindingOut:  # noqa: A002
    rule: CheckRule = lexicon.checks[finding.check]
    return FindingOut(
        id=id,
        check=finding.check,
        rule=finding.rule,
        concept=finding.concept,
        mqm=rule.mqm,
        place=_place(finding.place, texts),
        text=finding.text,
        origin=finding.origin,
        action=finding.action,
        obfuscated=finding.obfuscated,
        code=finding.code,
        params=dict(finding.params),
        message=message_of(finding.code, finding.params, lexicon.concepts),
        suggestions=list(finding.suggestions),
    )


def _place(place: Place, texts: dict[Any, str] | None) -> PlaceOut:
    start, end = place.start, place.end
    if texts is not None:
        text = texts.get((place.kind, place.name, place.side), "")
        start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in (start, end))
    return PlaceOut(place.kind, place.name, place.side, start, end)


def _texts(listing: Listing) -> dict[Any, str]:
    texts: dict[Any, str] = {}
    for field in listing.fields:
        texts[PlaceKind.FIELD, field.name, Side.TARGET] = field.target
        texts[PlaceKind.FIELD, field.name, Side.SOURCE] = field.source or ""
    for image in listing.images:
        texts[PlaceKind.IMAGE_ALT, image.id, Side.TARGET] = image.alt or ""
        texts[PlaceKind.IMAGE_TEXT, image.id, Side.TARGET] = image.text or ""
    return texts


def _verdict(verdict: Verdict, judgement: Judgement, lexicon: Lexicon, id: str | None) -> VerdictOut:  # noqa: A002
    policies = lexicon.markets[verdict.market].policies
    return VerdictOut(
        id=f"{id}.{verdict.market}" if id else "",
        market=verdict.market,
        verdict=verdict.colour,
        culture=verdict.culture,
        translation=verdict.translation,
        quality=verdict.quality,
        valid_until=verdict.valid_until,
        findings=[
            _weighed(w.finding, w.severity, policies.get(judgement.findings[w.finding].concept or ""))
            for w in verdict.weighed
        ],
    )


def _weighed(finding: int, severity: str, policy: Policy | None) -> WeighedOut:
    if policy is None:
        return WeighedOut(f"f{finding + 1}", severity, None, None, None, [])
    sources = [SourceOut(source.title, source.url) for source in policy.sources]
    return WeighedOut(f"f{finding + 1}", severity, policy.basis, policy.why, policy.evidence, sources)
