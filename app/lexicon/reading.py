"""From parsed YAML to a consistent lexicon; every error is collected, with file, line and key."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from app.domain.category import Categories
from app.domain.finding import Action
from app.domain.lexicon import CheckRule, Concept, Lexicon, Source
from app.domain.severity import Part, Severity
from app.lexicon import schema
from app.lexicon.nodes import LexiconErrors, Table
from app.lexicon.reader import Reader
from app.lexicon.reading_contexts import claims_from, contexts_from
from app.lexicon.reading_glossaries import glossary_from
from app.lexicon.reading_languages import language_from
from app.lexicon.reading_markets import market_from
from app.lexicon.reading_terms import terms_from

T = TypeVar("T")

SINGLE_FILES = ("concepts.yaml", "checks.yaml", "categories.yaml", "contexts.yaml", "claims.yaml", "sources.yaml")


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
        contexts=tuple(contexts_from(reader, files, concepts)),
        claims=tuple(claims_from(reader, files, concepts)),
        sources=sources,
        languages=languages,
        markets=markets,
        terms=tuple(terms_from(reader, files, concepts, categories)),
        glossary=tuple(glossary_from(reader, files, categories)),
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
        name: Concept(
            name, row.label, row.definition, tuple(row.modalities), name not in parents, _action(name, actions)
        )
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
        name: CheckRule(name, Part(row.part), None if row.severity == "policy" else Severity(row.severity), row.mqm)
        for name, row, _ in rows
    }


def _categories(reader: Reader, files: Mapping[str, Table]) -> Categories:
    file = "categories.yaml"
    labels: dict[str, Mapping[str, str]] = {}
    aliases: dict[str, str] = {}
    for name, row, at in reader.each(files.get(file, Table(1)).get("categories", Table(1)), schema.CategoryRow, file):
        labels[name] = row.label
        for alias in row.aliases:
            if aliases.setdefault(alias.casefold(), name) != name:
                reader.note(f"{alias!r} is an alias of {aliases[alias.casefold()]} already", file, at.line, name)
    return Categories(labels, aliases)


def _check_languages(reader: Reader, lexicon: Lexicon) -> None:
    """Note languages that terms and glossaries speak of without a language file."""
    spoken = [(entry.at, entry.name, (entry.language, *entry.also)) for entry in lexicon.terms]
    spoken += [(entry.at, entry.source, (entry.source_language, *entry.targets)) for entry in lexicon.glossary]
    for at, name, tags in spoken:
        for tag in tags:
            if tag != "und" and tag not in lexicon.languages:
                reader.note(f"there is no languages/{tag}.yaml", at.file, at.line, name)
