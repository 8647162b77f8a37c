"""fauxpas db: the database."""

import asyncio

import click


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Bring the database to the tables this version needs; it changes nothing if they are there."""
    from app.settings import read_settings  # noqa: PLC0415
    from app.store.engine import connect  # noqa: PLC0415
    from app.store.migrating import upgrade as apply  # noqa: PLC0415

    settings = read_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def run() -> tuple[str | None, str | None]:
        engine = connect(settings.database_url)
        try:
            return await apply(engine)
        finally:
            await engine.dispose()

    before, after = asyncio.run(run())
    click.echo(
        f"the database is at {after} already" if before == after else f"upgraded: {before or 'empty'} -> {after}"
    )
