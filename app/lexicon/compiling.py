"""From a lexicon to a release: forms expanded, folded, edged; one automaton; one digest over all that decides."""

import hashlib
import json
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.context import Claim, Context
from app.domain.language import Language
from app.domain.lexicon import GlossaryEntry, Lexicon, TermEntry
from app.gate.release import Owner, Release, Role
from app.text.alternatives import alternatives
from app.text.automaton import Automaton, build
from app.text.folding import folded, table_fingerprint
from app.text.morphology import forms_of
from app.text.words import edged

# Raised when the same sources would compile to something else.
SCHEMA_VERSION = 1


def compile_release(lexicon: Lexicon, automaton: Automaton | None = None) -> Release:
    """Return the release of ``lexicon``; a cached ``automaton`` of the same digest saves building it."""
    owners: list[Owner] = []
    patterns: dict[str, list[int]] = {}
    for owner, forms in _owned_forms(lexicon):
        for form in forms:
            holders = patterns.setdefault(form, [])
            if len(owners) not in holders:
                holders.append(len(owners))
        owners.append(owner)
    owned, shared = _packed(patterns.values())
    return Release(
        digest=digest_of(lexicon, patterns),
        lexicon=lexicon,
        automaton=automaton or build(list(patterns)),
        owners=tuple(owners),
        owned=owned,
        shared=shared,
        languages=frozenset(entry.language for entry in lexicon.terms) - {"und"},
    )


def digest_of(lexicon: Lexicon, patterns: Iterable[str]) -> str:
    """Return ``sha256:...`` over parsed sources, expanded forms, fold table and the versions that shape them."""
    sources = json.dumps(lexicon.raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    seal = hashlib.sha256(f"fauxpas release {SCHEMA_VERSION} unicode {unicodedata.unidata_version}\n".encode())
    for part in (sources.encode(), "\n".join(patterns).encode(), table_fingerprint()):
        seal.update(hashlib.sha256(part).digest())
    return f"sha256:{seal.hexdigest()}"


def _packed(holders: Iterable[list[int]]) -> tuple[Sequence[int], tuple[tuple[int, ...], ...]]:
    owned = array("i")
    shared: list[tuple[int, ...]] = []
    for numbers in holders:
        if len(numbers) == 1:
            owned.append(numbers[0])
        else:
            owned.append(~len(shared))
            shared.append(tuple(numbers))
    return owned, tuple(shared)


def _owned_forms(lexicon: Lexicon) -> Iterator[tuple[Owner, list[str]]]:
    for entry in lexicon.terms:
        language = lexicon.languages.get(entry.language)
        languages = frozenset({entry.language, *entry.also})
        for role, terms in _roles(entry):
            for term in [one for written in terms for one in alternatives(written)]:
                yield Owner(role, languages, entry, term), _edged_forms(term, language, inflect=entry.inflect)
    for glossary_entry in lexicon.glossary:
        yield from _glossary_forms(glossary_entry, lexicon)
    for context in lexicon.contexts:
        yield from _worded(Role.CONTEXT, context, context.when.near, lexicon)
    for claim in lexicon.claims:
        yield from _worded(Role.CLAIM, claim, claim.words, lexicon)
        yield from _worded(Role.AGAINST, claim, claim.against, lexicon)


def _worded(
    role: Role, entry: Context | Claim, words: Mapping[str, tuple[str, ...]], lexicon: Lexicon
) -> Iterator[tuple[Owner, list[str]]]:
    for tag, terms in words.items():
        for term in [one for written in terms for one in alternatives(written)]:
            yield Owner(role, frozenset({tag}), entry, term), _edged_forms(term, lexicon.languages.get(tag))


def _roles(entry: TermEntry) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    return (
        (Role.TERM, entry.terms),
        (Role.LABEL, entry.labels),
        (Role.NEAR, entry.near),
        (Role.INNOCENT, entry.innocent),
    )


def _edged_forms(term: str, language: Language | None, *, inflect: bool = True) -> list[str]:
    bare = term.strip("*")
    forms = forms_of(bare, language, inflect=inflect) if language else (folded(bare),)
    return [edged(form, left=not term.startswith("*"), right=not term.endswith("*")) for form in forms if form]


def _glossary_forms(entry: GlossaryEntry, lexicon: Lexicon) -> Iterator[tuple[Owner, list[str]]]:
    yield (
        Owner(Role.GLOSSARY_SOURCE, frozenset({entry.source_language}), entry, entry.source),
        [edged(folded(entry.source))],
    )
    for tag, target in entry.targets.items():
        language = lexicon.languages[tag]
        for role, terms in ((Role.APPROVED, target.approved), (Role.FORBIDDEN, target.forbidden)):
            for term in [one for written in terms for one in alternatives(written)]:
                yield Owner(role, frozenset({tag}), entry, term), _edged_forms(term, language)
