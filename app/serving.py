"""Running the service under uvicorn, one process to a SQLite store."""

import asyncio
import fcntl
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from app.domain.problems import MendableError
from app.settings import Settings


class CannotListenError(MendableError):
    """The address cannot be served from: in use, not ours, or not allowed."""


class AlreadyServingError(MendableError):
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
    server = uvicorn.Server(
        uvicorn.Config(app, host=host, port=port, log_level="warning", lifespan="off", server_header=False)
    )
    with _bound(host, port) as listening:
        asyncio.run(_serve(app, server, listening))


def _bound(host: str, port: int) -> socket.socket:
    """Return a listening socket, so that port 0 has its number before we say where we serve."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as problem:
        raise CannotListenError(f"cannot listen on {host}:{port}: {problem.strerror or problem}") from problem


async def _serve(app: FastAPI, server: uvicorn.Server, listening: socket.socket) -> None:
    # The lifespan is entered here, not by uvicorn, so that what stops a start arrives as the exception it is.
    async with app.router.lifespan_context(app):
        host, port = listening.getsockname()[:2]
        print(f"fauxpas serves http://{host}:{port}/v1 (Ctrl-C ends it)", flush=True)  # noqa: T201 - the line a person waits for
        await server.serve([listening])
