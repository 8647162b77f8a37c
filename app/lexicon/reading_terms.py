"""Reading terms/<family>/<language>.yaml."""

from collections.abc import Iterator, Mapping

from app.domain.category import Categories, is_within
from app.domain.example import Origins
from app.domain.lexicon import Concept, LocaleScope, TermEntry
from app.lexicon import schema
from app.lexicon.nodes import Table
from app.lexicon.reader import Reader, check_scope, examples_from, scope_from
from app.text.alternatives import AlternativesError
from app.text.phrases import phrase_of


def terms_from(
    reader: Reader, files: Mapping[str, Table], concepts: Mapping[str, Concept], categories: Categories
) -> Iterator[TermEntry]:
    """Yield the term entries of every file."""
    for file in sorted(name for name in files if name.startswith("terms/")):
        head = reader.convert(files[file], schema.TermFile, file)
        if head is None:
            continue
        family, language = file.removeprefix("terms/").removesuffix(".yaml").rpartition("/")[::2]
        if head.language != language:
            reader.note(f"the file's name says {language}", file, files[file].lines["language"], "language")
        for name, row, at in reader.each(files[file]["entries"], schema.TermRow, file):
            _check_concept(reader, row.concept, at, name, concepts.get(row.concept))
            if not is_within(row.concept, family):
                reader.note(f"{row.concept} does not belong in the folder {family}", at.file, at.line, name)
            _check_words(reader, row, at, name)
            check_scope(reader, row.categories, at, name, categories)
            yield _term(reader, name, row, at, language)


def _check_concept(reader: Reader, id: str, at: Origins, name: str, concept: Concept | None) -> None:  # noqa: A002
    if concept is None or not concept.leaf:
        what = "is not a leaf" if concept else "does not exist"
        reader.note(f"the concept {id} {what}; choose one of concepts.yaml", at.file, at.line, name)


def _check_words(reader: Reader, row: schema.TermRow, at: Origins, name: str) -> None:
    if not row.terms and not row.labels:
        reader.note("has neither terms nor labels", at.file, at.line, name)
    for term in (*row.terms, *row.innocent, *row.near, *row.labels):
        try:
            phrase_of(term, None)
        except AlternativesError as problem:
            reader.note(str(problem), at.file, at.line, name)


def _term(reader: Reader, name: str, row: schema.TermRow, at: Origins, language: str) -> TermEntry:
    return TermEntry(
        name=name,
        language=language,
        concept=row.concept,
        terms=tuple(row.terms),
        why=row.why,
        flagged=tuple(examples_from(reader, row.flagged, at, name)),
        clean=tuple(examples_from(reader, row.clean, at, name)),
        at=at,
        innocent=tuple(row.innocent),
        suggest=tuple(row.suggest),
        categories=scope_from(row.categories),
        locales=LocaleScope(tuple(row.locales.get("only", ())), tuple(row.locales.get("not", ()))),
        also=tuple(row.also),
        inflect=row.inflect,
        exact=row.exact,
        near=tuple(row.near),
        within=row.within,
        labels=tuple(row.labels),
        min_score=row.min_score,
    )
