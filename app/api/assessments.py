"""Judging listings: POST /v1/assessments, batches, previews, and finding an assessment again."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header, Request, Response

from app.api import examples
from app.api.bodies import read_body
from app.api.openapi import answers, body, json_response
from app.api.problems import ApiError, Problem, api_error, problem_of
from app.api.service import LanguageDep, Service, ServiceDep
from app.domain.verdict import Judgement
from app.formats.answers import AssessmentOut, LedgerOut, Stamp, answer, in_language
from app.formats.requests import AssessmentIn, RequestError, listing_from, request_from
from app.formats.strict_json import parse_json
from app.store.assessments import StoredAssessment, find_assessment
from app.store.records import Receipt
from app.workflows.judge_listing import Submission, assess, judge_listing

router = APIRouter(tags=["assessments"])

MOST_IN_A_BATCH = 500
KeyHeader = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255)]


class BatchItem(AssessmentIn, frozen=True, forbid_unknown_fields=True):
    """A listing of a batch, with its own key."""

    idempotency_key: Annotated[str, msgspec.Meta(min_length=1, max_length=255)] | None = None


class Batch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Up to 500 listings, judged in order and written in one transaction."""

    listings: Annotated[list[BatchItem], msgspec.Meta(min_length=1, max_length=MOST_IN_A_BATCH)]


class BatchResult(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one listing: its assessment (status 201) or its problem."""

    status: int
    assessment: AssessmentOut | None = None
    problem: Problem | None = None


class BatchAnswer(msgspec.Struct, frozen=True):
    """A result for each listing, in the order they came."""

    results: list[BatchResult]


@router.post(
    "/assessments",
    status_code=201,
    openapi_extra=body(AssessmentIn, examples.REQUEST),
    responses=answers(AssessmentOut, 400, 413, 422, 503, status=201),
)
async def create_assessment(
    request: Request, service: ServiceDep, language: LanguageDep, idempotency_key: KeyHeader = None
) -> Response:
    """Judge a listing for the markets it names and write the verdicts to the ledger; answers once they are on disk."""
    asked = request_from(parse_json(await read_body(request)))
    submission = _submission(asked, service, idempotency_key)
    receipt = await judge_listing(submission, service.gate, _Answering(service, asked.offset_unit), service.writer)
    return await _stored(receipt.assessment_id, service, language, 201)


@router.post(
    "/assessments/batch",
    openapi_extra=body(Batch, {"listings": [{**examples.REQUEST, "idempotency_key": "import-7-row-1"}]}),
    responses=answers(BatchAnswer, 400, 413, 422, 503),
)
async def create_batch(request: Request, service: ServiceDep, language: LanguageDep) -> Response:
    """Judge up to 500 listings and write them in one transaction; a bad one is reported in its place."""
    rows = _batch_rows(parse_json(await read_body(request)))
    results: list[Any] = [None] * len(rows)
    assessments = []
    for at, row in enumerate(rows):
        try:
            key, asked = _batch_item(row)
            submission = _submission(asked, service, key)
            assessments.append((at, assess(submission, service.gate, _Answering(service, asked.offset_unit))))
        except RequestError as error:
            results[at] = _refused(error)
    outcomes = await service.writer.append_all([assessment for _, assessment in assessments])
    for (at, _), outcome in zip(assessments, outcomes, strict=True):
        results[at] = await _batch_result(outcome, service, language)
    return json_response(BatchAnswer(results))


@router.post(
    "/previews",
    openapi_extra=body(AssessmentIn, examples.REQUEST),
    responses=answers(AssessmentOut, 400, 413, 422),
)
async def create_preview(request: Request, service: ServiceDep, language: LanguageDep) -> Response:
    """Judge a listing in the same way and store nothing."""
    asked = request_from(parse_json(await read_body(request)))
    listing = listing_from(asked, service.gate.lexicon, service.categories)
    stamp = Stamp(None, service.now(), service.gate.engine, asked.offset_unit)
    found = answer(listing, service.gate.judge(listing), service.gate.lexicon, stamp)
    return json_response(in_language(found, service.gate.lexicon.concepts, language))


@router.get("/assessments/{id}", responses=answers(AssessmentOut, 404, 410))
async def get_assessment(id: str, service: ServiceDep, language: LanguageDep) -> Response:  # noqa: A002 - the contract's name
    """Return an assessment as it was answered."""
    return await _stored(id, service, language, 200)


async def load_assessment(id: str, service: Service, language: str) -> AssessmentOut:  # noqa: A002
    """Return a stored answer with its messages in ``language``.

    Raises:
        ApiError: there is none (404), or its text was erased (410).
    """
    async with service.engine.connect() as connection:
        stored = await find_assessment(connection, id)
    if stored is None:
        raise ApiError(404, "unknown-assessment", f"There is no assessment {id!r}.")
    if stored.answer is None:
        raise ApiError(410, "erased", "The text of this assessment was erased. Its proof still stands in the ledger.")
    return _answer_of(stored, stored.answer, service, language)


class _Answering:
    """Builds the stored answer of a submission."""

    def __init__(self, service: Service, unit: str) -> None:
        self._service, self._unit = service, unit

    def __call__(self, submission: Submission, judgement: Judgement) -> bytes:
        gate = self._service.gate
        stamp = Stamp(submission.id, submission.at, gate.engine, self._unit)
        return msgspec.json.encode(answer(submission.listing, judgement, gate.lexicon, stamp))


def _submission(asked: AssessmentIn, service: Service, key: str | None) -> Submission:
    return Submission(
        listing=listing_from(asked, service.gate.lexicon, service.categories),
        request=msgspec.json.encode(asked),
        actor=service.actor,
        at=service.now(),
        id=service.new_id(),
        salt=service.new_salt(),
        idempotency_key=key,
    )


async def _stored(id: str, service: Service, language: str, status: int) -> Response:  # noqa: A002
    return json_response(await load_assessment(id, service, language), status)


def _answer_of(stored: StoredAssessment, answered: bytes, service: Service, language: str) -> AssessmentOut:
    found = msgspec.json.decode(answered, type=AssessmentOut)
    found = in_language(found, service.gate.lexicon.concepts, language)
    return msgspec.structs.replace(found, ledger=LedgerOut(stored.index, stored.leaf_hash.hex()))


def _batch_rows(value: object) -> list[Any]:
    rows = value.get("listings") if isinstance(value, dict) and len(value) == 1 else None
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_IN_A_BATCH:
        message = f"send one key, `listings`, with 1 to {MOST_IN_A_BATCH} listings"
        raise RequestError("invalid-request", message, "/listings")
    return rows


def _batch_item(row: object) -> tuple[str | None, AssessmentIn]:
    if not isinstance(row, dict):
        raise RequestError("invalid-request", "a listing is an object")
    key = row.get("idempotency_key")
    if key is not None and not (isinstance(key, str) and 1 <= len(key) <= 255):  # noqa: PLR2004 - as the header
        raise RequestError("invalid-request", "a key is a text of 1 to 255 characters", "/idempotency_key")
    return key, request_from({name: value for name, value in row.items() if name != "idempotency_key"})


async def _batch_result(outcome: Receipt | Exception, service: Service, language: str) -> BatchResult:
    if isinstance(outcome, Exception):
        return _refused(outcome)
    return BatchResult(201, assessment=await load_assessment(outcome.assessment_id, service, language))


def _refused(error: Exception) -> BatchResult:
    known = api_error(error)
    return BatchResult(known.status, problem=problem_of(known))
