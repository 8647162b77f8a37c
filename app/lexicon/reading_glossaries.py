"""Reading glossaries/<domain>.yaml."""

from collections.abc import Iterator, Mapping

from app.domain.category import Categories
from app.domain.lexicon import GlossaryEntry, GlossaryExample, GlossaryTarget
from app.lexicon import schema
from app.lexicon.nodes import Table
from app.lexicon.reader import Reader, check_scope, scope_from


def glossary_from(reader: Reader, files: Mapping[str, Table], categories: Categories) -> Iterator[GlossaryEntry]:
    """Yield the glossary entries of every file."""
    for file in sorted(name for name in files if name.startswith("glossaries/")):
        head = reader.convert(files[file], schema.GlossaryFile, file)
        if head is None:
            continue
        for source, row, at in reader.each(files[file]["entries"], schema.GlossaryRow, file):
            check_scope(reader, row.categories, at, source, categories)
            flagged, clean = (
                tuple(GlossaryExample(e.source, e.target, e.language, e.category) for e in rows)
                for rows in (row.flagged, row.clean)
            )
            targets = {
                language: GlossaryTarget(tuple(target.approved), tuple(target.forbidden))
                for language, target in row.targets.items()
            }
            yield GlossaryEntry(
                source=source,
                source_language=head.source_language,
                domain=head.domain,
                why=row.why,
                targets=targets,
                flagged=flagged,
                clean=clean,
                at=at,
                categories=scope_from(row.categories),
            )
