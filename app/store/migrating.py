"""Bringing a database to the tables this version needs, and knowing whether it is there."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from app.settings import shipped


async def upgrade(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """Apply what is missing; return the revision before and after."""
    async with engine.begin() as connection:
        before = await connection.run_sync(_current)
        await connection.run_sync(_upgrade)
        return before, await connection.run_sync(_current)


async def revisions(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """Return (the database's revision, the one this version needs); the first is None for an empty database."""
    async with engine.connect() as connection:
        return await connection.run_sync(_current), ScriptDirectory.from_config(_config()).get_current_head()


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
