"""Verdicts that wait for a person: GET /v1/verdicts with filters, and one verdict whole."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from app.api.assessments import load_assessment
from app.api.openapi import answers, json_response
from app.api.problems import ApiError
from app.api.service import LanguageDep, ServiceDep
from app.formats.answers import FindingOut, VerdictOut
from app.store.assessments import ListedVerdict, VerdictFilter, find_verdict_row, list_verdicts

router = APIRouter(tags=["verdicts"])


class VerdictSummary(msgspec.Struct, frozen=True):
    """A row of the queue."""

    id: str
    assessment_id: str
    listing_id: str
    listing_version: int
    market: str
    verdict: str
    state: str
    language: str
    seller: str | None
    ledger_index: int


class VerdictPage(msgspec.Struct, frozen=True):
    """Verdicts that are not green, newest first; ``next`` is the cursor of the following page, null at the end."""

    verdicts: list[VerdictSummary]
    next: str | None


class VerdictDetail(msgspec.Struct, frozen=True):
    """A verdict with the findings it weighs and its state in review; green ones are always done."""

    verdict: VerdictOut
    findings: list[FindingOut]
    state: str
    assessment_id: str


Short = Annotated[str | None, Field(max_length=200)]


class Filters(BaseModel):
    """The filters of the contract; whatever is left out does not narrow."""

    market: Short = None
    verdict: Literal["red", "amber"] | None = None
    state: Literal["open", "superseded"] | None = None
    language: Short = None
    concept: Short = None
    check: Short = None
    seller: Short = None
    cursor: Annotated[str | None, Field(pattern=r"^\d{1,15}\.[A-Z]{2}$")] = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


@router.get("/verdicts", responses=answers(VerdictPage, 422))
async def get_verdicts(service: ServiceDep, filters: Annotated[Filters, Query()]) -> Response:
    """List verdicts that are not green, newest first. A concept covers those below it (religion.pork)."""
    limit = filters.limit
    narrowing = filters.model_dump(exclude={"cursor", "limit"})
    wanted = VerdictFilter(**narrowing, after=_after(filters.cursor), limit=limit + 1)
    async with service.engine.connect() as connection:
        rows = await list_verdicts(connection, wanted)
    page, more = rows[:limit], len(rows) > limit
    following = f"{page[-1].index}.{page[-1].market}" if more else None
    return json_response(VerdictPage([_summary(row) for row in page], following))


@router.get("/verdicts/{id}", responses=answers(VerdictDetail, 404, 410))
async def get_verdict(id: str, service: ServiceDep, language: LanguageDep) -> Response:  # noqa: A002 - the contract's name
    """Return one verdict with its findings."""
    assessment_id, _, market = id.rpartition(".")
    found = await load_assessment(assessment_id, service, language)
    verdict = next((verdict for verdict in found.verdicts if verdict.market == market), None)
    if verdict is None:
        raise ApiError(404, "unknown-verdict", f"The assessment has no verdict for {market!r}.")
    async with service.engine.connect() as connection:
        row = await find_verdict_row(connection, assessment_id, market)
    weighed = {finding.id for finding in verdict.findings}
    findings = [finding for finding in found.findings if finding.id in weighed]
    return json_response(VerdictDetail(verdict, findings, row.state if row else "done", assessment_id))


def _after(cursor: str | None) -> tuple[int, str] | None:
    if cursor is None:
        return None
    index, _, market = cursor.partition(".")
    return int(index), market


def _summary(row: ListedVerdict) -> VerdictSummary:
    return VerdictSummary(
        id=f"{row.assessment_id}.{row.market}",
        assessment_id=row.assessment_id,
        listing_id=row.listing_id,
        listing_version=row.listing_version,
        market=row.market,
        verdict=row.verdict,
        state=row.state,
        language=row.language,
        seller=row.seller,
        ledger_index=row.index,
    )
