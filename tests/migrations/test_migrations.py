import asyncio
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from app.store.engine import connect
from app.store.migrating import revisions, upgrade
from app.store.tables import Base


def differences(connection: Connection) -> list[str]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    # The lock table is written in raw SQL and has no class.
    return [str(change) for change in compare_metadata(context, Base.metadata) if "ledger_lock" not in str(change)]


def test_the_migrations_build_the_tables_the_code_names(tmp_path: Path) -> None:
    async def story() -> list[str]:
        engine = connect(f"sqlite+aiosqlite:///{tmp_path / 'm.db'}")
        await upgrade(engine)
        async with engine.connect() as connection:
            found = await connection.run_sync(differences)
        await engine.dispose()
        return found

    assert asyncio.run(story()) == []


def test_upgrading_twice_changes_nothing(tmp_path: Path) -> None:
    async def story() -> list[tuple[str | None, str | None]]:
        engine = connect(f"sqlite+aiosqlite:///{tmp_path / 'm.db'}")
        steps = [await revisions(engine), await upgrade(engine), await upgrade(engine), await revisions(engine)]
        await engine.dispose()
        return steps

    before, first, second, after = asyncio.run(story())

    assert before[0] is None
    assert first == (None, before[1])
    assert second == after == (before[1], before[1])
