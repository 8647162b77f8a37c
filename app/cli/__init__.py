"""The command line: fauxpas check | serve | lexicon | db. Each command imports what it needs when it runs."""

import sys

import click

from app import __version__
from app.cli.check import check
from app.cli.db import db
from app.cli.lexicon import lexicon
from app.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fauxpas")
def cli() -> None:
    """Check machine-translated shop listings before they are published abroad."""


for command in (check, serve, lexicon, db):
    cli.add_command(command)


def main() -> None:
    """Run the command line; unusable input ends with exit 2 and a sentence."""
    from app.cli.errors import said  # noqa: PLC0415 - the errors' modules are slow to import

    try:
        cli()
    except Exception as problem:  # what nobody can mend at the terminal is raised again, with its trace
        sentence = said(problem)
        if sentence is None:
            raise
        click.echo(f"fauxpas: {sentence}", err=True)
        sys.exit(2)
