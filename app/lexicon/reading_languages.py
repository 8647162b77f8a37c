"""Reading languages/<tag>.yaml."""

import re

from app.domain.language import Affix, Inflection, InflectionExample, Language, Negators, Steps
from app.lexicon import schema
from app.lexicon.nodes import Table
from app.lexicon.reader import Reader
from app.text.folding import folded


def language_from(reader: Reader, file: str, table: Table) -> tuple[str, Language] | None:
    """Return the language of one file under its tag, or None after noting what is wrong."""
    row = reader.convert(table, schema.LanguageFile, file)
    if row is None:
        return None
    if file != f"languages/{row.language}.yaml":
        reader.note(f"the file's name does not say {row.language}", file, table.lines["language"], "language")
    if not _patterns_compile(reader, row, file, table):
        return None
    negators = Negators(*(tuple(map(folded, words)) for words in _negator_lists(row.negators)))
    language = Language(
        tag=row.language,
        name=row.name,
        scripts=frozenset(row.scripts),
        inflection=Inflection(*map(_steps, _step_lists(row.inflection))),
        negators=negators,
        counts_characters=row.counts == "characters",
        reads_runs=row.reads_runs,
        examples=tuple(InflectionExample(e.word, tuple(e.forms), tuple(e.never)) for e in row.examples),
    )
    return language.tag, language


def _negator_lists(row: schema.NegatorsRow) -> tuple[list[str], ...]:
    return row.before, row.after, row.fillers, row.traps, row.clause, row.joiners


def _step_lists(row: schema.InflectionRow) -> tuple[list[list[schema.AffixRow]], ...]:
    return row.every, row.first, row.last, row.alone, row.lead


def _steps(rows: list[list[schema.AffixRow]]) -> Steps:
    return tuple(
        tuple(Affix(folded(row.prefix), folded(row.cut), folded(row.add), row.after, row.before) for row in step)
        for step in rows
    )


def _patterns_compile(reader: Reader, row: schema.LanguageFile, file: str, table: Table) -> bool:
    steps = [step for steps in _step_lists(row.inflection) for step in steps]
    sound = True
    for pattern in [pattern for step in steps for affix in step for pattern in (affix.after, affix.before) if pattern]:
        try:
            re.compile(pattern)
        except re.error as problem:
            reader.note(
                f"the pattern {pattern!r} is not sound: {problem}", file, table.lines["inflection"], "inflection"
            )
            sound = False
    return sound
