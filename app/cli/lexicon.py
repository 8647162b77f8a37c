"""fauxpas lexicon: look after the words."""

import sys
from pathlib import Path

import click

from app.cli.options import compiled, lexicons_folder, lexicons_option


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
    from app.workflows.run_examples import count_examples, run_examples  # noqa: PLC0415

    release = compiled(lexicons)
    wanted = frozenset(languages) or None
    broken = list(run_examples(release, all_checks(), wanted))
    for example in broken:
        click.echo(str(example))
    held = count_examples(release, wanted) - len(broken)
    click.echo(f"{held} examples hold, {len(broken)} do not ({release.digest})")
    if broken:
        sys.exit(1)


@lexicon.command()
@click.argument("cases", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json", "svg"]), default="text", help="How to print it.")
@click.option("--wrong", is_flag=True, help="List every case that was not right.")
@click.option(
    "--min", "least", multiple=True, metavar="NAME=SHARE", help="Exit 1 below: f1, precision, recall, verdicts."
)
@lexicons_option
def score(cases: tuple[Path, ...], form: str, least: tuple[str, ...], *, wrong: bool, lexicons: Path | None) -> None:
    """Judge labelled CASES and print precision, recall, F1 and verdict accuracy with their uncertainty."""
    from app.checks import all_checks  # noqa: PLC0415
    from app.cli.score import as_json, as_table, shortfalls  # noqa: PLC0415
    from app.cli.score_plot import as_svg  # noqa: PLC0415
    from app.formats.cases import read_cases  # noqa: PLC0415
    from app.workflows.score_cases import outcomes  # noqa: PLC0415
    from app.workflows.score_cases import score as count  # noqa: PLC0415

    thresholds = _thresholds(least)
    release = compiled(lexicons)
    read = [case for file in cases for case in read_cases(file, release.lexicon)]
    found = count(list(outcomes(read, release, all_checks())))
    shown = {"json": as_json, "svg": as_svg}.get(form)
    click.echo(shown(found) if shown else as_table(found, wrong=wrong))
    short = list(shortfalls(found, thresholds))
    for sentence in short:
        click.echo(f"fauxpas: {sentence}", err=True)
    if short:
        sys.exit(1)


def _thresholds(given: tuple[str, ...]) -> dict[str, float]:
    thresholds = {}
    for text in given:
        name, _, value = text.partition("=")
        try:
            thresholds[name] = float(value)
        except ValueError:
            raise click.BadParameter(f"{text!r} is not NAME=SHARE, such as f1=0.97") from None
        if name not in {"f1", "precision", "recall", "verdicts"}:
            raise click.BadParameter(f"{name!r} is not one of f1, precision, recall, verdicts")
    return thresholds
