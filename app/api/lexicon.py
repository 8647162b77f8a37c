"""What the gate knows: markets, concepts, checks, releases."""

from collections import Counter

import msgspec
from fastapi import APIRouter, Response

from app.api.openapi import answers, json_response
from app.api.problems import ApiError
from app.api.service import LanguageDep, ServiceDep
from app.domain.lexicon import Market, Policy
from app.domain.locale import language_of
from app.formats.answers import SourceOut
from app.gate.release import Release
from app.store.releases import list_releases

router = APIRouter(tags=["lexicon"])


class MarketSummary(msgspec.Struct, frozen=True):
    """A market."""

    code: str
    name: str
    group: str
    languages: list[str]


class PolicyOut(msgspec.Struct, frozen=True):
    """How a market weighs a concept; ``counts``: what decides today, the lower one while ``pending`` is unchecked."""

    concept: str
    severity: str | None
    pending: str | None
    counts: str | None
    basis: str
    confidence: str
    evidence: str
    scope: str | None
    why: str
    sources: list[SourceOut]


class Coverage(msgspec.Struct, frozen=True):
    """How many term entries the release has in a language, for the concepts that the market weighs."""

    language: str
    entries: int
    concepts: int


class MarketDetail(msgspec.Struct, frozen=True):
    """A market with its policies and how far its languages are covered."""

    code: str
    name: str
    group: str
    languages: list[str]
    coverage: list[Coverage]
    policies: list[PolicyOut]


class ConceptOut(msgspec.Struct, frozen=True):
    """A node of the taxonomy."""

    id: str
    label: str
    definition: str
    modalities: list[str]
    leaf: bool


class CheckOut(msgspec.Struct, frozen=True):
    """A check. ``severity`` policy: each market's own; ``on``: whether this service runs it."""

    name: str
    part: str
    severity: str
    mqm: str
    on: bool
    summary: str
    docs: str


class ReleaseOut(msgspec.Struct, frozen=True):
    """A release of the lexicons."""

    digest: str
    created_at: str
    active: bool


@router.get("/markets", responses=answers(list[MarketSummary]))
async def get_markets(service: ServiceDep, language: LanguageDep) -> Response:
    """List the markets."""
    markets = service.gate.lexicon.markets.values()
    return json_response([MarketSummary(m.code, _name(m, language), m.group, list(m.languages)) for m in markets])


@router.get("/markets/{code}", responses=answers(MarketDetail, 404))
async def get_market(code: str, service: ServiceDep, language: LanguageDep) -> Response:
    """Return a market's policies with reasons and sources, and how far its languages are covered."""
    market = service.gate.lexicon.markets.get(code)
    if market is None:
        raise ApiError(404, "unknown-market", f"There is no market {code!r}; GET /v1/markets lists those we know.")
    detail = MarketDetail(
        code=market.code,
        name=_name(market, language),
        group=market.group,
        languages=list(market.languages),
        coverage=[_coverage(market, tag, service.gate.release) for tag in market.languages],
        policies=[_policy(policy) for policy in market.policies.values()],
    )
    return json_response(detail)


@router.get("/concepts", responses=answers(list[ConceptOut]))
async def get_concepts(service: ServiceDep, language: LanguageDep) -> Response:
    """List the concept tree."""
    concepts = service.gate.lexicon.concepts.values()
    return json_response(
        [
            ConceptOut(
                c.id, c.label.get(language.split("-")[0], c.label["en"]), c.definition, list(c.modalities), c.leaf
            )
            for c in concepts
        ]
    )


@router.get("/checks", responses=answers(list[CheckOut]))
async def get_checks(service: ServiceDep) -> Response:
    """List the checks: what each finds, what it leaves alone, and whether it runs here."""
    running = {check.name: check for check in service.gate.checks}
    rows = []
    for name, rule in service.gate.lexicon.checks.items():
        docs = running[name].docs if name in running else ""
        summary = docs.partition("\n\n")[0]
        severity = rule.severity or "policy"
        rows.append(CheckOut(name, rule.part, severity, rule.mqm, name in running, summary, docs))
    return json_response(rows)


@router.get("/releases", responses=answers(list[ReleaseOut]))
async def get_releases(service: ServiceDep) -> Response:
    """List the releases, newest first."""
    async with service.engine.connect() as connection:
        rows = await list_releases(connection)
    return json_response([ReleaseOut(*row) for row in rows])


def _name(market: Market, language: str) -> str:
    return market.name.get(language.split("-", maxsplit=1)[0], market.name["en"])


def _coverage(market: Market, tag: str, release: Release) -> Coverage:
    language = language_of(tag)
    weighed = {concept for concept, policy in market.policies.items() if policy.counting is not None}
    counted = Counter(e.concept for e in release.lexicon.terms if e.language == language and e.concept in weighed)
    return Coverage(tag, counted.total(), len(counted))


def _policy(policy: Policy) -> PolicyOut:
    return PolicyOut(
        concept=policy.concept,
        severity=policy.severity,
        pending=policy.pending,
        counts=policy.counting,
        basis=policy.basis,
        confidence=policy.confidence,
        evidence=policy.evidence,
        scope=policy.scope,
        why=policy.why,
        sources=[SourceOut(source.title, source.url) for source in policy.sources],
    )
