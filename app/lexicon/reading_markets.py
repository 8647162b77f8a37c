"""Reading markets/<CODE>.yaml."""

from collections.abc import Mapping

from app.domain.example import Origins
from app.domain.lexicon import Concept, Market, Policy, Source
from app.domain.severity import Severity
from app.lexicon import schema
from app.lexicon.nodes import Table
from app.lexicon.reader import Reader


def market_from(
    reader: Reader, file: str, table: Table, concepts: Mapping[str, Concept], sources: Mapping[str, Source]
) -> tuple[str, Market] | None:
    """Return the market of one file under its code, or None after noting what is wrong."""
    head = reader.convert(table, schema.MarketFile, file)
    if head is None:
        return None
    if file != f"markets/{head.market}.yaml":
        reader.note(f"the file's name does not say {head.market}", file, table.lines["market"], "market")
    policies = {}
    for concept, row, at in reader.each(table["concepts"], schema.PolicyRow, file):
        _check(reader, concept, row, at, known=(concepts, sources))
        policies[concept] = _policy(concept, row, sources)
    market = Market(head.market, head.name, head.group, tuple(head.languages), policies)
    return market.code, market


def _check(
    reader: Reader,
    concept: str,
    row: schema.PolicyRow,
    at: Origins,
    *,
    known: tuple[Mapping[str, Concept], Mapping[str, Source]],
) -> None:
    concepts, sources = known
    if concept not in concepts or not concepts[concept].leaf:
        reader.note(f"{concept} is not a leaf of concepts.yaml", at.file, at.line, concept)
    for source in row.sources:
        if source not in sources:
            reader.note(f"there is no source {source} in sources.yaml", at.file, at.line, concept)


def _policy(concept: str, row: schema.PolicyRow, sources: Mapping[str, Source]) -> Policy:
    return Policy(
        concept=concept,
        severity=None if row.severity == "none" else Severity(row.severity),
        basis=row.basis,
        confidence=row.confidence,
        why=row.why,
        sources=tuple(sources[source] for source in row.sources if source in sources),
        pending=Severity(row.pending) if row.pending else None,
        scope=row.scope,
    )
