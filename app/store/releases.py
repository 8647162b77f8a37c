"""Releases on disk: stored whole, so that an old verdict can be judged again after the lexicons moved on."""

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.store.ledger_writer import append_entry, lock_ledger, next_index
from app.store.records import ReleaseRecord
from app.store.tables import ReleaseRow


async def activate_release(connection: AsyncConnection, record: ReleaseRecord, actor: str) -> None:
    """Store a release unless it is there, and make it the active one; both are ledger entries."""
    await lock_ledger(connection)
    stored = (
        await connection.execute(select(ReleaseRow.active).where(ReleaseRow.digest == record.digest))
    ).one_or_none()
    who, index = (record.at, actor), await next_index(connection)
    if stored is None:
        row = {"digest": record.digest, "created_at": record.at, "sources": record.sources, "active": False}
        await connection.execute(insert(ReleaseRow), row)
        await append_entry(connection, index, ("release", record.digest), {"release": record.digest}, who)
        index += 1
    if stored is None or not stored.active:
        await connection.execute(update(ReleaseRow).values(active=False))
        await connection.execute(update(ReleaseRow).where(ReleaseRow.digest == record.digest).values(active=True))
        await append_entry(connection, index, ("activation", record.digest), {"release": record.digest}, who)


async def list_releases(connection: AsyncConnection) -> list[tuple[str, str, bool]]:
    """Return (digest, created_at, active) of every release, newest first."""
    query = select(ReleaseRow.digest, ReleaseRow.created_at, ReleaseRow.active)
    rows = await connection.execute(query.order_by(ReleaseRow.created_at.desc(), ReleaseRow.digest).limit(1000))
    return [(row.digest, row.created_at, row.active) for row in rows]


async def release_sources(connection: AsyncConnection, digest: str) -> bytes | None:
    """Return the stored sources of a release, None if there is no such release."""
    return await connection.scalar(select(ReleaseRow.sources).where(ReleaseRow.digest == digest))
