"""What the routes stand on: the gate, the store, the signing key, the clock."""

import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import Depends, Header, Request
from sqlalchemy.ext.asyncio import AsyncEngine

from app.gate.explaining import language_for
from app.store.ledger_writer import LedgerWriter
from app.workflows.judge_listing import Gate


@dataclass(slots=True)
class Service:
    """The running service. ``gate`` is replaced whole when another release is activated."""

    gate: Gate
    engine: AsyncEngine
    writer: LedgerWriter
    signing_key: Ed25519PrivateKey
    origin: str
    categories: Mapping[str, str]

    # Until keys exist, whoever reaches the loopback address is one actor.
    actor: str = "local"

    def now(self) -> str:
        """Return the time as RFC 3339 UTC with milliseconds."""
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def new_id(self) -> str:
        """Return a new assessment id: 32 hexadecimal digits."""
        return uuid.uuid4().hex

    def new_salt(self) -> bytes:
        """Return 32 random bytes for an entry's commitments."""
        return secrets.token_bytes(32)


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _language(accept_language: Annotated[str | None, Header()] = None) -> str:
    return language_for(accept_language)


ServiceDep = Annotated[Service, Depends(_service)]
LanguageDep = Annotated[str, Depends(_language)]
