"""Options that several commands share."""

from pathlib import Path

import click

lexicons_option = click.option(
    "--lexicons",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of lexicons to use instead of the shipped one.",
)


def lexicons_folder(given: Path | None) -> Path:
    """Return the folder that was given, else the one of the settings."""
    from app.settings import read_settings  # noqa: PLC0415

    return given or read_settings().lexicons
