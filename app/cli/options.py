"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from app.gate.release import Release

lexicons_option = click.option(
    "--lexicons",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of lexicons to use instead of the shipped one.",
)


def lexicons_folder(given: Path | None) -> Path:
    """Return the folder that was given, else the one of the settings."""
    from app.settings import read_settings  # noqa: PLC0415

    return given or read_settings().lexicons


def compiled(given: Path | None) -> "Release":
    """Return the compiled release of the folder that was given, else of the settings' one."""
    from app.formats.lexicon_folder import load_release  # noqa: PLC0415
    from app.settings import read_settings  # noqa: PLC0415

    return load_release(lexicons_folder(given), read_settings().data_dir / "cache")
