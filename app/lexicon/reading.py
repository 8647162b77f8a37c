"""From parsed YAML to a consistent lexicon; every error is collected, with file, line and key."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from app.domain.category import Categories, CategoryScope
from app.domain.finding import Action
from app.domain.lexicon import (
    CheckRule,
    Concept,
    Context,
    Example,
    GlossaryEntry,
    GlossaryExample,
    GlossaryTarget,
    Lexicon,
    LocaleScope,
    Origins,
    Source,
    TermEntry,
)
from app.domain.severity import Part, Severity
from app.lexicon import schema
from app.lexicon.nodes import LexiconError, LexiconErrors, Table, line_of
from app.lexicon.reading_languages import language_from
from app.lexicon.reading_markets import market_from

T = TypeVar("T")

SINGLE_FILES = ("concepts.yaml", "checks.yaml", "categories.yaml", "contexts.yaml", "sources.yaml")


class Reader:
    """Reads nodes into structs and keeps what was wrong."""

    def __init__(self) -> None:
        self.errors: list[LexiconError] = []

    def convert(self, node: object, kind: type[T], file: str, key: str = "") -> T | None:
        """Return ``node`` as ``kind``, or None after noting what is wrong with it."""
        try:
            return msgspec.convert(node, kind, strict=False)
        except msgspec.ValidationError as problem:
            message, _, path = str(problem).partition(" - at `")
            path = path.rstrip("`")
            at = ".".join(part for part in (key, path.removeprefix("$").lstrip(".")) if part)
            self.note(message[0].lower() + message[1:], file, line_of(node, path), at)
            return None

    def note(self, message: str, file: str, line: int, key: str = "") -> None:
        """Remember an error and go on."""
        self.errors.append(LexiconError(message, file=file, line=line, key=key))

    def each(self, table: object, kind: type[T], file: str) -> Iterator[tuple[str, T, Origins]]:
        """Yield every well-formed row of a mapping with its key and place."""
        if not isinstance(table, Table):
            self.note("expected a mapping of names to entries", file, getattr(table, "line", 1))
            return
        for name, node in table.items():
            row = self.convert(node, kind, file, name)
            if row is not None:
                yield name, row, Origins(file, table.lines[name])


def read_lexicon(files: Mapping[str, Table]) -> Lexicon:
    """Return the lexicon that the parsed ``files`` (by path within lexicons/) hold.

    Raises:
        LexiconErrors: at least one file is malformed or speaks of something that does not exist.
    """
    reader = Reader()
    for name in SINGLE_FILES:
        if name not in files:
            reader.note("the file is missing", name, 1)
    concepts = _concepts(reader, files)
    sources = _sources(reader, files)
    categories = _categories(reader, files)
    languages = dict(_under(files, "languages/", lambda f, t: language_from(reader, f, t)))
    markets = dict(_under(files, "markets/", lambda f, t: market_from(reader, f, t, concepts, sources)))
    lexicon = Lexicon(
        concepts=concepts,
        checks=_checks(reader, files),
        categories=categories,
        contexts=tuple(_contexts(reader, files, concepts)),
        sources=sources,
        languages=languages,
        markets=markets,
        terms=tuple(_terms(reader, files, concepts, categories)),
        glossary=tuple(_glossary(reader, files, categories)),
        raw=dict(files),
    )
    _check_languages(reader, lexicon)
    if reader.errors:
        raise LexiconErrors(reader.errors)
    return lexicon


def _under(
    files: Mapping[str, Table], folder: str, read: Callable[[str, Table], tuple[str, T] | None]
) -> Iterator[tuple[str, T]]:
    for file in sorted(files):
        if file.startswith(folder):
            found = read(file, files[file])
            if found is not None:
                yield found


def _concepts(reader: Reader, files: Mapping[str, Table]) -> dict[str, Concept]:
    file = "concepts.yaml"
    rows = list(reader.each(files.get(file, Table(1)).get("concepts", Table(1)), schema.ConceptRow, file))
    parents = {name.rpartition(".")[0] for name, _, _ in rows}
    known = {name for name, _, _ in rows}
    for name, _, at in rows:
        parent = name.rpartition(".")[0]
        if parent and parent not in known:
            reader.note(f"its parent {parent} is not in the tree", file, at.line, name)
    actions = {name: row.action for name, row, _ in rows if row.action}
    return {
        name: Concept(name, row.label, row.definition, tuple(row.modalities), name not in parents, _action(name, actions))
        for name, row, _ in rows
    }


def _action(concept: str, actions: Mapping[str, str]) -> Action:
    """Return the action of a concept or the nearest one above it that says one."""
    while concept:
        if concept in actions:
            return Action(actions[concept])
        concept = concept.rpartition(".")[0]
    return Action.REWRITE_SOURCE


def _sources(reader: Reader, files: Mapping[str, Table]) -> dict[str, Source]:
    file = "sources.yaml"
    rows = reader.each(files.get(file, Table(1)).get("sources", Table(1)), schema.SourceRow, file)
    return {name: Source(name, row.title, row.url, row.kind, row.read) for name, row, _ in rows}


def _checks(reader: Reader, files: Mapping[str, Table]) -> dict[str, CheckRule]:
    file = "checks.yaml"
    rows = reader.each(files.get(file, Table(1)).get("checks", Table(1)), schema.CheckRow, file)
    return {
        name: CheckRule(
            name, Part(row.part), None if row.severity == "policy" else Severity(row.severity), row.mqm
        )
        for name, row, _ in rows
    }


def _categories(reader: Reader, files: Mapping[str, Table]) -> Categories:
    file = "categories.yaml"
    labels, aliases = {}, {}
    for name, row, at in reader.each(
        files.get(file, Table(1)).get("categories", Table(1)), schema.CategoryRow, file
    ):
        labels[name] = row.label
        for alias in row.aliases:
            if aliases.setdefault(alias.casefold(), name) != name:
                reader.note(f"{alias!r} is an alias of {aliases[alias.casefold()]} already", file, at.line, name)
    return Categories(labels, aliases)


def _contexts(reader: Reader, files: Mapping[str, Table], concepts: Mapping[str, Concept]) -> Iterator[Context]:
    file = "contexts.yaml"
    rows = reader.each(files.get(file, Table(1)).get("contexts", Table(1)), schema.ContextRow, file)
    for name, row, at in rows:
        for concept in row.concepts:
            if concept not in concepts:
                reader.note(f"there is no concept {concept}", file, at.line, name)
        flagged, clean = (tuple(_examples(reader, rows, at, name)) for rows in (row.flagged, row.clean))
        yield Context(name, tuple(row.concepts), row.when, row.then, row.why, flagged, clean, at)


def _terms(
    reader: Reader, files: Mapping[str, Table], concepts: Mapping[str, Concept], categories: Categories
) -> Iterator[TermEntry]:
    for file in sorted(name for name in files if name.startswith("terms/")):
        head = reader.convert(files[file], schema.TermFile, file)
        if head is None:
            continue
        family, language = file.removeprefix("terms/").removesuffix(".yaml").rpartition("/")[::2]
        if head.language != language:
            reader.note(f"the file's name says {language}", file, files[file].lines["language"], "language")
        for name, row, at in reader.each(files[file]["entries"], schema.TermRow, file):
            _check_term(reader, row, at, name, concepts=concepts, family=family)
            _check_scope(reader, row.categories, at, name, categories)
            yield _term(reader, name, row, at, language)


def _check_term(
    reader: Reader, row: schema.TermRow, at: Origins, name: str, *, concepts: Mapping[str, Concept], family: str
) -> None:
    concept = concepts.get(row.concept)
    if concept is None or not concept.leaf:
        what = "is not a leaf" if concept else "does not exist"
        reader.note(f"the concept {row.concept} {what}; choose one of concepts.yaml", at.file, at.line, name)
    elif not (row.concept == family or row.concept.startswith(family + ".")):
        reader.note(f"{row.concept} does not belong in the folder {family}", at.file, at.line, name)
    if not row.terms and not row.labels:
        reader.note("has neither terms nor labels", at.file, at.line, name)


def _check_scope(
    reader: Reader, scope: Mapping[Any, list[str]], at: Origins, name: str, categories: Categories
) -> None:
    if len(scope) > 1:
        reader.note("say `only` or `not`, not both", at.file, at.line, f"{name}.categories")
    for path in [path for paths in scope.values() for path in paths]:
        if path not in categories.labels:
            reader.note(f"there is no category {path}", at.file, at.line, f"{name}.categories")


def _term(reader: Reader, name: str, row: schema.TermRow, at: Origins, language: str) -> TermEntry:
    return TermEntry(
        name=name,
        language=language,
        concept=row.concept,
        terms=tuple(row.terms),
        why=row.why,
        flagged=tuple(_examples(reader, row.flagged, at, name)),
        clean=tuple(_examples(reader, row.clean, at, name)),
        at=at,
        innocent=tuple(row.innocent),
        suggest=tuple(row.suggest),
        categories=_scope(row.categories),
        locales=LocaleScope(tuple(row.locales.get("only", ())), tuple(row.locales.get("not", ()))),
        also=tuple(row.also),
        inflect=row.inflect,
        exact=row.exact,
        labels=tuple(row.labels),
        min_score=row.min_score,
    )


def _scope(row: Mapping[Any, list[str]]) -> CategoryScope:
    return CategoryScope(tuple(row.get("only", ())), tuple(row.get("not", ())))


def _examples(reader: Reader, rows: list[Any], at: Origins, name: str) -> Iterator[Example]:
    for row in rows:
        read = (
            schema.ExampleRow(text=row) if isinstance(row, str) else reader.convert(row, schema.ExampleRow, at.file, name)
        )
        if read is None:
            continue
        if not read.text and not read.label:
            reader.note("an example is empty", at.file, at.line, name)
            continue
        yield Example(read.text or read.label, read.category, read.locale, bool(read.label), read.score)


def _glossary(reader: Reader, files: Mapping[str, Table], categories: Categories) -> Iterator[GlossaryEntry]:
    for file in sorted(name for name in files if name.startswith("glossaries/")):
        head = reader.convert(files[file], schema.GlossaryFile, file)
        if head is None:
            continue
        for source, row, at in reader.each(files[file]["entries"], schema.GlossaryRow, file):
            _check_scope(reader, row.categories, at, source, categories)
            flagged, clean = (
                tuple(GlossaryExample(e.source, e.target, e.language, e.category) for e in rows)
                for rows in (row.flagged, row.clean)
            )
            targets = {
                language: GlossaryTarget(tuple(target.approved), tuple(target.forbidden))
                for language, target in row.targets.items()
            }
            yield GlossaryEntry(
                source, head.source_language, head.domain, row.why, targets, flagged, clean, at, _scope(row.categories)
            )


def _check_languages(reader: Reader, lexicon: Lexicon) -> None:
    """Note languages that terms and glossaries speak of without a language file."""
    spoken = [(entry.at, entry.name, (entry.language, *entry.also)) for entry in lexicon.terms]
    spoken += [(entry.at, entry.source, (entry.source_language, *entry.targets)) for entry in lexicon.glossary]
    for at, name, tags in spoken:
        for tag in tags:
            if tag != "und" and tag not in lexicon.languages:
                reader.note(f"there is no languages/{tag}.yaml", at.file, at.line, name)
