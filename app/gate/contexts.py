"""What becomes of a hit in its surroundings: dropped, recast, weighed otherwise, or left as it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.context import Context, When
from app.domain.lexicon import TermEntry
from app.domain.severity import Severity
from app.gate.negation import is_negated
from app.gate.release import Release, Role
from app.gate.scanning import Hit, Scan

# What opens and closes a quotation; a customer's words are the seller's claim all the same, but not ours to reword.
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A hit that counts, and what it means here; ``weighs`` None: what each market says of the concept."""

    hit: Hit
    entry: TermEntry
    concept: str
    weighs: Mapping[str, Severity] | None = None
    suggest: bool = True
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rules look at; ``denied`` remembers what was found of each hit."""

    scan: Scan
    release: Release
    category: str | None
    attributes: frozenset[str]
    denied: dict[tuple[int, int], bool] = field(default_factory=dict)


def meanings_of(hit: Hit, entry: TermEntry, around: Surroundings) -> Iterator[Meaning]:
    """Yield what a hit means after every rule that applies, in the order of contexts.yaml; nothing if one drops it."""
    meaning = Meaning(hit, entry, entry.concept)
    added: list[Meaning] = []
    for context in around.release.lexicon.contexts:
        if not context.speaks_of(meaning.concept):
            continue
        if not _holds(context, meaning, around):
            continue
        if context.then.drop:
            return
        if context.then.add:
            added.append(replace(meaning, concept=context.then.add))
        meaning = _after(context, meaning)
        if context.then.severity is not None:
            break
    yield meaning
    yield from added


def is_denied(hit: Hit, around: Surroundings) -> bool:
    """Tell whether the text denies what the hit names."""
    known = around.denied.get((hit.first, hit.last))
    if known is None:
        known = is_negated(hit, around.scan, around.release.lexicon.languages)
        around.denied[hit.first, hit.last] = known
    return known


def _after(context: Context, meaning: Meaning) -> Meaning:
    then = context.then
    return replace(
        meaning,
        concept=then.recast or meaning.concept,
        weighs=then.severity if then.severity is not None else meaning.weighs,
        suggest=meaning.suggest and then.suggest,
        rules=(*meaning.rules, context.id),
    )


def _holds(context: Context, meaning: Meaning, around: Surroundings) -> bool:
    when, hit = context.when, meaning.hit
    segment = around.scan.segments[hit.segment]
    return (
        (not when.places or segment.kind in when.places)
        and (not when.entries or meaning.entry.rule in when.entries)
        and (not when.fields or segment.name.startswith(when.fields))
        and _in_category(when, around.category)
        and (not when.attributes or not around.attributes.isdisjoint(when.attributes))
        and (not when.near or _has_near(context, hit, around.scan))
        and (not when.quoted or _is_quoted(hit, around.scan))
        and (not when.negated or is_denied(hit, around))
    )


def _in_category(when: When, category: str | None) -> bool:
    # Here a rule excuses or recasts, so an unknown category must not be enough.
    return when.categories is None or (category is not None and when.categories.admits(category))


def _has_near(context: Context, hit: Hit, scan: Scan) -> bool:
    within = context.when.within or scan.reach_of(hit)
    return any(
        word.segment == hit.segment and word.owner.entry is context and scan.distance(hit, word) <= within
        for word in scan.of(Role.CONTEXT)
    )


def _is_quoted(hit: Hit, scan: Scan) -> bool:
    start, end = scan.span(hit)
    text = scan.segments[hit.segment].text
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))
