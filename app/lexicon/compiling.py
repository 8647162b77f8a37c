"""From a lexicon to a release: forms expanded, folded, edged; one automaton; one digest over all that decides."""

import hashlib
import json
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.context import Claim, Context
from app.domain.lexicon import GlossaryEntry, Lexicon, TermEntry
from app.gate.release import Owner, Release, Role
from app.lexicon.nodes import Table
from app.lexicon.reading import read_lexicon
from app.text.automaton import build
from app.text.folding import folded, table_fingerprint
from app.text.misspelling import LANGUAGES, frequent_words, slips
from app.text.phrases import Phrase, phrase_of
from app.text.words import edged

# Latin, Cyrillic, Hebrew and Arabic letters, by first code point and the one after the last.
_ALPHABETS = ((0x61, 0x7B), (0x430, 0x450), (0x5D0, 0x5EB), (0x627, 0x64B))
# Raised when the same sources would compile to something else.
SCHEMA_VERSION = 1


def compile_release(files: Mapping[str, Table]) -> Release:
    """Return the release of the parsed ``files`` of lexicons/.

    Raises:
        LexiconErrors: something in them is wrong.
    """
    lexicon = read_lexicon(files)
    owners: dict[Owner, int] = {}
    patterns: dict[str, list[int]] = {}
    for owner, phrase in _owners(lexicon):
        number = owners.setdefault(owner if phrase.is_whole else replace(owner, phrase=phrase), len(owners))
        for pattern in phrase.patterns():
            holders = patterns.setdefault(pattern, [])
            if number not in holders:
                holders.append(number)
    for owner, slip in _slips(lexicon, patterns):
        patterns[slip] = [owners.setdefault(owner, len(owners))]
    owned, shared = _packed(patterns.values())
    sources = json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Release(
        digest=_digest(sources, patterns),
        lexicon=lexicon,
        automaton=build(list(patterns)),
        owners=tuple(owners),
        owned=owned,
        shared=shared,
        languages=frozenset(entry.language for entry in lexicon.terms) - {"und"},
        run_languages=frozenset(tag for tag, language in lexicon.languages.items() if language.reads_runs),
        sources=zlib.compress(sources),
    )


def _digest(sources: bytes, patterns: Iterable[str]) -> str:
    """Return ``sha256:...`` over parsed sources, expanded forms, fold table and the versions that shape them."""
    seal = hashlib.sha256(f"fauxpas release {SCHEMA_VERSION} unicode {unicodedata.unidata_version}\n".encode())
    for part in (sources, "\n".join(sorted(patterns)).encode(), table_fingerprint()):
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


def _owners(lexicon: Lexicon) -> Iterator[tuple[Owner, Phrase]]:
    for entry in lexicon.terms:
        language = lexicon.languages.get(entry.language)
        languages = frozenset({entry.language, *entry.also})
        for role, terms in _roles(entry):
            for term in terms:
                phrase = phrase_of(term, language, inflect=entry.inflect)
                yield Owner(role, languages, entry, of_labels=_is_of_labels(role, entry)), phrase
    yield from _suspicions()
    for glossary_entry in lexicon.glossary:
        yield from _glossary_owners(glossary_entry, lexicon)
    for context in lexicon.contexts:
        yield from _worded(Role.CONTEXT, context, context.when.near, lexicon)
    for claim in lexicon.claims:
        yield from _worded(Role.CLAIM, claim, claim.words, lexicon)
        yield from _worded(Role.AGAINST, claim, claim.against, lexicon)


def _slips(lexicon: Lexicon, patterns: Mapping[str, object]) -> Iterator[tuple[Owner, str]]:
    """Yield misspellings of long one-word terms that are no pattern of anybody."""
    for entry in lexicon.terms:
        if entry.language not in LANGUAGES or entry.exact or entry.near or not entry.inflect:
            continue
        owner = Owner(Role.TERM, frozenset({entry.language, *entry.also}), entry, slip=True)
        frequent = frequent_words(entry.language)
        for term in entry.terms:
            word = folded(term)
            for slip in slips(word, frequent.__contains__) if "*" not in term else ():
                pattern = edged(slip)
                if pattern not in patterns:
                    yield owner, pattern


def _suspicions() -> Iterator[tuple[Owner, Phrase]]:
    """Yield what betrays a stretched word: any letter of the alphabets three times in a row."""
    letters = (chr(code) for first, last in _ALPHABETS for code in range(first, last))
    owner = Owner(Role.SUSPICION, frozenset({"und"}), None)
    yield from ((owner, phrase_of(f"*{letter * 3}*", None)) for letter in letters if folded(letter) == letter)


def _is_of_labels(role: Role, entry: TermEntry) -> bool:
    return role is Role.LABEL or (role is Role.INNOCENT and bool(entry.labels))


def _roles(entry: TermEntry) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    return (
        (Role.TERM, entry.terms),
        (Role.LABEL, entry.labels),
        (Role.NEAR, entry.near),
        (Role.INNOCENT, entry.innocent),
    )


def _glossary_owners(entry: GlossaryEntry, lexicon: Lexicon) -> Iterator[tuple[Owner, Phrase]]:
    sources = frozenset({entry.source_language})
    yield Owner(Role.GLOSSARY_SOURCE, sources, entry), phrase_of(entry.source, None)
    yield from _worded(Role.APPROVED, entry, {tag: t.approved for tag, t in entry.targets.items()}, lexicon)
    yield from _worded(Role.FORBIDDEN, entry, {tag: t.forbidden for tag, t in entry.targets.items()}, lexicon)


def _worded(
    role: Role, entry: Context | Claim | GlossaryEntry, words: Mapping[str, tuple[str, ...]], lexicon: Lexicon
) -> Iterator[tuple[Owner, Phrase]]:
    for tag, terms in words.items():
        for term in terms:
            yield Owner(role, frozenset({tag}), entry), phrase_of(term, lexicon.languages.get(tag))
