"""From hits to the words that count: longest wins, innocent phrases win over all, context may drop the rest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.lexicon import TermEntry
from app.gate.contexts import Meaning, Surroundings, is_denied, meanings_of
from app.gate.release import Role
from app.gate.scanning import Hit, Scan
from app.gate.spans import Covers, DisjointSpans
from app.text.alternatives import alternatives


@dataclass(frozen=True, slots=True)
class Reading:
    """What a listing's words say: ``meanings`` that count, in reading order, and hits the text ``denied``."""

    meanings: tuple[Meaning, ...]
    denied: tuple[Hit, ...]


_NOTHING = Reading((), ())
# An entry found so often in one text has made its point; the verdict is the same after the first.
MOST_TOLD = 50


def read_terms(around: Surroundings) -> Reading:
    """Settle which term hits count, and what they mean; at most one meaning per concept and span."""
    scan = around.scan
    if not (Role.TERM in scan.hits or Role.LABEL in scan.hits):
        return _NOTHING
    groups: dict[tuple[int, str], list[Hit]] = defaultdict(list)
    for hit in scan.of(Role.TERM, Role.LABEL, Role.INNOCENT):
        # A hit that is not written as its entry asks is no hit, and silences nothing.
        if hit.owner.role is not Role.TERM or _is_as_written(hit, scan):
            groups[hit.segment, entry_of(hit).family].append(hit)
    spoken = [hit for hits in groups.values() for hit in _spoken(hits)]
    kept = _with_neighbours([hit for hit in spoken if _is_meant(hit, scan, around.category)], scan)
    meanings: list[Meaning] = []
    denied: list[Hit] = []
    told: Counter[tuple[str, int]] = Counter()
    for hit in sorted(_distinct(kept, scan), key=lambda hit: (hit.first, hit.last, entry_of(hit).rule)):
        repeated = entry_of(hit).rule, hit.segment
        if told[repeated] == MOST_TOLD:
            continue
        found = tuple(meanings_of(hit, entry_of(hit), around))
        meanings += found
        told[repeated] += bool(found)
        if not found and is_denied(hit, around):
            denied.append(hit)
    return Reading(tuple(meanings), tuple(denied))


def entry_of(hit: Hit) -> TermEntry:
    """Return the term entry behind a hit in the roles TERM, LABEL, NEAR and INNOCENT."""
    entry = hit.owner.entry
    if not isinstance(entry, TermEntry):
        raise TypeError(f"{hit.owner.role} hits have no term entry")
    return entry


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits of one text that no longer one overlaps; of equally long ones the later wins."""
    kept: list[Hit] = []
    spans = DisjointSpans()
    for hit in sorted(hits, key=lambda hit: (-hit.length, -hit.first)):
        if spans.admits(hit.first, hit.last):
            spans.add(hit.first, hit.last)
            kept.append(hit)
    return kept


def _spoken(hits: list[Hit]) -> Iterator[Hit]:
    # Innocent phrases are looked at after the overlaps are settled, so that adding one never brings back a hit
    # that a longer one had silenced.
    innocent = Covers((hit.first, hit.last) for hit in hits if hit.owner.role is Role.INNOCENT)
    for hit in longest(hit for hit in hits if hit.owner.role is not Role.INNOCENT):
        if not innocent.claim(hit.first, hit.last):
            yield hit


def _is_meant(hit: Hit, scan: Scan, category: str | None) -> bool:
    entry = entry_of(hit)
    segment = scan.segments[hit.segment]
    if hit.owner.role is Role.LABEL and segment.score < entry.min_score:
        return False
    return entry.categories.admits(category) and entry.locales.admits(segment.locale)


def _is_as_written(hit: Hit, scan: Scan) -> bool:
    entry = entry_of(hit)
    return not entry.exact or _stands_as_written(entry, scan.quote(hit))


def _with_neighbours(hits: list[Hit], scan: Scan) -> list[Hit]:
    """Keep the hits whose entry asks for no neighbour, or has one close by."""
    if not any(entry_of(hit).near for hit in hits):
        return hits
    near: dict[tuple[int, str], list[Hit]] = defaultdict(list)
    for neighbour in scan.of(Role.NEAR):
        near[neighbour.segment, entry_of(neighbour).rule].append(neighbour)
    return [hit for hit in hits if not entry_of(hit).near or _has_neighbour(hit, near, scan)]


def _has_neighbour(hit: Hit, near: dict[tuple[int, str], list[Hit]], scan: Scan) -> bool:
    entry = entry_of(hit)
    return any(
        scan.distance(hit, neighbour) <= (entry.within or scan.reach_of(hit))
        for neighbour in near[hit.segment, entry.rule]
        if not neighbour.touches(hit)
    )


def _stands_as_written(entry: TermEntry, text: str) -> bool:
    """Compare accents always, capitals where the term has them; an inflected form counts by its beginning."""
    for written in [one.strip("*") for term in entry.terms for one in alternatives(term)]:
        seen = text if written != written.lower() else text.lower()
        if seen.startswith(written):
            return True
    return False


def _distinct(hits: Iterable[Hit], scan: Scan) -> list[Hit]:
    """Keep one hit per span and concept: that of the text's own language before another's."""
    seen: dict[tuple[int, int, str], Hit] = {}
    for hit in sorted(hits, key=lambda hit: (_is_foreign(hit, scan), entry_of(hit).rule)):
        seen.setdefault((hit.first, hit.last, entry_of(hit).concept), hit)
    return list(seen.values())


def _is_foreign(hit: Hit, scan: Scan) -> bool:
    return entry_of(hit).language != scan.segments[hit.segment].language
