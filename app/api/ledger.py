"""The ledger's promises: the signed checkpoint, and the proof that an assessment stands under it."""

import base64

import msgspec
from fastapi import APIRouter, Response

from app.api.openapi import answers, json_response
from app.api.problems import ApiError
from app.api.service import Service, ServiceDep
from app.ledger.checkpoint import Checkpoint, sign
from app.ledger.merkle import inclusion_proof, root
from app.store.assessments import find_assessment
from app.store.ledger_reader import leaf_at, leaf_hashes

router = APIRouter(tags=["ledger"])


class CheckpointOut(msgspec.Struct, frozen=True):
    """A signed tree head. ``note`` is the signed note (C2SP tlog-checkpoint), ``public_key`` Ed25519 in base64."""

    origin: str
    size: int
    root_hash: str
    public_key: str
    note: str


class ProofOut(msgspec.Struct, frozen=True):
    """That a leaf stands in the tree of the checkpoint: RFC 6962 audit path, bottom up, hashes in hex."""

    index: int
    leaf: str
    leaf_hash: str
    audit_path: list[str]
    checkpoint: CheckpointOut


@router.get("/ledger/checkpoint", responses=answers(CheckpointOut))
async def get_checkpoint(service: ServiceDep) -> Response:
    """Return the signed head of the ledger as it stands now. Keep one elsewhere: it witnesses everything before it."""
    async with service.engine.connect() as connection:
        hashes = await leaf_hashes(connection)
    return json_response(_checkpoint(hashes, service))


@router.get("/assessments/{id}/proof", responses=answers(ProofOut, 404))
async def get_proof(id: str, service: ServiceDep) -> Response:  # noqa: A002 - the contract's name
    """Return the proof that an assessment stands in the ledger; it outlives the erasure of its text."""
    async with service.engine.connect() as connection:
        stored = await find_assessment(connection, id)
        if stored is None:
            raise ApiError(404, "unknown-assessment", f"There is no assessment {id!r}.")
        hashes = await leaf_hashes(connection)
        leaf = await leaf_at(connection, stored.index) or b""
    path = [step.hex() for step in inclusion_proof(hashes, stored.index)]
    return json_response(
        ProofOut(stored.index, leaf.decode(), stored.leaf_hash.hex(), path, _checkpoint(hashes, service))
    )


def _checkpoint(hashes: list[bytes], service: Service) -> CheckpointOut:
    checkpoint = Checkpoint(service.origin, len(hashes), root(hashes))
    return CheckpointOut(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root_hash=checkpoint.root.hex(),
        public_key=base64.b64encode(service.signing_key.public_key().public_bytes_raw()).decode(),
        note=sign(checkpoint, service.signing_key),
    )
