"""Whether the service lives, and whether it can answer."""

import msgspec
from fastapi import APIRouter, Response

from app.api.openapi import answers, json_response
from app.api.service import ServiceDep
from app.store.ledger_reader import ledger_size

router = APIRouter(tags=["health"])


class Health(msgspec.Struct, frozen=True):
    """``ok``, and what the service runs on."""

    status: str
    release: str
    engine: str
    ledger_size: int | None = None


@router.get("/health/live", responses=answers(Health))
async def get_live(service: ServiceDep) -> Response:
    """Say that the process answers."""
    return json_response(Health("ok", service.gate.release.digest, service.gate.engine))


@router.get("/health/ready", responses=answers(Health, 503))
async def get_ready(service: ServiceDep) -> Response:
    """Say that the store answers too; 503 while it does not."""
    async with service.engine.connect() as connection:
        size = await ledger_size(connection)
    return json_response(Health("ok", service.gate.release.digest, service.gate.engine, size))
