"""Fixtures: the shipped release once per run, a small one for rules, a running service per test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import settings

from app.formats.lexicon_folder import load_release
from app.gate.release import Release
from app.main import create_app
from app.settings import read_settings, shipped
from tests.factories import small_release

settings.register_profile("short", max_examples=60, deadline=None)
settings.register_profile("long", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


@pytest.fixture(scope="session")
def shipped_release() -> Release:
    return load_release(shipped("lexicons"))


@pytest.fixture(scope="session")
def small() -> Release:
    return small_release()


@pytest.fixture(scope="session")
def small_lexicons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.factories import write_small_lexicons  # noqa: PLC0415

    return write_small_lexicons(tmp_path_factory.mktemp("lexicons"))


@pytest.fixture
def client(tmp_path: Path, small_lexicons: Path) -> Iterator[TestClient]:
    environment = {"FAUXPAS_DATA_DIR": str(tmp_path / "data"), "FAUXPAS_LEXICONS": str(small_lexicons)}
    app = create_app(read_settings(environment))
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running
