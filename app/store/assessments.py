"""Assessments and their verdicts: written with their ledger entry, found again by id, listing or filter."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.listing import Listing
from app.domain.locale import language_of
from app.store.records import IdempotencyConflictError, Receipt
from app.store.tables import (
    AssessmentRow,
    AssessmentTextRow,
    FindingRow,
    IdempotencyRow,
    LedgerEntryRow,
    VerdictRow,
)
from app.workflows.judge_listing import Assessment


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """An assessment as it was answered, with its place in the ledger; ``answer`` None: erased."""

    id: str
    index: int
    leaf_hash: bytes
    answer: bytes | None
    request: bytes | None
    salt: bytes | None


@dataclass(frozen=True, slots=True)
class VerdictFilter:
    """What to list; None: whatever. ``after`` is the (ledger index, market) of the last one seen, newest first."""

    market: str | None = None
    verdict: str | None = None
    state: str | None = None
    language: str | None = None
    concept: str | None = None
    check: str | None = None
    seller: str | None = None
    after: tuple[int, str] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class ListedVerdict:
    """A row of the queue."""

    index: int
    market: str
    assessment_id: str
    verdict: str
    state: str
    language: str
    listing_id: str
    listing_version: int
    seller: str | None


async def twin_of(connection: AsyncConnection, assessment: Assessment) -> Receipt | None:
    """Return the receipt of the assessment that the submission's idempotency key already stands for.

    Raises:
        IdempotencyConflictError: it stands for another body.
    """
    submission = assessment.submission
    if submission.idempotency_key is None:
        return None
    query = (
        select(IdempotencyRow.body_hash, AssessmentRow.id, AssessmentRow.ledger_index, LedgerEntryRow.leaf_hash)
        .join(AssessmentRow, AssessmentRow.id == IdempotencyRow.assessment_id)
        .join(LedgerEntryRow, LedgerEntryRow.index == AssessmentRow.ledger_index)
        .where(IdempotencyRow.actor == submission.actor, IdempotencyRow.key == submission.idempotency_key)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    if row.body_hash != assessment.body_hash:
        raise IdempotencyConflictError(submission.idempotency_key)
    return Receipt(row.id, row.ledger_index, row.leaf_hash)


async def insert_assessment(connection: AsyncConnection, assessment: Assessment, index: int) -> None:
    """Write everything of an assessment but its ledger entry, and supersede what it replaces."""
    submission = assessment.submission
    head = {
        "id": submission.id,
        "ledger_index": index,
        "created_at": submission.at,
        "listing_id": submission.listing.listing_id,
        "listing_version": submission.listing.listing_version,
        "markets": _spread(submission.listing.markets),
        "release_digest": assessment.judgement.release,
    }
    await connection.execute(insert(AssessmentRow), head)
    text = {"salt": submission.salt, "request": submission.request, "answer": assessment.answer}
    await connection.execute(insert(AssessmentTextRow), {"assessment_id": submission.id, **text})
    await _insert_verdicts(connection, assessment, index)
    await _insert_findings(connection, assessment, index)
    if submission.idempotency_key is not None:
        key = {"actor": submission.actor, "key": submission.idempotency_key, "body_hash": assessment.body_hash}
        await connection.execute(insert(IdempotencyRow), {**key, "assessment_id": submission.id})


async def _insert_verdicts(connection: AsyncConnection, assessment: Assessment, index: int) -> None:
    submission = assessment.submission
    replaced = await _replaced_markets(connection, submission.listing, index)
    rows = [
        {
            "ledger_index": index,
            "market": market,
            "assessment_id": submission.id,
            "verdict": colour,
            "state": "superseded" if market in replaced else "open",
            "language": language_of(submission.listing.target_locale),
            "listing_id": submission.listing.listing_id,
            "listing_version": submission.listing.listing_version,
            "seller": submission.listing.seller,
        }
        for market, colour in assessment.held
    ]
    if rows:
        await connection.execute(insert(VerdictRow), rows)


async def _insert_findings(connection: AsyncConnection, assessment: Assessment, index: int) -> None:
    rows = [
        {
            "ledger_index": index,
            "number": number,
            "check": finding.check,
            "concept": finding.concept,
            "rule": finding.rule,
            "markets": _spread(assessment.markets_of(number)),
        }
        for number, finding in enumerate(assessment.judgement.findings)
    ]
    if rows and assessment.held:
        await connection.execute(insert(FindingRow), rows)


async def _replaced_markets(connection: AsyncConnection, listing: Listing, index: int) -> set[str]:
    """Supersede older verdicts of the listing; return the markets that a newer version has already answered for."""
    others = await connection.execute(
        select(AssessmentRow.markets, AssessmentRow.listing_version).where(
            AssessmentRow.listing_id == listing.listing_id, AssessmentRow.ledger_index != index
        )
    )
    versions = others.all()
    if any(row.listing_version <= listing.listing_version for row in versions):
        await connection.execute(
            update(VerdictRow)
            .where(
                VerdictRow.listing_id == listing.listing_id,
                VerdictRow.market.in_(listing.markets),
                VerdictRow.listing_version <= listing.listing_version,
                VerdictRow.state != "superseded",
            )
            .values(state="superseded")
        )
    newer = [row.markets for row in versions if row.listing_version > listing.listing_version]
    return {market for markets in newer for market in markets.split()}


def _spread(markets: tuple[str, ...]) -> str:
    return f" {' '.join(markets)} "


async def find_assessment(connection: AsyncConnection, id: str) -> StoredAssessment | None:  # noqa: A002
    """Return an assessment by id, None if there is none."""
    query = (
        select(AssessmentRow, LedgerEntryRow.leaf_hash, AssessmentTextRow)
        .join(LedgerEntryRow, LedgerEntryRow.index == AssessmentRow.ledger_index)
        .outerjoin(AssessmentTextRow, AssessmentTextRow.assessment_id == AssessmentRow.id)
        .where(AssessmentRow.id == id)
        .with_only_columns(
            AssessmentRow.id,
            AssessmentRow.ledger_index,
            LedgerEntryRow.leaf_hash,
            AssessmentTextRow.answer,
            AssessmentTextRow.request,
            AssessmentTextRow.salt,
        )
    )
    row = (await connection.execute(query)).one_or_none()
    return (
        None
        if row is None
        else StoredAssessment(row.id, row.ledger_index, row.leaf_hash, row.answer, row.request, row.salt)
    )


async def find_verdict_row(connection: AsyncConnection, assessment_id: str, market: str) -> ListedVerdict | None:
    """Return the queue's row of a verdict; None for green ones and unknown ones."""
    query = _verdicts().where(VerdictRow.assessment_id == assessment_id, VerdictRow.market == market)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else ListedVerdict(**row._asdict())


async def list_verdicts(connection: AsyncConnection, wanted: VerdictFilter) -> list[ListedVerdict]:
    """Return verdicts that are not green, newest first, at most ``wanted.limit``."""
    query = _verdicts().order_by(VerdictRow.ledger_index.desc(), VerdictRow.market).limit(wanted.limit)
    for column in ("market", "verdict", "state", "language", "seller"):
        value = getattr(wanted, column)
        if value is not None:
            query = query.where(getattr(VerdictRow, column) == value)
    if wanted.concept is not None or wanted.check is not None:
        query = query.where(_has_finding(wanted))
    if wanted.after is not None:
        index, market = wanted.after
        query = query.where(
            or_(VerdictRow.ledger_index < index, and_(VerdictRow.ledger_index == index, VerdictRow.market > market))
        )
    return [ListedVerdict(**row._asdict()) for row in (await connection.execute(query)).all()]


def _verdicts() -> Any:  # noqa: ANN401 - a Select typed by its nine columns
    return select(
        VerdictRow.ledger_index.label("index"),
        VerdictRow.market,
        VerdictRow.assessment_id,
        VerdictRow.verdict,
        VerdictRow.state,
        VerdictRow.language,
        VerdictRow.listing_id,
        VerdictRow.listing_version,
        VerdictRow.seller,
    )


def _has_finding(wanted: VerdictFilter) -> ColumnElement[bool]:
    conditions = [FindingRow.ledger_index == VerdictRow.ledger_index]
    conditions.append(FindingRow.markets.contains(" " + VerdictRow.market + " "))
    if wanted.concept is not None:
        branch = or_(
            FindingRow.concept == wanted.concept, FindingRow.concept.startswith(wanted.concept + ".", autoescape=True)
        )
        conditions.append(branch)
    if wanted.check is not None:
        conditions.append(FindingRow.check == wanted.check)
    return exists().where(*conditions)
