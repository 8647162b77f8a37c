"""Connecting to SQLite or PostgreSQL so that a commit is on disk when it returns."""

from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.domain.problems import MendableError

_SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000")


class NotDurableError(MendableError):
    """The database would acknowledge a commit before it is on disk."""


def connect(url: str) -> AsyncEngine:
    """Return the engine of a database URL; every SQLite connection syncs at commit."""
    engine = create_async_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _set_pragmas)
    return engine


async def check_durable(connection: AsyncConnection) -> None:
    """Make sure that a commit is synced before it returns.

    Raises:
        NotDurableError: the database is configured otherwise; the message says which setting.
    """
    if connection.dialect.name == "sqlite":
        await _expect(connection, "PRAGMA journal_mode", {"wal", "memory"})
        await _expect(connection, "PRAGMA synchronous", {"2", "3"})
    else:
        await _expect(connection, "SHOW fsync", {"on"})
        await _expect(connection, "SHOW synchronous_commit", {"on", "remote_apply", "remote_write", "local"})


async def _expect(connection: AsyncConnection, query: str, sound: set[str]) -> None:
    value = str((await connection.execute(text(query))).scalar_one()).lower()
    if value not in sound:
        raise NotDurableError(f"{query} answers {value}; set it to one of {', '.join(sorted(sound))}")


def _set_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
