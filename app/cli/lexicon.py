"""fauxpas lexicon: look after the words."""

import sys
from pathlib import Path

import click

from app.cli.options import lexicons_folder, lexicons_option


@click.group()
def lexicon() -> None:
    """Lint and test the lexicons."""


@lexicon.command()
@lexicons_option
def lint(lexicons: Path | None) -> None:
    """Check that every file can be read and speaks only of what exists. Exit 2 if not."""
    from app.formats.lexicon_folder import read_folder  # noqa: PLC0415
    from app.lexicon.reading import read_lexicon  # noqa: PLC0415

    found = read_lexicon(read_folder(lexicons_folder(lexicons)))
    click.echo(
        f"{len(found.markets)} markets, {len(found.concepts)} concepts, {len(found.languages)} languages, "
        f"{len(found.terms)} term entries, {len(found.glossary)} glossary entries: all sound"
    )


@lexicon.command()
@click.option("--language", "languages", multiple=True, help="Only the entries of this language; repeat for several.")
@lexicons_option
def test(lexicons: Path | None, languages: tuple[str, ...]) -> None:
    """Run the examples of every entry. Exit 1 if one does not hold."""
    from app.checks import all_checks  # noqa: PLC0415
    from app.formats.lexicon_folder import load_release  # noqa: PLC0415
    from app.workflows.run_examples import count_examples, run_examples  # noqa: PLC0415

    release = load_release(lexicons_folder(lexicons))
    wanted = frozenset(languages) or None
    broken = list(run_examples(release, all_checks(), wanted))
    for example in broken:
        click.echo(str(example))
    held = count_examples(release, wanted) - len(broken)
    click.echo(f"{held} examples hold, {len(broken)} do not ({release.digest})")
    if broken:
        sys.exit(1)
