"""The one writer of the ledger: entries that arrive together share one durable commit."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.ledger.leaf import leaf_bytes
from app.ledger.merkle import leaf_hash
from app.store.assessments import insert_assessment, twin_of
from app.store.records import IdempotencyConflictError, Receipt
from app.store.tables import LedgerEntryRow
from app.workflows.judge_listing import Assessment

_MOST_WAITING = 1000
_MOST_IN_A_COMMIT = 200
# Any number will do, as long as every process takes the same.
_LEDGER_LOCK = 0x666175787061

Outcome = Receipt | Exception
_Waiting = tuple[Assessment, "asyncio.Future[Receipt]"]


class LedgerFullError(Exception):
    """More entries are waiting than we promise to hold; come back in a moment."""


class LedgerWriter:
    """Appends assessments; ``append`` returns once they are on disk."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue(_MOST_WAITING)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write what is appended."""
        self._task = asyncio.create_task(self._run(), name="ledger-writer")

    async def stop(self) -> None:
        """Write what waits, then end."""
        if self._task is not None:
            await self._queue.join()
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def append(self, assessment: Assessment) -> Receipt:
        """Write an assessment and return its receipt once it is durable.

        Raises:
            LedgerFullError: too many are waiting; nothing was written.
            IdempotencyConflictError: its key was used before with another body; nothing was written.
        """
        done: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        try:
            self._queue.put_nowait((assessment, done))
        except asyncio.QueueFull:
            raise LedgerFullError from None
        return await done

    async def append_all(self, assessments: Sequence[Assessment]) -> list[Outcome]:
        """Write assessments in one commit, in order; a conflicting key gets its error in its place."""
        async with self._engine.begin() as connection:
            return await write_all(connection, assessments)

    async def _run(self) -> None:
        while True:
            waiting = [await self._queue.get()]
            while len(waiting) < _MOST_IN_A_COMMIT and not self._queue.empty():
                waiting.append(self._queue.get_nowait())
            await self._commit(waiting)
            for _ in waiting:
                self._queue.task_done()

    async def _commit(self, waiting: list[_Waiting]) -> None:
        outcomes: Sequence[Outcome]
        try:
            outcomes = await self.append_all([assessment for assessment, _ in waiting])
        except Exception as problem:  # noqa: BLE001 - whoever waits must hear of it, whatever it was
            outcomes = [problem] * len(waiting)
        for (_, done), outcome in zip(waiting, outcomes, strict=True):
            if done.cancelled():
                continue
            if isinstance(outcome, Exception):
                done.set_exception(outcome)
            else:
                done.set_result(outcome)


async def write_all(connection: AsyncConnection, assessments: Sequence[Assessment]) -> list[Outcome]:
    """Write the assessments within the caller's transaction; the ledger's index stays gapless."""
    await lock_ledger(connection)
    index = await next_index(connection)
    outcomes: list[Outcome] = []
    for assessment in assessments:
        try:
            twin = await twin_of(connection, assessment)
        except IdempotencyConflictError as conflict:
            outcomes.append(conflict)
            continue
        if twin is not None:
            outcomes.append(twin)
            continue
        what, who = ("assessment", assessment.submission.id), (assessment.submission.at, assessment.submission.actor)
        digest = await append_entry(connection, index, what, assessment.leaf_judgement, who)
        await insert_assessment(connection, assessment, index)
        outcomes.append(Receipt(assessment.submission.id, index, digest))
        index += 1
    return outcomes


async def lock_ledger(connection: AsyncConnection) -> None:
    """Keep every other writer out until this transaction ends."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LEDGER_LOCK})
    else:
        await connection.execute(text("UPDATE ledger_lock SET held = 1"))


async def next_index(connection: AsyncConnection) -> int:
    """Return the index the next entry takes."""
    newest = await connection.scalar(select(func.max(LedgerEntryRow.index)))
    return 0 if newest is None else newest + 1


async def append_entry(
    connection: AsyncConnection, index: int, what: tuple[str, str], judgement: dict[str, Any], who: tuple[str, str]
) -> bytes:
    """Insert one leaf: ``what`` is its kind and subject, ``who`` the time and the actor. Returns its hash."""
    kind, subject = what
    at, actor = who
    envelope = {"actor": actor, "id": subject, "index": index, "kind": kind, "time": at}
    leaf = leaf_bytes(envelope, judgement)
    digest = leaf_hash(leaf)
    row = {"index": index, "kind": kind, "subject": subject, "leaf": leaf, "leaf_hash": digest}
    await connection.execute(insert(LedgerEntryRow), row)
    return digest
