"""Reading contexts.yaml and claims.yaml."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.context import Claim, Context, Then, When
from app.domain.example import Origins
from app.domain.finding import PlaceKind
from app.domain.lexicon import Concept
from app.domain.severity import Severity
from app.lexicon import schema
from app.lexicon.nodes import Table
from app.lexicon.reader import Reader, examples_from, scope_from


def contexts_from(reader: Reader, files: Mapping[str, Table], concepts: Mapping[str, Concept]) -> Iterator[Context]:
    """Yield the rules of contexts.yaml, in the order they stand: the first that drops a hit decides."""
    file = "contexts.yaml"
    for name, row, at in reader.each(files.get(file, Table(1)).get("contexts", Table(1)), schema.ContextRow, file):
        told = [concept for concept in (row.then.recast, row.then.add) if concept]
        _check_concepts(reader, [*row.concepts, *told], concepts, at, name)
        flagged, clean = (tuple(examples_from(reader, rows, at, name)) for rows in (row.flagged, row.clean))
        yield Context(name, tuple(row.concepts), _when(row.when), _then(row.then), row.why, flagged, clean, at)


def claims_from(reader: Reader, files: Mapping[str, Table], concepts: Mapping[str, Concept]) -> Iterator[Claim]:
    """Yield the claims of claims.yaml."""
    file = "claims.yaml"
    for name, row, at in reader.each(files.get(file, Table(1)).get("claims", Table(1)), schema.ClaimRow, file):
        _check_concepts(
            reader, [row.concept, *row.denials, *row.excludes, *row.keeps, *row.silences], concepts, at, name
        )
        yield Claim(
            id=name,
            words={tag: tuple(words) for tag, words in row.words.items()},
            denials=tuple(row.denials),
            excludes=tuple(row.excludes),
            against={tag: tuple(words) for tag, words in row.against.items()},
            concept=row.concept,
            keeps=tuple(row.keeps),
            silences=tuple(row.silences),
            why=row.why,
            flagged=tuple(row.flagged),
            clean=tuple(row.clean),
            at=at,
        )


def _check_concepts(
    reader: Reader, named: Iterable[str], concepts: Mapping[str, Concept], at: Origins, name: str
) -> None:
    for concept in named:
        if concept not in concepts:
            reader.note(f"there is no concept {concept}", at.file, at.line, name)


def _when(row: schema.WhenRow) -> When:
    return When(
        negated=row.negated,
        quoted=row.quoted,
        places=frozenset(map(PlaceKind, row.places)),
        categories=scope_from(row.categories) if row.categories else None,
        entries=frozenset(row.entries),
        fields=tuple(row.fields),
        near={tag: tuple(words) for tag, words in row.near.items()},
        within=row.within,
        attributes=tuple(row.attributes),
    )


def _then(row: schema.ThenRow) -> Then:
    severity = {market: Severity(name) for market, name in row.severity.items()} if row.severity is not None else None
    return Then(row.drop, row.recast, row.add, severity, row.suggest)
