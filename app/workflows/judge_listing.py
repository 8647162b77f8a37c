"""A listing comes in, is judged, and stands in the ledger before the answer leaves."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from app.domain.lexicon import Lexicon
from app.domain.listing import Listing
from app.domain.severity import Colour
from app.domain.verdict import Judgement
from app.gate.check import Check
from app.gate.judging import judge
from app.gate.release import Release
from app.ledger.leaf import assessment_judgement

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Submission:
    """A listing as it came in, with who sent it, when, and the canonical bytes of what was asked."""

    listing: Listing
    request: bytes
    actor: str
    at: str
    id: str
    salt: bytes
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What judges: the active release and the checks."""

    release: Release
    checks: Sequence[Check]
    engine: str

    @property
    def lexicon(self) -> Lexicon:
        """The words and policies of the active release."""
        return self.release.lexicon

    def judge(self, listing: Listing) -> Judgement:
        """Judge a listing under the active release."""
        return judge(listing, self.release, self.checks)


class Answering(Protocol):
    """Turns a judgement into the bytes that are stored and sent."""

    def __call__(self, submission: Submission, judgement: Judgement) -> bytes:
        """Return the answer of a submission."""
        ...


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judged submission, ready to be written."""

    submission: Submission
    judgement: Judgement
    leaf_judgement: dict[str, Any]
    answer: bytes

    @property
    def body_hash(self) -> bytes:
        """SHA-256 of what was asked, for telling twins from conflicts."""
        return hashlib.sha256(self.submission.request).digest()

    @property
    def held(self) -> tuple[tuple[str, Colour], ...]:
        """The markets whose verdict is not green."""
        return tuple((v.market, v.colour) for v in self.judgement.verdicts if v.colour is not Colour.GREEN)

    def markets_of(self, finding: int) -> tuple[str, ...]:
        """The markets not green in which a finding weighs."""
        return tuple(
            verdict.market
            for verdict in self.judgement.verdicts
            if verdict.colour is not Colour.GREEN and any(w.finding == finding for w in verdict.weighed)
        )


class Ledger(Protocol[R]):
    """Keeps assessments; returns once they are durable."""

    async def append(self, assessment: Assessment) -> R:
        """Write an assessment and return where it stands."""
        ...

    async def append_all(self, assessments: Sequence[Assessment]) -> list[R | Exception]:
        """Write assessments in one durable step, in order."""
        ...


async def judge_listing(submission: Submission, gate: Gate, answering: Answering, ledger: Ledger[R]) -> R:
    """Judge a submission and return its receipt, once it is on disk."""
    return await ledger.append(assess(submission, gate, answering))


def assess(submission: Submission, gate: Gate, answering: Answering) -> Assessment:
    """Judge a submission and make everything that its ledger entry needs."""
    judgement = gate.judge(submission.listing)
    leaf = assessment_judgement(
        submission.listing, judgement, request=submission.request, salt=submission.salt, engine=gate.engine
    )
    return Assessment(submission, judgement, leaf, answering(submission, judgement))
