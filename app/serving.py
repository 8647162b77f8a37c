"""Running the service under uvicorn, one process to a SQLite store."""

import asyncio
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from app.settings import Settings


class AlreadyServingError(Exception):
    """Another process serves the same SQLite store."""


@contextmanager
def serving_lock(settings: Settings) -> Iterator[None]:
    """Hold the store of a data folder: SQLite serves from one process, so that its ledger has one writer.

    Raises:
        AlreadyServingError: another process holds it.
    """
    if not settings.database_url.startswith("sqlite"):
        yield
        return
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (settings.data_dir / "serving.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise AlreadyServingError(
                f"another fauxpas serves from {settings.data_dir}; stop it, or set FAUXPAS_DATA_DIR to another folder"
            ) from problem
        yield


def run(app: FastAPI, host: str, port: int) -> None:
    """Serve until a signal ends it; a failed start raises what failed."""
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning", lifespan="off", server_header=False))
    asyncio.run(_serve(app, server, f"http://{host}:{port}"))


async def _serve(app: FastAPI, server: uvicorn.Server, address: str) -> None:
    # The lifespan is entered here, not by uvicorn, so that what stops a start arrives as the exception it is.
    async with app.router.lifespan_context(app):
        print(f"fauxpas serves {address}/v1 (Ctrl-C ends it)", flush=True)  # noqa: T201 - the one line a person waits for
        await server.serve()
