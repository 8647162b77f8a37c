"""Settings: read once from FAUXPAS_* and frozen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.problems import MendableError

_PACKAGE = Path(__file__).parent


class SettingsError(MendableError):
    """A setting cannot be used: which one, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. ``database_url`` names SQLite in the data folder unless told otherwise.

    ``categories``: a CSV that maps the operator's category ids to our tree.
    """

    data_dir: Path
    database_url: str
    lexicons: Path
    categories: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of the environment.

    Raises:
        SettingsError: a value cannot be used.
    """
    env = os.environ if environment is None else environment
    data_dir = Path(env.get("FAUXPAS_DATA_DIR") or _default_data_dir(env)).expanduser()
    url = env.get("FAUXPAS_DATABASE_URL") or f"sqlite+aiosqlite:///{data_dir / 'fauxpas.db'}"
    if not url.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
        raise SettingsError(
            "FAUXPAS_DATABASE_URL must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://, "
            f"not {url.partition(':')[0]}:"
        )
    return Settings(
        data_dir=data_dir,
        database_url=url,
        lexicons=Path(env.get("FAUXPAS_LEXICONS") or shipped("lexicons")),
        categories=Path(env["FAUXPAS_CATEGORIES"]) if env.get("FAUXPAS_CATEGORIES") else None,
        host=env.get("FAUXPAS_HOST") or "127.0.0.1",
        port=_port(env.get("FAUXPAS_PORT") or "8000"),
    )


def shipped(folder: str) -> Path:
    """Return a folder that comes with fauxpas: beside the package in a checkout, inside it when installed."""
    installed = _PACKAGE / "shipped" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def _default_data_dir(env: Mapping[str, str]) -> str:
    return str(Path(env.get("XDG_DATA_HOME") or "~/.local/share") / "fauxpas")


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 <= int(value) <= 65535:  # noqa: PLR2004 - ports are 16 bits
        raise SettingsError(f"FAUXPAS_PORT must be a port number from 0 to 65535, not {value!r}")
    return int(value)
