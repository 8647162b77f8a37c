"""fauxpas check: judge listings from files, without server or store."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.options import compiled, lexicons_option

if TYPE_CHECKING:
    from app.formats.answers import AssessmentOut


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--market", "markets", multiple=True, help="Market to judge for; repeat for several, * for all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the answers.")
@click.option("--fail-on", type=click.Choice(["red", "amber"]), default="red", help="Exit 1 at this colour or worse.")
@lexicons_option
def check(files: tuple[Path, ...], markets: tuple[str, ...], form: str, fail_on: str, lexicons: Path | None) -> None:
    """Judge the listings in FILES (JSON Lines; - for standard input).

    Exit 0: clean. 1: something at or above --fail-on. 2: unusable input; nothing was judged in part.
    """
    from app.cli.report import as_json, as_text  # noqa: PLC0415
    from app.domain.severity import Colour  # noqa: PLC0415

    answers = list(_answers(files, markets, lexicons))
    click.echo(as_json(answers) if form == "json" else as_text(answers, colour=sys.stdout.isatty()))
    if any(Colour(answer.worst).rank >= Colour(fail_on).rank for _, answer in answers):
        sys.exit(1)


def _answers(
    files: tuple[Path, ...], markets: tuple[str, ...], lexicons: Path | None
) -> Iterator[tuple[str, "AssessmentOut"]]:
    from app import ENGINE  # noqa: PLC0415
    from app.checks import all_checks  # noqa: PLC0415
    from app.formats.answers import Stamp, answer  # noqa: PLC0415
    from app.formats.category_map import read_category_map  # noqa: PLC0415
    from app.formats.jsonl import read_requests  # noqa: PLC0415
    from app.formats.requests import listing_from  # noqa: PLC0415
    from app.gate.judging import judge  # noqa: PLC0415
    from app.settings import read_settings  # noqa: PLC0415

    requests = [found for file in files for found in read_requests(file, markets)]
    release = compiled(lexicons)
    mapped = read_settings().categories
    categories = read_category_map(mapped, release.lexicon.categories) if mapped else {}
    for place, request in requests:
        with place:
            listing = listing_from(request, release.lexicon, categories)
        judgement = judge(listing, release, all_checks())
        found = answer(listing, judgement, release.lexicon, Stamp(None, "", ENGINE, request.offset_unit))
        yield str(place), found
