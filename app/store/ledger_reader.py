"""Reading the ledger: hashes for proofs, leaves by index."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from app.store.tables import LedgerEntryRow


async def leaf_hashes(connection: AsyncConnection, size: int | None = None) -> list[bytes]:
    """Return the leaf hashes in order, the first ``size`` of them or all."""
    query = select(LedgerEntryRow.leaf_hash).order_by(LedgerEntryRow.index)
    if size is not None:
        query = query.limit(size)
    return list((await connection.scalars(query)).all())


async def leaf_at(connection: AsyncConnection, index: int) -> bytes | None:
    """Return the bytes of a leaf, None past the end."""
    return await connection.scalar(select(LedgerEntryRow.leaf).where(LedgerEntryRow.index == index))


async def ledger_size(connection: AsyncConnection) -> int:
    """Return how many entries the ledger has."""
    return await connection.scalar(select(func.count()).select_from(LedgerEntryRow)) or 0
