"""What goes in and out of the ledger writer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """A release before it is written."""

    digest: str
    at: str
    sources: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where an assessment stands, once it is durable; an older twin's, if its idempotency key was used before."""

    assessment_id: str
    index: int
    leaf_hash: bytes


class IdempotencyConflictError(Exception):
    """The key was used before with another body."""
