"""Errors as application/problem+json (RFC 9457) with a stable ``code``."""

from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.formats.requests import RequestError
from app.formats.strict_json import JsonError
from app.store.ledger_writer import LedgerFullError
from app.store.records import IdempotencyConflictError

MEDIA_TYPE = "application/problem+json"


class Problem(msgspec.Struct, omit_defaults=True):
    """What was wrong, where, and what to do."""

    code: str
    title: str
    status: int
    detail: str
    pointer: str = ""


class ApiError(Exception):
    """An error that its raiser can name: status, stable code, a sentence, and where."""

    def __init__(
        self, status: int, code: str, detail: str, *, pointer: str = "", retry_after: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail
        self.pointer, self.retry_after = pointer, retry_after


def problem(error: ApiError) -> Response:
    """Return the response for an error."""
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else None
    return Response(msgspec.json.encode(problem_of(error)), error.status, headers, MEDIA_TYPE)


def problem_of(error: ApiError) -> Problem:
    """Return the body for an error."""
    return Problem(error.code, HTTPStatus(error.status).phrase, error.status, error.detail, error.pointer)


def install(app: FastAPI) -> None:
    """Make every error of the application a problem; nothing of the input is echoed but its location."""
    for kind in (ApiError, RequestError, JsonError, IdempotencyConflictError, LedgerFullError, RequestValidationError):
        app.add_exception_handler(kind, _handle)
    app.add_exception_handler(HTTPException, _handle)
    app.add_exception_handler(Exception, _unexpected)


async def _handle(_request: Request, error: Exception) -> Response:
    return problem(api_error(error))


async def _unexpected(_request: Request, _error: Exception) -> Response:
    detail = "Something broke on our side and was logged. Nothing was stored unless you got a 201; try again."
    return problem(ApiError(500, "internal-error", detail))


def api_error(error: Exception) -> ApiError:  # noqa: PLR0911 - a table of kinds, one line each
    """Return what an error of the layers below means to a client."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, RequestError):
        return ApiError(422, error.code, error.message, pointer=error.pointer)
    if isinstance(error, JsonError):
        return ApiError(400, "invalid-json", error.message, pointer=error.where)
    if isinstance(error, IdempotencyConflictError):
        detail = "This Idempotency-Key was used before with another body. Use a new key for a new listing."
        return ApiError(422, "idempotency-conflict", detail)
    if isinstance(error, LedgerFullError):
        return ApiError(503, "busy", "The ledger's queue is full. Nothing was stored; try again.", retry_after=1)
    if isinstance(error, RequestValidationError):
        return _from_validation(error)
    if isinstance(error, HTTPException):
        return ApiError(error.status_code, _code(error.status_code), str(error.detail))
    raise error


def _from_validation(error: RequestValidationError) -> ApiError:
    first = error.errors()[0]
    pointer = "/" + "/".join(str(part) for part in first["loc"])
    return ApiError(422, "invalid-request", first["msg"].lower(), pointer=pointer)


def _code(status: int) -> str:
    return HTTPStatus(status).phrase.lower().replace(" ", "-")
