"""create_app: the one place that knows every part."""

import gc
import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from fastapi import FastAPI

from app import ENGINE, __version__
from app.api import assessments, health, ledger, lexicon, verdicts
from app.api.openapi import document
from app.api.problems import install
from app.api.service import Service
from app.checks import all_checks
from app.domain.problems import MendableError
from app.formats.category_map import read_category_map
from app.formats.lexicon_folder import load_release
from app.gate.release import Release
from app.settings import Settings
from app.store.engine import check_durable, connect
from app.store.ledger_writer import LedgerWriter
from app.store.migrating import revisions, upgrade
from app.store.records import ReleaseRecord
from app.store.releases import activate_release
from app.workflows.judge_listing import Gate

log = logging.getLogger("fauxpas")

_ROUTERS = (assessments.router, verdicts.router, lexicon.router, ledger.router, health.router)


class NotUpgradedError(MendableError):
    """The database lacks tables that this version needs."""


def create_app(settings: Settings) -> FastAPI:
    """Return the service; it opens its store when it starts and closes it when it ends."""
    app = FastAPI(
        title="fauxpas",
        version=__version__,
        summary="The quality gate a machine-translated shop listing passes before it is published abroad.",
        lifespan=_lifespan(settings),
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
    )
    install(app)
    for router in _ROUTERS:
        app.include_router(router, prefix="/v1")
    app.openapi = lambda: dict(document(app))  # type: ignore[method-assign]
    return app


def _lifespan(settings: Settings) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = connect(settings.database_url)
        try:
            app.state.service = service = await _open(settings, engine)
            service.writer.start()
            yield
            await service.writer.stop()
        finally:
            await engine.dispose()

    return lifespan


async def _open(settings: Settings, engine: Any) -> Service:  # noqa: ANN401 - AsyncEngine, named in store
    await _ensure_tables(engine)
    release = load_release(settings.lexicons, settings.data_dir / "cache")
    # The release is millions of objects that never die; left to the collector they cost a third of every judgement.
    gc.freeze()
    service = Service(
        gate=Gate(release, all_checks(), ENGINE),
        engine=engine,
        writer=LedgerWriter(engine),
        signing_key=signing_key(settings.data_dir),
        origin="fauxpas",
        categories=_categories(settings, release),
    )
    record = ReleaseRecord(release.digest, service.now(), release.sources)
    async with engine.begin() as connection:
        await check_durable(connection)
        await activate_release(connection, record, "system")
    log.info("serving release %s", release.digest)
    return service


def _categories(settings: Settings, release: Release) -> Mapping[str, str]:
    if settings.categories is None:
        return {}
    return read_category_map(settings.categories, release.lexicon.categories)


async def _ensure_tables(engine: Any) -> None:  # noqa: ANN401
    current, needed = await revisions(engine)
    if current == needed:
        return
    if current is None and engine.dialect.name == "sqlite":
        await upgrade(engine)  # a new file: nobody's data, nobody to ask
        return
    raise NotUpgradedError(
        f"the database is at revision {current or 'none'}, this version needs {needed}: run `fauxpas db upgrade`"
    )


def signing_key(data_dir: Path) -> Ed25519PrivateKey:
    """Return the key that signs checkpoints, made on the first start and readable by its owner only."""
    path = data_dir / "ledger-signing-key.pem"
    if not path.exists():
        key = Ed25519PrivateKey.generate()
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
    loaded = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(loaded, Ed25519PrivateKey):
        raise TypeError(f"{path} is not an Ed25519 key")
    return loaded
